package access_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var (
	firstHalf  = calendar.Half(2024, 1)
	secondHalf = calendar.Half(2024, 2)
	spring     = calendar.MustDate("2024-03-01")
	autumn     = calendar.MustDate("2024-10-01")
)

// chart: the boss over two leads; agent A changes from lead 1 to lead 2 at half-year and
// has a dotted line to the boss.
func chart(t *testing.T) *access.Chart {
	t.Helper()
	c, err := access.NewChart("acme", []access.Person{
		{ID: "boss"}, {ID: "lead1"}, {ID: "lead2"}, {ID: "a", Name: "Agent A"}, {ID: "b"},
	}, []access.Reporting{
		{Person: "lead1", Manager: "boss"},
		{Person: "lead2", Manager: "boss", During: calendar.Period{From: firstHalf.From}},
		{Person: "a", Manager: "boss", Dotted: true},
		{Person: "a", Manager: "lead1", During: firstHalf},
		{Person: "a", Manager: "lead2", During: secondHalf},
		{Person: "b", Manager: "lead1"},
	})
	require.NoError(t, err)
	return c
}

func ExampleGate_Pass() {
	gate := access.Gate{
		Policy: access.Policy{
			{Verb: "goal.agree", Relations: []access.Relation{access.Self, access.Manager}},
			{Verb: "goal.agree", Roles: []access.Role{"auditor"}, Deny: true},
		},
		Clock: func() time.Time { return time.Date(2024, 7, 1, 9, 0, 0, 0, time.UTC) },
	}
	goal := access.Subject{Tenant: "acme", Kind: "goal", ID: "G1", Person: "E1"}

	stamp, err := gate.Pass(context.Background(), access.Actor{Tenant: "acme", Person: "E1"}, "goal.agree", goal)
	fmt.Println(stamp.By, stamp.Action, stamp.At.Format(time.DateOnly), err)

	_, err = gate.Pass(context.Background(), access.Actor{Tenant: "acme", Person: "E2"}, "goal.agree", goal)
	fmt.Println(err, errors.Is(err, fault.ErrForbidden))
	// Output:
	// E1 goal.agree 2024-07-01 <nil>
	// E2 may not do this: goal.agree on goal G1 true
}

func TestLinesHoldOnTheirDays(t *testing.T) {
	c := chart(t)
	ctx := t.Context()
	for _, q := range []struct {
		person string
		on     calendar.Date
		want   []string
	}{
		{"a", spring, []string{"lead1", "boss"}},
		{"a", autumn, []string{"lead2", "boss"}},
		{"lead2", calendar.MustDate("2023-12-31"), nil},
		{"lead1", calendar.MustDate("1999-01-01"), []string{"boss"}},
		{"boss", spring, nil},
	} {
		managers, err := c.Managers(ctx, "acme", q.person, q.on)
		require.NoError(t, err)
		assert.Equal(t, q.want, managers, "%s on %s: solid line first", q.person, q.on)
	}
	line, err := access.LineOf(ctx, c, "acme", "a", spring)
	require.NoError(t, err)
	assert.Equal(t, []string{"lead1", "boss"}, line, "each once, nearest first")
	assert.Equal(t, []string{"a", "b"}, c.Reports("lead1", spring))
	assert.Equal(t, []string{"b"}, c.Reports("lead1", autumn))

	p, err := c.Person(ctx, "acme", "a")
	require.NoError(t, err)
	assert.Equal(t, "Agent A", p.In(text.Chinese))
	for _, tenant := range []string{"acme", "other"} {
		id := map[string]string{"acme": "nobody", "other": "a"}[tenant]
		_, err = c.Person(ctx, tenant, id)
		require.ErrorIs(t, err, fault.ErrNotFound)
		_, err = c.Managers(ctx, tenant, id, spring)
		require.ErrorIs(t, err, fault.ErrNotFound)
	}
}

