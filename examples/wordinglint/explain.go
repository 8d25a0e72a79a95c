package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/meritkit/meritkit/examples/internal/lint"
	"github.com/meritkit/meritkit/feedback/wording"
	"github.com/meritkit/meritkit/text"
)

// show writes a reading for people: the sentence, under it a line of signs, and what is
// to be mended.
func show(out io.Writer, in lint.Line, lang text.Lang) {
	r := wording.Read(in.Text, in.Language())
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
		fmt.Fprintf(out, "  ✗ %s\n      → %s\n", f.Why.In(lang), f.Proposal.In(lang))
	}
	fmt.Fprintln(out)
}

// underline draws the signs under the sentence: f fact, i impact, n what to do next, and
// over them a absolute, j judgement, ! attack. A character that is two columns wide gets two.
func underline(r wording.Reading) string {
	signs := make([]rune, len(r.Text))
	for _, stroke := range []struct {
		sign  rune
		spans []wording.Span
	}{{'f', r.Facts}, {'i', r.Impacts}, {'n', r.Improvements}, {'a', r.Absolutes}, {'j', r.Judgements}, {'!', r.Attacks}} {
		for _, s := range stroke.spans { // the later cover the earlier
			for i := s.Start; i < s.End; i++ {
				signs[i] = stroke.sign
			}
		}
	}
	var line strings.Builder
	for i, c := range r.Text {
		sign := signs[i]
		if sign == 0 {
			sign = ' '
		}
		line.WriteString(strings.Repeat(string(sign), columns(c)))
	}
	return strings.TrimRight(line.String(), " ")
}

// columns is how wide a terminal draws a character.
func columns(c rune) int {
	switch {
	case unicode.IsControl(c):
		return 1
	case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case slices.Contains([]width.Kind{width.EastAsianWide, width.EastAsianFullwidth}, width.LookupRune(c).Kind()):
		return 2
	}
	return 1
}
