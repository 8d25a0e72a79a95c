package smart

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/internal/lingo"
	"github.com/meritkit/meritkit/number"
)

var (
	two        = decimal.New(2, 0)
	half       = decimal.New(5, -1)
	tenth      = decimal.New(1, 1)
	thousand   = decimal.New(1, 3)
	tenK       = decimal.New(1, 4)
	million    = decimal.New(1, 6)
	billion    = decimal.New(1, 9)
	longestHan = 24 // characters of a figure in Chinese
)

// hanDigits are the digits of Chinese figures, hanScales what they are multiplied by.
var (
	hanDigits = map[rune]int64{
		'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
		'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	}
	hanScales   = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000, '万': 10_000, '亿': 100_000_000}
	latinScales = map[string]decimal.Decimal{
		"k": thousand, "w": tenK, "mm": million, "mn": million, "mio": million, "bn": billion, "b": billion, "mil": million,
	}
)

// scanDigits reads a figure that begins with a digit: 1,280 · 96.5 · 1.2亿 · 10K. A run that
// goes on like a version or a name (1.2.3, 3D) is a word.
func (s *sentence) scanDigits(t *token) {
	r := s.Runes
	i := t.from
	for i < len(r) && lingo.IsDigit(r[i]) {
		i++
	}
	plain := i - t.from
	var written strings.Builder
	short := plain <= number.MaxDigits
	if short {
		written.WriteString(string(r[t.from:i]))
	}
	for i+3 < len(r) && r[i] == ',' && lingo.IsDigit(r[i+1]) && lingo.IsDigit(r[i+2]) && lingo.IsDigit(r[i+3]) &&
		(i+4 >= len(r) || !lingo.IsDigit(r[i+4])) && short && plain <= 3 {
		written.WriteString(string(r[i+1 : i+4]))
		i += 4
		t.digits = -1
	}
	point := false
	if i+1 < len(r) && r[i] == '.' && lingo.IsDigit(r[i+1]) {
		point = true
		end := i + 1
		for end < len(r) && lingo.IsDigit(r[end]) {
			end++
		}
		if end-i > number.MaxPlaces {
			short = false
		}
		if short {
			written.WriteString(string(r[i:end]))
		}
		i = end
	}
	t.to = i
	if i+1 < len(r) && r[i] == '.' && lingo.IsDigit(r[i+1]) { // 1.2.3, and 31.12.2025
		t.kind = figureToken
		t.digits = 0
	}
	value, err := decimal.NewFromString(written.String())
	if !short || err != nil || written.Len() > number.MaxDigits {
		t.kind = wordToken
		return
	}
	t.kind, t.value = figureToken, value
	if !point && t.digits == 0 {
		t.digits = plain
	}
	s.scaleAfter(t)
}

// scaleAfter multiplies a figure by what follows it at once: K, M, 万, 千万, million.
func (s *sentence) scaleAfter(t *token) {
	r, i := s.Runes, t.to
	for i < len(r) && i-t.to < 4 {
		scale, ok := hanScales[r[i]]
		if !ok || scale < 10 || (scale == 1000 && i+1 < len(r) && strings.ContainsRune("米克瓦卡帕", r[i+1])) {
			break
		}
		t.value = t.value.Mul(decimal.NewFromInt(scale))
		t.digits = -1
		i++
	}
	if i > t.to {
		if s.has(i, "多") || s.has(i, "余") {
			i++
		}
		t.to = i
		return
	}
	end := i
	for end < len(r) && (lingo.IsLetter(r[end]) || lingo.IsDigit(r[end])) && end-i < 12 {
		end++
	}
	if end == i {
		return
	}
	suffix := string(r[i:end])
	scale, ok := latinScales[suffix]
	if suffix == "w" && !s.zh {
		ok = false
	}
	switch {
	case suffix == "m" && (s.Upper(i) || s.moneyBefore(t.from)):
		scale, ok = million, true
	case suffix == "b" && !s.Upper(i) && !s.moneyBefore(t.from):
		ok = false
	case suffix == "st", suffix == "nd", suffix == "rd", suffix == "th":
		t.ordinal = true
		t.to = end
		return
	}
	if ok {
		t.value, t.to, t.digits = t.value.Mul(scale), end, -1
		return
	}
	if suffix == "s" && s.Upper(i) && end < len(r) && lingo.IsHan(r[end]) && !s.has(end, "内") && !s.has(end, "以") {
		t.kind, t.to = wordToken, end // 5S管理
		return
	}
	if e, to := lexicon.longest(s.folded, i); to >= end && e.is(unit) {
		return // 24h, 90days
	}
	if len(suffix) >= 2 && suffix[0] == 'q' && lingo.IsDigit(rune(suffix[1])) || strings.ContainsFunc(suffix, lingo.IsHan) {
		return // 2025q1
	}
	if n := len(s.tokens); s.continues(end, "以下", "以内", "以上", "及以") || n > 0 && s.tokens[n-1].is(least|most) {
		return // 38DDDs以下: a unit of its own
	}
	t.kind, t.to = wordToken, end // 3D, 5G, 100Mbps
}

func (s *sentence) moneyBefore(i int) bool {
	return i > 0 && strings.ContainsRune("$€£¥₹", s.Runes[i-1])
}

