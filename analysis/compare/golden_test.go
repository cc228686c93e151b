package compare

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A golden is one case of a file of testdata/golden, with the tolerance of the
// file.
type golden[T any] struct {
	ID        string
	Case      T
	tolerance func(want float64) float64
}

// TestGoldenSums checks that nobody has touched the reference figures.
func TestGoldenSums(t *testing.T) {
	folder := os.DirFS(filepath.Join("..", "..", "testdata", "golden"))
	list, err := fs.ReadFile(folder, "SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(folder, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	var sums strings.Builder
	for _, file := range files {
		src, err := fs.ReadFile(folder, file)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(src), file)
	}
	if sums.String() != string(list) {
		t.Errorf("SHA256SUMS says\n%sthe files are\n%s", list, &sums)
	}
}

func goldens[T any](t *testing.T, name string) []golden[T] {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "testdata", "golden", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Relative float64 `json:"tolerance_rel"`
		Absolute float64 `json:"tolerance_abs"`
		Cases    []json.RawMessage
	}
	if err := json.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	var cases []golden[T]
	for _, raw := range file.Cases {
		g := golden[T]{tolerance: func(want float64) float64 { return file.Absolute + file.Relative*math.Abs(want) }}
		var id struct{ ID string }
		if err := json.Unmarshal(raw, &id); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &g.Case); err != nil {
			t.Fatalf("%s: %s: %v", name, id.ID, err)
		}
		g.ID = id.ID
		cases = append(cases, g)
	}
	return cases
}

func (g golden[T]) near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > g.tolerance(want) {
		t.Errorf("%s: %s = %v, want %v", g.ID, what, got, want)
	}
}

type contrastCase struct {
	Input struct {
		Target, Reference string
		PerStory          []struct {
			Story          string
			CountTarget    int64 `json:"count_target"`
			WordsTarget    int64 `json:"words_target"`
			CountReference int64 `json:"count_reference"`
			WordsReference int64 `json:"words_reference"`
		} `json:"per_story"`
		Articles struct {
			Outlet, Story, Author []string
			Words, Count          []int
		}
	}
	Expected struct {
		CrudeLogRR    float64 `json:"crude_log_rr_all_articles"`
		RateTarget    float64 `json:"rate_per_1000_target"`
		RateReference float64 `json:"rate_per_1000_reference"`
		LogRR         float64 `json:"mh_log_rr"`
		Jackknife     struct {
			Stories       []string  `json:"matched_stories"`
			Without       []float64 `json:"leave_one_story_out_log_rr"`
			SE            float64   `json:"cv3_story_se"`
			Interval      []float64 `json:"ci95_rr"`
			Difference    float64   `json:"mh_rate_difference_per_1000"`
			DifferenceSE  float64   `json:"mh_rate_difference_cv3_se_per_1000"`
			Authors       []string
			WithoutAuthor []float64 `json:"leave_one_author_out_log_rr"`
			Largest       float64   `json:"se_max_story_author"`
			LargestDF     float64   `json:"df_max"`
			Flip          struct {
				D []float64
				P float64 `json:"p_two_sided"`
			} `json:"signflip_by_story"`
		} `json:"mh_jackknife"`
	}
}

