package lexicons

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// An EventList is one file of predicates that tell of the same kind of event:
// killing, helping, accusing, …
type EventList struct {
	Class   string       `yaml:"class"`   // one of eventClasses
	Kind    string       `yaml:"kind"`    // the file's idea: killing, detaining, …
	About   string       `yaml:"about"`   // what the list claims, for readers of a report
	Source  string       `yaml:"source"`  // where its entries come from
	Agent   float64      `yaml:"agent"`   // how the agent appears by it: -1 at its worst to 1 at its best
	Patient float64      `yaml:"patient"` // how the patient appears by it, on the same scale
	Counted bool         `yaml:"counted"` // its patients are people: a number on any of them counts people
	Located bool         `yaml:"located"` // people in a place suffer it as people of that place: killed in Gaza
	Groups  []EventGroup `yaml:"groups"`
}

// An EventGroup is a set of predicates that take their agent and patient in the
// same way and under the same conditions.
//
// A verb may be a phrase: lemmas that follow its first word within one clause,
// as in "blow up", "leave dead". Its patient is its object, or what
// follows when the phrase ends in a preposition ("open fire on"); a _ says
// where else it stands ("deprive _ of"), a … that the object stands before the
// preposition ("steal … from").
type EventGroup struct {
	Verbs        []string          `yaml:"verbs"`        // the subject is the agent
	Intransitive []string          `yaml:"intransitive"` // the subject is the patient
	Nouns        map[string]string `yaml:"nouns"`        // noun or compound, and the lemma of what it tells: bombing: bomb
	Adjectives   map[string]string `yaml:"adjectives"`   // adjective of its patient, also as a noun, and the lemma of what it tells: "the dead", "ten dead": die
	Transitive   bool              `yaml:"transitive"`   // its verbs always have an object, so without one they are passive: "two men shot dead"
	Witness      bool              `yaml:"witness"`      // the subject of its verbs sees or suffers the event and does not do it: found dead, mourned
	Self         bool              `yaml:"self"`         // its nouns are the patients themselves: the bodies of three men
	Near         []string          `yaml:"near"`         // its nouns tell of an event only with one of these lemmas in their sentence
	Modifier     string            `yaml:"modifier"`     // what a possessive or adjective before its nouns means: agent (when empty) or patient
	Of           string            `yaml:"of"`           // what "of" after its nouns means: patient (when empty) or agent
	Argued       bool              `yaml:"argued"`       // its nouns tell of an event only with an actor as agent or patient
	Objects      []string          `yaml:"objects"`      // fires only on a patient headed by one of these lemmas or $sets, $owned among them
	NotObjects   []string          `yaml:"not_objects"`  // never on one of these lemmas or $sets
	NotSubjects  []string          `yaml:"not_subjects"` // never with one of these as subject
	NotWith      []string          `yaml:"not_with"`     // its verbs never fire with one of these prepositions: attacked his rival over taxes
	Good         []string          `yaml:"good"`         // sentences in which the group must fire
	Bad          []string          `yaml:"bad"`          // sentences in which it must not

	Rule string     `yaml:"-"` // file that the group stands in, as rules cite it: "en/killing.yaml"
	List *EventList `yaml:"-"`
}

// Owned is the set, of no file, of things that are an actor's: "her campaign".
const Owned = "owned"

// A NounSet is a file of nouns that conditions name as $file.
type NounSet struct {
	About string   `yaml:"about"`
	Types []string `yaml:"types"` // types of actor that belong to the set too
	Words []string `yaml:"words"` // lemmas; in the support sets verbs
}

// eventClasses are the values of EventList.Class.
var eventClasses = []string{"harm", "help", "threat", "accusation", "speech", "agreement", "conflict"}

