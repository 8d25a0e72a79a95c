package feedback

import (
	"cmp"
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An Interview is the record of a feedback interview (F4, 绩效考核结果反馈记录表). Both
// sign what was said; or the employee disagrees, which opens the way to an appeal (F5).
type Interview struct {
	record.Meta `json:"meta,omitzero"`

	Cycle       string        `json:"cycle" validate:"max=200"`
	Result      string        `json:"result" validate:"max=200"`
	Employee    string        `json:"employee" validate:"max=200"`
	Interviewer string        `json:"interviewer" validate:"max=200"`
	On          calendar.Date `json:"on"`
	Setting     Setting       `json:"setting"`
	Opening     string        `json:"opening,omitempty" validate:"max=2000"`
	// Policy is the rules that the interview is held by.
	Policy InterviewPolicy `json:"policy,omitzero"`
	// Statements come strengths first.
	Statements []Statement `json:"statements" validate:"max=100"`
	// EmployeeView is what the employee said, Requests what was asked for.
	EmployeeView string    `json:"employeeView,omitempty" validate:"max=4000"`
	Requests     []Request `json:"requests,omitempty" validate:"max=50,dive"`
	Agreements   []string  `json:"agreements,omitempty" validate:"max=50,dive,max=1000"`
	NextSteps    []Step    `json:"nextSteps,omitempty" validate:"max=50,dive"`
	// Disagreement is why the employee does not sign; set when disputed.
	Disagreement string            `json:"disagreement,omitempty" validate:"max=4000"`
	Status       InterviewStatus   `json:"status"`
	Signatures   record.Signatures `json:"signatures,omitempty"`
}

// A Draft is what an interview is made of: everything that people write in it.
type Draft struct {
	Cycle        string          `json:"cycle"`
	Result       string          `json:"result"`
	Employee     string          `json:"employee"`
	Interviewer  string          `json:"interviewer"`
	On           calendar.Date   `json:"on"`
	Setting      Setting         `json:"setting"`
	Opening      string          `json:"opening,omitempty"`
	Policy       InterviewPolicy `json:"policy,omitzero"`
	Statements   []Statement     `json:"statements"`
	EmployeeView string          `json:"employeeView,omitempty"`
	Requests     []Request       `json:"requests,omitempty"`
	Agreements   []string        `json:"agreements,omitempty"`
	NextSteps    []Step          `json:"nextSteps,omitempty"`
}

// An InterviewPolicy is the rules of an interview. The zero policy asks for a strength.
type InterviewPolicy struct {
	Strengths StrengthPolicy `json:"strengths,omitempty"`
}

// A StrengthPolicy is a named answer to an interview in which no strength is said.
// Whatever it is, strengths come first.
type StrengthPolicy string

// The answers. The zero value is StrengthRequired.
const (
	StrengthRequired StrengthPolicy = "required"
	StrengthOptional StrengthPolicy = "optional"
)

var strengthPolicies = fault.Names[StrengthPolicy]{
	StrengthRequired: {En: "at least one strength", Zh: "至少一项优点"},
	StrengthOptional: {En: "strengths are optional", Zh: "优点可省略"},
}

// In is the policy in words.
func (p StrengthPolicy) In(l text.Lang) string {
	return strengthPolicies.In(cmp.Or(p, StrengthRequired), l)
}

// A Setting is how an interview is held.
type Setting string

// The settings.
const (
	FaceToFace Setting = "face-to-face"
	Video      Setting = "video"
	Written    Setting = "written"
)

var settings = fault.Names[Setting]{
	FaceToFace: {En: "face to face", Zh: "当面"},
	Video:      {En: "by video", Zh: "视频"},
	Written:    {En: "in writing", Zh: "书面"},
}

// In is the setting in words: face to face, 当面.
func (s Setting) In(l text.Lang) string { return settings.In(s, l) }

// A Request is something the employee asks for.
type Request struct {
	Kind RequestKind `json:"kind"`
	What string      `json:"what" validate:"max=1000"`
}

// A RequestKind is what a request is about.
type RequestKind string

// The kinds of request.
const (
	TrainingRequest RequestKind = "training"
	ResourceRequest RequestKind = "resource"
	GoalRequest     RequestKind = "goal"
	OtherRequest    RequestKind = "other"
)

var requestKinds = fault.Names[RequestKind]{
	TrainingRequest: {En: "training", Zh: "培训"},
	ResourceRequest: {En: "resources", Zh: "资源支持"},
	GoalRequest:     {En: "goals", Zh: "目标调整"},
	OtherRequest:    {En: "other", Zh: "其他"},
}

// In is the kind of request in words: training, 培训.
func (k RequestKind) In(l text.Lang) string { return requestKinds.In(k, l) }

// A Step is something to be done, by whom and by when.
type Step struct {
	What  string        `json:"what" validate:"max=1000"`
	Owner string        `json:"owner" validate:"max=200"`
	Due   calendar.Date `json:"due"`
}

// New drafts an interview. It refuses what [Interview.Validate] does.
func New(k record.Key, d Draft, by record.Stamp) (Interview, error) {
	i := Interview{
		Meta:  record.New(k, by.For(string(VerbDraft))),
		Cycle: d.Cycle, Result: d.Result, Employee: d.Employee, Interviewer: d.Interviewer,
		Policy: d.Policy, Status: InterviewStatusDraft,
	}.with(d)
	var v fault.Violations
	v.Nest("meta", i.Meta.Validate())
	v.Nest("", i.Validate())
	if err := v.Err(); err != nil {
		return Interview{}, err
	}
	return i, nil
}

// with is the interview with what d says, but for the people, the cycle and the rules,
// which are fixed when it is drafted.
func (i Interview) with(d Draft) Interview {
	i.On, i.Setting, i.Opening, i.EmployeeView = d.On, d.Setting, d.Opening, d.EmployeeView
	i.Statements, i.Requests = slices.Clone(d.Statements), slices.Clone(d.Requests)
	i.Agreements, i.NextSteps = slices.Clone(d.Agreements), slices.Clone(d.NextSteps)
	return i
}

// Draft is the content of the interview, to be written on and handed to [Interview.Edit].
func (i Interview) Draft() Draft {
	return Draft{
		Cycle: i.Cycle, Result: i.Result, Employee: i.Employee, Interviewer: i.Interviewer,
		On: i.On, Setting: i.Setting, Opening: i.Opening, Policy: i.Policy,
		Statements: slices.Clone(i.Statements), EmployeeView: i.EmployeeView,
		Requests: slices.Clone(i.Requests), Agreements: slices.Clone(i.Agreements),
		NextSteps: slices.Clone(i.NextSteps),
	}
}

// Validate refuses, all at once: missing names, a setting that there is not, no
// statement, a statement that is none (F1), a strength after a point to improve, no
// strength where the policy asks for one, and steps without owner or before the interview.
func (i Interview) Validate() error {
	var v fault.Violations
	for _, f := range []struct{ path, value string }{
		{"cycle", i.Cycle}, {"result", i.Result}, {"employee", i.Employee}, {"interviewer", i.Interviewer},
	} {
		if blank(f.value) {
			v.Add(f.path, nameRequired)
		}
	}
	if i.Employee != "" && i.Employee == i.Interviewer {
		v.Add("interviewer", interviewerSelf)
	}
	if i.On.IsZero() {
		v.Add("on", dateRequired)
	}
	settings.Check(&v, "setting", i.Setting)
	statuses.Check(&v, "status", i.Status)
	switch disputed := i.Status == InterviewStatusDisputed; {
	case disputed && blank(i.Disagreement):
		v.Add("disagreement", disagreementRequired)
	case !disputed && i.Disagreement != "":
		v.Add("disagreement", disagreementEarly, "status", i.Status)
	}
	if i.Status == InterviewStatusDraft && len(i.Signatures) > 0 {
		v.Add("signatures", signedEarly)
	}
	i.checkStatements(&v)
	for n, r := range i.Requests {
		path := fault.Index("requests", n)
		requestKinds.Check(&v, fault.Field(path, "kind"), r.Kind)
		if blank(r.What) {
			v.Add(fault.Field(path, "what"), whatRequired)
		}
	}
	for n, s := range i.NextSteps {
		i.checkStep(&v, fault.Index("nextSteps", n), s)
	}
	v.Nest("", check.Struct(i))
	return v.Err()
}

func (i Interview) checkStatements(v *fault.Violations) {
	if i.Policy.Strengths != "" {
		strengthPolicies.Check(v, "policy.strengths", i.Policy.Strengths)
	}
	if len(i.Statements) == 0 {
		v.Add("statements", statementRequired)
		return
	}
	improves, strengths := false, false
	for n, s := range i.Statements {
		path := fault.Index("statements", n)
		v.Nest(path, s.Validate())
		if s.Tone == Strength && improves {
			v.Add(path, strengthsFirst)
		}
		improves = improves || s.Tone == Improve
		strengths = strengths || s.Tone == Strength
	}
	if !strengths && i.Policy.Strengths != StrengthOptional {
		v.Add("statements", strengthRequired)
	}
}

func (i Interview) checkStep(v *fault.Violations, path string, s Step) {
	if blank(s.What) {
		v.Add(fault.Field(path, "what"), whatRequired)
	}
	if blank(s.Owner) {
		v.Add(fault.Field(path, "owner"), ownerRequired)
	}
	switch {
	case s.Due.IsZero():
		v.Add(fault.Field(path, "due"), dateRequired)
	case s.Due.Before(i.On):
		v.Add(fault.Field(path, "due"), stepEarly, "due", s.Due, "on", i.On)
	}
}
