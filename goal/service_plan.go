package goal

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An Outline is a plan with the content of its goals, to be drafted all at once.
type Outline struct {
	Employee   string           `json:"employee"`
	Period     calendar.Period  `json:"period"`
	Items      []OutlineItem    `json:"items"`
	Extras     Extras           `json:"extras,omitzero"`
	Confidence *decimal.Decimal `json:"confidence,omitempty"`
}

// An OutlineItem is a goal to be drafted, and its weight in the plan in percent.
type OutlineItem struct {
	Weight decimal.Decimal `json:"weight"`
	Terms  Terms           `json:"terms"`
	// CarriedFrom is the goal that this one goes on from, see [Service.CarryOver].
	CarriedFrom string `json:"carriedFrom,omitempty"`
}

// DraftPlan drafts a plan and its goals, all or none. An employee has one plan for a
// period ([fault.ErrExists]).
func (s *Service) DraftPlan(ctx context.Context, a access.Actor, o Outline) (Plan, []Goal, error) {
	k := s.office.Gate.NewKey(a.Tenant)
	by, err := s.office.Gate.Pass(ctx, a, VerbDraft, about(PlanKind.Name, record.Meta{Tenant: k.Tenant, ID: k.ID}, o.Employee, PlanStatusDraft))
	if err != nil {
		return Plan{}, nil, err
	}
	p, goals, err := s.compose(ctx, s.office.Stores, k, o, by)
	if err != nil {
		return Plan{}, nil, err
	}
	err = s.office.Stores.InTx(ctx, func(in Stores) error {
		p, goals, err = keep(ctx, in, p, goals)
		return err
	})
	if err != nil {
		return Plan{}, nil, err
	}
	return p, goals, nil
}

// compose makes the plan of an outline and its goals, which are not stored yet.
func (s *Service) compose(ctx context.Context, in Stores, k record.Key, o Outline, by record.Stamp) (Plan, []Goal, error) {
	var v fault.Violations
	goals := make([]Goal, len(o.Items))
	d := PlanDraft{Employee: o.Employee, Period: o.Period, Extras: o.Extras, Confidence: o.Confidence}
	for i, item := range o.Items {
		path := fault.Index("items", i)
		key := s.office.Gate.NewKey(k.Tenant)
		drafted := Draft{Owner: o.Employee, Level: Individual, Period: o.Period, Terms: item.Terms, CarriedFrom: item.CarriedFrom}
		var err error
		goals[i], err = New(key, drafted, by)
		for _, found := range fault.Of(err) {
			// What is wrong with employee and period is said once, of the plan.
			if strings.HasPrefix(found.Path, "terms") {
				v.Nest(path, fault.Violations{found})
			}
		}
		if err := checkLinks(ctx, &v, fault.Field(path, "terms"), in.Goals, k.Tenant, item.Terms); err != nil {
			return Plan{}, nil, err
		}
		if err := checkCarried(ctx, &v, fault.Field(path, "carriedFrom"), in.Goals, k.Tenant, drafted); err != nil {
			return Plan{}, nil, err
		}
		d.Items = append(d.Items, Item{Goal: key.ID, Weight: item.Weight})
	}
	p, err := NewPlan(k, d, by)
	v.Nest("", err)
	return p, goals, v.Err()
}

// keep stores a new plan and its goals.
func keep(ctx context.Context, in Stores, p Plan, goals []Goal) (Plan, []Goal, error) {
	kept := make([]Goal, len(goals))
	for i, g := range goals {
		var err error
		if kept[i], err = in.Goals.Create(ctx, g); err != nil {
			return Plan{}, nil, err
		}
	}
	made, err := in.Plans.Create(ctx, p)
	if errors.Is(err, fault.ErrExists) {
		return Plan{}, nil, fault.Refuse(fault.ErrExists, planThere, "employee", p.Employee, "period", p.Period)
	}
	return made, kept, err
}

