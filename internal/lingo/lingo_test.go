package lingo_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/meritkit/meritkit/internal/lingo"
)

func TestFoldKeepsTheBytesOfTheOriginal(t *testing.T) {
	f := lingo.Fold("Ｑ３總是“Late”")
	assert.Equal(t, `q3总是"late"`, string(f.Runes))
	assert.Equal(t, "總是", f.Source[f.At[2]:f.At[4]])
	assert.Equal(t, 2, f.Hans)
	assert.True(t, f.Upper(0))
	assert.False(t, f.Upper(6))
	assert.Len(t, f.At, len(f.Runes)+1)
}

func TestTheLongestWordWinsAndNoneEndsWithinAnother(t *testing.T) {
	l := lingo.NewLexicon[string]()
	for _, word := range []string{"总", "总是", "all", "all the time", "don't"} {
		*l.Word(word) = word
	}
	for s, want := range map[string]string{
		"总是": "总是", "总共": "总", "All  the\ttime": "all the time", "all the timers": "all", "allow": "", "all-in": "", "Don’t": "don't", "": "",
	} {
		known, end := l.Longest(lingo.Fold(s), 0)
		assert.Equal(t, want, known, s)
		assert.Equal(t, want == "", end == 0, s)
	}
}

func TestWordsSplitsTables(t *testing.T) {
	assert.Equal(t, []string{"总是", "老是", "all the time", "never"}, slices.Collect(lingo.Words("总是 老是\nall the time,\nnever")))
}

func TestInflectGivesTheFormsOfAVerb(t *testing.T) {
	for verb, want := range map[string][]string{
		"ignore":    {"ignore", "ignores", "ignored", "ignoring"},
		"deny":      {"deny", "denies", "denied", "denying"},
		"skipp":     {"skip", "skips", "skipped", "skipping"},
		"miss":      {"miss", "misses", "missed", "missing"},
		"talk over": {"talk over", "talks over", "talked over", "talking over"},
		"x":         {"x"},
	} {
		assert.Equal(t, want, lingo.Inflect(verb), verb)
	}
}
