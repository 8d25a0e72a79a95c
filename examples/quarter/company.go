package main

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// A company is what a company folder holds, checked and in one language. The files are
// read straight into the library's own types wherever there is one for them.
type company struct {
	Setting    setting
	People     []access.Person
	Chart      *access.Chart
	Goals      goalFile
	CheckIns   []checkIn
	Revisions  []revision
	Rules      rating.Policy
	Cycle      review.CycleDraft
	Reviews    reviewFile
	Interviews []interview
	Appeals    []appeal
	Plans      []improvementPlan

	language text.Lang
	files    map[string]record.Document
}

// A setting is company.json.
type setting struct {
	Tenant  string                `json:"tenant"`
	Label   text.Label            `json:"label"`
	Quarter calendar.Period       `json:"quarter"`
	Next    calendar.Period       `json:"next"` // the quarter that the last stage drafts goals for
	Units   map[string]text.Label `json:"units"`
	Metrics map[string]text.Label `json:"metrics"`
}

// A goalFile is goals.json: the goals of the company, of its units, and everyone's plan.
type goalFile struct {
	Drafted calendar.Date  `json:"drafted"`
	Agreed  calendar.Date  `json:"agreed"`
	Company []plannedGoal  `json:"company"`
	Units   []plannedGoal  `json:"units"`
	Plans   []employeePlan `json:"plans"`
}

// A plannedGoal is a goal by the name that the other files call it.
type plannedGoal struct {
	ID     string          `json:"id"`
	Owner  string          `json:"owner,omitempty"` // of a goal of a unit
	Weight decimal.Decimal `json:"weight"`          // of a goal in a plan
	goal.Terms
}

type employeePlan struct {
	Employee   string           `json:"employee"`
	Confidence *decimal.Decimal `json:"confidence,omitempty"`
	Goals      []plannedGoal    `json:"goals"`
}

// A checkIn is a row of checkins.csv.
type checkIn struct {
	goal.CheckInDraft

	goal  string
	place place
}

// A revision is an entry of revisions.json with the days on which it went its way.
type revision struct {
	Goal string `json:"goal"`
	goal.RevisionDraft
	Approved calendar.Date `json:"approved"`
	Signed   calendar.Date `json:"signed"`
}

// A reviewFile is reviews.json.
type reviewFile struct {
	Self        []selfReview    `json:"self"`
	Resolutions []resolution    `json:"resolutions"`
	Manager     []managerReview `json:"manager"`
	// Sources say where the managers' figures come from, by metric.
	Sources     map[string]string `json:"sources"`
	Calibration []calibration     `json:"calibration"`
}

type selfReview struct {
	Employee string `json:"employee"`
	review.SelfReviewDraft
}

type resolution struct {
	Employee   string `json:"employee"`
	Goal       string `json:"goal"`
	Metric     string `json:"metric"`
	Resolution string `json:"resolution"`
}

type managerReview struct {
	Employee string                     `json:"employee"`
	Metrics  map[string]decimal.Decimal `json:"metrics"` // in the units of the rules
	Comment  string                     `json:"comment,omitempty"`
}

type calibration struct {
	Employee string `json:"employee"`
	To       string `json:"to"`
	Why      string `json:"why"`
}

// An interview is an entry of interviews.json; the interviewer is the manager.
type interview struct {
	feedback.Draft
	Disagreement string `json:"disagreement,omitempty"`
}

// An appeal is an entry of appeals.json. What it is about is said in the interview.
type appeal struct {
	Employee string                     `json:"employee"`
	Filed    calendar.Date              `json:"filed"`
	Reviewer string                     `json:"reviewer"`
	Assigned calendar.Date              `json:"assigned"`
	Checks   []check                    `json:"checks"`
	Decided  calendar.Date              `json:"decided"`
	Ruling   review.Ruling              `json:"ruling"`
	Figures  map[string]decimal.Decimal `json:"figures,omitempty"` // as they ought to have been
}

type check struct {
	On calendar.Date `json:"on"`
	review.Check
}

// An improvementPlan is an entry of improvement.json: what is added to what the
// interview brings, and how the plan went.
type improvementPlan struct {
	improvement.Draft
	Agreed   calendar.Date          `json:"agreed"`
	Given    calendar.Date          `json:"given"`    // the support
	Finished calendar.Date          `json:"finished"` // the actions
	Passed   []calendar.Date        `json:"passed"`   // the milestones, in their order
	Log      []improvement.Progress `json:"log"`
	Closing  improvement.Closing    `json:"closing"`
}

// person is the person with an id; one without an id where there is none.
func (c *company) person(id string) access.Person {
	for _, p := range c.People {
		if p.ID == id {
			return p
		}
	}
	return access.Person{}
}

// reviewed is the id of somebody who was reviewed, by id or name; empty for nobody.
func (c *company) reviewed(who string) (string, error) {
	for _, m := range c.Reviews.Manager {
		if who == m.Employee || who == c.person(m.Employee).Name {
			return m.Employee, nil
		}
	}
	if who == "" {
		return "", nil
	}
	return "", fault.Refuse(fault.ErrNotFound, explainUnknown, "person", who)
}

// hr is the first person whose role it is to run the review.
func (c *company) hr() access.Person {
	for _, p := range c.People {
		if slices.Contains(p.Roles, access.HR) {
			return p
		}
	}
	return access.Person{}
}

// interview is the interview with an employee, if there was one.
func (c *company) interview(employee string) (interview, bool) {
	for _, i := range c.Interviews {
		if i.Employee == employee {
			return i, true
		}
	}
	return interview{}, false
}

// metric is what a metric is called in the language of the story; one that is not in
// company.json is its own name.
func (c *company) metric(key string) string {
	if label, known := c.Setting.Metrics[key]; known {
		return label.In(c.language)
	}
	return key
}
