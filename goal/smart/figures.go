package smart

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// cover is what a token has been read as.
type cover uint8

const (
	coverTime cover = 1 << iota
	coverFigure
	coverMethod
	coverBracket
)

// A figure is an amount in the text with the words that bind it.
type figure struct {
	from, to   int // tokens, comparators and unit included
	first      int // the token of the number itself
	low        decimal.Decimal
	high       *decimal.Decimal
	unit       string
	class      class // of the unit
	comparator Comparator
	approx     bool
	symbol     bool // the comparator is a sign
	multiple   bool // double, 翻番
	filter     bool // says which cases are meant, and is never a target
	late       bool // how fast, which comes after how many
	weak       bool // a filter, a length, a scale: a target only where there is no other
}

// findBrackets marks what stands in brackets that close.
func (s *sentence) findBrackets() {
	depth, open := 0, 0
	for i := range s.tokens {
		switch {
		case s.mark(i, '('):
			if depth == 0 {
				open = i
			}
			depth++
		case s.mark(i, ')') && depth > 0:
			depth--
			if depth == 0 && open > 0 {
				for k := open; k <= i; k++ {
					s.cover[k] |= coverBracket
				}
			}
		}
	}
}

// ends reports whether token i ends a clause.
func (s *sentence) ends(i int) bool {
	if i < 0 || i >= len(s.tokens) {
		return true
	}
	t := &s.tokens[i]
	if t.kind != markToken {
		return false
	}
	switch t.r {
	case ',', ';', '!', '?', ':', '\n', '|', '•', '*', '—', '…':
		return true
	case '。':
		return true
	case '.':
		return !s.glued(i+1) || i+1 == len(s.tokens)
	case '-':
		return !t.glued && !s.glued(i+1)
	}
	return false
}

// stops reports whether token i ends a sentence.
func (s *sentence) stops(i int) bool {
	return i < 0 || i >= len(s.tokens) || s.mark(i, ';', '!', '?', '。') || (s.mark(i, '.') && s.ends(i))
}

// findMethods marks the first piece that says by what means: 通过…, by doing ….
func (s *sentence) findMethods() {
	for i := range s.tokens {
		if s.cover[i]&(coverBracket|coverTime) != 0 {
			continue
		}
		var end int
		if s.tokens[i].han {
			end = s.hanMethod(i)
		} else {
			end = s.latinMethod(i)
		}
		if end > i+1 {
			for k := i; k < end; k++ {
				s.cover[k] |= coverMethod
			}
			return
		}
	}
}

// hanMethod is where the method that begins at token i ends, or 0.
func (s *sentence) hanMethod(i int) int {
	switch s.word(i) {
	case "通过", "靠", "依靠", "借助", "利用", "采用", "运用", "凭借", "依托", "借由", "透过", "藉由", "经由", "充分利用", "基于":
	case "在":
		if i > 0 && !s.ends(i-1) && s.cover[i-1]&coverTime == 0 {
			return 0
		}
		for k := i + 2; k < min(i+24, len(s.tokens)) && !s.ends(k); k++ {
			if s.word(k) == "基础" && s.tokens[min(k+1, len(s.tokens)-1)].r == '上' {
				return k + 2
			}
		}
		return 0
	case "以":
		for k := i + 2; k < min(i+24, len(s.tokens)) && !s.ends(k); k++ {
			switch s.word(k) {
			case "方式", "形式", "手段", "方法", "抓手", "依托", "契机":
				return k + 1
			}
		}
		return 0
	default:
		return 0
	}
	end, split, figured := i+1, 0, false
	for ; end < len(s.tokens) && end-i < 2*farthest && !s.ends(end); end++ {
		switch {
		case s.mark(end, '('):
			for end+1 < len(s.tokens) && end-i < 2*farthest && s.cover[end+1]&coverBracket != 0 {
				end++
			}
			continue
		case split > 0 && figured:
		case s.figure(end) && s.cover[end]&coverTime == 0 && split > 0:
			figured = true
		case end < i+2:
		case s.strongHold(end):
			split, figured = end, true
		case s.is(end, up|down|keep|reach) && !s.is(end, noun) && !s.is(end+1, nominal) && s.word(end+1) != "的" && s.tokens[end].han &&
			(s.is(end, up|down|keep) || s.word(end) == "实现" || s.word(end) == "达到" || s.word(end) == "完成" || s.word(end) == "确保"):
			if !s.ends(end + 1) {
				split = end
			}
		}
	}
	if s.word(i) == "通过" && s.passed(i, end) {
		return 0
	}
	if split > 0 && (figured || s.stops(end)) {
		return split
	}
	return end
}

