package reports

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"slant/analysis/compare"
)

// A csvTable is one of tables/*.csv: numbers with six significant digits, empty
// where they are not defined, names as they are.
type csvTable struct {
	name string
	rows [][]string // the first names the columns
}

func (t *csvTable) add(fields ...string) { t.rows = append(t.rows, fields) }

func (t *csvTable) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(t.rows); err != nil {
		return nil, fmt.Errorf("writing %s.csv: %w", t.name, err)
	}
	return b.Bytes(), nil
}

// tables gives every CSV table. Tables without rows have their heads, so that
// scripts find them.
func tables(r *Report) []*csvTable {
	return []*csvTable{
		outletsCSV(r.Comparison), metricsCSV(r.Comparison), ratesCSV(r.Comparison),
		contrastsCSV("contrasts", r.Comparison, r.Comparison.Contrasts), contrastsCSV("pairs", r.Comparison, r.Comparison.Pairs),
		influenceCSV(r.Comparison), standingsCSV(r.Comparison), actorsCSV(r.Comparison), storiesCSV(r.Comparison),
		notesCSV(r.Comparison), evidenceCSV(r), problemsCSV(r),
	}
}

func outletsCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "outlets"}
	t.add("outlet", "articles", "stories", "first", "last", "length_first_quartile", "length_median", "length_third_quartile",
		"words_outlet", "words_direct", "words_indirect", "words_unresolved", "words_excluded", "wire")
	for _, o := range c.Outlets {
		row := []string{o.Name, strconv.Itoa(o.Articles), strconv.Itoa(o.Stories), o.First, o.Last, six(o.Length.First), six(o.Length.Median), six(o.Length.Third)}
		for _, v := range voices {
			row = append(row, strconv.Itoa(o.Words[v.id]))
		}
		t.add(append(row, strconv.Itoa(o.Words["excluded"]), strconv.Itoa(o.Wire))...)
	}
	return t
}

func metricsCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "metrics"}
	t.add("metric", "name", "unit", "per", "scale", "description")
	for _, m := range c.Metrics {
		t.add(m.ID, m.Name, m.Unit, six(m.Per), m.Scale, m.Description)
	}
	return t
}

// ends gives the interval of an estimate: low, high, level.
func ends(e compare.Estimate) []string {
	if e.Interval == nil {
		return []string{"", "", ""}
	}
	return []string{six(e.Interval.Low), six(e.Interval.High), six(e.Interval.Level)}
}

// cited gives the numbers of notes: "1;4".
func cited(e compare.Estimate) string {
	var s []string
	for _, n := range e.Notes {
		s = append(s, strconv.Itoa(n+1))
	}
	return strings.Join(s, ";")
}

func ratesCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "rates"}
	t.add("metric", "outlet", "rate", "low", "high", "level", "numerator", "denominator", "articles", "stories", "notes")
	for _, e := range c.Rates {
		t.add(slices.Concat([]string{e.Metric, e.Outlet, six(e.Value)}, ends(e.Estimate), []string{
			strconv.FormatInt(e.Numerator, 10), strconv.FormatInt(e.Denominator, 10), strconv.Itoa(e.Articles), strconv.Itoa(e.Stories), cited(e.Estimate)})...)
	}
	return t
}

func contrastsCSV(name string, c *compare.Comparison, list []compare.Contrast) *csvTable {
	metrics := map[string]compare.Metric{}
	for _, m := range c.Metrics {
		metrics[m.ID] = m
	}
	t := &csvTable{name: name}
	t.add("metric", "scale", "outlet", "reference", "contrast", "low", "high", "level", "p", "verdict",
		"numerator", "denominator", "reference_numerator", "reference_denominator", "articles", "stories", "notes")
	for _, e := range list {
		m := metrics[e.Metric]
		t.add(slices.Concat([]string{e.Metric, m.Scale, e.Outlet, e.Reference, six(e.Value)}, ends(e.Estimate), []string{
			six(e.P), string(judge(m, e.Estimate)), strconv.FormatInt(e.Numerator, 10), strconv.FormatInt(e.Denominator, 10),
			strconv.FormatInt(e.ReferenceNumerator, 10), strconv.FormatInt(e.ReferenceDenominator, 10),
			strconv.Itoa(e.Articles), strconv.Itoa(e.Stories), cited(e.Estimate)})...)
	}
	return t
}

// influenceCSV has the ten most influential stories of each contrast.
func influenceCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "influence"}
	t.add("metric", "outlet", "contrast", "story", "without")
	for _, e := range c.Contrasts {
		for _, i := range e.Influence[:min(10, len(e.Influence))] {
			t.add(e.Metric, e.Outlet, six(e.Value), i.Story, six(i.Without))
		}
	}
	return t
}

func standingsCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "standings"}
	t.add("actor", "outlet", "negative", "neutral", "positive", "mean", "low", "high", "level", "articles", "stories", "notes")
	for _, s := range c.Stances {
		t.add(slices.Concat([]string{s.Actor, s.Outlet, strconv.Itoa(s.Negative), strconv.Itoa(s.Neutral), strconv.Itoa(s.Positive), six(s.Mean.Value)},
			ends(s.Mean), []string{strconv.Itoa(s.Mean.Articles), strconv.Itoa(s.Mean.Stories), cited(s.Mean)})...)
	}
	return t
}

func actorsCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "actors"}
	t.add("actor", "name", "type", "mentions", "articles")
	for _, a := range c.Actors {
		t.add(a.ID, a.Name, a.Type, strconv.Itoa(a.Mentions), strconv.Itoa(a.Articles))
	}
	return t
}

// storiesCSV has a row for each story and outlet that covers it.
func storiesCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "stories"}
	t.add("story", "articles", "outlets", "outlet")
	for _, s := range c.Stories {
		for _, o := range s.Outlets {
			t.add(s.Name, strconv.Itoa(s.Articles), strconv.Itoa(len(s.Outlets)), o)
		}
	}
	return t
}

func notesCSV(c *compare.Comparison) *csvTable {
	t := &csvTable{name: "notes"}
	t.add("note", "text")
	for i, n := range c.Notes {
		t.add(strconv.Itoa(i+1), n)
	}
	return t
}

func evidenceCSV(r *Report) *csvTable {
	t := &csvTable{name: "evidence"}
	t.add("category", "outlet", "article", "title", "date", "url", "left", "text", "right", "target", "because", "rule")
	for _, e := range r.Evidence {
		t.add(e.Category, e.Outlet, e.Article, e.Title, e.Date, e.URL, e.Left, e.Text, e.Right, e.Target, e.Because, e.Rule)
	}
	return t
}

func problemsCSV(r *Report) *csvTable {
	t := &csvTable{name: "problems"}
	t.add("file", "line", "article", "reason")
	for _, p := range r.Problems {
		line := ""
		if p.Line > 0 {
			line = strconv.Itoa(p.Line)
		}
		t.add(p.File, line, p.Article, p.Reason)
	}
	return t
}
