package access

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// An Office is what a service works with: the gate it stands behind, the stores of its
// package bundled as S, and the transaction that spans them.
type Office[S any] struct {
	Gate   Gate
	Stores S
	// InTx runs do with stores whose changes commit together when do returns nil and
	// leave nothing behind when it returns an error, which InTx then returns.
	InTx func(ctx context.Context, do func(S) error) error
}

// A Desk is how a service handles one kind of record: it loads, asks the gate, lets a
// pure function decide, and stores what comes of it, all in one transaction. A record of
// another tenant than the actor's is [fault.ErrNotFound], and what the gate does not let
// through [fault.ErrForbidden].
type Desk[T any, F record.Filter, S any] struct {
	// Store is where the records are kept.
	Store func(S) record.Store[T, F]
	// Subject is a record as the gate sees it.
	Subject func(ctx context.Context, in S, value T) (Subject, error)
}

// Load returns a record that the actor may use for the verb, and the stamp for a change.
func (d Desk[T, F, S]) Load(ctx context.Context, g Gate, in S, a Actor, verb Verb, id string) (T, record.Stamp, error) {
	var none T
	value, err := d.Store(in).Get(ctx, record.Key{Tenant: a.Tenant, ID: id})
	if err != nil {
		return none, record.Stamp{}, err
	}
	by, err := d.Pass(ctx, g, in, a, verb, value)
	if err != nil {
		return none, record.Stamp{}, err
	}
	return value, by, nil
}

// Pass asks the gate about a record that is at hand.
func (d Desk[T, F, S]) Pass(ctx context.Context, g Gate, in S, a Actor, verb Verb, value T) (record.Stamp, error) {
	subject, err := d.Subject(ctx, in, value)
	if err != nil {
		return record.Stamp{}, err
	}
	return g.Pass(ctx, a, verb, subject)
}

// Read is [Desk.Load] for those who only look.
func (d Desk[T, F, S]) Read(ctx context.Context, o Office[S], a Actor, verb Verb, id string) (T, error) {
	value, _, err := d.Load(ctx, o.Gate, o.Stores, a, verb, id)
	return value, err
}

// Change loads a record, applies do and stores what it returns, in one transaction.
func (d Desk[T, F, S]) Change(ctx context.Context, o Office[S], a Actor, verb Verb, id string, do func(in S, value T, by record.Stamp) (T, error)) (T, error) {
	return within(ctx, o, func(in S) (T, error) {
		value, by, err := d.Load(ctx, o.Gate, in, a, verb, id)
		if err != nil {
			return value, err
		}
		next, err := do(in, value, by)
		if err != nil {
			return value, err
		}
		return d.Store(in).Update(ctx, next)
	})
}

// Create lets the actor through to the verb on a record that is not stored yet, as
// outline describes it to the gate, and stores what do makes, in one transaction. The
// outline gets its key before the gate sees it.
func (d Desk[T, F, S]) Create(ctx context.Context, o Office[S], a Actor, verb Verb, outline func(in S, k record.Key) (T, error), do func(in S, k record.Key, by record.Stamp) (T, error)) (T, error) {
	k := o.Gate.NewKey(a.Tenant)
	return within(ctx, o, func(in S) (T, error) {
		outlined, err := outline(in, k)
		if err != nil {
			return outlined, err
		}
		by, err := d.Pass(ctx, o.Gate, in, a, verb, outlined)
		if err != nil {
			return outlined, err
		}
		value, err := do(in, k, by)
		if err != nil {
			return outlined, err
		}
		return d.Store(in).Create(ctx, value)
	})
}

// List yields what the actor may have of the records that match; of says by which verb.
func (d Desk[T, F, S]) List(ctx context.Context, o Office[S], a Actor, of func(T) Verb, filter F) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for value, err := range d.Store(o.Stores).List(ctx, filter) {
			if err == nil {
				_, err = d.Pass(ctx, o.Gate, o.Stores, a, of(value), value)
				if errors.Is(err, fault.ErrForbidden) {
					continue
				}
			}
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			if !yield(value, nil) {
				return
			}
		}
	}
}

// Always is the same verb for every record of a list.
func Always[T any](verb Verb) func(T) Verb { return func(T) Verb { return verb } }

// within runs do in a transaction of the office; nothing but the error is left of a
// failed one.
func within[T, S any](ctx context.Context, o Office[S], do func(S) (T, error)) (T, error) {
	var done T
	err := o.InTx(ctx, func(in S) error {
		var err error
		done, err = do(in)
		return err
	})
	if err != nil {
		var none T
		return none, err
	}
	return done, nil
}
