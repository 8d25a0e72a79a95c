package smart

import "strings"

// farthest is how many tokens the rules look around a figure: more than a clause has that
// people write, and little enough that no text can make the looking slow.
const farthest = 48

// A phrase is a run of tokens, to excluded.
type phrase struct{ from, to int }

func (p phrase) empty() bool { return p.to <= p.from }

// clause is where the clause of token i begins.
func (s *sentence) clause(i int) int {
	k := i
	for k > 0 && i-k < farthest && (!s.ends(k-1) || s.cover[k-1]&coverBracket != 0 && s.cover[i]&coverBracket == 0) {
		k--
	}
	return k
}

// skipped reports whether a token is no part of a metric: a time, a method, a figure, an aside.
func (s *sentence) skipped(i, seen int) bool {
	c := s.cover[i] & (coverTime | coverMethod | coverFigure | coverBracket)
	return c&^(s.cover[seen]&(coverMethod|coverBracket)) != 0
}

// bound reports whether a verb is part of a noun: 完成率, 学习时长.
func (s *sentence) bound(i int) bool {
	if s.is(i, up|down|keep|helper) && !s.is(i, noun|reach) {
		switch s.word(i + 1) {
		case "率", "幅", "幅度", "量", "值", "额", "点", "率达", "空间", "趋势", "计划", "方案", "项目", "建议", "期":
			return true
		}
		return false
	}
	if w := s.word(i + 1); s.is(i, reach) && s.is(i+1, noun) && strings.HasSuffix(w, "率") && s.glued(i+1) && !s.strong(i) { // 培训完成率
		return true
	}
	if s.is(i, deliver) && things[s.word(i+1)] && s.zh && (i == 0 || s.ends(i-1) || s.cover[i-1]&coverTime != 0 || s.is(i-1, helper)) { // 完成项目验收
		return s.is(i, noun)
	}
	return s.is(i, noun) || (i+1 < len(s.tokens) && s.is(i+1, nominal) && s.tokens[i+1].glued && s.tokens[i].han && s.cover[i+1]&coverFigure == 0)
}

// things are what a goal delivers, where other nouns make a noun of the verb before them.
var things = map[string]bool{
	"项目": true, "报告": true, "方案": true, "系统": true, "平台": true, "流程": true, "产品": true, "合同": true, "文档": true, "手册": true, "课程": true, "资料": true, "清单": true, "计划": true,
	"工具": true, "机制": true, "制度": true, "体系": true, "活动": true, "任务": true,
}

const (
	verbish = up | down | keep | reach | deliver | helper | gain | hold | via
	binding = toward | from | by | least | most | about | current | than | copula | adverb | modal | between | at
)

// before finds the metric that stands before token end, from token begin on.
func (s *sentence) before(begin, end int) phrase {
	if s.zh {
		return s.hanBefore(begin, end)
	}
	return s.latinBefore(begin, end)
}

func (s *sentence) hanBefore(begin, end int) phrase {
	p := phrase{begin, end}
	seen := min(end, len(s.tokens)-1)
	// What stands before a time, a method or another figure is not part of it.
	for k := end - 1; k >= begin; k-- {
		if s.skipped(k, seen) {
			if k < p.to-1 && s.content(k+1, p.to) {
				p.from = k + 1
				break
			}
			p.to = k
		}
	}
	for changed := true; changed && !p.empty(); {
		changed = false
		last := p.to - 1
		switch {
		case s.skipped(last, seen), s.tokens[last].kind == markToken && !s.mark(last, '%', '/', '"'),
			s.is(last, verbish|binding|orLess|orMore|joint|degree) && !s.is(last, noun|nominal|soft|broad|score) && !s.bound(last),
			s.word(last) == "的" || s.word(last) == "率达":
			p.to, changed = last, true
		}
	}
	for k := p.to - 1; k >= p.from; k-- {
		if s.strongHold(k) || (s.is(k, up|down|keep) || s.is(k, helper)) && !s.bound(k) && !s.is(k, soft|nominal) && k+1 < p.to && s.word(k+1) != "的" && (k > p.from) {
			p.from = k + 1
			break
		}
	}
	if s.is(p.from, at) && s.tokens[p.from].han { // 在华东区实现销售额
		for k := p.from + 1; k < p.to-1; k++ {
			if s.is(k, reach|deliver) && !s.bound(k) {
				p.from = k + 1
				break
			}
		}
	}
	for !p.empty() {
		k := p.from
		if s.skipped(k, seen) || (s.tokens[k].kind == markToken && !s.mark(k, '"')) || s.word(k) == "的" || s.word(k) == "个" ||
			(s.is(k, verbish|adverb|modal|article|at|joint|degree|toward|current|from|about) && !s.bound(k) && !s.is(k, noun|nominal|soft|broad|score) || (s.is(k, verbish) && !s.bound(k) && !s.is(k, noun) && k+1 < p.to && s.is(k, up|down))) {
			p.from++
			continue
		}
		break
	}
	return p
}

