package storetest

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// complete refuses values that together leave a field of their type zero, unless it is
// named in empty; and a name in empty that is no such field.
func complete[T any](values []T, empty []string) error {
	filled := map[string]bool{}
	survey(filled, "", reflect.TypeFor[T](), nil)
	for _, v := range values {
		fillIn(filled, "", reflect.ValueOf(v))
	}
	var err error
	for _, path := range slices.Sorted(maps.Keys(filled)) {
		if !filled[path] && !slices.Contains(empty, path) {
			err = errors.Join(err, fmt.Errorf("the field %s is never filled", path))
		}
	}
	for _, path := range empty {
		if zero, known := filled[path]; !known || zero {
			err = errors.Join(err, fmt.Errorf("the field %s is said to be empty and is not", path))
		}
	}
	return err
}

// survey notes the JSON path of every field of a type; above are the types around it.
func survey(paths map[string]bool, path string, t reflect.Type, above []reflect.Type) {
	if t == reflect.TypeFor[record.Meta]() || slices.Contains(above, t) {
		return
	}
	if path != "" {
		paths[path] = false
	}
	if isLeaf(t) {
		return
	}
	above = append(slices.Clip(above), t)
	switch t.Kind() {
	case reflect.Pointer:
		survey(paths, path, t.Elem(), above)
	case reflect.Slice, reflect.Array, reflect.Map:
		survey(paths, path+"[]", t.Elem(), above)
	case reflect.Struct:
		for field := range t.Fields() {
			if name, ok := jsonName(field); ok {
				survey(paths, fault.Field(path, name), field.Type, above)
			}
		}
	default:
	}
}

// fillIn notes the paths that are not zero in a value.
func fillIn(filled map[string]bool, path string, v reflect.Value) {
	if _, known := filled[path]; known && !isZero(v) {
		filled[path] = true
	}
	if isLeaf(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillIn(filled, path, v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			fillIn(filled, path+"[]", v.Index(i))
		}
	case reflect.Map:
		for _, item := range v.Seq2() {
			fillIn(filled, path+"[]", item)
		}
	case reflect.Struct:
		for field, value := range v.Fields() {
			if name, ok := jsonName(field); ok {
				fillIn(filled, fault.Field(path, name), value)
			}
		}
	default:
	}
}

// jsonName is the name of a field in JSON, empty when its fields stand in place of it.
func jsonName(f reflect.StructField) (name string, ok bool) {
	name, _, _ = strings.Cut(f.Tag.Get("json"), ",")
	switch {
	case f.Type == reflect.TypeFor[record.Meta](), name == "-":
		return "", false
	case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
		return "", true
	case !f.IsExported():
		return "", false
	case name == "":
		return f.Name, true
	}
	return name, true
}

// isLeaf reports whether a type writes its own JSON, so that its fields are its own affair.
func isLeaf(t reflect.Type) bool {
	for _, own := range []reflect.Type{reflect.TypeFor[json.Marshaler](), reflect.TypeFor[encoding.TextMarshaler]()} {
		if t.Implements(own) || t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(own) {
			return true
		}
	}
	return false
}

// isZero asks a value that knows, then Go; a list with nothing in it is zero too.
func isZero(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	case reflect.Pointer:
		return v.IsNil()
	default:
	}
	if v.CanInterface() { // not what is embedded without a name of its own
		if z, ok := reflect.TypeAssert[interface{ IsZero() bool }](v); ok {
			return z.IsZero()
		}
	}
	return v.IsZero()
}

// scramble overwrites what a value refers to, as a caller could.
func scramble(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Elem().CanSet() {
			v.Elem().SetZero()
		}
	case reflect.Slice:
		for i := range v.Len() {
			scramble(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Map:
		v.Clear()
	case reflect.Struct:
		for field, value := range v.Fields() {
			if field.IsExported() {
				scramble(value)
			}
		}
	default:
	}
}
