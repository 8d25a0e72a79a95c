// Smartlint reads goals, one a line, and says of each what it measures, from where to
// where and by when, and what is missing for it to be specific, measurable and time-bound:
//
//	go run ./examples/smartlint < goals.jsonl
//	go run ./examples/smartlint -lang zh -explain < goals.txt
//
// A line is JSON, {"id","lang","text"}, or plain text. Each gives one line of JSON, or with
// -explain a view for people that underlines what was found. A line that can't be read is
// reported with its number, the others are read all the same, and the exit status is 1.
package main

import (
	"encoding/json"
	"io"
	"os"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/examples/internal/lint"
	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, problems io.Writer) int {
	return lint.Program{Name: "smartlint", Usage: usage, Write: write, Show: show}.Run(args, in, out, problems)
}

// A result is a line of the output.
type result struct {
	ID        string            `json:"id"`
	Specific  bool              `json:"specific"`
	Measure   smart.MeasureKind `json:"measure"`
	TimeBound bool              `json:"time_bound"`
	Facts     []fact            `json:"facts"`
	Vague     []string          `json:"vague"`
	Findings  []finding         `json:"findings"`
}

type fact struct {
	Metric     string           `json:"metric,omitempty"`
	Unit       string           `json:"unit,omitempty"`
	Baseline   any              `json:"baseline,omitempty"`
	Target     any              `json:"target,omitempty"`
	TargetKind smart.TargetKind `json:"target_kind,omitempty"`
	Comparator smart.Comparator `json:"comparator,omitempty"`
	Approx     bool             `json:"approx,omitempty"`
	Direction  smart.Direction  `json:"direction,omitempty"`
	DueText    string           `json:"due_text,omitempty"`
	PeriodKind smart.PeriodKind `json:"period_kind,omitempty"`
	Method     string           `json:"method,omitempty"`
}

type finding struct {
	Letter   smart.Letter `json:"letter"`
	Code     string       `json:"code"`
	Message  string       `json:"message"`
	Proposal string       `json:"proposal"`
	Span     *smart.Span  `json:"span,omitempty"`
}

func write(out io.Writer, in lint.Line, lang text.Lang) error {
	r := smart.Read(in.Text, in.Language())
	line := result{
		ID: in.ID, Specific: r.Specific, Measure: r.Measure, TimeBound: r.Due != nil,
		Facts: facts(r), Vague: []string{}, Findings: []finding{},
	}
	for _, v := range r.Vague {
		line.Vague = append(line.Vague, r.Of(v))
	}
	for _, f := range r.Findings() {
		if !f.Open() {
			continue
		}
		said := finding{Letter: f.Letter, Code: f.Why.Code, Message: f.Why.In(lang), Proposal: f.Proposal.In(lang)}
		if !f.Span.IsZero() {
			said.Span = &f.Span
		}
		line.Findings = append(line.Findings, said)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(line)
}

// facts are the facts of a reading, the main one with what holds for the whole sentence.
func facts(r smart.Reading) []fact {
	all := make([]fact, 0, len(r.Facts)+1)
	for _, f := range r.Facts {
		one := fact{
			Metric: r.Of(f.Metric), TargetKind: f.Kind, Comparator: f.Comparator, Approx: f.Approx, Direction: f.Direction,
			Baseline: figure(f.Baseline), Target: figure(f.Target),
		}
		if f.Target != nil {
			one.Unit = f.Target.Unit
		}
		all = append(all, one)
	}
	if len(all) == 0 && (r.Due != nil || !r.Method.IsZero()) {
		all = append(all, fact{})
	}
	if len(all) > 0 {
		all[0].Method = r.Of(r.Method)
		if r.Due != nil {
			all[0].DueText, all[0].PeriodKind = r.Of(r.Due.Span), r.Due.Kind
		}
	}
	return all
}

// figure is an amount as JSON has it: a number, or two for a range.
func figure(a *smart.Amount) any {
	plain := func(d decimal.Decimal) json.Number { return json.Number(d.String()) }
	switch {
	case a == nil:
		return nil
	case a.High != nil:
		return []json.Number{plain(a.Value), plain(*a.High)}
	}
	return plain(a.Value)
}
