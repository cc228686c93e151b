package reports

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/corpus"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// spans finds words in a text, from left to right.
type spans struct {
	text string
	at   int
}

func (s *spans) of(words string) language.Span {
	i := strings.Index(s.text[s.at:], words)
	if i < 0 {
		panic(words + " is not in the text")
	}
	return language.Span{Start: s.at + i, End: s.at + i + len(words)}
}

// tangled is an article in which marks nest, overlap and hold markup.
func tangled() (*record.Record, string) {
	const body = "By A. Writer\n\nThe <b>brutal</b> regime of Ruritania bombed two towns, “a & cynical crime”, Mayor Ana Ruiz said. 東京 & القدس.\n\nReportedly, it rejects the tale of “peace\n\nand order” .\x1b[31m"
	s := spans{text: body}
	brutal := s.of("brutal</b> regime")
	out := voice.Voice{Kind: voice.Outlet, Attribution: -1}
	source := s.of("Mayor Ana Ruiz")
	quote := s.of("“a & cynical crime”")
	two := language.Span{Start: s.of("“peace").Start, End: s.of("order”").End}
	return &record.Record{
		Schema: record.Schema, ID: "n1", Outlet: "<i>Daily</i>", Title: "Towns “hit” & mourned", Published: "2026-10-26", URL: `javascript:alert("1")`,
		Words:     record.Words{Total: 30, Outlet: 20, Direct: 6, Indirect: 4, Excluded: 3},
		Excluded:  []corpus.Excluded{{Span: language.Span{Start: 0, End: 12}, Reason: "byline"}},
		Sentences: []record.Sentence{{Span: language.Span{Start: 14, End: 105}, Bias: 0.71}},
		Actors: []actors.Actor{
			{ID: "ruritania", Name: "Ruritania", Type: "state", Mentions: []actors.Mention{{Span: s.of("Ruritania"), Text: "Ruritania", Form: "name"}, {Span: s.of("brutal</b> regime of Ruritania"), Form: "description"}}},
			{ID: "ruiz", Name: "Ana Ruiz", Type: "person", PartOf: "ruritania", Mentions: []actors.Mention{{Span: s.of("Ana Ruiz"), Text: "Ana Ruiz", Form: "name"}}},
		},
		Attributions: []voice.Attribution{
			{Source: &voice.Source{Span: source, Text: "Mayor Ana Ruiz", Actor: "ruiz"}, Cue: &voice.Cue{Span: s.of("said"), Text: "said", Lemma: "say", Tone: "neutral"},
				Content: []language.Span{{Start: s.of("bombed").Start, End: quote.End}}, Kind: voice.Mixed, Parent: -1},
			{Content: []language.Span{s.of("cynical")}, Kind: voice.Direct, Parent: 0},
			{Content: []language.Span{two}, Kind: voice.Direct, Parent: -1},
		},
		Findings: []wording.Finding{
			{Detector: wording.WordChoice, Category: "evaluation", Span: brutal, Text: "brutal</b> regime", Weight: 0.9, Polarity: -1, Rule: "en/x.yaml:brutal", Voice: out,
				Target: &wording.Target{Actor: "ruritania", Text: "regime", Path: "modifies>agent"}, Because: "b"},
			{Detector: wording.WordChoice, Category: "evaluation", Span: s.of("cynical"), Text: "cynical", Weight: 0.02, Polarity: -1, Rule: "en/x.yaml:cynical",
				Voice: voice.Voice{Kind: voice.Direct, Actor: "ruiz", Attribution: 0}, Because: "c"},
			{Detector: wording.Hedge, Category: "hedge", Span: s.of("Reportedly"), Text: "Reportedly", Weight: 0.3, Negated: true, Rule: "en/x.yaml:reportedly", Voice: out, Because: "h"},
		},
		Events: []events.Event{{Class: "harm", Kind: "attacking", Lemma: "bomb", Span: s.of("bombed two towns"), Form: events.Active, Agent: "ruritania", Count: 2, Fact: "denied",
			Voice: voice.Voice{Kind: voice.Indirect, Actor: "ruiz", Attribution: 0}}},
		Stances: []stance.Stance{
			{Source: voice.Outlet, Target: "ruritania", Polarity: -1, Strength: 0.9, Span: brutal, Cue: "brutal", Because: "b"},
			{Source: "ruritania", Target: "ruiz", Polarity: -1, Strength: 0.5, Span: s.of("rejects the tale"), Cue: "rejects"},
		},
		Portrayals: []stance.Portrayal{{Actor: "ruritania", Span: language.Span{Start: 14, End: 105}, Polarity: -0.9, Label: "negative", Role: "antagonist", RoleOfText: true,
			Parts: []stance.Part{{What: stance.Base, Share: 0.424}, {Word: "brutal</b> regime", What: "loaded, about the actor, by the outlet", Share: -3.2}, {What: "the actor is the subject", Share: 0.52}}}},
	}, body
}

