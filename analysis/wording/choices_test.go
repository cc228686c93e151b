package wording_test

import (
	"slices"
	"testing"

	"slant/analysis/language"
	"slant/analysis/wording"
	"slant/lexicons"
)

func chooser(t testing.TB) (*wording.Chooser, []lexicons.ChoiceGroup) {
	t.Helper()
	_, sets, err := lexicons.Words(lexicons.Builtin(), "en/words")
	if err != nil {
		t.Fatal(err)
	}
	groups, err := lexicons.Choices(lexicons.Builtin(), "en/choices", sets)
	if err != nil {
		t.Fatal(err)
	}
	return wording.NewChooser(groups, sets), groups
}

// TestChoiceExamples runs the examples that choice sets give themselves.
func TestChoiceExamples(t *testing.T) {
	s := prepare(t)
	c, groups := chooser(t)
	n := 0
	for _, g := range groups {
		finds := func(sentence string) bool {
			n++
			d := language.Read("", sentence, nil)
			_, index := s.actors.Find(d, nil, d.Names)
			return slices.ContainsFunc(c.Find(d, index, s.voices.Read(d, index)), func(x wording.Choice) bool {
				return x.Set == g.Set.Name && x.Side == g.Side
			})
		}
		for _, sentence := range g.Good {
			if !finds(sentence) {
				t.Errorf("%s: side %s of %s is not found in its good example %q", g.Set.File, g.Side, g.Set.Name, sentence)
			}
		}
		for _, sentence := range g.Bad {
			if finds(sentence) {
				t.Errorf("%s: side %s of %s is found in its bad example %q", g.Set.File, g.Side, g.Set.Name, sentence)
			}
		}
	}
	t.Logf("%d examples of %d groups", n, len(groups))
}

// TestChoices holds what a choice says: the longest term counts, the voice is that
// of whoever says it, and spans are the slice.
func TestChoices(t *testing.T) {
	s := prepare(t)
	c, _ := chooser(t)
	title := "Hamas-run health ministry gives figure"
	body := "The Gaza health ministry gave a figure. “The Zionist entity denies it,” the spokesman of Hamas said. An illegal alien, whom critics call an undocumented migrant, was shot."
	d := language.Read(title, body, nil)
	_, index := s.actors.Find(d, nil, d.Names)
	got := c.Find(d, index, s.voices.Read(d, index))
	want := []struct{ in, set, side, text, voice string }{
		{"title", "gaza-health-ministry", "israel", "Hamas-run health ministry", "outlet"},
		{"", "gaza-health-ministry", "neutral", "Gaza health ministry", "outlet"},
		{"", "israel-as-a-state", "palestinians", "Zionist entity", "direct"},
		{"", "migrants-without-papers", "control", "illegal alien", "outlet"},
		{"", "migrants-without-papers", "migrants", "undocumented migrant", "indirect"},
	}
	if len(got) != len(want) {
		t.Fatalf("found %+v", got)
	}
	for i, w := range want {
		g := got[i]
		field := body
		if g.In == language.Title {
			field = title
		}
		if g.In != w.in || g.Set != w.set || g.Side != w.side || g.Text != w.text || g.Text != field[g.Start:g.End] || w.voice != "indirect" && g.Voice.Kind != w.voice {
			t.Errorf("found %+v, want %+v", g, w)
		}
	}
}
