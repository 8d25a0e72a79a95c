package smart

import (
	"strings"

	"github.com/shopspring/decimal"
)

// A timing is a time that a sentence names, and what for.
type timing struct {
	from, to int // tokens
	kind     PeriodKind
	role     timeRole
	weak     bool // nothing but its place says that it is when the goal is due
}

type timeRole uint8

const (
	dueRole    timeRole = iota
	elseRole            // the baseline's time, a start, a scope: not when the goal is due
	lengthRole          // a duration that is the metric: 48小时内
	sinceRole           // a start
)

// findTimes reads dates, periods and durations, and what each is for.
func (s *sentence) findTimes() {
	for i := 0; i < len(s.tokens); {
		t, ok := s.recurrence(i)
		if !ok {
			t, ok = s.duration(i)
		}
		if !ok {
			t, ok = s.date(i)
		}
		if !ok {
			i++
			continue
		}
		if t.role != lengthRole {
			for j := t.from; j < t.to; j++ {
				s.cover[j] |= coverTime
			}
			s.times = append(s.times, t)
		}
		i = max(t.to, i+1)
	}
}

// recurrence reads 每周, 每月20日, 每日下班前, every month, weekly.
func (s *sentence) recurrence(i int) (timing, bool) {
	if !s.is(i, recurring) {
		return timing{}, false
	}
	t := timing{from: i, to: i + 1, kind: Recurring}
	switch s.word(i - 1) {
	case "每人", "每户", "每店", "每车", "人均", "每位", "每名":
		if s.count(i + 1) {
			t.role = elseRole // 每人每年三天
		}
	}
	if s.is(i, adverbial) {
		// "weekly" before a noun is that noun's; after one it says how often.
		next := i + 1
		if next < len(s.tokens) && s.tokens[next].kind == wordToken && !s.is(next, preposition|joint|deadline|via) {
			return timing{}, false
		}
		t.weak = true
		return t, true
	}
	end := i + 1
	for n := 0; n < 4 && end < len(s.tokens); n++ {
		switch {
		case s.figure(end) && s.dayUnit(end+1):
			end += 2
		case s.figure(end) && s.tokens[end].ordinal:
			end++
		case s.is(end, moment) && !s.is(end, edge) && s.zh, s.is(end, closing) && s.zh:
			end++
		case !s.zh && s.word(end) == "of":
			if e, _, ok := s.core(end+1+s.articles(end+1), true); ok {
				end = e
			}
		}
	}
	t.to = end
	return t, true
}

func (s *sentence) dayUnit(i int) bool {
	w := s.word(i)
	return w == "日" || w == "号"
}

// aheadWords come before a duration that begins now or with an event.
var aheadWords = map[string]bool{
	"未来": true, "今后": true, "接下来": true, "往后": true, "后续": true, "随后": true, "用": true, "为期": true, "历时": true,
	"在": true, "于": true, "后": true, "时间": true, "期限": true, "利用": true, "花": true, "之后": true, "的": true, "起": true, "经过": true, "最近": true,
}

// withinWords are the English ones, those that need no more than a unit of time.
var withinWords = map[string]bool{
	"within": true, "in": true, "over": true, "during": true, "for": true, "inside": true, "within the": true, "over the course of": true,
	"in the course of": true, "in the": true, "over the": true, "for the": true, "throughout": true, "across": true, "every one of": true,
}

