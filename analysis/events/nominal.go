package events

import (
	"strings"

	"slant/analysis/clause"
)

// A nominal is the arguments of a noun that tells of an event.
type nominal struct {
	entry          *noun
	first          int // token at which the compound begins
	agent, patient int // heads, -1 when not stated
}

// noun looks for an event that the noun i tells.
func (f *finder) noun(i int) {
	n := f.nominal(i)
	if n == nil {
		return
	}
	x := &occurrence{
		list:  n.entry.List,
		lemma: n.entry.lemma, predicate: i, first: n.first, last: i,
		form: Nominal, agent: n.agent, patient: n.patient, fact: clause.Fact(f.d, i), noun: true,
		inflicted: len(n.entry.Verbs) > 0,
	}
	if n.entry.Argued && f.actor(n.agent, 0) == "" && f.actor(n.patient, 0) == "" {
		return
	}
	f.found = append(f.found, x)
}

// nominal returns the event noun that ends at token i with its arguments, nil
// when there is none.
func (f *finder) nominal(i int) *nominal {
	if n, ok := f.nominals[i]; ok {
		return n
	}
	f.nominals[i] = nil // an argument that leads back here finds nothing
	n := f.readNominal(i)
	f.nominals[i] = n
	return n
}

func (f *finder) readNominal(i int) *nominal {
	d := f.d
	t := &d.Tokens[i]
	if t.Tag == "NNP" && d.In(i) == "" || f.index.At(i) >= 0 || f.taken[i] {
		return nil
	}
	if i+1 < len(d.Tokens) && d.Tokens[i+1].Sentence == t.Sentence && clause.IsNoun(d, i+1) && d.Tokens[i+1].Head != i && d.Is(i, "compound", "amod", "nmod") && d.Tokens[i].Head > i {
		return nil // "attack helicopter", "murder trial"
	}
	for k := range f.nouns[t.Lemma] {
		e := &f.nouns[t.Lemma][k]
		first := i - len(e.words) + 1
		if first < 0 || d.Tokens[first].Sentence != t.Sentence || !f.compound(first, e.words) {
			continue
		}
		if len(e.Near) > 0 && !f.near(i, e.Near) {
			continue
		}
		n := &nominal{entry: e, first: first, agent: -1, patient: -1}
		f.arguments(n, i)
		if f.againstItself(n, i) {
			n.agent = -1
		}
		if e.Self && n.patient < 0 {
			n.patient = i
		}
		if len(e.Objects) > 0 && n.patient > i && !f.allowed(n.patient, e.Objects, e.NotObjects) {
			continue
		}
		return n
	}
	return nil
}

// againstItself reports whether the agent of n at token i would be a side of a
// conflict on its own soil or against its own people: "after it staged the attack
// on Israel" is not said of Israel.
func (f *finder) againstItself(n *nominal, i int) bool {
	if n.agent < 0 || n.entry.List.Class != "harm" {
		return false
	}
	own := f.people(f.actor(n.agent, 0))
	if own == "" || len(f.wars.of[own]) == 0 {
		return false
	}
	if n.patient >= 0 && f.people(f.actor(n.patient, 0)) == own {
		return true
	}
	id, _ := f.placeAt("", i, f.d.Tokens[i].Head)
	return id != "" && f.people(id) == own
}

func (f *finder) compound(first int, words []string) bool {
	for k, w := range words {
		if t := &f.d.Tokens[first+k]; t.Lower != w && t.Lemma != w {
			return false
		}
	}
	return true
}

// arguments reads who does what n says to whom: from what stands before and
// after the noun at token i, and from a verb that lends it its subject.
func (f *finder) arguments(n *nominal, i int) {
	d := f.d
	modifier := &n.agent
	if n.entry.Modifier == "patient" {
		modifier = &n.patient
	}
	of := &n.patient
	if n.entry.Of == "agent" {
		of = &n.agent
	}
	if h := clause.Oblique(d, i, "by"); h >= 0 && !clause.IsTime(d, h) {
		n.agent = h
	}
	against := []string{"on", "against", "upon", "at", "into", "targeting"}
	if n.entry.List.Class != "harm" {
		against = append(against, "to", "for", "towards")
	}
	if h := clause.Oblique(d, i, against...); h >= 0 && f.isThing(h) {
		n.patient = h
	}
	if h := clause.Oblique(d, i, "of"); h >= 0 && !clause.IsTime(d, h) && *of < 0 {
		*of = h
		if of == &n.agent && f.index.Type(f.index.Of(h, h)) == "place" {
			n.agent, n.patient = -1, h
		}
	}
	for _, c := range d.Children(i) {
		if c > i || clause.IsTime(d, c) {
			continue
		}
		switch {
		case d.Is(c, "nmod:poss") && c+1 < i && d.Is(c+1, "nmod:poss") && d.Tokens[c+1].Head == i:
			// a title that the tree has cut from its name: "special counsel | Ann Li's inquiry"
		case d.Is(c, "nmod:poss") && !clause.IsTime(d, c):
			f.modify(n, modifier, c)
		case d.Is(c, "compound", "amod", "nmod", "flat") && c < n.first:
			if f.index.Of(c, c) != "" {
				f.modify(n, modifier, c)
			}
		}
	}
	f.support(n, i)
}

