package outcome

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

func num(s string) decimal.Decimal  { return decimal.RequireFromString(s) }
func ptr(s string) *decimal.Decimal { return new(num(s)) }
func named(s string) text.Label     { return text.Label{En: s} }

// cents rounds to two places, half up.
var cents = number.Rounding{Places: 2, Mode: number.HalfUp}

// bands are written "A 90 100", from the best down.
func bands(lines ...string) Bands {
	var b Bands
	for _, line := range lines {
		f := strings.Fields(line)
		b.Levels = append(b.Levels, rating.Level{Code: f[0], Label: named(f[0]), From: num(f[1]), To: num(f[2])})
	}
	return b
}

func figures(codeFigure ...string) map[string]decimal.Decimal {
	all := map[string]decimal.Decimal{}
	for i := 0; i < len(codeFigure); i += 2 {
		all[codeFigure[i]] = num(codeFigure[i+1])
	}
	return all
}

func preset(t require.TestingT, name string) Policy {
	p, ok := Preset(name)
	require.True(t, ok, name)
	return p
}

func violated(t *testing.T, err error, want ...string) {
	t.Helper()
	require.ErrorIs(t, err, fault.ErrInvalid)
	var have []string
	for _, v := range fault.Of(err) {
		have = append(have, v.Path+" "+strings.TrimPrefix(v.Code, "outcome."))
	}
	assert.ElementsMatch(t, want, have, "%v", err)
}

func TestPresetsAreValidAndOnlyByName(t *testing.T) {
	assert.Equal(t, []string{"one-to-five", "s-a-b-c-d"}, Presets())
	for _, name := range Presets() {
		data, err := presets.ReadFile("presets/" + name + ".json")
		require.NoError(t, err)
		_, err = ParsePolicy(name, data)
		require.NoError(t, err)
		assert.Equal(t, name, preset(t, name).ID)
	}
	for _, name := range []string{"", "default", "../presets/s-a-b-c-d"} {
		p, ok := Preset(name)
		assert.False(t, ok)
		assert.Zero(t, p)
	}
}

func TestPolicyRefusesEverythingAtOnceWithItsPath(t *testing.T) {
	p := preset(t, "one-to-five")
	p.ID, p.Version, p.Label = "", 0, text.Label{}
	p.Scale.Levels[1].From = num("3.6")
	delete(p.Coefficients[0].Factors, "2")
	p.Coefficients[0].Factors["6"] = num("-1")
	p.Merit[0].Code = p.Coefficients[0].Code
	p.Merit[0].Bands.Levels[2].To = num("95")
	p.Merit[0].Guides["5"]["low"] = Guide{Target: num("9"), Min: ptr("6"), Max: ptr("8")}
	p.Merit[0].Guides["5"]["middle"] = Guide{Target: num("5"), Min: ptr("6")}
	delete(p.Merit[0].Guides["4"], "high")
	p.Merit[0].Top, p.Merit[0].Label = "never", text.Label{}
	p.Pools = []Pool{{Code: "pool", Places: 19, Factors: []Factor{{Name: "score"}, {Name: "score", Label: named("score")}}}}
	p.Rules = []Rule{{Code: "up", Kind: Bonus, Level: "7", Or: "equal", Count: 3, Last: 2, Unrated: "zero"}, {Label: named("x"), Last: 101}}
	violated(t, p.Validate(),
		"id check.required", "version version.required", "label label.required", "scale.levels[2] rating.scale.band.gap",
		"coefficients[0].factors.2 level.missing", "coefficients[0].factors.6 level.unknown", "coefficients[0].factors.6 figure.negative",
		"merit[0].code code.twice", "merit[0].bands.levels[2] rating.scale.band.overlap", "merit[0].label label.required", "merit[0].top fault.value.unknown",
		"merit[0].guides.5.low.target guide.outside", "merit[0].guides.5.middle guide.half", "merit[0].guides.4.high level.missing",
		"pools[0].label label.required", "pools[0].places places.range", "pools[0].factors[0].label label.required",
		"pools[0].factors[1].name code.twice",
		"rules[0].label label.required", "rules[0].kind rule.kind", "rules[0].level level.unknown", "rules[0].or fault.value.unknown",
		"rules[0].count rule.count", "rules[0].unrated fault.value.unknown",
		"rules[1].code check.required", "rules[1].kind fault.value.unknown", "rules[1].level level.unknown",
		"rules[1].or fault.value.unknown", "rules[1].last rule.last", "rules[1].count rule.count")
}

