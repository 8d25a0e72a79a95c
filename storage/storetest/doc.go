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
// [Fixture] that makes values of that kind.
//
// Each check has a name, a promise in words, and a store of its own. What a store can't
// promise is waived by the check's name with a reason, which the test then reports.
package storetest
