package postgres

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// files make the tables that do not depend on the kinds, in the order of their names.
//
//go:embed migrations/*.sql
var files embed.FS

// A step brings the database forward and is remembered in it: one of files, the table of
// a kind as its schema says, or what a role is granted. But for those of files, a step can
// be taken again over an earlier form of it.
type step struct{ name, checksum, script string }

// These begin the names of the steps that depend on what New is given.
const (
	kindStep = "kind_"
	roleStep = "role_"
)

func newStep(name, script string) step {
	sum := sha256.Sum256([]byte(script))
	return step{name: name, checksum: hex.EncodeToString(sum[:]), script: script}
}

func (s step) repeats() bool {
	return strings.HasPrefix(s.name, kindStep) || strings.HasPrefix(s.name, roleStep)
}

// Migrations are the scripts that bring a database up to date for the kinds of these
// schemas, to be run in the order of their names by a tool of the program's own, each in
// a transaction. Those whose names begin with a number run once; the others, one for each
// kind and one for [Role], again whenever they have changed. [New] then finds them done
// and needs no right to change tables. It refuses what they don't: a field that has
// changed its type.
func Migrations(schemas []record.Schema, opts ...Option) (fs.FS, error) {
	l, err := newLayout(chosen(opts), schemas)
	if err != nil {
		return nil, err
	}
	steps, err := l.steps()
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, s := range steps {
		file, err := w.Create(s.name + ".sql")
		if err != nil {
			return nil, err
		}
		if _, err := fmt.Fprint(file, s.script, l.done(s)); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// migrate brings the tables up to date, all in one transaction. Where they are it only reads.
func (l *layout) migrate(ctx context.Context, pool *pgxpool.Pool) error {
	steps, err := l.steps()
	if err != nil {
		return err
	}
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	taken, err := l.taken(ctx, conn.Conn())
	if err != nil {
		return err
	}
	if slices.ContainsFunc(steps, func(s step) bool { return taken[s.name] != s.checksum }) {
		// What another has committed while the lock was waited for has to be seen.
		err := pgx.BeginTxFunc(ctx, conn, pgx.TxOptions{IsoLevel: pgx.ReadCommitted}, func(tx pgx.Tx) error {
			if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, l.prefix+"migrations"); err != nil {
				return err
			}
			if taken, err = l.taken(ctx, tx.Conn()); err != nil {
				return err
			}
			return l.take(ctx, tx, steps, taken)
		})
		if err != nil {
			return err
		}
	}
	for name := range taken {
		known := slices.ContainsFunc(steps, func(s step) bool { return s.name == name })
		if !known && !(step{name: name}).repeats() {
			return fault.Refuse(fault.ErrInvalid, migrationUnknown, "name", name)
		}
	}
	for name, s := range l.kinds {
		others, err := l.others(ctx, conn.Conn(), s)
		if err != nil {
			return err
		}
		l.tables[name] = l.newTable(s, others)
	}
	return nil
}

// steps are all there are to take, in order.
func (l *layout) steps() ([]step, error) {
	var steps []step
	names, err := fs.Glob(files, "migrations/*.sql") // sorted
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		script := strings.ReplaceAll(string(text), "{prefix}", l.prefix)
		steps = append(steps, newStep(strings.TrimSuffix(strings.TrimPrefix(name, "migrations/"), ".sql"), script))
	}
	kinds := slices.Sorted(maps.Keys(l.kinds))
	for _, name := range kinds {
		steps = append(steps, newStep(kindStep+name, l.kindScript(l.kinds[name])))
	}
	if l.role != "" {
		steps = append(steps, newStep(roleStep+l.role, l.grants(kinds)))
	}
	return steps, nil
}

// kindScript brings the table of a kind to its schema from any it had before.
func (l *layout) kindScript(s record.Schema) string {
	var b strings.Builder
	table := l.name(s.Name)
	fmt.Fprintf(&b, `CREATE TABLE IF NOT EXISTS %s (
	tenant text COLLATE "C" NOT NULL,
	id text COLLATE "C" NOT NULL,
	version bigint NOT NULL,
	schema integer NOT NULL,
	created_at timestamptz NOT NULL,
	created_by text NOT NULL,
	created_action text NOT NULL,
	created_reason text NOT NULL,
	updated_at timestamptz NOT NULL,
	updated_by text NOT NULL,
	updated_action text NOT NULL,
	updated_reason text NOT NULL,
	chain text NOT NULL,
	document json NOT NULL,
	PRIMARY KEY (tenant, id)
);
`, table)
	for _, c := range s.Fields {
		fmt.Fprintf(&b, "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s;\n", table, quoted(c.Name), sqlTypes[c.Type])
	}
	b.WriteString(strings.ReplaceAll(`ALTER TABLE {t} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {t} FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant ON {t};
CREATE POLICY tenant ON {t} USING (tenant = current_setting('meritkit.tenant', true));
`, "{t}", table))
	var indexes []string
	var create strings.Builder
	for _, c := range s.Fields {
		name := l.indexName(s.Name, c.Name)
		indexes = append(indexes, "'"+strings.Trim(name, `"`)+"'")
		fmt.Fprintf(&create, "CREATE INDEX IF NOT EXISTS %s ON %s (tenant, %s NULLS FIRST, id);\n", name, table, quoted(c.Name))
	}
	for _, group := range s.Unique {
		name := l.indexName(s.Name, append([]string{"unique"}, group...)...)
		indexes = append(indexes, "'"+strings.Trim(name, `"`)+"'")
		fmt.Fprintf(&create, "CREATE UNIQUE INDEX IF NOT EXISTS %s ON %s (tenant, \"%s\");\n", name, table, strings.Join(group, `", "`))
	}
	// Those that the kind no longer has are known by the $ in their names.
	fmt.Fprintf(&b, `DO $do$ DECLARE gone regclass; BEGIN
	FOR gone IN SELECT indexrelid FROM pg_index JOIN pg_class ON oid = indexrelid
		WHERE indrelid = '%s'::regclass AND starts_with(relname, '%s$') AND relname <> ALL (ARRAY[%s]::text[])
	LOOP EXECUTE 'DROP INDEX ' || gone; END LOOP;
END $do$;
`, table, l.prefix+s.Name, strings.Join(indexes, ", "))
	return b.String() + create.String()
}

