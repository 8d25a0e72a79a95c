package goal

import (
	"context"
	"errors"
	"slices"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// A Scope is what an alignment is to be about.
type Scope struct {
	// Goals are those to align. Goals that were cancelled carry nothing any more and are
	// left out, unless the filter asks for that status.
	Goals Filter
	// Metric aligns the values of a metric, and only goals that have it; empty: progress
	// in percent.
	Metric string
}

// Alignment aligns the goals of the whole tenant that are in the scope, with where they
// stand by their latest check-ins, and by their results once they are closed. It is for
// those who may see everybody's figures ([VerbReadAlignment]); anyone else can hand the
// goals that they may read to [Align].
func (s *Service) Alignment(ctx context.Context, a access.Actor, scope Scope) (*Alignment, error) {
	if _, err := s.office.Gate.Pass(ctx, a, VerbReadAlignment, access.Subject{Tenant: a.Tenant, Kind: Kind.Name}); err != nil {
		return nil, err
	}
	scope.Goals.Tenant = a.Tenant
	all, err := record.Collect(s.office.Stores.Goals.List(ctx, scope.Goals))
	if err != nil {
		return nil, err
	}
	if !slices.Contains(scope.Goals.Statuses, StatusCancelled) {
		all = slices.DeleteFunc(all, func(g Goal) bool { return g.Status == StatusCancelled })
	}
	standing, err := s.standing(ctx, all, scope.Metric)
	if err != nil {
		return nil, err
	}
	return Align(func(yield func(Node) bool) {
		for _, g := range all {
			n, ok := g.Node(standing[g.ID]), true
			if scope.Metric != "" {
				n, ok = g.NodeOf(scope.Metric, standing[g.ID])
			}
			if ok && !yield(n) {
				return
			}
		}
	})
}

// standing is where goals of a tenant stand, by their ids.
func (s *Service) standing(ctx context.Context, all []Goal, metric string) (map[string]Figure, error) {
	figures := make(map[string]Figure, len(all))
	if len(all) == 0 {
		return figures, nil
	}
	f := CheckInFilter{Tenant: all[0].Tenant, From: all[0].Period.From, To: all[0].Period.To}
	open := make(map[string]bool, len(all))
	for _, g := range all {
		if g.Period.From.Before(f.From) {
			f.From = g.Period.From
		}
		if g.Period.To.After(f.To) {
			f.To = g.Period.To
		}
		if open[g.ID] = g.Result == nil; !open[g.ID] {
			figures[g.ID] = g.result(metric, s.office.Gate.DateAt(g.Updated.At))
		}
	}
	for c, err := range s.office.Stores.CheckIns.List(ctx, f) { // by their days: the last one counts
		if err != nil {
			return nil, err
		}
		if !open[c.Goal] {
			continue
		}
		if metric == "" {
			figures[c.Goal] = Figure{Value: new(c.Pace.Progress), On: c.On}
		} else if i := slices.IndexFunc(c.Readings, func(r Reading) bool { return r.Metric == metric }); i >= 0 {
			figures[c.Goal] = Figure{Value: new(c.Readings[i].Value), On: c.On}
		}
	}
	return figures, nil
}

// result is where a closed goal stands: by its final readings, and in the progress of a
// goal that was judged by its score, if it has one.
func (g Goal) result(metric string, on calendar.Date) Figure {
	figures, err := g.Terms.figures(g.Result.Readings)
	if value, read := figures[metric]; metric != "" {
		if !read {
			return Figure{}
		}
		return Figure{Value: &value, On: on}
	}
	if progress, _, failed := g.Terms.progress(figures, g.Result.Done); err == nil && failed == nil {
		return Figure{Value: &progress, On: on}
	}
	return Figure{Value: g.Result.Score, On: on}
}

// checkCircles notes the circles that the terms at path would close around the goal with
// the key: it walks up from the goals that they support, and on from those that they
// depend on, as far as that leads. A goal that is new can close none, since nothing leads
// to it.
func checkCircles(ctx context.Context, v *fault.Violations, path string, goals Store, k record.Key, t Terms) error {
	for _, way := range []struct {
		tying
		ends func(Terms) []string
	}{{supporting, Terms.supported}, {depending, Terms.needed}} {
		from := map[string]string{k.ID: "", "": ""} // by way of which goal another was reached
		var ahead []string
		reach := func(by string, ends []string) {
			for _, end := range ends {
				if _, reached := from[end]; !reached {
					from[end] = by
					ahead = append(ahead, end)
				}
			}
		}
		for reach(k.ID, way.ends(t)); len(ahead) > 0; ahead = ahead[1:] {
			at := ahead[0]
			g, err := goals.Get(ctx, record.Key{Tenant: k.Tenant, ID: at})
			if errors.Is(err, fault.ErrNotFound) {
				continue
			} else if err != nil {
				return err
			}
			ends := way.ends(g.Terms)
			if !slices.Contains(ends, k.ID) {
				reach(at, ends)
				continue
			}
			var circle []string
			for ; at != k.ID; at = from[at] {
				circle = append(circle, at)
			}
			circle = append(circle, k.ID)
			slices.Reverse(circle)
			v.Add(fault.Field(path, way.field), way.circled, "circle", around(circle))
			break
		}
	}
	return nil
}

func (t Terms) supported() (ids []string) {
	for _, link := range t.Supports {
		ids = append(ids, link.Goal)
	}
	return ids
}

func (t Terms) needed() (ids []string) {
	for _, d := range t.DependsOn {
		ids = append(ids, d.Goal)
	}
	return ids
}
