package rating

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

var xyz = []Metric{
	{Name: "x", Label: named("x"), Unit: number.Percent},
	{Name: "y", Label: named("y"), Unit: number.Percent},
	{Name: "time", Label: named("time"), Unit: number.Minute},
}

func is(metric string, op Op, value string) Condition {
	return Condition{Metric: metric, Op: op, Value: ptr(value)}
}

func all(of ...Condition) Condition  { return Condition{All: of} }
func some(of ...Condition) Condition { return Condition{Any: of} }
func not(c Condition) Condition      { return Condition{Not: &c} }

// rows is a table with the levels A, B, C, D for the conditions in turn.
func rows(otherwise string, when ...Condition) Table {
	t := Table{Otherwise: otherwise}
	for i, c := range when {
		t.Rows = append(t.Rows, Row{Level: string(rune('A' + i)), When: c})
	}
	return t
}

// given are figures in percent.
func given(nameValue ...string) map[string]number.Quantity {
	figures := map[string]number.Quantity{}
	for i := 0; i < len(nameValue); i += 2 {
		figures[nameValue[i]] = number.Quantity{Value: num(nameValue[i+1]), Unit: number.Percent}
	}
	return figures
}

func TestTableDecidesByTheFirstRowThatHolds(t *testing.T) {
	quality := rows("D",
		all(is("x", Less, "1"), is("y", Less, "0.5")),
		some(is("x", Less, "1"), is("y", Equal, "0.50")),
		not(is("x", Greater, "5")))
	for _, test := range []struct{ x, y, want string }{
		{"0.9", "0.4", "A"}, {"0.9", "0.5", "B"}, {"3", "0.5", "B"}, {"1", "0.4", "C"}, {"5", "9", "C"}, {"5.01", "9", "D"},
	} {
		level, why, err := quality.Decide(given("x", test.x, "y", test.y), xyz, four())
		require.NoError(t, err)
		assert.Equal(t, test.want, level, "%s", why.Tree(text.English))
	}
}

func TestTableSaysWhatWasAskedAndNotMet(t *testing.T) {
	table := rows("D",
		all(is("x", AtLeast, "90"), is("y", Less, "1")),
		some(is("x", Greater, "80"), is("y", Equal, "2"), not(is("y", AtMost, "7"))),
		is("y", AtMost, "4"))
	_, why, err := table.Decide(given("x", "80", "y", "5"), xyz, four())
	require.NoError(t, err)
	assert.Equal(t, `“D”, as none of the 3 rows holds
  row 1, “A”, does not hold
    x 80 % is below the 90 % asked for “A”
    y 5 % is not below the limit of 1 % for “A”
  row 2, “B”, does not hold
    one of these is asked, and none holds
      x 80 % is not above the 80 % to be passed for “B”
      y 5 % is not the 2 % asked for “B”
      “B” is ruled out by
        y 5 % is at most 7 %
  row 3, “C”, does not hold
    y 5 % is above the 4 % allowed for “C”`, why.Tree(text.English))
}

func TestTableComparesAcrossUnits(t *testing.T) {
	c := is("time", AtMost, "2")
	c.Unit = number.Hour
	table := rows("D", c)
	level, why, err := table.Decide(map[string]number.Quantity{"time": {Value: num("7200"), Unit: number.Second}}, xyz, four())
	require.NoError(t, err)
	assert.Equal(t, "A", level)
	assert.Contains(t, why.Tree(text.English), "time 120 min is at most 2 h")
	_, _, err = table.Decide(map[string]number.Quantity{"time": {Value: num("1"), Unit: number.WorkDay}}, xyz, four())
	violated(t, err, "metrics.time.unit number.unit.differ")
	c.Unit, c.Value = number.Second, ptr("1")
	violated(t, rows("D", c).Validate(xyz, four()), "rows[0].when.unit number.unit.inexact")
}

