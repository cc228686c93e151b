package wording

import "strings"

var obscenities = Detector{
	Name:       "obscenity",
	Kind:       WordChoice,
	Finds:      "obscene words in which letters are masked: f***ed, bullsh*t",
	Category:   "vulgarity",
	Conditions: "Letters, one or more asterisks and, unless two asterisks or more close the word, letters again, without a space.",
	Source:     "Written for slant; what is written out is in the list of obscenities.",
	Limits:     "Dashes for letters (\"f---\") are not read, since they also break off speech.",
	find:       masked,
}

func masked(r *reading, _ []Finding) (found []Finding) {
	d := r.d
	for i := 1; i < len(d.Tokens); i++ {
		stars := d.Tokens[i].Word
		if strings.Trim(stars, "*") != "" || !r.joined(i-1, i) || !letters(d.Tokens[i-1].Word) {
			continue
		}
		last := i
		if i+1 < len(d.Tokens) && r.joined(i, i+1) && letters(d.Tokens[i+1].Word) {
			last++
		} else if len(stars) < 2 {
			continue // a footnote
		}
		found = append(found, r.placed(Finding{
			Detector: WordChoice, Category: "vulgarity", Span: d.Span(i-1, last), Weight: 0.7, Polarity: -0.7,
			Rule: "obscenity:masked", Word: last, word: strings.ToLower(d.Text(d.Span(i-1, last))),
		}, i-1, last))
	}
	return found
}

// joined reports whether no space stands between two tokens of a sentence.
func (r *reading) joined(a, b int) bool {
	return r.d.Tokens[a].End == r.d.Tokens[b].Start && r.d.Tokens[a].Sentence == r.d.Tokens[b].Sentence
}

// letters reports whether a word is made of the letters a to z alone.
func letters(word string) bool {
	return strings.Trim(strings.ToLower(word), "abcdefghijklmnopqrstuvwxyz") == ""
}
