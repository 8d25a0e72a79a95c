package record

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// maxDepth is how deep a document may nest.
const maxDepth = 64

// A Document remembers where in a JSON text each of its values stood, so that what is
// found wrong with a value later can name the line.
type Document struct {
	source string
	lines  map[string]int
}

// Decode reads a JSON text into the value that into points to, strictly: a field that
// does not exist, a field given twice, a value of the wrong type and a number out of
// bounds are each a violation, and all of them are reported, with the line. source names
// the text in the report ("rules.json"). The document is usable when err is not nil too.
//
// Fields match their JSON names exactly. Null leaves the zero value.
func Decode(source string, data []byte, into any) (Document, error) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return Document{}, fmt.Errorf("record: Decode into %T, which is not a pointer", into)
	}
	p := &parser{data: data, decoder: json.NewDecoder(bytes.NewReader(data)), line: 1}
	p.decoder.UseNumber()
	doc := Document{source: source, lines: map[string]int{}}
	root, err := p.value(0)
	if err == nil {
		if _, after := p.decoder.Token(); !errors.Is(after, io.EOF) {
			err = errTrailing
		}
	}
	if err != nil {
		return doc, fault.Violations{p.syntax(source, err)}
	}
	b := binder{doc: doc, data: data}
	b.bind("", root, target.Elem())
	return doc, b.found.Err()
}

// Locate gives each violation in err that has no source yet the file and line of its
// path, or of the nearest value around it.
func (d Document) Locate(err error) error {
	var v fault.Violations
	for _, found := range fault.Of(err) {
		if found.Source == "" {
			found.Source = d.at(found.Path)
		}
		v = append(v, found)
	}
	return v.Err()
}

