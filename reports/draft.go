package reports

import (
	"cmp"
	"fmt"
	"slices"
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
	metrics   map[string]compare.Metric
	poolings  map[string]compare.Pooling
	pairs     map[string][]compare.Contrast // by metric
	evidences map[key]string                // addresses of the sentences of a metric and outlet
	homes     map[string]string             // id of the section of each metric

	articlePages map[[2]string]articlePage // by outlet and id
	articleOrder [][2]string
	pages        []evidencePage

	shownCache map[string][]string // of shownOutlets
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

func draft(r *Report) (*document, *drafter) {
	d := &drafter{
		Report: r, c: r.Comparison,
		rates: map[key]compare.Rate{}, contrasts: map[key]compare.Contrast{},
		standings: map[[2]string]compare.Standing{}, names: map[string]string{},
		metrics: map[string]compare.Metric{}, poolings: map[string]compare.Pooling{}, pairs: map[string][]compare.Contrast{},
		evidences: map[key]string{}, homes: map[string]string{}, shownCache: map[string][]string{},
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
	for _, m := range d.c.Metrics {
		d.metrics[m.ID] = m
	}
	for _, p := range d.c.Poolings {
		d.poolings[p.Metric] = p
	}
	for _, e := range d.c.Pairs {
		d.pairs[e.Metric] = append(d.pairs[e.Metric], e)
	}
	d.families = familiesOf(d.c.Metrics)
	for _, f := range d.families {
		for _, m := range slices.Concat(f.asked(), f.kinds) {
			d.homes[m.ID] = slug(f.id)
		}
	}
	d.articlePages, d.articleOrder = articlePages(r.Articles)
	pages := d.evidencePages()

	doc := &document{Title: d.title(), Subtitle: d.subtitle(), Notes: d.c.Notes}
	doc.Claims, doc.Others, doc.Rest = d.claims()
	var body section
	body.add(d.compared())
	words := d.metricSection("words", "Word choice", "The outlets' own words only: what sources say is counted apart.")
	words.add(d.scores())
	words.add(d.words())
	body.add(words)
	actors := d.metricSection("actors", "Actors", "")
	d.actors(&actors)
	body.add(actors)
	sources := d.voices()
	measured := d.metricSection("sources", "Sources and voices", "")
	sources.Blocks = append(sources.Blocks, measured.Blocks...)
	sources.Sections = append(sources.Sections, measured.Sections...)
	sources.add(d.stances())
	body.add(sources)
	body.add(d.metricSection("agency", "Agency", "How outlets tell who did what to whom."))
	body.add(d.metricSection("choices", "Choice sets", "Terms for the same thing that carry a side: which of them an outlet chooses."))
	body.add(d.metricSection("frames", "Frames", "What articles make their topic a question of."))
	body.add(d.trends())
	body.add(d.robustness())
	body.add(d.studied())
	body.add(d.evidence(pages))
	body.add(d.problems())
	body.add(d.methods())
	body.add(d.limitations())
	body.add(d.run())
	doc.Sections = body.Sections
	doc.settleIDs()
	doc.hoistNotes()
	doc.trim()
	d.pages = pages
	return doc, d
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
	case "choice", "choices":
		return "choices"
	case "frame", "frames":
		return "frames"
	case "quoted", "sources", "tone":
		return "sources"
	case "agentless", "passive", "figures":
		return "agency"
	case "portrayal", "stance", "about":
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
	if len(d.c.Outlets) > 1 && d.c.Flow.Stories > 0 {
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

// metric gives a metric by its id.
func (d *drafter) metric(id string) compare.Metric { return d.metrics[id] }

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