func TestMissingMetricIsUnknownNotFalse(t *testing.T) {
	for _, test := range []struct {
		name    string
		table   Table
		figures map[string]number.Quantity
		level   string
		missing []string
	}{
		{"needed", rows("D", is("x", Less, "1")), nil, "", []string{"x"}},
		{"not negated into true", rows("D", not(is("x", Less, "1"))), nil, "", []string{"x"}},
		{"all, and another fails", rows("D", all(is("x", Less, "1"), is("y", Less, "1"))), given("y", "2"), "D", nil},
		{"all, and another holds", rows("D", all(is("x", Less, "1"), is("y", Less, "1"))), given("y", "0"), "", []string{"x"}},
		{"any, and another holds", rows("D", some(is("x", Less, "1"), is("y", Less, "1"))), given("y", "0"), "A", nil},
		{"any, and another fails", rows("D", some(is("x", Less, "1"), is("y", Less, "1"))), given("y", "2"), "", []string{"x"}},
		{"an earlier row", rows("D", is("x", Less, "1"), is("y", Less, "1")), given("y", "0"), "", []string{"x"}},
		{"a later row", rows("D", is("x", Less, "1"), is("y", Less, "1")), given("x", "0"), "A", nil},
		{"the same level either way", rows("A", is("x", Less, "1")), nil, "A", nil},
		{"both", rows("C", is("x", Less, "1"), is("y", Less, "1")), nil, "", []string{"x", "y"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			level, why, err := test.table.Decide(test.figures, xyz, four())
			assert.Equal(t, test.level, level, "%s", why.Tree(text.English))
			if test.missing == nil {
				require.NoError(t, err)
				return
			}
			var want []string
			for _, name := range test.missing {
				want = append(want, "metrics."+name+" input.metric.missing")
			}
			violated(t, err, want...)
		})
	}
}

func TestTableWithoutALevelOtherwiseRefuses(t *testing.T) {
	table := rows("", is("x", Less, "1"), is("y", Less, "1"))
	_, why, err := table.Decide(given("x", "2", "y", "2"), xyz, four())
	violated(t, err, "metrics table.none")
	assert.Len(t, why.Steps, 2)
	_, _, err = table.Decide(given("z", "2", "y", "1e30"), xyz, four())
	violated(t, err, "metrics.z condition.metric.unknown")
}

func TestTableRefusesConditionsThatAreNotWellFormed(t *testing.T) {
	deep := is("x", Less, "1")
	for range 16 {
		deep = not(deep)
	}
	self := Condition{}
	self.All = []Condition{{}, {}}
	self.All[0].All, self.All[1].Any = self.All, self.All
	wide := make([]Condition, 501)
	for i := range wide {
		wide[i] = is("x", Less, strconv.Itoa(i))
	}
	for name, test := range map[string]struct {
		table Table
		want  []string
	}{
		"no rows":        {Table{}, []string{"rows table.rows.required"}},
		"too many rows":  {Table{Rows: make([]Row, 201)}, []string{"rows list.long"}},
		"unknown levels": {Table{Rows: []Row{{Level: "E", When: is("x", Less, "1")}}, Otherwise: "F"}, []string{"rows[0].level scale.level.unknown", "otherwise scale.level.unknown"}},
		"nothing":        {rows("D", Condition{}), []string{"rows[0].when condition.form"}},
		"two forms":      {rows("D", Condition{Not: &wide[0], Any: wide[:1]}), []string{"rows[0].when condition.form"}},
		"an op alone":    {rows("D", Condition{Op: Less}), []string{"rows[0].when.metric condition.metric.unknown", "rows[0].when.value condition.value.required"}},
		"unknown parts": {
			rows("D", all(is("x", Less, "1"), some(is("x", Less, "1"), not(is("z", "~", "1e20"))))),
			[]string{"rows[0].when.all[1].any[1].not.metric condition.metric.unknown", "rows[0].when.all[1].any[1].not.op condition.op.unknown"},
		},
		"another unit":         {rows("D", Condition{Metric: "x", Op: Less, Value: ptr("1"), Unit: number.PercentagePoint}), []string{"rows[0].when.unit number.unit.differ"}},
		"too deep":             {rows("D", deep), []string{"rows[0].when.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not condition.deep"}},
		"too many":             {rows("D", all(wide...)), []string{"rows table.conditions.many"}},
		"a figure of any size": {rows("D", Condition{Metric: "x", Op: Less, Value: ptr("1e99")}), []string{"rows[0].when.value number.bounds"}},
	} {
		t.Run(name, func(t *testing.T) { violated(t, test.table.Validate(xyz, four()), test.want...) })
	}
	err := rows("D", self).Validate(xyz, four())
	require.ErrorIs(t, err, fault.ErrInvalid, "a condition that contains itself")
	assert.True(t, fault.Of(err).Has("rating.table.conditions.many"))
	assert.Empty(t, Policy{Dimensions: []Dimension{{Table: new(rows("D", self))}}}.Digest())
}

