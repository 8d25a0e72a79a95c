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
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // a line could not be read
	exitUsage   = 2
)

// longestLine is the longest line that is read, in bytes: far more than a goal.
const longestLine = 4 << 20

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, problems io.Writer) int {
	flags := flag.NewFlagSet("smartlint", flag.ContinueOnError)
	flags.SetOutput(problems)
	tag := flags.String("lang", "en", "language of the messages: en or zh")
	explain := flags.Bool("explain", false, "write for people instead of JSON")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitDone
		}
		return exitUsage
	}
	lang, ok := text.ParseLang(*tag)
	if !ok || flags.NArg() > 0 {
		fmt.Fprintln(problems, usage.Plain().In(lang))
		return exitUsage
	}
	w := bufio.NewWriter(out)
	good, err := lint(in, w, problems, lang, *explain)
	if err = errors.Join(err, w.Flush()); err != nil {
		fmt.Fprintln(problems, err)
		return exitRefused
	}
	if !good {
		return exitRefused
	}
	return exitDone
}

// lint goes through the lines; it reports whether all of them could be read.
func lint(in io.Reader, out *bufio.Writer, problems io.Writer, lang text.Lang, explain bool) (good bool, err error) {
	good = true
	lines := bufio.NewReaderSize(in, 64<<10)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		if errors.Is(err, io.EOF) && line == nil {
			return good, nil
		}
		var problem text.Text
		g := goal{ID: strconv.Itoa(n)}
		switch {
		case errors.Is(err, errTooLong):
			problem = lineTooLong.With("line", n, "max", longestLine)
		case err != nil && !errors.Is(err, io.EOF):
			return false, err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		case !utf8.Valid(line):
			problem = lineNotText.With("line", n)
		case bytes.TrimSpace(line)[0] == '{':
			if err := json.Unmarshal(line, &g); err != nil {
				problem = lineNotJSON.With("line", n, "error", err)
			} else if g.Lang != "" {
				if _, ok := text.ParseLang(g.Lang); !ok {
					problem = lineLang.With("line", n, "lang", text.Excerpt(g.Lang))
				}
			}
		default:
			g.Text = string(bytes.TrimSpace(line))
		}
		if problem.Code != "" {
			fmt.Fprintln(problems, problem.In(lang))
			good = false
			continue
		}
		r := smart.Read(g.Text, g.lang())
		if explain {
			show(out, g, r, lang)
		} else if err := write(out, g, r, lang); err != nil {
			return false, err
		}
	}
}

var errTooLong = errors.New("line too long")

// readLine reads a line without its end; one that is too long is read past.
func readLine(in *bufio.Reader) (line []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		line = append(line, part...)
		switch {
		case len(line) > longestLine:
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
			return []byte{}, errTooLong
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && len(line) > 0:
			return line, err
		}
		return bytes.TrimRight(line, "\r\n"), err
	}
}

// A goal is a line of the input.
type goal struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
	Text string `json:"text"`
}

func (g goal) lang() text.Lang {
	if g.Lang == "" {
		return ""
	}
	l, _ := text.ParseLang(g.Lang)
	return l
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

func write(out io.Writer, g goal, r smart.Reading, lang text.Lang) error {
	line := result{
		ID: g.ID, Specific: r.Specific, Measure: r.Measure, TimeBound: r.Due != nil,
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
