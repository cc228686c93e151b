package actors

import (
	"slices"
	"strings"

	"slant/lexicons"
)

// inFull are the titles that news writes short before a name and in full after.
var inFull = map[string]string{
	"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel", "lt": "lieutenant",
	"capt": "captain", "sgt": "sergeant", "prof": "professor", "pres": "president", "cllr": "councillor", "maj": "major",
	"adm": "admiral", "cmdr": "commander", "rev": "reverend", "ceo": "executive",
}

// wider gives, of nouns for what somebody is, those that news takes up the same
// person with: a senator is a lawmaker, a tycoon a businessman.
var wider = map[string][]string{
	"senator":        {"lawmaker", "legislator", "politician"},
	"representative": {"congressman", "congresswoman", "lawmaker", "legislator", "politician"},
	"congressman":    {"representative", "lawmaker", "legislator", "politician"},
	"congresswoman":  {"representative", "lawmaker", "legislator", "politician"},
	"assemblyman":    {"lawmaker", "legislator", "politician"},
	"assemblywoman":  {"lawmaker", "legislator", "politician"},
	"mp":             {"lawmaker", "legislator", "politician", "backbencher", "parliamentarian"},
	"governor":       {"politician"},
	"mayor":          {"politician"},
	"premier":        {"minister"},
	"chancellor":     {"leader"},
	"president":      {"leader"},
	"prime":          {"leader", "premier"},
	"premiers":       {"leader"},
	"ruler":          {"leader", "dictator", "strongman"},
	"monarch":        {"ruler"},
	"dictator":       {"leader", "ruler", "strongman"},
	"candidate":      {"hopeful", "contender", "politician"},
	"nominee":        {"candidate"},
	"lawyer":         {"attorney"},
	"attorney":       {"lawyer"},
	"chief":          {"boss"},
	"billionaire":    {"businessman", "tycoon", "mogul", "magnate"},
	"tycoon":         {"businessman", "mogul", "magnate"},
	"reporter":       {"journalist"},
	"correspondent":  {"journalist", "reporter"},
	"columnist":      {"journalist", "writer"},
	"cop":            {"officer"},
	"policeman":      {"officer"},
	"policewoman":    {"officer"},
}

// is reports whether one of roles is a noun, or one that the noun includes.
func is(roles []string, noun string) bool {
	return slices.ContainsFunc(roles, func(role string) bool { return role == noun || slices.Contains(wider[role], noun) })
}

// call keeps words by which the text calls a person.
func (e *entity) call(words ...string) {
	for _, w := range words {
		if full, ok := inFull[w]; ok {
			w = full
		}
		e.roles = append(e.roles, w)
	}
}

// parting are adjectives that tell one holder of an office from another, beside
// those that are made from nouns ("federal", "democratic").
var parting = map[string]bool{
	"prime": true, "foreign": true, "vice": true, "deputy": true, "chief": true, "senior": true, "junior": true, "associate": true,
	"assistant": true, "acting": true, "interim": true, "incoming": true, "outgoing": true, "elder": true, "younger": true,
	"retired": true, "elected": true, "unnamed": true, "anonymous": true, "future": true, "previous": true, "then": true, "ex": true,
	"former": true, "right": true, "big": true,
}

// distinguishes reports whether an adjective before a noun for a person tells him from
// others who are called so. "The disgraced mayor" is no other than the mayor.
func distinguishes(word string) bool {
	if parting[word] {
		return true
	}
	for _, ending := range []string{"al", "ic", "ary", "an", "ese", "ish", "time"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// lesser are words by which the holder of an office is not its first: the vice
// president is "the president" at most where nobody else is.
var lesser = map[string]bool{"vice": true, "deputy": true, "assistant": true, "associate": true, "acting": true}

// personCalled returns the last person whom the text, or else a list, calls what
// a description calls somebody. Who was it once comes after who is it now.
func (r *reading) personCalled(i int, p *phrase, past []int) int {
	if actor := r.lastCalled(i, p, past, func(e *entity) []string { return e.roles }); actor >= 0 {
		return actor
	}
	return r.lastCalled(i, p, past, func(e *entity) []string { return e.known })
}

func (r *reading) lastCalled(i int, p *phrase, past []int, roles func(*entity) []string) int {
	role := key(r.doc.Tokens[p.head].Lower)
	former := slices.Contains(p.words, "former")
	once := -1
	for n := len(past) - 1; n >= 0; n-- {
		m := &r.marks[past[n]]
		e := &r.found[m.actor]
		if e.Type != "person" || m.dead {
			continue
		}
		has := roles(e)
		if !p.member && !is(has, role) || slices.ContainsFunc(p.words, func(w string) bool {
			return !is(has, w) && !r.has("modifiers", w) && (!p.adjective[w] || distinguishes(w))
		}) {
			continue
		}
		if p.nation != "" && !r.fromNation(e, p.nation) || p.home >= 0 && !r.from(m.actor, p.home) {
			continue
		}
		if p.nation == "" && r.sentences(m.first, i) > descriptionReach {
			break
		}
		if !former && slices.Contains(e.roles, "former") || slices.ContainsFunc(has, func(w string) bool { return lesser[w] && !slices.Contains(p.words, w) }) {
			if once < 0 {
				once = m.actor
			}
			continue
		}
		return m.actor
	}
	return once
}

// from reports whether a place stands beside a name of a person somewhere: "Iowa
// Senator Jane Doe", "Jane Doe (R-Iowa)", "Jane Doe, a senator from Iowa".
func (r *reading) from(person, place int) bool {
	const before, after = 5, 9 // tokens
	for n := range r.marks {
		m := &r.marks[n]
		if m.actor != person || m.dead || m.first < 0 || m.form == "pronoun" || m.form == "description" {
			continue
		}
		s := r.doc.Tokens[m.first].Sentence
		for j := m.first - before; j <= m.last+after; j++ {
			if !r.within(j, s) {
				continue
			}
			if r.cover[j] >= 0 && r.marks[r.cover[j]].actor == place {
				return true
			}
			if k := key(r.doc.Tokens[j].Word); r.lower(j-1, s) == "-" && len(k) > 2 && strings.HasPrefix(lexicons.Fold(r.found[place].Name), k) {
				return true // "(R-Iowa)", "(D-Calif.)"
			}
		}
	}
	return false
}
