package reports

import (
	"fmt"
	"math"
	"strings"

	"slant/analysis/compare"
	"slant/reports/plots"
)

const (
	mostPairs     = 12 // outlets: with more, every two outlets are in the CSV table only
	mostPlotRows  = 44 // of a figure: it still fits on a page
	mostFoldedRow = 400
)

// metrics shows the families that belong in one section.
func (d *drafter) metrics(id, heading, lead string) section {
	s := section{ID: id, Heading: heading}
	for _, f := range d.families {
		if f.place() == id {
			s.add(d.family(f))
		}
	}
	if len(s.Sections) > 0 {
		s.text(lead)
	}
	return s
}

func (d *drafter) family(f family) section {
	s := section{ID: slug(f.id), Heading: cap1(f.name)}
	if f.whole != nil {
		m := *f.whole
		s.text(m.Description)
		s.figure(d.forests("contrasts-"+slug(m.ID), []compare.Metric{m}), d.forestCaption(m))
		s.figure(d.rateFigure(m))
		s.table(d.measureTable(m))
		s.table(d.pairTable(m))
	}
	if len(f.kinds) > 0 {
		sub := &s
		if f.whole != nil {
			sub = &section{ID: slug(f.id) + "-kinds", Heading: cap1(f.name) + " by kind"}
		}
		page := 0
		for _, kinds := range d.pages(f.kinds) {
			page++
			sub.figure(d.forests(fmt.Sprintf("contrasts-%s-kinds-%d", slug(f.id), page), kinds), d.forestCaption(f.kinds[0]))
		}
		sub.table(d.kindTable(f))
		if f.whole != nil {
			s.add(*sub)
		}
	}
	return s
}

// pages divides kinds among figures that fit on a page.
func (d *drafter) pages(kinds []compare.Metric) (pages [][]compare.Metric) {
	each := max(1, mostPlotRows/(len(d.c.Outlets)+1))
	for len(kinds) > each {
		pages, kinds = append(pages, kinds[:each]), kinds[each:]
	}
	return append(pages, kinds)
}

// forests draws the contrasts of one metric, or of several under headings. It
// gives nil when there are none.
func (d *drafter) forests(name string, ms []compare.Metric) *plots.Figure {
	if len(d.c.Outlets) < 2 {
		return nil
	}
	m := ms[0]
	f := plots.Forest{
		Axis: plots.Ratios, Compare: true,
		Low: "fewer than the others", High: "more than the others",
		Heads: []string{"Ratio [" + d.ciName() + "]", "Stories"},
	}
	f.Title = "rate ratio, each outlet against the others on the same stories (log scale)"
	if strings.HasPrefix(m.Unit, "%") {
		f.Low, f.High = "smaller share", "larger share"
	}
	if m.Scale != "ratio" {
		f.Axis, f.Title = plots.Differences, "difference, each outlet against the others on the same stories"
		f.Heads[0] = "Difference [" + d.ciName() + "]"
		f.Low, f.High = "lower than the others", "higher than the others"
		if m.ID == "portrayal" {
			f.Low, f.High = "less favourable", "more favourable"
		}
	}
	defined := 0
	for _, m := range ms {
		if len(ms) > 1 {
			f.Rows = append(f.Rows, plots.ForestRow{Label: kindName(m), Heading: true})
		}
		for _, e := range d.of(m) {
			row := plots.ForestRow{Label: e.Outlet, Estimate: e.Value, Low: math.NaN(), High: math.NaN(),
				Columns: []string{d.estimate(m, e.Estimate), counted(e.Stories)}}
			if !math.IsNaN(e.Value) {
				defined++
			}
			if e.Interval != nil {
				row.Low, row.High = e.Interval.Low, e.Interval.High
			}
			f.Rows = append(f.Rows, row)
		}
	}
	if defined == 0 {
		return nil
	}
	title, description := d.forestWords(ms)
	return f.Draw(name, title, description)
}

