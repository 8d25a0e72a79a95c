package meritkit_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/text"
)

func ExampleOpen() {
	ctx := context.Background()
	db, _ := memory.New(meritkit.Schemas()...) // or sqlite.Open(ctx, "merit.db", meritkit.Schemas()), or postgres.Open
	chart, _ := access.NewChart("acme",
		[]access.Person{{ID: "li"}, {ID: "wang"}},
		[]access.Reporting{{Person: "li", Manager: "wang"}})
	kit, _ := meritkit.Open(db, meritkit.Options{Gate: access.Gate{Directory: chart}})
	li := access.Actor{Tenant: "acme", Person: "li"}
	wang := access.Actor{Tenant: "acme", Person: "wang"}

	plan, _, err := kit.Goals.DraftPlan(ctx, li, goal.Outline{
		Employee: "li", Period: calendar.Quarter(2024, 3),
		Items: []goal.OutlineItem{{Weight: number.Hundred, Terms: goal.Terms{
			Form: goal.KPI, Title: "Answer complaints within 12 h",
			Measures: []goal.Measure{{
				Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
				Baseline: new(decimal.NewFromInt(24)), Target: new(decimal.NewFromInt(12)),
			}},
		}}},
	})
	fmt.Println(plan.Status, err)

	plan, _ = kit.Goals.ProposePlan(ctx, li, plan.ID)
	_, err = kit.Goals.SignPlan(ctx, li, plan.ID, goal.ByManager, plan.Digest(), "")
	fmt.Println(errors.Is(err, fault.ErrForbidden)) // nobody signs as their own manager
	_, _ = kit.Goals.SignPlan(ctx, li, plan.ID, goal.ByEmployee, plan.Digest(), "")
	plan, err = kit.Goals.SignPlan(ctx, wang, plan.ID, goal.ByManager, plan.Digest(), "")
	fmt.Println(plan.Status.In(text.English), plan.Status.In(text.Chinese), err)
	// Output:
	// draft <nil>
	// true
	// agreed 已确认 <nil>
}

// TestTheReadmesShowTheExample holds the embedding example of both README files to the
// one above, which compiles and runs.
func TestTheReadmesShowTheExample(t *testing.T) {
	source, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	_, body, ok := strings.Cut(string(source), "func ExampleOpen() {\n")
	require.True(t, ok)
	body, _, ok = strings.Cut(body, "\t// Output:\n")
	require.True(t, ok)
	var shown strings.Builder
	for line := range strings.Lines(body) {
		shown.WriteString(strings.TrimPrefix(line, "\t"))
	}
	for _, name := range []string{"README.md", "README.zh-CN.md"} {
		readme, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Contains(t, string(readme), "```go\n"+shown.String()+"```", "%s shows another example", name)
	}
}
