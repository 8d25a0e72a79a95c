package check_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/text"
)

type step struct {
	What string `json:"what" validate:"required,max=5"`
}

type form struct {
	Title string   `json:"title" validate:"required,min=3"`
	Lang  string   `json:"lang" validate:"omitempty,oneof=zh en"`
	Link  string   `json:"link" validate:"omitempty,http_url"`
	Tags  []string `json:"tags" validate:"max=1,unique"`
	Few   []string `json:"few" validate:"min=1"`
	Steps []step   `json:"steps" validate:"dive"`
	Code  string   `json:"-" validate:"omitempty,alphanum"`
	Inner step     `json:"inner"`
}

func TestEveryFailedTagIsAViolationWithItsPath(t *testing.T) {
	err := check.Struct(form{
		Title: "甲", Lang: "fr", Link: "nope", Tags: []string{"a", "a"}, Code: "?", Inner: step{"ok"},
		Steps: []step{{"ok"}, {""}, {"too long"}},
	})
	var got []string
	for _, v := range fault.Of(err) {
		got = append(got, v.Path+" "+v.Code)
	}
	assert.Equal(t, []string{
		"title check.short", "lang check.oneof", "link check.url", "tags check.many", "few check.few",
		"steps[1].what check.required", "steps[2].what check.long", "Code check.malformed",
	}, got)
	assert.Contains(t, fault.In(err, text.Chinese), "lang: “fr”不在可选值之内：zh、en")
}

func TestGoodValuesPass(t *testing.T) {
	require.NoError(t, check.Struct(form{Title: "客服响应", Few: []string{"x"}, Inner: step{"ok"}}))
	require.NoError(t, check.Struct(&form{Title: "abc", Few: []string{"x"}, Inner: step{"ok"}}))
}

func TestWhatIsNoStructIsAnErrorNotAPanic(t *testing.T) {
	require.Error(t, check.Struct("text"))
	require.Error(t, check.Struct(nil))
}
