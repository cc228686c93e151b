package events

import (
	"slices"
	"strings"

	"slant/analysis/clause"
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
// anywhere but to the people not: one tie, two when they are of both sides, or
// none.
func (f *finder) whose(x *occurrence, agent, not string) []tie {
	for _, path := range []func(*occurrence, string) []tie{
		f.own, f.whoCounts, f.mourned, f.wherePlace, f.onBothSides, f.inTheEvent, f.whomFought, f.whereAround, f.inWhichWar, f.besideWhichEvent, f.bySpeaker, f.onlyNamed, f.toldBefore,
	} {
		if t := path(x, agent); len(t) > 0 && (not == "" || f.people(t[0].people) != not) {
			return t
		}
	}
	return nil
}

func one(people, path, because string) []tie {
	if people == "" {
		return nil
	}
	return []tie{{people, path, because}}
}

// own takes "its citizens" for the people of who speaks of them.
func (f *finder) own(x *occurrence, agent string) []tie {
	h := x.patient
	if h < 0 {
		return nil
	}
	if f.isQuantity(h) {
		if o := clause.Oblique(f.d, h, "of"); o >= 0 {
			h = o // "two of its nationals", "all of the hostages"
		}
	}
	for _, p := range f.wars.called[f.d.Tokens[h].Lemma] {
		if f.live(p.conflict) {
			by := f.wars.conflicts[p.conflict].Sides[p.side].People
			return one(by, bySentence, "in this conflict they are those of "+f.index.Name(by))
		}
	}
	p := f.d.Child(h, "nmod:poss")
	if p < 0 || f.d.Tokens[p].Tag != "PRP$" || f.index.Of(p, p) != "" {
		return nil
	}
	switch f.d.Tokens[h].Lemma {
	case "citizen", "national", "soldier", "troop", "people", "serviceman", "compatriot", "countryman", "diplomat":
		by := f.people(f.speakers.Holder(x.predicate).Actor)
		return one(by, bySource, f.index.Name(by)+" speaks of its own")
	}
	return nil
}

// isQuantity reports whether the noun h only says how many there are.
func (f *finder) isQuantity(h int) bool {
	t := &f.d.Tokens[h]
	switch t.Tag {
	case "CD", "DT", "PDT":
		return true
	}
	switch t.Lower {
	case "all", "some", "most", "many", "several", "none", "few", "more", "half":
		return true
	}
	return quantities[t.Lemma]
}

func (f *finder) wherePlace(x *occurrence, agent string) []tie {
	id, at := f.place(x, agent)
	return f.there(x, id, at, agent)
}

func (f *finder) whereAround(x *occurrence, agent string) []tie {
	id, at := f.placeAround(x, agent)
	return f.there(x, id, at, agent)
}

// there returns the people of a place, and those of the place coordinated with
// it: "in Israel and Gaza".
func (f *finder) there(x *occurrence, id string, at int, agent string) []tie {
	if id == "" || f.people(id) != "" && f.people(id) == f.people(agent) || x.list.Kind == "abducting" {
		return nil // captives are held where they do not belong
	}
	if x.patient >= 0 && f.sets["soldier"].words[f.d.Tokens[x.patient].Lemma] && f.atWar(f.people(id)) {
		return nil // soldiers die on the soil of others
	}
	ties := one(id, byPlace, "it happens in "+f.index.Name(id))
	for _, c := range clause.Coordinated(f.d, at)[1:] {
		p := f.people(f.index.Of(c, c))
		if p != "" && p != f.people(id) && p != f.people(agent) && len(ties) == 1 {
			ties = append(ties, tie{p, byPlace, "it happens in " + f.index.Name(p)})
		}
	}
	return ties
}

func (f *finder) whomFought(x *occurrence, agent string) []tie {
	if agent == "" {
		by := f.calledBy(x.agent, 0)
		if by == "" {
			return nil
		}
		p := f.opponent(by, x.predicate, true)
		return one(p, byOpponent, "in this conflict they are those of "+f.index.Name(by)+", who fights "+f.index.Name(p))
	}
	p := f.opponent(agent, x.predicate, f.armed(x))
	return one(p, byOpponent, f.index.Name(agent)+" does it, who fights "+f.index.Name(p))
}

// calledBy returns the people to whom the agent of head h belongs by what he is
// called in a conflict of the text ("gunmen"), through a noun of an event ("the
// gunmen's assault"); "" when nothing tells it.
func (f *finder) calledBy(h, depth int) string {
	if h < 0 || depth > 2 {
		return ""
	}
	for _, p := range f.wars.called[f.d.Tokens[h].Lemma] {
		if f.live(p.conflict) {
			return f.wars.conflicts[p.conflict].Sides[p.side].People
		}
	}
	if n := f.nominal(h); n != nil && n.agent != h {
		return f.calledBy(n.agent, depth+1)
	}
	return ""
}

// agentActor returns the actor that the phrase of head h, an agent, means: not one
// against whom those fight who are called so ("its militants", of their enemy),
// and no place that only says where ("a Gaza City explosion").
func (f *finder) agentActor(h int) string {
	id := f.actor(h, 0)
	if id == "" {
		return ""
	}
	if f.index.Type(id) == "place" && f.index.At(h) < 0 && !f.isPeopleNoun(h) {
		return ""
	}
	if typ := f.index.Type(id); typ != "state" && typ != "place" && f.d.Tokens[h].Tag == "NN" && f.sets["place"].words[strings.ToLower(f.d.Tokens[h].Lemma)] {
		return "" // "the explosion at the hospital, which killed …"
	}
	if by := f.calledBy(h, 0); by != "" && f.fights(by, f.people(id)) {
		return ""
	}
	return id
}

// isPeopleNoun reports whether h is a noun for people, armed or not, or for an
// authority.
func (f *finder) isPeopleNoun(h int) bool {
	l := f.d.Tokens[h].Lemma
	return f.sets["person"].words[l] || f.sets["armed"].words[l] || f.sets["counter"].words[l]
}

// armed reports whether the agent of x is said to be armed: gunmen, troops.
func (f *finder) armed(x *occurrence) bool {
	return x.agent >= 0 && f.sets["armed"].words[f.d.Tokens[x.agent].Lemma]
}

// inWhichWar takes the victims of a war, or those "on both sides", for people of
// both sides.
func (f *finder) inWhichWar(x *occurrence, agent string) []tie {
	if agent != "" {
		return nil
	}
	for _, c := range f.d.Children(x.predicate) {
		p := f.d.Child(c, "case")
		if p < 0 || !f.d.Is(c, "obl", "nmod") {
			continue
		}
		switch f.d.Tokens[p].Lower {
		case "in", "during", "on", "throughout":
			if theatres[f.d.Tokens[c].Lemma] {
				return f.ofBoth("it happens in a war of which ")
			}
		}
	}
	return nil
}

// ofBoth returns the two sides of the conflict of which the text names most, none
// when it names none. Why is what goes before the name of each in the reason.
func (f *finder) ofBoth(why string) []tie {
	var ties []tie
	for _, e := range f.enemies() {
		ties = append(ties, tie{e, byEvent, why + f.index.Name(e) + " is a side"})
	}
	if len(ties) != 2 {
		return nil
	}
	return ties
}

// onBothSides takes the victims for people of both sides where the words around
// say so: they died "on both sides", or "a war where" or "the war that" killed them,
// or the sentence names the two peoples together ("Israelis and Palestinians").
func (f *finder) onBothSides(x *occurrence, agent string) []tie {
	d := f.d
	if agent != "" {
		return nil
	}
	if h := d.Tokens[x.predicate].Head; h >= 0 && d.Is(x.predicate, "acl") && theatres[d.Tokens[h].Lemma] || x.agent >= 0 && theatres[d.Tokens[x.agent].Lemma] {
		if ties := f.ofBoth("it is told of a war of which "); ties != nil {
			return ties
		}
	}
	s := d.Sentences[d.Tokens[x.predicate].Sentence]
	for i := max(s.First, x.predicate-apart) + 1; i < min(s.Last, x.predicate+apart); i++ {
		t := &d.Tokens[i]
		if t.Lemma == "side" && (d.Tokens[i-1].Lower == "both" || d.Tokens[i-1].Lower == "either" || d.Tokens[i-1].Lower == "all") {
			return f.ofBoth("the sentence speaks of both sides, of which ")
		}
		if d.Is(i, "conj") && d.Tokens[i].Head >= s.First {
			p, q := f.peopled()[d.Tokens[i].Head], f.peopled()[i]
			if p != "" && q != "" && f.fights(p, q) && d.Tokens[d.Tokens[i].Head].Tag == t.Tag && (t.Tag == "NNPS" || t.Tag == "NNS" || t.Tag == "JJ") {
				return []tie{{p, bySentence, "the sentence names it together with its enemy"}, {q, bySentence, "the sentence names it together with its enemy"}}
			}
		}
	}
	return nil
}

// mourned takes those who are mourned at a place for people of that place: "a vigil
// in Lyon for those killed in the war". The order of words tells it, for trees
// differ on what the place hangs from.
func (f *finder) mourned(x *occurrence, agent string) []tie {
	d := f.d
	first := max(d.Sentences[d.Tokens[x.predicate].Sentence].First, x.predicate-20)
	for i := x.predicate - 1; i >= first; i-- {
		if !mourning[d.Tokens[i].Lemma] {
			continue
		}
		place := ""
		for k := i + 1; k < x.predicate; k++ {
			switch t := &d.Tokens[k]; t.Lower {
			case "in", "at":
				if id := f.index.Of(k+1, k+1); place == "" && k <= i+2 && (f.index.Type(id) == "place" || f.index.Type(id) == "state") {
					place = f.stateOf(id)
				}
			case "for", "of":
				if p := f.people(place); p != "" && len(f.wars.of[p]) > 0 {
					return one(place, byPlace, "they are mourned in "+f.index.Name(place))
				}
			}
		}
	}
	return nil
}

var mourning = map[string]bool{"vigil": true, "memorial": true, "funeral": true, "mourner": true, "burial": true, "cemetery": true, "shiva": true, "wake": true}

// theatres lists nouns for what has victims on both sides.
var theatres = map[string]bool{"war": true, "conflict": true, "hostility": true, "hostilities": true, "fighting": true}

// inTheEvent takes the victims of x for those of the event that it is part of by
// the grammar: the attack in, by or when they were killed.
func (f *finder) inTheEvent(x *occurrence, agent string) []tie {
	if p := f.byMeans(f.wordsOf(x)...); p != "" && p != f.people(agent) {
		return one(p, byEvent, "in this conflict only the other side does it")
	}
	return f.linked(x, agent, 1)
}

// besideWhichEvent takes them for those of the nearest other event of its
// sentence.
func (f *finder) besideWhichEvent(x *occurrence, agent string) []tie {
	return f.linked(x, agent, len(f.d.Tokens))
}

// apart is how many words may stand between two events of a sentence that have to
// do with each other. It keeps the time bounded in texts without full stops.
const apart = 60

// neighbours returns the events whose predicates stand at most that many words
// before or after token i, in order of the text.
func (f *finder) neighbours(i, words int) []*occurrence {
	at := func(token int) int {
		k, _ := slices.BinarySearchFunc(f.found, token, func(x *occurrence, token int) int { return x.predicate - token })
		return k
	}
	return f.found[at(i-words):at(i+words+1)]
}

// linked returns the people to whom the events of the sentence are done that are
// not further from x than reach steps in the tree, the nearest first.
func (f *finder) linked(x *occurrence, agent string, reach int) []tie {
	type link struct {
		y   *occurrence
		far int
	}
	var links []link
	for _, y := range f.neighbours(x.predicate, apart) {
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
		if l.far > reach {
			break
		}
		if p := f.doneTo(l.y); p != "" && p != f.people(agent) {
			return one(p, byEvent, "it belongs to "+f.d.Text(f.d.Span(l.y.first, l.y.last))+", done to "+f.index.Name(p))
		}
	}
	return nil
}

// doneTo returns to whose people the event y is done, by its own words: its
// patient, its place, its name, its means, or whom its agent fights.
func (f *finder) doneTo(y *occurrence) string {
	if y.doneTo == nil {
		people := f.readDoneTo(y)
		y.doneTo = &people
	}
	return *y.doneTo
}

func (f *finder) readDoneTo(y *occurrence) string {
	if p := f.people(f.actor(y.patient, 0)); p != "" {
		return p
	}
	agent := f.agentOf(y)
	if id, _ := f.place(y, agent); id != "" && y.list.Kind != "abducting" && f.people(id) != "" && f.people(id) != f.people(agent) {
		return f.people(id)
	}
	if a, ok := f.named(y); ok {
		return a.On
	}
	if agent != "" {
		if p := f.opponent(agent, y.predicate, f.armed(y)); p != "" {
			return p
		}
	}
	return f.byMeans(f.wordsOf(y)...)
}

func (f *finder) agentOf(x *occurrence) string {
	if x.agentID != "" {
		return x.agentID
	}
	return f.agentActor(x.agent)
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

// adjacent reports whether one of two tokens hangs from the other.
func (f *finder) adjacent(a, b int) bool {
	return a == b || f.d.Tokens[a].Head == b || f.d.Tokens[b].Head == a
}

// distance returns the number of steps between two tokens of a sentence along
// its tree; more than that of all tokens where they are further apart than
// deepest.
func (f *finder) distance(a, b int) int {
	above := f.above[:0]
	for i := a; i >= 0 && len(above) < deepest; i = f.d.Tokens[i].Head {
		above = append(above, i)
	}
	f.above = above
	for i, steps := b, 0; i >= 0 && steps < deepest; i, steps = f.d.Tokens[i].Head, steps+1 {
		if s := slices.Index(above, i); s >= 0 {
			return s + steps
		}
	}
	return len(f.d.Tokens)
}

// deepest is how far up from each of two events a common head is looked for.
const deepest = 16

// whoCounts takes the victims for the people of the authority that counts them,
// such as a health ministry.
func (f *finder) whoCounts(x *occurrence, agent string) []tie {
	source, p := f.speaker(x)
	if p == "" || p == f.people(agent) || !f.counts(source) {
		return nil
	}
	return one(p, bySource, source+" gives it")
}

// bySpeaker takes them for the people of a side at war that speaks of deaths of
// which it does not say who caused them.
func (f *finder) bySpeaker(x *occurrence, agent string) []tie {
	source, p := f.speaker(x)
	if p == "" || p == f.people(agent) || !f.atWar(p) {
		return nil
	}
	return one(p, bySource, source+" gives it")
}

// speaker returns the words for who says that x happened, and his people; "" for
// a person, who may speak of anybody.
func (f *finder) speaker(x *occurrence) (words, people string) {
	v := f.speakers.Holder(x.predicate)
	if v.Attribution < 0 {
		return "", ""
	}
	source := f.speakers.Attributions[v.Attribution].Source
	if source == nil || source.Actor == "" || f.index.Type(source.Actor) == "person" {
		return "", ""
	}
	return source.Text, f.people(source.Actor)
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
func (f *finder) onlyNamed(x *occurrence, agent string) []tie {
	s := f.d.Sentences[f.d.Tokens[x.predicate].Sentence]
	only := ""
	own := f.people(agent)
	for i := max(s.First, x.predicate-apart); i < min(s.Last, x.predicate+apart); i++ {
		p := f.peopled()[i]
		if f.isSource(i, x.predicate) && f.fighting(i) {
			continue // an army speaks of those whom it fights, too
		}
		if p == "" || p == own || len(f.wars.of[p]) == 0 || f.beyond(i) {
			continue
		}
		if only != "" && only != p {
			return nil
		}
		only = p
	}
	for _, y := range f.neighbours(x.predicate, apart) {
		if y != x && only != "" && y.list.Class == "harm" && f.d.Tokens[y.predicate].Sentence == f.d.Tokens[x.predicate].Sentence && f.people(f.agentOf(y)) == only {
			other := f.opponent(only, x.predicate, true)
			return one(other, bySentence, "the sentence tells of harm by "+f.index.Name(only)+", who fights "+f.index.Name(other))
		}
	}
	return one(only, bySentence, "the sentence names only "+f.index.Name(only))
}

// fighting reports whether the name at token i is that of an army.
func (f *finder) fighting(i int) bool {
	name := strings.ToLower(f.index.Name(f.index.Of(i, i)))
	for j := i; j < i+3 && j < len(f.d.Tokens); j++ {
		name += " " + f.d.Tokens[j].Lower
	}
	for w := range strings.FieldsSeq(name) {
		switch w {
		case "army", "military", "forces", "troops", "navy":
			return true
		}
	}
	return false
}

// beyond reports whether the name at token i only says near what something lies:
// "a few miles from the border with Gaza".
func (f *finder) beyond(i int) bool {
	for steps := 0; i >= 0 && steps < 3; i, steps = f.d.Tokens[i].Head, steps+1 {
		if borders[f.d.Tokens[i].Lemma] && f.d.Tokens[i].Lemma != "war" && f.d.Tokens[i].Lemma != "conflict" {
			return true
		}
		if p := f.d.Child(i, "case"); p >= 0 && (f.d.Tokens[p].Lower == "near" || f.d.Tokens[p].Lower == "outside") {
			return true
		}
	}
	return false
}

// backSentences is how far back an event may tell whose victims those of a
// later one are.
const backSentences = 3

// toldBefore takes the victims for those of the last event before, or for those
// whom the title is about.
func (f *finder) toldBefore(x *occurrence, agent string) []tie {
	own := f.people(agent)
	s := f.d.Tokens[x.predicate].Sentence
	inTitle := f.d.In(x.predicate) != ""
	titled := 0
	for titled < min(len(f.found), apart) && f.d.In(f.found[titled].predicate) != "" {
		titled++
	}
	for _, y := range slices.Backward(slices.Concat(f.found[:titled], f.neighbours(x.predicate, apart*(backSentences+1)))) {
		title := f.d.In(y.predicate) != ""
		if y.predicate >= x.predicate || y.list.Class != "harm" || (!title || inTitle) && s-f.d.Tokens[y.predicate].Sentence > backSentences {
			continue
		}
		p := f.told[y.predicate]
		if p == "" {
			p = f.doneTo(y)
		}
		if p != "" && p != own {
			return one(p, byArticle, "what is told before is done to "+f.index.Name(p))
		}
	}
	if inTitle {
		return nil
	}
	// The title says what the article is about.
	only := ""
	for i := 0; i < len(f.d.Tokens) && f.d.In(i) != ""; i++ {
		if id := f.located(i); id != "" && f.people(id) != own {
			return one(id, byArticle, "the title is about "+f.index.Name(id))
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
		return nil
	}
	return one(only, byArticle, "the title names only "+f.index.Name(only))
}

// belongs tells to whose dead a victim counts who is named himself: a person of
// no known state, or somebody of a third state in a conflict of others.
func (f *finder) belongs(x *occurrence, agent, victim string) tie {
	own := f.people(victim)
	if f.index.Type(victim) == "person" && own != "" && f.atWar(own) {
		return tie{own, byPlace, f.index.Name(victim) + " belongs to " + f.index.Name(own)}
	}
	if typ := f.index.Type(victim); typ != "person" && typ != "state" && own != "" || typ == "place" {
		return tie{}
	}
	ties := f.whose(x, agent, own)
	if len(ties) != 1 {
		return tie{}
	}
	t := ties[0]
	if t.people == own || t.people == victim || own != "" && f.fights(own, t.people) {
		return tie{}
	}
	if own != "" && t.path == bySentence && f.index.Type(victim) == "person" {
		return tie{} // "Hungarians plotted to wound Merkel": she is not one of them for being named beside them
	}
	return t
}

// doer returns who did x by all that the text tells, where its own clause does
// not: the agent of the event that it is part of ("were killed in an Israeli
// strike") or, where somebody must have done it, the only enemy of the victims
// whom the text names. Of victims of both sides nobody did it alone.
func (f *finder) doer(x *occurrence, victims []patient) string {
	own := f.people(victims[len(victims)-1].actor)
	if f.fights(f.people(victims[0].actor), own) {
		return ""
	}
	for _, y := range f.neighbours(x.predicate, apart) {
		if y == x || y.list.Class != "harm" || f.d.Tokens[y.predicate].Sentence != f.d.Tokens[x.predicate].Sentence || !f.adjacent(x.predicate, y.predicate) {
			continue
		}
		if agent := f.agentOf(y); agent != "" && f.people(agent) != own {
			return agent
		}
	}
	if own == "" || !x.inflicted {
		return ""
	}
	enemy := ""
	for _, p := range f.wars.against(f.wars.of[own]) {
		if !slices.Contains(f.peopled(), p) {
			continue
		}
		if enemy != "" {
			return ""
		}
		enemy = p
	}
	return enemy
}
