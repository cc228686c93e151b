package events

import (
	"slices"
	"strings"

	"slant/lexicons"
)

// A tie says whose people the victims of an event are whom the text names by no
// name of their own, and what tells it.
type tie struct {
	people  string // id of a state, people, group or place; "" when nothing tells it
	path    string // one of the paths below
	because string
}

// Paths by which the patient of an event is known, the surest first. An event
// whose patient its own words name has none.
const (
	byPlace    = "place"    // where it happens belongs to them: killed in Gaza
	byOpponent = "opponent" // the agent fights them: killed by Hamas
	byEvent    = "event"    // the event around it is done to them: killed when Russia shelled Kharkiv
	bySource   = "source"   // those who count their own dead: according to the Gaza health ministry
	bySentence = "sentence" // the only ones concerned whom the sentence names
	byArticle  = "article"  // the victims of the event told before it, or in the title
)

// whose tells whose people the victims of x are, by the surest path that leads
// anywhere.
func (f *finder) whose(x *occurrence, agent string) tie {
	for _, path := range []func(*occurrence, string) tie{f.wherePlace, f.whomFought, f.inWhichEvent, f.whoCounts, f.onlyNamed, f.toldBefore} {
		if t := path(x, agent); t.people != "" {
			return t
		}
	}
	return tie{}
}

func (f *finder) wherePlace(x *occurrence, agent string) tie {
	id := f.place(x, agent)
	if id == "" || f.people(id) != "" && f.people(id) == f.people(agent) {
		return tie{}
	}
	return tie{id, byPlace, "it happens in " + f.index.Name(id)}
}

func (f *finder) whomFought(x *occurrence, agent string) tie {
	p := ""
	if agent != "" {
		p = f.opponent(agent, x.predicate, x.agent >= 0 && f.sets["armed"].words[f.d.Tokens[x.agent].Lemma])
	}
	return tie{p, byOpponent, f.index.Name(agent) + " does it, who fights " + f.index.Name(p)}
}

// inWhichEvent takes the victims of x for those of the event that stands
// nearest to it in the tree of its sentence: the attack in which, by which or
// when they were killed.
func (f *finder) inWhichEvent(x *occurrence, agent string) tie {
	if words := f.wordsOf(x); len(words) > 0 {
		if p := f.byMeans(words...); p != "" && p != f.people(agent) {
			return tie{p, byEvent, "in this conflict only the other side does it"}
		}
	}
	type link struct {
		y   *occurrence
		far int
	}
	var links []link
	for _, y := range f.found {
		if y != x && y.list.Class == "harm" && f.d.Tokens[y.predicate].Sentence == f.d.Tokens[x.predicate].Sentence {
			links = append(links, link{y, f.distance(x.predicate, y.predicate)})
		}
	}
	slices.SortStableFunc(links, func(a, b link) int {
		if a.far != b.far {
			return a.far - b.far
		}
		return max(a.y.predicate-x.predicate, x.predicate-a.y.predicate) - max(b.y.predicate-x.predicate, x.predicate-b.y.predicate)
	})
	for _, l := range links {
		if p := f.doneTo(l.y); p != "" && p != f.people(agent) {
			return tie{p, byEvent, "it belongs to " + f.d.Text(f.d.Span(l.y.first, l.y.last)) + ", done to " + f.index.Name(p)}
		}
	}
	return tie{}
}

// doneTo returns to whose people the event y is done, by its own words: its
// patient, its place, its name, its means, or whom its agent fights.
func (f *finder) doneTo(y *occurrence) string {
	if p := f.people(f.actor(y.patient, 0)); p != "" {
		return p
	}
	agent := f.agentOf(y)
	if id := f.place(y, agent); id != "" && f.people(id) != "" && f.people(id) != f.people(agent) {
		return f.people(id)
	}
	if a, ok := f.named(y); ok {
		return a.On
	}
	if agent != "" {
		return f.opponent(agent, y.predicate, y.agent >= 0 && f.sets["armed"].words[f.d.Tokens[y.agent].Lemma])
	}
	return f.byMeans(f.wordsOf(y)...)
}

func (f *finder) agentOf(x *occurrence) string {
	if x.agentID != "" {
		return x.agentID
	}
	return f.actor(x.agent, 0)
}

// named returns the attack of the lexicon that the noun of x names.
func (f *finder) named(x *occurrence) (lexicons.Attack, bool) {
	if !x.noun {
		return lexicons.Attack{}, false
	}
	first, last := f.d.Subtree(x.predicate)
	return f.attack(max(first, x.predicate-6), min(last, x.predicate+5))
}

