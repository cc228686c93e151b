package stance

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"slant/analysis/language"
)

// FuzzPortrayals holds what must be true of any text, however broken: spans lie
// in the text, stances and portrayals keep their ranges, label and polarity
// never contradict each other, no actor has two portrayals in a sentence, and a
// second reading gives the same.
func FuzzPortrayals(f *testing.F) {
	for _, s := range []string{
		"Putin, a ruthless dictator, met Merkel. She was not amused.",
		"“Trump is a liar,” Biden said, despite the scandal.",
		"Trump was acquitted of fraud? Nobody trusts Orban.",
		"Hamas killed, killed and killed Israelis; Israel's brutal, brutal attack",
		"\xff Biden\u00ad \x00lacks the support of of of Macron's",
		strings.Repeat("Macron praised Putin and ", 30),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, stances, portrayals := find(t, nil, text)
		for _, s := range stances {
			if s.Start < 0 || s.Start >= s.End || s.End > len(d.Body) {
				t.Fatalf("stance at bytes %d to %d of %d", s.Start, s.End, len(d.Body))
			}
			if math.Abs(s.Polarity) > 1 || s.Strength < 0 || s.Strength > 1 {
				t.Fatalf("stance out of range: %+v", s)
			}
			if s.Source == "" || s.Target == "" {
				t.Fatalf("stance of nobody or towards nobody: %+v", s)
			}
		}
		type key struct {
			language.Span
			actor string
		}
		seen := map[key]bool{}
		for _, p := range portrayals {
			if p.Start < 0 || p.Start >= p.End || p.End > len(d.Body) {
				t.Fatalf("portrayal at bytes %d to %d of %d", p.Start, p.End, len(d.Body))
			}
			if k := (key{p.Span, p.Actor}); seen[k] {
				t.Fatalf("two portrayals of %s in one sentence", p.Actor)
			} else {
				seen[k] = true
			}
			if !(math.Abs(p.Polarity) <= 1) {
				t.Fatalf("polarity out of range: %+v", p)
			}
			if p.Label == "negative" && p.Polarity > 0 || p.Label == "positive" && p.Polarity < 0 {
				t.Fatalf("label and polarity contradict each other: %+v", p)
			}
		}
		if _, again, sameAgain := find(t, nil, text); !reflect.DeepEqual(stances, again) || !reflect.DeepEqual(portrayals, sameAgain) {
			t.Fatal("a second reading gives something else")
		}
	})
}

// TestSilence holds that nothing is made of nothing: a sentence without evidence
// is neutral, and evidence moves the polarity the way that it points.
func TestSilence(t *testing.T) {
	m := model()
	if p := m.judge(&evidence{}); p.Label != "neutral" || p.Polarity != 0 {
		t.Errorf("no evidence gives %+v", p)
	}
	for r := range relations {
		var good, bad evidence
		good.add(tone+kind(r), 0.4, "good")
		bad.add(tone+kind(r), -0.4, "bad")
		if g, b := m.judge(&good), m.judge(&bad); g.Polarity <= b.Polarity {
			t.Errorf("%s: a good word gives %v, a bad one %v", kindNames[tone+kind(r)], g.Polarity, b.Polarity)
		}
	}
}

// TestParts holds that what a polarity consists of is all that it consists of:
// the shares sum to the log-odds of good against bad, and each names what it is.
func TestParts(t *testing.T) {
	m := model()
	var e evidence
	e.add(tone+kind(does), -0.6, "failed")
	e.also(beside, -0.6)
	e.add(tone+kind(does), -0.2, "lost")
	e.add(loadedByOther, 0.5, "hero")
	e.mark(isSubject)
	e.saturate()
	want := m.Positive - m.Negative - runningNegative
	for i, v := range e.features {
		want += v * (m.Weights[i].Positive - m.Weights[i].Negative)
	}
	got := 0.0
	for _, p := range m.judge(&e).Parts {
		got += p.Share
		if p.What == "" {
			t.Errorf("%q has no gloss", p.Word)
		}
	}
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("the parts sum to %v, the log-odds are %v", got, want)
	}
	for k := range kinds {
		standing := k == toneByOther || k == beside || k == around || k == before
		if standing != (kindGlosses[k] == "") {
			t.Errorf("the gloss of %q is %q", kindNames[k], kindGlosses[k])
		}
	}
}
