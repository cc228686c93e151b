package wording

import (
	"strings"
	"unicode"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

var scareQuotes = Detector{
	Name:     "scarequote",
	Kind:     ScareQuote,
	Finds:    "one or two words that the outlet holds at arm's length in quotation marks: the “reforms” cost judges their seats",
	Category: "scare quotes",
	Conditions: "Nobody is said to have said them, and no word before them names a name (called, known as, the word). They hold no name, " +
		"title or number, and no loaded word, which is a finding already.",
	Source: "Written for slant; scare quotes as mention with distance: Predelli (2003).",
	Limits: "Cannot tell irony from a borrowed term: both are marked, with little weight.",
	find:   distances,
}

func distances(r *reading, loaded []Finding) (found []Finding) {
	d := r.d
	for _, q := range r.speakers.Borrowed {
		span := d.Span(q[0], q[1])
		if r.speakers.At(q[0]).Kind != voice.Outlet || !r.borrows(q[0], q[1]) || overlapsAny(loaded, span) {
			continue
		}
		found = append(found, r.placed(Finding{
			Detector: ScareQuote, Category: "scare quotes", Span: span, Weight: 0.4, Polarity: -0.5, Rule: "scarequote",
			Word: phraseHead(d, q[0]+1, max(q[0]+1, q[1]-1)), word: "quotation marks without a source",
		}, q[0], q[1]))
	}
	return found
}

// namers are words that introduce what follows in quotation marks as a word or
// name: there is nothing to doubt.
var namers = set(strings.Fields(`word words term phrase slogan hashtag title titled entitled called call dub dubbed known name named nickname nicknamed
	tag tagged label mean means meaning read reading say saying song album book film movie novel episode show column chant banner sign caption define
	reference expression motto buzzword moniker acronym code codenamed branded headline style`))

// mostBorrowed is the number of words in quotation marks up to which they are
// rather doubted than quoted.
const mostBorrowed = 2

// borrows reports whether the quoted words from the mark first to the mark last
// are plain words of the sentence.
func (r *reading) borrows(first, last int) bool {
	d := r.d
	if s := clause.Subject(d, phraseHead(d, first+1, max(first+1, last-1))); s >= 0 && (namers[d.Tokens[s].Lemma]) {
		return false // "the word for it is “tribal”"
	}
	if before := first - 1; before > 0 && d.Tokens[before].Tag == "DT" && d.Tokens[before-1].Lower == "as" {
		first = before // "known as the “cumulative viewership”"
	}
	if first > 0 && (namers[d.Tokens[first-1].Lemma] || namers[d.Tokens[first-1].Lower]) {
		return false
	}
	if first > 1 && d.Tokens[first-1].Lower == "as" && namers[d.Tokens[first-2].Lower] {
		return false
	}
	words := 0
	for i := first + 1; i < last; i++ {
		t := &d.Tokens[i]
		if !t.IsWord() {
			continue
		}
		if words++; words > mostBorrowed {
			return false
		}
		if t.Tag == "CD" || r.index.At(i) >= 0 || strings.IndexFunc(t.Word, unicode.IsUpper) >= 0 {
			return false
		}
	}
	return true
}
