package storetest

import (
	"context"
	"slices"
	"testing"

	"github.com/meritkit/meritkit/record"
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
			return c.run(ctx, subject[sample, pick]{sampleFixture(), opened(d)})
		}})
	}
	return append(all, driverChecks...)
}

// opened is the collection of samples in a driver.
func opened(d storage.Driver) Opened[sample, pick] {
	return Opened[sample, pick]{
		Store: storage.Of(d, samples),
		InTx: func(ctx context.Context, do func(record.Store[sample, pick]) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error { return do(storage.Of(tx, samples)) })
		},
	}
}

var driverChecks = slices.Concat(changeChecks, queryChecks, trailChecks, txChecks)
