package number

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Unit is what a figure counts. Those below are known; any other text is a unit of
// its own that converts to nothing but itself. No unit at all is the empty Unit: a count.
type Unit string

// The known units. Percent and PercentagePoint are different units: 20 % becoming 25 %
// is a rise of 5 percentage points. Working time and elapsed time are different too:
// a WorkDay is not 24 hours, nor 8 unless somebody says so ([WorkTime]). A Month has no
// fixed number of days.
const (
	Percent            Unit = "%"
	Permille           Unit = "‰"
	PercentagePoint    Unit = "pp"
	BasisPoint         Unit = "bp"
	Millisecond        Unit = "ms"
	Second             Unit = "s"
	Minute             Unit = "min"
	Hour               Unit = "h"
	Day                Unit = "day"
	Week               Unit = "week"
	Month              Unit = "month"
	QuarterYear        Unit = "quarter"
	Year               Unit = "year"
	WorkHour           Unit = "workhour"
	WorkDay            Unit = "workday"
	WorkWeek           Unit = "workweek"
	Score              Unit = "score"
	Person             Unit = "person"
	Yuan               Unit = "CNY"
	TenThousandYuan    Unit = "CNY10k"
	HundredMillionYuan Unit = "CNY100m"
	Dollar             Unit = "USD"
	Euro               Unit = "EUR"
)

// work is the family of working time, whose sizes are for a [WorkTime] to say.
const work = "work"

// units gives each known unit its name and, where it converts, the family it converts
// within and its size in the family's smallest member.
var units = map[Unit]struct {
	label  text.Label
	family string
	size   int64
}{
	Percent:            {text.Label{En: "%", Zh: "%"}, "share", 10},
	Permille:           {text.Label{En: "‰", Zh: "‰"}, "share", 1},
	PercentagePoint:    {text.Label{En: "pp", Zh: "个百分点"}, "points", 100},
	BasisPoint:         {text.Label{En: "bp", Zh: "个基点"}, "points", 1},
	Millisecond:        {text.Label{En: "ms", Zh: "毫秒"}, "time", 1},
	Second:             {text.Label{En: "s", Zh: "秒"}, "time", 1000},
	Minute:             {text.Label{En: "min", Zh: "分钟"}, "time", 60_000},
	Hour:               {text.Label{En: "h", Zh: "小时"}, "time", 3_600_000},
	Day:                {text.Label{En: "days", Zh: "天"}, "time", 86_400_000},
	Week:               {text.Label{En: "weeks", Zh: "周"}, "time", 604_800_000},
	Month:              {text.Label{En: "months", Zh: "个月"}, "calendar", 1},
	QuarterYear:        {text.Label{En: "quarters", Zh: "个季度"}, "calendar", 3},
	Year:               {text.Label{En: "years", Zh: "年"}, "calendar", 12},
	WorkHour:           {text.Label{En: "working hours", Zh: "工时"}, work, 0},
	WorkDay:            {text.Label{En: "working days", Zh: "个工作日"}, work, 0},
	WorkWeek:           {text.Label{En: "working weeks", Zh: "个工作周"}, work, 0},
	Score:              {text.Label{En: "points", Zh: "分"}, "", 0},
	Person:             {text.Label{En: "people", Zh: "人"}, "", 0},
	Yuan:               {text.Label{En: "CNY", Zh: "元"}, "yuan", 1},
	TenThousandYuan:    {text.Label{En: "×10,000 CNY", Zh: "万元"}, "yuan", 10_000},
	HundredMillionYuan: {text.Label{En: "×100 million CNY", Zh: "亿元"}, "yuan", 100_000_000},
	Dollar:             {text.Label{En: "USD", Zh: "美元"}, "", 0},
	Euro:               {text.Label{En: "EUR", Zh: "欧元"}, "", 0},
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

// A Short is a quantity in a sentence. One of more than six decimal places, the outcome
// of a division as a rule, is cut there and ends in an ellipsis: "82.333333… %".
type Short Quantity

// In is the quantity as [Quantity.In] has it, shortened.
func (s Short) In(l text.Lang) string {
	const places = 6
	cut := Quantity{Value: s.Value.Truncate(places), Unit: s.Unit}
	said := cut.In(l)
	if cut.Value.Equal(s.Value) {
		return said
	}
	return cut.Value.StringFixed(places) + "…" + strings.TrimPrefix(said, cut.Value.String())
}

// To converts q to another unit where that is exact: elapsed time, shares of a whole,
// points, yuan and calendar time each among themselves, and any unit to itself.
// Everything else is refused, as is a division that does not come out within
// [MaxPlaces]; working time needs a [WorkTime].
func (q Quantity) To(u Unit) (Quantity, error) {
	if q.Unit == u {
		return q, nil
	}
	var v fault.Violations
	from, to := units[q.Unit], units[u]
	switch {
	case from.family == "" || from.family != to.family:
		v.Add("unit", unitsDiffer, "from", q.Unit, "to", u)
	case from.family == work:
		v.Add("unit", workTimeNeeded, "from", q.Unit, "to", u)
	default:
		return q.scale(u, decimal.NewFromInt(from.size), decimal.NewFromInt(to.size))
	}
	return q, v
}

// scale converts to a unit of size to from one of size from.
func (q Quantity) scale(u Unit, from, to decimal.Decimal) (Quantity, error) {
	var v fault.Violations
	if err := Check(q.Value); err != nil {
		v.Nest("value", err)
		return q, v
	}
	small := q.Value.Mul(from)
	converted := small.DivRound(to, MaxPlaces)
	// The zeros behind the point that dividing leaves are no digits of the figure.
	converted, err := decimal.NewFromString(converted.String())
	if err != nil || !converted.Mul(to).Equal(small) || Check(converted) != nil {
		v.Add("unit", conversionInexact, "quantity", q, "to", u)
		return q, v
	}
	return Quantity{Value: converted, Unit: u}, nil
}
