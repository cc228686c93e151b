package analysis_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows is the way of the data: each package, and all that it may import from
// this module. Change it only when the picture in analysis.go changes, and say
// there why.
const arrows = `
lexicons                       :
analysis/language/conllu       :
analysis/language/lemma        :
analysis/language/tokenise     :
analysis/language/parse/matrix :
analysis/language/parse        : analysis/language/parse/matrix
analysis/language/parse/train  : analysis/language/conllu analysis/language/parse analysis/language/parse/matrix analysis/language/tokenise
analysis/language              : analysis/language/lemma analysis/language/parse analysis/language/tokenise
analysis/corpus                : analysis/language
analysis/actors                : analysis/clause analysis/language lexicons
analysis/voice                 : analysis/actors analysis/language lexicons
analysis/wording               : analysis/actors analysis/clause analysis/language analysis/voice lexicons
analysis/clause                : analysis/language
analysis/events                : analysis/clause analysis/actors analysis/language analysis/voice lexicons
analysis/stance                : analysis/actors analysis/clause analysis/events analysis/language analysis/voice analysis/wording lexicons
analysis/record                : analysis/actors analysis/corpus analysis/events analysis/language analysis/stance analysis/voice analysis/wording
analysis                       : analysis/actors analysis/corpus analysis/events analysis/language analysis/record analysis/stance analysis/voice analysis/wording lexicons
analysis/fit                   :
analysis/runs                  : analysis/corpus analysis/record
analysis/audit                 :
analysis/compare               : analysis/record analysis/voice lexicons
reports/plots                  :
reports                        : analysis/actors analysis/compare analysis/events analysis/language analysis/record analysis/stance analysis/voice analysis/wording reports/plots
cmd/slant                      : analysis analysis/compare analysis/corpus analysis/record analysis/runs lexicons reports
cmd/trainbias                  : analysis analysis/fit analysis/wording
cmd/trainstance                : analysis analysis/corpus analysis/fit analysis/stance
cmd/trainparser                : analysis/language analysis/language/conllu analysis/language/lemma analysis/language/parse analysis/language/parse/train analysis/language/tokenise
`

// homes names the only packages that may import a module.
var homes = map[string][]string{
	"github.com/jdkato/prose/v2":        {"analysis/language"},
	"gonum.org/v1/gonum/stat":           {"analysis/compare"},
	"gonum.org/v1/gonum/stat/distuv":    {"analysis/compare"},
	"gonum.org/v1/gonum/stat/combin":    {"analysis/compare"},
	"gonum.org/v1/plot":                 {"reports/plots"},
	"github.com/goccy/go-yaml":          {"lexicons"},
	"github.com/parquet-go/parquet-go":  {"reports"},
	"github.com/spf13/cobra":            {"cmd/slant", "cmd/trainparser"},
	"github.com/schollz/progressbar/v3": {"cmd/slant"},
}

func TestArrows(t *testing.T) {
	const module = "slant/"
	allowed := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(arrows)) {
		pkg, imports, _ := strings.Cut(line, ":")
		allowed[strings.TrimSpace(pkg)] = strings.Fields(imports)
	}
	// Read the files here, not through the go command: go test sees which files a
	// test opens and runs it again when they change.
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(root, file)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(file)
		if _, known := allowed[pkg]; !known {
			t.Errorf("%s: the package is not in the picture; add it to the arrows", file)
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if in, ok := strings.CutPrefix(imported, module); ok && !slices.Contains(allowed[pkg], in) {
				t.Errorf("%s imports %s, against the picture in analysis/analysis.go", file, in)
			}
			if home := homes[imported]; home != nil && !slices.Contains(home, pkg) {
				t.Errorf("%s imports %s, which only %s may", file, imported, strings.Join(home, ", "))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