func (d Document) at(path string) string {
	for {
		if line, ok := d.lines[path]; ok {
			return fmt.Sprintf("%s:%d", d.source, line)
		}
		if path == "" {
			return d.source
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
}

// A node is one JSON value with its place in the text.
type node struct {
	kind     byte // '{', '[', or 'v' for a scalar
	from, to int  // its bytes
	line     int
	keys     []string // of an object, in order
	items    []node   // of an object or array
}

var (
	errTrailing = errors.New("text after the end")
	errDepth    = errors.New("nested too deep")
)

type parser struct {
	data    []byte
	decoder *json.Decoder
	line    int // of the byte counted
	counted int
}

func (p *parser) value(depth int) (node, error) {
	before := int(p.decoder.InputOffset())
	token, err := p.decoder.Token()
	if err != nil {
		return node{}, err
	}
	return p.node(token, before, depth)
}

// node is the value that begins with token, which was read from offset before.
func (p *parser) node(token json.Token, before, depth int) (node, error) {
	n := node{kind: 'v', from: p.start(before)}
	n.line = p.lineOf(n.from)
	if delim, ok := token.(json.Delim); ok {
		if depth == maxDepth {
			return n, errDepth
		}
		n.kind = byte(delim)
		for p.decoder.More() {
			if delim == '{' {
				key, err := p.decoder.Token()
				if err != nil {
					return n, err
				}
				n.keys = append(n.keys, key.(string)) // the decoder admits only text here
			}
			item, err := p.value(depth + 1)
			if err != nil {
				return n, err
			}
			n.items = append(n.items, item)
		}
		if _, err := p.decoder.Token(); err != nil { // the closing bracket
			return n, err
		}
	}
	n.to = int(p.decoder.InputOffset())
	return n, nil
}

// start skips what lies between two tokens.
func (p *parser) start(at int) int {
	for at < len(p.data) && strings.IndexByte(" \t\r\n,:", p.data[at]) >= 0 {
		at++
	}
	return at
}

func (p *parser) lineOf(at int) int {
	p.line += bytes.Count(p.data[p.counted:at], []byte{'\n'})
	p.counted = at
	return p.line
}

func (p *parser) syntax(source string, err error) fault.Violation {
	at := int(p.decoder.InputOffset())
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		at = int(syntax.Offset)
	}
	at = min(max(at, p.counted), len(p.data))
	m := syntaxError
	switch {
	case errors.Is(err, errDepth):
		m = tooDeep
	case errors.Is(err, errTrailing):
		m = trailing
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		m = endsEarly
	}
	return fault.Violation{
		Source: fmt.Sprintf("%s:%d", source, p.lineOf(at)),
		Text:   m.With("max", maxDepth),
	}
}

type binder struct {
	doc   Document
	data  []byte
	found fault.Violations
}

func (b *binder) add(path string, n node, m text.Message, nameValue ...any) {
	b.found = append(b.found, fault.Violation{
		Source: fmt.Sprintf("%s:%d", b.doc.source, n.line),
		Path:   path,
		Text:   m.With(nameValue...),
	})
}

func (b *binder) bind(path string, n node, v reflect.Value) {
	b.doc.lines[path] = n.line
	raw := b.data[n.from:n.to]
	if n.kind == 'v' && string(raw) == "null" {
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		b.bind(path, n, v.Elem())
		return
	}
	if readsItself(v.Addr()) || v.Kind() == reflect.Interface {
		b.scalar(path, n, v)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		b.object(path, n, v)
	case reflect.Slice:
		if n.kind != '[' {
			b.add(path, n, wantList)
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
		for i, item := range n.items {
			b.bind(fault.Index(path, i), item, v.Index(i))
		}
	case reflect.Map:
		b.entries(path, n, v)
	default:
		b.scalar(path, n, v)
	}
}

// readsItself reports whether a value has its own way of reading JSON.
func readsItself(pointer reflect.Value) bool {
	switch pointer.Interface().(type) {
	case json.Unmarshaler, encoding.TextUnmarshaler:
		return true
	}
	return false
}

func (b *binder) object(path string, n node, v reflect.Value) {
	if n.kind != '{' {
		b.add(path, n, wantObject)
		return
	}
	fields := jsonFields(v)
	seen := map[string]bool{}
	for i, key := range n.keys {
		at := fault.Field(path, key)
		field, ok := fields[key]
		switch {
		case !ok:
			b.add(at, n.items[i], fieldExtra, "name", key)
		case seen[key]:
			b.add(at, n.items[i], keyTwice, "name", key)
		default:
			b.bind(at, n.items[i], field)
		}
		seen[key] = true
	}
}

func (b *binder) entries(path string, n node, v reflect.Value) {
	if n.kind != '{' {
		b.add(path, n, wantObject)
		return
	}
	if v.Type().Key().Kind() != reflect.String {
		b.scalar(path, n, v)
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(n.keys)))
	for i, key := range n.keys {
		at := fault.Field(path, key)
		name := reflect.ValueOf(key).Convert(v.Type().Key())
		if v.MapIndex(name).IsValid() {
			b.add(at, n.items[i], keyTwice, "name", key)
			continue
		}
		item := reflect.New(v.Type().Elem()).Elem()
		b.bind(at, n.items[i], item)
		v.SetMapIndex(name, item)
	}
}

// scalar leaves a value to encoding/json; only decimals are looked at first.
func (b *binder) scalar(path string, n node, v reflect.Value) {
	raw := b.data[n.from:n.to]
	if d, ok := reflect.TypeAssert[*decimal.Decimal](v.Addr()); ok {
		parsed, err := number.Parse(strings.Trim(string(raw[:min(len(raw), 128)]), `"`))
		for _, found := range fault.Of(err) {
			b.found = append(b.found, fault.Violation{
				Source: fmt.Sprintf("%s:%d", b.doc.source, n.line), Path: path, Text: found.Text,
			})
		}
		*d = parsed
		return
	}
	err := json.Unmarshal(raw, v.Addr().Interface())
	if err == nil {
		return
	}
	if v, ok := errors.AsType[fault.Violations](err); ok {
		for _, found := range v {
			b.found = append(b.found, fault.Violation{
				Source: fmt.Sprintf("%s:%d", b.doc.source, n.line),
				Path:   fault.Field(path, found.Path), Text: found.Text,
			})
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		b.add(path, n, wantText)
	case reflect.Bool:
		b.add(path, n, wantBool)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		b.add(path, n, wantWhole)
	default:
		b.add(path, n, wantOther, "error", err.Error())
	}
}

// jsonFields are the fields of a struct by their JSON names, embedded structs' included.
func jsonFields(v reflect.Value) map[string]reflect.Value {
	fields := map[string]reflect.Value{}
	for field, value := range v.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous && name == "" && field.Type.Kind() == reflect.Struct {
			for inner, innerValue := range jsonFields(value) {
				if _, taken := fields[inner]; !taken {
					fields[inner] = innerValue
				}
			}
			continue
		}
		if !field.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = field.Name
		}
		fields[name] = value
	}
	return fields
}
