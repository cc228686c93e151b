package voice

import "strings"

// takeFindings takes what a study or document is said to show by the verb at i:
// an object, a bare clause, or an object with what is said of it: "the poll showed
// Ruiz leading by ten points", "the audit found no fault with the bridge".
func (g *reading) takeFindings(a *attribution, i int) {
	d := g.d
	if !a.entry.Takes("findings") || a.root >= 0 || a.holder < 0 || !g.isDocument(a.holder) || d.Child(i, "nsubj:pass", "aux:pass") >= 0 {
		return
	}
	for _, k := range d.Children(i) {
		if k < a.cue.last || d.Is(k, "punct", "conj", "cc", "parataxis") {
			continue
		}
		switch {
		case d.Is(k, "obj", "xcomp"):
			g.takeSubtree(a, k)
		case d.Is(k, "ccomp"):
			g.takeSubtree(a, k)
			a.root = k
		case d.Is(k, "obl", "advcl") && a.content.last() == g.under[k].first-1:
			g.takeSubtree(a, k) // "showed Ruiz | with a lead of ten points"
		}
	}
	if last := a.content.last(); last > a.cue.last && a.source.last < a.cue.first {
		a.content.add(a.cue.last+1, last) // whom the tree hangs elsewhere: "showed | Ruiz | leading"
	}
}

// isDocument reports whether the noun h means a study or document, or so many of
// them: "a batch of emails".
func (g *reading) isDocument(h int) bool {
	t := g.d.Tokens[h]
	if documents[t.Lemma] || documents[strings.TrimSuffix(t.Lower, "s")] {
		return true
	}
	for _, c := range g.d.Children(h) {
		if g.d.Is(c, "nmod") && g.lower(g.d.Child(c, "case")) == "of" && documents[g.d.Tokens[c].Lemma] {
			return true
		}
	}
	return false
}

// documents are nouns for what tells something without being a person.
var documents = wordSet(`account affidavit analysis article assessment audit autopsy average blog book brief census chart check
	clip contract copy count data database diary disclosure document documentary dossier email estimate evaluation
	evidence examination experiment figure file filing finding footage graph indictment inquest inquiry inspection
	investigation journal lawsuit letter log map memo memoir message minutes model note number page paper photo photograph
	picture poll polling post probe projection reading receipt record register report research result return review scan
	score screenshot sheet simulation statement statistic story study summary survey table tape test testimony text
	transcript tweet video`)
