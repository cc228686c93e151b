package reports

import (
	"fmt"
	"math"
	"slices"

	"slant/analysis/compare"
	"slant/reports/plots"
)

const (
	mostActors  = 20 // in tables and, as rows, in the matrix
	mostColumns = 8  // of the matrix

	mostBarPages = 4  // figures of bars
	fewest       = 10 // sentences: a mean of fewer has no colour and is in no headline
)

// actors adds to the section who is named, and how outlets present them.
func (d *drafter) actors(s *section) {
	*s = section{ID: "actors", Heading: "Actors", Sections: s.Sections}
	who := section{ID: "actors-named", Heading: "Who is named"}
	who.table(d.actorTable())

	how := section{ID: "actors-portrayed", Heading: "How actors are portrayed"}
	if shown := d.shown(); len(shown) > 0 {
		how.text("A sentence that presents an actor, in the outlet's own voice, does so negatively, neutrally or positively. The mean runs from −1 (all negative) to 1 (all positive). Actors differ in what they do: compare outlets on one actor, not actors in one outlet.")
		how.figure(d.matrix(d.solid(shown)))
		for i, actors := range d.barPages(shown) {
			how.detail(d.bars(i+1, actors))
		}
		how.table(d.standingTable(shown))
	}
	measured := s.Sections
	s.Sections = nil
	s.add(who)
	s.add(how)
	s.add(d.apartness())
	s.Sections = append(s.Sections, measured...)
}

func (d *drafter) actorTable() *table {
	t := &table{Caption: "The actors named most", CSV: "actors", Heads: []head{{Text: "Actor", Long: true}, {Text: "Kind", Long: true}, {Text: "Mentions", Numbers: true}, {Text: "Articles", Numbers: true}}}
	for i, a := range d.c.Actors {
		if i == mostActors {
			t.More = len(d.c.Actors) - i
			break
		}
		t.Rows = append(t.Rows, []cell{{Text: d.actor(a.ID)}, {Text: a.Type}, {Text: counted(a.Mentions)}, {Text: counted(a.Articles)}})
	}
	return t
}

// shown lists the most named actors that some outlet presents in a sentence.
func (d *drafter) shown() (ids []string) {
	presented := map[string]bool{}
	for _, s := range d.c.Stances {
		if sentences(s) > 0 {
			presented[s.Actor] = true
		}
	}
	for _, a := range d.c.Actors {
		if presented[a.ID] && len(ids) < mostActors {
			ids = append(ids, a.ID)
		}
	}
	return ids
}

// solid lists the actors whom some outlet presents in enough sentences or, when
// there are few of them, those named most.
func (d *drafter) solid(actors []string) (ids []string) {
	const least = 6
	for i, a := range actors {
		enough := slices.ContainsFunc(d.c.Outlets, func(o compare.Outlet) bool {
			s, ok := d.standing(a, o.Name)
			return ok && sentences(s) >= fewest
		})
		if enough || i < least {
			ids = append(ids, a)
		}
	}
	return ids
}

func sentences(s compare.Standing) int { return s.Negative + s.Neutral + s.Positive }

// standing finds how an outlet presents an actor.
func (d *drafter) standing(actor, outlet string) (compare.Standing, bool) {
	s, ok := d.standings[[2]string{actor, outlet}]
	return s, ok
}

// extremes finds the lowest and the highest mean among those that rest on
// enough sentences.
func (d *drafter) extremes(actors []string) (low, high *compare.Standing) {
	for _, s := range d.c.Stances {
		if !slices.Contains(actors, s.Actor) || sentences(s) < fewest || math.IsNaN(s.Mean.Value) {
			continue
		}
		if low == nil || s.Mean.Value < low.Mean.Value {
			low = &s
		}
		if high == nil || s.Mean.Value > high.Mean.Value {
			high = &s
		}
	}
	return low, high
}

// matrix draws mean portrayals by actor and outlet. Many outlets become rows.
func (d *drafter) matrix(actors []string) (*plots.Figure, string) {
	if len(d.c.Outlets) < 2 {
		return nil, ""
	}
	outlets := make([]string, len(d.c.Outlets))
	for i, o := range d.c.Outlets {
		outlets[i] = o.Name
	}
	turned := len(outlets) > mostColumns
	if turned {
		actors = actors[:min(mostColumns, len(actors))]
	}
	m := plots.Matrix{Few: fewest, Unit: "mean portrayal in the outlet's own voice, from −1 to 1", Counted: "sentences"}
	value := func(actor, outlet string) plots.MatrixCell {
		s, ok := d.standing(actor, outlet)
		if !ok {
			return plots.MatrixCell{Value: math.NaN()}
		}
		return plots.MatrixCell{Value: s.Mean.Value, N: sentences(s)}
	}
	for _, a := range actors {
		m.Rows = append(m.Rows, d.actor(a))
		var row []plots.MatrixCell
		for _, o := range outlets {
			row = append(row, value(a, o))
		}
		m.Cells = append(m.Cells, row)
	}
	m.Columns = outlets
	if turned {
		m.Columns, m.Rows, m.Cells = m.Rows, outlets, nil
		for _, o := range outlets {
			var row []plots.MatrixCell
			for _, a := range actors {
				row = append(row, value(a, o))
			}
			m.Cells = append(m.Cells, row)
		}
	}
	title := "Too few sentences to tell how outlets present the actors named most"
	description := fmt.Sprintf("Matrix of mean portrayals of %s by %s.", plural(len(actors), "actor", "actors"), plural(len(outlets), "outlet", "outlets"))
	switch low, high := d.extremes(actors); {
	case low == nil:
	case low.Actor == high.Actor && low.Outlet == high.Outlet:
		title = fmt.Sprintf("Mean portrayal of %s in %s: %s; too few sentences elsewhere", isolate(short(d.actor(low.Actor))), isolate(short(low.Outlet)), signed(low.Mean.Value))
		description += " " + title + "."
	default:
		title = fmt.Sprintf("Mean portrayals run from %s (%s on %s) to %s (%s on %s)",
			signed(low.Mean.Value), isolate(short(low.Outlet)), isolate(short(d.actor(low.Actor))),
			signed(high.Mean.Value), isolate(short(high.Outlet)), isolate(short(d.actor(high.Actor))))
		description += " " + title + "."
	}
	description += " The table below has all values."
	return m.Draw("portrayals", title, description),
		fmt.Sprintf("Mean portrayal of the %s named most and, below it, the number of sentences. Hatched: fewer than %d sentences.", plural(len(actors), "actor", "actors"), fewest)
}

