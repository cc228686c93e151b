package wording

import (
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/language"
)

// A targeter finds whom loaded words are about.
type targeter struct {
	d     *language.Document
	index *actors.Index
	acts  map[string]bool // nouns of acts: offensive, response
	warns map[string]bool // verbs that tell someone what their own acts will bring
}

// of returns whom the loaded token w is about, nil when no actor is meant.
func (t targeter) of(w int, detector string) *Target {
	d := t.d
	tag := d.Tokens[w].Tag
	h := d.Tokens[w].Head
	switch {
	case d.Is(w, "conj") && h >= 0 && tag[:1] == d.Tokens[h].Tag[:1] && strings.ContainsAny(tag[:1], "JR"):
		return t.of(h, detector) // blind and murderous
	case strings.HasPrefix(tag, "RB") && d.Is(w, "advmod") && h >= 0:
		return t.adverb(w, h)
	case d.Is(w, "amod", "nmod:desc") && h >= 0, d.Is(w, "compound", "nummod") && h >= 0 && strings.HasPrefix(tag, "N"), d.Is(w, "acl") && h >= 0 && (tag == "VBN" || tag == "JJ"):
		return t.noun(h, "modifies")
	case strings.HasPrefix(tag, "V"):
		return t.verb(w)
	case strings.HasPrefix(tag, "J"):
		return t.predicate(w)
	}
	// A noun: who it names, is said of, or belongs to.
	if detector == Label {
		if x := t.named(w); x != nil {
			return x
		}
	}
	return t.noun(w, "head")
}

func (t targeter) make(actor string, word int, path string) *Target {
	if actor == "" {
		return nil
	}
	return &Target{actor, t.d.Tokens[word].Word, path}
}

// actor returns the actor that the phrase of head w means or belongs to. Which
// phrases with a preposition say whose something is, the index knows.
func (t targeter) actor(w int) string {
	if w < 0 {
		return ""
	}
	first, last := w, w
	for _, c := range t.d.Children(w) {
		if t.d.Is(c, "compound", "flat", "amod", "nmod", "det", "appos") {
			lo, hi := t.d.Subtree(c)
			first, last = min(first, lo), max(last, hi)
		}
	}
	return t.index.Of(first, last)
}

// mention returns the actor that token w itself is a mention of.
func (t targeter) mention(w int) string { return t.index.Of(w, w) }

// named returns who a label names: "strongman Boris Ler", "the terrorist group
// Hamas", "Hamas, a terrorist group", "Hamas terrorists".
func (t targeter) named(w int) *Target {
	d := t.d
	h := d.Tokens[w].Head
	if h >= 0 && d.Is(w, "appos", "compound", "amod", "flat") {
		if a := t.actor(h); a != "" {
			return t.make(a, h, "names")
		}
	}
	for _, c := range d.Children(w) {
		if d.Is(c, "appos", "compound", "flat", "nmod:poss", "amod") {
			if a := t.actor(c); a != "" {
				return t.make(a, c, "names")
			}
		}
	}
	if h >= 0 && d.Is(w, "compound", "amod") {
		return t.noun(h, "names")
	}
	return nil
}

// noun returns whom a noun that is judged is, belongs to or is done by.
func (t targeter) noun(n int, path string) *Target {
	d := t.d
	if a := t.mention(n); a != "" {
		return t.make(a, n, path)
	}
	for _, c := range d.Children(n) {
		switch {
		case d.Is(c, "nmod:poss"):
			if a := t.actor(c); a != "" {
				return t.make(a, n, path+">possessor")
			}
		case d.Is(c, "compound", "amod", "flat", "appos"):
			if a := t.mention(c); a != "" {
				return t.make(a, n, path+">agent")
			}
		}
	}
	if c := clause.Oblique(d, n, "by", "from"); c >= 0 {
		if a := t.actor(c); a != "" {
			return t.make(a, n, path+">agent")
		}
	}
	if c := clause.Oblique(d, n, "of", "like"); c >= 0 && (!t.acts[d.Tokens[n].Lemma] || clause.Oblique(d, n, "like") == c) {
		if a := t.actor(c); a != "" {
			return t.make(a, n, path+">of")
		}
	}
	if d.Child(n, "cop") >= 0 || d.Is(n, "xcomp") || d.Is(n, "obj") && t.secondObject(n) {
		return t.predicate(n)
	}
	return t.act(n, path)
}

