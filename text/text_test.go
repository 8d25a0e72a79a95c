package text_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/text"
)

var weights = text.Message{
	Code: "example.weights",
	En:   "weights add up to {sum} %, not 100 %",
	Zh:   "权重合计 {sum}%，应为 100%",
}

func ExampleMessage_With() {
	said := weights.With("sum", 99)
	fmt.Println(said.In(text.English))
	fmt.Println(said.In(text.Chinese))
	// Output:
	// weights add up to 99 %, not 100 %
	// 权重合计 99%，应为 100%
}

func TestArgumentsAreSaidInTheLanguageAroundThem(t *testing.T) {
	m := text.Message{Code: "x.y", En: "{what}: {all}", Zh: "{what}：{all}"}
	said := m.With("what", text.Label{En: "levels", Zh: "等级"}, "all", []text.Speaker{
		text.Label{En: "good", Zh: "良好"}, text.Label{En: "fair"},
	})
	assert.Equal(t, "levels: good, fair", said.In(text.English))
	assert.Equal(t, "等级：良好、fair", said.In(text.Chinese))
	assert.Equal(t, map[string]string{"what": "levels", "all": "good, fair"}, said.Args)
	assert.Equal(t, "a、b", text.Message{Zh: "{l}"}.With("l", []string{"a", "b"}).In(text.Chinese))
}

func TestAnArgumentThatLooksLikeAGapIsLeftAlone(t *testing.T) {
	m := text.Message{En: "{a} and {b}", Zh: "{b}{a}"}
	said := m.With("a", "{b}", "b", "{a}")
	assert.Equal(t, "{b} and {a}", said.In(text.English))
	assert.Equal(t, "{a}{b}", said.In(text.Chinese))
}

func TestAnExcerptIsShortAndOnOneLine(t *testing.T) {
	assert.Equal(t, "[  1 ]�", text.Excerpt("[\n\t1\x00]\xff"))
	assert.Equal(t, strings.Repeat("长", 40)+"…", text.Excerpt(strings.Repeat("长", 1_000_000)))
}

func TestAGapWithoutAnArgumentStays(t *testing.T) {
	assert.Equal(t, "weights add up to {sum} %, not 100 %", weights.Plain().In(text.English))
	assert.Equal(t, "weights add up to {sum} %, not 100 %", weights.With("sum").In(text.English), "a name without a value")
	m := text.Message{En: "{a {b} {", Zh: "}{b}{a"}
	assert.Equal(t, "{a 1 {", m.With("b", 1).In(text.English), "a gap behind a brace that opens none")
	assert.Equal(t, "}1{a", m.With("b", 1).In(text.Chinese))
}

func TestATextReadsBackAsItWasWritten(t *testing.T) {
	said := weights.With("sum", "{sum}")
	raw, err := json.Marshal(said)
	require.NoError(t, err)
	assert.JSONEq(t, `{"code":"example.weights","args":{"sum":"{sum}"},
		"en":"weights add up to {sum} %, not 100 %","zh":"权重合计 {sum}%，应为 100%"}`, string(raw))
	var back text.Text
	require.NoError(t, json.Unmarshal(raw, &back))
	assert.Equal(t, said, back)
}

func TestALabelFallsBackToTheOtherLanguage(t *testing.T) {
	for _, c := range []struct {
		label  text.Label
		en, zh string
	}{
		{text.Label{En: "good", Zh: "良好"}, "good", "良好"},
		{text.Label{En: "good"}, "good", "good"},
		{text.Label{Zh: "良好"}, "良好", "良好"},
		{text.Label{}, "", ""},
	} {
		assert.Equal(t, c.en, c.label.In(text.English))
		assert.Equal(t, c.zh, c.label.In(text.Chinese))
		assert.Equal(t, c.en, c.label.In("fr"), "an unknown language reads as English")
	}
	assert.True(t, text.Label{En: "  "}.IsZero())
}

func TestParseLang(t *testing.T) {
	for tag, want := range map[string]text.Lang{
		"zh": text.Chinese, "ZH-cn": text.Chinese, "zh_Hant_TW": text.Chinese, " en ": text.English, "en-GB": text.English,
	} {
		got, ok := text.ParseLang(tag)
		assert.True(t, ok, tag)
		assert.Equal(t, want, got, tag)
	}
	for _, tag := range []string{"", "fr", "chinese", "-"} {
		got, ok := text.ParseLang(tag)
		assert.False(t, ok, tag)
		assert.Equal(t, text.English, got, tag)
	}
}

func TestGapsSayWhetherTheLanguagesAgree(t *testing.T) {
	names, same := text.Message{En: "{b} {a} {a}", Zh: "{a}{b}"}.Gaps()
	assert.Equal(t, []string{"a", "b"}, names)
	assert.True(t, same)
	_, same = text.Message{En: "{a}", Zh: "{b}"}.Gaps()
	assert.False(t, same)
	_, same = text.Message{En: "{a", Zh: "a}"}.Gaps()
	assert.True(t, same, "neither has a gap")
}

func FuzzMessage(f *testing.F) {
	f.Add("{a} b {c}", "a", "{a}")
	f.Add("{", "", "}")
	f.Fuzz(func(t *testing.T, template, name, value string) {
		m := text.Message{En: template, Zh: template}
		said := m.With(name, value)
		if !strings.Contains(template, "{"+name+"}") && said.In(text.English) != template {
			t.Errorf("%q changed to %q though it has no gap %q", template, said.In(text.English), name)
		}
		m.Gaps()
	})
}

func BenchmarkMessage(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_ = weights.With("sum", "99")
	}
}
