package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// headsOf returns the tokens that the word or phrase from first to last says
// something of: the noun or verb that it modifies, the subject that it is said
// of, what it is made of ("a flood of migrants"), and the arguments of a verb.
func headsOf(d *language.Document, first, last int) []int {
	w := phraseHead(d, first, last)
	var heads []int
	t := d.Tokens[w]
	if t.Head >= 0 && d.Is(w, "amod", "compound", "advmod", "nmod:poss", "acl", "flat", "appos") {
		heads = append(heads, t.Head)
	}
	if d.Is(w, "conj") && t.Head >= 0 && d.Is(t.Head, "amod") && d.Tokens[t.Head].Head >= 0 {
		heads = append(heads, d.Tokens[t.Head].Head) // blind and murderous response
	}
	if d.Is(w, "xcomp") && t.Head >= 0 {
		heads = append(heads, d.Children(t.Head)...)
	}
	for _, c := range d.Children(w) {
		switch {
		case d.Is(c, "nsubj", "obj", "compound", "amod", "appos", "flat"):
			heads = append(heads, c)
		case d.Is(c, "nmod", "obl"):
			if p := d.Child(c, "case"); p >= 0 && (d.Tokens[p].Lower == "of" || d.Tokens[p].Lower == "on" || d.Tokens[p].Lower == "with") {
				heads = append(heads, c)
			}
		}
	}
	return heads
}

// phraseHead returns the token from first to last that the others hang from:
// the one nearest to the root of its sentence.
func phraseHead(d *language.Document, first, last int) int {
	head, best := last, 1<<30
	for i := first; i <= last; i++ {
		depth := 0
		for h := d.Tokens[i].Head; h >= 0 && depth < best; h = d.Tokens[h].Head {
			depth++
		}
		if depth < best {
			head, best = i, depth
		}
	}
	return head
}

// verbOf returns the verb or predicate that governs token i, and the token of
// its chain that hangs from it; -1 when there is none.
func verbOf(d *language.Document, i int) (verb, argument int) {
	argument = i
	for steps := 0; steps < 8; steps++ {
		h := d.Tokens[argument].Head
		if h < 0 {
			return -1, argument
		}
		if strings.HasPrefix(d.Tokens[h].Tag, "V") {
			return h, argument
		}
		argument = h
	}
	return -1, argument
}

// agentOf returns the head word of who does what the verb says; -1 when nobody
// is named.
func agentOf(d *language.Document, verb int) int {
	if clause.Passive(d, verb) {
		return clause.Agent(d, verb)
	}
	return clause.Subject(d, verb)
}

// negated reports whether what token i says, in a word or phrase from first to
// last, is denied: "not a terrorist group", "does not consider Hamas a terrorist
// group", "nobody calls it a sham", "denies that it is a sham".
func negated(d *language.Document, i, first, last int) bool {
	for steps := 0; i >= 0 && steps < 4; steps++ {
		for _, c := range d.Children(i) {
			if c >= first && c <= last {
				continue // of the phrase itself: "no accident"
			}
			switch d.Tokens[c].Lower {
			case "not", "n't", "never", "hardly", "scarcely":
				if (c < i || d.Tokens[c].Lower == "n't") && (c+1 >= len(d.Tokens) || d.Tokens[c+1].Lower != "only") {
					return true
				}
			case "no", "neither":
				if d.Is(c, "det", "advmod", "cc") {
					return true
				}
			case "nobody", "none", "nothing":
				if d.Is(c, "nsubj") {
					return true
				}
			}
		}
		// Up to the first verb, and past what a verb says of something.
		h := d.Tokens[i].Head
		if h >= 0 && d.Is(i, "ccomp") && deniers[d.Tokens[h].Lemma] {
			return true
		}
		if strings.HasPrefix(d.Tokens[i].Tag, "V") && !d.Is(i, "xcomp") {
			return false
		}
		if !d.Is(i, "amod", "xcomp", "obj", "compound", "advmod", "conj", "obl", "ccomp") {
			return false
		}
		i = h
	}
	return false
}

// deniers are verbs that make of the clause that they govern its opposite.
var deniers = set(strings.Fields("deny reject dispute refute disprove rebut dismiss"))
