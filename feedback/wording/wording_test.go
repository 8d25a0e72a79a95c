package wording_test

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/feedback/wording"
	"github.com/meritkit/meritkit/text"
)

// A labelled sentence says what a careful reader finds in it; see testdata/phenomena.jsonl.
type labelled struct {
	ID     string    `json:"id"`
	Lang   text.Lang `json:"lang"`
	Text   string    `json:"text"`
	Labels struct {
		HasFact        bool `json:"has_fact"`
		HasImpact      bool `json:"has_impact"`
		HasImprovement bool `json:"has_improvement"`
		Judgemental    bool `json:"judgemental"`
		Absolute       bool `json:"absolute"`
		PersonalAttack bool `json:"personal_attack"`
	} `json:"labels"`
	Borderline []string `json:"borderline"`
	Flagged    []string `json:"flagged_spans"`
	Tokens     []string `json:"absolute_tokens"`
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
	require.Greater(tb, len(all), 300)
	return all
}

// A tally counts how often what was said is what was to be said.
type tally struct{ hit, wrong, missed int }

func (t *tally) count(want, said bool) {
	switch {
	case want && said:
		t.hit++
	case want:
		t.missed++
	case said:
		t.wrong++
	}
}

func (t *tally) precision() float64 { return float64(t.hit) / float64(t.hit+t.wrong) }
func (t *tally) recall() float64    { return float64(t.hit) / float64(t.hit+t.missed) }

// TestReadHoldsItsFloorOnTheLabelledSentences holds each label at a floor somewhat below
// what the rules reach today, so that a change that breaks a phenomenon is seen.
func TestReadHoldsItsFloorOnTheLabelledSentences(t *testing.T) {
	all := map[string]*tally{}
	clean, alarms, innocent, left := 0, 0, 0, 0
	for _, l := range phenomena(t) {
		r := wording.Read(l.Text, l.Lang)
		for label, pair := range map[string][2]bool{
			"has_fact":        {l.Labels.HasFact, r.HasFact()},
			"has_impact":      {l.Labels.HasImpact, r.HasImpact()},
			"has_improvement": {l.Labels.HasImprovement, r.HasImprovement()},
			"judgemental":     {l.Labels.Judgemental, r.Judgemental()},
			"absolute":        {l.Labels.Absolute, r.Absolute()},
			"personal_attack": {l.Labels.PersonalAttack, r.PersonalAttack()},
		} {
			if all[label] == nil {
				all[label] = &tally{}
			}
			if !slices.Contains(l.Borderline, label) {
				all[label].count(pair[0], pair[1])
			}
		}
		flagged := l.Labels.Judgemental || l.Labels.Absolute || l.Labels.PersonalAttack
		if !flagged && len(l.Borderline) == 0 {
			clean++
			if r.Absolute() || r.Judgemental() {
				alarms++
			}
		}
		if len(l.Tokens) > 0 && !l.Labels.Absolute {
			innocent++
			if !r.Absolute() {
				left++
			}
		}
	}
	for label, floor := range map[string]struct{ precision, recall float64 }{
		"has_fact": {0.90, 0.92}, "has_impact": {0.84, 0.85}, "has_improvement": {0.94, 0.95},
		"judgemental": {0.97, 0.90}, "absolute": {0.95, 0.89}, "personal_attack": {0.95, 0.85},
	} {
		assert.GreaterOrEqual(t, all[label].precision(), floor.precision, "precision of %s: %+v", label, *all[label])
		assert.GreaterOrEqual(t, all[label].recall(), floor.recall, "recall of %s: %+v", label, *all[label])
	}
	assert.LessOrEqual(t, alarms*100, clean*2, "%d of %d clean sentences are scolded", alarms, clean)
	assert.GreaterOrEqual(t, left*100, innocent*95, "%d of %d innocent absolutes are left alone", left, innocent)
}

