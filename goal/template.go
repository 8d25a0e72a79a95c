package goal

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Template is a goal plan in the library, with gaps for what differs from person to
// person (G4). One goal is a plan of one item.
//
// A text of its items may have the name of a parameter in braces, such as "sales in
// {region}"; a figure or a day is filled in by a [Gap].
type Template struct {
	record.Meta `json:"meta,omitzero"`

	Name        string `json:"name" validate:"max=200"`
	Description string `json:"description,omitempty" validate:"max=2000"`
	// Family is the job family that it is for; Tags whatever else it is found by.
	Family     string         `json:"family,omitempty" validate:"max=60"`
	Tags       []string       `json:"tags,omitempty" validate:"max=30,unique,dive,required,max=60"`
	Parameters []Parameter    `json:"parameters,omitempty" validate:"max=50"`
	Items      []TemplateItem `json:"items" validate:"max=100"`
	Extras     Extras         `json:"extras,omitzero"`
	Status     TemplateStatus `json:"status"`
}

// A TemplateItem is a goal of a template.
type TemplateItem struct {
	// Weight is its share of the plan in percent; the items without one share what the
	// others leave, see [ShareRest].
	Weight *decimal.Decimal `json:"weight,omitempty"`
	Terms  Terms            `json:"terms" validate:"-"`
	Gaps   []Gap            `json:"gaps,omitempty" validate:"max=200"`
}

// A Gap is a figure or a day of an item that is filled in for each person: with the value
// of a parameter, or with a day counted from the first of the period.
type Gap struct {
	// Path is where in the item: "weight", "terms.due", "terms.measures[0].target",
	// "terms.steps[2].due" and the like.
	Path      string `json:"path"`
	Parameter string `json:"parameter,omitempty"`
	// Times is what the parameter is multiplied by, such as 0.8 for a threshold at 80 % of
	// the target.
	Times *decimal.Decimal `json:"times,omitempty"`
	// Day is the day of the period, from 1, where there is no parameter.
	Day int `json:"day,omitempty"`
}

// A Parameter is what is said for each person that a template is filled in for.
type Parameter struct {
	Name  string        `json:"name" validate:"max=40"` // a letter, then letters and digits
	Label text.Label    `json:"label,omitzero"`
	Kind  ParameterKind `json:"kind"`
	// Min and Max bound a figure, both included.
	Min *decimal.Decimal `json:"min,omitempty"`
	Max *decimal.Decimal `json:"max,omitempty"`
	// Choices are the texts that can be chosen from; none: any, of MaxLength characters at
	// most, 200 when it does not say.
	Choices   []string `json:"choices,omitempty" validate:"max=200,unique"`
	MaxLength int      `json:"maxLength,omitempty"`
	// Default is the value for whom none is given; nil: one has to be.
	Default *string `json:"default,omitempty"`
}

// A ParameterKind is what a parameter's value is.
type ParameterKind string

// The kinds of parameters. A figure is written as [number.Parse] reads it, a day as
// 2024-09-30; both can stand in a text too.
const (
	FigureParameter ParameterKind = "figure"
	TextParameter   ParameterKind = "text"
	DayParameter    ParameterKind = "day"
)

var parameterKinds = fault.Names[ParameterKind]{
	FigureParameter: {En: "figure", Zh: "数值"},
	TextParameter:   {En: "text", Zh: "文本"},
	DayParameter:    {En: "day", Zh: "日期"},
}

// In is the kind in words.
func (k ParameterKind) In(l text.Lang) string { return parameterKinds.In(k, l) }

// An Assignee is somebody whom a template is filled in for, with the values of its
// parameters by their names.
type Assignee struct {
	Employee string            `json:"employee"`
	Values   map[string]string `json:"values,omitempty"`
}

// A TemplateDraft is what a template is made from.
type TemplateDraft struct {
	Name        string         `json:"name"`
	Description string         `json:"description,omitempty"`
	Family      string         `json:"family,omitempty"`
	Tags        []string       `json:"tags,omitempty"`
	Parameters  []Parameter    `json:"parameters,omitempty"`
	Items       []TemplateItem `json:"items"`
	Extras      Extras         `json:"extras,omitzero"`
}

