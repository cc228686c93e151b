package events

import (
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

// Find returns the events of a document in order of the text. The index says
// who is named at each word, speakers who stands behind it.
func (det *Detector) Find(d *language.Document, index *actors.Index, speakers *voice.Speakers) []Event {
	f := &finder{Detector: det, d: d, index: index, speakers: speakers, taken: make([]bool, len(d.Tokens)), nominals: map[int]*nominal{}, told: map[int]string{}}
	for i := range d.Tokens {
		if clause.IsVerb(d, i) && !d.Is(i, "aux") {
			f.verb(i)
		}
	}
	for i := range d.Tokens {
		switch {
		case f.taken[i]:
		case clause.IsNoun(d, i):
			f.noun(i)
		case len(f.adjectives[d.Tokens[i].Lower]) > 0:
			f.adjective(i)
		}
	}
	slices.SortStableFunc(f.found, func(a, b *occurrence) int { return a.predicate - b.predicate })
	f.resolve()
	out := make([]Event, 0, len(f.found))
	for _, x := range f.found {
		out = append(out, f.event(x)...)
	}
	slices.SortStableFunc(out, func(a, b Event) int {
		if c := a.Span.Compare(b.Span); c != 0 {
			return c
		}
		return strings.Compare(a.Lemma, b.Lemma)
	})
	return out
}

// A finder finds the events of one document.
type finder struct {
	*Detector
	d        *language.Document
	index    *actors.Index
	speakers *voice.Speakers
	taken    []bool // words of a phrase that has told already
	nominals map[int]*nominal
	found    []*occurrence  // by predicate, once all are found
	told     map[int]string // by predicate, whose people the victims of the events before are
	peoples  []string       // see peopled
	above    []int          // kept for distance
}

// An occurrence is a predicate in the text with the heads of its arguments.
type occurrence struct {
	list        *lexicons.EventList
	lemma       string
	predicate   int // token
	first, last int // tokens of the predicate with its phrase
	form        string
	agent       int    // head of the agent, -1 when not stated
	patient     int    // head of the patient, -1 when not stated
	agentID     string // actor, when it is known otherwise than by the agent's words
	fact        string
	noun        bool
	doneTo      *string // see finder.doneTo
	inflicted   bool    // somebody does it: "killed", not "died" or "the dead"
}

// verb looks for an event that the verb i tells.
func (f *finder) verb(i int) {
	if f.taken[i] {
		return
	}
	t := &f.d.Tokens[i]
	for k := range f.verbs[t.Lemma] {
		v := &f.verbs[t.Lemma][k]
		at := v.Match(f.d, i)
		if at == nil {
			continue
		}
		if x := f.clauseOf(v, i, at); x != nil {
			for _, j := range at {
				f.taken[j] = true
			}
			f.found = append(f.found, x)
			return
		}
	}
}

// clauseOf reads the arguments of verb entry v at token i, nil when the
// conditions of its group do not hold.
func (f *finder) clauseOf(v *verb, i int, at []int) *occurrence {
	d := f.d
	predicate := clause.Predicate(d, i)
	t := &d.Tokens[i]
	passive := clause.Passive(d, i)
	subject := clause.Subject(d, predicate)
	x := &occurrence{
		list:  v.List,
		lemma: v.lemma, predicate: i, first: i, last: at[len(at)-1],
		form: Active, agent: -1, patient: -1, fact: clause.Fact(d, predicate),
	}
	switch {
	case v.intransitive:
		if passive && !strings.HasPrefix(v.lemma, "be ") {
			return nil
		}
		x.form, x.patient = Agentless, subject
	case passive:
		x.form, x.agent, x.patient = Agentless, clause.Agent(d, i), subject
		if p := v.Preposition(); p != "" {
			if o := f.afterPreposition(i, at); o >= 0 && v.Apart() {
				x.patient = o
			}
		}
		if x.agent >= 0 {
			x.form = Passive
		}
		if d.Is(i, "amod") {
			x.patient = d.Tokens[i].Head
		}
	default:
		x.agent = subject
		if h := f.beyondSource(i); h >= 0 && f.isSource(subject, i) {
			x.agent, subject = h, h
		}
		if v.Preposition() != "" {
			x.patient = f.afterPreposition(i, at)
		} else {
			x.patient = clause.Object(d, i)
			if slices.Contains(at, x.patient) {
				// The phrase has its own object: "left dead ten people" has not.
				x.patient = f.otherObject(i, x.patient)
			}
		}
		if d.Is(i, "amod") && t.Tag != "VBD" {
			return nil // "a killing machine"
		}
		if v.Transitive && x.patient < 0 && subject >= 0 && (t.Tag == "VBN" || t.Tag == "VBD") && d.Child(i, "aux") < 0 {
			x.form, x.agent, x.patient = Agentless, -1, subject
			if a := clause.Oblique(d, i, "by"); a >= 0 && !clause.IsTime(d, a) {
				x.form, x.agent = Passive, a
			}
		}
	}
	x.inflicted = !v.intransitive && !v.Witness
	if v.Witness {
		x.agent, x.form = -1, Agentless
	}
	if x.patient == x.agent {
		x.patient = -1
	}
	if !f.allowed(x.patient, v.Objects, v.NotObjects) {
		return nil
	}
	if s := subject; s >= 0 && slices.Contains(v.NotSubjects, d.Tokens[s].Lemma) {
		return nil
	}
	if len(v.NotWith) > 0 {
		if h := clause.Oblique(d, i, v.NotWith...); h > i && h != x.patient && !clause.IsTime(d, h) {
			return nil
		}
	}
	if v.intransitive && x.patient < 0 {
		return nil
	}
	return x
}

// isSource reports whether token s names who says what token i tells: a subject
// that the tree has from the wrong clause, as in "strikes which officials say
// killed ten".
func (f *finder) isSource(s, i int) bool {
	v := f.speakers.Holder(i)
	if s < 0 || v.Attribution < 0 || f.d.Tokens[s].Head == i {
		return false
	}
	source := f.speakers.Attributions[v.Attribution].Source
	t := &f.d.Tokens[s]
	return source != nil && source.In == f.d.In(s) && source.Start <= t.Start && t.End <= source.End && t.Tag != "PRP"
}

// beyondSource returns the noun of the relative clause that verb i stands in,
// within what somebody says of it; -1 when it is in none.
func (f *finder) beyondSource(i int) int {
	for steps := 0; i >= 0 && steps < 3; i, steps = f.d.Tokens[i].Head, steps+1 {
		if f.d.Is(i, "acl:relcl") {
			return f.d.Tokens[i].Head
		}
	}
	return -1
}

// afterPreposition returns the head of what follows the preposition that ends
// the phrase at the given tokens.
func (f *finder) afterPreposition(i int, at []int) int {
	d := f.d
	p := at[len(at)-1]
	if p+1 < len(d.Tokens) && clause.IsPreposition(d, p+1) {
		return -1 // "those that they work with in Libya"
	}
	if h := d.Tokens[p].Head; h > p && d.Is(p, "case") {
		return h
	}
	return clause.FirstPhrase(d, p)
}

// otherObject returns a second object of verb i besides token o: the person in
// "took the town's mayor hostage", whose tree may have either as object.
func (f *finder) otherObject(i, o int) int {
	for _, c := range f.d.Children(i) {
		if c != o && f.d.Is(c, "obj", "iobj") {
			return c
		}
	}
	if p := clause.FirstPhrase(f.d, i); p != o {
		return p
	}
	return -1
}

// allowed reports whether a patient of head h meets the conditions of a group.
func (f *finder) allowed(h int, objects, not []string) bool {
	if h < 0 {
		return len(objects) == 0
	}
	return !f.isAny(h, not) && (len(objects) == 0 || f.isAny(h, objects))
}

// isAny reports whether the noun phrase of head h has one of the lemmas, or means
// something of one of the $sets.
func (f *finder) isAny(h int, of []string) bool {
	for _, o := range of {
		if name, ok := strings.CutPrefix(o, "$"); ok {
			if name == lexicons.Owned && f.owner(h) != "" || f.isOf(h, f.sets[name]) {
				return true
			}
		} else if o == f.d.Tokens[h].Lemma {
			return true
		}
	}
	return false
}

// isOf reports whether the noun phrase of head h means something of a set.
func (f *finder) isOf(h int, s set) bool {
	t := &f.d.Tokens[h]
	if s.words[t.Lemma] || s.words[t.Lower] {
		return true
	}
	if len(s.types) == 0 {
		return false
	}
	if typ := f.index.Type(f.index.Of(h, h)); typ != "" {
		people := typ == "state" && (t.Tag == "NNPS" || t.Tag == "NNS") // "Palestinians"
		return s.types[typ] || people && s.types["person"]
	}
	switch t.Tag {
	case "NNP", "NNPS":
		return !clause.IsTime(f.d, h)
	case "PRP", "WP":
		return t.Lower != "it" && t.Lower != "itself" && s.types["person"] || t.Lower == "it" && s.types["place"]
	case "CD":
		return s.types["person"]
	}
	return false
}
