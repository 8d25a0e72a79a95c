package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// metaColumns are what a record's table and the history have in common beside the
// document, in the order in which they are written and read.
var metaColumns = []string{
	"id", "version", "schema",
	"created_at", "created_by", "created_action", "created_reason",
	"updated_at", "updated_by", "updated_action", "updated_reason",
	"chain",
}

// docColumns selects what a storage.Doc is made of.
var docColumns = strings.Join(metaColumns, ", ") + ", document"

// sqlTypes are the column types of indexed fields.
var sqlTypes = map[record.Type]string{
	record.Text: "TEXT", record.Int: "INTEGER", record.Bool: "INTEGER", record.Moment: "TEXT",
}

// A layout is how records lie in the database: the tables and the statements that write
// and read them. All names in statements have passed a check, so that quoting them is
// enough; values are always bound.
type layout struct {
	prefix string
	kinds  storage.Kinds
	tables map[string]*table

	lockSQL, nextSeqSQL, eventSQL, outboxSQL, revisionSQL, historySQL string
}

// A table holds the records of one kind.
type table struct {
	record.Schema
	name string // quoted

	insertSQL, updateSQL, headSQL, getSQL string
}

func newLayout(prefix string, schemas []record.Schema) (layout, error) {
	kinds, err := storage.NewKinds(schemas...)
	if err != nil {
		return layout{}, err
	}
	var v fault.Violations
	v.Nest("prefix", record.Schema{Name: prefix}.Validate()) // the same names will do
	for i, s := range schemas {
		path := fault.Index("schemas", i)
		if slices.Contains([]string{"history", "outbox", "outbox_last", "migrations"}, s.Name) {
			v.Add(fault.Field(path, "name"), nameTaken, "name", s.Name)
		}
		for j, c := range s.Fields {
			if slices.Contains(metaColumns, c.Name) {
				v.Add(fault.Field(fault.Index(fault.Field(path, "fields"), j), "name"), nameTaken, "name", c.Name)
			}
		}
	}
	if err := v.Err(); err != nil {
		return layout{}, err
	}
	l := layout{prefix: prefix, kinds: kinds, tables: map[string]*table{}}
	l.lockSQL = fmt.Sprintf(`UPDATE %s SET name = name WHERE 0`, l.name("migrations"))
	l.nextSeqSQL = fmt.Sprintf(`INSERT INTO %s (tenant, seq) VALUES (?, ?)
		ON CONFLICT (tenant) DO UPDATE SET seq = seq + excluded.seq RETURNING seq`, l.name("outbox_last"))
	l.eventSQL = fmt.Sprintf(`INSERT INTO %s (tenant, seq, kind, id, version, action, at, "by")
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, l.name("outbox"))
	l.outboxSQL = fmt.Sprintf(`SELECT seq, kind, id, version, action, at, "by" FROM %s
		WHERE tenant = ? AND seq > ? ORDER BY seq LIMIT ?`, l.name("outbox"))
	l.revisionSQL = fmt.Sprintf(`INSERT INTO %s (tenant, kind, %s, prev, seal, content, salt) VALUES (?, ?%s)`,
		l.name("history"), docColumns, strings.Repeat(", ?", len(metaColumns)+1+4))
	l.historySQL = fmt.Sprintf(`SELECT %s, prev, seal, content, salt FROM %s
		WHERE tenant = ? AND kind = ? AND id = ? AND version > ? ORDER BY version LIMIT ?`, docColumns, l.name("history"))
	return l, nil
}

// newTable is the table of a kind, as it is stored: with columns of another version of
// the kind, maybe. What these hold is not known to be right once a record is written.
func (l *layout) newTable(s, stored record.Schema) *table {
	t := &table{Schema: s, name: l.name(s.Name)}
	columns := append(slices.Clone(metaColumns), "document")
	for _, c := range s.Fields {
		columns = append(columns, quoted(c.Name))
	}
	t.insertSQL = fmt.Sprintf(`INSERT INTO %s (%s, tenant) VALUES (?%s) ON CONFLICT DO NOTHING`,
		t.name, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)))
	sets := []string{strings.Join(columns, " = ?, ") + " = ?"}
	for _, c := range stored.Fields {
		if _, ok := s.Column(c.Name); !ok {
			sets = append(sets, quoted(c.Name)+" = NULL")
		}
	}
	t.updateSQL = fmt.Sprintf(`UPDATE OR IGNORE %s SET %s WHERE tenant = ? AND id = ? AND version = ? AND chain = ?`, t.name, strings.Join(sets, ", "))
	t.headSQL = fmt.Sprintf(`SELECT version, chain FROM %s WHERE tenant = ? AND id = ?`, t.name)
	t.getSQL = fmt.Sprintf(`SELECT %s FROM %s WHERE tenant = ? AND id = ?`, docColumns, t.name)
	return t
}

// name is the quoted name of one of our tables.
func (l *layout) name(of string) string { return quoted(l.prefix + of) }

// writes are the statements that a transaction needs.
func (l *layout) writes() []string {
	all := []string{savepointSQL, releaseSQL, undoSQL, l.lockSQL, l.nextSeqSQL, l.eventSQL, l.revisionSQL}
	for _, t := range l.tables {
		all = append(all, t.insertSQL, t.updateSQL, t.headSQL, t.getSQL)
	}
	return all
}

func quoted(name string) string { return `"` + name + `"` }
