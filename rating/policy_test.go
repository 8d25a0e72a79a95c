package rating

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// clonePolicy is a policy that shares nothing with p.
func clonePolicy(t require.TestingT, p Policy) Policy {
	raw, err := json.Marshal(p)
	require.NoError(t, err)
	var c Policy
	require.NoError(t, json.Unmarshal(raw, &c))
	return c
}

func TestReferenceIsValid(t *testing.T) {
	_, err := ParsePolicy("reference.json", reference)
	require.NoError(t, err)
	assert.Equal(t, "reference", Reference().ID)
	assert.Len(t, Reference().Digest(), 64)
}

func TestPolicyRefusesEverythingAtOnceWithItsPath(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.ID, p.Version, p.Label, p.Missing = "", 0, text.Label{}, "zero"
	p.Scale.Levels[1].From = num("81")
	p.Metrics[0].Unit = "a unit of more than forty characters is refused"
	p.Metrics[1].Name = p.Metrics[0].Name
	p.Metrics[2].Label = text.Label{}
	p.Dimensions[0].Weight = num("-40")
	p.Dimensions[1].Table.Rows[0].When.All[1].Metric = "complaints"
	p.Dimensions[1].Points["good"] = num("101")
	p.Dimensions[1].Points["superb"] = num("1")
	p.Dimensions[2].Code, p.Dimensions[2].Label = "task", text.Label{}
	p.Dimensions[2].Points["improve"] = num("0")
	delete(p.Dimensions[2].Points, "excellent")
	p.Dimensions[3].Table.Rows[1].When = Condition{}
	p.Gates[0].Otherwise = "excellent"
	p.Gates[0].When.Any[2].Op = "=<"
	violated(t, p.Validate(),
		"id code.required", "version policy.version.required", "label label.required", "missing choice.unknown",
		"scale.levels[2] scale.band.gap",
		"metrics[0].unit unit.long", "metrics[1].name code.twice", "metrics[2].label label.required",
		"dimensions[0].weight policy.weight.positive",
		// complaint-rate went with the name that it lost
		"dimensions[1].table.rows[0].when.all[0].metric condition.metric.unknown",
		"dimensions[1].table.rows[0].when.all[1].metric condition.metric.unknown",
		"dimensions[1].table.rows[1].when.all[0].metric condition.metric.unknown",
		"dimensions[1].table.rows[2].when.all[0].metric condition.metric.unknown",
		"dimensions[1].points.superb scale.level.unknown", "dimensions[1].points.good policy.points.order",
		"dimensions[2].code code.twice", "dimensions[2].label label.required",
		"dimensions[2].points.excellent policy.points.required", "dimensions[2].points.improve policy.points.unused",
		"dimensions[3].table.rows[1].when condition.form",
		"dimensions policy.weights.sum",
		"gates[0].otherwise policy.gate.worse", "gates[0].when.any[2].op condition.op.unknown")
}

func TestPolicyRefusesWeightsThatDoNotSumTo100(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Dimensions[3].Weight = num("14.999999999999999999")
	err := p.Validate()
	violated(t, err, "dimensions policy.weights.sum")
	assert.Equal(t, "dimensions: the weights add up to 99.999999… %, not 100 %", fault.In(err, text.English))
}

func TestPolicyRefusesPointsThatDoNotFitItsLevels(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Dimensions[0].Table = nil // judged: any level of the scale may come up
	delete(p.Dimensions[0].Points, "improve")
	p.Dimensions[1].Points["improve"] = num("-1")
	p.Dimensions[2].Points["good"] = num("100.5")
	p.Dimensions[3].Points["good"] = decimal.New(1, 99)
	p.Dimensions[3].Weight = decimal.New(1, 99)
	p.Gates = append(p.Gates, Gate{Level: "good", Otherwise: "improve", When: some(slices.Repeat([]Condition{is("cost-saved", Less, "1")}, 500)...)})
	violated(t, p.Validate(),
		"dimensions[0].points.improve policy.points.required", "dimensions[1].points.improve policy.points.outside",
		"dimensions[2].points.good policy.points.outside", "dimensions[2].points.good policy.points.order",
		"dimensions[3].points.good number.bounds", "dimensions[3].weight number.bounds",
		"gates[1].when table.conditions.many")
	p = clonePolicy(t, Reference())
	p.Dimensions[2].Weight, p.Dimensions[0].Weight = num("0"), num("55")
	violated(t, p.Validate(), "dimensions[2].weight policy.weight.positive")
}

