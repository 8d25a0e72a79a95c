package wording

import (
	"slices"

	"github.com/meritkit/meritkit/internal/lingo"
)

// A token is a word, a number or a mark of the folded text.
type token struct {
	class
	from, to int  // runes
	r        rune // of a mark
	clause   int
	quoted   bool
	capital  bool
}

// A clause is a run of tokens between two marks.
type clause struct {
	from, to int  // tokens, without the marks at its ends
	end      rune // the mark that ends it, 0 at the end of the text
	sentence int
	class    // all that its tokens are, but for the quoted ones
}

// A statement is a text on its way from tokens to what it says.
type statement struct {
	lingo.Text
	zh      bool
	tokens  []token
	clauses []clause
	looks   int // how often a rule has looked at a token: the work that a text takes
}

// scan cuts the text into tokens, in one pass.
func (s *statement) scan() {
	s.tokens = make([]token, 0, len(s.Runes)/2+4)
	for i := 0; i < len(s.Runes); {
		r := s.Runes[i]
		if lingo.IsSpace(r) && r != '\n' {
			i++
			continue
		}
		known, end := lexicon.Longest(s.Text, i)
		t := token{class: known, from: i, to: end}
		switch {
		case lingo.IsDigit(r):
			for t.to = max(end, i+1); t.to < len(s.Runes) && (lingo.IsDigit(s.Runes[t.to]) || s.point(t.to)); {
				t.to++
			}
			t.class |= figure
		case lingo.IsLetter(r):
			to := i
			for to < len(s.Runes) && (lingo.IsLetter(s.Runes[to]) || lingo.IsDigit(s.Runes[to]) || lingo.Joins(s.Runes, to)) {
				to++
			}
			if end < to {
				t.class, t.to = guess(s.Runes[i:to]), to
			}
			t.class |= letters
			t.capital = s.Upper(i)
		case lingo.IsHan(r):
			t.class |= han
			t.to = max(end, i+1)
			s.count(&t)
		default:
			t.to = max(end, i+1)
			t.r = r
		}
		s.tokens = append(s.tokens, t)
		i = t.to
	}
}

// point reports whether the mark at rune i stands within a number.
func (s *statement) point(i int) bool {
	r := s.Runes[i]
	return (r == '.' || r == ',' || r == ':') && i+1 < len(s.Runes) && lingo.IsDigit(s.Runes[i-1]) && lingo.IsDigit(s.Runes[i+1])
}

// count makes a number of Chinese numerals with a counter: 三次, 两份, 三成. One is a
// number only with a measure of time, for 一个 and 一次 are as good as an article.
func (s *statement) count(t *token) {
	end := t.from
	for end < len(s.Runes) && end-t.from < 8 && numeral(s.Runes[end]) {
		end++
	}
	if t.from > 0 && s.Runes[t.from-1] == '第' {
		return
	}
	if end == t.from || end >= len(s.Runes) || (t.to > end && !t.is(numeralWord)) {
		return
	}
	unit, to := lexicon.Longest(s.Text, end)
	switch alone := end == t.from+1 && s.Runes[t.from] == '一'; {
	case to == end, !unit.is(counter | duration), (alone || s.Runes[t.from] == '半') && !unit.is(duration):
	case end-t.from >= 2 && s.Runes[t.from] == '一' && (s.Runes[end-1] == '百' || s.Runes[end-1] == '千' || s.Runes[end-1] == '万'):
		t.class, t.to = hyperbole|han, to // 一百遍
	default:
		t.class, t.to = figure|han, to
	}
}

func numeral(r rune) bool {
	switch r {
	case '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '半', '几', '数', '多':
		return true
	}
	return false
}

// guess tells what an unknown English word may be by how it ends.
func guess(word []rune) class {
	n := len(word)
	ends := func(tail string) bool { return n > len(tail)+1 && string(word[n-len(tail):]) == tail }
	switch {
	case ends("ed"):
		return past
	case ends("ing"):
		return gerund
	case ends("ly"):
		return adverb
	case ends("ss"), ends("us"), ends("is"), ends("'s"):
		return 0
	case ends("s"):
		return third
	}
	return 0
}

