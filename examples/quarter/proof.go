package main

import (
	"context"
	"slices"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
	"github.com/meritkit/meritkit/text"
)

// A holding is what a store holds of one kind of record.
type holding struct {
	kind     string
	records  int
	versions []version // of all records, in the order of their ids
}

// A version is one version of a record with its whole content.
type version struct {
	id      string
	number  int64
	content record.Digest
}

// labels are the kinds of record by their names.
var labels = map[string]text.Label{
	goal.Kind.Name: goal.Kind.Label, goal.PlanKind.Name: goal.PlanKind.Label,
	goal.TemplateKind.Name: goal.TemplateKind.Label, goal.CheckInKind.Name: goal.CheckInKind.Label,
	goal.RevisionKind.Name: goal.RevisionKind.Label,
	review.CycleKind.Name:  review.CycleKind.Label, review.ParticipantKind.Name: review.ParticipantKind.Label,
	review.SelfReviewKind.Name: review.SelfReviewKind.Label, review.ManagerReviewKind.Name: review.ManagerReviewKind.Label,
	review.ResultKind.Name: review.ResultKind.Label, review.AppealKind.Name: review.AppealKind.Label,
	feedback.InterviewKind.Name: feedback.InterviewKind.Label, improvement.PlanKind.Name: improvement.PlanKind.Label,
}

// hold reads everything that a store holds of a tenant: every version of every record.
func hold(ctx context.Context, d storage.Driver, tenant string) ([]holding, error) {
	var all []holding
	for _, schema := range meritkit.Schemas() {
		h := holding{kind: schema.Name}
		q := storage.Query{Kind: schema.Name, Query: record.All(tenant)}
		q.Limit = storage.MaxPage
		for more := true; more; {
			page, err := d.Query(ctx, q)
			if err != nil {
				return nil, err
			}
			for _, doc := range page.Docs {
				h.records++
				if err := h.read(ctx, d, doc.Meta.Key()); err != nil {
					return nil, err
				}
			}
			if more = page.Next != nil; more {
				q.After = *page.Next
			}
		}
		all = append(all, h)
	}
	return all, nil
}

// read takes down all versions of a record.
func (h *holding) read(ctx context.Context, d storage.Driver, k record.Key) error {
	revisions, err := d.History(ctx, h.kind, k, 0, storage.MaxPage)
	if err != nil {
		return err
	}
	for _, r := range revisions {
		r.Meta.Chain = "" // salted: another in each store, and verified by itself
		content, err := record.DigestOf(h.kind, struct {
			Meta     record.Meta `json:"meta"`
			Document any         `json:"document"`
		}{r.Meta, r.Document})
		if err != nil {
			return err
		}
		h.versions = append(h.versions, version{k.ID, r.Meta.Version, content})
	}
	return nil
}

// count is how many records and versions there are in all.
func count(held []holding) (records, versions int) {
	for _, h := range held {
		records += h.records
		versions += len(h.versions)
	}
	return records, versions
}

// same refuses two stores that do not hold the same, naming the first difference.
func same(want, have []holding) error {
	for i := range want {
		if slices.Equal(want[i].versions, have[i].versions) {
			continue
		}
		at := 0
		for at < len(want[i].versions) && at < len(have[i].versions) && want[i].versions[at] == have[i].versions[at] {
			at++
		}
		longer := want[i].versions
		if len(have[i].versions) > at {
			longer = have[i].versions
		}
		return fault.Refuse(fault.ErrConflict, proofDiffers, "kind", labels[want[i].kind], "id", longer[at].id, "version", longer[at].number)
	}
	return nil
}

// prove opens the file anew and holds what it reads against what was put into it.
func (s *story) prove(ctx context.Context, path string, held []holding) error {
	db, err := sqlite.Open(ctx, path, meritkit.Schemas())
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	read, err := hold(ctx, db, s.Setting.Tenant)
	if err != nil {
		return err
	}
	if err := same(held, read); err != nil {
		return err
	}
	kit, err := meritkit.Open(db, meritkit.Options{})
	if err != nil {
		return err
	}
	verified, err := kit.Verify(ctx, s.Setting.Tenant)
	if err != nil {
		return err
	}
	s.stage(stageProof)
	_, versions := count(read)
	s.say(proofEqual, "records", verified, "versions", versions)
	var kinds []text.Speaker
	for _, h := range read {
		if h.records > 0 { // the story has no use for some kinds
			kinds = append(kinds, proofKind.With("kind", labels[h.kind], "records", h.records, "versions", len(h.versions)))
		}
	}
	s.sub(proofKinds, "kinds", kinds)
	s.plain(proofKept, "db", path)
	return nil
}

// recognise looks at a file that holds records already, and writes nothing. The quarter
// that this folder gives, in either language, is verified and reported; anything else is
// refused.
func (o order) recognise(ctx context.Context, p *printer, db storage.Driver, tenant string, before []holding) error {
	kit, err := meritkit.Open(db, meritkit.Options{})
	if err != nil {
		return err
	}
	records, err := kit.Verify(ctx, tenant)
	if err != nil {
		return err
	}
	var differs error
	for _, lang := range []text.Lang{o.lang, text.English, text.Chinese} {
		c, err := load(o.folder, lang)
		if err != nil {
			return err
		}
		held, err := rehearse(ctx, c)
		if err != nil {
			return err
		}
		err = same(held, before)
		if err == nil {
			_, versions := count(before)
			p.say(heldAlready, "quarter", c.Setting.Quarter, "records", records, "versions", versions)
			return nil
		}
		if differs == nil {
			differs = err
		}
	}
	return fault.Refuse(fault.ErrExists, heldOther, "records", records, "why", sayErr(differs))
}
