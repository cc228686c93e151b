package compare

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"slant/analysis/record"
	"slant/analysis/voice"
)

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
			Sources: []record.SourceCount{
				{Type: record.UnknownSource, Attributions: 1, Length: n("others said", 90)}, {Actor: "mayor", Type: "person", Attributions: 1, Length: 1 + n("mayor said", 90)},
			},
			Harmed:   []record.HarmCount{{Actor: "union", Forms: record.Forms{Active: n("union harmed", 2), Agentless: 1}}},
			Stances:  []record.StanceCount{{Target: "union", Favourable: n("for", 2), Unfavourable: n("against", 2)}},
			Frames:   []record.FrameCount{{Frame: rapid.SampledFrom([]string{"economic", "morality"}).Draw(t, "frame"), Articles: 1}},
			Mentions: []record.MentionCount{{Actor: "union", Name: "the union", Type: "organisation", Mentions: 1 + n("union", 3), Articles: 1}, {Actor: "mayor", Name: rapid.SampledFrom([]string{"Ann Lee", "Lee"}).Draw(t, "name"), Type: "person", Mentions: 1 + n("mentions", 3), Articles: 1}},
			Portrayals: []record.PortrayalCount{
				{Actor: "mayor", Negative: n("negative", 3), Neutral: 1, Positive: n("positive", 3)}, {Actor: "union", Negative: n("union negative", 3), Neutral: 1},
			},
		}
		for _, kind := range []string{"evaluation", "violence"} {
			r.Tally.Findings = append(r.Tally.Findings,
				record.FindingCount{Detector: "wordchoice", Category: kind, Voice: voice.Indirect, Count: n("theirs", 2)},
				record.FindingCount{Detector: "wordchoice", Category: kind, Voice: voice.Outlet, Rule: kind + ".yaml:" + kind, Count: n(kind, 4)},
				record.FindingCount{Detector: "wordchoice", Category: kind, Voice: voice.Outlet, Rule: "strong.yaml:" + kind, Strong: true, Target: "mayor", Count: n("strong", 2)})
		}
		if n("signed", 3) > 0 {
			r.Author = fmt.Sprint("author ", n("author", 5))
		}
		for _, w := range []string{"bridge", "claim", "the", "union"} {
			r.Lemmas = append(r.Lemmas, record.LemmaCount{Lemma: w, Count: n(w, 6)})
		}
		return r
	}
}

// TestOrderOfRecordsDoesNotMatter compares shuffled records on one processor and
// on several, down to the last bit of every number.
func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Custom(drawRow(rapid.SampledFrom([]int{3, 6}).Draw(t, "outlets"), 12)), 0, 90).Draw(t, "rows")
		for i := range rows {
			if rapid.IntRange(0, 9).Draw(t, "copied") == 0 {
				rows[i].DuplicateOf = "a1"
			}
		}
		o := Options{Seed: 7, Tries: 99, MinStories: 3, Words: 3, Study: drawStudy(t)}
		want, err := New(rows, o)
		if err != nil {
			t.Fatal(err)
		}
		before := runtime.GOMAXPROCS(rapid.SampledFrom([]int{1, 3}).Draw(t, "processors"))
		got, err := New(rapid.Permutation(rows).Draw(t, "shuffled"), o)
		runtime.GOMAXPROCS(before)
		if err != nil {
			t.Fatal(err)
		}
		a, b := numbers(want), numbers(got)
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("in order %s, shuffled %s", a[i], b[i])
			}
		}
		if len(a) != len(b) {
			t.Fatalf("%d values in order, %d shuffled", len(a), len(b))
		}
	})
}

// drawStudy makes a study that declares nothing, or something of everything.
func drawStudy(t *rapid.T) *Study {
	if rapid.Bool().Draw(t, "nothing declared") {
		return &Study{Pairs: [][]string{{"mayor", "union"}}}
	}
	src := `
outlets: [outlet 0, outlet 1, outlet 2, outlet 4]
contrasts: [[outlet 0, outlet 2], [outlet 1, outlet 0]]
period: {from: 2024-01-01, to: 2024-07-31}
actors: [mayor, union]
pairs: [[union, mayor]]
metrics: [loaded.*, portrayal.union, frame.morality]
margins: [{metric: loaded, low: 0.9, high: 1.2, because: it is said}]
families:
  - {name: one, metrics: [loaded, agentless], contrasts: all}
  - {name: two, metrics: [quoted.*], contrasts: pairs, correction: BY}
exclude: {wire: true, articles: [a3, a7], because: it is said}
`
	s, err := parseStudy("study.yaml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	s.table = map[string]string{"a1": "story 2", "a2": "story 2", "a40": ""}
	return s
}

// numbers lists everything in a comparison, one value a line with its path.
func numbers(c *Comparison) []string {
	var list []string
	walk(reflect.ValueOf(c).Elem(), "", func(path string, v reflect.Value) {
		if v.Kind() == reflect.Float64 {
			list = append(list, fmt.Sprintf("%s = %x", path, v.Float()))
			return
		}
		list = append(list, fmt.Sprintf("%s = %v", path, v))
	})
	return list
}

// walk visits every value in v that has no parts, maps by key.
func walk(v reflect.Value, path string, visit func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				walk(v.Field(i), path+"."+f.Name, visit)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Map:
		for _, k := range slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) }) {
			walk(v.MapIndex(k), path+"."+k.String(), visit)
		}
	default:
		visit(path, v)
	}
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
			difference := strings.HasPrefix(p.Metric, "portrayal") || strings.HasPrefix(p.Metric, "stance")
			if difference {
				invert = func(v float64) float64 { return -v }
			}
			if math.IsNaN(p.Value) || p.Value == 0 && !difference {
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

// TestWeightHasNoSides swaps the sides of one story: which story dominates must
// not depend on who is called the reference.
func TestWeightHasNoSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(label string, least int64) int64 { return rapid.Int64Range(least, 5000).Draw(t, label) }
		s := stratum{num: n("num", 0), den: n("den", 1), ref: n("ref", 0), per: n("per", 1)}
		swapped := stratum{num: s.ref, den: s.per, ref: s.num, per: s.den}
		near(t, "weight in a ratio", swapped.ratioTerm().weight, s.ratioTerm().weight)
		near(t, "weight in a difference", swapped.differenceTerm().weight, s.differenceTerm().weight)
		near(t, "swing", swapped.swing(), -s.swing())
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
		walk(reflect.ValueOf(c), "", func(path string, v reflect.Value) {
			if v.Kind() == reflect.Float64 && math.IsInf(v.Float(), 0) {
				t.Fatalf("%s is infinite", path)
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