func TestAChartRefusesEverythingThatIsWrongAtOnce(t *testing.T) {
	_, err := access.NewChart("acme", []access.Person{{ID: "a"}, {ID: ""}, {ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}}, []access.Reporting{
		{Person: "a", Manager: "b", During: firstHalf},
		{Person: "b", Manager: "c", During: firstHalf},
		{Person: "c", Manager: "a", During: calendar.Period{From: spring, To: autumn}},
		{Person: "x", Manager: "y"},
		{Person: "a", Manager: "d", During: calendar.Period{From: autumn, To: spring}},
		{Person: "a", Manager: "d", During: firstHalf},
		{Person: "d", Manager: "d"},
		{Person: "b", Manager: "a", During: secondHalf}, // not at the same time: no circle
	})
	var got []string
	for _, v := range fault.Of(err) {
		got = append(got, v.Path+" "+v.Code)
	}
	assert.Equal(t, []string{
		"people[1].id access.person.required", "people[2].id access.person.twice",
		"lines[3].person access.person.unknown", "lines[3].manager access.person.unknown",
		"lines[4].during.to calendar.period.order",
		"lines[5] access.line.two",
		"lines[2] access.line.circle", "lines[6] access.line.circle.always",
	}, got)
	assert.Contains(t, err.Error(), "on 1 Mar 2024: c, a, b, c", "the circle is named")
}

func TestRelationsAreThoseOfTheDay(t *testing.T) {
	verbs := map[access.Relation]access.Verb{
		access.Self: "as.self", access.Manager: "as.manager", access.Line: "as.line",
		access.Anyone: "as.anyone", "rater": "as.rater",
	}
	var policy access.Policy
	for relation, verb := range verbs {
		policy = append(policy, access.Rule{Verb: verb, Relations: []access.Relation{relation}})
	}
	subject := access.Subject{
		Tenant: "acme", Kind: "review", ID: "R1", Person: "a", Related: map[access.Relation][]string{"rater": {"b"}},
	}
	for _, c := range []struct {
		actor string
		on    string
		want  []access.Relation
	}{
		{"a", "2024-03-01", []access.Relation{access.Self, access.Anyone}},
		{"lead1", "2024-03-01", []access.Relation{access.Manager, access.Line, access.Anyone}},
		{"lead2", "2024-03-01", []access.Relation{access.Anyone}},
		{"lead2", "2024-10-01", []access.Relation{access.Manager, access.Line, access.Anyone}},
		{"boss", "2024-10-01", []access.Relation{access.Manager, access.Line, access.Anyone}},
		{"b", "2024-10-01", []access.Relation{"rater", access.Anyone}},
		{"", "2024-10-01", nil},
	} {
		at := calendar.MustDate(c.on).Time().Add(-time.Hour) // the day before in UTC, the day itself in China
		gate := access.Gate{
			Policy: policy, Directory: chart(t), Clock: func() time.Time { return at },
			Zone: time.FixedZone("CST", 8*3600),
		}
		for relation, verb := range verbs {
			_, err := gate.Pass(t.Context(), access.Actor{Tenant: "acme", Person: c.actor}, verb, subject)
			if slices.Contains(c.want, relation) {
				require.NoError(t, err, "%s as %s on %s", c.actor, relation, c.on)
			} else {
				require.ErrorIs(t, err, fault.ErrForbidden, "%s as %s on %s", c.actor, relation, c.on)
			}
		}
	}
}

