package wording

import "slices"

// reach is how many tokens a rule looks ahead or back.
const reach = 24

// findAbsolutes finds the words that make a rule of what a person does wrong.
func (s *statement) findAbsolutes(r *Reading) {
	for i, t := range s.tokens {
		if t.quoted || !t.is(letters|han) || !t.is(ever|each|steady|nagging|never|whit) {
			continue
		}
		s.looks++
		if s.generalises(i) {
			r.Absolutes = add(r.Absolutes, s.span(i, i))
		}
	}
	for _, p := range s.asked() {
		r.Absolutes = add(r.Absolutes, p)
	}
	for _, p := range s.whatever() {
		r.Absolutes = add(r.Absolutes, p)
	}
	for i := range s.tokens {
		if p, ok := s.unseen(i); ok {
			r.Absolutes = add(r.Absolutes, p)
		}
		if p, ok := s.trailing(i); ok {
			r.Absolutes = add(r.Absolutes, p)
		}
	}
}

// unseen finds 没见你…过一次 and 就没…过一回: not one case was seen of what is expected. With
// an occasion it is a fact.
func (s *statement) unseen(i int) (Span, bool) {
	if !s.zh || !s.word(i, "没") && !s.word(i, "没有") && !s.word(i, "未") && !s.word(i, "冇") && !s.word(i, "唔") {
		return Span{}, false
	}
	k := s.tokens[i].clause
	c := s.clauses[k]
	seen := s.word(i+1, "见") || s.word(i+1, "看见") || s.word(i+1, "见过") || s.word(i+1, "看") || s.word(i+1, "听")
	whom := s.within(i+1, c.to, 4, you|other)
	if s.on(k, occasion) || s.before(i, reach, given|mention|thing) >= 0 || !seen && s.before(i, reach, you|other) < 0 || seen && whom < 0 || s.polarity(i, c.to) == good && s.within(i+1, c.to, reach, bad) >= 0 {
		return Span{}, false
	}
	if s.within(i+1, c.to, reach, bad|verdict) >= 0 {
		return Span{}, false // 没见过他发火
	}
	since := s.word(c.from, "从") || s.word(c.from, "自从") || s.word(c.from, "打从") || s.word(c.from, "自打") || s.word(c.from, "打") && s.word(c.from+1, "从") || s.word(c.from, "自") || s.word(i-1, "就")
	for j := i + 1; j < min(c.to-1, i+reach); j++ {
		if s.word(j, "过") && s.word(j+1, "一") || s.word(j, "过一次") || s.word(j, "过一回") || since && seen && s.word(j, "过") {
			return s.span(i, j), true
		}
	}
	return Span{}, false
}

// trailing finds an absolute that stands behind what it generalises, in a clause of its own:
// …, every time; …, week in, week out.
func (s *statement) trailing(i int) (Span, bool) {
	k := s.tokens[i].clause
	if s.zh && k > 0 && i+1 == s.clauses[k].to && i == s.clauses[k].from && (s.word(i, "没有例外") || s.word(i, "无一例外")) &&
		s.clauses[k-1].is(person) && s.clauses[k-1].is(bad|verdict) {
		return s.span(i, i), true
	}
	if s.zh || k == 0 || s.clauses[k].from > i || s.tokens[i].quoted || !s.tokens[i].is(letters) {
		return Span{}, false
	}
	last, behind := i, s.clauses[k].to == i+1 && s.at(i, each|nagging|ever)
	for _, span := range [...]string{"day", "week", "month", "year", "shift", "sprint"} {
		if s.word(i, span) && s.word(i+1, "out") {
			last, behind = i+1, true
		}
	}
	prior := s.clauses[k-1]
	if !behind || prior.sentence != s.clauses[k].sentence || prior.is(must|norm|suggest|given|mention|neg) && !prior.is(bad|verdict) || prior.is(self) {
		return Span{}, false
	}
	if s.polarity(prior.from-1, prior.to) == bad || prior.is(bad|verdict) && !prior.is(good|thing) || s.polarity(s.clauses[max(0, k-2)].from-1, s.clauses[max(0, k-2)].to) == bad && !prior.is(good) {
		return s.span(i, last), true
	}
	return Span{}, false
}

