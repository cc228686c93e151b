package reports

import (
	"fmt"
	"math"
	"slices"

	"slant/analysis/compare"
	"slant/analysis/voice"
	"slant/reports/plots"
)

const mostStories = 50 // in the table of stories

// compared shows what the comparison rests on.
func (d *drafter) compared() section {
	s := section{ID: "compared", Heading: "What was compared"}
	f := d.c.Flow
	if f.Read == 0 {
		return s
	}
	s.list(d.flow())
	s.table(d.outletTable())
	s.table(d.coverageTable())
	s.table(d.storyTable())
	return s
}

// flow tells the way of the articles into the comparison.
func (d *drafter) flow() []string {
	f := d.c.Flow
	lines := []string{plural(f.Read, "article was", "articles were") + " read."}
	if n := len(d.Problems); n > 0 {
		lines = append(lines, plural(n, "article or line", "articles or lines")+" could not be read: see Problems.")
	}
	if f.Duplicates > 0 {
		lines = append(lines, plural(f.Duplicates, "article repeats", "articles repeat")+" another of the same outlet and "+isOrAre(f.Duplicates)+" left out.")
	}
	if f.Empty > 0 {
		lines = append(lines, plural(f.Empty, "article has", "articles have")+" no word in the outlet's own voice.")
	}
	switch {
	case len(d.c.Outlets) < 2:
	case f.Stories == 0:
		lines = append(lines, "No article is in a story that two outlets cover: outlets are described, not compared.")
	default:
		lines = append(lines,
			fmt.Sprintf("%s in a story that at least two outlets cover (%s); outlets are compared on these only.",
				plural(f.Matched, "article is", "articles are"), plural(f.Stories, "story", "stories")))
		if f.Unmatched > 0 {
			lines = append(lines, plural(f.Unmatched, "article is", "articles are")+" in no such story and only described.")
		}
	}
	return lines
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (d *drafter) outletTable() *table {
	t := &table{Caption: "Outlets", CSV: "outlets", Heads: []head{{Text: "Outlet", Long: true}, {Text: "Articles", Numbers: true}}}
	inStories := slices.ContainsFunc(d.c.Outlets, func(o compare.Outlet) bool { return o.Stories > 0 })
	if inStories {
		t.Heads = append(t.Heads, head{Text: "Stories", Numbers: true})
	}
	t.Heads = append(t.Heads, head{Text: "First"}, head{Text: "Last"}, head{Text: "Median length [quartiles]", Numbers: true}, head{Text: "Words", Numbers: true},
		head{Text: "In its own voice", Numbers: true}, head{Text: "Agency copy", Numbers: true})
	for _, o := range d.c.Outlets {
		n := spoken(o)
		first, last := o.First, o.Last
		if first == "" {
			first, last = none, none
		}
		row := []cell{{Text: o.Name}, {Text: counted(o.Articles)}}
		if inStories {
			row = append(row, cell{Text: counted(o.Stories)})
		}
		t.Rows = append(t.Rows, append(row, cell{Text: first}, cell{Text: last}, cell{Text: fmt.Sprintf("%s [%s, %s]", three(o.Length.Median), three(o.Length.First), three(o.Length.Third))},
			cell{Text: counted(n)}, cell{Text: share(o.Words[voice.Outlet], n)}, cell{Text: counted(o.Wire)}))
	}
	return t
}

// spoken counts the words of an outlet that have a voice.
func spoken(o compare.Outlet) (n int) {
	for _, v := range voices {
		n += o.Words[v.id]
	}
	return n
}

// coverageTable has the stories that two outlets share, for as many outlets as
// fit on a page.
func (d *drafter) coverageTable() *table {
	n := len(d.c.Outlets)
	if n < 2 || n > mostPairs || d.c.Flow.Stories == 0 {
		return nil
	}
	at := map[string]int{}
	both := make([][]int, n)
	for i, o := range d.c.Outlets {
		at[o.Name], both[i] = i, make([]int, n)
	}
	for _, s := range d.c.Stories {
		for _, a := range s.Outlets {
			for _, b := range s.Outlets {
				both[at[a]][at[b]]++
			}
		}
	}
	t := &table{Caption: "Stories that two outlets share", Heads: []head{{Text: "Outlet", Long: true}}, CSV: "stories"}
	for i, o := range d.c.Outlets {
		t.Heads = append(t.Heads, head{Text: o.Name, Numbers: true})
		row := []cell{{Text: o.Name}}
		for j := range d.c.Outlets {
			if i == j {
				row = append(row, cell{Text: none})
			} else {
				row = append(row, cell{Text: counted(both[i][j])})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (d *drafter) storyTable() *table {
	if len(d.c.Outlets) < 2 {
		return nil
	}
	t := &table{Caption: "Stories, the most covered first", Folded: true, CSV: "stories", Heads: []head{{Text: "Story", Long: true}, {Text: "Outlets", Numbers: true}, {Text: "Articles", Numbers: true}}}
	stories := slices.Clone(d.c.Stories)
	slices.SortStableFunc(stories, func(a, b compare.Story) int {
		if n := len(b.Outlets) - len(a.Outlets); n != 0 {
			return n
		}
		return b.Articles - a.Articles
	})
	for i, s := range stories {
		if i == mostStories {
			t.More = len(stories) - i
			break
		}
		t.Rows = append(t.Rows, []cell{{Text: s.Name}, {Text: counted(len(s.Outlets))}, {Text: counted(s.Articles)}})
	}
	return t
}

// voices are the voices of words in the order in which they are shown.
var voices = []struct{ id, name string }{
	{voice.Outlet, "own voice"},
	{voice.Direct, "sources, in quotation marks"},
	{voice.Indirect, "sources, in the outlet's words"},
	{voice.Unresolved, "quoted, source unknown"},
}

// voices shows whose words the articles are made of.
func (d *drafter) voices() section {
	s := section{ID: "sources", Heading: "Sources and voices"}
	b := plots.Bars{Title: "% of words", Heads: []string{"Words"}}
	t := &table{Caption: "Words by voice", Folded: true, CSV: "outlets", Heads: []head{{Text: "Outlet", Long: true}}}
	for _, v := range voices {
		b.Kinds = append(b.Kinds, v.name)
		t.Heads = append(t.Heads, head{Text: cap1(v.name), Numbers: true})
	}
	t.Heads = append(t.Heads, head{Text: "Words", Numbers: true})
	low, high := math.Inf(1), math.Inf(-1)
	var lowest, highest string
	for _, o := range d.c.Outlets {
		n := spoken(o)
		if n == 0 {
			continue
		}
		row := plots.BarRow{Label: o.Name, Columns: []string{counted(n)}}
		line := []cell{{Text: o.Name}}
		for _, v := range voices {
			row.Counts = append(row.Counts, o.Words[v.id])
			line = append(line, cell{Text: share(o.Words[v.id], n)})
		}
		b.Rows = append(b.Rows, row)
		t.Rows = append(t.Rows, append(line, cell{Text: counted(n)}))
		own := float64(o.Words[voice.Outlet]) / float64(n)
		if own < low {
			low, lowest = own, o.Name
		}
		if own > high {
			high, highest = own, o.Name
		}
	}
	if len(b.Rows) == 0 {
		return s
	}
	title := fmt.Sprintf("Own words make up from %.0f\u00a0%% (%s) to %.0f\u00a0%% (%s) of what outlets print", low*100, isolate(short(lowest)), high*100, isolate(short(highest)))
	if len(b.Rows) == 1 {
		title = fmt.Sprintf("%.0f\u00a0%% of the words of %s are in its own voice", low*100, isolate(short(lowest)))
	}
	s.figure(b.Draw("voices", title, "Stacked bars of words by voice. "+title+". The table below has all values."),
		"Words of all articles by who is speaking, in per cent; without teasers, bylines and other text around the article.")
	s.table(t)
	return s
}
