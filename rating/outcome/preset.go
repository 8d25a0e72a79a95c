package outcome

import (
	"embed"
	"strings"
)

//go:embed presets/*.json
var presets embed.FS

// Presets are the names of the samples that [Preset] has, in alphabetical order.
func Presets() []string {
	var names []string
	files, _ := presets.ReadDir("presets") // embedded: it is there
	for _, file := range files {
		names = append(names, strings.TrimSuffix(file.Name(), ".json"))
	}
	return names
}

// Preset is a sample policy to start from, by its name; nothing ever uses one by itself.
// Change it to what your organisation has agreed on, and give it an id of its own.
//
//   - s-a-b-c-d has five levels with the factors 1.5, 1.2, 1, 0.8 and 0, a pool split by
//     score and coefficient of the post, and rules: A or better three times in a row for
//     promotion, D once or C twice in a row for an improvement plan.
//   - one-to-five has the ratings 5 to 1 with the factors 1.2, 1.1, 1, 0.95 and 0.8, and
//     a merit matrix for a budget of about 3 % of the payroll; what goes beyond the top of
//     the range, 120 % of the midpoint as a rule, is a lump sum.
func Preset(name string) (Policy, bool) {
	data, err := presets.ReadFile("presets/" + name + ".json")
	if err != nil {
		return Policy{}, false
	}
	p, err := ParsePolicy(name, data)
	return p, err == nil
}
