package compare

import (
	"cmp"
	"slices"
	"strings"

	"slant/analysis/voice"
	"slant/lexicons"
)

// mostChoices is how many choice sets a report compares when no study says which:
// those in which outlets had most to choose.
const mostChoices = 12

// A choiceSet is a choice set that the corpus has terms of.
type choiceSet struct {
	set   string
	sides []string // that somebody takes in the outlet's own voice, sorted
}

// choices returns the choice sets of which at least two sides are taken in the
// outlet's own voice: those that metrics or the study name and, where there are
// no metrics, those in which the second side is taken most often; sorted by name.
func (c *Corpus) choices(o Options) []choiceSet {
	counts := map[string]map[string]int{}
	for i := range c.list {
		f := &c.list[i]
		if f.feature.of != ofChoices || f.feature.voice != voice.Outlet {
			continue
		}
		if counts[f.feature.role] == nil {
			counts[f.feature.role] = map[string]int{}
		}
		f.each(func(_, n int32) { counts[f.feature.role][f.feature.name] += int(n) })
	}
	type ranked struct {
		choiceSet
		second int
	}
	var all []ranked
	for set, sides := range counts {
		if len(sides) < 2 {
			continue
		}
		r := ranked{choiceSet: choiceSet{set: set}}
		var taken []int
		for side, n := range sides {
			r.sides = append(r.sides, side)
			taken = append(taken, n)
		}
		slices.Sort(r.sides)
		slices.Sort(taken)
		r.second = taken[len(taken)-2]
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b ranked) int { return cmp.Or(cmp.Compare(b.second, a.second), strings.Compare(a.set, b.set)) })
	var out []choiceSet
	for i, r := range all {
		named := func(m string) bool { return m == "choice.*" || strings.HasPrefix(m, "choice."+r.set+".") }
		if len(o.Metrics) == 0 && i < mostChoices || slices.ContainsFunc(o.Metrics, named) || slices.ContainsFunc(o.Study.Metrics, named) {
			out = append(out, r.choiceSet)
		}
	}
	slices.SortFunc(out, func(a, b choiceSet) int { return strings.Compare(a.set, b.set) })
	return out
}

// measures returns the share of each side of a choice set that is not neutral. Of
// a set without a neutral side the last is left out: it is what the others leave.
func (c *choiceSet) measures() (ms []measure) {
	sides := slices.DeleteFunc(slices.Clone(c.sides), func(s string) bool { return s == lexicons.Neutral })
	if len(sides) == len(c.sides) {
		sides = sides[:len(sides)-1]
	}
	of := func(side string) func(feature, reading) int {
		return func(f feature, r reading) int {
			return is(f.of == ofChoices && f.role == c.set && (side == "" || f.name == side) && (r.quoted || f.voice == voice.Outlet))
		}
	}
	for _, side := range sides {
		m := shareOf("choice."+c.set+"."+side, "choice of terms: "+strings.ReplaceAll(c.set, "-", " ")+", "+side, "% of terms",
			"Terms of the side "+side+" in the outlet's own voice, over all its terms of the choice set "+c.set+".", of(side), of(""))
		m.byVoice, m.detail = true, true
		ms = append(ms, m)
	}
	return ms
}
