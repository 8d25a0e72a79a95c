package review_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/review"
)

// A persona is a kind of person in relation to an employee.
type persona struct {
	name      string
	relations []access.Relation
	roles     []access.Role
}

// personas are the kinds of people that the policy is asked about, each with what they
// are to the employee and what they are in the company.
var personas = []persona{
	{"employee", []access.Relation{access.Self}, nil},
	{"rater", []access.Relation{review.Rater}, nil},
	{"line", []access.Relation{access.Line}, nil},
	{"new manager", []access.Relation{access.Manager, access.Line}, nil},
	{"appeal reviewer", []access.Relation{review.AppealReviewer}, nil},
	{"HR", nil, []access.Role{access.HR}},
	{"calibrator", nil, []access.Role{review.Calibrator}},
	{"system", nil, []access.Role{access.System}},
	{"anyone", nil, nil},
	{"HR, own record", []access.Relation{access.Self}, []access.Role{access.HR, review.Calibrator}},
	{"HR as rater", []access.Relation{review.Rater}, []access.Role{access.HR}},
}

// cases are the verbs of the policy with the states in which its rules differ.
func cases() [][2]string {
	states := map[access.Verb][]string{}
	var verbs []access.Verb
	for _, r := range review.Policy() {
		if !slices.Contains(verbs, r.Verb) {
			verbs = append(verbs, r.Verb)
		}
		for _, s := range r.States {
			if !slices.Contains(states[r.Verb], s) {
				states[r.Verb] = append(states[r.Verb], s)
			}
		}
	}
	states[review.VerbReadCycle] = append(states[review.VerbReadCycle], string(review.CycleStatusDraft))
	states[review.VerbReadSelf] = append(states[review.VerbReadSelf], string(review.FormStatusDraft))
	var all [][2]string
	for _, verb := range verbs {
		if len(states[verb]) == 0 {
			all = append(all, [2]string{string(verb), ""})
		}
		for _, s := range states[verb] {
			all = append(all, [2]string{string(verb), s})
		}
	}
	return all
}

func allowed(verb, state, name string) bool {
	p := personas[slices.IndexFunc(personas, func(p persona) bool { return p.name == name })]
	return review.Policy().Decide(
		access.Actor{Tenant: tenant, Person: "x", Roles: p.roles}, access.Verb(verb),
		access.Subject{Tenant: tenant, State: state}, append([]access.Relation{access.Anyone}, p.relations...),
	).Allowed
}

// TestAccessMatrix holds who may do what, each verb by each kind of person.
func TestAccessMatrix(t *testing.T) {
	require.NoError(t, review.Policy().Validate())
	var b strings.Builder
	b.WriteString("| verb | state |")
	for _, p := range personas {
		b.WriteString(" " + p.name + " |")
	}
	b.WriteString("\n|---|---|" + strings.Repeat("---|", len(personas)) + "\n")
	for _, c := range cases() {
		b.WriteString("| " + c[0] + " | " + c[1] + " |")
		for _, p := range personas {
			if allowed(c[0], c[1], p.name) {
				b.WriteString(" yes |")
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteString("\n")
	}
	golden(t, "access.md", b.String())
}

func TestNobodyActsOnTheirOwnRecordAsSomebodyElse(t *testing.T) {
	own := []access.Verb{
		review.VerbWriteSelf, review.VerbSubmitSelf, review.VerbReadSelf, review.VerbAccept,
		review.VerbAppeal, review.VerbWithdraw, review.VerbReadAppeal, review.VerbReadParticipant,
	}
	company := []access.Verb{
		review.VerbSetUp, review.VerbLaunch, review.VerbEnrol, review.VerbReschedule, review.VerbClose, review.VerbReadCycle,
	}
	for _, c := range cases() {
		verb, state := access.Verb(c[0]), c[1]
		if slices.Contains(own, verb) || slices.Contains(company, verb) {
			continue
		}
		released := slices.Contains([]string{
			review.Released, string(review.ResultStatusPublished), string(review.ResultStatusAccepted), string(review.ResultStatusAppealed),
		}, state) || (verb == review.VerbReadResult && state == "")
		assert.Equal(t, released, allowed(c[0], state, "HR, own record"), "%s in %q", verb, state)
	}
}

func TestEveryVerbIsAllowedToSomebody(t *testing.T) {
	for _, c := range cases() {
		assert.True(t, slices.ContainsFunc(personas, func(p persona) bool { return allowed(c[0], c[1], p.name) }), "%v", c)
	}
}
