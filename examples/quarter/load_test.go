package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// An edit is a change to a file of the sample: the first from becomes to.
type edit struct{ file, from, to string }

// sampleWith is the sample company with edits.
func sampleWith(tb testing.TB, edits ...edit) fstest.MapFS {
	tb.Helper()
	all := fstest.MapFS{}
	for _, name := range files {
		data, err := fs.ReadFile(sample, "company/"+name)
		require.NoError(tb, err)
		all[name] = &fstest.MapFile{Data: data}
	}
	for _, e := range edits {
		data := string(all[e.file].Data)
		require.Contains(tb, data, e.from, "%s: the sample no longer has what the test changes", e.file)
		all[e.file] = &fstest.MapFile{Data: []byte(strings.Replace(data, e.from, e.to, 1))}
	}
	return all
}

// folder is a company folder on disk: the sample with edits.
func folder(t *testing.T, edits ...edit) string {
	t.Helper()
	dir := t.TempDir()
	for name, file := range sampleWith(t, edits...) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), file.Data, 0o600))
	}
	return dir
}

// bad are mistakes in a company folder, each with the line that reports it.
var bad = []struct {
	name string
	edit edit
	want string // file, line, path and the beginning of the sentence
}{
	{"a missing column", edit{"people.csv", "title_en,unit,roles", "title_en,team,roles"}, "people.csv:1: unit: the column “unit” is missing"},
	{"an unknown column", edit{"people.csv", "roles,hired", "rolls,hired"}, "people.csv:1: rolls: column 7, “rolls”, is unknown"},
	{"a column twice", edit{"people.csv", "roles,hired", "title,hired"}, "people.csv:1: title: column 7 is “title” again"},
	{"an empty cell", edit{"people.csv", "e09,吴九", "e09,"}, "people.csv:10: name: “name” is empty"},
	{"a row too short", edit{"people.csv", "Wu Jiu,售前顾问,", "Wu Jiu,"}, "people.csv:10: the row has 7 cells, the header 8"},
	{"an open quotation", edit{"people.csv", `"Team lead, pre-sales"`, `"Team "lead", pre-sales"`}, "people.csv:6: the row can't be read"},
	{"a day that there is not", edit{"people.csv", "2021-11-15", "2021-11-31"}, "people.csv:10: hired: there is no 2021-11-31"},
	{"an id twice", edit{"people.csv", "e09,", "e08,"}, "people.csv:10: id: "},
	{"an unknown unit", edit{"people.csv", "Wu Jiu,售前顾问,Pre-sales adviser,presale", "Wu Jiu,售前顾问,Pre-sales adviser,sales"}, "people.csv:10: unit: company.json has no unit “sales”"},
	{"nobody from HR", edit{"people.csv", ",hr,hr,", ",hr,,"}, "people.csv: roles: nobody has the role hr"},
	{"an unknown manager", edit{"lines.csv", "e07,e05", "e07,e99"}, "lines.csv:7: manager: there is no person “e99”"},
	{"a reporting circle", edit{"lines.csv", "e04,e01", "e04,e12"}, "lines.csv:4: the reporting lines run in a circle on 1 Jan 2024: e04, e12, e06, e04"},
	{"two managers at once", edit{"lines.csv", ",yes", ","}, "lines.csv:15: "},
	{"neither yes nor no", edit{"lines.csv", ",yes", ",maybe"}, "lines.csv:15: dotted: “maybe” is neither yes nor no"},
	{"a period backwards", edit{"lines.csv", "e14,e06,2024-01-01,2025-12-31", "e14,e06,2024-01-01,2023-12-31"}, "lines.csv:14: to: "},
	{"a bad number", edit{"checkins.csv", ",response,23.8,", ",response,fast,"}, "checkins.csv:32: value: “fast” is not a number"},
	{"a missing number", edit{"checkins.csv", ",response,23.8,", ",response,,"}, "checkins.csv:32: value: “value” is empty"},
	{"a date outside the quarter", edit{"checkins.csv", "e09-sales,2024-07-12", "e09-sales,2024-10-12"}, "checkins.csv:62: date: 12 Oct 2024 is not a day of 2024 Q3"},
	{"a check-in of an unknown goal", edit{"checkins.csv", "e09-sales,2024-07-12", "e99-sales,2024-07-12"}, "checkins.csv:62: goal: goals.json has no goal “e99-sales”"},
	{"a check-in of another metric", edit{"checkins.csv", "e12-response,2024-07-05,response", "e12-response,2024-07-05,sales"}, "checkins.csv:32: metric: the goal “e12-response” has no metric “sales”"},
	{"a confidence of more than all", edit{"checkins.csv", ",response,23.8,55", ",response,23.8,155"}, "checkins.csv:32: confidence: "},
	{"weights of 99 %", edit{"goals.json", `"weight": 40`, `"weight": 39`}, "goals.json:66: plans[0].goals: the weights of the goals add up to 99 %, not 100 %"},
	{"a target on the wrong side", edit{"goals.json", `"direction": "decrease", "baseline": 30, "target": 25`, `"direction": "decrease", "baseline": 30, "target": 35`}, "goals.json:75: plans[0].goals[0].measures[0].target: "},
	{"a plan of nobody", edit{"goals.json", `"employee": "e09"`, `"employee": "e99"`}, "plans[7].employee: people.csv has nobody with the id “e99”"},
	{"a goal in support of nothing", edit{"goals.json", `"goal": "e05-sales"`, `"goal": "e55-sales"`}, "supports[0].goal: there is no goal “e55-sales” above this one"},
	{"a goal twice", edit{"goals.json", `"id": "e09-reply"`, `"id": "e09-sales"`}, "id: “e09-sales” can't be the name of this goal"},
	{"an unknown field", edit{"goals.json", `"confidence": 85`, `"conf": 85`}, "goals.json:65: plans[0].conf: "},
	{"a malformed table", edit{"rules.json", `"op": ">="`, `"op": "=>"`}, "rules.json:31: dimensions[0].table.rows[0].when.op: “=>” is not a comparison"},
	{"an unreachable row", edit{"rules.json", `"op": ">=", "value": 90`, `"op": ">=", "value": 110`}, "rules.json:32: dimensions[0].table.rows[1]: "},
	{"bands with a gap", edit{"rules.json", `"from": 80, "to": 90`, `"from": 80, "to": 89`}, "rules.json:10: scale.levels[1]: "},
	{"broken JSON", edit{"rules.json", `"version": 1,`, `"version": 1`}, "rules.json:4: "},
	{"a deadline in words", edit{"cycle.json", `"answerWithin": 3`, `"answerWithin": "three"`}, "cycle.json:10: appeals.answerWithin: "},
	{"a phase without a window", edit{"cycle.json", `"phase": "self"`, `"phase": "selves"`}, "cycle.json"},
	{"no tenant", edit{"company.json", `"sample-shop"`, `""`}, "company.json:2: tenant: this has to be filled in"},
	{"a quarter backwards", edit{"company.json", `"to": "2024-09-30"`, `"to": "2024-06-30"`}, "company.json:4: quarter.to: "},
	{"a revision without proof", edit{"revisions.json", `"value": 30, "unit": "%"`, `"value": "a lot", "unit": "%"`}, "revisions.json"},
	{"a claim on an unknown goal", edit{"reviews.json", `"goal": "e02-hire"`, `"goal": "e02-fire"`}, "self[0].claims[0].goal: goals.json has no goal “e02-fire”"},
	{"a review of nobody", edit{"reviews.json", "\"employee\": \"e13\",\n      \"metrics\"", "\"employee\": \"e33\",\n      \"metrics\""}, "manager[11].employee: people.csv has nobody with the id “e33”"},
	{"an unknown level", edit{"reviews.json", `"to": "good"`, `"to": "great"`}, "calibration[0].to: the rules have no level “great”"},
	{"a figure that the rules lack", edit{"reviews.json", `"complaint-rate": 0.5`, `"complaints": 0.5`}, "manager[0].metrics.complaints: "},
	{"an improvement left open", edit{"interviews.json", `"tone": "strength"`, `"tone": "improve"`}, "interviews.json"},
	{"an appeal without a cause", edit{"appeals.json", `"employee": "e13"`, `"employee": "e12"`}, "appeals.json:3: [0].employee: interviews.json has no disagreement of e12"},
	{"a plan out of the blue", edit{"improvement.json", `"employee": "e12"`, `"employee": "e11"`}, "improvement.json:4: [0].employee: interviews.json has no interview with e11"},
}

