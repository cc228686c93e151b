package wording

import (
	"strings"

	"slant/lexicons"
)

// A family is the words that derive from listed ones by the productive endings
// of English (disgraceful, disgracefully), and what they come from. Listed words
// themselves are not in it.
type family map[string]kin

// A kin is a word that derives from a listed one.
type kin struct {
	group  *lexicons.WordGroup
	word   string // the listed word
	tag    string // prefix of the Penn tag that the derived word must have
	ending string
}

// endings are those that carry a verdict over: from words with the tag from to
// words with the tag to. The agent in -er (crusher) and the creed in -ism name
// things as often, and are left out.
var endings = []struct{ from, ending, to string }{
	{"JJ", "ly", "RB"}, {"JJ", "ness", "NN"}, {"VB", "ing", "JJ"}, {"VB", "ed", "JJ"}, {"NN", "ish", "JJ"}, {"NN", "ous", "JJ"},
	{"NN", "ful", "JJ"}, {"NN", "ly", "JJ"}, {"NN", "ic", "JJ"}, {"NN", "ical", "JJ"}, {"NN", "ry", "NN"}, {"NN", "ery", "NN"},
}

// minKinWeight is how loaded a word must be for its relatives to be.
const minKinWeight = 0.5

func newFamily(groups []lexicons.WordGroup) family {
	listed := map[string]bool{}
	for i := range groups {
		for _, w := range groups[i].Words {
			listed[w] = true
		}
	}
	f := family{}
	for i := range groups {
		g := &groups[i]
		switch g.List.Detector {
		case WordChoice, Label, Metaphor:
		default:
			continue
		}
		if g.Weight < minKinWeight || len(g.Heads)+len(g.Subjects)+len(g.Objects)+len(g.Relations) > 0 || g.Polarity > 0 {
			continue
		}
		for _, word := range g.Words {
			if len(word) >= 4 && !strings.ContainsAny(word, " -'|<>*?$@:.") {
				f.add(g, word, listed)
			}
		}
	}
	return f
}

func (f family) add(g *lexicons.WordGroup, word string, listed map[string]bool) {
	for _, e := range endings {
		if !strings.HasPrefix(g.Tag, e.from) {
			continue
		}
		for _, w := range attach(word, e.ending) {
			if _, taken := f[w]; !taken && !listed[w] { // groups come in a fixed order: the first has it
				f[w] = kin{g, word, e.to, "-" + e.ending}
			}
		}
	}
}

// attach returns the spellings of a word of four letters or more with an ending.
func attach(word, ending string) []string {
	n := len(word)
	last := word[n-1]
	switch {
	case ending == "ly" && strings.HasSuffix(word, "le"):
		return []string{word[:n-1] + "y"}
	case ending == "ly" && strings.HasSuffix(word, "ic"):
		return []string{word + "ally"}
	case last == 'y' && ending[0] == 'i' && ending != "ing":
		return []string{word + ending} // bullyish; "bullish" is another word
	case last == 'y' && ending != "ing":
		return []string{word[:n-1] + "i" + ending, word[:n-1] + ending}
	case isVowel(ending[0]) && last == 'e':
		return []string{word[:n-1] + ending}
	case isVowel(ending[0]) && !isVowel(last) && last != 'w' && last != 'x' && isVowel(word[n-2]) && !isVowel(word[n-3]):
		return []string{word + ending, word + string(last) + ending} // thug, thuggish
	}
	return []string{word + ending}
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
