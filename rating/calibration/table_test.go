package calibration_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

var tenths = number.Rounding{Places: 1, Mode: number.HalfUp}

// units is a population of groups: "east SSAB" is a group of four.
func units(t require.TestingT, groups ...string) calibration.Population {
	var entries []calibration.Entry
	for i, g := range groups {
		var key, levels string
		for j := range g {
			if g[j] == ' ' {
				key, levels = g[:j], g[j+1:]
			}
		}
		for j, level := range levels {
			entries = append(entries, calibration.Entry{
				Employee: key + strconv.Itoa(i) + "-" + strconv.Itoa(j), Group: key, Level: string(level),
				Score: new(decimal.New(int64(100-j), 0)),
			})
		}
	}
	return gather(t, letters(4), entries)
}

func TestTableCountsBesideTheGuide(t *testing.T) {
	g := guide(t, "S <= 20", "S+A <= 50", "C >= 10")
	table, err := units(t, "west SSSAAB", "east SABC").Table(g)
	require.NoError(t, err)
	require.Len(t, table.Rows, 2)
	east, west := table.Rows[0], table.Rows[1]
	assert.Equal(t, "east", east.Group)
	assert.Equal(t, []int{1, 1, 1, 1}, east.Counts)
	assert.Equal(t, []int{3, 2, 1, 0}, west.Counts)
	assert.Equal(t, "16.7", table.Rows[1].Share(2).Percent(tenths).String())

	s := west.Standings
	assert.Equal(t, calibration.Standing{Share: calibration.Share{Count: 3, Of: 6}, Heads: calibration.Interval{Max: 1}, Off: 2}, s[0])
	assert.Equal(t, 2, s[1].Off)
	assert.Equal(t, -1, s[2].Off)
	assert.Equal(t, "30", s[0].Points(g.Limits[0], tenths).String())
	assert.Equal(t, "33.3", s[1].Points(g.Limits[1], tenths).String())
	assert.Equal(t, "-10", s[2].Points(g.Limits[2], tenths).String())
	assert.Equal(t, "5", east.Standings[0].Points(g.Limits[0], tenths).String())
	assert.True(t, east.Standings[1].Points(g.Limits[1], tenths).IsZero())

	assert.Equal(t, []int{4, 3, 2, 1}, table.Total.Counts)
	assert.Equal(t, 10, table.Total.People)
	assert.Equal(t, 2, table.Total.Standings[0].Off)
	assert.Empty(t, table.Pools)
}

func TestTableReportsTiesAndWhatCannotBeKept(t *testing.T) {
	table, err := units(t, "east SA", "west S").Table(guide(t, "S = 50", "A = 50"))
	require.NoError(t, err)
	assert.Empty(t, table.Rows[0].Ties)
	assert.Equal(t, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{0}}}, table.Rows[1].Ties)

	table, err = units(t, "west SAB").Table(guide(t, "S between 10 20"))
	require.NoError(t, err)
	assert.Contains(t, table.Rows[0].Conflict.En, "S 10–20 %")
}

func TestSharesAreRoundedOnce(t *testing.T) {
	hundredths := number.Rounding{Places: 2, Mode: number.HalfEven}
	assert.Equal(t, "66.67", calibration.Share{Count: 2, Of: 3}.Percent(hundredths).String())
	assert.Equal(t, "0.12", calibration.Share{Count: 1, Of: 800}.Percent(hundredths).String(), "0.125 to the even digit")
	assert.Equal(t, "0.13", calibration.Share{Count: 10_001, Of: 8_000_000}.Percent(hundredths).String(), "more than 0.125 in the seventh digit")
	assert.Nil(t, calibration.Share{}.Percent(hundredths))
	assert.Nil(t, calibration.Standing{}.Points(calibration.Limit{}, hundredths))
	one := calibration.Standing{Share: calibration.Share{Count: 1, Of: 3}}
	assert.Nil(t, one.Points(calibration.Limit{Op: calibration.Between}, hundredths), "no range")
	assert.Equal(t, "33.333333333333333333", one.Share.Percent(number.Rounding{Places: 1 << 30, Mode: number.HalfUp}).String())
	assert.Equal(t, calibration.Share{}, calibration.Row{}.Share(7))
}