// unitOf writes the unit of a metric with a proper minus.
func unitOf(m compare.Metric) string { return strings.ReplaceAll(m.Unit, " -", " \u2212") }

// kindName is what tells a kind from its sisters: "loaded words: violence" is
// "violence".
func kindName(m compare.Metric) string {
	if _, kind, ok := strings.Cut(m.Name, ": "); ok {
		return kind
	}
	return m.Name
}

func (d *drafter) ciName() string { return level(d.level()) + "\u00a0CI" }

// level is the level of confidence of the comparison.
func (d *drafter) level() float64 {
	for _, e := range d.c.Contrasts {
		if e.Interval != nil {
			return e.Interval.Level
		}
	}
	for _, e := range d.c.Rates {
		if e.Interval != nil {
			return e.Interval.Level
		}
	}
	return 0.95
}

// forestWords gives the finding of a forest and its alternative text.
func (d *drafter) forestWords(ms []compare.Metric) (title, description string) {
	var apart, inside, intervals int
	var low, high *compare.Contrast
	var lowM, highM compare.Metric
	for _, m := range ms {
		for _, e := range d.of(m) {
			if math.IsNaN(e.Value) {
				continue
			}
			if e.Interval != nil {
				intervals++
				switch judge(m, e.Estimate) {
				case differs, differsLess:
					apart++
				case equivalent:
					inside++
				}
			}
			if low == nil || e.Value < low.Value {
				low, lowM = &e, m
			}
			if high == nil || e.Value > high.Value {
				high, highM = &e, m
			}
		}
	}
	name := ms[0].Name
	if len(ms) > 1 {
		name, _, _ = strings.Cut(name, ": ")
		name += " by kind"
	}
	switch {
	case intervals == 0:
		title = fmt.Sprintf("%s: too few shared stories for an interval", cap1(name))
	case inside == intervals:
		title = fmt.Sprintf("%s: the outlets are equivalent, within the margin", cap1(name))
	case apart == 0:
		title = fmt.Sprintf("%s: no outlet can be told apart from the others", cap1(name))
	case len(ms) > 1:
		title = fmt.Sprintf("%s: %d of %d intervals do not include %g", cap1(name), apart, intervals, nullOf(ms[0]))
	case len(d.c.Outlets) == 2:
		title = fmt.Sprintf("%s: %s", cap1(name), "the two outlets differ on the same stories")
	default:
		of, verb := plural(intervals, "outlet", "outlets"), "differ"
		if intervals < len(d.c.Outlets) {
			of += " with an interval"
		}
		if apart == 1 {
			verb = "differs"
		}
		title = fmt.Sprintf("%s: %d of %s %s from the others on the same stories", cap1(name), apart, of, verb)
	}
	kind := "ratios"
	if ms[0].Scale != "ratio" {
		kind = "differences"
	}
	of := func(m compare.Metric) string {
		if len(ms) > 1 {
			return ", " + kindName(m)
		}
		return ""
	}
	description = fmt.Sprintf("Forest plot of %s of %s for %s. Largest: %s%s, %s. Smallest: %s%s, %s. %d of %d intervals do not include %g. The table below has all values.",
		kind, name, plural(len(d.c.Outlets), "outlet", "outlets"),
		isolate(high.Outlet), of(highM), d.value(highM, high.Value), isolate(low.Outlet), of(lowM), d.value(lowM, low.Value), apart, intervals, nullOf(ms[0]))
	return title, description
}

func (d *drafter) forestCaption(m compare.Metric) string {
	what := "Rate ratio"
	if m.Scale != "ratio" {
		what = "Difference"
	}
	return fmt.Sprintf("%s of each outlet against the others on the same stories, %s. Filled: the %s does not include %g; ring: it does; cross: no interval. Arrows: the interval goes on.",
		what, unitOf(m), d.ciName(), nullOf(m))
}

