package review_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name, have string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(have), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), have, "run with -update when the change is meant")
}

// exhaust tries every event in every state: the methods allow what the table allows and
// lead where it leads; everything else is refused and leaves the record as it was.
func exhaust[T any, S, E ~string](
	t *testing.T, table record.Lifecycle[S, E], in func(testing.TB, S) T, do map[E]func(T) (T, error), status func(T) S,
) {
	t.Helper()
	events := map[E]bool{}
	for _, state := range table.States() {
		for _, event := range table.Events(state) {
			events[event] = true
		}
	}
	require.Len(t, do, len(events), "every event of the table has its method here")
	for _, state := range table.States() {
		for event := range events {
			before := in(t, state)
			require.Equal(t, state, status(before))
			require.Contains(t, do, event)
			after, err := do[event](before)
			if want, ok := table[state][event]; ok {
				require.NoError(t, err, "%s in %s", event, state)
				assert.Equal(t, want, status(after), "%s in %s", event, state)
				continue
			}
			require.ErrorIs(t, err, fault.ErrTransition, "%s in %s", event, state)
			assert.Equal(t, state, status(after), "%s in %s", event, state)
		}
	}
}

func TestCycleGoesWhereItsLifecycleSays(t *testing.T) {
	in := func(tb testing.TB, s review.CycleStatus) review.Cycle {
		tb.Helper()
		switch s {
		case review.CycleStatusDraft:
			return draftCycle(tb)
		case review.CycleStatusLaunched:
			return launched(tb)
		case review.CycleStatusClosed:
		}
		c, err := launched(tb).Close(at(hana, "2024-11-01"))
		require.NoError(tb, err)
		return c
	}
	by := at(hana, "2024-09-10")
	exhaust(t, review.CycleLifecycle, in, map[review.CycleEvent]func(review.Cycle) (review.Cycle, error){
		review.CycleEventEdit:   func(c review.Cycle) (review.Cycle, error) { return c.Edit(setup(), by) },
		review.CycleEventLaunch: func(c review.Cycle) (review.Cycle, error) { return c.Launch(by) },
		review.CycleEventEnrol: func(c review.Cycle) (review.Cycle, error) {
			_, err := c.Enrol(key("p"), review.Enrolment{Employee: ana, Manager: ben}, by)
			return c, err
		},
		review.CycleEventReschedule: func(c review.Cycle) (review.Cycle, error) {
			return c.Reschedule(setup().Phases, "a week of sick leave", by)
		},
		review.CycleEventClose: func(c review.Cycle) (review.Cycle, error) { return c.Close(by) },
	}, func(c review.Cycle) review.CycleStatus { return c.Status })
	golden(t, "cycle.mmd", review.CycleLifecycle.Mermaid(review.CycleStatusDraft))
}

func TestSelfReviewGoesWhereItsLifecycleSays(t *testing.T) {
	in := func(tb testing.TB, s review.FormStatus) review.SelfReview {
		tb.Helper()
		if s == review.FormStatusDraft {
			return selfDraft(tb)
		}
		return selfSubmitted(tb)
	}
	by := at(ana, "2024-09-04")
	exhaust(t, review.SelfLifecycle, in, map[review.FormEvent]func(review.SelfReview) (review.SelfReview, error){
		review.FormEventEdit:   func(s review.SelfReview) (review.SelfReview, error) { return s.Edit(ownAccount(), by) },
		review.FormEventSubmit: func(s review.SelfReview) (review.SelfReview, error) { return s.Submit(books(), by) },
		review.FormEventReturn: func(s review.SelfReview) (review.SelfReview, error) { return s.Return("figures missing", by) },
		review.FormEventResolve: func(s review.SelfReview) (review.SelfReview, error) {
			return s.Resolve("g-1", "calls", "the recorded figure holds", by)
		},
	}, func(s review.SelfReview) review.FormStatus { return s.Status })
	golden(t, "selfreview.mmd", review.SelfLifecycle.Mermaid(review.FormStatusDraft))
}

func TestManagerReviewGoesWhereItsLifecycleSays(t *testing.T) {
	in := func(tb testing.TB, s review.FormStatus) review.ManagerReview {
		tb.Helper()
		if s == review.FormStatusDraft {
			return managerDraft(tb)
		}
		return managerSubmitted(tb)
	}
	by := at(ben, "2024-09-10")
	exhaust(t, review.ManagerLifecycle, in, map[review.FormEvent]func(review.ManagerReview) (review.ManagerReview, error){
		review.FormEventEdit:   func(m review.ManagerReview) (review.ManagerReview, error) { return m.Edit(assessment(), by) },
		review.FormEventSubmit: func(m review.ManagerReview) (review.ManagerReview, error) { return m.Submit(rules(), nil, by) },
	}, func(m review.ManagerReview) review.FormStatus { return m.Status })
	golden(t, "managerreview.mmd", review.ManagerLifecycle.Mermaid(review.FormStatusDraft))
}

