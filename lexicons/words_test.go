package lexicons

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

const fewestWords = 4000

func TestWords(t *testing.T) {
	groups, sets, err := Words(Builtin(), "en/words")
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	for _, g := range groups {
		words += len(g.Words)
		if g.List.About == "" || g.List.Source == "" {
			t.Errorf("%s: needs about and source", g.File)
		}
		if !slices.IsSorted(g.Words) {
			t.Errorf("%s: the group of %q is not in alphabetical order", g.File, g.Words[0])
		}
		if len(g.Good) == 0 {
			t.Errorf("%s: the group of %q has no good sentence", g.File, g.Words[0])
		}
		for _, s := range slices.Concat(g.Good, g.Bad) {
			if !slices.ContainsFunc(g.Words, func(w string) bool { return says(s, w) }) {
				t.Errorf("%s: no word of the group of %q is in its example %q", g.File, g.Words[0], s)
			}
		}
	}
	if words < fewestWords {
		t.Errorf("%d words in all, want at least %d", words, fewestWords)
	}
	t.Logf("%d words in %d groups", words, len(groups))

	for name, set := range sets {
		if !slices.IsSorted(set) || len(slices.Compact(slices.Clone(set))) != len(set) {
			t.Errorf("the set %s is not in alphabetical order, or holds a word twice", name)
		}
		for _, w := range set {
			if strings.Contains(w, " ") {
				t.Errorf("the set %s: %q is a phrase; a head is one word", name, w)
			}
		}
	}
}

// A word that stands in two groups would be found twice, and its weight would
// hang on the order of files. A group without a tag takes every tag.
func TestNoWordStandsTwice(t *testing.T) {
	groups, _, err := Words(Builtin(), "en/words")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string][]WordGroup{}
	for _, g := range groups {
		for _, w := range g.Words {
			for _, other := range seen[w] {
				if strings.HasPrefix(g.Tag, other.Tag) || strings.HasPrefix(other.Tag, g.Tag) {
					t.Errorf("%q (%s) stands in %s and, as %s, in %s", w, g.Tag, g.File, other.Tag, other.File)
				}
			}
			seen[w] = append(seen[w], g)
		}
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		sentence, word string
		want           bool
	}{
		{"Gunmen sprayed bullets at the queue.", "spray bullet", true},
		{"Two witch-hunts began.", "witch-hunt", true},
		{"It is a hornets' nest.", "hornets ' nest", true},
		{"Raids were alleged to be planned.", "be alleged to", true},
		{"The mobile unit left.", "mob", false},
		{"Fish swim.", "finish", false},
		{"Old papers heaped scorn on him.", "pour|heap<VB> obj:scorn", true},
		{"Old papers left.", "pour|heap<VB> obj:scorn", false},
	} {
		if got := says(c.sentence, c.word); got != c.want {
			t.Errorf("says(%q, %q) = %v", c.sentence, c.word, got)
		}
	}
}

// says reports whether a form of word, which is lemmas, seems to be in sentence.
// It knows endings only, which is enough to notice an example that has strayed
// into a group that it does not test. Of a pattern it looks for the first word.
func says(sentence, word string) bool {
	if strings.ContainsAny(word, "|:<?.") {
		first, _, _ := strings.Cut(strings.Fields(word)[0], "<")
		return slices.ContainsFunc(strings.Split(first, "|"), func(w string) bool { return says(sentence, w) })
	}
	tokens, lemmas := letters(sentence), letters(word)
	for i := 0; i+len(lemmas) <= len(tokens); i++ {
		if slices.EqualFunc(tokens[i:i+len(lemmas)], lemmas, formOf) {
			return true
		}
	}
	return false
}

func letters(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

func formOf(token, lemma string) bool {
	if token == lemma {
		return true
	}
	if lemma == "be" {
		return slices.Contains([]string{"is", "are", "was", "were", "been"}, token)
	}
	n := 0
	for n < min(len(token), len(lemma)) && token[n] == lemma[n] {
		n++
	}
	ending := token[n:]
	if n > 1 && ending != "" && ending[0] == token[n-1] { // rigged
		ending = ending[1:]
	}
	return n >= 3 && n >= len(lemma)-1 && slices.Contains([]string{"s", "es", "ies", "d", "ed", "ied", "ing"}, ending)
}
