package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/meritkit/meritkit/storage"
)

// Driver checks a driver: all that the store suite checks of a collection over it, and
// all that [storage.Driver] promises beyond. open makes a driver for [Schemas] that is
// empty at each call.
func Driver(t *testing.T, open func(testing.TB) storage.Driver, waivers ...Waiver) {
	t.Helper()
	runAll(t, open, driverSuite(), waivers)
}

// driverSuite is every check of a driver.
func driverSuite() []check[storage.Driver] {
	var all []check[storage.Driver]
	for _, c := range storeChecks[sample, pick]() {
		all = append(all, check[storage.Driver]{c.name, c.promise, func(ctx context.Context, d storage.Driver) error {
			return c.run(ctx, over(d))
		}})
	}
	return append(all, driverChecks...)
}

var driverChecks = slices.Concat(changeChecks, queryChecks, trailChecks, txChecks)
