package reports

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"slant/analysis/compare"
	"slant/analysis/record"
)

// odd is a small comparison by hand whose names break layouts and markup.
func odd() *Report {
	long := strings.Repeat("The Long Gazette ", 12)[:199] + "Z" // 200 characters
	names := []string{`<script>alert("x")</script>`, `=SUM(A1) "Q" | *News*`, "القدس العربي", long, "東京新聞"}
	estimate := func(v, lo, hi float64, notes ...int) compare.Estimate {
		e := compare.Estimate{Value: v, Numerator: 42, Denominator: 10000, Articles: 12, Stories: 8, Notes: notes}
		if !math.IsNaN(lo) {
			e.Interval = &compare.Interval{Low: lo, High: hi, Level: 0.95}
		}
		return e
	}
	nan := math.NaN()
	c := &compare.Comparison{
		Options: compare.Options{Level: 0.95, Seed: 7, Tries: 9999, MinStories: 6},
		Flow:    compare.Flow{Read: 64, Duplicates: 2, Empty: 1, Matched: 50, Unmatched: 12, Stories: 9},
		Metrics: []compare.Metric{
			{ID: "loaded", Name: "loaded words", Unit: "per 1,000 own-voice words", Per: 1000, Scale: "ratio", Description: "Loaded words in the outlet's own voice."},
			{ID: "loaded.violence", Name: "loaded words: violence", Unit: "per 1,000 own-voice words", Per: 1000, Scale: "ratio", Description: "Words of violence."},
			{ID: "loaded.<b>", Name: "loaded words: <b>", Unit: "per 1,000 own-voice words", Per: 1000, Scale: "ratio", Description: "A kind with an odd name."},
			{ID: "quoted", Name: "words in sources' voices", Unit: "% of words", Per: 100, Scale: "ratio", Description: "Words given to sources."},
			{ID: "agentless", Name: "harm told without agent", Unit: "% of harm events", Per: 100, Scale: "ratio", Description: "Harm without agent."},
			{ID: "portrayal", Name: "mean portrayal", Unit: "from -1 to 1", Per: 1, Scale: "difference", Description: "Positive minus negative over all sentences."},
		},
		Actors: []compare.Actor{
			{ID: "x", Name: `<img src=x onerror="alert(1)">`, Type: "person", Mentions: 210, Articles: 40},
			{ID: "nowhere", Name: "Ruritania & Sons", Type: "state", Mentions: 55, Articles: 20},
			{ID: "unseen", Name: "Unseen", Type: "group", Mentions: 1, Articles: 1},
		},
		Stories: []compare.Story{
			{Name: "a | b", Articles: 3, Outlets: names[:1]},
			{Name: "election", Articles: 20, Outlets: names[:4]},
			{Name: "قصة", Articles: 5, Outlets: names[1:3]},
		},
		Notes: []string{"Fewer than 6 stories: no interval.", "One story carries <more> than a quarter of the weight."},
	}
	for i, n := range names {
		o := compare.Outlet{Name: n, Articles: 4 + 3*i, Stories: 3 + i, Wire: i % 2,
			Words:  map[string]int{"outlet": 5000 + 100*i, "direct": 900 * i, "indirect": 1500, "unresolved": 3 * i, "excluded": 77},
			Length: compare.Quartiles{First: 300.5, Median: 412, Third: 777}}
		if i != 2 {
			o.First, o.Last = "2023-10-0"+fmt.Sprint(i+1), "2023-11-15"
		}
		c.Outlets = append(c.Outlets, o)
	}
	values := [][3]float64{{1.42, 1.18, 1.71}, {0.0704, 0.002, 1.8}, {nan, nan, nan}, {1.003, 0.93, 1.08}, {12.4, nan, nan}}
	for k, m := range c.Metrics {
		for i, n := range names {
			v := values[(i+k)%len(values)]
			r := estimate(4.2+float64(i)/3, 3.1, 5.9+float64(i))
			e := estimate(v[0], v[1], v[2])
			e.Notes = []int{i % 2}
			p := 0.031
			if m.Scale == "difference" {
				r = estimate(0.02*float64(i)-0.05, -0.11, 0.0504)
				e = estimate(v[0]/10-0.1, v[1]/10-0.1, v[2]/10-0.1)
			}
			if math.IsNaN(v[0]) {
				p, e.Notes = nan, []int{0}
			}
			c.Rates = append(c.Rates, compare.Rate{Metric: m.ID, Outlet: n, Estimate: r})
			con := compare.Contrast{Metric: m.ID, Outlet: n, Estimate: e, ReferenceNumerator: 61, ReferenceDenominator: 22000, P: p, Adjusted: p, Detectable: 1.3, Verdict: verdictOf(m, e)}
			if i == 0 {
				con.Influence = []compare.Influence{{Story: "a | b", Without: 0.97}, {Story: "election", Without: 1.38}}
			}
			c.Contrasts = append(c.Contrasts, con)
			for _, ref := range names[:i] {
				con.Reference, con.Influence = ref, nil
				c.Pairs = append(c.Pairs, con)
			}
		}
	}
	for _, a := range c.Actors[:2] {
		for i, n := range names[:4] {
			neg, neu, pos := 9*i, 14, 6-i
			s := compare.Standing{Actor: a.ID, Outlet: n, Negative: neg, Neutral: neu, Positive: pos,
				Mean: estimate(float64(pos-neg)/float64(pos+neg+neu), -0.4, 0.31)}
			if i == 0 {
				s = compare.Standing{Actor: a.ID, Outlet: n, Negative: 1, Positive: 2, Mean: estimate(0.3333333, nan, nan, 0)}
			}
			c.Stances = append(c.Stances, s)
		}
	}
	return &Report{
		Comparison: c,
		Manifest: Manifest{Version: "0.1.0", Revision: "abc1234", GoVersion: "go1.26", Command: []string{"slant", "run", "news.jsonl"}, Seed: 7,
			Lexicons: []Lexicon{{"en/evaluation.yaml", strings.Repeat("ab", 32)}}, PassedOver: []string{"notes<1>.rtf"}, Inputs: []Input{{"<news>.jsonl", strings.Repeat("cd", 32), 64}},
			Counts: map[string]int{"read": 64, "unreadable": 2}},
		Problems: []Problem{{File: "news & views.jsonl", Line: 17, Article: "<a>", Reason: `"text" is missing: <nothing>`}, {File: "broken.html", Line: 0, Reason: "not UTF-8"}},
		Drawn: Drawn{Evidence: []Evidence{
			{Outlet: names[0], Metric: "loaded", Article: "a1", Title: "</title><script>1</script>", Date: "2023-10-26", URL: `javascript:alert("1")`,
				Left: "…called the ", Text: "<blind> and murderous response", Right: ` "a | crime"`, Target: "Ruritania", Because: "murderous modifies response", Rule: "en/evaluation.yaml:murderous"},
			{Outlet: names[2], Metric: "loaded", Article: "a2", URL: "https://example.org/?a=1&b=2", Left: "قال ", Text: "وحشي", Right: " جدا", Target: "x"},
			{Outlet: names[1], Metric: "loaded.<b>", Article: "a3", Text: "regime"},
		}},
	}
}

