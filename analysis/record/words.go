package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slant/analysis/corpus"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// CountWords counts the words of d's body by voice, and those of what was
// excluded from it.
func CountWords(d *language.Document, speakers *voice.Speakers, excluded []corpus.Excluded) Words {
	var w Words
	for i, t := range d.Tokens {
		if d.In(i) != "" || !countable(t.Word) {
			continue
		}
		w.Total++
		switch speakers.At(i).Kind {
		case voice.Direct:
			w.Direct++
		case voice.Indirect:
			w.Indirect++
		case voice.Unresolved:
			w.Unresolved++
		default:
			w.Outlet++
		}
	}
	for _, x := range excluded {
		for _, f := range strings.Fields(d.Body[x.Start:x.End]) {
			if strings.IndexFunc(f, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
				w.Excluded++
			}
		}
	}
	return w
}

// countable reports whether a token is a word as people count them: "n't" and
// "'s" belong to the word before them.
func countable(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && word != "n't"
}

// Sentences returns the sentences of d with how biased they read, from the
// findings in them, which must be in order.
func Sentences(d *language.Document, findings []wording.Finding, speakers *voice.Speakers) []Sentence {
	out := make([]Sentence, len(d.Sentences))
	for i, s := range d.Sentences {
		var in []wording.Finding
		in, findings = wording.In(findings, s.Span)
		bias, parts := wording.Bias(d, i, in, speakers)
		out[i] = Sentence{s.Span, bias, parts}
	}
	return out
}
