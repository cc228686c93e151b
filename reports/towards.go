package reports

import (
	"fmt"
	"math"
	"slices"

	"slant/reports/plots"
)

const (
	mostSources  = 12 // rows and columns of the matrix of stances
	fewStances   = 3  // a cell that rests on fewer has no colour
	fewestFilled = 3  // cells with colour: fewer make no figure
)

// stances shows how the actors that the articles tell of stand towards each other.
func (d *drafter) stances() section {
	s := section{ID: "stances", Heading: "Who stands how towards whom"}
	if len(d.Towards) == 0 {
		return section{}
	}
	names := map[string]string{}
	score, aimed := map[string]int{}, map[string]int{}
	cells := map[[2]string]Towards{}
	for _, t := range d.Towards {
		names[t.Source], names[t.Target] = t.SourceName, t.TargetName
		score[t.Source] += t.Favourable + t.Unfavourable
		aimed[t.Target] += t.Favourable + t.Unfavourable
		cells[[2]string{t.Source, t.Target}] = t
	}
	top := func(by map[string]int, n int) (ids []string) {
		for id := range by {
			ids = append(ids, id)
		}
		slices.SortFunc(ids, func(a, b string) int {
			if by[a] != by[b] {
				return by[b] - by[a]
			}
			if a < b {
				return -1
			}
			return 1
		})
		return ids[:min(n, len(ids))]
	}
	m := plots.Matrix{Few: fewStances, Unit: "favourable less unfavourable stances over all, from −1 to 1", Counted: "stances"}
	sources, targets := top(score, mostSources), top(aimed, mostColumns)
	filled := 0
	for _, t := range targets {
		m.Columns = append(m.Columns, names[t])
	}
	for _, source := range sources {
		m.Rows = append(m.Rows, names[source])
		var row []plots.MatrixCell
		for _, target := range targets {
			c := plots.MatrixCell{Value: math.NaN()}
			if t, ok := cells[[2]string{source, target}]; ok {
				c.N = t.Favourable + t.Unfavourable
				c.Value = float64(t.Favourable-t.Unfavourable) / float64(c.N)
				if c.N >= fewStances {
					filled++
				}
			}
			row = append(row, c)
		}
		m.Cells = append(m.Cells, row)
	}
	t := &table{Caption: "Stances of actors towards actors, the most frequent first", Folded: true, CSV: "stances", Heads: []head{
		{Text: "Who", Long: true}, {Text: "Towards", Long: true}, {Text: "Favourable", Numbers: true}, {Text: "Unfavourable", Numbers: true}}}
	for i, x := range d.Towards {
		if i == 30 {
			t.More = len(d.Towards) - i
			break
		}
		t.Rows = append(t.Rows, []cell{{Text: x.SourceName}, {Text: x.TargetName}, {Text: counted(x.Favourable)}, {Text: counted(x.Unfavourable)}})
	}
	s.text("Stances that articles tell of sources and other actors, in all outlets together: condemning, praising, backing, rejecting. The outlets' own stances are under Actors.")
	if filled >= fewestFilled {
		first := d.Towards[0]
		title := fmt.Sprintf("Most often told: %s on %s, %s in favour and %d against", isolate(short(first.SourceName)), isolate(short(first.TargetName)), counted(first.Favourable), first.Unfavourable)
		s.figure(m.Draw("stances", title, "Matrix of stances, sources in rows and targets in columns. "+title+". The table below has the most frequent."),
			fmt.Sprintf("Rows: who takes the stance; columns: towards whom. Hatched: fewer than %d stances.", fewStances))
	}
	s.table(t)
	return s
}
