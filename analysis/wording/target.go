package wording

import (
	"strings"

	"slant/analysis/actors"
	"slant/analysis/clause"
	"slant/analysis/language"
)

// A targeter finds whom loaded words are about, by grammar: what a word
// modifies, is said of or is done by. Nobody is an answer.
type targeter struct {
	d     *language.Document
	index *actors.Index
	sets  nounSets
	label bool // the word is a label: whoever does something with those whom it names is not one of them
}

// of returns whom the loaded token w is about, nil when no actor is meant. attack
// says that it is the cue of an attack in words.
func (t targeter) of(w int, kind string, attack bool) *Target {
	d := t.d
	tag := d.Tokens[w].Tag
	h := d.Tokens[w].Head
	switch {
	case d.Is(w, "conj") && h >= 0 && tag[:1] == d.Tokens[h].Tag[:1] && strings.ContainsAny(tag[:1], "JR"):
		return t.of(h, kind, attack) // blind and murderous
	case kind == Hedge && strings.HasPrefix(tag, "V"): // what is said to be so is said of the subject
		return t.make(t.whose(t.subject(w)), w, "subject")
	case kind == Hedge && strings.HasPrefix(tag, "RB") && h >= 0 && strings.HasPrefix(d.Tokens[h].Tag, "V"):
		return t.make(t.whose(t.subject(h)), h, "subject")
	case strings.HasPrefix(tag, "RB") && d.Is(w, "advmod") && h >= 0:
		return t.adverb(w, h)
	case strings.HasPrefix(tag, "J") && t.nickname(w):
		return t.make(t.mention(w+1), w+1, "names")
	case d.Is(w, "amod", "nmod:desc") && h >= 0, d.Is(w, "compound", "nummod") && h >= 0 && strings.HasPrefix(tag, "N"), d.Is(w, "acl") && h >= 0 && (tag == "VBN" || tag == "JJ"):
		if kind == Label {
			if x := t.named(w); x != nil {
				return x
			}
		}
		if w > h && d.Is(h, "xcomp", "obj") && d.Is(w, "amod") {
			return t.make(t.whose(h), w, "predicate") // called the plan “disgraceful”
		}
		return t.noun(h, "modifies", 0)
	case tag == "MD" && h >= 0: // what may be is said of the subject
		return t.make(t.whose(clause.Subject(d, h)), h, "subject")
	case strings.HasPrefix(tag, "V") && d.Child(w, "cop") >= 0: // "is well read"
		return t.predicate(w)
	case strings.HasPrefix(tag, "V"):
		return t.verb(w, attack)
	case strings.HasPrefix(tag, "J"):
		return t.predicate(w)
	}
	// A noun: who it names, is said of, or belongs to.
	if kind == Label {
		if x := t.named(w); x != nil {
			return x
		}
		t.label = !t.sets.acts[d.Tokens[w].Lemma]
	}
	return t.noun(w, "head", 0)
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
	if t.undergone(w) && t.mention(w) == "" {
		// not whom the harm is done to
		if x := t.belongs(w, ""); x != nil {
			return x.Actor
		}
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

// nickname reports whether an adjective stands before the name of a person, to
// which no tree but that of a longer noun phrase ties it: "Crooked Ana Ruiz's aide".
func (t targeter) nickname(w int) bool {
	d := t.d
	if w+1 >= len(d.Tokens) || d.Tokens[w+1].Sentence != d.Tokens[w].Sentence || t.index.Type(t.mention(w+1)) != "person" || !strings.HasPrefix(d.Tokens[w+1].Tag, "NNP") {
		return false
	}
	last := w + 1
	for last+1 < len(d.Tokens) && t.mention(last+1) == t.mention(w+1) {
		last++
	}
	h := d.Tokens[w].Head
	return h > last && last+1 < len(d.Tokens) && (d.Tokens[last+1].Tag == "POS" || !d.Is(w, "amod"))
}

// mention returns the actor that token w itself is a mention of.
func (t targeter) mention(w int) string { return t.index.Of(w, w) }

// whose returns the actor that is the subject, agent or owner w of an act: the
// one it means, else the one who does it ("his budget", "the plan that X made").
func (t targeter) whose(w int) string {
	if w < 0 {
		return ""
	}
	if a := t.actor(w); a != "" {
		return a
	}
	if x := t.belongs(w, ""); x != nil && !actors.Opponent(t.d.Tokens[w].Lemma) {
		return x.Actor
	}
	if a := t.actor(t.cutName(w)); a != "" {
		return a
	}
	for _, c := range t.d.Children(w) { // "the mayor and Ana Ruiz"
		if t.d.Is(c, "conj") && clause.IsNoun(t.d, c) {
			if a := t.actor(c); a != "" {
				return a
			}
		}
	}
	return ""
}

// cutName returns the head of a name that the tree has cut from the noun n right
// before it ("Representative | Ana Ruiz", "the rebel group | Sons of Dawn"), -1
// when there is none.
func (t targeter) cutName(n int) int {
	d := t.d
	if n+1 < len(d.Tokens) && d.Tokens[n+1].Head == d.Tokens[n].Head && d.Tokens[n+1].Relation == d.Tokens[n].Relation && clause.IsNoun(d, n) && d.Tokens[n].Head >= 0 {
		return n + 1
	}
	return -1
}

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
		if d.Is(c, "appos", "flat") { // "Hungarian despot | Carl Webb" is Webb
			if a := t.actor(c); a != "" {
				return t.make(a, c, "names")
			}
		}
	}
	for _, c := range d.Children(w) {
		if d.Is(c, "compound", "amod") || d.Is(c, "nmod") && d.Child(c, "case") >= 0 && exemplifies[d.Tokens[d.Child(c, "case")].Lower] {
			if a := t.actor(c); a != "" && !(t.index.Type(a) == "place" && d.Is(c, "compound", "amod")) {
				return t.make(a, c, "names") // but "a Washington hack" is not Washington
			}
		}
	}
	return nil
}

