package voice_test

import (
	"slices"
	"strings"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/voice"
)

// FuzzRead holds what must be true of any text, however broken: every span is
// the slice that it says, every word has one voice and lies in the content of the
// attribution that gives it, the words of the four voices add up to all, and an attribution sits in another, in the end in none.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"“We will not leave,” said Mayor Ana Ruiz. “Never.”",
		"According to him, Moscow insisted that “the talks” were over.",
		"He said he said that she said: “He told me ‘run’ and I ran,”",
		"”\" ' ‘ “ « » ,\" she said",
		"“a\n\n“b\n\nc” said Bo, adding that “d",
		"\xff“é\u00ad\u200b said\x00he. The group's claim that it, he said, was",
		strings.Repeat("“a” he said that ", 40),
	} {
		f.Add("", s)
		f.Add(s, s)
	}
	r := reader(f)
	f.Fuzz(func(t *testing.T, title, body string) {
		d := language.Read(title, body, nil)
		s := r.Read(d, new(actors.Index))
		inside := func(span language.Span, what string) {
			field := d.Body
			if span.In == language.Title {
				field = d.Title
			}
			if span.Start < 0 || span.Start >= span.End || span.End > len(field) {
				t.Fatalf("%s: bytes %d to %d of %d", what, span.Start, span.End, len(field))
			}
		}
		for n, a := range s.Attributions {
			if len(a.Content) == 0 {
				t.Fatalf("attribution %d has no content", n)
			}
			for _, c := range a.Content {
				inside(c, "content")
			}
			if a.Source != nil {
				inside(a.Source.Span, "source")
				if a.Source.Text != d.Text(a.Source.Span) {
					t.Fatalf("the text of a source is %q, its span %q", a.Source.Text, d.Text(a.Source.Span))
				}
			}
			if a.Cue != nil {
				inside(a.Cue.Span, "cue")
				if a.Cue.Text != d.Text(a.Cue.Span) {
					t.Fatalf("the text of a cue is %q, its span %q", a.Cue.Text, d.Text(a.Cue.Span))
				}
			}
			steps := 0
			for up := a.Parent; up != -1; up = s.Attributions[up].Parent {
				if steps++; up < 0 || up >= len(s.Attributions) || steps > len(s.Attributions) {
					t.Fatalf("attribution %d sits in %d, which leads nowhere", n, up)
				}
			}
		}
		words := map[string]int{}
		for i := range d.Tokens {
			for _, v := range []voice.Voice{s.At(i), s.Holder(i)} {
				if v.Kind == voice.Outlet != (v.Attribution == -1) || v.Attribution >= len(s.Attributions) {
					t.Fatalf("token %d: voice %+v of %d attributions", i, v, len(s.Attributions))
				}
				if v.Kind == voice.Outlet {
					continue
				}
				at := d.Span(i, i)
				within := func(c language.Span) bool { return c.In == at.In && c.Start <= at.Start && at.End <= c.End }
				if !slices.ContainsFunc(s.Attributions[v.Attribution].Content, within) {
					t.Fatalf("token %d: voice %+v, but the content of that attribution does not hold it", i, v)
				}
			}
			if s.Holder(i).Kind == voice.Outlet && s.At(i).Kind != voice.Outlet {
				t.Fatalf("token %d is a source's by its wording and nobody's by what it tells", i)
			}
			words[s.At(i).Kind]++
		}
		if words[voice.Outlet]+words[voice.Direct]+words[voice.Indirect]+words[voice.Unresolved] != len(d.Tokens) {
			t.Fatalf("%d tokens have the voices %v", len(d.Tokens), words)
		}
		for _, b := range s.Borrowed {
			if b[0] < 0 || b[0] > b[1] || b[1] >= len(d.Tokens) {
				t.Fatalf("borrowed from token %d to %d of %d", b[0], b[1], len(d.Tokens))
			}
		}
	})
}
