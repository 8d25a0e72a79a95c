package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// tenths is how percentages are shown.
var tenths = number.Rounding{Places: 1, Mode: number.HalfUp}

// A printer writes the report as text, in one language.
type printer struct {
	report
	out  io.Writer
	lang text.Lang
}

func (r report) print(out io.Writer, lang text.Lang) {
	p := printer{report: r, out: out, lang: lang}
	limits := make([]text.Speaker, len(r.setting.Guide.Limits))
	for i, l := range r.setting.Guide.Limits {
		limits[i] = l
	}
	p.say(0, titleGuide.With("limits", limits))
	p.say(0, text.Label{})
	p.table(headGroups.Plain(), r.groups, true)
	p.table(headManagers.Plain(), r.managers, false)
	p.rated()
	p.compared()
	p.say(0, headMoves.Plain())
	for a := range r.advice {
		p.advice(a)
	}
}

func (p printer) say(indent int, s text.Speaker) {
	fmt.Fprintln(p.out, strings.TrimRight(strings.Repeat(" ", indent)+s.In(p.lang), " "))
}

// table prints the counts and shares of each row, and how far each limit is off.
func (p printer) table(title text.Speaker, t calibration.Table, total bool) {
	p.say(0, title)
	head := []string{"", columnPeople.Plain().In(p.lang)}
	for _, l := range p.setting.Levels {
		head = append(head, l.In(p.lang))
	}
	for _, l := range p.setting.Guide.Limits {
		head = append(head, l.In(p.lang))
	}
	lines := [][]string{head}
	for _, r := range t.Rows {
		lines = append(lines, p.row(r.Group, r))
	}
	for _, r := range t.Pools {
		lines = append(lines, p.row(rowPool.With("pool", r.Group).In(p.lang), r))
	}
	if total {
		lines = append(lines, p.row(rowTotal.Plain().In(p.lang), t.Total))
	}
	p.aligned(lines)
	for _, r := range slices.Concat(t.Rows, t.Pools) {
		for _, tie := range r.Ties {
			p.say(2, rowTie.With("group", r.Group, "settled", p.setting.Guide.Settled(tie)))
		}
	}
	p.say(0, text.Label{})
}

// rated prints how managers rate, a line each, and what stands out.
func (p printer) rated() {
	if p.raters == nil {
		return
	}
	p.say(0, headRaters.With("level", strconv.FormatFloat(100*p.setting.Raters.Confidence, 'g', 4, 64)))
	head := []string{""}
	for _, column := range []text.Message{columnScores, columnMean, columnLeniency, columnShrunk, columnRange, columnCentral} {
		head = append(head, column.Plain().In(p.lang))
	}
	lines := [][]string{head}
	for _, r := range p.raters.Raters {
		line := []string{r.Rater, strconv.Itoa(r.Mean.N)}
		for _, s := range []calibration.Statistic{r.Mean, r.Leniency, r.Shrunk, r.Range, r.Central} {
			line = append(line, p.statistic(s))
		}
		lines = append(lines, line)
	}
	p.aligned(lines)
	for _, r := range p.raters.Raters {
		for _, found := range p.raters.Findings(r) {
			p.say(2, raterFound.With("manager", r.Rater, "finding", found))
		}
	}
	p.say(0, text.Label{})
}

func (p printer) statistic(s calibration.Statistic) string {
	switch {
	case s.Value == nil:
		return "-"
	case s.Confidence == nil:
		return fmt.Sprintf("%.2f", *s.Value)
	}
	return cellInterval.With("value", fmt.Sprintf("%.2f", *s.Value),
		"low", fmt.Sprintf("%.2f", s.Confidence.Low), "high", fmt.Sprintf("%.2f", s.Confidence.High)).In(p.lang)
}

// compared prints how groups fare.
func (p printer) compared() {
	for _, c := range p.fairness {
		p.say(0, headFairness.With("by", c.By, "outcome", c.Outcome))
		for _, found := range c.Findings() {
			p.say(2, found)
		}
		p.say(0, text.Label{})
	}
}

func (p printer) row(name string, r calibration.Row) []string {
	line := []string{name, strconv.Itoa(r.People)}
	for rank := range r.Counts {
		share := "-"
		if d := r.Share(rank).Percent(tenths); d != nil {
			share = number.Quantity{Value: *d, Unit: number.Percent}.In(p.lang)
		}
		line = append(line, fmt.Sprintf("%d (%s)", r.Counts[rank], share))
	}
	for i := range p.setting.Guide.Limits {
		line = append(line, p.standing(r, i))
	}
	return line
}

// standing is how a row stands to a limit: kept, or the people and points it is off.
func (p printer) standing(r calibration.Row, limit int) string {
	switch {
	case r.Waived != nil:
		return cellWaived.Plain().In(p.lang)
	case r.Pool != "":
		return cellPooled.With("pool", r.Pool).In(p.lang)
	}
	s := r.Standings[limit]
	if s.Off == 0 {
		return cellKept.Plain().In(p.lang)
	}
	points := "-"
	if d := s.Points(p.setting.Guide.Limits[limit], tenths); d != nil {
		points = number.Quantity{Value: *d, Unit: number.PercentagePoint}.In(p.lang)
	}
	return fmt.Sprintf("%+d (%s)", s.Off, points)
}

func (p printer) advice(a calibration.Advice) {
	name := text.Speaker(groupAlone.With("group", a.Group))
	if len(a.Groups) > 0 {
		name = groupPool.With("pool", a.Group, "groups", a.Groups)
	}
	p.say(0, name)
	switch {
	case a.Waived != nil:
		p.say(2, a.Waived)
		return
	case a.Unmet != nil:
		p.say(2, a.Unmet)
	case len(a.Moves) == 0 && len(a.Decisions) == 0:
		p.say(2, nothingToMove.Plain())
	}
	if a.Inversions > 0 {
		p.say(2, inverted.With("count", a.Inversions))
	}
	for _, m := range a.Moves {
		for line := range strings.SplitSeq(a.Why(m).Tree(p.lang), "\n") {
			fmt.Fprintln(p.out, "  "+line)
		}
	}
	for _, d := range a.Decisions {
		places := make([]text.Speaker, len(d.Places))
		for i, place := range d.Places {
			level, _ := p.setting.scale().Level(place.Level)
			places[i] = decisionPlace.With("count", place.Count, "level", level)
		}
		level, _ := p.setting.scale().Level(d.Level)
		p.say(2, decisionNeeded.With("employees", d.Employees, "level", level, "score", d.Score, "places", places))
	}
}

// aligned prints lines with columns that line up on a terminal: the first to the left,
// the others to the right.
func (p printer) aligned(lines [][]string) {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], cells(cell))
		}
	}
	for _, line := range lines {
		for i, cell := range line {
			space := strings.Repeat(" ", widths[i]-cells(cell))
			if i == 0 {
				line[i] = "  " + cell + space
			} else {
				line[i] = space + cell
			}
		}
		fmt.Fprintln(p.out, strings.Join(line, "  "))
	}
}

// cells is how many columns s takes on a terminal: a Chinese character takes two.
func cells(s string) int {
	n := 0
	for _, r := range s {
		kind := width.LookupRune(r).Kind()
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