// CarryOver outlines the plan for a later period from what this one leaves open, see
// [Plan.CarryOver]; [Service.DraftPlan] takes the outline as it is or completed. The last
// figures and the steps done of a goal that is still active are those of its check-ins.
func (s *Service) CarryOver(ctx context.Context, a access.Actor, id string, into calendar.Period, carried []Carrying) (Outline, error) {
	p, err := s.Plan(ctx, a, id)
	if err != nil {
		return Outline{}, err
	}
	carried = slices.Clone(carried)
	goals, err := p.each(ctx, s.office.Stores, func(_ int, g Goal) (Goal, error) {
		at := slices.IndexFunc(carried, func(c Carrying) bool { return c.Goal == g.ID })
		if at < 0 || g.Status != StatusActive {
			return g, nil
		}
		made, err := s.office.Stores.made(ctx, g)
		if err != nil || len(made) == 0 {
			return g, err
		}
		carried[at].Readings = g.Terms.latest(made, g.Terms.InUnits(carried[at].Readings, s.rules.WorkTime))
		if carried[at].Done == nil {
			carried[at].Done = made[len(made)-1].Done
		}
		return g, nil
	})
	if err != nil {
		return Outline{}, err
	}
	return p.CarryOver(goals, into, carried)
}

// EditPlan replaces goals, weights and confidence of a drafted plan. The goals are
// drafts of their own by then; one that is left out stays a draft.
func (s *Service) EditPlan(ctx context.Context, a access.Actor, id string, items []Item, confidence *decimal.Decimal) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbEdit, id, func(_ Stores, p Plan, by record.Stamp) (Plan, error) {
		return p.Edit(items, confidence, by)
	})
}

// SetExtras replaces the items outside the 100 % of a drafted plan.
func (s *Service) SetExtras(ctx context.Context, a access.Actor, id string, e Extras) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbEdit, id, func(_ Stores, p Plan, by record.Stamp) (Plan, error) {
		return p.SetExtras(e, by)
	})
}

// ProposePlan lays a drafted plan with its goals before employee and manager. Where the
// rules only advise on the focus, [Plan.Advice] tells what they would say.
func (s *Service) ProposePlan(ctx context.Context, a access.Actor, id string) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbPropose, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		goals, err := p.each(ctx, in, func(_ int, g Goal) (Goal, error) {
			if g.Status != StatusDraft {
				return g, nil // the plan says which of its goals can't be proposed
			}
			return g.Propose(by)
		})
		if err != nil {
			return p, err
		}
		return p.Propose(goals, s.rules.Plan, by)
	})
}

// ReturnPlan gives a proposed plan with its goals back to be changed.
func (s *Service) ReturnPlan(ctx context.Context, a access.Actor, id, reason string) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbReturn, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		returned, err := p.Return(reason, by)
		if err != nil {
			return p, err
		}
		_, err = p.each(ctx, in, func(_ int, g Goal) (Goal, error) {
			if Lifecycle.Final(g.Status) {
				return g, nil
			}
			return g.Return(reason, by)
		})
		return returned, err
	})
}

// SignPlan signs a proposed plan and every goal of it, as the employee or as the manager.
// The digest is that of what the actor has read, see [Plan.Digest]: a plan changed
// since is [record.ErrStale]. The second signature agrees them all.
func (s *Service) SignPlan(ctx context.Context, a access.Actor, id, role string, read record.Digest, note string) (Plan, error) {
	verb, err := signVerb(role)
	if err != nil {
		return Plan{}, err
	}
	return plans.Change(ctx, s.office, a, verb, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		by = by.Because(note)
		signed, err := p.Sign(record.Sign(by, role, read))
		if err != nil {
			return p, err
		}
		_, err = p.each(ctx, in, func(i int, g Goal) (Goal, error) {
			return g.Sign(record.Sign(by, role, p.Items[i].Digest))
		})
		return signed, err
	})
}

// ActivatePlan puts an agreed plan and its goals in force, on the first day of the
// period or later.
func (s *Service) ActivatePlan(ctx context.Context, a access.Actor, id string) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbActivate, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		today := s.office.Gate.DateAt(by.At)
		active, err := p.Activate(today, by)
		if err != nil {
			return p, err
		}
		_, err = p.each(ctx, in, func(_ int, g Goal) (Goal, error) {
			if Lifecycle.Final(g.Status) {
				return g, nil
			}
			return g.Activate(today, by)
		})
		return active, err
	})
}

// CancelPlan gives a plan up with those of its goals that have not ended.
func (s *Service) CancelPlan(ctx context.Context, a access.Actor, id, reason string) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbCancel, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		cancelled, err := p.Cancel(reason, by)
		if err != nil {
			return p, err
		}
		_, err = p.each(ctx, in, func(_ int, g Goal) (Goal, error) {
			if Lifecycle.Final(g.Status) {
				return g, nil
			}
			return g.Cancel(reason, by)
		})
		return cancelled, err
	})
}