// duration reads 三个月内, 未来两周, within 60 days, over the next two quarters.
func (s *sentence) duration(i int) (timing, bool) {
	j, ahead, opener := i, false, false
	if s.zh || s.tokens[i].han {
		if w := s.word(j); (w == "前" || w == "第" || w == "头") && (j == 0 || s.ends(j-1) || s.is(j-1, at)) && s.count(j+1) { // 前30天, 第二个月
			ahead = true
			j++
		}
		for n := 0; n < 3 && aheadWords[s.word(j)]; n++ {
			w := s.word(j)
			ahead = ahead || (w != "在" && w != "于" && w != "的" && w != "利用" && w != "后" && w != "起" && w != "时间")
			j++
		}
	} else {
		if withinWords[s.word(j)] {
			opener = true
			j++
		}
		for n := 0; n < 4 && j < len(s.tokens); n++ {
			switch s.word(j) {
			case "the", "a", "an", "first", "next", "coming", "the coming", "following", "the following", "upcoming", "just", "about", "under", "less than", "approximately", "the first", "the next", "the upcoming", "up to", "their", "his", "her", "my", "our":
				opener = opener || s.word(j) == "first" || s.word(j) == "next" || s.word(j) == "the next"
				j++
			}
		}
		if !opener {
			return timing{}, false
		}
	}
	start := j
	if !s.zh && j > i && s.is(j, span) && !s.is(j, brief) && (s.word(j-1) == "a" || s.word(j-1) == "an" || s.word(j-1) == "next" || s.word(j-1) == "first") {
		// within a year
		return s.endDuration(timing{from: i, to: j + 1, kind: Lasting}, i, j)
	}
	if !s.count(j) {
		return timing{}, false
	}
	for s.count(j) || (j > start && (s.mark(j, '-', '~') || s.word(j) == "至" || s.word(j) == "到" || s.word(j) == "to" || s.word(j) == "-") && s.count(j+1)) {
		j++
	}
	if w := s.word(j); w == "consecutive" || w == "more" || w == "additional" || w == "full" || w == "straight" || w == "-" || w == "连续" {
		j++
	}
	if w := s.word(j); w == "个" || w == "個" {
		j++
	}
	if !s.is(j, span) || s.tokens[j-1].digits == 4 && !s.tokens[j-1].han && s.bareYear(j-1) {
		return timing{}, false
	}
	u := j
	j++
	t := timing{from: i, to: j, kind: Lasting}
	if s.zh || s.tokens[u].han {
		closed := false
		for n := 0; n < 3 && j < len(s.tokens); n++ {
			switch s.word(j) {
			case "内", "之内", "以内", "里", "之间", "时间内", "的时间内", "时间里", "的时间里", "后", "期间", "之后", "内部":
				closed = true
				j++
			case "时间", "的":
				if s.is(j+1, closing) {
					j++
				} else if ahead && s.word(j) == "时间" {
					j++
				} else {
					n = 3
				}
			default:
				n = 3
			}
		}
		closed = closed || s.is(j, twice) || s.heads(start, j) // 三年翻两番
		if !closed && !ahead && !s.planned(start, j) {
			return timing{}, false
		}
		t.to = j
		if !closed && s.word(j) == "的" && s.word(i) != "未来" { // 为期三个月的培训: the thing's own length
			return timing{}, false
		}
		switch s.word(i - 1) {
		case "近", "过去", "最近":
			t.role = elseRole
		}
		if s.word(i) == "后" || s.word(i) == "之后" || s.word(i) == "起" { // 入职后90天内
			for n := 0; n < 4 && t.from > 0 && s.tokens[t.from-1].kind == wordToken && s.cover[t.from-1] == 0; n++ {
				t.from--
			}
		}
	}
	return s.endDuration(t, i, u)
}

// count reports whether token i is a figure or a word for one.
func (s *sentence) count(i int) bool { return s.figure(i) || s.is(i, wordNumber) }

// oneOff are the events that come once, so that a time from then on is a deadline.
var oneOff = map[string]bool{
	"joining": true, "start": true, "starting": true, "hire": true, "launch": true, "go-live": true, "signing": true, "appointment": true, "promotion": true, "approval": true,
	"completion": true, "contract": true, "project": true, "now": true, "handover": true, "award": true, "kickoff": true, "kick-off": true, "taking": true, "moving": true,
}

// heads reports whether the duration from token i up to j opens a clause whose verb follows,
// with what it is to bring: 半年减重8公斤.
func (s *sentence) heads(i, j int) bool {
	switch s.word(j - 1) {
	case "天", "日", "工作日", "晚":
		return false
	case "月":
		if w := s.word(j - 2); w != "个" && !s.tokens[j-2].whole {
			return false
		}
	}
	if i > 0 && !s.ends(i-1) || !s.is(j, up|down|reach|deliver) || s.bound(j) {
		return false
	}
	for k := j + 1; k < len(s.tokens) && k < j+farthest/2 && !s.ends(k); k++ {
		if s.figure(k) && !s.is(k+1, span) {
			return true
		}
	}
	return false
}

// planned reports whether tokens from..to are a duration set down beside the word for a
// plan: 近期计划（两到三周）.
func (s *sentence) planned(from, to int) bool {
	if !s.mark(from-1, '(') || (to < len(s.tokens) && !s.mark(to, ')')) {
		return false
	}
	switch s.word(from - 2) {
	case "目标", "计划", "阶段", "规划", "短期", "中期", "长期":
		return true
	}
	return false
}

