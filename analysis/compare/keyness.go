package compare

import "math"

// logOdds returns the log-odds ratio of a word with an informative Dirichlet
// prior, and its z-value: y1 of n1 words here and y2 of n2 there, with a prior
// of a of a0 words. Monroe, Colaresi and Quinn 2008 (Political Analysis 16:372),
// equations 16, 20 and 22. The z-value takes words for independent: it ranks and
// describes, and is no test.
func logOdds(y1, n1, y2, n2, a, a0 float64) (delta, z float64) {
	u, v := y1+a, y2+a
	delta = math.Log(u/(n1+a0-u)) - math.Log(v/(n2+a0-v))
	return delta, delta / math.Sqrt(1/u+1/v)
}

// likelihood returns the log-likelihood statistic G² of a word that stands a
// times in n1 words and b times in n2, from four cells: Dunning 1993
// (Computational Linguistics 19:61). Other tools leave out the two large cells
// (Rayson and Garside 2000) and print a little less. It takes words for
// independent and is kept to compare with older work; no p is made of it.
func likelihood(a, b, n1, n2 float64) float64 {
	if a+b == 0 {
		return 0
	}
	n := n1 + n2
	e1, e2 := n1*(a+b)/n, n2*(a+b)/n
	f1, f2 := n1-e1, n2-e2
	// The large cells hardly differ from what is expected: a plain logarithm of
	// their ratio would lose five digits.
	return 2 * (xlogy(a, a/e1) + xlogy(b, b/e2) + rest(n1-a, f1, e1-a) + rest(n2-b, f2, e2-b))
}

func rest(c, f, difference float64) float64 {
	if c == 0 {
		return 0
	}
	return c * math.Log1p(difference/f)
}

// xlogy returns x·ln y, 0 for x = 0.
func xlogy(x, y float64) float64 {
	if x == 0 {
		return 0
	}
	return x * math.Log(y)
}

// bayes returns the approximation of a Bayes factor by BIC of a log-likelihood:
// Wilson 2013.
func bayes(g2, n1, n2 float64) float64 { return g2 - math.Log(n1+n2) }

// logRatio returns the binary logarithm of the ratio of two rates, with half a
// word where there is none: Hardie 2014. NaN without any on both sides.
func logRatio(a, b, n1, n2 float64) float64 {
	if a == 0 && b == 0 {
		return math.NaN()
	}
	half := func(x float64) float64 {
		if x == 0 {
			return 0.5
		}
		return x
	}
	return math.Log2(half(a) / n1 / (half(b) / n2))
}

// deviation is the deviation of proportions of a word over the parts of a
// corpus: 0 when each part has its share of it, near 1 when one part has all.
// Gries 2008 (IJCL 13:403), and normed to reach 1: Lijffijt and Gries 2012. The
// sums are of whole numbers, so that the order of the parts does not matter.
type deviation struct {
	total, size int64 // of the word, and of all words
	least       int64 // size of the smallest part
	apart       int64 // Σ |freq·size − part·total| over the parts that have the word
	with        int64 // their size
}

// add adds a part that has the word.
func (d *deviation) add(freq, part int64) {
	x := freq*d.size - part*d.total
	d.apart += max(x, -x)
	d.with += part
}

// dp returns the deviation of proportions, plain and normed.
func (d *deviation) dp() (dp, norm float64) {
	dp = (float64(d.apart)/float64(d.total) + float64(d.size-d.with)) / float64(d.size) / 2
	return dp, dp / (1 - float64(d.least)/float64(d.size))
}