// A PlanClosing is what is to be said about a plan's goals when it is closed. A goal
// that is not mentioned is closed by the figures of its check-ins.
type PlanClosing struct {
	Goals []Closing `json:"goals,omitempty"`
	// Missing is what becomes of a goal that has no score: one that was cancelled, or
	// judged without a figure.
	Missing rating.MissingPolicy `json:"missing,omitempty"`
	// Findings are what was found of the items outside the 100 %.
	Findings []Finding `json:"findings,omitempty"`
}

// ClosePlan closes the goals of an active plan by what they scored, and the plan with
// the score of them all. Everything that is missing for the goals' scores is reported at once.
func (s *Service) ClosePlan(ctx context.Context, a access.Actor, id string, c PlanClosing) (Plan, error) {
	return plans.Change(ctx, s.office, a, VerbClose, id, func(in Stores, p Plan, by record.Stamp) (Plan, error) {
		if _, err := PlanLifecycle.Next(planLabel, p.Status, PlanEventClose); err != nil {
			return p, err
		}
		var v fault.Violations
		for i, closing := range c.Goals {
			if !slices.ContainsFunc(p.Items, func(item Item) bool { return item.Goal == closing.Goal }) {
				v.Add(fault.Field(fault.Index("goals", i), "goal"), closingForeign, "goal", text.Excerpt(closing.Goal))
			}
		}
		goals, err := p.each(ctx, in, func(i int, g Goal) (Goal, error) {
			path, closing := fault.Index("items", i), Closing{}
			at := slices.IndexFunc(c.Goals, func(c Closing) bool { return c.Goal == g.ID })
			if at >= 0 {
				path, closing = fault.Index("goals", at), c.Goals[at]
			}
			if Lifecycle.Final(g.Status) {
				if at >= 0 {
					v.Add(path, goalEnded, "goal", g.ID, "status", g.Status)
				}
				return g, nil
			}
			closed, err := s.close(ctx, in, g, closing, by)
			if errors.Is(err, fault.ErrInvalid) {
				v.Nest(path, err)
				return g, nil
			}
			return closed, err
		})
		if err != nil {
			return p, err
		}
		if err := v.Err(); err != nil {
			return p, err
		}
		return p.Close(goals, c.Missing, by, c.Findings...)
	})
}

// Plan reads a plan.
func (s *Service) Plan(ctx context.Context, a access.Actor, id string) (Plan, error) {
	return plans.Read(ctx, s.office, a, VerbRead, id)
}

// Confirmation reads the goal confirmation form of a plan.
func (s *Service) Confirmation(ctx context.Context, a access.Actor, id string) (Confirmation, error) {
	p, err := s.Plan(ctx, a, id)
	if err != nil {
		return Confirmation{}, err
	}
	goals, err := p.each(ctx, s.office.Stores, func(_ int, g Goal) (Goal, error) { return g, nil })
	if err != nil {
		return Confirmation{}, err
	}
	return p.Confirmation(goals)
}

// Plans lists the plans of the actor's tenant that match and that the actor may read.
func (s *Service) Plans(ctx context.Context, a access.Actor, f PlanFilter) iter.Seq2[Plan, error] {
	f.Tenant = a.Tenant
	return plans.List(ctx, s.office, a, access.Always[Plan](VerbRead), f)
}

// each loads the plan's goals in the order of its items, changes each and saves what has
// changed. It returns them as they are then.
func (p Plan) each(ctx context.Context, in Stores, change func(i int, g Goal) (Goal, error)) ([]Goal, error) {
	goals := make([]Goal, len(p.Items))
	for i, item := range p.Items {
		g, err := in.Goals.Get(ctx, record.Key{Tenant: p.Tenant, ID: item.Goal})
		if errors.Is(err, fault.ErrNotFound) {
			var v fault.Violations
			v.Add(fault.Field(fault.Index("items", i), "goal"), linkUnknown, "goal", item.Goal)
			return nil, v
		}
		if err != nil {
			return nil, err
		}
		changed, err := change(i, g)
		if err != nil {
			return nil, err
		}
		if changed.Updated != g.Updated {
			if changed, err = in.Goals.Update(ctx, changed); err != nil {
				return nil, err
			}
		}
		goals[i] = changed
	}
	return goals, nil
}