// endDuration tells a deadline from a duration that is the metric: one in hours or less,
// one that is owed to each case, and one that describes what is counted.
func (s *sentence) endDuration(t timing, i, u int) (timing, bool) {
	if s.is(u, brief) {
		t.role = lengthRole
		return t, true
	}
	if i == 0 && s.mark(t.to, ',') { // Within 60 days, close 40 tickets
		return t, true
	}
	if !s.zh {
		if w := s.word(t.to); w == "of" || w == "after" || w == "from" || w == "following" || w == "post" || w == "upon" {
			end := t.to + 1
			for n := 0; n < 6 && end < len(s.tokens) && s.tokens[end].kind == wordToken && !s.is(end, toward|from|by|joint|via|relative|deadline); n++ {
				end++
			}
			switch s.word(t.to + 1) {
			case "receipt", "receiving", "request", "submission", "discharge", "order", "purchase", "the request", "notification", "referral", "admission", "each", "every", "a", "an", "delivery", "month-end", "month end", "invoice", "being", "initial", "month":
				t.role = lengthRole
				return t, true
			}
			if next := t.to + 1; w == "of" && next < len(s.tokens) && s.tokens[next].kind == wordToken && !s.is(next, article|span|moment|done) && !oneOff[s.word(next)] {
				t.role = lengthRole
				return t, true
			}
			t.to = end
		}
	}
	if !s.zh && s.word(i) == "within" && (strings.HasSuffix(s.word(i-1), "time") || strings.HasSuffix(s.word(i-1), "times") || strings.HasSuffix(s.word(i-1), "turnaround")) { // lead times within 14 days
		t.role = lengthRole
		return t, true
	}
	if !s.zh && (s.is(t.to, orLess|orMore) || s.word(t.to) == "on average") || s.owed(t.from, t.to) || s.clocked(i, u) {
		t.role = lengthRole
		return t, true
	}
	if s.zh && i > 0 && s.tokens[i-1].kind == wordToken && s.cover[i-1] == 0 && s.glued(i) && !s.is(i-1, verbish|adverb|at|closing) {
		for k := t.to; k < t.to+3 && k < len(s.tokens) && s.tokens[k].kind == wordToken; k++ {
			if strings.HasSuffix(s.word(k), "率") { // 新员工三个月内留存率
				t.role = lengthRole
				return t, true
			}
		}
	}
	// "orders shipped within 3 days: 70% → 85%": the figures that follow measure it.
	if next := t.to; s.mark(next, ':') && s.figure(next+1) && !s.zh {
		t.role = lengthRole
		return t, true
	}
	return t, true
}

// clocked reports whether the duration that begins at token i and whose unit is at token
// u, says how long something takes: 住院日压到7.8天以内, 周期45天以内, 次月5个工作日内.
func (s *sentence) clocked(i, u int) bool {
	if n := u - 1; s.figure(n) && !s.tokens[n].value.IsInteger() && s.is(u, span) && (s.word(u) == "天" || s.word(u) == "days") {
		return true
	}
	before := i - 1
	if before < 0 || !s.tokens[before].han {
		return false
	}
	switch {
	case s.timed(before), s.is(before, least|most), s.cycle(before):
		return true
	case s.is(before, up|down|reach|toward) && !s.bound(before):
		last := s.Runes[s.tokens[before].to-1]
		return last == '到' || last == '至'
	case s.word(i) == "后" || s.word(i) == "之后":
		return s.cycle(before) || s.cycle(before-1)
	}
	return false
}

// timed reports whether what ends with token i is a measure of time: 天数, 交付周期.
func (s *sentence) timed(i int) bool {
	for _, noun := range []string{"天数", "时间", "时长", "周期", "时效", "账期", "期限", "工期", "用时", "耗时", "周转", "交期", "住院日", "等待日", "龄期", "滞留"} {
		if at := s.tokens[i].to - len(noun)/3; at >= 0 && s.has(at, noun) {
			return s.word(i-1) != "完成" && s.word(i-1) != "计划"
		}
	}
	return false
}

// cycle reports whether token i is something that comes again and again, so that a time
// after it is owed each time: 月结, 次月, 会.
func (s *sentence) cycle(i int) bool {
	switch s.word(i) {
	case "次月", "次季", "次周", "次日", "月结", "月末", "月底", "季末", "季度末", "会", "会议", "会后", "课后", "班后", "结账", "出院", "收货", "到货", "下单", "接单", "签收", "立案", "接案", "验收", "面试", "离职", "退房", "收件", "受理", "送检", "采样", "检查", "手术", "术后", "交易", "季结", "付款", "收款", "开票", "报名":
		return true
	}
	return false
}

