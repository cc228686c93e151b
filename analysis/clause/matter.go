package clause

import "slant/analysis/language"

var (
	// common lists nouns for what several have in common: no one of those whom
	// they are named after.
	common = words("deal agreement accord pact treaty talk talks negotiation summit truce ceasefire crisis conflict relation relationship tie")
	// topics lists nouns that a name before them says the subject of.
	topics = words("issue question investigation inquiry probe scandal affair hoax story dossier file case trial hearing vote visit trip war debate veteran expert")
)

// Matter reports whether the noun h, named after somebody, is about them and not
// theirs: "the Iran deal", "the Russia inquiry", but not "Iran's deal" nor
// "the Russian inquiry".
func Matter(d *language.Document, h int) bool {
	lemma := d.Tokens[h].Lemma
	if d.Child(h, "nmod:poss") >= 0 || !common[lemma] && !topics[lemma] {
		return false
	}
	for _, c := range d.Children(h) {
		if c < h && d.Is(c, "compound", "amod", "nmod", "flat") && (d.Tokens[c].Tag == "NNP" || common[lemma] && d.Tokens[c].Tag == "JJ") {
			return true
		}
	}
	return false
}
