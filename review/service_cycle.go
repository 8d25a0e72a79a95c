package review

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// SetUpCycle makes a cycle as a draft, see [NewCycle].
func (s *Service) SetUpCycle(ctx context.Context, a access.Actor, setup CycleDraft) (Cycle, error) {
	return cycles.Create(ctx, s.office, a, VerbSetUp,
		func(_ Stores, k record.Key) (Cycle, error) {
			return Cycle{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Status: CycleStatusDraft}, nil
		},
		func(_ Stores, k record.Key, by record.Stamp) (Cycle, error) { return NewCycle(k, setup, by) })
}

// EditCycle replaces the setup of a draft. Version is the one that was read; when
// another is stored by now, the edit is refused with [fault.ErrConflict].
func (s *Service) EditCycle(ctx context.Context, a access.Actor, id string, version int64, setup CycleDraft) (Cycle, error) {
	return cycles.Change(ctx, s.office, a, VerbSetUp, id, func(_ Stores, c Cycle, by record.Stamp) (Cycle, error) {
		if err := stale(CycleKind.Name, c.Meta, version); err != nil {
			return c, err
		}
		return c.Edit(setup, by)
	})
}

// Reschedule gives a launched cycle other windows, for a reason.
func (s *Service) Reschedule(ctx context.Context, a access.Actor, id string, phases []Window, reason string) (Cycle, error) {
	return cycles.Change(ctx, s.office, a, VerbReschedule, id, func(_ Stores, c Cycle, by record.Stamp) (Cycle, error) {
		return c.Reschedule(phases, reason, by)
	})
}

// Launch opens the cycle and enrols people in it. It can be called again with the same
// people: whoever is enrolled already is left as they are, and what a crash left undone
// is done. The list is checked as a whole before anything is written, and each
// participant is then written on their own. It returns how many were new.
func (s *Service) Launch(ctx context.Context, a access.Actor, id string, people []Enrolment) (Cycle, int, error) {
	c, by, err := cycles.Load(ctx, s.office.Gate, s.office.Stores, a, VerbLaunch, id)
	if err != nil {
		return Cycle{}, 0, err
	}
	if len(people) == 0 {
		var v fault.Violations
		v.Add("people", peopleRequired)
		return Cycle{}, 0, v
	}
	missing, err := s.missing(ctx, c, people)
	if err != nil {
		return Cycle{}, 0, err
	}
	if c.Status != CycleStatusLaunched {
		if c, err = c.Launch(by); err != nil {
			return Cycle{}, 0, err
		}
		if c, err = s.office.Stores.Cycles.Update(ctx, c); err != nil {
			return Cycle{}, 0, err
		}
	}
	n, err := s.enrol(ctx, c, missing, by)
	return c, n, err
}

// Enrol gives more people a place in a launched cycle; otherwise as [Service.Launch].
func (s *Service) Enrol(ctx context.Context, a access.Actor, id string, people []Enrolment) (int, error) {
	c, by, err := cycles.Load(ctx, s.office.Gate, s.office.Stores, a, VerbEnrol, id)
	if err != nil {
		return 0, err
	}
	missing, err := s.missing(ctx, c, people)
	if err != nil {
		return 0, err
	}
	return s.enrol(ctx, c, missing, by)
}

// missing are the people who are not enrolled yet, with manager and unit looked up. A
// list with problems is refused as a whole.
func (s *Service) missing(ctx context.Context, c Cycle, people []Enrolment) ([]Enrolment, error) {
	enrolled := map[string]bool{}
	for p, err := range s.office.Stores.Participants.List(ctx, ParticipantFilter{Tenant: c.Tenant, Cycle: c.ID}) {
		if err != nil {
			return nil, err
		}
		enrolled[p.Employee] = true
	}
	var v fault.Violations
	var missing []Enrolment
	listed := map[string]bool{}
	for i, e := range people {
		path := fault.Index("people", i)
		if listed[e.Employee] {
			v.Add(path, personTwice, "person", e.Employee)
		}
		listed[e.Employee] = true
		if enrolled[e.Employee] {
			continue
		}
		e, err := s.lookUp(ctx, c.Tenant, e)
		switch {
		case errors.Is(err, fault.ErrNotFound):
			v.Nest(path, err)
		case err != nil:
			return nil, err
		case e.Manager == "" && e.Employee != "":
			v.Add(fault.Field(path, "manager"), managerUnknown, "person", e.Employee)
		default:
			v.Nest(path, Participant{Cycle: c.ID, Employee: e.Employee, Manager: e.Manager, Unit: e.Unit}.Validate())
		}
		missing = append(missing, e)
	}
	return missing, v.Err()
}

