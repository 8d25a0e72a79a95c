package goal

import (
	"errors"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Confirmation is the goal confirmation form (目标确认表, G5): everything that employee
// and manager put their names to, and how their signatures stand. It is made from a plan
// and its goals by [Plan.Confirmation], as data for a document or a program.
type Confirmation struct {
	Plan     string          `json:"plan"`
	Employee string          `json:"employee"`
	Period   calendar.Period `json:"period"`
	Status   PlanStatus      `json:"status"`
	// Confidence is the employee's confidence index for the plan, 0 to 100.
	Confidence *decimal.Decimal `json:"confidence,omitempty"`
	Goals      []ConfirmedGoal  `json:"goals"`
	// Extras are the items outside the 100 %.
	Extras Extras `json:"extras,omitzero"`
	// Digest is of what is to be signed.
	Digest     record.Digest     `json:"digest"`
	Signatures []SignatureStatus `json:"signatures"`
	// Confirmed says that both have signed exactly what stands here.
	Confirmed bool `json:"confirmed"`
}

// A ConfirmedGoal is a goal on the form, under the terms in force.
type ConfirmedGoal struct {
	Goal   string          `json:"goal"`
	Weight decimal.Decimal `json:"weight"`
	Status Status          `json:"status"`
	Terms  Terms           `json:"terms"`
	// Due is the day of the terms, or the period's last.
	Due calendar.Date `json:"due"`
	// Revised is how often the terms were revised since they were signed first.
	Revised    int               `json:"revised,omitempty"`
	Digest     record.Digest     `json:"digest"`
	Signatures []SignatureStatus `json:"signatures"`
}

// A SignatureStatus is how the signature in a role stands.
type SignatureStatus struct {
	Role string `json:"role"`
	// By is who signed, or where nobody has, who has to, if that is one person.
	By    string         `json:"by,omitempty"`
	At    time.Time      `json:"at,omitzero"`
	Note  string         `json:"note,omitempty"`
	State SignatureState `json:"state"`
	// Signed is the digest of what was signed.
	Signed record.Digest `json:"signed,omitempty"`
	// Why is why the signature does not hold.
	Why *text.Text `json:"why,omitempty"`
}

// A SignatureState is whether a signature holds.
type SignatureState string

// The states of a signature.
const (
	SignatureAwaited SignatureState = "awaited" // nobody has signed
	SignatureValid   SignatureState = "valid"
	SignatureVoid    SignatureState = "void" // what was signed is not what is there
)

var signatureStates = fault.Names[SignatureState]{
	SignatureAwaited: {En: "awaited", Zh: "待签字"},
	SignatureValid:   {En: "valid", Zh: "有效"},
	SignatureVoid:    {En: "void", Zh: "已失效"},
}

// In is the state in words.
func (s SignatureState) In(l text.Lang) string { return signatureStates.In(s, l) }

// Confirmation fills in the form from the plan and its goals, all of which are given. The
// signatures under the plan are void as soon as a goal of it is not as it was proposed
// and no revision signed by both has made it so.
func (p Plan) Confirmation(goals []Goal) (Confirmation, error) {
	c := Confirmation{
		Plan: p.ID, Employee: p.Employee, Period: p.Period, Status: p.Status,
		Confidence: p.Confidence, Extras: p.Extras.clone(), Digest: p.Digest(),
		Signatures: signatureStatuses(p.Signatures, p.Digest(), bothSigners(p.Employee)),
	}
	var v fault.Violations
	for i, item := range p.Items {
		path := fault.Field(fault.Index("items", i), "goal")
		g, ok := find(goals, item.Goal)
		switch {
		case !ok:
			v.Add(path, goalNotGiven, "goal", item.Goal)
			continue
		case g.Level != Individual || g.Owner != p.Employee || g.Tenant != p.Tenant:
			v.Add(path, goalNotOwn, "goal", item.Goal, "employee", p.Employee)
			continue
		}
		c.Goals = append(c.Goals, ConfirmedGoal{
			Goal: g.ID, Weight: item.Weight, Status: g.Status, Terms: g.Terms.from(g.Period.From), Due: g.Due(),
			Revised: len(g.Former), Digest: g.Digest(),
			Signatures: signatureStatuses(g.Signatures, g.Digest(), g.Signers()),
		})
		if !g.grownFrom(item.Digest) {
			void(c.Signatures, contentChanged.With("goal", item.Goal))
		}
	}
	if err := v.Err(); err != nil {
		return Confirmation{}, err
	}
	c.Confirmed = allValid(c.Signatures) && !slices.ContainsFunc(c.Goals, func(g ConfirmedGoal) bool { return !allValid(g.Signatures) })
	return c, nil
}

// grownFrom reports whether the goal has the content that a plan was proposed with, or
// came from it by revisions that were signed.
func (g Goal) grownFrom(proposed record.Digest) bool {
	if len(g.Former) == 0 {
		return g.Digest() == proposed
	}
	first := g
	first.Terms = g.Former[0]
	return first.Digest() == proposed && g.Signatures.Complete(g.Digest(), g.Signers()...)
}

// signatureStatuses are how the signatures of the signers stand under what has the digest.
func signatureStatuses(all record.Signatures, d record.Digest, signers []record.Signer) []SignatureStatus {
	statuses := make([]SignatureStatus, len(signers))
	for i, signer := range signers {
		status := SignatureStatus{Role: signer.Role, State: SignatureAwaited}
		if len(signer.By) == 1 {
			status.By = signer.By[0]
		}
		at := slices.IndexFunc(all, func(s record.Signature) bool { return s.Role == signer.Role })
		if at >= 0 {
			s := all[at]
			status = SignatureStatus{Role: s.Role, By: s.By, At: s.At, Note: s.Note, State: SignatureValid, Signed: s.Digest}
			// It holds if it could be put there now, under what is there now.
			others := slices.Delete(slices.Clone(all), at, at+1)
			if _, err := others.Sign(s, d, signers...); errors.Is(err, record.ErrStale) {
				status.State, status.Why = SignatureVoid, new(contentOther.Plain())
			} else if err != nil {
				status.State, status.Why = SignatureVoid, &fault.Of(err)[0].Text
			}
		}
		statuses[i] = status
	}
	return statuses
}

// void voids the signatures that were valid, for a reason.
func void(all []SignatureStatus, why text.Text) {
	for i, s := range all {
		if s.State == SignatureValid {
			all[i].State, all[i].Why = SignatureVoid, &why
		}
	}
}

func allValid(all []SignatureStatus) bool {
	return !slices.ContainsFunc(all, func(s SignatureStatus) bool { return s.State != SignatureValid })
}
