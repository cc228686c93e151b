package compare

import "slices"

// rates describes every outlet by all its articles.
func (c *counting) rates() []Rate {
	rates := make([]Rate, len(c.outlets))
	for i, out := range c.outlets {
		rates[i] = Rate{Metric: c.ID, Outlet: out.name, Estimate: c.rate(i)}
	}
	return rates
}

// rate describes one outlet: Σ numerators ÷ Σ denominators.
func (c *counting) rate(outlet int) Estimate {
	out := c.outlets[outlet]
	var e Estimate
	terms := c.terms[:0]
	lone := false
	for i := out.first; i < out.last; i++ {
		s := c.counts.cells[i]
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
	c.scratch.terms = terms
	var byAuthor []term
	if c.by.authors != nil {
		first := c.by.ranges[outlet]
		byAuthor = make([]term, c.by.ranges[outlet+1]-first)
		for p := c.by.first[out.first]; p < c.by.first[out.last]; p++ {
			t := &byAuthor[c.by.who[p]-first]
			t.over += float64(c.parts[p].num)
			t.under += float64(c.parts[p].den)
		}
		byAuthor = slices.DeleteFunc(byAuthor, func(t term) bool { return t.under == 0 })
	}
	return c.ofRate(e, terms, byAuthor, lone)
}

// ofRate gives an estimate that has its counts the rate, its interval and notes.
// Terms are what each story and each author adds to it; lone says that some
// articles have no story.
func (c *counting) ofRate(e Estimate, terms, byAuthor []term, lone bool) Estimate {
	f := jackknife(terms, c.rateLink(), c.o)
	var notes []string
	switch {
	case e.Denominator == 0:
		notes = append(notes, noteNothing)
	case c.Scale == Ratio && e.Numerator == 0:
		notes = append(notes, noteZero)
	case c.share && e.Numerator >= e.Denominator:
		notes = append(notes, noteAll)
	}
	if lone {
		notes = append(notes, noteLone)
	}
	c.widenRate(&f, byAuthor)
	e.Value, e.Heaviest, e.Effective = f.value*c.Per, f.heaviest, f.effective
	e.Interval = f.interval(c.o.Level).times(c.Per)
	e.Notes = c.book.cite(append(notes, f.notes...))
	return e
}

// rateLink is the scale on which rates are jackknifed.
func (m *measure) rateLink() link {
	switch {
	case m.Scale == Difference && m.bounded:
		return meanLink
	case m.Scale == Difference:
		return plainLink
	case m.share:
		return logitLink
	}
	return logLink
}
