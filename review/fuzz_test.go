package review_test

import (
	"testing"

	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

// FuzzNoDocumentPanics reads any JSON as each kind of record and does with it what can be done.
func FuzzNoDocumentPanics(f *testing.F) {
	f.Add([]byte(`{"claims":[{"goal":"g","metric":"m","value":"12","unit":"h"}],"status":"draft"}`))
	f.Add([]byte(`{"status":"published","level":"good","changes":[{"from":"a","to":"b"}],"proposed":{"level":"a"}}`))
	f.Add([]byte(`{"status":"launched","phases":[{"phase":"self","open":{"from":"2024-09-02","to":"2024-09-06"}}]}`))
	f.Add([]byte(`{"status":"assigned","reviewer":"eve","filed":"2024-09-29","due":"2024-10-09"}`))
	f.Add([]byte(`{"status":"draft","inputs":{"metrics":{"completion":{"value":"1e30","unit":"%"}}}}`))
	by := at(hana, "2024-09-16")
	policy := rules()
	f.Fuzz(func(_ *testing.T, data []byte) {
		var s review.SelfReview
		_, _ = record.Decode("s", data, &s)
		_ = s.Validate()
		_, _ = s.Submit(books(), by)
		_, _ = s.Resolve("g-1", "calls", "so", by)

		var m review.ManagerReview
		_, _ = record.Decode("m", data, &m)
		_, _ = m.Submit(policy, s.Discrepancies, by)

		var c review.Cycle
		_, _ = record.Decode("c", data, &c)
		_ = c.Validate()
		_ = c.RequireOpen(review.SelfPhase, day("2024-09-03"))

		var r review.Result
		_, _ = record.Decode("r", data, &r)
		_ = r.Validate()
		_, _ = r.Calibrate("excellent", "as discussed today", policy, 10, by)
		_, _ = r.Accept(record.Sign(by, goal.ByEmployee, r.Digest()))

		var a review.Appeal
		_, _ = record.Decode("a", data, &a)
		_ = a.Validate()
		_, _ = a.Decide(review.Ruling{Outcome: review.Adjusted, Level: "pass", Reasons: "so"}, day("2024-10-09"), by)
		_, _ = r.AfterAppeal(a, policy, 10, by)
	})
}
