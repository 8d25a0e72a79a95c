// Package check reads the validate tags of boundary structs: texts that must be there,
// their lengths and forms. It is the one place where go-playground/validator is known;
// figures, dates and rules across fields are Go code in the domain packages.
package check

import (
	"errors"
	"reflect"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// instance is made once; validator caches what it learns of each type.
var instance = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			return ""
		}
		return name
	})
	return v
})

// Struct checks the tags of a struct, of the structs within it, and of the elements of
// slices that are tagged dive. Paths are JSON paths. The tags that may be used are those
// that have a message here; package tests validate each tagged type once.
func Struct(s any) error {
	err := instance().Struct(s)
	if err == nil {
		return nil
	}
	failures, ok := errors.AsType[validator.ValidationErrors](err)
	if !ok {
		return err
	}
	var v fault.Violations
	for _, f := range failures {
		_, path, _ := strings.Cut(f.Namespace(), ".")
		v.Add(path, message(f), "want", wanted(f), "have", f.Value())
	}
	return v
}

func message(f validator.FieldError) text.Message {
	isText := f.Kind() == reflect.String
	switch f.Tag() {
	case "required", "required_with", "required_without", "required_if":
		return required
	case "max", "lte":
		if isText {
			return longText
		}
		return tooMany
	case "min", "gte":
		if isText {
			return shortText
		}
		return tooFew
	case "oneof":
		return notOneOf
	case "url", "http_url", "uri":
		return notURL
	case "unique":
		return notUnique
	}
	return malformed
}

func wanted(f validator.FieldError) any {
	if f.Tag() == "oneof" {
		return strings.Fields(f.Param())
	}
	if f.Param() == "" {
		return f.Tag()
	}
	return f.Param()
}
