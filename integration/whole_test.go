package integration_test

import (
	"cmp"
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
)

func TestAChangeAcrossServicesIsWholeOrNothing(t *testing.T) {
	for _, driver := range drivers {
		t.Run(driver.name, func(t *testing.T) {
			w := newWorld(t, driver.open)
			plan, _, err := w.Goals.DraftPlan(t.Context(), asEmployee, outline())
			require.NoError(t, err)
			// change proposes the plan with its goals and makes two more records.
			change := func(ctx context.Context, k *meritkit.Kit) error {
				if _, err := k.Goals.ProposePlan(ctx, asEmployee, plan.ID); err != nil {
					return err
				}
				cycle, err := k.Reviews.SetUpCycle(ctx, asHana, cycleDraft())
				if err != nil {
					return err
				}
				_, err = k.Improvement.Draft(ctx, asManager, improvement.Draft{
					Type: improvement.IDP, Employee: employee, Manager: manager, Interview: cycle.ID, Period: calendar.Quarter(2024, 4),
					Aims: []improvement.Aim{{
						Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
						Baseline: new(dec("15.5")), Target: new(dec("12")), Due: day("2024-12-31"),
					}},
					Actions: []improvement.Action{{What: "study", Owner: employee, Due: day("2024-12-31")}},
				})
				return err
			}
			before := written(t, w.driver, tenant, true)
			stop := errors.New("stop")
			for name, end := range map[string]func(ctx context.Context) error{
				"an error": func(ctx context.Context) error {
					return w.InTx(ctx, func(k *meritkit.Kit) error { return cmp.Or(change(ctx, k), stop) })
				},
				"a panic": func(ctx context.Context) error {
					assert.PanicsWithValue(t, stop, func() {
						_ = w.InTx(ctx, func(k *meritkit.Kit) error {
							assert.NoError(t, change(ctx, k))
							panic(stop)
						})
					})
					return stop
				},
				"a refusal of the last service": func(ctx context.Context) error {
					err := w.InTx(ctx, func(k *meritkit.Kit) error {
						if err := change(ctx, k); err != nil {
							return err
						}
						_, err := k.Goals.SignPlan(ctx, asEmployee, plan.ID, goal.ByManager, plan.Digest(), "")
						return err
					})
					require.ErrorIs(t, err, fault.ErrForbidden)
					return stop
				},
				"the end of the context": func(ctx context.Context) error {
					ctx, cancel := context.WithCancel(ctx)
					err := w.InTx(ctx, func(k *meritkit.Kit) error {
						defer cancel()
						return change(ctx, k)
					})
					require.ErrorIs(t, err, context.Canceled)
					return stop
				},
			} {
				require.ErrorIs(t, end(t.Context()), stop, name)
				assert.Equal(t, before, written(t, w.driver, tenant, true), "what %s leaves behind", name)
			}
			require.NoError(t, w.InTx(t.Context(), func(k *meritkit.Kit) error { return change(t.Context(), k) }), "nothing is locked")
			n, err := w.Verify(t.Context(), tenant)
			require.NoError(t, err)
			assert.Equal(t, 5, n, "a goal plan, 2 goals, a cycle and a development plan")
		})
	}
}
