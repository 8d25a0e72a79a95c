package record

import (
	"slices"

	"github.com/meritkit/meritkit/fault"
)

// A Filter is a domain package's way to say which records it wants; it turns into a
// query over indexed fields. Its zero value, with the tenant set, wants them all.
type Filter interface {
	Query() Query
}

// A Query selects records of one kind and tenant by their indexed fields. All
// conditions must hold. Records come in the order of the field By, then of their ids.
type Query struct {
	Tenant string
	Where  []Condition
	By     string // an indexed field; empty: by id alone
	Desc   bool
	Limit  int // at most so many records; 0: all
}

// An Op compares an indexed field with values.
type Op string

// The comparisons. Null is compared by none of them but [IsNull].
const (
	Equal   Op = "="
	Less    Op = "<"
	AtMost  Op = "<="
	Greater Op = ">"
	AtLeast Op = ">="
	In      Op = "in"
	IsNull  Op = "null"
)

// A Condition is one comparison of an indexed field. In takes any number of values,
// IsNull none, the others one.
type Condition struct {
	Field  string
	Op     Op
	Values []Value
}

// All begins a query for every record of a tenant.
func All(tenant string) Query { return Query{Tenant: tenant} }

// And adds a condition. One on null values only is left out: that is how a filter's
// empty field asks for nothing.
func (q Query) And(field string, op Op, values ...Value) Query {
	if op != IsNull && op != In && (len(values) == 0 || values[0].IsNull()) {
		return q
	}
	q.Where = append(slices.Clip(q.Where), Condition{Field: field, Op: op, Values: values})
	return q
}

// AndIn adds that a field has one of several values; with none it is left out.
func AndIn[S ~string](q Query, field string, values []S) Query {
	if len(values) == 0 {
		return q
	}
	all := make([]Value, len(values))
	for i, s := range values {
		all[i] = TextOf(s)
	}
	return q.And(field, In, all...)
}

// OrderBy orders by an indexed field.
func (q Query) OrderBy(field string) Query {
	q.By = field
	return q
}

// Check refuses a query without a tenant, or with fields or types that the schema does not have.
func (q Query) Check(s Schema) error {
	var v fault.Violations
	if q.Tenant == "" {
		v.Add("tenant", tenantRequired)
	}
	for i, c := range q.Where {
		path := fault.Index("where", i)
		column, ok := s.Column(c.Field)
		if !ok {
			v.Add(path, fieldUnknown, "kind", s.Name, "name", c.Field)
			continue
		}
		for _, value := range c.Values {
			if value.Type() != column.Type {
				v.Add(path, valueType, "name", c.Field, "want", column.Type, "have", value.Type())
			}
		}
		switch c.Op {
		case Equal, Less, AtMost, Greater, AtLeast:
			if len(c.Values) != 1 {
				v.Add(path, valueCount, "name", c.Field, "op", c.Op)
			}
		case In:
		case IsNull:
			if len(c.Values) != 0 {
				v.Add(path, valueCount, "name", c.Field, "op", c.Op)
			}
		default:
			v.Add(path, opUnknown, "op", c.Op)
		}
	}
	if q.By != "" {
		if _, ok := s.Column(q.By); !ok {
			v.Add("by", fieldUnknown, "kind", s.Name, "name", q.By)
		}
	}
	if q.Limit < 0 {
		v.Add("limit", limitNegative)
	}
	return v.Err()
}
