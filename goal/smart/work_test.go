package smart

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestReadWorksInProportionToTheLength reads texts made to be hard and the same twice as
// long, and compares how often the rules looked at a token.
func TestReadWorksInProportionToTheLength(t *testing.T) {
	for _, piece := range []string{
		"9", "(", ")", "(1)", ",", "1,", "1,000", "万", "一", "从", "from ", "to ", "by doing ", "通过", "通过测试", "before ", "within 2 ",
		"每周", "1-", "Q1 ", "5%→", "降低", "的", "a-", "1.", "____", "在基础", "from 1 to ", "(current 5%)", "double ", "(翻番)", "by doing by May, ",
		"从5% ", "以方法", "前", "毕业前", "and improve ", "every ", "launch x and ", "无事故", "5%的", "no ", "all the ", "weekly ", "2025年", "x% ",
	} {
		_, short := read(strings.Repeat(piece, 4<<10), "")
		_, long := read(strings.Repeat(piece, 8<<10), "")
		assert.LessOrEqual(t, long, 2*short+short/10+1000, "%q: %d looks, and %d for twice the length", piece, short, long)
	}
}
