package compare

import (
	"cmp"
	"slices"
	"time"

	"slant/analysis/record"
)

// describe says what each outlet published.
func (c *corpus) describe() []Outlet {
	var list []Outlet
	for _, out := range c.outlets {
		o := Outlet{Name: out.name, Articles: len(out.rows)}
		var w record.Words
		var lengths []float64
		for _, r := range out.rows {
			if day := date(r.Published); day != "" {
				if o.First == "" || day < o.First {
					o.First = day
				}
				o.Last = max(o.Last, day)
			}
			if r.Wire != "" {
				o.Wire++
			}
			v := r.Tally.Words
			w.Outlet += v.Outlet
			w.Direct += v.Direct
			w.Indirect += v.Indirect
			w.Unresolved += v.Unresolved
			w.Excluded += v.Excluded
			lengths = append(lengths, float64(v.Total))
		}
		for _, cell := range c.cells[out.first:out.after] {
			if cell.story >= 0 {
				o.Stories++
			}
		}
		o.Words = map[string]int{
			"outlet": w.Outlet, "direct": w.Direct, "indirect": w.Indirect, "unresolved": w.Unresolved, "excluded": w.Excluded,
		}
		slices.Sort(lengths)
		o.Length = Quartiles{quantile(lengths, .25), quantile(lengths, .5), quantile(lengths, .75)}
		list = append(list, o)
	}
	return list
}

// date returns the day of a timestamp that begins with one, "" otherwise.
func date(published string) string {
	if len(published) < len(time.DateOnly) {
		return ""
	}
	day := published[:len(time.DateOnly)]
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return ""
	}
	return day
}

// list names all stories.
func (c *corpus) list() []Story {
	list := make([]Story, len(c.stories))
	for _, cell := range c.cells { // by outlet
		if cell.story < 0 {
			continue
		}
		s := &list[cell.story]
		s.Name = c.stories[cell.story]
		s.Articles += len(cell.rows)
		s.Outlets = append(s.Outlets, c.outlets[cell.outlet].name)
	}
	return list
}

// actors lists whom the corpus names. An actor that articles name differently
// gets the name that most mentions have.
func (c *corpus) actors() []Actor {
	var list []Actor
	most := 0
	for _, m := range c.total.Mentions { // by actor, name, type
		if n := len(list); n == 0 || list[n-1].ID != m.Actor {
			list = append(list, Actor{ID: m.Actor})
			most = 0
		}
		a := &list[len(list)-1]
		if m.Mentions > most {
			a.Name, a.Type, most = m.Name, m.Type, m.Mentions
		}
		a.Mentions += m.Mentions
		a.Articles += m.Articles
	}
	slices.SortStableFunc(list, func(a, b Actor) int { return cmp.Compare(b.Mentions, a.Mentions) })
	return list
}

type standing struct {
	Standing
	notes []string
}

// standings estimates how each outlet presents each actor.
func (c *corpus) standings(o Options) []standing {
	// A view is how one cell presents one actor.
	type view struct {
		record.PortrayalCount
		cell     int
		articles int
	}
	var views []view
	for i, cell := range c.cells {
		var t record.Tally
		first := len(views)
		for _, r := range cell.rows {
			t.Merge(&record.Tally{Portrayals: r.Tally.Portrayals})
		}
		for _, p := range t.Portrayals {
			views = append(views, view{PortrayalCount: p, cell: i})
		}
		for _, r := range cell.rows {
			for _, p := range r.Tally.Portrayals {
				at, _ := slices.BinarySearchFunc(views[first:], p.Actor, func(v view, actor string) int { return cmp.Compare(v.Actor, actor) })
				views[first+at].articles++
			}
		}
	}
	slices.SortStableFunc(views, func(a, b view) int { return cmp.Compare(a.Actor, b.Actor) }) // cells stay in order of outlet
	var list []standing
	for len(views) > 0 {
		n, out := 0, c.cells[views[0].cell].outlet
		for n < len(views) && views[n].Actor == views[0].Actor && c.cells[views[n].cell].outlet == out {
			n++
		}
		s := standing{Standing: Standing{Actor: views[0].Actor, Outlet: c.outlets[out].name}}
		var terms []term
		lone := false
		for _, v := range views[:n] {
			s.Negative += v.Negative
			s.Neutral += v.Neutral
			s.Positive += v.Positive
			s.Mean.Articles += v.articles
			if c.cells[v.cell].story >= 0 {
				s.Mean.Stories++
			} else {
				lone = true
			}
			all := float64(v.Negative + v.Neutral + v.Positive)
			terms = append(terms, term{float64(v.Positive - v.Negative), all, all})
		}
		s.Mean.Numerator = int64(s.Positive - s.Negative)
		s.Mean.Denominator = int64(s.Negative + s.Neutral + s.Positive)
		f := jackknife(terms, meanLink, o)
		s.Mean.Value, s.Mean.Interval = f.value, f.interval
		if lone {
			s.notes = append(s.notes, noteLone)
		}
		s.notes = append(s.notes, f.notes...)
		list = append(list, s)
		views = views[n:]
	}
	return list
}
