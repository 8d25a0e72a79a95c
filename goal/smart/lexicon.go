package smart

import (
	"github.com/meritkit/meritkit/internal/lingo"
)

// A class is what a word can do in a goal; a word may do several things.
type class uint64

const (
	up          class = 1 << iota // 提高, increase
	down                          // 降低, reduce
	keep                          // 保持, maintain
	gain                          // 新增, add: what follows comes on top
	reach                         // 达到, achieve
	deliver                       // 上线, launch: a thing done once
	helper                        // 努力, aim to: says nothing by itself
	toward                        // 至, to
	from                          // 由, from
	by                            // by
	least                         // 不低于, at least
	most                          // 不超过, at most
	about                         // 约, around
	orMore                        // 以上, or more
	orLess                        // 以内, or less
	between                       // between
	current                       // 目前, currently
	than                          // 较, versus
	via                           // 通过, through
	hold                          // 把: the object comes before the verb
	at                            // 在, in
	joint                         // 并, and
	relative                      // that, which
	unit                          // 小时, hours
	counter                       // 个, 份: counts what follows
	span                          // a unit that a time is long: 天, weeks
	brief                         // a span no deadline has: 小时, minutes
	money                         // 元, $
	moment                        // a piece of a date or period: 年底, December
	deadline                      // by, before, 截至
	closing                       // 前, 内, 底: ends a date or period
	beginning                     // 起, starting
	past                          // 去年, last year
	recurring                     // 每周, weekly
	soft                          // 效率, engagement: nobody can count it as it stands
	broad                         // 销售额, revenue: counted, but whose and of what?
	generic                       // 客户, team: narrows nothing down
	pronoun                       // 它, something
	degree                        // 大幅, significantly
	universal                     // 所有, every
	perCase                       // 工单, tickets: a time is owed to each
	response                      // 响应, respond
	nominal                       // 率: makes the verb before it a noun
	label                         // version, 第: the number beside it is a name
	adverb                        // 累计, also: no part of a metric
	article                       // the, our
	preposition                   // of, for: ends an English noun
	modal                         // will, 要
	score                         // NPS, 评分: counted in points
	harm                          // 事故, defects: what one has none of
	none                          // 无, no
	placeholder                   // 一定金额, tbd
	festival                      // 春节
	copula                        // is, are
	done                          // released, supported
	exam                          // 考试: 通过 before it means to pass
	twice                         // 翻番, double: a multiple
	scope                         // 入职的: the time before it says which
	adverbial                     // weekly: an adverb, or an adjective of a noun
	edge                          // end of: a piece of the moment that follows
	wordNumber                    // seven
	share                         // a quarter: 25 %
	effort                        // 人日, person-days: what it costs, never a target
	noun                          // a compound that no rule may take apart
)

// An entry is what the lexicon knows of a word.
type entry struct {
	class class
	unit  string     // how a unit is written; empty: as it stands
	kind  PeriodKind // of a moment or a recurrence
	n     int64      // the figure of a number word, in hundredths
}

func (e entry) is(c class) bool { return e.class&c != 0 }

// A trie finds the longest word of the lexicon that begins at a place.
type trie struct {
	next    map[step]int32
	entries []entry // of each node; without a class where no word ends
}

type step struct {
	node int32
	r    rune
}

func (t *trie) add(word string, e entry) {
	node := int32(0)
	for _, r := range word {
		r = lingo.FoldRune(r)
		to, ok := t.next[step{node, r}]
		if !ok {
			to = int32(len(t.entries))
			t.entries = append(t.entries, entry{})
			t.next[step{node, r}] = to
		}
		node = to
	}
	known := &t.entries[node]
	known.class |= e.class
	if e.unit != "" {
		known.unit = e.unit
	}
	if e.kind != "" {
		known.kind = e.kind
	}
	if e.n != 0 {
		known.n = e.n
	}
}

// longest finds the longest word at rune i that does not end within another, and where it
// ends. A blank of the lexicon stands for any number of blanks, within reason.
func (t *trie) longest(f folded, i int) (e entry, end int) {
	return t.longestOf(f, i, ^class(0))
}

// longestOf is longest among the words of some classes.
func (t *trie) longestOf(f folded, i int, of class) (e entry, end int) {
	node := int32(0)
	for j := i; j < len(f.Runes) && j-i < lingo.LongestWord; {
		r := f.Runes[j]
		if lingo.IsSpace(r) {
			for j+1 < len(f.Runes) && j-i < lingo.LongestWord && lingo.IsSpace(f.Runes[j+1]) {
				j++
			}
			r = ' '
		}
		to, ok := t.next[step{node, r}]
		if !ok {
			break
		}
		node, j = to, j+1
		if found := t.entries[node]; found.is(of) && lingo.WordEnds(f.Runes, j) {
			e, end = found, j
		}
	}
	return e, end
}

// A vocabulary is words of one class: separated by commas or, in Chinese, blanks.
type vocabulary struct {
	class class
	words string
}

// lexicon is built once from the tables of words and only read from then on.
var lexicon = compile()

func compile() *trie {
	t := &trie{next: map[step]int32{}, entries: make([]entry, 1)}
	for _, v := range englishVerbs {
		for word := range lingo.Words(v.words) {
			for _, form := range lingo.Inflect(word) {
				t.add(form, entry{class: v.class})
			}
		}
	}
	for _, all := range [][]vocabulary{verbs, marks, nouns, qualities} {
		for _, v := range all {
			for word := range lingo.Words(v.words) {
				t.add(word, entry{class: v.class})
			}
		}
	}
	for _, u := range units {
		for word := range lingo.Words(u.words) {
			t.add(word, entry{class: u.class | unit, unit: u.name})
		}
	}
	for _, m := range moments {
		for word := range lingo.Words(m.words) {
			t.add(word, entry{class: m.class, kind: m.kind})
		}
	}
	for word := range lingo.Words(compounds) {
		t.add(word, entry{class: noun})
	}
	for i, words := range numberWords {
		for word := range lingo.Words(words.words) {
			t.add(word, entry{class: words.class, n: numberWords[i].hundredths})
		}
	}
	return t
}
