package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// files make the tables that do not depend on the kinds, in the order of their names.
//
//go:embed migrations/*.sql
var files embed.FS

// A step brings the database forward and is remembered in it: one of files, or the table
// of a kind as its schema says.
type step struct {
	name, checksum string
	// body is the statements of a file; of a kind, the schema with every column that its
	// table has come to have.
	body string
}

// kindStep begins the name of a kind's step.
const kindStep = "kind "

// A migrator takes steps on one connection.
type migrator struct {
	*layout
	conn *sql.Conn
}

// migrate brings the tables up to date, all in one transaction. Where they are it only reads.
func (l *layout) migrate(ctx context.Context, pool *sql.DB) (err error) {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	m := migrator{layout: l, conn: conn}
	steps, err := m.steps()
	if err != nil {
		return err
	}
	done, err := m.done(ctx)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(steps, func(s step) bool { return done[s.name].checksum != s.checksum }) {
		// Said in words: what BeginTx begins depends on the driver and its settings.
		if err := m.exec(ctx, `BEGIN IMMEDIATE`); err != nil {
			return err
		}
		if done, err = m.take(ctx, steps); err == nil {
			err = m.exec(ctx, `COMMIT`)
		}
		if err != nil {
			return errors.Join(err, m.exec(context.WithoutCancel(ctx), `ROLLBACK`))
		}
	}
	for name := range done {
		if !strings.HasPrefix(name, kindStep) && !slices.ContainsFunc(steps, func(s step) bool { return s.name == name }) {
			return fault.Refuse(fault.ErrInvalid, migrationUnknown, "name", name)
		}
	}
	for name, s := range l.kinds {
		stored, err := done[kindStep+name].schema()
		if err != nil {
			return err
		}
		l.tables[name] = l.newTable(s, stored)
	}
	return nil
}

// steps are all there are to take, in order.
func (m migrator) steps() ([]step, error) {
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
		body := strings.ReplaceAll(string(text), "{prefix}", m.prefix)
		sum := sha256.Sum256([]byte(body))
		name = strings.TrimSuffix(strings.TrimPrefix(name, "migrations/"), ".sql")
		steps = append(steps, step{name: name, checksum: hex.EncodeToString(sum[:]), body: body})
	}
	for _, name := range slices.Sorted(maps.Keys(m.kinds)) {
		sum, err := record.DigestOf("sqlite.kind", m.kinds[name])
		if err != nil {
			return nil, err
		}
		steps = append(steps, step{name: kindStep + name, checksum: string(sum)})
	}
	return steps, nil
}

