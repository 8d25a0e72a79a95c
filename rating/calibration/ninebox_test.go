package calibration_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// nineBox folds five levels of performance and cuts scores of potential at 60 and 80.
func nineBox(t *testing.T, boundary rating.Boundary) calibration.Box {
	t.Helper()
	cells, err := calibration.PresetCells(calibration.PresetNineBox)
	require.NoError(t, err)
	bands := rating.Scale{
		Name: "bands", Boundary: boundary, Rounding: number.Rounding{Places: 1, Mode: number.HalfUp},
		Levels: []rating.Level{
			{Code: "high", Label: text.Label{En: "high", Zh: "高"}, From: *figure(t, "80"), To: *figure(t, "100")},
			{Code: "medium", Label: text.Label{En: "medium", Zh: "中"}, From: *figure(t, "60"), To: *figure(t, "80")},
			{Code: "low", Label: text.Label{En: "low", Zh: "低"}, From: *figure(t, "0"), To: *figure(t, "60")},
		},
	}
	return calibration.Box{
		Performance: calibration.Axis{
			Label: text.Label{En: "performance", Zh: "绩效"}, Bands: bands,
			Fold: map[string]string{"S": "high", "A": "high", "B": "medium", "C": "low", "D": "low"},
		},
		Potential: calibration.Axis{Label: text.Label{En: "potential", Zh: "潜力"}, Bands: bands},
		Cells:     cells,
	}
}

func placement(t *testing.T, employee, level, score string) calibration.Placement {
	t.Helper()
	return calibration.Placement{
		Employee: employee, Performance: calibration.Reading{Level: level}, Potential: calibration.Reading{Score: figure(t, score)},
	}
}

func TestBoxPlacesABoundaryOnTheSideThatIsSaid(t *testing.T) {
	for boundary, cell := range map[rating.Boundary]int{rating.BoundaryUp: 0, rating.BoundaryDown: 1} {
		cells, err := nineBox(t, boundary).Fill(stream([]calibration.Placement{placement(t, "e1", "A", "80")}))
		require.NoError(t, err)
		require.Len(t, cells, 9)
		assert.Equal(t, []string{"e1"}, cells[cell].Members)
		assert.Equal(t, "明星员工", cells[0].Label.Zh)
	}
}

func TestBoxRefusesWhoFallsIntoNoCell(t *testing.T) {
	box := nineBox(t, rating.BoundaryUp)
	_, err := box.Fill(stream([]calibration.Placement{
		placement(t, "e1", "S", "101"), placement(t, "e1", "E", "10"),
		{Potential: calibration.Reading{Level: "S"}},
	}))
	require.ErrorIs(t, err, fault.ErrInvalid)
	var paths []string
	for _, v := range fault.Of(err) {
		paths = append(paths, v.Path)
	}
	assert.Equal(t, []string{
		"placements[0].potential.score", "placements[1].employee", "placements[1].performance.level",
		"placements[2].employee", "placements[2].performance.level", "placements[2].potential.score",
	}, paths)
	_, err = box.Fill(stream(make([]calibration.Placement, 1000)))
	assert.LessOrEqual(t, len(fault.Of(err)), 102)
	broken := errors.New("broken")
	_, err = box.Fill(func(yield func(calibration.Placement, error) bool) { yield(calibration.Placement{}, broken) })
	assert.Equal(t, broken, err)
}

func TestBoxRefusesWhatIsNotSaid(t *testing.T) {
	box := nineBox(t, rating.BoundaryUp)
	require.NoError(t, box.Validate())
	box.Cells[1][2] = text.Label{}
	box.Performance.Fold = map[string]string{"S": "high", "A": "superb", "B": "medium"}
	box.Potential.Bands.Levels[1].From = *figure(t, "50")
	err := box.Validate()
	assert.Equal(t, "performance.fold.A: the level “A” is folded into “superb”, which is no band\n"+
		"performance.bands.levels[2]: no level is folded into the band “low”\n"+
		"potential.bands.levels[2]: scores between 50 and 60 belong to both “medium” and “low”\n"+
		"cells[1][2]: the cell of performance “medium” and potential “low” has no name", fault.In(err, text.English))
	box.Performance.Bands.Levels[1].Code = "high"
	assert.Contains(t, fault.In(box.Validate(), text.English), "performance.bands.levels[1].code: every level needs a code of its own")
	box.Cells = box.Cells[:2]
	assert.True(t, fault.Of(box.Validate()).Has("calibration.box.cells.count"))
	require.ErrorIs(t, calibration.Box{}.Validate(), fault.ErrInvalid)
	_, err = calibration.PresetCells("four-box")
	require.ErrorIs(t, err, fault.ErrInvalid)
}
