package compare

import (
	"cmp"
	"slices"
	"sync"
)

// standings estimates how each outlet presents each actor, by actor, then
// outlet. Notes are cited from the book.
func (p *panel) standings(o Options, book *notebook) []Standing {
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
	lists, books := make([][]Standing, len(actors)), make([]notebook, len(actors))
	memory := sync.Pool{New: func() any {
		byAuthor := make([]term, len(p.by.authors))
		return &byAuthor
	}}
	inParallel(len(actors), func(i int) {
		byAuthor := memory.Get().(*[]term)
		defer memory.Put(byAuthor)
		for views := p.views(features[actors[i]]); len(views) > 0; {
			out, n := p.order[views[0].at].outlet, 0
			for n < len(views) && p.order[views[n].at].outlet == out {
				n++
			}
			lists[i] = append(lists[i], p.standing(actors[i], out, views[:n], *byAuthor, o, &books[i]))
			views = views[n:]
		}
	})
	var list []Standing
	for i := range lists {
		for _, s := range lists[i] {
			s.Mean.Notes = book.cite(books[i].read(s.Mean.Notes))
			list = append(list, s)
		}
	}
	return list
}

// A view is how one article presents one actor.
type view struct {
	at                          int32
	negative, neutral, positive int32
}

// views returns what the features of one actor say, in the order of the articles.
func (p *panel) views(features []int) []view {
	var views []view
	for _, i := range features {
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
	return views
}

// standing estimates how one outlet presents an actor. byAuthor has a term for
// every author, all 0 before and after.
func (p *panel) standing(actor string, outlet int32, views []view, byAuthor []term, o Options, book *notebook) Standing {
	s := Standing{Actor: actor, Outlet: p.outlets[outlet].name}
	var terms []term
	var notes []string
	var authors []int32
	cell, at := int32(-1), int32(-1)
	for _, v := range views {
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
		over, under := float64(v.positive-v.negative), float64(v.negative+v.neutral+v.positive)
		t := &terms[len(terms)-1]
		t.over += over
		t.under += under
		t.weight = t.under
		if p.by.authors != nil {
			who := p.by.of[v.at]
			if byAuthor[who].under == 0 {
				authors = append(authors, who)
			}
			byAuthor[who].over += over
			byAuthor[who].under += under
		}
	}
	s.Mean.Numerator = int64(s.Positive - s.Negative)
	s.Mean.Denominator = int64(s.Negative + s.Neutral + s.Positive)
	f := jackknife(terms, meanLink, o)
	p.widenRate(&f, take(authors, byAuthor))
	s.Mean.Value, s.Mean.Interval, s.Mean.Heaviest, s.Mean.Effective = f.value, f.interval(o.Level), f.heaviest, f.effective
	s.Mean.Notes = book.cite(append(notes, f.notes...))
	return s
}