// passed reports whether 通过 means to pass: an exam ends the clause.
func (s *sentence) passed(i, end int) bool {
	if s.is(i+1, nominal) && end <= i+3 {
		return true
	}
	last := end - 1
	for last > i && s.tokens[last].kind == markToken {
		last--
	}
	return s.is(last, exam) || (s.is(i+1, exam) && s.stops(end)) || s.is(last-1, exam)
}

// strongHold reports whether token i puts the object before the verb: 把, 将, 使.
func (s *sentence) strongHold(i int) bool {
	switch s.word(i) {
	case "把", "将", "使", "让", "令", "使得":
		return true
	}
	return false
}

// latinMethod is where the method that begins at token i ends, or 0.
func (s *sentence) latinMethod(i int) int {
	next := s.word(i + 1)
	switch s.word(i) {
	case "by":
		if s.is(i+1, adverb|degree) && !strings.HasSuffix(next, "ing") {
			next = s.word(i + 2)
		}
		if !strings.HasSuffix(next, "ing") || s.is(i+1, moment|unit) || len(next) < 5 {
			return 0
		}
	case "through", "via", "leveraging", "by means of", "with the help of", "led by", "by way of", "by using", "by use of", "driven by":
		if s.cover[i+1]&coverTime != 0 || s.count(i+1) {
			return 0
		}
	case "using":
		if s.count(i+1) || i == 0 || s.is(i+1, unit) {
			return 0
		}
	default:
		return 0
	}
	heads := i == 0
	end := i + 1
	for ; end < len(s.tokens) && end-i < 2*farthest && !s.stops(end) && !s.mark(end, '(', ')', ':'); end++ {
		if s.mark(end, ',') && (heads || s.is(end+1, up|down|keep|toward|relative) || s.cover[end+1]&coverTime != 0) {
			break
		}
		if s.cover[end]&coverTime != 0 && end > i+2 {
			if at, ok := slices.BinarySearchFunc(s.times, end, func(t timing, from int) int { return t.from - from }); ok {
				if t := s.times[at]; t.role == dueRole && t.kind != Recurring && s.is(end, deadline) && (s.stops(t.to) || s.mark(t.to, ',')) && !s.hasDueBefore(i) {
					return end
				}
			}
		}
	}
	return end
}

func (s *sentence) hasDueBefore(i int) bool {
	for _, t := range s.times[:min(len(s.times), farthest)] {
		if t.from < i && t.role == dueRole {
			return true
		}
	}
	return false
}

// findFigures reads the amounts, outside of times.
func (s *sentence) findFigures() {
	for i := 0; i < len(s.tokens); {
		if s.cover[i]&coverTime != 0 {
			i++
			continue
		}
		q, ok := s.amount(i)
		if !ok {
			i++
			continue
		}
		for k := q.from; k < q.to; k++ {
			s.cover[k] |= coverFigure
		}
		s.figures = append(s.figures, q)
		i = max(q.to, i+1)
	}
}

// value reads the number at token i: digits, Chinese or English words, a share.
func (s *sentence) value(i int) (v decimal.Decimal, percent bool, end int, ok bool) {
	if i >= len(s.tokens) || s.cover[i]&coverTime != 0 {
		return v, false, i, false
	}
	t := &s.tokens[i]
	switch {
	case t.kind == figureToken && !t.ordinal:
		v, end = t.value, i+1
		for n := 0; n < 2 && end < len(s.tokens) && s.magnitude(end) && !t.han; n++ {
			v, end = v.Mul(hundredths(s.tokens[end].n)), end+1
		}
		return v, t.percent, end, true
	case t.is(share):
		return hundredths(t.n), true, i + 1, true
	case t.is(wordNumber):
		return s.spelled(i)
	}
	return v, false, i, false
}

func hundredths(n int64) decimal.Decimal { return decimal.New(n, -2) }

