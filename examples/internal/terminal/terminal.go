// Package terminal lines text up on a terminal, where a Chinese character is as wide as two
// Latin ones.
package terminal

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Width is how many columns s takes: a Chinese character takes two, a combining mark none.
func Width(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case IsWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// IsWide reports whether r takes two columns.
func IsWide(r rune) bool {
	kind := width.LookupRune(r).Kind()
	return kind == width.EastAsianWide || kind == width.EastAsianFullwidth
}

// Left is s with as many spaces behind it as fill the columns, Right with them before it.
func Left(s string, columns int) string { return s + fill(s, columns) }

// Right is [Left] with the spaces before s.
func Right(s string, columns int) string { return fill(s, columns) + s }

func fill(s string, columns int) string { return strings.Repeat(" ", max(columns-Width(s), 0)) }
