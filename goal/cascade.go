package goal

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
)

// A Portion is what a goal has to contribute to one further up.
type Portion struct {
	Goal   string          `json:"goal"`
	Amount decimal.Decimal `json:"amount"`
}

// Cascade shares a total of the goal at the top out over all that carry it, by their
// shares and level by level, into amounts with the given number of places (目标分解). What
// those who carry a goal directly have to contribute adds up to its amount exactly; a
// goal that carries several has the sum. The portions come from the top down, the top
// itself first. Shares that don't add up to 100 % are refused, or reweighted when missing
// says so; so are goals in another unit than the one they carry.
func (a *Alignment) Cascade(top string, total decimal.Decimal, places int32, missing rating.MissingPolicy) ([]Portion, error) {
	at, err := a.find(top)
	if err != nil {
		return nil, err
	}
	var v fault.Violations
	var portions []Portion
	amounts := map[int32]decimal.Decimal{at: total}
	for i := at; i >= 0; i-- { // who carries a goal comes before it in the order of work
		amount, has := amounts[i]
		if !has {
			continue
		}
		portions = append(portions, Portion{a.id(i), amount})
		carriers := a.below.from(i)
		if len(carriers) == 0 {
			continue
		}
		for k, share := range a.shareOut(i, amount, places, missing, &v) {
			amounts[carriers[k]] = amounts[carriers[k]].Add(share)
		}
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	return portions, nil
}

// shareOut is the amount of a goal, for each of those who carry it.
func (a *Alignment) shareOut(i int32, amount decimal.Decimal, places int32, missing rating.MissingPolicy, v *fault.Violations) []decimal.Decimal {
	before := len(*v)
	switch b := a.balance[i]; {
	case b == balancePartial:
		v.Add(a.path(i, ""), sharesPartial, "goal", a.id(i))
	case b == balanceOff && (missing != rating.MissingReweighted || a.shared(i).IsZero()):
		v.Add(a.path(i, ""), sharesOff, "goal", a.id(i), "sum", a.shared(i))
	}
	var weights []decimal.Decimal
	for e := a.below.start[i]; e < a.below.start[i+1]; e++ {
		if c := a.below.to[e]; a.unit(c) != a.unit(i) {
			v.Add(a.path(c, "unit"), cascadeDiffers, "goal", a.id(c), "above", a.id(i))
		}
		weights = append(weights, part{share: a.share(e)}.weight())
	}
	if len(*v) > before {
		return nil
	}
	shares, err := number.ShareOut(amount, weights, places)
	v.Nest("", err)
	return shares
}

// An Instalment is the part of an amount that falls to a span of time.
type Instalment struct {
	Period calendar.Period `json:"period"`
	Amount decimal.Decimal `json:"amount"`
}

// monthParts is a number of parts that months of 28, 29, 30 and 31 days all divide into.
const monthParts = 4 * 3 * 5 * 7 * 29 * 31

// ByMonth shares an amount out over the months of a period, into instalments with the
// given number of places that add up to it exactly. All whole months count the same, and
// one that lies in the period in part by the share of its days.
func ByMonth(amount decimal.Decimal, p calendar.Period, places int32) ([]Instalment, error) {
	if err := p.Validate(); err != nil {
		var v fault.Violations
		v.Nest("period", err)
		return nil, v
	}
	var months []calendar.Period
	for month := calendar.Month(p.From.Year(), p.From.Month()); ; month = month.Next() {
		in, ok := month.Overlap(p)
		if !ok {
			break
		}
		months = append(months, in)
	}
	weights := make([]decimal.Decimal, len(months))
	for i, m := range months {
		whole := calendar.Month(m.From.Year(), m.From.Month())
		weights[i] = decimal.NewFromInt(int64(m.Days() * (monthParts / whole.Days())))
	}
	amounts, err := number.ShareOut(amount, weights, places)
	if err != nil {
		return nil, err
	}
	instalments := make([]Instalment, len(months))
	for i, m := range months {
		instalments[i] = Instalment{m, amounts[i]}
	}
	return instalments, nil
}
