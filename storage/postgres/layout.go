package postgres

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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

// A column is written from an array with its value in each of several changes.
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
	{"document", "json", func(cs []storage.Change) any {
		return each(cs, func(c *storage.Change) string { return string(c.Document) })
	}},
}

// entryColumns are what the history has beside them.
var entryColumns = []column{
	textColumn("kind", func(c *storage.Change) string { return c.Kind }),
	textColumn("prev", func(c *storage.Change) string { return string(c.Entry.Prev) }),
	textColumn("seal", func(c *storage.Change) string { return string(c.Entry.Seal) }),
	textColumn("content", func(c *storage.Change) string { return string(c.Entry.Content) }),
	textColumn("salt", func(c *storage.Change) string { return c.Entry.Private.Salt }),
}

// eventColumns are those of the outbox, beside seq.
var eventColumns = []column{
	textColumn("kind", func(c *storage.Change) string { return c.Event.Kind }),
	textColumn("id", func(c *storage.Change) string { return c.Event.ID }),
	intColumn("version", func(c *storage.Change) int64 { return c.Event.Version }),
	textColumn("action", func(c *storage.Change) string { return c.Event.Action }),
	momentColumn("at", func(c *storage.Change) time.Time { return c.Event.At }),
	textColumn(`"by"`, func(c *storage.Change) string { return c.Event.By }),
}

// A writer is a statement that writes columns of some changes of one tenant, which is $1.
type writer struct {
	sql     string
	columns []column
}

// args are the arguments of the statement.
func (w writer) args(tenant string, cs ...storage.Change) []any {
	args := make([]any, 1, len(w.columns)+3)
	args[0] = tenant
	for _, c := range w.columns {
		args = append(args, c.of(cs))
	}
	return args
}

// names lists columns, each after a prefix.
func names(columns []column, prefix string) string {
	all := make([]string, len(columns))
	for i, c := range columns {
		all[i] = prefix + c.name
	}
	return strings.Join(all, ", ")
}

// unnested are the arrays of some columns as rows of u, and what to select from them. A
// document comes as text: an array of json would be escaped twice.
func unnested(columns []column) (list, rows string) {
	values, arrays := make([]string, len(columns)), make([]string, len(columns))
	for i, c := range columns {
		values[i], arrays[i] = "u."+c.name, fmt.Sprintf("$%d::%s[]", i+2, c.sql)
		if c.sql == "json" {
			values[i], arrays[i] = values[i]+"::json", fmt.Sprintf("$%d::text[]", i+2)
		}
	}
	return strings.Join(values, ", "), "unnest(" + strings.Join(arrays, ", ") + ")"
}

// A layout is how records lie in the database: the tables and the statements that write
// and read them. All names in statements have passed a check, so that quoting them is
// enough; values are always bound, the tenant first.
type layout struct {
	prefix, role string
	kinds        storage.Kinds
	tables       map[string]*table

	event, revision       writer
	scopeSQL              string
	outboxSQL, historySQL string
}

// tenantSQL opens the rows of a tenant to the transaction.
const tenantSQL = `SELECT set_config('meritkit.tenant', $1, true)`

// A table holds the records of one kind.
type table struct {
	record.Schema
	name string // quoted

	insert, update  writer
	headSQL, getSQL string
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
	// First of all it takes the tenant's turn to write; what comes after waits for none.
	list, rows := unnested(eventColumns)
	l.event = writer{fmt.Sprintf(`WITH last AS (
			INSERT INTO %s AS l (tenant, seq) VALUES ($1, cardinality($2::text[]))
			ON CONFLICT (tenant) DO UPDATE SET seq = l.seq + excluded.seq RETURNING seq)
		INSERT INTO %s (tenant, seq, %s) SELECT $1, last.seq - cardinality($2::text[]) + u.n, %s
		FROM last, %s WITH ORDINALITY AS u(%s, n)`,
		l.name("outbox_last"), l.name("outbox"), names(eventColumns, ""), list, rows, names(eventColumns, "")), eventColumns}
	l.revision = inserting(l.name("history"), append(entryColumns[:len(entryColumns):len(entryColumns)], docColumns...))
	l.outboxSQL = fmt.Sprintf(`SELECT seq, %s FROM %s WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
		names(eventColumns, ""), l.name("outbox"))
	l.historySQL = fmt.Sprintf(`SELECT %s, prev, seal, content, salt FROM %s
		WHERE tenant = $1 AND kind = $2 AND id = $3 AND version > $4 ORDER BY version LIMIT $5`,
		names(docColumns, ""), l.name("history"))
	return l, nil
}

func inserting(table string, columns []column) writer {
	list, rows := unnested(columns)
	return writer{fmt.Sprintf(`INSERT INTO %s (tenant, %s) SELECT $1, %s FROM %s AS u(%s)`,
		table, names(columns, ""), list, rows, names(columns, "")), columns}
}

// newTable is the table of a kind, which has other fields' columns as well when another
// version of the kind was stored in it. What these hold is not known to be right once a
// record is written.
func (l *layout) newTable(s record.Schema, others []string) *table {
	t := &table{Schema: s, name: l.name(s.Name)}
	columns := docColumns[:len(docColumns):len(docColumns)]
	for _, f := range s.Fields {
		columns = append(columns, fieldColumn(f))
	}
	t.insert = inserting(t.name, columns)
	sets := make([]string, len(columns))
	for i, c := range columns {
		sets[i] = fmt.Sprintf("%s = ($%d::%s[])[1]", c.name, i+2, c.sql)
		if c.sql == "json" {
			sets[i] = fmt.Sprintf("%s = ($%d::text[])[1]::json", c.name, i+2)
		}
	}
	for _, name := range others {
		sets = append(sets, quoted(name)+" = NULL")
	}
	// A row that is not there has to stop what follows in the same round trip; the
	// division by zero does.
	t.update = writer{fmt.Sprintf(`WITH written AS (UPDATE %s SET %s
		WHERE tenant = $1 AND id = ($2::text[])[1] AND version = $%d AND chain = $%d RETURNING 1)
		SELECT 1 / count(*) FROM written`, t.name, strings.Join(sets, ", "), len(columns)+2, len(columns)+3), columns}
	t.headSQL = fmt.Sprintf(`SELECT version, chain FROM %s WHERE tenant = $1 AND id = $2`, t.name)
	t.getSQL = fmt.Sprintf(`SELECT %s FROM %s WHERE tenant = $1 AND id = $2`, names(docColumns, ""), t.name)
	return t
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