// exemplifies are prepositions before an example: "liars like X".
var exemplifies = set([]string{"like", "including", "as"})

// noun returns whom a noun that is judged is, belongs to, is done by or is said
// of. depth bounds the climb from noun to noun.
func (t targeter) noun(n int, path string, depth int) *Target {
	d := t.d
	if h := d.Tokens[n].Head; h >= 0 && d.Is(n, "appos") {
		if a := t.mention(h); t.index.Type(a) == "person" {
			return t.make(a, n, path+">names") // "Ana Ruiz, the disgraced FBI director"
		}
	}
	if a := t.mention(n); a != "" {
		return t.make(a, n, path)
	}
	if d.Is(n, "xcomp") || d.Is(n, "obj") && (t.secondObject(n) || t.calledSo(n) || naming[d.Tokens[d.Tokens[n].Head].Lemma] && clause.Passive(d, d.Tokens[n].Head)) {
		return t.predicate(n)
	}
	if x, ok := t.said(n); ok {
		return x
	}
	if x := t.belongs(n, path); x != nil && !actors.Opponent(d.Tokens[n].Lemma) && !(d.Child(n, "cop") >= 0 && t.index.Type(x.Actor) == "place") {
		return x
	}
	if h := d.Tokens[n].Head; h >= 0 && runs[d.Tokens[h].Lemma] && clause.Passive(d, h) && clause.Agent(d, h) == n {
		return t.make(t.whose(t.subject(h)), n, path+">run") // "Poland is run by thugs"
	}
	if b := t.cutName(n); b >= 0 {
		if a := t.actor(b); a != "" {
			return t.make(a, b, path+">names")
		}
	}
	h := d.Tokens[n].Head
	switch {
	case d.Is(n, "appos") && h >= 0 && strings.HasPrefix(d.Tokens[h].Tag, "J"):
		return t.of(h, "", false) // "called X mad, a false prophet"
	case d.Is(n, "appos") && h >= 0:
		if a := t.actor(h); a != "" && !t.sets.acts[d.Tokens[n].Lemma] {
			return t.make(a, n, path+">names")
		}
		if x := t.remark(n, path); x != nil {
			return x
		}
		if d.Child(h, "cop") >= 0 { // "is a man without honour, a coward"
			return t.predicate(h)
		}
	case d.Is(n, "parataxis", "conj") && d.Child(n, "nsubj", "cop", "cc") < 0:
		if x := t.remark(n, path); x != nil {
			return x
		}
	case d.Child(n, "cop") >= 0:
		return t.predicate(n)
	case d.Is(n, "conj") && h >= 0 && clause.IsNoun(d, h) && depth < 2:
		return t.noun(h, path, depth+1) // "his lies and distortions"
	case d.Is(n, "nmod", "compound") && h >= 0 && clause.IsNoun(d, h) && depth < 3 && (light[d.Tokens[h].Lemma] || d.Is(n, "compound")):
		return t.noun(h, path, depth+1) // "the kind of shenanigans that he …"
	case d.Is(n, "nmod") && h >= 0 && depth < 3 && ofSeveral[d.Tokens[h].Lower]:
		return t.noun(h, path, depth+1) // "is one of the biggest liars"
	case d.Is(n, "nmod") && h >= 0 && depth < 3 && clause.IsNoun(d, h) && d.Child(n, "case") >= 0 && d.Tokens[d.Child(n, "case")].Lower == "with":
		return t.noun(h, path+">has", depth+1) // "a doctor with a shady reputation"
	case d.Is(n, "nmod") && h >= 0 && d.Child(n, "case") >= 0 && d.Tokens[d.Child(n, "case")].Lower == "of":
		if x := t.belongs(h, path); x != nil && x.Actor != t.mention(n) { // "his campaign of lies"
			return x
		}
	}
	return t.act(n, path)
}

