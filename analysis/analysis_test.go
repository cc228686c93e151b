package analysis

import (
	"sync"
	"testing"
	"unicode/utf8"

	"slant/analysis/corpus"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/voice"
)

var defaults = sync.OnceValues(func() (*Analyzer, error) { return New(Options{}) })

func analyzer(t testing.TB) *Analyzer {
	a, err := defaults()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// check reports whatever in r no record may hold.
func check(t *testing.T, title, body string, r *record.Record) {
	w := r.Words
	if w.Total != w.Outlet+w.Direct+w.Indirect+w.Unresolved {
		t.Errorf("the words of %q do not add up: %+v", body, w)
	}
	inside := func(what string, s language.Span) {
		text := body
		if s.In != "" {
			text = title
		}
		if s.Start < 0 || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%s %+v lies outside the text %q", what, s, text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
			t.Errorf("%s %+v cuts a character of %q", what, s, text)
		}
	}
	for _, s := range r.Sentences {
		inside("sentence", s.Span)
		if !(s.Bias >= 0 && s.Bias <= 1) {
			t.Errorf("bias %v of a sentence of %q", s.Bias, body)
		}
	}
	for i, a := range r.Attributions {
		for _, c := range a.Content {
			inside("content", c)
		}
		if a.Source != nil {
			inside("source", a.Source.Span)
		}
		if a.Cue != nil {
			inside("cue", a.Cue.Span)
		}
		if a.Parent < -1 || a.Parent >= len(r.Attributions) || a.Parent == i {
			t.Errorf("attribution %d of %q lies in attribution %d", i, body, a.Parent)
		}
	}
	voiced := func(what string, s language.Span, v voice.Voice) {
		inside(what, s)
		if (v.Kind == voice.Outlet) != (v.Attribution < 0) || v.Attribution >= len(r.Attributions) {
			t.Errorf("%s %+v of %q has voice %+v among %d attributions", what, s, body, v, len(r.Attributions))
		}
	}
	for _, f := range r.Findings {
		voiced("finding", f.Span, f.Voice)
		if f.Polarity < -1 || f.Polarity > 1 || f.Weight < 0 || f.Weight > 1 {
			t.Errorf("finding %+v of %q", f, body)
		}
	}
	for _, e := range r.Events {
		voiced("event", e.Span, e.Voice)
	}
	for _, p := range r.Portrayals {
		inside("portrayal", p.Span)
		if !(p.Polarity >= -1 && p.Polarity <= 1) {
			t.Errorf("portrayal %+v of %q", p, body)
		}
	}
}

// Any text has a record whose parts fit it and each other.
func FuzzAnalyze(f *testing.F) {
	f.Add("Blasts kill ten", "MOSCOW (AFP) - “Blind and murderous,” said the minister. The strikes, he added, “relentlessly” killed civilians.\n\nRead more: War")
	f.Add("", "Ten people were killed, according to Hamas officials who called it a massacre; Israel denied that its army had bombed the \"safe\" camp")
	f.Add("\"", "‘a “b\u200b\u00a0c’ — \xff said…”\r\n\tHe’d\n\n\n1) the U.S.A")
	f.Fuzz(func(t *testing.T, title, body string) {
		if len(title)+len(body) > 4000 {
			t.Skip("long texts make fuzzing slow")
		}
		check(t, title, body, analyzer(t).Analyze(&corpus.Article{ID: "a", Outlet: "o", Title: title, Text: body}))
	})
}
