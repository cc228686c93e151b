package wording_test

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
	"slant/lexicons"
)

func TestMain(m *testing.M) {
	if os.Getenv("UPDATE") != "" {
		os.Args = append(os.Args, "-rewrite")
	}
	os.Exit(m.Run())
}

type stages struct {
	actors *actors.Finder
	voices *voice.Reader
	words  *wording.Finder
}

func prepare(t testing.TB) stages {
	t.Helper()
	data := lexicons.Builtin()
	gazetteer, err := lexicons.Actors(data, "en/actors")
	if err != nil {
		t.Fatal(err)
	}
	finder, err := actors.NewFinder(gazetteer)
	if err != nil {
		t.Fatal(err)
	}
	cues, err := lexicons.Cues(data, "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	words, sets, err := lexicons.Words(data, "en/words")
	if err != nil {
		t.Fatal(err)
	}
	return stages{finder, voice.NewReader(cues), wording.NewFinder(words, sets)}
}

func (s stages) find(title, body string) (*language.Document, *voice.Speakers, []wording.Finding) {
	d := language.Read(title, body, nil)
	_, index := s.actors.Find(d, nil, d.Names)
	speakers := s.voices.Read(d, index)
	return d, speakers, s.words.Find(d, index, speakers)
}

// TestCases runs the sentences of testdata: a text, and one line for each
// finding. A case marked "wrong" is one that slant gets wrong and that we can
// live with for now: what stands below it is what is wanted, and the test
// complains when it starts to come out right.
func TestCases(t *testing.T) {
	s := prepare(t)
	datadriven.Walk(t, "testdata", func(t *testing.T, file string) {
		datadriven.RunTest(t, file, func(t *testing.T, c *datadriven.TestData) string {
			_, _, found := s.find("", c.Input)
			got := show(found, c.Cmd)
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

// show lists findings, one a line. The command of a case is "find", or the name
// of a detector whose findings alone are meant, or "about": whom loaded words are
// about and who says them, whatever their category and weight.
func show(found []wording.Finding, command string) string {
	var b strings.Builder
	if command == "about" {
		for _, f := range found {
			if f.Detector != wording.Reporting && f.Detector != wording.Hedge {
				b.WriteString(about(f))
			}
		}
		return cmp.Or(b.String(), "none\n")
	}
	for _, f := range found {
		if command != "find" && f.Detector != command {
			continue
		}
		target := "nobody"
		if f.Target != nil {
			target = f.Target.Actor
		}
		fmt.Fprintf(&b, "%s %s: %q %+.1f in the voice of %s, about %s", f.Detector, f.Category, f.Text, f.Polarity, speaker(f.Voice), target)
		if f.Negated {
			b.WriteString(", negated")
		}
		b.WriteString("\n")
	}
	if b.Len() == 0 {
		return "none\n"
	}
	return b.String()
}

func about(f wording.Finding) string {
	line := f.Text + ": nobody"
	if f.Target != nil {
		line = f.Text + ": " + f.Target.Actor
	}
	if f.Negated {
		line += ", negated"
	}
	if f.Voice.Kind != voice.Outlet {
		line += ", says " + speaker(f.Voice)
	}
	return line + "\n"
}

func speaker(v voice.Voice) string {
	switch {
	case v.Kind == voice.Outlet:
		return "the outlet"
	case v.Actor == "":
		return "a source (" + v.Kind + ")"
	}
	return v.Actor + " (" + v.Kind + ")"
}

// FuzzFind holds every finding to the contract of the record: spans in range and
// in order, the text that of the slice.
func FuzzFind(f *testing.F) {
	s := prepare(f)
	for _, text := range []string{
		"The regime’s “so-called” reform was a blind and murderous farce.",
		"Thugs – vile, brutal thugs – rammed it through…", "\"'“”’\xff", "not n't never terrorist",
	} {
		f.Add("A murderous farce", text)
	}
	f.Fuzz(func(t *testing.T, title, body string) {
		d, speakers, found := s.find(title, body)
		for i, x := range found {
			field := body
			if x.In == language.Title {
				field = title
			}
			if x.Start < 0 || x.End > len(field) || x.Start >= x.End || field[x.Start:x.End] != x.Text {
				t.Fatalf("finding %+v does not lie in %q", x, field)
			}
			if i > 0 && found[i-1].Compare(x.Span) > 0 {
				t.Fatalf("findings out of order: %v after %v", x.Span, found[i-1].Span)
			}
		}
		rest := found
		for i, s := range d.Sentences {
			var in []wording.Finding
			in, rest = wording.In(rest, s.Span)
			if p, _ := wording.Bias(d, i, in, speakers); !(p >= 0 && p <= 1) {
				t.Fatalf("bias %v", p)
			}
		}
		if len(rest) > 0 {
			t.Fatalf("findings in no sentence: %+v", rest)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := prepare(b)
	body := strings.Repeat("The minister’s reckless plan was a blind and murderous farce, critics of the regime said on Monday in Port Ellis. Officials met there to discuss the budget for the coming year. ", 200)
	d := language.Read("", body, nil)
	_, index := s.actors.Find(d, nil, d.Names)
	speakers := s.voices.Read(d, index)
	b.SetBytes(int64(len(body)))
	b.ReportMetric(float64(len(d.Tokens)), "tokens")
	for b.Loop() {
		s.words.Find(d, index, speakers)
	}
}