// wordsOf returns what x can be called in a list of means: its lemma, its noun,
// and the compound that its noun stands in.
func (f *finder) wordsOf(x *occurrence) []string {
	words := []string{x.lemma}
	if x.noun {
		t := &f.d.Tokens[x.predicate]
		words = append(words, t.Lemma)
		if p := x.predicate - 1; p >= 0 && f.d.Tokens[p].Sentence == t.Sentence {
			words = append(words, f.d.Tokens[p].Lower+" "+t.Lemma)
		}
	}
	if x.agent >= 0 && f.d.Tokens[x.agent].Sentence == f.d.Tokens[x.predicate].Sentence {
		t := &f.d.Tokens[x.agent]
		words = append(words, t.Lemma)
		if x.agent > 0 {
			words = append(words, f.d.Tokens[x.agent-1].Lower+" "+t.Lemma)
		}
	}
	return words
}

// distance returns the number of steps between two tokens of a sentence along
// its tree.
func (f *finder) distance(a, b int) int {
	up := map[int]int{}
	for i, steps := a, 0; i >= 0; i, steps = f.d.Tokens[i].Head, steps+1 {
		up[i] = steps
	}
	for i, steps := b, 0; i >= 0; i, steps = f.d.Tokens[i].Head, steps+1 {
		if s, ok := up[i]; ok {
			return s + steps
		}
	}
	return len(f.d.Tokens)
}

// whoCounts takes the victims for the people of the authority that counts them:
// one for health or rescue, or any of a side at war, when it speaks of deaths
// that it does not say who caused.
func (f *finder) whoCounts(x *occurrence, agent string) tie {
	v := f.speakers.At(x.predicate)
	if v.Attribution < 0 {
		return tie{}
	}
	source := f.speakers.Attributions[v.Attribution].Source
	if source == nil || source.Actor == "" || f.index.Type(source.Actor) == "person" {
		return tie{}
	}
	p := f.people(source.Actor)
	if p == "" || p == f.people(agent) || !f.counts(source.Text) && !f.atWar(p) {
		return tie{}
	}
	return tie{p, bySource, source.Text + " gives it"}
}

// counts reports whether a source is one that counts the victims of its own
// country.
func (f *finder) counts(source string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(source)) {
		if f.sets["counter"].words[strings.Trim(w, ".,'\"")] {
			return true
		}
	}
	return false
}

// atWar reports whether the text names an enemy of a people.
func (f *finder) atWar(people string) bool {
	return f.nearest(f.wars.against(f.wars.of[people]), 0) != ""
}

// onlyNamed takes the victims for the only people of a conflict whom the
// sentence names beside the agent.
func (f *finder) onlyNamed(x *occurrence, agent string) tie {
	s := f.d.Sentences[f.d.Tokens[x.predicate].Sentence]
	only := ""
	own := f.people(agent)
	for i := s.First; i < s.Last; i++ {
		p := f.peopled()[i]
		if p == "" || p == own || len(f.wars.of[p]) == 0 {
			continue
		}
		if only != "" && only != p {
			return tie{}
		}
		only = p
	}
	return tie{only, bySentence, "the sentence names only " + f.index.Name(only)}
}

// backSentences is how far back an event may tell whose victims those of a
// later one are.
const backSentences = 3

// toldBefore takes the victims for those of the last event before, or for those
// whom the title is about.
func (f *finder) toldBefore(x *occurrence, agent string) tie {
	own := f.people(agent)
	s := f.d.Tokens[x.predicate].Sentence
	inTitle := f.d.In(x.predicate) != ""
	for k := len(f.found) - 1; k >= 0; k-- {
		y := f.found[k]
		title := f.d.In(y.predicate) != ""
		if y.predicate >= x.predicate || y.list.Class != "harm" || (!title || inTitle) && s-f.d.Tokens[y.predicate].Sentence > backSentences {
			continue
		}
		p := f.told[y.predicate]
		if p == "" {
			p = f.doneTo(y)
		}
		if p != "" && p != own {
			return tie{p, byArticle, "what is told before is done to " + f.index.Name(p)}
		}
	}
	if inTitle {
		return tie{}
	}
	// The title says what the article is about.
	only := ""
	for i := 0; i < len(f.d.Tokens) && f.d.In(i) != ""; i++ {
		if id := f.located(i); id != "" && f.people(id) != own {
			return tie{id, byArticle, "the title is about " + f.index.Name(id)}
		}
		p := f.peopled()[i]
		if p == "" || p == own || len(f.wars.of[p]) == 0 {
			continue
		}
		if only != "" && only != p {
			only = "*"
		} else {
			only = p
		}
	}
	if only == "*" {
		return tie{}
	}
	return tie{only, byArticle, "the title names only " + f.index.Name(only)}
}

// belongs tells to whose dead a victim counts who is named himself: a person of
// no known state, or somebody of a third state in a conflict of others.
func (f *finder) belongs(x *occurrence, agent, victim string) tie {
	own := f.people(victim)
	if f.index.Type(victim) == "person" && own != "" {
		return tie{own, byPlace, f.index.Name(victim) + " belongs to " + f.index.Name(own)}
	}
	if typ := f.index.Type(victim); typ != "person" && typ != "state" && (typ != "group" || own != "") {
		return tie{}
	}
	t := f.whose(x, agent)
	if t.people == own || t.people == victim || own != "" && f.fights(own, t.people) {
		return tie{}
	}
	return t
}
