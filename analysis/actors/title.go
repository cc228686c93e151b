package actors

// widestOffice is how many words an office may hold after its title noun: "of
// Foreign Affairs and Trade".
const widestOffice = 6

// Titled returns the first token of the name of the person in whose title the
// noun at a token stands: "Ruiz" for the Secretary of "Secretary of State Ruiz",
// which trees tie to the State. It is -1 when the noun is no title with an "of"
// or "for", or no person follows at once.
func (x *Index) Titled(token int) int {
	d := x.doc
	if token+2 >= len(x.at) || x.at[token] >= 0 && x.actors[x.at[token]].Type == "person" {
		return -1
	}
	t := &d.Tokens[token]
	if w := &d.Tokens[token+1]; w.Lower != "of" && w.Lower != "for" || !x.finder.words["titles"][t.Lower] && !x.finder.words["roles"][t.Lower] {
		return -1
	}
	for i := token + 2; i < len(x.at) && i <= token+2+widestOffice && d.Tokens[i].Sentence == t.Sentence; i++ {
		if n := x.at[i]; n >= 0 && x.actors[n].Type == "person" && proper(d.Tokens[i].Tag) {
			if last := &d.Tokens[i-1]; i > token+2 && proper(last.Tag) && !x.finder.words["roles"][last.Lower] {
				return i
			}
			return -1 // "a friend of Ruiz", "the widow of President Ruiz"
		}
		switch tag := d.Tokens[i].Tag; {
		case proper(tag), tag == "NN", tag == "NNS", tag == "JJ", tag == "DT", tag == "CC", tag == "HYPH":
		default:
			return -1
		}
	}
	return -1
}
