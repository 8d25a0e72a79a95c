package goal_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// full is a goal with something in every field of its terms.
func full() goal.Draft {
	d := response()
	d.Terms = goal.Terms{
		From: q3.From.AddDays(1), Form: goal.KPI, Perspective: goal.Customer,
		Title: "Answer complaints within 12 hours", Description: "of the hotline", Why: "customers leave us over it",
		Method: "rework the follow-up process", Confidence: new(dec("70")), Due: day("2024-09-15"),
		Path: goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{{On: day("2024-08-01"), Percent: dec("30")}}},
		Measures: []goal.Measure{{
			Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
			Baseline: new(dec("24")), Threshold: new(dec("18")), Target: new(dec("12")), Stretch: new(dec("8")),
			StretchScore: new(dec("120")), Weight: new(dec("100")), Source: "ticket system",
			Curve: rating.Curve{Shape: rating.Linear, Cap: new(dec("150")), Floor: new(dec("10")), Worse: rating.WorseZero, Still: rating.StillKept},
		}},
		Supports: []goal.Link{{Goal: "company-1", Share: new(dec("40"))}},
	}
	return d
}

// confirmed are a plan and its goal, signed by both.
func confirmed(t require.TestingT) (goal.Plan, goal.Goal) {
	g, err := goal.New(key("g1"), full(), lin)
	require.NoError(t, err)
	g, err = g.Propose(lin)
	require.NoError(t, err)
	p, err := goal.NewPlan(key("p1"), goal.PlanDraft{
		Employee: "lin", Period: q3, Items: []goal.Item{{Goal: "g1", Weight: dec("100")}}, Confidence: new(dec("80")),
	}, lin)
	require.NoError(t, err)
	p, err = p.Propose([]goal.Goal{g}, goal.PlanPolicy{}, lin)
	require.NoError(t, err)
	for role, who := range map[string]record.Stamp{goal.ByEmployee: lin, goal.ByManager: wei} {
		p, err = p.Sign(record.Sign(who, role, p.Digest()))
		require.NoError(t, err)
	}
	return p, signed(t, g)
}