func TestWhatNoRuleAllowsIsDenied(t *testing.T) {
	policy := access.Policy{
		{Verb: "read", Roles: []access.Role{access.HR}},
		{Verb: "read", Relations: []access.Relation{access.Self}, States: []string{"published"}},
		{Verb: "read", Roles: []access.Role{"suspended"}, Deny: true},
	}
	require.NoError(t, policy.Validate())
	subject := access.Subject{Tenant: "acme", Person: "a", State: "published"}
	for _, c := range []struct {
		name      string
		tenant    string
		verb      access.Verb
		state     string
		roles     []access.Role
		relations []access.Relation
		want      bool
	}{
		{"by role", "acme", "read", "draft", []access.Role{access.HR}, nil, true},
		{"by relation in the state", "acme", "read", "published", nil, []access.Relation{access.Self}, true},
		{"not in another state", "acme", "read", "draft", nil, []access.Relation{access.Self}, false},
		{"not another verb", "acme", "write", "published", []access.Role{access.HR}, nil, false},
		{"not by another role", "acme", "read", "published", []access.Role{"clerk"}, nil, false},
		{"not from another tenant", "other", "read", "published", []access.Role{access.HR}, nil, false},
		{"a denial outweighs", "acme", "read", "published", []access.Role{access.HR, "suspended"}, nil, false},
	} {
		subject.State = c.state
		d := policy.Decide(access.Actor{Tenant: c.tenant, Person: "x", Roles: c.roles}, c.verb, subject, c.relations)
		assert.Equal(t, c.want, d.Allowed, c.name)
	}
	assert.False(t, policy.Decide(access.Actor{}, "read", access.Subject{}, []access.Relation{access.Self}).Allowed,
		"no tenant is not a tenant")
	assert.Empty(t, policy.Without("read"))
	assert.Len(t, policy, 3)
	require.ErrorIs(t, access.Policy{{}}.Validate(), fault.ErrInvalid)
}

func TestEveryDecisionIsToldBeforeItTakesEffect(t *testing.T) {
	var told []string
	gate := access.Gate{
		Policy:  access.Policy{{Verb: "read", Relations: []access.Relation{access.Anyone}}},
		IDs:     &record.Sequence{Prefix: "R"},
		Decided: func(_ context.Context, d access.Decision) error { told = append(told, d.In(text.English)); return nil },
	}
	a := access.Actor{Tenant: "acme", Person: "a"}
	_, err := gate.Pass(t.Context(), a, "read", access.Subject{Tenant: "acme", Kind: "goal", ID: "1"})
	require.NoError(t, err)
	_, err = gate.Pass(t.Context(), a, "read", access.Subject{Tenant: "other", Kind: "goal", ID: "1"})
	require.ErrorIs(t, err, fault.ErrForbidden)
	assert.Equal(t, []string{"a may do this: read on goal 1", "a may not do this: read on goal 1"}, told)

	broken := errors.New("disk on fire")
	gate.Decided = func(context.Context, access.Decision) error { return broken }
	_, err = gate.Pass(t.Context(), a, "read", access.Subject{Tenant: "acme"})
	require.ErrorIs(t, err, broken, "what can't be logged is not done")

	assert.Equal(t, record.Key{Tenant: "acme", ID: "R-000001"}, gate.NewKey("acme"))
	_, err = access.Gate{}.Pass(t.Context(), a, "read", access.Subject{Tenant: "acme"})
	require.ErrorIs(t, err, fault.ErrForbidden, "the zero gate is shut")
	assert.NotEmpty(t, access.Gate{}.NewKey("t").ID)
	assert.False(t, access.Gate{}.Today().IsZero())
	assert.Equal(t, calendar.Weekends{}, access.Gate{}.WorkingDays())
	assert.Equal(t, calendar.China(), access.Gate{Working: calendar.China()}.WorkingDays())
}

type brokenDirectory struct{ access.Directory }

func (brokenDirectory) Managers(context.Context, string, string, calendar.Date) ([]string, error) {
	return nil, errors.New("directory down")
}

func TestADirectoryThatFailsStopsTheOperation(t *testing.T) {
	gate := access.Gate{Policy: access.Policy{{Verb: "read", Relations: []access.Relation{access.Anyone}}}, Directory: brokenDirectory{}}
	_, err := gate.Pass(t.Context(), access.Actor{Tenant: "t", Person: "a"}, "read", access.Subject{Tenant: "t", Person: "b"})
	require.ErrorContains(t, err, "directory down")

	gate.Directory = chart(t)
	_, err = gate.Pass(t.Context(), access.Actor{Tenant: "acme", Person: "boss"}, "read", access.Subject{Tenant: "acme", Person: "left long ago"})
	require.NoError(t, err, "whoever has left has no line; other relations still hold")
}
