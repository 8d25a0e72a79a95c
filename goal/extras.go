package goal

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Extras are the items of a plan outside the 100 % (G4): vetoes (一票否决), which count
// only when they are breached, and bonus and penalty items (加减分项) within their bounds.
// They are agreed with the plan; what was found of them comes at its end, see [Finding].
type Extras struct {
	Vetoes      []rating.Veto       `json:"vetoes,omitempty"`
	Adjustments []rating.Adjustment `json:"adjustments,omitempty"`
	// MaxBonus and MaxPenalty bound what the adjustments come to together; nil: no bound.
	MaxBonus   *decimal.Decimal `json:"maxBonus,omitempty"`
	MaxPenalty *decimal.Decimal `json:"maxPenalty,omitempty"`
}

// A Finding is what was found of an item outside the 100 %: how often a veto was
// breached, or how many points a bonus or penalty item gives.
type Finding struct {
	Item     string           `json:"item"` // the item's name in either language
	Breaches *int             `json:"breaches,omitempty"`
	Points   *decimal.Decimal `json:"points,omitempty"`
	// Reason is owed for a breach and for points.
	Reason   string            `json:"reason,omitempty"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// maxExtras bounds the items of each sort.
const maxExtras = 50

// Validate refuses items that are not well formed, of the same name as another, or that
// are said to have been breached or earned already.
func (e Extras) Validate() error {
	var v fault.Violations
	seen := map[string]bool{}
	item := func(path string, name text.Label, err error, found bool) {
		v.Nest(path, err)
		for _, said := range []string{name.In(text.English), name.In(text.Chinese)} {
			if said != "" && seen[said] {
				v.Add(fault.Field(path, "name"), extraTwice, "item", said)
				break
			}
		}
		seen[name.In(text.English)], seen[name.In(text.Chinese)] = true, true
		if found {
			v.Add(path, extraFound, "item", name)
		}
	}
	for i, veto := range e.Vetoes {
		item(fault.Index("vetoes", i), veto.Name, veto.Validate(), veto.Breaches != nil || veto.Reason != "")
	}
	for i, a := range e.Adjustments {
		item(fault.Index("adjustments", i), a.Name, a.Validate(), a.Points != nil || a.Reason != "")
	}
	if n := max(len(e.Vetoes), len(e.Adjustments)); n > maxExtras {
		v.Add("", extrasMany, "count", n, "max", maxExtras)
	}
	checkScore(&v, "maxBonus", e.MaxBonus)
	checkScore(&v, "maxPenalty", e.MaxPenalty)
	return v.Err()
}

func (e Extras) clone() Extras {
	e.Vetoes, e.Adjustments = slices.Clone(e.Vetoes), slices.Clone(e.Adjustments)
	return e
}

func (e Extras) isZero() bool { return len(e.Vetoes) == 0 && len(e.Adjustments) == 0 }

// with are the extras as they were found. A finding of no item, of an item twice, of the
// wrong sort or without its reason is refused; an item of which nothing was found is left
// for the score to refuse.
func (e Extras) with(findings []Finding) (Extras, error) {
	var v fault.Violations
	var names []string
	e = e.clone()
	for _, veto := range e.Vetoes {
		names = append(names, veto.Name.In(text.English))
	}
	for _, a := range e.Adjustments {
		names = append(names, a.Name.In(text.English))
	}
	seen := map[int]bool{}
	for i, f := range findings {
		path := fault.Index("findings", i)
		is := func(name text.Label) bool { return f.Item != "" && (name.En == f.Item || name.Zh == f.Item) }
		veto := slices.IndexFunc(e.Vetoes, func(x rating.Veto) bool { return is(x.Name) })
		item := slices.IndexFunc(e.Adjustments, func(x rating.Adjustment) bool { return is(x.Name) })
		at := veto
		if veto < 0 && item >= 0 {
			at = len(e.Vetoes) + item
		}
		switch {
		case at < 0:
			v.Add(fault.Field(path, "item"), findingUnknown, "item", text.Excerpt(f.Item), "known", names)
		case seen[at]:
			v.Add(fault.Field(path, "item"), extraTwice, "item", f.Item)
		case veto >= 0 && (f.Breaches == nil || f.Points != nil):
			v.Add(path, findingBreaches, "item", f.Item)
		case veto < 0 && (f.Points == nil || f.Breaches != nil):
			v.Add(path, findingPoints, "item", f.Item)
		case veto >= 0:
			e.Vetoes[veto].Breaches, e.Vetoes[veto].Reason = f.Breaches, f.Reason
		default:
			e.Adjustments[item].Points, e.Adjustments[item].Reason = f.Points, f.Reason
		}
		seen[at] = true
		counts := (f.Breaches != nil && *f.Breaches != 0) || (f.Points != nil && !f.Points.IsZero())
		if counts && strings.TrimSpace(f.Reason) == "" {
			v.Add(fault.Field(path, "reason"), findingReason, "item", text.Excerpt(f.Item))
		}
		v.Nest(path, f.validate())
	}
	return e, v.Err()
}

func (f Finding) validate() error {
	var v fault.Violations
	if f.Points != nil {
		v.Nest("points", number.Check(*f.Points))
	}
	for i, e := range f.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
	}
	return v.Err()
}

// score puts the parts together with what was found of the extras.
func (e Extras) score(parts []rating.Component, how []rating.Explanation, missing rating.MissingPolicy) (decimal.Decimal, rating.Explanation, error) {
	card := rating.Scorecard{
		Parts: parts, Missing: missing, Vetoes: e.Vetoes, Adjustments: e.Adjustments,
		MaxBonus: e.MaxBonus, MaxPenalty: e.MaxPenalty,
	}
	score, why, err := card.Score()
	if err != nil {
		var v fault.Violations
		v.Nest("extras", err)
		return decimal.Decimal{}, rating.Explanation{}, v
	}
	below(&why.Steps[0], how)
	return score, why, nil
}
