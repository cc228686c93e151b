package compare

import (
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

// takes reports whether the study is about an article.
func (s *Study) takes(outlet string, a *article, wire string) bool {
	if len(s.Outlets) > 0 && !slices.Contains(s.Outlets, outlet) || s.Exclude.Wire && wire != "" || slices.Contains(s.Exclude.Articles, a.id) {
		return false
	}
	if s.Period == (Period{}) {
		return true
	}
	day := date(a.published)
	return day != "" && day >= s.Period.From && (s.Period.To == "" || day <= s.Period.To)
}

// chooseActors returns the actors that get metrics of their own: those of the
// study that the corpus names or, when it names none, those most mentioned.
func (s *Study) chooseActors(all []Actor) []Actor {
	if len(s.Actors) == 0 {
		return all[:min(len(all), mostActors)]
	}
	var chosen []Actor
	for _, id := range s.Actors {
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
