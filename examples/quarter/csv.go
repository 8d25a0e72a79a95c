package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A sheet is what a CSV file has to look like.
type sheet struct {
	file     string
	required []string
	optional []string
}

// A row is one line of a sheet: its cells by column, and what was found wrong in them.
type row struct {
	source string // "people.csv:7"
	cells  map[string]string
	found  *fault.Violations
}

// read takes a CSV file apart. Everything wrong with its form goes into found; the rows
// that can be read are returned all the same, so that their content is looked at too.
// Where every row differs from the header alike, it is the header that is wrong: that is
// said once.
func (s sheet) read(data []byte, found *fault.Violations) []row {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if !utf8.Valid(data) {
		note(found, s.file, "", fileEncoding.Plain())
		return nil
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord = -1
	header, err := reader.Read()
	if err != nil {
		note(found, s.file+":1", "", headerNeeded.With("columns", s.required))
		return nil
	}
	s.checkHeader(header, found)
	var rows []row
	var uneven []fault.Violation
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			if len(rows) == 0 && len(uneven) > 1 {
				uneven = uneven[:1]
			}
			*found = append(*found, uneven...)
			return rows
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			note(found, fmt.Sprintf("%s:%d", s.file, broken.StartLine), "", rowBroken.With("error", broken.Err))
			continue
		}
		line, _ := reader.FieldPos(0)
		r := row{source: fmt.Sprintf("%s:%d", s.file, line), cells: map[string]string{}, found: found}
		if len(record) != len(header) {
			uneven = append(uneven, fault.Violation{Source: r.source, Text: rowLength.With("have", len(record), "want", len(header))})
			continue
		}
		for i, name := range header {
			r.cells[strings.TrimSpace(name)] = strings.TrimSpace(record[i])
		}
		rows = append(rows, r)
	}
}

func (s sheet) checkHeader(header []string, found *fault.Violations) {
	seen := map[string]bool{}
	for i, name := range header {
		name = strings.TrimSpace(name)
		switch {
		case seen[name]:
			note(found, s.file+":1", name, columnTwice.With("column", name, "place", i+1))
		case !slices.Contains(s.required, name) && !slices.Contains(s.optional, name):
			note(found, s.file+":1", name, columnUnknown.With("column", name, "place", i+1, "known", slices.Concat(s.required, s.optional)))
		}
		seen[name] = true
	}
	for _, name := range s.required {
		if !seen[name] {
			note(found, s.file+":1", name, columnMissing.With("column", name))
		}
	}
}

// note adds a problem with the place it was found at.
func note(found *fault.Violations, source, path string, t text.Text) {
	*found = append(*found, fault.Violation{Source: source, Path: path, Text: t})
}

// alreadyWrong reports whether a problem of a cell is known.
func (r row) alreadyWrong(column string) bool {
	return slices.ContainsFunc(*r.found, func(v fault.Violation) bool { return v.Source == r.source && v.Path == column })
}

// wrong notes a problem in a cell.
func (r row) wrong(column string, t text.Text) { note(r.found, r.source, column, t) }

// nest notes what err found in a cell, whatever paths it gave within.
func (r row) nest(column string, err error) {
	for _, v := range fault.Of(err) {
		r.wrong(column, v.Text)
	}
}

// text is a cell that has to hold something. A column that is missing altogether has
// been reported at the header and is not complained of again in each row.
func (r row) text(column string) string {
	cell, there := r.cells[column]
	if there && cell == "" {
		r.wrong(column, cellEmpty.With("column", column))
	}
	return cell
}

// words is a text with its English version in a column of its own, "name" and "name_en".
func (r row) words(column string) text.Label {
	return text.Label{Zh: r.cells[column], En: r.cells[column+"_en"]}
}

func (r row) date(column string) calendar.Date {
	cell := r.text(column)
	if cell == "" {
		return calendar.Date{}
	}
	day, err := calendar.ParseDate(cell)
	r.nest(column, err)
	return day
}

// end is a date that may be left open.
func (r row) end(column string) calendar.Date {
	if r.cells[column] == "" {
		return calendar.Date{}
	}
	return r.date(column)
}

// figure is a number, nil where the cell is empty.
func (r row) figure(column string) *decimal.Decimal {
	cell := r.cells[column]
	if cell == "" {
		return nil
	}
	d, err := number.Parse(cell)
	r.nest(column, err)
	return &d
}

func (r row) yes(column string) bool {
	switch strings.ToLower(r.cells[column]) {
	case "yes", "是":
		return true
	case "", "no", "否":
	default:
		r.wrong(column, cellYesNo.With("have", r.cells[column]))
	}
	return false
}