func TestSmallGroupsArePooledUpwards(t *testing.T) {
	p := units(t, "eng SAAAB", "eng-a SA", "eng-b BB", "law SSS", "ops-a SABBC", "ops-b S", "lab SSSSSS")
	g := guide(t, "S <= 20")
	g.Small, g.Minimum = calibration.SmallPooled, 4
	g.Parents = map[string]string{"eng-a": "eng", "eng-b": "eng", "ops-a": "ops", "ops-b": "ops", "ops": "firm", "eng": "firm"}
	g.Waivers = []calibration.Waiver{{Group: "lab", Reason: "founded this month"}}
	table, err := p.Table(g)
	require.NoError(t, err)
	got := map[string]string{}
	for _, row := range table.Rows {
		switch {
		case row.Waived != nil:
			got[row.Group] = row.Waived.En
		case row.Pool != "":
			got[row.Group] = row.Pool
			assert.Empty(t, row.Standings)
		default:
			assert.Len(t, row.Standings, 1)
		}
	}
	assert.Equal(t, map[string]string{
		"eng": "eng", "eng-a": "eng", "eng-b": "eng",
		"law":   "exempt from the guide: too small (people: 3, minimum: 4)",
		"ops-b": "exempt from the guide: too small (people: 1, minimum: 4)", // up to ops, up to firm, and no further
		"lab":   "exempt from the guide: founded this month",
	}, got)
	require.Len(t, table.Pools, 1)
	assert.Equal(t, []string{"eng", "eng-a", "eng-b"}, table.Pools[0].Groups)
	assert.Equal(t, 9, table.Pools[0].People)
	assert.Equal(t, 1, table.Pools[0].Standings[0].Off)

	all, err := p.Advise(g, calibration.Rules{Order: calibration.OrderByLevel})
	require.NoError(t, err)
	advised := map[string]int{}
	for a := range all {
		if a.Waived == nil {
			advised[a.Group] = len(a.Moves)
		}
	}
	assert.Equal(t, map[string]int{"eng": 2, "ops-a": 0}, advised, "the two at S have the same score")

	g.Small = calibration.SmallWaived
	table, err = p.Table(g)
	require.NoError(t, err)
	assert.Empty(t, table.Pools)
	assert.NotNil(t, table.Rows[1].Waived)
}

func TestAPopulationOfNobodyHasAnEmptyTable(t *testing.T) {
	table, err := gather(t, letters(3), nil).Table(guide(t, "S = 20", "A = 70", "B = 10"))
	require.NoError(t, err)
	assert.Empty(t, table.Rows)
	assert.Zero(t, table.Total.People)
	assert.Nil(t, table.Total.Share(0).Percent(tenths))
	said, err := json.Marshal(table)
	require.NoError(t, err)
	assert.Contains(t, string(said), `"rows":[]`)
}

func TestGatherSaysWhoIsWrong(t *testing.T) {
	huge := decimal.New(1, 2_000_000)
	entries := []calibration.Entry{
		{Employee: "e1", Group: "g", Level: "S"},
		{Employee: "e1", Group: "h", Level: "S"},
		{Employee: "e2", Level: "S"},
		{Employee: "e3", Group: "g", Level: "Z"},
		{Group: "g", Level: "S"},
		{Employee: "e4", Group: "g", Level: "A", Score: &huge},
	}
	_, err := calibration.Gather(letters(2), stream(entries))
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, "entries[2].group: “e2” is in no group\n"+
		"entries[3].level: “e3” has the level “Z”, which is not on the scale\n"+
		"entries[4].employee: it has to be said who this is", fault.In(fault.Of(err)[:3], text.English))
	assert.Equal(t, "entries[5].score", fault.Of(err)[3].Path)
	assert.Equal(t, "entries[1].employee: “e1” is there already; a person is counted once", fault.Of(err)[4].In(text.English))

	_, err = calibration.Gather(letters(2), stream(make([]calibration.Entry, 1000)))
	assert.LessOrEqual(t, len(fault.Of(err)), 102, "it stops when it is enough")
	_, err = calibration.Gather(letters(0), stream(entries))
	require.ErrorIs(t, err, fault.ErrInvalid)

	broken := errors.New("the file is broken")
	_, err = calibration.Gather(letters(2), func(yield func(calibration.Entry, error) bool) { yield(calibration.Entry{}, broken) })
	assert.Equal(t, broken, err)
}

func TestTheOrderOfEntriesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := make([]calibration.Entry, rapid.IntRange(0, 30).Draw(t, "people"))
		for i := range entries {
			entries[i] = calibration.Entry{
				Employee: strconv.Itoa(i), Group: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "group"),
				Level: rapid.SampledFrom([]string{"S", "A", "B", "C"}).Draw(t, "level"),
				Score: new(decimal.New(int64(rapid.IntRange(0, 9).Draw(t, "score")), 0)),
			}
		}
		g := drawGuide(t, letters(4))
		said := func(entries []calibration.Entry) string {
			p := gather(t, letters(4), entries)
			table, err := p.Table(g)
			require.NoError(t, err)
			all, err := p.Advise(g, calibration.Rules{Ties: calibration.TiesDecided})
			require.NoError(t, err)
			out, err := json.Marshal(table)
			require.NoError(t, err)
			sum := 0
			for a := range all {
				sum += a.People
				one, err := json.Marshal(a)
				require.NoError(t, err)
				out = append(out, one...)
			}
			require.Equal(t, len(entries), sum)
			require.Equal(t, len(entries), table.Total.People)
			return string(out)
		}
		require.Equal(t, said(entries), said(rapid.Permutation(entries).Draw(t, "shuffled")))
	})
}
