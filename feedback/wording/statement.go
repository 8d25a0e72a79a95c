package wording

// findParts finds the clauses that are fact, impact and improvement. A clause may be more
// than one of them.
func (s *statement) findParts(r *Reading) {
	asking := false
	for k, c := range s.clauses {
		improves := s.improves(k)
		asking = improves || (asking && k > 0 && s.clauses[k-1].sentence == c.sentence && !c.is(past|occasion))
		if improves {
			r.Improvements = append(r.Improvements, s.span(c.from, c.to-1))
		}
		if s.tells(k, improves) {
			r.Facts = append(r.Facts, s.span(c.from, c.to-1))
		}
		if s.effects(k, improves) && (improves || !asking) {
			r.Impacts = append(r.Impacts, s.span(c.from, c.to-1))
		}
	}
}

// improves reports whether clause k says what to do next.
func (s *statement) improves(k int) bool {
	c := s.clauses[k]
	if !c.is(suggest) {
		return s.orders(k) || s.agrees(k, c)
	}
	for i := c.from; i < c.to; i++ {
		if !s.at(i, suggest) || s.at(i, asked) {
			continue
		}
		if s.at(i-1, neg) && s.zh || (i > c.from && s.at(i-1, past) && s.zh && !s.word(i-1, "被")) {
			continue
		}
		if s.at(i, future) && s.zh && c.is(ever|each|nagging) && c.is(you) { // 你每次都说下次改
			continue
		}
		if s.at(i+1, neg) && c.is(given) {
			continue
		}
		rest := c.to - i - 1
		if rest == 0 && k+1 < len(s.clauses) && c.end == ',' { // next time, …
			rest = s.clauses[k+1].to - s.clauses[k+1].from
		}
		if s.within(i+1, c.to, reach, thin) >= 0 && rest <= 2 && s.zh {
			continue
		}
		if rest >= 1 || c.to-c.from > 2 {
			return true
		}
	}
	return false
}

// agrees reports whether clause k says what the two will do: 下周我去听你两节课.
func (s *statement) agrees(k int, c clause) bool {
	if !s.zh || !c.is(you) || c.end == '?' || c.to-c.from < 4 || c.is(past|neg|bad|verdict|slur|grievance|occasion|given) {
		return false
	}
	ahead := s.at(c.from, future) || s.word(c.from, "从") && s.at(c.from+1, future)
	if k > 0 && !ahead {
		before := s.clauses[k-1]
		ahead = before.sentence == c.sentence && before.to-before.from <= 4 && (s.at(before.from, future) || s.word(before.from, "从") && s.at(before.from+1, future))
	}
	return ahead
}

// orders reports whether clause k begins with a verb that tells what to do.
func (s *statement) orders(k int) bool {
	c := s.clauses[k]
	i := c.from
	if s.zh { // 千万别把备份关掉
		return c.to-c.from >= 4 && (s.at(i, must) && s.at(i, neg) || s.word(i, "永远不要") || s.word(i, "千万别") || s.word(i, "不要")) && !c.is(slur|verdict|contempt)
	}
	if c.to-c.from < 3 {
		return false
	}
	for i < c.to && (s.word(i, "and") || s.word(i, "so") || s.word(i, "then") || s.word(i, "always") || s.word(i, "never") || s.word(i, "don't") || s.word(i, "do not")) {
		i++
	}
	if !s.at(i, act) || s.at(i, third|past|gerund|noun|thin) {
		return false
	}
	if s.at(i+1, you) {
		return false // have you …, thank you
	}
	if k > 0 && s.clauses[k-1].end == ',' && s.clauses[k-1].sentence == c.sentence && i == c.from {
		return s.clauses[k-1].is(suggest) // to send, to check, and so on
	}
	return true
}

