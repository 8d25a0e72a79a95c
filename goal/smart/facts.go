package smart

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// mostFacts is how many facts a reading has at most: more than any sentence that people write.
const mostFacts = 100

// assemble makes facts of the figures: which is where it stands, which is where it is to go.
func (s *sentence) assemble(r *Reading) {
	s.chooseDue(r)
	for i := range s.tokens {
		if s.cover[i]&coverMethod != 0 {
			end := i
			for end < len(s.tokens) && s.cover[end]&coverMethod != 0 {
				end++
			}
			r.Method = s.spanOf(phrase{i, end})
			break
		}
	}
	facts := s.pair()
	strong := slices.ContainsFunc(facts, func(f draft) bool { return !f.weak && f.target != nil })
	for _, q := range s.figures {
		for k := q.from; q.filter && k < q.to; k++ {
			s.cover[k] &^= coverFigure
		}
	}
	if strong { // a filter is part of the metric: shops with 5+ tills
		for _, q := range s.figures {
			for k := q.from; (q.weak || q.late) && k < q.to && s.cover[k]&(coverBracket|coverMethod) == 0; k++ {
				s.cover[k] &^= coverFigure
			}
		}
	}
	for _, f := range facts {
		if f.target == nil || (f.weak && strong && !f.extra) || f.target.filter {
			continue
		}
		if len(r.Facts) == mostFacts {
			break
		}
		r.Facts = append(r.Facts, s.fact(f, r))
	}
	if len(r.Facts) == 0 {
		r.Facts = s.zeros()
	}
	if len(r.Facts) == 0 && !s.zh {
		r.Facts = s.eliminated()
	}
	if len(r.Facts) == 0 {
		r.Facts = s.universals()
	}
}

// chooseDue takes the time that says when: outright before recurring, main text before
// brackets and method.
func (s *sentence) chooseDue(r *Reading) {
	best, rank := -1, 99
	for i, t := range s.times {
		if t.role != dueRole {
			continue
		}
		at := 0
		if t.kind == Recurring {
			at = 10
			if t.weak {
				at = 12
			}
		} else if t.weak {
			at = 1
		}
		switch {
		case s.cover[t.from]&coverBracket != 0 && t.kind == Recurring, s.cover[t.from]&coverMethod != 0 && t.kind == Recurring:
			continue
		case s.cover[t.from]&coverBracket != 0:
			at += 3
		case s.cover[t.from]&coverMethod != 0:
			at += 5
		}
		if at < rank {
			best, rank = i, at
		}
	}
	if best >= 0 {
		t := s.times[best]
		for t.from < t.to-1 && s.mark(t.from, '(') {
			t.from++
		}
		s.due = best
		r.Due = &Due{Span: s.spanOf(phrase{t.from, t.to}), Kind: t.kind}
	} else {
		s.due = -1
	}
}

// A draft is a fact in tokens.
type draft struct {
	target, base *figure
	weak, extra  bool
}

// pair goes through the figures in order and finds for each target its baseline.
func (s *sentence) pair() []draft {
	var facts []draft
	var base *figure
	for i := range s.figures {
		q := &s.figures[i]
		var next *figure
		if i+1 < len(s.figures) {
			next = &s.figures[i+1]
		}
		switch {
		case s.denies(q):
			continue
		case s.baseline(q, next):
			// A baseline that stands behind its target: (currently 40 %), up from 40 %.
			if last := len(facts) - 1; last >= 0 && facts[last].base == nil && s.behind(q, facts[last].target, next) {
				facts[last].base = q
				continue
			}
			base = q
			continue
		}
		f := draft{target: q, base: base, weak: q.weak, extra: s.cover[q.first]&(coverBracket|coverMethod) != 0}
		if base != nil && q.weak && !base.weak && s.cover[q.first]&coverBracket != 0 {
			f.base = nil
		} else {
			base = nil
		}
		if f.base != nil && !q.filter {
			q.weak, f.weak = false, f.base.weak
		}
		facts = append(facts, f)
	}
	// Main facts first, those of brackets and method after them.
	slices.SortStableFunc(facts, func(a, b draft) int { return rankOf(a) - rankOf(b) })
	if n := len(facts); n > 1 && n < farthest {
		facts = slices.DeleteFunc(facts, func(f draft) bool { return f.target.multiple && f.base == nil && s.levelled(f, facts) })
	}
	return facts
}

// levelled reports whether a multiple such as double is told again in figures, from 10 to 20.
func (s *sentence) levelled(f draft, facts []draft) bool {
	for _, other := range facts {
		if other.base != nil && other.target.first > f.target.first && other.target.first-f.target.first < farthest/2 {
			return true
		}
	}
	return false
}

