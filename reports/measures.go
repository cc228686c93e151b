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

const (
	mostPairs     = 12 // outlets: with more, every two outlets are in the CSV table only
	mostOutlets   = 24 // of a measure in the page: with more, those at both ends
	mostPlotRows  = 44 // of a figure: it still fits on a page
	mostPages     = 2  // figures of kinds
	mostFoldedRow = 150
)

// mostForestKinds is how many outlets fit below each other for every kind of a
// measure; for more, kinds are the columns of a matrix.
const mostForestKinds = 8

// metricSection shows the families that belong in one section.
func (d *drafter) metricSection(id, heading, lead string) section {
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
		s.text(m.Description, d.together(m))
		s.figure(d.forests("contrasts-"+slug(m.ID), []compare.Metric{m}), d.forestCaption(m))
		s.detail(d.rateFigure(m))
		s.table(d.measureTable(m))
		s.table(d.pairTable(m))
	}
	if len(f.kinds) > 0 {
		sub := &s
		if f.whole != nil {
			sub = &section{ID: slug(f.id) + "-kinds", Heading: cap1(f.name) + " by kind"}
		}
		if len(d.c.Outlets) > mostForestKinds {
			sub.detail(d.kindMatrix(f))
		}
		page := 0
		for _, kinds := range d.kindPages(f.kinds) {
			page++
			sub.detail(d.forests(fmt.Sprintf("contrasts-%s-kinds-%d", slug(f.id), page), kinds), d.forestCaption(f.kinds[0]))
		}
		t := d.kindTable(f)
		t.Folded = slices.ContainsFunc(sub.Blocks, func(b block) bool { return b.Figure != nil }) || len(t.Rows) > mostPlotRows
		sub.table(t)
		if f.whole != nil {
			s.add(*sub)
		}
	}
	return s
}

// together says whether outlets differ at all, and how far.
func (d *drafter) together(m compare.Metric) string {
	var parts []string
	for _, o := range d.c.Omnibus {
		if o.Metric == m.ID && !math.IsNaN(o.P) {
			parts = append(parts, fmt.Sprintf("Whether any of the %d outlets differ on the same stories: p %s (%s).", o.Outlets, probability(o.P), plural(o.Stories, "story", "stories")))
		}
	}
	if p, ok := d.poolings[m.ID]; ok {
		parts = append(parts, fmt.Sprintf("%s of a further outlet to the others would lie between %s and %s (%s prediction interval).",
			map[bool]string{true: "The ratio", false: "The difference"}[m.Scale == compare.Ratio], d.value(m, p.Prediction.Low), d.value(m, p.Prediction.High), level(p.Prediction.Level)))
	}
	return strings.Join(parts, " ")
}

// kindPages divides the kinds of which some outlet has an interval among figures
// that fit on a page; the table has all.
func (d *drafter) kindPages(kinds []compare.Metric) (pages [][]compare.Metric) {
	if len(d.c.Outlets) > mostForestKinds {
		return nil
	}
	kinds = slices.DeleteFunc(slices.Clone(kinds), func(m compare.Metric) bool {
		return !slices.ContainsFunc(d.of(m), func(e compare.Contrast) bool { return e.Interval != nil })
	})
	each := max(1, mostPlotRows/(min(len(d.c.Outlets), mostOutlets)+1))
	for len(kinds) > 0 && len(pages) < mostPages {
		n := min(each, len(kinds))
		pages, kinds = append(pages, kinds[:n]), kinds[n:]
	}
	return pages
}

// shownOutlets lists the outlets that the page shows in a metric: all, or where
// they are many those at both ends, by the estimates that are drawn towards the
// middle where there are such. The CSV tables have the others. They stand in
// the order of their names.
func (d *drafter) shownOutlets(m compare.Metric) (names []string) {
	if names, ok := d.shownCache[m.ID]; ok {
		return names
	}
	type placed struct {
		name string
		at   float64
	}
	var list []placed
	for _, o := range d.c.Outlets {
		v := math.NaN()
		if r, ok := d.rates[key{m.ID, o.Name}]; ok {
			v = r.Value
		}
		list = append(list, placed{o.Name, v})
	}
	if len(list) > mostOutlets {
		shrunk := map[string]float64{}
		if p, ok := d.poolings[m.ID]; ok {
			for _, s := range p.Shrunk {
				shrunk[s.Outlet] = s.Value
			}
			for i := range list {
				v, ok := shrunk[list[i].name]
				if !ok {
					v = math.NaN()
				}
				list[i].at = v
			}
		}
		list = slices.DeleteFunc(list, func(p placed) bool { return math.IsNaN(p.at) })
		slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(b.at, a.at) })
		if n := len(list); n > mostOutlets {
			list = append(list[:mostOutlets/2:mostOutlets/2], list[n-mostOutlets/2:]...)
		}
		slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(a.name, b.name) })
	}
	for _, p := range list {
		names = append(names, p.name)
	}
	d.shownCache[m.ID] = names
	return names
}