// content reports whether tokens from..to hold a word that could be a metric.
func (s *sentence) content(from, to int) bool {
	for k := from; k < to && k < len(s.tokens); k++ {
		if s.tokens[k].kind == wordToken && s.cover[k]&(coverTime|coverFigure) == 0 &&
			(!s.is(k, verbish|binding|orLess|orMore|joint|degree|article|universal|relative) || s.is(k, noun|soft|broad|score|nominal)) && s.word(k) != "的" {
			return true
		}
	}
	return false
}

func (s *sentence) latinBefore(begin, end int) phrase {
	p := phrase{begin, end}
	seen := min(end, len(s.tokens)-1)
	for k := end - 1; k >= begin; k-- {
		if s.skipped(k, seen) {
			if k+1 < p.to && s.content(k+1, p.to) {
				p.from = k + 1
				break
			}
			p.to = k
		}
	}
	for !p.empty() {
		last := p.to - 1
		if s.skipped(last, seen) || (s.tokens[last].kind == markToken && !s.mark(last, '%', '"')) ||
			(s.is(last, binding|preposition|joint|article|degree|relative|orMore|orLess) && !s.is(last, score|soft|broad|nominal)) ||
			(s.is(last, up|down|keep) && !s.is(last, soft|broad) && !s.noun(last) && last > p.from) ||
			(s.is(last, reach) && last > p.from && s.is(last-1, modal|joint|relative)) {
			p.to = last
			continue
		}
		break
	}
	// The verb begins what is measured: "train the crew and lower scrap", "a rota that cuts overtime".
	verb := p.from
	for verb < p.to && (s.skipped(verb, seen) || s.is(verb, article|adverb|modal|degree|helper|joint|preposition|label) && !s.is(verb, up|down|keep|reach|gain|deliver|soft|broad)) {
		verb++
	}
	for k := p.from; k < p.to; k++ {
		if !s.is(k, up|down|keep|reach|deliver|gain) || s.is(k, noun) || s.noun(k) {
			continue
		}
		first := k == verb
		linked := k > p.from && (s.is(k-1, modal|relative|helper) || s.word(k-1) == "and" || s.word(k-1) == "by" || s.word(k-1) == "&" || s.word(k-1) == "then" || s.is(k-1, degree) && k > p.from+1 && s.word(k-2) == "and") &&
			(s.word(k-1) != "to" || !s.content(p.from, k-1) || s.is(k, up|down))
		if (first || linked) && s.content(k+1, p.to) && !s.possessed(k+1) {
			p.from = k + 1
			verb = -1
		}
	}
	for !p.empty() {
		k := p.from
		if s.skipped(k, seen) || s.tokens[k].kind == markToken || (s.is(k, article|preposition|modal|joint|helper|binding|degree|relative|universal) && !s.is(k, score|soft|broad)) {
			p.from++
			continue
		}
		break
	}
	if p.to-p.from == 1 && s.is(p.from, up|down|keep|reach|deliver|helper) && !s.is(p.from, soft|broad|score) && s.isVerbFirst(p.from) {
		return phrase{p.to, p.to}
	}
	return p
}

// isVerbFirst reports whether the word at token i opens its clause, where an imperative has its verb.
func (s *sentence) isVerbFirst(i int) bool {
	for k := i - 1; k >= max(i-farthest, 0); k-- {
		if s.ends(k) || s.cover[k]&(coverTime|coverMethod) != 0 {
			return true
		}
		if !s.is(k, article|adverb|modal|degree|helper|joint|relative|preposition) {
			return false
		}
	}
	return true
}

// possessed reports whether token i goes on with a sign that the word before it was no verb.
func (s *sentence) possessed(i int) bool { return s.mark(i, '/', '\'') && s.glued(i) }

