package meritkit_test

import (
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/text"
)

// The rules of the house, held by reading the sources: which package may import which,
// what the domain keeps its hands off, what every message and exported name must have.

const module = "github.com/meritkit/meritkit"

var update = flag.Bool("update", false, "write the golden files anew")

// floors are the packages of the library from the ground up. A package imports only from
// floors below its own.
var floors = [][]string{
	{"text"},
	{"fault"},
	{"number", "calendar", "internal/check", "internal/lingo", "internal/postgrestest"},
	{"record"},
	{"access"},
	{"rating"},
	{"rating/calibration", "rating/outcome"},
	{"goal"},
	{"goal/smart"},
	{"review"},
	{"feedback/wording"},
	{"feedback"},
	{"improvement"},
	{"document"},
	{"", "exchange"},
	{"examples", "integration"},
}

// tower stands beside the domain: the storage packages know the ground floor up to
// record, and each other.
var tower = []string{"storage", "storage/memory", "storage/storetest", "storage/sqlite", "storage/postgres"}

// pure are the floors that do no I/O, read no clock and start no goroutine.
var pure = []string{
	"rating", "rating/calibration", "rating/outcome", "goal", "goal/smart", "review", "feedback", "feedback/wording", "improvement",
}

func floorOf(pkg string) int {
	top, _, _ := strings.Cut(pkg, "/")
	return slices.IndexFunc(floors, func(floor []string) bool {
		return slices.Contains(floor, pkg) || ((top == "examples" || top == "integration") && slices.Contains(floor, top))
	})
}

// A source is a parsed Go file of any of the library's modules.
type source struct {
	name string // "goal/plan.go"
	pkg  string // "goal"
	test bool
	*ast.File
}

func sources(t *testing.T) (*token.FileSet, []source) {
	t.Helper()
	set := token.NewFileSet()
	var all []source
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() && (entry.Name() == "testdata" || (strings.HasPrefix(entry.Name(), ".") && name != ".")) {
			return fs.SkipDir
		}
		if entry.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		if pkg == "." {
			pkg = ""
		}
		all = append(all, source{name: name, pkg: pkg, test: strings.HasSuffix(name, "_test.go"), File: file})
		return nil
	})
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return set, all
}

func (s source) imports(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, i := range s.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		require.NoError(t, err)
		all = append(all, p)
	}
	return all
}

func TestArrowsGoDownOnly(t *testing.T) {
	_, all := sources(t)
	for _, s := range all {
		if s.test {
			continue
		}
		inTower := slices.Contains(tower, s.pkg)
		floor := floorOf(s.pkg)
		require.True(t, inTower || floor >= 0, "%s: package %q has no place in the house; give it one in floors", s.name, s.pkg)
		for _, imported := range s.imports(t) {
			target, ours := strings.CutPrefix(imported, module)
			if !ours {
				continue
			}
			target = strings.TrimPrefix(target, "/")
			if target == s.pkg {
				continue
			}
			toTower := slices.Contains(tower, target)
			switch {
			case inTower && toTower:
				assert.True(t, target == "storage" || s.pkg == "storage/storetest", "%s imports %s", s.name, target)
			case inTower:
				assert.LessOrEqual(t, floorOf(target), floorOf("record"), "%s: the tower knows nothing above record, but imports %s", s.name, target)
			case toTower:
				assert.GreaterOrEqual(t, floor, floorOf(""), "%s: the domain knows nothing of storage, but imports %s", s.name, target)
			default:
				below := floorOf(target) < floor || (floor >= floorOf("examples") && floorOf(target) == floor)
				assert.True(t, below, "%s imports %s, which is not below it", s.name, target)
			}
		}
	}
}

func TestTheDomainIsPure(t *testing.T) {
	set, all := sources(t)
	forbidden := regexp.MustCompile(`^(os|io/ioutil|log|log/slog|net|net/.*|database/sql.*|math/rand.*|crypto/rand|os/.*|sync|sync/atomic|syscall|runtime|unsafe|.*/modernc.org/.*)$`)
	for _, s := range all {
		if s.test || !slices.Contains(pure, s.pkg) {
			continue
		}
		for _, imported := range s.imports(t) {
			assert.False(t, forbidden.MatchString(imported), "%s imports %s", s.name, imported)
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine", set.Position(n.Pos()))
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "Tick", "Sleep", "NewTimer", "NewTicker"}, n.Sel.Name) {
					t.Errorf("%s reads a clock", set.Position(n.Pos()))
				}
				if slices.Contains([]string{"NewFromFloat", "NewFromFloat32", "InexactFloat64", "Float64"}, n.Sel.Name) && s.pkg != "rating/calibration" {
					t.Errorf("%s goes through a float: %s", set.Position(n.Pos()), n.Sel.Name)
				}
			case *ast.Ident:
				if (n.Name == "float64" || n.Name == "float32") && s.pkg != "rating/calibration" {
					t.Errorf("%s uses %s", set.Position(n.Pos()), n.Name)
				}
			}
			return true
		})
	}
}

