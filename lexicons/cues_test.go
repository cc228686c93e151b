package lexicons

import (
	"errors"
	"slices"
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
		{"[quote, clause]", "[object]\n    rare: true", `a.yaml:9: the group of "say" is rare but takes none of quote, clause, as and cue`},
		{"[quote, clause]", "[quote, by]", "a.yaml:8: by brings the source of a verb"},
		{"[quote, clause]", "[clause]\n    rare: true", `a.yaml:5: the group of "say" is rare; write bad:`},
		{"    good: [She said so.]\n", "", `a.yaml:5: the group of "say" has no example; write good:`},
		{"state]", "say]", `a.yaml:6: the verb "say" stands in the lexicon already, as en/a.yaml:say; remove one`},
		{"    good:", "    not_with: [door, The brake]\n    good:", `a.yaml:9: "The brake" must be one word in lower case`},
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

// The lexicon that ships must read, be large enough to mean something, and hold
// examples that show what they are there for.
func TestBuiltinCues(t *testing.T) {
	cues, err := Cues(Builtin(), "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, c := range cues {
		count[c.Kind]++
		count[c.Tone]++
	}
	for kind, least := range map[string]int{"verb": 450, "noun": 200, "adjective": 80, "phrase": 60,
		"neutral": 500, "doubt": 100, "endorse": 60, "contest": 80, "concede": 20} {
		if count[kind] < least {
			t.Errorf("%d cues are %s; want at least %d", count[kind], kind, least)
		}
	}
	t.Logf("%d cues: %v", len(cues), count)

	seen := map[*CueGroup]bool{}
	for _, c := range cues {
		if seen[c.Group] {
			continue
		}
		seen[c.Group] = true
		for _, example := range slices.Concat(c.Group.Good, c.Group.Bad) {
			if !slices.ContainsFunc(c.Group.Words, func(w string) bool { return mentions(example, w) }) {
				t.Errorf("no word of the group of %s stands in its example %q", c.Rule, example)
			}
		}
	}
}

// The tone of these is agreed upon by style guides and by the literature on
// reporting verbs; whoever moves one must mean it.
func TestTones(t *testing.T) {
	want := map[string]string{"say": "neutral", "tell": "neutral", "add": "neutral", "warn": "neutral", "condemn": "neutral", "deny": "neutral",
		"claim": "doubt", "allege": "doubt", "purport": "doubt", "boast": "doubt",
		"reveal": "endorse", "point out": "endorse", "note": "endorse", "confirm": "endorse", "refute": "endorse",
		"slam": "contest", "blast": "contest", "hit out": "contest", "rail": "contest", "lash out": "contest", "fume": "contest",
		"admit": "concede", "concede": "concede", "confess": "concede", "acknowledge": "concede"}
	cues, err := Cues(Builtin(), "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cues {
		if tone, ok := want[c.Lemma]; ok && c.Kind == "verb" {
			if c.Tone != tone {
				t.Errorf("%s has the tone %s, want %s", c.Lemma, c.Tone, tone)
			}
			delete(want, c.Lemma)
		}
	}
	if len(want) > 0 {
		t.Errorf("not in the lexicon: %v", want)
	}
}

// irregularForms are the forms that the examples use of verbs with irregular ones.
var irregularForms = map[string][]string{"bid": {"bade"}, "begin": {"began"}, "feel": {"felt"}, "find": {"found"}, "give": {"gave"}, "go": {"went"}, "hear": {"heard"},
	"hold": {"held"}, "know": {"knew", "known"}, "lay": {"laid"}, "make": {"made"}, "say": {"said"}, "see": {"saw", "seen"}, "seek": {"sought"}, "speak": {"spoke", "spoken"},
	"spell": {"spelt"}, "swear": {"swore"}, "take": {"took"}, "tear": {"tore"}, "tell": {"told"}, "think": {"thought"}, "throw": {"threw"}, "understand": {"understood"},
	"undertake": {"undertook"}, "write": {"wrote"}}

// mentions reports whether a sentence holds a word of the lexicon in some form,
// with at most four words between the words of a pair ("made it clear").
func mentions(sentence, lemma string) bool {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(sentence, "’", "'")), func(r rune) bool {
		return strings.ContainsRune(" ,.?!;“”", r)
	})
	at, gap := -1, 0
	for _, part := range strings.Fields(lemma) {
		if strings.HasPrefix(part, "*") {
			gap = 5
			continue
		}
		from := at + 1
		i := slices.IndexFunc(words[from:], func(w string) bool { return w == part || isForm(w, part) })
		if i < 0 || at >= 0 && i > max(gap, 4) {
			return false
		}
		at, gap = from+i, 0
	}
	return at >= 0
}

func isForm(word, lemma string) bool {
	if slices.Contains(irregularForms[lemma], word) {
		return true
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(lemma, "e"), "y")
	rest, ok := strings.CutPrefix(word, stem)
	if !ok {
		return false
	}
	if n := len(rest); n > 0 && rest[0] == stem[len(stem)-1] {
		rest = rest[1:] // planned
	}
	return slices.Contains([]string{"s", "es", "ies", "ys", "ed", "ied", "yed", "ing", "ying", "d", "y", "e"}, rest)
}
