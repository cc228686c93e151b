package reports

import (
	"fmt"
	"slices"

	"slant/reports/plots"
)

const (
	fewestScores = 5  // articles of an outlet, for a row of dots
	mostSwarms   = 24 // outlets
)

// scores shows how loaded single articles are, of a sample of each outlet.
func (d *drafter) scores() section {
	s := section{ID: "articles-scores", Heading: "From article to article"}
	var names []string
	by := map[string][]float64{}
	for _, x := range d.Scores {
		if by[x.Outlet] == nil {
			names = append(names, x.Outlet)
		}
		by[x.Outlet] = append(by[x.Outlet], 1000*float64(x.Loaded)/float64(x.Words))
	}
	f := plots.Swarm{Title: "loaded words per 1,000 own-voice words of an article", Heads: []string{"Median", "Articles"}}
	shown := names
	if m, ok := d.metrics["loaded"]; ok && len(names) > mostSwarms {
		shown = d.shownOutlets(m)
	}
	most, total := 0.0, 0
	for _, n := range shown {
		v := by[n]
		if len(v) < fewestScores || len(f.Rows) == mostSwarms {
			continue
		}
		slices.Sort(v)
		most = max(most, v[len(v)-1])
		total += len(v)
		f.Rows = append(f.Rows, plots.SwarmRow{Label: n, Values: v, Columns: []string{three(middle(v)), counted(len(v))}})
	}
	if len(f.Rows) == 0 || most == 0 {
		return section{}
	}
	slices.SortStableFunc(f.Rows, func(a, b plots.SwarmRow) int {
		switch x, y := middle(a.Values), middle(b.Values); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	first, last := f.Rows[0], f.Rows[len(f.Rows)-1]
	title := fmt.Sprintf("Articles differ within every outlet: the medians run from %s (%s) to %s (%s), single articles up to %s",
		three(middle(last.Values)), isolate(short(last.Label)), three(middle(first.Values)), isolate(short(first.Label)), three(most))
	if len(f.Rows) == 1 {
		title = fmt.Sprintf("Half of the articles of %s have fewer than %s loaded words in 1,000, single ones up to %s", isolate(short(first.Label)), three(middle(first.Values)), three(most))
	}
	s.figure(f.Draw("swarm-loaded", title, "Dot plot of single articles, a row for each outlet. "+title+"."),
		fmt.Sprintf("Each ring is an article, drawn by lot (%s of at least %d words in the outlet's own voice); the bar is the median.", plural(total, "article", "articles"), fewestWords))
	return s
}

// middle is the median of sorted values.
func middle(v []float64) float64 {
	n := len(v)
	if n%2 == 1 {
		return v[n/2]
	}
	return (v[n/2-1] + v[n/2]) / 2
}