// cut divides the tokens into clauses.
func (s *statement) cut() {
	from, sentence := 0, 0
	end := func(to int, mark rune) {
		if to > from {
			c := clause{from: from, to: to, end: mark, sentence: sentence}
			for i := from; i < to; i++ {
				s.tokens[i].clause = len(s.clauses)
			}
			s.clauses = append(s.clauses, c)
		}
		from = to + 1
	}
	for i := range s.tokens {
		switch s.tokens[i].r {
		case ',', ':', '(', ')':
			end(i, s.tokens[i].r)
		case '.', '!', '?', ';', '\n', '…', '―':
			end(i, s.tokens[i].r)
			sentence++
		case '-': // a dash, which is no hyphen
			if i > 0 && s.tokens[i-1].r == '-' || (i > 0 && i+1 < len(s.tokens) && s.tokens[i-1].to < s.tokens[i].from && s.tokens[i].to < s.tokens[i+1].from) {
				end(i, ',')
			}
		}
	}
	end(len(s.tokens), 0)
}

// quote marks what stands between quotation marks, unless that is nearly all there is.
func (s *statement) quote() {
	open, single, all := -1, -1, 0
	var pairs [][2]int
	for i := range s.tokens {
		switch s.tokens[i].r {
		case '"':
			if open < 0 {
				open = i
			} else {
				pairs, open = append(pairs, [2]int{open, i}), -1
			}
		case '\'':
			before := i > 0 && s.tokens[i-1].to == s.tokens[i].from
			if after := i+1 < len(s.tokens) && s.tokens[i].to == s.tokens[i+1].from; single < 0 && after && (!before || s.zh) {
				single = i
			} else if single >= 0 && before {
				pairs, single = append(pairs, [2]int{single, i}), -1
			}
		}
	}
	for _, p := range pairs {
		all += p[1] - p[0]
	}
	if all*10 < len(s.tokens)*8 {
		for _, p := range pairs {
			for i := p[0]; i <= p[1]; i++ {
				s.tokens[i].quoted = true
			}
		}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		for _, t := range s.tokens[c.from:c.to] {
			if !t.quoted {
				c.class |= t.class
			} else {
				c.class |= quotation
			}
		}
	}
}

// at reports whether token i exists, is not quoted and is any of the classes.
func (s *statement) at(i int, c class) bool {
	s.looks++
	return i >= 0 && i < len(s.tokens) && !s.tokens[i].quoted && s.tokens[i].is(c)
}

// within finds the first token of the classes from i up to and without end, and no more than
// reach tokens on; -1 if there is none.
func (s *statement) within(i, end, reach int, c class) int {
	for j := max(i, 0); j < min(end, i+reach, len(s.tokens)); j++ {
		if s.at(j, c) {
			return j
		}
	}
	return -1
}

// before finds the last token of the classes ahead of i in its clause, no more than reach
// tokens back; -1 if there is none.
func (s *statement) before(i, reach int, c class) int {
	from := s.clauses[s.tokens[i].clause].from
	for j := i - 1; j >= max(from, i-reach); j-- {
		if s.at(j, c) {
			return j
		}
	}
	return -1
}

// is reports whether the class has any of the others.
func (c class) is(of class) bool { return c&of != 0 }

func (s *statement) span(from, to int) Span {
	return Span{Start: s.At[s.tokens[from].from], End: s.At[s.tokens[to].to]}
}

// add takes a span that none of those found yet covers.
func add(spans []Span, one Span) []Span {
	if slices.ContainsFunc(spans[max(0, len(spans)-4):], func(s Span) bool { return s.Start <= one.Start && one.End <= s.End }) {
		return spans
	}
	return append(spans, one)
}