// spelled reads a figure in English words: twenty-five, one hundred and fifty thousand.
func (s *sentence) spelled(i int) (v decimal.Decimal, percent bool, end int, ok bool) {
	sum, section := decimal.Zero, decimal.Zero
	end = i
	for end < len(s.tokens) && end-i < 12 {
		t := &s.tokens[end]
		switch {
		case t.is(wordNumber) && !s.magnitude(end):
			section = section.Add(hundredths(t.n))
		case s.magnitude(end) && end > i:
			scale := hundredths(t.n)
			if scale.Equal(number.Hundred) {
				section = section.Mul(scale)
			} else {
				sum, section = sum.Add(section.Mul(scale)), decimal.Zero
			}
		case (s.mark(end, '-') || s.word(end) == "and") && end > i && s.is(end+1, wordNumber) && !s.magnitude(end+1) &&
			(s.mark(end, '-') || s.magnitude(end-1)):
		default:
			return sum.Add(section), false, end, end > i
		}
		end++
	}
	return sum.Add(section), false, end, end > i
}

// amount reads the figure whose number is at token i.
func (s *sentence) amount(i int) (figure, bool) {
	if s.is(i, twice) && s.cover[i]&coverMethod == 0 {
		v := multipleOf(s.word(i))
		unit := "倍"
		if !s.zh {
			unit = "x"
		}
		q := figure{from: i, first: i, to: i + 1, low: v, unit: unit, multiple: true, comparator: Exactly}
		if v.IsZero() {
			q.multiple, q.unit = false, ""
		}
		return q, true
	}
	v, percent, end, ok := s.value(i)
	if !ok || s.titled(i, end) {
		return figure{}, false
	}
	q := figure{from: i, first: i, to: end, low: v}
	if of, _, to, ok := s.value(end + 1); ok && !percent && (s.word(end) == "in" || s.word(end) == "out of") && of.IsPositive() &&
		of.GreaterThanOrEqual(v) && of.LessThanOrEqual(number.Hundred) && v.IsInteger() && (s.ends(to) && of.GreaterThan(v) || to < len(s.tokens) && s.tokens[to].kind == wordToken && !s.is(to, preposition|joint|unit)) {
		q.low, percent, q.to = v.Mul(number.Hundred).DivRound(of, 2), true, to // nine in ten
	}
	if percent {
		q.unit, q.class = "%", unit
	}
	s.signsBefore(&q)
	s.unitAfter(&q)
	s.rangeAfter(&q)
	s.signsAfter(&q)
	if !s.stands(&q, i) {
		return figure{}, false
	}
	if q.comparator == "" {
		q.comparator = Exactly
	}
	return q, true
}

