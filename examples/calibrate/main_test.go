package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

func tell(t *testing.T, args ...string) (out, problems string, code int) {
	t.Helper()
	var o, p bytes.Buffer
	code = run(args, &o, &p)
	return o.String(), p.String(), code
}

// file is a file with that content.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
	return path
}

func TestTheSampleComesOutAsBefore(t *testing.T) {
	for name, args := range map[string][]string{
		"sample.en.golden": nil, "sample.zh.golden": {"-lang", "zh"}, "sample.json.golden": {"-json"},
	} {
		out, problems, code := tell(t, args...)
		require.Equal(t, exitDone, code, problems)
		golden := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.MkdirAll("testdata", 0o755))
			require.NoError(t, os.WriteFile(golden, []byte(out), 0o600))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), out, "if this change is meant: go test ./calibrate -update")
	}
}

func TestColumnsLineUpInBothLanguages(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		out, _, _ := tell(t, "-lang", lang)
		blocks := strings.Split(out, "\n\n")
		for i, block := range blocks[1:4] {
			lines := strings.Split(strings.TrimSpace(block), "\n")[1:]
			if i == 2 {
				lines = lines[:4] // what stands out in managers comes after the table
			}
			for _, line := range lines[1:] {
				assert.Equal(t, cells(lines[0]), cells(line), "%s: %q", lang, line)
			}
		}
	}
}

func TestJSONHoldsEveryMoveWithItsReason(t *testing.T) {
	out, _, code := tell(t, "-json")
	require.Equal(t, exitDone, code)
	var read struct {
		Advice []struct {
			Group string `json:"group"`
			Moves []struct {
				Employee string `json:"employee"`
				Margin   string `json:"margin"`
				Why      struct {
					Zh    string            `json:"zh"`
					Steps []json.RawMessage `json:"steps"`
				} `json:"why"`
			} `json:"moves"`
		} `json:"advice"`
	}
	require.NoError(t, json.Unmarshal([]byte(out), &read))
	require.Len(t, read.Advice, 2)
	require.Len(t, read.Advice[0].Moves, 2)
	assert.Equal(t, "3.5", read.Advice[0].Moves[0].Margin)
	assert.Len(t, read.Advice[0].Moves[0].Why.Steps, 2)
	assert.Contains(t, read.Advice[0].Moves[0].Why.Zh, "由“优秀”调整为“良好”")
}

func TestMistakesInTheCSVAreNamedByRowAndColumn(t *testing.T) {
	people := file(t, "people.csv", "\uFEFFlevel,employee,manager,group,score,held,site,shift\n"+
		"A,e1,m1,g1,90,,,\n"+
		"Z,e2,m1,g1,ninety,,north,day\n"+
		"A,e1,m1,,80,maybe,,\n"+
		"A,e4,m1\n"+
		"B,e5,m1,g1,1e999999999,,,\n")
	out, problems, code := tell(t, "-people", people)
	assert.Equal(t, exitRefused, code)
	assert.Empty(t, out)
	var places []string
	for line := range strings.Lines(problems) {
		place, _, _ := strings.Cut(strings.TrimPrefix(line, people+":"), ": ")
		column, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(line, people+":"), place+": "), ": ")
		places = append(places, place+" "+strings.TrimSpace(column))
	}
	assert.Equal(t, []string{
		"3 level", "3 score", "4 group", "4 employee", "4 held", "5 the row has 3 cells, the header 8", "6 score",
	}, places, problems)
	_, problems, _ = tell(t, "-people", people, "-lang", "zh")
	assert.Contains(t, problems, "people.csv:4: employee: “e1”已在第 2 行出现")
}

func TestABrokenHeaderIsAllThatIsSaid(t *testing.T) {
	for content, said := range map[string]string{
		"": "the first line names the columns",
		"employee,manager,group,score\ne1,m,g,1\n":         "the column “level” is missing",
		"employee,manager,group,score,level,level,x\ne1\n": "column 7, “x”, is unknown",
	} {
		_, problems, code := tell(t, "-people", file(t, "people.csv", content))
		assert.Equal(t, exitRefused, code)
		assert.Contains(t, problems, said)
		assert.NotContains(t, problems, "csv:2")
	}
}

