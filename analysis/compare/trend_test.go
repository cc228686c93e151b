package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestTrendsAreRatesOfTheirWeek compares each week with the rates of a corpus of
// that week alone, signed and not, and some articles without a story.
func TestTrendsAreRatesOfTheirWeek(t *testing.T) {
	for _, signed := range []bool{false, true} {
		s := with("J", func(s *scenario) { s.author, s.authors, s.signed = .6, 5, signed })
		r := rand.New(rand.NewPCG(82, 1))
		rows := s.corpus(r)
		week := make([]int, len(rows))
		for i := range rows {
			week[i] = r.IntN(3)
			rows[i].ID, rows[i].Published = fmt.Sprint(i), fmt.Sprintf("2026-03-%02d", 2+7*week[i])
			if i%9 == 0 {
				rows[i].Story = ""
			}
			if i%10 == 0 {
				rows[i].Author = ""
			}
		}
		all := compareRows(t, rows, Options{Metrics: []string{"loaded"}})
		if len(all.Trends) != 6 {
			t.Fatalf("%d weeks of outlets", len(all.Trends))
		}
		for w := range 3 {
			some := compareRows(t, slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Published != fmt.Sprintf("2026-03-%02d", 2+7*w) }), Options{Metrics: []string{"loaded"}})
			for _, rate := range some.Rates {
				i := slices.IndexFunc(all.Trends, func(t Trend) bool { return t.Outlet == rate.Outlet && t.Week == fmt.Sprintf("2026-W%02d", 10+w) })
				if e := all.Trends[i].Estimate; e.Interval == nil || rate.Interval == nil || *e.Interval != *rate.Interval || e.Value != rate.Value || said(all, e) != said(some, rate.Estimate) {
					t.Errorf("signed %v: %v %v (%s), as a corpus %v %v (%s)", signed, e.Value, e.Interval, said(all, e), rate.Value, rate.Interval, said(some, rate.Estimate))
				}
			}
		}
	}
}
