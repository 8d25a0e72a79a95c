package smart

import "strings"

// judge decides the labels, and what a goal without a figure is about.
func (s *sentence) judge(r *Reading) {
	s.findVague(r)
	if len(r.Facts) > 0 {
		r.Measure, r.Specific = Numeric, true
		return
	}
	r.Measure = NoneYet
	object, verb := s.object()
	blank := s.blank()
	if blank >= 0 {
		if p := s.before(s.clause(blank), blank); s.content(p.from, p.to) {
			object = p
		} else if p := s.after(s.blankEnd(blank), blank); !p.empty() {
			object = p
		}
	}
	directed := verb >= 0 && s.is(verb, up|down)
	kept := verb >= 0 && s.is(verb, keep) && !directed
	narrow := s.narrow(object)
	concrete := !object.empty() && !s.is(object.from, pronoun) && !s.onlyPronouns(object)
	state := s.state()
	var f Fact
	if !object.empty() && !s.onlyPronouns(object) {
		f.Metric = s.spanOf(object)
	}
	switch {
	case blank >= 0 && directed:
		r.Specific = concrete && s.tokenish(object)
		f.Direction = s.way(verb)
	case directed:
		r.Specific = narrow && !s.hollow(verb, object)
		f.Direction = s.way(verb)
	case kept:
		r.Specific = narrow && s.proper(object) && len(r.Vague) == 0
		f.Direction = Maintain
	case state || (verb >= 0 && s.is(verb, deliver)):
		if s.hollow(verb, object) {
			break
		}
		if concrete && (narrow || state) || (concrete && s.tokenish(object)) {
			r.Measure, r.Specific = Binary, true
		} else if !s.onlySoft(object) {
			r.Measure = Binary
		}
	case verb >= 0:
		r.Specific = narrow && concrete && len(r.Vague) == 0 && !s.hollow(verb, object)
		if r.Specific {
			r.Measure = Binary
		}
	}
	if !f.Metric.IsZero() || f.Direction != "" {
		r.Facts = []Fact{f}
	}
}

// way is the direction of the verb at token i.
func (s *sentence) way(i int) Direction {
	if s.is(i, down) && !s.is(i, up) {
		return Decrease
	}
	return Increase
}

// blank finds what stands where a figure should: X%, __, tbd; -1 is none.
func (s *sentence) blank() int {
	for i := range s.tokens {
		if s.cover[i]&(coverTime|coverMethod) != 0 {
			continue
		}
		t := &s.tokens[i]
		if t.is(placeholder) || s.mark(i, '_') {
			return i
		}
		if t.kind == wordToken && !t.han && t.to-t.from <= 4 && (s.mark(i+1, '%') || s.is(i+1, unit) || s.is(i-1, toward|money)) {
			w := s.word(i)
			if strings.Trim(w, "x") == "" || strings.Trim(w, "n") == "" || strings.Trim(w, "y") == "" {
				return i
			}
		}
	}
	return -1
}

// blankEnd is where the blank at token i ends, with its unit.
func (s *sentence) blankEnd(i int) int {
	for i++; s.mark(i, '_', ']', '%') || s.is(i, unit) && i < len(s.tokens); i++ {
	}
	return i
}

// object finds the main verb of a goal without a figure, and what it is about.
func (s *sentence) object() (object phrase, verb int) {
	const plain = coverTime | coverMethod | coverBracket
	best := -1
	for i := range s.tokens {
		if s.cover[i]&plain != 0 || s.tokens[i].kind != wordToken || s.bound(i) {
			continue
		}
		if !s.is(i, up|down|keep|deliver|reach) {
			continue
		}
		if i > 0 && !s.zh && (s.word(i) == "better" || s.word(i) == "less" || s.word(i) == "lower" || s.word(i) == "up" || s.word(i) == "down") {
			continue
		}
		first := s.opens(i)
		if !first && !s.zh && !s.is(i-1, joint|relative|modal|helper) {
			continue
		}
		if best < 0 || (s.is(i, up|down) && !s.content(best+1, i)) || (s.is(i, deliver) && !s.is(best, up|down|keep|deliver)) {
			if best < 0 || !s.content(best+1, i) || s.is(i, deliver) && s.zh {
				best = i
			}
		}
	}
	if best < 0 {
		if p := s.subject(); !p.empty() {
			return p, -1
		}
		return phrase{}, -1
	}
	verb = best
	p := s.goal(verb + 1)
	if p.empty() || (s.zh && !s.content(p.from, p.to)) { // the object stands before: 把投诉率降低, bandwidth is reduced
		if b := s.before(s.clause(verb), verb); s.content(b.from, b.to) {
			p = b
		}
	}
	return p, verb
}

