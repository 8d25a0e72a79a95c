package integration_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/review"
)

// A method is an exported one of a service.
type method struct {
	name string
	reflect.Value
}

// methods are those of all services of a kit, always in the same order.
func methods(k *meritkit.Kit) []method {
	var all []method
	for field, service := range reflect.ValueOf(k).Elem().Fields() {
		if field.IsExported() && field.Type.Kind() == reflect.Pointer {
			for m, call := range service.Methods() {
				all = append(all, method{field.Name + "." + m.Name, call})
			}
		}
	}
	return all
}

// asks is the type of what comes after context and actor.
func (m method) asks() reflect.Type {
	if m.Type().NumIn() < 3 || m.Type().In(1) != reflect.TypeFor[access.Actor]() {
		return nil
	}
	return m.Type().In(2)
}

// lists reports whether the method asks for a filter, and byID whether for an id. One that
// asks for what a new record is made of does neither.
func (m method) lists() bool {
	_, ok := m.asks().FieldByName("Tenant")
	return ok
}

func (m method) byID() bool { return m.asks() == reflect.TypeFor[string]() }

// of calls the method for the record with an id, with the employee for every other text
// that it asks for and zero values for the rest, and returns its error.
func (m method) of(ctx context.Context, a access.Actor, id string) error {
	in := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(a), reflect.ValueOf(id)}
	for i := len(in); i < m.Type().NumIn(); i++ {
		value := reflect.Zero(m.Type().In(i))
		if value.Type() == reflect.TypeFor[string]() {
			value = reflect.ValueOf(employee)
		}
		in = append(in, value)
	}
	out := m.Call(in)
	err, _ := reflect.TypeAssert[error](out[len(out)-1])
	return err
}

// list calls the method with the filter for all of a tenant, and a weekly rhythm where it
// asks for one, and counts what it yields.
func (m method) list(ctx context.Context, a access.Actor, tenant string) (n int, err error) {
	filter := reflect.New(m.asks()).Elem()
	filter.FieldByName("Tenant").SetString(tenant)
	in := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(a), filter}
	if n := len(in); m.Type().NumIn() > n && m.Type().In(n) == reflect.TypeFor[goal.Rhythm]() {
		in = append(in, reflect.ValueOf(goal.Rhythm{Cadence: calendar.Weekly}))
	}
	for _, failed := range m.Call(in)[0].Seq2() {
		n++
		if err, ok := reflect.TypeAssert[error](failed); ok {
			return n, err
		}
	}
	return n, nil
}

// everyone of a tenant, each with every role there is.
func everyone(tenant string) []access.Actor {
	var all []access.Actor
	for _, person := range []string{employee, manager, hana} {
		all = append(all, access.Actor{Tenant: tenant, Person: person, Roles: []access.Role{access.HR, access.System, review.Calibrator}})
	}
	return all
}

// TestAnotherTenantsRecordsAreNotFound calls every method of every service that takes an
// id with those of another tenant's records, of every kind: each says that there is no
// such record, before the gate is asked whether the actor may have it. What the other
// tenant's own people get shows that the method would have found one of them.
func TestAnotherTenantsRecordsAreNotFound(t *testing.T) {
	for _, driver := range drivers {
		t.Run(driver.name, func(t *testing.T) {
			ctx := t.Context()
			w := newWorld(t, driver.open)
			var ids []string
			for _, k := range kinds() {
				for i := range 8 {
					require.NoError(t, k.seed(ctx, w.driver, tenant, i))
					ids = append(ids, id(k.name, i))
				}
			}
			before := written(t, w.driver, tenant, true)
			tried := 0
			for i, m := range methods(w.Kit) {
				switch {
				case m.asks() == nil:
					t.Errorf("%s takes no actor and something: say here how another tenant's records are kept from it", m.name)
				case m.byID():
					tried++
					for _, a := range everyone("rival") {
						for _, id := range ids {
							require.ErrorIs(t, m.of(ctx, a, id), fault.ErrNotFound, "%s of %s by a stranger", m.name, id)
						}
					}
					assert.True(t, finds(ctx, w.Kit, i, ids), "%s finds none of the records; a stranger's refusal says nothing", m.name)
				case m.asks().Kind() == reflect.Struct && m.lists():
					tried++
					for _, a := range everyone("rival") {
						n, err := m.list(ctx, a, tenant)
						require.NoError(t, err, m.name)
						assert.Zero(t, n, "%s lists records for a stranger", m.name)
					}
					n, err := m.list(ctx, everyone(tenant)[2], "rival")
					require.NoError(t, err, m.name)
					assert.Positive(t, n, "%s lists nothing for its own tenant", m.name)
				default:
					assert.Equal(t, reflect.Struct, m.asks().Kind(), "%s takes neither an id, nor a filter, nor a draft", m.name)
				}
			}
			assert.GreaterOrEqual(t, tried, 70)
			assert.Equal(t, before, written(t, w.driver, tenant, true), "nothing has changed")
			assert.Empty(t, written(t, w.driver, "rival", true), "nothing was made")
		})
	}
}

// finds reports whether the i-th method finds a record with one of the ids for someone of
// its tenant. What it does to it is undone.
func finds(ctx context.Context, k *meritkit.Kit, i int, ids []string) bool {
	found, undo := false, errors.New("undo")
	_ = k.InTx(ctx, func(k *meritkit.Kit) error {
		for _, a := range everyone(tenant) {
			for _, id := range ids {
				found = found || !errors.Is(methods(k)[i].of(ctx, a, id), fault.ErrNotFound)
			}
		}
		return undo
	})
	return found
}
