// Ratingtable rates everybody in a CSV file by a policy and writes a line of JSON each:
//
//	go run ./examples/ratingtable -policy policy.json -metrics metrics.csv
//	go run ./examples/ratingtable -explain e02 -lang zh
//	go run ./examples/ratingtable -against sample/stricter.json -coefficients sample/coefficients.json
//
// Without files it takes the sample. The CSV file has a column id and one for each metric
// and judged dimension of the policy, by name; a column bonus, of what a bonus coefficient
// of 1 pays, is used by a simulation. It is read twice, first to find every mistake in it,
// and never held in memory.
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

//go:embed sample
var sample embed.FS

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // what the files hold
	exitUsage   = 2
)

// An order is what the command line asks for. A file that is not named is the sample's.
type order struct {
	policy, metrics, against, coefficients string
	explain                                string
	lang                                   text.Lang
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, problems io.Writer) int {
	o, code := parse(args, problems)
	if code != exitDone {
		return max(code, 0)
	}
	if err := o.run(out); err != nil {
		fmt.Fprintln(problems, fault.In(err, o.lang))
		return exitRefused
	}
	return exitDone
}

// helped is the code for a command line that only asked for help.
const helped = -1

func parse(args []string, problems io.Writer) (order, int) {
	var o order
	flags := flag.NewFlagSet("ratingtable", flag.ContinueOnError)
	flags.SetOutput(problems)
	flags.StringVar(&o.policy, "policy", "", "the policy, a JSON `file`")
	flags.StringVar(&o.metrics, "metrics", "", "the figures, a CSV `file`")
	flags.StringVar(&o.against, "against", "", "another policy to simulate, a JSON `file`")
	flags.StringVar(&o.coefficients, "coefficients", "", "bonus coefficients by level for a simulation, a JSON `file`")
	flags.StringVar(&o.explain, "explain", "", "the `id` whose rating is explained in full")
	lang := flags.String("lang", "en", "the language of explanations and problems, `zh or en`")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return o, helped
	case err != nil:
		return o, exitUsage
	}
	var known bool
	if o.lang, known = text.ParseLang(*lang); !known || flags.NArg() > 0 || (o.explain != "" && o.against != "") {
		flags.Usage()
		return o, exitUsage
	}
	return o, exitDone
}

func (o order) run(out io.Writer) error {
	rules, err := readPolicy(o.policy)
	if err != nil {
		return err
	}
	known := rules.Columns()
	var next *rating.Rules
	if o.against != "" {
		if next, err = readPolicy(o.against); err != nil {
			return err
		}
		known = both(known, next.Columns())
	}
	t := table{name: nameOf(o.metrics, "metrics.csv"), known: known, open: func() (io.ReadCloser, error) { return open(o.metrics, "metrics.csv") }}
	if err := t.check(); err != nil {
		return err
	}
	switch {
	case o.explain != "":
		return explain(out, t, rules, o.explain, o.lang)
	case next != nil:
		return simulate(out, t, rules, next, o.coefficients)
	}
	return rate(out, t, rules)
}

// open opens a file or, without a name, the sample's.
func open(name, sampleName string) (io.ReadCloser, error) {
	if name == "" {
		return sample.Open("sample/" + sampleName)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return f, nil
}

func nameOf(name, sampleName string) string {
	if name == "" {
		return sampleName
	}
	return filepath.Base(name)
}

// maxFile is how much of a JSON file is read; the library refuses a policy that is longer
// than it allows.
const maxFile = 2 << 20

func read(name, sampleName string) ([]byte, error) {
	f, err := open(name, sampleName)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile))
	if err != nil {
		return nil, unreadable(nameOf(name, sampleName), err)
	}
	return bytes.TrimPrefix(data, []byte("\uFEFF")), nil
}

func readPolicy(name string) (*rating.Rules, error) {
	data, err := read(name, "policy.json")
	if err != nil {
		return nil, err
	}
	policy, err := rating.ParsePolicy(nameOf(name, "policy.json"), data)
	if err != nil {
		return nil, err
	}
	return policy.Compile()
}

func unreadable(name string, err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	return fault.Violations{{Source: name, Text: fileUnreadable.With("error", err)}}
}
