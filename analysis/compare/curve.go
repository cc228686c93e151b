package compare

import (
	"math"
	"slices"
)

// A Curve is one contrast under every defensible way to count: the same question
// asked again with and without agency copy, sources' words, weak words and
// repeated texts. Specifications are not independent of each other: that many
// agree is no proof. Simonsohn, Simmons and Nelson 2020 (Nature Human Behaviour
// 4:1208).
type Curve struct {
	Specifications []Specification // that of the report first
	Median         float64         // of the values that are defined
	SameSide       float64         // share on the same side of no difference as the median
	Clear          float64         // share with an interval that excludes no difference
	P              float64         // of the median of the standardised sums of swings, by joint sign flips; NaN when there is none
}

// A Specification is one way to count, and what comes out.
type Specification struct {
	AllVoices   bool // sources' words count with the outlet's
	StrongOnly  bool // weakly loaded words do not count
	WithoutWire bool // agency copy does not count
	WithCopies  bool // a text counts each time that an outlet has it
	Estimate
}

// specify counts the measure again in every defensible way. It fills in the
// curves of the contrasts, and what rates and contrasts are without agency copy
// and with sources' words.
//
// plain and tests are the contrasts as the report counts, which need not be
// counted again.
func (c *counting) specify(rates []Rate, contrasts []Contrast, plain []Estimate, tests []tested) {
	readings := []reading{{}}
	if c.byStrength {
		readings = append(readings, reading{strong: true})
	}
	if c.byVoice {
		for _, r := range slices.Clone(readings) {
			r.quoted = true
			readings = append(readings, r)
		}
	}
	choices := []choice{{}}
	if c.agency {
		choices = append(choices, choice{noWire: true})
	}
	if c.copies {
		for _, k := range slices.Clone(choices) {
			k.copies = true
			choices = append(choices, k)
		}
	}
	whole := contrasts != nil && (!c.detail || c.Metric.Declared)
	swings := make([][][]swing, len(contrasts)) // by contrast, then specification
	for i := range contrasts {
		contrasts[i].Curve = &Curve{P: math.NaN(), Median: math.NaN()}
	}
	again := &c.scratch.other
	for _, r := range readings {
		if !whole && r.strong {
			continue
		}
		col := c.column
		if r != (reading{}) {
			c.panel.fill(&again.column, c.measure, r)
			col = again.column
		}
		for _, k := range choices {
			if !whole && (k.copies || r.quoted && k.noWire) {
				continue
			}
			spec := *c
			if r != (reading{}) || k != (choice{}) {
				spec.tables = tables{col, again.counts, again.parts}
				spec.choose(k)
				again.counts, again.parts = spec.counts, spec.parts
			}
			switch {
			case r == (reading{}) && k == (choice{noWire: true}):
				for i := range rates {
					e := spec.rate(i)
					rates[i].WithoutWire = &e
				}
			case r == (reading{quoted: true}) && k == (choice{}):
				for i := range rates {
					e := spec.rate(i)
					rates[i].WithQuoted = &e
				}
			}
			for i := range contrasts {
				var e Estimate
				var t []swing
				if r == (reading{}) && k == (choice{}) {
					e, t = plain[i], tests[i].swings
				} else {
					e, t = spec.against(i, -1).brief()
				}
				s := Specification{r.quoted, r.strong, k.noWire, k.copies, e}
				contrasts[i].Curve.Specifications = append(contrasts[i].Curve.Specifications, s)
				swings[i] = append(swings[i], t)
				switch {
				case r == (reading{}) && k == (choice{noWire: true}):
					contrasts[i].WithoutWire = &s.Estimate
				case r == (reading{quoted: true}) && k == (choice{}):
					contrasts[i].WithQuoted = &s.Estimate
				}
			}
		}
	}
	for i := range contrasts {
		if k := contrasts[i].Curve; whole && len(k.Specifications) > 1 {
			k.sumUp(c.Metric, c.flips, swings[i])
		} else {
			contrasts[i].Curve = nil
		}
	}
}

// brief estimates one side as the contrast does, and gives its swings by block.
func (s side) brief() (Estimate, []swing) {
	var e Estimate
	toTerm, l, per := s.scale()
	terms, swings := s.room()
	for i, st := range s.strata {
		e.Numerator += st.num
		e.Denominator += st.den
		e.Articles += int(st.articles)
		terms[i], swings[i] = toTerm(st), swing{st.story, st.swing()}
	}
	e.Stories = len(s.strata)
	f := jackknife(terms, l, s.o)
	s.widen(&f, terms)
	return s.briefly(e, f, per), s.flips.block(swings)
}

// briefly fills in what a specification says of a fit.
func (s side) briefly(e Estimate, f fit, per float64) Estimate {
	e.Value, e.Heaviest, e.Effective = f.value*per, f.heaviest, f.effective
	e.Interval = f.interval(s.o.Level).times(per)
	if e.Interval == nil && len(f.notes) == 0 {
		f.notes = append(f.notes, noteNothing)
	}
	e.Notes = s.book.cite(f.notes)
	return e
}

// sumUp works out what the specifications say together.
func (k *Curve) sumUp(m Metric, f *flips, swings [][]swing) {
	null := float64(is(m.Scale == Ratio))
	var values []float64
	clear := 0
	for _, s := range k.Specifications {
		if !math.IsNaN(s.Value) {
			values = append(values, s.Value)
		}
		if i := s.Interval; i != nil && (i.Low > null || i.High < null) {
			clear++
		}
	}
	k.Clear = float64(clear) / float64(len(k.Specifications))
	if len(values) == 0 {
		return
	}
	slices.Sort(values)
	k.Median = quantile(values, .5)
	same := 0
	for _, v := range values {
		same += is((v-null)*(k.Median-null) > 0 || v == k.Median)
	}
	k.SameSide = float64(same) / float64(len(values))

	// Each specification's sum of swings over its size, under the same flips.
	var observed []float64
	var under [][]float64
	for _, t := range swings {
		var sum, squares float64
		for _, s := range t {
			sum += s.d
			squares += float64(s.d * s.d)
		}
		if squares == 0 {
			continue
		}
		u := f.sums(t)
		for i := range u {
			u[i] /= math.Sqrt(squares)
		}
		observed, under = append(observed, sum/math.Sqrt(squares)), append(under, u)
	}
	if len(observed) == 0 {
		return
	}
	slices.Sort(observed)
	far := math.Abs(quantile(observed, .5)) * (1 - 1e-9)
	n := 0
	one := make([]float64, len(under))
	for i := range f.tries {
		for s := range under {
			one[s] = under[s][i]
		}
		slices.Sort(one)
		n += is(math.Abs(quantile(one, .5)) >= far)
	}
	k.P = monteCarloP(n, f.tries)
}