func TestEachMistakeIsReportedWithFileLineAndPath(t *testing.T) {
	for _, b := range bad {
		t.Run(b.name, func(t *testing.T) {
			_, err := load(sampleWith(t, b.edit), text.English)
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.Contains(t, fault.In(err, text.English), b.want)
			for _, v := range fault.Of(err) {
				assert.NotEmpty(t, v.Source, v.In(text.English))
				assert.NotEmpty(t, v.Zh, v.Code)
			}
		})
	}
}

// What only the services can tell is found by the rehearsal, and has its place as well.
func TestWhatTheServicesRefuseHasItsPlaceToo(t *testing.T) {
	for _, c := range []struct {
		name string
		edit edit
		want string
	}{
		{"a reason too short", edit{"cycle.json", `"minReason": 15`, `"minReason": 900`}, "calibration[0].why: "},
		{"a discrepancy left open", edit{"reviews.json", `"metric": "advice-sales", "value": 1480000`, `"metric": "advice-sales", "value": 1840000`}, "manager[5].discrepancies[0]: "},
		{"an answer after the day", edit{"appeals.json", `"filed": "2024-09-29"`, `"filed": "2024-10-20"`}, "appeals.json:4: [0].filed: "},
		{"a reviewer in the line", edit{"appeals.json", `"reviewer": "e03"`, `"reviewer": "e04"`}, "appeals.json:5: [0].reviewer: "},
		{"a plan too short", edit{"improvement.json", `"to": "2024-11-06"`, `"to": "2024-10-30"`}, "improvement.json"},
		{"a goal that was not reached", edit{"improvement.json", `"results": [{"metric": "response", "value": 11.6}]`, `"results": [{"metric": "response", "value": 12.6}]`}, "[0].closing.outcome: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := newFile(t)
			_, problems, code := tell(t, db, "-company", folder(t, c.edit))
			assert.Equal(t, exitRefused, code)
			assert.Contains(t, problems, c.want)
			assert.NoFileExists(t, db)
		})
	}
}

