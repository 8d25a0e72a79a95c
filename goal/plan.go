package goal

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// A Plan is one employee's goals for one period with their weights (G4). Both the
// employee and the manager sign it together with its goals: the goal confirmation form.
type Plan struct {
	record.Meta `json:"meta,omitzero"`

	Employee string          `json:"employee" validate:"max=200"`
	Period   calendar.Period `json:"period"`
	Items    []Item          `json:"items" validate:"max=100"`
	// Extras are the items outside the 100 %.
	Extras Extras `json:"extras,omitzero"`
	// Confidence is how sure the employee is to reach it, 0 to 100 (G5); nil: not said.
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Status     PlanStatus        `json:"status"`
	Signatures record.Signatures `json:"signatures,omitempty"`
	// Origin is the template that the plan was made from, if it was.
	Origin *Origin `json:"origin,omitempty"`
	// Result is the plan's score once it is closed; nil when no goal of it has one.
	Result *PlanResult `json:"result,omitempty"`
}

// A PlanResult is the score of a plan in percent, not rounded, and how it came about.
type PlanResult struct {
	Score decimal.Decimal `json:"score"`
	// Findings are what was found of the items outside the 100 %.
	Findings []Finding          `json:"findings,omitempty"`
	Why      rating.Explanation `json:"why"`
}

// An Item is a goal of a plan. The weights of all items add up to exactly 100 %.
type Item struct {
	Goal   string          `json:"goal"`
	Weight decimal.Decimal `json:"weight"`
	// Digest is of the goal as it was proposed with the plan, so that whoever signs the
	// plan signs the goal's content.
	Digest record.Digest `json:"digest,omitempty"`
}

// maxItems is how many a plan has at most, as its tag says.
const maxItems = 100

// A PlanDraft is what a new plan is made from.
type PlanDraft struct {
	Employee   string           `json:"employee"`
	Period     calendar.Period  `json:"period"`
	Items      []Item           `json:"items"`
	Extras     Extras           `json:"extras,omitzero"`
	Confidence *decimal.Decimal `json:"confidence,omitempty"`
}

