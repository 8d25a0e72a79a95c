// Wordinglint reads feedback, one piece a line, and says of each which of fact, impact and
// improvement it has, what in it is an absolute, a verdict on the person or an insult, and
// what to write instead:
//
//	go run ./examples/wordinglint < feedback.jsonl
//	go run ./examples/wordinglint -lang zh -explain < feedback.txt
//
// A line is JSON, {"id","lang","text"}, or plain text. Each gives one line of JSON, or with
// -explain a view for people that underlines what was found. A line that can't be read is
// reported with its number, the others are read all the same, and the exit status is 1.
package main

import (
	"encoding/json"
	"io"
	"os"

	"github.com/meritkit/meritkit/examples/internal/lint"
	"github.com/meritkit/meritkit/feedback/wording"
	"github.com/meritkit/meritkit/text"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, problems io.Writer) int {
	return lint.Program{Name: "wordinglint", Usage: usage, Write: write, Show: show}.Run(args, in, out, problems)
}

// A result is a line of the output.
type result struct {
	ID             string    `json:"id"`
	HasFact        bool      `json:"has_fact"`
	HasImpact      bool      `json:"has_impact"`
	HasImprovement bool      `json:"has_improvement"`
	Judgemental    bool      `json:"judgemental"`
	Absolute       bool      `json:"absolute"`
	PersonalAttack bool      `json:"personal_attack"`
	Spans          []string  `json:"spans"`
	Findings       []finding `json:"findings"`
}

type finding struct {
	Code     string        `json:"code"`
	Span     *wording.Span `json:"span,omitempty"`
	Message  string        `json:"message"`
	Proposal string        `json:"proposal"`
}

func write(out io.Writer, in lint.Line, lang text.Lang) error {
	r := wording.Read(in.Text, in.Language())
	line := result{
		ID: in.ID, HasFact: r.HasFact(), HasImpact: r.HasImpact(), HasImprovement: r.HasImprovement(),
		Judgemental: r.Judgemental(), Absolute: r.Absolute(), PersonalAttack: r.PersonalAttack(),
		Spans: []string{}, Findings: []finding{},
	}
	for _, f := range r.Findings() {
		said := finding{Code: f.Why.Code, Message: f.Why.In(lang), Proposal: f.Proposal.In(lang)}
		if !f.Span.IsZero() {
			said.Span = &f.Span
			line.Spans = append(line.Spans, r.Of(f.Span))
		}
		line.Findings = append(line.Findings, said)
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(line)
}
