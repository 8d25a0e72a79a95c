package review_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func TestCrossCheckComparesExactly(t *testing.T) {
	tests := []struct {
		name     string
		claim    review.Claim
		recorded []review.Recorded
		differs  bool
	}{
		{"the same figure", claim("m", "96", number.Percent), []review.Recorded{recorded("m", "96", number.Percent)}, false},
		{"the same figure written otherwise", claim("m", "1.50", ""), []review.Recorded{recorded("m", "1.5", "")}, false},
		{"a hair more", claim("m", "96.0000001", number.Percent), []review.Recorded{recorded("m", "96", number.Percent)}, true},
		{"hours and days", claim("m", "36", number.Hour), []review.Recorded{recorded("m", "1.5", number.Day)}, false},
		{"a third that has no exact decimal", claim("m", "20", number.Minute), []review.Recorded{recorded("m", "1200", number.Second)}, false},
		{"no exact decimal, the other way", claim("m", "1200", number.Second), []review.Recorded{recorded("m", "20", number.Minute)}, false},
		{"not an exact number of hours", claim("m", "0.333333333333333333", number.Hour), []review.Recorded{recorded("m", "20", number.Minute)}, true},
		{"working hours are not days", claim("m", "8", number.WorkHour), []review.Recorded{recorded("m", "1", number.WorkDay)}, true},
		{"percent is not percentage points", claim("m", "5", number.Percent), []review.Recorded{recorded("m", "5", number.PercentagePoint)}, true},
		{"a claim without a unit is in the recorded one", claim("m", "24", ""), []review.Recorded{recorded("m", "24", number.Hour)}, false},
		{"the last of several counts", claim("m", "3", ""), []review.Recorded{recorded("m", "2", ""), recorded("m", "3", "")}, false},
		{"another goal's figure", claim("m", "3", ""), []review.Recorded{{Goal: "g-2", Metric: "m", Quantity: number.Quantity{Value: num("3")}}}, true},
		{"a figure out of bounds", review.Claim{Goal: "g-1", Metric: "m", Value: decimal.New(1, 1<<30)}, []review.Recorded{recorded("m", "1", "")}, true},
		{"nothing recorded", claim("m", "0", ""), nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.differs, len(review.CrossCheck([]review.Claim{tt.claim}, tt.recorded)) == 1)
		})
	}
}

func TestDiscrepancyHasBothFiguresAndTheirRecords(t *testing.T) {
	found := review.CrossCheck(
		[]review.Claim{claim("calls", "120", ""), claim("visits", "9", "")},
		[]review.Recorded{recorded("calls", "110", number.Score)},
	)
	require.Len(t, found, 2)
	assert.Equal(t, "120 points", found[0].Claimed.In("en"))
	assert.Equal(t, "110 points", found[0].Recorded.In("en"))
	assert.Equal(t, "c-calls", found[0].Evidence[0].Record.ID)
	assert.True(t, found[0].Open())
	assert.Equal(t, "visits", found[1].Metric)
	assert.Nil(t, found[1].Recorded, "nothing is recorded, which is not zero")
}

// claimsOf draws claims about different measures.
func claimsOf(t *rapid.T) []review.Claim {
	values := rapid.SliceOfN(rapid.Int64Range(-1e12, 1e12), 0, 12).Draw(t, "values")
	places := rapid.Int32Range(0, 6).Draw(t, "places")
	claims := make([]review.Claim, len(values))
	for i, v := range values {
		claims[i] = review.Claim{
			Goal: fmt.Sprintf("g-%d", i%3), Metric: fmt.Sprintf("m-%d", i),
			Value: decimal.New(v, -places), Unit: number.Hour,
		}
	}
	return claims
}

