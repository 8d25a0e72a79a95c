// Package storetest checks that a store keeps its promises.
//
// Whoever implements [storage.Driver] runs the driver suite from a test of its own:
//
//	func TestDriver(t *testing.T) {
//		storetest.Driver(t, func(tb testing.TB) storage.Driver {
//			return open(tb, storetest.Schemas()...) // empty at each call
//		})
//	}
//
// Whoever implements a domain package's Store over tables of its own runs [Store] with a
// [Fixture] that makes values of that kind. The same shows whether a [record.Kind] is
// right: that every field comes back, and that filters find what they say.
//
//	storetest.Store(t, storetest.Fixture[Goal, Filter]{
//		Kind:   Kind,
//		Open:   func(tb testing.TB) storetest.Opened[Goal, Filter] { return storetest.Over(open(tb, Kind.Schema()), Kind) },
//		Make:   func(i int) Goal { return ... },     // every field filled
//		Change: func(g Goal) Goal { return ... },    // something that a filter sees
//		All:    func(tenant string) Filter { return Filter{Tenant: tenant} },
//	})
//
// Each check has a name, a promise in words, and a store of its own. What a store can't
// promise is waived by the check's name with a reason, which the test then reports.
package storetest
