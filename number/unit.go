package number

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Unit is what a figure counts. Those below are known; any other text is a unit of
// its own that converts to nothing but itself. No unit at all is the empty Unit: a count.
type Unit string

// The known units. Percent and PercentagePoint are different units: 20 % becoming 25 %
// is a rise of 5 percentage points. Working time and elapsed time are different too:
// a WorkDay is not 24 hours, nor 8 unless somebody says so.
const (
	Percent         Unit = "%"
	PercentagePoint Unit = "pp"
	Second          Unit = "s"
	Minute          Unit = "min"
	Hour            Unit = "h"
	Day             Unit = "day"
	Week            Unit = "week"
	WorkHour        Unit = "workhour"
	WorkDay         Unit = "workday"
	Score           Unit = "score"
	Person          Unit = "person"
	Yuan            Unit = "CNY"
	Dollar          Unit = "USD"
	Euro            Unit = "EUR"
)

// units gives each known unit its name and, where it converts, the family it converts
// within and its size in the family's smallest member.
var units = map[Unit]struct {
	label  text.Label
	family string
	size   int64
}{
	Percent:         {text.Label{En: "%", Zh: "%"}, "", 0},
	PercentagePoint: {text.Label{En: "pp", Zh: "个百分点"}, "", 0},
	Second:          {text.Label{En: "s", Zh: "秒"}, "time", 1},
	Minute:          {text.Label{En: "min", Zh: "分钟"}, "time", 60},
	Hour:            {text.Label{En: "h", Zh: "小时"}, "time", 3600},
	Day:             {text.Label{En: "days", Zh: "天"}, "time", 86400},
	Week:            {text.Label{En: "weeks", Zh: "周"}, "time", 604800},
	WorkHour:        {text.Label{En: "working hours", Zh: "工时"}, "", 0},
	WorkDay:         {text.Label{En: "working days", Zh: "个工作日"}, "", 0},
	Score:           {text.Label{En: "points", Zh: "分"}, "", 0},
	Person:          {text.Label{En: "people", Zh: "人"}, "", 0},
	Yuan:            {text.Label{En: "CNY", Zh: "元"}, "", 0},
	Dollar:          {text.Label{En: "USD", Zh: "美元"}, "", 0},
	Euro:            {text.Label{En: "EUR", Zh: "欧元"}, "", 0},
}

// In is the unit's name in l; an unknown unit is given as it is written.
func (u Unit) In(l text.Lang) string {
	if known, ok := units[u]; ok {
		return known.label.In(l)
	}
	return string(u)
}

// A Quantity is a figure with its unit.
type Quantity struct {
	Value decimal.Decimal `json:"value"`
	Unit  Unit            `json:"unit,omitempty"`
}

// In is the quantity as a person writes it: "12.5 %" or "12.5%", "24 h" or "24小时".
func (q Quantity) In(l text.Lang) string {
	unit := q.Unit.In(l)
	if l != text.Chinese && unit != "" {
		unit = " " + unit
	}
	return q.Value.String() + unit
}

// To converts q to another unit where that is exact: elapsed time among itself, and any
// unit to itself. Everything else is refused, as is a division that does not come out
// within [MaxPlaces].
func (q Quantity) To(u Unit) (Quantity, error) {
	if q.Unit == u {
		return q, nil
	}
	var v fault.Violations
	from, to := units[q.Unit], units[u]
	if from.family == "" || from.family != to.family {
		v.Add("unit", unitsDiffer, "from", q.Unit, "to", u)
		return q, v
	}
	small := q.Value.Mul(decimal.New(from.size, 0))
	size := decimal.New(to.size, 0)
	converted := small.DivRound(size, MaxPlaces)
	if !converted.Mul(size).Equal(small) {
		v.Add("unit", conversionInexact, "quantity", q, "to", u)
		return q, v
	}
	return Quantity{Value: converted, Unit: u}, nil
}
