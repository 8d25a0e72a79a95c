package calibration

import (
	"iter"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// An Axis is one side of a box: its bands, and how a level or a score falls into them.
type Axis struct {
	Label text.Label `json:"label"`
	// Bands stand from the best. Scores fall into them by their From and To and the side
	// that the scale gives a boundary to; where levels are folded these are not looked at.
	Bands rating.Scale `json:"bands"`
	// Fold names the band of every level of a scale, when levels are what is known. How
	// five levels become three is the caller's decision; there is no default.
	Fold map[string]string `json:"fold,omitempty"`
}

// A Box lays people out by performance and potential (C7): three bands by three in a
// nine-box, or any other number.
type Box struct {
	Performance Axis `json:"performance"`
	Potential   Axis `json:"potential"`
	// Cells name each cell, by band of performance and then of potential, from the best.
	Cells [][]text.Label `json:"cells"`
}

// PresetNineBox names the cells of the usual nine-box.
const PresetNineBox = "nine-box"

// PresetCells are names for the cells of a box of three by three, by the name of the
// preset. Nine-box labels follow no standard; none is a default.
func PresetCells(name string) ([][]text.Label, error) {
	if name != PresetNineBox {
		var v fault.Violations
		v.Add("name", presetUnknown, "name", text.Excerpt(name), "known", []string{PresetNineBox})
		return nil, v
	}
	return [][]text.Label{
		{{En: "star", Zh: "明星员工"}, {En: "strong performer", Zh: "绩效骨干"}, {En: "trusted professional", Zh: "资深专家"}},
		{{En: "rising talent", Zh: "潜力之星"}, {En: "core contributor", Zh: "中坚力量"}, {En: "steady contributor", Zh: "稳定贡献者"}},
		{{En: "unproven potential", Zh: "待发挥潜力者"}, {En: "uneven performer", Zh: "表现不稳者"}, {En: "needs attention", Zh: "需关注者"}},
	}, nil
}

// A Reading is what is known of a person on one axis: a level where the axis folds
// levels, a score where it does not.
type Reading struct {
	Level string           `json:"level,omitempty"`
	Score *decimal.Decimal `json:"score,omitempty"`
}

// A Placement is one person to be laid out.
type Placement struct {
	Employee    string  `json:"employee"`
	Performance Reading `json:"performance"`
	Potential   Reading `json:"potential"`
}

// A Cell is one field of a box with its people, in the order they came.
type Cell struct {
	Performance string     `json:"performance"` // the band
	Potential   string     `json:"potential"`   // the band
	Label       text.Label `json:"label"`
	Members     []string   `json:"members,omitempty"`
}

// Validate refuses a box with bands that leave a gap or overlap, a fold into a band that
// does not exist or that leaves a band empty, and a cell without a name.
func (b Box) Validate() error {
	var v fault.Violations
	v.Nest("performance", b.Performance.validate())
	v.Nest("potential", b.Potential.validate())
	rows, columns := len(b.Performance.Bands.Levels), len(b.Potential.Bands.Levels)
	if len(b.Cells) != rows || slices.ContainsFunc(b.Cells, func(row []text.Label) bool { return len(row) != columns }) {
		v.Add("cells", cellsCount, "rows", rows, "columns", columns)
		return v
	}
	for i, row := range b.Cells {
		for j, label := range row {
			if label.IsZero() {
				v.Add(fault.Index(fault.Index("cells", i), j), cellUnnamed,
					"performance", b.Performance.Bands.Levels[i], "potential", b.Potential.Bands.Levels[j])
			}
		}
	}
	return v.Err()
}

func (a Axis) validate() error {
	var v fault.Violations
	if len(a.Fold) == 0 {
		v.Nest("bands", a.Bands.Validate())
		return v.Err()
	}
	if err := checkScale("levels", a.Bands); err != nil {
		v.Nest("bands", err)
		return v
	}
	used := map[string]bool{}
	for _, level := range slices.Sorted(maps.Keys(a.Fold)) {
		band := a.Fold[level]
		if _, ok := a.Bands.Rank(band); !ok {
			v.Add(fault.Field("fold", level), bandUnknown, "level", level, "band", text.Excerpt(band))
		}
		used[band] = true
	}
	for i, band := range a.Bands.Levels {
		if !used[band.Code] {
			v.Add(fault.Index("bands.levels", i), bandUnused, "band", band.Code)
		}
	}
	return v.Err()
}

// place is the band that a reading falls into.
func (a Axis) place(r Reading) (int, error) {
	var v fault.Violations
	switch {
	case len(a.Fold) > 0 && r.Level == "":
		v.Add("level", readingLevel)
	case len(a.Fold) > 0:
		band, ok := a.Fold[r.Level]
		if !ok {
			v.Add("level", unfolded, "level", text.Excerpt(r.Level))
		}
		rank, _ := a.Bands.Rank(band)
		return rank, v.Err()
	case r.Score == nil:
		v.Add("score", readingScore)
	default:
		band, err := a.Bands.Of(*r.Score)
		v.Nest("score", err)
		rank, _ := a.Bands.Rank(band.Code)
		return rank, v.Err()
	}
	return 0, v
}

// Fill lays people out, and returns every cell, row by row from the best performance,
// and from the best potential within it. It refuses an invalid box, and anybody who falls
// into no band or is there already, at "placements[i]"; up to a hundred are reported at
// once. An error of the sequence ends it.
func (b Box) Fill(placements iter.Seq2[Placement, error]) ([]Cell, error) {
	if err := b.Validate(); err != nil {
		return nil, err
	}
	columns := len(b.Potential.Bands.Levels)
	cells := make([]Cell, 0, len(b.Cells)*columns)
	for i, row := range b.Cells {
		for j, label := range row {
			cells = append(cells, Cell{
				Performance: b.Performance.Bands.Levels[i].Code, Potential: b.Potential.Bands.Levels[j].Code, Label: label,
			})
		}
	}
	var v fault.Violations
	seen := map[string]bool{}
	i := 0
	for one, err := range placements {
		if err != nil {
			return nil, err
		}
		at := fault.Index("placements", i)
		i++
		switch {
		case one.Employee == "":
			v.Add(at+".employee", employeeRequired)
		case seen[one.Employee]:
			v.Add(at+".employee", employeeTwice, "employee", one.Employee)
		}
		seen[one.Employee] = true
		row, err := b.Performance.place(one.Performance)
		v.Nest(at+".performance", err)
		column, err := b.Potential.place(one.Potential)
		v.Nest(at+".potential", err)
		if len(v) >= maxFaults {
			return nil, v
		}
		if len(v) == 0 {
			cell := &cells[row*columns+column]
			cell.Members = append(cell.Members, one.Employee)
		}
	}
	if len(v) > 0 {
		return nil, v
	}
	return cells, nil
}
