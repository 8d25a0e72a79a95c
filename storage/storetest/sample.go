package storetest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/text"
)

// A sample is the record that drivers are checked with.
type sample struct {
	record.Meta
	Title  string            `json:"title"`
	Rank   int64             `json:"rank"`
	Open   bool              `json:"open"`
	Due    time.Time         `json:"due"`
	Serial string            `json:"serial"`
	Region string            `json:"region"`
	Slot   string            `json:"slot"`
	Amount decimal.Decimal   `json:"amount"`
	Bonus  *decimal.Decimal  `json:"bonus,omitempty"`
	Parts  []part            `json:"parts"`
	Marks  map[string]string `json:"marks"`
}

type part struct {
	Name string   `json:"name"`
	Tags []string `json:"tags"`
}

// A pick is a filter over samples: any query.
type pick record.Query

// Query implements [record.Filter].
func (p pick) Query() record.Query { return record.Query(p) }

var (
	samples = record.Kind[sample, pick]{
		Name:     "storetest_sample",
		Label:    text.Label{En: "sample", Zh: "样本"},
		Meta:     func(s *sample) *record.Meta { return &s.Meta },
		Validate: func(sample) error { return nil },
		Fields: []record.Field[sample]{
			{Name: "title", Type: record.Text, Of: func(s sample) record.Value { return record.TextOf(s.Title) }},
			{Name: "rank", Type: record.Int, Of: func(s sample) record.Value { return record.IntOf(s.Rank) }},
			{Name: "open", Type: record.Bool, Of: func(s sample) record.Value { return record.BoolOf(s.Open) }},
			{Name: "due", Type: record.Moment, Of: func(s sample) record.Value { return record.MomentOf(s.Due) }},
			{Name: "serial", Type: record.Text, Of: func(s sample) record.Value { return record.TextOf(s.Serial) }},
			{Name: "region", Type: record.Text, Of: func(s sample) record.Value { return record.TextOf(s.Region) }},
			{Name: "slot", Type: record.Text, Of: func(s sample) record.Value { return record.TextOf(s.Slot) }},
		},
		Unique: [][]string{{"serial"}, {"region", "slot"}},
	}
	// others are of another kind with the same content and nothing unique.
	others = func() record.Kind[sample, pick] {
		k := samples
		k.Name, k.Unique = "storetest_other", nil
		return k
	}()
)

// Schemas are those that a driver under check is to be made with.
func Schemas() []record.Schema {
	return []record.Schema{samples.Schema(), others.Schema()}
}

// sampleFixture is what the store suite needs to check a driver's collection of samples.
func sampleFixture() Fixture[sample, pick] {
	query := func(build func(record.Query) record.Query) func(string) pick {
		return func(tenant string) pick { return pick(build(record.All(tenant))) }
	}
	return Fixture[sample, pick]{
		Kind: samples,
		Make: makeSample,
		Change: func(s sample) sample {
			s.Title, s.Rank, s.Parts = s.Title+"+", s.Rank+1, append(s.Parts[:1:1], s.Parts...)
			return s
		},
		All: func(tenant string) pick { return pick(record.All(tenant)) },
		Filters: []Filtered[sample, pick]{
			{
				Name: "title in order of due", Wants: func(s sample) bool { return s.Title == "标题 1 🎯" },
				Filter: query(func(q record.Query) record.Query {
					return q.And("title", record.Equal, record.TextOf("标题 1 🎯")).OrderBy("due")
				}),
			},
			{
				Name: "open and rank", Wants: func(s sample) bool { return s.Open && s.Rank >= -3 },
				Filter: query(func(q record.Query) record.Query {
					q = q.And("open", record.Equal, record.BoolOf(true)).And("rank", record.AtLeast, record.IntOf(-3)).OrderBy("title")
					q.Desc = true
					return q
				}),
			},
		},
	}
}

// makeSample is the i-th sample, every field filled.
func makeSample(i int) sample {
	return sample{
		Title:  fmt.Sprintf("标题 %d 🎯", i%3),
		Rank:   int64(i%7 - 5),
		Open:   i%2 == 0,
		Due:    start.Add(time.Duration(i%5) * time.Microsecond),
		Serial: fmt.Sprintf("serial-%d", i),
		Region: fmt.Sprintf("region-%d", i%2),
		Slot:   fmt.Sprintf("slot-%d", i/2),
		Amount: decimal.New(int64(150+i*100), -2),
		Bonus:  new(decimal.New(int64(i+1), 0)),
		Parts:  []part{{Name: "α", Tags: []string{"x", "y"}}, {Name: fmt.Sprint(i), Tags: []string{"z"}}},
		Marks:  map[string]string{"甲": fmt.Sprint(i), "b": "乙"},
	}
}

// named is the i-th sample as a new record of a tenant.
func named(tenant, id string, i int) sample {
	s := makeSample(i)
	s.Meta = record.New(record.Key{Tenant: tenant, ID: id}, stamp(i))
	return s
}

// changeOf is the change that stores s as the version after its own.
func changeOf(k record.Kind[sample, pick], s sample) (storage.Change, error) {
	m := s.Meta
	m.Version++
	s.Meta = record.Meta{}
	document, err := json.Marshal(s)
	if err != nil {
		return storage.Change{}, err
	}
	return rawChange(k.Name, m, document, k.Values(s))
}

// rawChange is the change that stores any document under m, whose version is the new one
// and whose chain the old one.
func rawChange(kind string, m record.Meta, document json.RawMessage, fields map[string]record.Value) (storage.Change, error) {
	entry, err := record.NewEntry(kind, m, document, strings.Repeat("salt", 6))
	m.Chain = entry.Digest
	return storage.Change{
		Doc:    storage.Doc{Kind: kind, Meta: m, Schema: 1, Document: document, Fields: fields},
		Expect: m.Version - 1, Entry: entry, Event: record.EventOf(kind, m),
	}, err
}

// after is s as it is once c stored it.
func after(s sample, c storage.Change) sample {
	s.Meta = c.Meta
	return s
}
