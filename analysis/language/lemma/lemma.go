// Package lemma gives the dictionary form of an English word from its form and
// its part of speech, as the treebanks of Universal Dependencies have it: "were"
// is be, "children" child, "worse" bad, "n't" not.
//
// Irregular words are in tables; the others follow rules of spelling.
package lemma

import "strings"

// Of returns the lemma, in lower case, of a word in lower case with the given
// Penn Treebank tag. A word of another tag, or one that it knows nothing of,
// comes back as it is.
func Of(lower, xpos string) string {
	switch xpos {
	case "NNS", "NNPS":
		return noun(lower)
	case "VBZ":
		if base, ok := verbs[lower]; ok {
			return base
		}
		return present(lower)
	case "VBD", "VBN":
		if base, ok := verbs[lower]; ok {
			return base
		}
		return past(lower)
	case "VBG":
		if base, ok := verbs[lower]; ok {
			return base
		}
		return participle(lower)
	case "VB", "VBP":
		if base, ok := verbs[lower]; ok && (base == "be" || base == "have" || base == "do") {
			return base
		}
		return lower
	case "JJR", "JJS", "RBR", "RBS":
		return compared(lower, xpos)
	case "MD":
		return lookUp(modals, lower)
	case "PRP", "DT":
		return lookUp(pronouns, lower)
	case "RB":
		return lookUp(adverbs, lower)
	case "POS":
		return "'s"
	}
	return lower
}

func lookUp(table map[string]string, w string) string {
	if l, ok := table[w]; ok {
		return l
	}
	return w
}

// noun returns the singular of a plural.
func noun(w string) string {
	if l, ok := nouns[w]; ok {
		return l
	}
	// A compound takes the plural of its last part: "fishermen".
	for _, end := range []string{"women", "men", "children", "teeth", "feet", "wives", "knives", "wolves", "shelves"} {
		if strings.HasSuffix(w, end) && len(w) > len(end) {
			return w[:len(w)-len(end)] + nouns[end]
		}
	}
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's' || w[n-2] == 's':
		return w
	case w[n-2] == '\'':
		return w[:n-2]
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case hasAny(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		return w[:n-2]
	case hasAny(w, "uses") && n > 4 && !hasAny(w, "auses", "ouses", "euses", "fuses", "excuses", "abuses", "recluses", "muses"):
		return w[:n-2] // viruses, campuses
	case w[0] >= '0' && w[0] <= '9':
		return w // 1970s
	}
	return w[:n-1]
}

func hasAny(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// present returns the base of a verb in the third person.
func present(w string) string {
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's' || w[n-2] == 's':
		return w
	case strings.HasSuffix(w, "ies"):
		if n <= 4 {
			return w[:n-1] // lies, dies, ties
		}
		return w[:n-3] + "y"
	case hasAny(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
		if hasAny(w, "aches") && !hasAny(w, "eaches", "oaches", "taches", "paches") {
			return w[:n-1]
		}
		return w[:n-2]
	}
	return w[:n-1]
}

// past returns the base of a verb in the past tense or its participle.
func past(w string) string {
	n := len(w)
	switch {
	case n < 4 || !strings.HasSuffix(w, "ed"):
		return w
	case strings.HasSuffix(w, "ied"):
		if n <= 4 {
			return w[:n-1] // died, lied, tied
		}
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "eed"):
		if hasAny(w, "agreed", "freed", "guaranteed", "decreed", "refereed", "pedigreed", "teed") {
			return w[:n-1]
		}
		return w
	}
	return base(w[:n-2])
}