// TestInnocentSentencesAreLeftAlone has one sentence for each reason to say nothing.
func TestInnocentSentencesAreLeftAlone(t *testing.T) {
	for reason, s := range map[string]string{
		"praise":              "You always manage to keep calm when the phones ring",
		"praise of attitude":  "Your attitude is great, and it was kind of you to stay late",
		"praise by denial":    "She has no ego and is a real team player",
		"praise, zh":          "你总是很有耐心地教新人",
		"not doing bad":       "He never misses a handover",
		"not doing bad, zh":   "她从不推卸责任",
		"requirement":         "Every time you enter the lab, you must wear glasses",
		"requirement, zh":     "每次开机前必须检查接地",
		"imperative":          "Never share your password with anyone",
		"imperative, zh":      "永远不要把钥匙留在门上",
		"thing":               "The build always breaks on Mondays",
		"thing, zh":           "这台打印机总是卡纸",
		"quotation":           "The guest said \"you never answer the phone\" and left",
		"quotation, zh":       "顾客说“你们总是迟到”，我核对了三次记录",
		"negated":             "I would not say that you never answer",
		"negated, zh":         "我并不是说你总是拖延",
		"mention":             "Leave out the word always",
		"supposed, zh":        "如果你总是熬夜，身体会吃不消",
		"one event":           "You were constantly checking the clock in yesterday's class",
		"oneself":             "I always forget to lock the cabinet",
		"work criticised":     "A careless slip in the second table",
		"work criticised, zh": "第二张表有两处粗心的错误",
		"no insult":           "There are no stupid questions here",
		"no insult, zh":       "垃圾邮件过滤规则已更新",
	} {
		r := wording.Read(s, "")
		assert.False(t, r.Absolute() || r.Judgemental(), "%s: %s %+v", reason, s, r)
	}
}

func TestAnAttackIsAJudgement(t *testing.T) {
	for _, s := range []string{"You are an idiot", "你就是个废物", "妳真是豬腦袋，廢物一個"} {
		r := wording.Read(s, "")
		assert.True(t, r.PersonalAttack() && r.Judgemental(), s)
	}
}

func TestReadTellsTheLanguageFromTheText(t *testing.T) {
	for s, want := range map[string]text.Lang{"你总是迟到": text.Chinese, "you are late": text.English, "": text.English} {
		assert.Equal(t, want, wording.Read(s, "").Lang, s)
	}
}

func TestTraditionalAndSimplifiedReadTheSame(t *testing.T) {
	hant, hans := wording.Read("你總是遲到，態度很差，客戶都等了兩個小時", ""), wording.Read("你总是迟到，态度很差，客户都等了两个小时", "")
	require.NotEmpty(t, hans.Absolutes)
	require.NotEmpty(t, hans.Judgements)
	require.NotEmpty(t, hans.Impacts)
	hant.Text, hans.Text = "", ""
	assert.Equal(t, hans, hant)
}

func TestPraiseNeedsNoWayForward(t *testing.T) {
	for _, f := range wording.Read("周三你替小组核对了四十份合同，团队因此提前一天交付", text.Chinese).Findings() {
		t.Errorf("%s: %s", f.Why.Code, f.Why.In(text.Chinese))
	}
}

func TestThePartsOfARecordMayStandInDifferentStatements(t *testing.T) {
	statements := []string{
		"The August stock list was two days late.",
		"As a result the warehouse ordered twice.",
		"Please send it by the 3rd from now on.",
	}
	assert.Empty(t, wording.Review(statements, text.English))
	found := wording.Review(append(statements[:2:2], "You are always late."), text.English)
	require.Len(t, found, 2)
	assert.Equal(t, 2, found[0].Statement)
	assert.Equal(t, "wording.absolute", found[0].Why.Code)
	assert.Equal(t, "wording.improvement", found[1].Why.Code)
}

// FuzzRead: any text can be read, and every span is a piece of it.
func FuzzRead(f *testing.F) {
	for _, l := range phenomena(f) {
		f.Add(l.Text, string(l.Lang))
	}
	for _, s := range []string{"“”“", "''''", "你老是……", "always", "一百百百遍", "第三", "\xff\xfe你总是", "every time, every time,", "没没没", "----", "1,2,3:4"} {
		f.Add(s, "")
		f.Add(strings.Repeat(s, 50), "zh")
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		r := wording.Read(s, text.Lang(lang))
		for _, span := range slices.Concat(r.Facts, r.Impacts, r.Improvements, r.Absolutes, r.Judgements, r.Attacks) {
			inside(t, r, span)
			require.False(t, span.IsZero())
		}
		for _, finding := range r.Findings() {
			require.False(t, finding.Proposal.IsZero(), finding.Why.Code)
			inside(t, r, finding.Span)
		}
	})
}

func inside(t *testing.T, r wording.Reading, s wording.Span) {
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
		wording.Read(all[i%len(all)].Text, all[i%len(all)].Lang)
		i++
	}
}

// BenchmarkReadLine reads a line of a megabyte that is one long complaint.
func BenchmarkReadLine(b *testing.B) {
	for name, piece := range map[string]string{"always": "you always ", "zongshi": "你总是，", "han": "你总是", "quotes": "“", "words": "lazy ", "letters": "a", "numbers": "1,"} {
		s := strings.Repeat(piece, 1<<20/len(piece))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				wording.Read(s, "")
			}
		})
	}
}
