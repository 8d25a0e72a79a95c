package rating

import (
	"strconv"
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

// worded are findings as "path code: witness".
func worded(findings []Finding) []string {
	var all []string
	for _, f := range findings {
		words := f.Path + " " + f.Code[len("rating."):]
		for _, name := range sortedKeys(f.Witness) {
			words += " " + name + "=" + f.Witness[name].Value.String()
		}
		if f.Refused {
			words += " refused"
		}
		all = append(all, words)
	}
	return all
}

func TestAnalysisFindsWhatIsWrongWithAWitness(t *testing.T) {
	good, fast := is("x", AtLeast, "90"), is("time", AtMost, "30")
	table := func(hit Hit, otherwise string, rows ...Row) Table {
		return Table{Hit: hit, Rows: rows, Otherwise: otherwise}
	}
	for name, test := range map[string]struct {
		table Table
		want  []string
	}{
		"nothing": {table(HitUnique, "D", Row{"A", all(good, fast)}, Row{"B", all(good, not(fast))}), nil},
		"rows that contradict each other": {
			table(HitUnique, "D", Row{"A", good}, Row{"B", fast}),
			[]string{"rows[1] table.rows.contradict time=30 x=90 refused"},
		},
		"the same level twice is no contradiction": {table(HitUnique, "D", Row{"A", good}, Row{"A", fast}), nil},
		"the worse level first": {
			table(HitFirst, "D", Row{"B", good}, Row{"A", fast}),
			[]string{"rows[1] table.row.masks time=30 x=90"},
		},
		"the better level first is a ladder":   {table("", "D", Row{"A", good}, Row{"B", fast}), nil},
		"the best decides, wherever it stands": {table(HitBest, "D", Row{"B", good}, Row{"A", fast}), nil},
		"a better one always": {
			table(HitBest, "D", Row{"B", all(good, fast)}, Row{"A", fast}),
			[]string{"rows[0] table.row.bettered time=30 x=90 refused"},
		},
		"two rows cover a third": {
			table(HitFirst, "D", Row{"A", good}, Row{"B", fast}, Row{"C", some(all(good, not(fast)), all(fast, not(good)))}),
			[]string{"rows[2] table.row.unreached time=31 x=90 refused"},
		},
		"never": {
			table(HitFirst, "D", Row{"A", all(fast, good, is("x", Less, "80"))}, Row{"B", fast}),
			[]string{"rows[0] table.row.impossible refused"},
		},
		"an alternative that never holds": {
			table(HitFirst, "D", Row{"A", some(fast, all(good, some(is("x", Less, "90"), is("x", Equal, "95"))))}),
			[]string{"rows[0].when.any[1].all[1].any[0] table.alternative.impossible"},
		},
		"a gap of several metrics": {
			table(HitFirst, "", Row{"A", good}, Row{"B", fast}),
			[]string{"rows table.uncovered.at time=31 x=89"},
		},
		"a gap of one": {
			table(HitUnique, "", Row{"A", good}, Row{"B", is("x", Less, "80")}),
			[]string{"rows table.uncovered x=80 refused"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := test.table.Analyse(xyz, four())
			require.NoError(t, err)
			if test.want == nil {
				assert.Empty(t, found)
				require.NoError(t, test.table.Validate(xyz, four()))
				return
			}
			assert.Equal(t, test.want, worded(found))
		})
	}
	_, err := Table{Hit: "any"}.Analyse(xyz, four())
	violated(t, err, "hit choice.unknown", "rows table.rows.required")
}

func TestContradictionIsSaidInBothLanguages(t *testing.T) {
	table := Table{Hit: HitUnique, Otherwise: "D", Rows: []Row{
		{"A", is("x", AtLeast, "90")}, {"B", is("time", AtMost, "30")}, {"B", all(is("x", Less, "90"), is("y", AtLeast, "1"))},
	}}
	err := table.Validate(xyz, four())
	assert.Equal(t, "rows[1]: rows 1 and 2 both hold at x = 90 %, time = 30 min, but give “A” and “B”", fault.In(err, text.English))
	assert.Contains(t, fault.In(err, text.Chinese), "第 1 行与第 2 行在 x = 90%、time = 30分钟 时同时成立，却分别给出“A”和“B”")
}

func TestNoFigureLiesBetweenTwoNeighbours(t *testing.T) {
	table := rows("", is("x", AtMost, "1"), is("x", AtLeast, "1.000000000000000001"))
	require.NoError(t, table.Validate(xyz, four()), "figures have at most 18 places")
}

// tried is what becomes of every figure at and between those that anyCondition compares with.
func tried(table Table, scale Scale, visit func(decision, map[string]number.Quantity)) {
	for x := int64(-1); x <= 9; x++ {
		for y := int64(-1); y <= 9; y++ {
			figures := map[string]decimal.Decimal{"x": decimal.New(x*5, -1), "y": decimal.New(y*5, -1)}
			visit(table.decide(facts{metrics: byName(xyz), figures: figures}, scale), nil)
		}
	}
}

func TestAnalysisAgreesWithTrying(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, []string{"x", "y"}, four())
		// The levels are told apart by rows, so that what decides can be seen.
		found, err := table.Analyse(xyz, four())
		require.NoError(t, err)
		codes := map[string]bool{}
		for _, f := range found {
			codes[f.Code] = true
		}
		clash, gap, held := false, false, false
		decided := map[string]bool{}
		tried(table, four(), func(d decision, _ map[string]number.Quantity) {
			clash = clash || d.why.Code == rowsDisagree.Code
			gap = gap || d.why.Code == noRowHolds.Code
			held = held || (d.why.Code != noRowHolds.Code && d.why.Code != decidedOtherwise.Code)
			decided[d.why.Args["row"]] = true
		})
		assert.Equal(t, clash, codes[rowsContradict.Code], "contradictions: %v", worded(found))
		assert.Equal(t, gap && held, codes[pointUncovered.Code] || codes[figuresUncovered.Code], "gaps: %v", worded(found))
		if table.Hit == HitBest || !clash {
			for i := range table.Rows {
				dead := false
				for _, f := range found {
					dead = dead || (f.Refused && f.Path == fault.Index("rows", i) && f.Code != rowsContradict.Code)
				}
				assert.Equal(t, !decided[strconv.Itoa(i+1)], dead, "row %d: %v", i+1, worded(found))
			}
		}
		for _, f := range found {
			if f.Witness == nil {
				continue
			}
			_, why, _ := table.decideAt(f.Witness)
			switch f.Code {
			case rowsContradict.Code:
				assert.Equal(t, rowsDisagree.Code, why.Code)
			case pointUncovered.Code, figuresUncovered.Code:
				assert.Equal(t, noRowHolds.Code, why.Code)
			case rowMasks.Code:
				assert.Equal(t, f.Args["row"], why.Args["row"])
			}
		}
	})
}