// after finds the metric that stands behind the figure: 完成5个案例, 3 major features.
func (s *sentence) after(begin, seen int) phrase {
	p := phrase{begin, begin}
	if s.zh {
		for p.from < len(s.tokens) && (s.word(p.from) == "的" || s.word(p.from) == "以上的") {
			p.from++
		}
		p.to = p.from
		for p.to < len(s.tokens) && p.to-p.from < farthest/2 {
			k := p.to
			t := &s.tokens[k]
			if s.skipped(k, seen) || (t.kind == markToken && !s.mark(k, '"', '/', '-', '&', '+')) || s.mark(k, '-') && !s.glued(k) {
				break
			}
			if t.kind == wordToken && !s.bound(k) && !s.is(k, noun|soft|broad|nominal) {
				if s.is(k, modal) && p.to == p.from {
					p.from, p.to = k+1, k+1
					continue
				}
				if s.is(k, modal) && t.to-t.from == 1 && !s.is(k+1, verbish|at|toward|adverb) {
					p.to++
					continue
				}
				if (s.is(k, modal|joint|universal|via|copula|than) || s.is(k, closing) && !s.is(k, counter)) && s.word(k) != "与" && s.word(k) != "和" && s.word(k) != "及" {
					break
				}
				if s.is(k, adverb|at|hold|from|toward) && !s.is(k, generic) && p.to > p.from && t.han && (t.to-t.from > 1 || strings.ContainsRune("均都在从由到至把将", t.r)) {
					break
				}
				if p.to > p.from && s.is(k, verbish) && s.word(k-1) != "的" && t.han && t.to-t.from > 1 && !s.tailVerb(k) && (s.is(k, up|down|keep|helper) || !s.is(k+1, soft|nominal|noun)) {
					break
				}
			}
			p.to++
		}
		for !p.empty() && (s.word(p.to-1) == "的" || s.word(p.to-1) == "和" || s.word(p.to-1) == "与" || s.word(p.to-1) == "及" || s.mark(p.to-1, '-', '/', '+', '"')) {
			p.to--
		}
		for p.from < p.to-1 && (s.is(p.from, adverb|degree) || s.word(p.from) == "的" || s.mark(p.from, '"')) && !s.is(p.from, noun|nominal) {
			p.from++
		}
		if !s.content(p.from, p.to) && !s.is(p.from, reach|deliver|response) {
			return phrase{begin, begin}
		}
		return p
	}
	if s.is(begin, article) && s.is(begin+1, span) || (s.word(begin) == "per" || s.word(begin) == "each") && s.is(begin+1, span) { // $140k a month
		return p
	}
	for p.from < len(s.tokens) && (s.word(p.from) == "of" || s.word(p.from) == "of the" || s.is(p.from, article|adverb|degree) && !s.is(p.from, soft|broad) || s.is(p.from, universal) || s.mark(p.from, '-') && s.glued(p.from)) && !s.skipped(p.from, seen) {
		p.from++
	}
	if s.word(p.from-1) == "the" && s.count(p.from) && s.word(begin) == "of" { // three of the five pilots
		p.from++
	}
	if s.is(begin-1, money) || begin > 0 && s.cover[begin-1]&coverFigure != 0 && (s.is(p.from, at) || s.word(p.from) == "from") {
		for n := 0; n < 2 && (s.word(p.from) == "in" || s.word(p.from) == "on" || s.word(p.from) == "from" || s.word(p.from) == "for" || s.word(p.from) == "for the" || s.word(p.from) == "in the" || s.is(p.from, article)); n++ {
			p.from++
		}
	}
	p.to = p.from
	for p.to < len(s.tokens) && p.to-p.from < farthest/2 {
		k := p.to
		t := &s.tokens[k]
		if (s.word(k) == "a" || s.word(k) == "an") && s.is(k+1, span) || s.word(k) == "go live" {
			break
		}
		if s.skipped(k, seen) || (t.kind == markToken && (!s.mark(k, '-', '/', '&', '\'', '"') || !s.glued(k) || !s.glued(k+1))) {
			break
		}
		if s.is(k, relative|preposition|joint|copula|modal|deadline|via|than) && !s.is(k, score|soft|broad) && s.word(k) != "of" {
			break
		}
		p.to++
	}
	for !p.empty() && (s.word(p.to-1) == "of" || s.is(p.to-1, article|degree|adverb) || s.tokens[p.to-1].kind == markToken) {
		p.to--
	}
	if !s.content(p.from, p.to) && !s.is(p.from, reach|deliver|up|down|keep|response) {
		return phrase{begin, begin}
	}
	return p
}

// tailVerb reports whether the verb at token k ends what is counted: 三次宣讲, 两场培训.
func (s *sentence) tailVerb(k int) bool {
	return s.is(k, reach|deliver) && !s.is(k, up|down|keep) && (s.ends(k+1) || s.is(k+1, joint))
}

// span is the phrase in the text.
func (s *sentence) spanOf(p phrase) Span {
	if p.empty() {
		return Span{}
	}
	return s.folded.span(s.tokens[p.from].from, s.tokens[p.to-1].to)
}

// head is the noun of an English phrase that is counted: "product features for clinics" are features.
func (s *sentence) head(p phrase) string {
	head := ""
	for k := p.from; k < p.to; k++ {
		t := &s.tokens[k]
		if s.is(k, preposition|joint|relative) || (t.kind == markToken && !s.mark(k, '-', '/', '&', '\'')) {
			break
		}
		if t.kind == wordToken && !t.han && !s.is(k, done) {
			w := s.Source[s.At[t.from]:s.At[t.to]]
			if cut := strings.LastIndexByte(w, ' '); cut >= 0 {
				w = w[cut+1:]
			}
			head = w
		}
	}
	return head
}
