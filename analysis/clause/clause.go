// Package clause reads off the tree of a sentence what a predicate says of
// whom: its subject and object, active or passive, also where the grammar only
// implies them; how a fact is told; and the extent of noun phrases. It knows
// words only as grammar, never what they mean.
//
// Trees are made by a machine and are wrong in one relation of ten. Where the
// order of words decides cheaply, it stands in for a relation that is missing.
package clause

import (
	"strings"

	"slant/analysis/language"
)

// maxSteps bounds every climb towards the root of a tree.
const maxSteps = 6

// IsVerb reports whether token i is tagged as a verb form.
func IsVerb(d *language.Document, i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "VB") }

// IsNoun reports whether token i is tagged as a noun or name.
func IsNoun(d *language.Document, i int) bool { return strings.HasPrefix(d.Tokens[i].Tag, "NN") }

// finite reports whether token i is a verb form that has a subject of its own.
func finite(d *language.Document, i int) bool {
	switch d.Tokens[i].Tag {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// Passive reports whether the verb v is passive: with an auxiliary, as a
// participle after or before its noun, or coordinated with a passive.
func Passive(d *language.Document, v int) bool {
	for steps := 0; steps < maxSteps; steps++ {
		if d.Child(v, "aux:pass", "nsubj:pass", "obl:agent") >= 0 {
			return true
		}
		switch d.Tokens[v].Tag {
		case "VBN":
		case "VBD":
			// A participle that the tagger took for a past tense: "hostages kidnapped by rebels".
			if d.Is(v, "acl:") && d.Child(v, "nsubj", "obj") < 0 && FirstPhrase(d, v) < 0 {
				return true
			}
			return d.Child(v, "nsubj", "obj") < 0 && v+1 < len(d.Tokens) && d.Tokens[v+1].Lower == "by"
		case "JJ":
			return d.Is(v, "amod") && strings.HasSuffix(d.Tokens[v].Lower, "ed")
		default:
			return false
		}
		perfect := false
		for _, c := range d.Children(v) {
			switch {
			case !d.Is(c, "aux"):
			case d.Tokens[c].Lemma == "be" || d.Tokens[c].Lemma == "get":
				return true
			case d.Tokens[c].Lemma == "have" || d.Tokens[c].Lower == "'ve" || d.Tokens[c].Lower == "'d":
				perfect = true
			}
		}
		switch {
		case perfect:
			return false
		case d.Is(v, "acl", "amod", "advcl"):
			return d.Child(v, "nsubj:") < 0
		case d.Is(v, "root", "dep"):
			return d.Child(v, "nsubj:", "obj") < 0 && FirstPhrase(d, v) < 0
		case d.Is(v, "conj") && d.Tokens[v].Head >= 0 && d.Child(v, "nsubj") < 0 && IsVerb(d, d.Tokens[v].Head):
			v = d.Tokens[v].Head
		case d.Is(v, "xcomp", "ccomp"):
			return d.Child(v, "obj") < 0 // "got arrested", "had him arrested"
		default:
			return d.Child(v, "obj") < 0
		}
	}
	return false
}

// Subject returns the head of the noun phrase that is or is implied to be the
// subject of the predicate v: of a passive who undergoes it. It follows
// relative pronouns, participles, coordination, control ("vowed to", "by …ing")
// and adverbial clauses. It is -1 when nobody is meant.
func Subject(d *language.Document, v int) int {
	passive := Passive(d, v)
	for steps := 0; v >= 0 && steps < maxSteps; steps++ {
		if s := d.Child(v, "nsubj"); s >= 0 {
			if s = antecedent(d, s, v); s >= 0 {
				return s
			}
		}
		h := d.Tokens[v].Head
		if h < 0 {
			break
		}
		switch {
		case d.Is(v, "acl:relcl"):
			return h
		case d.Is(v, "acl", "amod"):
			if d.Tokens[v].Tag == "VBG" || d.Tokens[v].Tag == "VBN" || d.Tokens[v].Tag == "VBD" || d.Tokens[v].Tag == "JJ" {
				if passive || d.Tokens[v].Tag == "VBG" && d.Is(v, "acl") && !marked(d, v) {
					return h
				}
				if d.Is(v, "amod") {
					if d.Tokens[v].Tag == "VBD" {
						return before(d, v) // no modifier, whatever the tree says
					}
					return -1
				}
			}
			// "a plan to attack", "the decision by X to leave": whose noun it is.
			return owner(d, h)
		case blamed(d, v):
			if o := d.Child(h, "obj"); o >= 0 && !Passive(d, h) {
				return o
			}
			if Passive(d, h) {
				return Subject(d, h)
			}
			v = h
		case d.Is(v, "xcomp", "ccomp") && d.Child(h, "obj") >= 0 && !subjectControl[d.Tokens[h].Lemma]:
			return d.Child(h, "obj")
		case d.Is(v, "xcomp"):
			if Passive(d, h) {
				passive = true // "was forced to": who was forced
			}
			v = h
		case d.Is(v, "conj"):
			v = h
		case d.Is(v, "advcl", "obl", "nmod", "dep", "parataxis") && !finite(d, v):
			if up := aroundRelative(d, v, h); up >= 0 {
				v = up
				continue
			}
			if Passive(d, h) && !passive {
				if m := d.Child(v, "mark", "case"); m >= 0 && d.Tokens[m].Lower == "to" {
					v = h // "is committed to helping"
					continue
				}
				return Agent(d, h) // "was hit by a missile, killing two": not the one hit
			}
			if IsNoun(d, h) && d.Child(h, "cop") < 0 {
				return owner(d, h)
			}
			v = h
		case d.Is(v, "cop", "aux"):
			v = h
		default:
			return before(d, v)
		}
	}
	return before(d, v)
}

// blamed reports whether the gerund v tells what somebody is said, held or kept
// to do by the verb above it: "accused Russia of shelling", "was jailed for
// spying", "stopped him from leaving".
func blamed(d *language.Document, v int) bool {
	m := d.Child(v, "mark", "case")
	if m < 0 || d.Tokens[v].Tag != "VBG" || !d.Is(v, "advcl", "obl", "ccomp", "xcomp") || d.Tokens[v].Head < 0 || !IsVerb(d, d.Tokens[v].Head) {
		return false
	}
	switch d.Tokens[m].Lower {
	case "of", "from", "with", "for":
		return true
	}
	return false
}

// aroundRelative returns the verb that the participle v belongs to when the tree
// has it under the verb h of a relative clause that a comma has closed before
// v: "shelled the town, which rebels hold, killing ten". It is -1 otherwise.
func aroundRelative(d *language.Document, v, h int) int {
	if !d.Is(h, "acl:relcl") || v < h || d.Tokens[v].Tag != "VBG" || v == 0 || d.Tokens[v-1].Lower != "," {
		return -1
	}
	noun := d.Tokens[h].Head
	comma := false
	for i := noun + 1; i < h; i++ {
		comma = comma || d.Tokens[i].Lower == ","
	}
	if !comma {
		return -1
	}
	for i, steps := noun, 0; i >= 0 && steps < maxSteps; i, steps = d.Tokens[i].Head, steps+1 {
		if IsVerb(d, i) {
			return i
		}
	}
	return -1
}

// marked reports whether the verb v is introduced by a preposition: "of killing".
func marked(d *language.Document, v int) bool { return d.Child(v, "mark", "case") >= 0 }

// subjectControl lists verbs whose subject does what they govern although they
// take an object: "promised him to leave".
var subjectControl = words("promise vow threaten swear pledge guarantee use take spend have make launch need")

func words(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// antecedent returns what the relative pronoun s of verb v stands for, s itself
// when it is none, -1 for an expletive.
func antecedent(d *language.Document, s, v int) int {
	switch d.Tokens[s].Lower {
	case "who", "which", "that", "whom":
		for steps := 0; steps < maxSteps && v >= 0; steps++ {
			if d.Is(v, "acl") && d.Tokens[v].Head >= 0 {
				return d.Tokens[v].Head
			}
			if !d.Is(v, "conj", "xcomp", "aux", "cop") {
				break
			}
			v = d.Tokens[v].Head
		}
		if p := s - 1; p >= 0 && d.Tokens[p].Sentence == d.Tokens[s].Sentence {
			if d.Tokens[p].Lower == "," {
				p--
			}
			if p >= 0 && IsNoun(d, p) && d.Tokens[p].Sentence == d.Tokens[s].Sentence {
				return p
			}
		}
	case "there":
		return -1
	}
	return s
}

// owner returns whose the noun n is: its possessor, by-phrase or, when it is an
// object, the subject of its verb; -1 when that is not said.
func owner(d *language.Document, n int) int {
	if p := d.Child(n, "nmod:poss"); p >= 0 {
		return p
	}
	if p := Oblique(d, n, "by"); p >= 0 {
		return p
	}
	if h := d.Tokens[n].Head; h >= 0 && d.Is(n, "obj") && IsVerb(d, h) {
		if Passive(d, h) {
			return Agent(d, h)
		}
		return directSubject(d, h)
	}
	return -1
}

func directSubject(d *language.Document, v int) int {
	for steps := 0; steps < maxSteps && v >= 0; steps++ {
		if s := d.Child(v, "nsubj"); s >= 0 {
			return antecedent(d, s, v)
		}
		if d.Is(v, "acl:relcl") {
			return d.Tokens[v].Head
		}
		if !d.Is(v, "conj", "xcomp", "advcl") {
			return -1
		}
		v = d.Tokens[v].Head
	}
	return -1
}

// before returns the head of the noun phrase that stands directly before the
// finite verb v and its auxiliaries, -1 when none does: for trees that have no
// subject.
func before(d *language.Document, v int) int {
	if v < 0 {
		return -1
	}
	isFinite := finite(d, v)
	for i := v - 1; i >= 0 && d.Tokens[i].Sentence == d.Tokens[v].Sentence && i >= v-5; i-- {
		switch tag := d.Tokens[i].Tag; {
		case tag == "MD", tag == "VBD", tag == "VBZ", tag == "VBP":
			isFinite = true
		case strings.HasPrefix(tag, "RB"), tag == "VBN", tag == "VBG", tag == "VB":
		case isFinite && (IsNoun(d, i) || tag == "PRP" || tag == "NNPS"):
			if d.Is(i, "obj") || d.Is(i, "obl", "nmod") && d.Child(i, "case") >= 0 {
				return -1
			}
			return i
		default:
			return -1
		}
	}
	return -1
}

// Object returns the head of the object of the verb v, also of a relative
// clause ("the men whom they hold") and of coordinated verbs ("seized and
// killed two men"); -1 when it has none. A passive has none.
func Object(d *language.Document, v int) int {
	if o := d.Child(v, "obj"); o >= 0 {
		switch d.Tokens[o].Lower {
		case "whom", "which", "that", "who":
			if d.Is(v, "acl:relcl") {
				return d.Tokens[v].Head
			}
		}
		return o
	}
	if d.Is(v, "acl:relcl") && d.Child(v, "nsubj") >= 0 && !relative(d, d.Child(v, "nsubj")) {
		return d.Tokens[v].Head
	}
	if o := FirstPhrase(d, v); o >= 0 {
		return o
	}
	for _, c := range d.Children(v) {
		if d.Is(c, "conj") && IsVerb(d, c) && c-v <= 4 && d.Tokens[c].Tag == d.Tokens[v].Tag && d.Child(c, "nsubj") < 0 {
			if o := d.Child(c, "obj"); o >= 0 {
				return o
			}
		}
	}
	return -1
}

func relative(d *language.Document, i int) bool {
	switch d.Tokens[i].Lower {
	case "who", "which", "that":
		return true
	}
	return false
}

// FirstPhrase returns the head of the noun phrase that begins right after token
// i or after one adverb, -1 when none does.
func FirstPhrase(d *language.Document, i int) int {
	j := i + 1
	if j < len(d.Tokens) && d.Tokens[j].Tag == "RB" {
		j++
	}
	return phraseFrom(d, j, i)
}

// phraseFrom returns the head of the noun phrase that begins at token j of the
// sentence of token i, -1 when none does. What the tree says is the subject of
// a verb is none.
func phraseFrom(d *language.Document, j, i int) int {
	head := -1
	for ; j < len(d.Tokens) && d.Tokens[j].Sentence == d.Tokens[i].Sentence; j++ {
		switch tag := d.Tokens[j].Tag; {
		case IsNoun(d, j), tag == "PRP" && head < 0, tag == "CD":
			head = j
			if tag == "PRP" {
				return here(d, head)
			}
		case tag == "DT", tag == "PRP$", tag == "JJ", tag == "JJR", tag == "JJS", tag == "PDT", tag == "POS", tag == "$":
			if head >= 0 && (tag == "DT" || tag == "PRP$") {
				return here(d, head)
			}
		case (tag == "VBN" || tag == "VBG") && head < 0 && d.Is(j, "amod"):
		case d.Tokens[j].Lower == "than" || d.Tokens[j].Lower == "least" || d.Tokens[j].Lower == "at" || d.Tokens[j].Lower == "about" || d.Tokens[j].Lower == "nearly" || d.Tokens[j].Lower == "some" || d.Tokens[j].Lower == "almost":
			if head >= 0 {
				return here(d, head)
			}
		default:
			return here(d, head)
		}
	}
	return here(d, head)
}

func here(d *language.Document, head int) int {
	if head >= 0 && d.Is(head, "nsubj", "obl:tmod", "obl:npmod", "obl:unmarked", "nmod:tmod") {
		return -1
	}
	return head
}

// Agent returns the head of who does what the passive verb v says, -1 when its
// clause does not tell.
func Agent(d *language.Document, v int) int {
	if a := d.Child(v, "obl:agent"); a >= 0 {
		return a
	}
	if a := Oblique(d, v, "by"); a >= 0 && !IsTime(d, a) {
		return a
	}
	// Coordinated passives share the agent that stands after the last.
	for _, c := range d.Children(v) {
		if d.Is(c, "conj") && d.Tokens[c].Tag == "VBN" && d.Child(c, "nsubj", "aux:pass") < 0 {
			if a := d.Child(c, "obl:agent"); a >= 0 {
				return a
			}
		}
	}
	if j := v + 1; j+1 < len(d.Tokens) && d.Tokens[j].Lower == "by" && d.Tokens[j].Sentence == d.Tokens[v].Sentence && !IsVerb(d, j+1) {
		if a := phraseFrom(d, j+1, v); a >= 0 && !IsTime(d, a) {
			return a
		}
	}
	return -1
}

var timeWords = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
	september october november december day week weekend month year night morning afternoon evening today yesterday tomorrow midnight
	noon hour minute decade century dawn dusk tonight time summer winter spring autumn`)

// IsTime reports whether token i is a word for a day, month or stretch of time.
func IsTime(d *language.Document, i int) bool {
	return timeWords[strings.TrimSuffix(d.Tokens[i].Lower, ".")] || timeWords[d.Tokens[i].Lemma]
}

// Oblique returns the head of the phrase that one of the given prepositions
// ties to token i, a verb or noun; -1 when there is none.
func Oblique(d *language.Document, i int, prepositions ...string) int {
	for _, c := range d.Children(i) {
		if !d.Is(c, "obl", "nmod", "advcl", "dep", "xcomp", "conj", "advmod") {
			continue
		}
		if p := d.Child(c, "case", "mark"); p >= 0 && !IsVerb(d, c) {
			for _, want := range prepositions {
				if d.Tokens[p].Lower == want {
					return c
				}
			}
		}
	}
	return -1
}
