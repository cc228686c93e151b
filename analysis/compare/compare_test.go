package compare

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

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

// drawRow makes an article with something of every kind that metrics count.
func drawRow(outlets, stories int) func(*rapid.T) Row {
	return func(t *rapid.T) Row {
		n := func(label string, most int) int { return rapid.IntRange(0, most).Draw(t, label) }
		r := Row{
			ID:        fmt.Sprint("a", n("id", 40)),
			Outlet:    fmt.Sprint("outlet ", n("outlet", outlets-1)),
			Story:     fmt.Sprint("story ", n("story", stories-1)),
			Published: fmt.Sprintf("2024-0%d-11T10:00:00Z", 1+n("month", 8)),
			Wire:      rapid.SampledFrom([]string{"", "AP"}).Draw(t, "wire"),
		}
		if n("unmatched", 3) == 0 {
			r.Story = ""
		}
		w := record.Words{Outlet: n("own", 300), Direct: n("direct", 50), Indirect: n("indirect", 50)}
		w.Total = w.Outlet + w.Direct + w.Indirect
		r.Tally = record.Tally{
			Articles: 1, Words: w,
			Attributions: record.Tones{Neutral: n("neutral", 5), Doubt: n("doubt", 2), Contest: n("contest", 2)},
			Acts:         record.Forms{Active: n("active", 5), Passive: n("passive", 3), Agentless: n("agentless", 3)},
			Harm:         record.Forms{Active: n("harm", 3), Nominal: 2, NominalWithoutAgent: n("nobody's", 2)},
			Figures:      record.Figures{Given: 3, Attributed: n("attributed", 3)},
			Mentions:     []record.MentionCount{{Actor: "mayor", Name: rapid.SampledFrom([]string{"Ann Lee", "Lee"}).Draw(t, "name"), Type: "person", Mentions: 1 + n("mentions", 3), Articles: 1}},
			Portrayals:   []record.PortrayalCount{{Actor: "mayor", Negative: n("negative", 3), Neutral: 1, Positive: n("positive", 3)}},
		}
		for _, kind := range []string{"evaluation", "violence"} {
			r.Tally.Findings = append(r.Tally.Findings,
				record.FindingCount{Detector: "wordchoice", Category: kind, Voice: voice.Indirect, Count: n("theirs", 2)},
				record.FindingCount{Detector: "wordchoice", Category: kind, Voice: voice.Outlet, Count: n(kind, 4)})
		}
		return r
	}
}

func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawRow(4, 20)), 0, 60).Draw(t, "rows")
		for i := range rows {
			if rapid.IntRange(0, 9).Draw(t, "copied") == 0 {
				rows[i].DuplicateOf = "a1"
			}
		}
		o := Options{Seed: 7, Tries: 99, MinStories: 3}
		want, err := New(rows, o)
		if err != nil {
			t.Fatal(err)
		}
		// Articles of one outlet, story and name are told apart by nothing, so only one of them may be a copy.
		for i := range rows {
			for j := range i {
				if rows[i].ID == rows[j].ID && rows[i].Outlet == rows[j].Outlet && rows[i].Story == rows[j].Story {
					t.Skip("one name twice")
				}
			}
		}
		got, err := New(rapid.Permutation(rows).Draw(t, "shuffled"), o)
		if err != nil {
			t.Fatal(err)
		}
		// Printing shows the last bit of every float, and NaN as itself.
		if a, b := fmt.Sprintf("%+v", plain(want)), fmt.Sprintf("%+v", plain(got)); a != b {
			t.Fatalf("in order:\n%s\nshuffled:\n%s", a, b)
		}
	})
}

// plain replaces pointers, so that printing shows what they point to.
func plain(c *Comparison) any {
	intervals := []Interval{}
	p := *c
	take := func(e *Estimate) {
		if e.Interval != nil {
			intervals = append(intervals, *e.Interval)
			e.Interval = nil
		}
	}
	p.Rates, p.Contrasts, p.Pairs, p.Stances = slices.Clone(c.Rates), slices.Clone(c.Contrasts), slices.Clone(c.Pairs), slices.Clone(c.Stances)
	for i := range p.Rates {
		take(&p.Rates[i].Estimate)
	}
	for i := range p.Contrasts {
		take(&p.Contrasts[i].Estimate)
	}
	for i := range p.Pairs {
		take(&p.Pairs[i].Estimate)
	}
	for i := range p.Stances {
		take(&p.Stances[i].Mean)
	}
	return []any{p, intervals}
}

