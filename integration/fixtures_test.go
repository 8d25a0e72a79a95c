package integration_test

import (
	"context"
	"fmt"
	"reflect"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/storetest"
	"github.com/meritkit/meritkit/text"
)

// A kind is the fixture of one kind of record with its types put away.
type kind struct {
	name string
	// conform runs the store suite over drivers that open gives.
	conform func(t *testing.T, open opener)
	// seed stores the i-th value as a tenant's record with the id that [id] gives.
	seed func(ctx context.Context, d storage.Driver, tenant string, i int) error
	// untried are the fields of the kind's filter that no filter of the fixture uses.
	untried []string
}

// kinds are the fixtures of the library.
func kinds() []kind {
	return []kind{
		goals, plans, templates, checkIns, revisions,
		cycles, participants, selfReviews, managerReviews, results, appeals,
		interviews,
		improvements,
	}
}

// fixture puts the fixture of a kind together; see [storetest.Fixture].
func fixture[T any, F record.Filter](k record.Kind[T, F], makes func(i int) T, change func(T) T, filters ...storetest.Filtered[T, F]) kind {
	return fixtureWithout(nil, k, makes, change, filters...)
}

// fixtureWithout is a fixture that leaves the fields empty that the kind allows no value.
func fixtureWithout[T any, F record.Filter](empty []string, k record.Kind[T, F], makes func(i int) T, change func(T) T, filters ...storetest.Filtered[T, F]) kind {
	f := storetest.Fixture[T, F]{
		Kind: k, Make: makes, Change: change, Empty: empty, Filters: filters,
		All: func(tenant string) F { var all F; return within(all, tenant) },
	}
	return kind{
		name: k.Name,
		conform: func(t *testing.T, open opener) {
			t.Helper()
			f := f // several drivers are checked at the same time
			f.Open = func(tb testing.TB) storetest.Opened[T, F] {
				tb.Helper()
				return storetest.Over(open(tb, k.Schema()), k)
			}
			storetest.Store(t, f)
		},
		seed: func(ctx context.Context, d storage.Driver, tenant string, i int) error {
			value := makes(i)
			*k.Meta(&value) = record.New(record.Key{Tenant: tenant, ID: id(k.Name, i)}, stamp(i))
			_, err := storage.Of(d, k).Create(ctx, value)
			return err
		},
		untried: untried(filters),
	}
}

// filtered is a filter, given without its tenant, with the values that it is to find.
func filtered[T any, F record.Filter](name string, f F, wants func(T) bool) storetest.Filtered[T, F] {
	return storetest.Filtered[T, F]{Name: name, Filter: func(tenant string) F { return within(f, tenant) }, Wants: wants}
}

// within is a filter with its tenant, which every one has a field for.
func within[F any](f F, tenant string) F {
	reflect.ValueOf(&f).Elem().FieldByName("Tenant").SetString(tenant)
	return f
}

func untried[T any, F record.Filter](filters []storetest.Filtered[T, F]) []string {
	var fields []string
	for field := range reflect.TypeFor[F]().Fields() {
		tried := field.Name == "Tenant"
		for _, f := range filters {
			tried = tried || !reflect.ValueOf(f.Filter("any")).FieldByIndex(field.Index).IsZero()
		}
		if !tried {
			fields = append(fields, field.Name)
		}
	}
	return fields
}

// The people of all tests. The employee is called as the role in which one signs, so
// that the same word does wherever a method asks for either.
const (
	employee = goal.ByEmployee
	manager  = "王芳"
	hana     = "hana" // of HR
)

// pick is the i-th of some values, from the first again after the last.
func pick[T any](i int, of ...T) T { return of[i%len(of)] }

// id is that of the i-th record of a kind, for others to refer to.
func id(kind string, i int) string { return fmt.Sprintf("%s-%d", kind, i) }

func person(i int) string { return pick(i, "adam", employee, "li", "赵敏") }

func boss(i int) string { return pick(i, manager, "o'neil; --", "\"boss\" %_") }

func unit(i int) string { return pick(i, "sales", "", "研发 🎯", "Sales") }

func say(what string, i int) string {
	return fmt.Sprintf("%s %d: \"12 小时\" <b>\\ 🎯\u2028", what, i)
}

func label(i int) text.Label {
	return text.Label{En: fmt.Sprint("label ", i), Zh: fmt.Sprint("名称", i)}
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// figure is one of those that a float would not keep.
func figure(i int) decimal.Decimal {
	return pick(i, dec("12.50"), dec("-0.1"), dec("0.000000000000000001"), dec("123456789012345678901234567890.12"), dec("9007199254740993"))
}

// percent is from 0.5 to 96.5, different for many in a row.
func percent(i int) decimal.Decimal { return decimal.New(int64(i%97)*10+5, -1) }

func quantity(i int) number.Quantity {
	return number.Quantity{Value: figure(i), Unit: pick(i, number.Hour, number.Yuan, "calls")}
}

func day(s string) calendar.Date { return calendar.MustDate(s) }

// on is the i-th day from some Monday.
func on(i int) calendar.Date { return day("2024-07-01").AddDays(i) }

// quarter is the i-th from the first of 2024.
func quarter(i int) calendar.Period { return calendar.Quarter(2024+i/4, i%4+1) }

func stamp(i int) record.Stamp {
	at := time.Date(2024, 9, 30, 23, 59, 59, 999_999_000, time.UTC).Add(time.Duration(i) * time.Microsecond)
	return record.By(person(i), at).For("fixture.write").Because(say("reason", i))
}

func digest(i int) record.Digest { return record.Digest(fmt.Sprintf("%064x", i+1)) }

func signatures(i int, roles ...string) record.Signatures {
	var all record.Signatures
	for j, role := range roles {
		all = append(all, record.Sign(stamp(i+j), role, digest(i)))
	}
	return all
}

func evidence(i int) []record.Evidence {
	return []record.Evidence{
		{Title: say("report", i), Link: "https://example.com/a?b=c&d=" + fmt.Sprint(i), Figure: new(quantity(i)), On: on(i)},
		{Record: &record.Ref{Kind: goal.CheckInKind.Name, ID: id(goal.CheckInKind.Name, i), Version: int64(i + 1)}, Note: say("see", i)},
	}
}

// explanation is one with two steps below another.
func explanation(i int) rating.Explanation {
	said := func(code string) text.Text {
		return text.Text{Code: "fixture." + code, Args: map[string]string{"n": fmt.Sprint(i)}, Label: label(i)}
	}
	return rating.Explanation{Text: said("head"), Steps: []rating.Explanation{
		{Text: said("step"), Steps: []rating.Explanation{{Text: said("leaf")}}}, {Text: said("other")},
	}}
}
