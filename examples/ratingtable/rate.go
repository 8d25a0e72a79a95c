package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A result is a line of output: a level and a score, or why there is none.
type result struct {
	ID      string           `json:"id,omitempty"`
	Level   string           `json:"level,omitempty"`
	Score   *decimal.Decimal `json:"score,omitempty"`
	Refused fault.Violations `json:"refused,omitempty"`
}

func resultOf(id, level string, score rating.Figure, refused error) result {
	if refused != nil {
		return result{ID: id, Refused: fault.Of(refused)}
	}
	return result{ID: id, Level: level, Score: new(score.Decimal())}
}

// lines writes values of JSON, a line each. The first error is kept for the end.
type lines struct {
	buffer *bufio.Writer
	json   *json.Encoder
	err    error
}

func linesTo(out io.Writer) *lines {
	buffer := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	return &lines{buffer: buffer, json: encoder}
}

func (l *lines) write(value any) {
	if l.err == nil {
		l.err = l.json.Encode(value)
	}
}

func (l *lines) end() error {
	if l.err != nil {
		return l.err
	}
	return l.buffer.Flush()
}

func rate(out io.Writer, t table, rules *rating.Rules) error {
	columns, people, err := t.people()
	if err != nil {
		return err
	}
	scorer, err := rules.Scorer(columns)
	if err != nil {
		return err
	}
	l := linesTo(out)
	for p, err := range people {
		if err != nil {
			return err
		}
		level, score, err := scorer.Rate(p.Figures, p.Judged)
		if l.write(resultOf(p.ID, level, score, err)); l.err != nil {
			break
		}
	}
	return l.end()
}

func explain(out io.Writer, t table, rules *rating.Rules, id string, lang text.Lang) error {
	columns, people, err := t.people()
	if err != nil {
		return err
	}
	scorer, err := rules.Scorer(columns)
	if err != nil {
		return err
	}
	for p, err := range people {
		if err != nil {
			return err
		}
		if p.ID != id {
			continue
		}
		rated, err := scorer.Explain(p.Figures, p.Judged)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, rated.Why.Tree(lang))
		return err
	}
	return fault.Violations{{Source: t.name, Path: idColumn, Text: personUnknown.With("id", text.Excerpt(id))}}
}

// A move is a line of output for somebody whose level the other policy changes.
type move struct {
	ID     string `json:"id"`
	Before result `json:"before"`
	After  result `json:"after"`
}

// coefficients are the bonus coefficients of the levels of either policy.
type coefficients struct {
	Before map[string]decimal.Decimal `json:"before"`
	After  map[string]decimal.Decimal `json:"after"`
}

// A summary is the last line of a simulation.
type summary struct {
	rating.Simulation

	Budget *budget `json:"budget,omitempty"`
}

type budget struct {
	Before decimal.Decimal `json:"before"`
	After  decimal.Decimal `json:"after"`
	Change decimal.Decimal `json:"change"`
}

func simulate(out io.Writer, t table, old, next *rating.Rules, file string) error {
	var paid coefficients
	var doc record.Document
	if file != "" {
		data, err := read(file, "")
		if err != nil {
			return err
		}
		if doc, err = record.Decode(nameOf(file, ""), data, &paid); err != nil {
			return err
		}
	}
	columns, people, err := t.people()
	if err != nil {
		return err
	}
	l := linesTo(out)
	simulated, err := rating.Simulate(old, next, columns, people, func(m rating.Move) {
		l.write(move{
			ID:     m.ID,
			Before: resultOf("", m.Before.Level, m.Before.Score, m.Before.Refused),
			After:  resultOf("", m.After.Level, m.After.Score, m.After.Refused),
		})
	})
	if err != nil {
		return err
	}
	s := summary{Simulation: simulated}
	if file != "" {
		before, after, err := simulated.Budget(paid.Before, paid.After)
		if err != nil {
			return doc.Locate(err)
		}
		s.Budget = &budget{Before: before, After: after, Change: after.Sub(before)}
	}
	l.write(s)
	return l.end()
}
