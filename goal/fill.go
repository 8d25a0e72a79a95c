package goal

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Fill fills the template in for each of the people: an outline of everybody's plan for
// the period, or all that is wrong, of everybody. Each violation names the person, and
// has its path below people[i]. A parameter that is missing and has no default is
// refused, and so is a value of no parameter.
func (t Template) Fill(period calendar.Period, people []Assignee) ([]Outline, error) {
	if t.Status != TemplateStatusInUse {
		return nil, fault.Refuse(fault.ErrTransition, templateRetired, "template", t.Name)
	}
	var v fault.Violations
	v.Nest("period", period.Validate())
	if len(people) == 0 {
		v.Add("people", peopleRequired)
	}
	outlines := make([]Outline, len(people))
	seen := map[string]bool{}
	for i, person := range people {
		path := fault.Index("people", i)
		switch {
		case strings.TrimSpace(person.Employee) == "":
			v.Add(fault.Field(path, "employee"), employeeRequired)
		case seen[person.Employee]:
			v.Add(fault.Field(path, "employee"), personTwice, "employee", person.Employee)
		}
		seen[person.Employee] = true
		var err error
		outlines[i], err = t.fill(period, person)
		v.Nest(path, of(person.Employee, err))
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	return outlines, nil
}

// of says of each violation in err whose it is; any other error is left as it is.
func of(employee string, err error) error {
	if !errors.Is(err, fault.ErrInvalid) {
		return err
	}
	var v fault.Violations
	for _, found := range fault.Of(err) {
		said := violationOf.With("employee", employee, "problem", found.Text)
		found.Label = said.Label
		found.Args = maps.Clone(found.Args)
		if found.Args == nil {
			found.Args = map[string]string{}
		}
		found.Args["employee"] = employee
		v = append(v, found)
	}
	return v.Err()
}

// fill is the outline of one person's plan. What is wrong with the period is not said again.
func (t Template) fill(period calendar.Period, person Assignee) (Outline, error) {
	values, err := t.values(person.Values)
	if err != nil {
		return Outline{}, err
	}
	var v fault.Violations
	o := Outline{Employee: person.Employee, Period: period, Items: make([]OutlineItem, len(t.Items)), Extras: t.Extras.clone()}
	weights := make([]*decimal.Decimal, len(t.Items))
	for i, item := range t.Items {
		item = item.fill(period, values)
		weights[i] = item.Weight
		o.Items[i].Terms = item.Terms
		if period.Validate() == nil {
			v.Nest(fault.Field(fault.Index("items", i), "terms"), item.Terms.from(period.From).validate("", period))
		}
	}
	shares, err := ShareRest(weights)
	v.Nest("items", atItems(err))
	for i, share := range shares {
		o.Items[i].Weight = share
	}
	return o, v.Err()
}

// values reads a person's values, and the defaults of those that are not given.
func (t Template) values(given map[string]string) (map[string]filling, error) {
	var v fault.Violations
	values := make(map[string]filling, len(t.Parameters))
	known := make([]string, len(t.Parameters))
	for i, p := range t.Parameters {
		known[i] = p.Name
		path := fault.Field("values", p.Name)
		value, ok := given[p.Name]
		if !ok && p.Default != nil {
			value, ok = *p.Default, true
		}
		if !ok {
			v.Add(path, valueRequired, "name", p)
			continue
		}
		read, err := p.read(value)
		v.Nest(path, err)
		values[p.Name] = read
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if !slices.Contains(known, name) {
			v.Add(fault.Field("values", text.Excerpt(name)), parameterUnknown, "name", text.Excerpt(name), "known", known)
		}
	}
	return values, v.Err()
}

// fill is the item with its texts and gaps filled in.
func (item TemplateItem) fill(period calendar.Period, values map[string]filling) TemplateItem {
	item = item.clone()
	for _, s := range textsOf(&item.Terms) {
		*s = named.ReplaceAllStringFunc(*s, func(name string) string { return values[name[1:len(name)-1]].text })
	}
	places := placesOf(&item)
	for _, gap := range item.Gaps {
		place, value := places[gap.Path], values[gap.Parameter]
		switch {
		case place.figure != nil:
			if gap.Times != nil {
				value.figure = value.figure.Mul(*gap.Times)
			}
			*place.figure = new(value.figure)
		case place.day != nil && gap.Parameter == "":
			*place.day = period.From.AddDays(gap.Day - 1)
		case place.day != nil:
			*place.day = value.day
		}
	}
	return item
}

// In is the parameter's label, or its name when it has none.
func (p Parameter) In(l text.Lang) string {
	if p.Label.IsZero() {
		return p.Name
	}
	return p.Label.In(l)
}

// An Origin says which template a plan was made from and in which batch of assignments.
type Origin struct {
	Template record.Ref `json:"template"`
	Batch    string     `json:"batch"`
	// Values is the digest of the values that were filled in.
	Values record.Digest `json:"values"`
}

// A Batch is a template's assignment to many people at once. The key is the caller's: the
// same batch sent again makes nothing twice.
type Batch struct {
	Key    string          `json:"key"`
	Period calendar.Period `json:"period"`
	People []Assignee      `json:"people"`
}

// origin is that of the plan of one of the people of the batch.
func (b Batch) origin(t Template, person Assignee) *Origin {
	return &Origin{
		Template: record.Ref{Kind: TemplateKind.Name, ID: t.ID, Version: t.Version},
		Batch:    b.Key,
		Values: record.Seal("goal.template.values", struct {
			Template string            `json:"template"`
			Values   map[string]string `json:"values,omitempty"`
		}{t.ID, person.Values}),
	}
}

func (o Origin) validate() error {
	var v fault.Violations
	if strings.TrimSpace(o.Batch) == "" {
		v.Add("batch", batchRequired)
	}
	return v.Err()
}
