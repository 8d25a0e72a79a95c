package rating

import (
	_ "embed" // for the schema below
	"slices"
)

//go:embed policy.schema.json
var schema []byte

// Schema is the JSON Schema (draft 2020-12) of what [ParsePolicy] reads, for editors and
// other programs. It says what a policy looks like; whether one is sound, [Policy.Validate]
// says.
func Schema() []byte { return slices.Clone(schema) }
