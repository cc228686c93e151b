package reports

import (
	"fmt"
	"math"
	"strings"

	"slant/analysis/compare"
	"slant/reports/plots"
)

const (
	mostWordOutlets = 6  // outlets with a figure of their words
	mostWords       = 15 // of an outlet, either way, in the page
)

// words shows the words that set outlets apart.
func (d *drafter) words() section {
	s := section{ID: "distinct-words", Heading: "Words that set outlets apart"}
	figures := 0
	others := &table{Caption: "The other outlets: words with the largest z", Folded: true, CSV: "words", Heads: []head{{Text: "Outlet", Long: true}, {Text: "More often", Long: true}, {Text: "Less often", Long: true}, {Text: "Words tested", Numbers: true}}}
	for i, w := range d.c.Words {
		if len(w.More)+len(w.Less) == 0 || len(d.c.Outlets) == 2 && i == 1 {
			continue // the second of two outlets is the mirror of the first
		}
		if figures == mostWordOutlets {
			others.Rows = append(others.Rows, []cell{{Text: w.Outlet}, {Text: named(w.More)}, {Text: named(w.Less)}, {Text: counted(w.Tested)}})
			continue
		}
		figures++
		sub := section{ID: "words-" + slug(w.Outlet), Heading: isolate(short(w.Outlet))}
		sub.detail(d.wordFigure(w))
		sub.table(d.wordTable(w))
		s.add(sub)
	}
	s.table(others)
	if len(s.Sections) == 0 {
		return section{}
	}
	blocks := s.Blocks
	s.Blocks = nil
	s.text("Words in the outlet's own voice that it uses more or less often than the others on the same stories: all words, not only listed ones. Words stand in at least five articles and three stories on either side.")
	s.text("z ranks, and only ranks: it takes words for independent of each other (log odds with an informative Dirichlet prior; Monroe, Colaresi and Quinn 2008). What may be concluded is in the ratio, whose interval knows that words come in stories and, where articles are signed, from authors, and in q, which is adjusted for all words of the table (Benjamini and Hochberg).")
	s.Blocks = append(s.Blocks, blocks...)
	return s
}

// named lists the words with the largest z, a few.
func named(words []compare.Word) string {
	const few = 8
	var list []string
	for _, w := range words[:min(few, len(words))] {
		list = append(list, isolate(w.Word))
	}
	return strings.Join(list, ", ")
}

// sure reports whether a word sets an outlet apart when all are taken together.
func (d *drafter) sure(w compare.Word) bool { return w.Q <= 1-d.level() }

func (d *drafter) wordFigure(t compare.WordTable) (*plots.Figure, string) {
	f := plots.Scatter{
		X: "times per 10,000 words of the outlet and the others together (log scale)", Y: "z of the log odds",
		High: "more often in " + short(t.Outlet), Low: "less often",
	}
	sure := 0
	for _, list := range [][]compare.Word{t.More, t.Less} {
		for _, w := range list {
			p := plots.ScatterPoint{Label: w.Word, X: 1e4 * float64(w.Count+w.ReferenceCount) / float64(max(1, t.Words+t.ReferenceWords)), Y: w.Z, Clear: d.sure(w)}
			if p.X > 0 && !math.IsNaN(p.Y) {
				f.Points = append(f.Points, p)
				if p.Clear {
					sure++
				}
			}
		}
	}
	if len(f.Points) == 0 {
		return nil, ""
	}
	title := fmt.Sprintf("%s: no word stands out once all %s are taken together", isolate(short(t.Outlet)), plural(t.Tested, "word", "words"))
	if sure > 0 {
		title = fmt.Sprintf("%s: %s of %s tested", isolate(short(t.Outlet)), plural(sure, "word stands out", "words stand out"), counted(t.Tested))
	}
	description := fmt.Sprintf("Scatter plot of words by frequency and z. %s.", title)
	if len(t.More) > 0 {
		description += fmt.Sprintf(" Farthest up: %s.", isolate(t.More[0].Word))
	}
	if len(t.Less) > 0 {
		description += fmt.Sprintf(" Farthest down: %s.", isolate(t.Less[0].Word))
	}
	return f.Draw("words-"+slug(t.Outlet), title, description+" The table below has the values."),
		fmt.Sprintf("Each mark is a word. Filled triangles: q below %.3g; rings: not.", 1-d.level()) + " Words are named where there is room for it; words.csv has all."
}

func (d *drafter) wordTable(w compare.WordTable) *table {
	t := &table{Caption: fmt.Sprintf("Words of %s (%s words against %s of the others)", isolate(short(w.Outlet)), grouped(w.Words), grouped(w.ReferenceWords)), Folded: true, CSV: "words", Heads: []head{
		{Text: "Word", Long: true}, {Text: "Times", Numbers: true}, {Text: "In the others", Numbers: true}, {Text: "Articles", Numbers: true}, {Text: "Stories", Numbers: true},
		{Text: "z", Numbers: true}, {Text: "Ratio [" + d.ciName() + "]", Numbers: true}, {Text: "q", Numbers: true}}}
	for _, list := range [][]compare.Word{w.More, w.Less} {
		for i, x := range list {
			if i == mostWords {
				t.More += len(list) - i
				break
			}
			ratio := contrast(x.Ratio, 1, false)
			if x.Interval != nil {
				ratio += " " + bracketed(x.Interval, func(v float64) string { return contrast(v, 1, false) })
			}
			t.Rows = append(t.Rows, []cell{{Text: x.Word}, {Text: grouped(x.Count)}, {Text: grouped(x.ReferenceCount)}, {Text: counted(x.Articles)}, {Text: counted(x.Stories)},
				{Text: signed(x.Z)}, {Text: ratio}, {Text: probability(x.Q)}})
		}
	}
	return t
}
