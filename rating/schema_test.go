package rating

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

type schemaOf struct {
	Properties map[string]any `json:"properties"`
	Required   []string       `json:"required"`
	OneOf      []schemaOf     `json:"oneOf"`
}

// TestSchemaHasEveryField holds the schema to the types, field by field; that it takes
// what is a policy and nothing else is tested in module integration, with a validator.
func TestSchemaHasEveryField(t *testing.T) {
	var s struct {
		Defs map[string]schemaOf `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(Schema(), &s))
	for name, of := range map[string]any{
		"policy": Policy{}, "label": text.Label{}, "rounding": number.Rounding{}, "scale": Scale{}, "level": Level{}, "metric": Metric{},
		"derivation": Derivation{}, "measure": Measure{}, "curve": Curve{}, "step": Step{}, "points": Points{}, "dimension": Dimension{},
		"table": Table{}, "row": Row{}, "condition": Condition{}, "gate": Gate{},
	} {
		have := s.Defs[name]
		fields := slices.Collect(maps.Keys(have.Properties))
		for _, one := range have.OneOf {
			fields = slices.AppendSeq(fields, maps.Keys(one.Properties))
		}
		var want []string
		for field := range reflect.TypeOf(of).Fields() {
			tag, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			want = append(want, tag)
		}
		assert.ElementsMatch(t, want, fields, name)
		for _, field := range have.Required {
			assert.Contains(t, want, field, name)
		}
	}
	Schema()[0] = 'x'
	assert.True(t, json.Valid(Schema()), "nobody writes into the schema of others")
}
