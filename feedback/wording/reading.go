package wording

import (
	"github.com/meritkit/meritkit/internal/lingo"
	"github.com/meritkit/meritkit/text"
)

// A Span is a piece of the text, from byte Start up to byte End. The zero Span is none.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// IsZero reports whether the span is none.
func (s Span) IsZero() bool { return s == Span{} }

// A Reading is what a piece of feedback says. All spans are of Text, in its order.
type Reading struct {
	Text string    `json:"text"`
	Lang text.Lang `json:"lang"`
	// Facts are the clauses that tell something checkable: a count, an occasion, a named work.
	Facts []Span `json:"facts,omitempty"`
	// Impacts are the clauses that say what came of it for others, the work or the speaker.
	Impacts []Span `json:"impacts,omitempty"`
	// Improvements are the clauses that say what to do next.
	Improvements []Span `json:"improvements,omitempty"`
	// Absolutes are the words that make a rule of what a person does wrong: 总是, never.
	Absolutes []Span `json:"absolutes,omitempty"`
	// Judgements are verdicts on the person, the attitude, the motive or the ability.
	Judgements []Span `json:"judgements,omitempty"`
	// Attacks are insults and contempt; each is a verdict on the person, too.
	Attacks []Span `json:"attacks,omitempty"`
	// Critical is whether something is criticised, so that a way forward is due.
	Critical bool `json:"critical,omitempty"`
}

// HasFact reports whether a checkable fact is told.
func (r Reading) HasFact() bool { return len(r.Facts) > 0 }

// HasImpact reports whether it is said what came of it.
func (r Reading) HasImpact() bool { return len(r.Impacts) > 0 }

// HasImprovement reports whether it is said what to do next.
func (r Reading) HasImprovement() bool { return len(r.Improvements) > 0 }

// Absolute reports whether a person's conduct is generalised.
func (r Reading) Absolute() bool { return len(r.Absolutes) > 0 }

// Judgemental reports whether the person is judged instead of the behaviour; an attack is
// a judgement, too.
func (r Reading) Judgemental() bool { return len(r.Judgements)+len(r.Attacks) > 0 }

// PersonalAttack reports whether the person is insulted.
func (r Reading) PersonalAttack() bool { return len(r.Attacks) > 0 }

// Of is the piece of the text that a span covers; a span that is none of it is empty.
func (r Reading) Of(s Span) string {
	if s.Start < 0 || s.End > len(r.Text) || s.Start >= s.End {
		return ""
	}
	return r.Text[s.Start:s.End]
}

// Read finds what a piece of feedback says. The language decides how it is answered;
// without one it is told from the text. Any text can be read, in time that grows with its
// length and no faster.
func Read(s string, lang text.Lang) Reading {
	r, _ := read(s, lang)
	return r
}

// read is Read with how often it has looked at a token.
func read(s string, lang text.Lang) (Reading, int) {
	folded := lingo.Fold(s)
	if lang == "" {
		lang = text.English
		if folded.Chinese() {
			lang = text.Chinese
		}
	}
	in := statement{Text: folded, zh: folded.Chinese()}
	in.scan()
	in.cut()
	in.quote()
	r := Reading{Text: s, Lang: lang}
	in.findAttacks(&r)
	in.findJudgements(&r)
	in.findAbsolutes(&r)
	in.findParts(&r)
	r.Critical = in.critical(r)
	return r, in.looks
}
