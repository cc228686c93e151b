package lexicons

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const fewestChoiceSets = 80

func TestChoices(t *testing.T) {
	_, sets, err := Words(Builtin(), "en/words")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := Choices(Builtin(), "en/choices", sets)
	if err != nil {
		t.Fatal(err)
	}
	terms := 0
	names := map[string]bool{}
	for _, g := range groups {
		names[g.Set.Name] = true
		terms += len(g.Terms)
		if g.Set.About == "" {
			t.Errorf("%s: the set %s does not say what it is about", g.Set.File, g.Set.Name)
		}
		if len(g.Good) == 0 {
			t.Errorf("%s: the side %s of the set %s has no good sentence", g.Set.File, g.Side, g.Set.Name)
		}
		seen := slices.Clone(g.Terms)
		slices.Sort(seen)
		if len(slices.Compact(seen)) != len(g.Terms) {
			t.Errorf("%s: the side %s of the set %s has a term twice", g.Set.File, g.Side, g.Set.Name)
		}
	}
	if len(names) < fewestChoiceSets {
		t.Errorf("%d choice sets, want at least %d", len(names), fewestChoiceSets)
	}
	t.Logf("%d sets, %d terms", len(names), terms)
}

func TestChoiceMistakes(t *testing.T) {
	const good = "topic: war\nsets:\n  - set: war\n    about: A war.\n    sides:\n      - side: a\n        terms: [operation]\n      - side: neutral\n        terms: [war]\n"
	for _, c := range []struct{ from, to, want string }{
		{"", "", ""},
		{"set: war", "set: The War", `en/choices/w.yaml:3: the set "The War" needs a name in lower case without spaces, stops and colons`},
		{"side: a", "side: neutral", `en/choices/w.yaml:1: the set war has fewer than two sides: there is no choice in it; add one`},
		{"sets:", "set:", `en/choices/w.yaml:2: unknown field "set"; correct or remove it`},
		{"[war]", "[]", `en/choices/w.yaml:1: the side neutral of the set war has no terms; write terms: [ … ] or remove it`},
		{"[war]", "[operation]", `en/choices/w.yaml:7: "operation" stands on the side a of the set war and on the side neutral; leave it on one`},
		{"[war]", "[$nations at war]", `en/choices/w.yaml:9: "$nations at war": there is no set nations; add nations.yaml to the folder sets, or correct the name`},
		{"[war]", "[war]\n        tags: NN", `en/choices/w.yaml:10: unknown field "tags"; correct or remove it`},
		{"[war]", "[war]\n        heads: [Army]", `en/choices/w.yaml:10: "Army": it must be in lower case`},
	} {
		src := strings.Replace(good, c.from, c.to, 1)
		_, err := Choices(fstest.MapFS{"en/choices/w.yaml": {Data: []byte(src)}}, "en/choices", nil)
		got := ""
		if err != nil {
			got = err.Error()
			if e := (*Error)(nil); !errors.As(err, &e) {
				t.Errorf("%q is no *Error", got)
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.to, got, c.want)
		}
	}
}

func TestPatterns(t *testing.T) {
	sets := map[string][]string{"ill": {"abuse", "scorn"}}
	for _, c := range []struct{ text, want string }{
		{"pour scorn on", ""}, {"pour obj:$ill on", ""}, {"threat*", ""}, {"witch-hunt", ""}, {"line ...2 pocket", ""},
		{"strike the? blow<NN>", ""}, {"back @actor", ""}, {"cut * corner", ""},
		{"", "it has no words"},
		{"* corner", "it must begin with a word, with alternatives or with a $set: by these it is found"},
		{"@actor regime", "it must begin with a word, with alternatives or with a $set: by these it is found"},
		{"the? regime", "it must begin with a word, with alternatives or with a $set: by these it is found"},
		{"... regime", "... stands between words, with at most 10 after it: ...6"},
		{"cut ...40 corner", "... stands between words, with at most 10 after it: ...6"},
		{"cut ...", "... stands between words"},
		{"pour obj:scorn?", "what depends on the first word cannot be optional"},
		{"blow<NN", "a tag is written between < and >"},
		{"the Regime", "it must be in lower case"},
		{"back @country", "there is no @country; write @actor for a mention of an actor"},
		{"pour $evil", "there is no set evil; add evil.yaml to the folder sets, or correct the name"},
		{"an*", "an* stands for too much: write at least three letters before the *"},
	} {
		if _, wrong := Patterns(c.text, sets); wrong != c.want {
			t.Errorf("%q: got %q, want %q", c.text, wrong, c.want)
		}
	}
}
