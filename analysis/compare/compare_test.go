package compare

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// loadedRow is an article of so many own-voice words, of which some are loaded.
func loadedRow(outlet, story string, loaded, words int) Row {
	r := Row{Outlet: outlet, Story: story, Tally: record.Tally{Articles: 1, Words: record.Words{Total: words, Outlet: words}}}
	if loaded > 0 {
		r.Tally.Findings = []record.FindingCount{{Detector: "label", Category: "label", Voice: voice.Outlet, Count: loaded}}
	}
	return r
}

func compareRows(t testing.TB, rows []Row, o Options) *Comparison {
	t.Helper()
	c, err := New(rows, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func find(t testing.TB, list []Contrast, metric, outlet string) Contrast {
	t.Helper()
	i := slices.IndexFunc(list, func(c Contrast) bool { return c.Metric == metric && c.Outlet == outlet })
	if i < 0 {
		t.Fatalf("no contrast of %s in %s", outlet, metric)
	}
	return list[i]
}

// said returns the notes of an estimate, in words.
func said(c *Comparison, e Estimate) string {
	var notes []string
	for _, i := range e.Notes {
		notes = append(notes, c.Notes[i])
	}
	return strings.Join(notes, "; ")
}

// stories makes rows of two outlets on n stories, of 100 words each, with as
// many loaded words as the functions say.
func stories(n int, a, b func(story int) int) []Row {
	var rows []Row
	for i := range n {
		s := fmt.Sprintf("s%02d", i)
		rows = append(rows, loadedRow("A", s, a(i), 100), loadedRow("B", s, b(i), 100))
	}
	return rows
}

func TestNotes(t *testing.T) {
	some := func(i int) int { return 1 + i%3 }
	other := func(i int) int { return 1 + i*i%5 }
	none := func(int) int { return 0 }
	first := func(i int) int {
		if i == 0 {
			return 5
		}
		return 0
	}
	for _, test := range []struct {
		name  string
		rows  []Row
		value float64 // of A against B; -1: any
		notes string
		p     bool // whether there is a test
	}{
		{"plain", stories(12, some, other), -1, "", true},
		{"few stories", stories(5, some, func(i int) int { return 4 + i }), -1,
			"a 95 % interval needs at least 6 stories; so few stories differ that p could not be below 0.0625", true},
		{"one story", stories(1, first, first), 1,
			"a 95 % interval needs at least 6 stories; so few stories differ that p could not be below 1", true},
		{"none in the outlet", stories(8, none, some), 0, "none found: 0 has no interval", true},
		{"none in the reference", stories(8, some, none), math.NaN(), "none found in the reference: the ratio is not defined", true},
		{"nothing but in one story", stories(8, first, some), -1, "one story carries more than a quarter of the weight; " +
			"without one of the stories nothing would be left to count: no interval", true},
		{"no variation", stories(8, func(int) int { return 4 }, func(int) int { return 2 }), 2, "the same in every story: no interval", true},
		{"one story dominates", append(stories(8, some, other), loadedRow("A", "big", 90, 9000), loadedRow("B", "big", 80, 9000)), -1,
			"one story carries more than a quarter of the weight", true},
		{"none on the common stories", append(stories(8, none, none), loadedRow("A", "", 3, 50)), math.NaN(),
			"none found on either side: the ratio is not defined", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := compareRows(t, test.rows, Options{})
			e := find(t, c.Contrasts, "loaded", "A")
			if got := said(c, e.Estimate); got != test.notes {
				t.Errorf("notes %q, want %q", got, test.notes)
			}
			if test.value != -1 && e.Value != test.value && !(math.IsNaN(e.Value) && math.IsNaN(test.value)) {
				t.Errorf("value %v, want %v", e.Value, test.value)
			}
			if math.IsNaN(e.P) == test.p {
				t.Errorf("p = %v", e.P)
			}
			if ok := test.notes == "" || test.name == "one story dominates"; (e.Interval != nil) != ok {
				t.Errorf("interval %v", e.Interval)
			}
		})
	}
}

func TestRateNotes(t *testing.T) {
	var rows []Row
	for i := range 8 {
		r := loadedRow("A", "", 1+i%2, 100)
		r.Tally.Harm = record.Forms{Agentless: 1}
		rows = append(rows, r)
		rows = append(rows, loadedRow("B", fmt.Sprint(i), 0, 100))
	}
	rows = append(rows, Row{Outlet: "C", Tally: record.Tally{Articles: 1}})
	c := compareRows(t, rows, Options{})
	want := map[string]string{
		"loaded A":    "articles without a story count as a story each",
		"loaded B":    "none found: 0 has no interval",
		"loaded C":    "nothing to count in: not defined",
		"agentless A": "found wherever possible: 100 % has no interval; articles without a story count as a story each",
	}
	for _, r := range c.Rates {
		if w, ok := want[r.Metric+" "+r.Outlet]; ok && said(c, r.Estimate) != w {
			t.Errorf("%s %s: notes %q, want %q", r.Metric, r.Outlet, said(c, r.Estimate), w)
		}
	}
	if len(c.Contrasts) != 0 || len(c.Pairs) != 0 {
		t.Errorf("contrasts without a story in common: %v %v", c.Contrasts, c.Pairs)
	}
	if c.Rates[0].Interval == nil {
		t.Error("no interval for A")
	}
}

func TestBalance(t *testing.T) {
	for _, test := range []struct {
		weights             []float64
		heaviest, effective float64
	}{
		{[]float64{3, 3, 3, 3}, .25, 4},
		{[]float64{6, 2, 2, 2}, .5, 3},
		{[]float64{5, 0, 0}, 1, 1},
		{[]float64{0, 0}, math.NaN(), math.NaN()},
		{nil, math.NaN(), math.NaN()},
	} {
		var terms []term
		for _, w := range test.weights {
			terms = append(terms, term{weight: w})
		}
		heaviest, effective := balance(terms)
		if fmt.Sprint(heaviest, effective) != fmt.Sprint(test.heaviest, test.effective) {
			t.Errorf("%v: %v, %v, want %v, %v", test.weights, heaviest, effective, test.heaviest, test.effective)
		}
	}
}

func TestShareStaysBelowAll(t *testing.T) {
	var rows []Row
	for i := range 8 {
		r := loadedRow("A", fmt.Sprint(i), 1, 100)
		r.Tally.Harm = record.Forms{Agentless: 9, Active: i % 2}
		rows = append(rows, r)
	}
	c := compareRows(t, rows, Options{})
	for _, r := range c.Rates {
		if r.Metric == "agentless" && (r.Interval == nil || r.Interval.High >= 100 || r.Interval.Low <= 80) {
			t.Errorf("%v, %v", r.Value, r.Interval)
		}
	}
}

func TestDuplicates(t *testing.T) {
	row := func(id, outlet, of string) Row { return Row{ID: id, Outlet: outlet, DuplicateOf: of} }
	c := compareRows(t, []Row{
		row("1", "A", ""),
		row("2", "A", "1"), // printed twice
		row("3", "B", "1"), // taken over
		row("4", "B", "1"), // twice
		row("5", "C", ""),
	}, Options{})
	want := Flow{Read: 5, Duplicates: 2, Empty: 3, Unmatched: 3}
	if c.Flow != want {
		t.Errorf("%+v, want %+v", c.Flow, want)
	}
}

// TestComparison follows a small corpus from records to the end.
func TestComparison(t *testing.T) {
	article := func(id, outlet, story, published string, p ...stance.Portrayal) *record.Record {
		return &record.Record{
			ID: id, Outlet: outlet, Story: story, Published: published,
			Words:      record.Words{Total: 120, Outlet: 100, Direct: 20, Excluded: 3},
			Findings:   []wording.Finding{{Detector: "wordchoice", Category: "evaluation", Voice: voice.Voice{Kind: voice.Outlet}}},
			Portrayals: p,
		}
	}
	good := stance.Portrayal{Actor: "union", Label: "positive"}
	bad := stance.Portrayal{Actor: "union", Label: "negative"}
	var rows []Row
	for _, r := range []*record.Record{
		article("1", "Post", "strike", "2024-03-02", bad, bad),
		article("2", "Post", "strike", "2024-03-01T09:00:00Z", good),
		article("3", "Echo", "strike", "yesterday", good),
		article("4", "", "", "2024-03-05"),
	} {
		rows = append(rows, Count(r))
	}
	c := compareRows(t, rows, Options{Seed: 3})
	if diff := cmp.Diff(Options{Level: .95, Seed: 3, Tries: 9999, MinStories: 6, Words: 100, Study: &Study{}}, c.Options, cmpopts.IgnoreUnexported(Study{})); diff != "" {
		t.Errorf("options (-want +got):\n%s", diff)
	}
	if want := (Flow{Read: 4, Matched: 3, Unmatched: 1, Stories: 1}); c.Flow != want {
		t.Errorf("flow %+v", c.Flow)
	}
	words := func(n int) map[string]int {
		return map[string]int{"outlet": 100 * n, "direct": 20 * n, "indirect": 0, "unresolved": 0, "excluded": 3 * n}
	}
	length := Quartiles{120, 120, 120}
	if diff := cmp.Diff([]Outlet{
		{Name: "(no outlet)", Articles: 1, First: "2024-03-05", Last: "2024-03-05", Words: words(1), Length: length},
		{Name: "Echo", Articles: 1, Stories: 1, Words: words(1), Length: length},
		{Name: "Post", Articles: 2, Stories: 1, First: "2024-03-01", Last: "2024-03-02", Words: words(2), Length: length},
	}, c.Outlets); diff != "" {
		t.Errorf("outlets (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Story{{"strike", 3, []string{"Echo", "Post"}}}, c.Stories); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
	var ids []string
	for _, m := range c.Metrics {
		ids = append(ids, m.ID)
	}
	if want := []string{"loaded", "loaded.evaluation", "quoted", "quoted.direct", "portrayal"}; !slices.Equal(ids, want) {
		t.Errorf("metrics %v, want %v", ids, want)
	}
	if len(c.Stances) != 2 {
		t.Fatalf("%d standings", len(c.Stances))
	}
	s := c.Stances[1]
	if s.Outlet != "Post" || s.Negative != 2 || s.Positive != 1 || s.Mean.Numerator != -1 || s.Mean.Denominator != 3 ||
		s.Mean.Articles != 2 || s.Mean.Stories != 1 || s.Mean.Interval != nil || math.Abs(s.Mean.Value+1./3) > 1e-15 {
		t.Errorf("standing %+v", s)
	}
	e := find(t, c.Contrasts, "portrayal", "Post")
	if math.Abs(e.Value+4./3) > 1e-15 || e.Articles != 3 || e.Stories != 1 {
		t.Errorf("contrast %+v", e)
	}
	if e := find(t, c.Contrasts, "loaded", "(no outlet)"); said(c, e.Estimate) != noteUnmatched {
		t.Errorf("notes %q", said(c, e.Estimate))
	}
	if p := find(t, c.Pairs, "loaded", "Echo"); p.Reference != "Post" || p.Value != 1 {
		t.Errorf("pair %+v", p)
	}
}

func TestActorsAreNamedByMostMentions(t *testing.T) {
	mention := func(name string, n int) Row {
		return Row{Tally: record.Tally{Mentions: []record.MentionCount{{Actor: "x", Name: name, Type: "person", Mentions: n, Articles: 1}}}}
	}
	c := compareRows(t, []Row{mention("Lee", 2), mention("Ann Lee", 1), mention("Ann Lee", 3)}, Options{})
	if want := []Actor{{"x", "Ann Lee", "person", 6, 3}}; !slices.Equal(c.Actors, want) {
		t.Errorf("%+v, want %+v", c.Actors, want)
	}
}

func TestOptionsThatMakeNoSense(t *testing.T) {
	for _, o := range []Options{{Level: 1}, {Level: -1}, {Level: math.NaN()}, {Tries: -1}, {MinStories: 1}} {
		if _, err := New(nil, o); err == nil {
			t.Errorf("%+v taken", o)
		}
	}
}

func TestEmptyCorpus(t *testing.T) {
	c := compareRows(t, nil, Options{})
	if c.Flow != (Flow{}) || len(c.Metrics)+len(c.Rates)+len(c.Outlets) != 0 {
		t.Errorf("%+v", c)
	}
	if _, err := json.Marshal(c); err != nil {
		t.Error(err)
	}
}

func TestCountsOfAnArticle(t *testing.T) {
	r := loadedRow("A", "s", 3, 100)
	got := map[string]Counted{}
	for _, c := range r.Counts() {
		got[c.Metric] = c
	}
	for _, want := range []Counted{{"loaded", 3, 100}, {"loaded.label", 3, 100}, {"hedge", 0, 100}, {"quoted", 0, 100}, {"portrayal", 0, 0}} {
		if got[want.Metric] != want {
			t.Errorf("%+v, want %+v", got[want.Metric], want)
		}
	}
}

// TestRandomFlips compares random flips with all flips, and with themselves.
func TestRandomFlips(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		d := make([]float64, 6+r.IntN(11))
		far := 0.0
		for i := range d {
			d[i] = r.NormFloat64() + .3
			far += d[i]
		}
		far = math.Abs(far) - 1e-9
		exact, _ := newFlips(len(d), 1, 1).test(swingsOf(d))
		share := func(sums []float64) float64 {
			n := 0
			for _, s := range sums {
				n += is(math.Abs(s) >= far)
			}
			return float64(n) / float64(len(sums))
		}
		f := newFlips(len(d), 19999, 1)
		random := share(f.sums(swingsOf(d)))
		if se := math.Sqrt(exact * (1 - exact) / 19999); math.Abs(random-exact) > 4*se+1e-4 {
			t.Errorf("%d stories: p = %v by chance, %v exactly", len(d), random, exact)
		}
		var stories []int32
		for i := range d {
			stories = append(stories, int32(i))
		}
		if all := share(allSums(swingsOf(d), stories)); math.Abs(all-exact) > 1e-12 {
			t.Errorf("%d stories: p = %v by counting, %v by listing", len(d), exact, all)
		}
		if again := newFlips(len(d), 19999, 1).sums(swingsOf(d)); !slices.Equal(again, f.sums(swingsOf(d))) {
			t.Error("the same seed gives other flips")
		}
	}
	long := swingsOf(slices.Repeat([]float64{1}, 40))
	p, least := newFlips(40, 999, 0).test(long)
	if p != .001 || least != .001 {
		t.Errorf("p = %v, at least %v", p, least)
	}
	if p, _ := newFlips(2, 9, 0).test(swingsOf([]float64{0, 0})); p != 1 {
		t.Errorf("without any swing p = %v", p)
	}
}