func TestScalingDenominatorsScalesRates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawRow(3, 8)), 1, 40).Draw(t, "rows")
		k := rapid.IntRange(2, 9).Draw(t, "k")
		scaled := slices.Clone(rows)
		for i := range scaled {
			w := &scaled[i].Tally.Words
			*w = record.Words{Total: k * w.Total, Outlet: k * w.Outlet, Direct: k * w.Direct, Indirect: k * w.Indirect}
		}
		want, _ := New(rows, Options{Tries: 9})
		got, _ := New(scaled, Options{Tries: 9})
		for i, r := range got.Rates {
			by := float64(k)
			if m := got.Metrics[slices.IndexFunc(got.Metrics, func(m Metric) bool { return m.ID == r.Metric })]; m.Per != 1000 {
				by = 1 // not per word, or words over words
			}
			near(t, r.Metric+" "+r.Outlet, r.Value*by, want.Rates[i].Value)
			if (r.Interval == nil) != (want.Rates[i].Interval == nil) {
				t.Fatalf("%s of %s: one has an interval", r.Metric, r.Outlet)
			}
			if r.Interval != nil {
				near(t, "low end", r.Interval.Low*by, want.Rates[i].Interval.Low)
				near(t, "high end", r.Interval.High*by, want.Rates[i].Interval.High)
			}
		}
		for i, c := range got.Contrasts { // ratios do not change
			near(t, c.Metric+" "+c.Outlet, c.Value, want.Contrasts[i].Value)
		}
	})
}

func TestSwappingOutletsInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawRow(2, 12)), 1, 60).Draw(t, "rows")
		swapped := slices.Clone(rows)
		for i := range swapped {
			swapped[i].Outlet = map[string]string{"outlet 0": "outlet 1", "outlet 1": "outlet 0"}[rows[i].Outlet]
		}
		a, _ := New(rows, Options{})
		b, _ := New(swapped, Options{})
		if len(a.Pairs) != len(b.Pairs) {
			t.Fatalf("%d pairs, swapped %d", len(a.Pairs), len(b.Pairs))
		}
		for i, p := range a.Pairs {
			q := b.Pairs[i]
			invert := func(v float64) float64 { return 1 / v }
			if p.Metric == "portrayal" {
				invert = func(v float64) float64 { return -v }
			}
			if math.IsNaN(p.Value) || p.Value == 0 && p.Metric != "portrayal" {
				if !math.IsNaN(q.Value) && q.Value != 0 {
					t.Fatalf("%s is %v, swapped %v", p.Metric, p.Value, q.Value)
				}
				continue
			}
			near(t, p.Metric, q.Value, invert(p.Value))
			if p.Stories <= exactStories {
				near(t, "p of "+p.Metric, q.P, p.P)
			}
			if (p.Interval == nil) != (q.Interval == nil) {
				t.Fatalf("%s: %+v, swapped %+v", p.Metric, p, q)
			}
			if p.Interval != nil {
				near(t, "low end of "+p.Metric, q.Interval.Low, invert(p.Interval.High))
				near(t, "high end of "+p.Metric, q.Interval.High, invert(p.Interval.Low))
			}
		}
	})
}

func near(t *rapid.T, what string, got, want float64) {
	t.Helper()
	if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > 1e-9*max(1, math.Abs(want)) {
		t.Fatalf("%s = %v, want %v", what, got, want)
	}
}