func TestTheRootModuleNeedsLittle(t *testing.T) {
	mod, err := os.ReadFile("go.mod")
	require.NoError(t, err)
	allowed := []string{
		"github.com/go-playground/validator/v10", "github.com/shopspring/decimal", "github.com/google/uuid",
		"gonum.org/v1/gonum", "github.com/stretchr/testify", "pgregory.net/rapid",
	}
	for line := range strings.Lines(string(mod)) {
		line = strings.TrimSpace(strings.TrimPrefix(line, "require "))
		name, version, _ := strings.Cut(line, " ")
		if !strings.HasPrefix(version, "v") || strings.Contains(line, "// indirect") {
			continue
		}
		assert.Contains(t, allowed, name, "go.mod requires %s directly", name)
	}
	_, all := sources(t)
	for _, s := range all {
		for _, imported := range s.imports(t) {
			switch {
			case strings.HasPrefix(imported, "github.com/go-playground/validator"):
				assert.Equal(t, "internal/check", s.pkg, "%s: validator is confined to internal/check", s.name)
			case strings.HasPrefix(imported, "gonum.org/"):
				assert.Contains(t, []string{"rating/calibration", "integration"}, s.pkg, "%s: gonum is confined to rating/calibration", s.name)
			case strings.HasPrefix(imported, "pgregory.net/"), strings.HasPrefix(imported, "github.com/stretchr/"):
				assert.True(t, s.test || s.pkg == "storage/storetest", "%s imports the test library %s", s.name, imported)
			}
		}
	}
}

// A message is a text.Message as it is declared in a source.
type message struct {
	text.Message
	at string
}

func messages(t *testing.T, set *token.FileSet, all []source) map[string]map[string]message {
	t.Helper()
	byPackage := map[string]map[string]message{}
	for _, s := range all {
		if s.test {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, value := range spec.Values {
				literal, ok := value.(*ast.CompositeLit)
				if !ok || !isMessage(literal.Type, s.pkg) {
					continue
				}
				if byPackage[s.pkg] == nil {
					byPackage[s.pkg] = map[string]message{}
				}
				byPackage[s.pkg][spec.Names[i].Name] = message{readMessage(t, literal), set.Position(literal.Pos()).String()}
			}
			return true
		})
	}
	require.NotEmpty(t, byPackage)
	return byPackage
}

func isMessage(e ast.Expr, pkg string) bool {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		x, ok := e.X.(*ast.Ident)
		return ok && x.Name == "text" && e.Sel.Name == "Message"
	case *ast.Ident:
		return pkg == "text" && e.Name == "Message"
	}
	return false
}

func readMessage(t *testing.T, literal *ast.CompositeLit) text.Message {
	t.Helper()
	var m text.Message
	for _, element := range literal.Elts {
		pair, ok := element.(*ast.KeyValueExpr)
		require.True(t, ok)
		value, ok := pair.Value.(*ast.BasicLit)
		require.True(t, ok, "a message is written out, not put together")
		said, err := strconv.Unquote(value.Value)
		require.NoError(t, err)
		switch pair.Key.(*ast.Ident).Name {
		case "Code":
			m.Code = said
		case "En":
			m.En = said
		case "Zh":
			m.Zh = said
		}
	}
	return m
}

var (
	code = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)
	han  = regexp.MustCompile(`\p{Han}`)
)

// TestEveryCodeSpeaksBothLanguages holds the messages of all modules to their contract;
// the codes themselves are public and stand in testdata/codes.golden, from where none
// may disappear or go to another package.
func TestEveryCodeSpeaksBothLanguages(t *testing.T) {
	set, all := sources(t)
	var codes []string
	seen := map[string]string{}
	for pkg, declared := range messages(t, set, all) {
		for name, m := range declared {
			assert.Regexp(t, code, m.Code, "%s: %s", m.at, name)
			assert.True(t, strings.HasPrefix(m.Code, path.Base(pkg)+"."), "%s: the code %s does not begin with its package", m.at, m.Code)
			assert.Empty(t, seen[m.Code], "%s: the code %s is taken", m.at, m.Code)
			seen[m.Code] = m.at
			assert.NotEmpty(t, strings.TrimSpace(m.En), "%s has no English", m.at)
			assert.NotEmpty(t, strings.TrimSpace(m.Zh), "%s has no Chinese", m.at)
			assert.False(t, han.MatchString(m.En), "%s: the English has Chinese in it", m.at)
			if names, same := m.Gaps(); assert.True(t, same, "%s: the languages differ in their gaps", m.at) && len(names) == 0 {
				assert.True(t, han.MatchString(m.Zh), "%s: the Chinese is not", m.at)
			}
			if top, _, _ := strings.Cut(pkg, "/"); top != "examples" {
				codes = append(codes, m.Code)
			}
		}
	}
	slices.Sort(codes)
	golden := filepath.Join("testdata", "codes.golden")
	now := strings.Join(codes, "\n") + "\n"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(now), 0o644))
	}
	kept, err := os.ReadFile(golden)
	require.NoError(t, err)
	public := strings.Fields(string(kept))
	const meant = "codes are public contract; if this change is meant, run: go test . -run EveryCode -update"
	assert.Empty(t, less(public, codes), "gone: "+meant)
	assert.Empty(t, less(codes, public), "new: "+meant)
}

