package record

import (
	"cmp"
	"strings"
	"unicode"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// A LemmaCount counts one word of an article, in its dictionary form.
type LemmaCount struct {
	Lemma string
	Count int
}

// OwnLemmas counts the words that the outlet says in its own voice in d's body,
// by lemma and sorted. Numbers are left out. They are too many for the record;
// a comparison takes them while the article is at hand.
func OwnLemmas(d *language.Document, speakers *voice.Speakers) []LemmaCount {
	var counts []LemmaCount
	for i, t := range d.Tokens {
		if d.In(i) == "" && countable(t.Word) && strings.IndexFunc(t.Lemma, unicode.IsLetter) >= 0 && speakers.At(i).Kind == voice.Outlet {
			counts = append(counts, LemmaCount{t.Lemma, 1})
		}
	}
	return fold(nil, counts, func(a, b LemmaCount) int { return cmp.Compare(a.Lemma, b.Lemma) },
		func(a *LemmaCount, b LemmaCount) { a.Count += b.Count })
}