// verdictOf is what compare would say of an estimate by hand.
func verdictOf(m compare.Metric, e compare.Estimate) string {
	switch {
	case math.IsNaN(e.Value):
		return compare.Undefined
	case e.Interval == nil:
		return compare.NoInterval
	case e.Interval.Low > nullOf(m) || e.Interval.High < nullOf(m):
		return compare.Differs
	case e.Interval.Low > 0.9 && e.Interval.High < 1.1:
		return compare.Equivalent
	}
	return compare.Inconclusive
}

// generated is a comparison of made-up articles by way of compare: outlets
// differ in how loaded their words are and in how they present two actors.
func generated(t testing.TB, outlets, stories int) *Report {
	t.Helper()
	r := rand.New(rand.NewPCG(1, uint64(outlets)))
	count := func(mean float64) int { // as good as Poisson for the purpose
		return max(0, int(math.Round(mean+math.Sqrt(mean)*r.NormFloat64())))
	}
	var rows []compare.Row
	for o := range outlets {
		tilt := []float64{0.45, -0.2, 0, 0.15, -0.1}[o%5]
		for s := range stories {
			hot := 1 + 0.2*r.NormFloat64()
			if r.IntN(4) == 0 {
				continue
			}
			words := 300 + r.IntN(500)
			own := words * (40 + 5*(o%4)) / 100
			rate := max(0.2, 9*math.Exp(tilt)*hot) / 1000
			direct := (words - own) / 3
			kinds := []string{"emotion", "evaluation", "intensifier", "violence"}
			t := record.Tally{Articles: 1, Words: record.Words{Total: words, Outlet: own, Direct: direct, Indirect: words - own - direct, Excluded: 20}}
			for i, k := range kinds {
				t.Findings = append(t.Findings, record.FindingCount{Detector: "wordchoice", Category: k, Voice: "outlet", Count: count(rate * float64(own) * float64(i+1) / 10)})
			}
			t.Findings = append(t.Findings, record.FindingCount{Detector: "hedge", Voice: "outlet", Count: count(float64(own) / 200)})
			t.Attributions = record.Tones{Neutral: count(6), Doubt: count(1 + tilt), Contest: count(0.5), Endorse: count(0.3)}
			t.Harm = record.Forms{Active: count(2), Agentless: count(1 + tilt), Passive: count(1)}
			t.Acts = t.Harm
			for a, name := range []string{"Eastland", "Northern Union", "Prime Minister Ada Falk", "Westmark"} {
				lean := tilt * float64(a%2*2-1)
				id := strings.ToLower(strings.Fields(name)[0])
				t.Portrayals = append(t.Portrayals, record.PortrayalCount{Actor: id, Negative: count(1 - lean), Neutral: count(2), Positive: count(0.6 + lean/2)})
				t.Mentions = append(t.Mentions, record.MentionCount{Actor: id, Name: name, Type: "state", Mentions: 3 + a, Articles: 1})
			}
			row := compare.Row{ID: fmt.Sprint(s), Outlet: outletName(o), Story: fmt.Sprintf("Story %d", s), Published: fmt.Sprintf("2023-10-%02d", 1+s%28), Tally: t}
			if s%7 == 0 {
				row.Story = ""
			}
			rows = append(rows, row)
		}
	}
	c, err := compare.New(rows, compare.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	rep := &Report{Comparison: c, Manifest: Manifest{Version: "0.1.0", Command: []string{"slant", "run", "corpus/"}, Seed: 1, Counts: map[string]int{"read": len(rows)}}}
	for i, k := range []string{"loaded", "loaded.evaluation", "loaded.violence"} {
		for o := range outlets {
			rep.Evidence = append(rep.Evidence, Evidence{Outlet: outletName(o), Metric: k, Article: fmt.Sprint(i), Title: "Talks in the capital break down again", Date: "2023-10-05", URL: "https://example.org/a",
				Left: "…after the third round of talks, the delegation left the room over what a ", Text: "brutal and cynical bargain", Right: " would have meant for the people of the border towns, where…",
				Target: "Eastland", Because: "brutal (evaluation, −0.8) modifies bargain; bargain is Eastland's"})
		}
	}
	return rep
}

func outletName(i int) string {
	names := []string{"Daily Alpha", "Beta Times", "The Gamma Post", "Delta Evening Courier", "Epsilon Press Agency"}
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("Regional Paper No. %d", i+1)
}