// owed reports whether the clause around tokens from..to asks for an answer to each case
// within that time: 所有工单两天内处理完, resolve tickets within 2 days.
func (s *sentence) owed(from, to int) bool {
	cases, answered, received := false, false, false
	look := func(k int) bool {
		if k < 0 || k >= len(s.tokens) || s.mark(k, '。', '.', ';', '；', '!', '\n') {
			return false
		}
		cases = cases || s.is(k, perCase)
		answered = answered || s.is(k, response)
		switch s.word(k) {
		case "收到", "接到", "接报", "受理", "提交后", "申请后", "receipt", "receiving":
			received = true
		}
		return true
	}
	for k := from - 1; k >= from-20 && look(k); k-- {
		switch s.word(k) { // a stream of them if it comes first, and one of them behind: 空缺60天内补齐
		case "空缺", "缺编", "缺岗", "空岗", "vacancies", "vacancy", "openings", "vacant":
			cases = true
		}
		if s.mark(k, ',', '、') && s.cover[k]&coverTime != 0 {
			break
		}
	}
	for k := to; k < to+16 && look(k); k++ {
	}
	return received || (cases && answered)
}

// date reads a date or a period with the small words before and after it, and what role
// it has: 2026年3月31日前, 明年一季度, by the end of Q1 FY26, from January to March.
func (s *sentence) date(i int) (timing, bool) {
	j, prefixed := i, false
	starts, ending, quoted := false, false, false
	for n := 0; n < 3 && j < len(s.tokens); n++ {
		switch {
		case s.is(j, moment) && !s.is(j, edge):
			n = 3
		case s.is(j, beginning) && !s.zh, s.is(j, from) && !s.tokens[j].han:
			starts, prefixed = true, true
			j++
		case s.is(j, from) && s.tokens[j].han:
			starts = true
			j++
		case s.is(j, deadline):
			prefixed = true
			j++
		case s.mark(j, '"') && s.is(j+1, moment) && s.mark(j+2, '"'): // 到"十五五"末
			j, quoted = j+1, true
		case s.is(j, article|edge) && !s.zh:
			ending = ending || strings.HasSuffix(s.word(j), "end of") || strings.HasSuffix(s.word(j), "duration of")
			j++
		default:
			n = 3
		}
	}
	end, kind, ok := s.core(j, prefixed || j > i)
	if !ok && ending {
		end, kind, ok = s.undertaking(j, prefixed)
	}
	if !ok {
		if s.is(i, past) {
			end := i + 1
			if to, _, ok := s.core(end, true); ok {
				end = to
			}
			return timing{from: i, to: end, role: elseRole, kind: OfYear}, true
		}
		return s.event(i)
	}
	if quoted && s.mark(end, '"') {
		end++
	}
	if s.cycle(end-1) && (s.word(end) == "后" || s.word(end) == "之后") && s.count(end+1) { // 季末后5个工作日内
		return timing{}, false
	}
	t := timing{from: i, to: end, kind: kind}
	// From one moment to another: a period.
	if w := s.word(end); w == "to" || w == "through" || w == "至" || w == "到" || w == "until" || w == "and" && s.word(i) == "between" || (s.mark(end, '-', '~') && !s.glued(end+1)) || s.mark(end, '~') || w == "-" {
		if to, toKind, ok := s.core(end+1, true); ok {
			t.to, t.kind, starts = to, toKind, false
			prefixed = true
		}
	}
	t.to = s.closeDate(t.to)
	if !s.zh && seasons[s.word(t.to)] && (s.ends(t.to+1) || s.is(t.to+1, preposition|joint)) { // the Diwali peak
		t.to++
	}
	closed := t.to > end
	if s.is(t.to, beginning) && s.tokens[t.to].han {
		t.to++
		if s.word(t.to) == "至" || s.word(t.to) == "到" {
			if to, toKind, ok := s.core(t.to+1, true); ok {
				t.to, t.kind = s.closeDate(to), toKind
				return t, true
			}
		}
		t.role = sinceRole
		return t, true
	}
	switch {
	case starts:
		t.role = sinceRole
	case s.is(i-1, than) || s.is(i, past):
		t.role = elseRole
	case !prefixed && !closed:
		t.weak = true
		s.placeDate(&t)
	}
	if t.role == dueRole && s.tokens[i].han && (s.is(t.to, scope) && s.word(t.to) != "的") {
		t.role = elseRole
	}
	if s.tokens[i].han && !closed && s.word(t.to) == "的" && i > 0 && !s.ends(i-1) && s.cover[i-1]&coverTime == 0 && s.is(i-1, verbish|least|most|at) {
		t.role = elseRole // 整理2024年的档案
	}
	if s.zh && !closed && (s.is(i-1, deliver) && s.document(t.to) || s.strongHold(i-1) && !s.figure(i)) {
		t.role = elseRole // 编制2026—2030年发展规划, 把月末对账时间缩到4小时
	}
	if s.tokens[i].han && (s.word(t.to) == "基础" || s.word(t.to) == "水平" || s.word(t.to) == "同期") {
		t.role = elseRole
	}
	if !s.zh && i > 0 && s.pastTense(i) {
		t.role = elseRole
	}
	if s.is(t.to, current) || s.word(t.to) == "actual" || s.word(t.to) == "actuals" {
		t.role = elseRole
	}
	return t, true
}