// rateFigure draws the rates of all articles, with its caption.
func (d *drafter) rateFigure(m compare.Metric) (*plots.Figure, string) {
	if len(d.c.Outlets) < 2 {
		return nil, ""
	}
	f := plots.Forest{Axis: plots.Rates, Title: fmt.Sprintf("%s, %s", m.Name, unitOf(m)), Heads: []string{"Rate [" + d.ciName() + "]", "Articles"}}
	if m.Scale != "ratio" {
		f.Axis = plots.Differences
		f.Heads[0] = "Mean [" + d.ciName() + "]"
	}
	var low, high *compare.Rate
	for _, o := range d.c.Outlets {
		e, ok := d.rates[key{m.ID, o.Name}]
		if !ok {
			continue
		}
		row := plots.ForestRow{Label: e.Outlet, Estimate: e.Value, Low: math.NaN(), High: math.NaN(), Columns: []string{d.rate(m, e.Value), counted(e.Articles)}}
		if e.Interval != nil {
			row.Low, row.High = e.Interval.Low, e.Interval.High
			row.Columns[0] += " " + bracketed(e.Interval, func(v float64) string { return d.rate(m, v) })
		}
		f.Rows = append(f.Rows, row)
		if math.IsNaN(e.Value) {
			continue
		}
		if low == nil || e.Value < low.Value {
			low = &e
		}
		if high == nil || e.Value > high.Value {
			high = &e
		}
	}
	if low == nil {
		return nil, ""
	}
	title := fmt.Sprintf("%s, all articles: from %s (%s) to %s (%s)", cap1(m.Name),
		d.rate(m, low.Value), isolate(short(low.Outlet)), d.rate(m, high.Value), isolate(short(high.Outlet)))
	if d.rate(m, low.Value) == d.rate(m, high.Value) {
		title = fmt.Sprintf("%s, all articles: about %s in every outlet", cap1(m.Name), d.rate(m, low.Value))
	}
	description := fmt.Sprintf("Dot-and-whisker plot of %s, %s, for %s. Largest: %s, %s. Smallest: %s, %s. The table below has all values.",
		m.Name, unitOf(m), plural(len(d.c.Outlets), "outlet", "outlets"),
		isolate(high.Outlet), d.rate(m, high.Value), isolate(low.Outlet), d.rate(m, low.Value))
	caption := fmt.Sprintf("%s, %s, with %s. It describes all that was published, whatever the outlets chose to write about; it is no comparison.", cap1(m.Name), unitOf(m), d.ciName())
	return f.Draw("rates-"+slug(m.ID), title, description), caption
}

func (d *drafter) rate(m compare.Metric, v float64) string {
	if m.Scale != "ratio" && !math.IsNaN(v) {
		return signed(v)
	}
	return three(v)
}

// rateCell writes a rate and its interval.
func (d *drafter) rateCell(m compare.Metric, e compare.Estimate) cell {
	c := cell{Text: d.rate(m, e.Value), Notes: notes(e.Notes)}
	if e.Interval != nil {
		c.Text += " " + bracketed(e.Interval, func(v float64) string { return d.rate(m, v) })
	}
	return c
}

// contrastCell writes a contrast and its interval.
func (d *drafter) contrastCell(m compare.Metric, e compare.Contrast) cell {
	return cell{Text: d.estimate(m, e.Estimate), Notes: notes(e.Notes)}
}

func (d *drafter) rateHead(m compare.Metric) string {
	if m.Scale != "ratio" {
		return "Mean [" + d.ciName() + "]"
	}
	return "Rate [" + d.ciName() + "]"
}

func (d *drafter) contrastHead(m compare.Metric) string {
	if m.Scale != "ratio" {
		return "Difference from the others [" + d.ciName() + "]"
	}
	return "Ratio to the others [" + d.ciName() + "]"
}

