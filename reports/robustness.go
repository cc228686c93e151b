package reports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slant/analysis/compare"
	"slant/reports/plots"
)

const mostCurves = 4 // specification curves in the page; the CSV table has all

// robustness shows what differences depend on: how it is counted, single
// stories, authors and entries of lexicons.
func (d *drafter) robustness() section {
	s := section{ID: "robustness", Heading: "Robustness"}
	if len(d.c.Outlets) < 2 {
		return section{}
	}
	var firm []compare.Contrast // those that keep clear of no difference
	for _, m := range d.c.Metrics {
		for _, e := range d.of(m) {
			if apart(e) {
				firm = append(firm, e)
			}
		}
	}
	s.add(d.curves(firm))
	s.add(d.leftOut(firm))
	s.add(d.without())
	return s
}

// curves draws the claims under every way to count.
func (d *drafter) curves(firm []compare.Contrast) section {
	s := section{ID: "specifications", Heading: "Other ways to count"}
	firm = slices.Clone(firm)
	slices.SortStableFunc(firm, func(a, b compare.Contrast) int {
		if x, y := d.stands(a), d.stands(b); x != y {
			if x {
				return -1
			}
			return 1
		}
		return cmp.Compare(strength(d.metric(b.Metric), b.Estimate), strength(d.metric(a.Metric), a.Estimate))
	})
	drawn := map[string]bool{}
	t := &table{Caption: "Differences under other ways to count", CSV: "specifications", Folded: true, Heads: []head{
		{Text: "Measure", Long: true}, {Text: "Outlet", Long: true}, {Text: "In the report", Numbers: true}, {Text: "Ways to count", Numbers: true}, {Text: "Median", Numbers: true},
		{Text: "On the same side", Numbers: true}, {Text: "Clear of no difference", Numbers: true}, {Text: "p of all together", Numbers: true}}}
	for _, e := range firm {
		if e.Curve == nil {
			continue
		}
		m := d.metric(e.Metric)
		if len(drawn) < mostCurves && !drawn[e.Metric] {
			drawn[e.Metric] = true
			s.detail(d.curve(m, e))
		}
		if len(t.Rows) >= mostFoldedRow {
			t.More++
			continue
		}
		t.Rows = append(t.Rows, []cell{{Text: m.Name}, {Text: e.Outlet}, {Text: d.value(m, e.Value)}, {Text: counted(len(e.Curve.Specifications))},
			{Text: d.value(m, e.Curve.Median)}, {Text: part(e.Curve.SameSide)}, {Text: part(e.Curve.Clear)}, {Text: probability(e.Curve.P)}})
	}
	if len(t.Rows) == 0 {
		return section{}
	}
	s.Blocks = append([]block{{Text: "The same question asked again in every defensible way: with and without agency copy, sources' words, weakly loaded words and repeated texts. The ways hang together; that many agree is no proof (Simonsohn, Simmons and Nelson 2020)."}}, s.Blocks...)
	s.table(t)
	return s
}

// part writes a share of 1 in per cent.
func part(v float64) string {
	if math.IsNaN(v) {
		return none
	}
	return fmt.Sprintf("%.0f\u00a0%%", 100*v)
}

// choices are what specifications choose.
var choices = []struct {
	name string
	made func(compare.Specification) bool
}{
	{"with sources’ words", func(s compare.Specification) bool { return s.AllVoices }},
	{"strong words only", func(s compare.Specification) bool { return s.StrongOnly }},
	{"without agency copy", func(s compare.Specification) bool { return s.WithoutWire }},
	{"with repeated texts", func(s compare.Specification) bool { return s.WithCopies }},
}

func (d *drafter) curve(m compare.Metric, e compare.Contrast) (*plots.Figure, string) {
	k := plots.Curve{Axis: plots.Ratios, Title: "rate ratio against the others [" + d.ciName() + "], log scale"}
	if m.Scale != compare.Ratio {
		k.Axis, k.Title = plots.Differences, "difference from the others ["+d.ciName()+"]"
	}
	var used []int
	for i, c := range choices {
		if slices.ContainsFunc(e.Curve.Specifications, c.made) {
			used = append(used, i)
			k.Choices = append(k.Choices, c.name)
		}
	}
	low, high := math.Inf(1), math.Inf(-1)
	for i, s := range e.Curve.Specifications {
		spec := plots.CurveSpec{Estimate: s.Value, Low: math.NaN(), High: math.NaN(), Main: i == 0}
		if s.Interval != nil {
			spec.Low, spec.High = s.Interval.Low, s.Interval.High
		}
		for _, c := range used {
			spec.Chosen = append(spec.Chosen, choices[c].made(s))
		}
		k.Specs = append(k.Specs, spec)
		if !math.IsNaN(s.Value) {
			low, high = min(low, s.Value), max(high, s.Value)
		}
	}
	title := fmt.Sprintf("%s, %s: from %s to %s under %s", cap1(m.Name), isolate(short(e.Outlet)), d.value(m, low), d.value(m, high),
		plural(len(k.Specs), "way to count", "ways to count"))
	description := fmt.Sprintf("Specification curve. %s. %s are on the same side of no difference, %s keep clear of it. The table below has the summary, specifications.csv all values.",
		title, part(e.Curve.SameSide), part(e.Curve.Clear))
	return k.Draw("curve-"+slug(m.ID), title, description),
		fmt.Sprintf("Each column is one way to count; squares say which. Filled: the %s does not include %g; ring: it does; cross: no interval. Median %s; %s on the same side; %s clear; p of all together %s.",
			d.ciName(), nullOf(m), d.value(m, e.Curve.Median), part(e.Curve.SameSide), part(e.Curve.Clear), probability(e.Curve.P))
}

