package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/meritkit/meritkit/examples/internal/lint"
	"github.com/meritkit/meritkit/examples/internal/terminal"
	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

// A stroke is a piece of the sentence that is underlined, with the sign for what it is.
type stroke struct {
	smart.Span
	sign rune
}

// show writes a reading for people: the sentence, under it a line of signs, and what is
// to be mended.
func show(out io.Writer, in lint.Line, lang text.Lang) {
	r := smart.Read(in.Text, in.Language())
	sentence := strings.Map(func(c rune) rune { // as wide as it is drawn
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, r.Text)
	fmt.Fprintf(out, "%s\n%s\n", in.ID, sentence)
	if line := underline(r); line != "" {
		fmt.Fprintf(out, "%s\n", line)
	}
	fmt.Fprintf(out, "%s\n", legend.Plain().In(lang))
	for _, f := range r.Findings() {
		mark := "✓"
		if f.Open() {
			mark = "✗"
		}
		fmt.Fprintf(out, "  %s %s %s\n", mark, f.Letter, f.Why.In(lang))
		if f.Open() {
			fmt.Fprintf(out, "      → %s\n", f.Proposal.In(lang))
		}
	}
	fmt.Fprintln(out)
}

// underline draws the signs under the sentence: m metric, b baseline, t target, d due,
// h how, ~ vague. A character that is two columns wide gets two.
func underline(r smart.Reading) string {
	var strokes []stroke
	add := func(sign rune, s smart.Span) {
		if !s.IsZero() {
			strokes = append(strokes, stroke{s, sign})
		}
	}
	add('h', r.Method)
	for _, f := range r.Facts {
		add('m', f.Metric)
		if f.Baseline != nil {
			add('b', f.Baseline.Span)
		}
		if f.Target != nil {
			add('t', f.Target.Span)
		}
	}
	if r.Due != nil {
		add('d', r.Due.Span)
	}
	for _, v := range r.Vague {
		add('~', v)
	}
	signs := make([]rune, len(r.Text))
	for _, s := range strokes { // the later cover the earlier
		for i := s.Start; i < s.End; i++ {
			signs[i] = s.sign
		}
	}
	var line strings.Builder
	for i, c := range r.Text {
		sign := signs[i]
		if sign == 0 {
			sign = ' '
		}
		line.WriteString(strings.Repeat(string(sign), terminal.Width(string(c))))
	}
	return strings.TrimRight(line.String(), " ")
}