// decideAt decides a table that may be refused; figures that it has no say on are zero.
func (t Table) decideAt(witness map[string]number.Quantity) (Level, Explanation, []Metric) {
	f := facts{metrics: byName(xyz), figures: map[string]decimal.Decimal{"x": {}, "y": {}}}
	for name, q := range witness {
		f.figures[name] = q.Value
	}
	d := t.decide(f, four())
	return d.level, d.why, d.missing
}

func TestSearchingFindsWhatLookingEverywhereFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := anyTable(t, []string{"x", "y", "time"}, four())
		conditions := make([]Condition, len(table.Rows))
		for i, row := range table.Rows {
			conditions[i] = row.When
		}
		n := len(table.Rows)
		survey := func() survey {
			return survey{holds: make([][]int, n), decides: make([][]int, n), rival: make([]int, n), clash: make([][]int, n)}
		}
		looked, asked := survey(), survey()
		order := table.order(four())
		s := newSpace(conditions, byName(xyz), 1_000_000)
		s.each(func(cell []int) { table.note(&looked, s, order, four(), cell) })
		table.ask(&asked, s, order, four())
		for i := range n {
			assert.Equal(t, looked.holds[i] == nil, asked.holds[i] == nil, "row %d holds", i)
			assert.Equal(t, looked.decides[i] == nil, asked.decides[i] == nil, "row %d decides", i)
			assert.Equal(t, looked.clash[i] == nil, asked.clash[i] == nil, "row %d is contradicted", i)
		}
		if table.Otherwise == "" {
			assert.Equal(t, looked.gap == nil, asked.gap == nil, "gap")
		}
	})
}

// clauses asks of n metrics, each of which is below 1 or not, that one of three holds
// again and again, in a way that is hard to see through (random 3-SAT).
func clauses(n, count int) (Table, []Metric) {
	var metrics []Metric
	for i := range n {
		name := "m" + strconv.Itoa(i)
		metrics = append(metrics, Metric{Name: name, Label: named(name)})
	}
	random := uint32(1)
	draw := func(below int) int {
		random = random*1664525 + 1013904223
		return int(random>>8) % below
	}
	var each []Condition
	for range count {
		var three []Condition
		for range 3 {
			three = append(three, is(metrics[draw(n)].Name, []Op{Less, AtLeast}[draw(2)], "1"))
		}
		each = append(each, some(three...))
	}
	return rows("D", all(each...)), metrics
}

