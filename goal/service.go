package goal

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Stores are what the service keeps its records in.
type Stores struct {
	Goals     Store
	Plans     PlanStore
	CheckIns  CheckInStore
	Revisions RevisionStore
	Templates TemplateStore
	// InTx runs do with stores whose changes commit together or not at all.
	InTx func(ctx context.Context, do func(Stores) error) error
}

// Rules are what a program decides about goals beyond who may do what. The zero Rules
// have every default.
type Rules struct {
	Plan     PlanPolicy `json:"plan,omitzero"`
	Pacing   Pacing     `json:"pacing,omitzero"`
	Outcomes Outcomes   `json:"outcomes,omitzero"`
	// WorkTime converts readings of working time into their measure's unit; without it
	// they have to come in that unit.
	WorkTime number.WorkTime `json:"workTime,omitzero"`
	// Revised is how goals are scored whose terms were revised.
	Revised RevisedPolicy `json:"revised,omitempty"`
}

// A Service keeps goals, plans, check-ins, revisions and templates of the actor's tenant:
// each verb loads the records, asks the gate, applies the rule and saves, in one
// transaction. What the gate does not let through is [fault.ErrForbidden]. It is safe for
// concurrent use.
type Service struct {
	office access.Office[Stores]
	rules  Rules
}

// NewService is the service over the stores, behind the gate.
func NewService(stores Stores, gate access.Gate, rules Rules) *Service {
	return &Service{access.Office[Stores]{Gate: gate, Stores: stores, InTx: stores.InTx}, rules}
}

// The desks, one for each kind of record.
var (
	goals = access.Desk[Goal, Filter, Stores]{
		Store:   func(in Stores) Store { return in.Goals },
		Subject: func(_ context.Context, _ Stores, g Goal) (access.Subject, error) { return g.subject(), nil },
	}
	plans = access.Desk[Plan, PlanFilter, Stores]{
		Store: func(in Stores) PlanStore { return in.Plans },
		Subject: func(_ context.Context, _ Stores, p Plan) (access.Subject, error) {
			return about(PlanKind.Name, p.Meta, p.Employee, p.Status), nil
		},
	}
	checkIns = access.Desk[CheckIn, CheckInFilter, Stores]{
		Store: func(in Stores) CheckInStore { return in.CheckIns },
		Subject: func(_ context.Context, _ Stores, c CheckIn) (access.Subject, error) {
			return about(CheckInKind.Name, c.Meta, c.Employee, c.Pace.Health), nil
		},
	}
	revisions = access.Desk[Revision, RevisionFilter, Stores]{
		Store: func(in Stores) RevisionStore { return in.Revisions },
		Subject: func(_ context.Context, _ Stores, r Revision) (access.Subject, error) {
			s := about(RevisionKind.Name, r.Meta, r.Employee, r.Status)
			s.Related = map[access.Relation][]string{Requester: {r.Created.By}}
			return s, nil
		},
	}
)

// about is a person's record as the gate sees it.
func about[S ~string](kind string, m record.Meta, person string, state S) access.Subject {
	return access.Subject{Tenant: m.Tenant, Kind: kind, ID: m.ID, Person: person, State: string(state)}
}

// Draft drafts a goal. The goals that it supports or depends on have to exist. An employee's goal then
// goes into a plan, see [Service.EditPlan].
func (s *Service) Draft(ctx context.Context, a access.Actor, d Draft) (Goal, error) {
	return goals.Create(ctx, s.office, a, VerbDraft,
		func(_ Stores, k record.Key) (Goal, error) {
			return Goal{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Owner: d.Owner, Level: d.Level}, nil
		},
		func(in Stores, k record.Key, by record.Stamp) (Goal, error) {
			var v fault.Violations
			g, err := New(k, d, by)
			v.Nest("", err)
			if err := checkLinks(ctx, &v, "terms", in.Goals, a.Tenant, d.Terms); err != nil {
				return Goal{}, err
			}
			if err := checkCarried(ctx, &v, "carriedFrom", in.Goals, a.Tenant, d); err != nil {
				return Goal{}, err
			}
			return g, v.Err()
		})
}

// Edit replaces the terms of a draft. Links that would close a circle of goals are refused.
func (s *Service) Edit(ctx context.Context, a access.Actor, id string, t Terms) (Goal, error) {
	return goals.Change(ctx, s.office, a, VerbEdit, id, func(in Stores, g Goal, by record.Stamp) (Goal, error) {
		var v fault.Violations
		edited, err := g.Edit(t, by)
		if errors.Is(err, fault.ErrTransition) {
			return g, err
		}
		v.Nest("", err)
		if err := checkLinks(ctx, &v, "terms", in.Goals, g.Tenant, t); err != nil {
			return g, err
		}
		if err := checkCircles(ctx, &v, "terms", in.Goals, g.Key(), t); err != nil {
			return g, err
		}
		return edited, v.Err()
	})
}