// less is what is in all and not in some.
func less(all, some []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(one string) bool { return slices.Contains(some, one) })
}

// TestEveryGapIsFilled looks at each call that hands over a message by name and arguments.
func TestEveryGapIsFilled(t *testing.T) {
	set, all := sources(t)
	declared := messages(t, set, all)
	calls := 0
	for _, s := range all {
		if s.test {
			continue
		}
		ast.Inspect(s.File, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name, arguments, fills := messageIn(call, declared[s.pkg])
			if name == "" || call.Ellipsis != token.NoPos || (len(arguments) == 0 && !fills) {
				return true
			}
			calls++
			given := map[string]bool{}
			for i := 0; i < len(arguments); i += 2 {
				if literal, ok := arguments[i].(*ast.BasicLit); ok && literal.Kind == token.STRING {
					key, _ := strconv.Unquote(literal.Value)
					given[key] = true
				} else {
					return true // the arguments are not name and value in turn: another function's
				}
			}
			gaps, _ := declared[s.pkg][name].Gaps()
			for _, gap := range gaps {
				assert.True(t, given[gap], "%s: the gap {%s} of %s is not filled", set.Position(call.Pos()), gap, name)
			}
			return true
		})
	}
	assert.Positive(t, calls)
}

// messageIn finds the message that a call hands over, what follows it, and whether the
// call is one that fills it: m.With(…), m.Plain(), v.Add(path, m, …), fault.Refuse(kind, m, …).
func messageIn(call *ast.CallExpr, declared map[string]message) (name string, arguments []ast.Expr, fills bool) {
	selector, _ := call.Fun.(*ast.SelectorExpr)
	if selector != nil && (selector.Sel.Name == "With" || selector.Sel.Name == "Plain") {
		if x, ok := selector.X.(*ast.Ident); ok {
			if _, ok := declared[x.Name]; ok {
				return x.Name, call.Args, true
			}
		}
	}
	for i, argument := range call.Args {
		if x, ok := argument.(*ast.Ident); ok {
			if _, ok := declared[x.Name]; ok {
				fills = selector != nil && (selector.Sel.Name == "Add" || selector.Sel.Name == "Refuse")
				return x.Name, call.Args[i+1:], fills
			}
		}
	}
	return "", nil, false
}

func TestEveryExportedNameIsDocumented(t *testing.T) {
	set, all := sources(t)
	documented := map[string]bool{}
	for _, s := range all {
		if s.test {
			continue
		}
		documented[s.pkg] = documented[s.pkg] || s.Doc.Text() != ""
		for _, declaration := range s.Decls {
			switch d := declaration.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && exportedReceiver(d) {
					assert.NotEmpty(t, d.Doc.Text(), "%s: %s has no comment", set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					for name, said := range namesOf(spec, d) {
						assert.True(t, said, "%s: %s has no comment", set.Position(spec.Pos()), name)
					}
				}
			}
		}
	}
	for pkg, said := range documented {
		assert.True(t, said, "package %q has no package comment", pkg)
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	e := d.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return false
		}
	}
}

// namesOf are the exported names of a declaration, and whether each has a comment: its
// own, one on its line, or that of its group.
func namesOf(spec ast.Spec, d *ast.GenDecl) map[string]bool {
	names := map[string]bool{}
	switch s := spec.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() {
			names[s.Name.Name] = s.Doc.Text() != "" || d.Doc.Text() != ""
		}
	case *ast.ValueSpec:
		for _, n := range s.Names {
			if n.IsExported() {
				names[n.Name] = s.Doc.Text() != "" || s.Comment.Text() != "" || d.Doc.Text() != ""
			}
		}
	}
	return names
}

// TestTagsAreOnesThatAreKnown reads every validate tag: validator panics on one it does
// not know, when a value of the type first comes by.
func TestTagsAreOnesThatAreKnown(t *testing.T) {
	set, all := sources(t)
	known := []string{"-", "dive", "omitempty", "required", "max", "min", "oneof", "http_url", "unique"}
	read := 0
	for _, s := range all {
		ast.Inspect(s.File, func(n ast.Node) bool {
			field, ok := n.(*ast.Field)
			if !ok || field.Tag == nil || s.test {
				return true
			}
			tag, err := strconv.Unquote(field.Tag.Value)
			require.NoError(t, err)
			rules, tagged := reflect.StructTag(tag).Lookup("validate")
			if !tagged {
				return true
			}
			read++
			for rule := range strings.SplitSeq(rules, ",") {
				name, _, _ := strings.Cut(rule, "=")
				assert.Contains(t, known, name, "%s", set.Position(field.Pos()))
			}
			return true
		})
	}
	assert.Positive(t, read)
}
