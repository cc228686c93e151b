package compare

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// story returns what an article is about: as the table of stories says or, for
// an article that it does not name, as given.
func (s *Study) story(id, given string) string {
	if story, ok := s.table[id]; ok {
		return story
	}
	return given
}

// Takes reports whether the study is about an article.
func (s *Study) Takes(r *Row) bool {
	return s.takes(cmp.Or(r.Outlet, NoOutlet), r.ID, date(r.Published), r.Wire)
}

// takes is Takes of an article published on a day, "" when that is not known.
func (s *Study) takes(outlet, id, day, wire string) bool {
	if len(s.Outlets) > 0 && !slices.Contains(s.Outlets, outlet) || s.Exclude.Wire && wire != "" || s.excluded[id] {
		return false
	}
	if s.Period == (Period{}) {
		return true
	}
	return day != "" && day >= s.Period.From && (s.Period.To == "" || day <= s.Period.To)
}

// chooseActors returns the actors that get metrics of their own: those that the
// study or the metrics name, of those that the corpus names, or else those most
// mentioned.
func (o *Options) chooseActors(all []Actor) []Actor {
	named := slices.Clone(o.Study.Actors)
	for _, m := range measures(nil, nil, nil, []Actor{{ID: "*"}}) {
		for _, id := range o.Metrics {
			if actor, ok := strings.CutPrefix(id, strings.TrimSuffix(m.ID, "*")); ok && m.Actor != "" && actor != "*" && !slices.Contains(named, actor) {
				named = append(named, actor)
			}
		}
	}
	if len(named) == 0 {
		return all[:min(len(all), mostActors)]
	}
	var chosen []Actor
	for _, id := range named {
		if i := slices.IndexFunc(all, func(a Actor) bool { return a.ID == id }); i >= 0 {
			chosen = append(chosen, all[i])
		}
	}
	return chosen
}

// declare says of a metric whether the study names it, and its margin.
func (s *Study) declare(m *Metric) {
	m.Declared = namesMetric(s.Metrics, m.ID)
	m.Margin = conventional(m.Scale, m.Per)
	best := -1
	for _, d := range s.Margins {
		stem, _ := strings.CutSuffix(d.Metric, ".*")
		if (m.ID == stem || strings.HasPrefix(m.ID, stem+".")) && len(stem) > best { // the closest
			best = len(stem)
			if (m.Scale == Ratio) == (d.Low > 0) {
				m.Margin = Margin{d.Low, d.High, d.Because}
			}
		}
	}
}

// declares reports whether the study declares the contrast of two outlets in a
// metric.
func (s *Study) declares(metric, a, b string) bool {
	return namesMetric(s.Metrics, metric) && s.contrasts(a, b)
}

func (s *Study) contrasts(a, b string) bool {
	return slices.ContainsFunc(s.Contrasts, func(c []string) bool { return c[0] == a && c[1] == b || c[0] == b && c[1] == a })
}

// holds reports whether a contrast belongs to the family.
func (f *StudyFamily) holds(c *Contrast, s *Study) bool {
	if !namesMetric(f.Metrics, c.Metric) {
		return false
	}
	if c.Reference == "" {
		return f.Contrasts != "pairs"
	}
	return (f.Contrasts == "pairs" || f.Contrasts == "all") && s.contrasts(c.Outlet, c.Reference)
}

// namesMetric reports whether a list names a metric, or "stem.*" for it.
func namesMetric(list []string, id string) bool {
	for _, m := range list {
		if stem, ok := strings.CutSuffix(m, "*"); m == id || ok && strings.HasPrefix(id, stem) {
			return true
		}
	}
	return false
}

// otherLexicons lists the lexicons of the study that the records were not made
// with. used is nil when the records do not say.
func (s *Study) otherLexicons(used map[string]string) []Deviation {
	var list []Deviation
	for _, l := range s.Lexicons {
		is, ok := used[l.File]
		switch {
		case used == nil:
			is = "not known: the records do not say"
		case !ok:
			is = "not used"
		case l.SHA256 == "" || strings.EqualFold(l.SHA256, is):
			continue
		}
		list = append(list, Deviation{"lexicon " + l.File, cmp.Or(l.SHA256, "used"), is})
	}
	return list
}

// missing says what the study and the options ask for and the corpus lacks: a
// name that is misspelt must not go unnoticed.
func (p *panel) missing(o Options, c *Comparison) []string {
	var list []string
	s := o.Study
	for _, name := range s.Outlets {
		if p.outletNamed(name) < 0 {
			list = append(list, fmt.Sprintf("no article is of the outlet %q", name))
		}
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(slices.Concat(append(s.Pairs, s.Actors)...)))) {
		if !slices.ContainsFunc(c.Actors, func(a Actor) bool { return a.ID == id }) {
			list = append(list, fmt.Sprintf("no article names the actor %q", id))
		}
	}
	for _, id := range slices.Concat(s.Metrics, o.Metrics) {
		if !slices.ContainsFunc(c.Metrics, func(m Metric) bool { return namesMetric([]string{id}, m.ID) }) {
			list = append(list, fmt.Sprintf("nothing is found of the metric %q", id))
		}
	}
	if len(s.table) == 0 && len(s.Exclude.Articles) == 0 {
		return list
	}
	there := map[string]bool{}
	for i := range p.articles {
		there[p.articles[i].id] = true
	}
	for _, id := range s.Exclude.Articles {
		if !there[id] {
			list = append(list, fmt.Sprintf("no article to be excluded is called %q", id))
		}
	}
	var unknown []string
	for _, id := range slices.Sorted(maps.Keys(s.table)) {
		if !there[id] {
			unknown = append(unknown, id)
		}
	}
	if len(unknown) > 0 {
		list = append(list, fmt.Sprintf("%d articles in the table of stories are not in the corpus, %q first", len(unknown), unknown[0]))
	}
	return list
}