// modify takes the word c before the noun as one of its arguments: the role
// that nouns of this kind give it, the other one when that is taken. A place is
// always what is acted on; a state does what is done to people ("Iranian
// executions", but "Palestinian deaths").
func (f *finder) modify(n *nominal, role *int, c int) {
	switch f.index.Type(f.index.Of(c, c)) {
	case "place":
		// but a state of a union makes laws: "Kentucky's ban"
		if n.entry.List.Class != "threat" && n.entry.Modifier != "agent" {
			role = &n.patient
		}
	case "state":
		if f.sanctioned(n, c) {
			role = &n.patient
		} else if role == &n.patient && len(n.entry.Verbs) > 0 && (n.entry.List.Counted || f.d.Tokens[c].Tag == "JJ") {
			role = &n.agent
		}
	}
	if *role >= 0 {
		role = map[bool]*int{true: &n.patient, false: &n.agent}[role == &n.agent]
	}
	if *role < 0 {
		*role = c
	}
}

// sanctioned reports whether the name of a state before a noun of punishment or
// accusation says against whom it goes: "Russia sanctions" do, "Russian sanctions"
// and "US sanctions" do not, for short names stand for their adjectives.
func (f *finder) sanctioned(n *nominal, c int) bool {
	t := &f.d.Tokens[c]
	return (n.entry.List.Class == "accusation" || n.entry.List.Kind == "punishing") && n.patient < 0 && t.Tag == "NNP" && f.d.Is(c, "compound") &&
		t.Word != strings.ToUpper(t.Word)
}

// support reads the verb that a noun of an event hangs from: "launched an
// attack", "attacks carried out by rebels", "suffered an attack".
func (f *finder) support(n *nominal, i int) {
	d := f.d
	for _, c := range d.Children(i) {
		if d.Is(c, "acl") && n.agent < 0 && f.agents.match(f, c, -1) && clause.Passive(d, c) {
			n.agent = clause.Agent(d, c)
		}
		if d.Is(c, "acl") && d.Tokens[c].Tag == "VBG" && n.patient < 0 && d.Tokens[c].Lemma == "target" {
			n.patient = clause.Object(d, c)
		}
	}
	v := d.Tokens[i].Head
	if d.Is(i, "conj") && v >= 0 && clause.IsNoun(d, v) {
		v = d.Tokens[v].Head
	}
	if n.agent < 0 || n.patient < 0 {
		f.copula(n, i, v)
	}
	if v >= 0 && clause.IsVerb(d, v) {
		switch {
		case n.agent < 0 && d.Is(i, "obj", "obl", "nmod", "conj") && f.agents.match(f, v, i):
			n.agent = clause.Subject(d, v)
			if clause.Passive(d, v) {
				n.agent = -1
			}
		case n.agent < 0 && d.Is(i, "nsubj") && f.agents.match(f, v, -1) && clause.Passive(d, v):
			n.agent = clause.Agent(d, v)
		case n.patient < 0 && d.Is(i, "obj", "obl") && f.objects.match(f, v, i) && !clause.Passive(d, v):
			n.patient = clause.Subject(d, v)
		}
	}
	if n.agent == i {
		n.agent = -1
	}
	if n.patient == i || n.patient == n.agent {
		n.patient = -1
	}
}

// copula reads "is responsible for the attack", "is the target of bombings",
// "is behind the killing", where no verb governs the noun.
func (f *finder) copula(n *nominal, i, head int) {
	d := f.d
	if k := d.Child(i, "case"); k >= 0 && n.agent < 0 { // "claimed responsibility for the attack"
		for v, steps := head, 0; v >= 0 && steps < 3; v, steps = d.Tokens[v].Head, steps+1 {
			if clause.IsVerb(d, v) && f.agents.ends(f, v, k) {
				n.agent = clause.Subject(d, v)
				break
			}
		}
	}
	for _, p := range []int{head, i} { // the predicate of the copula
		if p < 0 || clause.IsVerb(d, p) {
			continue
		}
		c := d.Child(p, "cop")
		if c < 0 {
			continue
		}
		last := i - 1
		if k := d.Child(i, "case"); k >= 0 {
			last = k
		}
		if n.agent < 0 && f.agents.ends(f, c, last) {
			n.agent = clause.Subject(d, p)
		}
		if n.patient < 0 && f.objects.ends(f, c, last) {
			n.patient = clause.Subject(d, p)
		}
	}
}

// ends reports whether one of the phrases that begin at token v ends at token
// last.
func (s supports) ends(f *finder, v, last int) bool {
	for _, p := range s[f.d.Tokens[v].Lemma] {
		if at := p.Match(f.d, v); at != nil && at[len(at)-1] == last {
			return true
		}
	}
	return false
}

// match reports whether one of the verbs stands at token v and, when noun is a
// token, has it as its object.
func (s supports) match(f *finder, v, noun int) bool {
	for _, p := range s[f.d.Tokens[v].Lemma] {
		at := p.Match(f.d, v)
		if at == nil {
			continue
		}
		if noun < 0 || p.Preposition() == "" && f.d.Is(noun, "obj", "conj") || p.Preposition() != "" && clause.FirstPhrase(f.d, at[len(at)-1]) == noun {
			return true
		}
	}
	return false
}

// isThing reports whether h can be what is acted on, not a time ("on Monday").
func (f *finder) isThing(h int) bool {
	return !clause.IsTime(f.d, h) && f.d.Tokens[h].Tag != "CD" && !strings.HasPrefix(f.d.Tokens[h].Tag, "VB")
}