// TestNothingIsInfinite looks at every float of comparisons of small corpora,
// where counts of 0 abound.
func TestNothingIsInfinite(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawRow(3, 4)), 0, 12).Draw(t, "rows")
		c, err := New(rows, Options{MinStories: 2, Tries: 9})
		if err != nil {
			t.Fatal(err)
		}
		walk(reflect.ValueOf(c), func(f float64) {
			if math.IsInf(f, 0) {
				t.Fatalf("infinite number in %+v", plain(c))
			}
		})
		for _, r := range c.Contrasts {
			if r.Interval == nil && len(r.Notes) == 0 {
				t.Fatalf("no interval and no reason: %+v", r)
			}
			if r.Interval != nil && !(r.Interval.Low <= r.Value && r.Value <= r.Interval.High) {
				t.Fatalf("%v outside of %+v", r.Value, *r.Interval)
			}
		}
		for _, r := range c.Rates {
			if r.Interval == nil && len(r.Notes) == 0 {
				t.Fatalf("no interval and no reason: %+v", r)
			}
		}
	})
}

func walk(v reflect.Value, visit func(float64)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), visit)
		}
	case reflect.Float64:
		visit(v.Float())
	}
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
	if want := (Options{Level: .95, Seed: 3, Tries: 9999, MinStories: 6}); c.Options != want {
		t.Errorf("options %+v", c.Options)
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
		far = math.Abs(far)
		exact, _ := signFlip(d, nil, 1)
		random := flipAtRandom(d, far-1e-9, stream(1, "m", "o", ""), 19999)
		if se := math.Sqrt(exact * (1 - exact) / 19999); math.Abs(random-exact) > 4*se+1e-4 {
			t.Errorf("%d stories: p = %v by chance, %v exactly", len(d), random, exact)
		}
		if again := flipAtRandom(d, far-1e-9, stream(1, "m", "o", ""), 19999); again != random {
			t.Errorf("the same seed gives %v and %v", random, again)
		}
	}
	long := slices.Repeat([]float64{1}, 40)
	p, least := signFlip(long, stream(0, "", "", ""), 999)
	if p != .001 || least != .001 {
		t.Errorf("p = %v, at least %v", p, least)
	}
	if p, _ := signFlip([]float64{0, 0}, nil, 1); p != 1 {
		t.Errorf("without any swing p = %v", p)
	}
}

func BenchmarkNew(b *testing.B) {
	rows := benchmarkRows(100_000, 12)
	for b.Loop() {
		c, err := New(rows, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(c.Contrasts)+len(c.Pairs)), "contrasts")
	}
}

// benchmarkRows makes articles about stories that some ten of them share.
func benchmarkRows(n, outlets int) []Row {
	r := rand.New(rand.NewPCG(1, 1))
	rows := make([]Row, n)
	for i := range rows {
		row := loadedRow(fmt.Sprint("outlet ", r.IntN(outlets)), fmt.Sprint("story ", r.IntN(n/10)), 0, 100+r.IntN(900))
		row.ID = fmt.Sprint(i)
		t := &row.Tally
		t.Words.Direct, t.Words.Indirect = r.IntN(200), r.IntN(200)
		t.Words.Total += t.Words.Direct + t.Words.Indirect
		for _, kind := range []string{"emotion", "evaluation", "intensifier", "violence"} {
			for _, v := range []string{voice.Indirect, voice.Outlet} {
				t.Findings = append(t.Findings, record.FindingCount{Detector: "wordchoice", Category: kind, Voice: v, Count: r.IntN(4)})
			}
		}
		t.Attributions = record.Tones{Neutral: r.IntN(9), Doubt: r.IntN(3), Contest: r.IntN(2), Endorse: r.IntN(2)}
		t.Acts = record.Forms{Active: r.IntN(9), Passive: r.IntN(3), Agentless: r.IntN(3), Nominal: r.IntN(3)}
		t.Harm = record.Forms{Active: r.IntN(4), Agentless: r.IntN(3)}
		t.Figures = record.Figures{Given: 3, Attributed: r.IntN(4)}
		for j := range 5 {
			actor := fmt.Sprintf("actor %03d", j*200+r.IntN(200))
			t.Portrayals = append(t.Portrayals, record.PortrayalCount{Actor: actor, Negative: r.IntN(3), Neutral: 1, Positive: r.IntN(2)})
			t.Mentions = append(t.Mentions, record.MentionCount{Actor: actor, Name: actor, Type: "person", Mentions: 3, Articles: 1})
		}
		rows[i] = row
	}
	return rows
}