// done are the steps that the database has taken, by name.
func (m migrator) done(ctx context.Context) (map[string]step, error) {
	done := map[string]step{}
	begun, err := m.texts(ctx, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name = ?`, m.prefix+"migrations")
	if err != nil || len(begun) == 0 {
		return done, err
	}
	rows, err := m.conn.QueryContext(ctx, `SELECT name, checksum, body FROM `+m.name("migrations"))
	err = scan(rows, err, func(rows *sql.Rows) error {
		var s step
		err := rows.Scan(&s.name, &s.checksum, &s.body)
		done[s.name] = s
		return err
	})
	return done, err
}

// take takes the steps that are missing, and returns all that are taken then.
func (m migrator) take(ctx context.Context, steps []step) (map[string]step, error) {
	err := m.exec(ctx, `CREATE TABLE IF NOT EXISTS `+m.name("migrations")+` (
		name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, body TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`)
	if err != nil {
		return nil, err
	}
	done, err := m.done(ctx) // again: another may have been faster
	if err != nil {
		return nil, err
	}
	for _, s := range steps {
		had, ok := done[s.name]
		if had.checksum == s.checksum {
			continue
		}
		if kind, is := strings.CutPrefix(s.name, kindStep); is {
			s.body, err = m.follow(ctx, m.kinds[kind], had)
		} else if ok {
			err = fault.Refuse(fault.ErrInvalid, migrationChanged, "name", s.name)
		} else {
			err = m.exec(ctx, s.body)
		}
		if err != nil {
			return nil, fmt.Errorf("migrate %s: %w", s.name, err)
		}
		err = m.exec(ctx, `INSERT OR REPLACE INTO `+m.name("migrations")+` (name, checksum, body, applied_at)
			VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`, s.name, s.checksum, s.body)
		if err != nil {
			return nil, err
		}
		done[s.name] = s
	}
	return done, nil
}

// follow brings the table of a kind to its schema, and returns what it has become.
func (m migrator) follow(ctx context.Context, s record.Schema, had step) (string, error) {
	stored, err := had.schema()
	if err != nil {
		return "", err
	}
	if stored.Name == "" {
		stored = s
		columns := []string{`tenant TEXT NOT NULL`, `id TEXT NOT NULL`, `version INTEGER NOT NULL`, `schema INTEGER NOT NULL`}
		for _, name := range metaColumns[3:] {
			columns = append(columns, name+` TEXT NOT NULL`)
		}
		for _, c := range s.Fields {
			columns = append(columns, quoted(c.Name)+` `+sqlTypes[c.Type])
		}
		// The document is last: what stands after it in a row is slow to reach. Not WITHOUT
		// ROWID: the planner then takes the key for a better index than it is.
		columns = append(columns, `document TEXT NOT NULL`, `PRIMARY KEY (tenant, id)`)
		err := m.exec(ctx, `CREATE TABLE `+m.name(s.Name)+` (`+strings.Join(columns, `, `)+`) STRICT`)
		if err != nil {
			return "", err
		}
	}
	for i, c := range s.Fields {
		old, ok := stored.Column(c.Name)
		if ok && old.Type != c.Type {
			var v fault.Violations
			v.Add(fault.Index("fields", i), typeChanged, "kind", s.Name, "name", c.Name, "have", old.Type, "want", c.Type)
			return "", v
		}
		if ok {
			continue
		}
		if err := m.exec(ctx, `ALTER TABLE `+m.name(s.Name)+` ADD COLUMN `+quoted(c.Name)+` `+sqlTypes[c.Type]); err != nil {
			return "", err
		}
		stored.Fields = append(slices.Clip(stored.Fields), c)
	}
	if err := m.index(ctx, s); err != nil {
		return "", err
	}
	body, err := json.Marshal(stored)
	return string(body), err
}

// schema is what a kind's step left: its table with all its columns.
func (s step) schema() (stored record.Schema, err error) {
	if s.body == "" {
		return stored, nil
	}
	if err := json.Unmarshal([]byte(s.body), &stored); err != nil {
		return stored, damaged("migrations", s.name, err)
	}
	return stored, nil
}

// index makes the indexes of a kind and drops those that it no longer has. The name says
// all about an index; $ stands in no name of a kind or field.
func (m migrator) index(ctx context.Context, s record.Schema) error {
	table := m.prefix + s.Name
	wanted := map[string]string{}
	for _, c := range s.Fields {
		name := table + "$" + c.Name
		wanted[name] = `CREATE INDEX ` + quoted(name) + ` ON ` + quoted(table) + ` (tenant, ` + quoted(c.Name) + `, id)`
	}
	for _, group := range s.Unique {
		name := table + "$unique$" + strings.Join(group, "$")
		columns := []string{`tenant`}
		for _, field := range group {
			columns = append(columns, quoted(field))
		}
		wanted[name] = `CREATE UNIQUE INDEX ` + quoted(name) + ` ON ` + quoted(table) + ` (` + strings.Join(columns, `, `) + `)`
	}
	have, err := m.texts(ctx, `SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?`, table)
	if err != nil {
		return err
	}
	for _, name := range have {
		if _, ok := wanted[name]; !ok && strings.HasPrefix(name, table+"$") {
			if err := m.exec(ctx, `DROP INDEX `+quoted(name)); err != nil {
				return err
			}
		}
		delete(wanted, name)
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		if err := m.exec(ctx, wanted[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (m migrator) exec(ctx context.Context, query string, args ...any) error {
	_, err := m.conn.ExecContext(ctx, query, args...)
	return err
}

func (m migrator) texts(ctx context.Context, query string, args ...any) ([]string, error) {
	var all []string
	rows, err := m.conn.QueryContext(ctx, query, args...)
	err = scan(rows, err, func(rows *sql.Rows) error {
		var s string
		err := rows.Scan(&s)
		all = append(all, s)
		return err
	})
	return all, err
}
