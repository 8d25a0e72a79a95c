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
	given := make([]argument, len(nameValue)/2)
	for i := range given {
		name, ok := nameValue[2*i].(string)
		if !ok {
			name = fmt.Sprint(nameValue[2*i])
		}
		en, zh := said(nameValue[2*i+1])
		given[i] = argument{name, en, zh}
		t.Args[name] = en
	}
	t.En = fill(m.En, English, given)
	t.Zh = fill(m.Zh, Chinese, given)
	return t
}

// An argument is what a gap is filled with, in each language.
type argument struct{ name, en, zh string }

// fill puts the arguments into the gaps of a template. It goes through the template
// once, so an argument that itself looks like a gap is left alone.
func fill(template string, l Lang, given []argument) string {
	var b strings.Builder
	b.Grow(2 * len(template))
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		b.WriteString(template[:open])
		template = template[open:]
		end := strings.IndexByte(template, '}')
		if end < 0 {
			break
		}
		i := slices.IndexFunc(given, func(a argument) bool { return a.name == template[1:end] })
		switch {
		case i < 0:
			end = 0 // no gap of this message's; another may open behind the brace
			b.WriteByte('{')
		case l == Chinese:
			b.WriteString(given[i].zh)
		default:
			b.WriteString(given[i].en)
		}
		template = template[end+1:]
	}
	b.WriteString(template)
	return b.String()
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

// said is a value in both languages.
func said(v any) (en, zh string) {
	switch v := v.(type) {
	case string:
		return v, v
	case Speaker:
		return v.In(English), v.In(Chinese)
	case []string:
		return strings.Join(v, ", "), strings.Join(v, "、")
	case []Speaker:
		ens, zhs := make([]string, len(v)), make([]string, len(v))
		for i, s := range v {
			ens[i], zhs[i] = s.In(English), s.In(Chinese)
		}
		return strings.Join(ens, ", "), strings.Join(zhs, "、")
	}
	en = fmt.Sprint(v)
	return en, en
}
