package improvement

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Closing is how a plan ended, on which evidence (I3).
type Closing struct {
	Outcome Outcome       `json:"outcome"`
	On      calendar.Date `json:"on"`
	// Results has one figure for each aim.
	Results  []Result          `json:"results"`
	Reason   string            `json:"reason" validate:"max=4000"`
	Evidence []record.Evidence `json:"evidence" validate:"max=50"`
	// By is who assessed.
	By         string            `json:"by"`
	Signatures record.Signatures `json:"signatures,omitempty"`
	// Refusal says who put on record that the employee does not sign, when and why.
	Refusal *record.Stamp `json:"refusal,omitempty"`
}

// A Result is what became of an aim.
type Result struct {
	Metric  string          `json:"metric"`
	Value   decimal.Decimal `json:"value"`
	Reached bool            `json:"reached"`
}

// An Outcome is what follows from a plan.
type Outcome string

// The outcomes. Passed is for a plan whose aims are all reached, the others for one in
// which some are not: a PIP ends in the next two or is extended, an IDP is extended or
// what is left of it is carried over.
const (
	Passed         Outcome = "passed"
	PositionChange Outcome = "position-change"
	Exit           Outcome = "exit"
	Extended       Outcome = "extended"
	CarriedOver    Outcome = "carried-over" // into the goals of the next period
)

var outcomes = fault.Names[Outcome]{
	Passed:         {En: "passed", Zh: "通过"},
	PositionChange: {En: "change of position", Zh: "调岗"},
	Exit:           {En: "exit", Zh: "退出"},
	Extended:       {En: "extended", Zh: "延期"},
	CarriedOver:    {En: "carried over", Zh: "转入下一周期"},
}

// In is the outcome in words: passed, 通过.
func (o Outcome) In(l text.Lang) string { return outcomes.In(o, l) }

// failed reports whether the plan ends against the employee.
func (o Outcome) failed() bool { return o == PositionChange || o == Exit }

// Assess ends an active plan with an outcome, on evidence (I3). Of each result the metric
// and the figure count; whether the aim is reached is worked out here. It refuses, all at
// once: an aim without a figure; passing with an aim that is not reached, and any other
// outcome when all are; an extension beyond the policy's number; and to end a PIP against
// the employee before its last day, without every review that was due by then, or with
// support that was promised and neither given nor explained. Both sign the closing next.
func (p Plan) Assess(c Closing, w calendar.Working, by record.Stamp) (Plan, error) {
	next, err := p.move(EventAssess, by)
	if err != nil {
		return p, err
	}
	if by.By == p.Employee {
		return p, fault.Refuse(fault.ErrForbidden, assessorSelf)
	}
	c.By, c.Signatures, c.Refusal = by.By, nil, nil
	c.Evidence = slices.Clone(c.Evidence)
	var v fault.Violations
	c.Results = p.results(&v, c.Results)
	next.Closing = &c
	if len(v) == 0 {
		p.checkOutcome(&v, c)
	}
	if c.Outcome.failed() {
		p.checkFairness(&v, c.On, w)
	}
	v.Nest("", next.Validate())
	if err := v.Err(); err != nil {
		return p, err
	}
	return next, nil
}

// results is one result for each aim, in their order, compared with its target.
func (p Plan) results(v *fault.Violations, given []Result) []Result {
	for i, r := range given {
		path := fault.Field(fault.Index("closing.results", i), "metric")
		if _, known := p.aim(r.Metric); !known {
			v.Add(path, metricUnknown, "metric", text.Excerpt(r.Metric))
		}
		if slices.ContainsFunc(given[:i], func(other Result) bool { return other.Metric == r.Metric }) {
			v.Add(path, metricTwice, "metric", text.Excerpt(r.Metric))
		}
	}
	var results []Result
	for _, a := range p.Aims {
		at := slices.IndexFunc(given, func(r Result) bool { return r.Metric == a.Metric })
		if at < 0 {
			v.Add("closing.results", resultRequired, "metric", a.Metric)
			continue
		}
		value := given[at].Value
		if err := number.Check(value); err != nil {
			v.Nest(fault.Field(fault.Index("closing.results", at), "value"), err)
			continue
		}
		results = append(results, Result{Metric: a.Metric, Value: value, Reached: a.Reached(value)})
	}
	return results
}

// checkOutcome refuses an outcome that the results or the type of the plan do not bear out.
func (p Plan) checkOutcome(v *fault.Violations, c Closing) {
	var short []string
	for _, r := range c.Results {
		if !r.Reached {
			short = append(short, r.Metric)
		}
	}
	switch {
	case c.Outcome == Passed && len(short) > 0:
		v.Add("closing.outcome", passedShort, "metrics", short)
	case c.Outcome != Passed && len(short) == 0:
		v.Add("closing.outcome", failedReached, "outcome", c.Outcome)
	}
	if c.Outcome == Extended && p.Extension >= p.Policy.MaxExtensions {
		v.Add("closing.outcome", extensionsUsed, "max", p.Policy.MaxExtensions)
	}
}

// checkFairness refuses to end a plan against the employee before it has run, and
// without the reviews and the support that it promised.
func (p Plan) checkFairness(v *fault.Violations, on calendar.Date, w calendar.Working) {
	if !on.IsZero() && on.Before(p.Period.To) {
		v.Add("closing.on", failedEarly, "on", on, "to", p.Period.To)
	}
	missed, err := p.Overdue(w, on.AddDays(1))
	v.Nest("tracking", err)
	for _, d := range missed {
		v.Add("log", reviewMissed, "cadence", d.Cadence, "on", d.On)
	}
	for i, s := range p.Support {
		if s.Given.IsZero() && blank(s.Absence) {
			v.Add(fault.Index("support", i), supportOwed, "kind", s.Kind, "what", s.What)
		}
	}
}

func (p Plan) checkClosing(v *fault.Violations) {
	assessed := p.Status == StatusAssessed || p.Status == StatusClosed
	if assessed != (p.Closing != nil) {
		v.Add("closing", closingStatus, "status", p.Status)
	}
	if p.Closing == nil {
		return
	}
	var found fault.Violations
	c := *p.Closing
	outcomes.Check(&found, "outcome", c.Outcome)
	if p.Type == IDP && c.Outcome.failed() || p.Type == PIP && c.Outcome == CarriedOver {
		found.Add("outcome", outcomeForeign, "type", p.Type, "outcome", c.Outcome)
	}
	switch {
	case c.On.IsZero():
		found.Add("on", dateRequired)
	case c.On.Before(p.Period.From):
		found.Add("on", beforePlan, "on", c.On, "from", p.Period.From)
	}
	if blank(c.Reason) {
		found.Add("reason", reasonRequired)
	}
	if len(c.Evidence) == 0 {
		found.Add("evidence", evidenceRequired)
	}
	for i, e := range c.Evidence {
		found.Nest(fault.Index("evidence", i), e.Validate())
	}
	v.Nest("closing", found.Err())
}
