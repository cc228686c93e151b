package lexicons

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// A WordList is one file of loaded words: one idea, such as evaluation or
// euphemism.
type WordList struct {
	Detector string      `yaml:"detector"` // wordchoice, label, euphemism, hedge, booster, …: see RECORD in docs
	Category string      `yaml:"category"` // evaluation, intensifier, violence, …
	About    string      `yaml:"about"`    // what the list claims, for readers of a report
	Source   string      `yaml:"source"`   // where its entries come from
	Groups   []WordGroup `yaml:"groups"`
	Without  []string    `yaml:"without"` // of a user's list: entries of lists below it that are not to count
}

// A WordGroup is a set of words that are loaded in the same way and under the
// same conditions.
type WordGroup struct {
	Words      []string `yaml:"words"`    // lemmas in lower case, phrases of them, and patterns: see Element
	Polarity   float64  `yaml:"polarity"` // -1 unfavourable to its target, 0 neither, 1 favourable
	Weight     float64  `yaml:"weight"`   // 0 to 1: how loaded
	Conditions `yaml:",inline"`
	Reason     string   `yaml:"reason"` // why, when it is not plain from About
	Good       []string `yaml:"good"`   // sentences in which the group must fire
	Bad        []string `yaml:"bad"`    // sentences in which it must not

	File string    `yaml:"-"` // file that the group stands in, as rules cite it: "en/evaluation.yaml"
	List *WordList `yaml:"-"`
}

// Words reads the lists of loaded words under folder, such as "en/words", with
// the named sets of nouns that they use ($act, $actor, …).
func Words(fsys fs.FS, folder string) ([]WordGroup, map[string][]string, error) {
	lists, files, err := load[WordList](fsys, folder)
	if err != nil {
		return nil, nil, err
	}
	sets, err := sets(fsys, path.Join(folder, "sets"))
	if err != nil {
		return nil, nil, err
	}
	if err := checkWordSets(fsys, path.Join(folder, "sets"), sets); err != nil {
		return nil, nil, err
	}
	var groups []WordGroup
	for _, file := range files {
		list := lists[file]
		if err := list.check(fsys, file); err != nil {
			return nil, nil, err
		}
		for i, g := range list.Groups {
			g.List = &list
			g.File = path.Join(path.Dir(folder), path.Base(file))
			if err := g.check(fsys, file, i, sets); err != nil {
				return nil, nil, err
			}
			groups = append(groups, g)
		}
	}
	groups, err = replaced(fsys, files, lists, groups)
	return groups, sets, err
}

// Detectors are what a list may name as its detector, as records do.
var Detectors = []string{"booster", "euphemism", "hedge", "label", "metaphor", "presupposition", "reporting", "scarequote", "wordchoice"}

func (l *WordList) check(fsys fs.FS, file string) error {
	src, _ := fs.ReadFile(fsys, file)
	switch {
	case l.Detector == "" || l.Category == "":
		return &Error{file, 0, "a list of words needs detector and category at its top"}
	case !slices.Contains(Detectors, l.Detector):
		return &Error{file, lineAt(src, "$.detector"), fmt.Sprintf("there is no detector %q; write one of %s", l.Detector, strings.Join(Detectors, ", "))}
	case l.Groups == nil:
		return &Error{file, lineAt(src, "$.groups"), "the list has no groups; write groups: with - words: [ … ] under it, or groups: [] to take a list of this name away"}
	}
	return nil
}

// check returns what is wrong with the group, the i-th of its file, as an *Error.
func (g *WordGroup) check(fsys fs.FS, file string, i int, sets map[string][]string) error {
	fail := func(field, format string, args ...any) error {
		src, _ := fs.ReadFile(fsys, file)
		at := fmt.Sprintf("$.groups[%d]", i)
		return &Error{file, cmp.Or(lineAt(src, at+field), lineAt(src, at)), fmt.Sprintf(format, args...)}
	}
	if len(g.Words) == 0 {
		return fail(".words", "a group has no words; write words: [ … ] or remove the group")
	}
	for k, w := range g.Words {
		at := fmt.Sprintf(".words[%d]", k)
		if _, wrong := Patterns(w, sets); wrong != "" {
			return fail(at, "%q: %s", w, wrong)
		}
		if slices.Contains(g.Words[:k], w) {
			return fail(at, "%q stands in this group twice; remove one", w)
		}
	}
	if !(g.Polarity >= -1 && g.Polarity <= 1) {
		return fail(".polarity", "the group of %q needs a polarity from -1 to 1", g.Words[0])
	}
	if !(g.Weight > 0 && g.Weight <= 1) {
		return fail(".weight", "the group of %q needs a weight above 0 and up to 1", g.Words[0])
	}
	if field, wrong := g.Conditions.check(sets); wrong != "" {
		return fail("."+field, "%s", wrong)
	}
	for _, list := range []struct {
		field     string
		sentences []string
	}{{".good", g.Good}, {".bad", g.Bad}} {
		if k := slices.IndexFunc(list.sentences, func(s string) bool { return strings.TrimSpace(s) == "" }); k >= 0 {
			return fail(fmt.Sprintf("%s[%d]", list.field, k), "an example is empty; write a sentence or remove it")
		}
	}
	return nil
}

// A wordSet is a file of nouns that conditions name as $file.
type wordSet struct {
	About string   `yaml:"about"`
	Words []string `yaml:"words"`
}

func sets(fsys fs.FS, folder string) (map[string][]string, error) {
	lists, files, err := load[wordSet](fsys, folder)
	if err != nil {
		return nil, err
	}
	sets := map[string][]string{}
	for _, file := range files {
		sets[strings.TrimSuffix(path.Base(file), ".yaml")] = lists[file].Words
	}
	return sets, nil
}

// checkWordSets returns what is wrong with sets of folder as an *Error: their words are
// single ones, since they are asked about one word of a text.
func checkWordSets(fsys fs.FS, folder string, sets map[string][]string) error {
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		file := path.Join(folder, name+".yaml")
		fail := func(field, format string, args ...any) error {
			src, _ := fs.ReadFile(fsys, file)
			return &Error{file, lineAt(src, field), fmt.Sprintf(format, args...)}
		}
		if len(sets[name]) == 0 {
			return fail("$.words", "a set has no words; write words: [ … ] or remove the file")
		}
		for i, w := range sets[name] {
			if w == "" || w != strings.ToLower(w) || strings.ContainsAny(w, " *|$@<>:?") {
				return fail(fmt.Sprintf("$.words[%d]", i), "%q: words of a set are single words in lower case, without signs", w)
			}
		}
	}
	return nil
}
