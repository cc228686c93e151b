package clause

import "slant/analysis/language"

// instructs lists verbs that make the one whom they are done to do something.
var instructs = words(`force ask tell order pay hire urge persuade press pressure instruct encourage allow enable expect train arm help lead cause
	compel oblige require recruit invite authorise authorize drive prompt push advise task send use make`)

// intentions lists nouns that an infinitive says the aim of, and whose of-phrase is
// who has that aim.
var intentions = words(`conspiracy plot scheme plan attempt effort bid campaign drive push move decision resolve refusal failure threat promise
	pledge vow agreement offer proposal intention intent desire ambition willingness readiness determination mission operation ability capacity
	collusion`)

// willed returns the intention whose aim an infinitive tells that the tree has
// under the noun n, one of those who have it: "a plot by Moscow and its agents to
// kill". It is n itself in any other form.
func willed(d *language.Document, n int) int {
	for i, steps := n, 0; steps < maxSteps; steps++ {
		h := d.Tokens[i].Head
		if h < 0 || h > i || !d.Is(i, "nmod", "conj", "appos", "obl:agent") {
			break
		}
		if intentions[d.Tokens[h].Lemma] {
			if by := Oblique(d, h, "by", "between", "of", "among"); by >= 0 && by <= i {
				return h
			}
			break
		}
		i = h
	}
	return n
}

// origins lists verbs that tell what something comes of, and whose subject does
// nothing.
var origins = words("arise stem result grow derive originate flow emerge spring")

// purposeOf returns the act, which is somebody's, whose purpose the infinitive v
// tells although the tree has it under the verb of origin h: "stems from rebels'
// raids in order to burn". It is -1 in any other form.
func purposeOf(d *language.Document, v, h int) int {
	if !origins[d.Tokens[h].Lemma] || d.Tokens[v].Tag != "VB" {
		return -1
	}
	for _, c := range d.Children(h) {
		if c > h && c < v && d.Is(c, "obl") && d.Child(c, "nmod:poss") >= 0 {
			return c
		}
	}
	return -1
}

// granted lists nouns for what somebody may do because others let him.
var granted = words(`nomination permission chance mandate invitation order right authority power opportunity licence license permit approval okay ok
	nod consent leave clearance wink authorisation authorization instruction task job duty contract`)

var (
	givers  = words("give grant hand offer issue extend accord assign deny refuse send")
	getters = words("win receive get earn gain secure obtain seek have lose accept land want")
)

// naming lists verbs that say what their object is.
var naming = words("call brand label dub deem consider term describe see view regard denounce condemn dismiss hail criticise criticize portray depict")

// asks lists verbs whose object is to do what an infinitive after them says,
// wherever it stands.
var asks = words(`ask tell order urge persuade pressure press instruct encourage allow enable force compel oblige require invite authorise
	authorize push advise prompt hire pay recruit lobby beg`)

// whoseAim returns who is to do what an infinitive under the noun n says.
func whoseAim(d *language.Document, n int) int {
	n = willed(d, n)
	h := d.Tokens[n].Head
	if h < 0 || !IsVerb(d, h) || Passive(d, h) {
		return owner(d, n)
	}
	lemma := d.Tokens[n].Lemma
	switch g := d.Tokens[h].Lemma; {
	case asks[g] && d.Is(n, "obl") && !intentions[lemma]: // "asked him in a call to"
		if o := d.Child(h, "obj", "iobj"); o >= 0 {
			return o
		}
	case granted[lemma] && givers[g]:
		if o := d.Child(h, "iobj"); o >= 0 {
			return o
		}
		return Oblique(d, h, "to")
	case granted[lemma] && getters[g] && d.Is(n, "obj"):
		return directSubject(d, h) // "won the party's nomination to"
	}
	return owner(d, n)
}

// aims lists verbs whose participle says what something is to bring about.
var aims = words("aim intend design mean calculate gear")

// behind returns whose the noun n is that aims at something: its owner, or else
// whoever does what it is a part of: "rebels blocked it in an effort meant to
// weaken her".
func behind(d *language.Document, n int) int {
	if o := whoseAim(d, n); o >= 0 {
		return o
	}
	for steps := 0; steps < 3; steps++ {
		h := d.Tokens[n].Head
		if h < 0 || !d.Is(n, "nmod", "obl", "appos") {
			return -1
		}
		if IsVerb(d, h) {
			if Passive(d, h) {
				return Agent(d, h)
			}
			return directSubject(d, h)
		}
		n = h
	}
	return -1
}

// asked returns who is to do what the infinitive v under the verb h says, where h
// asks or lets somebody: -1 in any other form.
func asked(d *language.Document, v, h int) int {
	if d.Tokens[v].Tag != "VB" || !d.Is(v, "advcl") || Passive(d, h) {
		return -1
	}
	if m := d.Child(v, "mark"); m < 0 || d.Tokens[m].Tag != "TO" {
		return -1
	}
	o := d.Child(h, "obj", "iobj")
	switch {
	case o < h || o > v:
		return -1
	case asks[d.Tokens[h].Lemma]:
		return o
	case givers[d.Tokens[h].Lemma] && granted[d.Tokens[o].Lower]:
		if r := Oblique(d, h, "to"); r >= 0 && r < v {
			return r // "gave the okay to rebels to attack"
		}
	}
	return -1
}
