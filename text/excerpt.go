package text

import (
	"strings"
	"unicode"
)

// Excerpt is the beginning of a foreign text, as much of it as a message should repeat,
// on one line.
func Excerpt(s string) string {
	const longest = 40
	s = strings.ToValidUTF8(s[:min(len(s), 4*longest)], "\uFFFD")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}
