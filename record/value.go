package record

import (
	"cmp"
	"strings"
	"time"

	"github.com/meritkit/meritkit/calendar"
)

// A Type is the type of an indexed field.
type Type string

// The types of indexed fields. A civil date is Text in its ISO form, which sorts right.
const (
	Text   Type = "text"
	Int    Type = "int"
	Bool   Type = "bool"
	Moment Type = "moment"
)

var types = []Type{Text, Int, Bool, Moment}

// A Value is the value of an indexed field; the zero Value is null.
type Value struct {
	kind Type
	text string
	int  int64
}

// TextOf is a text value, null when s is empty.
func TextOf[S ~string](s S) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: Text, text: string(s)}
}

// DayOf is a civil date as text, null when d is zero.
func DayOf(d calendar.Date) Value { return TextOf(d.String()) }

// IntOf is a whole number.
func IntOf(n int64) Value { return Value{kind: Int, int: n} }

// BoolOf is yes or no.
func BoolOf(b bool) Value {
	if b {
		return Value{kind: Bool, int: 1}
	}
	return Value{kind: Bool}
}

// MomentOf is an instant in microseconds, null when t is zero.
func MomentOf(t time.Time) Value {
	if t.IsZero() {
		return Value{}
	}
	return Value{kind: Moment, int: t.UnixMicro()}
}

// Type is the type of the value, empty for null.
func (v Value) Type() Type { return v.kind }

// IsNull reports whether there is no value.
func (v Value) IsNull() bool { return v.kind == "" }

// Any is the value for a database: nil, string, int64, bool or time.Time in UTC.
func (v Value) Any() any {
	switch v.kind {
	case Text:
		return v.text
	case Int:
		return v.int
	case Bool:
		return v.int == 1
	case Moment:
		return time.UnixMicro(v.int).UTC()
	}
	return nil
}

// Compare orders values of one type as databases do: null first, text by its bytes.
func (v Value) Compare(w Value) int {
	return cmp.Or(
		strings.Compare(string(v.kind), string(w.kind)),
		strings.Compare(v.text, w.text),
		cmp.Compare(v.int, w.int),
	)
}
