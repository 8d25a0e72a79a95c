package access

import (
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Verb is something that can be done, named by the package that offers it: "goal.agree".
type Verb string

// A Role is given to a person by the embedding program, for the whole tenant: HR.
type Role string

// HR is the role that runs performance management. It is the only role the library's
// own policies speak of; a program adds its own.
const HR Role = "hr"

// System is the role of the program itself, for work that no person asks for: a
// launch at midnight, an escalation.
const System Role = "system"

// A Relation is how a person stands to a subject.
type Relation string

// The relations that follow from who the people are. Domain packages declare more.
const (
	Self    Relation = "self"    // the employee whom the record is about
	Manager Relation = "manager" // the employee's manager on that day; with a matrix, each of them
	Line    Relation = "line"    // anyone above the employee on that day, managers included
	Anyone  Relation = "anyone"  // every actor of the tenant
)

// An Actor is a person, or the program, doing something.
type Actor struct {
	Tenant string `json:"tenant"`
	Person string `json:"person"`
	Roles  []Role `json:"roles,omitempty"`
}

// A Subject is what is being acted on, as far as deciding goes.
type Subject struct {
	Tenant string `json:"tenant"`
	Kind   string `json:"kind"`
	ID     string `json:"id"`
	// Person is the employee whom the record is about; empty for a record about nobody.
	Person string `json:"person,omitempty"`
	// State is the record's state or phase, for rules that hold only in some.
	State string `json:"state,omitempty"`
	// Related are the people in the relations that the record itself declares.
	Related map[Relation][]string `json:"related,omitempty"`
}

// A Rule allows its verb to whoever has one of the roles or stands in one of the
// relations, or denies it to them. With States it holds only in those.
type Rule struct {
	Verb      Verb       `json:"verb"`
	Roles     []Role     `json:"roles,omitempty"`
	Relations []Relation `json:"relations,omitempty"`
	States    []string   `json:"states,omitempty"`
	Deny      bool       `json:"deny,omitempty"`
}

// A Policy is the rules of a program. What no rule allows is denied, and a rule that
// denies outweighs every rule that allows.
type Policy []Rule

// A Decision is whether an actor may do something, and by which rule.
type Decision struct {
	Allowed bool    `json:"allowed"`
	Actor   Actor   `json:"actor"`
	Verb    Verb    `json:"verb"`
	Subject Subject `json:"subject"`
	// Rule is the rule that decided; nil when none speaks of the case.
	Rule *Rule `json:"rule,omitempty"`
}

// Decide applies the policy to an actor who stands in the given relations to the
// subject. Nobody may do anything to another tenant's record.
func (p Policy) Decide(a Actor, verb Verb, s Subject, relations []Relation) Decision {
	d := Decision{Actor: a, Verb: verb, Subject: s}
	if a.Tenant == "" || a.Tenant != s.Tenant {
		return d
	}
	for i := range p {
		rule := &p[i]
		if !rule.speaksOf(a, verb, s, relations) {
			continue
		}
		if rule.Deny {
			d.Allowed, d.Rule = false, rule
			return d
		}
		if !d.Allowed {
			d.Allowed, d.Rule = true, rule
		}
	}
	return d
}

// Without is the policy less every rule about the verbs: to be followed by a program's
// own rules for them.
func (p Policy) Without(verbs ...Verb) Policy {
	return slices.DeleteFunc(slices.Clone(p), func(r Rule) bool { return slices.Contains(verbs, r.Verb) })
}

// Validate refuses a rule without a verb, and one that speaks to nobody.
func (p Policy) Validate() error {
	var v fault.Violations
	for i, r := range p {
		path := fault.Index("", i)
		if r.Verb == "" {
			v.Add(fault.Field(path, "verb"), verbRequired)
		}
		if len(r.Roles)+len(r.Relations) == 0 {
			v.Add(path, nobody, "verb", r.Verb)
		}
	}
	return v.Err()
}

// Err is nil when the decision allows, else [fault.ErrForbidden].
func (d Decision) Err() error {
	if d.Allowed {
		return nil
	}
	return fault.Refuse(fault.ErrForbidden, forbidden, "person", d.Actor.Person, "verb", d.Verb, "kind", d.Subject.Kind, "id", d.Subject.ID)
}

// In is the decision in a sentence.
func (d Decision) In(l text.Lang) string {
	m := forbidden
	if d.Allowed {
		m = allowed
	}
	return m.With("person", d.Actor.Person, "verb", d.Verb, "kind", d.Subject.Kind, "id", d.Subject.ID).In(l)
}

func (r *Rule) speaksOf(a Actor, verb Verb, s Subject, relations []Relation) bool {
	if r.Verb != verb || (len(r.States) > 0 && !slices.Contains(r.States, s.State)) {
		return false
	}
	return slices.ContainsFunc(r.Roles, func(role Role) bool { return slices.Contains(a.Roles, role) }) ||
		slices.ContainsFunc(r.Relations, func(rel Relation) bool { return slices.Contains(relations, rel) })
}
