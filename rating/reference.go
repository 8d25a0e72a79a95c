package rating

import _ "embed" // for the sample below

//go:embed testdata/reference.json
var reference []byte

// Reference is a sample policy to start from, never a default: four levels, four
// dimensions with their tables, and a gate before the best level (R3). Change it to what
// your organisation has agreed on, and give it an id of its own.
func Reference() Policy {
	p, _ := ParsePolicy("reference.json", reference) // a test holds that it is valid
	return p
}
