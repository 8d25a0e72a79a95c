package postgres

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgtype"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// Names that PostgreSQL would cut are refused: of a table, so that those of its indexes,
// which begin with it, have room for what tells them apart.
const (
	longestName  = 63
	longestTable = 50
)

// sqlTypes are the column types of indexed fields. Text sorts by its bytes.
var sqlTypes = map[record.Type]string{
	record.Text: `text COLLATE "C"`, record.Int: "bigint", record.Bool: "boolean", record.Moment: "timestamptz",
}

// A column is written from an array with its value in each of several changes. Its name is
// as SQL has it.
type column struct {
	name, sql string
	of        func([]storage.Change) any
}

func textColumn(name string, of func(*storage.Change) string) column {
	return column{name, "text", func(cs []storage.Change) any { return each(cs, of) }}
}

func intColumn(name string, of func(*storage.Change) int64) column {
	return column{name, "bigint", func(cs []storage.Change) any { return each(cs, of) }}
}

func momentColumn(name string, of func(*storage.Change) time.Time) column {
	return column{name, "timestamptz", func(cs []storage.Change) any { return each(cs, of) }}
}

func each[V any](cs []storage.Change, of func(*storage.Change) V) []V {
	values := make([]V, len(cs))
	for i := range cs {
		values[i] = of(&cs[i])
	}
	return values
}

// fieldColumn holds an indexed field, or null.
func fieldColumn(f record.Column) column {
	value := func(c *storage.Change) any { return c.Fields[f.Name].Any() }
	name := quoted(f.Name)
	switch f.Type {
	case record.Int:
		return nullable[int64](name, "bigint", value)
	case record.Bool:
		return nullable[bool](name, "boolean", value)
	case record.Moment:
		return nullable[time.Time](name, "timestamptz", value)
	default:
		return nullable[string](name, "text", value)
	}
}

func nullable[V any](name, sql string, of func(*storage.Change) any) column {
	return column{name, sql, func(cs []storage.Change) any {
		return pgtype.FlatArray[*V](each(cs, func(c *storage.Change) *V {
			if v, ok := of(c).(V); ok {
				return &v
			}
			return nil
		}))
	}}
}

// docColumns are what a record's table and the history have in common, in the order in
// which they are written and read.
var docColumns = []column{
	textColumn("id", func(c *storage.Change) string { return c.Meta.ID }),
	intColumn("version", func(c *storage.Change) int64 { return c.Meta.Version }),
	intColumn("schema", func(c *storage.Change) int64 { return int64(c.Schema) }),
	momentColumn("created_at", func(c *storage.Change) time.Time { return c.Meta.Created.At }),
	textColumn("created_by", func(c *storage.Change) string { return c.Meta.Created.By }),
	textColumn("created_action", func(c *storage.Change) string { return c.Meta.Created.Action }),
	textColumn("created_reason", func(c *storage.Change) string { return c.Meta.Created.Reason }),
	momentColumn("updated_at", func(c *storage.Change) time.Time { return c.Meta.Updated.At }),
	textColumn("updated_by", func(c *storage.Change) string { return c.Meta.Updated.By }),
	textColumn("updated_action", func(c *storage.Change) string { return c.Meta.Updated.Action }),
	textColumn("updated_reason", func(c *storage.Change) string { return c.Meta.Updated.Reason }),
	textColumn("chain", func(c *storage.Change) string { return string(c.Meta.Chain) }),
	// As an array of json it would be quoted twice.
	textColumn("document", func(c *storage.Change) string { return string(c.Document) }),
}

// entryColumns are what the history has beside them and the kind.
var entryColumns = []column{
	textColumn("prev", func(c *storage.Change) string { return string(c.Entry.Prev) }),
	textColumn("seal", func(c *storage.Change) string { return string(c.Entry.Seal) }),
	textColumn("content", func(c *storage.Change) string { return string(c.Entry.Content) }),
	textColumn("salt", func(c *storage.Change) string { return c.Entry.Private.Salt }),
}

// names lists columns, each after a prefix.
func names(columns []column, prefix string) string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = prefix + c.name
	}
	return strings.Join(all, ", ")
}

// A layout is how records lie in the database: the tables and the statements that write
// and read them. All names in statements have passed a check, so that quoting them is
// enough; values are always bound, the tenant first.
type layout struct {
	prefix, role string
	kinds        storage.Kinds
	tables       map[string]*table

	scopeSQL, turnSQL, outboxSQL, historySQL string
}

// tenantSQL opens the rows of a tenant to the transaction.
const tenantSQL = `SELECT set_config('meritkit.tenant', $1, true)`

// A table holds the records of one kind.
type table struct {
	record.Schema
	name string // quoted

	// columns are what insertSQL and updateSQL take as arrays, after the tenant and two numbers.
	columns                               []column
	insertSQL, updateSQL, headSQL, getSQL string
}

