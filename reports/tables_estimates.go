package reports

import (
	"strconv"

	"slant/analysis/compare"
)

func ratesTable(c *compare.Comparison) *dataTable {
	t := newTable("rates", "metric", "outlet", "rate.", "low.", "high.", "level.", "numerator#", "denominator#", "without_wire.", "with_quoted.", "articles#", "stories#", "notes")
	for _, e := range c.Rates {
		row := append([]string{e.Metric, e.Outlet, six(e.Value)}, ends(e.Estimate)...)
		row = append(row, whole(e.Numerator), whole(e.Denominator), other(e.WithoutWire), other(e.WithQuoted))
		t.add(append(row, basis(e.Estimate)...)...)
	}
	return t
}

// other is the value of an estimate that counts otherwise, if there is one.
func other(e *compare.Estimate) string {
	if e == nil {
		return ""
	}
	return six(e.Value)
}

func contrastsTable(name string, c *compare.Comparison, list []compare.Contrast) *dataTable {
	scales := map[string]string{}
	for _, m := range c.Metrics {
		scales[m.ID] = m.Scale
	}
	t := newTable(name, "metric", "scale", "outlet", "reference", "contrast.", "low.", "high.", "level.", "p.", "adjusted.", "verdict",
		"numerator#", "denominator#", "reference_numerator#", "reference_denominator#", "articles#", "stories#", "notes",
		"family", "declared", "equivalence_p.", "detectable.", "cliffs_delta.", "hedges_g.",
		"cliffs_delta_low.", "cliffs_delta_high.", "se.", "df.", "least_p.", "heaviest_share.", "effective_stories.", "without_wire.", "with_quoted.")
	for _, e := range list {
		row := append([]string{e.Metric, scales[e.Metric], e.Outlet, e.Reference, six(e.Value)}, ends(e.Estimate)...)
		row = append(row, six(e.P), six(e.Adjusted), e.Verdict, whole(e.Numerator), whole(e.Denominator), whole(e.ReferenceNumerator), whole(e.ReferenceDenominator))
		row = append(row, basis(e.Estimate)...)
		row = append(row, e.Family, yes(e.Declared), six(e.Equivalence), six(e.Detectable), six(e.Delta.Value), six(e.Hedges))
		row = append(row, ends(compare.Estimate{Interval: e.Delta.Interval})[:2]...)
		t.add(append(row, six(e.SE), six(e.DF), six(e.Least), six(e.Heaviest), six(e.Effective), other(e.WithoutWire), other(e.WithQuoted))...)
	}
	return t
}

func familiesTable(c *compare.Comparison) *dataTable {
	t := newTable("families", "family", "correction", "tests#", "declared")
	for _, f := range c.Families {
		t.add(f.Name, f.Correction, strconv.Itoa(f.Tests), yes(f.Declared))
	}
	return t
}

// pooledTable has the estimates that are drawn towards the mean of all outlets.
func pooledTable(c *compare.Comparison) *dataTable {
	t := newTable("pooled", "metric", "outlet", "shrunk.", "low.", "high.", "level.", "mean.", "mean_low.", "mean_high.", "spread.", "prediction_low.", "prediction_high.", "any_difference_p.")
	omnibus := map[string]float64{}
	for _, o := range c.Omnibus {
		omnibus[o.Metric] = o.P
	}
	for _, p := range c.Poolings {
		any := ""
		if v, ok := omnibus[p.Metric]; ok {
			any = six(v)
		}
		for _, s := range p.Shrunk {
			t.add(p.Metric, s.Outlet, six(s.Value), six(s.Interval.Low), six(s.Interval.High), six(s.Interval.Level),
				six(p.Mean), six(p.Interval.Low), six(p.Interval.High), six(p.Spread), six(p.Prediction.Low), six(p.Prediction.High), any)
		}
	}
	return t
}

func specificationsTable(c *compare.Comparison) *dataTable {
	t := newTable("specifications", "metric", "outlet", "all_voices", "strong_only", "without_wire", "with_copies", "contrast.", "low.", "high.", "level.", "numerator#", "denominator#", "articles#", "stories#", "notes")
	for _, e := range c.Contrasts {
		if e.Curve == nil {
			continue
		}
		for _, s := range e.Curve.Specifications {
			row := []string{e.Metric, e.Outlet, yes(s.AllVoices), yes(s.StrongOnly), yes(s.WithoutWire), yes(s.WithCopies), six(s.Value)}
			row = append(append(row, ends(s.Estimate)...), whole(s.Numerator), whole(s.Denominator))
			t.add(append(row, basis(s.Estimate)...)...)
		}
	}
	return t
}

// influenceTable has what each contrast is without the ten stories, authors and
// entries of lexicons that change it most.
func influenceTable(c *compare.Comparison) *dataTable {
	t := newTable("influence", "metric", "outlet", "contrast.", "left_out", "name", "without.")
	const most = 10
	for _, e := range c.Contrasts {
		for _, i := range e.Influence[:min(most, len(e.Influence))] {
			t.add(e.Metric, e.Outlet, six(e.Value), "story", i.Story, six(i.Without))
		}
		for _, i := range e.ByAuthor[:min(most, len(e.ByAuthor))] {
			t.add(e.Metric, e.Outlet, six(e.Value), "author", i.Name, six(i.Without))
		}
		for _, i := range e.ByEntry[:min(most, len(e.ByEntry))] {
			t.add(e.Metric, e.Outlet, six(e.Value), "entry", i.Name, six(i.Without))
		}
	}
	return t
}

func trendsTable(c *compare.Comparison) *dataTable {
	t := newTable("trends", "metric", "outlet", "week", "rate.", "low.", "high.", "level.", "numerator#", "denominator#", "articles#", "stories#", "notes")
	for _, e := range c.Trends {
		row := append([]string{e.Metric, e.Outlet, e.Week, six(e.Value)}, ends(e.Estimate)...)
		row = append(row, whole(e.Numerator), whole(e.Denominator))
		t.add(append(row, basis(e.Estimate)...)...)
	}
	return t
}

func wordsTable(c *compare.Comparison) *dataTable {
	t := newTable("words", "outlet", "word", "count#", "reference_count#", "articles#", "reference_articles#", "stories#", "ratio.", "low.", "high.", "level.", "p.", "q.",
		"log_odds.", "z.", "dp.", "dp_norm.", "log_likelihood.", "bayes.", "log_ratio.")
	for _, w := range c.Words {
		for _, list := range [][]compare.Word{w.More, w.Less} {
			for _, x := range list {
				row := []string{w.Outlet, x.Word, whole(x.Count), whole(x.ReferenceCount), strconv.Itoa(x.Articles), strconv.Itoa(x.ReferenceArticles), strconv.Itoa(x.Stories), six(x.Ratio)}
				row = append(row, ends(compare.Estimate{Interval: x.Interval})...)
				t.add(append(row, six(x.P), six(x.Q), six(x.LogOdds), six(x.Z), six(x.DP), six(x.NormDP), six(x.LogLikelihood), six(x.Bayes), six(x.LogRatio))...)
			}
		}
	}
	return t
}
