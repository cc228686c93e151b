package lexicons

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestBuiltinEvents(t *testing.T) {
	groups, sets, err := Events(Builtin(), "en/events")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, g := range groups {
		all = append(all, slices.Concat(g.Verbs, g.Intransitive)...)
		for n := range g.Nouns {
			all = append(all, n)
		}
		if len(g.Bad) == 0 {
			t.Errorf("%s: the group of %q has no bad example", g.Rule, slices.Concat(g.Verbs, g.Intransitive)[0])
		}
	}
	// A predicate may stand in several groups only under different conditions.
	conditions := map[string]string{}
	for _, g := range groups {
		cond := fmt.Sprint(g.Objects, g.NotObjects, g.NotSubjects, g.NotWith, g.Near, g.Argued)
		words := map[string][]string{"verb": slices.Concat(g.Verbs, g.Intransitive), "noun": slices.Sorted(maps.Keys(g.Nouns)), "adjective": slices.Sorted(maps.Keys(g.Adjectives))}
		for kind, list := range words {
			for _, w := range list {
				key := kind + " " + w + " " + cond
				if other, ok := conditions[key]; ok {
					t.Errorf("the %s %q stands in %s and in %s under the same conditions; leave it to one of them", kind, w, other, g.Rule)
				}
				conditions[key] = g.Rule
			}
		}
	}
	perClass := map[string]int{}
	for _, g := range groups {
		perClass[g.List.Class] += len(g.Verbs) + len(g.Intransitive) + len(g.Nouns) + len(g.Adjectives)
	}
	for class, least := range map[string]int{"harm": 900, "help": 300, "speech": 150, "agreement": 70, "conflict": 70, "threat": 30, "accusation": 40} {
		if perClass[class] < least {
			t.Errorf("%d predicates of class %s, want at least %d", perClass[class], class, least)
		}
	}
	t.Logf("by class: %v", perClass)
	slices.Sort(all)
	distinct := len(slices.Compact(all))
	t.Logf("%d predicates in %d groups, %d sets", distinct, len(groups), len(sets))
	if distinct < 1200 {
		t.Errorf("%d predicates, want at least 1200", distinct)
	}
	for _, name := range []string{"support_agent", "support_patient", "person"} {
		if len(sets[name].Words) < 20 {
			t.Errorf("set %s has %d words", name, len(sets[name].Words))
		}
	}
}

func TestBuiltinStances(t *testing.T) {
	groups, err := Stances(Builtin(), "en/stances")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, g := range groups {
		n += len(g.Verbs) + len(g.Nouns) + len(g.Adjectives)
		if len(g.Bad) == 0 {
			t.Errorf("%s: a group of polarity %v has no bad example", g.Rule, g.Polarity)
		}
	}
	t.Logf("%d entries in %d groups", n, len(groups))
	if n < 800 {
		t.Errorf("%d entries, want at least 800", n)
	}
}

func TestEventAndStanceMistakes(t *testing.T) {
	const eventTop = "class: harm\nkind: x\nabout: a\nsource: s\ngroups:\n"
	const stanceTop = "about: a\nsource: s\ngroups:\n"
	for _, test := range []struct {
		kind, yaml string
		line       int
		want       string
	}{
		{"events", "class: hurt\nkind: x\nabout: a\nsource: s\n", 0, `class "hurt" is unknown`},
		{"events", "class: harm\nkind: x\ngroups: []\n", 0, "needs kind, about and source"},
		{"events", eventTop + "  - verbs: [kill]\n    verb: [x]\n", 7, "unknown field"},
		{"events", eventTop + "  - verbs: [Kill]\n    good: [x]\n", 6, "lower case"},
		{"events", eventTop + "  - verbs:\n      - kill\n      - kill\n    good: [x]\n", 7, "stands twice"},
		{"events", eventTop + "  - verbs: [kill]\n", 6, "no example"},
		{"events", eventTop + "  - verbs: [kill]\n    good: [x]\n    objects: [$folk]\n", 8, "no set $folk"},
		{"events", eventTop + "  - nouns: {killing: }\n    good: [x]\n", 6, "needs the lemma"},
		{"events", eventTop + "  - verbs: [kill]\n    modifier: both\n    good: [x]\n", 7, "agent or patient"},
		{"events", eventTop + "  - good: [x]\n", 0, "neither verbs"},
		{"stances", "about: a\n", 0, "needs about and source"},
		{"stances", stanceTop + "  - verbs: [praise]\n    polarity: 1\n    strength: 2\n    construction: object\n    good: [x]\n", 4, "strength"},
		{"stances", stanceTop + "  - verbs: [praise]\n    polarity: 1\n    strength: 1\n    construction: near\n    good: [x]\n", 4, `construction "near"`},
		{"stances", stanceTop + "  - verbs: [call]\n    polarity: 1\n    strength: 1\n    construction: complement\n    good: [x]\n", 4, "complements"},
		{"stances", stanceTop + "  - polarity: 1\n", 0, "neither verbs"},
	} {
		fsys := fstest.MapFS{"en/" + test.kind + "/x.yaml": {Data: []byte(test.yaml)}}
		var err error
		if test.kind == "events" {
			_, _, err = Events(fsys, "en/events")
		} else {
			_, err = Stances(fsys, "en/stances")
		}
		var mistake *Error
		if !errors.As(err, &mistake) {
			t.Errorf("%q: got %v, want an *Error", test.yaml, err)
			continue
		}
		if mistake.File != "en/"+test.kind+"/x.yaml" || mistake.Line != test.line || !strings.Contains(mistake.Msg, test.want) {
			t.Errorf("%q: got %v, want line %d: %s", test.yaml, err, test.line, test.want)
		}
	}
}

func TestConflicts(t *testing.T) {
	g, err := Actors(Builtin(), "en/actors")
	if err != nil {
		t.Fatal(err)
	}
	all, err := Conflicts(Builtin(), "en/conflicts", g)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d conflicts, want at least 20", len(all))
	}
	const top = "about: a\nsource: s\nconflicts:\n- name: A war\n  sides:\n"
	for _, test := range []struct {
		yaml string
		line int
		want string
	}{
		{"conflicts: []\n", 0, "needs about and source"},
		{top + "  - {people: israel}\n", 4, "at least two sides"},
		{top + "  - {people: israel}\n  - {people: atlantis}\n", 7, `"atlantis" in A war names no actor`},
		{top + "  - {people: israel}\n  - {people: iran, forces: [israel]}\n", 6, "stands twice"},
		{top + "  - {people: israel}\n  - {people: iran}\n  attacks:\n  - {names: [x], by: chad, on: iran}\n", 9, "belongs to no side"},
	} {
		_, err := Conflicts(fstest.MapFS{"x/wars.yaml": {Data: []byte(test.yaml)}}, "x", g)
		var e *Error
		if !errors.As(err, &e) || e.Line != test.line || !strings.Contains(e.Msg, test.want) {
			t.Errorf("%q: got %v, want line %d and %q", test.yaml, err, test.line, test.want)
		}
	}
}