// NewTemplate makes a template for the library, or refuses it with every violation at once.
func NewTemplate(k record.Key, d TemplateDraft, by record.Stamp) (Template, error) {
	t := Template{Meta: record.New(k, by.For(string(VerbKeepTemplate))), Status: TemplateStatusInUse}.with(d)
	var v fault.Violations
	v.Nest("meta", t.Meta.Validate())
	v.Nest("", t.Validate())
	if err := v.Err(); err != nil {
		return Template{}, err
	}
	return t, nil
}

// Edit replaces the content of a template. Plans that were made from it stay as they are.
func (t Template) Edit(d TemplateDraft, by record.Stamp) (Template, error) {
	edited, err := t.move(TemplateEventEdit, by)
	if err != nil {
		return t, err
	}
	edited = edited.with(d)
	if err := edited.Validate(); err != nil {
		return t, err
	}
	return edited, nil
}

// Retire takes a template out of use: it stays in the library and is filled in for nobody.
func (t Template) Retire(by record.Stamp) (Template, error) { return t.move(TemplateEventRetire, by) }

// Restore puts a retired template to use again.
func (t Template) Restore(by record.Stamp) (Template, error) { return t.move(TemplateEventRestore, by) }

func (t Template) move(e TemplateEvent, by record.Stamp) (Template, error) {
	status, meta, err := TemplateLifecycle.Move(templateLabel, t.Status, t.Meta, e, by.For("goal.template."+string(e)))
	if err != nil {
		return t, err
	}
	t.Status, t.Meta = status, meta
	return t, nil
}

// with is the template with the content of the draft.
func (t Template) with(d TemplateDraft) Template {
	t.Name, t.Description, t.Family = d.Name, d.Description, d.Family
	t.Tags, t.Parameters, t.Items = slices.Clone(d.Tags), slices.Clone(d.Parameters), slices.Clone(d.Items)
	t.Extras = d.Extras.clone()
	for i, item := range t.Items {
		t.Items[i] = item.clone()
	}
	return t
}

