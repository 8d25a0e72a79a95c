package record

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Kind describes one kind of record to the stores, as data: what it is called, how its
// content is read, and by which fields it is found. T is the domain type, F its filter.
// Adding a kind touches no storage driver.
type Kind[T any, F Filter] struct {
	// Name names the kind in keys, events and tables: lower-case letters and underscores.
	Name string
	// Label is what a person calls such a record.
	Label text.Label
	// Meta points at the meta embedded in a value.
	Meta func(*T) *Meta
	// Validate re-checks the structure of a value before it is written.
	Validate func(T) error
	// Fields are what lists select and order by.
	Fields []Field[T]
	// Unique lists groups of fields that no two records of a tenant share. A record
	// with a null in one of them is outside that group.
	Unique [][]string
	// Upgrades bring an old document to the next shape, the first from schema 1 to 2 and
	// so on; the current schema is one more than their number.
	Upgrades []func(json.RawMessage) (json.RawMessage, error)
}

// A Field is a part of a record that is kept beside the document, indexed.
type Field[T any] struct {
	Name string
	Type Type
	Of   func(T) Value
}

// A Schema is a [Kind] without its Go types: what a storage driver needs to know.
type Schema struct {
	Name   string
	Fields []Column
	Unique [][]string
}

// A Column is a field's name and type.
type Column struct {
	Name string
	Type Type
}

// Schema is the kind as a driver sees it.
func (k Kind[T, F]) Schema() Schema {
	s := Schema{Name: k.Name, Unique: k.Unique}
	for _, f := range k.Fields {
		s.Fields = append(s.Fields, Column{Name: f.Name, Type: f.Type})
	}
	return s
}

// Current is the number of the document's present shape, from 1.
func (k Kind[T, F]) Current() int { return len(k.Upgrades) + 1 }

// Values are the indexed fields of a value, by name.
func (k Kind[T, F]) Values(of T) map[string]Value {
	values := make(map[string]Value, len(k.Fields))
	for _, f := range k.Fields {
		values[f.Name] = f.Of(of)
	}
	return values
}

// Column finds a column by name.
func (s Schema) Column(name string) (Column, bool) {
	i := slices.IndexFunc(s.Fields, func(c Column) bool { return c.Name == name })
	if i < 0 {
		return Column{}, false
	}
	return s.Fields[i], true
}

// Validate refuses names that a database could trip over and groups of unknown fields.
func (s Schema) Validate() error {
	var v fault.Violations
	if !plainName(s.Name) || slices.Contains(reservedKinds, s.Name) {
		v.Add("name", nameMalformed, "name", s.Name)
	}
	seen := map[string]bool{}
	for i, c := range s.Fields {
		path := fault.Index("fields", i)
		if !plainName(c.Name) || slices.Contains(reserved, c.Name) {
			v.Add(fault.Field(path, "name"), nameMalformed, "name", c.Name)
		}
		if seen[c.Name] {
			v.Add(fault.Field(path, "name"), nameTwice, "name", c.Name)
		}
		seen[c.Name] = true
		if !slices.Contains(types, c.Type) {
			v.Add(fault.Field(path, "type"), typeUnknown, "type", c.Type)
		}
	}
	for i, group := range s.Unique {
		for j, name := range group {
			if !seen[name] {
				v.Add(fault.Index(fault.Index("unique", i), j), fieldUnknown, "kind", s.Name, "name", name)
			}
		}
	}
	return v.Err()
}

// reserved are the columns that every table has.
var reserved = []string{
	"tenant", "id", "version", "schema", "document", "chain",
	"created_at", "created_by", "created_action", "created_reason",
	"updated_at", "updated_by", "updated_action", "updated_reason",
}

// reservedKinds are the tables that stand beside those of the kinds.
var reservedKinds = []string{"history", "outbox", "outbox_last", "migrations"}

func plainName(s string) bool {
	return s != "" && len(s) <= 40 && s[0] >= 'a' && s[0] <= 'z' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}