// TestExplainText holds the terminal view against testdata/explain.txt.
func TestExplainText(t *testing.T) {
	r, body := tangled()
	e, err := Explain(r, body)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := e.Text(&got, 80, false); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "explain.txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("differs from %s at byte %d (UPDATE=1 rewrites it):\n%s", golden, firstDifference(got.String(), string(want)), got.String())
	}
	var coloured bytes.Buffer
	if err := e.Text(&coloured, 80, true); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(got.String(), "\x1b") {
		t.Error("the text of an article sends escape sequences to the terminal")
	}
	if plain := escapes.ReplaceAllString(coloured.String(), ""); plain != got.String() {
		t.Error("with colours the view says something else")
	}
}

func TestExplainPage(t *testing.T) {
	r, body := tangled()
	e, err := Explain(r, body)
	if err != nil {
		t.Fatal(err)
	}
	page, err := e.HTML("../report.html")
	if err != nil {
		t.Fatal(err)
	}
	s := string(page)
	checkPage(t, "nested", s, map[string]string{"../report.html": ""})
	for _, want := range []string{
		"Mayor ", `<bdi>Ana Ruiz</bdi>, partly quoted`, "speaker not found", "not counted: byline", "&lt;b&gt;", "東京 &amp; القدس",
		"about Ruritania by way of “regime” (modifies, agent)", "it counts as a stance of the outlet against Ruritania", "Ruritania stands against Ana Ruiz by “rejects” (−0.5)",
		"2 victims, a figure of which the article does not say whose it is", "as denied", "Person, for Ruritania",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, bad := range []string{"javascript:", "<b>brutal", "<i>Daily", "+0.0", "−0.0"} {
		if strings.Contains(s, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
}

func TestExplainOtherText(t *testing.T) {
	r, body := tangled()
	for _, other := range []string{"", "another text", strings.Replace(body, "brutal", "gentle", 1)} {
		if _, err := Explain(r, other); err == nil || !strings.Contains(err.Error(), `article "n1": this is not the text`) {
			t.Errorf("Explain of %.20q: %v", other, err)
		}
	}
}

// However spans lie, the pieces are the text again, and every entry is reached.
func TestExplainCutsAnyhow(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	body := strings.Repeat("Words and words stand here. ", 8) + "\n\n \n\n" + strings.Repeat("More words. ", 10) + "\n"
	for range 300 {
		r := &record.Record{ID: "x"}
		span := func() language.Span {
			a, b := random.IntN(len(body)), random.IntN(len(body))
			return language.Span{Start: min(a, b), End: max(a, b) + 1}
		}
		for i := range random.IntN(9) {
			s := span()
			switch i % 4 {
			case 0:
				r.Findings = append(r.Findings, wording.Finding{Detector: wording.WordChoice, Span: s, Text: body[s.Start:s.End], Voice: voice.Voice{Attribution: -1}})
			case 1:
				r.Attributions = append(r.Attributions, voice.Attribution{Content: []language.Span{s, span()}, Kind: voice.Direct, Parent: random.IntN(len(r.Attributions)+1) - 1})
			case 2:
				r.Events = append(r.Events, events.Event{Class: "harm", Span: s})
			case 3:
				r.Excluded = append(r.Excluded, corpus.Excluded{Span: s, Reason: "notice"})
			}
		}
		e, err := Explain(r, body)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, p := range e.paragraphs {
			for _, run := range p.Runs {
				for _, piece := range run.Pieces {
					got.WriteString(piece.Text)
				}
			}
		}
		if strip(got.String()) != strip(body) {
			t.Fatalf("the pieces are %q", got.String())
		}
		for _, x := range e.entries {
			if x.Kind != kindSpeech && len(x.At) == 0 && strings.TrimSpace(x.Words) != "" && !strings.HasPrefix(x.Words, "\n") && !strings.HasPrefix(x.Words, " ") {
				t.Fatalf("no place in the text leads to %+v", x)
			}
		}
		if _, err := e.HTML(""); err != nil {
			t.Fatal(err)
		}
	}
}

func strip(s string) string { return strings.Join(strings.Fields(s), "") }

// An article of 100 kB full of marks must not take long.
func BenchmarkExplain(b *testing.B) {
	body := strings.Repeat("The brutal regime said it. ", 4000)
	r := &record.Record{ID: "x", Title: "T"}
	for i := range 4000 {
		at := i * 27
		r.Findings = append(r.Findings, wording.Finding{Detector: wording.WordChoice, Span: language.Span{Start: at + 4, End: at + 10}, Text: "brutal", Voice: voice.Voice{Attribution: -1}})
		r.Attributions = append(r.Attributions, voice.Attribution{Content: []language.Span{{Start: at + 23, End: at + 25}}, Kind: voice.Direct, Parent: -1})
	}
	for b.Loop() {
		e, err := Explain(r, body)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := e.HTML(""); err != nil {
			b.Fatal(err)
		}
	}
}