// rankOf puts first what the goal says outright, then how fast, then what stands in
// brackets and in the method.
func rankOf(f draft) int {
	switch {
	case !f.weak && f.target.late && f.base == nil:
		return 1
	case !f.weak:
		return 0
	case !f.extra:
		return 1
	}
	return 2
}

// denies reports whether a figure is nobody's target: an industry's average.
func (s *sentence) denies(q *figure) bool {
	if s.cover[q.first]&coverBracket == 0 {
		return false
	}
	for k := q.from - 1; k >= max(q.from-6, 0) && !s.mark(k, '('); k-- {
		switch s.word(k) {
		case "industry", "benchmark", "行业", "industry avg", "industry average", "行业平均", "满分", "out of", "权重", "weight", "weighted":
			return true
		}
	}
	return false
}

// baseline reports whether q is where things stand.
func (s *sentence) baseline(q, next *figure) bool {
	if q.multiple || q.filter || q.unit == "x" {
		return false
	}
	if i := s.afterBrackets(q.to); s.is(i, toward) && s.tokens[i].kind == markToken && next != nil {
		return true // an arrow follows
	}
	if s.word(q.to) == "-" && s.mark(q.to+1, '>') {
		return true
	}
	seenCurrent := false
	for k := q.from - 1; k >= max(q.from-7, 0); k-- {
		switch {
		case s.cover[k]&coverTime != 0, s.is(k, about), s.is(k, article), s.word(k) == "的", s.is(k, money), s.is(k, adverb) && !s.is(k, current|than):
			if s.is(k, past) || s.pastTime(k) {
				seenCurrent = true
			}
			if s.is(k, about) && s.is(k, current) && s.word(k) != "平均" && s.word(k) != "average" {
				return true
			}
			continue
		case s.is(k, from):
			return s.word(k) != "自" || next != nil
		case s.is(k, current) && s.word(k) != "平均" && s.word(k) != "average":
			if s.zh && s.tokens[k].glued && s.is(k-1, than) {
				return true
			}
			return true
		case s.is(k, current):
			continue
		case s.is(k, than) && k == q.from-1:
			return s.is(k, than) && !s.is(k, least|most)
		case s.is(k, copula), s.is(k, score), s.mark(k, ':'):
			continue
		case s.tokens[k].kind == wordToken && !s.is(k, verbish) && s.cover[q.first]&coverBracket != 0:
			continue
		}
		break
	}
	if seenCurrent && s.cover[q.first]&coverBracket != 0 {
		return true
	}
	// 从 stands before the metric: 由原来的平均处理时长48小时缩短到24小时; A提升到B.
	if s.zh && next != nil && next.from-q.to <= 4 && next.from > q.to && !q.weak && q.comparator == Exactly {
		moved := false
		for k := q.to; k < next.from; k++ {
			if s.ends(k) || s.cover[k]&coverTime != 0 {
				return false
			}
			if s.is(k, up|down) && s.leads(k) || s.word(k) == "提到" || s.is(k, toward) && s.tokens[k].han && k > q.to {
				moved = true
			}
		}
		return moved && (q.unit == next.unit || q.unit == "" || next.unit == "")
	}
	if !s.zh && next != nil && s.word(q.to) == "to" && next.from == q.to+1 && !q.weak && s.word(q.from-1) != "by" {
		return true
	}
	return false
}

// pastTime reports whether token k is part of a time that is over.
func (s *sentence) pastTime(k int) bool {
	for _, t := range s.times[:min(len(s.times), farthest)] {
		if t.from <= k && k < t.to {
			return t.role == elseRole
		}
	}
	return false
}

// leads reports whether the verb at token k ends in a word for to: 降到, 提升至.
func (s *sentence) leads(k int) bool {
	if s.is(k+1, toward) && s.tokens[min(k+1, len(s.tokens)-1)].han {
		return true
	}
	if k < 0 || k >= len(s.tokens) || !s.tokens[k].han {
		return false
	}
	switch s.Runes[s.tokens[k].to-1] {
	case '到', '至', '在', '为', '达', '于':
		return true
	}
	return false
}

func (s *sentence) afterBrackets(i int) int {
	for end := i + farthest; i < len(s.tokens) && i < end && s.cover[i]&coverBracket != 0; {
		i++
	}
	return i
}

