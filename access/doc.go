// Package access decides who may do what to whom (S5).
//
// A [Policy] is data: rules that allow a verb to a role or to a relation, or deny it.
// What no rule allows is denied. Roles come with the [Actor]; relations are worked out:
// [Self] and the manager line from the [Directory], which is the embedding program's
// org chart, and whatever else a domain package knows about a record (its raters, its
// appeal reviewer) from the [Subject] it hands in.
//
// A [Gate] is what a service stands behind: it decides, reports the decision, and gives
// the stamp for the change. A [Desk] is how every service of the library handles a kind
// of record behind its gate: load, ask, decide by a pure function, store, in one
// transaction. [Chart] is a simple Directory in memory.
package access