// asked finds absolutes that stand in two pieces: have you ever finished anything?, nobody
// can remember you ever ….
func (s *statement) asked() []Span {
	var all []Span
	for i := range s.tokens {
		if s.zh || !s.word(i, "ever") || s.tokens[i].quoted {
			continue
		}
		c := s.clauses[s.tokens[i].clause]
		no := s.before(i, reach, neg)
		switch {
		case s.before(i, reach, you) < 0:
		case no >= 0 && (s.word(no, "nobody") || s.word(no, "no one")):
			all = append(all, s.span(no, no), s.span(i, i))
		case c.end == '?' && (s.word(c.from, "have") || s.word(c.from, "do") || s.word(c.from, "did") || s.word(c.from, "why")) && s.within(i+1, c.to, 4, good) >= 0:
			all = append(all, s.span(c.from, i))
		}
	}
	return all
}

// whatever finds 什么…都不: what it is about stands between the two halves.
func (s *statement) whatever() []Span {
	var all []Span
	for i := range s.tokens {
		if s.zh && s.at(i, han) && (s.word(i, "什么") || s.word(i, "什么时候")) {
			end := s.clauses[s.tokens[i].clause].to
			for j := i + 1; j < min(i+6, end); j++ {
				if j == i+1 && s.word(i, "什么时候") && s.at(i-1, you) && s.within(j, end, reach, good) >= 0 && s.clauses[s.tokens[i].clause].end == '?' {
					all = append(all, s.span(i, j)) // 你什么时候准时交过？
					break
				}
				if (s.word(j, "都") || s.word(j, "也")) && s.at(j+1, neg|bad) && s.within(i, j, reach, you|other) >= 0 {
					all = append(all, s.span(i, j))
					break
				}
			}
		}
	}
	return all
}

// generalises decides on the absolute at token i.
func (s *statement) generalises(i int) bool {
	t, c := s.tokens[i], s.clauses[s.tokens[i].clause]
	switch {
	case s.mentioned(i), s.takenBack(i), s.demanded(i), s.supposed(i):
		return false
	}
	whose := s.subject(i)
	if t.is(each) && !s.zh && s.follows(i) == you { // every time we agree, you …
		whose = you
	}
	if next := t.clause + 1; s.zh && t.is(nagging) && whose == thing && c.end == ',' && next < len(s.clauses) && s.clauses[next].is(you) {
		whose = you // 随便哪天去车间，都看不到你
	}
	if whose == thing || whose == self {
		return false
	}
	if s.zh && i+1 < c.to && s.word(i+1, "的") {
		return false // 每天的晨检表
	}
	if t.is(whit) {
		return s.polarity(i, c.to) == good
	}
	if t.is(never) {
		return s.neverDone(i, whose)
	}
	if t.is(steady) && (s.anchored(i) || whose == 0 && !s.zh) {
		return false
	}
	if whose == 0 && !s.zh {
		return false
	}
	if s.zh && c.end == '?' && whose != 0 && s.Runes[t.from] == '哪' {
		return true // 哪次不是…？
	}
	signal := s.polarity(i, c.to)
	if signal == 0 { // 你每次开会，都不带数据
		if next := t.clause + 1; next < len(s.clauses) && c.end == ',' && s.clauses[next].sentence == c.sentence &&
			s.within(s.clauses[next].from, s.clauses[next].to, reach, thing) < 0 {
			signal = s.polarity(s.clauses[next].from-1, s.clauses[next].to)
		}
	}
	if signal == 0 && t.is(each) && !s.zh && s.follows(i) == you { // every time we agree, you …
		return true
	}
	if signal == 0 && t.is(nagging|steady|each) && !s.zh && i+2 >= c.to { // you ignore it all the time
		signal = s.polarity(c.from-1, i)
	}
	switch {
	case signal == bad:
		return true
	case signal == good:
		return false
	case t.is(nagging) && s.zh && i+1 == c.to && t.clause > 0 && s.clauses[t.clause-1].is(good) && !s.clauses[t.clause-1].is(bad|neg):
		return false // 最早到，天天如此
	case t.is(nagging) && whose != 0:
		return true
	case t.is(steady) && !s.zh && whose != 0 && s.tokens[i].is(adverb|steady) && i+1 < c.to:
		return true
	case t.is(nagging):
		return s.zh && s.tokens[i].to-s.tokens[i].from > 1
	case s.before(i, 4, why) >= 0 && whose != 0:
		return true
	}
	if whose == you && t.is(ever|each) && c.to > i+1 && !s.dated(t.clause) && !s.praised(t.clause) && !s.word(i+1, "been") {
		return true
	}
	// 你总是……: all that is said is the absolute itself.
	return whose == you && t.is(ever) && c.to == i+1 && len(s.clauses) == 1
}

