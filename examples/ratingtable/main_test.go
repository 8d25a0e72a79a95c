package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// program runs the program and returns what it writes.
func program(args ...string) (code int, out, problems string) {
	var o, p bytes.Buffer
	code = run(args, &o, &p)
	return code, o.String(), p.String()
}

func golden(t *testing.T, name, have string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(have), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), have)
}

func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	return path
}

func TestSampleComesOutAsItAlwaysDid(t *testing.T) {
	for name, args := range map[string][]string{
		"rated":        nil,
		"explained.en": {"-explain", "e02"},
		"explained.zh": {"-explain", "e02", "-lang", "zh"},
		"simulated":    {"-against", "sample/stricter.json", "-coefficients", "sample/coefficients.json"},
	} {
		code, out, problems := program(args...)
		assert.Equal(t, exitDone, code, problems)
		assert.Empty(t, problems)
		golden(t, name, out)
	}
}

const sampleHeader = "id,revenue,calls,response-time,days-overdue,renewal-rate,complaint-rate,defect-rate,suggestions-adopted,cost-saved,teamwork,bonus\n"

func TestEveryMistakeOfAFileIsListedByLineAndColumn(t *testing.T) {
	metrics := written(t, "metrics.csv", sampleHeader+
		"e01,3x0000,181,11,2.5,98.2,0.6,0.3,2,0,excellent,12000\n"+
		"e02,1,2\n"+
		",1,181,11,2.5,98.2,0.6,0.3,2,1e99,excellent,much\n"+
		"e04,"+strings.Repeat("9", 1_000_000)+",181,11,2.5,98.2,0.6,0.3,2,0,excellent,12000\n"+
		"e\"05,1,181,11,2.5,98.2,0.6,0.3,2,0,excellent,12000\n")
	code, out, problems := program("-metrics", metrics)
	assert.Equal(t, exitRefused, code)
	assert.Empty(t, out)
	golden(t, "problems.en", problems)
	_, _, problems = program("-metrics", metrics, "-lang", "zh")
	golden(t, "problems.zh", problems)
}

func TestProblemsAreListedUpToALimit(t *testing.T) {
	code, _, problems := program("-metrics", written(t, "metrics.csv", sampleHeader+strings.Repeat("e\n", 5000)))
	assert.Equal(t, exitRefused, code)
	assert.Equal(t, maxProblems+1, strings.Count(problems, "\n"))
	assert.Contains(t, problems, "metrics.csv: there are more than 100 problems; the rest is not listed")
}

func TestWhatTheProgramCannotDoIsSaid(t *testing.T) {
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"a directory":       {[]string{"-metrics", t.TempDir()}, "the file can't be read: is a directory"},
		"no such file":      {[]string{"-metrics", "none.csv"}, "none.csv: the file can't be read: no such file or directory"},
		"no header":         {[]string{"-metrics", written(t, "a.csv", "")}, "a.csv:1: the first line has to name the columns"},
		"wrong columns":     {[]string{"-metrics", written(t, "a.csv", "turnover,calls,calls\n")}, "a.csv:1: turnover: there is no such column; those known are id, bonus, complaint-rate"},
		"no ids":            {[]string{"-metrics", written(t, "a.csv", "calls\n")}, "a.csv:1: id: the column is missing"},
		"nobody":            {[]string{"-explain", "e99"}, "metrics.csv: id: there is nobody with the id “e99”"},
		"a missing figure":  {[]string{"-explain", "e07"}, "metrics.calls: customers visited is not known"},
		"a broken policy":   {[]string{"-policy", written(t, "p.json", `{"id": "x",`)}, "p.json:1"},
		"another's level":   {[]string{"-against", "sample/stricter.json", "-coefficients", written(t, "c.json", `{"before":{"excellent":1}}`)}, "c.json:1: before.good: there are people at “good”, but no coefficient is given for it"},
		"no coefficients":   {[]string{"-against", "sample/stricter.json", "-coefficients", "none.json"}, "none.json: the file can't be read"},
		"too long a policy": {[]string{"-policy", written(t, "p.json", strings.Repeat(" ", 3<<20))}, "a policy may have at most 1048576 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, problems := program(test.args...)
			assert.Equal(t, exitRefused, code)
			assert.Empty(t, out)
			assert.Contains(t, problems, test.says)
		})
	}
	for _, args := range [][]string{{"-lang", "fr"}, {"-nothing"}, {"more"}, {"-explain", "e01", "-against", "x"}} {
		code, _, problems := program(args...)
		assert.Equal(t, exitUsage, code)
		assert.Contains(t, problems, "Usage")
	}
	code, _, _ := program("-h")
	assert.Equal(t, exitDone, code)
}

func TestAByteOrderMarkAndCRLFDoNoHarm(t *testing.T) {
	metrics := written(t, "metrics.csv", "\uFEFF"+strings.ReplaceAll(sampleHeader+"e01, 362000.50 ,181,11,2.5,98.2,0.6,0.3,2,0,excellent,12000\n", "\n", "\r\n"))
	_, out, problems := program("-metrics", metrics)
	assert.Empty(t, problems)
	assert.JSONEq(t, `{"id": "e01", "level": "excellent", "score": "100"}`, out)
}

// many is a CSV file of n lines that nobody holds.
type many struct {
	n, next int
	rest    []byte
}

func (m *many) Read(to []byte) (int, error) {
	for len(m.rest) == 0 {
		switch {
		case m.next > m.n:
			return 0, io.EOF
		case m.next == 0:
			m.rest = append(m.rest, sampleHeader...)
		default:
			m.rest = fmt.Appendf(m.rest, "e%07d,%d.50,%d,13.5,3,96.1,1.2,0.4,0,200,good,9800\n", m.next, 200_000+m.next%200_000, 100+m.next%90)
		}
		m.next++
	}
	n := copy(to, m.rest)
	m.rest = m.rest[:copy(m.rest, m.rest[n:])]
	return n, nil
}

func TestAnyNumberOfLinesStreamsThroughInConstantMemory(t *testing.T) {
	rules, err := readPolicy("")
	require.NoError(t, err)
	held := func(lines int) (bytes uint64) {
		through := &counter{}
		table := table{name: "many.csv", known: rules.Columns(), open: func() (io.ReadCloser, error) {
			return io.NopCloser(&many{n: lines}), nil
		}}
		require.NoError(t, table.check())
		require.NoError(t, rate(through, table, rules))
		assert.Equal(t, lines, through.lines)
		require.NoError(t, simulate(io.Discard, table, rules, rules, ""))
		return through.most
	}
	few := held(1000)
	assert.Less(t, held(100_000), few+4<<20, "held at most, in bytes")
}

// A counter counts lines and now and then looks at the heap.
type counter struct {
	lines, writes int
	most          uint64
}

func (c *counter) Write(p []byte) (int, error) {
	c.lines += bytes.Count(p, []byte{'\n'})
	if c.writes++; c.writes%64 == 1 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		c.most = max(c.most, m.HeapAlloc)
	}
	return len(p), nil
}
