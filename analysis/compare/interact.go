package compare

import (
	"math"
	"slices"
)

// An Interaction asks whether outlets treat two actors differently: by how much
// more favourably an outlet presents the first than the second, compared with
// how the others do (a difference in differences), inside the stories in which
// both sides present both. An outlet that is kind to everybody has none.
type Interaction struct {
	First, Second string // actors
	Outlet        string
	Reference     string // "" = all other outlets
	Estimate             // (outlet's mean of first − of second) − (reference's); means are from -1 to 1
	P             float64
	Adjusted      float64 // for all interactions of the study
}

// A Residual is by how much an outlet presents an actor more favourably than
// the outlet's manner towards all actors and all outlets' manner towards this
// actor let expect: mean of the cell − of the outlet − of the actor + of all.
type Residual struct {
	Actor, Outlet string
	Estimate
	P        float64
	Adjusted float64 // by maxT over all residuals
}

// A cellSum is what a cell of actor and outlet adds in one story.
type cellSum struct{ num, den float64 }

// manners are portrayals by actor, then outlet, then story.
type manners struct {
	*panel
	actors []string
	counts [][][]cellSum
}

// manners counts how outlets present the given actors in stories that at least
// two outlets cover.
func (p *panel) manners(actors []string) *manners {
	m := &manners{panel: p, actors: actors}
	for _, a := range actors {
		col := p.columnOf(portrayal("", "", "", func(f feature) bool { return f.actor == a }), reading{})
		counts := make([][]cellSum, len(p.outlets))
		for o := range counts {
			counts[o] = make([]cellSum, len(p.stories))
		}
		for i := range p.order {
			x := &p.order[i]
			story := p.cells[x.cell].story
			if s := col.of(int32(i)); !x.copy && s.den > 0 && story >= 0 && p.matched[story] {
				counts[x.outlet][story].num += float64(s.num)
				counts[x.outlet][story].den += float64(s.den)
			}
		}
		m.counts = append(m.counts, counts)
	}
	return m
}

// interaction compares an outlet with a reference, -1 for all others, in how
// they present two actors (indices).
func (m *manners) interaction(first, second, outlet, reference int, o Options, f *flips, book *notebook) (Interaction, tested) {
	e := Interaction{First: m.actors[first], Second: m.actors[second], Outlet: m.outlets[outlet].name, P: math.NaN(), Adjusted: math.NaN()}
	if reference >= 0 {
		e.Reference = m.outlets[reference].name
	}
	cells := make([][4]cellSum, len(m.stories)) // outlet's first and second, reference's first and second
	for story := range cells {
		c := &cells[story]
		for k, actor := range []int{first, second} {
			c[k] = m.counts[actor][outlet][story]
			for ref := range m.outlets {
				if ref != outlet && (reference < 0 || ref == reference) {
					c[2+k].num += m.counts[actor][ref][story].num
					c[2+k].den += m.counts[actor][ref][story].den
				}
			}
		}
	}
	complete := func(c [4]cellSum) bool { return c[0].den > 0 && c[1].den > 0 && c[2].den > 0 && c[3].den > 0 }
	some := func(c [4]cellSum) bool { return c[0].den+c[1].den > 0 && c[2].den+c[3].den > 0 }
	var notes []string
	use := complete
	if n := countIf(cells, complete); n < o.MinStories && countIf(cells, some) > n {
		use = some
		notes = append(notes, noteIncomplete)
	}
	var stories []int32
	var used [][4]cellSum
	for story, c := range cells {
		if use(c) {
			stories, used = append(stories, int32(story)), append(used, c)
			e.Numerator += int64(c[0].num - c[1].num)
			e.Denominator += int64(c[0].den + c[1].den)
		}
	}
	e.Stories = len(used)
	var t tested
	e.Estimate, t = jackknifed(e.Estimate, stories, differences(used), notes, o, f, book)
	e.P = t.p
	return e, t
}

// differences returns the difference in differences without one of the stories,
// or of all for -1.
func differences(stories [][4]cellSum) func(without int) float64 {
	var total [4]cellSum
	for _, c := range stories {
		for k := range total {
			total[k].num += c[k].num
			total[k].den += c[k].den
		}
	}
	return func(without int) float64 {
		s := total
		if without >= 0 {
			for k := range s { // counts are whole: nothing is lost by taking away
				s[k].num -= stories[without][k].num
				s[k].den -= stories[without][k].den
			}
		}
		return (s[0].num/s[0].den - s[1].num/s[1].den) - (s[2].num/s[2].den - s[3].num/s[3].den)
	}
}

func countIf(cells [][4]cellSum, is func([4]cellSum) bool) (n int) {
	for _, c := range cells {
		if is(c) {
			n++
		}
	}
	return n
}

