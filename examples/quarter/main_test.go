package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/examples/internal/terminal"
	"github.com/meritkit/meritkit/storage/sqlite"
)

var update = flag.Bool("update", false, "write the golden files anew")

// tell runs the program and returns what it says, with the path of the database masked.
func tell(t *testing.T, db string, args ...string) (out, problems string, code int) {
	t.Helper()
	var o, p bytes.Buffer
	code = run(t.Context(), append([]string{"-db", db}, args...), &o, &p)
	return strings.ReplaceAll(o.String(), db, "quarter.db"), strings.ReplaceAll(p.String(), db, "quarter.db"), code
}

func newFile(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "quarter.db")
}

// toldOnce is a file that the story has been told on, for tests that go on from there.
var toldOnce = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "told-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	var out, problems bytes.Buffer
	db := filepath.Join(dir, "quarter.db")
	if code := run(context.Background(), []string{"-db", db}, &out, &problems); code != exitDone {
		return nil, errors.New(problems.String())
	}
	return os.ReadFile(db)
})

func told(t *testing.T) string {
	t.Helper()
	data, err := toldOnce()
	require.NoError(t, err)
	db := newFile(t)
	require.NoError(t, os.WriteFile(db, data, 0o600))
	return db
}

// records is how many records the file holds.
func records(t *testing.T, db string) int {
	t.Helper()
	d, err := sqlite.Open(t.Context(), db, meritkit.Schemas())
	require.NoError(t, err)
	defer func() { require.NoError(t, d.Close()) }()
	held, err := hold(t.Context(), d, "sample-shop")
	require.NoError(t, err)
	n, _ := count(held)
	return n
}

func TestTheStoryReadsAsItShouldInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			out, problems, code := tell(t, newFile(t), "-lang", lang)
			require.Equal(t, exitDone, code, problems)
			for line := range strings.Lines(out) {
				assert.LessOrEqual(t, terminal.Width(strings.TrimRight(line, "\n")), pageWidth, line)
			}
			golden := filepath.Join("testdata", "story."+lang+".golden")
			if *update {
				require.NoError(t, os.MkdirAll("testdata", 0o755))
				require.NoError(t, os.WriteFile(golden, []byte(out), 0o644))
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err)
			assert.Equal(t, string(want), out, "if this change is meant, run: go test ./examples/quarter -update")
		})
	}
}

func TestAnyRatingCanBeExplained(t *testing.T) {
	t.Parallel()
	for _, who := range []string{"e12", "Qian Yi"} {
		out, _, code := tell(t, newFile(t), "-explain", who)
		require.Equal(t, exitDone, code)
		assert.Contains(t, out, "Why Qian Yi is rated so, in full:")
		assert.Contains(t, out, "task completion 79.17 % is below the 80 % asked for “qualified”")
	}
	_, problems, code := tell(t, newFile(t), "-explain", "nobody")
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, problems, "nobody with the id or name “nobody” was reviewed")
}

func TestASecondRunVerifiesAndWritesNothing(t *testing.T) {
	t.Parallel()
	db := told(t)
	before, err := os.ReadFile(db)
	require.NoError(t, err)
	for _, lang := range []string{"en", "zh"} { // whichever language the file was written in
		out, problems, code := tell(t, db, "-lang", lang)
		require.Equal(t, exitDone, code, problems)
		want := map[string]string{"en": "Nothing was written.", "zh": "本次未写入。"}[lang]
		assert.Contains(t, out, want)
		assert.NotContains(t, out, "Calibration")
	}
	after, err := os.ReadFile(db)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(before, after), "the second run changed the file")
}

func TestAFileOfAnotherFolderIsRefused(t *testing.T) {
	t.Parallel()
	db := told(t)
	other := folder(t, edit{"goals.json", `"confidence": 85`, `"confidence": 65`})
	n := records(t, db)
	out, problems, code := tell(t, db, "-company", other)
	assert.Equal(t, exitRefused, code)
	assert.Contains(t, problems, "records that this folder does not give")
	assert.NotContains(t, out, "Calibration")
	assert.Equal(t, n, records(t, db))
}

func TestATamperedFileIsFoundOut(t *testing.T) {
	t.Parallel()
	db := told(t)
	data, err := os.ReadFile(db)
	require.NoError(t, err)
	forged := bytes.ReplaceAll(data, []byte("five bad reviews"), []byte("nine bad reviews"))
	require.NotEqual(t, data, forged)
	require.NoError(t, os.WriteFile(db, forged, 0o600))
	out, problems, code := tell(t, db)
	assert.Equal(t, exitRefused, code)
	assert.NotContains(t, out, "intact")
	assert.Contains(t, problems, "feedback_interview")
}

// A spoiler stops the program when the story reaches some words.
type spoiler struct {
	bytes.Buffer
	at   string
	stop func()
}

func (s *spoiler) Write(p []byte) (int, error) {
	if strings.Contains(string(p), s.at) {
		s.stop()
	}
	return s.Buffer.Write(p)
}

func TestAStoryThatIsStoppedLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"Goals: company", "An appeal"} {
		db := newFile(t)
		ctx, stop := context.WithCancel(t.Context())
		out := &spoiler{at: at, stop: stop}
		var problems bytes.Buffer
		code := run(ctx, []string{"-db", db}, out, &problems)
		assert.Equal(t, exitRefused, code, at)
		assert.NotContains(t, out.String(), "The file, opened anew")
		assert.Zero(t, records(t, db), at)
		again, _, code := tell(t, db)
		require.Equal(t, exitDone, code)
		assert.Contains(t, again, "The file, opened anew")
	}
}

func TestTheCommandLineIsChecked(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"-lang", "fr"}, exitUsage},
		{[]string{"-nothing"}, exitUsage},
		{[]string{"left", "over"}, exitUsage},
		{[]string{"-h"}, exitDone},
		{[]string{"-company", filepath.Join(t.TempDir(), "nowhere")}, exitRefused},
		{[]string{"-db", filepath.Join(t.TempDir(), "nowhere", "x.db")}, exitRefused},
	} {
		var out, problems bytes.Buffer
		assert.Equal(t, c.code, run(t.Context(), c.args, &out, &problems), c.args)
		assert.NotEmpty(t, problems.String(), c.args)
	}
}

func TestWithoutAFileATemporaryOneIsNamed(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	var out, problems bytes.Buffer
	require.Equal(t, exitDone, run(t.Context(), nil, &out, &problems), problems.String())
	_, named, _ := strings.Cut(out.String(), "records: ")
	named, _, _ = strings.Cut(named, "\n")
	assert.FileExists(t, named)
}
