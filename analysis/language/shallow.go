package language

import "strings"

// grammar gives sentence s a tree read off its tags: noun phrases, verb groups
// and what stands beside them.
func (d *Document) grammar(s int) {
	g := shallow{d.Tokens[d.Sentences[s].First:d.Sentences[s].Last], d.Sentences[s].First}
	g.read()
}

type shallow struct {
	t    []Token
	base int
}

func (g shallow) set(i, head int, rel string) {
	if g.t[i].Head == -1 && i != head {
		g.t[i].Head, g.t[i].Relation = g.base+head, rel
	}
}

func (g shallow) tag(i int) string {
	if i < 0 || i >= len(g.t) {
		return ""
	}
	return g.t[i].Tag
}

func in(s string, list ...string) bool {
	for _, l := range list {
		if s == l {
			return true
		}
	}
	return false
}

func nominal(tag string) bool { return strings.HasPrefix(tag, "NN") || in(tag, "PRP", "EX", "WP") }

func (g shallow) inNP(i int) bool {
	t := g.tag(i)
	switch {
	case in(t, "DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "$", "POS", "WP$"), strings.HasPrefix(t, "NN"):
		return true
	case t == "VBN" || t == "VBG": // a participle before a noun
		return i > 0 && in(g.tag(i-1), "DT", "PRP$", "JJ", "POS", "CD") && (strings.HasPrefix(g.tag(i+1), "NN") || g.tag(i+1) == "JJ")
	case in(t, "RB", "RBR", "RBS"):
		return in(g.tag(i+1), "JJ", "CD", "RB") && in(g.tag(i-1), "DT", "PRP$", "JJ", "CC")
	case t == "CC":
		return in(g.tag(i-1), "JJ", "JJR") && in(g.tag(i+1), "JJ", "JJR") || g.tag(i-1) == "JJ" && g.tag(i+1) == "VBG" && strings.HasPrefix(g.tag(i+2), "NN")
	}
	return false
}

func (g shallow) read() {
	n := len(g.t)
	if n == 0 {
		return
	}
	npHead := make([]int, n) // of the phrase that starts here, or -1
	npEnd := make([]int, n)
	for i := range npHead {
		npHead[i] = -1
	}
	for i := 0; i < n; {
		if in(g.tag(i), "PRP", "EX", "WP", "WDT") {
			npHead[i], npEnd[i] = i, i
			i++
			continue
		}
		if !g.inNP(i) || g.tag(i) == "POS" || g.tag(i) == "CC" {
			i++
			continue
		}
		j := i
		for j+1 < n && g.inNP(j+1) && !(in(g.tag(j+1), "DT", "PRP$") && strings.HasPrefix(g.tag(j), "NN")) {
			j++
		}
		g.phrase(i, j, npHead, npEnd)
		i = j + 1
	}
	g.clauses(npHead, npEnd)
}

// phrase links the words of the noun phrase i to j.
func (g shallow) phrase(i, j int, npHead, npEnd []int) {
	for k := i; k <= j; k++ {
		if g.tag(k) == "POS" && k > i {
			h := k - 1
			g.inside(i, h, h)
			rest := j
			for rest > k && !strings.HasPrefix(g.tag(rest), "NN") {
				rest--
			}
			if rest > k {
				g.set(k, h, "case")
				g.set(h, rest, "nmod:poss")
				g.inside(k+1, j, rest)
				npHead[i], npEnd[i] = rest, j
			} else {
				npHead[i], npEnd[i] = h, j
			}
			return
		}
	}
	h := j
	for h > i && !strings.HasPrefix(g.tag(h), "NN") {
		h--
	}
	if !strings.HasPrefix(g.tag(h), "NN") {
		h = j
		if in(g.tag(h), "JJ", "JJR", "JJS") && !in(g.tag(i), "DT", "PRP$") {
			return // a predicate adjective, no phrase
		}
	}
	g.inside(i, j, h)
	npHead[i], npEnd[i] = h, j
}

func (g shallow) inside(i, j, h int) {
	firstAdj := -1
	for k := i; k <= j; k++ {
		if k == h {
			continue
		}
		switch t := g.tag(k); {
		case in(t, "DT", "PDT"):
			g.set(k, h, "det")
		case t == "PRP$", t == "WP$":
			g.set(k, h, "nmod:poss")
		case t == "CD":
			g.set(k, h, "nummod")
		case strings.HasPrefix(t, "RB"):
			g.set(k, min(k+1, j), "advmod")
		case t == "CC":
			g.set(k, k+1, "cc")
		case strings.HasPrefix(t, "JJ"), t == "VBN", t == "VBG":
			if firstAdj >= 0 && g.tag(k-1) == "CC" {
				g.set(k, firstAdj, "conj")
			} else {
				g.set(k, h, "amod")
				firstAdj = k
			}
		case strings.HasPrefix(t, "NN"):
			g.set(k, h, "compound")
		}
	}
}

func (g shallow) clauses(npHead, npEnd []int) {
	n := len(g.t)
	root, verb, last := -1, -1, -1 // last: latest noun head or verb, for modifiers
	passive := map[int]bool{}
	var subject, preposition = -1, -1
	mark, relative := -1, -1
	pendingNP := -1
	var fronted []int
	cc := -1
	for i := 0; i < n; i++ {
		t := g.tag(i)
		if h := npHead[i]; h >= 0 {
			if t == "WDT" || t == "WP" {
				if pendingNP >= 0 || last >= 0 {
					relative = last
				}
				subject = i
				continue
			}
			switch {
			case preposition >= 0:
				g.set(preposition, h, "case")
				p := g.t[preposition].Lower
				switch {
				case p == "by" && verb >= 0 && passive[verb]:
					g.set(h, verb, "obl:agent")
				case last >= 0 && strings.HasPrefix(g.tag(last), "NN") && (p == "of" || verb < 0 || subject == last):
					g.set(h, last, "nmod")
				case verb >= 0:
					g.set(h, verb, "obl")
				default:
					fronted = append(fronted, h)
				}
				preposition = -1
			case cc >= 0 && last >= 0 && nominal(g.tag(last)) && !g.verbAfter(npEnd[i]):
				g.set(cc, h, "cc")
				g.set(h, last, "conj")
				cc = -1
			case verb >= 0 && subject < 0 && g.directlyAfter(verb, i) && g.t[verb].Lemma != "be":
				g.set(h, verb, "obj")
			case verb >= 0 && g.directlyAfter(verb, i):
				g.set(h, verb, "obj")
			default:
				if pendingNP >= 0 && g.tag(i-1) == "," && !g.verbAfter(npEnd[i]) {
					g.set(h, pendingNP, "appos")
					h = pendingNP
				}
				subject = h
			}
			pendingNP, last = h, h
			i = npEnd[i]
			continue
		}
		switch {
		case t == "IN" || t == "TO" && npAt(npHead, i+1):
			if npAt(npHead, i+1) && !g.clauseAfter(i, npHead, npEnd) || npAt(npHead, i+1) && in(g.t[i].Lower, "of", "by", "with", "on", "at", "in", "from", "to", "against", "during", "under", "over", "among", "between") {
				preposition = i
			} else {
				mark = i
			}
		case t == "CC":
			cc = i
		case strings.HasPrefix(t, "VB") || t == "MD" || t == "TO":
			j, main := g.group(i)
			if main < 0 {
				continue
			}
			pass := false
			for k := i; k < main; k++ {
				switch {
				case strings.HasPrefix(g.tag(k), "RB"):
					rel := "advmod"
					g.set(k, main, rel)
				case g.tag(k) == "TO":
					g.set(k, main, "mark")
				case g.t[k].Lemma == "be" && g.tag(main) == "VBN":
					pass = true
					g.set(k, main, "aux:pass")
				default:
					g.set(k, main, "aux")
				}
			}
			bare := !pass && g.tag(main) == "VBN" && i == main
			if bare {
				pass = true
			}
			passive[main] = pass
			if subject >= 0 && g.t[subject].Head == -1 && !(bare && last == subject) {
				rel := "nsubj"
				if pass {
					rel = "nsubj:pass"
				}
				g.set(subject, main, rel)
			}
			for _, f := range fronted {
				g.set(f, main, "obl")
			}
			fronted = nil
			switch {
			case relative >= 0:
				g.set(main, relative, "acl:relcl")
			case root < 0 && !(bare && last >= 0) && mark < 0:
				root = main
			case (bare || g.tag(main) == "VBG" && i == main) && last >= 0 && nominal(g.tag(last)) && g.tag(i-1) != "," && mark < 0:
				g.set(main, last, "acl")
			case g.tag(i) == "TO" && verb >= 0:
				g.set(main, verb, "xcomp")
			case mark >= 0:
				g.set(mark, main, "mark")
				if in(g.t[mark].Lower, "that", "whether", "if") && verb >= 0 && mark-verb < 6 {
					g.set(main, verb, "ccomp")
				} else if root >= 0 {
					g.set(main, root, "advcl")
				} else {
					g.set(main, main, "advcl")
				}
			case preposition >= 0 && verb >= 0:
				g.set(preposition, main, "mark")
				g.set(main, verb, "advcl")
			case cc >= 0 && verb >= 0:
				g.set(cc, main, "cc")
				g.set(main, verb, "conj")
			case g.tag(main) == "VBG" && verb >= 0:
				g.set(main, verb, "advcl")
			case verb >= 0 && subject >= 0 && subject > verb && !hasComma(g.t[verb:main]):
				g.set(main, verb, "ccomp")
			case root >= 0:
				g.set(main, root, "parataxis")
			}
			verb, last = main, main
			subject, relative, mark, preposition, cc, pendingNP = -1, -1, -1, -1, -1, -1
			i = j
		case strings.HasPrefix(t, "RB"):
			if strings.HasPrefix(g.tag(i+1), "VB") {
				g.set(i, i+1, "advmod")
			} else if verb >= 0 {
				g.set(i, verb, "advmod")
			}
		case strings.HasPrefix(t, "JJ") && verb >= 0:
			g.set(i, verb, "xcomp")
		case g.t[i].Word == ";" || g.t[i].Word == ":":
			subject, preposition, cc = -1, -1, -1
		}
	}
	if root < 0 {
		for i := range g.t {
			if g.t[i].Head == -1 && (root < 0 || nominal(g.tag(i)) && !nominal(g.tag(root))) {
				root = i
			}
		}
	}
	for i := range g.t {
		if i == root {
			continue
		}
		rel := "dep"
		switch c := g.t[i].Word[0]; {
		case !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80):
			rel = "punct"
		case strings.HasPrefix(g.tag(i), "RB"):
			rel = "advmod"
		case nominal(g.tag(i)):
			rel = "obl"
		}
		g.set(i, root, rel)
	}
	g.t[root].Head, g.t[root].Relation = -1, "root"
	g.unloop(root)
}

