package record_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"slant/analysis/actors"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// drawRecord makes an article of everything that a tally counts, and of what it
// must leave out.
func drawRecord(t *rapid.T) *record.Record {
	small := rapid.IntRange(0, 5)
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	field := func() language.Span { return language.Span{In: pick("in", "", "", language.Title)} }
	speaker := func() voice.Voice {
		return voice.Voice{Kind: pick("voice", voice.Outlet, voice.Direct, voice.Indirect)}
	}
	r := &record.Record{Words: record.Words{
		Total: small.Draw(t, "total"), Outlet: small.Draw(t, "outlet"), Direct: small.Draw(t, "direct"),
		Indirect: small.Draw(t, "indirect"), Unresolved: small.Draw(t, "unresolved"), Excluded: small.Draw(t, "excluded"),
	}}
	for range small.Draw(t, "findings") {
		r.Findings = append(r.Findings, wording.Finding{
			Span: field(), Detector: pick("detector", "wordchoice", "hedge"), Category: pick("category", "evaluation", "emotion"),
			Negated: rapid.Bool().Draw(t, "negated"), Voice: speaker(),
			Rule: pick("rule", "a.yaml:brutal", "b.yaml:cruel"), Weight: rapid.SampledFrom([]float64{.4, .9}).Draw(t, "weight"),
			Target: rapid.SampledFrom([]*wording.Target{nil, {Actor: "army"}, {Actor: "mayor"}}).Draw(t, "target"),
		})
	}
	for range small.Draw(t, "attributions") {
		at := small.Draw(t, "content")
		a := voice.Attribution{
			Parent:  rapid.IntRange(-1, 1).Draw(t, "parent"),
			Content: []language.Span{{Start: at, End: at + small.Draw(t, "length")}},
			Source:  rapid.SampledFrom([]*voice.Source{nil, {Text: "officials"}, {Actor: "actor0"}}).Draw(t, "source"),
		}
		if rapid.Bool().Draw(t, "cued") {
			a.Cue = &voice.Cue{Span: field(), Tone: pick("tone", "neutral", "doubt", "endorse", "contest", "concede")}
		}
		r.Attributions = append(r.Attributions, a)
	}
	for range small.Draw(t, "events") {
		r.Events = append(r.Events, events.Event{
			Span: field(), Class: pick("class", "harm", "help"), Form: pick("form", "active", "passive", "agentless", "nominal"),
			Agent: pick("agent", "", "army"), Patient: pick("patient", "", "mayor", "union"), Fact: pick("fact", "asserted", "possible"), Voice: speaker(),
			Count: small.Draw(t, "count"), FigureAttributed: rapid.Bool().Draw(t, "attributed"),
		})
	}
	for range small.Draw(t, "portrayals") {
		r.Portrayals = append(r.Portrayals, stance.Portrayal{
			Span: field(), Actor: pick("actor", "army", "union", "mayor"), Label: pick("label", "negative", "neutral", "positive"),
		})
	}
	for range small.Draw(t, "stances") {
		r.Stances = append(r.Stances, stance.Stance{
			Span: field(), Source: pick("holder", voice.Outlet, "army"), Target: pick("target", "union", "mayor"),
			Polarity: rapid.SampledFrom([]float64{-.6, 0, .6}).Draw(t, "polarity"),
		})
	}
	for range rapid.IntRange(0, 1).Draw(t, "frames") {
		r.Frames = append(r.Frames, record.Frame{Frame: pick("frame", "economic", "morality")})
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "actors") {
		r.Actors = append(r.Actors, actors.Actor{
			ID: fmt.Sprint("actor", i), Name: pick("name", "the army", "the Army"), Type: "organisation",
			Mentions: make([]actors.Mention, small.Draw(t, "mentions")),
		})
	}
	return r
}

func TestTallyMergesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(rapid.Custom(drawRecord), 0, 12).Draw(t, "records")
		var want record.Tally
		for _, r := range records {
			want.Add(r)
		}
		shards := make([]record.Tally, 3)
		for _, i := range rapid.Permutation(indices(len(records))).Draw(t, "order") {
			shards[rapid.IntRange(0, 2).Draw(t, "shard")].Add(records[i])
		}
		var got record.Tally
		for _, i := range rapid.Permutation(indices(3)).Draw(t, "shards") {
			before := fmt.Sprint(shards[i])
			got.Merge(&shards[i])
			if after := fmt.Sprint(shards[i]); after != before {
				t.Fatalf("Merge changed its argument:\n%s\n%s", before, after)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("three shards in another order (-one by one +merged):\n%s", diff)
		}
		if got.Articles != len(records) {
			t.Fatalf("%d articles of %d", got.Articles, len(records))
		}
	})
}

