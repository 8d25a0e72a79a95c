// Calibrate lays the ratings of many people beside a guide and says what it would take to
// follow it:
//
//	go run ./examples/calibrate
//	go run ./examples/calibrate -people people.csv -guide guide.json -lang zh
//	go run ./examples/calibrate -people people.csv -guide guide.json -json
//
// It prints the table by group and by manager, how managers rate and how groups of people
// fare where that is asked for, and the fewest moves that bring each group to the guide,
// with the margin and the reason of each. It moves nobody. Files with mistakes are
// answered with a list of them, by row and column.
package main

import (
	"bufio"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/meritkit/meritkit/fault"
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

// An order is what the command line asks for.
type order struct {
	people, guide string // files; empty: the sample
	lang          text.Lang
	json          bool
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, problems io.Writer) int {
	o, err := parse(args, problems)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitDone
	case err != nil:
		return exitUsage
	}
	to := bufio.NewWriter(out)
	err = o.run(to)
	if err == nil {
		err = to.Flush()
	}
	if err != nil {
		fmt.Fprintln(problems, fault.In(err, o.lang))
		return exitRefused
	}
	return exitDone
}

var errUsage = errors.New("usage")

func parse(args []string, problems io.Writer) (order, error) {
	flags := flag.NewFlagSet("calibrate", flag.ContinueOnError)
	flags.SetOutput(problems)
	var o order
	flags.StringVar(&o.people, "people", "", "the CSV `file` of people: employee, manager, group, score, level, held where somebody is, and those that fairness goes by (default: the sample)")
	flags.StringVar(&o.guide, "guide", "", "the JSON `file` of levels, guide and rules (default: the sample)")
	flags.BoolVar(&o.json, "json", false, "print JSON instead of text")
	lang := flags.String("lang", "en", "the language, `zh or en`")
	if err := flags.Parse(args); err != nil {
		return order{}, err
	}
	var known bool
	if o.lang, known = text.ParseLang(*lang); !known || flags.NArg() > 0 {
		flags.Usage()
		return order{}, errUsage
	}
	return o, nil
}

func (o order) run(out io.Writer) error {
	s, err := readSetting(o.guide)
	if err != nil {
		return err
	}
	people, err := readPeople(o.people, s)
	if err != nil {
		return err
	}
	r, err := calibrate(s, people)
	if err != nil {
		return err
	}
	if o.json {
		return r.json(out)
	}
	r.print(out, o.lang) // what can't be written shows when the writer is flushed
	return nil
}

// open is a file, or one of the sample where there is no name.
func open(name, instead string) (io.ReadCloser, string, error) {
	if name != "" {
		f, err := os.Open(name)
		return f, name, err
	}
	f, err := sample.Open("sample/" + instead)
	return f, instead, err
}
