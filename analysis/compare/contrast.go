package compare

import (
	"cmp"
	"math"
	"slices"
)

// A result is what one measure shows. Its estimates cite notes of its own book.
type result struct {
	empty     bool // the corpus has nothing of it
	rates     []Rate
	contrasts []Contrast
	pairs     []Contrast
	tests     []tested // of contrasts, then pairs
	trends    []Trend
	omnibus   *Omnibus
	pooling   *Pooling
	book      notebook
}

// A study of one measure: what all its estimates need.
type counting struct {
	*panel
	measure
	tables
	o     Options
	flips *flips
	book  *notebook
	*scratch
}

// Scratch is memory that is used again and again: by one measure, and for one
// side, at a time.
type scratch struct {
	first, other tables // of the report's way to count, and of another
	at           []int32
	strata       []stratum
	terms        []term
	swings       []swing
	remainders   []remainder
	byCell       []moments // of articles, on the difference scale
	rated        []rated
}

// Tables hold what is counted.
type tables struct {
	column column
	counts sums
	parts  []part
}

// estimate gives all rates and contrasts of m.
func (p *panel) estimate(m measure, o Options, f *flips, s *scratch) *result {
	r := &result{empty: true}
	c := &counting{panel: p, measure: m, tables: s.first, o: o, flips: f, book: &r.book, scratch: s}
	defer func() { s.first = c.tables }()
	p.fill(&c.column, m, reading{})
	for i, n := range c.column.num {
		if n != 0 && !p.order[i].copy {
			r.empty = false
			break
		}
	}
	if r.empty {
		return r
	}
	c.choose(choice{})
	r.rates = c.rates()
	if p.flow.Stories == 0 {
		c.specify(r.rates, nil, nil, nil)
		r.trends = c.trends()
		return r
	}
	if c.Scale == Difference {
		c.scratch.byCell = c.moments(c.byCell)
	}
	own := c.entries()
	dominance := c.newDominance()
	plain := make([]Estimate, len(p.outlets))
	for i := range p.outlets {
		side := c.against(i, -1)
		e, f, t := side.contrast()
		_, _, per := side.scale()
		plain[i] = side.briefly(e.Estimate, f, per)
		e.ByEntry = own.without(side, &e)
		e.Delta = dominance.dominance(side)
		r.contrasts, r.tests = append(r.contrasts, e), append(r.tests, t)
	}
	c.specify(r.rates, r.contrasts, plain, r.tests)
	for i := range p.outlets {
		for j := i + 1; j < len(p.outlets); j++ {
			side := c.against(i, j)
			if len(side.strata) == 0 {
				continue
			}
			e, _, t := side.contrast()
			r.pairs, r.tests = append(r.pairs, e), append(r.tests, t)
		}
	}
	r.omnibus = c.anyDifference()
	r.pooling = c.pool(r.contrasts)
	r.trends = c.trends()
	return r
}

// choose counts those articles of the column that a choice takes.
func (c *counting) choose(k choice) {
	c.counts.sum(c.panel, c.column, k)
	c.parts = c.panel.partsOf(c.column, k, c.parts)
}

// A side is an outlet and what it is compared with, story by story.
type side struct {
	*counting
	outlet, reference int // indices; reference -1 = all other outlets
	strata            []stratum
	at                []int32 // by story: index in strata, -1 for none
}

// against finds the stories that an outlet and its reference both cover. What it
// finds is gone with the next call.
func (c *counting) against(outlet, reference int) side {
	if c.scratch.at == nil {
		c.scratch.at = make([]int32, len(c.stories))
	}
	s := side{counting: c, outlet: outlet, reference: reference, at: c.scratch.at, strata: c.scratch.strata[:0]}
	defer func() { c.scratch.strata = s.strata }()
	for i := range s.at {
		s.at[i] = -1
	}
	add := func(story int32, a, b sum) {
		if a.den > 0 && b.den > 0 {
			s.at[story] = int32(len(s.strata))
			s.strata = append(s.strata, stratum{story, a.num, a.den, b.num, b.den, a.articles + b.articles})
		}
	}
	out := c.outlets[outlet]
	if reference < 0 {
		for i := out.first; i < out.last; i++ {
			if story := c.cells[i].story; story >= 0 {
				add(story, c.counts.cells[i], c.counts.others(i, story))
			}
		}
		return s
	}
	ref := c.outlets[reference]
	for i, j := out.first, ref.first; i < out.last && j < ref.last; {
		switch a, b := c.cells[i].story, c.cells[j].story; {
		case a < b || a < 0:
			i++
		case b < a:
			j++
		default:
			add(a, c.counts.cells[i], c.counts.cells[j])
			i++
			j++
		}
	}
	return s
}