// titled reports whether the number is part of a name: version 2, Sev-1, 第3, 2.0版本.
func (s *sentence) titled(i, end int) bool {
	if s.is(i-1, label) && !s.is(end, unit|counter) && !s.mark(end, '%') && (s.tokens[i].digits >= 0 || s.word(i-1) == "第") {
		return true
	}
	if d := s.tokens[i].digits; d > 0 && d < 3 && strings.HasSuffix(s.word(i-1), " year") && s.Upper(s.tokens[i-1].to-4) {
		return true // the Year 9 reading age
	}
	if s.word(i-1) == "第" || s.mark(i-1, '#') {
		return true
	}
	if s.mark(i-1, '-') && s.glued(i-1) && s.glued(i) && i >= 2 && s.tokens[i-2].kind == wordToken && !s.tokens[i-2].han {
		return true // Sev-1
	}
	if s.mark(i-1, '.') && s.glued(i) && s.glued(i-1) {
		return true // 1.2.3
	}
	if s.mark(end, '.') && s.glued(end) && s.glued(end+1) && s.figure(end+1) {
		return true
	}
	switch s.word(end) {
	case "版", "版本", "version", "release", "代", "号线", "年级", "级等保", "号楼", "周岁", "期项目", "期工程", "percentile", "分制", "编", "大会", "方", "线城市", "线", "公里范围", "tolerance", "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "版的", "网点编号", "型", "系列":
		return true
	}
	if s.mark(end, '/', '*', '×') || s.word(end) == "x" || s.word(end) == "×" {
		switch pair := s.word(i) + "/" + s.word(end+1); pair {
		case "24/7", "7/24", "9/5", "5/8", "996/":
			return true
		}
	}
	if s.mark(i-1, '/', '*', '×') && s.glued(i) && s.figure(i-2) && s.glued(i-1) {
		return true // the scale of 4.5/5, the 24 of 7×24
	}
	switch s.word(i - 1) {
	case "per", "每", "out of":
		return true
	}
	if s.word(i-1) == "top" || s.word(i-1) == "前" {
		return false
	}
	if (s.word(i-1) == "of" || s.word(i-1) == "of the") && s.count(i-2) || s.is(i-1, article) && s.word(i-2) == "of" && s.count(i-3) {
		return true // 3 of the 5 tenders
	}
	t := &s.tokens[i]
	bare := t.kind == figureToken && t.digits >= 0 && !s.is(end, unit|orMore|orLess|about|toward) && !s.magnitude(end) && !s.mark(end, '%', '+', '/', '~')
	switch {
	case s.mark(end, ':') && s.glued(end) && s.figure(end+1) && s.glued(end+1), s.mark(i-1, ':') && s.glued(i-1) && s.glued(i) && s.figure(i-2):
		return true // 7:30
	case s.zh && bare && s.glued(end) && end < len(s.tokens) && s.tokens[end].kind == wordToken && s.word(end) != "的" && !s.is(i-1, from|toward|copula|least|most|about|money) && !s.mark(i-1, '¥') && s.tokens[end].han &&
		!s.is(end, up|down|keep|toward|from|than|current):
		return true // 12345热线, 360度评估
	case s.zh && s.word(end) == "度" && s.tokens[min(end+1, len(s.tokens)-1)].kind == wordToken && s.glued(end+1) && end+1 < len(s.tokens) && !s.is(end+1, orLess|orMore):
		return true
	case s.zh && s.is(end, brief) && s.glued(end+1) && end+1 < len(s.tokens) && s.tokens[end+1].han && t.kind == figureToken && t.value.Equal(decimal.NewFromInt(24)) &&
		!s.is(i-1, from|toward|least|most|about|copula) && !s.is(end+1, orLess|orMore|closing|up|down|keep|toward|from|than):
		return true // 24小时专线
	case !s.zh && bare && i > 0 && s.tokens[i-1].kind == wordToken && s.tokens[i-1].class == 0 && s.Upper(s.tokens[i-1].from) && !s.is(end, toward) &&
		(t.digits == 0 || t.digits < 3) && !s.mark(end, '-', '='):
		return true // Java 21, IFRS 17
	}
	if s.word(i-1) == "and" && s.figure(i-2) && s.is(i-3, label) || s.bareYear(i) && (s.word(end) == "levels" || s.word(end) == "baseline") {
		return true // scope 1 and 2; 30% below 2019 levels
	}
	if s.bareYear(i) && !s.is(i-1, toward|from|least|most|money|by|reach) && !s.is(end, unit|counter) && !s.mark(end, '%', '+') && !s.is(i-1, up|down|gain|deliver) {
		if s.zh || s.tokens[i].digits == 4 && (i == 0 || !s.is(end, 0) && end < len(s.tokens) && s.tokens[end].kind != wordToken) || s.is(i-1, preposition|article) {
			return true
		}
	}
	return false
}

// signsBefore takes in the comparators and currency before the number.
func (s *sentence) signsBefore(q *figure) {
	for n := 0; n < 5 && q.from > 0; n++ {
		i := q.from - 1
		t := &s.tokens[i]
		if s.cover[i]&(coverTime|coverFigure) != 0 || (s.is(i, noun) && !s.is(i, money)) {
			return
		}
		switch {
		case t.is(money):
			if q.unit == "" || q.unit == "元" {
				q.unit, q.class = t.unit, t.class
			}
			if s.zh && s.mark(i, '¥') {
				q.unit = "元"
			}
		case s.mark(i, '¥'):
			q.unit, q.class = "¥", money|unit
			if s.zh {
				q.unit = "元"
			}
		case t.is(least) && q.comparator == "":
			q.comparator, q.symbol = AtLeast, q.symbol || t.kind == markToken
		case t.is(most) && q.comparator == "":
			q.comparator, q.symbol = AtMost, q.symbol || t.kind == markToken
		case t.is(between):
			q.comparator = Between
		case s.word(i) == "up to" && q.comparator == "" && !s.strides(i) && !s.is(i-1, score):
			q.comparator = AtMost
		case t.is(about) && t.kind != figureToken && !t.is(current):
			q.approx = true
		case s.mark(i, '='):
		case s.mark(i, '+') && s.glued(q.from):
			if s.is(i-1, toward|copula|deadline|at) || q.from < 2 {
				q.comparator = AtLeast
			}
		case t.kind == wordToken && !t.han && (s.word(i) == "a" || s.word(i) == "an" || s.word(i) == "only" || s.word(i) == "just"):
		default:
			n = 5
			continue
		}
		q.from = i
	}
	if i := q.from - 2; s.zh && q.comparator == "" && i >= 0 && s.cover[i] == 0 && s.is(i+1, reach|deliver) { // 至少回访8位
		switch s.word(i) {
		case "至少", "最少", "起码":
			q.comparator = AtLeast
		case "至多", "最多":
			q.comparator = AtMost
		}
	}
}