// follows is you where the next clause begins with you, 0 else.
func (s *statement) follows(i int) class {
	k := s.tokens[i].clause
	if s.clauses[k].end != ',' || k+1 >= len(s.clauses) {
		return 0
	}
	return s.tokens[s.clauses[k+1].from].class & you
}

// neverDone decides on a never: not doing what is bad is praise.
func (s *statement) neverDone(i int, whose class) bool {
	t, c := s.tokens[i], s.clauses[s.tokens[i].clause]
	if !s.zh && s.on(t.clause, occasion) { // you never replied to the mail on Tuesday
		return false
	}
	if s.zh && whose != you && c.is(occasion) {
		return false // 那晚没有一个号登错
	}
	switch s.polarity(i, c.to) {
	case bad:
		return false
	case good:
		return !s.at(i+1, must) && (s.zh || whose != 0)
	default:
	}
	if !s.zh && i+2 == c.to && (s.word(i+1, "was") || s.word(i+1, "were") || s.word(i+1, "did") || s.word(i+1, "had")) {
		return false // and it never was
	}
	if !s.zh && whose == 0 && c.to == i+1 {
		return false
	}
	if c.to == i+1 && len(s.clauses) > t.clause+1 {
		return false
	}
	return whose != 0
}

// polarity is what is said after token i, before end: bad, good, or neither. The first word
// that tells decides; a negation before it turns it round, and one before nothing known is
// bad enough.
func (s *statement) polarity(i, end int) class {
	turned, negated, since := false, false, 0
	for j := i + 1; j < min(end, i+reach); j++ {
		t := s.tokens[j]
		s.looks++
		if turned && (j-since > 4 || s.word(j, "的")) { // 没验过的零件
			turned = false
		}
		switch {
		case t.quoted:
		case !s.zh && t.is(when) && j > i+1 && !t.is(bad|good|neg):
			if negated {
				return bad
			}
			return 0
		case s.caseOf(j, end):
		case t.is(neg|whit|never) && !t.is(bad|good):
			turned, negated, since = !turned, true, j
		case t.is(verdict|slur|sneer|poor|hyperbole) && !t.is(good):
			return turn(bad, turned)
		case t.is(bad) && !t.is(good):
			return turn(bad, turned)
		case t.is(good) && !t.is(bad):
			if s.zh && s.at(j+1, neg) && !turned { // 交不出, 做不到
				return bad
			}
			if s.zh && !turned { // 回复得很慢
				for k := j + 1; k < min(end, j+3); k++ {
					if s.word(k, "得") && s.within(k+1, end, 4, bad|poor|neg) >= 0 {
						return bad
					}
				}
			}
			return turn(good, turned)
		case t.is(ever|each|never|nagging) && j > i+2:
			j = end
		}
	}
	if negated {
		return bad
	}
	return 0
}

func turn(c class, turned bool) class {
	if !turned {
		return c
	}
	if c == bad {
		return good
	}
	return bad
}

