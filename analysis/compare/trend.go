package compare

// A Trend is one outlet's rate in one week, multiplied with Metric.Per. Its
// interval is that of a rate of the articles of that week.
type Trend struct {
	Metric, Outlet string
	Week           string // ISO 8601: "2024-W05"
	Estimate
}

// trends describes the outlets week by week, when there are at least two weeks.
func (c *counting) trends() []Trend {
	if len(c.weeks) < 2 || c.detail && !c.Metric.Declared {
		return nil
	}
	var list []Trend
	byAuthor := make([]term, len(c.by.authors))
	for start, end := 0, 0; start < len(c.byWeek); start = end {
		first := &c.order[c.byWeek[start]]
		for end = start; end < len(c.byWeek); end++ {
			if a := &c.order[c.byWeek[end]]; a.outlet != first.outlet || a.week != first.week {
				break
			}
		}
		t := Trend{Metric: c.ID, Outlet: c.outlets[first.outlet].name, Week: c.weeks[first.week]}
		if t.Estimate = c.weekly(c.byWeek[start:end], byAuthor); t.Denominator > 0 {
			list = append(list, t)
		}
	}
	return list
}

// weekly describes what one outlet published in one week, whose places it takes.
// byAuthor has a term for every author, all 0 before and after.
func (c *counting) weekly(places []int32, byAuthor []term) Estimate {
	var e Estimate
	terms := c.terms[:0]
	var authors []int32 // of the week
	cell, lone := int32(-1), false
	for _, at := range places {
		a := &c.order[at]
		s := c.column.of(at)
		if a.copy || s.articles == 0 {
			continue
		}
		if a.cell != cell {
			cell = a.cell
			terms = append(terms, term{})
			if c.cells[cell].story >= 0 {
				e.Stories++
			} else {
				lone = true
			}
		}
		e.Articles++
		e.Numerator += s.num
		e.Denominator += s.den
		k := &terms[len(terms)-1]
		k.over += float64(s.num)
		k.under += float64(s.den)
		k.weight = k.under
		if c.by.authors != nil {
			who := c.by.of[at]
			if byAuthor[who].under == 0 {
				authors = append(authors, who)
			}
			byAuthor[who].over += float64(s.num)
			byAuthor[who].under += float64(s.den)
		}
	}
	c.scratch.terms = terms
	if e.Denominator == 0 {
		return e
	}
	return c.ofRate(e, terms, take(authors, byAuthor), lone)
}
