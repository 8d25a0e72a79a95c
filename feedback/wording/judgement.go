package wording

import "slices"

// findAttacks finds insults that are aimed at a person.
func (s *statement) findAttacks(r *Reading) {
	for i, t := range s.tokens {
		if t.quoted || !t.is(slur|contempt) || !t.is(letters|han) || s.harmless(i) {
			continue
		}
		alone := s.clauses[t.clause].to-s.clauses[t.clause].from <= 2
		if t.is(contempt) && !alone && s.before(i, reach, person) < 0 {
			continue
		}
		if (s.word(i, "太差了") || s.word(i, "太差")) && !s.at(i-1, person) {
			continue // 信号太差
		}
		if s.beforeWork(i) || s.ofThing(i) || t.is(contempt) && s.ofWork(i) {
			continue
		}
		r.Attacks = add(r.Attacks, s.span(i, i))
	}
}

// findJudgements finds verdicts on a person: words that are one, and a side of the person
// that is called poor or missing.
func (s *statement) findJudgements(r *Reading) {
	for i, t := range s.tokens {
		if t.quoted || !t.is(letters|han) {
			continue
		}
		switch {
		case t.is(verdict) && !s.harmless(i) && !s.ofWork(i) && !s.ofThing(i):
			r.Judgements = add(r.Judgements, s.span(i, i))
		case t.is(heed) && s.zh && !s.ofThing(i) && s.before(i, reach, neg|whit|never|lack) >= 0 && s.before(i, reach, must|given) < 0 && s.before(i, reach, self) < 0:
			r.Judgements = add(r.Judgements, s.span(s.before(i, reach, neg|whit|never|lack), i))
		case t.is(sneer) && !s.harmless(i):
			r.Judgements = add(r.Judgements, s.span(i, i))
		case t.is(trait) && s.zh:
			if j := i + 2; (s.word(i+1, "都") || s.word(i+1, "也")) && s.at(j, lack) && !s.harmless(i) { // 一点责任心都没有
				r.Judgements = add(r.Judgements, s.span(i, j))
			}
			if j := s.called(i); j >= 0 && !s.harmless(i) && !s.ofThing(i) {
				r.Judgements = add(r.Judgements, s.span(i, j))
			}
		case t.is(lack):
			if j := s.lacks(i); j >= 0 && !s.harmless(i) && !s.ofThing(i) {
				r.Judgements = add(r.Judgements, s.span(i, j))
			}
		case s.feeble(i):
			r.Judgements = add(r.Judgements, s.span(i, i))
		case t.is(poor) && !s.zh:
			if j := s.skip(i+1, degree); s.at(j, trait) && !s.harmless(i) {
				r.Judgements = add(r.Judgements, s.span(i, j))
			}
		case t.is(trait) && !s.zh:
			if j := s.skip(i+1, degree); j > i+1 && s.at(j, poor) && s.before(i, 4, you|other) >= 0 && !s.harmless(i) {
				r.Judgements = add(r.Judgements, s.span(i, j))
			}
		}
		if j := s.excess(i); j >= 0 {
			r.Judgements = add(r.Judgements, s.span(i, j))
		}
		if j := s.mocks(i); j >= 0 {
			r.Judgements = add(r.Judgements, s.span(i, j))
		}
	}
}

// feeble reports whether token i is a word of poor quality that is said of a person: the new
// manager is weak.
func (s *statement) feeble(i int) bool {
	if s.zh || !s.at(i, poor) {
		return false
	}
	c := s.clauses[s.tokens[i].clause]
	if end := i + 1; end < c.to && !s.word(end, "and") && !s.word(end, "but") && !s.word(end, "or") && !s.word(end, "at") {
		return false
	}
	for _, word := range [...]string{"weak", "hopeless", "awful", "terrible", "pathetic", "negative", "toxic", "lousy", "rotten", "nasty", "childish", "feeble", "inadequate", "second-rate", "third-rate"} {
		if s.word(i, word) {
			j := i - 1
			for j > c.from && s.at(j, degree) {
				j--
			}
			possessive := s.word(j, "his") || s.word(j, "her") || s.word(j, "their") || s.word(j, "your")
			return j < i-1 && j-c.from <= 2 && s.at(j, person) && !possessive && !s.harmless(i) || (s.word(j, "you're") || s.word(j, "he's") || s.word(j, "she's")) && !s.harmless(i)
		}
	}
	return false
}