func TestAllMistakesAreOneListAndNothingIsWritten(t *testing.T) {
	together := []string{
		"a missing column", "a day that there is not", "an unknown manager", "a reporting circle", "a bad number",
		"a date outside the quarter", "weights of 99 %", "a malformed table", "a deadline in words", "a claim on an unknown goal",
	}
	var edits []edit
	var want []string
	for _, b := range bad {
		for _, name := range together {
			if b.name == name {
				edits = append(edits, b.edit)
				want = append(want, b.want)
			}
		}
	}
	require.Len(t, edits, len(together))
	for _, lang := range []string{"en", "zh"} {
		db := newFile(t)
		out, problems, code := tell(t, db, "-lang", lang, "-company", folder(t, edits...))
		assert.Equal(t, exitRefused, code)
		assert.Empty(t, out)
		assert.NoFileExists(t, db)
		for _, line := range want {
			place, _, _ := strings.Cut(line, ": ")
			assert.Contains(t, problems, place, lang)
			if lang == "en" {
				assert.Contains(t, problems, line)
			}
		}
		if lang == "zh" {
			assert.Contains(t, problems, "目标权重合计 99%，应为 100%")
			assert.NotContains(t, problems, "Nothing was written")
		}
	}
}

// A header without a column that the rows have makes every row uneven; that is one
// mistake, not one in each row and in each file that speaks of the people.
func TestAColumnMissingFromTheHeaderAloneIsSaidOnce(t *testing.T) {
	_, err := load(sampleWith(t, edit{"people.csv", "title_en,unit,roles", "title_en,roles"}), text.English)
	assert.Equal(t, ""+
		"people.csv:1: unit: the column “unit” is missing\n"+
		"people.csv:2: the row has 8 cells, the header 7", strings.TrimSpace(fault.In(err, text.English)))
}

