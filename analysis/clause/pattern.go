package clause

import (
	"strings"

	"slant/analysis/language"
)

// A Pattern is a verb or a phrase that begins with one, as lexicons write it:
// lemmas in order. Between them stand what English puts there: the object
// ("leave … dead"), adverbs, modifiers. A preposition follows its verb
// directly unless the pattern says … between them ("steal … from"). A _ is the
// place of the argument that the phrase is about ("deprive _ of").
type Pattern struct {
	Words []string // without the marks; a hyphen is a word, as the tokeniser has it
	entry string   // as written, without the marks
	slot  int      // index in Words of the word that _ stands before, -1 without _
	gap   int      // index in Words of the word that … stands before, -1 without …
}

// NewPattern reads the text of a lexicon entry.
func NewPattern(entry string) Pattern {
	p := Pattern{slot: -1, gap: -1}
	var plain []string
	for _, w := range strings.Fields(entry) {
		switch w {
		case "_":
			p.slot = len(p.Words)
		case "…", "...":
			p.gap = len(p.Words)
		default:
			plain = append(plain, w)
			p.Words = append(p.Words, Words(w)...)
		}
	}
	p.entry = strings.Join(plain, " ")
	return p
}

// String returns the pattern's lemmas with single spaces.
func (p Pattern) String() string { return p.entry }

// Words cuts a lexicon entry into the words that the tokeniser makes of it: a
// hyphen stands by itself.
func Words(entry string) []string { return strings.Fields(strings.ReplaceAll(entry, "-", " - ")) }

var prepositions = words(`about against at behind between by for from in into of off on onto out over through to toward towards under upon
	with within without after`)

var particles = words("up out down off away over back along apart aside around")

// Preposition returns the preposition that the pattern ends in, and before
// which its argument therefore does not stand; "" when it ends in none.
func (p Pattern) Preposition() string {
	last := p.Words[len(p.Words)-1]
	if len(p.Words) > 1 && p.slot < 0 && prepositions[last] {
		return last
	}
	return ""
}

// Apart reports whether something else than the argument stands within the
// phrase, as in "steal … from": then the argument stays behind its preposition in
// the passive too, "letters stolen from him".
func (p Pattern) Apart() bool { return p.gap >= 0 || len(p.Words) > 2 }

// Match returns the tokens that the words of the pattern match, the first one
// token i, or nil. It does not leave the clause.
func (p Pattern) Match(d *language.Document, i int) []int {
	if !same(d, i, p.Words[0]) {
		return nil
	}
	at := make([]int, 1, len(p.Words))
	at[0] = i
	for k := 1; k < len(p.Words); k++ {
		j := p.find(d, at[len(at)-1], k)
		if j < 0 {
			return nil
		}
		at = append(at, j)
	}
	return at
}

// find returns the token after prev that matches word k of the pattern, -1 when
// none does in reach.
func (p Pattern) find(d *language.Document, prev, k int) int {
	word := p.Words[k]
	reach := 10
	switch {
	case word == "-" || p.Words[k-1] == "-":
		reach = 1
	case k == p.slot || k == p.gap:
	case particles[word] && k == 1:
		reach = 6 // "blow the bridge up"
	case prepositions[word] && k == 1 && k < len(p.Words)-1:
		reach = 8 // "put the villages under siege"
	case prepositions[word] && k == 1:
		reach = 1
	case prepositions[word]:
		reach = 4
	}
	adverbs := 0
	for j := prev + 1; j < len(d.Tokens) && j <= prev+reach+adverbs; j++ {
		t := d.Tokens[j]
		if t.Sentence != d.Tokens[prev].Sentence {
			return -1
		}
		if same(d, j, word) {
			return j
		}
		switch {
		case t.Tag == "RB" || t.Tag == "PRP" && strings.HasSuffix(t.Lower, "self") || strings.HasSuffix(t.Lower, "selves"):
			adverbs++
		case t.Tag == "VBD" || t.Tag == "VBZ" || t.Tag == "VBP" || t.Tag == "MD" || t.Lower == ";" || t.Lower == ":" || t.Lower == "that" || t.Lower == `"`:
			return -1
		}
	}
	return -1
}

func same(d *language.Document, i int, word string) bool {
	t := &d.Tokens[i]
	return t.Lemma == word || t.Lower == word
}
