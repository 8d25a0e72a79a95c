package lingo

import "strings"

// A Lexicon finds the longest of its words that begins at a place. What it knows of a word
// is an E. It is filled once, by [Lexicon.Word], and only read from then on.
type Lexicon[E any] struct {
	next    map[step]int32
	entries []entry[E]
}

type step struct {
	node int32
	r    rune
}

type entry[E any] struct {
	word  bool
	known E
}

// NewLexicon is a lexicon without a word.
func NewLexicon[E any]() *Lexicon[E] {
	return &Lexicon[E]{next: map[step]int32{}, entries: make([]entry[E], 1)}
}

// Word adds a word, unless it is there, and gives what is known of it, to be filled in.
func (l *Lexicon[E]) Word(word string) *E {
	node := int32(0)
	for _, r := range word {
		r = FoldRune(r)
		to, ok := l.next[step{node, r}]
		if !ok {
			to = int32(len(l.entries))
			l.entries = append(l.entries, entry[E]{})
			l.next[step{node, r}] = to
		}
		node = to
	}
	l.entries[node].word = true
	return &l.entries[node].known
}

// Longest finds the longest word at rune i that does not end within another, and the rune
// where it ends, which is i if there is none. A blank of a word stands for any number of
// blanks, within reason.
func (l *Lexicon[E]) Longest(t Text, i int) (known E, end int) {
	end = i
	node := int32(0)
	for j := i; j < len(t.Runes) && j-i < LongestWord; {
		r := t.Runes[j]
		if IsSpace(r) {
			for j+1 < len(t.Runes) && j-i < LongestWord && IsSpace(t.Runes[j+1]) {
				j++
			}
			r = ' '
		} else if r == '’' {
			r = '\''
		}
		to, ok := l.next[step{node, r}]
		if !ok {
			break
		}
		node, j = to, j+1
		if found := l.entries[node]; found.word && WordEnds(t.Runes, j) {
			known, end = found.known, j
		}
	}
	return known, end
}

// LongestWord bounds the look ahead: more than the longest word with its blanks.
const LongestWord = 48

// WordEnds reports whether no word of letters goes on at rune j.
func WordEnds(runes []rune, j int) bool {
	if j >= len(runes) || j == 0 || !IsLetter(runes[j-1]) {
		return true
	}
	if IsLetter(runes[j]) || IsDigit(runes[j]) {
		return false
	}
	return !Joins(runes, j)
}

// Joins reports whether the mark at j ties two letters into one word: self-serve, don't.
func Joins(runes []rune, j int) bool {
	switch runes[j] {
	case '-', '\'', '’', '&', '_', '/', '.':
		return j > 0 && j+1 < len(runes) && IsLetter(runes[j-1]) && IsLetter(runes[j+1])
	}
	return false
}

// Words yields the words of a table: Chinese ones stand between blanks, those with letters
// between commas and may hold blanks.
func Words(table string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			for part := range strings.SplitSeq(line, ",") {
				if strings.ContainsFunc(part, IsHan) {
					for word := range strings.FieldsSeq(part) {
						if !yield(word) {
							return
						}
					}
				} else if part = strings.TrimSpace(part); part != "" && !yield(part) {
					return
				}
			}
		}
	}
}

// Inflect gives the forms of a regular English verb; of a phrase, those of its first word.
// A verb that doubles its last letter is written with it doubled: "cutt", "plann".
func Inflect(verb string) []string {
	word, rest, _ := strings.Cut(verb, " ")
	if rest != "" {
		rest = " " + rest
	}
	n := len(word)
	if n < 2 {
		return []string{verb}
	}
	last, before := word[n-1], word[n-2]
	var forms []string
	switch {
	case last == 'e':
		forms = []string{word, word + "s", word + "d", word[:n-1] + "ing"}
	case last == 'y' && !strings.ContainsRune("aeiou", rune(before)):
		forms = []string{word, word[:n-1] + "ies", word[:n-1] + "ied", word + "ing"}
	case last == before && strings.ContainsRune("bdgmnprt", rune(last)):
		forms = []string{word[:n-1], word[:n-1] + "s", word + "ed", word + "ing"}
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), last == 'x':
		forms = []string{word, word + "es", word + "ed", word + "ing"}
	default:
		forms = []string{word, word + "s", word + "ed", word + "ing"}
	}
	for i := range forms {
		forms[i] += rest
	}
	return forms
}