// caseOf reports whether the word at j belongs to the case in which something is done, and
// not to what is done: 出错时, 迟到的人.
func (s *statement) caseOf(j, end int) bool {
	return s.zh && s.within(j+1, end, 3, when) >= 0 && s.tokens[j].is(bad|good|neg)
}

// praised reports whether there are thanks or praise in clause k or near it.
func (s *statement) praised(k int) bool {
	for _, c := range s.clauses[max(0, k-4):min(len(s.clauses), k+5)] {
		s.looks++
		if c.is(good) {
			return true
		}
	}
	return false
}

// subject tells whose conduct the absolute at token i is about: you, other, self, thing, or
// 0 where nobody is named.
func (s *statement) subject(i int) class {
	t, c := s.tokens[i], s.clauses[s.tokens[i].clause]
	if t.is(you) && t.is(never) {
		return you
	}
	if t.is(other) && t.is(never) { // nobody ever … from you
		if j := s.within(i+1, c.to, reach, you|other); j >= 0 && (s.at(j, you) || !s.word(i, "nothing ever")) {
			return s.tokens[j].class & person
		}
		return thing
	}
	if first := s.tokens[c.from]; !s.zh && i > c.from && !first.quoted && first.is(you|other) && !first.is(self) {
		return first.class & person
	}
	found := class(0)
	for j := i - 1; j >= max(c.from, i-reach); j-- {
		known := s.tokens[j].class
		s.looks++
		if s.tokens[j].quoted || !known.is(you|other|self|thing|work) {
			continue
		}
		switch {
		case known.is(you):
			found = you
		case known.is(self):
			found = self
			if s.aboutYou(i) {
				found = you
			}
		case known.is(other) && !s.zh && known.is(self):
			continue
		case known.is(other):
			found = other
		case s.owned(j, c.from):
			found = you
		case known.is(thing):
			found = thing
		case known.is(work) && !s.zh:
			found = thing
		default:
			continue
		}
		break
	}
	if found == 0 && s.zh && t.is(never) && s.at(i+1, you|other) { // 从来找不到他人
		return s.tokens[i+1].class & person
	}
	if found == 0 && t.is(each|nagging) || (found == self && t.is(each)) { // every time you open a ticket
		if j := s.within(i+1, c.to, reach, you|other|self); j >= 0 {
			return s.tokens[j].class & (you | other)
		}
	}
	if found != 0 {
		return found
	}
	if s.within(i+1, c.to, reach, thing) >= 0 && s.zh && s.within(c.from, c.to, reach, person) < 0 {
		return thing
	}
	if !s.zh {
		return s.named(i, c)
	}
	for k := t.clause - 1; k >= max(0, t.clause-3); k-- { // 这个接口很老，总是超时
		before := s.clauses[k]
		switch {
		case before.is(you):
			return you
		case before.is(other):
			return other
		case before.is(self):
			return 0
		case before.is(thing) && k == t.clause-1:
			return thing
		}
	}
	return 0
}

// owned reports whether the thing at token j is one that a person answers for: your reports.
func (s *statement) owned(j, from int) bool {
	for k := j - 1; k >= max(from, j-3); k-- {
		if s.at(k, you) && s.tokens[j].is(work) {
			return true
		}
	}
	return false
}

// aboutYou reports whether a sentence of the speaker is about somebody else: I never hear
// back from you, 我从没见你….
func (s *statement) aboutYou(i int) bool {
	c := s.clauses[s.tokens[i].clause]
	j := i + 1
	return j < c.to && s.tokens[i].is(never|each) && s.within(j, c.to, reach, you) >= 0 && slices.Contains(witness, string(s.Runes[s.tokens[j].from:s.tokens[j].to]))
}

// witness are the verbs by which speakers tell of another's conduct.
var witness = []string{"见", "看", "看到", "收", "收到", "听", "等", "得", "get", "got", "see", "saw", "seen", "hear", "heard", "receive", "received", "know", "known", "had"}

