package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

func main() {
	sc := bufio.NewScanner(os.Stdin)
	sc.Buffer(nil, 1<<22)
	for sc.Scan() {
		var in struct{ ID, Lang, Text string }
		if json.Unmarshal(sc.Bytes(), &in) != nil {
			continue
		}
		r := smart.Read(in.Text, text.Lang(in.Lang))
		out := map[string]any{"id": in.ID, "text": in.Text, "specific": r.Specific, "measure": r.Measure, "time_bound": r.Due != nil}
		facts := []map[string]any{}
		for _, f := range r.Facts {
			m := map[string]any{"metric": r.Of(f.Metric), "target_kind": f.Kind, "comparator": f.Comparator, "direction": f.Direction}
			if f.Target != nil {
				m["unit"] = f.Target.Unit
				if f.Target.High != nil {
					m["target"] = []any{f.Target.Value, *f.Target.High}
				} else {
					m["target"] = f.Target.Value
				}
			}
			if f.Baseline != nil {
				m["baseline"] = f.Baseline.Value
			}
			facts = append(facts, m)
		}
		if r.Due != nil || !r.Method.IsZero() {
			if len(facts) == 0 {
				facts = append(facts, map[string]any{})
			}
			if r.Due != nil {
				facts[0]["due_text"], facts[0]["period_kind"] = r.Of(r.Due.Span), r.Due.Kind
			}
			if !r.Method.IsZero() {
				facts[0]["method"] = r.Of(r.Method)
			}
		}
		out["facts"] = facts
		v := []string{}
		for _, x := range r.Vague {
			v = append(v, r.Of(x))
		}
		out["vague"] = v
		raw, _ := json.Marshal(out)
		fmt.Println(string(raw))
	}
}