// Events reads the predicates of events under folder, such as "en/events", with
// the sets that they name ($person, $place, …) and the two sets of support
// verbs: support_agent (launch an attack) and support_patient (suffer one).
func Events(fsys fs.FS, folder string) ([]EventGroup, map[string]NounSet, error) {
	lists, files, err := load[EventList](fsys, folder)
	if err != nil {
		return nil, nil, err
	}
	sets, err := nounSets(fsys, path.Join(folder, "sets"))
	if err != nil {
		return nil, nil, err
	}
	var groups []EventGroup
	for _, file := range files {
		list := lists[file]
		if err := list.check(file); err != nil {
			return nil, nil, err
		}
		for _, g := range list.Groups {
			g.List = &list
			g.Rule = path.Join(path.Dir(folder), path.Base(file))
			if err := g.check(fsys, file, sets); err != nil {
				return nil, nil, err
			}
			groups = append(groups, g)
		}
	}
	return groups, sets, nil
}

func nounSets(fsys fs.FS, folder string) (map[string]NounSet, error) {
	lists, files, err := load[NounSet](fsys, folder)
	if err != nil {
		return nil, err
	}
	sets := map[string]NounSet{}
	for _, file := range files {
		sets[strings.TrimSuffix(path.Base(file), ".yaml")] = lists[file]
	}
	return sets, nil
}

func (l *EventList) check(file string) error {
	switch {
	case !slices.Contains(eventClasses, l.Class):
		return &Error{file, 0, fmt.Sprintf("class %q is unknown; write one of %s", l.Class, strings.Join(eventClasses, ", "))}
	case l.Kind == "" || l.About == "" || l.Source == "":
		return &Error{file, 0, "a list of events needs kind, about and source at its top"}
	case l.Agent < -1 || l.Agent > 1 || l.Patient < -1 || l.Patient > 1:
		return &Error{file, 0, "agent and patient are effects from -1 to 1"}
	case len(l.Groups) == 0:
		return &Error{file, 0, "the list has no groups; write groups: or remove the file"}
	}
	return nil
}

func (g *EventGroup) check(fsys fs.FS, file string, sets map[string]NounSet) error {
	fail := func(word, format string, args ...any) error {
		src, _ := fs.ReadFile(fsys, file)
		return &Error{file, line(src, word), fmt.Sprintf(format, args...)}
	}
	nouns := slices.Sorted(maps.Keys(g.Nouns))
	adjectives := slices.Sorted(maps.Keys(g.Adjectives))
	words := slices.Concat(g.Verbs, g.Intransitive, nouns, adjectives)
	if len(words) == 0 {
		return &Error{file, 0, "a group has neither verbs nor intransitive verbs nor nouns nor adjectives; add some or remove the group"}
	}
	seen := map[string]bool{}
	for _, w := range words {
		if !lemmas(w) {
			return fail(w, "%q must be lemmas in lower case with single spaces", w)
		}
	}
	for _, list := range [][]string{g.Verbs, g.Intransitive} {
		for _, w := range list {
			if seen[w] {
				return fail(w, "%q stands twice in its group; remove one", w)
			}
			seen[w] = true
		}
	}
	for _, n := range nouns {
		if !lemmas(g.Nouns[n]) {
			return fail(n, "the noun %q needs the lemma of what it tells, as in bombing: bomb", n)
		}
	}
	for _, a := range adjectives {
		if !lemmas(g.Adjectives[a]) {
			return fail(a, "the adjective %q needs the lemma of what it tells, as in dead: die", a)
		}
	}
	for _, role := range []string{g.Modifier, g.Of} {
		if role != "" && role != "agent" && role != "patient" {
			return fail(role, "modifier and of are agent or patient, not %q", role)
		}
	}
	if len(g.Good) == 0 {
		return fail(words[0], "the group of %q has no example; add good: [ … ] with a sentence in which it fires", words[0])
	}
	return checkSets(slices.Concat(g.Objects, g.NotObjects), sets, fail)
}

// lemmas reports whether w is lemmas in lower case with single spaces.
func lemmas(w string) bool {
	return w != "" && w == strings.ToLower(w) && strings.Join(strings.Fields(w), " ") == w
}

func checkSets(names []string, sets map[string]NounSet, fail func(word, format string, args ...any) error) error {
	for _, name := range names {
		if set, ok := strings.CutPrefix(name, "$"); ok && set != Owned && sets[set].Words == nil {
			return fail(name, "there is no set %s; add %s.yaml to the folder sets", name, set)
		}
	}
	return nil
}