func indices(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func TestTallyOfAnArticle(t *testing.T) {
	title := language.Span{In: language.Title}
	body := func(start, end int) []language.Span { return []language.Span{{Start: start, End: end}} }
	own, source := voice.Voice{Kind: voice.Outlet}, voice.Voice{Kind: voice.Indirect}
	r := &record.Record{
		Words: record.Words{Total: 100, Outlet: 70, Direct: 10, Indirect: 20, Excluded: 5},
		Findings: []wording.Finding{
			{Detector: "wordchoice", Category: "evaluation", Voice: own, Rule: "brutal", Weight: .9, Target: &wording.Target{Actor: "army"}},
			{Detector: "wordchoice", Category: "evaluation", Voice: source, Rule: "brutal", Weight: .9},
			{Detector: "wordchoice", Category: "evaluation", Voice: own, Rule: "brutal", Weight: .9, Target: &wording.Target{Actor: "army"}},
			{Detector: "wordchoice", Category: "evaluation", Voice: own, Rule: "odd", Weight: .4},
			{Detector: "wordchoice", Category: "evaluation", Voice: own, Negated: true},
			{Detector: "wordchoice", Category: "evaluation", Voice: own, Span: title},
			{Detector: "hedge", Category: "hedge", Voice: own},
		},
		Attributions: []voice.Attribution{
			{Parent: -1, Cue: &voice.Cue{Tone: "doubt"}, Source: &voice.Source{Actor: "mayor"}, Content: body(10, 60)},
			{Parent: 0, Cue: &voice.Cue{Tone: "contest"}, Source: &voice.Source{Text: "aides"}, Content: body(40, 60)}, // a source's word for what another says
			{Parent: -1, Content: body(70, 75)},
			{Parent: -1, Cue: &voice.Cue{Tone: "neutral"}, Source: &voice.Source{Actor: "mayor"}, Content: []language.Span{title}},
		},
		Events: []events.Event{
			{Class: "harm", Form: "active", Agent: "army", Fact: "asserted", Voice: own, Count: 3, FigureAttributed: true},
			{Class: "harm", Form: "agentless", Patient: "mayor", Doer: "army", Fact: "asserted", Voice: own, Count: 2},
			{Class: "harm", Form: "agentless", Patient: "town", Doer: "army", Also: true, Fact: "asserted", Voice: own},
			{Class: "harm", Form: "nominal", Fact: "asserted", Voice: own},
			{Class: "harm", Form: "nominal", Agent: "army", Fact: "asserted", Voice: own},
			{Class: "help", Form: "passive", Agent: "army", Fact: "asserted", Voice: own},
			{Class: "harm", Form: "active", Agent: "army", Fact: "denied", Voice: own},
			{Class: "harm", Form: "active", Agent: "army", Fact: "asserted", Voice: source},
			{Class: "harm", Form: "active", Agent: "army", Fact: "asserted", Voice: own, Count: 9, Span: title},
		},
		Portrayals: []stance.Portrayal{
			{Actor: "mayor", Label: "positive"}, {Actor: "army", Label: "negative"}, {Actor: "mayor", Label: "neutral"},
			{Actor: "mayor", Label: "negative", Span: title},
		},
		Stances: []stance.Stance{
			{Source: voice.Outlet, Target: "union", Polarity: -.5}, {Source: voice.Outlet, Target: "union", Polarity: .5},
			{Source: "mayor", Target: "union", Polarity: -.5}, {Source: voice.Outlet, Target: "army"},
		},
		Frames: []record.Frame{{Frame: "morality", Score: .4}},
		Actors: []actors.Actor{
			{ID: "mayor", Name: "the mayor", Type: "person", Mentions: []actors.Mention{{Span: title}, {}}},
			{ID: "union", Name: "the union", Type: "organisation"},
		},
	}
	var got record.Tally
	got.Add(r)
	want := record.Tally{
		Articles: 1,
		Words:    r.Words,
		Findings: []record.FindingCount{
			{Detector: "hedge", Category: "hedge", Voice: voice.Outlet, Count: 1},
			{Detector: "wordchoice", Category: "evaluation", Voice: voice.Indirect, Rule: "brutal", Strong: true, Count: 1},
			{Detector: "wordchoice", Category: "evaluation", Voice: voice.Outlet, Rule: "brutal", Target: "army", Strong: true, Count: 2},
			{Detector: "wordchoice", Category: "evaluation", Voice: voice.Outlet, Rule: "odd", Count: 1},
		},
		Sources: []record.SourceCount{
			{Type: record.UnknownSource, Attributions: 1, Length: 20},
			{Type: record.UnnamedSource, Attributions: 1, Length: 5},
			{Actor: "mayor", Type: "person", Attributions: 1, Length: 30},
		},
		Attributions: record.Tones{Neutral: 1, Doubt: 1, Bare: 1},
		Acts:         record.Forms{Active: 1, Passive: 1, Agentless: 1, Nominal: 2, NominalWithoutAgent: 1},
		Harm:         record.Forms{Active: 1, Agentless: 1, Nominal: 2, NominalWithoutAgent: 1},
		Harmed:       []record.HarmCount{{Actor: "mayor", Forms: record.Forms{Agentless: 1}}, {Actor: "town", Forms: record.Forms{Agentless: 1}}},
		Harming:      []record.HarmCount{{Actor: "army", Forms: record.Forms{Active: 1, Agentless: 1, Nominal: 1}}},
		Figures:      record.Figures{Given: 2, Attributed: 1},
		FiguresOf:    []record.FigureCount{{Actor: "mayor", Figures: record.Figures{Given: 1}}},
		Stances:      []record.StanceCount{{Target: "union", Favourable: 1, Unfavourable: 1}},
		Frames:       []record.FrameCount{{Frame: "morality", Articles: 1}},
		Portrayals:   []record.PortrayalCount{{Actor: "army", Negative: 1}, {Actor: "mayor", Neutral: 1, Positive: 1}},
		Mentions:     []record.MentionCount{{"mayor", "the mayor", "person", 2, 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got, want := got.Attributions.Cued(), 2; got != want {
		t.Errorf("%d attributions with a cue, want %d", got, want)
	}
	if got, want := got.Harm.Total(), 4; got != want {
		t.Errorf("%d harm events, want %d", got, want)
	}
}
