package compare

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// A term is what one cluster (a story, or an article that has none) adds to the
// two sums of a ratio.
type term struct {
	over, under float64
	weight      float64 // what the cluster counts for, in any unit; not negative
}

// A stratum is one story as two sides tell it: numerator and denominator of the
// outlet and of the reference. Both denominators are above 0.
type stratum struct {
	story    int32 // index of panel.stories
	num, den int64 // the outlet's
	ref, per int64 // the reference's
	articles int64
}

// ratioTerm returns what a story adds to the Mantel-Haenszel rate ratio
//
//	Σ num·per/T ÷ Σ ref·den/T,  T = den + per
//
// Rothman, Greenland and Lash 2008, chapter 15. It needs no correction of empty
// cells and stays consistent with many tiny stories. The weight is the story's
// share of information if counts were Poisson, which does not depend on which
// side is the reference: the numerator of the variance of Greenland and Robins
// 1985 (Biometrics 41:55).
//
// Products are rounded before they are added: otherwise some processors fuse
// both steps and the last digits differ from machine to machine.
func (s stratum) ratioTerm() term {
	a, t, b, u := float64(s.num), float64(s.den), float64(s.ref), float64(s.per)
	T := t + u
	return term{over: float64(a*u) / T, under: float64(b*t) / T, weight: (a + b) * t / T * u / T}
}

// differenceTerm returns what a story adds to the Mantel-Haenszel rate
// difference Σ (num·per − ref·den)/T ÷ Σ den·per/T of the same source.
func (s stratum) differenceTerm() term {
	t, u := float64(s.den), float64(s.per)
	w := float64(t*u) / (t + u)
	return term{over: s.swing(), under: w, weight: w}
}

// swing returns by how much the outlet exceeds what it would have if both sides
// counted alike: (num·per − ref·den)/T. Swapping the sides changes its sign.
func (s stratum) swing() float64 {
	a, t, b, u := float64(s.num), float64(s.den), float64(s.ref), float64(s.per)
	return (float64(a*u) - float64(b*t)) / (t + u)
}

// A link is the scale on which an estimate is jackknifed, chosen so that the
// interval stays within what is possible.
type link struct {
	to, from func(float64) float64
}

var (
	logLink   = link{math.Log, math.Exp}
	logitLink = link{
		func(p float64) float64 { return math.Log(p / (1 - p)) },
		func(y float64) float64 { return 1 / (1 + math.Exp(-y)) },
	}
	plainLink = link{identity, identity}
	// meanLink is for means of values from -1 to 1.
	meanLink = link{identity, func(y float64) float64 { return min(1, max(-1, y)) }}
)

func identity(x float64) float64 { return x }

// A fit is a ratio of sums with its uncertainty.
type fit struct {
	value   float64   // NaN when it is not defined
	without []float64 // the value without each cluster; NaN where it is not defined
	link    link
	y       float64 // the value on the scale of the link
	se      float64 // on that scale; NaN when there is none, infinite when all hangs on one author of a word
	df      float64 // degrees of freedom of the interval
	notes   []string

	heaviest, effective float64 // see balance
}

// interval returns the confidence interval, nil when it was refused.
func (f fit) interval(level float64) *Interval {
	if math.IsNaN(f.se) || math.IsInf(f.se, 1) {
		return nil
	}
	half := float64(studentQuantile((1+level)/2, f.df) * f.se)
	return &Interval{Low: f.link.from(f.y - half), High: f.link.from(f.y + half), Level: level}
}

// jackknife estimates Σ over ÷ Σ under with a delete-one-cluster jackknife and t
// quantiles with K−1 degrees of freedom. Bell and McCaffrey 2002; MacKinnon,
// Nielsen and Webb 2023 (arXiv:2301.04527). It refuses the interval where it
// would mislead.
func jackknife(terms []term, l link, o Options) fit {
	f := fit{value: math.NaN(), se: math.NaN(), link: l}
	f.heaviest, f.effective = balance(terms)
	var over, under float64
	for _, t := range terms {
		over += t.over
		under += t.under
	}
	f.without = leaveOneOut(terms)
	if under == 0 {
		return f // the caller knows what is missing
	}
	f.value = over / under
	f.y = l.to(f.value)
	if math.IsInf(f.y, 0) || math.IsNaN(f.y) {
		return f // likewise
	}
	if len(terms) < o.MinStories {
		f.notes = append(f.notes, noteFew(o))
		return f
	}
	if f.heaviest > 1./4 {
		f.notes = append(f.notes, noteHeavy)
	}
	f.settle(f.without)
	return f
}

