package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/examples/internal/lint"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestSmartlintReadsWhatItCanAndReportsTheRest(t *testing.T) {
	for name, args := range map[string][]string{
		"goals.jsonl":      nil,
		"goals.zh.jsonl":   {"-lang", "zh"},
		"explained.txt":    {"-explain"},
		"explained.zh.txt": {"-explain", "-lang", "zh"},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := os.Open(filepath.Join("testdata", "goals.txt"))
			require.NoError(t, err)
			defer in.Close()
			var out, problems bytes.Buffer
			assert.Equal(t, lint.Refused, run(args, in, &out, &problems))
			got := out.String() + "\n" + problems.String()
			golden := filepath.Join("testdata", name)
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), got)
		})
	}
}

func TestALineThatIsTooLongIsNamedAndTheNextIsRead(t *testing.T) {
	in := strings.NewReader(strings.Repeat("9", lint.Longest+10) + "\nHire 3 engineers by May\n\xff\xfe\nlast line without an end")
	var out, problems bytes.Buffer
	assert.Equal(t, lint.Refused, run(nil, in, &out, &problems))
	assert.Contains(t, problems.String(), "line 1 is longer than")
	assert.Contains(t, problems.String(), "line 3 is not UTF-8")
	assert.Contains(t, out.String(), `"id":"2"`)
	assert.Contains(t, out.String(), `"id":"4"`)
}

func TestAllGoodLinesExitWithZero(t *testing.T) {
	var out, problems bytes.Buffer
	assert.Equal(t, lint.Done, run(nil, strings.NewReader("每月至少拜访8家客户\n"), &out, &problems))
	assert.Empty(t, problems.String())
	assert.Equal(t, 1, strings.Count(out.String(), "\n"))
}

func TestWrongUsageIsAnsweredWithTheUsage(t *testing.T) {
	for _, args := range [][]string{{"-lang", "fr"}, {"file.txt"}, {"-nonsense"}} {
		var out, problems bytes.Buffer
		assert.Equal(t, lint.Usage, run(args, strings.NewReader(""), &out, &problems), args)
		assert.NotEmpty(t, problems.String())
	}
}