func TestPolicyRefusesMoreThanAnybodyNeeds(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Gates = make([]Gate, 51)
	violated(t, p.Validate(), "gates list.long")
	p.Gates, p.Dimensions = nil, make([]Dimension, 51)
	violated(t, p.Validate(), "dimensions list.long")
	p.Dimensions, p.Metrics = nil, make([]Metric, 501)
	violated(t, p.Validate(), "dimensions policy.dimensions.required", "metrics list.long")
	_, err := ParsePolicy("big.json", make([]byte, 1<<20+1))
	violated(t, err, "policy.long")
}

func TestAMillionDigitsAreRefusedAtOnce(t *testing.T) {
	digits := strings.Repeat("9", 1<<20-20_000)
	for _, written := range []string{digits, `"` + digits + `"`, "1e" + digits} {
		began := time.Now()
		_, err := ParsePolicy("rules.json", []byte(strings.Replace(string(reference), `"weight": 40,`, `"weight": `+written+`,`, 1)))
		require.ErrorIs(t, err, fault.ErrInvalid)
		assert.Less(t, len(err.Error()), 1000, "nor are they repeated")
		assert.Less(t, time.Since(began), 3*time.Second)
	}
}

func TestPolicyRefusesWhatNoMetricCanBeWorkedOutOf(t *testing.T) {
	p := measured(t)
	from := p.Metrics[0].From
	p.Metrics[0].Unit = number.Hour
	from.Rounding, from.Missing = number.Rounding{Places: 99, Mode: "nearest"}, "zero"
	from.Measures[0].Weight = num("39")
	from.Measures[1].Metric = "visits"
	from.Measures[2].Points.Unit = number.Day
	from.Measures[3].Curve.Shape = "straight"
	from.Measures[4].Points.Target = nil
	from.Measures = append(from.Measures, Measure{Metric: "task-completion"}, Measure{Metric: "revenue", Weight: num("1"), Curve: from.Measures[0].Curve, Points: from.Measures[0].Points})
	violated(t, p.Validate(),
		"metrics[0].unit policy.derived.unit", "metrics[0].from.missing choice.unknown",
		"metrics[0].from.rounding.places number.rounding.places", "metrics[0].from.rounding.mode number.rounding.mode",
		"metrics[0].from.measures[1].metric condition.metric.unknown", "metrics[0].from.measures[2].points.unit policy.points.unit",
		"metrics[0].from.measures[3].curve.shape curve.shape.unknown", "metrics[0].from.measures[4].points.target curve.point.required",
		"metrics[0].from.measures[5].metric policy.measure.derived", "metrics[0].from.measures[5].weight policy.weight.positive",
		"metrics[0].from.measures[5].curve.shape curve.shape.unknown", "metrics[0].from.measures[6].metric code.twice")
	p.Metrics[0].From = &Derivation{Rounding: number.Rounding{Mode: number.HalfUp}}
	p.Metrics[0].Unit = number.Percent
	violated(t, p.Validate(), "metrics[0].from.measures policy.measures.required")
	p.Metrics[0].From.Measures = make([]Measure, 51)
	violated(t, p.Validate(), "metrics[0].from.measures list.long")
	_, err := measured(t).Rate(figures("93", "1.2", "0.4", "1", "0", "0"))
	violated(t, err, "metrics.task-completion input.metric.derived")
}

func TestPolicyRefusesADimensionNamedLikeAMetric(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Dimensions[0].Code = "cost-saved" // whose evidence would it be?
	violated(t, p.Validate(), "dimensions[0].code code.twice")
}

func TestParsePolicyNamesTheLine(t *testing.T) {
	broken := strings.Replace(string(reference), `"weight": 40,`, `"weight": 50,`, 1)
	broken = strings.Replace(broken, `"otherwise": "good"`, `"otherwise": "god"`, 1)
	_, err := ParsePolicy("rules.json", []byte(broken))
	assert.Equal(t, `rules.json:24: dimensions: the weights add up to 110 %, not 100 %
rules.json:104: gates[0].otherwise: “god” is not a level of the scale`, fault.In(err, text.English))

	broken = strings.Replace(broken, `"op": ">="`, `"operator": ">="`, 2)
	_, err = ParsePolicy("rules.json", []byte(broken))
	require.Len(t, fault.Of(err), 2, "what can't be read comes first: %v", err)
	assert.Equal(t, "rules.json:31", fault.Of(err)[0].Source)
	assert.Equal(t, "dimensions[0].table.rows[0].when.operator", fault.Of(err)[0].Path)
}

