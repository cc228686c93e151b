package reports

import (
	"cmp"
	"fmt"
	"slices"

	"slant/analysis/compare"
)

// apartness shows whether outlets treat actors differently from each other: pairs
// that a study declares, and what is left of each actor and outlet when the manner
// towards all and the manner of all are taken out.
func (d *drafter) apartness() section {
	s := section{ID: "actors-apart", Heading: "Whom outlets treat differently"}
	pairs := &table{Caption: "Is the first actor presented more favourably than the second, compared with the others?", CSV: "interactions", Heads: []head{
		{Text: "Actors", Long: true}, {Text: "Outlet", Long: true}, {Text: "Against", Long: true}, {Text: "Difference [" + d.ciName() + "]", Numbers: true}, {Text: "Stories", Numbers: true}, {Text: "p", Numbers: true}, {Text: "Adjusted p", Numbers: true}}}
	for _, e := range d.c.Interactions {
		if len(pairs.Rows) >= mostFoldedRow {
			pairs.More++
			continue
		}
		pairs.Rows = append(pairs.Rows, []cell{{Text: d.actor(e.First) + " over " + d.actor(e.Second)}, {Text: e.Outlet}, {Text: cmp.Or(e.Reference, "the others")},
			d.differenceCell(e.Estimate), {Text: counted(e.Stories)}, {Text: probability(e.P)}, {Text: probability(e.Adjusted)}})
	}
	s.table(pairs)

	rest := &table{Caption: "More or less favourable than the outlet's manner and the actor's let expect", Folded: true, CSV: "residuals", Heads: []head{
		{Text: "Actor", Long: true}, {Text: "Outlet", Long: true}, {Text: "Residual [" + d.ciName() + "]", Numbers: true}, {Text: "p", Numbers: true}, {Text: "Adjusted p", Numbers: true}}}
	list := slices.Clone(d.c.Residuals)
	slices.SortStableFunc(list, func(a, b compare.Residual) int { return cmp.Compare(ranked(a.Adjusted), ranked(b.Adjusted)) })
	sure := 0
	for _, e := range list {
		if e.Adjusted <= 1-d.level() {
			sure++
		}
		if len(rest.Rows) >= mostFoldedRow {
			rest.More++
			continue
		}
		rest.Rows = append(rest.Rows, []cell{{Text: d.actor(e.Actor)}, {Text: e.Outlet}, d.differenceCell(e.Estimate), {Text: probability(e.P)}, {Text: probability(e.Adjusted)}})
	}
	if len(list) > 0 {
		s.text(fmt.Sprintf("An outlet may be harsh to everybody, and an actor may do what nobody likes. What is left when both are taken out is how an outlet treats one actor: %d of %d such residuals stand when adjusted for each other.", sure, len(list)))
	}
	s.table(rest)
	return s
}

// ranked puts what is not defined last.
func ranked(p float64) float64 {
	if p != p {
		return 2
	}
	return p
}

func (d *drafter) differenceCell(e compare.Estimate) cell {
	c := cell{Text: signed(e.Value), Notes: notes(e.Notes)}
	if e.Interval != nil {
		c.Text += " " + bracketed(e.Interval, signed)
	}
	return c
}
