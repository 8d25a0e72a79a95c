package postgres

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/jackc/pgx/v5"

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
	if !storable(k.Tenant, k.ID) {
		return doc, fault.NotFound(kind, k.ID)
	}
	found := false
	err := s.each(ctx, k.Tenant, s.db.tables[kind].getSQL, []any{k.ID}, func(rows pgx.Rows) (err error) {
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
	where, err := matching(t.Schema, q)
	if err != nil {
		return storage.Page{}, err
	}
	if q.CountBy != nil {
		counts, err := s.count(ctx, t, q.Tenant, where, q.CountBy)
		return storage.Page{Counts: counts}, err
	}
	parts, err := pageParts(q, where)
	if err != nil {
		return storage.Page{}, err
	}
	by, _ := t.Column(q.By)
	last := cell{kind: by.Type}
	var extra []any
	if q.By != "" {
		extra = []any{last.into()}
	}
	var page storage.Page
	for _, part := range parts {
		limit := part.bind(q.Limit - len(page.Docs))
		err := s.each(ctx, q.Tenant, t.pageSQL(q, part, limit), part.args, func(rows pgx.Rows) error {
			doc, err := scanDoc(rows, q.Kind, q.Tenant, extra...)
			page.Docs = append(page.Docs, doc)
			return err
		})
		if err != nil {
			return storage.Page{}, err
		}
		if len(page.Docs) == q.Limit {
			page.Next = &storage.Cursor{Value: last.value(), ID: page.Docs[q.Limit-1].Meta.ID}
			break
		}
	}
	return page, nil
}

// pageSQL selects the documents of a page that meet a condition, and the values of the
// field that orders them.
func (t *table) pageSQL(q storage.Query, where clause, limit string) string {
	by, order, desc := "", "id", ""
	if q.By != "" {
		by = ", " + quoted(q.By)
		order = quoted(q.By) + " NULLS FIRST, id"
	}
	if q.Desc {
		order, desc = strings.Replace(order, "NULLS FIRST", "DESC NULLS LAST", 1), " DESC"
	}
	return "SELECT " + names(docColumns, "") + by + " FROM " + t.name + where.text + " ORDER BY " + order + desc + " LIMIT " + limit
}

// A clause is a part of a statement with the values that are bound in it, after the tenant.
type clause struct {
	text string
	args []any
}

// bind binds a value and returns its place.
func (c *clause) bind(value any) string {
	c.args = append(slices.Clip(c.args), value)
	return fmt.Sprint("$", len(c.args)+1)
}

func (c *clause) and(text string) { c.text += " AND " + text }

// matching is the condition of a query.
func matching(s record.Schema, q storage.Query) (clause, error) {
	where := clause{text: " WHERE tenant = $1"}
	if !storable(q.Tenant) {
		return where, fault.Refuse(fault.ErrInvalid, textForm)
	}
	for _, c := range q.Where {
		column, _ := s.Column(c.Field)
		field := quoted(c.Field)
		switch c.Op {
		case record.IsNull:
			where.and(field + " IS NULL")
		case record.In:
			list, err := listed(column.Type, c.Values)
			if err != nil {
				return clause{}, err
			}
			where.and(field + " = ANY (" + where.bind(list) + ")")
		case record.Equal, record.Less, record.AtMost, record.Greater, record.AtLeast:
			if c.Op == record.Equal && unstorable(c.Values[0]) {
				where.and("false")
				continue
			}
			value, err := argument(c.Values[0])
			if err != nil {
				return clause{}, err
			}
			where.and(field + " " + string(c.Op) + " " + where.bind(value))
		}
	}
	return where, nil
}

// listed is a list of values as an array, so that a statement is the same for any number of
// them. A text that can't be stored is left out.
func listed(kind record.Type, values []record.Value) (any, error) {
	all := make([]any, 0, len(values))
	for _, v := range slices.DeleteFunc(slices.Clone(values), unstorable) {
		value, err := argument(v)
		if err != nil {
			return nil, err
		}
		all = append(all, value)
	}
	switch kind {
	case record.Int:
		return typed[int64](all), nil
	case record.Bool:
		return typed[bool](all), nil
	case record.Moment:
		return typed[time.Time](all), nil
	default:
		return typed[string](all), nil
	}
}

func typed[V any](values []any) []V {
	all := make([]V, len(values))
	for i, v := range values {
		all[i], _ = v.(V)
	}
	return all
}

// argument is a value as it is compared with.
func argument(v record.Value) (any, error) {
	if unstorable(v) {
		return nil, fault.Refuse(fault.ErrInvalid, textForm)
	}
	if at, ok := v.Any().(time.Time); ok && (at.Year() < 0 || at.Year() > 9999) {
		return nil, fault.Refuse(fault.ErrInvalid, momentRange, "at", at)
	}
	return v.Any(), nil
}

// storable reports whether PostgreSQL takes these texts. One that it does not take ends a
// transaction, so none is sent.
func storable(texts ...string) bool {
	return !slices.ContainsFunc(texts, func(s string) bool { return !utf8.ValidString(s) || strings.ContainsRune(s, 0) })
}

func unstorable(v record.Value) bool {
	text, ok := v.Any().(string)
	return ok && !storable(text)
}

// pageParts are the conditions with that for what comes after the query's cursor, to be
// asked for one after the other. Null comes first and compares with nothing, so a page that
// crosses between null and the values has two parts; one condition for both could not use
// the index.
func pageParts(q storage.Query, where clause) ([]clause, error) {
	if q.After.ID == "" {
		return []clause{where}, nil
	}
	if !storable(q.After.ID) {
		return nil, fault.Refuse(fault.ErrInvalid, textForm)
	}
	op := " > "
	if q.Desc {
		op = " < "
	}
	first, second := where, where
	by := quoted(q.By)
	switch {
	case q.By == "":
		first.and("id" + op + first.bind(q.After.ID))
		return []clause{first}, nil
	case q.After.Value.IsNull():
		first.and(by + " IS NULL AND id" + op + first.bind(q.After.ID))
		second.and(by + " IS NOT NULL")
		if q.Desc { // null is the end
			return []clause{first}, nil
		}
	default:
		value, err := argument(q.After.Value)
		if err != nil {
			return nil, err
		}
		first.and("(" + by + ", id)" + op + "(" + first.bind(value) + ", " + first.bind(q.After.ID) + ")")
		second.and(by + " IS NULL")
		if !q.Desc {
			return []clause{first}, nil
		}
	}
	return []clause{first, second}, nil
}

func (s *session) count(ctx context.Context, t *table, tenant string, where clause, fields []string) ([]storage.Count, error) {
	var list, group string
	cells := make([]cell, len(fields))
	into := make([]any, len(fields), len(fields)+1)
	if len(fields) > 0 {
		columns := make([]string, len(fields))
		for i, name := range fields {
			column, _ := t.Column(name)
			cells[i].kind = column.Type
			into[i] = cells[i].into()
			columns[i] = quoted(name)
		}
		list = strings.Join(columns, ", ") + ", "
		group = " GROUP BY " + strings.Join(columns, ", ") + " ORDER BY " + strings.Join(columns, " NULLS FIRST, ") + " NULLS FIRST"
	}
	counts := []storage.Count{}
	query := "SELECT " + list + "count(*) FROM " + t.name + where.text + group
	err := s.each(ctx, tenant, query, where.args, func(rows pgx.Rows) error {
		var c storage.Count
		if err := rows.Scan(append(into, &c.N)...); err != nil {
			return damaged(t.Schema.Name, "", err)
		}
		for i := range cells {
			c.By = append(c.By, cells[i].value())
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
	if err := s.db.kinds.CheckHistory(kind, limit); err != nil || !storable(k.Tenant, k.ID) {
		return nil, err
	}
	var all []storage.Revision
	err := s.each(ctx, k.Tenant, s.db.historySQL, []any{kind, k.ID, after, limit}, func(rows pgx.Rows) error {
		var e record.Entry
		doc, err := scanDoc(rows, kind, k.Tenant, (*string)(&e.Prev), (*string)(&e.Seal), (*string)(&e.Content), &e.Private.Salt)
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
	if err := r.Check(); err != nil || !storable(r.Tenant) {
		return nil, err
	}
	var events []record.Event
	err := s.each(ctx, r.Tenant, s.db.outboxSQL, []any{r.After, r.Limit}, func(rows pgx.Rows) error {
		e := record.Event{Tenant: r.Tenant}
		if err := rows.Scan(&e.Seq, &e.Kind, &e.ID, &e.Version, &e.Action, &e.At, &e.By); err != nil {
			return damaged("outbox", fmt.Sprint(e.Seq), err)
		}
		e.At = e.At.UTC()
		events = append(events, e)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return events, nil
}

// scanDoc reads docColumns, and what a query selects beside them.
func scanDoc(rows pgx.Rows, kind, tenant string, extra ...any) (storage.Doc, error) {
	d := storage.Doc{Kind: kind}
	m := &d.Meta
	m.Tenant = tenant
	into := append([]any{
		&m.ID, &m.Version, &d.Schema,
		&m.Created.At, &m.Created.By, &m.Created.Action, &m.Created.Reason,
		&m.Updated.At, &m.Updated.By, &m.Updated.Action, &m.Updated.Reason,
		(*string)(&m.Chain), (*[]byte)(&d.Document),
	}, extra...)
	if err := rows.Scan(into...); err != nil {
		return d, damaged(kind, m.ID, err)
	}
	m.Created.At, m.Updated.At = m.Created.At.UTC(), m.Updated.At.UTC()
	return d, nil
}

// damaged refuses a row that the store has not written like this.
func damaged(kind, id string, err error) error {
	return fault.Refuse(fault.ErrInvalid, rowDamaged, "kind", kind, "id", id, "error", err)
}

// A cell is the value of an indexed field, read as the field's type.
type cell struct {
	kind   record.Type
	text   *string
	number *int64
	yes    *bool
	at     *time.Time
}

// into is where the value is to be read to.
func (c *cell) into() any {
	switch c.kind {
	case record.Int:
		return &c.number
	case record.Bool:
		return &c.yes
	case record.Moment:
		return &c.at
	default:
		return &c.text
	}
}

// value is what was read.
func (c *cell) value() record.Value {
	switch {
	case c.text != nil:
		return record.TextOf(*c.text)
	case c.number != nil:
		return record.IntOf(*c.number)
	case c.yes != nil:
		return record.BoolOf(*c.yes)
	case c.at != nil:
		return record.MomentOf(*c.at)
	}
	return record.Value{}
}