// room returns a term and a swing for each story, to be filled in.
func (s side) room() ([]term, []swing) {
	n := len(s.strata)
	s.scratch.terms, s.scratch.swings = slices.Grow(s.terms[:0], n), slices.Grow(s.swings[:0], n)
	return s.terms[:n], s.swings[:n]
}

// scale returns how a stratum adds to the contrast, and the scale and unit of
// the contrast.
func (m *measure) scale() (toTerm func(stratum) term, l link, per float64) {
	if m.Scale == Ratio {
		return stratum.ratioTerm, logLink, 1
	}
	return stratum.differenceTerm, plainLink, m.Per
}

// contrast compares the two sides. It returns the fit too.
func (s side) contrast() (Contrast, fit, tested) {
	e := Contrast{Metric: s.ID, Outlet: s.outlets[s.outlet].name, Declared: s.Metric.Declared, P: math.NaN(), Least: math.NaN(), Adjusted: math.NaN(), Hedges: math.NaN()}
	if s.reference >= 0 {
		e.Reference = s.outlets[s.reference].name
		e.Declared = s.o.Study.declares(s.ID, e.Outlet, e.Reference)
	}
	toTerm, l, per := s.scale()
	terms, swings := s.room()
	counted := false
	for i, st := range s.strata {
		e.Numerator += st.num
		e.Denominator += st.den
		e.ReferenceNumerator += st.ref
		e.ReferenceDenominator += st.per
		e.Articles += int(st.articles)
		counted = counted || st.num != 0 || st.ref != 0
		swings[i] = swing{st.story, st.swing()}
		terms[i] = toTerm(st)
	}
	e.Stories = len(s.strata)
	f := jackknife(terms, l, s.o)
	var notes []string
	switch {
	case len(s.strata) == 0:
		notes = append(notes, noteUnmatched)
	case s.Scale == Ratio && e.ReferenceNumerator == 0 && e.Numerator == 0:
		notes = append(notes, noteNone)
	case s.Scale == Ratio && e.ReferenceNumerator == 0:
		notes = append(notes, noteReference)
	case s.Scale == Ratio && e.Numerator == 0:
		notes = append(notes, noteZero)
	}
	e.ByAuthor = s.withAuthors(&f, terms, per)
	notes = append(notes, f.notes...)
	e.Value, e.Heaviest, e.Effective = f.value*per, f.heaviest, f.effective
	e.Interval = f.interval(s.o.Level).times(per)
	e.Influence = s.influence(f, per)
	if counted {
		p, least := s.flips.test(swings)
		e.Least = least
		if e.P = p; e.ByAuthor != nil {
			e.P = max(p, f.p())
		}
		if least > 1-s.o.Level {
			notes = append(notes, noteLeast(least))
		}
	}
	if s.Scale == Difference {
		e.Hedges = hedges(s.scores())
	}
	e.judge(f, s.Metric, s.o.Level)
	e.Notes = s.book.cite(notes)
	return e, f, tested{e.P, s.flips.block(swings)}
}

// withAuthors takes authors into account and lists what the contrast would be
// without each, those first that matter most; nil when that cannot be done.
func (s side) withAuthors(f *fit, terms []term, per float64) []LeftOut {
	without, who, ok := s.widen(f, terms)
	if !ok {
		return nil
	}
	top := f.farthest(without, mostLeftOut, func(a, b int32) int {
		x, y := s.by.authors[who[a]], s.by.authors[who[b]]
		return cmp.Or(cmp.Compare(s.outlets[x.outlet].name, s.outlets[y.outlet].name), cmp.Compare(x.name, y.name))
	})
	list := make([]LeftOut, len(top))
	for i, k := range top {
		a := s.by.authors[who[k]]
		list[i] = LeftOut{s.outlets[a.outlet].name, a.name, without[k] * per}
	}
	return list
}

// widen takes authors into account, if there are any.
func (s side) widen(f *fit, terms []term) (without []float64, who []int32, ok bool) {
	if s.by.authors == nil || math.IsNaN(f.se) {
		return nil, nil, false
	}
	without, who = s.withoutAuthors(terms)
	if ok = f.widen(without, len(without)-2); ok && s.someAnon {
		f.notes = append(f.notes, noteUnsigned)
	}
	return without, who, ok
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
// far that is from the estimate on its scale, then by story.
func (s side) influence(f fit, per float64) []Influence {
	top := f.farthest(f.without, mostInfluential, func(a, b int32) int {
		return cmp.Compare(s.stories[s.strata[a].story], s.stories[s.strata[b].story])
	})
	list := make([]Influence, len(top))
	for i, k := range top {
		list[i] = Influence{s.stories[s.strata[k].story], f.without[k] * per}
	}
	return list
}
