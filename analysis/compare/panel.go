package compare

import (
	"cmp"
	"slices"
	"time"
)

// NoOutlet names the outlet of articles that do not say theirs.
const NoOutlet = "(no outlet)"

// A panel is the articles that are compared, in order and in groups: outlets by
// stories. All its lists are sorted, so that nothing depends on the order in
// which articles came.
type panel struct {
	*Corpus
	flow     Flow
	position []int32   // by number in Corpus: place in order; -1 when left out
	order    []placed  // by outlet, story, id
	outlets  []outlet  // by name
	stories  []string  // by name; those that only one outlet covers too
	cells    []cell    // by outlet, then story; articles without a story first, each a cell of its own
	matched  []bool    // by story: at least two outlets cover it
	authors  []author  // by outlet, then name; nil when too few articles have a byline
	someAnon bool      // authors is there, but some articles have none
	weeks    []string  // in order: "2024-W05"
	byWeek   []int32   // articles with a date, by outlet, week, place
	tellers  [][]int32 // by story: its cells, by outlet
	agency   bool      // some article is agency copy
	copies   bool      // some article is a copy
}

// A placed article is one in order.
type placed struct {
	*article
	outlet, cell int32
	week         int32 // index of panel.weeks, -1 when undated
	copy         bool  // repeats another article of its outlet
	agency       bool  // agency copy
}

// An outlet is its part of panel.order and panel.cells.
type outlet struct {
	name        string
	start, end  int // of its articles
	first, last int // of its cells, without the last
}

// A cell is what one outlet wrote about one story, or one article without a
// story: the unit of the statistics, for what an outlet writes about a story
// hangs together.
type cell struct {
	outlet, story int32 // indices; story is -1 when there is none
	start, end    int32 // of its articles
}

// An author is all that one person, or one agency, wrote for one outlet.
type author struct {
	outlet   int32
	name     string
	articles []int32 // places in panel.order, ascending
}

// arrange puts the articles that the study asks for in order and in groups.
func (c *Corpus) arrange(s *Study) *panel {
	p := &panel{Corpus: c, flow: Flow{Read: len(c.articles)}, position: make([]int32, len(c.articles))}
	type key struct {
		outlet, story, id string
		print             uint64
		number            int32
	}
	keys := make([]key, 0, len(c.articles))
	for i := range c.articles {
		a := &c.articles[i]
		k := key{cmp.Or(c.names.list[a.outlet], NoOutlet), s.story(a.id, c.names.list[a.story]), a.id, a.print, int32(i)}
		p.position[i] = -1
		if !s.takes(k.outlet, a.id, a.published, c.names.list[a.wire]) {
			p.flow.Excluded++
			continue
		}
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.outlet, b.outlet), cmp.Compare(a.story, b.story), cmp.Compare(a.id, b.id), cmp.Compare(a.print, b.print),
			c.articles[a.number].compare(&c.articles[b.number], c.names.list))
	})
	for _, k := range keys {
		if k.story != "" {
			p.stories = append(p.stories, k.story)
		}
	}
	slices.Sort(p.stories)
	p.stories = slices.Clone(slices.Compact(p.stories))
	p.order = make([]placed, len(keys))
	story := int32(-1)
	for i, k := range keys {
		p.position[k.number] = int32(i)
		newOutlet := i == 0 || k.outlet != keys[i-1].outlet
		if newOutlet {
			p.outlets = append(p.outlets, outlet{name: k.outlet, start: i, first: len(p.cells)})
			story = -1
		}
		if newOutlet || k.story == "" || k.story != keys[i-1].story {
			if k.story != "" {
				at, _ := slices.BinarySearch(p.stories[story+1:], k.story)
				story += int32(at) + 1
			}
			p.cells = append(p.cells, cell{outlet: int32(len(p.outlets) - 1), story: story, start: int32(i)})
		}
		a := &c.articles[k.number]
		p.order[i] = placed{article: a, outlet: int32(len(p.outlets) - 1), cell: int32(len(p.cells) - 1), week: -1, agency: a.wire != 0}
		p.agency = p.agency || a.wire != 0
		p.cells[len(p.cells)-1].end = int32(i + 1)
		o := &p.outlets[len(p.outlets)-1]
		o.end, o.last = i+1, len(p.cells)
	}
	p.tellers = make([][]int32, len(p.stories))
	for i, c := range p.cells {
		if c.story >= 0 {
			p.tellers[c.story] = append(p.tellers[c.story], int32(i))
		}
	}
	p.markCopies()
	p.match()
	p.nameAuthors()
	p.dateWeeks()
	return p
}

