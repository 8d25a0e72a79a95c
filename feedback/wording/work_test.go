package wording

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestReadWorksInProportionToTheLength reads texts made to be hard and the same twice as
// long, and compares how often the rules looked at a token.
func TestReadWorksInProportionToTheLength(t *testing.T) {
	for _, piece := range []string{
		"总是", "always ", "never ", "你", "you ", "不", "not ", "没有", "什么", "都", "ever ", "nobody ", "\"", "'", "“你”", ",", "，", ".", "a. ",
		"你总是", "you always ", "every time, ", "每次，", "太", "too ", "lack ", "缺乏", "态度", "责任心", "废物", "stupid ", "lazy ", "的", "请", "please ",
		"if ", "如果", "3 ", "三次", "昨天", "客户", "and the client ", "so ", "which ", "导致", "felt ", "一", "第", "团队，", "must ", "1,", "-", "- ", "(", "always? ",
	} {
		_, short := read(strings.Repeat(piece, 2<<10), "")
		_, long := read(strings.Repeat(piece, 4<<10), "")
		assert.LessOrEqual(t, long, 2*short+short/10+2000, "%q: %d looks, and %d for twice the length", piece, short, long)
	}
}
