package record

import (
	"context"
	"iter"
)

// A Store keeps records of one kind. It is the shape of every store that the domain
// packages ask for; package storage has implementations, and an embedding program can
// put one over its own tables.
//
//   - Create stores a value that has no version yet and returns it as stored, or
//     [fault.ErrExists] when its key or a unique group of fields is taken.
//   - Get returns a record or [fault.ErrNotFound].
//   - Update stores the next version and returns it, or [fault.ErrConflict] when the
//     value's version is not the stored one, or [fault.ErrNotFound].
//   - List yields the records that match, in the filter's order. It holds neither locks
//     nor open rows while it yields, so the loop body may use the store. An error is
//     yielded once, with a zero value, and ends the sequence.
type Store[T any, F Filter] interface {
	Create(ctx context.Context, value T) (T, error)
	Get(ctx context.Context, k Key) (T, error)
	Update(ctx context.Context, value T) (T, error)
	List(ctx context.Context, filter F) iter.Seq2[T, error]
}

// Collect gathers a list into a slice; nil and the error when it ends in one.
func Collect[T any](list iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for value, err := range list {
		if err != nil {
			return nil, err
		}
		all = append(all, value)
	}
	return all, nil
}

// First is the first of a list; ok is false when it is empty.
func First[T any](list iter.Seq2[T, error]) (value T, ok bool, err error) {
	for value, err := range list {
		return value, err == nil, err
	}
	return value, false, nil
}