// unloop hangs every word that does not reach the root from the root.
func (g shallow) unloop(root int) {
	for i := range g.t {
		j := i
		for steps := 0; g.t[j].Head != -1; steps++ {
			if steps > len(g.t) {
				g.t[i].Head, g.t[i].Relation = g.base+root, "dep"
				break
			}
			j = g.t[j].Head - g.base
		}
	}
}

func hasComma(t []Token) bool {
	for _, x := range t {
		if x.Word == "," || x.Word == `"` {
			return true
		}
	}
	return false
}

func npAt(npHead []int, i int) bool { return i < len(npHead) && npHead[i] >= 0 }

func (g shallow) directlyAfter(verb, i int) bool {
	for k := verb + 1; k < i; k++ {
		if !strings.HasPrefix(g.tag(k), "RB") && g.tag(k) != "RP" {
			return false
		}
	}
	return true
}

// verbAfter reports whether a finite verb follows the phrase that ends at i.
func (g shallow) verbAfter(i int) bool {
	for k := i + 1; k < len(g.t) && k < i+3; k++ {
		if in(g.tag(k), "VBD", "VBZ", "VBP", "MD") {
			return true
		}
	}
	return false
}

// clauseAfter reports whether what follows the conjunction at i is a clause.
func (g shallow) clauseAfter(i int, npHead, npEnd []int) bool {
	return in(g.t[i].Lower, "that", "because", "although", "though", "while", "if", "whether", "unless", "since", "as", "after", "before", "until") && g.verbAfter(npEnd[i+1])
}

// group returns the end and the main verb of the verb group that starts at i.
func (g shallow) group(i int) (end, main int) {
	end, main = i, -1
	for k := i; k < len(g.t); k++ {
		t := g.tag(k)
		switch {
		case strings.HasPrefix(t, "VB"):
			if main >= 0 && !in(g.t[main].Lemma, "be", "have", "do", "get") && g.tag(main) != "MD" {
				return end, main
			}
			main, end = k, k
		case t == "MD", t == "TO" && k == i:
			end = k
		case strings.HasPrefix(t, "RB"):
		default:
			return end, main
		}
	}
	return end, main
}
