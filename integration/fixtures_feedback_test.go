package integration_test

import (
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/review"
)

var interviews = fixture(
	feedback.InterviewKind,
	func(i int) feedback.Interview {
		statement := func(tone feedback.Tone) feedback.Statement {
			return feedback.Statement{
				Tone: tone, Fact: say("fact", i), Impact: say("impact", i), Improvement: say("improvement", i),
				Goal: id(goal.Kind.Name, i), On: on(i), Evidence: evidence(i),
			}
		}
		held := feedback.Interview{
			Cycle: cycleID(i / 3), Result: id(review.ResultKind.Name, i), Employee: person(i), Interviewer: boss(i), On: on(i * 3 % 11),
			Setting: pick(i, feedback.FaceToFace, feedback.Video, feedback.Written), Opening: say("opening", i),
			Policy:       feedback.InterviewPolicy{Strengths: pick(i, feedback.StrengthRequired, feedback.StrengthOptional)},
			Statements:   []feedback.Statement{statement(feedback.Strength), statement(feedback.Improve)},
			EmployeeView: say("view", i), Agreements: []string{say("agreement", i), "每周一次"},
			Requests:  []feedback.Request{{Kind: pick(i, feedback.TrainingRequest, feedback.ResourceRequest, feedback.GoalRequest, feedback.OtherRequest), What: say("request", i)}},
			NextSteps: []feedback.Step{{What: say("step", i), Owner: boss(i), Due: on(i*3%11 + 30)}},
			Status:    pick(i, feedback.InterviewStatusDraft, feedback.InterviewStatusHeld, feedback.InterviewStatusConfirmed, feedback.InterviewStatusDisputed),
		}
		if held.Status != feedback.InterviewStatusDraft {
			held.Signatures = signatures(i, feedback.ByEmployee, feedback.ByInterviewer)
		}
		if held.Status == feedback.InterviewStatusDisputed {
			held.Disagreement = say("disagreement", i)
		}
		return held
	},
	func(i feedback.Interview) feedback.Interview {
		i.Status, i.On, i.Agreements = feedback.InterviewStatusDisputed, on(1), nil
		i.Disagreement = "it was another customer"
		return i
	},
	filtered("cycle", feedback.Filter{Cycle: cycleID(2)}, func(i feedback.Interview) bool { return i.Cycle == cycleID(2) }),
	filtered("employee", feedback.Filter{Employee: "li"}, func(i feedback.Interview) bool { return i.Employee == "li" }),
	filtered("interviewer", feedback.Filter{Interviewer: boss(2)}, func(i feedback.Interview) bool { return i.Interviewer == boss(2) }),
	filtered("statuses", feedback.Filter{Statuses: []feedback.InterviewStatus{feedback.InterviewStatusDisputed}}, func(i feedback.Interview) bool {
		return i.Status == feedback.InterviewStatusDisputed
	}),
)