// compare puts articles of one outlet, story, name and content in order.
func (a *article) compare(b *article, names []string) int {
	return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(names[a.author], names[b.author]),
		cmp.Compare(names[a.wire], names[b.wire]), cmp.Compare(names[a.repeats], names[b.repeats]))
}

// markCopies leaves each text in an outlet once. A text that several outlets
// carry stays in each: each chose to print it.
func (p *panel) markCopies() {
	type text struct {
		outlet int32
		id     string
	}
	seen := map[text]bool{}
	for _, a := range p.order {
		if a.repeats != 0 {
			seen[text{a.outlet, p.names.list[a.repeats]}] = false
		}
	}
	if len(seen) == 0 {
		return
	}
	for _, a := range p.order {
		if _, asked := seen[text{a.outlet, a.id}]; asked && a.repeats == 0 {
			seen[text{a.outlet, a.id}] = true
		}
	}
	for i := range p.order {
		a := &p.order[i]
		if a.repeats == 0 {
			continue
		}
		t := text{a.outlet, p.names.list[a.repeats]}
		a.copy = seen[t]
		seen[t] = true
		if a.copy {
			p.flow.Duplicates++
			p.copies = true
		}
	}
}

// match finds the stories that at least two outlets cover.
func (p *panel) match() {
	covered := make([]int, len(p.stories))
	once := make([]int, len(p.cells)) // articles that are no copies
	for i, c := range p.cells {
		for _, a := range p.order[c.start:c.end] {
			if !a.copy {
				once[i]++
			}
		}
		if c.story >= 0 && once[i] > 0 {
			covered[c.story]++
		}
	}
	p.matched = make([]bool, len(p.stories))
	for s, n := range covered {
		if p.matched[s] = n > 1; n > 1 {
			p.flow.Stories++
		}
	}
	for i, c := range p.cells {
		if c.story >= 0 && p.matched[c.story] {
			p.flow.Matched += once[i]
		} else {
			p.flow.Unmatched += once[i]
		}
	}
}

// nameAuthors groups articles by who wrote them. Agency copy is one author's;
// an article without a byline counts as an author of its own. With fewer than
// half of the articles signed there is nothing to go by.
func (p *panel) nameAuthors() {
	type by struct {
		outlet int32
		name   string
		place  int32
	}
	var signed []by
	var anonymous []by
	for i, a := range p.order {
		switch {
		case a.copy:
		case a.wire != 0:
			signed = append(signed, by{a.outlet, p.names.list[a.wire], int32(i)})
		case a.author != 0:
			signed = append(signed, by{a.outlet, p.names.list[a.author], int32(i)})
			p.flow.Bylines++
		default:
			anonymous = append(anonymous, by{a.outlet, "", int32(i)})
		}
	}
	if p.flow.Bylines == 0 || len(signed) < len(anonymous) {
		return
	}
	p.someAnon = len(anonymous) > 0
	slices.SortFunc(signed, func(a, b by) int {
		return cmp.Or(cmp.Compare(a.outlet, b.outlet), cmp.Compare(a.name, b.name), cmp.Compare(a.place, b.place))
	})
	for i, b := range signed {
		if i == 0 || b.outlet != signed[i-1].outlet || b.name != signed[i-1].name {
			p.authors = append(p.authors, author{outlet: b.outlet, name: b.name})
		}
		last := &p.authors[len(p.authors)-1]
		last.articles = append(last.articles, b.place)
	}
	for _, b := range anonymous {
		p.authors = append(p.authors, author{outlet: b.outlet, articles: []int32{b.place}})
	}
}

// dateWeeks finds the ISO weeks in which articles were published.
func (p *panel) dateWeeks() {
	weeks := map[string]string{} // by day
	for i := range p.order {
		day := date(p.order[i].published)
		if _, known := weeks[day]; !known && day != "" {
			t, _ := time.Parse(time.DateOnly, day)
			weeks[day] = weekOf(t)
			p.weeks = append(p.weeks, weeks[day])
		}
	}
	slices.Sort(p.weeks)
	p.weeks = slices.Compact(p.weeks)
	index := map[string]int32{}
	for i, w := range p.weeks {
		index[w] = int32(i)
	}
	for i := range p.order {
		if day := date(p.order[i].published); day != "" {
			p.order[i].week = index[weeks[day]]
			p.byWeek = append(p.byWeek, int32(i))
		}
	}
	slices.SortStableFunc(p.byWeek, func(a, b int32) int {
		return cmp.Or(cmp.Compare(p.order[a].outlet, p.order[b].outlet), cmp.Compare(p.order[a].week, p.order[b].week))
	})
}
