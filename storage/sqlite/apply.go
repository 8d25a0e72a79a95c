package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// Apply implements [storage.Driver].
func (s *session) Apply(ctx context.Context, changes ...storage.Change) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := s.db.kinds.CheckChanges(changes...); err != nil {
		return err
	}
	if len(changes) == 1 && s.own {
		// A savepoint would take half as long again. What is refused is refused by the
		// first statement, which then has done nothing; after any other failure the
		// transaction is over.
		err := s.write(ctx, changes)
		if _, refused := errors.AsType[*fault.Refusal](err); err != nil && !refused {
			s.over = err
		}
		return err
	}
	return s.whole(ctx, func() error { return s.write(ctx, changes) })
}

// write writes changes; when it fails at one, those before are written.
func (s *session) write(ctx context.Context, changes []storage.Change) error {
	count := map[string]int64{}
	for _, c := range changes {
		if err := s.writeRecord(ctx, c); err != nil {
			return err
		}
		if err := s.writeRevision(ctx, c); err != nil {
			return err
		}
		count[c.Meta.Tenant]++
		s.db.changed.Add(1)
	}
	// One transaction writes at a time, so the order of seq is that in which events are
	// committed.
	seq := map[string]int64{}
	for tenant, n := range count {
		err := s.each(ctx, s.db.nextSeqSQL, []any{tenant, n}, func(rows *sql.Rows) error {
			var last int64
			err := rows.Scan(&last)
			seq[tenant] = last - n
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, c := range changes {
		seq[c.Meta.Tenant]++
		if err := s.writeEvent(ctx, seq[c.Meta.Tenant], c.Event); err != nil {
			return err
		}
	}
	return nil
}

// writeRecord inserts or replaces a record. Both statements pass over a row that would
// break a unique index, which tells a refusal from a failure with any SQLite driver.
func (s *session) writeRecord(ctx context.Context, c storage.Change) error {
	t := s.db.tables[c.Kind]
	args := append(metaArgs(c.Doc), string(c.Document))
	for _, column := range t.Fields {
		value, err := argument(c.Fields[column.Name])
		if err != nil {
			return err
		}
		args = append(args, value)
	}
	args = append(args, c.Meta.Tenant)
	query := t.insertSQL
	if c.Expect > 0 {
		args = append(args, c.Meta.ID, c.Expect, string(c.Entry.Prev))
		query = t.updateSQL
	}
	written, err := s.exec(ctx, query, args...)
	if err != nil {
		return fmt.Errorf("write %s %s: %w", c.Kind, c.Meta.ID, err)
	}
	if written == 1 {
		return nil
	}
	var stored record.Meta
	found := false
	err = s.each(ctx, t.headSQL, []any{c.Meta.Tenant, c.Meta.ID}, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(&stored.Version, &stored.Chain)
	})
	if err != nil {
		return err
	}
	if err := c.Against(stored, found); err != nil {
		return err
	}
	return fault.Exists(c.Kind, c.Meta.ID) // the record is not in the way, so a unique group is
}

func (s *session) writeRevision(ctx context.Context, c storage.Change) error {
	args := append([]any{c.Meta.Tenant, c.Kind}, metaArgs(c.Doc)...)
	args = append(args, string(c.Document),
		string(c.Entry.Prev), string(c.Entry.Seal), string(c.Entry.Content), c.Entry.Private.Salt)
	_, err := s.exec(ctx, s.db.revisionSQL, args...)
	return err
}

func (s *session) writeEvent(ctx context.Context, seq int64, e record.Event) error {
	_, err := s.exec(ctx, s.db.eventSQL, e.Tenant, seq, e.Kind, e.ID, e.Version, e.Action, e.At.Format(momentForm), e.By)
	return err
}

// metaArgs are the values of metaColumns.
func metaArgs(d storage.Doc) []any {
	m := d.Meta
	return []any{
		m.ID, m.Version, d.Schema,
		m.Created.At.Format(momentForm), m.Created.By, m.Created.Action, m.Created.Reason,
		m.Updated.At.Format(momentForm), m.Updated.By, m.Updated.Action, m.Updated.Reason,
		string(m.Chain),
	}
}

// momentForm is how instants are stored: in UTC, all of one length.
const momentForm = "2006-01-02T15:04:05.000000Z"

// argument is a value as it is stored and compared with.
func argument(v record.Value) (any, error) {
	switch value := v.Any().(type) {
	case bool:
		if value {
			return 1, nil
		}
		return 0, nil
	case time.Time:
		if value.Year() < 0 || value.Year() > 9999 {
			return nil, fault.Refuse(fault.ErrInvalid, momentRange, "at", value)
		}
		return value.Format(momentForm), nil
	default:
		return value, nil
	}
}
