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

	"github.com/meritkit/meritkit/feedback/wording"
	"github.com/meritkit/meritkit/text"
)

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // a line could not be read
	exitUsage   = 2
)

// longestLine is the longest line that is read, in bytes: far more than a piece of feedback.
const longestLine = 4 << 20

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, problems io.Writer) int {
	flags := flag.NewFlagSet("wordinglint", flag.ContinueOnError)
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
		p := piece{ID: strconv.Itoa(n)}
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
			if err := json.Unmarshal(line, &p); err != nil {
				problem = lineNotJSON.With("line", n, "error", err)
			} else if p.Lang != "" {
				if _, ok := text.ParseLang(p.Lang); !ok {
					problem = lineLang.With("line", n, "lang", text.Excerpt(p.Lang))
				}
			}
		default:
			p.Text = string(bytes.TrimSpace(line))
		}
		if problem.Code != "" {
			fmt.Fprintln(problems, problem.In(lang))
			good = false
			continue
		}
		r := wording.Read(p.Text, p.lang())
		if explain {
			show(out, p, r, lang)
		} else if err := write(out, p, r, lang); err != nil {
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

// A piece is a line of the input.
type piece struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
	Text string `json:"text"`
}

func (p piece) lang() text.Lang {
	if p.Lang == "" {
		return ""
	}
	l, _ := text.ParseLang(p.Lang)
	return l
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

func write(out io.Writer, p piece, r wording.Reading, lang text.Lang) error {
	line := result{
		ID: p.ID, HasFact: r.HasFact(), HasImpact: r.HasImpact(), HasImprovement: r.HasImprovement(),
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
