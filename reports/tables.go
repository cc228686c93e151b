package reports

import (
	"strconv"
	"strings"

	"slant/analysis/compare"
)

// A dataTable is one of the tables of numbers, which are written as CSV and as
// Parquet: numbers with six significant digits, empty where they are not
// defined, names as they are.
type dataTable struct {
	name    string
	columns []column
	rows    [][]string
}

type column struct {
	name string
	kind kind
}

// A kind says what a column holds.
type kind int

const (
	text   kind = iota
	count       // whole numbers
	number      // others
)

// newTable gives a table without rows. Columns are names; one that ends in # holds
// counts, one that ends in . numbers.
func newTable(name string, columns ...string) *dataTable {
	t := &dataTable{name: name}
	for _, c := range columns {
		k := text
		switch {
		case strings.HasSuffix(c, "#"):
			k = count
		case strings.HasSuffix(c, "."):
			k = number
		}
		t.columns = append(t.columns, column{strings.TrimRight(c, "#."), k})
	}
	return t
}

func (t *dataTable) add(fields ...string) { t.rows = append(t.rows, fields) }

// tables gives every table. Tables without rows have their heads, so that scripts
// find them.
func tables(r *Report) []*dataTable {
	c := r.Comparison
	return []*dataTable{
		outletsTable(c), metricsTable(c), ratesTable(c),
		contrastsTable("contrasts", c, c.Contrasts), contrastsTable("pairs", c, c.Pairs), familiesTable(c),
		pooledTable(c), specificationsTable(c), influenceTable(c), trendsTable(c), wordsTable(c),
		standingsTable(c), interactionsTable(c), residualsTable(c), actorsTable(c), storiesTable(c),
		stancesTable(r), notesTable(c), evidenceTable(r), problemsTable(r),
	}
}

func outletsTable(c *compare.Comparison) *dataTable {
	t := newTable("outlets", "outlet", "articles#", "stories#", "first", "last", "length_first_quartile.", "length_median.", "length_third_quartile.",
		"words_outlet#", "words_direct#", "words_indirect#", "words_unresolved#", "words_excluded#", "wire#")
	for _, o := range c.Outlets {
		row := []string{o.Name, strconv.Itoa(o.Articles), strconv.Itoa(o.Stories), o.First, o.Last, six(o.Length.First), six(o.Length.Median), six(o.Length.Third)}
		for _, v := range voices {
			row = append(row, strconv.Itoa(o.Words[v.id]))
		}
		t.add(append(row, strconv.Itoa(o.Words["excluded"]), strconv.Itoa(o.Wire))...)
	}
	return t
}

func metricsTable(c *compare.Comparison) *dataTable {
	t := newTable("metrics", "metric", "name", "unit", "per.", "scale", "margin_low.", "margin_high.", "declared", "description")
	for _, m := range c.Metrics {
		t.add(m.ID, m.Name, m.Unit, six(m.Per), m.Scale, six(m.Margin.Low), six(m.Margin.High), yes(m.Declared), m.Description)
	}
	return t
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
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

func whole(n int64) string { return strconv.FormatInt(n, 10) }

// basis gives what an estimate rests on: articles, stories, notes.
func basis(e compare.Estimate) []string {
	return []string{strconv.Itoa(e.Articles), strconv.Itoa(e.Stories), cited(e)}
}

func standingsTable(c *compare.Comparison) *dataTable {
	t := newTable("standings", "actor", "outlet", "negative#", "neutral#", "positive#", "mean.", "low.", "high.", "level.", "articles#", "stories#", "notes")
	for _, s := range c.Stances {
		row := []string{s.Actor, s.Outlet, strconv.Itoa(s.Negative), strconv.Itoa(s.Neutral), strconv.Itoa(s.Positive), six(s.Mean.Value)}
		t.add(append(append(row, ends(s.Mean)...), basis(s.Mean)...)...)
	}
	return t
}

func interactionsTable(c *compare.Comparison) *dataTable {
	t := newTable("interactions", "first", "second", "outlet", "reference", "difference.", "low.", "high.", "level.", "p.", "adjusted.", "articles#", "stories#", "notes")
	for _, e := range c.Interactions {
		row := append([]string{e.First, e.Second, e.Outlet, e.Reference, six(e.Value)}, ends(e.Estimate)...)
		t.add(append(append(row, six(e.P), six(e.Adjusted)), basis(e.Estimate)...)...)
	}
	return t
}

func residualsTable(c *compare.Comparison) *dataTable {
	t := newTable("residuals", "actor", "outlet", "residual.", "low.", "high.", "level.", "p.", "adjusted.", "articles#", "stories#", "notes")
	for _, e := range c.Residuals {
		row := append([]string{e.Actor, e.Outlet, six(e.Value)}, ends(e.Estimate)...)
		t.add(append(append(row, six(e.P), six(e.Adjusted)), basis(e.Estimate)...)...)
	}
	return t
}

func actorsTable(c *compare.Comparison) *dataTable {
	t := newTable("actors", "actor", "name", "type", "mentions#", "articles#")
	for _, a := range c.Actors {
		t.add(a.ID, a.Name, a.Type, strconv.Itoa(a.Mentions), strconv.Itoa(a.Articles))
	}
	return t
}

// storiesTable has a row for each story and outlet that covers it.
func storiesTable(c *compare.Comparison) *dataTable {
	t := newTable("stories", "story", "articles#", "outlets#", "outlet")
	for _, s := range c.Stories {
		for _, o := range s.Outlets {
			t.add(s.Name, strconv.Itoa(s.Articles), strconv.Itoa(len(s.Outlets)), o)
		}
	}
	return t
}

func stancesTable(r *Report) *dataTable {
	t := newTable("stances", "source", "source_name", "target", "target_name", "favourable#", "unfavourable#")
	for _, s := range r.Towards {
		t.add(s.Source, s.SourceName, s.Target, s.TargetName, strconv.Itoa(s.Favourable), strconv.Itoa(s.Unfavourable))
	}
	return t
}

func notesTable(c *compare.Comparison) *dataTable {
	t := newTable("notes", "note#", "text")
	for i, n := range c.Notes {
		t.add(strconv.Itoa(i+1), n)
	}
	return t
}

func evidenceTable(r *Report) *dataTable {
	t := newTable("evidence", "metric", "outlet", "article", "title", "date", "url", "left", "text", "right", "target", "because", "rule")
	for _, e := range r.Evidence {
		t.add(e.Metric, e.Outlet, e.Article, e.Title, e.Date, e.URL, e.Left, e.Text, e.Right, e.Target, e.Because, e.Rule)
	}
	return t
}

func problemsTable(r *Report) *dataTable {
	t := newTable("problems", "file", "line#", "article", "reason")
	for _, p := range r.Problems {
		line := ""
		if p.Line > 0 {
			line = strconv.Itoa(p.Line)
		}
		t.add(p.File, line, p.Article, p.Reason)
	}
	return t
}