func TestAnalysisOfAnAdversarialTableStopsAndSaysSo(t *testing.T) {
	table, metrics := clauses(30, 124)
	began := time.Now()
	found, err := table.Analyse(metrics, four())
	require.NoError(t, err)
	assert.Equal(t, []string{"rows table.analysis.stopped"}, worded(found))
	assert.Equal(t, "the analysis stopped after 20000 cases; there may be more to find than it did", found[0].In(text.English))
	assert.Less(t, time.Since(began), 10*time.Second)
	require.NoError(t, table.Validate(metrics, four()), "what is not known is not refused")

	table, metrics = clauses(8, 124)
	found, err = table.Analyse(metrics, four())
	require.NoError(t, err)
	assert.Equal(t, []string{"rows[0] table.row.impossible refused"}, worded(found))
}

func TestPolicyAnalysisNamesItsTablesAndGates(t *testing.T) {
	found, err := Reference().Analyse()
	require.NoError(t, err)
	assert.Empty(t, found)

	p := clonePolicy(t, Reference())
	p.Dimensions[3].Table.Rows[0].Level, p.Dimensions[3].Table.Rows[1].Level = "good", "excellent"
	p.Gates = append(p.Gates,
		Gate{Level: "good", Otherwise: "improve", When: some(is("cost-saved", Less, "1"), is("cost-saved", AtLeast, "1"))},
		Gate{Level: "good", Otherwise: "improve", When: all(is("cost-saved", Less, "1"), is("cost-saved", Greater, "1"))})
	found, err = p.Analyse()
	require.NoError(t, err)
	assert.Equal(t, []string{
		"dimensions[3].table.rows[1] table.row.masks cost-saved=5000 suggestions-adopted=1",
		"gates[1].when policy.gate.idle", "gates[2].when policy.gate.impossible",
	}, worded(found))
	p.Dimensions[0].Table.Rows[0].Level = "superb"
	_, err = p.Analyse()
	violated(t, err, "dimensions[0].table.rows[0].level scale.level.unknown")
}

func TestHitPoliciesDecide(t *testing.T) {
	x90, x80 := is("x", AtLeast, "90"), is("x", AtLeast, "80")
	ladder := []Row{{"B", x80}, {"A", all(x90, is("y", Less, "1"))}, {"C", is("y", Less, "5")}}
	for _, test := range []struct {
		name    string
		hit     Hit
		figures map[string]number.Quantity
		level   string
		says    string
	}{
		{"best", HitBest, given("x", "95", "y", "0"), "A", "“A” by row 2 of 3, the best of those that hold"},
		{"best of one", HitBest, given("x", "70", "y", "0"), "C", "“C” by row 3 of 3, the best of those that hold"},
		{"best of none", HitBest, given("x", "70", "y", "9"), "D", "“D”, as none of the 3 rows holds"},
		{"best, and a better one can't be told", HitBest, given("x", "95"), "", "no level can be told without y"},
		{"best, and only worse ones can't be told", HitBest, given("x", "85"), "B", "“B” by row 1 of 3, the best of those that hold"},
	} {
		t.Run(test.name, func(t *testing.T) {
			level, why, _ := Table{Hit: test.hit, Rows: ladder, Otherwise: "D"}.Decide(test.figures, xyz, four())
			assert.Equal(t, test.level, level)
			assert.Equal(t, test.says, why.In(text.English))
		})
	}
	unique := Table{Hit: HitUnique, Otherwise: "D", Rows: []Row{{"A", x90}, {"B", all(x80, not(x90))}}}
	level, _, err := unique.Decide(given("x", "85"), xyz, four())
	require.NoError(t, err)
	assert.Equal(t, "B", level)

	// One that could not be analysed to its end may yet contradict itself when it decides.
	unique.Rows[1].When = x80
	d := unique.decide(facts{metrics: byName(xyz), figures: map[string]decimal.Decimal{"x": num("95")}}, four())
	assert.Empty(t, d.level.Code)
	assert.Equal(t, "rows 1 and 2 both hold, but give “A” and “B”", d.why.In(text.English))
}
