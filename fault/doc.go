// Package fault says what is wrong with an input, completely and in both languages.
//
// Code that checks a value collects every problem in [Violations], each with the JSON
// path of the field, a stable code and a sentence in Chinese and English:
//
//	var v fault.Violations
//	if d.Title == "" {
//		v.Add("title", titleRequired)
//	}
//	for i, m := range d.Measures {
//		v.Nest(fault.Index("measures", i), m.Validate())
//	}
//	return v.Err() // nil when nothing was added
//
// What stops an operation otherwise is one of a few sentinels, matched with
// [errors.Is]: [ErrNotFound], [ErrExists], [ErrConflict], [ErrForbidden],
// [ErrTransition] and [ErrInvalid], each behind a type that carries the particulars.
//
// [In] words any error for a person, [JSON] for a program, and [Decode] reads JSON so
// strictly that every mistake in it is found at once, with its line.
package fault