// opens reports whether token i is the first word of its clause that says anything.
func (s *sentence) opens(i int) bool {
	for k := i - 1; k >= max(i-farthest, 0); k-- {
		if s.ends(k) || s.cover[k]&(coverTime|coverMethod|coverBracket) != 0 {
			return true
		}
		if !s.is(k, helper|adverb|modal|article|degree|hold|joint|at|preposition|pronoun|up|down|keep|gain) {
			return false
		}
	}
	return true
}

// goal is the noun phrase at token i.
func (s *sentence) goal(i int) phrase {
	for k := i; k < len(s.tokens) && k < i+farthest && (s.cover[k]&coverTime != 0 || s.is(k, article)); k++ {
		if s.cover[k]&coverTime != 0 {
			i = k + 1 // 提交2026年度预算方案
		}
	}
	for i < len(s.tokens) && (s.is(i, degree|adverb|article|helper|joint) && !s.is(i, soft|broad|noun|nominal) || s.is(i, up|down|deliver|reach) && !s.bound(i) && s.zh && !s.is(i, soft|broad|noun|generic) && !s.ends(i+1) || s.is(i, coverlessVerb) && !s.zh && s.is(i-1, joint)) && s.cover[i] == 0 {
		i++
	}
	if s.word(i-1) == "go live" && strings.HasPrefix(s.word(i), "with") {
		i++
	}
	if s.figure(i) && s.is(i+1, counter) { // 一场马拉松
		i += 2
	}
	p := s.after(i, i)
	if !s.zh {
		for end := p.to; end < len(s.tokens) && end-p.from < 16 && s.is(end, preposition) && (s.word(end) == "for" || s.word(end) == "with" || s.word(end) == "in" || s.word(end) == "on" || s.word(end) == "to") && s.cover[end] == 0; {
			q := s.after(end+1, end)
			if q.empty() || s.is(end+1, up|down|reach|deliver|keep|helper) {
				break
			}
			p.to, end = q.to, q.to
		}
	}
	return p
}

const coverlessVerb = up | down | reach | deliver | keep | gain

// subject is what a sentence without a verb that we know is about.
func (s *sentence) subject() phrase {
	for i := range s.tokens {
		if !s.zh && s.tokens[i].kind == wordToken && s.cover[i] == 0 && (s.is(i, copula) && s.word(i) != "of" || s.is(i, done)) {
			return s.before(0, i)
		}
	}
	return phrase{}
}

// state reports whether a sentence says that something is there or done: X is supported.
func (s *sentence) state() bool {
	if s.zh {
		return false
	}
	for i := range s.tokens {
		if s.cover[i] != 0 {
			continue
		}
		switch {
		case s.is(i, copula) && s.tokens[i].kind == wordToken && s.is(i+1, done):
			return !s.is(i+2, degree) && !s.is(i+1, up|down)
		case s.is(i, done) && i > 0 && s.tokens[i-1].kind == wordToken && !s.is(i-1, article|helper|verbish) && (s.ends(i+1) || s.is(i+1, preposition)) && i > 1:
			return !s.is(i, up|down)
		}
	}
	return false
}

// hollow reports whether a verb and its object are a slogan: a verb of goodwill with less
// than a name behind it (打造学习型组织, 做好后勤保障工作), one of feeling (delight, wow), or a
// praised object with nothing else to it (a strong pipeline).
func (s *sentence) hollow(verb int, object phrase) bool {
	if verb < 0 || object.empty() {
		return false
	}
	if s.is(verb, degree) && !s.is(verb, deliver|up|down) && !s.zh {
		return true
	}
	own := 0
	for k := object.from; k < object.to; k++ {
		t := &s.tokens[k]
		switch {
		case t.kind != wordToken || t.is(soft|generic|degree|preposition|article|joint|pronoun):
		case t.han:
			own += t.to - t.from
		default:
			own++
		}
	}
	if s.zh {
		return own < 5 && goodwill[s.word(verb)] && !s.proper(object)
	}
	praised := object.from > 0 && s.is(object.from-1, degree) || s.is(object.from, degree)
	return own <= 1 && praised && !s.proper(object)
}

