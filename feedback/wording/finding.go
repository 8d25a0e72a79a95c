package wording

import "github.com/meritkit/meritkit/text"

// A Finding is something to mend in a piece of feedback, and what to write instead.
type Finding struct {
	// Statement counts the statements of a [Review] from 0.
	Statement int `json:"statement,omitempty"`
	// Span is the piece of that statement; none: something is not there.
	Span Span `json:"span,omitzero"`
	// Why has the code of the finding.
	Why      text.Text `json:"why"`
	Proposal text.Text `json:"proposal"`
}

// Findings are what to mend in a piece of feedback that stands by itself: insults, verdicts
// and absolutes, and the parts that are missing. Praise needs no way forward.
func (r Reading) Findings() []Finding {
	return append(r.wording(), missing([]Reading{r})...)
}

// Review reads the statements of one record. Wording is judged sentence by sentence; fact,
// impact and way forward may stand in different statements and are missed only if none has
// them.
func Review(statements []string, lang text.Lang) []Finding {
	var all []Finding
	readings := make([]Reading, 0, len(statements))
	for i, s := range statements {
		r := Read(s, lang)
		readings = append(readings, r)
		for _, f := range r.wording() {
			f.Statement = i
			all = append(all, f)
		}
	}
	return append(all, missing(readings)...)
}

// wording are the findings of the words that are there.
func (r Reading) wording() []Finding {
	var all []Finding
	for _, s := range r.Attacks {
		all = append(all, Finding{Span: s, Why: attack.With("words", r.Of(s)), Proposal: proposeBehaviour.Plain()})
	}
	for _, s := range r.Judgements {
		all = append(all, Finding{Span: s, Why: judgement.With("words", r.Of(s)), Proposal: proposeExample.With("words", r.Of(s))})
	}
	for _, s := range r.Absolutes {
		all = append(all, Finding{Span: s, Why: absolute.With("words", r.Of(s)), Proposal: proposeOccasion.With("words", r.Of(s))})
	}
	return all
}

// missing are the parts that none of the readings has.
func missing(all []Reading) []Finding {
	var fact, impact, improvement, critical bool
	for _, r := range all {
		fact, impact = fact || r.HasFact(), impact || r.HasImpact()
		improvement, critical = improvement || r.HasImprovement(), critical || r.Critical
	}
	var found []Finding
	if !fact {
		found = append(found, Finding{Why: factMissing.Plain(), Proposal: proposeFact.Plain()})
	}
	if !impact {
		found = append(found, Finding{Why: impactMissing.Plain(), Proposal: proposeImpact.Plain()})
	}
	if critical && !improvement {
		found = append(found, Finding{Why: improvementMissing.Plain(), Proposal: proposeImprovement.Plain()})
	}
	return found
}