func TestTableRefusesRowsThatNeverDecide(t *testing.T) {
	over90, under100 := is("x", AtLeast, "90"), is("x", Less, "100")
	inHours := is("time", AtMost, "2")
	inHours.Unit = number.Hour
	for name, test := range map[string]struct {
		table Table
		want  []string
	}{
		"weaker before":          {rows("D", over90, is("x", AtLeast, "100")), []string{"rows[1] table.row.unreached"}},
		"covered by two":         {rows("D", over90, is("x", Less, "80"), some(is("x", Greater, "95"), is("x", Less, "70"))), []string{"rows[2] table.row.unreached"}},
		"contradiction":          {rows("D", all(over90, is("x", Less, "90"))), []string{"rows[0] table.row.impossible"}},
		"nothing between":        {rows("D", all(is("x", Greater, "1"), not(is("x", Greater, "1")))), []string{"rows[0] table.row.impossible"}},
		"in another order":       {rows("D", all(over90, is("y", Less, "1")), all(is("y", Less, "1.0"), over90, over90)), []string{"rows[1] table.row.repeats"}},
		"in another unit":        {rows("D", some(inHours, over90), some(over90, is("time", AtMost, "120"))), []string{"rows[1] table.row.repeats"}},
		"in other brackets":      {rows("D", all(over90, is("y", Less, "1")), all(some(over90), all(is("y", Less, "1")))), []string{"rows[1] table.row.repeats"}},
		"not is not itself":      {rows("D", all(over90, is("y", Less, "1")), not(all(over90, is("y", Less, "1")))), nil},
		"all is not any":         {rows("D", all(over90, is("y", Less, "1")), some(over90, is("y", Less, "1"))), nil},
		"half of it is reached":  {rows("D", over90, is("x", AtLeast, "89")), nil},
		"a point is reached":     {rows("D", is("x", Greater, "1"), is("x", AtLeast, "1")), nil},
		"a band within its ends": {rows("D", is("x", AtLeast, "100"), all(over90, under100)), nil},
	} {
		t.Run(name, func(t *testing.T) {
			err := test.table.Validate(xyz, four())
			if test.want == nil {
				require.NoError(t, err)
				return
			}
			violated(t, err, test.want...)
		})
	}
}

func TestTableNamesTheFiguresThatNoRowCovers(t *testing.T) {
	for name, test := range map[string]struct {
		table Table
		says  []string
	}{
		"below":      {rows("", is("x", AtLeast, "90"), is("x", AtLeast, "80")), []string{"x < 80 %"}},
		"above":      {rows("", is("x", Less, "90")), []string{"x ≥ 90 %"}},
		"up to":      {rows("", is("x", Greater, "90")), []string{"x ≤ 90 %"}},
		"beyond":     {rows("", is("x", AtMost, "90")), []string{"x > 90 %"}},
		"one figure": {rows("", is("x", Less, "90"), is("x", Greater, "90")), []string{"x = 90 %"}},
		"between":    {rows("", is("x", AtLeast, "90"), is("x", Less, "80")), []string{"80 % ≤ x < 90 %"}},
		"two":        {rows("", is("x", Equal, "1"), all(is("x", Greater, "2"), is("x", AtMost, "3"))), []string{"x < 1 %", "1 % < x ≤ 2 %", "x > 3 %"}},
		"none":       {rows("", is("x", AtLeast, "90"), not(is("x", Greater, "90"))), nil},
		"otherwise":  {rows("D", is("x", AtLeast, "90")), nil},
	} {
		t.Run(name, func(t *testing.T) {
			var says []string
			for _, v := range fault.Of(test.table.Validate(xyz, four())) {
				assert.Equal(t, "rating.table.uncovered", v.Code)
				says = append(says, v.Args["range"])
			}
			assert.Equal(t, test.says, says)
		})
	}
}