// strides reports whether a verb of direction stands before token i in its clause.
func (s *sentence) strides(i int) bool {
	for k := i - 1; k >= max(i-10, 0) && !s.ends(k); k-- {
		if s.is(k, up|down) {
			return true
		}
	}
	return false
}

// unitAfter takes in the unit behind the number.
func (s *sentence) unitAfter(q *figure) {
	i := q.to
	if i >= len(s.tokens) {
		return
	}
	if s.mark(i, '-') && s.glued(i) && s.is(i+1, unit) && s.glued(i+1) && !s.zh { // a 5-point rise
		if s.is(i+1, score) || s.word(i+1) == "percent" || s.word(i+1) == "percentage-point" {
			q.unit, q.class, q.to = s.unitOf(i+1), s.tokens[i+1].class, i+2
			return
		}
	}
	if s.mark(i, '+') && s.glued(i) {
		q.comparator = AtLeast
		for s.mark(i, '+') && i < q.to+3 {
			i++
		}
		q.to = i
	}
	if s.mark(i, '/') && s.glued(i) && s.is(i+1, span) && s.glued(i+1) && q.unit == "" { // 8/week
		q.unit, q.class, q.to = "/"+s.word(i+1), unit, i+2
		return
	}
	if s.word(i) == "个" && s.is(i+1, unit) && (s.tokens[i+1].unit == "pp" || s.is(i+1, span)) {
		i++
	}
	t := &s.tokens[min(i, len(s.tokens)-1)]
	if i < len(s.tokens) && s.zh && t.kind == wordToken && !t.han && t.class == 0 && t.glued && s.tokens[i-1].digits != 0 && q.unit == "" {
		q.unit, q.class, q.to = s.unitOf(i), unit, i+1
		return
	}
	if s.word(i) == "级" && q.unit == "" && s.is(i+1, orLess) { // 管理层级压到四级以内
		q.unit, q.class, q.to = "级", unit, i+1
		return
	}
	if i >= len(s.tokens) || !t.is(unit) || s.cover[i]&coverTime != 0 || (t.is(moment) && !t.is(span)) {
		return
	}
	w := s.word(i)
	if len(w) == 1 && w != "%" && w != "$" && w != "€" && w != "£" && !s.glued(i) && (!t.is(span) || !s.ends(i+1) && !s.is(i+1, deadline|moment|toward|preposition)) {
		return // "5 x …", but "12 h within …"
	}
	if t.is(counter) && !t.han && len(w) < 3 && !s.glued(i) {
		return
	}
	if s.zh && s.is(i, noun) && !s.is(i, span|score|money) && !t.han {
		return
	}
	if q.unit != "" && t.is(money) && q.class&money != 0 && !t.han {
		q.to = i + 1
		return
	}
	if q.unit == "%" && t.unit != "pp" {
		if t.unit == "%" {
			q.to = i + 1
		}
		return
	}
	q.unit, q.class, q.to = s.unitOf(i), t.class, i+1
	if !s.zh && q.unit == "元" {
		q.unit = "RMB"
	}
	if s.zh && t.is(span) && s.figure(q.to) && s.glued(q.to) && s.word(q.to) == "半" { // 五天半
		q.low, q.to = q.low.Add(half), q.to+1
	}
	// Rates: 次/周, 元/人. English keeps the count: 5 calls per day are calls.
	if s.mark(q.to, '/') && s.glued(q.to) && s.glued(q.to+1) && q.to+1 < len(s.tokens) && s.tokens[q.to+1].kind == wordToken && q.unit != "%" {
		q.unit += "/" + s.Source[s.At[s.tokens[q.to+1].from]:s.At[s.tokens[q.to+1].to]]
		q.to += 2
	}
}

