package lexicons

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Neutral is the name of a side that takes none.
const Neutral = "neutral"

// A ChoiceList is one file of choice sets: one topic, such as migration.
type ChoiceList struct {
	Topic  string      `yaml:"topic"`
	About  string      `yaml:"about"`  // what the choices of the topic turn on
	Source string      `yaml:"source"` // where the entries come from
	Sets   []ChoiceSet `yaml:"sets"`
}

// A ChoiceSet is the terms that news has for one thing. Whoever names the thing
// must take one of them, and each carries a side or, when it is called neutral,
// none: invasion, special operation, war.
type ChoiceSet struct {
	Name  string        `yaml:"set"`   // short, lower case, words joined by hyphens; one of its kind
	About string        `yaml:"about"` // the thing, and what the choice says
	Sides []ChoiceGroup `yaml:"sides"`

	File string `yaml:"-"` // "en/migration.yaml"
}

// A ChoiceGroup is terms of one side that stand under the same conditions. A side
// may have several groups.
type ChoiceGroup struct {
	Side       string   `yaml:"side"`  // who would say so: israel, police, left, neutral
	Terms      []string `yaml:"terms"` // lemmas, phrases of them, and patterns: see Element
	Conditions `yaml:",inline"`
	Good       []string `yaml:"good"` // sentences in which the group must be found
	Bad        []string `yaml:"bad"`  // sentences in which it must not

	Set *ChoiceSet `yaml:"-"`
}

// Choices reads the choice sets under folder, such as "en/choices", which may
// name the sets of words given. A mistake is an *Error.
func Choices(fsys fs.FS, folder string, sets map[string][]string) ([]ChoiceGroup, error) {
	lists, files, err := load[ChoiceList](fsys, folder)
	if err != nil {
		return nil, err
	}
	var groups []ChoiceGroup
	names := map[string]string{}
	for _, file := range files {
		if lists[file].Sets == nil {
			return nil, &Error{file, 0, "the list has no sets; write sets: with - set: NAME under it, or sets: [] to take a list of this name away"}
		}
		for i, s := range lists[file].Sets {
			s.File = path.Join(path.Dir(folder), path.Base(file))
			if err := s.check(fsys, file, i, sets, names); err != nil {
				return nil, err
			}
			for _, g := range s.Sides {
				g.Set = &s
				groups = append(groups, g)
			}
		}
	}
	return groups, nil
}

// check returns what is wrong with s, the set of that number in its file, as an
// *Error; names holds the file of each
// set that was read before.
func (s *ChoiceSet) check(fsys fs.FS, file string, number int, sets map[string][]string, names map[string]string) error {
	fail := func(word, format string, args ...any) error {
		src, _ := fs.ReadFile(fsys, file)
		return &Error{file, line(src, word), fmt.Sprintf(format, args...)}
	}
	if s.Name == "" || s.Name != strings.ToLower(s.Name) || strings.ContainsAny(s.Name, " .:") {
		return fail(s.Name, "the set %q needs a name in lower case without spaces, stops and colons", s.Name)
	}
	if other := names[s.Name]; other != "" {
		return fail(s.Name, "the set %s stands in %s already; join the two or give this one another name", s.Name, other)
	}
	names[s.Name] = file
	var sides []string
	of := map[string]string{} // the group of each term, by side and tag
	for i := range s.Sides {
		g := &s.Sides[i]
		if g.Side == "" || g.Side != strings.ToLower(g.Side) || strings.ContainsAny(g.Side, " .:") {
			return fail(s.Name, "a side of the set %s is called %q; give it a name in lower case without spaces, stops and colons", s.Name, g.Side)
		}
		if !slices.Contains(sides, g.Side) {
			sides = append(sides, g.Side)
		}
		if len(g.Terms) == 0 {
			return fail(s.Name, "the side %s of the set %s has no terms; write terms: [ … ] or remove it", g.Side, s.Name)
		}
		for _, t := range g.Terms {
			if _, wrong := Patterns(t, sets); wrong != "" {
				return fail(t, "%q: %s", t, wrong)
			}
			if other, ok := of[t+"\x00"+g.Tag]; ok {
				return fail(t, "%q stands on the side %s of the set %s and on the side %s; leave it on one", t, other, s.Name, g.Side)
			}
			of[t+"\x00"+g.Tag] = g.Side
		}
		if field, wrong := g.Conditions.check(sets); wrong != "" {
			src, _ := fs.ReadFile(fsys, file)
			return &Error{file, lineAt(src, fmt.Sprintf("$.sets[%d].sides[%d].%s", number, i, field)), wrong}
		}
	}
	if len(sides) < 2 {
		return fail(s.Name, "the set %s has fewer than two sides: there is no choice in it; add one", s.Name)
	}
	return nil
}