// behind reports whether the baseline q belongs to the target before it.
func (s *sentence) behind(q, target *figure, next *figure) bool {
	if q.from-target.to > farthest/2 {
		return false
	}
	if s.cover[q.first]&coverBracket != 0 && s.cover[target.first]&coverBracket == 0 {
		return true
	}
	if next != nil && (s.is(next.from-1, toward) || s.leads(next.from-1) || s.is(s.afterBrackets(q.to), toward)) {
		return false
	}
	for k := target.to; k < q.from; k++ {
		if s.stops(k) {
			return false
		}
	}
	return true
}

// fact makes a fact of a draft: its metric, direction and kind.
func (s *sentence) fact(f draft, r *Reading) Fact {
	q := f.target
	first := q
	if f.base != nil && f.base.first < q.first {
		first = f.base
	}
	lead := s.leading(q, first)
	out := Fact{Target: s.amountOf(q), Comparator: q.comparator, Approx: q.approx, Kind: Level}
	if q.symbol && !lead.toward && lead.verb != nil {
		lead.level = true
	}
	s.measureKind(&out, q, lead, f.base)
	p, behind := s.metricOf(q, first, &out, lead)
	if p.empty() && len(r.Facts) > 0 && s.cover[q.first]&coverBracket == 0 {
		out.Metric = r.Facts[len(r.Facts)-1].Metric
	} else {
		out.Metric = s.spanOf(p)
	}
	if f.base != nil {
		out.Baseline = s.amountOf(f.base)
		if out.Kind == Delta && (lead.toward || lead.verb == nil) {
			out.Kind = Level
		}
	}
	s.units(&out, q, f.base, p, behind)
	s.direct(&out, q, lead, r, behind)
	return out
}

func (s *sentence) amountOf(q *figure) *Amount {
	return &Amount{Value: q.low, High: q.high, Unit: q.unit, Span: s.spanOf(phrase{q.from, q.to})}
}

// A lead is what the words before a figure say of it.
type lead struct {
	verb     *token // the nearest verb of direction
	at       int
	toward   bool // to, 至
	by       bool
	level    bool // a comparator stands between verb and figure, with the metric
	adjacent bool
	reached  bool // a verb of reaching is nearer than the direction
	keeps    bool
	gains    bool
	named    bool // any verb at all
	copular  bool
	bring    bool // bring, get, take
	downward bool // down to …
	upward   bool // up to …
}

func (s *sentence) leading(q, first *figure) lead {
	var l lead
	l.at = -1
	begin := s.clause(first.from)
	k := q.from - 1
	// The small words at the figure itself.
	if s.is(q.first, wordNumber|unit) || q.comparator != Exactly {
		for m := q.from; m < q.first; m++ {
			if s.word(m) == "控制在" || s.word(m) == "限制在" || s.word(m) == "控制在了" {
				l.keeps, l.toward = true, true
			}
		}
	}
	for n := 0; n < 5 && k >= begin; n++ {
		switch {
		case s.word(k) == "by":
			l.by = true
		case s.word(k) == "down to", s.word(k) == "up to":
			l.downward, l.upward, l.toward = s.word(k) == "down to", s.word(k) == "up to", true
		case s.cover[k]&coverTime != 0:
		case s.is(k, toward) || s.leads(k) && s.is(k, up|down|reach|keep):
			l.toward = l.toward || !s.mark(k, '~')
		case s.is(k, copula):
			l.copular = true
		case s.is(k, adverb|about|current|article|at|least|most) && !s.is(k, up|down|gain):
		case s.word(k) == "的":
		default:
			n = 5
			continue
		}
		if s.is(k, up|down|gain) {
			break
		}
		k--
	}
	content, inner := 0, false
	for k = q.from - 1; k >= begin && q.from-k < farthest; k-- {
		if s.cover[k]&coverTime != 0 || s.cover[k]&coverMethod != 0 && s.cover[q.first]&coverMethod == 0 || s.cover[k]&coverBracket != 0 && s.cover[q.first]&coverBracket == 0 {
			continue
		}
		inner = inner || s.word(k) == "的"
		if s.tokens[k].kind == wordToken && !s.is(k, binding|verbish|article) {
			content++
		}
		if s.is(k, up|down|keep|gain) && !s.bound(k) && !s.noun(k) && (s.word(k) != "added" || !s.participle(k, q)) && (!s.is(k, soft|broad) || s.tokens[k].han) {
			if l.verb == nil {
				l.verb, l.at = &s.tokens[k], k
				l.adjacent = content == 0
				l.keeps = l.keeps || s.is(k, keep) && !s.is(k, up|down)
				l.gains = s.is(k, gain)
			}
			l.named = true
			break
		}
		if s.is(k, reach|deliver) && !s.bound(k) {
			switch s.word(k) {
			case "bring", "get", "bringing", "getting", "take", "drive", "打到", "干到":
				l.bring = true
			}
			if w := s.word(k); w == "hold" || w == "holding" {
				switch s.word(q.from - 1) {
				case "at", "below", "under", "to":
					l.keeps = true
				}
				l.keeps = l.keeps || (q.comparator == AtMost || q.comparator == AtLeast && q.unit != "") && content > 0
			}
			assured := s.tokens[k].han && (s.is(k, helper) || inner) && q.comparator == AtMost // 确保不超过, 处理投诉的时间不超过
			l.named = l.named || !s.participle(k, q) && s.word(k+1) != "的" && !assured
			if s.tokens[k].han && content <= 0 {
				l.reached = true
			}
			if s.zh && !s.is(k, noun) && l.verb == nil && s.strong(k) {
				l.reached = true
				break
			}
		}
	}
	return l
}