func TestPolicyRefusesABetterLevelWithLess(t *testing.T) {
	p := preset(t, "one-to-five")
	p.Coefficients[0].Factors["4"] = num("0.99")
	p.Merit[0].Guides["2"]["middle"] = Guide{Target: num("3")}
	violated(t, p.Validate(), "coefficients[0].factors.3 factor.order", "merit[0].guides.2.middle.target factor.order")
}

func TestPolicyNamesTheLineOfAMistake(t *testing.T) {
	data, err := presets.ReadFile("presets/s-a-b-c-d.json")
	require.NoError(t, err)
	_, err = ParsePolicy("rules.json", []byte(strings.Replace(string(data), `"B": 1,`, `"B": 1.3,`, 1)))
	require.Error(t, err)
	assert.Equal(t, "rules.json:22: coefficients[0].factors.B: “B” has 1.3, more than “A”, which has 1.2", fault.In(err, text.English))
	_, err = ParsePolicy("rules.json", make([]byte, maxPolicy+1))
	violated(t, err, " policy.long")
}

func TestAPolicyTooLongIsRefusedBeforeItIsRead(t *testing.T) {
	p := preset(t, "s-a-b-c-d")
	p.Rules = make([]Rule, 101)
	violated(t, p.Validate(), "rules check.many")
	p = preset(t, "s-a-b-c-d")
	p.Coefficients[0].Gates = make([]Gate, 51)
	p.Pools[0].Factors = make([]Factor, 21)
	violated(t, p.Validate(), "coefficients[0].gates check.many", "pools[0].factors check.many")
}

func FuzzParsePolicy(f *testing.F) {
	for _, name := range Presets() {
		data, _ := presets.ReadFile("presets/" + name + ".json")
		f.Add(data)
	}
	f.Add([]byte(`{"coefficients":[{"by":"marginal-score","tiers":{"levels":[{"from":1e-18,"to":1e30}]},"factors":{"":1e35}}],"pools":[{"factors":[{}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePolicy("fuzz.json", data)
		if err != nil {
			assert.NotEmpty(t, fault.In(err, text.Chinese))
			return
		}
		raw, err := json.Marshal(p)
		require.NoError(t, err)
		again, err := ParsePolicy("fuzz.json", raw)
		require.NoError(t, err)
		assert.Equal(t, p.Digest(), again.Digest())
		assert.NotEmpty(t, p.Digest())
	})
}

// figure draws a figure of at most so many units of its last place.
func figure(t *rapid.T, most int64, places int32, name string) decimal.Decimal {
	return decimal.New(rapid.Int64Range(0, most).Draw(t, name), -places)
}

// anyRounding draws a rounding.
func anyRounding(t *rapid.T) number.Rounding {
	return number.Rounding{
		Places: rapid.Int32Range(0, 4).Draw(t, "places"),
		Mode:   rapid.SampledFrom([]number.Mode{number.HalfUp, number.HalfEven, number.Up, number.Down, number.Ceiling, number.Floor}).Draw(t, "mode"),
	}
}

// drawDays draws a share of days, or none.
func drawDays(t *rapid.T) *calendar.Share {
	if rapid.Bool().Draw(t, "whole") {
		return nil
	}
	of := rapid.IntRange(1, 366).Draw(t, "of")
	return &calendar.Share{Days: rapid.IntRange(0, of).Draw(t, "days"), Of: of}
}