// document reports whether the clause at token i names a paper that has its time in its name.
func (s *sentence) document(i int) bool {
	end := i
	for end < len(s.tokens) && end-i < farthest/2 && !s.ends(end) {
		if s.count(end) {
			return false
		}
		end++
	}
	for _, noun := range []string{"规划", "计划", "方案", "预算", "年报", "报告", "纲要", "白皮书", "总结", "决算", "报表", "清单", "目录", "年鉴", "台账", "档案", "汇编", "编制", "手册", "审计"} {
		if at := s.tokens[end-1].to - len(noun)/3; end > i && s.has(at, noun) {
			return true
		}
	}
	return false
}

// event reads an event that a goal is due before: 毕业典礼之前, before the code freeze.
func (s *sentence) event(i int) (timing, bool) {
	t := timing{from: i, to: i + 1, kind: OfDay}
	switch w := s.word(i); w {
	case "before", "prior to", "ahead of", "in time for":
		if w == "ahead of" && s.is(i-1, keep|reach|helper) { // stay ahead of the competition
			return t, false
		}
		for n := 0; n < 7 && t.to < len(s.tokens) && s.tokens[t.to].kind == wordToken && !s.is(t.to, joint|relative|via|unit) && !s.count(t.to); n++ {
			t.to++
		}
		return t, t.to > i+1 && !strings.HasSuffix(s.word(i+1), "ing") && !s.is(i+1, past)
	case "through", "throughout", "during", "over":
		for t.to += s.articles(t.to); t.to < len(s.tokens) && t.to-i < 7 && s.tokens[t.to].kind == wordToken && !s.is(t.to, joint|relative|unit) && !s.count(t.to); t.to++ {
			if seasons[s.word(t.to)] && t.to > i+1 && s.word(t.to+1) != "of" && (t.to+1 >= len(s.tokens) || s.tokens[t.to+1].kind == markToken || s.is(t.to+1, preposition|joint)) {
				t.to++
				return t, true
			}
		}
		return t, false
	case "前", "之前", "以前", "结束前", "结束之前", "到期前", "期满前":
		if !s.tokens[i].glued || s.figure(i+1) || (w == "前" && !s.ends(i+1) && !s.is(i+1, verbish|adverb|noun)) {
			return t, false
		}
		for t.from > 0 && i-t.from < 6 && s.tokens[t.from-1].kind == wordToken && s.tokens[t.from-1].han && s.cover[t.from-1] == 0 && (!s.is(t.from-1, up|down|keep|toward) || s.bound(t.from-1)) {
			t.from--
		}
		return t, t.from < i && (t.from == 0 || s.ends(t.from-1) || s.cover[t.from-1]&coverTime != 0)
	}
	return t, false
}

// seasons are the stretches of time that a goal is to hold through.
var seasons = map[string]bool{
	"peak": true, "season": true, "rush": true, "holidays": true, "freeze": true, "harvest": true, "migration": true, "transition": true, "rollout": true, "cutover": true, "sale": true,
	"window": true, "festival": true, "merger": true, "integration": true, "pilot": true, "probation": true, "campaign": true, "refurbishment": true, "shutdown": true, "close": true, "summer": true, "winter": true,
}

