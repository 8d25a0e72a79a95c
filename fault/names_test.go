package fault_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

func TestNamesSayAValueAndRefuseWhatIsNone(t *testing.T) {
	colours := fault.Names[string]{"red": {En: "red", Zh: "红"}, "blue": {En: "blue", Zh: "蓝"}}
	assert.Equal(t, "红", colours.In("red", text.Chinese))
	assert.Equal(t, "green", colours.In("green", text.Chinese))
	var v fault.Violations
	colours.Check(&v, "colour", "red")
	require.NoError(t, v.Err())
	colours.Check(&v, "colour", strings.Repeat("绿", 1000))
	assert.Equal(t, "colour: “"+strings.Repeat("绿", 40)+"…”不在可选值之内：blue、red", v.In(text.Chinese))
}
