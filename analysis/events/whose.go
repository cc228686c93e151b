package events

import (
	"slices"

	"slant/analysis/clause"
)

// How the actor of an Event was found, when the words that name its agent or
// patient do not say who that is.
const (
	ByCircumstance = "circumstance" // the agent: of the attack in which it happened: killed in an Israeli strike
	ByEarlier      = "earlier"      // that of an event told before, or in the clause beside it
	ByPlace        = "place"        // the patient: people of where it happened: 30 people were killed in Gaza
	ByOpponent     = "opponent"     // the patient: people of the side that the agent fights
	ByConflict     = "conflict"     // the patient: people of both sides: died in the war
	ByTitle        = "title"        // the patient: whom the title says it happened to
)

// A victim is whose people a patient is, and how that was found: "" when its own
// words say it.
type victim struct {
	actor, by string
}

// whose returns whose people the victims of x are when the words for them do not
// say it. What lies nearest to the words decides: where the people are, whom
// their killer fights, where it happened, the events beside and before it, and
// the title. It is nil when nothing tells.
func (f *finder) whose(x *occurrence, agent string) []victim {
	sentence := f.d.Tokens[x.predicate].Sentence
	if f.ofBoth(x) {
		return f.both(sentence, agent)
	}
	if x.patient >= 0 {
		if ids := f.places(x.patient, agent); len(ids) > 0 {
			return victims(ids, ByPlace)
		}
	}
	if id := f.opponent(agent, sentence); id != "" {
		return []victim{{id, ByOpponent}}
	}
	if ids := f.scene(x, agent); len(ids) > 0 {
		return victims(ids, ByPlace)
	}
	if id := f.beside(x, agent); id != "" {
		return []victim{{id, ByEarlier}}
	}
	if agent == "" && f.inConflict(x) {
		return f.both(sentence, agent)
	}
	if id := f.fromTitle(agent); id != "" {
		return []victim{{id, ByTitle}}
	}
	return nil
}

func victims(ids []string, by string) []victim {
	out := make([]victim, len(ids))
	for i, id := range ids {
		out[i] = victim{id, by}
	}
	return out
}

// both returns the two sides of the conflict that sentence is about, without
// that of agent.
func (f *finder) both(sentence int, agent string) []victim {
	var out []victim
	for _, id := range f.warring(sentence) {
		if id != agent {
			out = append(out, victim{id, ByConflict})
		}
	}
	return out
}

// ofBoth reports whether x happens to people "on both sides".
func (f *finder) ofBoth(x *occurrence) bool {
	s := f.d.Sentences[f.d.Tokens[x.predicate].Sentence]
	for i := s.First; i+1 < s.Last; i++ {
		if t := f.d.Tokens[i].Lower; (t == "both" || t == "all" || t == "either" || t == "each") && (f.d.Tokens[i+1].Lemma == "side" || f.d.Tokens[i+1].Lemma == "party") {
			return f.near(x, i)
		}
	}
	return false
}

// near reports whether token i stands in the clause of x or right after it.
func (f *finder) near(x *occurrence, i int) bool {
	first, last := f.d.Subtree(x.predicate)
	return first <= i && i <= last || i > x.predicate && i-x.predicate <= 8
}

var wars = map[string]bool{"war": true, "conflict": true, "fighting": true, "violence": true, "hostility": true, "clash": true, "battle": true, "crossfire": true, "fight": true}

// inConflict reports whether x is said to happen in a war or in fighting.
func (f *finder) inConflict(x *occurrence) bool {
	d := f.d
	for _, head := range []int{x.predicate, x.patient} {
		if head < 0 {
			continue
		}
		for _, c := range d.Children(head) {
			if p := d.Child(c, "case"); p >= 0 && d.Is(c, "obl", "nmod") {
				switch d.Tokens[p].Lower {
				case "in", "during", "since", "amid", "from", "as":
					if wars[d.Tokens[c].Lemma] {
						return true
					}
					if o := clause.Oblique(d, c, "of"); o >= 0 && wars[d.Tokens[o].Lemma] {
						return true // "since the start of the war"
					}
				}
			}
			if m := d.Child(c, "mark"); m >= 0 && d.Is(c, "advcl") && d.Tokens[m].Lower == "since" {
				if s := d.Child(c, "nsubj"); s >= 0 && wars[d.Tokens[s].Lemma] {
					return true // "since the war began"
				}
			}
		}
	}
	return false
}