// remark returns who does what the clause before the noun n tells, where n takes
// up the whole of it: "Poland left the talks, a cowardly move".
func (t targeter) remark(n int, path string) *Target {
	d := t.d
	first, _ := d.Subtree(n)
	for first < n && d.Tokens[first].Tag == "," {
		first++
	}
	if !t.sets.acts[d.Tokens[n].Lemma] || d.Tokens[first].Tag != "DT" || first == 0 || d.Tokens[first-1].Tag != "," && d.Tokens[first-1].Tag != ":" {
		return nil
	}
	for v := first - 1; v >= 0 && d.Tokens[v].Sentence == d.Tokens[n].Sentence; v-- {
		if clause.IsVerb(d, v) && !d.Is(v, "amod", "aux", "cop", "acl") {
			return t.make(t.whose(agentOf(d, v)), n, path+">agent")
		}
	}
	return nil
}

// runs are verbs whose agent is what is wrong with their object.
var runs = set(strings.Fields("run lead govern rule dominate staff own control overrun populate head infest riddle"))

// ofSeveral are words for some out of those whom a noun after "of" names.
var ofSeveral = set(strings.Fields("one two three some many most several none part member members leader head chief king queen"))

// light are nouns that say little but "of what follows".
var light = set(strings.Fields("kind sort type series string litany number lot pattern bit piece act form level degree series wave stream barrage air sense part brand bunch gang pack band mob group crowd crew army team clique cabal nest den parade collection circle ring horde gaggle handful"))

// secondObject reports whether n is what a verb says of its other object:
// "consider Hamas a terrorist group".
func (t targeter) secondObject(n int) bool {
	o := t.d.Child(t.d.Tokens[n].Head, "obj", "iobj")
	return o >= 0 && o < n
}

// calledSo reports whether n is what a verb of naming calls the phrase between.
func (t targeter) calledSo(n int) bool {
	h := t.d.Tokens[n].Head
	if h < 0 || h > n || !naming[t.d.Tokens[h].Lemma] {
		return false
	}
	first := clause.FirstPhrase(t.d, h)
	return first >= 0 && first < n && t.d.Tokens[first].Head != n
}

// adverb returns whom an adverb judges: the agent of its verb, or what its
// adjective is said of.
func (t targeter) adverb(w, h int) *Target {
	d := t.d
	switch tag := d.Tokens[h].Tag; {
	case strings.HasPrefix(tag, "V"):
		return t.make(t.whose(agentOf(d, h)), h, "modifies>agent")
	case strings.HasPrefix(tag, "J") && d.Is(h, "amod") && d.Tokens[h].Head >= 0:
		return t.noun(d.Tokens[h].Head, "modifies>modifies", 0)
	case strings.HasPrefix(tag, "J"):
		return t.of(h, "", false)
	}
	return t.noun(h, "modifies", 0)
}

// verb returns who is blamed by a loaded verb: its agent; of a verb for an attack
// in words the one who is attacked where the passive makes him the subject. The
// victim of other acts is not blamed.
func (t targeter) verb(v int, attack bool) *Target {
	d := t.d
	if attack && clause.Passive(d, v) {
		if a := t.whose(clause.Subject(d, v)); a != "" {
			return t.make(a, v, "subject")
		}
	}
	agent := agentOf(d, v)
	a := t.whose(agent)
	if a == "" && agent >= 0 && (texts[d.Tokens[agent].Lemma] || t.sets.acts[d.Tokens[agent].Lemma]) { // "posted a tweet lashing out at …"
		if by := t.act(agent, ""); by != nil {
			a = by.Actor
		}
	}
	if a != "" || !attack {
		return t.make(a, v, "agent")
	}
	// "Critics slammed Poland": where nobody in particular attacks, it is about
	// who is attacked.
	o := clause.Object(d, v)
	if o < 0 {
		o = clause.Oblique(d, v, "at", "on", "against")
	}
	return t.make(t.whose(o), v, "object")
}
