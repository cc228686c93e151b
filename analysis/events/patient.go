package events

import (
	"slices"
	"strconv"
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// A patient is one of those to whom an event is done.
type patient struct {
	actor string
	count int
	tie   tie  // how the actor is known, when not by the patient's own words
	also  bool // a further patient of the same act
}

// patients returns to whom x is done. Coordinated patients that are different
// actors stand apart; others are one, and their numbers are summed. There is
// always one, be it empty. Victims whom nothing names, and those who are named
// but belong to a people, have that people too.
func (f *finder) patients(x *occurrence, agent string) []patient {
	var out []patient
	if x.patient >= 0 {
		for _, h := range clause.Coordinated(f.d, x.patient) {
			p := patient{actor: f.ownActor(h), count: f.count(x, h)}
			if p.actor != "" && p.actor == agent && !f.names(h) {
				p.actor = "" // "killed 40 people, most of them …" by whoever "them" may mean
			}
			out = join(out, p)
		}
	} else {
		out = []patient{{}}
	}
	if !x.list.Located || f.isThings(x) {
		return out
	}
	if len(out) == 1 && out[0].actor == "" {
		for k, t := range f.whose(x, agent, "") {
			if k == 0 {
				out[0].actor, out[0].tie = t.people, t
			} else {
				out = append(out, patient{actor: t.people, tie: t})
			}
		}
	}
	if out[0].actor != "" && (out[0].tie.path == "" || len(out) == 1 && out[0].tie.path == bySource && len(f.wars.of[out[0].actor]) == 0) {
		for _, p := range out[:len(out):len(out)] {
			t := f.belongs(x, agent, p.actor)
			if t.people == "" || slices.ContainsFunc(out, func(o patient) bool { return f.people(o.actor) == f.people(t.people) && o.actor != p.actor }) {
				continue
			}
			out = append(out, patient{actor: t.people, tie: t, also: true})
		}
	}
	for k := range out {
		out[k].also = k > 0
		if p := f.people(out[k].actor); p != "" {
			f.told[x.predicate] = p
		}
	}
	return out
}

// join adds p to patients, to one of the same actor or of none when there is
// such.
func join(out []patient, p patient) []patient {
	for k := range out {
		if out[k].actor == p.actor || out[k].actor == "" || p.actor == "" {
			if out[k].actor == "" {
				out[k].actor = p.actor
			}
			out[k].count += p.count
			return out
		}
	}
	return append(out, p)
}

// isThings reports whether what x is done to is stated and is no people.
func (f *finder) isThings(x *occurrence) bool {
	if s := f.d.Child(x.predicate, "nsubj"); s >= 0 && f.d.Tokens[s].Lower == "who" {
		return false
	}
	if x.patient < 0 || f.isPeople(x, x.patient) || f.index.Type(f.ownActor(x.patient)) != "" {
		return false
	}
	if x.list.Counted && (f.count(x, x.patient) > 1 || f.hasAge(x.patient)) {
		return false // "killed 260 partygoers", "the 34-year-old baker"
	}
	tag := f.d.Tokens[x.patient].Tag
	return tag == "NN" || tag == "NNS" || f.d.Tokens[x.patient].Lower == "it"
}

// hasAge reports whether the phrase of noun h gives an age before it.
func (f *finder) hasAge(h int) bool {
	first, _ := clause.NounPhrase(f.d, h)
	for i := max(first, h-6); i < h; i++ {
		if f.d.Tokens[i].Lower == "old" && f.d.Tokens[i-min(i, 1)].Lower == "-" || strings.HasSuffix(f.d.Tokens[i].Lower, "-year-old") {
			return true
		}
	}
	return false
}

// ownActor returns the actor that the phrase of head h means by itself, without
// those coordinated with it.
func (f *finder) ownActor(h int) string {
	d := f.d
	if clause.IsNoun(d, h) {
		if n := f.nominal(h); n != nil && !n.entry.Self {
			return ""
		}
	}
	first, last := clause.NounPhrase(d, h)
	for i := first; i <= last; i++ {
		if f.leaning(i) {
			return "" // "a pro-Russian blogger"
		}
	}
	if d.Is(h, "nmod:desc") {
		if id := f.index.Of(d.Tokens[h].Head, d.Tokens[h].Head); f.index.Type(id) == "person" {
			return id // "ousted director Ann Li"
		}
	}
	if h+1 < len(d.Tokens) && d.Tokens[h+1].Head == h && d.Is(h+1, "appos", "flat") && f.index.At(h) < 0 {
		if id := f.index.Of(h+1, h+1); f.index.Type(id) == "person" {
			return id // "her lawyer Ann Li"
		}
	}
	if clause.Matter(d, h) && f.index.At(h) < 0 {
		return "" // "the Hungary treaty" is not Hungary
	}
	if id := f.index.Of(first, last); id != "" && (f.index.At(h) >= 0 || f.index.Type(id) != "person" || d.Child(h, "flat", "appos", "compound") >= 0 || f.index.Titled(h) >= 0) {
		return id // but "his son" is somebody else
	}
	if id := f.owner(h); id != "" {
		return id
	}
	for _, c := range d.Children(h) {
		if p := d.Child(c, "case"); d.Is(c, "appos") || d.Is(c, "nmod") && p >= 0 && partOf(d.Tokens[p].Lower) {
			if id := f.actor(c, 1); id != "" && (d.Is(c, "appos") || f.index.Type(id) != "person" || !f.isPeopleNoun(h)) {
				return id // but "a friend of Merkel" is somebody else
			}
		}
	}
	return ""
}

// place returns the state whose people suffer x when they are named by nothing
// but where they are: "killed 30 people in Gaza". It is the place itself when
// that belongs to no state that is known, and "" when no place is told or it is
// the agent's own. The token is the head of the phrase that tells it.
func (f *finder) place(x *occurrence, agent string) (id string, token int) {
	if id, token = f.placeAt(agent, x.patient, x.predicate, x.last, x.agent); id != "" || x.agent < 0 || f.isPeopleNoun(x.agent) {
		return id, token
	}
	for _, c := range f.d.Children(x.agent) { // "a Gaza City explosion"
		if f.d.Is(c, "compound", "amod", "nmod") && c < x.agent && f.index.Type(f.index.Of(c, c)) == "place" {
			return f.stateOf(f.index.Of(c, c)), c
		}
	}
	return "", -1
}

// stateOf returns the state that a place lies in, the place itself when none is
// known.
func (f *finder) stateOf(place string) string {
	for _, up := range f.index.Chain(place) {
		if f.index.Type(up) == "state" {
			return up
		}
	}
	return place
}

// placeAround is place by the clauses that x is a part of: "entered towns in
// Israel, killing hundreds".
func (f *finder) placeAround(x *occurrence, agent string) (id string, token int) {
	var heads []int
	for i, steps := x.predicate, 0; steps < 3 && f.d.Is(i, "advcl", "conj", "xcomp", "acl", "parataxis"); steps++ {
		if f.d.Is(i, "advcl") && f.d.Child(i, "aux", "nsubj") >= 0 || f.d.Is(i, "conj", "parataxis") && f.d.Child(i, "nsubj") >= 0 {
			break // a clause for itself: "while strikes killed 20 there"
		}
		i = f.d.Tokens[i].Head
		heads = append(heads, i)
		if o := clause.Object(f.d, i); clause.IsVerb(f.d, i) && o >= 0 {
			heads = append(heads, o)
		}
	}
	return f.placeAt(agent, heads...)
}

func (f *finder) placeAt(agent string, heads ...int) (id string, token int) {
	for _, head := range heads {
		if head < 0 {
			continue
		}
		for _, c := range f.d.Children(head) {
			if id := f.located(c); id != "" && id != agent {
				return id, c
			}
		}
	}
	return "", -1
}

// located returns the state or place that the phrase of head c puts something
// in, "" when it is no such phrase.
func (f *finder) located(c int) string {
	d := f.d
	p := d.Child(c, "case")
	if p < 0 || !d.Is(c, "obl", "nmod") || clause.IsTime(d, c) {
		return ""
	}
	switch d.Tokens[p].Lower {
	case "in", "at", "on", "across", "inside", "throughout", "within", "into":
	default: // "near Gaza" is not in it
		return ""
	}
	id := ""
	switch {
	case f.index.At(c) >= 0:
		id = f.index.Of(c, c)
	case f.wars.soil[d.Tokens[c].Lemma] != "":
		id = f.wars.soil[d.Tokens[c].Lemma]
	case f.nominal(c) != nil || borders[d.Tokens[c].Lemma]: // "in an Israeli strike", "on the Syrian border"
	case f.sets["place"].words[d.Tokens[c].Lemma]:
		id = f.index.Of(clause.NounPhrase(d, c))
	}
	if id == "" {
		if f.nominal(c) != nil {
			return ""
		}
		for _, k := range d.Children(c) { // "at a camp in Gaza"
			if id := f.located(k); id != "" {
				return id
			}
		}
		return ""
	}
	switch f.index.Type(id) {
	case "state":
		return id
	case "place":
		return f.stateOf(id)
	}
	if !f.sets["place"].words[strings.ToLower(d.Tokens[c].Lemma)] {
		return ""
	}
	for _, k := range d.Children(c) { // "at Gaza Hospital", an organisation
		if d.Is(k, "compound", "amod", "flat") {
			if at := f.index.Of(k, k); f.index.Type(at) == "place" {
				return f.stateOf(at)
			}
		}
		if at := f.located(k); at != "" {
			return at
		}
	}
	return ""
}

// borders lists nouns for what lies between two states.
var borders = map[string]bool{"border": true, "frontier": true, "boundary": true, "fence": true, "crossing": true, "side": true,
	"war": true, "conflict": true, "campaign": true, "operation": true}

// isPeople reports whether the patient of head h is people and not things.
func (f *finder) isPeople(x *occurrence, h int) bool {
	t := &f.d.Tokens[h]
	if quantities[t.Lemma] {
		return true
	}
	return f.sets["person"].words[t.Lemma] || f.sets["armed"].words[t.Lemma] || t.Tag == "CD" || t.Tag == "NNPS" || t.Tag == "PRP" && t.Lower != "it"
}

// quantities are nouns that stand for those whom they count: "a total of 40
// people", "the number killed".
var quantities = map[string]bool{"number": true, "total": true, "majority": true, "handful": true, "rest": true, "lot": true, "quarter": true,
	"third": true, "percent": true, "pair": true, "generation": true, "hundred": true, "thousand": true, "dozen": true, "score": true, "both": true}

// count returns the number of people in the phrase of head h, 0 when it gives
// no figure or counts things.
func (f *finder) count(x *occurrence, h int) int {
	d := f.d
	if !x.list.Counted && !f.isPeople(x, h) {
		return 0
	}
	if d.Tokens[h].Tag == "CD" {
		return number(d, h)
	}
	for _, c := range d.Children(h) {
		if d.Is(c, "nummod") && d.Tokens[c].Tag == "CD" {
			return number(d, c)
		}
	}
	// "two dozen people", "a dozen of them", and trees that hang the figure elsewhere.
	first, _ := clause.NounPhrase(d, h)
	for i := first; i < h; i++ {
		if d.Tokens[i].Tag == "CD" && !strings.Contains(d.Tokens[i].Lower, "-") {
			return number(d, i)
		}
	}
	if d.Tokens[h].Lower == "dozen" || h > first && d.Tokens[h-1].Lower == "dozen" {
		return 12
	}
	return 0
}

var figures = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var scales = map[string]int{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}

// number reads the figure around token i, the words of one number: "1.2
// million", "two dozen", "7,000", "twenty-three". It returns 0 for what is no
// count of people: per cent, years of age, ordinals.
func number(d *language.Document, i int) int {
	first, last := i, i
	inside := func(j int) bool {
		return j >= 0 && j < len(d.Tokens) && d.Tokens[j].Sentence == d.Tokens[i].Sentence
	}
	figure := func(j int) bool { return inside(j) && (d.Tokens[j].Tag == "CD" || scales[d.Tokens[j].Lower] > 0) }
	part := func(j int) bool {
		return figure(j) || inside(j) && d.Tokens[j].Lower == "-" && figure(j-1) && figure(j+1)
	}
	for part(first - 1) {
		first--
	}
	for part(last + 1) {
		last++
	}
	if last+1 < len(d.Tokens) {
		switch d.Tokens[last+1].Lower {
		case "%", "percent", "per", "pc":
			return 0
		case "-":
			if inside(last+2) && (d.Tokens[last+2].Lemma == "year" || d.Tokens[last+2].Lemma == "month") {
				return 0 // "a six-year-old boy"
			}
		}
	}
	total := 0.0
	if inside(first-2) && d.Tokens[first-2].Lower == "half" && d.Tokens[first-1].Lower == "a" {
		total = 0.5
	}
	for j := first; j <= last; j++ {
		if d.Tokens[j].Lower == "-" {
			continue
		}
		v, ok := value(d.Tokens[j].Lower)
		switch s := scales[d.Tokens[j].Lower]; {
		case s > 0 && total > 0:
			total *= float64(s)
		case s > 0:
			total = float64(s)
		case !ok:
			return 0
		default:
			total += v
		}
	}
	if total < 0 || total > 1e10 {
		return 0
	}
	return int(total + 0.5)
}

// value reads one word of a number.
func value(s string) (float64, bool) {
	if v, ok := figures[s]; ok {
		return float64(v), true
	}
	if tens, ones, ok := strings.Cut(s, "-"); ok {
		if figures[tens] >= 20 && figures[ones] > 0 && figures[ones] < 10 {
			return float64(figures[tens] + figures[ones]), true
		}
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && v >= 0
}
