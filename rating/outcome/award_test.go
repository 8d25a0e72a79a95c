package outcome

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

func awardOf(code, employee string) Award {
	return Award{
		Code: code, Employee: employee, Period: calendar.Quarter(2026, 3),
		Amount: &number.Quantity{Value: num("100.50"), Unit: number.Yuan},
	}
}

func TestAwardKeyIsOfWhatIsAwardedNotOfHowMuch(t *testing.T) {
	p := preset(t, "s-a-b-c-d")
	first, err := p.Award(awardOf("bonus", "E-1"))
	require.NoError(t, err)
	assert.Equal(t, Bonus, first.Kind)
	require.NoError(t, first.Validate())

	same := awardOf("bonus", "E-1")
	same.Amount = &number.Quantity{Value: num("99")}
	p.Version = 2
	second, err := p.Award(same)
	require.NoError(t, err)
	assert.Equal(t, first.Key, second.Key, "neither a correction nor a new edition awards twice")

	keys := map[record.Digest]bool{first.Key: true}
	for _, change := range []func(*Policy, *Award){
		func(_ *Policy, a *Award) { a.Employee = "E-2" },
		func(_ *Policy, a *Award) { a.Period = a.Period.Next() },
		func(_ *Policy, a *Award) { a.Code = "team-pool" },
		func(p *Policy, a *Award) { p.Merit, a.Code = preset(t, "one-to-five").Merit, "merit" },
		func(_ *Policy, a *Award) { a.Code = "promotion" },
		func(p *Policy, _ *Award) { p.ID = "other" },
	} {
		policy, a := p, awardOf("bonus", "E-1")
		change(&policy, &a)
		made, err := policy.Award(a)
		require.NoError(t, err)
		assert.False(t, keys[made.Key])
		keys[made.Key] = true
	}
}

func TestAwardRefusesWhatIsIncomplete(t *testing.T) {
	p := preset(t, "s-a-b-c-d")
	_, err := p.Award(Award{})
	violated(t, err, "code check.required", "code code.unknown", "employee check.required",
		"period.from calendar.date.required", "period.to calendar.date.required")
	_, err = p.Award(awardOf("car", "E-1"))
	violated(t, err, "code code.unknown")
	a := awardOf("bonus", "E-1")
	a.Amount = nil
	_, err = p.Award(a)
	violated(t, err, "amount figure.required")
	a = awardOf("promotion", "E-1")
	a.Amount = nil
	a, err = p.Award(a)
	require.NoError(t, err)
	a.Employee = "E-2"
	a.Version = 0
	a.Kind = "car"
	violated(t, a.Validate(), "kind fault.value.unknown", "key award.key", "version version.required")
}

func TestASecondRunAwardsNothing(t *testing.T) {
	p := preset(t, "s-a-b-c-d")
	var run []Award
	for _, employee := range []string{"E-1", "E-2", "E-1", "E-3"} {
		a, err := p.Award(awardOf("bonus", employee))
		require.NoError(t, err)
		run = append(run, a)
	}
	stored := map[record.Digest]bool{}
	known := func(k record.Digest) bool { return stored[k] }
	fresh := Fresh(run, known)
	require.Len(t, fresh, 3)
	assert.Equal(t, []string{"E-1", "E-2", "E-3"}, []string{fresh[0].Employee, fresh[1].Employee, fresh[2].Employee})
	for _, a := range fresh[:2] {
		stored[a.Key] = true
	}
	assert.Len(t, Fresh(run, known), 1, "what a run that broke off did not store")
	stored[fresh[2].Key] = true
	assert.Empty(t, Fresh(run, known))
}
