// Package lint is what the programs have in common that read one text a line and say what
// they find in it.
//
// A line is JSON, {"id","lang","text"}, or plain text. One that can't be read is reported
// with its number, and the others are read all the same.
package lint

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/meritkit/meritkit/text"
)

// The exit codes.
const (
	Done    = 0
	Refused = 1 // a line could not be read
	Usage   = 2
)

// Longest is the longest line that is read, in bytes: far more than anybody writes.
const Longest = 4 << 20

// A Line is a line of the input.
type Line struct {
	ID   string `json:"id"`
	Lang string `json:"lang"`
	Text string `json:"text"`
}

// Language is that of the text; empty where the line does not say.
func (l Line) Language() text.Lang {
	if l.Lang == "" {
		return ""
	}
	known, _ := text.ParseLang(l.Lang)
	return known
}

// A Program reads lines.
type Program struct {
	Name  string
	Usage text.Message
	// Write writes what is found in a line, as JSON, and Show for people; the language is
	// that of the messages.
	Write func(io.Writer, Line, text.Lang) error
	Show  func(io.Writer, Line, text.Lang)
}

// Run runs the program and returns its exit code.
func (p Program) Run(args []string, in io.Reader, out, problems io.Writer) int {
	flags := flag.NewFlagSet(p.Name, flag.ContinueOnError)
	flags.SetOutput(problems)
	tag := flags.String("lang", "en", "language of the messages: en or zh")
	explain := flags.Bool("explain", false, "write for people instead of JSON")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return Done
		}
		return Usage
	}
	lang, ok := text.ParseLang(*tag)
	if !ok || flags.NArg() > 0 {
		fmt.Fprintln(problems, p.Usage.Plain().In(lang))
		return Usage
	}
	w := bufio.NewWriter(out)
	good, err := p.lint(in, w, problems, lang, *explain)
	if err = errors.Join(err, w.Flush()); err != nil {
		fmt.Fprintln(problems, err)
		return Refused
	}
	if !good {
		return Refused
	}
	return Done
}

// lint goes through the lines; it reports whether all of them could be read.
func (p Program) lint(in io.Reader, out *bufio.Writer, problems io.Writer, lang text.Lang, explain bool) (good bool, err error) {
	good = true
	lines := bufio.NewReaderSize(in, 64<<10)
	for n := 1; ; n++ {
		line, err := readLine(lines)
		if errors.Is(err, io.EOF) && line == nil {
			return good, nil
		}
		var problem text.Text
		l := Line{ID: strconv.Itoa(n)}
		switch {
		case errors.Is(err, errTooLong):
			problem = lineTooLong.With("line", n, "max", Longest)
		case err != nil && !errors.Is(err, io.EOF):
			return false, err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		case !utf8.Valid(line):
			problem = lineNotText.With("line", n)
		case bytes.TrimSpace(line)[0] == '{':
			if err := json.Unmarshal(line, &l); err != nil {
				problem = lineNotJSON.With("line", n, "error", err)
			} else if l.Lang != "" {
				if _, ok := text.ParseLang(l.Lang); !ok {
					problem = lineLang.With("line", n, "lang", text.Excerpt(l.Lang))
				}
			}
		default:
			l.Text = string(bytes.TrimSpace(line))
		}
		if problem.Code != "" {
			fmt.Fprintln(problems, problem.In(lang))
			good = false
			continue
		}
		if explain {
			p.Show(out, l, lang)
		} else if err := p.Write(out, l, lang); err != nil {
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
		case len(line) > Longest:
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
