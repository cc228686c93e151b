package lexicons

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A StanceList is one file of words by which a source takes a stance towards a
// target: condemning, praising, ties, …
type StanceList struct {
	About  string        `yaml:"about"`  // what the list claims, for readers of a report
	Source string        `yaml:"source"` // where its entries come from
	Groups []StanceGroup `yaml:"groups"`
}

// A StanceGroup is a set of words that say the same of a source and a target
// that they take in the same construction.
type StanceGroup struct {
	Verbs        []string `yaml:"verbs"`         // lemmas or phrases, as in EventGroup
	Nouns        []string `yaml:"nouns"`         // the source is whose it is; the target follows
	Adjectives   []string `yaml:"adjectives"`    // the source is what the adjective is said of
	Polarity     float64  `yaml:"polarity"`      // -1 against the target to 1 for it
	Strength     float64  `yaml:"strength"`      // 0 to 1
	Construction string   `yaml:"construction"`  // where the target stands: see below; or prepositions, as in "with|between"
	Complements  []string `yaml:"complements"`   // for construction complement: the names given
	Modifiers    []string `yaml:"modifiers"`     // its nouns fire only with one of these as modifier
	NotModifiers []string `yaml:"not_modifiers"` // its nouns never fire with one of these as modifier
	NotObjects   []string `yaml:"not_objects"`   // never on a target headed by one of these
	Reciprocal   bool     `yaml:"reciprocal"`    // the target stands likewise towards the source
	ByVoice      bool     `yaml:"by_voice"`      // the source is whoever is speaking
	Good         []string `yaml:"good"`          // sentences in which the group must fire
	Bad          []string `yaml:"bad"`           // sentences in which it must not

	Rule string      `yaml:"-"` // file that the group stands in: "en/condemning.yaml"
	List *StanceList `yaml:"-"`
}

// stanceConstructions are the places, besides prepositions, in which a target stands.
var stanceConstructions = []string{
	"object",     // the object of a verb, or of the preposition that ends a phrase: condemn X, side with X
	"clause",     // the patient of the act that the verb governs; the act says whether for or against: vow to destroy X
	"complement", // the object of a verb of naming, when the name is one of the complements: call X a killer
	"each",       // each of several subjects is the target of each other: X and Y trade insults
	"tone",       // none: the word colours those who stand in its sentence, and says nothing of a source
	"subject",    // the subject of a predicate noun: X is a threat
}

// stancePrepositions may stand in a construction, joined by |.
var stancePrepositions = []string{"about", "against", "at", "between", "by", "for", "from", "in", "of", "on", "over", "to", "toward", "towards", "with"}

// Stances reads the words of stance under folder, such as "en/stances".
func Stances(fsys fs.FS, folder string) ([]StanceGroup, error) {
	lists, files, err := load[StanceList](fsys, folder)
	if err != nil {
		return nil, err
	}
	var groups []StanceGroup
	for _, file := range files {
		list := lists[file]
		if list.About == "" || list.Source == "" {
			return nil, &Error{file, 0, "a list of stances needs about and source at its top"}
		}
		for _, g := range list.Groups {
			g.List = &list
			g.Rule = path.Join(path.Dir(folder), path.Base(file))
			if err := g.check(fsys, file); err != nil {
				return nil, err
			}
			groups = append(groups, g)
		}
	}
	return groups, nil
}

func (g *StanceGroup) check(fsys fs.FS, file string) error {
	fail := func(word, format string, args ...any) error {
		src, _ := fs.ReadFile(fsys, file)
		return &Error{file, line(src, word), fmt.Sprintf(format, args...)}
	}
	words := slices.Concat(g.Verbs, g.Nouns, g.Adjectives)
	if len(words) == 0 {
		return &Error{file, 0, "a group has neither verbs nor nouns nor adjectives; add some or remove the group"}
	}
	seen := map[string]bool{}
	for _, w := range words {
		if !lemmas(w) {
			return fail(w, "%q must be lemmas in lower case with single spaces", w)
		}
		if seen[w] {
			return fail(w, "%q stands twice in its group; remove one", w)
		}
		seen[w] = true
	}
	if g.Polarity < -1 || g.Polarity > 1 || g.Polarity == 0 || g.Strength <= 0 || g.Strength > 1 {
		return fail(words[0], "the group of %q needs a polarity from -1 to 1 other than 0 and a strength above 0 and up to 1", words[0])
	}
	if !slices.Contains(stanceConstructions, g.Construction) {
		for _, p := range strings.Split(g.Construction, "|") {
			if !slices.Contains(stancePrepositions, p) {
				return fail(words[0], "the group of %q has the construction %q; write one of %s, or prepositions joined by |",
					words[0], g.Construction, strings.Join(stanceConstructions, ", "))
			}
		}
	}
	if (g.Construction == "complement") != (len(g.Complements) > 0) {
		return fail(words[0], "the group of %q needs complements: [ … ] with construction: complement, and only then", words[0])
	}
	if len(g.Good) == 0 {
		return fail(words[0], "the group of %q has no example; add good: [ … ] with a sentence in which it fires", words[0])
	}
	return nil
}
