package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

func TestAWaiverNamesACheckAndAReason(t *testing.T) {
	checks := driverSuite()
	require.NoError(t, waivable(checks, []Waiver{{"audit", "there is no history"}}))
	require.EqualError(t, waivable(checks, []Waiver{{"audit", ""}, {"audits", "a slip of the pen"}}),
		"the waiver of \"audit\" gives no reason\nthere is no check \"audits\" to waive")
}

func TestAWaivedCheckIsNotRun(t *testing.T) {
	runAll(t, func(tb testing.TB) int { tb.Helper(); return 1 }, []check[int]{
		{"bad", "nothing", func(context.Context, int) error { return errors.New("run in spite of the waiver") }},
		{"good", "something", func(_ context.Context, s int) error { return truth(s == 1, "s is %d", s) }},
	}, []Waiver{{"bad", "it always fails"}})
}

func TestACheckThatPanicsOrNeverEndsFails(t *testing.T) {
	bad := check[int]{run: func(context.Context, int) error { panic("out of order") }}
	require.ErrorContains(t, bad.try(t.Context(), 0), "out of order")

	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	polite := check[int]{run: func(ctx context.Context, _ int) error { <-ctx.Done(); return errors.New("waited") }}
	err := polite.try(ctx, 0)
	require.ErrorContains(t, err, "waited")
	require.ErrorIs(t, err, context.DeadlineExceeded)

	forever := make(chan struct{})
	defer close(forever)
	stuck := check[int]{run: func(context.Context, int) error { <-forever; return nil }}
	require.ErrorContains(t, stuck.try(ctx, 0), "does not end")
}

func TestTheStoreSuiteRunsOverAStore(t *testing.T) {
	f := sampleFixture()
	f.Open = func(tb testing.TB) Opened[sample, pick] {
		tb.Helper()
		return Over(good(), samples)
	}
	Store(t, f)
}

func TestTheDriverSuiteRunsOverADriver(t *testing.T) {
	Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		return good()
	})
}

func TestAFixtureThatTellsNothingApartIsRefused(t *testing.T) {
	require.NoError(t, sampleFixture().check())
	for want, spoil := range map[string]func(*Fixture[sample, pick]){
		"the field title is never filled": func(f *Fixture[sample, pick]) {
			f.Make = func(i int) sample { s := makeSample(i); s.Title = ""; return s }
		},
		"the field parts[].tags is never filled": func(f *Fixture[sample, pick]) {
			f.Make = func(i int) sample { s := makeSample(i); s.Parts = []part{{Name: "a"}}; return s }
		},
		"the field bonus is said to be empty and is not":  func(f *Fixture[sample, pick]) { f.Empty = []string{"bonus"} },
		"the field weight is said to be empty and is not": func(f *Fixture[sample, pick]) { f.Empty = []string{"weight"} },
		"Make(0) and Make(1) are alike":                   func(f *Fixture[sample, pick]) { f.Make = func(int) sample { return makeSample(6) } },
		"what Change returns is what it was given":        func(f *Fixture[sample, pick]) { f.Change = func(s sample) sample { return s } },
		"wants 20 of 20 values":                           func(f *Fixture[sample, pick]) { f.Filters[0].Wants = func(sample) bool { return true } },
		"no filter wants a value before Change and not after": func(f *Fixture[sample, pick]) {
			f.Change = func(s sample) sample { s.Amount = s.Amount.Add(decimal.NewFromInt(1)); return s }
		},
	} {
		f := sampleFixture()
		spoil(&f)
		require.ErrorContains(t, f.check(), want)
	}
}

func TestEveryFieldOfAnyShapeIsSurveyed(t *testing.T) {
	type leaf struct {
		Yes  bool            `json:"yes"`
		At   time.Time       `json:"at"`
		Sum  decimal.Decimal `json:"sum"`
		Skip int             `json:"-"`
	}
	type tree struct {
		record.Meta
		leaf
		Plain  int
		Next   *tree           `json:"next"`
		ByName map[string]leaf `json:"byName"`
		Rows   [][]leaf        `json:"rows,omitempty"`
		hidden int
	}
	full := leaf{Yes: true, At: start, Sum: decimal.NewFromInt(1)}
	v := tree{leaf: full, Plain: 1, Next: &tree{}, ByName: map[string]leaf{"a": full}, Rows: [][]leaf{{full}}, hidden: 1}
	require.NoError(t, complete([]tree{v}, nil))
	require.NoError(t, complete([]tree{{leaf: full, Plain: 1, Next: &tree{}, ByName: v.ByName}, {Rows: v.Rows}}, nil), "together they fill all")

	err := complete([]tree{{}}, nil)
	for _, path := range []string{"yes", "at", "sum", "Plain", "next", "byName", "byName[].yes", "rows", "rows[][].at"} {
		require.ErrorContains(t, err, "the field "+path+" is never filled")
	}
	for _, path := range []string{"Skip", "hidden", "tenant", "next.next"} {
		assert.NotContains(t, err.Error(), "the field "+path)
	}
}
