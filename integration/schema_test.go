package integration_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/rating"
)

func TestPoliciesFollowTheirPublishedSchema(t *testing.T) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(rating.Schema()))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("policy.schema.json", document))
	schema, err := compiler.Compile("policy.schema.json")
	require.NoError(t, err)
	check := func(raw []byte) error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
		require.NoError(t, err)
		return schema.Validate(value)
	}

	written, err := json.Marshal(rating.Reference())
	require.NoError(t, err)
	policies := [][]byte{written}
	for i := range 8 {
		raw, err := json.Marshal(rules(i))
		require.NoError(t, err)
		policies = append(policies, raw)
	}
	for _, file := range []string{
		"../rating/testdata/reference.json", "../examples/quarter/company/rules.json",
		"../examples/ratingtable/sample/policy.json", "../examples/ratingtable/sample/stricter.json",
	} {
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		policies = append(policies, raw)
	}
	for _, raw := range policies {
		_, err := rating.ParsePolicy("policy.json", raw)
		require.NoError(t, err)
		require.NoError(t, check(raw), "%.200s", raw)
	}

	for name, change := range map[string][2]string{
		"an unknown field":      {`"weight":"40"`, `"weight":"40","share":1`},
		"an unknown comparison": {`"op":"\u003c"`, `"op":"=<"`},
		"a word for a number":   {`"weight":"40"`, `"weight":"much"`},
		"two forms at once":     {`"when":{"metric"`, `"when":{"all":[],"metric"`},
		"no version":            {`"version":1,`, ``},
		"an unknown hit policy": {`"table":{`, `"table":{"hit":"any",`},
	} {
		changed := strings.Replace(string(written), change[0], change[1], 1)
		require.NotEqual(t, string(written), changed, name)
		assert.Error(t, check([]byte(changed)), name)
	}
}
