package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// rewrite brings a new record of a tenant through n versions, one batch each.
func rewrite(ctx context.Context, d storage.Driver, tenant, id string, n int) ([]storage.Change, error) {
	next := named(tenant, id, 1)
	var all []storage.Change
	for i := range n {
		next.Title, next.Updated = fmt.Sprint("title ", i), stamp(i).Because(fmt.Sprint("reason ", i))
		c, err := changeOf(others, next)
		if err != nil {
			return nil, err
		}
		if err := d.Apply(ctx, c); err != nil {
			return nil, err
		}
		all, next = append(all, c), after(next, c)
	}
	return all, nil
}

// An altered driver tells another title than is stored.
type altered struct{ storage.Driver }

func alter(doc *storage.Doc) {
	doc.Document = append([]byte(`{"title":"altered",`), doc.Document[len(`{"title":"title 0",`):]...)
}

// Get implements [storage.Driver].
func (d altered) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	doc, err := d.Driver.Get(ctx, kind, k)
	if err == nil {
		doc, err = sortedKeys(doc)
	}
	return doc, err
}

var trailChecks = []check[storage.Driver]{}
var _ = errors.Join
var _ sync.Mutex
var _ = fault.ErrExists