// barPages divides the most named actors among figures that fit on a page.
func (d *drafter) barPages(actors []string) (pages [][]string) {
	actors = actors[:min(mostColumns, len(actors))]
	if len(d.c.Outlets) == 1 {
		return [][]string{actors}
	}
	each := max(1, mostPlotRows/(len(d.c.Outlets)+1))
	for len(actors) > 0 && len(pages) < mostBarPages {
		n := min(each, len(actors))
		pages, actors = append(pages, actors[:n]), actors[n:]
	}
	return pages
}

// bars draws shares of negative, neutral and positive sentences.
func (d *drafter) bars(page int, actors []string) (*plots.Figure, string) {
	b := plots.Bars{Kinds: []string{"negative", "neutral", "positive"}, Diverging: true,
		Title: "% of sentences that present the actor, around the middle of the neutral ones", Heads: []string{"Mean [" + d.ciName() + "]", "Sentences"}}
	for _, a := range actors {
		if len(d.c.Outlets) > 1 {
			b.Rows = append(b.Rows, plots.BarRow{Label: d.actor(a), Heading: true})
		}
		for _, o := range d.c.Outlets {
			s, ok := d.standing(a, o.Name)
			if !ok || sentences(s) == 0 {
				continue
			}
			label := o.Name
			if len(d.c.Outlets) == 1 {
				label = d.actor(a)
			}
			b.Rows = append(b.Rows, plots.BarRow{Label: label, Counts: []int{s.Negative, s.Neutral, s.Positive},
				Columns: []string{meanText(s), counted(sentences(s))}})
		}
	}
	names := make([]string, len(actors))
	for i, a := range actors {
		names[i] = isolate(short(d.actor(a)))
	}
	title := "How sentences present " + and(names)
	description := "Diverging bars of negative, neutral and positive sentences about " + and(names) + "."
	if low, high := d.extremes(actors); low != nil {
		description += fmt.Sprintf(" Lowest mean: %s on %s, %s. Highest: %s on %s, %s.",
			isolate(low.Outlet), isolate(d.actor(low.Actor)), signed(low.Mean.Value), isolate(high.Outlet), isolate(d.actor(high.Actor)), signed(high.Mean.Value))
		if len(actors) == 1 && len(d.c.Outlets) > 1 {
			title = fmt.Sprintf("%s: from %s in %s to %s in %s", cap1(names[0]), signed(low.Mean.Value), isolate(short(low.Outlet)), signed(high.Mean.Value), isolate(short(high.Outlet)))
		}
	}
	description += " The table below has all values."
	return b.Draw(fmt.Sprintf("portrayal-bars-%d", page), title, description),
		"Sentences in the outlet's own voice, shares in per cent. The line marks the middle of the neutral part."
}

func meanText(s compare.Standing) string {
	if math.IsNaN(s.Mean.Value) {
		return none
	}
	t := signed(s.Mean.Value)
	if s.Mean.Interval != nil {
		t += " " + bracketed(s.Mean.Interval, signed)
	}
	return t
}

func (d *drafter) standingTable(actors []string) *table {
	t := &table{Caption: "How outlets present the actors named most, in sentences of their own voice", Folded: true, CSV: "standings", Heads: []head{
		{Text: "Actor", Long: true}, {Text: "Outlet", Long: true}, {Text: "Negative", Numbers: true}, {Text: "Neutral", Numbers: true}, {Text: "Positive", Numbers: true}, {Text: "Mean [" + d.ciName() + "]", Numbers: true}, {Text: "Articles", Numbers: true}}}
	for _, a := range actors {
		for _, o := range d.c.Outlets {
			s, ok := d.standing(a, o.Name)
			if !ok || sentences(s) == 0 {
				continue
			}
			if len(t.Rows) >= mostFoldedRow {
				t.More++
				continue
			}
			t.Rows = append(t.Rows, []cell{{Text: d.actor(a)}, {Text: o.Name}, {Text: counted(s.Negative), Link: d.evidenceOf("portrayal."+a, o.Name)}, {Text: counted(s.Neutral)}, {Text: counted(s.Positive), Link: d.evidenceOf("portrayal."+a, o.Name)},
				{Text: meanText(s), Notes: notes(s.Mean.Notes)}, {Text: counted(s.Mean.Articles)}})
		}
	}
	return t
}