// noun reports whether an English verb of direction at token k is a noun: inventory shrink at 2%.
func (s *sentence) noun(k int) bool {
	if s.tokens[k].han {
		return false
	}
	switch s.word(k - 1) {
	case "of", "per":
		return !strings.HasSuffix(s.word(k), "ing")
	case "":
		if s.is(k+1, most|least) && s.tokens[k+1].kind == markToken {
			return true
		}
	}
	if k == 0 || s.tokens[k-1].kind != wordToken || s.is(k-1, verbish|adverb|modal|article|joint|preposition|pronoun|degree|label) || s.ends(k-1) {
		return false
	}
	w := s.word(k)
	return (s.is(k+1, most|least|copula) || s.word(k+1) == "at" || s.word(k+1) == "within") && w != "down" && w != "up" && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "s")
}

// participle reports whether the verb at token k only says of what the metric is, where a
// cap follows: refunds issued in no more than 3 days, 客服人均日接待不超过70单.
func (s *sentence) participle(k int, q *figure) bool {
	if w := s.word(k); q.comparator == AtMost && k == q.from-1 && (w == "spend" || w == "use" || w == "have" || w == "accept" || w == "allow" || w == "miss") {
		return true // spend no more than 10 hours
	}
	if q.comparator != AtMost || s.isVerbFirst(k) || k == 0 || s.word(q.from) == "前" {
		return false
	}
	if s.tokens[k].han {
		return k == q.from-1 && !s.leads(k) && !s.strong(k) && s.content(k-1, k) && s.word(q.from) != "控制在"
	}
	return strings.HasSuffix(s.word(k), "ed") || s.is(k, done) || s.word(k-1) == "to" && s.is(k-2, broad|soft)
}

// strong reports whether the verb at token k takes the figure for itself, so that no
// direction before it counts: 完成, 实现.
func (s *sentence) strong(k int) bool {
	switch s.word(k) {
	case "完成", "实现", "达成", "达到", "举办", "组织", "开展":
		return true
	}
	return false
}

// measureKind tells a level from a change and a multiple.
func (s *sentence) measureKind(out *Fact, q *figure, l lead, base *figure) {
	directed := l.verb != nil && l.verb.is(up|down)
	switch {
	case q.multiple:
		out.Kind = Multiple
	case q.unit == "倍" || q.unit == "x":
		out.Kind = Multiple
		if q.unit == "倍" && directed && !l.toward {
			out.Target.Value = q.low.Add(decimal.NewFromInt(1))
		}
	case l.gains:
		out.Kind = Delta
	case l.by && !l.toward:
		out.Kind = Delta
	case directed && l.adjacent && q.class&money != 0 && strings.HasPrefix(s.word(l.at), "rais"): // to raise money
		out.Direction = Reach
	case directed && l.adjacent && q.class&money != 0 && s.word(l.at) == "save" && (s.word(q.to) == "for" || s.word(q.to) == "towards" || s.word(q.to) == "toward" || s.word(q.to) == "for a"): // put by
		out.Direction = Reach
	case q.unit == "pp" && !l.toward:
		out.Kind = Delta
	case directed && !l.toward && !l.level && base == nil:
		out.Kind = Delta
		if !l.adjacent && q.comparator != Exactly && q.unit != "pp" && s.zh {
			out.Kind = Level
		}
		if !s.zh && !l.by && q.unit != "%" && q.class&(money|span) == 0 && !l.adjacent {
			out.Kind = Level
		}
	case directed && !l.toward && base != nil && s.zh && l.adjacent && l.at > base.first:
		out.Kind = Delta
	}
}

