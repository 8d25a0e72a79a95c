package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// The columns that are neither a metric nor a judged dimension.
const (
	idColumn    = "id"
	bonusColumn = "bonus"
)

// maxProblems is how many problems of a file are listed.
const maxProblems = 100

// A table is a CSV file with a line for each person.
type table struct {
	name  string
	known rating.Columns // that may be there
	open  func() (io.ReadCloser, error)
}

// A header says what the columns of a table are.
type header struct {
	names   []string
	columns rating.Columns
	metrics []int // where each of the metrics stands, and each of the judged dimensions
	judged  []int
	id      int
	bonus   int // −1: there is none
}

// both are the columns of two policies.
func both(a, b rating.Columns) rating.Columns {
	add := func(to, more []string) []string {
		for _, name := range more {
			if !slices.Contains(to, name) {
				to = append(to, name)
			}
		}
		return to
	}
	return rating.Columns{Metrics: add(slices.Clone(a.Metrics), b.Metrics), Judged: add(slices.Clone(a.Judged), b.Judged)}
}

// start opens the table and reads its header.
func (t table) start() (io.Closer, *csv.Reader, header, error) {
	f, err := t.open()
	if err != nil {
		return nil, nil, header{}, err
	}
	reader := csv.NewReader(f)
	reader.ReuseRecord, reader.FieldsPerRecord = true, -1
	h, err := t.header(reader)
	if err != nil {
		f.Close()
		return nil, nil, header{}, err
	}
	return f, reader, h, nil
}

func (t table) header(reader *csv.Reader) (header, error) {
	names, err := reader.Read()
	broken, isBroken := errors.AsType[*csv.ParseError](err)
	switch {
	case errors.Is(err, io.EOF):
		return header{}, fault.Violations{{Source: t.at(1), Text: headerNeeded.Plain()}}
	case isBroken:
		return header{}, fault.Violations{{Source: t.at(broken.Line), Text: rowBroken.With("error", broken.Err)}}
	case err != nil:
		return header{}, unreadable(t.name, err)
	}
	h := header{id: -1, bonus: -1}
	var v fault.Violations
	wrong := func(name string, said text.Text) {
		v = append(v, fault.Violation{Source: t.at(1), Path: text.Excerpt(name), Text: said})
	}
	for i, name := range names {
		name = strings.TrimSpace(strings.TrimPrefix(name, "\uFEFF"))
		switch {
		case slices.Contains(h.names, name):
			wrong(name, columnTwice.Plain())
		case name == idColumn:
			h.id = i
		case name == bonusColumn:
			h.bonus = i
		case slices.Contains(t.known.Metrics, name):
			h.columns.Metrics, h.metrics = append(h.columns.Metrics, name), append(h.metrics, i)
		case slices.Contains(t.known.Judged, name):
			h.columns.Judged, h.judged = append(h.columns.Judged, name), append(h.judged, i)
		default:
			wrong(name, columnUnknown.With("known", slices.Concat([]string{idColumn, bonusColumn}, t.known.Metrics, t.known.Judged)))
		}
		h.names = append(h.names, name)
	}
	if h.id < 0 {
		wrong(idColumn, columnMissing.Plain())
	}
	return h, v.Err()
}

// check reads the whole table and lists what is wrong with it, by line and column.
func (t table) check() error {
	f, reader, h, err := t.start()
	if err != nil {
		return err
	}
	defer f.Close()
	var v fault.Violations
	for len(v) <= maxProblems {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return v.Err()
		}
		if broken, ok := errors.AsType[*csv.ParseError](err); ok {
			v = append(v, fault.Violation{Source: t.at(broken.Line), Text: rowBroken.With("error", broken.Err)})
			continue
		}
		if err != nil {
			return unreadable(t.name, err)
		}
		line, _ := reader.FieldPos(0)
		if len(record) != len(h.names) {
			v = append(v, fault.Violation{Source: t.at(line), Text: rowLength.With("have", len(record), "want", len(h.names))})
			continue
		}
		if strings.TrimSpace(record[h.id]) == "" {
			v = append(v, fault.Violation{Source: t.at(line), Path: idColumn, Text: cellEmpty.Plain()})
		}
		for i, name := range h.names {
			if i != h.bonus && !slices.Contains(h.metrics, i) {
				continue
			}
			_, err := rating.ParseFigure(strings.TrimSpace(record[i]))
			for _, found := range fault.Of(err) {
				v = append(v, fault.Violation{Source: t.at(line), Path: name, Text: found.Text})
			}
		}
	}
	v = append(v[:maxProblems], fault.Violation{Source: t.name, Text: problemsMore.With("max", maxProblems)})
	return v
}

func (t table) at(line int) string { return fmt.Sprintf("%s:%d", t.name, line) }

// people are the lines of a table that has been checked, one after the other. The row of
// a person is used again for the next.
func (t table) people() (rating.Columns, iter.Seq2[rating.Person, error], error) {
	f, reader, h, err := t.start()
	if err != nil {
		return rating.Columns{}, nil, err
	}
	return h.columns, func(yield func(rating.Person, error) bool) {
		defer f.Close()
		p := rating.Person{Figures: make([]rating.Figure, len(h.metrics)), Judged: make([]string, len(h.judged))}
		figure := func(cell string) rating.Figure {
			f, _ := rating.ParseFigure(strings.TrimSpace(cell)) // as check has seen
			return f
		}
		for {
			record, err := reader.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil || len(record) != len(h.names) {
				yield(rating.Person{}, fault.Violations{{Source: t.name, Text: fileChanged.Plain()}})
				return
			}
			p.ID = strings.TrimSpace(record[h.id])
			for i, at := range h.metrics {
				p.Figures[i] = figure(record[at])
			}
			for i, at := range h.judged {
				p.Judged[i] = strings.TrimSpace(record[at])
			}
			if h.bonus >= 0 {
				p.Bonus = figure(record[h.bonus])
			}
			if !yield(p, nil) {
				return
			}
		}
	}, nil
}