// Matches reports whether each of the words is a tag or the job family of the template,
// or occurs in its name, its description or the title of a goal, in capitals or not.
func (t Template) Matches(words ...string) bool {
	said := []string{t.Name, t.Description}
	for _, item := range t.Items {
		said = append(said, item.Terms.Title)
	}
	within := strings.ToLower(strings.Join(said, "\n"))
	for _, w := range words {
		is := func(tag string) bool { return strings.EqualFold(tag, w) }
		if !is(t.Family) && !slices.ContainsFunc(t.Tags, is) && !strings.Contains(within, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// Validate re-checks the structure: what stores do before writing. Every parameter that
// is used is declared, and the other way round; the rest of a goal is checked when it is
// filled in.
func (t Template) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(t.Name) == "" {
		v.Add("name", templateNameRequired)
	}
	v.Nest("", check.Struct(t))
	if len(t.Items) == 0 {
		v.Add("items", itemsRequired)
	}
	v.Nest("extras", t.Extras.Validate())
	templateStatuses.Check(&v, "status", t.Status)
	kinds := map[string]ParameterKind{}
	for i, p := range t.Parameters {
		path := fault.Index("parameters", i)
		if _, twice := kinds[p.Name]; twice {
			v.Add(fault.Field(path, "name"), parameterTwice, "name", p.Name)
		}
		kinds[p.Name] = p.Kind
		v.Nest(path, p.validate())
	}
	used := map[string]bool{}
	for i, item := range t.Items {
		item.validate(&v, fault.Index("items", i), kinds, used)
	}
	for i, p := range t.Parameters {
		if !used[p.Name] {
			v.Add(fault.Index("parameters", i), parameterUnused, "name", p.Name)
		}
	}
	if weights, fixed := t.weights(); fixed && len(t.Items) > 0 {
		_, err := ShareRest(weights)
		v.Nest("items", atItems(err))
	}
	return v.Err()
}

// weights are those of the items as they stand, and whether none of them is filled in.
func (t Template) weights() (weights []*decimal.Decimal, fixed bool) {
	fixed = true
	for _, item := range t.Items {
		weights = append(weights, item.Weight)
		fixed = fixed && !slices.ContainsFunc(item.Gaps, func(g Gap) bool { return g.Path == "weight" })
	}
	return weights, fixed
}

// atItems puts what is wrong with weights where the items are.
func atItems(err error) error {
	var v fault.Violations
	for _, found := range fault.Of(err) {
		if found.Path = strings.TrimPrefix(found.Path, "weights"); found.Path != "" {
			found.Path = fault.Field(found.Path, "weight")
		}
		v = append(v, found)
	}
	return v.Err()
}

// parameterName is how a parameter is called, and named what stands in a text for one.
var (
	parameterName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*$`)
	named         = regexp.MustCompile(`\{[A-Za-z][A-Za-z0-9]*\}`)
)

func (p Parameter) validate() error {
	var v fault.Violations
	if !parameterName.MatchString(p.Name) {
		v.Add("name", parameterMalformed, "name", text.Excerpt(p.Name))
	}
	v.Nest("", check.Struct(p))
	parameterKinds.Check(&v, "kind", p.Kind)
	for _, bound := range []struct {
		path  string
		given bool
		of    ParameterKind
	}{
		{"min", p.Min != nil, FigureParameter},
		{"max", p.Max != nil, FigureParameter},
		{"choices", len(p.Choices) > 0, TextParameter},
		{"maxLength", p.MaxLength != 0, TextParameter},
	} {
		if bound.given && p.Kind != bound.of {
			v.Add(bound.path, boundForeign, "kind", p.Kind)
		}
	}
	if p.Min != nil {
		v.Nest("min", number.Check(*p.Min))
	}
	if p.Max != nil {
		v.Nest("max", number.Check(*p.Max))
	}
	switch {
	case len(v) > 0:
	case p.Min != nil && p.Max != nil && p.Min.GreaterThan(*p.Max):
		v.Add("min", boundsTurned, "min", *p.Min, "max", *p.Max)
	case p.MaxLength < 0:
		v.Add("maxLength", boundForeign, "kind", p.Kind)
	case p.Default != nil:
		_, err := p.read(*p.Default)
		v.Nest("default", err)
	}
	return v.Err()
}

// A filling is the value of a parameter: its text, and what it is beside.
type filling struct {
	text   string
	figure decimal.Decimal
	day    calendar.Date
}

// read reads a value of the parameter, and refuses what is out of its bounds.
func (p Parameter) read(value string) (f filling, err error) {
	var v fault.Violations
	value = strings.TrimSpace(value)
	f.text = value
	switch p.Kind {
	case FigureParameter:
		if f.figure, err = number.Parse(value); err != nil {
			return f, err
		}
		if (p.Min != nil && f.figure.LessThan(*p.Min)) || (p.Max != nil && f.figure.GreaterThan(*p.Max)) {
			v.Add("", figureBounds, "figure", f.figure, "min", bound(p.Min, "−∞"), "max", bound(p.Max, "∞"))
		}
		f.text = f.figure.String()
	case DayParameter:
		if f.day, err = calendar.ParseDate(value); err != nil {
			return f, err
		}
	case TextParameter:
		most := p.MaxLength
		if most == 0 {
			most = 200
		}
		switch {
		case value == "":
			v.Add("", valueEmpty)
		case len(p.Choices) > 0 && !slices.Contains(p.Choices, value):
			v.Add("", valueNoChoice, "value", text.Excerpt(value), "choices", p.Choices)
		case utf8.RuneCountInString(value) > most:
			v.Add("", valueLong, "max", most)
		}
	}
	return f, v.Err()
}

// bound is how a bound of a figure is said, open where there is none.
func bound(d *decimal.Decimal, open string) string {
	if d == nil {
		return open
	}
	return d.String()
}

// validate notes at path what is wrong with the item, and marks the parameters it uses.
func (item TemplateItem) validate(v *fault.Violations, path string, kinds map[string]ParameterKind, used map[string]bool) {
	v.Nest(path, check.Struct(item))
	terms := fault.Field(path, "terms")
	if strings.TrimSpace(item.Terms.Title) == "" {
		v.Add(fault.Field(terms, "title"), titleRequired)
	}
	forms.Check(v, fault.Field(terms, "form"), item.Terms.Form)
	uses := func(path, name string) (ParameterKind, bool) {
		kind, ok := kinds[name]
		if !ok {
			v.Add(path, parameterUnknown, "name", text.Excerpt(name), "known", slices.Sorted(maps.Keys(kinds)))
		}
		used[name] = true
		return kind, ok
	}
	item = item.clone()
	texts := textsOf(&item.Terms)
	for _, at := range slices.Sorted(maps.Keys(texts)) {
		for _, name := range named.FindAllString(*texts[at], -1) {
			uses(fault.Field(terms, at), name[1:len(name)-1])
		}
	}
	places, filled := placesOf(&item), map[string]bool{}
	for i, gap := range item.Gaps {
		at := fault.Index(fault.Field(path, "gaps"), i)
		place, ok := places[gap.Path]
		switch {
		case !ok:
			v.Add(fault.Field(at, "path"), gapUnknown, "path", text.Excerpt(gap.Path))
			continue
		case filled[gap.Path]:
			v.Add(fault.Field(at, "path"), gapTwice, "path", gap.Path)
		}
		filled[gap.Path] = true
		wants := FigureParameter
		if place.day != nil {
			wants = DayParameter
		}
		if gap.Times != nil {
			v.Nest(fault.Field(at, "times"), number.Check(*gap.Times))
		}
		switch {
		case gap.Parameter == "" && (gap.Day < 1 || wants != DayParameter || gap.Times != nil):
			v.Add(at, gapEmpty, "path", gap.Path)
		case gap.Parameter == "":
		case gap.Day != 0 || (gap.Times != nil && wants == DayParameter):
			used[gap.Parameter] = true
			v.Add(at, gapOverfull, "path", gap.Path)
		default:
			if kind, ok := uses(fault.Field(at, "parameter"), gap.Parameter); ok && kind != wants {
				v.Add(fault.Field(at, "parameter"), gapKind, "path", gap.Path, "want", wants, "have", kind)
			}
		}
	}
}

// A place is where a gap is filled: a figure or a day.
type place struct {
	figure **decimal.Decimal
	day    *calendar.Date
}

// placesOf are the figures and days of the item that can be filled in, by their paths.
func placesOf(item *TemplateItem) map[string]place {
	all := map[string]place{"weight": {figure: &item.Weight}, "terms.due": {day: &item.Terms.Due}}
	for i := range item.Terms.Measures {
		m, at := &item.Terms.Measures[i], fault.Index("terms.measures", i)
		for name, figure := range map[string]**decimal.Decimal{
			"baseline": &m.Baseline, "threshold": &m.Threshold, "target": &m.Target, "stretch": &m.Stretch,
			"stretchScore": &m.StretchScore, "low": &m.Low, "high": &m.High, "tolerance": &m.Tolerance,
			"outOf": &m.OutOf, "weight": &m.Weight,
		} {
			all[fault.Field(at, name)] = place{figure: figure}
		}
	}
	for i := range item.Terms.Steps {
		s, at := &item.Terms.Steps[i], fault.Index("terms.steps", i)
		all[fault.Field(at, "weight")], all[fault.Field(at, "late")] = place{figure: &s.Weight}, place{figure: &s.Late}
		all[fault.Field(at, "due")] = place{day: &s.Due}
	}
	for i := range item.Terms.Supports {
		all[fault.Field(fault.Index("terms.supports", i), "share")] = place{figure: &item.Terms.Supports[i].Share}
	}
	for i := range item.Terms.DependsOn {
		all[fault.Field(fault.Index("terms.dependsOn", i), "by")] = place{day: &item.Terms.DependsOn[i].By}
	}
	return all
}

// textsOf are the texts of the terms that may name parameters, by their paths.
func textsOf(t *Terms) map[string]*string {
	all := map[string]*string{
		"title": &t.Title, "description": &t.Description, "why": &t.Why, "method": &t.Method, "learning": &t.Learning,
	}
	for i := range t.Measures {
		at := fault.Index("measures", i)
		all[fault.Field(at, "metric")], all[fault.Field(at, "source")] = &t.Measures[i].Metric, &t.Measures[i].Source
	}
	for i := range t.Steps {
		all[fault.Field(fault.Index("steps", i), "title")] = &t.Steps[i].Title
	}
	for i := range t.Supports {
		all[fault.Field(fault.Index("supports", i), "goal")] = &t.Supports[i].Goal
	}
	for i := range t.DependsOn {
		at := fault.Index("dependsOn", i)
		all[fault.Field(at, "goal")], all[fault.Field(at, "needs")] = &t.DependsOn[i].Goal, &t.DependsOn[i].Needs
	}
	return all
}

// clone shares nothing with the item that filling it in would change.
func (item TemplateItem) clone() TemplateItem {
	item.Terms, item.Gaps = item.Terms.from(calendar.Date{}), slices.Clone(item.Gaps)
	return item
}
