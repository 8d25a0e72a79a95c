package fault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

var (
	required = text.Message{Code: "example.required", En: "this is required", Zh: "此项必填"}
	atMost   = text.Message{Code: "example.max", En: "at most {max}", Zh: "最多 {max}"}
)

func ExampleViolations() {
	measure := func(target string) error {
		var v fault.Violations
		if target == "" {
			v.Add("target", required)
		}
		return v.Err()
	}

	var v fault.Violations
	v.Add("title", atMost, "max", 200)
	for i, target := range []string{"12", ""} {
		v.Nest(fault.Index("measures", i), measure(target))
	}
	err := v.Err()
	fmt.Println(errors.Is(err, fault.ErrInvalid))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// true
	// title: 最多 200
	// measures[1].target: 此项必填
}

func ExampleJSON() {
	var v fault.Violations
	v.Add("title", required)
	fmt.Println(string(fault.JSON(v.Err())))
	// Output:
	// {"error":"invalid","violations":[{"path":"title","code":"example.required","en":"this is required","zh":"此项必填"}]}
}

func TestNoViolationIsNoError(t *testing.T) {
	var v fault.Violations
	v.Nest("x", nil)
	require.NoError(t, v.Err())
	assert.Empty(t, fault.Of(nil))
	assert.Empty(t, fault.In(nil, text.Chinese))
	assert.Equal(t, "null", string(fault.JSON(nil)))
}

func TestNothingIsLostOnTheWayUp(t *testing.T) {
	var inner fault.Violations
	inner.Add("a", required)
	wrapped := fmt.Errorf("while reading: %w", inner)
	joined := errors.Join(wrapped, fault.NotFound("goal", "G1"), errors.New("disk on fire"))

	var v fault.Violations
	v.Nest("plan", joined)
	assert.Equal(t, "plan.a: this is required; plan: there is no goal G1; plan: disk on fire", v.Error())
	assert.True(t, v.Has("example.required"))
	assert.True(t, v.Has("fault.notfound"))
	assert.False(t, v.Has("example.max"))
}

func TestFieldJoinsPaths(t *testing.T) {
	for _, c := range [][3]string{
		{"", "", ""}, {"a", "", "a"}, {"", "b", "b"}, {"a", "b", "a.b"}, {"a", "[2].c", "a[2].c"},
	} {
		assert.Equal(t, c[2], fault.Field(c[0], c[1]))
	}
	assert.Equal(t, "measures[2]", fault.Index("measures", 2))
}

func TestRefusalsAreTheirSentinelAndSayItInBothLanguages(t *testing.T) {
	state := text.Label{En: "draft", Zh: "草稿"}
	event := text.Label{En: "sign", Zh: "签字"}
	kind := text.Label{En: "goal", Zh: "目标"}
	for _, c := range []struct {
		err      error
		sentinel error
		name     string
		en, zh   string
	}{
		{fault.NotFound("goal", "G1"), fault.ErrNotFound, "notfound", "there is no goal G1", "找不到 goal G1"},
		{fault.Exists("goal", "G1"), fault.ErrExists, "exists", "goal G1 exists already", "goal G1 已存在"},
		{
			fault.Conflict("goal", "G1", 2, 3), fault.ErrConflict, "conflict",
			"goal G1 was changed meanwhile: version 2 was read, version 3 is stored",
			"goal G1 已被他人修改：读取时为版本 2，现为版本 3",
		},
		{
			fault.Transition(kind, state, event, []text.Speaker{event, state}), fault.ErrTransition, "transition",
			"goal is draft: sign is not possible; possible: sign, draft",
			"目标处于“草稿”状态，不能执行“签字”；可执行：签字、草稿",
		},
		{
			fault.Transition(kind, state, event, nil), fault.ErrTransition, "transition",
			"goal is draft: sign is not possible, nor is anything else",
			"目标处于“草稿”状态，不能执行“签字”，也没有其他可执行的操作",
		},
		{fault.Refuse(fault.ErrForbidden, required), fault.ErrForbidden, "forbidden", "this is required", "此项必填"},
		{errors.New("disk on fire"), nil, "failed", "disk on fire", "disk on fire"},
	} {
		err := fmt.Errorf("service: %w", c.err)
		if c.sentinel != nil {
			require.ErrorIs(t, err, c.sentinel)
			require.NotErrorIs(t, err, fault.ErrInvalid)
			assert.Equal(t, c.en, c.err.Error())
			assert.Equal(t, c.zh, fault.In(err, text.Chinese))
		}
		assert.Equal(t, c.en, fault.In(c.err, text.English))
		var said struct {
			Error      string
			Violations []fault.Violation
		}
		require.NoError(t, json.Unmarshal(fault.JSON(c.err), &said))
		assert.Equal(t, c.name, said.Error)
		require.Len(t, said.Violations, 1)
		assert.Equal(t, c.en, said.Violations[0].In(text.English))
	}
}

func TestAViolationNamesItsFile(t *testing.T) {
	v := fault.Violation{Source: "goals.json:12", Path: "plans[0]", Text: required.Plain()}
	assert.Equal(t, "goals.json:12: plans[0]: 此项必填", v.In(text.Chinese))
}