// placeDate judges a date that has no preposition: in English one before a noun is part of
// its name (the Q3 report), unless it heads the sentence.
func (s *sentence) placeDate(t *timing) {
	if s.zh {
		return
	}
	next := t.to
	if next >= len(s.tokens) || s.tokens[next].kind != wordToken || t.from == 0 {
		return
	}
	if s.is(next, preposition|deadline|joint|via|toward|by|from) {
		return
	}
	switch s.word(t.from) {
	case "this quarter", "this year", "this month", "next quarter", "next year", "next month", "this half", "this semester", "this week", "this fiscal year":
		return
	}
	for k := next; k < next+3; k++ {
		if s.mark(k, ':') {
			return // Company Q1 priorities:
		}
	}
	t.role = elseRole
}

// pastTense reports whether the clause before token i tells what was.
func (s *sentence) pastTense(i int) bool {
	for k := i - 1; k >= max(i-6, 0) && !s.ends(k); k-- {
		if w := s.word(k); w == "was" || w == "were" {
			return true
		}
	}
	return false
}

// closeDate takes in what closes a date: 前, 底, 内, 结束前.
func (s *sentence) closeDate(i int) int {
	for n := 0; n < 3 && s.is(i, closing) && s.tokens[i].han; n++ {
		if s.word(i) == "后" || s.word(i) == "时" {
			break
		}
		i++
	}
	return i
}

var kindOrder = map[PeriodKind]int{OfYear: 1, OfHalf: 2, OfQuarter: 3, OfMonth: 4, OfDay: 5}

// core reads the pieces of a date or a period that follow each other, the finest of
// which gives its kind. A bare year counts where something before says that it is one.
func (s *sentence) core(i int, prefixed bool) (end int, kind PeriodKind, ok bool) {
	finer := func(k PeriodKind) {
		if kind == "" || kindOrder[k] > kindOrder[kind] {
			kind = k
		}
	}
	j := i
	for n := 0; n < 6 && j < len(s.tokens); n++ {
		at := j
		// small words between the pieces
		if j > i {
			switch w := s.word(j); {
			case w == "of" || w == "of the" || w == "in" || w == "the" || w == "-" || s.mark(j, '-', '/'):
				at = j + 1
				if s.is(at, article) {
					at++
				}
			case s.mark(j, ',') && s.bareYear(j+1):
				at = j + 1
			}
		}
		to, k, is := s.piece(at, prefixed || j > i, kind)
		if !is {
			break
		}
		finer(k)
		j, ok = to, true
	}
	return j, kind, ok
}

// bareYear reports whether token i is a year in four digits.
func (s *sentence) bareYear(i int) bool {
	if !s.figure(i) || s.tokens[i].digits != 4 || s.tokens[i].han {
		return false
	}
	v := s.tokens[i].value.IntPart()
	return v >= 1990 && v <= 2100
}