func TestDigestIsOfTheContent(t *testing.T) {
	p := Reference()
	same := clonePolicy(t, p)
	same.Dimensions[0].Weight = num("40.00")
	assert.Equal(t, p.Digest(), same.Digest())
	same.Dimensions[0].Points["good"] = num("85.1")
	assert.NotEqual(t, p.Digest(), same.Digest())
}

// anyPolicy draws a valid policy: the levels of a scale, dimensions with tables of one
// metric each or judged, any weights that add up to 100.
func anyPolicy(t *rapid.T) Policy {
	p := Policy{
		ID: "any", Version: rapid.IntRange(1, 9).Draw(t, "version"), Label: named("any"), Scale: anyScale(t),
		Missing: rapid.SampledFrom([]MissingPolicy{"", MissingRefused, MissingReweighted}).Draw(t, "missing"),
	}
	low, high := p.Scale.ends()
	rest := decimal.New(100, 0)
	n := rapid.IntRange(1, 4).Draw(t, "dimensions")
	for i := range n {
		code := string(rune('a' + i))
		d := Dimension{Code: "d" + code, Label: named("d" + code), Points: map[string]decimal.Decimal{}, Weight: rest}
		if i < n-1 {
			d.Weight = decimal.New(rapid.Int64Range(1, 24_000).Draw(t, "weight"), -3)
			rest = rest.Sub(d.Weight)
		}
		if rapid.Bool().Draw(t, "table") {
			p.Metrics = append(p.Metrics, Metric{Name: code, Label: named(code)})
			d.Table = &Table{Otherwise: p.Scale.Levels[len(p.Scale.Levels)-1].Code}
			for j, l := range p.Scale.Levels[:len(p.Scale.Levels)-1] {
				d.Table.Rows = append(d.Table.Rows, Row{Level: l.Code, When: Condition{
					Metric: code, Op: AtLeast, Value: new(decimal.New(int64(10-j), 0)),
				}})
			}
			if len(d.Table.Rows) == 0 {
				d.Table.Rows = []Row{{Level: d.Table.Otherwise, When: Condition{Metric: code, Op: Less, Value: ptr("1")}}}
			}
		}
		points := high
		for _, l := range p.Scale.Levels {
			points = decimal.Max(low, points.Sub(anyFigure(t, "step", 0, 20)))
			d.Points[l.Code] = points
		}
		p.Dimensions = append(p.Dimensions, d)
	}
	if len(p.Metrics) > 0 && len(p.Scale.Levels) > 1 {
		p.Gates = []Gate{{
			Level: p.Scale.Levels[0].Code, Otherwise: p.Scale.Levels[1].Code,
			When: Condition{Metric: p.Metrics[0].Name, Op: Greater, Value: ptr("10")},
		}}
	}
	return p
}

func TestPolicyKeepsItsDigestThroughJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		require.NoError(t, p.Validate())
		raw, err := json.MarshalIndent(p, "", " ")
		require.NoError(t, err)
		read, err := ParsePolicy("any.json", raw)
		require.NoError(t, err)
		assert.Equal(t, p.Digest(), read.Digest())
	})
}

func FuzzParsePolicy(f *testing.F) {
	f.Add(reference)
	f.Add([]byte(`{"scale":{"levels":[{"from":1e-18,"to":1e30}],"rounding":{"places":18}}}`))
	f.Add([]byte(`{"metrics":[{"name":"a"}],"dimensions":[{"table":{"rows":[{"when":{"not":{"any":[{"metric":"a","op":"<","value":1}]}}}]}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParsePolicy("fuzz.json", data)
		if err != nil {
			assert.NotEmpty(t, fault.In(err, text.Chinese))
			return
		}
		assert.NotEmpty(t, p.Digest())
		again, err := ParsePolicy("fuzz.json", must(json.Marshal(p)))
		require.NoError(t, err)
		assert.Equal(t, p.Digest(), again.Digest())
	})
}

func must(raw []byte, _ error) []byte { return raw }
