// Quarter runs a performance quarter of a department from its goals to the next ones,
// and tells it in the terminal:
//
//	go run ./examples/quarter
//	go run ./examples/quarter -lang zh -db quarter.db -company DIR -explain e12
//
// It reads a company folder (the sample in company/ unless told otherwise), goes through
// every stage with the library's services, keeps all records in one SQLite file, and
// proves at the end that the file holds what was put into it. A folder with mistakes is
// answered with the list of all of them; nothing is written then.
package main

import (
	"cmp"
	"context"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/storage/sqlite"
	"github.com/meritkit/meritkit/text"
)

//go:embed company
var sample embed.FS

// The exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // what the folder or the database holds
	exitUsage   = 2
)

// An order is what the command line asks for.
type order struct {
	folder  fs.FS
	where   string // what the folder is called
	lang    text.Lang
	db      string
	explain string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, out, problems io.Writer) int {
	o, code := parse(args, problems)
	if code != exitDone {
		return max(code, 0)
	}
	err := o.run(ctx, out)
	if err == nil {
		return exitDone
	}
	if found, ok := errors.AsType[fault.Violations](err); ok {
		fmt.Fprintln(problems, problemsFound.With("count", len(found), "folder", o.where).In(o.lang))
	}
	fmt.Fprintln(problems, fault.In(err, o.lang))
	return exitRefused
}

// helped is the code for a command line that only asked for help.
const helped = -1

func parse(args []string, problems io.Writer) (order, int) {
	flags := flag.NewFlagSet("quarter", flag.ContinueOnError)
	flags.SetOutput(problems)
	folder := flags.String("company", "", "the company folder (default: the sample)")
	lang := flags.String("lang", "en", "the language of the story, `zh or en`")
	db := flags.String("db", "", "the SQLite file to keep the records in (default: a temporary one)")
	explain := flags.String("explain", "", "the `employee` whose rating is explained in full, by id or name")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return order{}, helped
	case err != nil:
		return order{}, exitUsage
	}
	o := order{where: cmp.Or(*folder, "examples/quarter/company"), db: *db, explain: *explain}
	var known bool
	if o.lang, known = text.ParseLang(*lang); !known || flags.NArg() > 0 {
		flags.Usage()
		return order{}, exitUsage
	}
	if *folder != "" {
		o.folder = os.DirFS(*folder)
		return o, exitDone
	}
	o.folder, _ = fs.Sub(sample, "company")
	return o, exitDone
}

func (o order) run(ctx context.Context, out io.Writer) error {
	c, err := load(o.folder, o.lang)
	if err != nil {
		return err
	}
	explained, err := c.reviewed(o.explain)
	if err != nil {
		return err
	}
	// The whole quarter in memory first: whatever the services would refuse is known
	// before the file is touched.
	held, err := rehearse(ctx, c)
	if err != nil {
		return err
	}
	path, err := o.file()
	if err != nil {
		return err
	}
	p := printer{out: out, lang: o.lang}
	p.title(c.Setting.Label)
	p.plain(storyTitle, "quarter", c.Setting.Quarter)
	p.plain(storyFolder, "folder", o.where)
	p.plain(storyFile, "db", path)
	s := newStory(c, p, explained)
	done, err := o.keep(ctx, s, path)
	if err != nil || !done {
		return err
	}
	return s.prove(ctx, path, held)
}

// keep tells the story on the file, unless the file holds one: done is false then.
func (o order) keep(ctx context.Context, s *story, path string) (done bool, err error) {
	db, err := sqlite.Open(ctx, path, meritkit.Schemas())
	if err != nil {
		return false, err
	}
	defer func() {
		if closing := db.Close(); err == nil {
			err = closing
		}
	}()
	tenant := s.Setting.Tenant
	before, err := hold(ctx, db, tenant)
	if err != nil {
		return false, err
	}
	if records, _ := count(before); records > 0 {
		return false, o.recognise(ctx, &s.printer, db, tenant, before)
	}
	// One transaction: the file holds the whole quarter or nothing of it, wherever the
	// program may be stopped.
	if err := s.open(db); err != nil {
		return false, err
	}
	err = s.kit.InTx(ctx, func(tx *meritkit.Kit) error {
		s.kit = tx
		return s.tell(ctx)
	})
	return err == nil, err
}

// file is the path of the database.
func (o order) file() (string, error) {
	if o.db != "" {
		return o.db, nil
	}
	f, err := os.CreateTemp("", "quarter-*.db")
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// rehearse tells the story to nobody, on a store in memory, and returns what that holds.
func rehearse(ctx context.Context, c *company) ([]holding, error) {
	db, err := memory.New(meritkit.Schemas()...)
	if err != nil {
		return nil, err
	}
	s := newStory(c, printer{out: io.Discard, lang: c.language}, "")
	if err := s.open(db); err != nil {
		return nil, err
	}
	if err := s.tell(ctx); err != nil {
		return nil, err
	}
	return hold(ctx, db, c.Setting.Tenant)
}
