package reports

// What a page may weigh, so that it opens at once on a phone whatever the corpus:
// 2 MB in all. Beyond it, figures of detail are linked instead of shown and the
// longest tables leave rows to the CSV tables.
const (
	mostFigureBytes = 1_050_000
	mostTableBytes  = 600_000
	leastRows       = 24 // that a table keeps
)

// trim keeps the document within the weight of a page.
func (d *document) trim() {
	var figures []*figure
	var tables []*table
	var walk func([]section)
	walk = func(sections []section) {
		for _, s := range sections {
			for _, b := range s.Blocks {
				if b.Figure != nil {
					figures = append(figures, b.Figure)
				}
				if b.Table != nil {
					tables = append(tables, b.Table)
				}
			}
			walk(s.Sections)
		}
	}
	walk(d.Sections)

	total := 0
	sizes := make([]int, len(figures))
	for i, f := range figures {
		sizes[i] = len(f.SVG())
		total += sizes[i]
	}
	for _, minor := range []bool{true, false} { // the last first: they are the ones of least weight in an argument
		for i := len(figures) - 1; i >= 0 && total > mostFigureBytes; i-- {
			if f := figures[i]; f.Minor == minor && !f.Linked {
				f.Linked = true
				total -= sizes[i]
			}
		}
	}

	total = 0
	weights := make([]int, len(tables))
	for i, t := range tables {
		weights[i] = t.weight()
		total += weights[i]
	}
	for total > mostTableBytes {
		heaviest := -1
		for i, t := range tables {
			if t.Folded && len(t.Rows) > leastRows && (heaviest < 0 || weights[i] > weights[heaviest]) {
				heaviest = i
			}
		}
		if heaviest < 0 {
			return
		}
		t := tables[heaviest]
		keep := max(leastRows, len(t.Rows)*2/3)
		t.More += len(t.Rows) - keep
		t.Rows = t.Rows[:keep]
		total -= weights[heaviest]
		weights[heaviest] = t.weight()
		total += weights[heaviest]
	}
}

// weight estimates the bytes of a table in HTML.
func (t *table) weight() (n int) {
	for _, row := range t.Rows {
		n += 10
		for _, c := range row {
			n += 30 + len(c.Text) + len(c.Link) + 60*len(c.Notes)
		}
	}
	return n
}