// Propose lays a drafted goal of a unit or the company before whoever signs for it. The
// goals of an employee are proposed with their plan, and so for the verbs that follow.
func (s *Service) Propose(ctx context.Context, a access.Actor, id string) (Goal, error) {
	return s.alone(ctx, a, VerbPropose, id, func(_ Stores, g Goal, by record.Stamp) (Goal, error) {
		return g.Propose(by)
	})
}

// Return gives a proposed goal of a unit or the company back to be changed.
func (s *Service) Return(ctx context.Context, a access.Actor, id, reason string) (Goal, error) {
	return s.alone(ctx, a, VerbReturn, id, func(_ Stores, g Goal, by record.Stamp) (Goal, error) {
		return g.Return(reason, by)
	})
}

// Sign signs a proposed goal of a unit or the company in its name. The digest is that of
// what the actor has read: a goal changed since is [record.ErrStale].
func (s *Service) Sign(ctx context.Context, a access.Actor, id string, read record.Digest, note string) (Goal, error) {
	return s.alone(ctx, a, VerbSignAsUnit, id, func(_ Stores, g Goal, by record.Stamp) (Goal, error) {
		return g.Sign(record.Sign(by.Because(note), ByUnit, read))
	})
}

// Activate puts an agreed goal of a unit or the company in force.
func (s *Service) Activate(ctx context.Context, a access.Actor, id string) (Goal, error) {
	return s.alone(ctx, a, VerbActivate, id, func(_ Stores, g Goal, by record.Stamp) (Goal, error) {
		return g.Activate(s.office.Gate.DateAt(by.At), by)
	})
}

// Cancel gives a goal up, also one in a plan; its weight there has no score then.
func (s *Service) Cancel(ctx context.Context, a access.Actor, id, reason string) (Goal, error) {
	return goals.Change(ctx, s.office, a, VerbCancel, id, func(_ Stores, g Goal, by record.Stamp) (Goal, error) {
		return g.Cancel(reason, by)
	})
}

