package audit

import "math"

// An Interval is a confidence interval.
type Interval struct{ Low, High float64 }

// Wilson returns the score interval of a share of k in n independent cases, such
// as articles drawn at random and coded. Wilson 1927 (JASA 22:209). It is not for
// words or sentences, which come in articles and stories. level is that of
// confidence, such as 0.95; n must be above 0.
func Wilson(k, n int, level float64) Interval {
	z := math.Sqrt2 * math.Erfinv(level)
	N := float64(n)
	p := float64(k) / N
	centre := (p + z*z/(2*N)) / (1 + z*z/N)
	half := z / (1 + z*z/N) * math.Sqrt(p*(1-p)/N+z*z/(4*N*N))
	i := Interval{centre - half, centre + half}
	if k == 0 {
		i.Low = 0
	}
	if k == n {
		i.High = 1
	}
	return i
}

// Newcombe returns the interval of the difference of two independent shares, k1
// of n1 less k2 of n2, made of their Wilson intervals: Newcombe 1998 (Statistics
// in Medicine 17:873), method 10.
func Newcombe(k1, n1, k2, n2 int, level float64) Interval {
	a, b := Wilson(k1, n1, level), Wilson(k2, n2, level)
	p, q := float64(k1)/float64(n1), float64(k2)/float64(n2)
	return Interval{
		Low:  p - q - math.Hypot(p-a.Low, b.High-q),
		High: p - q + math.Hypot(a.High-p, q-b.Low),
	}
}