// tells reports whether clause k tells something that can be checked.
func (s *statement) tells(k int, improves bool) bool {
	c := s.clauses[k]
	if c.is(hyperbole) || (improves && !c.is(past)) {
		return false
	}
	if improves { // the fact may come first
		c.to = s.cutAt(c)
		c.class = 0
		for _, t := range s.tokens[c.from:c.to] {
			if !t.quoted {
				c.class |= t.class
			}
		}
	}
	if c.is(future) && !c.is(past) {
		return false
	}
	if (c.is(must|norm) || s.zh && s.says(c, "要")) && !c.is(past|occasion) {
		return false
	}
	if !s.zh && c.is(must) && !c.is(past) {
		return false // all must do it by 31 March
	}
	if c.is(figure) && (!c.is(ever|never|each|nagging) || c.is(occasion)) {
		return true
	}
	if c.is(never|ever|each) && !c.is(evidence) && !c.is(figure) {
		return false
	}
	happened := c.is(past|neg) || s.zh && c.is(effect)
	if !happened && s.zh && c.is(occasion) && c.to-c.from >= 6 && !c.is(good) {
		happened = true
	}
	if c.is(occasion|named) && !happened && c.end == ',' && k+1 < len(s.clauses) && s.clauses[k+1].sentence == c.sentence {
		next := s.clauses[k+1]
		happened = (next.is(past) || s.zh && next.is(effect)) && !next.is(suggest)
	}
	switch {
	case c.is(evidence) && c.to-c.from >= 4:
		return true
	case c.is(named) && c.is(good) && !c.is(occasion):
		return false
	case c.is(occasion|named) && happened:
		return true
	case c.is(quotation) && (c.is(past|evidence) || c.is(person) && !c.is(mention|suggest|must)) && s.quotes(c):
		return true
	}
	return false
}

// says reports whether a clause has that word.
func (s *statement) says(c clause, word string) bool {
	for i := c.from; i < c.to; i++ {
		if s.word(i, word) {
			return true
		}
	}
	return false
}

// quotes reports whether a clause repeats what was said, and not only a word.
func (s *statement) quotes(c clause) bool {
	n := 0
	for _, t := range s.tokens[c.from:c.to] {
		if t.quoted {
			n++
		}
	}
	return n > 4 || c.is(evidence)
}

// cutAt is where the suggestion in a clause begins.
func (s *statement) cutAt(c clause) int {
	for i := c.from; i < c.to; i++ {
		if s.at(i, suggest) {
			return i
		}
	}
	return c.to
}

// effects reports whether clause k says what came of something.
func (s *statement) effects(k int, improves bool) bool {
	c := s.clauses[k]
	if improves {
		c.to = s.cutAt(c)
	}
	if c.end == '?' || c.is(given) || k > 0 && s.clauses[k-1].is(given) && s.clauses[k-1].sentence == c.sentence {
		return false
	}
	if s.leaves(k, c) {
		return true
	}
	for i := c.from; i < c.to; i++ {
		switch {
		case s.zh && (s.word(i, "让") || s.word(i, "使") || s.word(i, "令") || s.word(i, "给") && c.is(past)) && s.within(i+1, c.to, 3, others) >= 0 && s.within(i+1, c.to, reach, past|effect|neg|figure|feeling) >= 0:
			return true
		case i == c.from && k > 0 && s.zh && (s.word(s.clauses[k-1].from, "由于") || s.word(s.clauses[k-1].from, "因为") || s.word(s.clauses[k-1].from, "因")) && c.is(past|neg):
			return true
		case s.word(i, "so") && !s.zh && !c.is(suggest|must) && i == c.from && k > 0 && s.within(i+2, c.to, 4, past) >= 0:
			return true
		case s.word(i, "which"):
			if i == c.from && k > 0 && s.at(i+1, past|third) && !s.word(i+1, "is") && !s.word(i+1, "was") && !s.word(i+1, "were") {
				return true
			}
		case s.word(i, "结果"):
			if i == c.from && c.to-c.from > 2 {
				return true
			}
		case s.at(i, cause):
			if c.to-i > 1 || c.to-c.from > 2 {
				return true
			}
		case s.at(i, effect) && (s.before(i, reach, others|thing|self) >= 0 || k > 0 && s.clauses[k-1].is(past|figure|occasion|neg) && !s.clauses[k-1].is(grievance)):
			return true
		case !s.zh && (i == c.from || i == c.from+1 && k > 0 && s.at(c.from, article|figure)) && s.at(i, others) && !s.at(i, self|never) && s.within(i+1, c.to, 4, bad|feeling|effect) >= 0:
			return true
		case !s.zh && (s.word(i, "and") || s.word(i, "so")) && (s.word(i+1, "it") || s.word(i+1, "that") || s.word(i+1, "this")) && c.is(past) && s.at(i+2, past|cause|effect) && i+3 < c.to && !s.word(i+2, "was") && !s.word(i+2, "had"):
			return true // and it brought in …
		case s.word(i, "cut") && s.within(i+1, c.to, reach, figure) >= 0 && (s.word(c.from, "your") || s.word(c.from, "the")):
			return true
		case s.suffers(i, k, c):
			return true
		case s.at(i, feel) && s.within(i+1, c.to, 5, feeling) >= 0:
			return true
		case !s.zh && (s.word(i, "felt") || s.word(i, "feel") || s.word(i, "feels")) && s.at(i-1, self|others) && i+1 < c.to && !s.at(i+1, person|article|self) && (!s.word(i+1, "like") || s.at(i+2, article)):
			return true
		case !s.zh && (s.word(i, "makes") || s.word(i, "made")) && s.within(i+1, c.to, 2, others) >= 0 && !s.at(i, cause):
			return true
		case s.zh && s.at(i, feeling) && s.at(i, neg) && k > 0 && s.clauses[k-1].is(you) && !c.is(you):
			return true // 你语气一重，新来的就不敢再问
		case s.at(i, feeling) && s.before(i, reach, self|others|other) >= 0 && (s.zh && !s.at(i, verdict) || s.at(i-1, degree) && !s.at(i-1, ever|habit)):
			return true
		}
	}
	return false
}