// TestGoldenContrast checks the contrast of two outlets from their articles to
// the report against metafor, survey and an implementation in R.
func TestGoldenContrast(t *testing.T) {
	for _, g := range goldens[contrastCase](t, "stratified_rate_ratio") {
		in, want := g.Case.Input, g.Case.Expected
		var rows []Row
		for i, name := range in.Articles.Outlet {
			rows = append(rows, loadedRow(name, in.Articles.Story[i], in.Articles.Count[i], in.Articles.Words[i]))
		}
		c := compareRows(t, rows, Options{})
		rates := map[string]float64{}
		for _, r := range c.Rates {
			if r.Metric == "loaded" {
				rates[r.Outlet] = r.Value
			}
		}
		g.near(t, "rate of the target", rates[in.Target], want.RateTarget)
		g.near(t, "rate of the reference", rates[in.Reference], want.RateReference)
		g.near(t, "crude log ratio", math.Log(rates[in.Target]/rates[in.Reference]), want.CrudeLogRR)

		e := find(t, c.Contrasts, "loaded", in.Target)
		g.near(t, "log ratio", math.Log(e.Value), want.LogRR)
		if e.Interval == nil {
			t.Fatalf("%s: no interval: %v", g.ID, c.Notes)
		}
		g.near(t, "low end", e.Interval.Low, want.Jackknife.Interval[0])
		g.near(t, "high end", e.Interval.High, want.Jackknife.Interval[1])
		g.near(t, "p", e.P, want.Jackknife.Flip.P)
		if e.Stories != len(want.Jackknife.Stories) {
			t.Errorf("%s: %d stories, want %d", g.ID, e.Stories, len(want.Jackknife.Stories))
		}
		for i, story := range want.Jackknife.Stories {
			at := slices.IndexFunc(e.Influence, func(f Influence) bool { return f.Story == story })
			g.near(t, "log ratio without "+story, math.Log(e.Influence[at].Without), want.Jackknife.Without[i])
		}
		if !slices.IsSortedFunc(e.Influence, func(a, b Influence) int {
			far := func(f Influence) float64 { return math.Abs(math.Log(f.Without / e.Value)) }
			return int(math.Copysign(1, far(b)-far(a)))
		}) {
			t.Errorf("%s: influence is not in order: %v", g.ID, e.Influence)
		}

		for i := range rows {
			rows[i].Author = in.Articles.Author[i]
		}
		signed := find(t, compareRows(t, slices.DeleteFunc(rows, func(r Row) bool { return r.Outlet != in.Target && r.Outlet != in.Reference }), Options{}).Contrasts, "loaded", in.Target)
		g.near(t, "standard error with authors", signed.SE, want.Jackknife.Largest)
		g.near(t, "its degrees of freedom", signed.DF, want.Jackknife.LargestDF)
		if len(signed.ByAuthor) != len(want.Jackknife.Authors) {
			t.Errorf("%s: %d authors, want %d", g.ID, len(signed.ByAuthor), len(want.Jackknife.Authors))
		}
		for i, author := range want.Jackknife.Authors {
			at := slices.IndexFunc(signed.ByAuthor, func(a LeftOut) bool { return a.Name == author })
			g.near(t, "log ratio without "+author, math.Log(signed.ByAuthor[at].Without), want.Jackknife.WithoutAuthor[i])
		}

		var ratio, difference []term
		for i, s := range in.PerStory {
			st := stratum{int32(i), s.CountTarget, s.WordsTarget, s.CountReference, s.WordsReference, 2}
			g.near(t, "swing of "+s.Story, st.swing(), want.Jackknife.Flip.D[i])
			ratio = append(ratio, st.ratioTerm())
			difference = append(difference, st.differenceTerm())
		}
		o, _ := Options{}.fill()
		g.near(t, "standard error", jackknife(ratio, logLink, o).se, want.Jackknife.SE)
		f := jackknife(difference, plainLink, o)
		g.near(t, "rate difference", 1000*f.value, want.Jackknife.Difference)
		g.near(t, "its standard error", 1000*f.se, want.Jackknife.DifferenceSE)
	}
}

type flipCase struct {
	Input struct {
		Kind string
		D    []float64
		Far  int `json:"n_ge"`
		M    int
	}
	Expected struct {
		P    float64
		Both float64 `json:"p_two_sided"`
		Ways int     `json:"n_perm"`
	}
}

// TestGoldenSignFlip checks the test of swings. The file's two-sample and
// stratified cases shuffle single articles, which slant does not do.
func TestGoldenSignFlip(t *testing.T) {
	n := 0
	for _, g := range goldens[flipCase](t, "permutation_exact") {
		switch g.Case.Input.Kind {
		case "paired_signflip":
			p, _ := newFlips(len(g.Case.Input.D), 1, 0).test(swingsOf(g.Case.Input.D))
			g.near(t, "p", p, g.Case.Expected.Both)
			n++
		case "mc_pvalue":
			g.near(t, "p", monteCarloP(g.Case.Input.Far, g.Case.Input.M), g.Case.Expected.P)
			n++
		}
	}
	if n != 5 {
		t.Errorf("%d cases, want 5", n)
	}
}

func swingsOf(d []float64) []swing {
	var swings []swing
	for i, v := range d {
		swings = append(swings, swing{int32(i), v})
	}
	return swings
}

type functionCase struct {
	Input struct {
		F     string
		P, DF float64
	}
	Expected struct{ V float64 }
}

func TestGoldenStudentQuantile(t *testing.T) {
	n := 0
	for _, g := range goldens[functionCase](t, "special_functions") {
		if strings.HasPrefix(g.Case.Input.F, "t_quantile") {
			g.near(t, "quantile", studentQuantile(g.Case.Input.P, g.Case.Input.DF), g.Case.Expected.V)
			n++
		}
	}
	if n != 4 {
		t.Errorf("%d cases, want 4", n)
	}
}

type quantileCase struct {
	Input    struct{ X, P []float64 }
	Expected struct{ Type7 []float64 }
}

func TestGoldenQuantiles(t *testing.T) {
	for _, g := range goldens[quantileCase](t, "quantiles") {
		slices.Sort(g.Case.Input.X)
		for i, p := range g.Case.Input.P {
			g.near(t, "quantile", quantile(g.Case.Input.X, p), g.Case.Expected.Type7[i])
		}
	}
	if !math.IsNaN(quantile(nil, .5)) {
		t.Error("the median of nothing is a number")
	}
}
