package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// Get implements [storage.Driver].
func (s *session) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	if err := s.usable(ctx); err != nil {
		return storage.Doc{}, err
	}
	if _, err := s.db.kinds.Schema(kind); err != nil {
		return storage.Doc{}, err
	}
	var doc storage.Doc
	found := false
	err := s.each(ctx, s.db.tables[kind].getSQL, []any{k.Tenant, k.ID}, func(rows *sql.Rows) (err error) {
		found = true
		doc, err = scanDoc(rows, kind, k.Tenant)
		return err
	})
	if err == nil && !found {
		err = fault.NotFound(kind, k.ID)
	}
	return doc, err
}

// Query implements [storage.Driver].
func (s *session) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	if err := s.usable(ctx); err != nil {
		return storage.Page{}, err
	}
	if err := s.db.kinds.CheckQuery(q); err != nil {
		return storage.Page{}, err
	}
	t := s.db.tables[q.Kind]
	where, err := matching(q)
	if err != nil {
		return storage.Page{}, err
	}
	if q.CountBy != nil {
		counts, err := s.count(ctx, t, where, q.CountBy)
		return storage.Page{Counts: counts}, err
	}
	parts, err := pageParts(q)
	if err != nil {
		return storage.Page{}, err
	}
	by, _ := t.Column(q.By)
	last := cell{kind: by.Type}
	var extra []any
	if q.By != "" {
		extra = []any{&last}
	}
	var page storage.Page
	for _, part := range parts {
		both := where.and(part.text, part.args...)
		both.args = append(both.args, q.Limit-len(page.Docs))
		err := s.each(ctx, t.pageSQL(q, both), both.args, func(rows *sql.Rows) error {
			doc, err := scanDoc(rows, q.Kind, q.Tenant, extra...)
			page.Docs = append(page.Docs, doc)
			return err
		})
		if err != nil {
			return storage.Page{}, err
		}
		if len(page.Docs) == q.Limit {
			page.Next = &storage.Cursor{Value: last.Value, ID: page.Docs[q.Limit-1].Meta.ID}
			break
		}
	}
	return page, nil
}

// pageSQL selects the documents of a page that meet a condition, and the values of the
// field that orders them.
func (t *table) pageSQL(q storage.Query, where clause) string {
	desc, by, order := "", "", "id"
	if q.Desc {
		desc = " DESC"
	}
	if q.By != "" {
		by = ", " + quoted(q.By)
		order = quoted(q.By) + desc + ", id"
	}
	return "SELECT " + docColumns + by + " FROM " + t.name + where.text + " ORDER BY " + order + desc + " LIMIT ?"
}

// A clause is a part of a statement with the values that are bound in it.
type clause struct {
	text string
	args []any
}

func (c clause) and(text string, args ...any) clause {
	if text == "" {
		return c
	}
	return clause{text: c.text + " AND " + text, args: append(slices.Clip(c.args), args...)}
}

// matching is the condition of a query.
func matching(q storage.Query) (clause, error) {
	where := clause{text: " WHERE tenant = ?", args: []any{q.Tenant}}
	for _, c := range q.Where {
		values := make([]any, len(c.Values))
		for i, v := range c.Values {
			var err error
			if values[i], err = argument(v); err != nil {
				return clause{}, err
			}
		}
		field := quoted(c.Field)
		switch c.Op {
		case record.IsNull:
			where = where.and(field + " IS NULL")
		case record.In:
			list, err := listed(values)
			if err != nil {
				return clause{}, err
			}
			where = where.and(field+" IN (SELECT value FROM json_each(?))", list)
		case record.Equal, record.Less, record.AtMost, record.Greater, record.AtLeast:
			where = where.and(field+" "+string(c.Op)+" ?", values...)
		}
	}
	return where, nil
}

// listed is a list of values as one, so that a statement is the same for any number of
// them. A text that can't be stored is left out: JSON would turn it into another.
func listed(values []any) (string, error) {
	values = slices.DeleteFunc(values, func(v any) bool {
		text, ok := v.(string)
		return ok && (!utf8.ValidString(text) || strings.ContainsRune(text, 0))
	})
	list, err := json.Marshal(values)
	return string(list), err
}

// pageParts are the conditions for what comes after the query's cursor, to be asked for
// one after the other. Null comes first and compares with nothing, so a page that crosses
// between null and the values has two parts; one condition for both could not use the index.
func pageParts(q storage.Query) ([]clause, error) {
	if q.After.ID == "" {
		return []clause{{}}, nil
	}
	op := " > "
	if q.Desc {
		op = " < "
	}
	id := q.After.ID
	if q.By == "" {
		return []clause{{text: "id" + op + "?", args: []any{id}}}, nil
	}
	by := quoted(q.By)
	if q.After.Value.IsNull() {
		parts := []clause{{text: by + " IS NULL AND id" + op + "?", args: []any{id}}}
		if !q.Desc {
			parts = append(parts, clause{text: by + " IS NOT NULL"})
		}
		return parts, nil
	}
	value, err := argument(q.After.Value)
	if err != nil {
		return nil, err
	}
	parts := []clause{{text: "(" + by + ", id)" + op + "(?, ?)", args: []any{value, id}}}
	if q.Desc {
		parts = append(parts, clause{text: by + " IS NULL"})
	}
	return parts, nil
}

