package language

import "strings"

// holdOf are verbs with a person for object and a matter after "of" (Quirk et al.,
// A Comprehensive Grammar of the English Language, 16.56 and 16.60; Levin, English
// Verb Classes and Alternations, 10.6 and 37.9).
var holdOf = map[string]bool{
	"accuse": true, "acquit": true, "absolve": true, "advise": true, "apprise": true, "assure": true, "cheat": true, "clear": true,
	"convict": true, "convince": true, "cure": true, "deprive": true, "divest": true, "exonerate": true, "forewarn": true,
	"inform": true, "notify": true, "persuade": true, "purge": true, "relieve": true, "remind": true, "rid": true, "rob": true,
	"strip": true, "suspect": true, "warn": true,
}

// attach mends what grammar rules out in trees.
func (d *Document) attach() {
	d.attachMatter()
	d.attachSubjects()
}

// attachSubjects joins a subject that the tree has in two: "Ruiz's health | plan is
// …", "the contender | Ana Ruiz said". No clause has two noun phrases side by side
// as its subject; the first belongs to the second, which is a name or what the
// first describes.
func (d *Document) attachSubjects() {
	for i := 0; i+1 < len(d.Tokens); i++ {
		a, b := &d.Tokens[i], &d.Tokens[i+1]
		if a.Head < 0 || a.Head != b.Head || a.Head <= i || a.Relation != b.Relation || a.Relation != "nsubj" && a.Relation != "nsubj:pass" ||
			!strings.HasPrefix(a.Tag, "NN") || !strings.HasPrefix(b.Tag, "NN") {
			continue
		}
		a.Head, a.Relation = i+1, "compound"
		if strings.HasPrefix(b.Tag, "NNP") && !strings.HasPrefix(a.Tag, "NNP") {
			a.Relation = "nmod:desc"
		}
		for k := d.Sentences[a.Sentence].First; k < i; k++ {
			if t := &d.Tokens[k]; t.Head == i && (t.Relation == "det" || t.Relation == "nmod:poss") {
				t.Head = i + 1
			}
		}
	}
}

// attachMatter hangs what somebody is warned or accused of from the verb where the
// tree has it hang from his name: a name or pronoun has no matter after "of", but
// the parser learnt it from nouns that have.
func (d *Document) attachMatter() {
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