// metricOf finds what the figure measures; behind: it stands behind the figure.
func (s *sentence) metricOf(q, first *figure, out *Fact, l lead) (p phrase, behind bool) {
	begin := s.clause(first.from)
	if first == q { // not beyond a figure before it in the same clause
		at, _ := slices.BinarySearchFunc(s.figures, q.first, func(o figure, first int) int { return o.first - first })
		for i := at - 1; i >= 0; i-- {
			if o := &s.figures[i]; o.to <= q.from && o.to > begin && s.cover[o.first]&coverBracket == 0 && s.cover[o.first]&coverFigure != 0 {
				if s.content(o.to, q.from) {
					begin = o.to
				}
				break
			}
			if q.from-s.figures[i].to > farthest {
				break
			}
		}
	}
	limit := first.from
	if s.zh && s.word(limit-1) == "的" { // 控制在预算的95%以内: of the budget
		for k := limit - 2; k >= begin; k-- {
			if s.is(k, toward|most|least) && s.tokens[k].han || s.leads(k) && s.is(k, up|down|keep|reach) {
				limit = k
				break
			}
		}
	}
	pre := s.before(begin, limit)
	post := s.after(q.to, q.first)
	if s.zh && !pre.empty() && !post.empty() && (s.word(pre.to-1) == "后" || s.word(pre.to-1) == "之后" || s.cycle(pre.to-1) && q.class&span != 0) {
		pre = phrase{pre.from, pre.from} // 月结后3个工作日内出报表
	}
	if pre.empty() && begin > 0 && s.mark(begin-1, ':', '-', '|', '—') && (post.empty() || q.unit != "") { // NPS: 22 → 35
		pre = s.before(s.clause(begin-1), begin-1)
	}
	if s.zh {
		if q.unit == "%" && pre.empty() && !post.empty() {
			if done := s.doneBy(post.from); !done.empty() {
				return done, true
			}
		}
		if deed, ok := s.deed(q, pre, post); ok {
			return deed, false
		}
	} else {
		if noun, ok := s.change(post, out); ok {
			return noun, true
		}
	}
	if q.multiple && !s.zh {
		if w := s.word(q.first); strings.HasPrefix(w, "in half") || strings.HasPrefix(w, "by") || post.empty() {
			return pre, false
		}
		return s.trimLatin(post), true
	}
	switch {
	case post.empty():
		return pre, false
	case pre.empty():
		return post, true
	case s.zh:
		counted := q.class&counter != 0 || q.unit == ""
		switch {
		case s.word(q.to) == "的" && q.comparator != AtMost && !s.onlySoft(post):
			return post, true
		case s.word(q.to) == "的" && s.onlySoft(post): // 回到3%的水平
			return pre, false
		case first != q:
			return pre, false
		case l.verb != nil && l.adjacent && l.verb.is(up|down) && !counted:
			return pre, false
		case l.adjacent && l.verb != nil && l.verb.is(up|down|keep) && s.content(pre.from, pre.to):
			return pre, false
		case counted:
			return post, true
		case l.toward, q.comparator != Exactly:
			return pre, false
		case q.unit == "%" && s.is(post.from, universal|modal|copula):
			return pre, false
		}
		if s.tight(q, pre) {
			return pre, false
		}
		return post, true
	}
	switch {
	case first != q:
		return pre, false
	case l.toward && !s.onlyVerb(pre), l.by, l.copular && !s.onlyVerb(pre):
		if q.class&unit == 0 && q.unit == "" && !s.is(q.from-1, toward|copula|by) {
			return post, true
		}
		if l.toward && s.word(q.from-1) == "to" && q.unit == "" && q.class == 0 && plural(s.head(post)) {
			return post, true
		}
		return pre, false
	case s.is(q.from-1, preposition) && s.word(q.from-1) == "of", s.word(q.from-1) == "at", s.word(q.from-1) == "above", s.word(q.from-1) == "below":
		if q.unit != "" || q.class != 0 {
			return pre, false
		}
	case s.shared(q) && !s.onlyVerb(pre):
		return pre, false
	case q.symbol && (s.tokens[q.to-1].kind == markToken || q.unit != "") && q.comparator != Between:
		return pre, false
	case (q.comparator == AtMost || q.comparator == AtLeast) && l.verb != nil && l.verb.is(keep):
		if q.unit != "" {
			return pre, false
		}
	}
	return s.trimLatin(post), true
}