// lookUp fills in the manager and the unit that an enrolment leaves out.
func (s *Service) lookUp(ctx context.Context, tenant string, e Enrolment) (Enrolment, error) {
	if s.office.Gate.Directory == nil || e.Employee == "" {
		return e, nil
	}
	if e.Manager == "" {
		managers, err := s.office.Gate.Directory.Managers(ctx, tenant, e.Employee, s.office.Gate.Today())
		if err != nil {
			return e, err
		}
		if len(managers) > 0 {
			e.Manager = managers[0]
		}
	}
	if e.Unit == "" {
		person, err := s.office.Gate.Directory.Person(ctx, tenant, e.Employee)
		if err != nil && !errors.Is(err, fault.ErrNotFound) {
			return e, err
		}
		e.Unit = person.Unit
	}
	return e, nil
}

func (s *Service) enrol(ctx context.Context, c Cycle, people []Enrolment, by record.Stamp) (int, error) {
	n := 0
	by.Action = string(VerbEnrol)
	for _, e := range people {
		p, err := c.Enrol(s.office.Gate.NewKey(c.Tenant), e, by)
		if err != nil {
			return n, err
		}
		switch _, err := s.office.Stores.Participants.Create(ctx, p); {
		case errors.Is(err, fault.ErrExists): // another launch was faster
		case err != nil:
			return n, err
		default:
			n++
		}
	}
	return n, nil
}

// named is how many of the unpublished results a refusal to close lists.
const named = 10

// Close ends the cycle. It is refused while results are not published, naming whose.
func (s *Service) Close(ctx context.Context, a access.Actor, id string) (Cycle, error) {
	return cycles.Change(ctx, s.office, a, VerbClose, id, func(st Stores, c Cycle, by record.Stamp) (Cycle, error) {
		closed, err := c.Close(by)
		if err != nil {
			return c, err
		}
		count, employees := 0, []string(nil)
		waiting := ResultFilter{Tenant: c.Tenant, Cycle: c.ID, Statuses: []ResultStatus{ResultStatusProposed, ResultStatusCalibrated}}
		for r, err := range st.Results.List(ctx, waiting) {
			if err != nil {
				return c, err
			}
			if count++; count <= named {
				employees = append(employees, r.Employee)
			}
		}
		if count > 0 {
			return c, fault.Refuse(fault.ErrTransition, unpublished, "count", count, "employees", employees)
		}
		return closed, nil
	})
}

// Cycle returns a cycle.
func (s *Service) Cycle(ctx context.Context, a access.Actor, id string) (Cycle, error) {
	return cycles.Read(ctx, s.office, a, VerbReadCycle, id)
}

// Cycles lists cycles; the filter's tenant is the actor's, here as in every list.
func (s *Service) Cycles(ctx context.Context, a access.Actor, f CycleFilter) iter.Seq2[Cycle, error] {
	f.Tenant = a.Tenant
	return cycles.List(ctx, s.office, a, access.Always[Cycle](VerbReadCycle), f)
}

// Participants lists participants.
func (s *Service) Participants(ctx context.Context, a access.Actor, f ParticipantFilter) iter.Seq2[Participant, error] {
	f.Tenant = a.Tenant
	return participants.List(ctx, s.office, a, access.Always[Participant](VerbReadParticipant), f)
}
