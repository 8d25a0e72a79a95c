package goal

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// CheckIn records a check-in of an active goal. Without a day it is today's; there is
// one a day ([fault.ErrExists]), and none for days to come.
func (s *Service) CheckIn(ctx context.Context, a access.Actor, id string, d CheckInDraft) (CheckIn, error) {
	g, by, err := goals.Load(ctx, s.office.Gate, s.office.Stores, a, VerbCheckIn, id)
	if err != nil {
		return CheckIn{}, err
	}
	today := s.office.Gate.DateAt(by.At)
	if d.On.IsZero() {
		d.On = today
	}
	if d.On.After(today) {
		var v fault.Violations
		v.Add("on", checkInFuture, "on", d.On, "today", today)
		return CheckIn{}, v
	}
	earlier, err := s.earlier(ctx, s.office.Stores, g)
	if err != nil {
		return CheckIn{}, err
	}
	if terms, ok := g.TermsOn(d.On); ok {
		d.Readings = terms.InUnits(d.Readings, s.rules.WorkTime)
	}
	c, err := NewCheckIn(s.office.Gate.NewKey(a.Tenant), g, d, s.rules.Pacing, by, earlier...)
	if err != nil {
		return CheckIn{}, err
	}
	c, err = s.office.Stores.CheckIns.Create(ctx, c)
	if errors.Is(err, fault.ErrExists) {
		return CheckIn{}, fault.Refuse(fault.ErrExists, checkInTwice, "goal", g.ID, "on", d.On)
	}
	return c, err
}

// CorrectCheckIn replaces wrong figures of a check-in while its goal is active. The
// check-in keeps what was there before, as its versions in the store do.
func (s *Service) CorrectCheckIn(ctx context.Context, a access.Actor, id string, d CorrectionDraft) (CheckIn, error) {
	return checkIns.Change(ctx, s.office, a, VerbCorrectCheckIn, id, func(in Stores, c CheckIn, by record.Stamp) (CheckIn, error) {
		g, err := in.Goals.Get(ctx, record.Key{Tenant: a.Tenant, ID: c.Goal})
		if err != nil {
			return c, err
		}
		earlier, err := s.earlier(ctx, in, g)
		if err != nil {
			return c, err
		}
		if terms, ok := g.TermsOn(c.On); ok {
			d.Readings = terms.InUnits(d.Readings, s.rules.WorkTime)
		}
		return c.Correct(g, d, s.rules.Pacing, by, earlier...)
	})
}

// AnswerHelp answers the help that is asked in a check-in.
func (s *Service) AnswerHelp(ctx context.Context, a access.Actor, id string, status HelpStatus, words string) (CheckIn, error) {
	return checkIns.Change(ctx, s.office, a, VerbAnswerHelp, id, func(_ Stores, c CheckIn, by record.Stamp) (CheckIn, error) {
		return c.AnswerHelp(status, words, by)
	})
}

// CheckIns lists the check-ins that match and that the actor may read, by their days.
func (s *Service) CheckIns(ctx context.Context, a access.Actor, f CheckInFilter) iter.Seq2[CheckIn, error] {
	f.Tenant = a.Tenant
	return checkIns.List(ctx, s.office, a, access.Always[CheckIn](VerbRead), f)
}

// Project foresees the end of a goal as of today by a method, the rules' own where the
// forecast is left empty; see [Goal.Project]. It shows figures of the check-ins, and is for
// those who may read them.
func (s *Service) Project(ctx context.Context, a access.Actor, id string, f Forecast) (Projection, error) {
	g, err := goals.Read(ctx, s.office, a, VerbRead, id)
	if err != nil {
		return Projection{}, err
	}
	made, err := s.office.Stores.made(ctx, g)
	if err != nil {
		return Projection{}, err
	}
	pacing := s.rules.Pacing
	if f != (Forecast{}) {
		pacing.Forecast = f
	}
	return g.Project(made, s.office.Gate.Today(), pacing)
}

// Overdue lists the days on which a check-in of an active goal fell due and is still
// owed; see [Rhythm.Overdue]. Working days are those of the gate.
func (s *Service) Overdue(ctx context.Context, a access.Actor, id string, r Rhythm) ([]calendar.Date, error) {
	g, err := s.Goal(ctx, a, id)
	if err != nil || g.Status != StatusActive {
		return nil, err
	}
	made, err := s.office.Stores.made(ctx, g)
	if err != nil {
		return nil, err
	}
	return r.Overdue(g.tracked(), s.office.Gate.WorkingDays(), made, s.office.Gate.Today())
}

// owedAtOnce is how many goals have their check-ins fetched at a time.
const owedAtOnce = 100

// Owed lists what the active goals that match, and that the actor may read, owe in
// check-ins today: what is overdue and what is due next. A manager's own people are asked
// for by the filter's Owners. Goals that owe nothing any more are left out.
func (s *Service) Owed(ctx context.Context, a access.Actor, f Filter, r Rhythm) iter.Seq2[Owed, error] {
	f.Statuses = []Status{StatusActive}
	return func(yield func(Owed, error) bool) {
		if err := r.Validate(); err != nil {
			yield(Owed{}, err)
			return
		}
		var batch []Goal
		for g, err := range s.Goals(ctx, a, f) {
			if err != nil {
				yield(Owed{}, err)
				return
			}
			if batch = append(batch, g); len(batch) < owedAtOnce {
				continue
			}
			if !s.owed(ctx, batch, r, yield) {
				return
			}
			batch = nil
		}
		s.owed(ctx, batch, r, yield)
	}
}

// owed yields what some goals of one tenant owe, and reports whether to go on.
func (s *Service) owed(ctx context.Context, batch []Goal, r Rhythm, yield func(Owed, error) bool) bool {
	if len(batch) == 0 {
		return true
	}
	f := CheckInFilter{Tenant: batch[0].Tenant}
	for _, g := range batch {
		f.Goals = append(f.Goals, g.ID)
	}
	made := map[string][]CheckIn{}
	for c, err := range s.office.Stores.CheckIns.List(ctx, f) {
		if err != nil {
			yield(Owed{}, err)
			return false
		}
		made[c.Goal] = append(made[c.Goal], c)
	}
	today, working := s.office.Gate.Today(), s.office.Gate.WorkingDays()
	for _, g := range batch {
		owed, err := r.owed(g.tracked(), working, made[g.ID], today)
		if err != nil {
			yield(Owed{}, err)
			return false
		}
		if owed.Goal = g; len(owed.Overdue) == 0 && owed.Next.IsZero() {
			continue
		}
		if !yield(owed, nil) {
			return false
		}
	}
	return true
}

// made are the check-ins of a goal, by their days.
func (in Stores) made(ctx context.Context, g Goal) ([]CheckIn, error) {
	return record.Collect(in.CheckIns.List(ctx, CheckInFilter{Tenant: g.Tenant, Goals: []string{g.ID}}))
}

// earlier are the check-ins that the health of another one goes by, if it does.
func (s *Service) earlier(ctx context.Context, in Stores, g Goal) ([]CheckIn, error) {
	if by := s.rules.Pacing.By; by == "" || by == HealthByPace {
		return nil, nil
	}
	return in.made(ctx, g)
}
