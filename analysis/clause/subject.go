package clause

import (
	"strings"

	"slant/analysis/language"
)

// Subject returns the head of the noun phrase that is or is implied to be the
// subject of the predicate v: of a passive who undergoes it. It follows
// relative pronouns, participles, coordination, control ("vowed to", "by …ing")
// and adverbial clauses. It is -1 when nobody is meant.
func Subject(d *language.Document, v int) int {
	passive := Passive(d, v)
	for steps := 0; v >= 0 && steps < maxSteps; steps++ {
		if s := ownSubject(d, v); s >= 0 {
			if s = antecedent(d, s, v); s >= 0 {
				return s
			}
		}
		if s := afterConjunction(d, v); s >= 0 {
			return s
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
					if p := predicated(d, v, h); p >= 0 {
						v = p // "remains an abuser, punishing citizens": whoever is the abuser
						continue
					}
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
			return whoseAim(d, h)
		case blamed(d, v):
			if o := d.Child(h, "obj"); o >= 0 && !Passive(d, h) {
				return o
			}
			if Passive(d, h) {
				return Subject(d, h)
			}
			v = h
		case d.Is(v, "xcomp", "ccomp") && d.Child(h, "obj", "iobj") >= 0 && !subjectControl[d.Tokens[h].Lemma]:
			return d.Child(h, "obj", "iobj")
		case d.Is(v, "xcomp"):
			if Passive(d, h) {
				passive = true // "was forced to": who was forced
			}
			v = h
		case d.Is(v, "conj"), Listed(d, v):
			v = h
		case d.Is(v, "advcl", "obl", "nmod", "dep", "parataxis") && !finite(d, v):
			if up := aroundRelative(d, v, h); up >= 0 {
				v = up
				continue
			}
			if aims[d.Tokens[h].Lemma] && d.Is(h, "acl") && d.Tokens[h].Head >= 0 {
				return behind(d, d.Tokens[h].Head)
			}
			if Passive(d, h) && !passive {
				if m := d.Child(v, "mark", "case"); m >= 0 && d.Tokens[m].Lower == "to" {
					if a := Agent(d, h); a >= 0 && d.Tokens[v].Tag == "VB" && !instructs[d.Tokens[h].Lemma] {
						return a // "a plot hatched by rebels to kill him"
					}
					v = h // "is committed to helping"
					continue
				}
				return Agent(d, h) // "was hit by a missile, killing two": not the one hit
			}
			if IsNoun(d, h) && d.Child(h, "cop") < 0 {
				return whoseAim(d, h)
			}
			if o := asked(d, v, h); o >= 0 {
				return o
			}
			if n := purposeOf(d, v, h); n >= 0 {
				return owner(d, n)
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

// Listed reports whether the verb v is one of several of one subject that stand
// side by side without a conjunction, which the tree may take for a clause
// beside or under the first: "denounced him, nicknamed him a fool, derided him".
func Listed(d *language.Document, v int) bool {
	h := d.Tokens[v].Head
	p := v - 1
	for p > 0 && (d.Tokens[p].Tag == "''" || d.Tokens[p].Tag == "``") {
		p--
	}
	return h >= 0 && h < p && d.Tokens[v].Tag == "VBD" && d.Is(v, "parataxis", "advcl") && d.Child(v, "nsubj", "nsubj:pass", "mark", "aux") < 0 &&
		(d.Tokens[h].Tag == "VBD" || d.Tokens[h].Tag == "VBN") && d.Tokens[p].Lower == ","
}

// predicated returns the predicate that a participle v after a comma belongs to
// when the tree has it under the noun h that only says what somebody is; -1 in any
// other form.
func predicated(d *language.Document, v, h int) int {
	comma := false
	for i := h + 1; i < v; i++ {
		comma = comma || d.Tokens[i].Lower == ","
	}
	if !comma || d.Is(h, "appos") {
		return -1
	}
	if d.Child(h, "cop") >= 0 {
		return h
	}
	if up := d.Tokens[h].Head; up >= 0 && d.Is(h, "xcomp") && IsVerb(d, up) && d.Child(up, "obj", "iobj") < 0 {
		return up
	}
	return -1
}

// afterConjunction returns the subject of the finite verb v that the tree has
// under the verb before it, because it took the conjunction for a preposition:
// "was jailed after an attack by rebels killed ten". It is -1 otherwise.
func afterConjunction(d *language.Document, v int) int {
	h := d.Tokens[v].Head
	if h < 0 || !finite(d, v) || !d.Is(v, "advcl") || d.Child(v, "mark") >= 0 {
		return -1
	}
	for _, c := range d.Children(h) {
		if c < h || c > v || !d.Is(c, "obl") {
			continue
		}
		p := d.Child(c, "case")
		if _, last := d.Subtree(c); p < 0 || last != v-1 {
			continue
		}
		switch d.Tokens[p].Lower {
		case "after", "before", "since", "as", "until", "while":
			return c
		}
	}
	return -1
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
	switch {
	case Relative(d, s):
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
	case d.Tokens[s].Lower == "there":
		return -1
	}
	return s
}

// owner returns whose the noun n is: its possessor, by-phrase, of-phrase of an
// intention or, when it is an object, the subject of its verb; -1 when that is not
// said.
func owner(d *language.Document, n int) int {
	if p := d.Child(n, "nmod:poss"); p >= 0 {
		return p
	}
	if p := Oblique(d, n, "by"); p >= 0 {
		return p
	}
	if intentions[d.Tokens[n].Lemma] {
		if p := Oblique(d, n, "of", "between", "among"); p >= 0 && !IsTime(d, p) {
			return p
		}
	}
	for _, c := range d.Children(n) { // "a plot hatched by rebels"
		if d.Is(c, "acl") && c > n && Passive(d, c) {
			if a := Agent(d, c); a >= 0 {
				return a
			}
		}
	}
	h := d.Tokens[n].Head
	if h < 0 || !IsVerb(d, h) {
		return -1
	}
	if naming[d.Tokens[h].Lemma] && d.Is(n, "obj", "xcomp", "obl") {
		for _, c := range d.Children(h) { // "called the bill an attempt to": the bill's
			if c < n && c > h && d.Is(c, "obj", "iobj") {
				return c
			}
		}
	}
	if p := d.Child(n, "case"); p >= 0 && d.Is(n, "obl") && (d.Tokens[p].Lower == "of" || d.Tokens[p].Lower == "for") && investigated[d.Tokens[h].Lemma] {
		if Passive(d, h) { // "accused of a plot"
			return directSubject(d, h)
		}
		return d.Child(h, "obj", "iobj")
	}
	if d.Is(n, "obj") {
		if Passive(d, h) {
			return Agent(d, h)
		}
		return directSubject(d, h)
	}
	return -1
}

func directSubject(d *language.Document, v int) int {
	for steps := 0; steps < maxSteps && v >= 0; steps++ {
		if s := ownSubject(d, v); s >= 0 {
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