// settle works out the standard error from the values without each cluster.
func (f *fit) settle(without []float64) {
	se, ok := cv3(without, f.y, f.link)
	switch {
	case !ok:
		f.notes = append(f.notes, noteOne)
	case se <= 1e-12*max(1, math.Abs(f.y)):
		// What is left of rounding when every cluster says the same is no variation.
		f.notes = append(f.notes, noteSame)
	default:
		f.se, f.df = se, float64(len(without)-1)
	}
}

// cv3 returns the jackknife standard error √((K−1)/K · Σ (y(−k) − y)²), centred
// at the full estimate (CV3). It is not ok when the estimate is not defined
// without one of the clusters.
func cv3(without []float64, y float64, l link) (se float64, ok bool) {
	var squares float64
	for _, v := range without {
		d := l.to(v) - y
		if math.IsInf(d, 0) || math.IsNaN(d) {
			return math.NaN(), false
		}
		squares += float64(d * d)
	}
	k := float64(len(without))
	return math.Sqrt((k - 1) / k * squares), true
}

// leaveOneOut returns the ratio without each term. It adds up what stands before
// and behind the term instead of subtracting it from the whole, so that nothing
// cancels: where nothing is left the result is 0 or NaN, never dust.
func leaveOneOut(terms []term) []float64 {
	without, behind := make([]float64, len(terms)), make([]float64, len(terms)) // first what stands behind: over, and under
	var before, after term
	for i := len(terms) - 1; i >= 0; i-- {
		without[i], behind[i] = after.over, after.under
		after.over += terms[i].over
		after.under += terms[i].under
	}
	for i, t := range terms {
		over, under := before.over+without[i], before.under+behind[i]
		if without[i] = math.NaN(); under != 0 {
			without[i] = over / under
		}
		before.over += t.over
		before.under += t.under
	}
	return without
}

// balance returns the share of the weight that the heaviest term carries, and
// how many terms of the same weight would tell as much, K/(1 + squared
// coefficient of variation): the effective number of clusters of Carter,
// Schnepel and Steigerwald 2017 (Review of Economics and Statistics 99:698).
// Both are NaN without any weight.
func balance(terms []term) (heaviest, effective float64) {
	var sum, squares, most float64
	for _, t := range terms {
		sum += t.weight
		squares += float64(t.weight * t.weight)
		most = max(most, t.weight)
	}
	if sum == 0 {
		return math.NaN(), math.NaN()
	}
	return most / sum, sum / squares * sum
}

// studentQuantile returns the p-quantile of Student's t with df degrees of
// freedom, of the normal distribution if they are infinite.
func studentQuantile(p, df float64) float64 {
	if math.IsInf(df, 1) {
		return distuv.UnitNormal.Quantile(p)
	}
	return distuv.StudentsT{Sigma: 1, Nu: df}.Quantile(p)
}

// studentTail returns the probability of more than t under Student's t with df
// degrees of freedom, to full precision in the far tail: never 1 − CDF.
func studentTail(t, df float64) float64 {
	if math.IsInf(df, 1) {
		return math.Erfc(t/math.Sqrt2) / 2
	}
	if t < 0 {
		return 1 - studentTail(-t, df)
	}
	return distuv.StudentsT{Sigma: 1, Nu: df}.CDF(-t)
}

// quantile returns the p-quantile of sorted x by linear interpolation between
// order statistics: type 7 of Hyndman and Fan 1996, the default of R and numpy,
// which gonum lacks (its LinInterp is type 4). NaN when x is empty.
func quantile(x []float64, p float64) float64 {
	if len(x) == 0 {
		return math.NaN()
	}
	h := p * float64(len(x)-1)
	i := min(int(h), len(x)-1)
	if i == len(x)-1 {
		return x[i]
	}
	return x[i] + float64((h-float64(i))*(x[i+1]-x[i]))
}
