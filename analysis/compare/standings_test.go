package compare

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"slant/analysis/record"
)

// TestStandingsAreRatesOfPortrayals compares two ways to the same estimate, with
// bylines and without.
func TestStandingsAreRatesOfPortrayals(t *testing.T) {
	for _, signed := range []bool{false, true} {
		r := rand.New(rand.NewPCG(83, 1))
		s := with("J", func(s *scenario) { s.authors, s.signed = 5, signed })
		rows := s.corpus(r)
		for i := range rows {
			rows[i].ID = fmt.Sprint(i)
			if i%11 == 0 {
				rows[i].Author = ""
			}
			kind := 1 + 3*is(rows[i].Author == "author 3")
			rows[i].Tally.Portrayals = []record.PortrayalCount{{Actor: "Q1", Negative: r.IntN(3), Neutral: r.IntN(3), Positive: r.IntN(kind)}}
			rows[i].Tally.Mentions = []record.MentionCount{{Actor: "Q1", Name: "Q1", Type: "person", Mentions: 1, Articles: 1}}
		}
		c := compareRows(t, rows, Options{})
		if len(c.Stances) != 2 {
			t.Fatalf("%d standings", len(c.Stances))
		}
		for _, s := range c.Stances {
			rate := c.Rates[slices.IndexFunc(c.Rates, func(r Rate) bool { return r.Metric == "portrayal.Q1" && r.Outlet == s.Outlet })]
			if i, k := s.Mean.Interval, rate.Interval; i == nil || k == nil || s.Mean.Value != rate.Value || math.Abs(i.Low-k.Low) > 1e-12 || said(c, s.Mean) != said(c, rate.Estimate) {
				t.Errorf("signed %v: %v %v (%s), as a rate %v %v (%s)", signed, s.Mean.Value, i, said(c, s.Mean), rate.Value, k, said(c, rate.Estimate))
			}
		}
	}
}
