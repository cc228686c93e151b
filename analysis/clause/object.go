package clause

import (
	"strings"

	"slant/analysis/language"
)

// Object returns the head of the object of the verb v, also of a relative
// clause ("the men whom they hold") and of coordinated verbs ("seized and
// killed two men"); -1 when it has none. A passive has none.
func Object(d *language.Document, v int) int {
	if o := d.Child(v, "obj"); o >= 0 {
		if Relative(d, o) && d.Is(v, "acl:relcl") {
			return d.Tokens[v].Head
		}
		return possessed(d, v, o)
	}
	if o := d.Child(v, "iobj"); o > v && !IsTime(d, o) {
		return o // "warned the leaders that", of which the clause is the object
	}
	if d.Is(v, "acl:relcl") && d.Child(v, "nsubj") >= 0 && !Relative(d, d.Child(v, "nsubj")) {
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

// possessed returns the object of verb v where the tree has two: "searched her
// lawyer Ann Li's home", of which the lawyer only says whose, and "sued her rival
// Ann Li", who is the rival. It is o itself in any other form.
func possessed(d *language.Document, v, o int) int {
	if titling[d.Tokens[v].Lemma] || d.Tokens[o].Tag == "CD" {
		return o
	}
	for _, c := range d.Children(v) {
		if c <= o || !d.Is(c, "obj") {
			continue
		}
		if p := d.Child(c, "nmod:poss"); p == o+1 && d.Tokens[p].Tag == "NNP" || c == o+1 && d.Tokens[c].Tag == "NNP" {
			return c
		}
	}
	return o
}

// titling lists verbs with two objects, of which the second may be a name.
var titling = words("name call appoint elect make crown dub declare brand label nominate give hand offer sell send show grant award teach tell ask")

// Relative reports whether token i is a relative pronoun. The WHO is none.
func Relative(d *language.Document, i int) bool {
	switch d.Tokens[i].Lower {
	case "who":
		return d.Tokens[i].Word != "WHO"
	case "whom", "which", "that":
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
		case head >= 0 && IsTime(d, j) && d.Is(j, "obl", "nmod") && d.Tokens[j].Head < j:
			return here(d, head) // "warned the leaders Tuesday"
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
	first := v
	if h := d.Tokens[v].Head; h >= 0 && d.Is(v, "conj") && d.Child(v, "nsubj") < 0 {
		first = h
	}
	for _, c := range d.Children(first) {
		if c > v && d.Is(c, "conj") && d.Tokens[c].Tag == "VBN" && d.Child(c, "nsubj", "aux:pass") < 0 {
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
	return laterBy(d, v)
}

// laterBy returns the head of a "by"-phrase further behind the passive verb v,
// which trees often tie to a noun in between: "were sunk in a daring raid by the
// navy". It is -1 when another verb, a clause mark or a comma comes before it.
func laterBy(d *language.Document, v int) int {
	if passiveAuxiliary(d, v) < 0 {
		return -1
	}
	for j := v + 1; j+1 < len(d.Tokens) && j < v+12 && d.Tokens[j].Sentence == d.Tokens[v].Sentence; j++ {
		t := &d.Tokens[j]
		switch {
		case IsVerb(d, j), t.Tag == "MD", t.Tag == "WDT", t.Tag == "WP", t.Tag == "CC", t.Tag == ",", t.Tag == ":", t.Tag == "TO":
			return -1
		case t.Tag == "IN" && t.Lower != "by" && t.Lower != "in" && t.Lower != "on" && t.Lower != "at" && t.Lower != "during" && t.Lower != "from":
			return -1 // "was jailed after an attack by rebels"
		case t.Lower == "by":
			if a := phraseFrom(d, j+1, v); a >= 0 && !IsVerb(d, j+1) && !IsTime(d, a) && d.Tokens[a].Tag != "CD" {
				return a
			}
			return -1
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

// stranders are prepositions before which another has lost its noun; those that
// also stand before figures ("at about 10") are left out.
var stranders = words("in on by from with during after before since until because while through without")

// IsPreposition reports whether token i can only be a preposition, so that one
// before it has no noun behind it.
func IsPreposition(d *language.Document, i int) bool {
	return d.Tokens[i].Tag == "IN" && stranders[d.Tokens[i].Lower]
}
