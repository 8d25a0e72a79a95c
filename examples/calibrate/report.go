package main

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A setting is the JSON file: the levels from the best, the guide and the rules. Levels
// here need no bands.
type setting struct {
	Levels []rating.Level    `json:"levels"`
	Guide  calibration.Guide `json:"guide"`
	Rules  calibration.Rules `json:"rules"`
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
	return s, document.Locate(v.Err())
}

// A report is what the program found.
type report struct {
	setting  setting
	Groups   calibration.Table    `json:"groups"`
	Managers calibration.Table    `json:"managers"`
	Advice   []calibration.Advice `json:"advice"`
}

func calibrate(s setting, people []person) (report, error) {
	r := report{setting: s}
	managers, err := calibration.Gather(s.scale(), entries(people, byManager))
	if err != nil {
		return r, err
	}
	// A manager's people are counted beside the guide, but the guide is the groups' own:
	// who is small, pooled or exempt does not carry over.
	if r.Managers, err = managers.Table(calibration.Guide{Limits: s.Guide.Limits, Method: s.Guide.Method, Rest: s.Guide.Rest}); err != nil {
		return r, err
	}
	groups, err := calibration.Gather(s.scale(), entries(people, byGroup))
	if err != nil {
		return r, err
	}
	if r.Groups, err = groups.Table(s.Guide); err != nil {
		return r, err
	}
	advice, err := groups.Advise(s.Guide, s.Rules)
	if err != nil {
		return r, err
	}
	r.Advice = slices.Collect(advice)
	return r, nil
}

// An explained move is a move with its reason and margin in words.
type explained struct {
	calibration.Move
	Why rating.Explanation `json:"why"`
}

type advised struct {
	calibration.Advice
	Moves []explained `json:"moves"`
}

func (r report) json(out io.Writer) error {
	full := struct {
		report
		Advice []advised `json:"advice"`
	}{report: r, Advice: make([]advised, len(r.Advice))}
	for i, a := range r.Advice {
		full.Advice[i] = advised{Advice: a, Moves: make([]explained, len(a.Moves))}
		for j, m := range a.Moves {
			full.Advice[i].Moves[j] = explained{m, a.Why(m)}
		}
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(full)
}
