package reports

import (
	"cmp"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"slant/analysis/compare"
	"slant/analysis/record"
)

// heaviest is what a page may weigh.
const heaviest = 2_000_000

// A page stays light whatever the corpus: sixty outlets, thousands of actors and
// stories, hundreds of weeks, every kind of word, long names.
func TestPageStaysLight(t *testing.T) {
	r := generated(t, 60, 12)
	c := r.Comparison
	random := rand.New(rand.NewPCG(3, 4))
	long := strings.Repeat("a rather long name of something that is in the news ", 3)
	for i := range 40 { // kinds, each with all its contrasts
		m := compare.Metric{ID: fmt.Sprintf("loaded.kind%d", i), Name: fmt.Sprintf("loaded words: kind %d", i), Unit: "per 1,000 own-voice words", Per: 1000, Scale: compare.Ratio}
		frame := compare.Metric{ID: fmt.Sprintf("frame.f%d", i), Name: fmt.Sprintf("frames: frame %d", i), Unit: "% of articles", Per: 100, Scale: compare.Ratio}
		choice := compare.Metric{ID: fmt.Sprintf("choice.set%d", i), Name: fmt.Sprintf("choice of terms for thing %d", i), Unit: "% of uses", Per: 100, Scale: compare.Ratio}
		for _, m := range []compare.Metric{m, frame, choice} {
			c.Metrics = append(c.Metrics, m)
			for _, o := range c.Outlets {
				e := compare.Estimate{Value: 1 + random.Float64(), Interval: &compare.Interval{Low: 0.5, High: 2.5, Level: 0.95}, Numerator: 30, Denominator: 4000, Articles: 12, Stories: 9, Notes: []int{0}}
				c.Rates = append(c.Rates, compare.Rate{Metric: m.ID, Outlet: o.Name, Estimate: e})
				c.Contrasts = append(c.Contrasts, compare.Contrast{Metric: m.ID, Outlet: o.Name, Estimate: e, Verdict: compare.Differs, ReferenceNumerator: 99, Adjusted: 0.01, P: 0.01,
					Influence: []compare.Influence{{Story: long, Without: 1.1}}, ByEntry: []compare.LeftOut{{Name: long, Without: 1.2}}, ByAuthor: []compare.LeftOut{{Name: long, Outlet: o.Name, Without: 1.2}}})
			}
		}
	}
	for i := range 3000 {
		c.Actors = append(c.Actors, compare.Actor{ID: fmt.Sprintf("actor-%d", i), Name: fmt.Sprintf("%s %d", long, i), Type: "person", Mentions: 9000 - i, Articles: 900})
		c.Stories = append(c.Stories, compare.Story{Name: fmt.Sprintf("%s %d", long, i), Articles: 30, Outlets: []string{c.Outlets[i%60].Name, c.Outlets[(i+1)%60].Name}})
		r.Problems = append(r.Problems, Problem{File: long, Line: i, Reason: long})
		r.Towards = append(r.Towards, Towards{"a", "b", long, long, 3, 4})
		for k := range 3 {
			s := compare.Standing{Actor: fmt.Sprintf("actor-%d", i), Outlet: c.Outlets[(i+k)%60].Name, Negative: 12, Neutral: 40, Positive: 4, Mean: compare.Estimate{Value: -0.1}}
			c.Stances = append(c.Stances, s)
		}
	}
	for _, o := range c.Outlets {
		table := compare.WordTable{Outlet: o.Name, Words: 1e6, ReferenceWords: 1e7, Tested: 9999}
		for i := range 100 {
			w := compare.Word{Word: fmt.Sprintf("word%d", i), Count: int64(1000 - i), ReferenceCount: 400, Articles: 90, Stories: 40, Z: 9 - float64(i)/20, Ratio: 2, Q: 0.01}
			table.More, table.Less = append(table.More, w), append(table.Less, w)
		}
		c.Words = append(c.Words, table)
		for week := range 150 {
			c.Trends = append(c.Trends, compare.Trend{Metric: "loaded", Outlet: o.Name, Week: fmt.Sprintf("%d-W%02d", 2020+week/50, 1+week%50), Estimate: compare.Estimate{Value: 4, Interval: &compare.Interval{Low: 3, High: 6}}})
		}
		for i := range mostScores {
			r.Scores = append(r.Scores, Score{o.Name, i % 40, 1000})
		}
	}
	all := written(t, r)
	if n := len(all["report.html"]); n > heaviest {
		t.Errorf("report.html has %d bytes, at most %d are allowed", n, heaviest)
	}
	checkPage(t, "heavy", all["report.html"], all)
	for name, data := range all {
		if strings.HasSuffix(name, ".html") && len(data) > heaviest {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}

// Reports of every number of outlets are whole.
func TestEveryNumberOfOutlets(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 12, 24, 60} {
		all := written(t, generated(t, n, 8))
		checkPage(t, fmt.Sprint(n), all["report.html"], all)
		page := all["report.html"]
		if len(page) > heaviest {
			t.Errorf("%d outlets: %d bytes", n, len(page))
		}
		if compares := strings.Contains(page, "on the same stories"); compares != (n > 1) {
			t.Errorf("%d outlets: comparing is %v", n, compares)
		}
		if n == 1 && !strings.Contains(page, describedOnly) {
			t.Error("one outlet is not described")
		}
		for _, o := range []string{outletName(0), outletName(n - 1)} {
			if !strings.Contains(page, o) {
				t.Errorf("%d outlets: %s is not in the page", n, o)
			}
		}
		if many := n > mostOutlets; strings.Contains(page, "others are in the CSV table") != many {
			t.Errorf("%d outlets: the page says that it shows some only: %v", n, !many)
		}
	}
}

// Articles as bad as they come make a report in which they can be read and do
// nothing.
func TestOddArticles(t *testing.T) {
	const script = `</title><script>alert(1)</script><img src=x onerror=alert(1)>`
	body := "The brutal regime fell. “It's “<b>over</b>”,” said Ana 'Q' Ruiz & القدس 東京.\n\n" + script
	for name, a := range map[string]record.Record{
		"no outlet":     {ID: "1"},
		"script":        {ID: script, Outlet: script, Title: script, URL: "javascript:alert(1)", Published: script, Author: script, Story: script},
		"long title":    {ID: "long", Outlet: "A", Title: strings.Repeat("Title ", 2000)},
		"long word":     {ID: "word", Outlet: strings.Repeat("x", 5000), Title: strings.Repeat("y", 10000)},
		"right to left": {ID: "القدس", Outlet: "القدس العربي", Title: "قصة \u202e reversed"},
		"CJK":           {ID: "東京", Outlet: "東京新聞", Title: "見出し"},
		"control":       {ID: "\x00\x1b[31m", Outlet: "a\nb\tc", Title: "\x07bell"},
	} {
		r := a
		r.Words = record.Words{Total: 20, Outlet: 20}
		f, _ := article(r.Outlet, r.ID, 3)
		text := "x"
		f.Findings, text = f.Findings[:0], body
		r.Findings, r.Actors = f.Findings, f.Actors
		sample := NewSample(1, 3)
		sample.Add(&r, text)
		c, err := compare.New([]compare.Row{compare.Count(&r)}, compare.Options{})
		if err != nil {
			t.Fatal(err)
		}
		all := written(t, &Report{Comparison: c, Drawn: sample.Drawn(c)})
		pages := 0
		for file, data := range all {
			if strings.HasSuffix(file, ".html") {
				pages++
				checkPage(t, name+": "+file, data, at(all, dir(file)))
				if strings.Contains(data, "<script") || strings.Contains(data, "<img") {
					t.Errorf("%s: %s holds markup of the article", name, file)
				}
			}
			if !fs.ValidPath(file) {
				t.Errorf("%s: file %q", name, file)
			}
		}
		if pages != 2 {
			t.Errorf("%s: %d pages, want the report and the article", name, pages)
		}
	}
}

func dir(file string) string {
	d, _, ok := strings.Cut(file, "/")
	if !ok {
		return "."
	}
	return cmp.Or(d, ".")
}

// No article at all makes a report that says so.
func TestNoArticles(t *testing.T) {
	c, err := compare.New(nil, compare.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := written(t, &Report{Comparison: c, Drawn: NewSample(1, 3).Drawn(c)})
	checkPage(t, "nothing", all["report.html"], all)
	if !strings.Contains(all["report.html"], "No article was read") {
		t.Error("the page does not say that there is nothing")
	}
}
