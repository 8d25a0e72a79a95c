package fault

import (
	"encoding/json"
	"errors"

	"github.com/meritkit/meritkit/text"
)

// What an error of the library is, for [errors.Is].
var (
	ErrInvalid    = errors.New("meritkit: invalid input")              // a [Violations]
	ErrNotFound   = errors.New("meritkit: not found")                  // a [*Refusal]
	ErrExists     = errors.New("meritkit: already exists")             // a [*Refusal]
	ErrConflict   = errors.New("meritkit: changed meanwhile")          // a [*Refusal]
	ErrForbidden  = errors.New("meritkit: not allowed")                // a [*Refusal]
	ErrTransition = errors.New("meritkit: not possible in this state") // a [*Refusal]
)

// A Refusal is an operation that was not done: which of the sentinels it is, and why,
// in both languages.
type Refusal struct {
	Kind error // one of the sentinels
	text.Text
}

// Refuse makes a refusal of the given kind, one of the sentinels.
func Refuse(kind error, m text.Message, nameValue ...any) error {
	return &Refusal{Kind: kind, Text: m.With(nameValue...)}
}

// Error is the refusal in English.
func (r *Refusal) Error() string { return r.Text.In(text.English) }

// Unwrap makes errors.Is(r, r.Kind) true.
func (r *Refusal) Unwrap() error { return r.Kind }

// The refusals that every record knows.
var (
	notFound = text.Message{
		Code: "fault.notfound",
		En:   "there is no {kind} {id}",
		Zh:   "找不到 {kind} {id}",
	}
	exists = text.Message{
		Code: "fault.exists",
		En:   "{kind} {id} exists already",
		Zh:   "{kind} {id} 已存在",
	}
	conflict = text.Message{
		Code: "fault.conflict",
		En:   "{kind} {id} was changed meanwhile: version {have} was read, version {now} is stored",
		Zh:   "{kind} {id} 已被他人修改：读取时为版本 {have}，现为版本 {now}",
	}
	transition = text.Message{
		Code: "fault.transition",
		En:   "{kind} is {state}: {event} is not possible; possible: {allowed}",
		Zh:   "{kind}处于“{state}”状态，不能执行“{event}”；可执行：{allowed}",
	}
	transitionEnd = text.Message{
		Code: "fault.transition.end",
		En:   "{kind} is {state}: {event} is not possible, nor is anything else",
		Zh:   "{kind}处于“{state}”状态，不能执行“{event}”，也没有其他可执行的操作",
	}
	valueUnknown = text.Message{
		Code: "fault.value.unknown",
		En:   "“{value}” is not one of: {known}",
		Zh:   "“{value}”不在可选值之内：{known}",
	}
	failed = text.Message{
		Code: "fault.failed",
		En:   "{error}",
		Zh:   "{error}",
	}
)

// NotFound refuses because there is no such record.
func NotFound(kind, id string) error { return Refuse(ErrNotFound, notFound, "kind", kind, "id", id) }

// Exists refuses because a record with that key, or that unique value, is there.
func Exists(kind, id string) error { return Refuse(ErrExists, exists, "kind", kind, "id", id) }

// Conflict refuses because the caller read version have and version now is stored.
func Conflict(kind, id string, have, now int64) error {
	return Refuse(ErrConflict, conflict, "kind", kind, "id", id, "have", have, "now", now)
}

// Transition refuses because event does not exist in state; allowed names those that do.
func Transition(kind, state, event text.Speaker, allowed []text.Speaker) error {
	if len(allowed) == 0 {
		return Refuse(ErrTransition, transitionEnd, "kind", kind, "state", state, "event", event)
	}
	return Refuse(ErrTransition, transition, "kind", kind, "state", state, "event", event, "allowed", allowed)
}

// In words err for a person in l: one problem a line. An error that does not come from
// this library is given as it is.
func In(err error, l text.Lang) string {
	if err == nil {
		return ""
	}
	return Of(err).In(l)
}

// wording is what err says in both languages.
func wording(err error) text.Text {
	if r, ok := errors.AsType[*Refusal](err); ok {
		return r.Text
	}
	return failed.With("error", err.Error())
}

// JSON gives err to a program: {"error": KIND, "violations": [...]}, where KIND is
// invalid, notfound, exists, conflict, forbidden, transition or failed. It is null for nil.
func JSON(err error) json.RawMessage {
	if err == nil {
		return json.RawMessage("null")
	}
	kind := "failed"
	for _, k := range []struct {
		sentinel error
		name     string
	}{
		{ErrForbidden, "forbidden"},
		{ErrNotFound, "notfound"},
		{ErrExists, "exists"},
		{ErrConflict, "conflict"},
		{ErrTransition, "transition"},
		{ErrInvalid, "invalid"},
	} {
		if errors.Is(err, k.sentinel) {
			kind = k.name
			break
		}
	}
	raw, e := json.Marshal(struct {
		Error      string     `json:"error"`
		Violations Violations `json:"violations"`
	}{kind, Of(err)})
	if e != nil { // strings and maps of strings always marshal
		return json.RawMessage("null")
	}
	return raw
}