// anyCondition draws a condition on the metrics x and y, or on the first of them only.
func anyCondition(t *rapid.T, metrics []string, depth int) Condition {
	form := 0
	if depth > 0 {
		form = rapid.IntRange(0, 3).Draw(t, "form")
	}
	inner := func() []Condition {
		list := make([]Condition, rapid.IntRange(1, 3).Draw(t, "width"))
		for i := range list {
			list[i] = anyCondition(t, metrics, depth-1)
		}
		return list
	}
	switch form {
	case 1:
		return all(inner()...)
	case 2:
		return some(inner()...)
	case 3:
		return not(anyCondition(t, metrics, depth-1))
	}
	return is(rapid.SampledFrom(metrics).Draw(t, "metric"),
		rapid.SampledFrom([]Op{Less, AtMost, Equal, AtLeast, Greater}).Draw(t, "op"),
		strconv.Itoa(rapid.IntRange(0, 4).Draw(t, "value")))
}

func TestCoverageAgreesWithTrying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := Table{}
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			table.Rows = append(table.Rows, Row{Level: "A", When: anyCondition(t, []string{"x"}, 2)})
		}
		// Every figure at and between those that can be compared with.
		hits := make([]int, len(table.Rows))
		covered, hitAny := true, false
		for half := -1; half <= 9; half++ {
			f := facts{metrics: byName(xyz), figures: map[string]decimal.Decimal{"x": num("0.5").Mul(num(strconv.Itoa(half)))}}
			hit := slices.IndexFunc(table.Rows, func(r Row) bool { return r.When.holds(f) == yes })
			if hit < 0 {
				covered = false
				continue
			}
			hits[hit]++
			hitAny = true
		}
		dead := map[string]bool{}
		gap := false
		for _, v := range fault.Of(table.Validate(xyz, four())) {
			if v.Code == "rating.table.uncovered" {
				gap = true
				continue
			}
			dead[v.Path] = true
		}
		for i := range table.Rows {
			assert.Equal(t, hits[i] == 0, dead[fault.Index("rows", i)], "row %d", i)
		}
		assert.Equal(t, hitAny && !covered, gap)
	})
}

func TestLearningAFigureNeverChangesWhatWasDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := Table{Otherwise: "D"}
		for range rapid.IntRange(1, 3).Draw(t, "rows") {
			table.Rows = append(table.Rows, Row{
				Level: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "level"),
				When:  anyCondition(t, []string{"x", "y"}, 2),
			})
		}
		full := map[string]decimal.Decimal{}
		for _, name := range []string{"x", "y"} {
			full[name] = num(strconv.Itoa(rapid.IntRange(-1, 5).Draw(t, name)))
		}
		part := maps.Clone(full)
		delete(part, rapid.SampledFrom([]string{"x", "y"}).Draw(t, "hidden"))
		early := table.decide(facts{metrics: byName(xyz), figures: part}, four())
		late := table.decide(facts{metrics: byName(xyz), figures: full}, four())
		assert.NotEmpty(t, late.level.Code)
		if early.level.Code != "" {
			assert.Equal(t, early.level.Code, late.level.Code)
		} else {
			assert.NotEmpty(t, early.missing)
		}
	})
}

func TestEveryConditionHasItsReasons(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCondition(t, []string{"x", "y"}, 3)
		f := facts{metrics: byName(xyz), figures: map[string]decimal.Decimal{"x": num("2")}}
		assert.NotEmpty(t, c.reasons(f, nil))
		assert.NotEmpty(t, c.reasons(f, &Level{Code: "A", Label: named("A")}))
		if c.holds(f) == unknown {
			assert.Equal(t, []Metric{xyz[1]}, c.unknowns(f, nil))
		}
	})
}
