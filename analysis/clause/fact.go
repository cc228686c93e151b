package clause

import (
	"strings"

	"slant/analysis/language"
)

// How an event is told.
const (
	Asserted = "asserted" // as having happened or happening
	Negated  = "negated"  // as not having happened
	Possible = "possible" // as conditional, suspected, tried, wanted or asked
	Future   = "future"   // as announced
	Denied   = "denied"   // as what somebody disputes
)

var (
	negators = words("not n't never neither nor hardly scarcely barely without")
	noWords  = words("no none nobody neither")

	possibleModals = words("may might could would can should must ought shall")
	futureModals   = words("will 'll wo")

	deniers = words("deny dispute refute reject dismiss rebut contradict denial disavow")

	// unfulfilled lists verbs and nouns under which an act did not take place.
	unfulfilled = words(`fail refuse decline refrain avoid prevent stop cease prohibit forbid ban bar stop avert foil thwart avert refusal failure
		prevention abstain spare avert deter dissuade halt`)
	// announced lists verbs and nouns that set an act in the future.
	announced = words(`vow pledge promise plan intend prepare threaten swear announce schedule expect poise set promise vow plan pledge threat
		intention preparation mull consider ready about go agree commit offer propose`)
	// supposed lists verbs, nouns and adjectives under which an act is only thought, tried, asked for or suspected.
	supposed = words(`want wish try attempt seek hope aim ask urge call demand order suspect accuse allege suspicion accusation allegation
		possible possibility risk fear danger attempt effort bid desire need possible potential alleged suspected attempted able likely
		ability capable plot conspire conspiracy charge charged blame warn urge request calls appeal encourage allow permit incite
		right must willing hypothetical if whether unless imagine claim reportedly`)

	// investigated lists verbs that only suspect somebody of what follows with "of" or "for".
	investigated = words(`accuse suspect charge arrest detain investigate indict try prosecute question blame sue interrogate probe seek want
		warn dissuade`)

	doubters = words("allegedly reportedly possibly perhaps maybe potentially probably apparently supposedly presumably purportedly")
)

// Fact returns how the event of the predicate at token i, a verb, noun or
// adjective, is told: it climbs from the predicate through the words that
// govern it. What a source says counts as told by the source.
func Fact(d *language.Document, i int) string {
	if f := own(d, i); f != Asserted {
		return f
	}
	at := i
	for steps := 0; steps < maxSteps; steps++ {
		h := d.Tokens[at].Head
		if h < 0 {
			return Asserted
		}
		lemma := d.Tokens[h].Lemma
		switch {
		case blamed(d, at):
			if investigated[lemma] {
				return Possible
			}
		case d.Is(at, "acl:relcl", "appos", "parataxis"):
			return Asserted // stands for itself
		case d.Is(at, "acl") && (d.Tokens[at].Tag == "VBN" || d.Tokens[at].Tag == "VBG" || d.Tokens[at].Tag == "VBD") && !marked(d, at):
			return Asserted // so do participles; "a plot to kill" does not
		case d.Is(at, "advcl", "nsubj", "obl") && !marked(d, at) && !d.Is(at, "nsubj:pass"):
			return Asserted
		case d.Is(at, "advcl") && asks[lemma] && d.Tokens[at].Tag == "VB" && d.Child(at, "mark") >= 0 && d.Tokens[d.Child(at, "mark")].Tag == "TO":
			return Possible // "asked him in a call to attack"
		case d.Is(at, "advcl"):
			// "while bombing" is told by itself, as are other adverbial clauses.
			return Asserted
		case d.Is(at, "ccomp") && !deniers[lemma] && !supposed[lemma]:
			return Asserted // told by whoever says it
		case d.Is(at, "conj"):
			at = h
			if f := shared(d, i, at); f != Asserted {
				return f
			}
			continue
		}
		if deniers[lemma] && d.Is(at, "obj", "ccomp", "xcomp", "nmod", "acl", "advcl", "nsubj:pass") {
			return Denied
		}
		if d.Is(at, "obj", "xcomp", "ccomp", "acl", "nmod", "obl", "advcl", "compound", "nsubj:pass") {
			switch negated := own(d, h) == Negated; {
			case unfulfilled[lemma] && !negated:
				return Negated
			case unfulfilled[lemma]:
				return Asserted // "did not stop bombing"
			case announced[lemma] && d.Is(at, "xcomp", "acl", "ccomp", "obj", "nmod") && !d.Is(at, "obj") || announced[lemma] && d.Is(at, "obj") && lemma != "announce" && lemma != "offer":
				return Future
			case IsNoun(d, h) && hasNo(d, h):
				return Negated // "no progress in releasing them"
			case supposed[lemma] && d.Is(at, "xcomp", "ccomp", "acl", "nmod", "advcl", "compound", "obl"):
				return Possible
			case d.Is(at, "xcomp", "ccomp") || IsNoun(d, at) && d.Is(at, "obj", "nsubj:pass"):
				if f := own(d, h); f != Asserted {
					return f
				}
			}
		}
		if d.Is(at, "ccomp", "obl", "advcl") {
			return Asserted
		}
		at = h
	}
	return Asserted
}