func TestCrossCheckFindsExactlyWhatWasChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := claimsOf(t)
		changed := map[string]bool{}
		var books []review.Recorded
		for i, c := range claims {
			q := number.Quantity{Value: c.Value, Unit: c.Unit}
			if rapid.Bool().Draw(t, "in minutes") {
				q = number.Quantity{Value: c.Value.Mul(decimal.NewFromInt(60)), Unit: number.Minute}
			}
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0: // as claimed
			case 1:
				q.Value = q.Value.Add(decimal.New(1, -rapid.Int32Range(0, 9).Draw(t, "by")))
				changed[c.Metric] = true
			case 2:
				changed[c.Metric] = true
				continue
			}
			books = append(books, review.Recorded{Goal: c.Goal, Metric: c.Metric, Quantity: q})
			_ = i
		}
		found := review.CrossCheck(claims, rapid.Permutation(books).Draw(t, "order"))
		if len(found) != len(changed) {
			t.Fatalf("%d discrepancies for %d changes", len(found), len(changed))
		}
		for _, d := range found {
			if !changed[d.Metric] {
				t.Fatalf("%s was not changed: %v", d.Metric, d)
			}
		}
	})
}

func TestRecordedFiguresAreTheLatestWhateverTheOrder(t *testing.T) {
	goals := []goal.Goal{{
		Meta: record.Meta{Tenant: tenant, ID: "g-1"}, Period: calendar.Quarter(2024, 3),
		Terms: goal.Terms{From: day("2024-07-01"), Measures: []goal.Measure{{Metric: "hours", Unit: number.Hour}, {Metric: "calls"}}},
	}}
	in := func(id, on, written string, readings ...goal.Reading) goal.CheckIn {
		return goal.CheckIn{
			Meta: record.Meta{Tenant: tenant, ID: id, Version: 1, Created: at(ana, written)},
			Goal: "g-1", Employee: ana, On: day(on), Readings: readings,
		}
	}
	checkIns := []goal.CheckIn{
		in("c-9", "2024-07-10", "2024-09-01", goal.Reading{Metric: "hours", Value: num("20")}, goal.Reading{Metric: "calls", Value: num("7")}),
		in("c-5", "2024-08-10", "2024-08-10", goal.Reading{Metric: "hours", Value: num("15")}),
		in("c-3", "2024-08-10", "2024-08-11", goal.Reading{Metric: "hours", Value: num("14")}),
		{Meta: record.Meta{Tenant: tenant, ID: "c-4"}, Goal: "g-other", On: day("2024-09-01"), Readings: []goal.Reading{{Metric: "calls", Value: num("1")}}},
	}
	rapid.Check(t, func(rt *rapid.T) {
		have := review.RecordedFrom(rapid.Permutation(checkIns).Draw(rt, "order"), goals)
		if len(have) != 2 {
			rt.Fatalf("%d figures", len(have))
		}
		if q := have[0].Quantity.In("en"); have[0].Metric != "calls" || q != "7" {
			rt.Fatalf("%s %s", have[0].Metric, q)
		}
		if q := have[1].Quantity.In("en"); q != "14 h" {
			rt.Fatalf("hours are %s", q)
		}
		if ref := have[1].Evidence[0].Record; ref.Kind != goal.CheckInKind.Name || ref.ID != "c-3" || ref.Version != 1 {
			rt.Fatalf("taken from %v", ref)
		}
	})
}

func TestRecordedFigureIsInTheUnitOfTheTermsInForceThen(t *testing.T) {
	g := goal.Goal{
		Meta: record.Meta{Tenant: tenant, ID: "g-1"}, Period: calendar.Quarter(2024, 3),
		Terms:  goal.Terms{From: day("2024-09-01"), Measures: []goal.Measure{{Metric: "wait", Unit: number.Minute}}},
		Former: []goal.Terms{{From: day("2024-07-01"), Measures: []goal.Measure{{Metric: "wait", Unit: number.Hour}}}},
	}
	before := goal.CheckIn{Meta: record.Meta{ID: "c-1"}, Goal: "g-1", On: day("2024-08-10"), Readings: []goal.Reading{{Metric: "wait", Value: num("2")}}}
	have := review.RecordedFrom([]goal.CheckIn{before}, []goal.Goal{g})
	require.Len(t, have, 1)
	assert.Equal(t, number.Hour, have[0].Quantity.Unit)
	assert.Empty(t, review.CrossCheck([]review.Claim{claim("wait", "120", number.Minute)}, have))
}