// measureTable has a line for each outlet: its rate and its contrast.
func (d *drafter) measureTable(m compare.Metric) *table {
	t := &table{Caption: fmt.Sprintf("%s, %s", cap1(m.Name), unitOf(m)), CSV: "contrasts", Heads: []head{
		{Text: "Outlet", Long: true}, {Text: d.rateHead(m), Numbers: true}, {Text: "Count", Numbers: true}, {Text: "Out of", Numbers: true}, {Text: "Articles", Numbers: true}}}
	comparing := len(d.of(m)) > 0 && len(d.c.Outlets) > 1
	if comparing {
		t.Heads = append(t.Heads, head{Text: d.contrastHead(m), Numbers: true}, head{Text: "Stories", Numbers: true}, head{Text: "p, unadjusted", Numbers: true}, head{Text: "Verdict"})
	} else {
		t.CSV = "rates"
	}
	for _, o := range d.c.Outlets {
		r, ok := d.rates[key{m.ID, o.Name}]
		if !ok {
			continue
		}
		row := []cell{{Text: o.Name}, d.rateCell(m, r.Estimate), {Text: grouped(r.Numerator)}, {Text: grouped(r.Denominator)}, {Text: counted(r.Articles)}}
		if comparing {
			if e, ok := d.contrasts[key{m.ID, o.Name}]; ok {
				row = append(row, d.contrastCell(m, e), cell{Text: counted(e.Stories)}, cell{Text: probability(e.P)}, cell{Text: string(judge(m, e.Estimate)), Verdict: true})
			} else {
				row = append(row, cell{Text: none}, cell{Text: none}, cell{Text: none}, cell{Text: none})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// pairTable has every two outlets. It is for three outlets and more.
func (d *drafter) pairTable(m compare.Metric) *table {
	if n := len(d.c.Outlets); n < 3 || n > mostPairs {
		return nil
	}
	what := "ratio"
	if m.Scale != "ratio" {
		what = "difference"
	}
	t := &table{Caption: fmt.Sprintf("%s: every two outlets on the stories that both cover", cap1(m.Name)), Folded: true, CSV: "pairs", Heads: []head{
		{Text: "Outlet", Long: true}, {Text: "Against", Long: true}, {Text: cap1(what) + " [" + d.ciName() + "]", Numbers: true}, {Text: "Stories", Numbers: true}, {Text: "p, unadjusted", Numbers: true}, {Text: "Verdict"}}}
	for _, e := range d.c.Pairs {
		if e.Metric == m.ID {
			t.Rows = append(t.Rows, []cell{{Text: e.Outlet}, {Text: e.Reference}, d.contrastCell(m, e), {Text: counted(e.Stories)},
				{Text: probability(e.P)}, {Text: string(judge(m, e.Estimate)), Verdict: true}})
		}
	}
	return t
}

// kindTable has a line for each kind and outlet.
func (d *drafter) kindTable(f family) *table {
	t := &table{Caption: fmt.Sprintf("%s by kind, %s", cap1(f.name), unitOf(f.first())), Folded: f.whole != nil, CSV: "contrasts", Heads: []head{
		{Text: "Kind", Long: true}, {Text: "Outlet", Long: true}, {Text: d.rateHead(f.first()), Numbers: true}, {Text: "Count", Numbers: true}}}
	comparing := len(d.c.Outlets) > 1
	if comparing {
		t.Heads = append(t.Heads, head{Text: d.contrastHead(f.first()), Numbers: true}, head{Text: "Verdict"})
	} else {
		t.CSV = "rates"
	}
	for _, m := range f.kinds {
		for _, o := range d.c.Outlets {
			r, ok := d.rates[key{m.ID, o.Name}]
			if !ok {
				continue
			}
			if len(t.Rows) >= mostFoldedRow {
				t.More++
				continue
			}
			row := []cell{{Text: kindName(m)}, {Text: o.Name}, d.rateCell(m, r.Estimate), {Text: grouped(r.Numerator)}}
			if comparing {
				if e, ok := d.contrasts[key{m.ID, o.Name}]; ok {
					row = append(row, d.contrastCell(m, e), cell{Text: string(judge(m, e.Estimate)), Verdict: true})
				} else {
					row = append(row, cell{Text: none}, cell{Text: none})
				}
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
