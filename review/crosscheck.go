package review

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// Recorded is what the data say of one measure of a goal, and the records that say it.
type Recorded struct {
	Goal     string            `json:"goal"`
	Metric   string            `json:"metric"`
	Quantity number.Quantity   `json:"quantity"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// CrossCheck lists the claims that the recorded figures do not bear out, in the order of
// the claims (V4). Figures are compared by value and exactly, after conversion where the
// units convert: 24 h is 1 day, but 8 working hours are not a working day. A claim
// without a unit is in the unit that is recorded. Where several figures are recorded of
// one measure the last of them counts; where none is, that is a discrepancy too.
func CrossCheck(claims []Claim, recorded []Recorded) []Discrepancy {
	type measure struct{ goal, metric string }
	known := make(map[measure]Recorded, len(recorded))
	for _, r := range recorded {
		known[measure{r.Goal, r.Metric}] = r
	}
	var found []Discrepancy
	for _, c := range claims {
		claimed := number.Quantity{Value: c.Value, Unit: c.Unit}
		r, ok := known[measure{c.Goal, c.Metric}]
		if !ok {
			found = append(found, Discrepancy{Goal: c.Goal, Metric: c.Metric, Claimed: claimed})
			continue
		}
		claimed.Unit = cmp.Or(claimed.Unit, r.Quantity.Unit)
		if !sameQuantity(claimed, r.Quantity) {
			found = append(found, Discrepancy{
				Goal: c.Goal, Metric: c.Metric, Claimed: claimed,
				Recorded: new(r.Quantity), Evidence: slices.Clone(r.Evidence),
			})
		}
	}
	return found
}

// sameQuantity compares two figures. One that does not convert exactly to the unit of the
// other differs from it, whatever the other is, and so does one that is out of bounds.
func sameQuantity(a, b number.Quantity) bool {
	if number.Check(a.Value) != nil || number.Check(b.Value) != nil {
		return false
	}
	converted, err := a.To(b.Unit)
	return err == nil && converted.Value.Equal(b.Value)
}

// sameAs reports whether two discrepancies are about the same figures of the same measure.
func (d Discrepancy) sameAs(e Discrepancy) bool {
	if d.Goal != e.Goal || d.Metric != e.Metric || !sameQuantity(d.Claimed, e.Claimed) {
		return false
	}
	if d.Recorded == nil || e.Recorded == nil {
		return d.Recorded == e.Recorded
	}
	return sameQuantity(*d.Recorded, *e.Recorded)
}

// RecordedFrom is the latest reading of each measure of the goals, by the day of the
// check-in and then by when it was written, with the check-in as its evidence and the
// unit of the terms in force on that day. It is sorted by goal and metric, whatever the
// order of the check-ins. Check-ins of other goals are passed over.
func RecordedFrom(checkIns []goal.CheckIn, goals []goal.Goal) []Recorded {
	byID := make(map[string]goal.Goal, len(goals))
	for _, g := range goals {
		byID[g.ID] = g
	}
	type measure struct{ goal, metric string }
	type latest struct {
		in      goal.CheckIn
		reading goal.Reading
	}
	newest := map[measure]latest{}
	for _, in := range checkIns {
		if _, ok := byID[in.Goal]; !ok {
			continue
		}
		for _, reading := range in.Readings {
			m := measure{in.Goal, reading.Metric}
			if old, ok := newest[m]; !ok || laterThan(in, old.in) {
				newest[m] = latest{in, reading}
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(newest), func(a, b measure) int {
		return cmp.Or(cmp.Compare(a.goal, b.goal), cmp.Compare(a.metric, b.metric))
	})
	recorded := make([]Recorded, 0, len(keys))
	for _, m := range keys {
		l := newest[m]
		recorded = append(recorded, Recorded{
			Goal: m.goal, Metric: m.metric,
			Quantity: number.Quantity{Value: l.reading.Value, Unit: unitOn(byID[m.goal], l.in, m.metric)},
			Evidence: []record.Evidence{{
				Record: &record.Ref{Kind: goal.CheckInKind.Name, ID: l.in.ID, Version: l.in.Version},
				On:     l.in.On,
			}},
		})
	}
	return recorded
}

func laterThan(a, b goal.CheckIn) bool {
	return cmp.Or(
		a.On.Compare(b.On), a.Created.At.Compare(b.Created.At), cmp.Compare(a.ID, b.ID),
	) > 0
}

// unitOn is the unit that a metric had in the terms in force on the day of a check-in.
func unitOn(g goal.Goal, in goal.CheckIn, metric string) number.Unit {
	terms, ok := g.TermsOn(in.On)
	if !ok {
		terms = g.Terms
	}
	i := slices.IndexFunc(terms.Measures, func(m goal.Measure) bool { return m.Metric == metric })
	if i < 0 {
		return ""
	}
	return terms.Measures[i].Unit
}

// RecordedIn reads what is recorded of an employee's goals from the stores of package
// goal, to be put in [Stores]: the check-ins of a period, see [RecordedFrom].
func RecordedIn(goals goal.Store, checkIns goal.CheckInStore) func(ctx context.Context, tenant, employee string, during calendar.Period) ([]Recorded, error) {
	return func(ctx context.Context, tenant, employee string, during calendar.Period) ([]Recorded, error) {
		owned, err := record.Collect(goals.List(ctx, goal.Filter{Tenant: tenant, Owners: []string{employee}}))
		if err != nil {
			return nil, err
		}
		made, err := record.Collect(checkIns.List(ctx, goal.CheckInFilter{
			Tenant: tenant, Employees: []string{employee}, From: during.From, To: during.To,
		}))
		if err != nil {
			return nil, err
		}
		return RecordedFrom(made, owned), nil
	}
}
