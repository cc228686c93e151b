package clause

import (
	"strings"

	"slant/analysis/language"
)

// A PassiveClause is a verb in the passive, whatever it means, with its
// arguments as heads of noun phrases.
type PassiveClause struct {
	Verb      int  // the participle
	Auxiliary bool // whether "be" or "get" stands with it: "was shelled", not "the town shelled by rebels"
	Subject   int  // the word that stands as its subject, also a relative pronoun; -1 when it has none of its own
	Patient   int  // who undergoes it, also where the grammar only implies them; -1 when nobody is meant
	Agent     int  // who does it, after "by"; -1 in the agentless form
}

// Passives returns the passive clauses of a document in order of their verbs.
func Passives(d *language.Document) []PassiveClause {
	var out []PassiveClause
	for v := range d.Tokens {
		if p, ok := PassiveAt(d, v); ok {
			out = append(out, p)
		}
	}
	return out
}

// PassiveAt returns the passive clause whose verb is token v, false when v is
// no verb in the passive.
func PassiveAt(d *language.Document, v int) (PassiveClause, bool) {
	if !participle(d, v) {
		return PassiveClause{}, false
	}
	if aux, subject := questioned(d, v); aux >= 0 {
		return PassiveClause{Verb: v, Auxiliary: true, Subject: subject, Patient: subject, Agent: Agent(d, v)}, true
	}
	aux := passiveAuxiliary(d, v)
	p := PassiveClause{Verb: v, Auxiliary: aux >= 0, Subject: ownSubject(d, v), Patient: -1, Agent: -1}
	got := aux >= 0 && aux == d.Tokens[v].Head // "he got arrested"
	if got && p.Subject < 0 {
		p.Subject = ownSubject(d, aux)
	} else if p.Subject < 0 {
		p.Subject = forTo(d, v)
	}
	switch {
	case p.Auxiliary && d.Tokens[aux].Lower != "being" && d.Child(v, "obl:agent") < 0 && state(d, v, p.Subject):
		return PassiveClause{}, false // "is interested"
	case !p.Auxiliary && p.Subject >= 0 && d.Is(v, "acl:relcl"):
		return PassiveClause{}, false // "in which a study discriminated"
	case !p.Auxiliary && d.Tokens[v].Tag == "VBD" && p.Subject >= 0 && (nominative[d.Tokens[p.Subject].Lower] || d.Tokens[v].Head >= 0):
		return PassiveClause{}, false // "what he meant by it", but "parents prosecuted"
	case !p.Auxiliary && p.Subject > v && d.Is(v, "xcomp"):
		return PassiveClause{}, false // "find attached a list"
	case v > 0 && d.Tokens[v-1].Lower == "as" && d.Child(v, "obl:agent") < 0:
		return PassiveClause{}, false // "not as expected"
	case !got && d.Tokens[v].Tag != "JJ" && !Passive(d, v):
		return PassiveClause{}, false
	}
	p.Patient, p.Agent = Subject(d, v), Agent(d, v)
	return p, true
}

// questioned returns the auxiliary and the subject of the participle v in "What is
// the tune called?", in which trees seldom bring the three together: the question
// word and "be" open the sentence, and the subject stands between that and v. They
// are -1 in any other form.
func questioned(d *language.Document, v int) (aux, subject int) {
	first := d.Sentences[d.Tokens[v].Sentence].First
	if tag := d.Tokens[first].Tag; v < first+3 || tag != "WP" && tag != "WRB" || d.Tokens[first+1].Lemma != "be" || !d.Is(first+1, "cop") {
		return -1, -1
	}
	subject = v - 1
	for !IsNoun(d, subject) {
		if !strings.HasPrefix(d.Tokens[subject].Tag, "RB") || subject == first+2 {
			return -1, -1
		}
		subject--
	}
	for i := first + 2; i < subject; i++ {
		if IsVerb(d, i) || !IsNoun(d, i) && !strings.ContainsAny(d.Tokens[i].Tag[:1], "DJPC") {
			return -1, -1 // more than a noun phrase: "What is the name of the man called Aho?"
		}
	}
	return first + 1, subject
}