// unitOf is the unit at token i as it is written in readings.
func (s *sentence) unitOf(i int) string {
	t := &s.tokens[i]
	if t.unit != "" {
		return t.unit
	}
	w := s.Source[s.At[t.from]:s.At[t.to]]
	if t.han {
		for _, prefix := range []string{"个", "個"} {
			if cut, ok := strings.CutPrefix(w, prefix); ok && cut != "" && cut != "人" {
				return cut
			}
		}
	}
	return w
}

// rangeAfter takes in the other end of a range: 98%～99%, between 5 and 7.
func (s *sentence) rangeAfter(q *figure) {
	i := q.to
	sep := s.mark(i, '~', '-', '—') || (q.comparator == Between && (s.word(i) == "and" || s.word(i) == "to" || s.mark(i, ',') || s.word(i) == "至" || s.word(i) == "到" || s.word(i) == "和" || s.word(i) == "与"))
	loose := s.word(i) == "to" || s.word(i) == "至" || s.word(i) == "到" || s.word(i) == "or" || s.word(i) == "或" || s.word(i) == "-"
	if !sep && !loose {
		if q.comparator == Between {
			q.comparator = ""
		}
		return
	}
	j := i + 1
	for n := 0; n < 2 && (s.is(j, money) || s.mark(j, '¥', '~')); n++ {
		j++
	}
	v, percent, end, ok := s.value(j)
	if !ok || v.LessThan(q.low) {
		return
	}
	if loose && !sep {
		if s.word(i) == "or" || s.word(i) == "或" {
			if !v.Equal(q.low.Add(decimal.NewFromInt(1))) {
				return
			}
		} else if s.movesFrom(q) || s.word(q.from-1) == "by" {
			return
		}
	}
	if s.mark(i, '-') && !s.glued(i) && !s.glued(j) && s.zh && q.unit == "" {
		return
	}
	other := figure{from: j, first: j, to: end, low: v, unit: q.unit, class: q.class}
	if q.unit == "" && percent {
		other.unit = "%"
	}
	if q.class&money != 0 {
		other.unit, other.class = "", 0
	}
	if other.unit == "" || other.unit == "%" || q.class&money == 0 {
		other.unit = ""
		s.unitAfter(&other)
	}
	if other.unit != "" && q.unit != "" && other.unit != q.unit {
		return
	}
	q.high, q.to, q.comparator = new(v), other.to, Between
	if q.unit == "" {
		q.unit, q.class = other.unit, other.class
	}
	if q.class&money != 0 && s.tokens[end-1].digits < 0 && v.GreaterThan(q.low.Mul(thousand)) && s.tokens[q.first].digits > 0 {
		// $2-3M: the scale belongs to both.
		for _, scale := range []decimal.Decimal{million, thousand, billion} {
			if q.low.Mul(scale).LessThanOrEqual(v) {
				q.low = q.low.Mul(scale)
				break
			}
		}
	}
}

// movesFrom reports whether "A to B" after q's number is a movement and no range: from
// stands before, or the metric itself does.
func (s *sentence) movesFrom(q *figure) bool {
	for k := q.from - 1; k >= max(q.from-4, 0); k-- {
		switch {
		case s.is(k, from):
			return true
		case s.is(k, current|about|article|adverb):
			continue
		case s.ends(k):
			return false
		case s.is(k, up|down) && !s.is(k, noun):
			return true
		case s.tokens[k].kind == wordToken && !s.zh && !s.is(k, reach|deliver|keep|gain|preposition|copula|least|most):
			return true
		}
		return false
	}
	return false
}