// numeral reads a figure in Chinese characters: 四十五, 两, 一千二百万, 百分之二十, 三成五, 四分之一.
// A digit alone is a figure only before a unit, which is for the caller to see.
func (s *sentence) numeral(t *token) bool {
	r, i := s.Runes, t.from
	percent, parts := false, decimal.NewFromInt(1) // of a percent
	switch {
	case s.has(i, "百分之"):
		percent, i = true, i+3
	case s.has(i, "万分之"):
		percent, i, parts = true, i+3, number.Hundred
	case s.has(i, "千分之"):
		i += 3
	}
	start := i
	if percent && i < len(r) && lingo.IsDigit(r[i]) {
		inner := token{from: i}
		s.scanDigits(&inner)
		t.kind, t.value, t.to, t.percent, t.whole, t.han, t.digits = figureToken, inner.value.Div(parts), inner.to, true, true, true, -1
		return inner.kind == figureToken
	}
	if percent && s.has(i, "百") {
		t.kind, t.value, t.to, t.percent, t.whole, t.han, t.digits = figureToken, number.Hundred, i+1, true, true, true, -1
		return true
	}
	value, i, digits, ok := s.hanFigure(i)
	if !ok {
		return false
	}
	t.kind, t.value, t.han, t.digits = figureToken, value, true, -1
	t.whole = percent || i-start > 1
	switch {
	case percent:
		t.percent, t.value = true, value.Div(parts)
	case s.has(i, "分之"): // 四分之一
		if over, end, _, ok := s.hanFigure(i + 2); ok && !value.IsZero() {
			t.value = over.Mul(number.Hundred).DivRound(value, 2)
			t.percent, t.whole, i = true, true, end
		}
	case s.has(i, "成") && !s.continues(i, "成本", "成果", "成功", "成员", "成交", "成品", "成绩", "成立", "成为", "成效", "成长", "成熟", "成单", "成套", "成活", "成材") && digits <= 1:
		t.value, i = value.Mul(tenth), i+1
		t.percent, t.whole = true, true
		if i < len(r) {
			if more, ok := hanDigits[r[i]]; ok {
				t.value, i = t.value.Add(decimal.NewFromInt(more)), i+1
			} else if r[i] == '半' {
				t.value, i = t.value.Add(decimal.NewFromInt(5)), i+1
			}
		}
	case s.has(i, "折") && !s.continues(i, "折扣", "折旧"):
		if value.LessThan(tenth) {
			value = value.Mul(tenth)
		}
		t.value, t.percent, t.whole, i = value, true, true, i+1
	case (s.has(i, "个半") || s.has(i, "年半")) && value.IsInteger(): // 一个半月, 两年半
		t.value, t.whole = value.Add(half), true
		if s.has(i, "个半") {
			i += 2
		}
	case s.has(i, "多") || s.has(i, "余"):
		if i-start > 1 {
			i++
		}
	}
	t.to = i
	return true
}

func (s *sentence) continues(i int, words ...string) bool {
	for _, w := range words {
		if s.has(i, w) {
			return true
		}
	}
	return false
}

// roundly reports whether 百 or 千 at rune i begins a round figure: 突破百亿.
func (s *sentence) roundly(i int) bool {
	n := len(s.tokens)
	return (s.has(i+1, "亿") || s.has(i+1, "万")) && n > 0 && s.tokens[n-1].to == i && s.tokens[n-1].is(least|toward|reach)
}

// hanFigure reads characters of digits and scales from rune i.
func (s *sentence) hanFigure(i int) (value decimal.Decimal, end, digits int, ok bool) {
	r := s.Runes
	if i < len(r) && r[i] == '半' {
		return half, i + 1, 1, true
	}
	var sum, section, digit int64
	start, plain := i, true
	var figures []int64
	for i < len(r) && i-start < longestHan {
		if d, is := hanDigits[r[i]]; is {
			digit = d
			figures = append(figures, d)
			i++
			continue
		}
		scale, is := hanScales[r[i]]
		if !is {
			break
		}
		plain = false
		switch {
		case scale >= 10_000:
			section = max(section+digit, 1) * scale
			if sum > 0 && scale > 10_000 {
				section = (sum + section/scale) * scale
				sum = 0
			}
			sum, section = sum+section, 0
		default:
			if digit == 0 {
				digit = 1
				if scale > 10 && i == start && !s.roundly(i) {
					return value, start, 0, false // 百, 千 alone are no figures
				}
			}
			section += digit * scale
		}
		digit = 0
		if sum > 1e15 || section > 1e15 {
			return value, start, 0, false
		}
		i++
	}
	if i == start {
		return value, start, 0, false
	}
	total := sum + section + digit
	if plain && len(figures) > 1 { // 二〇二五
		if len(figures) > 4 {
			return value, start, 0, false
		}
		total = 0
		for _, d := range figures {
			total = total*10 + d
		}
	}
	if i > start && (r[start] == '万' || r[start] == '亿') {
		return value, start, 0, false
	}
	value = decimal.NewFromInt(total)
	if s.has(i, "点") && i+1 < len(r) {
		if d, is := hanDigits[r[i+1]]; is {
			value = value.Add(decimal.New(d, -1))
			i += 2
			if i < len(r) {
				if d, is := hanDigits[r[i]]; is {
					value = value.Add(decimal.New(d, -2))
					i++
				}
			}
		}
	}
	return value, i, len(figures), true
}
