package improvement_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// What the tests share: Li Na's plan with Wang Fang to answer within 12 hours, over 30
// days that begin on a Monday; He Rui of HR approves.
const (
	employee = "li.na"
	manager  = "wang.fang"
	hr       = "he.rui"
)

var (
	key   = record.Key{Tenant: "t1", ID: "p1"}
	first = calendar.MustDate("2026-11-02")
	last  = calendar.MustDate("2026-12-01")
)

func at(person string) record.Stamp {
	return record.By(person, time.Date(2026, 12, 1, 9, 30, 0, 0, time.UTC))
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func pip() improvement.Draft {
	return improvement.Draft{
		Type: improvement.PIP, Employee: employee, Manager: manager,
		Period: calendar.Period{From: first, To: last},
		Aims: []improvement.Aim{{
			Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
			Baseline: new(dec("24")), Target: new(dec("12")), Due: last, Method: "Customers first, each morning.",
		}},
		Actions:    []improvement.Action{{What: "Order the day by customers.", Owner: employee, Due: first.AddDays(7)}},
		Support:    []improvement.Support{{Kind: improvement.MentorSupport, What: "An hour with Zhao Min each week.", Owner: "zhao.min"}},
		Milestones: []improvement.Milestone{{What: "Within 18 h on average.", Due: first.AddDays(14)}},
		Tracking:   []calendar.Cadence{calendar.Weekly},
	}
}

func idp() improvement.Draft {
	d := pip()
	d.Type, d.Support = improvement.IDP, nil
	d.Aims = []improvement.Aim{{
		Metric: "product test", Unit: number.Score, Direction: goal.Increase,
		Baseline: new(dec("65")), Target: new(dec("85")), Due: last,
	}}
	d.Actions = []improvement.Action{{What: "Study the handbook.", Owner: employee, Due: last, Sessions: 2, Hours: new(dec("1"))}}
	return d
}

func drafted(t *testing.T, d improvement.Draft) improvement.Plan {
	t.Helper()
	p, err := improvement.New(key, d, at(manager))
	require.NoError(t, err)
	return p
}

func approved(t *testing.T, d improvement.Draft) improvement.Plan {
	t.Helper()
	p, err := drafted(t, d).Approve(at(hr))
	require.NoError(t, err)
	return p
}

func active(t *testing.T, d improvement.Draft) improvement.Plan {
	t.Helper()
	return signed(t, approved(t, d), approved(t, d).Digest())
}

// signed is the plan with both signatures under d.
func signed(t *testing.T, p improvement.Plan, d record.Digest) improvement.Plan {
	t.Helper()
	p, err := p.Sign(record.Sign(at(manager), improvement.ByManager, d))
	require.NoError(t, err)
	p, err = p.Sign(record.Sign(at(employee), improvement.ByEmployee, d))
	require.NoError(t, err)
	return p
}

func tracked(t *testing.T, p improvement.Plan, by string, on calendar.Date, value string) improvement.Plan {
	t.Helper()
	p, err := p.Track(improvement.Progress{On: on, Metric: p.Aims[0].Metric, Value: dec(value)}, at(by))
	require.NoError(t, err)
	return p
}

// reviewed is an active plan with each of its four weekly reviews held and its support given.
func reviewed(t *testing.T, d improvement.Draft) improvement.Plan {
	t.Helper()
	p := active(t, d)
	for week := range 4 {
		p = tracked(t, p, manager, first.AddDays(7*(week+1)), "20")
	}
	for i := range p.Support {
		var err error
		p, err = p.GiveSupport(i, first, at(manager))
		require.NoError(t, err)
	}
	return p
}

func closing(o improvement.Outcome, metric, value string) improvement.Closing {
	return improvement.Closing{
		Outcome: o, On: last, Reason: "The figures of the ticket system.",
		Results:  []improvement.Result{{Metric: metric, Value: dec(value)}},
		Evidence: []record.Evidence{{Link: "https://example.org/tickets"}},
	}
}

func assessed(t *testing.T, d improvement.Draft, o improvement.Outcome, value string) improvement.Plan {
	t.Helper()
	p, err := reviewed(t, d).Assess(closing(o, d.Aims[0].Metric, value), calendar.Weekends{}, at(manager))
	require.NoError(t, err)
	return p
}

func closed(t *testing.T, d improvement.Draft, o improvement.Outcome, value string) improvement.Plan {
	t.Helper()
	p := assessed(t, d, o, value)
	return signed(t, p, p.ClosingDigest())
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
