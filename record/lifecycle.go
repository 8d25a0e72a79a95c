package record

import (
	"maps"
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Lifecycle is the whole of what can happen to a kind of record: for each state the
// events that are possible in it and where they lead. Methods of the domain type add
// guards; the diagram and the exhaustive test are made from this table.
type Lifecycle[S, E ~string] map[S]map[E]S

// Next is the state that event leads to from a state, or [fault.ErrTransition] naming
// the events that are possible. The record is called by label in the refusal.
func (l Lifecycle[S, E]) Next(label text.Label, from S, event E) (S, error) {
	if to, ok := l[from][event]; ok {
		return to, nil
	}
	possible := l.Events(from)
	allowed := make([]text.Speaker, len(possible))
	for i, e := range possible {
		allowed[i] = speaker(e)
	}
	return from, fault.Transition(label, speaker(from), speaker(event), allowed)
}

// Move is [Lifecycle.Next] for a record with its meta: where an event that is stamped
// leads, and the meta then. A stamp that is incomplete is refused at path "by".
func (l Lifecycle[S, E]) Move(label text.Label, from S, m Meta, event E, by Stamp) (S, Meta, error) {
	to, err := l.Next(label, from, event)
	if err != nil {
		return from, m, err
	}
	var v fault.Violations
	v.Nest("by", by.Validate())
	if err := v.Err(); err != nil {
		return from, m, err
	}
	return to, m.Touched(by), nil
}

// Events lists what is possible in a state, in alphabetical order.
func (l Lifecycle[S, E]) Events(from S) []E {
	return slices.Sorted(maps.Keys(l[from]))
}

// States lists every state that the table mentions, in alphabetical order.
func (l Lifecycle[S, E]) States() []S {
	all := map[S]bool{}
	for from, events := range l {
		all[from] = true
		for _, to := range events {
			all[to] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Final reports whether nothing more can happen in a state.
func (l Lifecycle[S, E]) Final(s S) bool { return len(l[s]) == 0 }

// Mermaid draws the table as a Mermaid state diagram that begins in the initial state,
// always in the same order.
func (l Lifecycle[S, E]) Mermaid(initial S) string {
	var b strings.Builder
	b.WriteString("stateDiagram-v2\n    [*] --> " + stateName(initial) + "\n")
	seen := map[S]bool{initial: true}
	for queue := []S{initial}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		if l.Final(from) {
			b.WriteString("    " + stateName(from) + " --> [*]\n")
		}
		for _, event := range l.Events(from) {
			to := l[from][event]
			b.WriteString("    " + stateName(from) + " --> " + stateName(to) + ": " + string(event) + "\n")
			if !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	return b.String()
}

// stateName is a state's name as Mermaid takes it.
func stateName[S ~string](s S) string { return strings.ReplaceAll(string(s), "-", "_") }

// speaker says a state or event in both languages if its type can, else by its code.
func speaker[S ~string](s S) text.Speaker {
	if says, ok := any(s).(text.Speaker); ok {
		return says
	}
	return text.Label{En: string(s)}
}