// A Closing is what is to be said about a goal when it is closed.
type Closing struct {
	// Goal is the goal's id, within the closing of a plan.
	Goal string `json:"goal,omitempty"`
	// Readings are the final figures. For a metric without one, the figure of the latest
	// check-in that has it counts.
	Readings []Reading `json:"readings,omitempty"`
	// Missing is what becomes of a measure that has no figure at all.
	Missing rating.MissingPolicy `json:"missing,omitempty"`
	// Done are the steps done of a milestone goal; when nil, those of its latest check-in.
	Done []Done `json:"done,omitempty"`
	// Level is the grade of its rubric that a judged goal is at, with a reason.
	Level string `json:"level,omitempty"`
	// Revised is how the goal is scored if its terms were revised; empty: as the rules say.
	Revised RevisedPolicy `json:"revised,omitempty"`
	// Judged is the result of a goal that has no measure with a target: achieved, partly
	// or missed, with a reason, and with a score where it is to count in the plan's.
	Judged Status           `json:"judged,omitempty"`
	Score  *decimal.Decimal `json:"score,omitempty"`
	Reason string           `json:"reason,omitempty"`
	// Evidence is what the result rests on, beside figures.
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// Close closes an active goal of a unit or the company.
func (s *Service) Close(ctx context.Context, a access.Actor, id string, c Closing) (Goal, error) {
	return s.alone(ctx, a, VerbClose, id, func(in Stores, g Goal, by record.Stamp) (Goal, error) {
		return s.close(ctx, in, g, c, by)
	})
}

func (s *Service) close(ctx context.Context, in Stores, g Goal, c Closing, by record.Stamp) (Goal, error) {
	c.Readings = g.Terms.InUnits(c.Readings, s.rules.WorkTime)
	result, err := s.result(ctx, in, g, c, s.office.Gate.DateAt(by.At))
	if err != nil {
		return g, err
	}
	result.Evidence = c.Evidence
	if result.Readings == nil {
		result.Readings = c.Readings // of measures without a target
	}
	return g.Close(result, c.Reason, by)
}

// result is what becomes of a goal by its figures, its steps or its judgement. Only one
// of them is its own; what else is said of it is refused.
func (s *Service) result(ctx context.Context, in Stores, g Goal, c Closing, today calendar.Date) (Result, error) {
	var v fault.Violations
	counted, stepped := g.Terms.counted(), len(g.Terms.Steps) > 0
	if !counted {
		_, err := g.Terms.figures(c.Readings)
		v.Nest("", err)
	}
	if !stepped && len(c.Done) > 0 {
		_, err := g.Terms.done(c.Done, today)
		v.Nest("", err)
	}
	if counted || stepped {
		if c.Judged != "" || c.Score != nil || c.Level != "" {
			v.Add("judged", resultCounted, "goal", g.ID)
		}
		if err := v.Err(); err != nil {
			return Result{}, err
		}
		made, err := in.made(ctx, g)
		if err != nil {
			return Result{}, err
		}
		if counted {
			return g.Conclude(made, c.Readings, cmp.Or(c.Revised, s.rules.Revised), c.Missing, s.rules.Outcomes)
		}
		if c.Done == nil && len(made) > 0 {
			c.Done = made[len(made)-1].Done
		}
		_, err = g.Terms.done(c.Done, today)
		if err != nil {
			return Result{}, err
		}
		return g.StepResult(c.Done, s.rules.Outcomes)
	}
	if g.Terms.Rubric != nil || c.Level != "" {
		if g.Terms.Rubric != nil && (c.Judged != "" || c.Score != nil) {
			v.Add("judged", resultByLevel, "goal", g.ID)
		}
		result, err := g.Terms.Judge(c.Level, c.Reason, s.rules.Outcomes)
		v.Nest("", err)
		return result, v.Err()
	}
	if c.Judged == "" {
		v.Add("judged", resultRequired, "goal", g.ID)
	}
	checkScore(&v, "score", c.Score)
	return Result{Status: c.Judged, Score: c.Score}, v.Err()
}

// Goal reads a goal.
func (s *Service) Goal(ctx context.Context, a access.Actor, id string) (Goal, error) {
	g, err := s.office.Stores.Goals.Get(ctx, record.Key{Tenant: a.Tenant, ID: id})
	if err != nil {
		return Goal{}, err
	}
	if _, err := goals.Pass(ctx, s.office.Gate, s.office.Stores, a, g.readVerb(), g); err != nil {
		return Goal{}, err
	}
	return g, nil
}

// Goals lists the goals of the actor's tenant that match and that the actor may read.
func (s *Service) Goals(ctx context.Context, a access.Actor, f Filter) iter.Seq2[Goal, error] {
	f.Tenant = a.Tenant
	return goals.List(ctx, s.office, a, Goal.readVerb, f)
}

// alone is [access.Desk.Change] for what the goals of an employee do only with their plan.
func (s *Service) alone(ctx context.Context, a access.Actor, verb access.Verb, id string, do func(Stores, Goal, record.Stamp) (Goal, error)) (Goal, error) {
	return goals.Change(ctx, s.office, a, verb, id, func(in Stores, g Goal, by record.Stamp) (Goal, error) {
		if g.Level == Individual {
			return g, fault.Refuse(fault.ErrTransition, goalInPlan, "goal", g.ID)
		}
		return do(in, g, by)
	})
}

// checkLinks notes the goals that the terms at path support or depend on and that are not
// there.
func checkLinks(ctx context.Context, v *fault.Violations, path string, goals Store, tenant string, t Terms) error {
	missing := func(id string) (bool, error) {
		if strings.TrimSpace(id) == "" {
			return false, nil // the terms say that themselves
		}
		_, err := goals.Get(ctx, record.Key{Tenant: tenant, ID: id})
		if errors.Is(err, fault.ErrNotFound) {
			return true, nil
		}
		return false, err
	}
	for i, link := range t.Supports {
		if gone, err := missing(link.Goal); err != nil {
			return err
		} else if gone {
			v.Add(fault.Field(path, fault.Index("supports", i)+".goal"), linkUnknown, "goal", link.Goal)
		}
	}
	for i, d := range t.DependsOn {
		if gone, err := missing(d.Goal); err != nil {
			return err
		} else if gone {
			v.Add(fault.Field(path, fault.Index("dependsOn", i)+".goal"), dependencyUnknown, "goal", d.Goal)
		}
	}
	return nil
}

// checkCarried notes at path that the goal which a draft goes on from is not the owner's.
func checkCarried(ctx context.Context, v *fault.Violations, path string, goals Store, tenant string, d Draft) error {
	if d.CarriedFrom == "" {
		return nil
	}
	g, err := goals.Get(ctx, record.Key{Tenant: tenant, ID: d.CarriedFrom})
	if err != nil && !errors.Is(err, fault.ErrNotFound) {
		return err
	}
	if err != nil || g.Owner != d.Owner || g.Level != d.Level {
		v.Add(path, goalNotOwn, "goal", text.Excerpt(d.CarriedFrom), "employee", d.Owner)
	}
	return nil
}

// signVerb is the verb that it takes to sign in a role.
func signVerb(role string) (access.Verb, error) {
	if verb, ok := signVerbs[role]; ok {
		return verb, nil
	}
	var v fault.Violations
	v.Add("role", roleUnknown, "role", text.Excerpt(role), "known", []string{ByEmployee, ByManager, ByUnit})
	return "", v
}

// subject is the goal as the gate sees it: about its owner, when that is a person.
func (g Goal) subject() access.Subject {
	return about(Kind.Name, g.Meta, g.employee(), g.Status)
}

func (g Goal) readVerb() access.Verb {
	if g.Level == Individual {
		return VerbRead
	}
	return VerbReadShared
}

// latest are the readings that count at the end: those given, and for the other metrics
// the figure of the latest check-in that has it. The check-ins come by their days.
func (t Terms) latest(checkIns []CheckIn, given []Reading) []Reading {
	readings := slices.Clone(given)
	for _, m := range t.Measures {
		if slices.ContainsFunc(given, func(r Reading) bool { return r.Metric == m.Metric }) {
			continue
		}
	search:
		for _, c := range slices.Backward(checkIns) {
			for _, r := range c.Readings {
				if r.Metric == m.Metric {
					readings = append(readings, r)
					break search
				}
			}
		}
	}
	return readings
}
