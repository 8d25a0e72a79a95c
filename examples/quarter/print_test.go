package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"

	"github.com/meritkit/meritkit/examples/internal/terminal"
	"github.com/meritkit/meritkit/text"
)

func TestColumnsLineUp(t *testing.T) {
	var out bytes.Buffer
	p := printer{out: &out, lang: text.Chinese}
	g := p.table(text.Label{Zh: "姓名"}, text.Label{Zh: ">得分"}, text.Label{Zh: "等级"})
	p.row(g, "陈七", decimal.RequireFromString("1234.5"), text.Label{Zh: "优秀"})
	p.row(g, "Anne", 7, "-")
	p.print(g)
	assert.Equal(t, ""+
		"   姓名     得分  等级\n"+
		"   ----  -------  ----\n"+
		"   陈七  1,234.5  优秀\n"+
		"   Anne        7  -\n", out.String())
}

func TestALongHeadingIsBroken(t *testing.T) {
	var out bytes.Buffer
	p := printer{out: &out, lang: text.English}
	g := p.table(text.Label{En: "Who"}, text.Label{En: ">departments praising"})
	p.row(g, "Anne", 3)
	p.print(g)
	assert.Equal(t, ""+
		"         departments\n"+
		"   Who      praising\n"+
		"   ----  -----------\n"+
		"   Anne            3\n", out.String())
}

func TestFiguresAreGrouped(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "999": "999", "1000": "1,000", "1230000.50": "1,230,000.5", "-1234": "-1,234", "0.05": "0.05", "12345678": "12,345,678",
	} {
		assert.Equal(t, want, grouped(decimal.RequireFromString(in)), in)
	}
}

func TestABarHasTenMarks(t *testing.T) {
	for in, want := range map[int64]string{
		-20: "[..........]", 0: "[..........]", 9: "[..........]", 33: "[###.......]", 100: "[##########]", 250: "[##########]",
	} {
		assert.Equal(t, want, bar(decimal.NewFromInt(in)))
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("plain words that go on for a while", uint8(12))
	f.Add("企业客户的平均采购周期由 20 天拉长到 26 天（+30%），订单推迟。", uint8(20))
	f.Add("“引文”（括号）、a.b,c 1,230,000元", uint8(7))
	f.Fuzz(func(t *testing.T, s string, wide uint8) {
		most := 2 + int(wide)
		lines := wrap(s, most)
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		assert.Equal(t, squeeze(string([]rune(s))), squeeze(strings.Join(lines, "")), "nothing is lost")
		for i, line := range lines {
			if i > 0 {
				assert.False(t, strings.HasPrefix(line, "，") || strings.HasPrefix(line, "。"), line)
			}
			if terminal.Width(line) > most { // only what can't be broken is longer
				seen := slices.DeleteFunc(pieces(line), func(piece string) bool { return terminal.Width(piece) == 0 })
				assert.Len(t, seen, 1, line)
			}
		}
	})
}
