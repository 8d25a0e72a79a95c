package text

import "strings"

// Excerpt is the beginning of a foreign text, as much of it as a message should repeat.
func Excerpt(s string) string {
	const longest = 40
	s = strings.ToValidUTF8(s[:min(len(s), 4*longest)], "\uFFFD")
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}
