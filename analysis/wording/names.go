package wording

import (
	"strings"

	"slant/analysis/actors"
	"slant/analysis/language"
)

// inName reports whether the tokens are part of a proper name, where no word is
// chosen: "the Terrorist Screening Center", "Fury Road". A capital alone makes
// no name: "the Islamist movement" has one because adjectives of creeds do.
func inName(d *language.Document, index *actors.Index, first, last int) bool {
	s := d.Sentences[d.Tokens[first].Sentence]
	if stage(d, s, first, last) || first > s.First && last > first && capital(d, first) && !capital(d, last) && index.At(first) >= 0 && index.At(first) == index.At(first-1) {
		return true // of "Islamic State terror" the name has taken the first word
	}
	for i := first; i <= last; i++ {
		if i == s.First || !capital(d, i) && d.Tokens[i].Tag != "HYPH" {
			return false
		}
	}
	if d.In(first) == language.Title && capital(d, s.First) && capital(d, s.Last-1) || headline(d, s) {
		return index.At(first) >= 0 // headlines may capitalise every word
	}
	if index.At(first) < 0 && last+1 < s.Last && index.Type(index.Of(last+1, last+1)) == "person" && !strings.HasPrefix(d.Tokens[first].Tag, "V") {
		return false // "Crooked Hillary": what stands before the name of a person is not of it
	}
	after := last+1 < s.Last && capital(d, last+1) || joins(d, last+1, s) && last+2 < s.Last && capital(d, last+2) // "Operation Bold and Brutal"
	before := first-1 > s.First && capital(d, first-1) && index.At(first-1) < 0 || joins(d, first-1, s) && first-2 > s.First && capital(d, first-2)
	return after || before || strings.HasPrefix(d.Tokens[last].Tag, "NNP") && last+1 < s.Last && !strings.HasPrefix(d.Tokens[last+1].Tag, "NN")
}

// stage reports whether the tokens are a direction in the transcript of a broadcast, not
// a word of anybody: "(SOUNDBITE)".
func stage(d *language.Document, s language.Sentence, first, last int) bool {
	if first == s.First || last+1 >= s.Last || !strings.ContainsAny(d.Tokens[first-1].Word, "([") || !strings.ContainsAny(d.Tokens[last+1].Word, ")]") {
		return false
	}
	for i := first; i <= last; i++ {
		if w := d.Tokens[i].Word; w != strings.ToUpper(w) {
			return false
		}
	}
	return true
}

// joins reports whether token i is a word that joins two of a name.
func joins(d *language.Document, i int, s language.Sentence) bool {
	return i > s.First && i < s.Last && (d.Tokens[i].Word == "and" || d.Tokens[i].Word == "&")
}

// headline reports whether a sentence is one by its looks: no full stop, and
// hardly a longer word without a capital.
func headline(d *language.Document, s language.Sentence) bool {
	words, capitals := 0, 0
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; len(t.Word) > 3 {
			words++
			if capital(d, i) {
				capitals++
			}
		}
	}
	return words > 3 && (words-capitals)*6 <= words && d.Tokens[s.Last-1].Word != "."
}

func capital(d *language.Document, i int) bool {
	c := d.Tokens[i].Word[0]
	return c >= 'A' && c <= 'Z'
}
