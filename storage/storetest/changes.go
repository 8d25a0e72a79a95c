package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// apply writes samples of a kind in one batch, each as the version after its own, and
// returns them as stored.
func apply(ctx context.Context, d storage.Driver, k record.Kind[sample, pick], all ...sample) ([]sample, error) {
	changes, stored := make([]storage.Change, len(all)), make([]sample, len(all))
	for i, s := range all {
		c, err := changeOf(k, s)
		if err != nil {
			return nil, err
		}
		changes[i], stored[i] = c, after(s, c)
	}
	return stored, d.Apply(ctx, changes...)
}

// over is the collection of samples in d, as a subject.
func over(d storage.Driver) subject[sample, pick] {
	return subject[sample, pick]{sampleFixture(), Over(d, samples)}
}

// finds checks that a query for samples gives exactly these ids.
func finds(ctx context.Context, d storage.Driver, q record.Query, want ...string) error {
	q.Limit = 100
	page, err := d.Query(ctx, storage.Query{Kind: samples.Name, Query: q})
	if err != nil {
		return err
	}
	return same("what is found", idsOf(page.Docs), append([]string{}, want...))
}

func idsOf(docs []storage.Doc) []string {
	ids := make([]string, len(docs))
	for i, doc := range docs {
		ids[i] = doc.Meta.ID
	}
	return ids
}

// untouched checks that nothing was written for north: no record, no event.
func untouched(ctx context.Context, d storage.Driver) error {
	events, err := d.Outbox(ctx, storage.OutboxRead{Tenant: north, Limit: 10})
	return errors.Join(err, truth(len(events) == 0, "there are events: %v", events), finds(ctx, d, record.All(north)))
}

