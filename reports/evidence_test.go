package reports

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"slant/analysis/actors"
	"slant/analysis/compare"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// article gives a record with n findings of "grim" and its text.
func article(outlet, id string, n int) (*record.Record, string) {
	r := &record.Record{ID: id, Outlet: outlet, Title: "T " + id, Actors: []actors.Actor{{ID: "x", Name: "Mr X"}}}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Sentence %d, naïve  and\nlong, says in its %d words that a ", i, i*i)
		at := b.Len()
		b.WriteString("grim deed was done to nobody; ")
		f := wording.Finding{Detector: "wordchoice", Category: "evaluation", Span: language.Span{Start: at, End: at + 4}, Text: "grim",
			Rule: "r", Voice: voice.Voice{Kind: voice.Outlet}, Target: &wording.Target{Actor: "x"}}
		if i%3 == 2 {
			f.Detector, f.Category = "euphemism", "c"
		}
		r.Findings = append(r.Findings, f)
	}
	return r, b.String()
}

// collect draws a sample from records, whose bodies texts gives.
func collect(records []*record.Record, texts func(outlet, id string) string, seed uint64, each int) []Evidence {
	s := NewSample(seed, each)
	for _, r := range records {
		s.Add(r, texts(r.Outlet, r.ID))
	}
	// Every finding counts as loaded and as its kind; one of the two will do.
	return s.Drawn(&compare.Comparison{Metrics: []compare.Metric{{ID: "loaded.evaluation"}, {ID: "loaded.euphemism"}}}).Evidence
}

func noTexts(string, string) string { return "" }

func TestSample(t *testing.T) {
	var records []*record.Record
	texts := map[string]string{}
	for _, o := range []string{"", "A", "B"} {
		for i := range 20 {
			r, text := article(o, fmt.Sprint(o, i), 9)
			records = append(records, r)
			texts[o+"/"+r.ID] = text
		}
	}
	lookup := func(outlet, id string) string { return texts[outlet+"/"+id] }
	got := collect(records, lookup, 5, 4)
	if len(got) != 3*2*4 {
		t.Fatalf("%d examples, want 4 for each of 3 outlets and 2 categories", len(got))
	}
	for _, e := range got {
		if e.Text != "grim" || e.Target != "Mr X" || !strings.HasSuffix(e.Left, "words that a ") || !strings.HasPrefix(e.Right, " deed was done") {
			t.Errorf("%+v", e)
		}
		if n := utf8.RuneCountInString(e.Left); n > contextRunes+1 || strings.Contains(e.Left+e.Right, "\n") || strings.Contains(e.Left, "  ") || !utf8.ValidString(e.Left+e.Right) {
			t.Errorf("context %q, %q", e.Left, e.Right)
		}
	}
	if got[0].Metric != "loaded.euphemism" || got[0].Outlet != "(no outlet)" || got[len(got)-1].Metric != "loaded.evaluation" || got[len(got)-1].Outlet != "B" {
		t.Errorf("order: %s %s … %s %s", got[0].Metric, got[0].Outlet, got[len(got)-1].Metric, got[len(got)-1].Outlet)
	}

	shuffled := slices.Clone(records)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	if !slices.Equal(got, collect(shuffled, lookup, 5, 4)) {
		t.Error("the sample depends on the order of the records")
	}
	if slices.Equal(got, collect(records, lookup, 6, 4)) {
		t.Error("the sample does not depend on the seed")
	}
	if more := collect(records, lookup, 5, 8); !containsAll(more, got) {
		t.Error("a larger sample does not hold the smaller")
	}
	if none := collect(records, noTexts, 5, 1); none[0].Left != "" || none[0].Text != "grim" {
		t.Errorf("without texts: %+v", none[0])
	}
	changed := func(string, string) string { return "another text altogether" }
	if e := collect(records, changed, 5, 1)[0]; e.Left != "" || e.Right != "" {
		t.Errorf("context of another text: %+v", e)
	}
}

func containsAll(all, some []Evidence) bool {
	for _, e := range some {
		if !slices.Contains(all, e) {
			return false
		}
	}
	return true
}

func TestSampleLeavesOut(t *testing.T) {
	r, _ := article("A", "1", 6)
	r.Findings[0].Negated = true
	r.Findings[1].Voice.Kind = voice.Direct
	r.Findings[3].In = language.Title
	copied := *r
	copied.ID, copied.DuplicateOf = "2", "1"
	got := collect([]*record.Record{&copied, r}, noTexts, 1, 10)
	if len(got) != 3 { // of six findings three are left, each of them once
		t.Errorf("%d examples, want 3: %+v", len(got), got)
	}
	for _, e := range got {
		if e.Article != "1" {
			t.Errorf("the copy was drawn: %+v", e)
		}
	}
}

// A drawing by lot gives every finding the same chance.
func TestSampleIsFair(t *testing.T) {
	r, _ := article("A", "1", 2)
	first := 0
	const draws = 2000
	for seed := range uint64(draws) {
		e := collect([]*record.Record{r}, noTexts, seed, 1)
		r0 := collect([]*record.Record{{ID: r.ID, Outlet: r.Outlet, Findings: r.Findings[:1], Title: r.Title, Actors: r.Actors}}, noTexts, seed, 1)
		if lot(seed, r, "loaded.evaluation", "r", r.Findings[0].Span) < lot(seed, r, "loaded.evaluation", "r", r.Findings[1].Span) {
			first++
			if e[0] != r0[0] {
				t.Fatal("the lower lot was not drawn")
			}
		}
	}
	if first < draws*45/100 || first > draws*55/100 { // 4.5 standard deviations
		t.Errorf("the first of two findings came first in %d of %d draws", first, draws)
	}
}

func TestContext(t *testing.T) {
	text := "éé  before\tthe word , after"
	s := language.Span{Start: strings.Index(text, "word"), End: strings.Index(text, "word") + 4}
	if l, r := contextOf(text, s, "word"); l != "éé before the " || r != " , after" {
		t.Errorf("%q %q", l, r)
	}
	for _, s := range []language.Span{{Start: -1, End: 2}, {Start: 5, End: 3}, {Start: 0, End: 999}} {
		if l, r := contextOf(text, s, "x"); l+r != "" {
			t.Errorf("context of a span outside the text: %q %q", l, r)
		}
	}
	long := strings.Repeat("日", 300)
	if l, r := contextOf(long+"x"+long, language.Span{Start: 900, End: 901}, "x"); utf8.RuneCountInString(l) != contextRunes+1 || utf8.RuneCountInString(r) != contextRunes+1 || !utf8.ValidString(l+r) {
		t.Errorf("%q %q", l, r)
	}
}
