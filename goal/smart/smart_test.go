package smart_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

// A labelled sentence says what a careful reader finds in it; see testdata/phenomena.jsonl.
type labelled struct {
	ID     string    `json:"id"`
	Lang   text.Lang `json:"lang"`
	Text   string    `json:"text"`
	Labels struct {
		Specific   bool `json:"specific"`
		Measurable bool `json:"measurable"`
		TimeBound  bool `json:"time_bound"`
	} `json:"labels"`
	Facts      labels   `json:"facts"`
	More       []labels `json:"facts_more"`
	Borderline []string `json:"borderline"`
	Tags       []string `json:"tags"`
}

type labels struct {
	Metric     string           `json:"metric"`
	Unit       string           `json:"unit"`
	Baseline   json.RawMessage  `json:"baseline"`
	Target     json.RawMessage  `json:"target"`
	Kind       smart.TargetKind `json:"target_kind"`
	Comparator smart.Comparator `json:"comparator"`
	Direction  smart.Direction  `json:"direction"`
	DueText    string           `json:"due_text"`
	PeriodKind smart.PeriodKind `json:"period_kind"`
}

func phenomena(tb testing.TB) []labelled {
	tb.Helper()
	f, err := os.Open("testdata/phenomena.jsonl")
	require.NoError(tb, err)
	defer f.Close()
	var all []labelled
	for in := bufio.NewScanner(f); in.Scan(); {
		var l labelled
		require.NoError(tb, json.Unmarshal(in.Bytes(), &l), in.Text())
		all = append(all, l)
	}
	require.Greater(tb, len(all), 200)
	return all
}

// A tally counts how often what was said is what was to be said.
type tally struct{ hit, wrong, missed, quiet int }

func (t *tally) count(want, said, same bool) {
	switch {
	case want && said && same:
		t.hit++
	case want && said:
		t.wrong++
		t.missed++
	case want:
		t.missed++
	case said:
		t.wrong++
	default:
		t.quiet++
	}
}

func (t *tally) f1() float64 { return 2 * float64(t.hit) / float64(2*t.hit+t.wrong+t.missed) }

func (t *tally) balanced() float64 {
	return (float64(t.hit)/float64(t.hit+t.missed) + float64(t.quiet)/float64(t.quiet+t.wrong)) / 2
}

// TestReadHoldsItsFloorOnTheLabelledSentences holds each label at a floor somewhat below
// what the rules reach today, so that a change that breaks a phenomenon is seen.
func TestReadHoldsItsFloorOnTheLabelledSentences(t *testing.T) {
	all := map[string]*tally{}
	count := func(label string, want, said, same bool) {
		if all[label] == nil {
			all[label] = &tally{}
		}
		all[label].count(want, said, same)
	}
	for _, l := range phenomena(t) {
		r := smart.Read(l.Text, l.Lang)
		for label, pair := range map[string][2]bool{
			"specific":   {l.Labels.Specific, r.Specific},
			"measurable": {l.Labels.Measurable, r.Measure == smart.Numeric},
			"time_bound": {l.Labels.TimeBound, r.Due != nil},
		} {
			if !slices.Contains(l.Borderline, label) {
				count(label, pair[0], pair[1], true)
			}
		}
		facts := r.Facts
		if len(l.More) == 0 && len(facts) > 1 {
			facts = facts[:1]
		}
		each := func(label string, want string, of func(smart.Fact) string, same func(want, said string) bool) {
			said, hit := false, false
			for _, f := range facts {
				s := of(f)
				said, hit = said || s != "", hit || (s != "" && same(want, s))
			}
			count(label, want != "", said, hit)
		}
		equal := func(want, said string) bool { return want == said }
		each("metric", l.Facts.Metric, func(f smart.Fact) string { return r.Of(f.Metric) }, overlap)
		each("unit", l.Facts.Unit, func(f smart.Fact) string {
			if f.Target == nil {
				return ""
			}
			return f.Target.Unit
		}, equal)
		each("baseline", figures(l.Facts.Baseline), func(f smart.Fact) string { return plain(f.Baseline) }, equal)
		each("target", figures(l.Facts.Target), func(f smart.Fact) string { return plain(f.Target) }, equal)
		each("kind", string(l.Facts.Kind), func(f smart.Fact) string { return string(f.Kind) }, equal)
		each("comparator", string(l.Facts.Comparator), func(f smart.Fact) string { return string(f.Comparator) }, equal)
		each("direction", string(l.Facts.Direction), func(f smart.Fact) string { return string(f.Direction) }, equal)
		due, kind := "", smart.PeriodKind("")
		if r.Due != nil {
			due, kind = r.Of(r.Due.Span), r.Due.Kind
		}
		count("due", l.Facts.DueText != "", due != "", strings.Contains(due, l.Facts.DueText) || strings.Contains(l.Facts.DueText, due))
		if (l.Facts.DueText == "") == (l.Facts.PeriodKind == "") {
			count("period", l.Facts.PeriodKind != "", kind != "", kind == l.Facts.PeriodKind)
		}
	}
	assert.GreaterOrEqual(t, all["specific"].balanced(), 0.95, "specific")
	for label, floor := range map[string]float64{
		"measurable": 0.98, "time_bound": 0.98, "metric": 0.92, "unit": 0.94, "baseline": 0.94, "target": 0.96,
		"kind": 0.96, "comparator": 0.96, "direction": 0.94, "due": 0.98, "period": 0.97,
	} {
		assert.GreaterOrEqual(t, all[label].f1(), floor, "%s: %+v", label, *all[label])
	}
}