// hidden says how many outlets the page leaves to the CSV table.
func (d *drafter) hidden(m compare.Metric) string {
	if n := len(d.c.Outlets) - len(d.shownOutlets(m)); n > 0 {
		return fmt.Sprintf(" The outlets at both ends; %d others are in the CSV table.", n)
	}
	return ""
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
		if strings.HasPrefix(m.ID, "portrayal") || strings.HasPrefix(m.ID, "stance") {
			f.Low, f.High = "less favourable", "more favourable"
		}
	}
	defined := 0
	for _, m := range ms {
		if len(ms) > 1 {
			f.Rows = append(f.Rows, plots.ForestRow{Label: kindName(m), Heading: true})
		}
		shrunk := map[string]float64{}
		if p, ok := d.poolings[m.ID]; ok && len(ms) == 1 {
			for _, s := range p.Shrunk {
				shrunk[s.Outlet] = s.Value
			}
		}
		list := slices.DeleteFunc(d.of(m), func(e compare.Contrast) bool {
			return !slices.Contains(d.shownOutlets(m), e.Outlet) || len(ms) > 1 && e.Interval == nil
		})
		if len(ms) == 1 {
			slices.SortStableFunc(list, func(a, b compare.Contrast) int { return cmp.Compare(b.Value, a.Value) }) // NaN last
		}
		for _, e := range list {
			row := plots.ForestRow{Label: e.Outlet, Estimate: e.Value, Low: math.NaN(), High: math.NaN(), Shrunk: math.NaN(),
				Columns: []string{d.estimate(m, e.Estimate), counted(e.Stories)}}
			if v, ok := shrunk[e.Outlet]; ok {
				row.Shrunk = v
			}
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
				switch e.Verdict {
				case compare.Differs, compare.DiffersLess:
					apart++
				case compare.Equivalent:
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
	shrunk := ""
	if _, ok := d.poolings[m.ID]; ok {
		shrunk = " Diamond: drawn towards the middle of all outlets, as far as little is known of this one; rank outlets by it."
	}
	return fmt.Sprintf("%s of each outlet against the others on the same stories, %s. Filled: the %s does not include %g; ring: it does; cross: no interval. Arrows: the interval goes on.%s%s",
		what, unitOf(m), d.ciName(), nullOf(m), shrunk, d.hidden(m))
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
	for _, o := range d.shownOutlets(m) {
		e, ok := d.rates[key{m.ID, o}]
		if !ok {
			continue
		}
		row := plots.ForestRow{Label: e.Outlet, Estimate: e.Value, Low: math.NaN(), High: math.NaN(), Shrunk: math.NaN(), Columns: []string{d.rate(m, e.Value), counted(e.Articles)}}
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
	slices.SortStableFunc(f.Rows, func(a, b plots.ForestRow) int { return cmp.Compare(b.Estimate, a.Estimate) }) // NaN last
	title := fmt.Sprintf("%s, all articles: from %s (%s) to %s (%s)", cap1(m.Name),
		d.rate(m, low.Value), isolate(short(low.Outlet)), d.rate(m, high.Value), isolate(short(high.Outlet)))
	if d.rate(m, low.Value) == d.rate(m, high.Value) {
		title = fmt.Sprintf("%s, all articles: about %s in every outlet", cap1(m.Name), d.rate(m, low.Value))
	}
	description := fmt.Sprintf("Dot-and-whisker plot of %s, %s, for %s. Largest: %s, %s. Smallest: %s, %s. The table below has all values.",
		m.Name, unitOf(m), plural(len(d.c.Outlets), "outlet", "outlets"),
		isolate(high.Outlet), d.rate(m, high.Value), isolate(low.Outlet), d.rate(m, low.Value))
	caption := fmt.Sprintf("%s, %s, with %s. It describes all that was published, whatever the outlets chose to write about; it is no comparison.%s", cap1(m.Name), unitOf(m), d.ciName(), d.hidden(m))
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
	t := &table{Caption: fmt.Sprintf("%s, %s", cap1(m.Name), unitOf(m)), Folded: len(d.c.Outlets) > 1, CSV: "contrasts", Heads: []head{
		{Text: "Outlet", Long: true}, {Text: d.rateHead(m), Numbers: true}, {Text: "Count", Numbers: true}, {Text: "Out of", Numbers: true}, {Text: "Articles", Numbers: true}}}
	comparing := len(d.of(m)) > 0 && len(d.c.Outlets) > 1
	if comparing {
		t.Heads = append(t.Heads, head{Text: d.contrastHead(m), Numbers: true}, head{Text: "Stories", Numbers: true}, head{Text: "p", Numbers: true}, head{Text: "Adjusted p", Numbers: true},
			head{Text: "Detectable", Numbers: true}, head{Text: "Verdict"})
	} else {
		t.CSV = "rates"
	}
	shown := d.shownOutlets(m)
	t.More = len(d.c.Outlets) - len(shown)
	for _, o := range shown {
		r, ok := d.rates[key{m.ID, o}]
		if !ok {
			continue
		}
		row := []cell{{Text: o}, d.rateCell(m, r.Estimate), {Text: grouped(r.Numerator), Link: d.evidenceOf(m.ID, o)}, {Text: grouped(r.Denominator)}, {Text: counted(r.Articles)}}
		if comparing {
			if e, ok := d.contrasts[key{m.ID, o}]; ok {
				detectable := none
				if e.Verdict == compare.Inconclusive {
					detectable = d.value(m, e.Detectable)
				}
				row = append(row, d.contrastCell(m, e), cell{Text: counted(e.Stories)}, cell{Text: probability(e.P)}, cell{Text: probability(e.Adjusted)}, cell{Text: detectable}, cell{Text: e.Verdict, Verdict: true})
			} else {
				row = append(row, cell{Text: none}, cell{Text: none}, cell{Text: none}, cell{Text: none}, cell{Text: none}, cell{Text: none})
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
		{Text: "Outlet", Long: true}, {Text: "Against", Long: true}, {Text: cap1(what) + " [" + d.ciName() + "]", Numbers: true}, {Text: "Stories", Numbers: true}, {Text: "p", Numbers: true}, {Text: "Adjusted p", Numbers: true}, {Text: "Verdict"}}}
	for _, e := range d.pairs[m.ID] {
		t.Rows = append(t.Rows, []cell{{Text: e.Outlet}, {Text: e.Reference}, d.contrastCell(m, e), {Text: counted(e.Stories)},
			{Text: probability(e.P)}, {Text: probability(e.Adjusted)}, {Text: e.Verdict, Verdict: true}})
	}
	return t
}

// kindTable has a line for each kind and outlet.
func (d *drafter) kindTable(f family) *table {
	t := &table{Caption: fmt.Sprintf("%s by kind, %s", cap1(f.name), unitOf(f.first())), Folded: true, CSV: "contrasts", Heads: []head{
		{Text: "Kind", Long: true}, {Text: "Outlet", Long: true}, {Text: d.rateHead(f.first()), Numbers: true}, {Text: "Count", Numbers: true}}}
	comparing := len(d.c.Outlets) > 1 && slices.ContainsFunc(f.kinds, func(m compare.Metric) bool { return len(d.of(m)) > 0 })
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
			row := []cell{{Text: kindName(m)}, {Text: o.Name}, d.rateCell(m, r.Estimate), {Text: grouped(r.Numerator), Link: d.evidenceOf(m.ID, o.Name)}}
			if comparing {
				if e, ok := d.contrasts[key{m.ID, o.Name}]; ok {
					row = append(row, d.contrastCell(m, e), cell{Text: e.Verdict, Verdict: true})
				} else {
					row = append(row, cell{Text: none}, cell{Text: none})
				}
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
