package smart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/internal/lingo"
)

// A token is a word, a figure or a mark of the folded text.
type token struct {
	kind     tokenKind
	from, to int // runes
	at, end  int // bytes of the plain text
	glued    bool
	entry
	value   decimal.Decimal // of a figure
	digits  int             // how many digits stand before point and scale, if no more than digits do
	han     bool            // a figure in Chinese characters, or a word of them
	whole   bool            // a Chinese figure that needs no unit: 百分之二十, 三成, 两百
	ordinal bool            // 15th
	percent bool            // the figure says percent by itself: 三成
	r       rune            // of a mark, and the only one of a word of one character
}

type tokenKind uint8

const (
	wordToken tokenKind = iota
	figureToken
	markToken
)

// A sentence is a text on its way from tokens to what it says.
type sentence struct {
	folded
	plain   string // the folded text again, for words that need no copy
	tokens  []token
	zh      bool
	cover   []cover // for each token, what it has been read as
	looks   int     // how often a rule has looked at a token: the work that a text takes
	times   []timing
	figures []figure
	due     int // the time that says when, or -1
}

// scan cuts the text into tokens, in one pass.
func (s *sentence) scan() {
	s.tokens = make([]token, 0, len(s.Runes)/2+4)
	glued := false
	for i := 0; i < len(s.Runes); {
		r := s.Runes[i]
		if lingo.IsSpace(r) {
			glued = false
			i++
			continue
		}
		t := token{kind: wordToken, from: i, glued: glued}
		switch {
		case lingo.IsDigit(r):
			if e, end := lexicon.longestOf(s.folded, i, festival); end > 0 && s.festiveAfter(end) { // 618前
				t.entry, t.to, t.han = e, end, true
				break
			}
			s.scanDigits(&t)
		case lingo.IsLetter(r):
			s.scanWord(&t)
		case lingo.IsHan(r):
			s.scanHan(&t)
		default:
			t.to = i + 1
			t.entry, t.to = s.markAt(i)
			t.kind, t.r = markToken, r
		}
		s.tokens = append(s.tokens, t)
		i, glued = t.to, true
	}
	s.cover = make([]cover, len(s.tokens)+1)
	s.weigh()
}

// weigh finds where each token stands in the plain text.
func (s *sentence) weigh() {
	s.plain = string(s.Runes)
	r, at := 0, 0
	upto := func(to int) int {
		for ; r < to; r++ {
			at += utf8.RuneLen(s.Runes[r])
		}
		return at
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		t.at, t.end = upto(t.from), upto(t.to)
	}
}

func (s *sentence) markAt(i int) (entry, int) {
	e, end := lexicon.longest(s.folded, i)
	if end <= i {
		return entry{}, i + 1
	}
	return e, end
}

// scanWord reads a word of letters, with the digits and marks that belong to it: Q3, V2.0,
// self-serve, R&D. The longest entry of the lexicon wins where it is no shorter.
func (s *sentence) scanWord(t *token) {
	i, digits := t.from, false
	for i < len(s.Runes) {
		r := s.Runes[i]
		if lingo.IsDigit(r) {
			digits = true
		} else if !lingo.IsLetter(r) && !lingo.Joins(s.Runes, i) &&
			(r != '.' || !digits || i+1 >= len(s.Runes) || !lingo.IsDigit(s.Runes[i+1])) {
			break
		}
		i++
	}
	t.to = i
	if s.has(t.from, "mid-") && i > t.from+4 {
		i = t.from + 4
		t.to = i
	}
	if e, end := lexicon.longest(s.folded, t.from); end >= i {
		t.entry, t.to = e, end
	}
}

func (s *sentence) scanHan(t *token) {
	e, end := lexicon.longest(s.folded, t.from)
	if n := len(s.tokens); n > 0 && s.tokens[n-1].kind == figureToken { // 3个人, 2周内: the unit first
		if u, to := lexicon.longestOf(s.folded, t.from, unit); to > 0 {
			e, end = u, to
		}
	}
	if n := len(s.tokens); n > 0 && s.tokens[n-1].is(span) && s.Runes[t.from] == '内' && strings.ContainsRune("天日时周月钟秒", s.Runes[t.from-1]) { // 3个工作日内审结
		e, end = lexicon.longestOf(s.folded, t.from, closing)
	}
	if e.is(noun) && s.Runes[end-1] == '级' && s.continues(end, "以内", "之内") { // 四级以内
		e, end = entry{}, 0
	}
	figure := *t
	if s.numeral(&figure) {
		if e.is(moment) && e.kind == OfYear && end >= figure.to { // 十五五
			figure.to = t.from
		}
		festive := e.is(festival) && end == figure.to && s.festiveAfter(end)
		if figure.to > end || (figure.to == end && !festive) || (figure.to > t.from && end <= t.from+1) || (figure.whole && figure.to >= end && !festive) {
			*t = figure
			return
		}
	}
	t.han = true
	t.entry, t.to = e, max(end, t.from+1)
	if t.to == t.from+1 {
		t.r = s.Runes[t.from]
	}
}

// festiveAfter tells 十一, the holiday, from 十一, eleven, by what follows.
func (s *sentence) festiveAfter(i int) bool {
	for _, word := range []string{"前", "之前", "期间", "假期", "长假", "黄金周", "国庆", "大促"} {
		if s.has(i, word) {
			return true
		}
	}
	return false
}

// has reports whether the word stands at rune i.
func (s *sentence) has(i int, word string) bool {
	for _, r := range word {
		if i >= len(s.Runes) || s.Runes[i] != r {
			return false
		}
		i++
	}
	return true
}

// is reports whether token i exists and can do any of the things.
func (s *sentence) is(i int, c class) bool {
	s.looks++
	return i >= 0 && i < len(s.tokens) && s.tokens[i].is(c)
}

// mark reports whether token i is one of the marks.
func (s *sentence) mark(i int, marks ...rune) bool {
	s.looks++
	if i < 0 || i >= len(s.tokens) || s.tokens[i].kind != markToken {
		return false
	}
	return slices.Contains(marks, s.tokens[i].r)
}

// word is the folded text of token i.
func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].to-s.tokens[i].from > lingo.LongestWord {
		return ""
	}
	return s.plain[s.tokens[i].at:s.tokens[i].end]
}

// figure reports whether token i is a figure.
func (s *sentence) figure(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tokens[i].kind == figureToken
}

// glued reports whether token i follows the one before it without a blank.
func (s *sentence) glued(i int) bool { return i < len(s.tokens) && s.tokens[i].glued }
