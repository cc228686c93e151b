package reports

import (
	"fmt"
	"math"
	"slices"

	"slant/analysis/compare"
	"slant/reports/plots"
)

// fewestCounted is the count, on both sides together, below which the ratio of a
// kind has no colour.
const fewestCounted = 10

// kindMatrix draws the kinds of a measure as columns and the outlets as rows, for
// comparisons of many outlets: the most frequent kinds.
func (d *drafter) kindMatrix(f family) (*plots.Figure, string) {
	type frequent struct {
		compare.Metric
		n int64
	}
	var kinds []frequent
	for _, m := range f.kinds {
		k := frequent{Metric: m}
		for _, o := range d.c.Outlets {
			k.n += d.rates[key{m.ID, o.Name}].Denominator
			if m.Scale == compare.Ratio {
				k.n += d.rates[key{m.ID, o.Name}].Numerator - d.rates[key{m.ID, o.Name}].Denominator
			}
		}
		if len(d.of(m)) > 0 {
			kinds = append(kinds, k)
		}
	}
	if len(kinds) == 0 {
		return nil, ""
	}
	slices.SortStableFunc(kinds, func(a, b frequent) int {
		switch {
		case a.n > b.n:
			return -1
		case a.n < b.n:
			return 1
		}
		return 0
	})
	kinds = kinds[:min(mostColumns, len(kinds))]
	first := f.first()
	x := plots.Matrix{Few: fewestCounted, Ratios: first.Scale == compare.Ratio, Unit: "difference from the others on the same stories, " + unitOf(first), Counted: "counted"}
	if x.Ratios {
		x.Unit = "ratio to the others on the same stories, " + unitOf(first)
	}
	for _, k := range kinds {
		x.Columns = append(x.Columns, kindName(k.Metric))
	}
	clear, all := 0, 0
	var low, high *compare.Contrast
	for _, o := range d.shownOutlets(first) {
		x.Rows = append(x.Rows, o)
		var row []plots.MatrixCell
		for _, k := range kinds {
			c := plots.MatrixCell{Value: math.NaN()}
			if e, ok := d.contrasts[key{k.ID, o}]; ok {
				c.Value, c.N = e.Value, int(e.Numerator+e.ReferenceNumerator)
				if !x.Ratios {
					c.N = int(e.Denominator)
				}
				if e.Interval != nil {
					all++
					if apart(e) {
						clear++
					}
				}
				if c.N >= fewestCounted && !math.IsNaN(e.Value) {
					if low == nil || e.Value < low.Value {
						low = &e
					}
					if high == nil || e.Value > high.Value {
						high = &e
					}
				}
			}
			row = append(row, c)
		}
		x.Cells = append(x.Cells, row)
	}
	if low == nil {
		return nil, ""
	}
	title := fmt.Sprintf("%s by kind: %d of %d intervals do not include %g", cap1(f.name), clear, all, nullOf(first))
	description := fmt.Sprintf("Matrix of outlets and kinds. %s. Largest: %s, %s, %s. Smallest: %s, %s, %s. The table below has all values.", title,
		isolate(high.Outlet), kindName(d.metric(high.Metric)), d.value(first, high.Value), isolate(low.Outlet), kindName(d.metric(low.Metric)), d.value(first, low.Value))
	return x.Draw("kinds-"+slug(f.id), title, description),
		fmt.Sprintf("%s of each outlet against the others, the most frequent kinds; below it what it rests on. Hatched: fewer than %d counted. The table has the intervals.%s",
			map[bool]string{true: "Rate ratio", false: "Difference"}[x.Ratios], fewestCounted, d.hidden(first))
}
