package reports

import (
	"cmp"
	"fmt"
	"strings"

	"slant/analysis/compare"
)

// A drafter turns a report into a document.
type drafter struct {
	*Report
	c         *compare.Comparison
	families  []family
	rates     map[key]compare.Rate
	contrasts map[key]compare.Contrast
	standings map[[2]string]compare.Standing // by actor and outlet
	names     map[string]string              // of actors, by id
}

// A key is a metric and an outlet.
type key struct{ metric, outlet string }

// A family is metrics that are shown together: one by itself, or one with its
// kinds ("loaded" and "loaded.…"), or kinds without a whole ("tone.…").
type family struct {
	id    string
	name  string          // "loaded words"
	whole *compare.Metric // nil when there are only kinds
	kinds []compare.Metric
}

// first is a metric of the family that stands for all where they are the same.
func (f family) first() compare.Metric {
	if f.whole != nil {
		return *f.whole
	}
	return f.kinds[0]
}

func draft(r *Report) *document {
	d := &drafter{
		Report: r, c: r.Comparison,
		rates: map[key]compare.Rate{}, contrasts: map[key]compare.Contrast{},
		standings: map[[2]string]compare.Standing{}, names: map[string]string{},
	}
	for _, e := range d.c.Rates {
		d.rates[key{e.Metric, e.Outlet}] = e
	}
	for _, e := range d.c.Contrasts {
		d.contrasts[key{e.Metric, e.Outlet}] = e
	}
	for _, s := range d.c.Stances {
		d.standings[[2]string{s.Actor, s.Outlet}] = s
	}
	for _, a := range d.c.Actors {
		d.names[a.ID] = cmp.Or(a.Name, a.ID)
	}
	d.families = familiesOf(d.c.Metrics)

	doc := &document{Title: d.title(), Subtitle: d.subtitle(), Notes: d.c.Notes}
	doc.Claims, doc.Rest = d.claims()
	var body section
	body.add(d.compared())
	body.add(d.metrics("words", "Word choice", "The outlets' own words only: what sources say is counted apart."))
	actors := d.metrics("actors", "Actors", "")
	d.actors(&actors)
	body.add(actors)
	sources := d.voices()
	measured := d.metrics("sources", "Sources and voices", "")
	sources.Blocks = append(sources.Blocks, measured.Blocks...)
	sources.Sections = append(sources.Sections, measured.Sections...)
	body.add(sources)
	body.add(d.metrics("agency", "Agency", "How outlets tell who did what to whom."))
	body.add(d.robustness())
	body.add(d.evidence())
	body.add(d.problems())
	body.add(d.methods())
	body.add(d.limitations())
	body.add(d.run())
	doc.Sections = body.Sections
	doc.settleIDs()
	return doc
}

// familiesOf groups metrics that have the same name up to a dot and the same
// unit, in the order of their first.
func familiesOf(metrics []compare.Metric) []family {
	var fs []family
	at := map[[2]string]int{}
	for _, m := range metrics {
		stem, _, kind := strings.Cut(m.ID, ".")
		k := [2]string{stem, m.Unit}
		i, known := at[k]
		switch {
		case !kind && !known:
			at[k] = len(fs)
			fs = append(fs, family{id: m.ID, name: m.Name, whole: &m})
		case !kind:
			fs[i].whole, fs[i].id, fs[i].name = &m, m.ID, m.Name
		case known:
			fs[i].kinds = append(fs[i].kinds, m)
		default:
			at[k] = len(fs)
			fs = append(fs, family{id: stem, name: m.Name, kinds: []compare.Metric{m}})
		}
	}
	for i, f := range fs {
		if f.whole != nil {
			continue
		}
		if len(f.kinds) == 1 { // a kind without sisters stands by itself
			fs[i] = family{id: f.kinds[0].ID, name: f.kinds[0].Name, whole: &f.kinds[0]}
			continue
		}
		if stem, _, ok := strings.Cut(f.name, ": "); ok {
			fs[i].name = stem
		}
	}
	return fs
}

// place gives the id of the section that a family belongs to.
func (f family) place() string {
	stem, _, _ := strings.Cut(f.id, ".")
	switch stem {
	case "quoted", "sources", "tone":
		return "sources"
	case "agentless", "passive", "figures":
		return "agency"
	case "portrayal":
		return "actors"
	}
	return "words"
}

func (d *drafter) title() string {
	if d.Title != "" {
		return d.Title
	}
	switch n := len(d.c.Outlets); n {
	case 0:
		return "No articles to compare"
	case 1:
		return isolate(d.c.Outlets[0].Name)
	case 2, 3:
		names := make([]string, n)
		for i, o := range d.c.Outlets {
			names[i] = isolate(o.Name)
		}
		return and(names)
	default:
		return fmt.Sprintf("%d outlets compared", n)
	}
}

func (d *drafter) subtitle() string {
	if d.c.Flow.Read == 0 {
		return "No article was read."
	}
	parts := []string{plural(len(d.c.Outlets), "outlet", "outlets"), plural(d.c.Flow.Read, "article", "articles")}
	if len(d.c.Outlets) > 1 {
		parts = append(parts, plural(d.c.Flow.Stories, "story that at least two outlets cover", "stories that at least two outlets cover"))
	}
	if from, to := d.period(); from != "" {
		if from == to {
			parts = append(parts, from)
		} else {
			parts = append(parts, from+" to "+to)
		}
	}
	return strings.Join(parts, " · ")
}

// period gives the first and the last date of the corpus, "" when none is known.
func (d *drafter) period() (from, to string) {
	for _, o := range d.c.Outlets {
		if o.First != "" && (from == "" || o.First < from) {
			from = o.First
		}
		to = max(to, o.Last)
	}
	return from, to
}

func (d *drafter) actor(id string) string { return cmp.Or(d.names[id], id) }

// notes turns indices into footnote numbers.
func notes(indices ...[]int) (numbers []int) {
	seen := map[int]bool{}
	for _, list := range indices {
		for _, i := range list {
			if !seen[i] {
				seen[i] = true
				numbers = append(numbers, i+1)
			}
		}
	}
	return numbers
}
