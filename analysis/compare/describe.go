package compare

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// feature returns a column of how many of some features each article has.
func (p *panel) feature(match func(feature) int) []int32 {
	none := func(feature, reading) int { return 0 }
	return p.columnOf(measure{over: func(f feature, _ reading) int { return match(f) }, under: none}, reading{}).num
}

// describe says what each outlet published, and completes the flow of articles.
func (p *panel) describe() []Outlet {
	list := make([]Outlet, len(p.outlets))
	for i, o := range p.outlets {
		list[i] = Outlet{Name: o.name, Words: map[string]int{}}
	}
	for _, voice := range []string{"outlet", "direct", "indirect", "unresolved", excludedWords} {
		words := p.feature(func(f feature) int { return is(f.of == ofWords && f.name == voice) })
		for i := range list {
			n := 0
			for at := p.outlets[i].start; at < p.outlets[i].end; at++ {
				if !p.order[at].copy {
					n += int(words[at])
					if voice == "outlet" && words[at] == 0 {
						p.flow.Empty++
					}
				}
			}
			list[i].Words[voice] = n
		}
	}
	total := p.feature(func(f feature) int { return is(f.of == ofWords && f.name == allWords) })
	for i := range list {
		o := &list[i]
		var lengths []float64
		story := int32(-1)
		for at := p.outlets[i].start; at < p.outlets[i].end; at++ {
			a := &p.order[at]
			if a.copy {
				continue
			}
			o.Articles++
			if day := p.names.list[a.day]; day != "" {
				if o.First == "" || day < o.First {
					o.First = day
				}
				o.Last = max(o.Last, day)
			}
			if a.agency {
				o.Wire++
			}
			if s := p.cells[a.cell].story; s > story {
				o.Stories++
				story = s
			}
			lengths = append(lengths, float64(total[at]))
		}
		slices.Sort(lengths)
		o.Length = Quartiles{quantile(lengths, .25), quantile(lengths, .5), quantile(lengths, .75)}
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

// weekOf names the ISO 8601 week of a day: "2024-W05".
func weekOf(t time.Time) string {
	year, week := t.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// listStories names all stories.
func (p *panel) listStories() []Story {
	list := make([]Story, len(p.stories))
	for _, c := range p.cells { // by outlet
		if c.story < 0 {
			continue
		}
		n := 0
		for _, a := range p.order[c.start:c.end] {
			if !a.copy {
				n++
			}
		}
		if s := &list[c.story]; n > 0 {
			s.Name = p.stories[c.story]
			s.Articles += n
			s.Outlets = append(s.Outlets, p.outlets[c.outlet].name)
		}
	}
	return slices.DeleteFunc(list, func(s Story) bool { return s.Articles == 0 })
}

// listActors lists whom the articles name, most mentioned first. An actor that
// articles name differently gets the name that most mentions have.
func (p *panel) listActors() []Actor {
	type called struct {
		actor, name, role string
		mentions          int
	}
	var all []called
	in := map[string]map[int32]bool{} // articles of actors that have several names
	articles := map[string]int{}
	var several []int
	count := map[string]int{}
	for i := range p.list {
		if f := p.list[i].feature; f.of == ofMentions {
			count[f.actor]++
			several = append(several, i)
		}
	}
	for _, i := range several {
		f := &p.list[i]
		c := called{f.actor, f.name, f.role, 0}
		n := 0
		f.each(func(article, mentions int32) {
			at := p.position[article]
			if at < 0 || p.order[at].copy {
				return
			}
			c.mentions += int(mentions)
			n++
			if count[f.actor] > 1 {
				if in[f.actor] == nil {
					in[f.actor] = map[int32]bool{}
				}
				in[f.actor][at] = true
			}
		})
		articles[f.actor] += n
		if n > 0 {
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b called) int {
		return cmp.Or(cmp.Compare(a.actor, b.actor), cmp.Compare(a.name, b.name), cmp.Compare(a.role, b.role))
	})
	var list []Actor
	most := 0
	for _, c := range all {
		if n := len(list); n == 0 || list[n-1].ID != c.actor {
			a := Actor{ID: c.actor, Articles: articles[c.actor]}
			if seen := in[c.actor]; seen != nil {
				a.Articles = len(seen)
			}
			list = append(list, a)
			most = 0
		}
		a := &list[len(list)-1]
		if c.mentions > most {
			a.Name, a.Type, most = c.name, c.role, c.mentions
		}
		a.Mentions += c.mentions
	}
	slices.SortStableFunc(list, func(a, b Actor) int { return cmp.Compare(b.Mentions, a.Mentions) })
	return list
}
