package outcome

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

func pay(level, salary, midpoint, top string) Pay {
	return Pay{Level: level, Salary: ptr(salary), Midpoint: ptr(midpoint), Top: ptr(top)}
}

func TestIncreaseIsByRatingAndCompaRatio(t *testing.T) {
	for _, test := range []struct {
		name                    string
		pay                     Pay
		boundary                rating.Boundary
		top                     TopPolicy
		band, amount, lump, new string
	}{
		{"below the midpoint", pay("5", "8500", "10000", "12000"), "", "", "low", "595", "0", "9095"},
		{"at the end of a band", pay("5", "9000", "10000", "12000"), "", "", "middle", "450", "0", "9450"},
		{"at the end, which belongs below", pay("5", "9000", "10000", "12000"), rating.BoundaryDown, "", "low", "630", "0", "9630"},
		{"a hair below, where a quotient would round up", pay("5", "8999999999999999.99", "10000000000000000", "12000000000000000"), "", "", "low", "630000000000000", "0", "9629999999999999.99"},
		{"rounded once", pay("4", "10000.33", "10000", "12000"), "", "", "middle", "350.01", "0", "10350.34"},
		{"to the top, the rest paid once", pay("5", "11800", "10000", "12000"), "", TopLumpSum, "high", "200", "213", "12000"},
		{"to the top, the rest cut", pay("5", "11800", "10000", "12000"), "", TopCut, "high", "200", "0", "12000"},
		{"beyond the top", pay("5", "11800", "10000", "12000"), "", TopKept, "high", "413", "0", "12213"},
		{"above the top already, all paid once", pay("5", "13000", "10000", "12000"), "", TopLumpSum, "high", "0", "455", "13000"},
		{"above the top already, all cut", pay("5", "13000", "10000", "12000"), "", TopCut, "high", "0", "0", "13000"},
		{"exactly to the top", pay("5", "10000", "10000", "10500"), "", TopLumpSum, "middle", "500", "0", "10500"},
		{"no increase", pay("1", "9500", "10000", "12000"), "", TopLumpSum, "middle", "0", "0", "9500"},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := preset(t, "one-to-five").Merit[0]
			m.Top, m.Bands.Boundary = test.top, test.boundary
			got, err := m.Increase(test.pay)
			require.NoError(t, err)
			assert.Equal(t, []string{test.band, test.amount, test.lump, test.new},
				[]string{got.Band, got.Amount.String(), got.LumpSum.String(), got.Salary.String()}, "%s", got.Why.Tree(text.English))
		})
	}
}

func TestIncreaseRefusesWhatIsMissingOrOutside(t *testing.T) {
	m := preset(t, "one-to-five").Merit[0]
	_, err := m.Increase(Pay{Level: "6", Midpoint: ptr("0"), Percent: ptr("-1")})
	violated(t, err, "salary figure.required", "midpoint midpoint.zero", "top figure.required",
		"percent figure.negative", "level level.unknown")
	_, err = m.Increase(pay("5", "50000.01", "10000", "12000"))
	violated(t, err, "salary ratio.outside")
	p := pay("5", "9500", "10000", "12000")
	p.Percent = ptr("6.01")
	_, err = m.Increase(p)
	violated(t, err, "percent guide.outside")
	_, err = m.Increase(Pay{Level: "5", Salary: ptr("999999999999999999999999999999999999"), Midpoint: ptr("999999999999999999999999999999999999"), Top: ptr("1e35")})
	violated(t, err, "salary number.bounds")
	p.Level, p.Percent = "1", ptr("0.5")
	_, err = m.Increase(p)
	violated(t, err, "percent guide.outside")
	m.Rounding.Mode = ""
	_, err = m.Increase(p)
	violated(t, err, "rounding.mode number.rounding.mode")
	_, err = m.Budget(slices.Values([]Pay{p}))
	violated(t, err, "rounding.mode number.rounding.mode")
}

func TestAManagerChoosesWithinTheGuide(t *testing.T) {
	m := preset(t, "one-to-five").Merit[0]
	for _, percent := range []string{"4", "4.75", "6"} {
		p := pay("5", "10000", "10000", "12000")
		p.Percent = ptr(percent)
		got, err := m.Increase(p)
		require.NoError(t, err)
		assert.True(t, got.Amount.Equal(num(percent).Mul(number.Hundred)))
		assert.Contains(t, got.Why.Tree(text.English), "chosen within the guide")
	}
}

func TestBudgetIsTheSumOfAllIncreases(t *testing.T) {
	m := preset(t, "one-to-five").Merit[0]
	b, err := m.Budget(slices.Values([]Pay{
		pay("5", "8500", "10000", "12000"), pay("5", "11800", "10000", "12000"), pay("1", "9700", "10000", "12000"),
	}))
	require.NoError(t, err)
	assert.Equal(t, []string{"30000", "795", "213"}, []string{b.Payroll.String(), b.Increases.String(), b.LumpSums.String()})
	assert.Equal(t, 3, b.People)
	assert.True(t, b.Within(num("3.36"))) // exactly
	assert.False(t, b.Within(num("3.35")))

	_, err = m.Budget(slices.Values([]Pay{pay("5", "8500", "10000", "12000"), pay("X", "1", "1", "1"), {Level: "5"}}))
	violated(t, err, "people[1].level level.unknown", "people[2].salary figure.required", "people[2].midpoint figure.required", "people[2].top figure.required")
}

func TestTheTopDecidesHowAnIncreaseIsPaidNotHowMuch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := preset(t, "one-to-five").Merit[0]
		m.Rounding = anyRounding(t)
		p := Pay{
			Level: rapid.SampledFrom([]string{"1", "2", "3", "4", "5"}).Draw(t, "level"), Salary: new(figure(t, 5e6, 2, "salary")),
			Midpoint: ptr("10000"), Top: new(figure(t, 2e6, 2, "top")),
		}
		results := map[TopPolicy]Increase{}
		for _, top := range []TopPolicy{TopKept, TopCut, TopLumpSum} {
			m.Top = top
			got, err := m.Increase(p)
			require.NoError(t, err)
			assert.True(t, got.Salary.Equal(p.Salary.Add(got.Amount)))
			assert.False(t, got.Amount.IsNegative() || got.LumpSum.IsNegative())
			results[top] = got
		}
		kept, cut, lump := results[TopKept], results[TopCut], results[TopLumpSum]
		assert.True(t, kept.Amount.Equal(lump.Amount.Add(lump.LumpSum)))
		assert.True(t, cut.Amount.Equal(lump.Amount) && cut.LumpSum.IsZero() && kept.LumpSum.IsZero())
		assert.True(t, lump.Salary.LessThanOrEqual(decimal.Max(*p.Top, *p.Salary)))
	})
}
