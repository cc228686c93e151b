package compare

// A Trend is one outlet's rate in one week, multiplied with Metric.Per. Its
// interval is a jackknife over the stories of the week; it leaves authors aside.
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
	for start, end := 0, 0; start < len(c.byWeek); start = end {
		first := c.order[c.byWeek[start]]
		t := Trend{Metric: c.ID, Outlet: c.outlets[first.outlet].name, Week: c.weeks[first.week]}
		var terms []term
		cell, lone := int32(-1), false
		for end = start; end < len(c.byWeek); end++ {
			at := c.byWeek[end]
			a := &c.order[at]
			if a.outlet != first.outlet || a.week != first.week {
				break
			}
			s := c.column.of(at)
			if a.copy || s.articles == 0 {
				continue
			}
			if a.cell != cell {
				cell = a.cell
				terms = append(terms, term{})
				if c.cells[cell].story >= 0 {
					t.Stories++
				} else {
					lone = true
				}
			}
			t.Articles++
			t.Numerator += s.num
			t.Denominator += s.den
			k := &terms[len(terms)-1]
			k.over += float64(s.num)
			k.under += float64(s.den)
			k.weight = k.under
		}
		if t.Denominator == 0 {
			continue
		}
		f := jackknife(terms, c.rateLink(), c.o)
		var notes []string
		switch {
		case c.Scale == Ratio && t.Numerator == 0:
			notes = append(notes, noteZero)
		case c.share && t.Numerator >= t.Denominator:
			notes = append(notes, noteAll)
		}
		if lone {
			notes = append(notes, noteLone)
		}
		t.Value, t.Heaviest, t.Effective = f.value*c.Per, f.heaviest, f.effective
		t.Interval = f.interval(c.o.Level).times(c.Per)
		t.Notes = c.book.cite(append(notes, f.notes...))
		list = append(list, t)
	}
	return list
}
