package terminal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/meritkit/meritkit/examples/internal/terminal"
)

func TestAChineseCharacterTakesTwoColumns(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "abc": 3, "绩效": 4, "绩效 abc": 8, "（新人）": 8, "ｗｉｄｅ": 8, "e\u0301": 1, "→": 1, "20小时": 6, "\t": 1,
	} {
		assert.Equal(t, want, terminal.Width(s), s)
	}
	assert.Equal(t, "绩效 |", terminal.Left("绩效", 5)+"|")
	assert.Equal(t, " 绩效", terminal.Right("绩效", 5))
	assert.Equal(t, "绩效", terminal.Right("绩效", 3))
}
