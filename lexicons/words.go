package lexicons

import (
	"fmt"
	"io/fs"
	"path"
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
	var groups []WordGroup
	for _, file := range files {
		list := lists[file]
		for _, g := range list.Groups {
			g.List = &list
			g.File = path.Join(path.Dir(folder), path.Base(file))
			if err := g.check(fsys, file, sets); err != nil {
				return nil, nil, err
			}
			groups = append(groups, g)
		}
	}
	return groups, sets, nil
}

func (g *WordGroup) check(fsys fs.FS, file string, sets map[string][]string) error {
	fail := func(word, format string, args ...any) error {
		src, _ := fs.ReadFile(fsys, file)
		return &Error{file, line(src, word), fmt.Sprintf(format, args...)}
	}
	if g.List.Detector == "" || g.List.Category == "" {
		return &Error{file, 0, "a list of words needs detector and category at its top"}
	}
	if len(g.Words) == 0 {
		return &Error{file, 0, "a group has no words; write words: [ … ] or remove the group"}
	}
	for _, w := range g.Words {
		if _, wrong := Patterns(w, sets); wrong != "" {
			return fail(w, "%q: %s", w, wrong)
		}
	}
	if g.Polarity < -1 || g.Polarity > 1 || g.Weight <= 0 || g.Weight > 1 {
		return fail(g.Words[0], "the group of %q needs a polarity from -1 to 1 and a weight above 0 and up to 1", g.Words[0])
	}
	if w, wrong := g.Conditions.check(sets); wrong != "" {
		return fail(w, "%q: %s", w, wrong)
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
