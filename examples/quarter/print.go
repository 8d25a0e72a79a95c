package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/examples/internal/terminal"
	"github.com/meritkit/meritkit/text"
)

// pageWidth is the number of columns that a line of the story has.
const pageWidth = 100

// A printer writes the story to a terminal, in one language.
type printer struct {
	out    io.Writer
	lang   text.Lang
	stages int
}

// title says what the story is about.
func (p *printer) title(about text.Speaker) {
	heading := "   " + about.In(p.lang)
	fmt.Fprintf(p.out, "%s\n   %s\n", heading, strings.Repeat("=", terminal.Width(heading)-3))
}

// stage begins a part of the story under a numbered heading.
func (p *printer) stage(m text.Message, nameValue ...any) {
	p.stages++
	fmt.Fprintf(p.out, "\n%2d %s\n", p.stages, m.With(nameValue...).In(p.lang))
}

// plain prints a line that is not to be broken, such as one with a path.
func (p *printer) plain(m text.Message, nameValue ...any) {
	fmt.Fprintln(p.out, "   "+m.With(nameValue...).In(p.lang))
}

// say prints a sentence.
func (p *printer) say(m text.Message, nameValue ...any) {
	p.indented(3, m.With(nameValue...).In(p.lang))
}

// sub prints a sentence that belongs to the one before.
func (p *printer) sub(m text.Message, nameValue ...any) {
	p.indented(5, m.With(nameValue...).In(p.lang))
}

// indented prints a text that begins at a column; further lines of it two columns on.
func (p *printer) indented(by int, s string) {
	for i, part := range wrap(s, pageWidth-by-2) {
		if i == 1 {
			by += 2
		}
		fmt.Fprintln(p.out, strings.Repeat(" ", by)+part)
	}
}

// both is a short text in both languages.
func both(en, zh string) text.Label { return text.Label{En: en, Zh: zh} }

// A grid is a table in the making.
type grid struct {
	head  []string
	right map[int]bool // the columns that hold figures
	rows  [][]string
}

// table begins a table. A column whose heading begins with ">" is aligned to the right.
func (p *printer) table(head ...text.Label) *grid {
	g := &grid{right: map[int]bool{}}
	for i, h := range head {
		name, right := strings.CutPrefix(h.In(p.lang), ">")
		g.head = append(g.head, name)
		g.right[i] = right
	}
	return g
}

// row adds a line. A cell that speaks both languages is said in the printer's.
func (p *printer) row(g *grid, cells ...any) {
	line := make([]string, len(cells))
	for i, cell := range cells {
		line[i] = p.cell(cell)
	}
	g.rows = append(g.rows, line)
}

func (p *printer) cell(cell any) string {
	switch c := cell.(type) {
	case text.Speaker:
		return c.In(p.lang)
	case decimal.Decimal:
		return grouped(c)
	case *decimal.Decimal:
		if c == nil {
			return "-"
		}
		return grouped(*c)
	default:
		return fmt.Sprint(c)
	}
}

// print writes the table with columns that line up on a terminal.
func (p *printer) print(g *grid) {
	widths := make([]int, len(g.head))
	for i, name := range g.head {
		for word := range strings.FieldsSeq(name) {
			widths[i] = max(widths[i], terminal.Width(word))
		}
	}
	for _, line := range g.rows {
		for i, cell := range line {
			widths[i] = max(widths[i], terminal.Width(cell))
		}
	}
	heads := make([][]string, len(g.head)) // headings broken into lines
	most := 0
	for i, name := range g.head {
		heads[i] = wrap(name, widths[i])
		most = max(most, len(heads[i]))
	}
	for n := range most {
		line := make([]string, len(g.head))
		for i, lines := range heads {
			if at := n - most + len(lines); at >= 0 {
				line[i] = lines[at]
			}
		}
		p.printRow(g, widths, line)
	}
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	for _, line := range append([][]string{rule}, g.rows...) {
		p.printRow(g, widths, line)
	}
}

func (p *printer) printRow(g *grid, widths []int, line []string) {
	padded := make([]string, len(line))
	for i, cell := range line {
		if g.right[i] {
			padded[i] = terminal.Right(cell, widths[i])
		} else {
			padded[i] = terminal.Left(cell, widths[i])
		}
	}
	fmt.Fprintln(p.out, "   "+strings.TrimRight(strings.Join(padded, "  "), " "))
}

// bar draws a percentage as a bar of ten marks. It is plain ASCII, since block
// characters are one column wide in some terminals and two in others.
func bar(percent decimal.Decimal) string {
	full := int(min(max(percent.IntPart(), 0), 100) / 10)
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", 10-full) + "]"
}

// grouped is a figure with its thousands set apart: 1,230,000.
func grouped(d decimal.Decimal) string {
	whole, fraction, _ := strings.Cut(d.Abs().String(), ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if d.IsNegative() {
		whole = "-" + whole
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return whole
}

// wrap breaks s into lines of at most so many columns: at spaces, and between Chinese
// characters, but never before a closing mark.
func wrap(s string, most int) []string {
	var lines []string
	line, used := "", 0
	for _, piece := range pieces(s) {
		w := terminal.Width(strings.TrimRight(piece, " "))
		if used+w > most && used > 0 {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
		}
		line += piece
		used += terminal.Width(piece)
	}
	return append(lines, strings.TrimRight(line, " "))
}

// pieces are the parts of s that a line is not broken within.
func pieces(s string) []string {
	var parts []string
	breakable, opened := true, false
	for _, r := range s {
		closing := unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune("，。；：、！？,.;:!?%", r)
		if len(parts) == 0 || r != ' ' && !closing && !opened && (breakable || terminal.IsWide(r)) {
			parts = append(parts, "")
		}
		parts[len(parts)-1] += string(r)
		breakable = r == ' ' || terminal.IsWide(r)
		opened = unicode.In(r, unicode.Ps, unicode.Pi)
	}
	return parts
}