// deed reads what is done so often or so much, where its verb stands at the figure:
// 对客户每月拜访一次, 人均接待不超过70单, and what is to be among the first: 排名进入前三.
func (s *sentence) deed(q *figure, pre, post phrase) (phrase, bool) {
	last := q.from - 1
	for last > 0 && s.cover[last]&coverTime != 0 { // 检查每月两次
		last--
	}
	if s.word(q.from) == "前" {
		for k := pre.from; k < pre.to; k++ {
			if s.is(k, reach|keep|least) && !s.bound(k) && k > pre.from {
				return phrase{pre.from, k}, true
			}
		}
		return pre, false
	}
	if !s.is(last, reach|deliver) || s.cover[last] != 0 || s.is(last, toward|least|helper) || s.leads(last) || s.tokens[last].to-s.tokens[last].from < 2 {
		return pre, false
	}
	switch {
	case pre.to != last || pre.empty():
		return phrase{last, last + 1}, post.empty() && q.class&counter != 0 && occasion(q.unit)
	case s.participle(last, q):
	case !post.empty() || !occasion(q.unit):
		return pre, false
	}
	switch s.word(pre.from - 1) {
	case "对", "与", "跟", "同", "和", "向", "给", "为":
		return phrase{last, last + 1}, true
	}
	for k := pre.from; k < pre.to; k++ {
		switch s.word(k) {
		case "对", "与", "跟", "同", "向", "给":
			return phrase{last, last + 1}, true
		}
	}
	return phrase{pre.from, last + 1}, true
}

// doneBy finds what is done by the people at token i: 八成学生能完成自学任务.
func (s *sentence) doneBy(i int) phrase {
	for k := i + 1; k < min(i+8, len(s.tokens)) && !s.ends(k); k++ {
		switch s.word(k) {
		case "完成", "通过", "掌握", "参加", "取得", "参与", "考取", "接受":
			if p := s.after(k+1, i); s.content(p.from, p.to) {
				return p
			}
			return phrase{}
		}
	}
	return phrase{}
}

// occasion reports whether a unit counts how often.
func occasion(unit string) bool {
	switch unit {
	case "次", "回", "趟", "轮", "遍":
		return true
	}
	return false
}

// shared reports whether what stands behind the figure says only of what it is a part, or of
// which cases it holds: below 1.2% of input weight, for 95% of patients, within 3 days of a visit.
func (s *sentence) shared(q *figure) bool {
	if q.unit == "" && s.word(q.from) != "within" {
		return false
	}
	last := q.from - 1
	switch {
	case s.word(last) == "for", s.word(last) == "in" && q.unit == "%":
		return true
	case q.comparator == AtMost, q.comparator == AtLeast:
		return !s.is(last, verbish|preposition|joint) || s.is(last, noun|soft|broad) || s.is(last, reach|deliver) && !s.isVerbFirst(last)
	}
	return false
}

func (s *sentence) onlyVerb(p phrase) bool { return !s.content(p.from, p.to) }

// tight reports whether the metric before the figure touches it: 销售额500万元.
func (s *sentence) tight(q *figure, pre phrase) bool {
	for k := pre.to; k < q.from; k++ {
		if s.cover[k]&coverBracket == 0 && !s.mark(k, ':') && !s.is(k, copula) {
			return false
		}
	}
	return s.is(pre.to-1, nominal|broad|soft|score|noun) || q.class&money != 0
}

func (s *sentence) trimLatin(p phrase) phrase {
	for k := p.from + 1; k < p.to; k++ {
		if s.is(k, preposition) && s.word(k) != "of" {
			return phrase{p.from, k}
		}
	}
	return p
}

// change reads "10% increase in sales": the noun gives the direction.
func (s *sentence) change(post phrase, out *Fact) (phrase, bool) {
	if post.empty() {
		return post, false
	}
	var d Direction
	k := post.to - 1
	if w := s.word(post.from); changeNouns[w] != "" {
		d, k = changeNouns[w], post.from
	} else if w := s.word(k); changeNouns[w] != "" {
		d = changeNouns[w]
	} else {
		return post, false
	}
	next := s.word(post.to)
	if k == post.from && post.to > post.from+1 { // increase of/in X inside the phrase
		k = post.from
	}
	out.Kind, out.Direction = Delta, d
	if out.Target.Unit == "x" || out.Target.Unit == "倍" {
		out.Kind = Multiple
	}
	if k == post.from && s.word(k+1) == "of" {
		return s.after(k+2, post.from), true
	}
	if next == "in" || next == "of" || next == "to" || next == "for" || next == "on" || next == "across" {
		if p := s.after(post.to+1, post.from); !p.empty() {
			return s.trimLatin(p), true
		}
	}
	if k > post.from {
		return phrase{post.from, k}, true
	}
	return phrase{}, false
}