// own returns how the words around predicate i itself tell it.
func own(d *language.Document, i int) string {
	fact := Asserted
	for _, c := range d.Children(i) {
		lower := d.Tokens[c].Lower
		switch {
		case negators[lower] && d.Is(c, "advmod", "cc", "case", "mark", "neg", "aux", "dep", "cc:preconj"):
			if lower == "not" && c+1 < len(d.Tokens) && d.Tokens[c+1].Lower == "only" {
				continue
			}
			return Negated
		case noWords[lower] && d.Is(c, "det", "nsubj"):
			return Negated
		case d.Is(c, "nsubj", "obj") && hasNo(d, c):
			return Negated
		case d.Is(c, "aux") && futureModals[lower]:
			fact = Future
		case d.Is(c, "aux") && possibleModals[lower]:
			fact = Possible
		case d.Is(c, "mark") && (lower == "if" || lower == "unless" || lower == "whether" || lower == "lest"):
			fact = Possible
		case d.Is(c, "advmod") && doubters[lower]:
			fact = Possible
		case d.Is(c, "amod") && supposed[d.Tokens[c].Lemma]:
			fact = Possible
		case d.Is(c, "amod") && (lower == "planned" || lower == "future" || lower == "imminent" || lower == "looming" || lower == "threatened"):
			fact = Future
		}
	}
	if fact == Asserted && question(d, i) {
		return Possible
	}
	if fact == Asserted && IsVerb(d, i) {
		return byOrder(d, i)
	}
	return fact
}

// byOrder reads negation and modals from the words right before the verb i, for
// trees that hang them elsewhere.
func byOrder(d *language.Document, i int) string {
	for j := i - 1; j >= 0 && j >= i-4 && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j-- {
		lower := d.Tokens[j].Lower
		switch {
		case lower == "not" || lower == "n't" || lower == "never":
			return Negated
		case lower == "without" && j == i-1:
			return Negated
		case futureModals[lower]:
			return Future
		case possibleModals[lower]:
			return Possible
		case strings.HasPrefix(d.Tokens[j].Tag, "RB"), d.Tokens[j].Lemma == "be", d.Tokens[j].Lemma == "have":
		default:
			return Asserted
		}
	}
	return Asserted
}

// shared returns what a coordinated predicate takes over from the first one:
// modals and the negation that stand before both.
func shared(d *language.Document, i, first int) string {
	if d.Child(i, "nsubj", "aux") >= 0 || d.Tokens[i].Tag != d.Tokens[first].Tag {
		return Asserted // "does not consider … and has"
	}
	f := own(d, first)
	if f == Negated && hasOwnNot(d, first) {
		for j := first + 1; j < i; j++ {
			if d.Tokens[j].Lower == "but" {
				return Asserted
			}
		}
	}
	return f
}

func hasOwnNot(d *language.Document, i int) bool {
	for _, c := range d.Children(i) {
		if negators[d.Tokens[c].Lower] {
			return true
		}
	}
	return false
}

func hasNo(d *language.Document, n int) bool {
	for _, c := range d.Children(n) {
		if d.Is(c, "det") && (d.Tokens[c].Lower == "no" || d.Tokens[c].Lower == "neither") {
			return true
		}
	}
	return false
}

// question reports whether predicate i is the main verb of a question.
func question(d *language.Document, i int) bool {
	s := d.Sentences[d.Tokens[i].Sentence]
	last := s.Last - 1
	for last > s.First && (d.Tokens[last].Lower == `"` || d.Tokens[last].Lower == "'") {
		last--
	}
	if d.Tokens[last].Lower != "?" {
		return false
	}
	// "Were they beaten?", of which the tree may have another root.
	inverted := finite(d, s.First) && d.Is(i, "xcomp", "acl", "dep") && d.Tokens[i].Head == s.First
	return d.Tokens[i].Head < 0 || inverted
}
