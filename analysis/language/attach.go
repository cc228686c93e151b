package language

// holdOf are verbs with a person for object and a matter after "of" (Quirk et al.,
// A Comprehensive Grammar of the English Language, 16.56 and 16.60; Levin, English
// Verb Classes and Alternations, 10.6 and 37.9).
var holdOf = map[string]bool{
	"accuse": true, "acquit": true, "absolve": true, "advise": true, "apprise": true, "assure": true, "cheat": true, "clear": true,
	"convict": true, "convince": true, "cure": true, "deprive": true, "divest": true, "exonerate": true, "forewarn": true,
	"inform": true, "notify": true, "persuade": true, "purge": true, "relieve": true, "remind": true, "rid": true, "rob": true,
	"strip": true, "suspect": true, "warn": true,
}

// attach hangs what somebody is warned or accused of from the verb where the tree
// has it hang from his name: a name or pronoun has no matter after "of", but the
// parser learnt it from nouns that have.
func (d *Document) attach() {
	for i := range d.Tokens {
		p := &d.Tokens[i]
		if p.Lower != "of" || p.Relation != "case" || p.Head <= i {
			continue
		}
		n := &d.Tokens[p.Head]
		if n.Relation != "nmod" || n.Head < 0 || n.Head >= i || n.Tag == "NNP" || n.Tag == "NNPS" {
			continue
		}
		switch o := &d.Tokens[n.Head]; o.Tag {
		case "NNP", "NNPS", "PRP":
			if o.Head >= 0 && o.Head < i && (o.Relation == "obj" || o.Relation == "iobj" || o.Relation == "nsubj:pass") && holdOf[d.Tokens[o.Head].Lemma] {
				n.Head, n.Relation = o.Head, "obl"
			}
		}
	}
}
