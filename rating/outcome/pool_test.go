package outcome

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/text"
)

func stake(employee string, nameFigure ...string) Stake {
	return Stake{Employee: employee, Factors: figures(nameFigure...)}
}

func split(portions []Portion) (said []string) {
	for _, p := range portions {
		said = append(said, p.Employee+" "+p.Amount.Value.String())
	}
	return said
}

func TestPoolIsSplitToTheSmallestUnit(t *testing.T) {
	even := []Stake{stake("c", "score", "80", "post", "1"), stake("a", "score", "80", "post", "1"), stake("b", "score", "40", "post", "2")}
	for _, test := range []struct {
		name   string
		places int32
		total  string
		stakes []Stake
		want   []string
	}{
		{"a third each, the cent to the last id", 2, "100", even, []string{"a 33.33", "b 33.33", "c 33.34"}},
		{"no decimals", 0, "100", even, []string{"a 33", "b 33", "c 34"}},
		{"three decimals", 3, "100", even, []string{"a 33.333", "b 33.333", "c 33.334"}},
		{"nothing to split", 2, "0", even, []string{"a 0", "b 0", "c 0"}},
		{"a weight of zero", 2, "0.01", []Stake{stake("a", "score", "80", "post", "0"), stake("b", "score", "1", "post", "0.001")}, []string{"a 0", "b 0.01"}},
		{"one person", 2, "12.34", even[:1], []string{"c 12.34"}},
		{"long scores", 2, "1000", []Stake{
			stake("a", "score", "83.333333333333333333", "post", "1234.567"), stake("b", "score", "83.333333333333333333", "post", "3703.701"),
		}, []string{"a 250", "b 750"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := preset(t, "s-a-b-c-d").Pools[0]
			p.Places = test.places
			got, err := p.Split(num(test.total), test.stakes)
			require.NoError(t, err)
			assert.Equal(t, test.want, split(got))
		})
	}
}

func TestPoolSaysWhoGotWhatWasLeftOver(t *testing.T) {
	p := preset(t, "s-a-b-c-d").Pools[0]
	got, err := p.Split(num("100"), []Stake{
		stake("a", "score", "90", "post", "1.2"), {Employee: "b", Factors: figures("score", "90", "post", "1.2"), Days: &calendar.Share{Days: 46, Of: 92}},
	})
	require.NoError(t, err)
	assert.Equal(t, []string{"a 66.67", "b 33.33"}, split(got))
	assert.Equal(t, `团队奖金池：66.67元
  权重：90 × 1.2，化为整数占 3 份中的 2 份
    绩效得分：90
    岗位系数：1.2
  100 × 2 ÷ 3 = 66.666666…
  截至 66.66，按最大余数法再得尾差 0.01：66.67元`, got[0].Why.Tree(text.Chinese))
	assert.Equal(t, `Team bonus pool: 33.33 CNY
  weight: 90 × 1.2 × 46/92, which is 1 of 3 in whole numbers
    score: 90
    coefficient of the post: 1.2
    46 of 92 days count
  100 × 1 ÷ 3 = 33.333333…
  cut to the smallest unit, 0.01: 33.33 CNY`, got[1].Why.Tree(text.English))
}

func TestPoolRefusesWhatCanNotBeSplit(t *testing.T) {
	p := preset(t, "s-a-b-c-d").Pools[0]
	_, err := p.Split(num("-1"), []Stake{
		stake("a", "score", "-1", "post", "1e40"), stake("a", "score", "1"), stake("", "score", "1", "post", "1", "luck", "2"),
		{Employee: "d", Factors: figures("score", "1", "post", "1"), Days: &calendar.Share{Days: 2, Of: 1}},
	})
	violated(t, err, "total figure.negative",
		"stakes[0].factors.score figure.negative", "stakes[0].factors.post number.bounds",
		"stakes[1].employee code.twice", "stakes[1].factors.post pool.factor.missing",
		"stakes[2].employee check.required", "stakes[2].factors.luck pool.factor.unknown", "stakes[3].days.days calendar.share.days")
	_, err = p.Split(num("1"), []Stake{stake("a", "score", "0", "post", "1")})
	violated(t, err, "stakes number.weight.zero")
	_, err = p.Split(num("1"), nil)
	violated(t, err, "stakes number.weight.zero")
	_, err = p.Split(num("1.001"), []Stake{stake("a", "score", "1", "post", "1")})
	violated(t, err, "total number.total.places")
	huge := "1e35"
	_, err = p.Split(num("1"), []Stake{stake("a", "score", huge, "post", "7"), stake("b", "score", "3", "post", "1e-18"), stake("c", "score", huge, "post", "11")})
	violated(t, err, "stakes number.bounds")
	p.Factors = nil
	_, err = p.Split(num("1"), []Stake{stake("a")})
	violated(t, err, "factors check.required")
}

func TestPoolPortionsAddUpWhateverTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := preset(t, "s-a-b-c-d").Pools[0]
		p.Places = rapid.Int32Range(0, 3).Draw(t, "places")
		var stakes []Stake
		for i := range rapid.IntRange(1, 12).Draw(t, "people") {
			stakes = append(stakes, Stake{
				Employee: fmt.Sprintf("E-%02d", i),
				Factors:  map[string]decimal.Decimal{"score": figure(t, 1200, 1, "score"), "post": figure(t, 300, 2, "post")},
				Days:     drawDays(t),
			})
		}
		stakes = append(stakes, stake("E-99", "score", "1", "post", "1"))
		total := figure(t, 1e9, p.Places, "total")
		portions, err := p.Split(total, stakes)
		require.NoError(t, err)

		products, all := make([]*big.Rat, len(stakes)), new(big.Rat)
		for i, s := range stakes {
			products[i] = new(big.Rat).Mul(s.Factors["score"].Rat(), s.Factors["post"].Rat())
			if s.Days != nil {
				products[i].Mul(products[i], s.Days.Rat())
			}
			all.Add(all, products[i])
		}
		sum := decimal.Zero
		for i, portion := range portions {
			sum = sum.Add(portion.Amount.Value)
			exact := new(big.Rat).Quo(products[i].Mul(products[i], total.Rat()), all)
			off := new(big.Rat).Sub(portion.Amount.Value.Rat(), exact)
			assert.Negative(t, off.Abs(off).Cmp(decimal.New(1, -p.Places).Rat()), "less than one unit from the exact part")
			if exact.Sign() == 0 {
				assert.True(t, portion.Amount.Value.IsZero())
			}
		}
		assert.True(t, sum.Equal(total), "%s of %s", sum, total)

		again, err := p.Split(total, rapid.Permutation(slices.Clone(stakes)).Draw(t, "order"))
		require.NoError(t, err)
		assert.Equal(t, split(portions), split(again))
	})
}
