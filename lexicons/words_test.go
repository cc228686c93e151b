package lexicons

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
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

// Every mistake in a list of words stops with file, line and what to do.
func TestWordMistakes(t *testing.T) {
	const top = "detector: wordchoice\ncategory: evaluation\ngroups:\n"
	group := func(fields string) string {
		return top + "  - words: [vilish]\n    polarity: -1\n    weight: 0.5\n" + fields
	}
	for _, c := range []struct{ src, want string }{
		{"", "own.yaml: the file is empty; write a list into it or remove it"},
		{"# nothing\n", "own.yaml: the file is empty; write a list into it or remove it"},
		{"category: x\ngroups: []\n", "own.yaml: a list of words needs detector and category at its top"},
		{"detector: wordchoise\ncategory: x\ngroups: []\n", `own.yaml:1: there is no detector "wordchoise"; write one of booster, euphemism,`},
		{"detector: hedge\ncategory: x\n", "own.yaml: the list has no groups; write groups: with"},
		{"detector: hedge\ncategory: x\ngroups:\n", "own.yaml:3: the list has no groups; write groups: with"},
		{top + "  - word: [vilish]\n", `own.yaml:4: unknown field "word"; correct or remove it`},
		{top + "  - words: vilish\n", "own.yaml:4: a list is wanted here: write [word, word]"},
		{top + "  - words: [vilish\n    polarity: 1\n", "own.yaml:5: a list that begins with [ has no ] at its end, or no comma"},
		{top + "\t- words: [vilish]\n", "own.yaml:4: a tab cannot indent; use spaces"},
		{"- a\n", "own.yaml:1: fields are wanted here: write name: value"},
		{top + "  - words: []\n", "own.yaml:4: a group has no words; write words: [ … ] or remove the group"},
		{group("  - words: [vilish]\n    polarity: 1\n    weight: 0.5\n"), `own.yaml:7: "vilish" stands in another group of own.yaml under the same conditions; remove one or tell them apart`},
		{top + "  - words: [a: b: c]\n", "own.yaml:4: "},
		{top + "  - words: !a [b]\n", `own.yaml:4: "!a" begins with a sign that means something else in YAML; write words`},
		{top + "  - words: &a [*a]\n", `own.yaml:4: "&" begins with a sign that means`},
		{top + "  - polarity: 1\n", "own.yaml:4: a group has no words"},
		{top + "  - words: [sham, vilish, sham]\n", `own.yaml:4: "sham" stands in this group twice; remove one`},
		{top + "  - words: [vilish]\n    polarity: bad\n", "own.yaml:5: a number is wanted here"},
		{top + "  - words: [vilish]\n    polarity: .nan\n    weight: 0.5\n", `own.yaml:5: the group of "vilish" needs a polarity from -1 to 1`},
		{top + "  - words: [vilish]\n    polarity: 1\n    weight: 7\n", `own.yaml:6: the group of "vilish" needs a weight above 0 and up to 1`},
		{top + "  - words: [vilish]\n    weight: .nan\n", `own.yaml:5: the group of "vilish" needs a weight above 0 and up to 1`},
		{group("    polarity: 1\n"), `own.yaml:7: "polarity" stands on line 5 already; remove one`},
		{group("    tag: ADJ\n"), "own.yaml:7: there is no tag ADJ; write NN for nouns, JJ for adjectives"},
		{group("    relations: [obj, object]\n"), `own.yaml:7: there is no relation "object"; write obj for an object`},
		{group("    heads: [Film]\n"), `own.yaml:7: "Film": it must be in lower case`},
		{group("    not_heads:\n      - film\n      - prime minister\n"), `own.yaml:9: "prime minister": a condition asks about one word of the text`},
		{group("    not_after: [$nope]\n"), `own.yaml:7: "$nope": there is no set nope; add nope.yaml`},
		{group("    good: ['']\n"), "own.yaml:7: an example is empty; write a sentence or remove it"},
		{top + "  - words: ['|vilish']\n", `own.yaml:4: "|vilish": a word is missing in it`},
		{top + "  - words: ['v*lish']\n", `own.yaml:4: "v*lish": a * may stand at the end of a word only`},
		{top + "  - words: ['vilish<noun>']\n", `own.yaml:4: "vilish<noun>": there is no tag noun;`},
		{top + "  - words: ['vilish object:act']\n", `own.yaml:4: "vilish object:act": there is no relation "object";`},
		{top + "  - words: [na\xefve]\n", `own.yaml:4: "- words: [na\xefve]" is not in UTF-8; save the file as UTF-8`},
		{"\xff\xfed\x00", "own.yaml: the file is in UTF-16; save it as UTF-8"},
		{group("---\ncategory: x\n"), "own.yaml:7: a file is one list; put what stands after --- into a file of its own"},
	} {
		fsys := fstest.MapFS{"en/words/own.yaml": {Data: []byte(c.src)}}
		_, _, err := Words(fsys, "en/words")
		if err == nil || !strings.HasPrefix(err.Error(), "en/words/"+c.want) {
			t.Errorf("%q:\n got %v\nwant %s", c.src, err, c.want)
		}
	}
	for _, c := range []struct{ src, want string }{
		{"words: []\n", "own.yaml:1: a set has no words; write words: [ … ] or remove the file"},
		{"words: [act, a*]\n", `own.yaml:1: "a*": words of a set are single words in lower case, without signs`},
	} {
		fsys := fstest.MapFS{"en/words/sets/own.yaml": {Data: []byte(c.src)}}
		if _, _, err := Words(fsys, "en/words"); err == nil || err.Error() != "en/words/sets/"+c.want {
			t.Errorf("set %q: got %v, want %s", c.src, err, c.want)
		}
	}
}

// Files that editors of other systems write are read as they are meant.
func TestWordsFromElsewhere(t *testing.T) {
	for _, src := range []string{
		"\ufeffdetector: hedge\ncategory: hedge\ngroups: [{words: [vilish], polarity: 0, weight: 1}]\n",
		"detector: hedge\r\ncategory: hedge\r\ngroups:\r\n  - words: [vilish]\r\n    weight: 1\r\n",
	} {
		groups, _, err := Words(fstest.MapFS{"en/words/own.yaml": {Data: []byte(src)}}, "en/words")
		if err != nil || len(groups) != 1 {
			t.Errorf("%q: %d groups, %v", src, len(groups), err)
		}
	}
}

// Entries are cut as texts are, so that phrases can be written as one would read them.
func TestPatternsAreCutAsTexts(t *testing.T) {
	for text, want := range map[string]string{
		"devil's work": "devil 's work", "can't stand": "ca n't stand", "hornets' nest": "hornets ' nest",
		"don’t": "do n't", "lies, damned lies": "lies , damned lies", "witch-hunt": "witch - hunt", "'til": "'til",
	} {
		ps, wrong := Patterns(text, nil)
		if wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
		var got []string
		for _, e := range ps[0] {
			got = append(got, e.Words[0])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q is cut %q, want %q", text, got, want)
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