// piece reads one piece of a date at token i.
func (s *sentence) piece(i int, prefixed bool, so PeriodKind) (end int, kind PeriodKind, ok bool) {
	if i >= len(s.tokens) {
		return i, "", false
	}
	t := &s.tokens[i]
	switch {
	case t.is(moment) && t.is(edge):
		if end, kind, ok := s.piece(i+1+s.articles(i+1), true, so); ok {
			return end, kind, true
		}
		if strings.HasSuffix(s.word(i), "end of") {
			return s.undertaking(i+1, prefixed)
		}
		return i, "", false
	case t.is(span) && !t.is(brief) && !t.han && s.count(i+1) && (s.word(i) != "year" || !s.Upper(t.from)) && (prefixed || i == 0 && s.mark(i+2, ':', '-')) && !s.is(i+2, unit) && !s.mark(i+2, '%'): // by day 30, in month two
		return i + 2, Lasting, true
	case t.is(moment) && t.kind == wordToken:
		return s.named(i, prefixed)
	case t.kind == wordToken && !t.han:
		k, ok := yearCode(s.word(i))
		end = i + 1
		if ok && s.word(i) == "fy" {
			if !s.figure(i + 1) {
				return i, "", false
			}
			end++
		}
		return end, k, ok
	case t.kind != figureToken:
		return i, "", false
	}
	next, value := s.word(i+1), t.value
	small := value.IsInteger() && value.IsPositive()
	n := int64(0)
	if small && value.LessThan(million) {
		n = value.IntPart()
	}
	switch {
	case (next == "年" || next == "年度" || next == "财年" || next == "年底" || next == "年末" || next == "年初" || next == "学年" || next == "年终" || next == "年中" || next == "年内") &&
		(t.digits == 4 || (t.digits == 2 && n > 20) || (t.han && n > 1990) || (t.digits == 3 && (s.word(i-1) == "民国" || n > 100 && n < 150 && (next != "年" || s.is(i+2, closing)))) || next == "财年"):
		kind = OfYear
		if next == "年中" {
			kind = OfHalf
		}
		return i + 2, kind, true
	case s.bareYear(i) && s.bareYear(i+2) && (s.mark(i+1, '-', '—', '~') || next == "至" || next == "到") && (s.word(i+3) == "年" || s.word(i+3) == "年度"):
		return i + 4, OfYear, true
	case (next == "月" || next == "月份" || next == "月底" || next == "月末" || next == "月初" || next == "月中" || next == "月内") && n >= 1 && n <= 12:
		return i + 2, OfMonth, true
	case (next == "日" || next == "号") && n >= 1 && n <= 31 && (so == OfMonth || s.is(i+2, closing)):
		return i + 2, OfDay, true
	case s.mark(i+1, '-', '~') && s.figure(i+2) && (s.word(i+3) == "月" || s.word(i+3) == "月份") && n >= 1 && n <= 12:
		return i + 4, OfMonth, true
	case s.figure(i+2) && s.figure(i+4) && s.glued(i+1) && s.glued(i+2) && s.glued(i+3) && s.glued(i+4) &&
		((s.mark(i+1, '/') && s.mark(i+3, '/')) || (s.mark(i+1, '-') && s.mark(i+3, '-'))):
		return i + 5, OfDay, true
	case s.mark(i+1, '.') && s.glued(i+1) && s.figure(i+2) && s.glued(i+2) && t.digits == 0 && (n == 0 || !small): // 2026.11.30, 31.12.2026
		return i + 3, OfDay, true
	case s.mark(i+1, '/') && s.glued(i+1) && s.figure(i+2) && s.glued(i+2) && s.is(i+3, closing) && s.tokens[i+3].han && n >= 1 && n <= 12 && so == "":
		return i + 3, OfDay, true
	case n > 100 && n < 200 && t.digits == 3 && next == "年" && s.figure(i+2) && (s.word(i+3) == "月" || s.word(i+3) == "月底"): // 民国
		return i + 2, OfYear, true
	case (next == "点" || next == "点钟" || next == "时") && n >= 1 && n <= 24 && s.is(i+2, closing) && s.word(i+2) != "内":
		return i + 2, OfDay, true
	case s.bareYear(i) && s.mark(i+1, '/', '-') && s.glued(i+1) && s.figure(i+2) && s.glued(i+2) && prefixed:
		if s.tokens[i+2].value.GreaterThan(decimal.NewFromInt(12)) {
			return i + 3, OfYear, true // 2025-26
		}
		return i + 3, OfMonth, true
	case prefixed && s.mark(i+1, '/') && s.glued(i+1) && s.figure(i+2) && n >= 1 && n <= 12 && s.tokens[i+2].digits <= 2 && so == "" &&
		s.tokens[i+2].value.LessThan(decimal.NewFromInt(32)) && !s.is(i+3, unit):
		return i + 3, OfDay, true
	case n >= 1 && n <= 31 && t.digits <= 2 && s.monthName(i+1+s.ofs(i+1)) && !t.han:
		return i + 2 + s.ofs(i+1), OfDay, true
	case t.digits <= 2 && t.digits > 0 && t.ordinal && prefixed && !s.zh && s.word(i+1) == "of":
		if end, _, ok := s.piece(i+2, true, so); ok {
			return end, OfDay, true
		}
	case s.bareYear(i) && (prefixed || s.headed(i)):
		if s.is(i+1, unit) || (s.is(i+1, counter) && s.zh) || s.mark(i+1, '%') {
			return i, "", false
		}
		return i + 1, OfYear, true
	case t.digits == 8 && n == 0 && prefixed: // 20251231
		return i + 1, OfDay, true
	}
	return i, "", false
}

// undertaking reads what ends when it ends: the end of the pilot, of our contract with them.
func (s *sentence) undertaking(i int, prefixed bool) (end int, kind PeriodKind, ok bool) {
	end = i + s.articles(i)
	for begin := end; end < len(s.tokens) && end-begin < 4 && s.tokens[end].kind == wordToken && !s.is(end, toward|joint|relative|preposition|at|deadline|via) && !s.count(end); end++ {
		ok = prefixed
	}
	return end, OfDay, ok
}