var changeNouns = map[string]Direction{
	"increase": Increase, "increases": Increase, "growth": Increase, "rise": Increase, "improvement": Increase, "uplift": Increase, "lift": Increase, "boost": Increase, "gain": Increase, "jump": Increase, "raise": Increase,
	"decrease": Decrease, "decreases": Decrease, "reduction": Decrease, "reductions": Decrease, "decline": Decrease, "drop": Decrease, "cut": Decrease, "saving": Decrease, "savings": Decrease,
	"higher": Increase, "lower": Decrease, "faster": Increase, "fewer": Decrease, "less": Decrease, "more": Increase,
}

// units fills in the unit that the metric implies.
func (s *sentence) units(out *Fact, q, base *figure, p phrase, behind bool) {
	t := out.Target
	if base != nil {
		if t.Unit == "" && base.unit != "" {
			t.Unit = base.unit
		}
		if out.Baseline.Unit == "" {
			out.Baseline.Unit = t.Unit
		}
	}
	if t.Unit != "" || out.Kind == Multiple {
		return
	}
	scored := false
	for k := p.from; k < p.to; k++ {
		scored = scored || s.is(k, score)
	}
	switch {
	case scored && s.zh:
		t.Unit = "分"
	case scored:
		t.Unit = "points"
	case s.zh && s.hanPhrase(p):
		t.Unit = s.impliedCounter(p, q)
	case s.zh:
	case behind || q.comparator != "":
		head := s.head(p)
		if t.Value.Equal(decimal.NewFromInt(1)) && q.high == nil && head != "" && !strings.HasSuffix(head, "s") {
			head += "s"
		}
		if behind || plural(head) {
			t.Unit = head
		}
	}
	if out.Baseline != nil && out.Baseline.Unit == "" {
		out.Baseline.Unit = t.Unit
	}
}

func plural(w string) bool {
	return len(w) > 2 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

func (s *sentence) hanPhrase(p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if s.tokens[k].han {
			return true
		}
	}
	return false
}

// impliedCounter is the counter that a Chinese figure without one has in mind.
func (s *sentence) impliedCounter(p phrase, q *figure) string {
	for k := p.to - 1; k >= p.from; k-- {
		switch w := s.word(k); {
		case strings.HasSuffix(w, "次数"):
			return "次"
		case strings.HasSuffix(w, "人数"), strings.HasSuffix(w, "员数"):
			return "人"
		case strings.HasSuffix(w, "天数"):
			return "天"
		case strings.HasSuffix(w, "件数"):
			return "件"
		case w == "事故", w == "事件", w == "安全事故", w == "责任事故", w == "重大事故", w == "医疗事故", w == "投诉", w == "客诉":
			return "起"
		}
	}
	if q.low.IsInteger() && q.low.LessThan(tenK) && q.comparator != Exactly {
		return "个"
	}
	return ""
}

// direct tells where the figure is to go.
func (s *sentence) direct(out *Fact, q *figure, l lead, r *Reading, behind bool) {
	if out.Direction != "" && (out.Kind != Level || out.Direction == Reach) {
		return
	}
	inherited := len(r.Facts) > 0 && out.Metric == r.Facts[len(r.Facts)-1].Metric && out.Metric != Span{}
	switch {
	case out.Kind == Multiple:
		out.Direction = Increase
		if q.low.LessThan(decimal.NewFromInt(1)) || l.verb != nil && l.verb.is(down) {
			out.Direction = Decrease
		}
	case out.Baseline != nil && out.Baseline.Unit == out.Target.Unit && !out.Baseline.Value.Equal(out.Target.Value):
		out.Direction = Increase
		if out.Target.Value.LessThan(out.Baseline.Value) {
			out.Direction = Decrease
		}
		if out.Kind == Delta && l.verb != nil && l.verb.is(down) {
			out.Direction = Decrease
		} else if out.Kind == Delta {
			out.Direction = Increase
		}
	case out.Baseline != nil && out.Baseline.Unit != out.Target.Unit:
		out.Direction = Decrease
		if l.verb != nil && l.verb.is(up) {
			out.Direction = Increase
		}
	case l.upward && l.verb == nil:
		out.Direction = Increase
	case l.keeps:
		out.Direction = Maintain
	case l.verb != nil && l.verb.is(down) && !l.verb.is(up):
		out.Direction = Decrease
	case l.verb != nil && l.verb.is(up|gain):
		out.Direction = Increase
	case inherited && l.toward:
		out.Direction = r.Facts[len(r.Facts)-1].Direction
	case out.Kind == Delta:
		out.Direction = Increase
	case q.low.IsZero() && q.high == nil && !s.is(q.first, twice):
		out.Direction = Maintain
		if l.named && !l.reached && !s.zh {
			out.Direction = Reach
			if s.word(q.from-1) != "" && s.is(s.clause(q.from), reach) || !behind {
				out.Direction = Decrease
			}
		}
	case out.Comparator == AtMost && l.bring, l.downward, s.is(q.first, twice) && q.low.IsZero():
		out.Direction = Decrease
	case q.late && out.Kind == Level && q.comparator == AtMost:
		out.Direction = Maintain
	case out.Comparator == AtMost && !l.named:
		out.Direction = Maintain
	case out.Comparator == Between && !l.named && !behind:
		out.Direction = Maintain
	default:
		out.Direction = Reach
	}
}