var changeChecks = []check[storage.Driver]{
	{
		"text-kept", "every text that is allowed is kept to the character: in content, indexed fields, ids, tenants and stamps",
		func(ctx context.Context, d storage.Driver) error {
			for i, said := range []string{
				"中文：考核，第一季度", "👩🏽‍💻🎯", "e\u0301 is not é", `" \ / ' % _ ; -- {} $1 ?`, "one\ntwo\r\n\tthree\u2028\u2029\ufeff",
				"<b>&amp;</b>", "\u0001\u001f\u007f", " blanks around ", "null", strings.Repeat("长", storage.MaxText/3),
			} {
				key := said[:min(len(said), storage.MaxKey/3*3)]
				v := named(key, key, i)
				v.Title, v.Parts[0].Name, v.Marks = said, strings.Repeat(said, 100), map[string]string{said: said}
				v.Updated.By, v.Updated.Reason = said, said
				stored, err := apply(ctx, d, samples, v)
				if err != nil {
					return fmt.Errorf("store %.60q: %w", said, err)
				}
				versions, err := d.History(ctx, samples.Name, v.Key(), 0, 1)
				if err := errors.Join(err, truth(len(versions) == 1 && versions[0].Entry.Private.Reason == said, "the reason is not kept"),
					over(d).holds(ctx, stored[0]), finds(ctx, d, record.All(key).And("title", record.Equal, record.TextOf(said)), key)); err != nil {
					return fmt.Errorf("%.60q: %w", said, err)
				}
			}
			return nil
		},
	},
	{
		"text-refused", "a text that some database can't hold is refused by all with ErrInvalid, and nothing is stored",
		func(ctx context.Context, d storage.Driver) error {
			for _, bad := range []string{"a\x00b", "a\xffb"} {
				for where, spoil := range map[string]func(*sample){
					"id":     func(s *sample) { s.ID = bad },
					"tenant": func(s *sample) { s.Tenant = bad },
					"by":     func(s *sample) { s.Updated.By = bad },
					"reason": func(s *sample) { s.Created.Reason = bad },
					"action": func(s *sample) { s.Updated.Action = bad },
					"field":  func(s *sample) { s.Title = bad },
				} {
					v := named(north, "one", 1)
					spoil(&v)
					_, err := apply(ctx, d, samples, v)
					if err := is(fmt.Sprintf("%s %q", where, bad), err, fault.ErrInvalid); err != nil {
						return err
					}
				}
			}
			for where, spoil := range map[string]func(*sample){
				"content with NUL": func(s *sample) { s.Parts[0].Name = "\x00" },
				"key with NUL":     func(s *sample) { s.Marks["\x00"] = "" },
				"long id":          func(s *sample) { s.ID = strings.Repeat("i", storage.MaxKey+1) },
				"long field":       func(s *sample) { s.Title = strings.Repeat("t", storage.MaxText+1) },
			} {
				v := named(north, "one", 1)
				spoil(&v)
				_, err := apply(ctx, d, samples, v)
				if err := is(where, err, fault.ErrInvalid); err != nil {
					return err
				}
			}
			return untouched(ctx, d)
		},
	},
	{
		"document-kept", "a document keeps its value, to the last digit of a number",
		func(ctx context.Context, d storage.Driver) error {
			for i, document := range []string{
				`{}`, `{"a":null,"b":[],"c":{},"d":""}`, `{"n":[9007199254740993,-9223372036854775808,0,0.1,1.50,123456789012345678901234567890.5]}`,
				`{"z":1,"a":{"y":[[],[1,[2,{"x":true}]]]}}`, `{"s":"\u4e2d\ud83c\udfaf\\u0000\/"}`,
			} {
				m := record.New(record.Key{Tenant: north, ID: numbered(i)}, stamp(i))
				m.Version = 1
				c, err := rawChange(others.Name, m, json.RawMessage(document), nil)
				if err != nil {
					return err
				}
				if err := d.Apply(ctx, c); err != nil {
					return fmt.Errorf("store %s: %w", document, err)
				}
				doc, err := d.Get(ctx, others.Name, m.Key())
				if err != nil {
					return err
				}
				versions, err := d.History(ctx, others.Name, m.Key(), 0, 1)
				if err := errors.Join(err, truth(len(versions) == 1, "there are %d versions", len(versions))); err != nil {
					return err
				}
				if err := errors.Join(same("the document", doc.Document, json.RawMessage(document)),
					same("the version's document", versions[0].Document, json.RawMessage(document)),
					truth(doc.Schema == 1 && doc.Kind == others.Name && doc.Fields == nil, "the document is of %s, schema %d, with fields %v", doc.Kind, doc.Schema, doc.Fields)); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"instants-kept", "instants are kept to the microsecond and come back in UTC",
		func(ctx context.Context, d storage.Driver) error {
			east := time.FixedZone("UTC+8", 8*60*60)
			for i, at := range []time.Time{
				start, start.Add(time.Microsecond), time.Date(1969, 12, 31, 23, 59, 59, 999999000, time.UTC),
				time.Date(2026, 3, 2, 8, 30, 15, 999999999, east), time.Date(9999, 12, 31, 0, 0, 0, 1000, time.UTC), time.Date(1, 1, 2, 0, 0, 0, 0, time.UTC),
			} {
				v := named(north, numbered(i), i)
				v.Due, v.Created.At, v.Updated.At = at, at, at
				created, err := over(d).Store.Create(ctx, v)
				if err != nil {
					return fmt.Errorf("store %s: %w", at, err)
				}
				got, err := d.Get(ctx, samples.Name, v.Key())
				exact := func(back time.Time) bool { return back.Equal(record.Instant(at)) && back.Location() == time.UTC }
				if err := errors.Join(err, truth(exact(got.Meta.Created.At) && exact(got.Meta.Updated.At), "%s came back as %s and %s", at, got.Meta.Created.At, got.Meta.Updated.At),
					over(d).holds(ctx, created), finds(ctx, d, record.All(north).And("due", record.Equal, record.MomentOf(at)), numbered(i))); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"decimals-kept", "decimals come back equal, however they were written",
		func(ctx context.Context, d storage.Driver) error {
			for i, digits := range []string{"1.50", "1.5", "0", "0.00", "-0.000000000000000001", "123456789012345678901234567890.123456789"} {
				v := named(north, numbered(i), i)
				v.Amount = decimal.RequireFromString(digits)
				if _, err := apply(ctx, d, samples, v); err != nil {
					return err
				}
				got, err := over(d).Store.Get(ctx, v.Key())
				if err := errors.Join(err, truth(got.Amount.Equal(v.Amount), "%s came back as %s", digits, got.Amount)); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"copies", "neither what was given to the driver nor what it gave is the stored bytes",
		func(ctx context.Context, d storage.Driver) error {
			v := named(north, "one", 1)
			c, err := changeOf(samples, v)
			if err != nil {
				return err
			}
			if err := d.Apply(ctx, c); err != nil {
				return err
			}
			clear(c.Document)
			c.Fields["title"] = record.TextOf("altered")
			doc, err := d.Get(ctx, samples.Name, v.Key())
			if err != nil {
				return err
			}
			clear(doc.Document)
			page, err := d.Query(ctx, storage.Query{Kind: samples.Name, Query: record.Query{Tenant: north, Limit: 1}})
			if err := errors.Join(err, truth(len(page.Docs) == 1, "%d records found", len(page.Docs))); err != nil {
				return err
			}
			clear(page.Docs[0].Document)
			versions, err := d.History(ctx, samples.Name, v.Key(), 0, 1)
			if err := errors.Join(err, truth(len(versions) == 1, "there are %d versions", len(versions))); err != nil {
				return err
			}
			clear(versions[0].Document)
			return errors.Join(over(d).holds(ctx, after(v, c)), storage.Of(d, samples).Verify(ctx, v.Key()),
				finds(ctx, d, record.All(north).And("title", record.Equal, record.TextOf(v.Title)), "one"))
		},
	},
	{
		"kinds-apart", "records of two kinds with the same id are two records",
		func(ctx context.Context, d storage.Driver) error {
			one, err := apply(ctx, d, samples, named(north, "one", 1))
			if err != nil {
				return err
			}
			_, err = d.Get(ctx, others.Name, one[0].Key())
			if err := is("get of another kind", err, fault.ErrNotFound); err != nil {
				return err
			}
			other, err := apply(ctx, d, others, named(north, "one", 2))
			if err != nil {
				return err
			}
			got, err := storage.Of(d, others).Get(ctx, one[0].Key())
			return errors.Join(err, same("the other", got, other[0]), over(d).holds(ctx, one[0]), finds(ctx, d, record.All(north), "one"))
		},
	},
	{
		"unique-update", "Apply refuses to change a record to unique values that another has with ErrExists, and changes nothing",
		func(ctx context.Context, d storage.Driver) error {
			stored, err := apply(ctx, d, samples, named(north, "one", 1), named(north, "two", 2))
			if err != nil {
				return err
			}
			serial, pair := stored[1], stored[1]
			serial.Serial = stored[0].Serial
			pair.Region, pair.Slot = stored[0].Region, stored[0].Slot
			_, first := apply(ctx, d, samples, serial)
			_, second := apply(ctx, d, samples, pair)
			return errors.Join(is("a taken field", first, fault.ErrExists), is("a taken pair", second, fault.ErrExists), over(d).holds(ctx, stored[1]))
		},
	},
	{
		"unique-null", "a record with a null in a unique group stands outside of it",
		func(ctx context.Context, d storage.Driver) error {
			for i := range 3 {
				v := named(north, numbered(i), i)
				v.Serial, v.Region, v.Slot = "", "here", ""
				if _, err := apply(ctx, d, samples, v); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"unique-freed", "a unique value that a record gave up can be taken, by a record in the same batch too; one it keeps stays its own",
		func(ctx context.Context, d storage.Driver) error {
			stored, err := apply(ctx, d, samples, named(north, "one", 1))
			if err != nil {
				return err
			}
			freed, heir := stored[0], named(north, "two", 2)
			heir.Serial, freed.Serial = freed.Serial, "new"
			if stored, err = apply(ctx, d, samples, freed, heir); err != nil {
				return fmt.Errorf("take what is freed: %w", err)
			}
			kept, late := stored[0], named(north, "three", 3)
			kept.Title = "other"
			late.Serial = kept.Serial
			_, err = apply(ctx, d, samples, kept)
			_, taken := apply(ctx, d, samples, late)
			return errors.Join(err, is("what is kept", taken, fault.ErrExists))
		},
	},
	{
		"chain-followed", "Apply refuses a change that does not follow the record's audit chain with ErrConflict, and changes nothing",
		func(ctx context.Context, d storage.Driver) error {
			stored, err := apply(ctx, d, samples, named(north, "one", 1))
			if err != nil {
				return err
			}
			forged := stored[0]
			forged.Chain = record.Digest(strings.Repeat("0", 64))
			_, err = apply(ctx, d, samples, forged)
			return errors.Join(is("update", err, fault.ErrConflict), over(d).holds(ctx, stored[0]))
		},
	},
	{
		"batch-whole", "Apply writes all changes or none: no record, history, event or audit entry stays of a batch that fails",
		func(ctx context.Context, d storage.Driver) error {
			stored, err := apply(ctx, d, samples, named(south, "one", 1), named(south, "two", 2))
			if err != nil {
				return err
			}
			stale, changed := stored[1], stored[0]
			changed.Title, changed.Serial = "changed", "changed"
			stale.Version = 5
			_, conflict := apply(ctx, d, samples, changed, named(north, "new", 3), stale)
			_, unknown := apply(ctx, d, samples, changed, named(north, "new", 3), func() sample { s := stale; s.ID = "none"; return s }())
			_, twice := apply(ctx, d, samples, changed, named(north, "new", 3), named(north, "new", 4))
			_, taken := apply(ctx, d, samples, changed, named(north, "new", 3), named(north, "newer", 3))
			_, invalid := apply(ctx, d, samples, changed, named(north, "new", 3), named("", "newer", 4))
			versions, err := d.History(ctx, samples.Name, stored[0].Key(), 0, 10)
			lost, failed := d.History(ctx, samples.Name, record.Key{Tenant: north, ID: "new"}, 0, 10)
			events, unread := d.Outbox(ctx, storage.OutboxRead{Tenant: south, Limit: 10})
			if err := errors.Join(err, failed, unread, is("a stale version", conflict, fault.ErrConflict), is("an unknown record", unknown, fault.ErrNotFound),
				is("one key twice", twice, fault.ErrExists), is("one unique value twice", taken, fault.ErrExists), is("no tenant", invalid, fault.ErrInvalid),
				truth(len(versions) == 1 && len(lost) == 0 && len(events) == 2, "%d and %d versions and %d events, not 1, 0 and 2", len(versions), len(lost), len(events)),
				over(d).holds(ctx, stored[0]), untouched(ctx, d), storage.Of(d, samples).Verify(ctx, stored[0].Key())); err != nil {
				return err
			}
			// Unique values are neither left taken nor left free.
			_, err = apply(ctx, d, samples, named(north, "heir", 3))
			_, taken = apply(ctx, d, samples, named(south, "heir", 1))
			return errors.Join(err, is("a unique value that a failed batch gave up", taken, fault.ErrExists))
		},
	},
	{
		"batch-order", "changes apply in the order given: a batch can bring a record through several versions; an empty one does nothing",
		func(ctx context.Context, d storage.Driver) error {
			next := named(north, "one", 1)
			var batch []storage.Change
			for i := range 3 {
				next.Title = fmt.Sprint("title ", i)
				c, err := changeOf(samples, next)
				if err != nil {
					return err
				}
				batch, next = append(batch, c), after(next, c)
			}
			if err := errors.Join(d.Apply(ctx, batch...), d.Apply(ctx)); err != nil {
				return err
			}
			versions, err := d.History(ctx, samples.Name, next.Key(), 0, 10)
			return errors.Join(err, truth(len(versions) == 3, "there are %d versions", len(versions)),
				over(d).holds(ctx, next), storage.Of(d, samples).Verify(ctx, next.Key()))
		},
	},
	{
		"kind-unknown", "a kind that the driver was not made for is refused with ErrInvalid",
		func(ctx context.Context, d storage.Driver) error {
			strange := samples
			strange.Name = "storetest_strange"
			_, applied := apply(ctx, d, strange, named(north, "one", 1))
			_, got := d.Get(ctx, strange.Name, record.Key{Tenant: north, ID: "one"})
			_, queried := d.Query(ctx, storage.Query{Kind: strange.Name, Query: record.Query{Tenant: north, Limit: 1}})
			_, recalled := d.History(ctx, strange.Name, record.Key{Tenant: north, ID: "one"}, 0, 1)
			return errors.Join(is("apply", applied, fault.ErrInvalid), is("get", got, fault.ErrInvalid), is("query", queried, fault.ErrInvalid), is("history", recalled, fault.ErrInvalid))
		},
	},
	{
		"input-refused", "a change that is not of one piece and a read that makes no sense are refused with ErrInvalid",
		func(ctx context.Context, d storage.Driver) error {
			for what, spoil := range map[string]func(*storage.Change){
				"version":       func(c *storage.Change) { c.Meta.Version = 2 },
				"expect":        func(c *storage.Change) { c.Expect = -1; c.Meta.Version = 0 },
				"stamp":         func(c *storage.Change) { c.Meta.Created = record.Stamp{} },
				"nanoseconds":   func(c *storage.Change) { c.Meta.Created.At = c.Meta.Created.At.Add(1) },
				"unknown field": func(c *storage.Change) { c.Fields["colour"] = record.TextOf("red") },
				"field type":    func(c *storage.Change) { c.Fields["rank"] = record.TextOf("red") },
				"document":      func(c *storage.Change) { c.Document = json.RawMessage(`{`) },
				"schema":        func(c *storage.Change) { c.Schema = 0 },
				"entry":         func(c *storage.Change) { c.Entry.ID = "two" },
				"event":         func(c *storage.Change) { c.Event.Action = "other" },
				"chain":         func(c *storage.Change) { c.Meta.Chain = "" },
			} {
				c, err := changeOf(samples, named(north, "one", 1))
				if err != nil {
					return err
				}
				spoil(&c)
				if err := is(what, d.Apply(ctx, c), fault.ErrInvalid); err != nil {
					return err
				}
			}
			for what, spoil := range map[string]func(*storage.Query){
				"no tenant":      func(q *storage.Query) { q.Tenant = "" },
				"no limit":       func(q *storage.Query) { q.Limit = 0 },
				"huge limit":     func(q *storage.Query) { q.Limit = storage.MaxPage + 1 },
				"field":          func(q *storage.Query) { q.Where[0].Field = "colour" },
				"operation":      func(q *storage.Query) { q.Where[0].Op = "like" },
				"value":          func(q *storage.Query) { q.Where[0].Values = []record.Value{record.IntOf(1)} },
				"order":          func(q *storage.Query) { q.By = "document" },
				"count":          func(q *storage.Query) { q.CountBy = []string{"colour"} },
				"foreign cursor": func(q *storage.Query) { q.After = storage.Cursor{Value: record.IntOf(1), ID: "one"} },
			} {
				q := storage.Query{Kind: samples.Name, Query: record.Query{Tenant: north, Limit: 1}.And("title", record.Equal, record.TextOf("x"))}
				spoil(&q)
				_, err := d.Query(ctx, q)
				if err := is(what, err, fault.ErrInvalid); err != nil {
					return err
				}
			}
			_, versions := d.History(ctx, samples.Name, record.Key{Tenant: north, ID: "one"}, 0, 0)
			_, events := d.Outbox(ctx, storage.OutboxRead{Tenant: north, Limit: math.MaxInt})
			_, nobody := d.Outbox(ctx, storage.OutboxRead{Limit: 1})
			return errors.Join(is("history", versions, fault.ErrInvalid), is("outbox", events, fault.ErrInvalid), is("outbox of nobody", nobody, fault.ErrInvalid), untouched(ctx, d))
		},
	},
}
