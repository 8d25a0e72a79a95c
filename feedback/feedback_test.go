package feedback_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/record"
)

// What the tests share: Li Na, whom Wang Fang interviews on 10 October.
const (
	employee    = "li.na"
	interviewer = "wang.fang"
)

var (
	on  = calendar.MustDate("2026-10-10")
	key = record.Key{Tenant: "t1", ID: "i1"}
)

func at(person string) record.Stamp {
	return record.By(person, time.Date(2026, 10, 10, 9, 30, 0, 0, time.UTC))
}

func strength() feedback.Statement {
	return feedback.Statement{
		Tone: feedback.Strength, Fact: "Sales reached 110 % of the target.",
		Impact: "The team reached its own target with it.",
	}
}

func improve() feedback.Statement {
	return feedback.Statement{
		Tone: feedback.Improve, Fact: "Three answers to customers came 24 h late.",
		Impact: "Two customers complained.", Improvement: "Answer customers before internal mail, each morning.", Goal: "g1",
	}
}

func draft() feedback.Draft {
	return feedback.Draft{
		Cycle: "2026Q3", Result: "r1", Employee: employee, Interviewer: interviewer,
		On: on, Setting: feedback.FaceToFace,
		Statements: []feedback.Statement{strength(), improve()},
		Requests:   []feedback.Request{{Kind: feedback.TrainingRequest, What: "A course on handling complaints."}},
		Agreements: []string{"Response time is looked at every Friday."},
		NextSteps:  []feedback.Step{{What: "Book the course.", Owner: interviewer, Due: on.AddDays(7)}},
	}
}

func drafted(t *testing.T) feedback.Interview {
	t.Helper()
	i, err := feedback.New(key, draft(), at(interviewer))
	require.NoError(t, err)
	return i
}

func held(t *testing.T) feedback.Interview {
	t.Helper()
	i, err := drafted(t).Hold(at(interviewer))
	require.NoError(t, err)
	return i
}

func confirmed(t *testing.T) feedback.Interview {
	t.Helper()
	i, err := held(t).Sign(record.Sign(at(interviewer), feedback.ByInterviewer, held(t).Digest()))
	require.NoError(t, err)
	i, err = i.Sign(record.Sign(at(employee), feedback.ByEmployee, i.Digest()))
	require.NoError(t, err)
	return i
}

func disputed(t *testing.T) feedback.Interview {
	t.Helper()
	i, err := held(t).Dispute("The goal changed in August.", at(employee))
	require.NoError(t, err)
	return i
}

// requireOnly asks that err has exactly these codes at these paths.
func requireOnly(t *testing.T, err error, want map[string]string) {
	t.Helper()
	have := map[string]string{}
	for _, v := range fault.Of(err) {
		have[v.Path] = v.Code
	}
	require.Equal(t, want, have)
}