// NewPlan makes a plan in the state of a draft, or refuses it with every violation at once.
func NewPlan(k record.Key, d PlanDraft, by record.Stamp) (Plan, error) {
	p := Plan{
		Meta:       record.New(k, by.For(string(VerbDraft))),
		Employee:   d.Employee,
		Period:     d.Period,
		Items:      undigested(d.Items),
		Extras:     d.Extras.clone(),
		Confidence: d.Confidence,
		Status:     PlanStatusDraft,
	}
	var v fault.Violations
	v.Nest("meta", p.Meta.Validate())
	v.Nest("", p.Validate())
	if err := v.Err(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// Validate re-checks the structure, whatever the day and the policy: what stores do
// before writing. Weights that do not add up to exactly 100 % are refused with their sum.
func (p Plan) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(p.Employee) == "" {
		v.Add("employee", employeeRequired)
	}
	v.Nest("", check.Struct(p))
	v.Nest("period", p.Period.Validate())
	if len(p.Items) == 0 {
		v.Add("items", itemsRequired)
	}
	seen := map[string]bool{}
	sum, sound := decimal.Zero, true
	for i, item := range p.Items {
		path := fault.Index("items", i)
		switch {
		case strings.TrimSpace(item.Goal) == "":
			v.Add(fault.Field(path, "goal"), itemGoalRequired)
		case seen[item.Goal]:
			v.Add(fault.Field(path, "goal"), itemTwice, "goal", item.Goal)
		}
		seen[item.Goal] = true
		before := len(v)
		checkPercent(&v, fault.Field(path, "weight"), &item.Weight)
		if len(v) > before {
			sound = sound && number.Check(item.Weight) == nil
		} else if item.Weight.IsZero() {
			v.Add(fault.Field(path, "weight"), weightZero)
		}
		if sound {
			sum = sum.Add(item.Weight)
		}
	}
	if len(p.Items) > 0 && sound && !sum.Equal(number.Hundred) {
		v.Add("items", planWeights, "sum", sum)
	}
	v.Nest("extras", p.Extras.Validate())
	checkPercent(&v, "confidence", p.Confidence)
	planStatuses.Check(&v, "status", p.Status)
	if p.Result != nil && p.Status != PlanStatusClosed {
		v.Add("result", planResultEarly, "status", p.Status)
	}
	v.Nest("signatures", p.Signatures.Validate())
	if p.Origin != nil {
		v.Nest("origin", p.Origin.validate())
	}
	return v.Err()
}

// ShareWeights are n equal weights that add up to exactly 100: for three, 33.33, 33.33
// and 33.34. There are none for less than one.
func ShareWeights(n int) []decimal.Decimal {
	equal := make([]decimal.Decimal, max(n, 0))
	for i := range equal {
		equal[i] = decimal.New(1, 0)
	}
	shares, err := number.ShareOut(number.Hundred, equal, 2)
	if err != nil {
		return nil
	}
	return shares
}

// ShareRest gives the items without a weight, the nil ones, equal shares of what the
// others leave of 100 %, adding up to exactly 100: to hundredths, or as finely as the
// weights given. It refuses weights that leave nothing to share, or that fall short of
// 100 with nobody to take the rest, and a weight of zero.
func ShareRest(weights []*decimal.Decimal) ([]decimal.Decimal, error) {
	var v fault.Violations
	all, open := make([]decimal.Decimal, len(weights)), make([]decimal.Decimal, len(weights))
	sum, without := decimal.Zero, 0
	for i, w := range weights {
		checkPercent(&v, fault.Index("weights", i), w)
		switch {
		case w == nil:
			open[i] = decimal.New(1, 0)
			without++
		case len(v) > 0:
		case w.IsZero():
			v.Add(fault.Index("weights", i), weightZero)
		default:
			all[i] = *w
			sum = sum.Add(*w)
		}
	}
	rest := number.Hundred.Sub(sum)
	switch {
	case len(v) > 0:
	case without == 0 && !rest.IsZero():
		v.Add("weights", planWeights, "sum", sum)
	case without > 0 && rest.LessThan(decimal.New(int64(without), -2)):
		v.Add("weights", nothingToShare, "sum", sum, "count", without)
	}
	if len(v) > 0 || without == 0 {
		return all, v.Err()
	}
	shares, err := number.ShareOut(rest, open, max(2, -rest.Exponent()))
	for i := range shares {
		all[i] = all[i].Add(shares[i])
	}
	return all, err
}

// A Focus is how many goals a plan is to have, and the least weight of each in percent (G4).
type Focus struct {
	Min       int             `json:"min"`
	Max       int             `json:"max"` // 0: as many as a plan can have
	MinWeight decimal.Decimal `json:"minWeight"`
}

// DefaultFocus is what is usually recommended: three to seven goals of at least 5 % each.
var DefaultFocus = Focus{Min: 3, Max: 7, MinWeight: decimal.New(5, 0)}

// A FocusPolicy is a named answer to a plan that is out of focus.
type FocusPolicy string

// The answers. The zero value is FocusAdvised.
const (
	FocusAdvised FocusPolicy = "advise" // is told by [Plan.Advice] and can be proposed
	FocusRefused FocusPolicy = "refuse" // can't be proposed
)

// A PlanPolicy is what a program asks of plans beyond their structure.
type PlanPolicy struct {
	// Focus is the recommendation; the zero Focus is [DefaultFocus].
	Focus   Focus       `json:"focus,omitzero"`
	Outside FocusPolicy `json:"outside,omitempty"`
}

// Advice is how the plan departs from the recommended focus; none when it keeps to it.
func (p Plan) Advice(policy PlanPolicy) fault.Violations {
	focus := policy.Focus
	if focus.Min == 0 && focus.Max == 0 && focus.MinWeight.IsZero() {
		focus = DefaultFocus
	}
	if focus.Max == 0 {
		focus.Max = maxItems
	}
	var v fault.Violations
	if n := len(p.Items); n < focus.Min || n > focus.Max {
		v.Add("items", focusCount, "count", n, "min", focus.Min, "max", focus.Max)
	}
	for i, item := range p.Items {
		if item.Weight.LessThan(focus.MinWeight) {
			v.Add(fault.Field(fault.Index("items", i), "weight"), focusWeight, "weight", item.Weight, "min", focus.MinWeight)
		}
	}
	return v
}

// Digest is over what is signed: employee, period, confidence, the items with their
// goals' digests and those outside the 100 %, not over state and meta.
func (p Plan) Digest() record.Digest {
	return record.Seal("goal.plan", struct {
		Employee   string           `json:"employee"`
		Period     calendar.Period  `json:"period"`
		Items      []Item           `json:"items"`
		Confidence *decimal.Decimal `json:"confidence"`
		Extras     Extras           `json:"extras,omitzero"`
	}{p.Employee, p.Period, p.Items, p.Confidence, p.Extras})
}

// Edit replaces goals, weights and confidence of a draft. What is proposed has to be
// returned first.
func (p Plan) Edit(items []Item, confidence *decimal.Decimal, by record.Stamp) (Plan, error) {
	edited, err := p.move(PlanEventEdit, by)
	if err != nil {
		return p, err
	}
	edited.Items, edited.Confidence = undigested(items), confidence
	if err := edited.Validate(); err != nil {
		return p, err
	}
	return edited, nil
}

// SetExtras replaces the items outside the 100 % of a draft.
func (p Plan) SetExtras(e Extras, by record.Stamp) (Plan, error) {
	edited, err := p.move(PlanEventEdit, by)
	if err != nil {
		return p, err
	}
	edited.Extras = e.clone()
	if err := edited.Validate(); err != nil {
		return p, err
	}
	return edited, nil
}

// Propose lays the plan before employee and manager, together with its goals, which are
// given as they are proposed: each the employee's own, of the plan's period. A plan out
// of focus is refused where the policy says so.
func (p Plan) Propose(goals []Goal, policy PlanPolicy, by record.Stamp) (Plan, error) {
	proposed, err := p.move(PlanEventPropose, by)
	if err != nil {
		return p, err
	}
	var v fault.Violations
	if policy.Outside != "" && policy.Outside != FocusAdvised { // a policy unknown is not taken for leave
		v = p.Advice(policy)
	}
	proposed.Items = slices.Clone(p.Items)
	for i, item := range p.Items {
		path := fault.Field(fault.Index("items", i), "goal")
		g, ok := find(goals, item.Goal)
		switch {
		case !ok:
			v.Add(path, goalNotGiven, "goal", item.Goal)
		case g.Level != Individual || g.Owner != p.Employee || g.Tenant != p.Tenant:
			v.Add(path, goalNotOwn, "goal", item.Goal, "employee", p.Employee)
		case g.Period != p.Period:
			v.Add(path, goalPeriod, "goal", item.Goal, "have", g.Period, "want", p.Period)
		case g.Status != StatusProposed:
			v.Add(path, goalNotProposed, "goal", item.Goal, "status", g.Status)
		default:
			proposed.Items[i].Digest = g.Digest()
		}
	}
	if err := v.Err(); err != nil {
		return p, err
	}
	return proposed, nil
}

// Return gives a proposal back to be changed, for a reason that has to be given. The
// signatures so far are void.
func (p Plan) Return(reason string, by record.Stamp) (Plan, error) {
	returned, err := p.moveBecause(PlanEventReturn, reason, by)
	if err != nil {
		return p, err
	}
	returned.Items, returned.Signatures = undigested(p.Items), nil
	return returned, nil
}

// Sign puts a signature under a proposal; with those of employee and manager it is
// agreed (G5). It refuses what [Goal.Sign] refuses.
func (p Plan) Sign(s record.Signature) (Plan, error) {
	agreed, err := p.move(PlanEventAgree, stampOf(s))
	if err != nil {
		return p, err
	}
	both := bothSigners(p.Employee)
	all, err := p.Signatures.Sign(s, p.Digest(), both...)
	if err != nil {
		return p, err
	}
	agreed.Signatures = all
	if !all.Complete(p.Digest(), both...) {
		agreed.Status = p.Status
	}
	return agreed, nil
}

// Activate puts an agreed plan in force, on the first day of its period or later.
func (p Plan) Activate(today calendar.Date, by record.Stamp) (Plan, error) {
	active, err := p.move(PlanEventActivate, by)
	if err != nil {
		return p, err
	}
	if today.Before(p.Period.From) {
		return p, fault.Refuse(fault.ErrTransition, activateEarly, "from", p.Period.From)
	}
	return active, nil
}

// Cancel gives the plan up, for a reason that has to be given: the employee leaves, or
// changes to another post. The employee can then have another plan for the period.
func (p Plan) Cancel(reason string, by record.Stamp) (Plan, error) {
	return p.moveBecause(PlanEventCancel, reason, by)
}

// Close ends an active plan whose goals, all given, are closed or cancelled, with its
// score as [Plan.Score] works it out. A plan of which no goal has a score has none itself.
func (p Plan) Close(goals []Goal, missing rating.MissingPolicy, by record.Stamp, findings ...Finding) (Plan, error) {
	closed, err := p.move(PlanEventClose, by)
	if err != nil {
		return p, err
	}
	var v fault.Violations
	scored := false
	for i, item := range p.Items {
		g, ok := find(goals, item.Goal)
		if ok && !Lifecycle.Final(g.Status) {
			v.Add(fault.Field(fault.Index("items", i), "goal"), goalStillOpen, "goal", item.Goal, "status", g.Status)
		}
		scored = scored || !ok || (g.Result != nil && g.Result.Score != nil)
	}
	if err := v.Err(); err != nil {
		return p, err
	}
	if scored {
		score, why, err := p.Score(goals, missing, findings...)
		if err != nil {
			return p, err
		}
		closed.Result = &PlanResult{Score: score, Findings: slices.Clone(findings), Why: why}
	}
	return closed, nil
}

func (p Plan) move(e PlanEvent, by record.Stamp) (Plan, error) {
	status, meta, err := PlanLifecycle.Move(planLabel, p.Status, p.Meta, e, by.For("goal."+string(e)))
	if err != nil {
		return p, err
	}
	p.Status, p.Meta = status, meta
	return p, nil
}

func (p Plan) moveBecause(e PlanEvent, reason string, by record.Stamp) (Plan, error) {
	by = by.Because(reason)
	moved, err := p.move(e, by)
	if err != nil {
		return p, err
	}
	if err := by.Reasoned(); err != nil {
		return p, err
	}
	return moved, nil
}

// undigested is a copy of the items that says nothing of their goals' content.
func undigested(items []Item) []Item {
	items = slices.Clone(items)
	for i := range items {
		items[i].Digest = ""
	}
	return items
}

func find(goals []Goal, id string) (Goal, bool) {
	i := slices.IndexFunc(goals, func(g Goal) bool { return g.ID == id })
	if i < 0 {
		return Goal{}, false
	}
	return goals[i], true
}
