package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// A person is a row of the CSV. Managers, groups and levels recur, so each is kept once.
type person struct {
	employee, manager, group, level string
	score                           *decimal.Decimal
	held                            bool
	groups                          []string // for fairness, as the setting names them
}

// entries are the people for the library, counted by a key.
func entries(people []person, key func(person) string) iter.Seq2[calibration.Entry, error] {
	return func(yield func(calibration.Entry, error) bool) {
		for _, p := range people {
			e := calibration.Entry{Employee: p.employee, Group: key(p), Level: p.level, Score: p.score, Held: p.held}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// marks are what the people were given by their managers.
func marks(people []person) iter.Seq2[calibration.Mark, error] {
	return func(yield func(calibration.Mark, error) bool) {
		for _, p := range people {
			if !yield(calibration.Mark{Rater: p.manager, Score: p.score, Level: p.level}, nil) {
				return
			}
		}
	}
}

// cases are the people without their names, those at one of the levels selected.
func cases(people []person, selected []string) iter.Seq2[calibration.Case, error] {
	return func(yield func(calibration.Case, error) bool) {
		for _, p := range people {
			if !yield(calibration.Case{Groups: p.groups, Selected: slices.Contains(selected, p.level), Score: p.score}, nil) {
				return
			}
		}
	}
}

func byGroup(p person) string   { return p.group }
func byManager(p person) string { return p.manager }

var columns = []string{"employee", "manager", "group", "score", "level"}

const columnHeld = "held" // may be left out

// maxFaults is how many mistakes are listed before the reading stops.
const maxFaults = 100

// A reader takes the CSV apart row by row.
type reader struct {
	csv   *csv.Reader
	file  string
	at    map[string]int // where each column is
	width int
	line  int
	kept  map[string]string
	seen  map[string]int // the line of each employee
	found fault.Violations
}

// readPeople reads the file; every mistake is reported with its row and column.
func readPeople(name string, s setting) ([]person, error) {
	f, name, err := open(name, "people.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewReader(f)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\uFEFF" {
		_, _ = in.Discard(3)
	}
	r := &reader{
		csv: csv.NewReader(in), file: name, at: map[string]int{}, kept: map[string]string{}, seen: map[string]int{},
	}
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.header(s)
	var people []person
	for len(r.found) == 0 || (r.width > 0 && len(r.found) < maxFaults) {
		cells, err := r.csv.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			r.line = broken.StartLine
			r.wrong("", rowBroken.With("error", broken.Err))
			continue
		}
		if err != nil {
			return nil, err
		}
		r.line, _ = r.csv.FieldPos(0)
		p := r.person(cells, s)
		if len(r.found) == 0 {
			people = append(people, p)
		}
	}
	return people, r.found.Err()
}

func (r *reader) header(s setting) {
	r.line = 1
	names, err := r.csv.Read()
	if err != nil {
		r.wrong("", headerNeeded.With("columns", columns))
		return
	}
	needed := s.groupings(columns)
	known := slices.Concat(needed, []string{columnHeld})
	for i, name := range names {
		name = strings.TrimSpace(name)
		if _, twice := r.at[name]; twice || !slices.Contains(known, name) {
			r.wrong(text.Excerpt(name), columnUnknown.With("column", text.Excerpt(name), "place", i+1, "known", known))
		}
		r.at[strings.Clone(name)] = i
	}
	for _, name := range needed {
		if _, there := r.at[name]; !there {
			r.wrong(name, columnMissing.With("column", name))
		}
	}
	if len(r.found) == 0 {
		r.width = len(names)
	}
}

func (r *reader) person(cells []string, s setting) person {
	if len(cells) != r.width {
		r.wrong("", rowLength.With("have", len(cells), "want", r.width))
		return person{}
	}
	p := person{
		employee: strings.Clone(r.cell(cells, "employee")),
		manager:  r.once(r.cell(cells, "manager")),
		group:    r.once(r.cell(cells, "group")),
		level:    r.once(r.cell(cells, "level")),
	}
	if line, twice := r.seen[p.employee]; twice && p.employee != "" {
		r.wrong("employee", employeeTwice.With("employee", text.Excerpt(p.employee), "line", line))
	}
	r.seen[p.employee] = r.line
	if _, ok := s.scale().Rank(p.level); !ok && p.level != "" {
		r.wrong("level", levelUnknown.With("employee", text.Excerpt(p.employee), "level", text.Excerpt(p.level)))
	}
	if cell := strings.TrimSpace(cells[r.at["score"]]); cell != "" {
		d, err := number.Parse(cell)
		for _, v := range fault.Of(err) {
			r.wrong("score", v.Text)
		}
		p.score = &d
	}
	if s.Fairness != nil {
		p.groups = make([]string, len(s.Fairness.Groupings))
		for i, name := range s.Fairness.Groupings {
			p.groups[i] = r.once(strings.TrimSpace(cells[r.at[name]]))
		}
	}
	if at, there := r.at[columnHeld]; there {
		switch cell := strings.ToLower(strings.TrimSpace(cells[at])); cell {
		case "yes", "是":
			p.held = true
		case "", "no", "否":
		default:
			r.wrong(columnHeld, cellYesNo.With("have", text.Excerpt(cell)))
		}
	}
	return p
}

// cell is a cell that has to hold something.
func (r *reader) cell(cells []string, column string) string {
	cell := strings.TrimSpace(cells[r.at[column]])
	switch {
	case cell == "":
		r.wrong(column, cellEmpty.With("column", column))
	case !utf8.ValidString(cell):
		r.wrong(column, cellEncoding.Plain())
	}
	return cell
}

// once is the text, kept once however often it comes.
func (r *reader) once(s string) string {
	kept, there := r.kept[s]
	if !there {
		kept = strings.Clone(s)
		r.kept[kept] = kept
	}
	return kept
}

// wrong notes a mistake with its row and column.
func (r *reader) wrong(column string, t text.Text) {
	r.found = append(r.found, fault.Violation{Source: fmt.Sprintf("%s:%d", r.file, r.line), Path: column, Text: t})
}
