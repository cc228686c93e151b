// Package audit says how far people who code the same texts agree, and how sure
// shares of coded texts are: what a check of slant by human coders rests on.
package audit

import (
	"math"
	"slices"
)

// A Measurement says what the numbers that coders give mean.
type Measurement int

const (
	Nominal  Measurement = iota // categories: any two are equally different
	Ordinal                     // ranks
	Metrical                    // distances (interval level)
	Relative                    // distances from a true 0 (ratio level)
)

// Alpha returns Krippendorff's alpha, the agreement of coders beyond chance: 1
// for perfect agreement, 0 for what chance would give. codes holds one list per
// coder with one number per unit, NaN where the coder did not code it; units that
// fewer than two coders coded say nothing. Alpha is NaN when the codes do not
// vary, for then there is nothing to agree about. Krippendorff 2011, Computing
// Krippendorff's Alpha-Reliability; Hayes and Krippendorff 2007 (Communication
// Methods and Measures 1:77).
func Alpha(codes [][]float64, m Measurement) float64 {
	var units [][]float64
	var values []float64
	for u := range longest(codes) {
		var unit []float64
		for _, coder := range codes {
			if u < len(coder) && !math.IsNaN(coder[u]) {
				unit = append(unit, coder[u])
			}
		}
		if len(unit) > 1 {
			units = append(units, unit)
			values = append(values, unit...)
		}
	}
	slices.Sort(values)
	n := float64(len(values))
	var distinct, counts []float64
	for i, v := range values {
		if i == 0 || v != distinct[len(distinct)-1] {
			distinct, counts = append(distinct, v), append(counts, 0)
		}
		counts[len(counts)-1]++
	}
	between := func(a, b float64) float64 {
		i, _ := slices.BinarySearch(distinct, a)
		j, _ := slices.BinarySearch(distinct, b)
		return m.squared(distinct, counts, min(i, j), max(i, j))
	}
	var observed, expected float64
	for _, unit := range units {
		var d float64
		for i, a := range unit {
			for _, b := range unit[i+1:] {
				d += 2 * between(a, b)
			}
		}
		observed += d / float64(len(unit)-1)
	}
	for i, a := range counts {
		for j, b := range counts[i+1:] {
			expected += 2 * a * b * m.squared(distinct, counts, i, i+1+j)
		}
	}
	if expected == 0 {
		return math.NaN()
	}
	return 1 - (n-1)*observed/expected
}

func longest(codes [][]float64) (n int) {
	for _, c := range codes {
		n = max(n, len(c))
	}
	return n
}

// squared returns the squared difference of two of the values, i ≤ j, of which
// there are so many each.
func (m Measurement) squared(values, counts []float64, i, j int) float64 {
	if i == j {
		return 0
	}
	d := values[j] - values[i]
	switch m {
	case Ordinal:
		d = -(counts[i] + counts[j]) / 2
		for _, c := range counts[i : j+1] {
			d += c
		}
	case Metrical:
	case Relative:
		d /= values[i] + values[j]
	default:
		d = 1
	}
	return d * d
}