// participle returns the base of a verb in -ing.
func participle(w string) string {
	n := len(w)
	switch {
	case n < 5 || !strings.HasSuffix(w, "ing"):
		if strings.HasSuffix(w, "in'") || strings.HasSuffix(w, "in") && n > 4 {
			return base(strings.TrimSuffix(strings.TrimSuffix(w, "'"), "in"))
		}
		return w
	case hasAny(w, "lying", "dying", "tying", "vying") && n <= 8 && !hasAny(w, "flying", "plying", "studying", "relying", "rallying", "allying", "bullying", "denying", "replying", "applying", "supplying", "multiplying", "complying", "implying", "readying", "remedying", "tidying", "bodying", "partying", "levying", "envying", "emptying"):
		return w[:n-4] + "ie"
	}
	return base(w[:n-3])
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// base returns the verb whose form without -ed or -ing is stem: it may have lost
// an e or doubled its last letter.
func base(stem string) string {
	n := len(stem)
	if n < 2 || !strings.ContainsAny(stem, "aeiouy") {
		return stem
	}
	last, before := stem[n-1], stem[n-2]
	if i := strings.LastIndexByte(stem, '-'); i > 0 {
		return stem[:i+1] + base(stem[i+1:])
	}
	if last == before && strings.IndexByte("bdgkmnprtv", last) >= 0 && !doubled[stem] {
		return stem[:n-1] // stopped
	}
	if last == 'l' && before == 'l' && n > 3 && !stripped(stem, keptLL) {
		return stem[:n-1] // travelled
	}
	if stripped(stem, kept) {
		return stem
	}
	if losesE(stem) {
		return stem + "e"
	}
	if hasAny(stem, "panick", "mimick", "traffick", "picnick", "frolick") {
		return stem[:n-1]
	}
	return stem
}

// stripped reports whether stem, or what remains of it after a prefix, is in the
// table.
func stripped(stem string, table map[string]bool) bool {
	if table[stem] {
		return true
	}
	for _, p := range []string{"re", "un", "over", "under", "out", "mis", "dis", "pre", "co", "de"} {
		if rest, ok := strings.CutPrefix(stem, p); ok && len(rest) > 2 && table[rest] {
			return true
		}
	}
	return false
}

// losesE reports whether a verb with this stem ends in e, by its last letters.
func losesE(stem string) bool {
	if stripped(stem, bare) {
		return true
	}
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	var third byte
	if n > 2 {
		third = stem[n-3]
	}
	// one vowel, not a pair, before a last consonant; "qu" is no vowel
	single := vowel(before) && (!vowel(third) || third == 'u' && n > 3 && stem[n-4] == 'q')
	switch last {
	case 'v', 'c', 'u':
		return true
	case 's':
		return before != 's'
	case 'z':
		return before != 'z' && !hasAny(stem, "waltz", "blitz")
	case 'g':
		return vowel(before) || before == 'd' || before == 'r' || before == 'l'
	case 'l':
		return strings.IndexByte("bcdfgkptzs", before) >= 0 || single && before == 'u'
	case 'r':
		switch before {
		case 'a', 'i', 'u':
			return single
		}
		return before == 't' || before == 'c'
	case 't':
		switch before {
		case 'a':
			return single || hasAny(stem, "iat", "uat", "creat")
		case 'u', 'o':
			return single
		}
	case 'd':
		return single && (before == 'i' || before == 'u' || before == 'o')
	case 'n':
		return single && before == 'i'
	case 'm':
		return single && (before == 'a' || before == 'u' || before == 'i') || before == 'y'
	case 'p':
		return single && (before == 'a' || before == 'o') || before == 'y'
	case 'k':
		return single && before != 'e'
	}
	return false
}

// compared returns the plain form of a comparative or superlative.
func compared(w, xpos string) string {
	switch w {
	case "better", "best":
		if xpos[0] == 'R' {
			return "well"
		}
		return "good"
	}
	if l, ok := comparisons[w]; ok {
		return l
	}
	n := len(w)
	switch {
	case hasAny(w, "ier") && n > 4:
		return w[:n-3] + "y"
	case hasAny(w, "iest") && n > 5:
		return w[:n-4] + "y"
	}
	stem := w
	switch {
	case hasAny(w, "est"):
		stem = w[:n-3]
	case hasAny(w, "er"):
		stem = w[:n-2]
	}
	n = len(stem)
	if stem == w || n < 2 {
		return w
	}
	last, before := stem[n-1], stem[n-2]
	switch {
	case silent[stem]:
		return stem + "e"
	case last == before && strings.IndexByte("dgmnt", last) >= 0:
		return stem[:n-1]
	}
	return stem
}