func (s *sentence) articles(i int) int {
	if s.is(i, article) {
		return 1
	}
	return 0
}

func (s *sentence) ofs(i int) int {
	if s.word(i) == "of" {
		return 1
	}
	return 0
}

// headed reports whether the year at token i heads the text: "2017 OKRs:", "2019 Q1".
func (s *sentence) headed(i int) bool {
	if _, ok := yearCode(s.word(i + 1)); ok || s.is(i+1, moment) {
		return true
	}
	for k := i + 1; k < i+5; k++ {
		if s.mark(k, ':', ')') {
			return true
		}
	}
	return i == 0 && s.zh
}

func (s *sentence) monthName(i int) bool {
	return s.is(i, moment) && s.tokens[i].entry.kind == OfMonth && !s.tokens[i].han && len(s.word(i)) >= 3 &&
		s.word(i) != "the month" && s.word(i) != "this month"
}

// named reads a moment that the lexicon knows, and in English the day and year of a month.
func (s *sentence) named(i int, prefixed bool) (end int, kind PeriodKind, ok bool) {
	t := &s.tokens[i]
	kind = t.entry.kind
	end = i + 1
	if t.han {
		switch s.word(i) {
		case "年度": // 年度预算 is a name, 年度销售额 at the head of a clause is not
			if i > 0 && !s.mark(i-1, ',', '。', ';', ':') && !prefixed && !s.figure(i-1) {
				return i, "", false
			}
		case "暑期", "上市", "开业", "毕业", "转正", "试用期", "任期", "聘期", "放假", "开学", "期末", "期中", "中考", "高考", "展会", "旺季", "汛期", "年会", "考核期", "下班", "本期", "聘任期", "夏季", "冬季", "春季", "秋季", "入冬", "入夏", "除夕", "财年", "学年", "换届", "春节", "国庆", "十一", "五一", "元旦", "双十一":
			if !s.is(i+1, closing) && !prefixed {
				return i, "", false
			}
		}
		return end, kind, true
	}
	if !s.monthName(i) {
		if s.is(i, festival) && !prefixed {
			return i, "", false
		}
		switch s.word(i) {
		case "fall", "spring", "summer", "autumn", "winter", "finals", "graduation", "second", "the quarter", "the month", "the year", "the half", "the week", "half-year", "launch day", "today":
			if !prefixed {
				return i, "", false
			}
		}
		return end, kind, true
	}
	switch {
	case s.figure(end) && s.tokens[end].digits > 0 && s.tokens[end].digits <= 2 && !s.is(end+1, unit) && !s.mark(end+1, '%'):
		kind = OfDay
		end++
	case !prefixed && !s.bareYear(end) && (s.word(i) == "may" || s.word(i) == "march" || s.word(i) == "mar" || s.word(i) == "sep" || s.word(i) == "dec" || s.word(i) == "jan"):
		return i, "", false
	case !prefixed && !s.bareYear(end) && !s.mark(end, ',', '.', ')', ':') && end < len(s.tokens):
		return i, "", false
	}
	return end, kind, true
}

// yearCode reads Q3, 1Q25, H1, FY26, CY2025, FY26Q2.
func yearCode(w string) (PeriodKind, bool) {
	digits := func(s string) bool {
		for i := range len(s) {
			if s[i] < '0' || s[i] > '9' {
				return false
			}
		}
		return len(s) == 0 || len(s) == 2 || len(s) == 4
	}
	n := len(w)
	switch {
	case n < 2 || n > 9:
		return "", false
	case w[0] == 'q' && w[1] >= '1' && w[1] <= '4' && digits(w[2:]):
		return OfQuarter, true
	case w[0] == 'h' && (w[1] == '1' || w[1] == '2') && digits(w[2:]):
		return OfHalf, true
	case w[1] == 'q' && w[0] >= '1' && w[0] <= '4' && digits(w[2:]):
		return OfQuarter, true
	case w[1] == 'h' && (w[0] == '1' || w[0] == '2') && n > 2 && digits(w[2:]):
		return OfHalf, true
	case w == "fy":
		return OfYear, true
	case (w[:2] == "fy" || w[:2] == "cy") && n >= 4:
		if rest := w[2:]; digits(rest) {
			return OfYear, true
		} else if n == 6 || n == 8 {
			k, ok := yearCode(w[n-2:])
			return k, ok && digits(w[2:n-2])
		}
	}
	return "", false
}