// zeros reads what there is to be none of: 无重大安全事故, 不发生, no lost-time injuries.
func (s *sentence) zeros() []Fact {
	for i := range s.tokens {
		if !s.is(i, none) || s.cover[i] != 0 || (s.tokens[i].han && !s.tokens[i].glued && i > 0 && !s.ends(i-1)) {
			continue
		}
		end, harmful := i+1, false
		for end < len(s.tokens) && end-i < 10 && s.tokens[end].kind == wordToken && s.cover[end]&(coverTime|coverBracket) == 0 && !s.is(end, preposition|joint|modal) {
			harmful = harmful || s.is(end, harm)
			end++
			if harmful {
				break
			}
		}
		if bare := s.word(i) == "no" && i == 0 && end > 2 && plural(s.word(end-1)); !harmful && s.word(i) != "零发生" && !bare {
			continue
		}
		p := phrase{i + 1, end}
		if before := s.before(s.clause(i), i); s.word(i) == "零发生" {
			p = before
		}
		f := Fact{
			Metric: s.spanOf(p), Kind: Level, Comparator: Exactly, Direction: Maintain,
			Target: &Amount{Span: s.spanOf(phrase{i, i + 1})},
		}
		if s.zh {
			f.Target.Unit = s.impliedCounter(p, &figure{comparator: Exactly})
		}
		return []Fact{f}
	}
	return nil
}

// eliminated reads what an English goal does away with, where that can be counted.
func (s *sentence) eliminated() []Fact {
	for i := range s.tokens {
		if w := s.word(i); !strings.HasPrefix(w, "eliminat") && !strings.HasPrefix(w, "eradicat") || s.cover[i] != 0 || !s.isVerbFirst(i) {
			continue
		}
		p := s.trimLatin(s.after(i+1, i))
		for k := p.from; k < p.to; k++ {
			if s.is(k, least|most|than|preposition) || strings.HasPrefix(s.word(k), "older") || s.word(k) == "aged" {
				p.to = k
			}
		}
		if !plural(s.head(p)) || s.is(p.to-1, soft|broad) {
			return nil
		}
		return []Fact{{
			Metric: s.spanOf(p), Kind: Level, Comparator: Exactly, Direction: Decrease,
			Target: &Amount{Unit: s.head(p), Span: s.spanOf(phrase{i, i + 1})},
		}}
	}
	return nil
}

// universals reads all of something as 100 %, where a deed goes with it.
func (s *sentence) universals() []Fact {
	at, deed := -1, false
	for i := range s.tokens {
		if s.cover[i]&(coverBracket|coverMethod) != 0 {
			continue
		}
		if s.is(i, degree|soft) && !s.is(i, deliver|reach) {
			return nil
		}
		if s.is(i, universal) && at < 0 && s.cover[i]&coverTime == 0 {
			at = i
		}
		deed = deed || s.is(i, deliver|response) || s.is(i, done) || (at >= 0 && s.is(i, reach))
		if s.is(i, helper) && s.word(i) == "continue" {
			return nil
		}
	}
	if at < 0 || !deed {
		return nil
	}
	switch s.word(at - 1) {
	case "for", "across", "with", "in":
		return nil
	}
	p := s.after(at+1, at)
	if !s.zh && s.is(p.to-1, broad|soft) || s.word(at) == "entire" || s.word(at) == "whole" {
		return nil
	}
	if p.empty() {
		p = s.before(s.clause(at), at)
	}
	return []Fact{{
		Metric: s.spanOf(p), Kind: Level, Comparator: Exactly, Direction: Reach,
		Target: &Amount{Value: decimal.New(100, 0), Unit: "%", Span: s.spanOf(phrase{at, at + 1})},
	}}
}