// leftOut shows differences without what they depend on most.
func (d *drafter) leftOut(firm []compare.Contrast) section {
	s := section{ID: "influence", Heading: "Single stories, authors and words"}
	heads := func(what string) []head {
		return []head{{Text: "Measure", Long: true}, {Text: "Outlet", Long: true}, {Text: "Against the others", Numbers: true}, {Text: "Without it", Numbers: true}, {Text: what, Long: true}}
	}
	stories := &table{Caption: "Differences without their most influential story", Folded: true, CSV: "influence", Heads: heads("Story")}
	authors := &table{Caption: "Differences without their most influential author", Folded: true, CSV: "influence", Heads: heads("Author")}
	entries := &table{Caption: "Differences without their most influential word", Folded: true, CSV: "influence", Heads: heads("Entry of a lexicon")}
	turned := map[*table]int{}
	row := func(t *table, e compare.Contrast, without float64, what string) {
		m := d.metric(e.Metric)
		if (e.Value-nullOf(m))*(without-nullOf(m)) < 0 {
			turned[t]++
		}
		if len(t.Rows) >= mostFoldedRow {
			t.More++
			return
		}
		v := none
		if !math.IsNaN(without) {
			v = d.value(m, without)
		}
		t.Rows = append(t.Rows, []cell{{Text: m.Name}, {Text: e.Outlet}, {Text: d.value(m, e.Value)}, {Text: v}, {Text: what}})
	}
	for _, e := range firm {
		if len(e.Influence) > 0 {
			row(stories, e, e.Influence[0].Without, e.Influence[0].Story)
		}
		if len(e.ByAuthor) > 0 {
			name := e.ByAuthor[0].Name
			if name == "" {
				name = "an article without byline"
			}
			row(authors, e, e.ByAuthor[0].Without, name+" ("+e.ByAuthor[0].Outlet+")")
		}
		if len(e.ByEntry) > 0 {
			row(entries, e, e.ByEntry[0].Without, e.ByEntry[0].Name)
		}
	}
	if len(stories.Rows)+len(authors.Rows)+len(entries.Rows) == 0 {
		return section{}
	}
	s.text("Each difference that the intervals vouch for was estimated again without each of its stories, authors and lexicon entries. The tables show for each the one that changes it most.")
	var lines []string
	for _, t := range []struct {
		*table
		one string
	}{{stories, "story"}, {authors, "author"}, {entries, "entry of a lexicon"}} {
		if len(t.Rows) == 0 {
			continue
		}
		switch n := turned[t.table]; n {
		case 0:
			lines = append(lines, "None changes sides without a single "+t.one+".")
		case 1:
			lines = append(lines, "One difference changes sides without a single "+t.one+".")
		default:
			lines = append(lines, fmt.Sprintf("%d differences change sides without a single %s.", n, t.one))
		}
	}
	s.text(strings.Join(lines, " "))
	s.table(stories)
	s.table(authors)
	s.table(entries)
	return s
}

// without shows what agency copy and sources' words do to rates.
func (d *drafter) without() section {
	s := section{ID: "wire-voice", Heading: "Without agency copy, and with sources’ words"}
	t := &table{Caption: "Rates counted otherwise", Folded: true, CSV: "rates", Heads: []head{
		{Text: "Measure", Long: true}, {Text: "Outlet", Long: true}, {Text: "In the report", Numbers: true}, {Text: "Without agency copy", Numbers: true}, {Text: "With sources’ words", Numbers: true}}}
	for _, f := range d.families {
		if f.whole == nil {
			continue
		}
		for _, o := range d.shownOutlets(*f.whole) {
			e, ok := d.rates[key{f.whole.ID, o}]
			if !ok || e.WithoutWire == nil && e.WithQuoted == nil {
				continue
			}
			other := func(x *compare.Estimate) cell {
				if x == nil {
					return cell{Text: none}
				}
				return cell{Text: d.rate(*f.whole, x.Value)}
			}
			if len(t.Rows) >= mostFoldedRow {
				t.More++
				continue
			}
			t.Rows = append(t.Rows, []cell{{Text: f.whole.Name}, {Text: o}, {Text: d.rate(*f.whole, e.Value)}, other(e.WithoutWire), other(e.WithQuoted)})
		}
	}
	s.table(t)
	return s
}