// jackknifed estimates any function of the stories, which value gives without
// one of them, or whole for -1. The test flips signs of the pseudo-values
// Kθ − (K−1)θ(−k) (Tukey 1958), which are to the estimate what swings are to a
// contrast.
func jackknifed(e Estimate, stories []int32, value func(without int) float64, notes []string, o Options, f *flips, book *notebook) (Estimate, tested) {
	t := tested{p: math.NaN()}
	e.Value, e.Heaviest, e.Effective = math.NaN(), math.NaN(), math.NaN() // stories have no weights of their own here
	if len(stories) > 0 {
		e.Value = value(-1)
	}
	if math.IsNaN(e.Value) {
		e.Value = math.NaN() // one NaN is like another
		e.Notes = book.cite(append(notes, noteNothing))
		return e, t
	}
	k := float64(len(stories))
	without := make([]float64, len(stories))
	for i := range stories {
		without[i] = value(i)
	}
	j := fit{value: e.Value, y: e.Value, link: plainLink, se: math.NaN(), notes: notes}
	if len(stories) < o.MinStories {
		j.notes = append(j.notes, noteFew(o))
	} else {
		j.settle(without)
	}
	e.Interval = j.interval(o.Level)
	if !math.IsNaN(j.se) {
		for i, story := range stories {
			t.swings = append(t.swings, swing{story, k*e.Value - (k-1)*without[i]})
		}
		t.p, _ = f.test(t.swings)
		t.swings = f.block(t.swings)
	}
	e.Notes = book.cite(j.notes)
	return e, t
}

// interactions compares, for each pair of actors that the study declares, every
// outlet with the others and every declared pair of outlets.
func (p *panel) interactions(pairs [][]string, o Options, f *flips, book *notebook) []Interaction {
	var list []Interaction
	var family []tested
	for _, pair := range pairs {
		m := p.manners(pair)
		for out := range p.outlets {
			if len(p.outlets) > 2 || out == 0 {
				reference := -1
				if len(p.outlets) == 2 {
					reference = 1
				}
				e, t := m.interaction(0, 1, out, reference, o, f, book)
				list, family = append(list, e), append(family, t)
			}
		}
		for _, c := range o.Study.Contrasts {
			a, b := p.outletNamed(c[0]), p.outletNamed(c[1])
			if a >= 0 && b >= 0 && len(p.outlets) > 2 {
				e, t := m.interaction(0, 1, a, b, o, f, book)
				list, family = append(list, e), append(family, t)
			}
		}
	}
	for i, q := range f.adjust(family, correctionFor(len(family))) {
		list[i].Adjusted = q
	}
	return list
}

func (p *panel) outletNamed(name string) int {
	return slices.IndexFunc(p.outlets, func(o outlet) bool { return o.name == name })
}

// residuals estimates the interaction of every actor and outlet, of those
// outlets that present all the actors.
func (p *panel) residuals(actors []string, o Options, f *flips, book *notebook) []Residual {
	if len(actors) < 2 || len(p.outlets) < 2 {
		return nil
	}
	m := p.manners(actors)
	var stories []int32
	for s, is := range p.matched {
		if is {
			stories = append(stories, int32(s))
		}
	}
	total := make([][]cellSum, len(actors))
	for a := range total {
		total[a] = make([]cellSum, len(p.outlets))
		for out := range p.outlets {
			for _, c := range m.counts[a][out] {
				total[a][out].num += c.num
				total[a][out].den += c.den
			}
		}
	}
	var outlets []int
	for out := range p.outlets {
		if !slices.ContainsFunc(total, func(row []cellSum) bool { return row[out].den == 0 }) {
			outlets = append(outlets, out)
		}
	}
	if len(outlets) < 2 {
		return nil
	}
	// All residuals without one story, for every story.
	without := make([][]float64, 0, len(stories)+1)
	for k := -1; k < len(stories); k++ {
		means := make([]float64, 0, len(actors)*len(outlets))
		for a := range actors {
			for _, out := range outlets {
				c := total[a][out]
				if k >= 0 {
					c.num -= m.counts[a][out][stories[k]].num
					c.den -= m.counts[a][out][stories[k]].den
				}
				means = append(means, c.num/c.den) // counts are whole: 0/0 when nothing is left
			}
		}
		without = append(without, centred(means, len(outlets)))
	}
	var list []Residual
	var family []tested
	for a, actor := range actors {
		for i, out := range outlets {
			at := a*len(outlets) + i
			r := Residual{Actor: actor, Outlet: p.outlets[out].name, P: math.NaN(), Adjusted: math.NaN()}
			r.Numerator, r.Denominator = int64(total[a][out].num), int64(total[a][out].den)
			r.Stories = len(stories)
			e, t := jackknifed(r.Estimate, stories, func(k int) float64 { return without[k+1][at] }, nil, o, f, book)
			r.Estimate, r.P = e, t.p
			list, family = append(list, r), append(family, t)
		}
	}
	for i, q := range f.adjust(family, MaxT) {
		list[i].Adjusted = q
	}
	return list
}

// centred takes the means of rows and columns out of a table of rows of that
// many columns.
func centred(table []float64, columns int) []float64 {
	rows := len(table) / columns
	byRow, byColumn, all := make([]float64, rows), make([]float64, columns), 0.0
	for i, v := range table {
		byRow[i/columns] += v / float64(columns)
		byColumn[i%columns] += v / float64(rows)
		all += v / float64(len(table))
	}
	out := make([]float64, len(table))
	for i, v := range table {
		out[i] = v - byRow[i/columns] - byColumn[i%columns] + all
	}
	return out
}
