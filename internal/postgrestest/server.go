// Package postgrestest gives tests a PostgreSQL: the one that MERITKIT_POSTGRES_DSN names,
// or a private one that is started for the test binary and ends with it.
package postgrestest

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// DSN is how to connect to the database, as a user who may make schemas and roles and is
// no superuser, whom row-level security would not hold. Where there is no PostgreSQL the
// test is skipped.
func DSN(tb testing.TB) string {
	tb.Helper()
	s, err := start()
	if errors.Is(err, errNone) {
		tb.Skip("there is no PostgreSQL here, and MERITKIT_POSTGRES_DSN names none")
	}
	if err != nil {
		tb.Fatal(err)
	}
	return s.dsn
}

var errNone = errors.New("there is no PostgreSQL")

// A server ends when life is closed, be it because this process has ended.
type server struct {
	dsn  string
	life io.Closer
}

// start finds or starts the server, once.
var start = sync.OnceValues(func() (none server, _ error) {
	if dsn := os.Getenv("MERITKIT_POSTGRES_DSN"); dsn != "" {
		return server{dsn: dsn}, nil
	}
	bin, err := binaries()
	if err != nil {
		return none, err
	}
	dir, err := os.MkdirTemp("", "merit-pg") // not tb.TempDir: a socket's path is short
	if err != nil {
		return none, err
	}
	shell := []string{"/bin/sh", "-c"}
	if os.Getuid() == 0 { // as which PostgreSQL refuses to run
		name, err := giveAway(dir)
		if err != nil {
			return none, err
		}
		shell = []string{"su", name, "-s", "/bin/sh", "-c"}
	}
	script := strings.NewReplacer("{bin}", bin, "{dir}", dir).Replace(lifetime)
	cmd := exec.Command(shell[0], append(shell[1:], script)...)
	life, err := cmd.StdinPipe()
	if err != nil {
		return none, err
	}
	if err := cmd.Start(); err != nil {
		return none, errors.Join(err, os.RemoveAll(dir))
	}
	for range 600 {
		time.Sleep(100 * time.Millisecond)
		if state, err := os.ReadFile(filepath.Join(dir, "data", "postmaster.pid")); err == nil && strings.Contains(string(state), "ready") {
			return server{"host=" + dir + " user=merit dbname=merit", life}, nil
		}
	}
	log, err := os.ReadFile(filepath.Join(dir, "log"))
	return none, errors.Join(fmt.Errorf("PostgreSQL does not start: %s", log), err)
})

// lifetime starts a server and ends it, and all it left, when the standard input does.
const lifetime = `cd '{dir}' && exec >log 2>&1
trap 'rm -rf "{dir}"' EXIT
'{bin}/initdb' -D data -U postgres -A trust -E UTF8 --locale=C -N &&
printf '%s\n' 'CREATE ROLE merit LOGIN CREATEROLE' 'CREATE DATABASE merit OWNER merit' | '{bin}/postgres' --single -D data postgres || exit
'{bin}/postgres' -D data -k '{dir}' -c listen_addresses= -c fsync=off -c max_connections=200 &
cat
kill -INT $!
wait`

// binaries is the directory of the newest PostgreSQL.
func binaries() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil || len(found) == 0 {
		return "", errors.Join(err, errNone)
	}
	return filepath.Dir(slices.MaxFunc(found, func(a, b string) int { return version(a) - version(b) })), nil
}

func version(path string) int {
	n, err := strconv.Atoi(strings.Split(path, "/")[4])
	if err != nil {
		return 0
	}
	return n
}

// giveAway makes a directory that of a user without rights.
func giveAway(dir string) (name string, err error) {
	var who *user.User
	for _, name := range []string{"postgres", "nobody"} {
		if who, err = user.Lookup(name); err == nil {
			break
		}
	}
	if err != nil {
		return "", err
	}
	uid, failed := strconv.Atoi(who.Uid)
	gid, err := strconv.Atoi(who.Gid)
	return who.Username, errors.Join(failed, err, os.Chown(dir, uid, gid))
}
