package compare

import (
	"cmp"
	"math"
	"slices"
)

// A result is what one measure shows, with notes still in words.
type result struct {
	empty     bool // the corpus has nothing of it
	rates     []rate
	contrasts []contrast
	pairs     []contrast
}

type rate struct {
	Rate
	notes []string
}

type contrast struct {
	Contrast
	notes []string
}

// A sum is what a measure counts in some articles.
type sum struct {
	num, den int64
	articles int64 // with a denominator
}

func (s *sum) add(t sum) {
	s.num += t.num
	s.den += t.den
	s.articles += t.articles
}

// estimate gives all rates and contrasts of m.
func (c *corpus) estimate(m measure, o Options) result {
	r := result{empty: true}
	cells := make([]sum, len(c.cells))
	stories := make([]sum, len(c.stories))
	for i, cell := range c.cells {
		for j := range cell.rows {
			num, den := m.count(&cell.rows[j].Tally)
			if num != 0 {
				r.empty = false
			}
			if den > 0 {
				cells[i].add(sum{int64(num), int64(den), 1})
			}
		}
		if cell.story >= 0 {
			stories[cell.story].add(cells[i])
		}
	}
	if r.empty {
		return r
	}
	for _, out := range c.outlets {
		r.rates = append(r.rates, c.rate(m, out, cells, o))
	}
	if c.flow.Stories == 0 {
		return r
	}
	for _, out := range c.outlets {
		var strata []stratum
		for i := out.first; i < out.after; i++ {
			if s := c.cells[i].story; s >= 0 {
				own, all := cells[i], stories[s]
				strata = appendMatched(strata, c.stories[s], own, sum{all.num - own.num, all.den - own.den, all.articles - own.articles})
			}
		}
		r.contrasts = append(r.contrasts, compareOn(strata, m, out.name, "", o))
	}
	for i, out := range c.outlets {
		for _, reference := range c.outlets[i+1:] {
			if strata := c.common(out, reference, cells); len(strata) > 0 {
				r.pairs = append(r.pairs, compareOn(strata, m, out.name, reference.name, o))
			}
		}
	}
	return r
}

// common returns the stories that two outlets both cover.
func (c *corpus) common(a, b outlet, cells []sum) []stratum {
	var strata []stratum
	for i, j := a.first, b.first; i < a.after && j < b.after; {
		switch s, t := c.cells[i].story, c.cells[j].story; {
		case s < t || s < 0:
			i++
		case t < s:
			j++
		default:
			strata = appendMatched(strata, c.stories[s], cells[i], cells[j])
			i++
			j++
		}
	}
	return strata
}

// appendMatched appends a story unless a side has nothing to count in.
func appendMatched(strata []stratum, story string, a, b sum) []stratum {
	if a.den <= 0 || b.den <= 0 {
		return strata
	}
	return append(strata, stratum{story, a.num, a.den, b.num, b.den, a.articles + b.articles})
}

// rate describes one outlet by all its articles: Σ numerators ÷ Σ denominators.
func (c *corpus) rate(m measure, out outlet, cells []sum, o Options) rate {
	e := rate{Rate: Rate{Metric: m.ID, Outlet: out.name}}
	var terms []term
	lone := false
	for i := out.first; i < out.after; i++ {
		s := cells[i]
		if s.den == 0 {
			continue
		}
		e.Numerator += s.num
		e.Denominator += s.den
		e.Articles += int(s.articles)
		if c.cells[i].story >= 0 {
			e.Stories++
		} else {
			lone = true
		}
		terms = append(terms, term{float64(s.num), float64(s.den), float64(s.den)})
	}
	scale := logLink
	switch {
	case m.Scale == Difference:
		scale = meanLink
	case m.share:
		scale = logitLink
	}
	f := jackknife(terms, scale, o)
	e.Value = f.value * m.Per
	e.Interval = f.interval.times(m.Per)
	switch {
	case e.Denominator == 0:
		e.notes = append(e.notes, noteNothing)
	case m.Scale == Ratio && e.Numerator == 0:
		e.notes = append(e.notes, noteZero)
	case m.share && e.Numerator >= e.Denominator:
		e.notes = append(e.notes, noteAll)
	}
	if lone {
		e.notes = append(e.notes, noteLone)
	}
	e.notes = append(e.notes, f.notes...)
	return e
}

// compareOn compares an outlet with a reference on the stories of strata.
func compareOn(strata []stratum, m measure, outlet, reference string, o Options) contrast {
	e := contrast{Contrast: Contrast{Metric: m.ID, Outlet: outlet, Reference: reference, P: math.NaN()}}
	e.Stories = len(strata)
	terms := make([]term, len(strata))
	swings := make([]float64, len(strata))
	counted := false
	for i, s := range strata {
		e.Numerator += s.num
		e.Denominator += s.den
		e.ReferenceNumerator += s.ref
		e.ReferenceDenominator += s.per
		e.Articles += int(s.articles)
		counted = counted || s.num != 0 || s.ref != 0
		swings[i] = s.swing()
		if m.Scale == Ratio {
			terms[i] = s.ratioTerm()
		} else {
			terms[i] = s.differenceTerm()
		}
	}
	l, per := logLink, 1.0
	if m.Scale == Difference {
		l, per = plainLink, m.Per
	}
	f := jackknife(terms, l, o)
	e.Value = f.value * per
	e.Interval = f.interval.times(per)
	e.Influence = influence(strata, f, l, per)
	switch {
	case len(strata) == 0:
		e.notes = append(e.notes, noteUnmatched)
	case m.Scale == Ratio && e.ReferenceNumerator == 0 && e.Numerator == 0:
		e.notes = append(e.notes, noteNone)
	case m.Scale == Ratio && e.ReferenceNumerator == 0:
		e.notes = append(e.notes, noteReference)
	case m.Scale == Ratio && e.Numerator == 0:
		e.notes = append(e.notes, noteZero)
	}
	e.notes = append(e.notes, f.notes...)
	if counted {
		p, least := signFlip(swings, stream(o.Seed, m.ID, outlet, reference), o.Tries)
		e.P = p
		if least > 1-o.Level {
			e.notes = append(e.notes, noteLeast(least))
		}
	}
	return e
}

// times returns the interval in another unit.
func (i *Interval) times(per float64) *Interval {
	if i == nil {
		return nil
	}
	return &Interval{i.Low * per, i.High * per, i.Level}
}

// mostInfluential bounds how many stories a contrast lists.
const mostInfluential = 100

// influence lists what the estimate would be without each story, sorted by how
// far that is from the estimate on the scale of l, then by story. There is none
// on an estimate that the scale has no place for.
func influence(strata []stratum, f fit, l link, per float64) []Influence {
	if y := l.to(f.value); math.IsNaN(y) || math.IsInf(y, 0) {
		return nil
	}
	type move struct {
		Influence
		far float64
	}
	moves := make([]move, len(strata))
	for i, s := range strata {
		moves[i] = move{Influence{s.story, f.without[i] * per}, math.Abs(l.to(f.without[i]) - l.to(f.value))}
		if math.IsNaN(moves[i].far) {
			moves[i].far = math.Inf(1) // without the story there is no estimate: nothing matters more
		}
	}
	slices.SortFunc(moves, func(a, b move) int {
		return cmp.Or(cmp.Compare(b.far, a.far), cmp.Compare(a.Story, b.Story))
	})
	var list []Influence
	for _, m := range moves[:min(len(moves), mostInfluential)] {
		list = append(list, m.Influence)
	}
	return list
}
