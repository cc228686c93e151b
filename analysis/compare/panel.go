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
	position []int32  // by number in Corpus: place in order; -1 when left out
	order    []placed // by outlet, story, id
	outlets  []outlet // by name
	stories  []string // by name; those that only one outlet covers too
	cells    []cell   // by outlet, then story; articles without a story first, each a cell of its own
	matched  []bool   // by story: at least two outlets cover it
	by       byline
	someAnon bool      // there are authors, but some articles have none
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

// arrange puts the articles that the study asks for in order and in groups.
func (c *Corpus) arrange(s *Study) *panel {
	p := &panel{Corpus: c, flow: Flow{Read: len(c.articles)}, position: make([]int32, len(c.articles))}
	type key struct {
		outlet, story int32 // places in the alphabet
		id            string
		print         uint64
		number        int32
	}
	var outlets, stories names
	keys := make([]key, 0, len(c.articles))
	for i := range c.articles {
		a := &c.articles[i]
		p.position[i] = -1
		outlet := cmp.Or(c.names.list[a.outlet], NoOutlet)
		if !s.takes(outlet, a.id, c.names.list[a.day], c.names.list[a.wire]) {
			p.flow.Excluded++
			continue
		}
		keys = append(keys, key{outlets.of(outlet), stories.of(s.story(a.id, c.names.list[a.story])), a.id, a.print, int32(i)})
	}
	outletRanks, storyRanks := outlets.ranks(), stories.ranks()
	for i := range keys {
		keys[i].outlet, keys[i].story = outletRanks[keys[i].outlet], storyRanks[keys[i].story]
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.outlet, b.outlet), cmp.Compare(a.story, b.story), cmp.Compare(a.id, b.id), cmp.Compare(a.print, b.print),
			c.articles[a.number].compare(&c.articles[b.number], c.names.list))
	})
	slices.Sort(outlets.list) // "" first, as in the ranks
	slices.Sort(stories.list)
	if len(stories.list) > 0 {
		p.stories = stories.list[1:]
	}
	p.order = make([]placed, len(keys))
	for i, k := range keys {
		p.position[k.number] = int32(i)
		if i == 0 || k.outlet != keys[i-1].outlet {
			p.outlets = append(p.outlets, outlet{name: outlets.list[k.outlet], start: i, first: len(p.cells)})
		}
		if i == 0 || k.outlet != keys[i-1].outlet || k.story == 0 || k.story != keys[i-1].story {
			p.cells = append(p.cells, cell{outlet: int32(len(p.outlets) - 1), story: k.story - 1, start: int32(i)}) // 0 is no story
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
	return cmp.Or(cmp.Compare(names[a.day], names[b.day]), cmp.Compare(names[a.author], names[b.author]),
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
	type wrote struct {
		name   int32
		outlet int32
		place  int32
	}
	all := make([]wrote, 0, len(p.order))
	signed := 0
	for i := range p.order {
		a := &p.order[i]
		if a.copy {
			continue
		}
		w := wrote{a.author, a.outlet, int32(i)}
		if a.wire != 0 {
			w.name = a.wire
		} else if a.author != 0 {
			p.flow.Bylines++
		}
		signed += is(w.name != 0)
		all = append(all, w)
	}
	if p.flow.Bylines == 0 || 2*signed < len(all) {
		return
	}
	p.someAnon = signed < len(all)
	order := p.names.ranks()
	slices.SortFunc(all, func(a, b wrote) int {
		return cmp.Or(cmp.Compare(a.outlet, b.outlet), cmp.Compare(order[a.name], order[b.name]), cmp.Compare(a.place, b.place))
	})
	var authors []author
	of := make([]int32, len(p.order)) // by place
	for i := range of {
		of[i] = -1
	}
	for i, w := range all {
		if i == 0 || w.name == 0 || w.outlet != all[i-1].outlet || w.name != all[i-1].name {
			authors = append(authors, author{p.names.list[w.name], w.outlet})
		}
		of[w.place] = int32(len(authors) - 1)
	}
	p.by = p.newByline(authors, of)
}

// dateWeeks finds the ISO weeks in which articles were published.
func (p *panel) dateWeeks() {
	weeks := map[int32]string{} // by day
	for i := range p.order {
		day := p.order[i].day
		if _, known := weeks[day]; !known && day != 0 {
			t, _ := time.Parse(time.DateOnly, p.names.list[day])
			weeks[day] = weekOf(t)
			p.weeks = append(p.weeks, weeks[day])
		}
	}
	slices.Sort(p.weeks)
	p.weeks = slices.Compact(p.weeks)
	index := map[int32]int32{} // of weeks, by day
	for day, w := range weeks {
		at, _ := slices.BinarySearch(p.weeks, w)
		index[day] = int32(at)
	}
	for i := range p.order {
		if day := p.order[i].day; day != 0 {
			p.order[i].week = index[day]
			p.byWeek = append(p.byWeek, int32(i))
		}
	}
	slices.SortStableFunc(p.byWeek, func(a, b int32) int {
		return cmp.Or(cmp.Compare(p.order[a].outlet, p.order[b].outlet), cmp.Compare(p.order[a].week, p.order[b].week))
	})
}