func (s *session) count(ctx context.Context, t *table, where clause, fields []string) ([]storage.Count, error) {
	var list, group string
	if len(fields) > 0 {
		columns := make([]string, len(fields))
		for i, name := range fields {
			columns[i] = quoted(name)
		}
		list = strings.Join(columns, ", ")
		group = " GROUP BY " + list + " ORDER BY " + list
		list += ", "
	}
	counts := []storage.Count{}
	query := "SELECT " + list + "COUNT(*) FROM " + t.name + where.text + group
	err := s.each(ctx, query, where.args, func(rows *sql.Rows) error {
		var n int64
		cells := make([]cell, len(fields))
		into := make([]any, 0, len(fields)+1)
		for i, name := range fields {
			column, _ := t.Column(name)
			cells[i].kind = column.Type
			into = append(into, &cells[i])
		}
		if err := rows.Scan(append(into, &n)...); err != nil {
			return damaged(t.Schema.Name, "", err)
		}
		c := storage.Count{N: n}
		for _, cell := range cells {
			c.By = append(c.By, cell.Value)
		}
		counts = append(counts, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return counts, nil
}

// History implements [storage.Driver].
func (s *session) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	if err := s.db.kinds.CheckHistory(kind, limit); err != nil {
		return nil, err
	}
	var all []storage.Revision
	args := []any{k.Tenant, kind, k.ID, after, limit}
	err := s.each(ctx, s.db.historySQL, args, func(rows *sql.Rows) error {
		var e record.Entry
		doc, err := scanDoc(rows, kind, k.Tenant, &e.Prev, &e.Seal, &e.Content, &e.Private.Salt)
		if err != nil {
			return err
		}
		m := doc.Meta
		e.Tenant, e.Kind, e.ID, e.Version, e.Digest = m.Tenant, kind, m.ID, m.Version, m.Chain
		e.Action, e.At, e.Private.By, e.Private.Reason = m.Updated.Action, m.Updated.At, m.Updated.By, m.Updated.Reason
		all = append(all, storage.Revision{Doc: doc, Entry: e})
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// Outbox implements [storage.Driver].
func (s *session) Outbox(ctx context.Context, r storage.OutboxRead) ([]record.Event, error) {
	if err := s.usable(ctx); err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	var events []record.Event
	err := s.each(ctx, s.db.outboxSQL, []any{r.Tenant, r.After, r.Limit}, func(rows *sql.Rows) error {
		e := record.Event{Tenant: r.Tenant}
		if err := rows.Scan(&e.Seq, &e.Kind, &e.ID, &e.Version, &e.Action, (*instant)(&e.At), &e.By); err != nil {
			return damaged("outbox", fmt.Sprint(e.Seq), err)
		}
		events = append(events, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return events, nil
}

// scanDoc reads docColumns, and what a query selects beside them.
func scanDoc(rows *sql.Rows, kind, tenant string, extra ...any) (storage.Doc, error) {
	d := storage.Doc{Kind: kind}
	m := &d.Meta
	m.Tenant = tenant
	into := append([]any{
		&m.ID, &m.Version, &d.Schema,
		(*instant)(&m.Created.At), &m.Created.By, &m.Created.Action, &m.Created.Reason,
		(*instant)(&m.Updated.At), &m.Updated.By, &m.Updated.Action, &m.Updated.Reason,
		&m.Chain, (*[]byte)(&d.Document),
	}, extra...)
	if err := rows.Scan(into...); err != nil {
		return d, damaged(kind, m.ID, err)
	}
	if !json.Valid(d.Document) {
		return d, damaged(kind, m.ID, errNotJSON)
	}
	return d, nil
}

var errNotJSON = errors.New("document: not JSON")

// damaged refuses a row that the store has not written like this.
func damaged(kind, id string, err error) error {
	return fault.Refuse(fault.ErrInvalid, rowDamaged, "kind", kind, "id", id, "error", err)
}

// An instant is read from its stored form.
type instant time.Time

// Scan implements [sql.Scanner].
func (i *instant) Scan(stored any) error {
	var text sql.Null[string]
	if err := text.Scan(stored); err != nil {
		return err
	}
	at, err := time.Parse(momentForm, text.V)
	*i = instant(at)
	return err
}

// A cell is the value of an indexed field, read as the field's type.
type cell struct {
	kind record.Type
	record.Value
}

// Scan implements [sql.Scanner].
func (c *cell) Scan(stored any) error {
	var text sql.Null[string]
	var n sql.Null[int64]
	var at instant
	var err error
	c.Value = record.Value{}
	switch {
	case stored == nil:
	case c.kind == record.Text:
		err = text.Scan(stored)
		c.Value = record.TextOf(text.V)
	case c.kind == record.Moment:
		err = at.Scan(stored)
		c.Value = record.MomentOf(time.Time(at))
	default:
		err = n.Scan(stored)
		c.Value = record.IntOf(n.V)
		if c.kind == record.Bool {
			c.Value = record.BoolOf(n.V != 0)
		}
	}
	return err
}