// proper reports whether a phrase has a figure or a capital in it, as names do: ISO 9001.
func (s *sentence) proper(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if t := &s.tokens[k]; t.kind == figureToken || t.kind == wordToken && !t.han && s.Upper(t.from) {
			return true
		}
	}
	return false
}

// goodwill are the verbs that a notice has for what nobody will check.
var goodwill = map[string]bool{
	"打造": true, "营造": true, "树立": true, "弘扬": true, "践行": true, "夯实": true, "筑牢": true, "做好": true, "抓好": true, "推动": true, "推进": true, "落实": true, "形成": true,
	"培育": true, "加强": true, "强化": true, "深化": true, "擦亮": true, "打通": true, "提高": true, "提升": true, "增强": true, "构建": true, "完善": true, "改进": true, "转变": true, "激发": true, "压实": true, "执行": true, "贯彻": true, "遵守": true, "配合": true, "参与": true, "履行": true, "维护": true,
}

// narrow reports whether a phrase says which and whose: not 工作效率, but 华东区的手机销售额.
func (s *sentence) narrow(p phrase) bool {
	if p.empty() {
		return false
	}
	spare, isSoft, isBroad := 0, false, false
	last := p.to - 1
	for k := p.from; k < p.to; k++ {
		t := &s.tokens[k]
		switch {
		case t.kind != wordToken:
			if t.kind == figureToken {
				spare++
			}
		case t.is(pronoun) && p.to-p.from <= 2:
			return false
		case t.is(soft):
			isSoft = isSoft || k >= last-1 || !s.zh
		case t.is(broad):
			isBroad = true
		case t.is(generic | article | preposition | joint | degree | adverb | pronoun):
		default:
			if t.han {
				spare += t.to - t.from
			} else {
				spare += 2
			}
		}
	}
	switch {
	case isSoft && s.is(last, soft):
		return spare >= 6
	case isSoft:
		return spare >= 3
	case isBroad:
		return spare >= 2
	}
	return spare >= 1
}

// tokenish reports whether a phrase names something by its own name.
func (s *sentence) tokenish(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if s.tokens[k].kind == figureToken || (s.tokens[k].kind == wordToken && !s.tokens[k].is(soft|generic|pronoun|article|preposition|joint|degree|adverb)) {
			return true
		}
	}
	return false
}

func (s *sentence) onlyPronouns(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if !s.is(k, pronoun|article|adverb|degree|universal) {
			return false
		}
	}
	return true
}

func (s *sentence) onlySoft(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if !s.is(k, soft|generic|degree|article|adverb) {
			return false
		}
	}
	return true
}

// findVague lists the words of degree and quality, and the verbs of direction that no
// figure follows.
func (s *sentence) findVague(r *Reading) {
	figured := false
	for _, f := range r.Facts {
		figured = figured || f.Target != nil
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		if s.cover[i]&(coverTime|coverFigure) != 0 || t.kind != wordToken || s.is(i, noun) {
			continue
		}
		direction := t.is(up) && !figured && s.cover[i]&coverMethod == 0 && improving(s.word(i))
		if !t.is(degree|placeholder) && !direction {
			continue
		}
		if t.is(degree) && !t.is(placeholder) && (t.is(up|down|reach|keep) && !direction || t.is(soft|broad|nominal|deliver)) {
			continue
		}
		r.Vague = append(r.Vague, s.spanOf(phrase{i, i + 1}))
	}
}

// improving reports whether a verb says no more than that something gets better.
func improving(w string) bool {
	switch w {
	case "提升", "提高", "优化", "加强", "完善", "改善", "改进", "增强", "强化", "深化", "提振", "做大", "better":
		return true
	}
	for _, stem := range []string{"improv", "optimi", "enhanc", "strengthen", "boost"} {
		if strings.HasPrefix(w, stem) {
			return true
		}
	}
	return false
}
