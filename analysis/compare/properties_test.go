package compare

import (
	"fmt"
	"math"
	"reflect"
	"slices"
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