// scene returns the states or places in which the clause of x and those around
// it set what happens: "entered towns in Israel, killing hundreds".
func (f *finder) scene(x *occurrence, agent string) []string {
	d := f.d
	heads := []int{x.predicate}
	for i, steps := x.predicate, 0; steps < 3 && d.Is(i, "advcl", "conj", "xcomp", "acl", "parataxis", "ccomp"); steps++ {
		i = d.Tokens[i].Head
		heads = append(heads, i)
		if o := clause.Object(d, i); clause.IsVerb(d, i) && o >= 0 {
			heads = append(heads, o)
		}
	}
	for _, head := range heads {
		if ids := f.places(head, agent); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// places returns the states or places in which phrases under token head put it,
// each once, without those of agent: two for "in Israel and Gaza".
func (f *finder) places(head int, agent string) (ids []string) {
	for _, c := range f.d.Children(head) {
		for _, id := range f.located(c) {
			if !slices.Contains(f.lineage(agent), id) && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// located returns the states or places that the phrase of head c puts something
// in, nil when it is no such phrase. What is in Israeli strikes is nowhere.
func (f *finder) located(c int) (ids []string) {
	d := f.d
	p := d.Child(c, "case")
	if p < 0 || !d.Is(c, "obl", "nmod") || clause.IsTime(d, c) || f.nominal(c) != nil {
		return nil
	}
	switch d.Tokens[p].Lower {
	case "in", "at", "on", "across", "near", "inside", "throughout", "around", "within", "into":
	default:
		return nil
	}
	for _, h := range clause.Coordinated(d, c) {
		if id := f.territory(h); id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		return ids
	}
	for _, k := range d.Children(c) { // "at a camp in Gaza"
		if ids := f.located(k); len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// noTerritory lists places that are not where their people live.
var noTerritory = map[string]bool{"border": true, "prison": true, "jail": true, "fence": true, "frontier": true, "custody": true, "embassy": true, "consulate": true}

// territory returns the state to which the place of head h belongs, the place
// itself when it belongs to none that is known, "" when h means no place.
func (f *finder) territory(h int) string {
	d := f.d
	id := ""
	switch {
	case d.Tokens[h].Tag == "JJ" || noTerritory[d.Tokens[h].Lemma]:
	case f.index.At(h) >= 0:
		id = f.index.Of(h, h)
	case f.sets["place"].words[d.Tokens[h].Lemma] || directions[d.Tokens[h].Lemma]:
		id = f.index.Of(clause.NounPhrase(d, h)) // "in Israeli towns", "in Israel's south"
		if id == "" {
			if o := clause.Oblique(d, h, "of"); o >= 0 {
				return f.territory(o) // "the south of Lebanon"
			}
		}
	}
	switch f.index.Type(id) {
	case "state":
		return id
	case "place":
		for _, up := range f.index.Chain(id) {
			if f.index.Type(up) == "state" {
				return up
			}
		}
		return id
	}
	return ""
}

var directions = map[string]bool{"south": true, "north": true, "east": true, "west": true, "centre": true, "center": true, "part": true, "side": true, "heart": true}

// beside returns the victims of the event that stands beside x or before it:
// "killing 1,400 and taking 200 hostages", "shot and killed".
func (f *finder) beside(x *occurrence, agent string) string {
	best := ""
	for _, o := range f.found {
		if o.predicate >= x.predicate {
			break
		}
		if o.list.Class != "harm" || len(o.victims) != 1 || o.victims[0].actor == agent || f.d.In(o.predicate) != f.d.In(x.predicate) {
			continue
		}
		far := f.d.Tokens[x.predicate].Sentence - f.d.Tokens[o.predicate].Sentence
		if far > recallSentences || far > 0 && agent != f.agentOf(o) {
			continue
		}
		if a := f.agentOf(o); far == 0 && agent != a && agent != "" && a != "" {
			continue
		}
		if f.isPlaceless(o) {
			continue
		}
		best = o.victims[0].actor
	}
	return best
}

// isPlaceless reports whether the victims of o are no people: a building, a plan.
func (f *finder) isPlaceless(o *occurrence) bool { return !o.list.Located }

// fromTitle returns whom the title says harm is done to: the patient of its
// events, else the side against the agent that it names, else the one place or
// people that it names.
func (f *finder) fromTitle(agent string) string {
	if f.headline() < 0 {
		return ""
	}
	own := f.lineage(agent)
	for _, o := range f.found {
		if f.d.Tokens[o.predicate].Sentence != f.headline() {
			break
		}
		if o.list.Class == "harm" && len(o.victims) == 1 && o.victims[0].actor != "" && !slices.Contains(own, o.victims[0].actor) {
			return o.victims[0].actor
		}
	}
	for _, o := range f.found {
		if f.d.Tokens[o.predicate].Sentence != f.headline() {
			break
		}
		if o.list.Class == "harm" && (agent == "" || f.agentOf(o) == agent) {
			if id := f.opponent(f.agentOf(o), f.headline()); id != "" {
				return id
			}
		}
	}
	found := ""
	for _, id := range f.namedIn(f.headline()) {
		if f.index.Type(id) != "state" || slices.Contains(own, id) || len(f.enemies[id]) == 0 {
			continue
		}
		if found != "" {
			return ""
		}
		found = id
	}
	return found
}
