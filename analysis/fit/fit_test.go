package fit_test

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slant/analysis/fit"
)

// counted returns examples of one feature, 0 or 1: counts[v][c] of value v and class c.
func counted(counts [2][]int) (data []fit.Example) {
	for v, classes := range counts {
		for c, n := range classes {
			for i := range n {
				data = append(data, fit.Example{Features: []float64{float64(v), 1}, Class: c, Part: i % 2})
			}
		}
	}
	return data
}

// TestFit holds that without a penalty a feature of two values gives the shares of
// the classes among the examples of each, which is the maximum of the likelihood.
func TestFit(t *testing.T) {
	for _, counts := range [][2][]int{{{2, 6}, {9, 3}}, {{2, 4, 6}, {8, 1, 3}}, {{1, 2, 3, 4}, {4, 3, 2, 1}}} {
		classes := []string{"a", "b", "c", "d"}[:len(counts[0])]
		w, err := fit.Regression{Classes: classes}.Fit(counted(counts))
		if err != nil {
			t.Fatal(err)
		}
		for v, want := range counts {
			total := 0
			for _, n := range want {
				total += n
			}
			for c, p := range w.Probabilities([]float64{float64(v), 1}) {
				if share := float64(want[c]) / float64(total); math.Abs(p-share) > 1e-6 {
					t.Errorf("%v: class %d has probability %.4f at %d, want %.4f", counts, c, p, v, share)
				}
			}
		}
	}
}

// TestPenalty holds that a stronger penalty makes smaller weights, one that takes
// features for less rare than they are likewise, and the constant has none.
func TestPenalty(t *testing.T) {
	data := counted([2][]int{{20, 60}, {9, 3}})
	last := math.Inf(1)
	for _, r := range []fit.Regression{{}, {Ridge: 10}, {Ridge: 10, Rare: 1}, {Ridge: 1e6, Rare: 1}} {
		r.Classes = []string{"a", "b"}
		w, err := r.Fit(data)
		if err != nil {
			t.Fatal(err)
		}
		if w[0][0] >= last {
			t.Errorf("%+v gives the weight %v, a weaker penalty %v", r, w[0][0], last)
		}
		if last = w[0][0]; r.Ridge == 1e6 && math.Abs(w[0][1]-math.Log(29./63)) > 1e-3 {
			t.Errorf("the constant alone is %v", w[0][1])
		}
	}
}

// TestSameInAll holds that a feature that is the same in all examples disturbs no
// fit that has a penalty.
func TestSameInAll(t *testing.T) {
	var data []fit.Example
	for _, x := range counted([2][]int{{20, 60}, {9, 3}}) {
		x.Features = append([]float64{0.3, 0}, x.Features...)
		data = append(data, x)
	}
	if _, err := (fit.Regression{Classes: []string{"a", "b"}, Ridge: 1}).Fit(data); err != nil {
		t.Error(err)
	}
}

func TestFitRefuses(t *testing.T) {
	r := fit.Regression{Classes: []string{"good", "bad"}}
	same := []fit.Example{{Features: []float64{1, 1}, Class: 0}, {Features: []float64{1, 1}, Class: 1}}
	if _, err := r.Fit(same); err == nil || !strings.Contains(err.Error(), "depend on one another") {
		t.Errorf("two features that are one: %v", err)
	}
	if _, err := r.Fit(same[:1]); err == nil || err.Error() != "none of 1 examples is bad; give it some of each kind" {
		t.Errorf("only good examples: %v", err)
	}
	if _, err := r.Fit(nil); err == nil {
		t.Error("no examples give weights")
	}
	apart := counted([2][]int{{0, 5}, {5, 0}})
	if _, err := r.Fit(apart); err == nil {
		t.Error("a feature that tells all has a weight without a penalty")
	}
}

// TestValidate holds that each part is judged by the others: where one part says
// the opposite of the rest, it is judged wrong.
func TestValidate(t *testing.T) {
	data := counted([2][]int{{4, 16}, {16, 4}})
	for _, v := range []float64{0, 1} {
		data = append(data, fit.Example{Features: []float64{v, 1}, Class: int(v), Part: 2})
	}
	judged, err := fit.Regression{Classes: []string{"a", "b"}, Ridge: 1}.Validate(data, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(judged) != len(data) {
		t.Fatalf("%d judgements of %d examples", len(judged), len(data))
	}
	for _, x := range judged[len(data)-2:] {
		if x.P[x.Class] > 0.4 {
			t.Errorf("class %d has probability %.2f by weights that should not know it", x.Class, x.P[x.Class])
		}
	}
}

func TestLines(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(path, []byte("one\ntwo\nthree"), 0o666); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := fit.Lines(path, "“one”", func(line []byte) error {
		got = append(got, string(line))
		if string(line) == "three" {
			return errors.New("too many")
		}
		return nil
	})
	if len(got) != 3 || err == nil || err.Error() != path+":3: too many; a line should be like “one”" {
		t.Errorf("got %q and %v", got, err)
	}
	if err := fit.Lines(path+"x", "", nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestPart(t *testing.T) {
	seen := map[int]int{}
	for i := range 1000 {
		p := fit.Part(strings.Repeat("x", i), 5)
		if p < 0 || p >= 5 || p != fit.Part(strings.Repeat("x", i), 5) {
			t.Fatalf("part %d of 5", p)
		}
		seen[p]++
	}
	for p, n := range seen {
		if n < 100 {
			t.Errorf("part %d has %d of 1000", p, n)
		}
	}
}

func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.json")
	var out strings.Builder
	for _, to := range []string{path, ""} {
		if err := fit.Write(to, map[string]float64{"w": fit.Round(-0.12345)}, &out); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := "{\n\t\"w\": -0.123\n}\n"; string(b) != want || out.String() != want {
		t.Errorf("wrote %q and %q, want %q", b, out.String(), want)
	}
}
