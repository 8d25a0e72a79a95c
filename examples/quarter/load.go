package main

import (
	"bytes"
	"cmp"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// The files of a company folder, in the order in which problems are listed.
var files = []string{
	"company.json", "people.csv", "lines.csv", "rules.json", "cycle.json", "goals.json", "checkins.csv",
	"revisions.json", "reviews.json", "interviews.json", "appeals.json", "improvement.json",
}

var (
	peopleSheet = sheet{
		"people.csv",
		[]string{"id", "name", "title", "unit", "hired"},
		[]string{"name_en", "title_en", "roles"},
	}
	linesSheet    = sheet{"lines.csv", []string{"person", "manager", "from"}, []string{"to", "dotted"}}
	checkInsSheet = sheet{
		"checkins.csv",
		[]string{"goal", "date", "metric", "value"},
		[]string{"confidence", "event", "event_en", "obstacle", "obstacle_en", "help", "help_en"},
	}
)

// A place is where in a company folder something stands: a path of a JSON file, or a row
// of a sheet.
type place struct {
	doc    record.Document
	path   string
	source string
}

// at is a place within a place.
func (p place) at(path string) place {
	p.path = fault.Field(p.path, path)
	return p
}

// problems are the violations in err with file, line and path.
func (p place) problems(err error) fault.Violations {
	var v fault.Violations
	v.Nest(p.path, err)
	for i := range v {
		v[i].Source = p.source
	}
	if p.source != "" {
		return v
	}
	return fault.Of(p.doc.Locate(v.Err()))
}

type loader struct {
	company

	fsys  fs.FS
	found fault.Violations
	known bool                   // everybody in people.csv could be read
	goals map[string]plannedGoal // those seen so far, by their names
}

// load reads a company folder and holds it against the library's rules. What is wrong is
// one list of all problems in all files.
func load(fsys fs.FS, lang text.Lang) (*company, error) {
	l := &loader{fsys: fsys, goals: map[string]plannedGoal{}}
	l.language, l.files = lang, map[string]record.Document{}
	if _, err := fs.Stat(fsys, "."); err != nil {
		l.found.Add("", folderMissing)
		return nil, l.found
	}
	l.readAll()
	l.checkGoals()
	l.checkCycle()
	l.checkRevisions()
	l.readCheckIns()
	l.checkReviews()
	l.checkInterviews()
	l.checkAppeals()
	l.checkPlans()
	slices.SortStableFunc(l.found, func(a, b fault.Violation) int {
		aFile, aLine := fileAndLine(a)
		bFile, bLine := fileAndLine(b)
		return cmp.Or(cmp.Compare(aFile, bFile), cmp.Compare(aLine, bLine))
	})
	return &l.company, l.found.Err()
}

func fileAndLine(v fault.Violation) (file, line int) {
	name, rest, _ := strings.Cut(v.Source, ":")
	line, _ = strconv.Atoi(rest)
	return slices.Index(files, name), line
}

func (l *loader) readAll() {
	l.decode("company.json", &l.Setting, false)
	l.decode("goals.json", &l.Goals, true)
	l.decode("revisions.json", &l.Revisions, true)
	l.decode("reviews.json", &l.Reviews, true)
	l.decode("interviews.json", &l.Interviews, true)
	l.decode("appeals.json", &l.Appeals, true)
	l.decode("improvement.json", &l.Plans, true)
	l.decode("cycle.json", &l.Cycle, false)
	if data, ok := l.read("rules.json"); ok {
		rules, err := rating.ParsePolicy("rules.json", data)
		l.Rules = rules
		l.found = append(l.found, fault.Of(err)...)
	}
	if l.Setting.Units != nil { // company.json could be read
		if l.Setting.Tenant == "" {
			l.add("company.json", "tenant", fieldEmpty.Plain())
		}
		l.note(l.place("company.json", "quarter"), l.Setting.Quarter.Validate())
		l.note(l.place("company.json", "next"), l.Setting.Next.Validate())
	}
	l.readPeople()
}

// hasUnit reports whether there is such a unit; while company.json can't be read, each
// may be one.
func (l *loader) hasUnit(code string) bool {
	_, known := l.Setting.Units[code]
	return known || l.Setting.Units == nil
}

func (l *loader) read(name string) ([]byte, bool) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		note(&l.found, name, "", fileMissing.With("error", err))
	}
	return bytes.TrimPrefix(data, []byte("\uFEFF")), err == nil
}