// skip goes on from token i past words of a class, a few of them.
func (s *statement) skip(i int, c class) int {
	for end := i + 4; i < end && s.at(i, c) && !s.at(i, poor|trait|neg); {
		i++
	}
	return i
}

// called finds where 态度…很差 ends, -1 if it is not said.
func (s *statement) called(i int) int {
	if (s.word(i, "逻辑") || s.word(i, "管理") || s.word(i, "水平") || s.word(i, "精神")) && s.at(i-1, han) && !s.at(i-1, person|degree|noun) && s.before(i, reach, person) < 0 &&
		s.tokens[i-1].clause == s.tokens[i].clause {
		return -1 // 排班逻辑有问题
	}
	j := s.skip(i+1, degree)
	if s.word(j+1, "的") && j+2 < s.clauses[s.tokens[i].clause].to && !s.at(j+2, person) && !s.word(j+2, "人") {
		return -1 // 管理有问题的账号
	}
	if !s.at(j, poor) || j >= s.clauses[s.tokens[i].clause].to {
		return -1
	}
	return j
}

// lacks finds where 缺乏…责任心 ends, -1 if it is not said.
func (s *statement) lacks(i int) int {
	end := s.clauses[s.tokens[i].clause].to
	j := i + 1
	for ; j < min(end, i+4); j++ {
		if s.at(j, trait) {
			break
		}
		if s.at(j, figure|past|bad|work|neg) {
			return -1
		}
	}
	if j >= end || !s.at(j, trait) || s.word(j, "人") {
		return -1
	}
	if j+1 < end && s.zh && s.tokens[j+1].is(han) && !s.at(j+1, degree|neg) && !s.word(j+1, "和") && !s.word(j+1, "的") {
		return -1 // 没有能力范围内的…
	}
	return j
}

// excess finds 你太…了 and you are too …: a verdict whatever the word, unless it is praise.
func (s *statement) excess(i int) int {
	c := s.clauses[s.tokens[i].clause]
	if !s.word(i, "太") && !s.word(i, "too") && !s.word(i, "such") || i+1 >= c.to || s.harmless(i) {
		return -1
	}
	if s.zh {
		if i-c.from > 3 || !s.at(i-1, you|other) && !s.word(i-1, "人") || c.to-i > 6 || s.within(i+1, c.to, 6, good|neg|work|feeling) >= 0 || s.word(i+1, "好") || s.word(i+1, "强") || s.word(i+1, "忙") || s.word(i+1, "客气") || s.word(i+1, "累") {
			return -1
		}
		return c.to - 1
	}
	if i-c.from > 3 || s.before(i, 3, you|other) < 0 || s.before(i, 2, neg|work|thing) >= 0 || s.within(i+1, c.to, 4, good|feeling|work|others|figure) >= 0 {
		return -1
	}
	if s.word(i, "such") && !s.word(i+1, "a") && !s.word(i+1, "an") {
		return -1
	}
	return min(c.to-1, i+2)
}

// mocks finds praise for what is no achievement: well done losing the keys.
func (s *statement) mocks(i int) int {
	if s.zh || !s.at(i, good) {
		return -1
	}
	end := s.clauses[s.tokens[i].clause].to
	if i != s.clauses[s.tokens[i].clause].from {
		return -1
	}
	for j := i + 1; j < min(end, i+4); j++ {
		if s.at(j, bad) && s.at(j, gerund) && !s.at(j-1, without|neg) {
			return j
		}
	}
	return -1
}