// named tells whether an English clause whose subject is no pronoun speaks of a person: by
// name, or in the short form of a review, Never replies to mail.
func (s *statement) named(i int, c clause) class {
	next := i + 1
	if next >= c.to {
		return 0
	}
	said := s.tokens[next].class
	if i == c.from {
		if c.from > 0 && s.tokens[i].clause > 0 && s.clauses[s.tokens[i].clause-1].is(you|other) {
			return you
		}
		if said.is(act) && !said.is(third|past|gerund) && !said.is(bad) {
			return 0 // an imperative
		}
		if said.is(third) || said.is(bad) && !said.is(act) || said.is(past|gerund) || (said.is(good|poor|verdict) && !said.is(act)) {
			return other
		}
		return 0
	}
	first := s.tokens[c.from]
	if first.capital && !first.is(article|thing|work|others|act|adverb|when|given|must|occasion|neg|degree) && i-c.from <= 3 &&
		(said.is(third) || s.at(i-1, past|degree) || said.is(past)) {
		return other
	}
	return thing
}

// mentioned reports whether the word at i is spoken of and not said.
func (s *statement) mentioned(i int) bool {
	return s.before(i, 3, mention) >= 0 || (s.at(i+1, mention) && s.tokens[i].clause == s.tokens[i+1].clause)
}

// takenBack reports whether the absolute at i is negated: 并非总是, not always.
func (s *statement) takenBack(i int) bool {
	c := s.clauses[s.tokens[i].clause]
	for j := i - 1; j >= max(c.from, i-6); j-- {
		if !s.at(j, neg) || s.tokens[j].is(given) {
			continue
		}
		if s.zh && j > c.from && s.word(j, "不是") && s.word(j-1, "是") {
			continue // 是不是
		}
		if !s.zh && s.before(j, 1, why) >= 0 {
			continue
		}
		return true
	}
	return false
}

// demanded reports whether the absolute at i belongs to a requirement or a request.
func (s *statement) demanded(i int) bool {
	c := s.clauses[s.tokens[i].clause]
	if j := s.before(i, reach, must|suggest|norm); j >= 0 && !s.tokens[j].is(asked) {
		if !s.tokens[i].is(never) || s.tokens[j].is(must|norm) {
			return true
		}
	}
	if s.at(i+1, must|norm) && i+1 < c.to && !s.at(i+1, asked|bad) && (s.zh || s.at(i+1, must) && s.before(i, reach, you) < 0) {
		return true
	}
	if k := s.tokens[i].clause + 1; s.tokens[i].is(each) && c.end == ',' && k < len(s.clauses) && s.clauses[k].is(must|norm) {
		return true // every time you enter, you must …
	}
	// 每次上线前必须复核
	return s.tokens[i].is(each) && s.within(i+1, c.to, reach, must|norm) >= 0 && s.within(i+1, c.to, reach, bad) < 0
}

// supposed reports whether the absolute at i is only supposed: 如果你总是….
func (s *statement) supposed(i int) bool { return s.before(i, reach, given) >= 0 }

// anchored reports whether the sentence of token i speaks of one event.
func (s *statement) anchored(i int) bool {
	return s.dated(s.tokens[i].clause)
}

// dated reports whether the sentence of a clause names an occasion or a figure.
func (s *statement) dated(k int) bool { return s.on(k, occasion|figure) }

// on reports whether the sentence of a clause has any of the classes.
func (s *statement) on(k int, of class) bool {
	for j := max(0, k-3); j < min(len(s.clauses), k+4); j++ {
		if s.clauses[j].sentence == s.clauses[k].sentence && s.clauses[j].is(of) {
			return true
		}
	}
	return false
}

// word reports whether token i is that word.
func (s *statement) word(i int, word string) bool {
	s.looks++
	if i < 0 || i >= len(s.tokens) {
		return false
	}
	j := s.tokens[i].from
	for _, r := range word {
		if j >= s.tokens[i].to || s.Runes[j] != r {
			return false
		}
		j++
	}
	return j == s.tokens[i].to
}