func TestResultGoesWhereItsLifecycleSays(t *testing.T) {
	by := at(hana, "2024-10-10")
	exhaust(t, review.ResultLifecycle, result, map[review.ResultEvent]func(review.Result) (review.Result, error){
		review.ResultEventCalibrate: func(r review.Result) (review.Result, error) {
			return r.Calibrate("pass", "two of the orders were cancelled", rules(), 10, by)
		},
		review.ResultEventKeep:    func(r review.Result) (review.Result, error) { return r.Keep(by) },
		review.ResultEventPublish: func(r review.Result) (review.Result, error) { return r.Publish(day("2024-10-10"), by) },
		review.ResultEventAccept: func(r review.Result) (review.Result, error) {
			return r.Accept(record.Sign(at(ana, "2024-10-10"), goal.ByEmployee, r.Digest()))
		},
		review.ResultEventAppeal: func(r review.Result) (review.Result, error) { return r.Appeal(at(ana, "2024-10-10")) },
		review.ResultEventSettle: func(r review.Result) (review.Result, error) {
			return r.AfterAppeal(appeal(t, review.AppealStatusDecided), rules(), 10, at(eve, "2024-10-10"))
		},
	}, func(r review.Result) review.ResultStatus { return r.Status })
	golden(t, "result.mmd", review.ResultLifecycle.Mermaid(review.ResultStatusProposed))
}

func TestAppealGoesWhereItsLifecycleSays(t *testing.T) {
	exhaust(t, review.AppealLifecycle, appeal, map[review.AppealEvent]func(review.Appeal) (review.Appeal, error){
		review.AppealEventAssign: func(a review.Appeal) (review.Appeal, error) {
			return a.Assign(hana, review.Lines{}, at(hana, "2024-10-08"))
		},
		review.AppealEventCheck: func(a review.Appeal) (review.Appeal, error) {
			return a.AddCheck(review.Check{Question: "were the standards the same?", Finding: "yes"}, at(eve, "2024-10-08"))
		},
		review.AppealEventDecide: func(a review.Appeal) (review.Appeal, error) {
			return a.Decide(review.Ruling{Outcome: review.Upheld, Reasons: "the orders count for September"}, day("2024-10-09"), at(eve, "2024-10-09"))
		},
		review.AppealEventWithdraw: func(a review.Appeal) (review.Appeal, error) { return a.Withdraw(at(ana, "2024-10-08")) },
	}, func(a review.Appeal) review.AppealStatus { return a.Status })
	golden(t, "appeal.mmd", review.AppealLifecycle.Mermaid(review.AppealStatusFiled))
}

// TestEveryValueHasWordsInBothLanguages walks the tables and the constants.
func TestEveryValueHasWordsInBothLanguages(t *testing.T) {
	var all []text.Speaker
	add := func(s ...text.Speaker) { all = append(all, s...) }
	add(review.SelfPhase, review.ManagerPhase, review.CalibrationPhase, review.FeedbackPhase, review.AppealPhase)
	add(review.OwnCause, review.ExternalCause, review.ResourceCause, review.FromCalibration, review.FromAppeal)
	add(review.Upheld, review.Adjusted, review.Rejected)
	addTable(&all, review.CycleLifecycle)
	addTable(&all, review.SelfLifecycle)
	addTable(&all, review.ManagerLifecycle)
	addTable(&all, review.ResultLifecycle)
	addTable(&all, review.AppealLifecycle)
	for _, s := range all {
		assert.NotEmpty(t, s.In(text.English), "%#v", s)
		assert.Regexp(t, `^\p{Han}+$`, s.In(text.Chinese), "%#v", s)
	}
	assert.Equal(t, "elsewhere", review.Phase("elsewhere").In(text.Chinese), "an unknown value is given as it is")
}

func addTable[S, E interface {
	~string
	text.Speaker
}](all *[]text.Speaker, table record.Lifecycle[S, E],
) {
	for _, state := range table.States() {
		*all = append(*all, state)
		for _, event := range table.Events(state) {
			*all = append(*all, event)
		}
	}
}

func TestAppealIsDueInWorkingDays(t *testing.T) {
	// Sunday 2024-09-29 is a make-up working day; National Day is 1 to 7 October.
	a := appeal(t, review.AppealStatusFiled)
	assert.Equal(t, "2024-10-09", a.Due.String(), "30 September, 8 and 9 October")
	assert.False(t, a.Overdue(day("2024-10-09")))
	assert.True(t, a.Overdue(day("2024-10-10")))
	assert.False(t, appeal(t, review.AppealStatusDecided).Overdue(day("2024-12-01")), "answered")

	plain, err := review.FileAppeal(key("a-2"), result(t, review.ResultStatusPublished), launched(t),
		review.AppealDraft{Grounds: "two orders are missing"}, day("2024-09-29"), calendar.Weekends{}, at(ana, "2024-09-29"))
	require.NoError(t, err)
	assert.Equal(t, "2024-10-02", plain.Due.String(), "without holidays")
}
