package storage

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// Verify proves a record against its audit chain: every version is there, each entry
// follows from the one before and tells of its version, holding its document, and the
// chain ends at the record. It refuses with every violation that it finds.
func Verify(ctx context.Context, d Driver, kind string, k record.Key) error {
	doc, err := d.Get(ctx, kind, k)
	if err != nil {
		return err
	}
	return verify(ctx, d, doc)
}

// VerifyAll proves every record of a tenant, of the kinds with these schemas, and
// returns how many there are. All that is broken is reported.
func VerifyAll(ctx context.Context, d Driver, tenant string, schemas ...record.Schema) (int, error) {
	var v fault.Violations
	n := 0
	for _, s := range schemas {
		q := Query{Kind: s.Name, Query: record.Query{Tenant: tenant, Limit: pageSize}}
		for more := true; more; {
			page, err := d.Query(ctx, q)
			if err != nil {
				return n, err
			}
			for _, doc := range page.Docs {
				n++
				switch err := verify(ctx, d, doc); {
				case err != nil && !errors.Is(err, fault.ErrInvalid):
					return n, err
				case err != nil:
					v.Nest("", err)
				}
			}
			if more = page.Next != nil; more {
				q.After = *page.Next
			}
		}
	}
	return n, v.Err()
}

func verify(ctx context.Context, d Driver, doc Doc) error {
	var v fault.Violations
	changed := func(path string, version int64) {
		v.Add(path, contentChanged, "kind", doc.Kind, "id", doc.Meta.ID, "version", version)
	}
	var latest Revision
	head, err := record.VerifyChain(func(yield func(record.Entry, error) bool) {
		for r, err := range revisions(ctx, d, doc.Kind, doc.Meta.Key()) {
			if err == nil && r.Meta.Version > doc.Meta.Version {
				return // written since the record was read
			}
			if err == nil && !tells(r.Entry, r.Doc) {
				changed("meta", r.Meta.Version)
			}
			if err == nil && r.Entry.Private != (record.Private{}) && !r.Entry.Holds(r.Document) {
				changed("document", r.Meta.Version)
			}
			latest = r
			if !yield(r.Entry, err) {
				return
			}
		}
	})
	switch {
	case err != nil && !errors.Is(err, fault.ErrInvalid):
		return err
	case err != nil: // a broken chain
		v.Nest("", err)
		return v.Err()
	}
	if head != doc.Meta.Chain || latest.Meta.Version != doc.Meta.Version {
		v.Add("chain", headDiffers, "kind", doc.Kind, "id", doc.Meta.ID, "version", doc.Meta.Version)
		return v.Err()
	}
	if latest.Meta != doc.Meta {
		changed("meta", doc.Meta.Version)
	}
	same, err := equal(latest.Document, doc.Document)
	if err != nil {
		return err
	}
	if !same {
		changed("document", doc.Meta.Version)
	}
	return v.Err()
}

// revisions are a record's versions from the first, read page by page.
func revisions(ctx context.Context, d Driver, kind string, k record.Key) iter.Seq2[Revision, error] {
	return func(yield func(Revision, error) bool) {
		after := int64(0)
		for {
			page, err := d.History(ctx, kind, k, after, pageSize)
			if err != nil {
				yield(Revision{}, err)
				return
			}
			for _, r := range page {
				if !yield(r, nil) {
					return
				}
			}
			if len(page) < pageSize {
				return
			}
			after = page[len(page)-1].Meta.Version
		}
	}
}
