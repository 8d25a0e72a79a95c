package text

import (
	"fmt"
	"slices"
	"strings"
)

// A Message is a sentence with gaps, in both languages. Gaps are named in braces:
//
//	text.Message{
//		Code: "goal.plan.weights",
//		En:   "weights add up to {sum} %, not 100 %",
//		Zh:   "权重合计 {sum}%，应为 100%",
//	}
//
// Code is public contract: it begins with the name of the package that declares it and
// is never given to another sentence.
type Message struct {
	Code string
	En   string
	Zh   string
}

// A Text is a message filled in: what is shown to a person, and what is stored.
// It is complete in itself; reading it back needs no catalogue.
type Text struct {
	Code string `json:"code"`
	// Args are the figures and names that were filled in, in their plain form, so
	// that a program can word the message anew, in a third language for example.
	Args map[string]string `json:"args,omitempty"`
	Label
}

// A Speaker says the same thing in either language: a [Label], a [Text], or a value
// of a domain type such as a status.
type Speaker interface {
	In(l Lang) string
}

// Plain is the message where it has no gaps.
func (m Message) Plain() Text { return m.With() }

// With fills the gaps. Arguments come as name and value in turn:
//
//	weights.With("sum", sum)
//
// A value that is a [Speaker] is said in the language of the sentence around it; a
// []Speaker or []string is listed; anything else is printed as [fmt.Sprint] does.
// A gap without an argument stays as it is written.
func (m Message) With(nameValue ...any) Text {
	t := Text{Code: m.Code, Label: Label{En: m.En, Zh: m.Zh}}
	if len(nameValue) < 2 {
		return t
	}
	t.Args = make(map[string]string, len(nameValue)/2)
	en := make([]string, 0, len(nameValue))
	zh := make([]string, 0, len(nameValue))
	for i := 0; i+1 < len(nameValue); i += 2 {
		name := fmt.Sprint(nameValue[i])
		gap := "{" + name + "}"
		inEn, inZh := say(nameValue[i+1], English), say(nameValue[i+1], Chinese)
		t.Args[name] = inEn
		en = append(en, gap, inEn)
		zh = append(zh, gap, inZh)
	}
	// A Replacer goes through the template once, so an argument that itself
	// looks like a gap is left alone.
	t.En = strings.NewReplacer(en...).Replace(m.En)
	t.Zh = strings.NewReplacer(zh...).Replace(m.Zh)
	return t
}

// Gaps lists the names in braces that occur in the message, sorted, and reports
// whether both languages have the same ones.
func (m Message) Gaps() (names []string, same bool) {
	en, zh := gaps(m.En), gaps(m.Zh)
	return en, slices.Equal(en, zh)
}

func gaps(template string) []string {
	var names []string
	for rest := template; ; {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(rest[open:], '}')
		if end < 0 {
			break
		}
		names = append(names, rest[open+1:open+end])
		rest = rest[open+end+1:]
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func say(v any, l Lang) string {
	switch v := v.(type) {
	case Speaker:
		return v.In(l)
	case []string:
		return list(v, l)
	case []Speaker:
		said := make([]string, len(v))
		for i, s := range v {
			said[i] = s.In(l)
		}
		return list(said, l)
	}
	return fmt.Sprint(v)
}

func list(items []string, l Lang) string {
	if l == Chinese {
		return strings.Join(items, "、")
	}
	return strings.Join(items, ", ")
}