// signsAfter takes in the comparators behind: 以上, or more, 左右.
func (s *sentence) signsAfter(q *figure) {
	for n := 0; n < 3 && q.to < len(s.tokens); n++ {
		i := q.to
		t := &s.tokens[i]
		if s.cover[i]&coverTime != 0 {
			return
		}
		switch {
		case s.mark(i, '+') && s.glued(i):
			q.comparator = AtLeast
		case t.is(orMore) && (t.han || t.kind == wordToken) && s.word(i) != "起" && q.comparator != AtMost:
			if !t.han && (s.word(i) == "over" || s.word(i) == "minimum" || s.word(i) == "min" || s.word(i) == "at least") && !s.ends(i+1) {
				return
			}
			if q.comparator != Between {
				q.comparator = AtLeast
			}
		case t.is(orLess) && q.comparator != AtLeast:
			if !t.han && (s.word(i) == "at most" || s.word(i) == "max" || s.word(i) == "maximum") && !s.ends(i+1) && s.tokens[min(i+1, len(s.tokens)-1)].kind == wordToken {
				return
			}
			if s.word(i) == "内" && s.is(i+1, noun) && q.class&span == 0 {
				return
			}
			if q.comparator != Between {
				q.comparator = AtMost
			}
		case t.is(about) && t.han && (s.word(i) == "左右" || s.word(i) == "上下" || s.word(i) == "前后"):
			q.approx = true
		default:
			return
		}
		q.to++
	}
}

// stands reports whether the figure counts at all, and sees whether it is a weak one.
func (s *sentence) stands(q *figure, i int) bool {
	t := &s.tokens[i]
	next := q.to
	if s.word(i-1) == "前" && (q.class == 0 || q.unit == "名" || q.unit == "位") && t.kind == figureToken && s.zh && (q.class != 0 || next >= len(s.tokens) || s.tokens[next].kind == markToken || s.is(next, unit)) {
		q.comparator, q.unit, q.class, q.from = AtMost, "名", unit|counter, i-1 // 进入前五
		return true
	}
	if t.han && !t.whole && q.unit == "" {
		if !t.value.IsZero() {
			return false
		}
		// 零: 为零, 零事故
		if !s.is(i-1, toward|copula|least|most|reach|down|keep) && !s.is(next, harm) && s.tokens[min(next, len(s.tokens)-1)].kind != wordToken {
			return false
		}
	}
	if t.han && !t.whole && t.value.Equal(decimal.NewFromInt(1)) && (q.class&counter != 0 || q.class&span != 0) && q.comparator == "" && !s.recurs(i) {
		return false
	}
	if s.is(i, wordNumber) && !s.magnitude(i) && s.tokens[i].n == 100 && s.word(i) == "one" {
		switch s.word(i + 1) {
		case "of", "another", "'s", "that", "who", "on":
			return false
		}
		if s.mark(i+1, '-') || s.is(i-1, article) {
			return false
		}
	}
	if s.word(next) == "制" || s.word(next) == "分制" || q.class&effort != 0 {
		return false
	}
	if w := s.word(next); s.zh && q.class&span != 0 && s.glued(next) && (strings.HasSuffix(w, "率") && s.is(next, noun|nominal) || w == "留存" || w == "复购") { // 入职90天留存率
		return false
	}
	if s.filters(q, i) {
		q.weak, q.filter = true, true
		return true
	}
	switch {
	case s.cover[i]&coverBracket != 0, s.cover[i]&coverMethod != 0:
		q.weak = true
	case s.zh && q.class&counter != 0 && q.comparator == "" && (s.strongHold(q.from-1) || s.word(q.from-1) == "对" || s.word(q.from-1) == "在" || s.word(q.from-1) == "为" && s.ends(q.from-2)):
		q.weak = true
	case q.class&span != 0 && s.owedAt(i) && (!s.tokens[max(q.from-1, 0)].han || !s.is(q.from-1, up|down)):
		q.late = true
	case q.class&span != 0 && s.word(next) == "的" && q.unit != "%":
		q.weak = true
	case s.word(next) == "的" && q.comparator != "" && q.unit != "%" && q.unit != "pp" && q.class&money != 0:
		q.weak = true
	case s.word(next) == "的" && q.symbol:
		q.weak = true
	case s.mark(next, '-') && s.glued(next) && s.glued(next+1) && !s.zh:
		q.weak = true
	case q.class&span != 0 && !s.zh && next < len(s.tokens) && s.tokens[next].kind == wordToken && !s.is(next, preposition|joint|toward|orLess|orMore|adverb|deadline|than|degree):
		q.weak = true // a three hour shift
	case s.tokens[max(q.from-1, 0)].kind == figureToken && q.from > 0:
		q.weak = true // 4 $50k+ deals
	case q.comparator == AtLeast && q.class&money != 0 && !s.zh && next < len(s.tokens) && s.tokens[next].kind == wordToken && !s.is(next, preposition|joint|deadline|adverb) && s.mark(next-1, '+'):
		q.weak = true
	case !s.zh && s.is(q.from-1, relative) && q.comparator != "" && q.class&span == 0:
		q.weak = true
	case !s.zh && (s.word(q.from-1) == "using" || s.word(q.from-1) == "with" || s.word(q.from-1) == "across" || s.word(q.from-1) == "having" || s.word(q.from-1) == "aged"):
		q.weak = true
	}
	return true
}

