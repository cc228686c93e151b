package compare

import "math"

// Verdicts on a contrast, from its interval and the margin of its metric.
const (
	Differs      = "differs"                    // the interval holds no likeness
	DiffersLess  = "differs, within the margin" // likewise, but all that it holds is too small to matter
	Equivalent   = "equivalent"                 // whatever difference there is, is too small to matter
	Inconclusive = "inconclusive"               // anything could be
	NoInterval   = "no interval"                // refused: the notes say why
	Undefined    = "not defined"                // there is nothing to compare
)

// A Margin is what is too small a difference to matter: rate ratios or, on the
// difference scale, differences in the unit of the metric between Low and High.
type Margin struct {
	Low, High float64
	Because   string // who says so, and why; "" for the convention
}

// conventional returns the margin of a metric for which nobody declared one: a
// rate ratio of 4/5 to 5/4, or a tenth of a scale from -1 to 1.
func conventional(scale string, per float64) Margin {
	if scale == Ratio {
		return Margin{Low: 0.8, High: 1.25}
	}
	return Margin{Low: -0.1 * per, High: 0.1 * per}
}

// equivalence returns the p-value of two one-sided tests of an estimate y with a
// standard error and degrees of freedom: small when y is surely above low and
// surely below high. Schuirmann 1987 (J. Pharmacokinetics and Biopharmaceutics
// 15:657); Lakens 2017 (SPPS 8:355). The standard error must be that of the
// clusters.
func equivalence(y, se, df, low, high float64) float64 {
	return max(studentTail((y-low)/se, df), studentTail((high-y)/se, df))
}

// detectable returns the smallest true effect, on the scale of the standard
// error, that a test at level 1 − level finds with probability power: Bloom 1995
// (Evaluation Review 19:547).
func detectable(se, df, level, power float64) float64 {
	return (studentQuantile((1+level)/2, df) + studentQuantile(power, df)) * se
}

// power is the probability with which a detectable effect is found.
const power = 0.8

// judge gives the verdict on a contrast. Equivalence asks for an interval of a
// level of 1 − 2(1 − level), 90 % for 95 %, within the margin, which is the same
// as two one-sided tests.
func (c *Contrast) judge(f fit, m Metric, level float64) {
	c.Equivalence, c.Detectable, c.SE, c.DF = math.NaN(), math.NaN(), f.se, f.df
	switch {
	case math.IsNaN(c.Value):
		c.Verdict = Undefined
		return
	case c.Interval == nil:
		c.Verdict = NoInterval
		return
	}
	low, high, null, per := m.Margin.Low, m.Margin.High, 1.0, 1.0
	if m.Scale == Difference {
		null, per = 0, m.Per
	}
	c.SE *= per
	c.Equivalence = equivalence(f.y, f.se, f.df, f.link.to(low/per), f.link.to(high/per))
	c.Detectable = f.link.from(detectable(f.se, f.df, level, power)) * per
	clear := c.Interval.Low > null || c.Interval.High < null
	switch {
	case clear && c.Interval.Low >= low && c.Interval.High <= high:
		c.Verdict = DiffersLess
	case clear:
		c.Verdict = Differs
	case c.Equivalence <= 1-level:
		c.Verdict = Equivalent
	default:
		c.Verdict = Inconclusive
	}
}
