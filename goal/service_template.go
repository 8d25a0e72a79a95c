package goal

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

var templates = access.Desk[Template, TemplateFilter, Stores]{
	Store: func(in Stores) TemplateStore { return in.Templates },
	Subject: func(_ context.Context, _ Stores, t Template) (access.Subject, error) {
		return about(TemplateKind.Name, t.Meta, "", t.Status), nil
	},
}

// KeepTemplate puts a template into the library.
func (s *Service) KeepTemplate(ctx context.Context, a access.Actor, d TemplateDraft) (Template, error) {
	return templates.Create(ctx, s.office, a, VerbKeepTemplate,
		func(_ Stores, k record.Key) (Template, error) {
			return Template{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}}, nil
		},
		func(_ Stores, k record.Key, by record.Stamp) (Template, error) { return NewTemplate(k, d, by) })
}

// EditTemplate replaces the content of a template.
func (s *Service) EditTemplate(ctx context.Context, a access.Actor, id string, d TemplateDraft) (Template, error) {
	return templates.Change(ctx, s.office, a, VerbKeepTemplate, id, func(_ Stores, t Template, by record.Stamp) (Template, error) {
		return t.Edit(d, by)
	})
}

// RetireTemplate takes a template out of use.
func (s *Service) RetireTemplate(ctx context.Context, a access.Actor, id string) (Template, error) {
	return templates.Change(ctx, s.office, a, VerbKeepTemplate, id, func(_ Stores, t Template, by record.Stamp) (Template, error) {
		return t.Retire(by)
	})
}

// RestoreTemplate puts a retired template to use again.
func (s *Service) RestoreTemplate(ctx context.Context, a access.Actor, id string) (Template, error) {
	return templates.Change(ctx, s.office, a, VerbKeepTemplate, id, func(_ Stores, t Template, by record.Stamp) (Template, error) {
		return t.Restore(by)
	})
}

// Template reads a template.
func (s *Service) Template(ctx context.Context, a access.Actor, id string) (Template, error) {
	return templates.Read(ctx, s.office, a, VerbReadTemplate, id)
}

// Templates lists the templates that match the filter and every one of the words, see
// [Template.Matches], by their names.
func (s *Service) Templates(ctx context.Context, a access.Actor, f TemplateFilter, words ...string) iter.Seq2[Template, error] {
	f.Tenant = a.Tenant
	return func(yield func(Template, error) bool) {
		for t, err := range templates.List(ctx, s.office, a, access.Always[Template](VerbReadTemplate), f) {
			if (err != nil || t.Matches(words...)) && !yield(t, err) {
				return
			}
		}
	}
}

// Assign fills a template in for everybody in the batch and drafts their plans, all or
// none, and returns them in the order of the people. Whoever may draft a plan of each may
// assign. A batch that is sent again under its key finds the plans that it made; other
// values under the same key, and a plan that somebody has already for the period, are
// refused with everything else that is wrong.
func (s *Service) Assign(ctx context.Context, a access.Actor, id string, b Batch) ([]Plan, error) {
	var assigned []Plan
	err := s.office.Stores.InTx(ctx, func(in Stores) error {
		t, _, err := templates.Load(ctx, s.office.Gate, in, a, VerbReadTemplate, id)
		if err != nil {
			return err
		}
		assigned, err = s.assign(ctx, in, a, t, b)
		return err
	})
	if err != nil {
		return nil, err
	}
	return assigned, nil
}

func (s *Service) assign(ctx context.Context, in Stores, a access.Actor, t Template, b Batch) ([]Plan, error) {
	keys, stamps := make([]record.Key, len(b.People)), make([]record.Stamp, len(b.People))
	for i, person := range b.People {
		keys[i] = s.office.Gate.NewKey(a.Tenant)
		var err error
		drafted := about(PlanKind.Name, record.Meta{Tenant: a.Tenant, ID: keys[i].ID}, person.Employee, PlanStatusDraft)
		if stamps[i], err = s.office.Gate.Pass(ctx, a, VerbDraft, drafted); err != nil {
			return nil, err
		}
	}
	var v fault.Violations
	if strings.TrimSpace(b.Key) == "" {
		v.Add("key", batchRequired)
	}
	outlines, err := t.Fill(b.Period, b.People)
	if errors.Is(err, fault.ErrTransition) {
		return nil, err
	}
	v.Nest("", err)
	if err := v.Err(); err != nil {
		return nil, err
	}
	assigned, goals := make([]Plan, len(outlines)), make([][]Goal, len(outlines))
	for i, o := range outlines {
		origin := b.origin(t, b.People[i])
		there, err := planned(ctx, in, a.Tenant, o, *origin)
		if err == nil && there != nil {
			assigned[i] = *there
			continue
		}
		if err == nil {
			assigned[i], goals[i], err = s.compose(ctx, in, keys[i], o, stamps[i])
			err = of(o.Employee, err)
		}
		if err != nil && !errors.Is(err, fault.ErrInvalid) {
			return nil, err
		}
		v.Nest(fault.Index("people", i), err)
		assigned[i].Origin = origin
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	for i, p := range assigned {
		if goals[i] == nil {
			continue
		}
		if assigned[i], _, err = keep(ctx, in, p, goals[i]); err != nil {
			return nil, err
		}
	}
	return assigned, nil
}

// planned is the plan that the batch has made for the outline's employee, if it has. It
// refuses one that was made from other values, and any other that is not cancelled.
func planned(ctx context.Context, in Stores, tenant string, o Outline, origin Origin) (*Plan, error) {
	var v fault.Violations
	for p, err := range in.Plans.List(ctx, PlanFilter{Tenant: tenant, Employees: []string{o.Employee}, Period: o.Period}) {
		switch {
		case err != nil:
			return nil, err
		case p.Origin != nil && p.Origin.Batch == origin.Batch && p.Origin.Values == origin.Values:
			return &p, nil
		case p.Origin != nil && p.Origin.Batch == origin.Batch:
			v.Add("values", batchChanged, "batch", origin.Batch, "employee", o.Employee)
		case p.Status != PlanStatusCancelled:
			v.Add("employee", planThere, "employee", o.Employee, "period", o.Period)
		}
	}
	return nil, v.Err()
}