func TestMistakesAreListedUpToAHundred(t *testing.T) {
	var b strings.Builder
	b.WriteString("employee,manager,group,score,level,site,shift\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "e%d,m,g,x,A,,\n", i)
	}
	_, problems, _ := tell(t, "-people", file(t, "people.csv", b.String()))
	assert.Equal(t, maxFaults, strings.Count(problems, "\n"))
}

func TestMistakesInTheGuideAreNamedWithTheirLine(t *testing.T) {
	guide := file(t, "guide.json", `{
  "levels": [{"code": "A"}, {"code": "B"}],
  "guide": {"limits": [
    {"levels": ["A"], "op": ">=", "share": 60},
    {"levels": ["B"], "op": ">=", "share": 50}
  ]},
  "rules": {"order": "age"}
}`)
	_, problems, code := tell(t, "-guide", guide)
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, problems, "guide.json:3: guide.limits: these can't all hold: A ≥ 60 %, B ≥ 50 %")
	assert.Contains(t, problems, "guide.json:7: rules.order: “age” is no order")
	_, problems, _ = tell(t, "-guide", file(t, "guide.json", `{"level": []}`))
	assert.Contains(t, problems, "guide.json:1")
}

func TestRatersAndFairnessAreOnlyThereWhenAskedFor(t *testing.T) {
	guide := file(t, "guide.json", `{"levels": [{"code": "A"}, {"code": "B"}], "guide": {"limits": []}, "rules": {}}`)
	people := file(t, "people.csv", "employee,manager,group,score,level\ne1,m1,g1,80,B\n")
	out, problems, code := tell(t, "-guide", guide, "-people", people, "-json")
	require.Equal(t, exitDone, code, problems)
	var read map[string]json.RawMessage
	require.NoError(t, json.Unmarshal([]byte(out), &read))
	assert.NotContains(t, read, "raters")
	assert.NotContains(t, read, "fairness")

	guide = file(t, "guide.json", `{
  "levels": [{"code": "A"}, {"code": "B"}],
  "guide": {"limits": []}, "rules": {},
  "raters": {"confidence": 95},
  "fairness": {"groupings": ["site"], "comparisons": [{"by": ["shift"]}], "minimumShare": 2, "selected": ["S"]}
}`)
	_, problems, code = tell(t, "-guide", guide, "-people", people)
	assert.Equal(t, exitRefused, code)
	for _, said := range []string{
		"guide.json:4: raters.confidence: ", "guide.json:5: fairness.comparisons[0].by[0]: ", "guide.json:5: fairness.selected[0]: ",
	} {
		assert.Contains(t, problems, said)
	}
	guide = file(t, "guide.json", `{"levels": [{"code": "A"}, {"code": "B"}], "guide": {"limits": []}, "rules": {},
	  "fairness": {"groupings": ["site"], "comparisons": [{"by": ["site"]}], "minimumShare": 2, "selected": ["A"]}}`)
	_, problems, _ = tell(t, "-guide", guide, "-people", people)
	assert.Contains(t, problems, "the column “site” is missing")
}

func TestATieThatWasSettledIsSaid(t *testing.T) {
	guide := file(t, "guide.json", `{"levels": [{"code": "A"}, {"code": "B"}], "guide": {"method": "webster", "limits": [
	  {"levels": ["A"], "op": "=", "share": 50}, {"levels": ["B"], "op": "=", "share": 50}]}, "rules": {}}`)
	people := file(t, "people.csv", "employee,manager,group,score,level\ne1,m1,g1,80,B\n")
	out, problems, code := tell(t, "-guide", guide, "-people", people)
	require.Equal(t, exitDone, code, problems)
	assert.Contains(t, out, "  g1: A = 50 %, B = 50 % had the same claim (Webster)")
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"more"}, {"-x"}} {
		_, problems, code := tell(t, args...)
		assert.Equal(t, exitUsage, code)
		assert.Contains(t, problems, "-people")
	}
	_, _, code := tell(t, "-h")
	assert.Equal(t, exitDone, code)
	_, problems, code := tell(t, "-people", filepath.Join(t.TempDir(), "none.csv"))
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, problems, "none.csv")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	var problems bytes.Buffer
	assert.Equal(t, exitRefused, run(nil, full{}, &problems))
	assert.Contains(t, problems.String(), "the disk is full")
}
