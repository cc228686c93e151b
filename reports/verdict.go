package reports

import (
	"math"

	"slant/analysis/compare"
)

// A verdict says in a word what an interval allows to say.
type verdict string

const (
	differs      verdict = "differs"
	differsLess  verdict = "differs, within the margin"
	equivalent   verdict = "equivalent"
	inconclusive verdict = "inconclusive"
	withheld     verdict = "no interval"
	undefined    verdict = "not defined"
)

// The margins within which a difference is called too small to matter: a rate
// ratio from 0.80 to 1.25 or, on the difference scale, 0.1 of its unit. They
// are conventions, and printed with the methods.
const (
	ratioMargin      = 1.25
	differenceMargin = 0.1
)

// judge compares the interval of a contrast with the null and with the margin.
// Equivalence asks for the whole interval within the margin, which is stricter
// than two one-sided tests at the same level.
func judge(m compare.Metric, e compare.Estimate) verdict {
	if math.IsNaN(e.Value) {
		return undefined
	}
	if e.Interval == nil {
		return withheld
	}
	low, high := -differenceMargin*m.Per, differenceMargin*m.Per
	if m.Scale == "ratio" {
		low, high = 1/ratioMargin, ratioMargin
	}
	null := nullOf(m)
	clear := e.Interval.Low > null || e.Interval.High < null
	inside := e.Interval.Low >= low && e.Interval.High <= high
	switch {
	case clear && inside:
		return differsLess
	case clear:
		return differs
	case inside:
		return equivalent
	}
	return inconclusive
}

func nullOf(m compare.Metric) float64 {
	if m.Scale == "ratio" {
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
	if m.Scale == "ratio" {
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
