package main

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A setting is the JSON file: the levels from the best, the guide and the rules, and if
// they are asked for, how raters and groups are compared. Levels here need no bands.
type setting struct {
	Levels   []rating.Level          `json:"levels"`
	Guide    calibration.Guide       `json:"guide"`
	Rules    calibration.Rules       `json:"rules"`
	Raters   *calibration.RaterRules `json:"raters,omitempty"`
	Fairness *fairness               `json:"fairness,omitempty"`
}

// fairness is what the library asks, and the levels that count as selected. Groupings are
// columns of the people.
type fairness struct {
	calibration.FairnessRules
	Selected []string `json:"selected"`
}

// groupings adds the columns that fairness goes by.
func (s setting) groupings(columns []string) []string {
	all := slices.Clone(columns)
	if s.Fairness == nil {
		return all
	}
	for _, name := range s.Fairness.Groupings {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

func (s setting) scale() rating.Scale { return rating.Scale{Levels: s.Levels} }

func readSetting(name string) (setting, error) {
	f, name, err := open(name, "guide.json")
	if err != nil {
		return setting{}, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return setting{}, err
	}
	var s setting
	document, err := record.Decode(name, data, &s)
	if err != nil {
		return setting{}, err
	}
	var v fault.Violations
	for i, l := range s.Levels {
		if l.Label.IsZero() {
			s.Levels[i].Label = text.Label{En: l.Code}
		}
	}
	v.Nest("guide", s.Guide.Validate(s.scale()))
	v.Nest("rules", s.Rules.Validate())
	if s.Raters != nil {
		v.Nest("raters", s.Raters.Validate())
	}
	if s.Fairness != nil {
		v.Nest("fairness", s.Fairness.Validate())
		for i, level := range s.Fairness.Selected {
			if _, known := s.scale().Rank(level); !known {
				v.Add(fault.Index("fairness.selected", i), selectedUnknown, "level", text.Excerpt(level))
			}
		}
	}
	return s, document.Locate(v.Err())
}

// A report is what the program found. The advice is worked out while it is read.
type report struct {
	setting  setting
	groups   calibration.Table
	managers calibration.Table
	raters   *calibration.Effects
	fairness []calibration.Comparison
	advice   iter.Seq[calibration.Advice]
}

func calibrate(s setting, people []person) (report, error) {
	r := report{setting: s}
	managers, err := calibration.Gather(s.scale(), entries(people, byManager))
	if err != nil {
		return r, err
	}
	// A manager's people are counted beside the guide, but the guide is the groups' own:
	// who is small, pooled or exempt does not carry over.
	limits := calibration.Guide{Limits: s.Guide.Limits, Method: s.Guide.Method, Rest: s.Guide.Rest}
	if r.managers, err = managers.Table(limits); err != nil {
		return r, err
	}
	groups, err := calibration.Gather(s.scale(), entries(people, byGroup))
	if err != nil {
		return r, err
	}
	if r.groups, err = groups.Table(s.Guide); err != nil {
		return r, err
	}
	if s.Raters != nil {
		effects, err := calibration.RaterEffects(*s.Raters, marks(people))
		if err != nil {
			return r, err
		}
		r.raters = &effects
	}
	if s.Fairness != nil {
		if r.fairness, err = s.Fairness.Fairness(cases(people, s.Fairness.Selected)); err != nil {
			return r, err
		}
	}
	r.advice, err = groups.Advise(s.Guide, s.Rules)
	return r, err
}

// An explained move is a move with its reason and margin in words.
type explained struct {
	calibration.Move
	Why rating.Explanation `json:"why"`
}

type advised struct {
	calibration.Advice
	Moves []explained `json:"moves,omitempty"`
}

// json prints the report as one object, an entry a line.
func (r report) json(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, part := range []struct {
		before string
		part   any
		there  bool
	}{
		{`{"groups":`, r.groups, true},
		{`,"managers":`, r.managers, true},
		{`,"raters":`, r.raters, r.raters != nil},
		{`,"fairness":`, r.fairness, r.fairness != nil},
	} {
		if !part.there {
			continue
		}
		fmt.Fprint(out, part.before)
		if err := encoder.Encode(part.part); err != nil {
			return err
		}
	}
	separator := `,"advice":[`
	for a := range r.advice {
		fmt.Fprint(out, separator)
		separator = ","
		said := advised{Advice: a}
		for _, m := range a.Moves {
			said.Moves = append(said.Moves, explained{m, a.Why(m)})
		}
		if err := encoder.Encode(said); err != nil {
			return err
		}
	}
	if separator != "," {
		fmt.Fprint(out, separator)
	}
	_, err := fmt.Fprintln(out, "]}")
	return err
}
