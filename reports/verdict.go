package reports

import (
	"math"

	"slant/analysis/compare"
)

// apart reports whether the interval of a contrast keeps clear of no difference.
func apart(e compare.Contrast) bool {
	return e.Verdict == compare.Differs || e.Verdict == compare.DiffersLess
}

// stands reports whether a difference is still one when it is adjusted for the
// other tests of its family.
func (d *drafter) stands(e compare.Contrast) bool {
	return apart(e) && e.Adjusted <= 1-d.level()
}

func nullOf(m compare.Metric) float64 {
	if m.Scale == compare.Ratio {
		return 1
	}
	return 0
}

// strength is the distance from the null to the end of the interval that is
// nearer to it, 0 when the interval covers the null: what the data vouch for.
func strength(m compare.Metric, e compare.Estimate) float64 {
	if e.Interval == nil || math.IsNaN(e.Value) {
		return 0
	}
	low, high := e.Interval.Low, e.Interval.High
	if m.Scale == compare.Ratio {
		low, high = math.Log(low), math.Log(high)
	} else {
		low, high = low/m.Per, high/m.Per
	}
	return max(0, low, -high)
}

// turns reports whether the estimate changes sides when one story is left out.
func turns(m compare.Metric, c compare.Contrast) (story string, without float64, ok bool) {
	null := nullOf(m)
	for _, i := range c.Influence {
		if (c.Value-null)*(i.Without-null) < 0 {
			return i.Story, i.Without, true
		}
	}
	return "", 0, false
}
