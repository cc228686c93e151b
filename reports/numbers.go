package reports

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"slant/analysis/compare"
)

// none stands where a number is not defined.
const none = "–"

// three writes a number with at most three significant digits.
func three(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return none
	}
	if v == 0 {
		return "0"
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(v))))
	unit := math.Pow(10, float64(-digits))
	if r := math.Round(v/unit) * unit; math.Abs(r) >= 999.5 {
		return grouped(int64(math.Round(r)))
	}
	return minus(strconv.FormatFloat(v, 'f', min(max(digits, 0), 6), 64))
}

// contrast writes a ratio or difference: two decimals up to ten, beyond that
// three digits. Where the interval is clear of the null, a value that would be
// rounded onto it gets more: 1.00 leaves open on which side it lies.
func contrast(v, null float64, clear bool) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return none
	}
	if math.Abs(v) >= 9.995 {
		return three(v)
	}
	decimals := 2
	for clear && v != null && decimals < 6 && strconv.FormatFloat(v, 'f', decimals, 64) == strconv.FormatFloat(null, 'f', decimals, 64) {
		decimals++
	}
	if null != 0 && v > 0 && v < 0.0995 {
		decimals = min(1-int(math.Floor(math.Log10(v))), 6) // two digits
	}
	return minus(strconv.FormatFloat(v, 'f', decimals, 64))
}

// signed writes a difference or a mean on a scale with a middle.
func signed(v float64) string { return withSign(v, false) }

func withSign(v float64, clear bool) string {
	s := contrast(v, 0, clear)
	if v > 0 && strings.Trim(s, "0.") != "" {
		s = "+" + s
	}
	return s
}

// counted writes a count with its thousands set apart.
func counted(n int) string { return grouped(int64(n)) }

func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "\u2212", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

func minus(s string) string {
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "\u2212", 1)
}

// plural writes "1 article", "2 articles".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return counted(n) + " " + many
}

// bracketed writes an interval for a table.
func bracketed(i *compare.Interval, write func(float64) string) string {
	if i == nil {
		return "no interval"
	}
	return "[" + write(i.Low) + ", " + write(i.High) + "]"
}

// share writes a part of a whole in per cent, without decimals.
func share(part, whole int) string {
	if whole == 0 {
		return none
	}
	return strconv.Itoa(int(math.Round(100*float64(part)/float64(whole)))) + "\u00a0%"
}

// probability writes a p-value.
func probability(p float64) string {
	switch {
	case math.IsNaN(p):
		return none
	case p < 0.001:
		return "<\u00a00.001"
	case p < 0.1:
		return strconv.FormatFloat(p, 'f', 3, 64)
	}
	return strconv.FormatFloat(p, 'f', 2, 64)
}

// level writes a confidence level: "95 %".
func level(l float64) string {
	return strconv.FormatFloat(math.Round(l*1000)/10, 'f', -1, 64) + "\u00a0%"
}

// six writes a number for a CSV table, empty when it is not defined.
func six(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	s := strconv.FormatFloat(v, 'g', 6, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

// isolate keeps a name that is written from right to left from turning the
// sentence around it. It is for sentences, where no markup can do it.
func isolate(name string) string {
	for _, r := range name {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko) {
			return "\u2068" + name + "\u2069" // first strong isolate, pop isolate
		}
	}
	return name
}