// filters reports whether the figure says which cases are meant: 超过180天的应收款,
// 3年以上老客户, contracts worth over £250k, the three squads.
func (s *sentence) filters(q *figure, i int) bool {
	next, sized := q.to, q.class&(span|money) != 0 || q.unit == "岁"
	if s.zh {
		switch s.word(q.from - 1) {
		case "近", "过去", "最近", "满":
			return q.class&span != 0
		}
		behind := next < len(s.tokens) && s.tokens[next].kind == wordToken && s.tokens[next].han && !s.is(next, verbish|adverb|modal|toward|copula|closing|joint)
		limited := s.is(next-1, orMore|orLess) && (s.word(next-1) != "内" && s.word(next-1) != "以内" && s.word(next-1) != "之内")
		return q.comparator != "" && (sized || q.symbol) && (limited || s.word(next) == "的") && behind && q.unit != "%" && !s.is(next, response)
	}
	if s.mark(next, '-') && s.glued(next) && s.glued(next+1) && next+1 < len(s.tokens) && s.tokens[next+1].kind == wordToken {
		return q.class == 0 || q.class&span != 0 // a 3-tier model
	}
	switch s.word(q.from - 1) {
	case "the", "these", "both", "those", "its":
		return q.class == 0 && s.cover[i] == 0 && s.tokens[i].kind == wordToken || s.word(q.from-1) != "the" && q.class == 0
	case "worth", "older", "aged", "valued", "older than", "with more", "priced":
		return true
	case "into":
		return s.word(i) == "one"
	}
	switch s.word(q.from) {
	case "older than", "worth over", "younger than":
		return true
	}
	return sized && q.comparator != "" && s.is(q.from-1, perCase) && q.comparator != Between && q.unit != "%" && q.class&brief == 0 && s.word(q.from) != "within" && !s.mark(q.from, '<', '>', '≤', '≥')
}

// owedAt reports whether the duration at token i is one within which something is owed:
// 48小时内, within 2 days.
func (s *sentence) owedAt(i int) bool {
	return withinWords[s.word(i-1)] || s.is(i+1, orLess) || s.is(i+2, orLess)
}

// recurs reports whether the clause before token i says how often: 每月…一次.
func (s *sentence) recurs(i int) bool {
	for k := i - 1; k >= max(i-12, 0) && !s.stops(k); k-- {
		if s.is(k, recurring) && s.tokens[k].han {
			return true
		}
	}
	return false
}

// multipleOf is what a word such as 翻番 or halve multiplies by.
func multipleOf(w string) decimal.Decimal {
	switch {
	case strings.Contains(w, "零"):
		return decimal.Zero
	case strings.Contains(w, "半"), strings.HasPrefix(w, "hal"), strings.HasSuffix(w, "half"), w == "腰斩":
		return half
	case strings.Contains(w, "两番"), strings.HasPrefix(w, "quadrupl"), strings.HasPrefix(w, "four"):
		return decimal.New(4, 0)
	case strings.Contains(w, "三番"):
		return decimal.New(8, 0)
	case strings.Contains(w, "四番"):
		return decimal.New(16, 0)
	case strings.Contains(w, "两倍"), strings.Contains(w, "2倍"), strings.HasPrefix(w, "tr"), strings.HasPrefix(w, "three"), strings.HasPrefix(w, "3"):
		return decimal.New(3, 0)
	case strings.Contains(w, "三倍"), strings.Contains(w, "3倍"):
		return decimal.New(4, 0)
	case strings.HasPrefix(w, "five"):
		return decimal.New(5, 0)
	case strings.HasPrefix(w, "ten"):
		return tenth
	}
	return two
}

// magnitude reports whether token i is hundred, thousand, million or billion.
func (s *sentence) magnitude(i int) bool {
	if !s.is(i, wordNumber) {
		return false
	}
	switch s.tokens[i].n {
	case 10_000, 100_000, 100_000_000, 100_000_000_000:
		return true
	}
	return false
}