// figures are the figures of a label in their plain form.
func figures(raw json.RawMessage) string {
	if len(raw) == 0 || string(raw) == "null" {
		return ""
	}
	var parts []string
	for part := range strings.SplitSeq(strings.Trim(string(raw), "[]\""), ",") {
		parts = append(parts, decimal.RequireFromString(strings.TrimSpace(part)).String())
	}
	return strings.Join(parts, " to ")
}

func plain(a *smart.Amount) string {
	switch {
	case a == nil:
		return ""
	case a.High != nil:
		return a.Value.String() + " to " + a.High.String()
	}
	return a.Value.String()
}

// overlap reports whether two phrases share half of their words or characters.
func overlap(want, said string) bool {
	a, b := grams(want), grams(said)
	hit := 0
	for g := range a {
		if b[g] {
			hit++
		}
	}
	return hit > 0 && 4*hit >= len(a)+len(b)
}

func grams(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		out[w] = true
	}
	for _, r := range s {
		if r > utf8.RuneSelf {
			out[string(r)] = true
		}
	}
	return out
}

func TestReadTellsTheLanguageFromTheText(t *testing.T) {
	for s, want := range map[string]text.Lang{
		"把退货率降到3%": text.Chinese, "cut returns to 3%": text.English, "Q3前NPS达到50": text.Chinese, "": text.English,
		"Ship the 微信 mini program to every store by March": text.English,
	} {
		assert.Equal(t, want, smart.Read(s, "").Lang, s)
	}
}

func TestTraditionalAndSimplifiedReadTheSame(t *testing.T) {
	hant, hans := smart.Read("今年第三季將客訴處理時間縮短至兩天以內", ""), smart.Read("今年第三季将客诉处理时间缩短至两天以内", "")
	require.Len(t, hans.Facts, 1)
	assert.Equal(t, hans.Facts, hant.Facts)
	assert.Equal(t, hans.Due, hant.Due)
	assert.Equal(t, "客訴處理時間", hant.Of(hant.Facts[0].Metric))
}

func TestFullWidthReadsAsHalfWidth(t *testing.T) {
	r := smart.Read("Ｑ４毛利率≥３５％", text.Chinese)
	require.Len(t, r.Facts, 1)
	assert.Equal(t, "35", plain(r.Facts[0].Target))
	assert.Equal(t, "%", r.Facts[0].Target.Unit)
	assert.Equal(t, "Ｑ４", r.Of(r.Due.Span))
}

// FuzzRead: any text can be read, and every span is a piece of it.
func FuzzRead(f *testing.F) {
	for _, l := range phenomena(f) {
		f.Add(l.Text, string(l.Lang))
	}
	for _, s := range []string{"((((((", "1,000,000,000,", "万万亿亿", "from 5 to", "通过通过通过测试", "\xff\xfe9%", "2025-", "by ing", "1.2.3.4", "从从到到5", "三成成成"} {
		f.Add(s, "")
		f.Add(strings.Repeat(s, 50), "zh")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		r := smart.Read(s, text.Lang(lang))
		check(t, r)
		for _, finding := range r.Findings() {
			require.False(t, finding.Open() && finding.Proposal.IsZero(), finding.Why.Code)
			inside(t, r, finding.Span)
		}
	})
}

func check(t *testing.T, r smart.Reading) {
	t.Helper()
	spans := slices.Clone(r.Vague)
	spans = append(spans, r.Method)
	for _, f := range r.Facts {
		spans = append(spans, f.Metric)
		for _, a := range []*smart.Amount{f.Baseline, f.Target} {
			if a != nil {
				spans = append(spans, a.Span)
				require.True(t, a.High == nil || a.High.GreaterThanOrEqual(a.Value), "a range ends before it begins")
			}
		}
	}
	if r.Due != nil {
		spans = append(spans, r.Due.Span)
		require.False(t, r.Due.Span.IsZero())
	}
	for _, s := range spans {
		inside(t, r, s)
	}
}

func inside(t *testing.T, r smart.Reading, s smart.Span) {
	t.Helper()
	require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(r.Text), "%v is not within %d bytes", s, len(r.Text))
	if utf8.ValidString(r.Text) {
		require.True(t, utf8.ValidString(r.Of(s)), "%v cuts a character", s)
	}
}

func BenchmarkRead(b *testing.B) {
	all := phenomena(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		smart.Read(all[i%len(all)].Text, all[i%len(all)].Lang)
		i++
	}
}

// BenchmarkReadLine reads a line of a megabyte that is one long list.
func BenchmarkReadLine(b *testing.B) {
	for name, piece := range map[string]string{"digits": "1234567890", "brackets": "(1)", "from": "from 1 to ", "wan": "万", "via": "通过测试"} {
		s := strings.Repeat(piece, 1<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				smart.Read(s, "")
			}
		})
	}
}