// decode reads a JSON file, strictly, into a value. Where it has texts in both
// languages, in is asked for the one that the story is told in.
func (l *loader) decode(name string, into any, in bool) {
	data, ok := l.read(name)
	if !ok {
		return
	}
	if in {
		data = inLanguage(data, l.language)
	}
	doc, err := record.Decode(name, data, into)
	l.files[name] = doc
	l.found = append(l.found, fault.Of(err)...)
}

// bilingual is a text in both languages, {"zh": "…", "en": "…"}. Within a JSON string its
// quotation marks would have a backslash each, so it never matches there.
var bilingual = regexp.MustCompile(`\{\s*"(zh|en)"\s*:\s*("(?:[^"\\]|\\.)*")\s*,\s*"(zh|en)"\s*:\s*("(?:[^"\\]|\\.)*")\s*\}`)

// inLanguage puts a plain text in place of each bilingual one, and leaves every line
// where it was, so that problems are reported with the lines of the file.
func inLanguage(data []byte, l text.Lang) []byte {
	return bilingual.ReplaceAllFunc(data, func(both []byte) []byte {
		m := bilingual.FindSubmatch(both)
		one := m[2]
		if string(m[1]) != string(l) {
			one = m[4]
		}
		return append(bytes.Clone(one), bytes.Repeat([]byte{'\n'}, bytes.Count(both, []byte{'\n'}))...)
	})
}

func (l *loader) place(file, path string) place { return place{doc: l.files[file], path: path} }

func (l *loader) note(p place, err error) { l.found = append(l.found, p.problems(err)...) }

func (l *loader) add(file, path string, t text.Text) {
	l.note(l.place(file, path), fault.Violations{{Text: t}})
}

func (l *loader) sheet(s sheet) []row {
	data, ok := l.read(s.file)
	if !ok {
		return nil
	}
	return s.read(data, &l.found)
}

func (l *loader) readPeople() {
	before := len(l.found)
	people := l.sheet(peopleSheet)
	l.known = len(people) > 0 && !slices.ContainsFunc(l.found[before:], func(v fault.Violation) bool {
		return v.Path == "" || v.Path == "id" // a row that can't be read, or nobody's
	})
	for _, r := range people {
		r.text("name")
		r.text("title")
		p := access.Person{
			ID: r.text("id"), Name: r.words("name").In(l.language), Title: r.words("title").In(l.language),
			Unit: r.text("unit"), Hired: r.date("hired"),
		}
		for role := range strings.FieldsSeq(r.cells["roles"]) {
			p.Roles = append(p.Roles, access.Role(role))
		}
		if p.Unit != "" && !l.hasUnit(p.Unit) {
			r.wrong("unit", unitUnknown.With("unit", p.Unit))
		}
		l.People = append(l.People, p)
	}
	lines := l.sheet(linesSheet)
	var reporting []access.Reporting
	for _, r := range lines {
		reporting = append(reporting, access.Reporting{
			Person: r.text("person"), Manager: r.text("manager"), Dotted: r.yes("dotted"),
			During: calendar.Period{From: r.date("from"), To: r.end("to")},
		})
	}
	chart, err := access.NewChart(l.Setting.Tenant, l.People, reporting)
	for _, v := range fault.Of(err) {
		if v.Code == "access.person.unknown" && !l.known {
			continue
		}
		rows := people
		if strings.HasPrefix(v.Path, "lines[") {
			rows = lines
		}
		index, column := indexAndField(v.Path)
		if index < len(rows) && !rows[index].alreadyWrong(column) {
			rows[index].wrong(column, v.Text)
		}
	}
	l.Chart = chart
	if l.known && l.hr().ID == "" {
		note(&l.found, "people.csv", "roles", hrMissing.Plain())
	}
}

// indexAndField takes "lines[3].during.to" apart, into the row and its column.
func indexAndField(path string) (int, string) {
	_, after, _ := strings.Cut(path, "[")
	number, field, _ := strings.Cut(after, "].")
	index, _ := strconv.Atoi(strings.TrimSuffix(number, "]"))
	return index, strings.TrimPrefix(field, "during.")
}