func newLayout(o options, schemas []record.Schema) (layout, error) {
	kinds, err := storage.NewKinds(schemas...)
	if err != nil {
		return layout{}, err
	}
	var v fault.Violations
	v.Nest("prefix", record.Schema{Name: o.prefix}.Validate()) // the same names will do
	for i, s := range schemas {
		if name := o.prefix + s.Name; len(name) > longestTable {
			v.Add(fault.Field(fault.Index("schemas", i), "name"), nameLong, "name", name, "max", longestTable)
		}
	}
	if err := v.Err(); err != nil {
		return layout{}, err
	}
	l := layout{prefix: o.prefix, role: o.role, kinds: kinds, tables: map[string]*table{}}
	l.scopeSQL = tenantSQL
	if l.role != "" {
		l.scopeSQL += `, set_config('role', $2, true)`
	}
	l.turnSQL = fmt.Sprintf(`INSERT INTO %s AS l (tenant, seq) VALUES ($1, $2)
		ON CONFLICT (tenant) DO UPDATE SET seq = l.seq + excluded.seq RETURNING seq`, l.name("outbox_last"))
	l.outboxSQL = fmt.Sprintf(`SELECT seq, kind, id, version, action, at, "by" FROM %s
		WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3`, l.name("outbox"))
	l.historySQL = fmt.Sprintf(`SELECT %s, %s FROM %s
		WHERE tenant = $1 AND kind = $2 AND id = $3 AND version > $4 ORDER BY version LIMIT $5`,
		names(docColumns, ""), names(entryColumns, ""), l.name("history"))
	return l, nil
}

// newTable is the table of a kind, which has other fields' columns as well when another
// version of the kind was stored in it. What these hold is not known to be right once a
// record is written.
func (l *layout) newTable(s record.Schema, others []string) *table {
	t := &table{Schema: s, name: l.name(s.Name)}
	own := slices.Clone(docColumns)
	for _, f := range s.Fields {
		own = append(own, fieldColumn(f))
	}
	t.columns = append(slices.Clone(own), entryColumns...)
	arrays := make([]string, len(t.columns))
	for i, c := range t.columns {
		arrays[i] = fmt.Sprintf("$%d::%s[]", i+4, c.sql)
	}
	sets := make([]string, len(own), len(own)+len(others))
	for i, c := range own {
		sets[i] = c.name + " = u." + c.name
	}
	for _, name := range others {
		sets = append(sets, quoted(name)+" = NULL")
	}
	after := len(t.columns) + 4
	// Record, history and event are made of the same values. An event's seq counts on from
	// $2, or from the last that was given out. No field has a $ in its name.
	rows := fmt.Sprintf("WITH u AS (SELECT * FROM unnest(%s) WITH ORDINALITY AS u(%s, %s, seq$n)), ",
		strings.Join(arrays, ", "), names(own, ""), names(entryColumns, "entry$"))
	trail := fmt.Sprintf(`revision AS (INSERT INTO %s (tenant, kind, %s, %s) SELECT $1, '%s', %s, %s FROM u),
		event AS (INSERT INTO %s (tenant, seq, kind, id, version, action, at, "by")
			SELECT $1, coalesce($2::bigint, (SELECT seq FROM %s WHERE tenant = $1)) + $3::bigint + u.seq$n,
				'%s', u.id, u.version, u.updated_action, u.updated_at, u.updated_by FROM u)`,
		l.name("history"), names(docColumns, ""), names(entryColumns, ""), s.Name, selected(docColumns), names(entryColumns, "u.entry$"),
		l.name("outbox"), l.name("outbox_last"), s.Name)
	t.insertSQL = fmt.Sprintf(`%s %s INSERT INTO %s (tenant, %s) SELECT $1, %s FROM u`,
		rows, trail, t.name, names(own, ""), selected(own))
	// A record that is not there has to stop all that is sent in the same batch; the
	// division by zero does.
	t.updateSQL = fmt.Sprintf(`%s %s, written AS (UPDATE %s AS t SET %s FROM u
		WHERE t.tenant = $1 AND t.id = ($4::text[])[1] AND t.version = $%d AND t.chain = $%d RETURNING 1)
		SELECT 1 / count(*) FROM written`, rows, trail, t.name, strings.ReplaceAll(strings.Join(sets, ", "), "u.document", "u.document::json"), after, after+1)
	t.headSQL = fmt.Sprintf(`SELECT version, chain FROM %s WHERE tenant = $1 AND id = $2`, t.name)
	t.getSQL = fmt.Sprintf(`SELECT %s FROM %s WHERE tenant = $1 AND id = $2`, names(docColumns, ""), t.name)
	return t
}

// selected lists columns of u.
func selected(columns []column) string {
	return strings.ReplaceAll(names(columns, "u."), "u.document", "u.document::json")
}

// args are the arguments of insertSQL, and the first of updateSQL: the events' seqs count
// from the sum of base, which may be null, and offset.
func (t *table) args(base *int64, offset int, changes ...storage.Change) []any {
	args := make([]any, 3, len(t.columns)+5)
	args[0], args[1], args[2] = changes[0].Meta.Tenant, base, offset
	for _, c := range t.columns {
		args = append(args, c.of(changes))
	}
	return args
}

// name is the quoted name of one of our tables.
func (l *layout) name(of string) string { return quoted(l.prefix + of) }

// indexName is the quoted name of an index of a kind's table. $ stands in no name of a
// kind or field.
func (l *layout) indexName(kind string, of ...string) string {
	table, rest := l.prefix+kind+"$", strings.Join(of, "$")
	if len(table)+len(rest) > longestName {
		sum := sha256.Sum256([]byte(rest))
		rest = hex.EncodeToString(sum[:])[:longestName-len(table)]
	}
	return quoted(table + rest)
}

func quoted(name string) string { return `"` + name + `"` }