// participle reports whether token v can be the participle of a passive.
func participle(d *language.Document, v int) bool {
	t := &d.Tokens[v]
	if neverPassive[t.Lemma] || t.Lower == t.Lemma && t.Tag != "JJ" && !participles[t.Lower] {
		return false
	}
	for _, c := range d.Children(v) {
		if d.Is(c, "aux") && d.Tokens[c].Lemma == "do" && passiveAuxiliary(d, v) < 0 {
			return false
		}
	}
	switch t.Tag {
	case "VBN", "VBD":
		return !d.Is(v, "aux", "cop")
	case "JJ": // as tags go wrong where a participle stands after "be"
		if !strings.HasSuffix(t.Lower, "ed") && !participles[t.Lower] {
			return false
		}
		return d.Child(v, "obl:agent") >= 0 || passiveAuxiliary(d, v) >= 0
	}
	return false
}

// state reports whether the participle v with its subject s tells what somebody
// is: "is interested", "they were done".
func state(d *language.Document, v, s int) bool {
	lower := d.Tokens[v].Lower
	if lower == "done" {
		return s >= 0 && nominative[d.Tokens[s].Lower] || v+1 < len(d.Tokens) && d.Tokens[v+1].Tag == "VBG"
	}
	return states[lower] || lower == "committed" && v+1 < len(d.Tokens) && d.Tokens[v+1].Lower == "to"
}

var (
	// neverPassive lists verbs that take no object or, as "have", no passive.
	neverPassive = words(`be have get become seem appear remain stay come go arrive depart fall rise happen occur exist die lie sit stand belong
		consist last matter result emerge disappear vanish arise sleep wait cost lack suit resemble`)

	// states lists participles that with "be" and without an agent tell what somebody or something is, not what was done.
	states = words(`interested ashamed determined involved satisfied dissatisfied pleased delighted worried concerned tired bored
		excited scared frightened afraid gone lost drunk convinced accustomed engaged devoted dedicated
		inclined reluctant opposed qualified experienced skilled advanced limited mixed crowded complicated sophisticated unchanged
		unprecedented unharmed unhurt perverted thrilled frustrated wasted amazed surprised confused fed-up retired related`)

	// participles lists those that are no adjectives, most of them irregular.
	participles = words(`beat beaten beset bitten born borne bought brought broadcast built called caught chosen cast cut dealt drawn driven eaten fed flown forbidden fought found
		given heard held hit hung hurt kept laid led left let lost made met overrun paid put read said run seen sent set shed shot shut shown slain sold spent split spoken spread stolen struck stung
		sung sunk swept taken taught thrown told torn understood upset won worn wounded written`)

	nominative = words("i he she we they")
)

// ownSubject returns the word that the tree has as the subject of v itself, -1
// when it has none. Of several it is the last before v that no preposition
// stands with.
func ownSubject(d *language.Document, v int) int {
	s := -1
	for _, c := range d.Children(v) {
		if d.Is(c, "nsubj") && d.Tokens[c].IsWord() && (s < 0 || c < v && (d.Child(c, "case") < 0 || d.Child(s, "case") >= 0)) {
			s = c
		}
	}
	return s
}

// passiveAuxiliary returns the form of "be" or "get" that makes the verb v a
// passive, -1 when it has none.
func passiveAuxiliary(d *language.Document, v int) int {
	if a := d.Child(v, "aux:pass"); a >= 0 {
		return a
	}
	for _, c := range d.Children(v) {
		if be := d.Tokens[c].Lemma == "be" || d.Tokens[c].Lemma == "get"; be && d.Is(c, "aux") || be && participles[d.Tokens[v].Lower] && d.Is(c, "cop") {
			return c
		}
	}
	if h := d.Tokens[v].Head; h >= 0 && h < v && d.Is(v, "xcomp") && d.Tokens[h].Lemma == "get" && d.Child(h, "obj") < 0 {
		return h
	}
	return -1
}

// forTo returns X of "for X to be seen", v the participle, -1 in any other form.
func forTo(d *language.Document, v int) int {
	to := d.Child(v, "mark")
	if to < 1 || d.Tokens[to].Lower != "to" || !IsNoun(d, to-1) {
		return -1
	}
	if p := d.Child(to-1, "case", "mark"); p >= 0 && d.Tokens[p].Lower == "for" {
		return to - 1
	}
	return -1
}
