package events

import (
	"slices"
	"strings"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

// actor returns the id of the actor that the noun phrase of head h means, ""
// when none is known. The agent of an event noun ("an Israeli strike") is the
// event's agent, not what it strikes.
func (f *finder) actor(h, depth int) string {
	if h < 0 || depth > 3 {
		return ""
	}
	d := f.d
	if clause.IsNoun(d, h) {
		if n := f.nominal(h); n != nil && n.agent != h {
			return f.actor(n.agent, depth+1)
		}
	}
	first, last := clause.NounPhrase(d, h)
	if id := f.index.Of(first, last); id != "" {
		return id
	}
	for _, c := range d.Children(h) {
		switch {
		case d.Is(c, "appos"), d.Is(c, "nmod") && partOf(d.Tokens[max(0, d.Child(c, "case"))].Lower):
			if id := f.actor(c, depth+1); id != "" {
				return id
			}
		}
	}
	for _, c := range clause.Coordinated(d, h)[1:] {
		if id := f.actor(c, depth+1); id != "" {
			return id
		}
	}
	return ""
}

// partOf reports whether a preposition ties people to whom they belong to:
// "members of Hamas", "residents from Gaza".
func partOf(preposition string) bool { return preposition == "of" || preposition == "from" }

// resolve finds the agents of event nouns that the text has named before ("the
// attack", "the October 7 attacks"), or that the clause around them names
// ("kidnapped by rebels during a raid").
func (f *finder) resolve() {
	for _, x := range f.found {
		if a, ok := f.named(x); ok && x.list.Kind != "killing" && (x.agent < 0 || f.actor(x.agent, 0) == "") {
			x.agentID = a.By
		} else if x.agent < 0 && x.noun {
			x.agentID = f.around(x)
		}
	}
	for _, x := range f.found {
		if x.form == Agentless && !x.list.Located && f.d.Is(x.predicate, "amod") {
			x.agentID = f.earlier(x)
			continue
		}
		h := x.predicate
		if !x.noun {
			if h = x.agent; h < 0 || f.actor(h, 0) != "" || f.nominal(h) == nil {
				continue
			}
		} else if x.agent >= 0 || x.agentID != "" {
			continue
		}
		x.agentID = f.recall(h, f.nominal(h))
	}
}

// around returns the agent of the clause in which the event noun of x is a
// circumstance: "during a bloody offensive".
func (f *finder) around(x *occurrence) string {
	d := f.d
	i := x.predicate
	p := d.Child(i, "case")
	v := d.Tokens[i].Head
	if p < 0 || v < 0 || !d.Is(i, "obl") || !clause.IsVerb(d, v) {
		return ""
	}
	switch d.Tokens[p].Lower {
	case "during", "in", "amid", "through", "with":
	default:
		return ""
	}
	for _, other := range f.neighbours(v, 0) {
		if !other.noun && other.agent >= 0 && other.list.Class == x.list.Class {
			return f.actor(other.agent, 0)
		}
	}
	return ""
}

// How far back a noun may mean an earlier event: a definite one in sentences, one
// whose day is given in words.
const (
	recallSentences = 4
	recallWords     = 1500
)

// recall returns the agent of the earlier event that the noun h means: the last
// one of its kind on the same day or, when it is definite, the last one in the
// sentences before that no other day is given for.
func (f *finder) recall(h int, n *nominal) string {
	d := f.d
	day, definite := f.day(h), f.definite(h)
	if day == "" && !definite {
		return ""
	}
	patient := f.actor(n.patient, 0)
	byNearness := ""
	for _, x := range slices.Backward(f.neighbours(h, recallWords)) {
		if x.predicate >= h || x.list.Kind != n.entry.List.Kind {
			continue
		}
		agent := f.agentOf(x)
		if agent == "" || agent == patient || n.patient >= 0 && f.people(agent) != "" && f.people(agent) == f.people(patient) {
			continue
		}
		if id, _ := f.placeAt(agent, h); id != "" && f.people(id) == f.people(agent) {
			continue // his own land: "the attack in Israel"
		}
		near := definite && d.Tokens[h].Sentence-d.Tokens[x.predicate].Sentence <= recallSentences
		switch other := f.dayOf(x); {
		case day != "" && other == day:
			return agent
		case near && byNearness == "" && (day == "" || other == ""):
			byNearness = agent
		}
		if day == "" && (byNearness != "" || !near) {
			break
		}
	}
	return byNearness
}

// earlier returns who did what the participle of x tells again: "the stolen
// letters", once the text has said who stole letters. It is "" when no act of the
// kind with an agent stands in the few sentences before.
func (f *finder) earlier(x *occurrence) string {
	d := f.d
	for _, y := range slices.Backward(f.neighbours(x.predicate, recallWords)) {
		if d.Tokens[x.predicate].Sentence-d.Tokens[y.predicate].Sentence > recallSentences {
			break
		}
		if y.predicate >= x.predicate || y.list.Kind != x.list.Kind || d.Tokens[y.predicate].Lemma != d.Tokens[x.predicate].Lemma {
			continue
		}
		if agent := f.agentOf(y); agent != "" && agent != f.ownActor(x.patient) {
			return agent
		}
	}
	return ""
}

func (f *finder) definite(h int) bool {
	if c := f.d.Child(h, "det"); c >= 0 {
		switch f.d.Tokens[c].Lower {
		case "the", "this", "that", "these", "those":
			return true
		}
	}
	return false
}

// day returns the words of the phrase of noun h that name its day, such as
// "october 7", "" when there are none.
func (f *finder) day(h int) string {
	first, last := clause.NounPhrase(f.d, h)
	var day []string
	for i := first; i <= last; i++ {
		if t := &f.d.Tokens[i]; clause.IsTime(f.d, i) || t.Tag == "CD" && len(day) > 0 {
			day = append(day, t.Lower)
		}
	}
	return strings.Join(day, " ")
}

// dayOf returns the day on which x is said to happen, as day gives it.
func (f *finder) dayOf(x *occurrence) string {
	if x.noun {
		return f.day(x.predicate)
	}
	for _, c := range f.d.Children(x.predicate) {
		if c > x.predicate && f.d.Is(c, "obl", "nmod", "advmod") && clause.IsTime(f.d, c) {
			_, last := f.d.Subtree(c)
			var day []string
			for i := c; i <= last; i++ {
				if t := &f.d.Tokens[i]; clause.IsTime(f.d, i) || t.Tag == "CD" {
					day = append(day, t.Lower)
				}
			}
			return strings.Join(day, " ")
		}
	}
	return ""
}

// event turns an occurrence into events: one, or one for each of several
// patients that are different actors.
func (f *finder) event(x *occurrence) []Event {
	d := f.d
	agent := x.agentID
	if agent == "" {
		agent = f.agentActor(x.agent)
	}
	e := Event{
		Class: x.list.Class, Kind: x.list.Kind, Lemma: x.lemma, Span: f.span(x), Form: x.form, Agent: agent, Fact: x.fact,
		Voice: f.speakers.Holder(x.predicate), Predicate: x.predicate, AgentEffect: x.list.Agent, PatientEffect: x.list.Patient,
	}
	if agent != "" && !x.noun && f.otherThan(x, agent) {
		agent, e.Agent = "", ""
	}
	var out []Event
	patients := f.patients(x, agent)
	if x.noun && agent == "" && x.agent < 0 && x.patient < 0 && (patients[0].actor == "" || patients[0].tie.path == bySentence || patients[0].tie.path == byArticle) {
		return nil // "the attack", of which nothing is said
	}
	if agent == "" && x.agent < 0 && x.list.Class == "harm" && x.list.Located {
		e.Doer = f.doer(x, patients)
	}
	for _, p := range patients {
		e.Patient, e.Count = p.actor, p.count
		e.PatientPath, e.Because, e.Also = p.tie.path, p.tie.because, p.also
		if e.Patient == e.Agent && !(p.tie.path == "" && x.agent >= 0 && x.patient >= 0 && clause.IsNoun(d, x.patient) && f.isPeople(x, x.patient) && f.names(x.patient)) {
			e.Patient, e.PatientPath, e.Because = "", "", ""
		}
		e.FigureAttributed = e.Count > 0 && (e.Voice.Kind != voice.Outlet || f.accordingTo(d.Tokens[x.predicate].Sentence))
		out = append(out, e)
	}
	return out
}

// otherThan reports whether x is done to the actor that is taken for its agent,
// by name, while the agent is a pronoun or description: "the president thanked
// President Ruiz" is said of two persons, and somebody else is meant.
func (f *finder) otherThan(x *occurrence, agent string) bool {
	if x.agent < 0 || x.patient < 0 || f.d.Tokens[x.patient].Tag != "NNP" || f.index.At(x.patient) < 0 || f.index.Type(agent) != "person" {
		return false
	}
	tag := f.d.Tokens[x.agent].Tag
	return (tag == "PRP" || tag == "NN") && f.ownActor(x.patient) == agent
}

// names reports whether the noun phrase of head h has a name in it.
func (f *finder) names(h int) bool { return f.index.Of(clause.NounPhrase(f.d, h)) != "" }

// accordingTo reports whether somebody is named in the sentence as the origin
// of what it says.
func (f *finder) accordingTo(sentence int) bool {
	s := f.d.Sentences[sentence]
	for i := s.First; i+1 < s.Last; i++ {
		if f.d.Tokens[i].Lower == "according" && f.d.Tokens[i+1].Lower == "to" {
			return true
		}
	}
	return false
}