// harmless reports whether the word at token i is not said of anybody: negated, asked not to
// be, supposed, mentioned, or said by the speakers of themselves.
func (s *statement) harmless(i int) bool {
	c := s.clauses[s.tokens[i].clause]
	if first := s.tokens[c.from]; !s.zh && !s.at(i, slur) && i > c.from && !first.quoted && first.is(article|self|thing|work|named) && !c.is(person) {
		return true // nobody is spoken of
	}
	if s.mentioned(i) || s.before(i, reach, given) >= 0 {
		return true
	}
	if j := s.before(i, 3, feel); !s.zh && j >= 0 && !s.word(j, "i am") && !s.word(j, "i'm") && (s.before(i, 2, you) < 0 || s.at(j-1, you)) {
		return true // nobody is made to feel dumb
	}
	for j := i - 1; j >= max(c.from, i-4); j-- {
		t := s.tokens[j]
		s.looks++
		if t.quoted {
			continue
		}
		if s.at(i, slur) && (s.word(j, "别") || s.word(j, "不要")) {
			return false // 别在这儿丢人现眼
		}
		if t.is(neg|never|whit) && !t.is(verdict|slur|bad) {
			asks := s.zh && s.word(j, "不是") && s.word(j-1, "是") // 你是不是…
			return !asks && !s.word(j, "no one") && !s.word(j, "nobody")
		}
		if t.is(verdict | slur | you | other) {
			break
		}
	}
	if j := s.before(i, reach, must); j >= 0 && s.before(i, reach, you|other) < j && !s.at(i, slur) {
		return true // 不要敷衍, please don't be careless
	}
	return s.before(i, reach, self) >= 0 && s.within(c.from, c.to, reach, you|other) < 0 && (s.clauses[s.tokens[i].clause].class&(you|other)) == 0
}

// beforeWork reports whether the word at token i is said of a piece of work: 愚蠢的方案.
func (s *statement) beforeWork(i int) bool {
	end := s.clauses[s.tokens[i].clause].to
	if s.zh {
		return s.word(i+1, "的") && i+2 < end && s.at(i+2, work)
	}
	return s.within(i+1, end, 2, work) >= 0
}

// plain are the words that may follow an adjective that is said of a person.
const plain = person | self | trait | degree | occasion | habit | when | neg | given | ever | each | nagging | must | bad | good | adverb |
	future | slur | contempt | verdict | without | article | follow

// ofWork reports whether the word at token i is an adjective of a piece of work or of
// another noun: a careless slip, a lazy Sunday. A phrase is no adjective.
func (s *statement) ofWork(i int) bool {
	t := s.tokens[i]
	if !s.zh && slices.Contains(s.Runes[t.from:t.to], ' ') {
		return false
	}
	if s.beforeWork(i) {
		return true
	}
	return !s.zh && i+1 < s.clauses[t.clause].to && s.tokens[i+1].is(letters) && !s.tokens[i+1].is(plain)
}

// ofThing reports whether the word at token i is said of a thing.
func (s *statement) ofThing(i int) bool {
	from := s.clauses[s.tokens[i].clause].from
	if !s.zh && from < i && s.at(from, person) && !s.word(from, "your") && !s.word(from, "his") && !s.word(from, "her") && !s.word(from, "their") {
		return false
	}
	for j := i - 1; j >= max(from, i-reach); j-- {
		s.looks++
		if t := s.tokens[j]; !t.quoted {
			switch {
			case t.is(person):
				return false
			case t.is(thing | work | named):
				if s.zh && (s.word(j-1, "对") || s.before(j, 2, others) >= 0 && s.word(j, "客户")) {
					continue // 对客户态度差
				}
				return !s.zh || s.before(j, reach, you|other) < 0
			}
		}
	}
	return false
}
