package wording

import (
	"cmp"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

// A Detector finds loaded words of one kind. Its fields are its documentation:
// a test holds that none is empty.
type Detector struct {
	Name       string // of its file
	Kind       string // Finding.Detector of its findings
	Finds      string // what it finds, with an example
	Category   string // Finding.Category of its findings, several parted by commas; those of the lists when it is "of the lists"
	Conditions string // where it fires and where it does not
	Source     string // whose claim it is that such words are loaded
	Limits     string // what it does not do

	only string                                              // the category that role is for, when it is not for all of its kind
	role func(r *reading, x *Finding) bool                   // whether a listed word counts where it stands; nil: always
	find func(r *reading, listed []Finding) (more []Finding) // what no list holds; nil: nothing
}

// Detectors returns all detectors, in order of their names.
func Detectors() []Detector {
	return []Detector{
		boosters, derivations, emphasis, euphemisms, exclamation, hedges, intensities, ironies, labels, metaphors, obscenities, polemics, presuppositions, reports, rhetoric, scareQuotes, wordChoices,
	}
}

// A Finder finds loaded words. It is safe for concurrent use.
type Finder struct {
	words *matcher[*lexicons.WordGroup]
	kin   family
	sets  nounSets
	roles map[string]func(r *reading, x *Finding) bool // by kind, or by kind and category
	finds []func(r *reading, listed []Finding) []Finding
}

// nounSets are the sets of words that grammar asks for.
type nounSets struct {
	acts map[string]bool // nouns of what somebody does: offensive, response
	harm map[string]bool // verbs that an adverb of manner makes worse
	ill  map[string]bool // what is bad for those it meets or those who do it
	good map[string]bool // what is good for them
}

// NewFinder prepares lists of loaded words, with the sets that they name.
func NewFinder(groups []lexicons.WordGroup, sets map[string][]string) *Finder {
	f := &Finder{
		words: newMatcher[*lexicons.WordGroup](sets),
		sets:  nounSets{acts: set(sets["act"]), harm: set(sets["harm"]), ill: set(sets["ill"]), good: set(sets["good"])},
		roles: map[string]func(r *reading, x *Finding) bool{},
	}
	for i := range groups {
		g := &groups[i]
		for _, w := range g.Words {
			f.words.add(w, sets, &g.Conditions, g)
		}
	}
	f.kin = newFamily(groups)
	for _, d := range Detectors() {
		if d.role != nil {
			f.roles[d.Kind+d.only] = d.role
		}
		if d.find != nil {
			f.finds = append(f.finds, d.find)
		}
	}
	return f
}

// role returns what a finding must fulfil to count where it stands.
func (f *Finder) role(x *Finding) func(r *reading, x *Finding) bool {
	if role := f.roles[x.Detector+x.Category]; role != nil {
		return role
	}
	return f.roles[x.Detector]
}

// reading is the state of reading one document.
type reading struct {
	targeter
	words    *matcher[*lexicons.WordGroup]
	kin      family
	speakers *voice.Speakers
	attacks  map[int]bool // tokens that are cues of attacks in words
}

// Find returns the loaded words of d in order of Span.Compare, then of rule.
func (f *Finder) Find(d *language.Document, index *actors.Index, speakers *voice.Speakers) []Finding {
	r := &reading{targeter{d: d, index: index, sets: f.sets}, f.words, f.kin, speakers, attacks(speakers)}
	found := r.listed()
	for _, find := range f.finds {
		found = append(found, find(r, found)...)
	}
	kept := found[:0]
	for i := range found {
		x := &found[i]
		x.Text = d.Text(x.Span)
		if role := f.role(x); role == nil || role(r, x) {
			x.Because = r.because(x)
			kept = append(kept, *x)
		}
	}
	return phrases(d, kept)
}

// listed returns the words of the lexicons that stand outside names, in order.
func (r *reading) listed() []Finding {
	d := r.d
	found := []Finding{}
	for i := 0; i < len(d.Tokens); {
		matches := r.words.at(d, r.index, i)
		if len(matches) == 0 || inName(d, r.index, i, matches[0].last) {
			i++
			continue
		}
		for _, x := range matches {
			found = append(found, r.entry(x))
		}
		i = matches[0].last + 1
	}
	return found
}

// overlapsAny reports whether one of found lies on a span.
func overlapsAny(found []Finding, s language.Span) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Overlaps(s) })
}

// phrases makes one finding of loaded words that share a phrase ("blind and
// murderous response"): the heaviest gives its reason, and the span covers all.
// What is left is sorted.
func phrases(d *language.Document, found []Finding) []Finding {
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(a.Span.Compare(b.Span), cmp.Compare(a.Rule, b.Rule))
	})
	out := found[:0]
	for _, x := range found {
		k := len(out) - 1
		if k < 0 || !out[k].Overlaps(x.Span) && !coordinated(d, &out[k], &x) || out[k].Detector != x.Detector || out[k].Polarity*x.Polarity < 0 {
			out = append(out, x)
			continue
		}
		whole := language.Span{Start: out[k].Start, End: max(out[k].End, x.End), In: x.In}
		if x.Weight > out[k].Weight || x.Target != nil && out[k].Target == nil {
			out[k] = x
		}
		out[k].Span, out[k].Text = whole, d.Text(whole)
	}
	return out
}

// coordinated reports whether b follows a after "and" or a comma as its like:
// "vicious and deceitful", "lies and smears".
func coordinated(d *language.Document, a, b *Finding) bool {
	if a.In != b.In || b.Start-a.End > len(" , and ") || b.Start < a.End {
		return false
	}
	if between := strings.Trim(strings.ToLower(d.Text(language.Span{Start: a.End, End: b.Start, In: a.In})), " ,"); between != "and" && between != "or" && between != "" {
		return false
	}
	return d.Is(b.Word, "conj") && d.Tokens[b.Word].Head == a.Word || d.Is(a.Word, "conj") && d.Is(b.Word, "conj") && d.Tokens[a.Word].Head == d.Tokens[b.Word].Head
}
