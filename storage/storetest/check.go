package storetest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/meritkit/meritkit/record"
)

// patience is how long a check may take. One that waits for a lock it will never get
// fails then, and does not hang.
const patience = time.Minute

// A Waiver leaves out one check, for a reason that the test reports.
type Waiver struct {
	Check  string
	Reason string
}

// A check is one promise of a store S, and how to see that it is kept. It is given a
// fresh, empty store, and a context that ends when patience does.
type check[S any] struct {
	name    string
	promise string
	run     func(ctx context.Context, s S) error
}

// runAll runs each check that is not waived as a subtest.
func runAll[S any](t *testing.T, open func(testing.TB) S, checks []check[S], waivers []Waiver) {
	t.Helper()
	if err := waivable(checks, waivers); err != nil {
		t.Error(err)
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			if i := slices.IndexFunc(waivers, func(w Waiver) bool { return w.Check == c.name }); i >= 0 {
				t.Skipf("waived: %s\nThe promise: %s", waivers[i].Reason, c.promise)
			}
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			if err := c.try(ctx, open(t)); err != nil {
				t.Errorf("%s\nThe promise: %s", err, c.promise)
			}
		})
	}
}

// waivable refuses a waiver of a check that does not exist, and one without a reason.
func waivable[S any](checks []check[S], waivers []Waiver) error {
	var err error
	for _, w := range waivers {
		known := slices.ContainsFunc(checks, func(c check[S]) bool { return c.name == w.Check })
		err = errors.Join(err, truth(known, "there is no check %q to waive", w.Check),
			truth(w.Reason != "", "the waiver of %q gives no reason", w.Check))
	}
	return err
}

// try runs the check until it ends or the context does; a panic is an error.
func (c check[S]) try(ctx context.Context, s S) error {
	ended := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				ended <- fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
		}()
		ended <- c.run(ctx, s)
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select { // what obeys the context gets the time to
	case err := <-ended:
		return errors.Join(err, ctx.Err())
	case <-time.After(time.Second):
		return fmt.Errorf("the check does not end: something waits for a lock: %w", ctx.Err())
	}
}

// same compares two values by their canonical JSON.
func same(what string, got, want any) error {
	g, err := json.Marshal(got)
	if err != nil {
		return err
	}
	w, err := json.Marshal(want)
	if err != nil || bytes.Equal(g, w) {
		return err
	}
	if g, err = record.Canonical(json.RawMessage(g)); err != nil {
		return err
	}
	if w, err = record.Canonical(json.RawMessage(w)); err != nil || bytes.Equal(g, w) {
		return err
	}
	from := 0
	for from < min(len(g), len(w)) && g[from] == w[from] {
		from++
	}
	return fmt.Errorf("%s differs at %d: got …%s, want …%s", what, from, excerpt(g, from), excerpt(w, from))
}

// excerpt is what stands around a place in a text.
func excerpt(s []byte, at int) []byte { return s[max(0, at-40):min(len(s), at+200)] }

// is checks that an operation ended with the error it should; nil means none.
func is(what string, err, want error) error {
	if errors.Is(err, want) {
		return nil
	}
	if err == nil {
		err = errors.New("no error")
	}
	return fmt.Errorf("%s: got %w, want %s", what, err, fmt.Sprint(want))
}

// truth checks a statement.
func truth(holds bool, format string, args ...any) error {
	if holds {
		return nil
	}
	return fmt.Errorf(format, args...)
}
