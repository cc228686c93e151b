package lexicons

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
)

const saying = `tone: neutral
about: To say.
source: Usage.
groups:
  - words: [say,
      state]
    kind: verb
    takes: [quote, clause]
    good: [She said so.]
`

// A mistake must be reported with the file, the line and the remedy.
func TestCueMistakes(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"tone: neutral", "tone: sour", `a.yaml:1: the tone is "sour"; write one of neutral`},
		{"tone: neutral\n", "", `a.yaml: the tone is ""; write one of`},
		{"about: To say.\n", "", "a.yaml: a list of cues needs about and source"},
		{"source: Usage.\n", "", "a.yaml: a list of cues needs about and source"},
		{saying[strings.Index(saying, "groups"):], "groups: []\n", "a.yaml: the list has no groups"},
		{"[say,\n      state]", "[]", "a.yaml:5: a group has no words"},
		{"kind: verb", "kind: gerund", `a.yaml:7: the group of "say" has the kind "gerund"; write one of verb`},
		{"state]", "State]", `a.yaml:6: "State" must be in lower case`},
		{"state]", `"point  out"]`, `a.yaml:6: "point  out" must be in lower case with single spaces`},
		{"state]", "make it clear]", `a.yaml:6: "make it clear" has more than two words; write kind: phrase`},
		{"state]", `"as * say"]`, "a.yaml:6: \"as * say\" has a star, which only a phrase can have"},
		{"[quote, clause]", "[]", `a.yaml:8: the group of "say" takes nothing`},
		{"[quote, clause]", "[quote, claws]", `a.yaml:8: there is no construction "claws"; write one of quote, clause`},
		{"[quote, clause]", "[quote, quote]", "a.yaml:8: the construction quote stands twice; remove one"},
		{"[quote, clause]", "[object]\n    rare: true", `a.yaml:9: the group of "say" is rare but takes neither quote nor clause`},
		{"[quote, clause]", "[clause]\n    rare: true", `a.yaml:5: the group of "say" is rare; write bad:`},
		{"    good: [She said so.]\n", "", `a.yaml:5: the group of "say" has no example; write good:`},
		{"state]", "say]", `a.yaml:6: the verb "say" stands in the lexicon already, as en/a.yaml:say; remove one`},
		{"takes:", "take:", `a.yaml:8: unknown field "take"`},
	} {
		file := strings.Replace(saying, c.old, c.new, 1)
		if file == saying {
			t.Fatalf("%q is not in the file", c.old)
		}
		_, err := Cues(fstest.MapFS{"en/cues/a.yaml": {Data: []byte(file)}}, "en/cues")
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(err.Error(), "en/cues/"+c.want) {
			t.Errorf("with %q: got %v\nwant en/cues/%s", c.new, err, c.want)
		}
	}
}

func TestCuesOfTwoFiles(t *testing.T) {
	noun := strings.Replace(strings.Replace(saying, "[say,\n      state]", "[say]", 1), "kind: verb", "kind: noun", 1)
	phrase := strings.NewReplacer("[say,\n      state]", `["as * put it", according to]`, "verb", "phrase", "neutral", "doubt").Replace(saying)
	cues, err := Cues(fstest.MapFS{
		"en/cues/a.yaml": {Data: []byte(saying)},
		"en/cues/b.yaml": {Data: []byte(noun)}, // another kind, so no duplicate
		"en/cues/c.yaml": {Data: []byte(phrase)},
	}, "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range cues {
		got = append(got, c.Lemma+"|"+c.Kind+"|"+c.Tone+"|"+c.Rule)
	}
	want := `according to *|phrase|doubt|en/c.yaml:according to
as * put it|phrase|doubt|en/c.yaml:as * put it
say|noun|neutral|en/b.yaml:say
say|verb|neutral|en/a.yaml:say
state|verb|neutral|en/a.yaml:state`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	say := cues[3]
	if !say.Takes("quote") || !say.Takes("clause") || say.Takes("object") || say.Takes("nonsense") {
		t.Errorf("say takes quote %v, clause %v, object %v, nonsense %v; want the first two",
			say.Takes("quote"), say.Takes("clause"), say.Takes("object"), say.Takes("nonsense"))
	}

	_, err = Cues(fstest.MapFS{
		"en/cues/a.yaml": {Data: []byte(saying)},
		"en/cues/b.yaml": {Data: []byte(saying)},
	}, "en/cues")
	if want := `en/cues/b.yaml:5: the verb "say" stands in the lexicon already, as en/a.yaml:say`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}