func TestTheConfirmationFormHasAllThatIsSigned(t *testing.T) {
	p, g := confirmed(t)
	c, err := p.Confirmation([]goal.Goal{g})
	require.NoError(t, err)
	assert.True(t, c.Confirmed)
	written, err := json.MarshalIndent(c, "", "  ")
	require.NoError(t, err)
	golden := filepath.Join("testdata", "confirmation.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, append(written, '\n'), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.JSONEq(t, string(want), string(written), "if the change is meant, run the test with -update")
}

func TestTheConfirmationFormSaysHowEachSignatureStands(t *testing.T) {
	p, g := confirmed(t)
	states := func(all []goal.SignatureStatus) (states []goal.SignatureState) {
		for _, s := range all {
			states = append(states, s.State)
		}
		return states
	}
	both := func(s goal.SignatureState) []goal.SignatureState { return []goal.SignatureState{s, s} }

	unsigned, bare := p, g
	unsigned.Signatures, bare.Signatures = nil, nil
	c, err := unsigned.Confirmation([]goal.Goal{bare})
	require.NoError(t, err)
	assert.False(t, c.Confirmed)
	assert.Equal(t, both(goal.SignatureAwaited), states(c.Signatures))
	assert.Equal(t, "lin", c.Signatures[0].By, "who has to sign")
	assert.Empty(t, c.Signatures[1].By, "the org chart knows the manager")

	edited := g
	edited.Terms.Method = "hire two more"
	c, err = p.Confirmation([]goal.Goal{edited})
	require.NoError(t, err)
	assert.Equal(t, both(goal.SignatureVoid), states(c.Goals[0].Signatures))
	assert.Equal(t, "签字后内容已变更", c.Goals[0].Signatures[0].Why.In(text.Chinese))
	assert.Equal(t, both(goal.SignatureVoid), states(c.Signatures), "the plan was signed with that goal")
	assert.Equal(t, "goal.signature.goal", c.Signatures[0].Why.Code)
	assert.False(t, c.Confirmed)

	surer := p
	surer.Confidence = new(dec("81"))
	c, err = surer.Confirmation([]goal.Goal{g})
	require.NoError(t, err)
	assert.Equal(t, both(goal.SignatureVoid), states(c.Signatures))
	assert.Equal(t, both(goal.SignatureValid), states(c.Goals[0].Signatures))

	forged := p
	forged.Signatures = record.Signatures{record.Sign(wei, goal.ByEmployee, p.Digest()), record.Sign(wei, goal.ByManager, p.Digest())}
	c, err = forged.Confirmation([]goal.Goal{g})
	require.NoError(t, err)
	assert.Equal(t, both(goal.SignatureVoid), states(c.Signatures), "the manager signed for both")

	_, err = p.Confirmation(nil)
	assert.Equal(t, []string{"items[0].goal goal.plan.missing"}, codes(err))
	stray := g
	stray.Owner = "mei"
	_, err = p.Confirmation([]goal.Goal{stray})
	assert.Equal(t, []string{"items[0].goal goal.plan.owner"}, codes(err))
}

func TestARevisionThatIsSignedLeavesThePlansSignaturesValid(t *testing.T) {
	p, g := confirmed(t)
	g, err := g.Activate(q3.From, wei)
	require.NoError(t, err)
	g, err = g.Revise(inForce(t, g), wei)
	require.NoError(t, err)
	c, err := p.Confirmation([]goal.Goal{g})
	require.NoError(t, err)
	assert.True(t, c.Confirmed)
	assert.Equal(t, 1, c.Goals[0].Revised)
	rewritten := g
	rewritten.Former = []goal.Terms{g.Former[0]}
	rewritten.Former[0].Title = "Answer complaints"
	c, err = p.Confirmation([]goal.Goal{rewritten})
	require.NoError(t, err)
	assert.Equal(t, goal.SignatureVoid, c.Signatures[0].State, "the plan was not proposed with what was in force at first")
	g.Terms.Title = "Answer complaints some day"
	c, err = p.Confirmation([]goal.Goal{g})
	require.NoError(t, err)
	assert.False(t, c.Confirmed)
	assert.Equal(t, goal.SignatureVoid, c.Signatures[0].State)
}

// Changing anything that is signed changes the digest and voids every signature under it:
// whichever field of terms, plan or item it is, and whatever will be added to them.
func TestAnyChangeOfWhatIsSignedVoidsTheSignatures(t *testing.T) {
	p, g := confirmed(t)
	terms := full().Terms
	n := len(leaves(reflect.ValueOf(&terms).Elem()))
	require.Greater(t, n, 30, "every field of the terms, of their measures, links and points")
	for i := range n {
		terms := full().Terms // fresh pointers
		leaf := leaves(reflect.ValueOf(&terms).Elem())[i]
		leaf.change()
		altered := g
		altered.Terms = terms
		assert.NotEqual(t, g.Digest(), altered.Digest(), "terms%s", leaf.path)
		c, err := p.Confirmation([]goal.Goal{altered})
		require.NoError(t, err)
		for _, s := range append(c.Signatures, c.Goals[0].Signatures...) {
			assert.Equal(t, goal.SignatureVoid, s.State, "terms%s", leaf.path)
		}
	}
	for name, change := range map[string]func(*goal.Goal){
		"owner":  func(g *goal.Goal) { g.Owner = "mei" },
		"level":  func(g *goal.Goal) { g.Level = goal.Unit },
		"period": func(g *goal.Goal) { g.Period.To = g.Period.To.AddDays(1) },
	} {
		altered := g
		change(&altered)
		assert.False(t, altered.Signatures.Complete(altered.Digest(), g.Signers()...), name)
	}
	for name, change := range map[string]func(*goal.Plan){
		"employee":   func(p *goal.Plan) { p.Employee = "mei" },
		"period":     func(p *goal.Plan) { p.Period.From = p.Period.From.AddDays(1) },
		"confidence": func(p *goal.Plan) { p.Confidence = nil },
		"weight":     func(p *goal.Plan) { p.Items[0].Weight = dec("99.9") },
		"item":       func(p *goal.Plan) { p.Items[0].Goal = "g2" },
		"content":    func(p *goal.Plan) { p.Items[0].Digest = "" },
		"items":      func(p *goal.Plan) { p.Items = append(p.Items, goal.Item{Goal: "g2"}) },
	} {
		altered := p
		altered.Items = append([]goal.Item(nil), p.Items...)
		change(&altered)
		assert.False(t, altered.Signatures.Complete(altered.Digest(), record.Signer{Role: goal.ByEmployee}, record.Signer{Role: goal.ByManager}), name)
	}
}

// Figures that are equal are the same content however they are written.
func TestTheSameContentHasTheSameDigest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.Int64Range(1, 1_000_000).Draw(t, "value")
		zeros := rapid.Int32Range(0, 6).Draw(t, "zeros")
		g := drafted(t)
		h := drafted(t)
		scale := decimal.New(1, zeros).Coefficient()
		g.Terms.Measures[0].Target = new(decimal.New(value, 0))
		h.Terms.Measures[0].Target = new(decimal.NewFromBigInt(scale.Mul(decimal.New(1, zeros).BigInt(), decimal.New(value, 0).BigInt()), -zeros))
		require.Equal(t, g.Digest(), h.Digest())
	})
}

type leaf struct {
	path   string
	change func()
}

// leaves are the values in v that are no structs or lists themselves, each with a way to
// change it.
func leaves(v reflect.Value) []leaf {
	switch at := v.Addr().Interface().(type) {
	case *decimal.Decimal:
		return []leaf{{change: func() { *at = at.Add(decimal.New(1, -1)) }}}
	case *calendar.Date:
		return []leaf{{change: func() { *at = at.AddDays(1) }}}
	case *time.Time:
		return []leaf{{change: func() { *at = at.Add(time.Hour) }}}
	}
	var all []leaf
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			for _, l := range leaves(v.Field(i)) {
				l.path = "." + v.Type().Field(i).Name + l.path
				all = append(all, l)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			for _, l := range leaves(v.Index(i)) {
				l.path = "[i]" + l.path
				all = append(all, l)
			}
		}
		all = append(all, leaf{"[more]", func() { v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem()))) }})
	case reflect.Pointer:
		if v.IsNil() {
			return []leaf{{"[new]", func() { v.Set(reflect.New(v.Type().Elem())) }}}
		}
		all = append(leaves(v.Elem()), leaf{"[nil]", func() { v.SetZero() }})
	case reflect.Bool:
		all = append(all, leaf{"", func() { v.SetBool(!v.Bool()) }})
	case reflect.String:
		all = append(all, leaf{"", func() { v.SetString(v.String() + "x") }})
	default:
		panic("how is a " + v.Type().String() + " changed?")
	}
	return all
}
