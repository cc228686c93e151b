package compare

import (
	"cmp"
	"slices"
)

// standings estimates how each outlet presents each actor, by actor, then
// outlet. Notes are cited from the book.
func (p *panel) standings(o Options, book *notebook) []Standing {
	// A view is how one article presents one actor.
	type view struct {
		at                          int32
		negative, neutral, positive int32
	}
	features := map[string][]int{} // by actor
	var actors []string
	for i := range p.list {
		if f := p.list[i].feature; f.of == ofPortrayals {
			if features[f.actor] == nil {
				actors = append(actors, f.actor)
			}
			features[f.actor] = append(features[f.actor], i)
		}
	}
	slices.Sort(actors)
	var list []Standing
	for _, actor := range actors {
		var views []view
		for _, i := range features[actor] {
			f := &p.list[i]
			f.each(func(article, n int32) {
				at := p.position[article]
				if at < 0 || p.order[at].copy {
					return
				}
				v := view{at: at}
				switch f.name {
				case negativePortrayal:
					v.negative = n
				case neutralPortrayal:
					v.neutral = n
				default:
					v.positive = n
				}
				views = append(views, v)
			})
		}
		slices.SortFunc(views, func(a, b view) int { return cmp.Compare(a.at, b.at) })
		for len(views) > 0 {
			out := p.order[views[0].at].outlet
			s := Standing{Actor: actor, Outlet: p.outlets[out].name}
			var terms []term
			var notes []string
			cell, at := int32(-1), int32(-1)
			for len(views) > 0 && p.order[views[0].at].outlet == out {
				v := views[0]
				views = views[1:]
				if c := p.order[v.at].cell; c != cell {
					cell = c
					terms = append(terms, term{})
					if p.cells[c].story >= 0 {
						s.Mean.Stories++
					} else if len(notes) == 0 {
						notes = append(notes, noteLone)
					}
				}
				if v.at != at {
					at = v.at
					s.Mean.Articles++
				}
				s.Negative += int(v.negative)
				s.Neutral += int(v.neutral)
				s.Positive += int(v.positive)
				t := &terms[len(terms)-1]
				t.over += float64(v.positive - v.negative)
				t.under += float64(v.negative + v.neutral + v.positive)
				t.weight = t.under
			}
			s.Mean.Numerator = int64(s.Positive - s.Negative)
			s.Mean.Denominator = int64(s.Negative + s.Neutral + s.Positive)
			f := jackknife(terms, meanLink, o)
			s.Mean.Value, s.Mean.Interval, s.Mean.Heaviest, s.Mean.Effective = f.value, f.interval(o.Level), f.heaviest, f.effective
			s.Mean.Notes = book.cite(append(notes, f.notes...))
			list = append(list, s)
		}
	}
	return list
}