// grants let the role work with records, and no more: what is in history and outbox stays.
func (l *layout) grants(kinds []string) string {
	role := pgx.Identifier{l.role}.Sanitize() //nolint:misspell // so pgx spells it
	tables := []string{l.name("outbox_last")}
	for _, name := range kinds {
		tables = append(tables, l.name(name))
	}
	return fmt.Sprintf("GRANT SELECT, INSERT, UPDATE ON %s TO %s;\nGRANT SELECT, INSERT ON %s, %s TO %s;\n",
		strings.Join(tables, ", "), role, l.name("history"), l.name("outbox"), role)
}

// done notes that a step is taken.
func (l *layout) done(s step) string {
	text := func(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
	return fmt.Sprintf(`INSERT INTO %s (name, checksum) VALUES (%s, %s)
	ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now();
`, l.name("migrations"), text(s.name), text(s.checksum))
}

// taken are the checksums of the steps that the database has taken, by name.
func (l *layout) taken(ctx context.Context, conn *pgx.Conn) (map[string]string, error) {
	taken := map[string]string{}
	var begun bool
	// Without pg_class it would not hear of a table that another has just made.
	err := conn.QueryRow(ctx, `SELECT count(*) > 0 FROM pg_class WHERE oid = to_regclass($1)`, l.name("migrations")).Scan(&begun)
	if err != nil || !begun {
		return taken, err
	}
	rows, err := conn.Query(ctx, `SELECT name, checksum FROM `+l.name("migrations"))
	if err != nil {
		return nil, err
	}
	var name, checksum string
	_, err = pgx.ForEachRow(rows, []any{&name, &checksum}, func() error {
		taken[name] = checksum
		return nil
	})
	return taken, err
}

// take takes the steps that are missing, and adds them to those that are taken.
func (l *layout) take(ctx context.Context, tx pgx.Tx, steps []step, taken map[string]string) error {
	for _, s := range steps {
		had, ok := taken[s.name]
		if had == s.checksum {
			continue
		}
		var err error
		if ok && !s.repeats() {
			err = fault.Refuse(fault.ErrInvalid, migrationChanged, "name", s.name)
		} else if kind, is := strings.CutPrefix(s.name, kindStep); is {
			_, err = l.others(ctx, tx.Conn(), l.kinds[kind])
		}
		if err == nil {
			_, err = tx.Exec(ctx, s.script+l.done(s))
		}
		if err != nil {
			return fmt.Errorf("migrate %s: %w", s.name, err)
		}
		taken[s.name] = s.checksum
	}
	return nil
}

// others are the columns of a kind's table that are not in its schema. A field that is
// stored as another type is refused.
func (l *layout) others(ctx context.Context, conn *pgx.Conn, s record.Schema) ([]string, error) {
	rows, err := conn.Query(ctx, `SELECT attname, atttypid::regtype::text FROM pg_attribute
		WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`, l.name(s.Name))
	if err != nil {
		return nil, err
	}
	ours := []string{"tenant"}
	for _, c := range docColumns {
		ours = append(ours, c.name)
	}
	var others []string
	var v fault.Violations
	var name, have string
	_, err = pgx.ForEachRow(rows, []any{&name, &have}, func() error {
		i := slices.IndexFunc(s.Fields, func(c record.Column) bool { return c.Name == name })
		switch {
		case slices.Contains(ours, name):
		case i < 0:
			others = append(others, name)
		case regtypes[s.Fields[i].Type] != have:
			v.Add(fault.Index("fields", i), typeChanged, "kind", s.Name, "name", name, "have", have, "want", s.Fields[i].Type)
		}
		return nil
	})
	return others, errors.Join(err, v.Err())
}

// regtypes are what the database calls the types of columns.
var regtypes = map[record.Type]string{
	record.Text: "text", record.Int: "bigint", record.Bool: "boolean", record.Moment: "timestamp with time zone",
}