// secondObject reports whether n is what a verb says of its other object:
// "consider Hamas a terrorist group".
func (t targeter) secondObject(n int) bool {
	o := t.d.Child(t.d.Tokens[n].Head, "obj", "iobj")
	return o >= 0 && o < n
}

// engages are verbs whose phrase with a preposition is what their subject does.
var engages = set([]string{"embark", "engage", "launch", "resort", "indulge", "persist", "continue", "participate", "lapse", "descend", "break", "burst", "go", "stoop", "turn"})

// act returns who does the act that the noun n names, from the clause that it
// stands in: "were kidnapped by X during a bloody offensive", "X launched a
// brutal crackdown", "warned X of a murderous response".
func (t targeter) act(n int, path string) *Target {
	d := t.d
	v, argument := verbOf(d, n)
	// What is no act may still be what somebody does ("caused chaos"), but not
	// where it is at further remove ("spoke in the chaos").
	own := path == "head" && (d.Is(n, "obj") || d.Is(n, "obl") && engages[d.Tokens[max(v, 0)].Lemma])
	if v < 0 || !t.acts[d.Tokens[n].Lemma] && !own {
		return nil
	}
	if t.warns[d.Tokens[v].Lemma] {
		if o := d.Child(v, "obj", "iobj", "nsubj:pass"); o >= 0 && o != argument {
			if a := t.actor(o); a != "" {
				return t.make(a, n, path+">warned")
			}
		}
	}
	if d.Is(argument, "nsubj") {
		return nil
	}
	if a := t.actor(agentOf(d, v)); a != "" {
		return t.make(a, n, path+">agent")
	}
	return nil
}

// adverb returns whom an adverb judges: the agent of its verb, or what its
// adjective is said of.
func (t targeter) adverb(w, h int) *Target {
	d := t.d
	switch tag := d.Tokens[h].Tag; {
	case strings.HasPrefix(tag, "V"):
		if a := t.actor(agentOf(d, h)); a != "" {
			return t.make(a, h, "modifies>agent")
		}
		return nil
	case strings.HasPrefix(tag, "J") && d.Is(h, "amod") && d.Tokens[h].Head >= 0:
		return t.noun(d.Tokens[h].Head, "modifies>modifies")
	case strings.HasPrefix(tag, "J"):
		return t.predicate(h)
	}
	return t.noun(h, "modifies")
}

// verb returns who is blamed by a loaded verb: its agent.
func (t targeter) verb(v int) *Target {
	if a := t.actor(agentOf(t.d, v)); a != "" {
		return t.make(a, v, "agent")
	}
	return nil
}

// predicate returns what a predicate is said of: its subject, or the object of
// the verb that says it ("consider Hamas a terrorist group").
func (t targeter) predicate(w int) *Target {
	d := t.d
	if d.Child(w, "nsubj") >= 0 || d.Is(w, "acl:relcl") {
		return t.make(t.actor(clause.Subject(d, w)), w, "predicate")
	}
	h := d.Tokens[w].Head
	if h >= 0 && d.Is(w, "xcomp", "advcl", "obl", "obj") {
		if o := d.Child(h, "obj", "iobj"); o >= 0 && o != w {
			if a := t.actor(o); a != "" {
				return t.make(a, w, "predicate")
			}
		}
		if d.Is(w, "xcomp") {
			return t.make(t.actor(clause.Subject(d, h)), w, "predicate")
		}
	}
	return nil
}
