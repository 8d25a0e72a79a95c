package record_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

type measure struct {
	Metric string                     `json:"metric"`
	Target *decimal.Decimal           `json:"target"`
	Weight decimal.Decimal            `json:"weight"`
	Points map[string]decimal.Decimal `json:"points"`
}

type document struct {
	text.Label
	Count    int            `json:"count"`
	Final    bool           `json:"final"`
	At       time.Time      `json:"at"`
	Measures []measure      `json:"measures"`
	Parent   *document      `json:"parent"`
	Free     map[string]any `json:"free"`
	hidden   string         //nolint:unused // a field that JSON can't reach
}

func ExampleDecode() {
	data := []byte(`{
  "count": "three",
  "measures": [
    {"metric": "response time", "target": "12 h"},
    {"metrik": "churn", "weight": 1e2000000}
  ]
}`)
	var d document
	_, err := record.Decode("goals.json", data, &d)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// goals.json:2: count: a whole number belongs here
	// goals.json:4: measures[0].target: “12 h” is not a number
	// goals.json:5: measures[1].metrik: there is no field metrik
	// goals.json:5: measures[1].weight: “1e2000000” is not a number
}

func TestDecodeReadsWhatEncodingWrites(t *testing.T) {
	target := decimal.RequireFromString("12.5")
	in := document{
		Label: text.Label{En: "x", Zh: "甲"}, Count: -3, Final: true, At: time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC),
		Measures: []measure{{Metric: "m", Target: &target, Points: map[string]decimal.Decimal{"a": decimal.New(5, 0)}}, {}},
		Parent:   &document{Count: 1},
		Free:     map[string]any{"k": []any{"v", nil, true}},
	}
	raw, err := json.Marshal(in)
	require.NoError(t, err)
	var out document
	_, err = record.Decode("x", raw, &out)
	require.NoError(t, err)
	again, err := json.Marshal(out)
	require.NoError(t, err)
	assert.JSONEq(t, string(raw), string(again))
}

func TestDecodeFindsEveryMistake(t *testing.T) {
	for name, c := range map[string]struct {
		json string
		want []string // source path code
	}{
		"empty":             {"", []string{"f:1  record.json.end"}},
		"cut off":           {"{\n\"count\":", []string{"f:2  record.json.end"}},
		"broken":            {"{\n\n]", []string{"f:3  record.json.syntax"}},
		"two values":        {"{}\n{}", []string{"f:2  record.json.trailing"}},
		"not an object":     {"[]", []string{"f:1  record.json.object"}},
		"not a list":        {`{"measures":{}}`, []string{"f:1 measures record.json.list"}},
		"wrong scalars":     {`{"count":1.5,"final":"yes","en":7}`, []string{"f:1 count record.json.whole", "f:1 final record.json.bool", "f:1 en record.json.text"}},
		"field twice":       {`{"count":1,"count":2}`, []string{"f:1 count record.json.twice"}},
		"map key twice":     {`{"measures":[{"points":{"a":1,"a":2}}]}`, []string{"f:1 measures[0].points.a record.json.twice"}},
		"names are exact":   {`{"Count":1}`, []string{"f:1 Count record.json.field"}},
		"unexported":        {`{"hidden":"x"}`, []string{"f:1 hidden record.json.field"}},
		"long number":       {`{"measures":[{"weight":` + strings.Repeat("7", 1_000_000) + `}]}`, []string{"f:1 measures[0].weight number.long"}},
		"time":              {`{"at":"yesterday"}`, []string{"f:1 at record.json.value"}},
		"deep":              {`{"free":` + strings.Repeat("[", 100_000), []string{"f:1  record.json.deep"}},
		"in a parent":       {"{\"parent\":{\n\"parent\":{\n\"count\":true}}}", []string{"f:3 parent.parent.count record.json.whole"}},
		"null is no value":  {`{"count":null,"measures":null,"parent":null}`, nil},
		"empty text number": {`{"measures":[{"weight":""}]}`, []string{"f:1 measures[0].weight number.syntax"}},
	} {
		t.Run(name, func(t *testing.T) {
			var d document
			_, err := record.Decode("f", []byte(c.json), &d)
			var got []string
			for _, v := range fault.Of(err) {
				got = append(got, v.Source+" "+v.Path+" "+v.Code)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestWhatIsFoundLaterStillNamesItsLine(t *testing.T) {
	var d document
	doc, err := record.Decode("f", []byte("{\n\"measures\":[\n{},\n{\"metric\":\"x\"}]}"), &d)
	require.NoError(t, err)
	var v fault.Violations
	missing := text.Message{Code: "x.missing", En: "missing", Zh: "缺少"}
	v.Add("measures[1].target", missing) // not in the text: the line of what is around it
	v.Add("measures[0]", missing)
	v.Add("nowhere.at.all", missing)
	v = append(v, fault.Violation{Source: "elsewhere:9", Text: missing.Plain()})
	assert.Equal(t,
		"f:4: measures[1].target: missing; f:3: measures[0]: missing; f:1: nowhere.at.all: missing; elsewhere:9: missing",
		doc.Locate(v).Error())
	require.NoError(t, doc.Locate(nil))

	_, err = record.Decode("f", []byte("{}"), document{})
	require.Error(t, err, "what is not a pointer can't be filled")
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"count":1}`, `{"measures":[{"target":"1.5","points":{"a":1}}],"parent":{}}`, `{"free":{"a":[1,{}]}}`, "{\"en\":\"\xff\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d document
		if _, err := record.Decode("f", data, &d); err != nil {
			return
		}
		if !json.Valid(data) {
			t.Fatalf("accepted %q, which is not JSON", data)
		}
		var plain document
		if err := json.Unmarshal(data, &plain); err != nil {
			t.Fatalf("accepted %q, which encoding/json refuses: %v", data, err)
		}
	})
}
