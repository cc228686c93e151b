package voice_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/lexicons"
)

func TestMain(m *testing.M) {
	if os.Getenv("UPDATE") != "" {
		os.Args = append(os.Args, "-rewrite")
	}
	os.Exit(m.Run())
}

func reader(t testing.TB) *voice.Reader {
	t.Helper()
	cues, err := lexicons.Cues(lexicons.Builtin(), "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	return voice.NewReader(cues)
}

// TestCases runs the sentences of testdata: a text, and one line for each
// attribution in it; or, under "voices", for each stretch of words that are a
// source's by its wording. A case whose first line is "attribute wrong" is one that
// slant gets wrong and that we can live with for now: what stands below it is
// what is wanted, and the test complains when it starts to come out right.
func TestCases(t *testing.T) {
	r := reader(t)
	datadriven.Walk(t, "testdata", func(t *testing.T, file string) {
		datadriven.RunTest(t, file, func(t *testing.T, c *datadriven.TestData) string {
			d := language.Read("", c.Input, nil)
			got := show(d, r.Read(d, new(actors.Index)))
			if c.Cmd == "voices" {
				got = showVoices(d, r.Read(d, new(actors.Index)))
			}
			if !c.HasArg("wrong") {
				return got
			}
			if got == c.Expected {
				t.Errorf("%s: comes out right now; take the word wrong away", c.Pos)
			}
			return c.Expected
		})
	})
}

func show(d *language.Document, s *voice.Speakers) string {
	var b strings.Builder
	for _, a := range s.Attributions {
		source, cue := "none", "none"
		if a.Source != nil {
			source = a.Source.Text
		}
		if a.Cue != nil {
			cue = fmt.Sprintf("%s (%s)", a.Cue.Text, a.Cue.Tone)
		}
		var content []string
		for _, span := range a.Content {
			content = append(content, strings.Join(strings.Fields(d.Text(span)), " "))
		}
		fmt.Fprintf(&b, "%s | source: %s | cue: %s | content: %s", a.Kind, source, cue, strings.Join(content, " … "))
		if a.Parent >= 0 {
			fmt.Fprintf(&b, " | in %d", a.Parent)
		}
		if a.Inherited {
			b.WriteString(" | inherited")
		}
		b.WriteString("\n")
	}
	if b.Len() == 0 {
		return "none\n"
	}
	return b.String()
}

func showVoices(d *language.Document, s *voice.Speakers) string {
	var b strings.Builder
	for i := 0; i < len(d.Tokens); i++ {
		first := i
		for i < len(d.Tokens) && s.At(i).Kind != voice.Outlet && s.At(i) == s.At(first) {
			i++
		}
		if i > first {
			fmt.Fprintf(&b, "%s: %s\n", s.At(first).Kind, d.Text(d.Span(first, i-1)))
			i--
		}
	}
	if b.Len() == 0 {
		return "outlet\n"
	}
	return b.String()
}