// leaves reports whether clause k says what was left to others after what somebody did in
// the clause before: 急诊没人接药, so I can't tell, and I missed the train.
func (s *statement) leaves(k int, c clause) bool {
	if k == 0 || c.is(suggest|must|you) || c.to-c.from < 3 {
		return false
	}
	prior := s.clauses[k-1]
	if prior.is(grievance | suggest) {
		return false
	}
	if s.zh {
		unattended := s.says(c, "没人") || s.says(c, "没有人") || s.says(c, "无人")
		thanks := s.at(prior.from, cause) && s.at(prior.from, adverb) || s.word(prior.from, "有") && s.at(prior.from+1, person)
		return prior.sentence == c.sentence && (unattended && prior.is(you|occasion|figure) && !prior.is(self) || thanks && c.is(past|neg|effect|feeling|others))
	}
	i := c.from + 1
	switch {
	case (s.word(prior.from, "because") || s.word(prior.from, "since") || s.word(prior.from, "thanks to") || s.word(prior.from, "with")) && prior.is(you|other) && prior.end == ',' && (s.at(c.from, self|others) || s.at(i, others)):
		return true
	case s.word(c.from, "so") && s.at(i, self|other|others):
		return s.within(i+1, c.to, 4, neg|bad|effect|feeling|past) >= 0
	case s.word(c.from, "and") && s.at(i, self):
		return !prior.is(self) && s.within(i+1, c.to, 3, bad|effect|feeling) >= 0
	}
	return false
}

// grievance is what turns the clause that follows into more of the same.
const grievance = ever | never | nagging | why | sneer

// suffers reports whether at token i another party comes in, to which something happened:
// 产线停了, and the customer left.
func (s *statement) suffers(i, k int, c clause) bool {
	if s.zh && k > 0 && (s.word(i, "多") || s.word(i, "少")) && i > c.from && s.within(i+1, c.to, 4, figure) >= 0 {
		return !s.clauses[k-1].is(suggest) // 空运费多算了八千元
	}
	another := k > 0 && s.clauses[k-1].is(you) && s.at(i, other) && !c.is(you)
	another = another || s.zh && k > 0 && s.at(i, other) && !c.is(you) && !s.clauses[k-1].is(other)
	if !s.at(i, others) && !another || s.at(i, never) || k > 0 && s.clauses[k-1].is(grievance) || c.is(why) {
		return false
	}
	first := i - c.from
	if s.zh {
		if s.toward(i) {
			return false // 能替用户想到下一步
		}
		if k > 0 && first <= 2 && s.clauses[k-1].sentence == c.sentence && !c.is(suggest|must|you) && s.polarity(s.clauses[k-1].from-1, s.clauses[k-1].to) == bad && s.clauses[k-1].is(occasion|past) && c.to-i >= 3 {
			return true // 昨天超时，客户提早离席
		}
		return k > 0 && first <= 2 && s.clauses[k-1].sentence <= c.sentence && !s.clauses[k-1].is(suggest) && s.within(i+1, c.to, 8, past|neg|effect|feeling) >= 0
	}
	joined := k > 0 && first <= 3
	for j := i - 1; j >= max(c.from, i-3); j-- {
		joined = joined || s.word(j, "and") || s.word(j, "so")
	}
	return joined && !s.clauses[max(0, k-1)].is(suggest) && s.within(i+1, c.to, 4, past) >= 0
}

// toward reports whether the party at token i is the one for whom something is done, and
// not the one who does something.
func (s *statement) toward(i int) bool {
	for _, word := range [...]string{"替", "对", "给", "为", "向", "跟", "和", "与", "被"} {
		if s.word(i-1, word) {
			return true
		}
	}
	return false
}

// critical reports whether something is criticised.
func (s *statement) critical(r Reading) bool {
	if r.Absolute() || r.Judgemental() {
		return true
	}
	for k := range s.clauses {
		if s.polarity(s.clauses[k].from-1, s.clauses[k].to) == bad {
			return true
		}
	}
	return false
}