func TestEveryFileIsNeeded(t *testing.T) {
	for _, name := range files {
		all := sampleWith(t)
		delete(all, name)
		_, err := load(all, text.English)
		assert.True(t, fault.Of(err).Has("quarter.file.missing"), name)
		all[name] = &fstest.MapFile{Data: []byte{0xff, 0xfe}}
		_, err = load(all, text.English)
		require.ErrorIs(t, err, fault.ErrInvalid, name)
		all[name] = &fstest.MapFile{}
		_, err = load(all, text.English)
		require.ErrorIs(t, err, fault.ErrInvalid, name)
	}
}

func TestFilesFromASpreadsheetAreRead(t *testing.T) {
	all := sampleWith(t)
	for name, file := range all {
		data := bytes.ReplaceAll(file.Data, []byte("\n"), []byte("\r\n"))
		all[name] = &fstest.MapFile{Data: append([]byte("\uFEFF"), data...)}
	}
	c, err := load(all, text.Chinese)
	require.NoError(t, err)
	assert.Len(t, c.People, 14)
	assert.Equal(t, "高一", c.People[0].Name)
}

func TestTextsAreReadInTheLanguageAskedFor(t *testing.T) {
	in := []byte("{\n \"a\": {\"en\": \"one \\\"}\", \"zh\": \"一\"},\n \"b\": {\n  \"zh\": \"二\",\n  \"en\": \"two\"\n }, \"c\": \"{\\\"zh\\\": 3}\", \"d\": {\"zh\": \"四\"}\n}")
	want := "{\n \"a\": \"一\",\n \"b\": \"二\"\n\n\n, \"c\": \"{\\\"zh\\\": 3}\", \"d\": {\"zh\": \"四\"}\n}"
	assert.True(t, bytes.Equal([]byte(want), inLanguage(in, text.Chinese)), "line by line")
	english := inLanguage(in, text.English)
	assert.Contains(t, string(english), `"a": "one \"}"`)
	assert.Equal(t, bytes.Count(in, []byte("\n")), bytes.Count(english, []byte("\n")))
}

// Rows of one goal and day are one check-in with several readings.
func TestReadingsOfOneDayAreOneCheckIn(t *testing.T) {
	c, err := load(sampleWith(t, edit{"checkins.csv", "e02-hire,2024-07-12", "e02-hire,2024-07-05"}), text.English)
	assert.Len(t, c.CheckIns[0].Readings, 2)
	require.ErrorIs(t, err, fault.ErrInvalid) // the same metric twice
	assert.Contains(t, fault.In(err, text.English), "checkins.csv:2: readings[1].metric: ")
}

// FuzzFolder feeds the loader with files that people have been at: whatever is in them,
// it ends with a company or with problems that have a file.
func FuzzFolder(f *testing.F) {
	for i, name := range files {
		data, err := fs.ReadFile(sample, "company/"+name)
		require.NoError(f, err)
		f.Add(i, data)
	}
	f.Fuzz(func(t *testing.T, i int, data []byte) {
		all := sampleWith(t)
		all[files[uint(i)%uint(len(files))]] = &fstest.MapFile{Data: data}
		c, err := load(all, text.Chinese)
		for _, v := range fault.Of(err) {
			assert.NotEmpty(t, v.Source, v.In(text.English))
		}
		if err == nil {
			assert.NotNil(t, c.Chart)
		}
	})
}

func TestALineWithoutAnEndRunsOn(t *testing.T) {
	folder := sampleWith(t, edit{"lines.csv", "e02,e01,2024-01-01,2025-12-31,", "e02,e01,2024-01-01,,"})
	c, err := load(folder, text.English)
	require.NoError(t, err)
	managers, err := c.Chart.Managers(t.Context(), c.Setting.Tenant, "e02", calendar.MustDate("2030-01-01"))
	require.NoError(t, err)
	assert.Equal(t, []string{"e01"}, managers)
}
