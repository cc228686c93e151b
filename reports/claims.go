package reports

import (
	"fmt"
	"math"
	"strings"

	"slant/analysis/compare"
)

// mostClaims is what fits on a first screen.
const mostClaims = 6

// claims answers each measure in plain words: those first in which an outlet
// differs from the others also when adjusted for its family of tests, in their
// order. others says what became of the rest, rest what holds for all.
func (d *drafter) claims() (claims []claim, others []outcome, rest []string) {
	switch {
	case d.c.Flow.Read == 0:
		return nil, nil, []string{"No article was read, so there is nothing to say. What could not be read is listed under Problems."}
	case len(d.c.Outlets) == 1:
		return d.described(), nil, []string{"There is one outlet, and so nothing to compare it with: this describes it.", uncorrected}
	case d.c.Flow.Stories == 0:
		return d.described(), nil, []string{"No story is covered by two outlets. Outlets that write about different events differ in their words for that reason alone, so they are described here and not compared.", uncorrected}
	}
	same := outcome{Heading: "Equivalent, within the margin", Word: "equivalent"}
	open := outcome{Heading: "Inconclusive: the outlets may be alike or differ", Word: "inconclusive"}
	bare := outcome{Heading: "Too little for an interval", Word: "with too little for an interval"}
	var firm, weak []claim
	for _, f := range d.families {
		for _, m := range f.asked() {
			c, stands := d.claim(m)
			c.Section = slug(f.id)
			switch c.Verdict {
			case compare.Differs, compare.DiffersLess:
				if stands {
					firm = append(firm, c)
				} else {
					weak = append(weak, c)
				}
			case compare.Equivalent:
				same.add(m)
			case compare.NoInterval, compare.Undefined:
				bare.add(m)
			default:
				open.add(m)
			}
		}
	}
	claims = append(firm, weak...)
	if len(claims) > mostClaims {
		also := outcome{Heading: "Outlets differ too, see below", Word: "more in which outlets differ", n: len(claims) - mostClaims}
		for _, c := range claims[mostClaims:] {
			also.Measures = append(also.Measures, c.Measure)
		}
		others = append(others, also)
		claims = claims[:mostClaims]
	}
	for i := range claims {
		claims[i].Measure = cap1(claims[i].Measure)
	}
	for _, o := range []outcome{same, open, bare} {
		if len(o.Measures) > 0 {
			others = append(others, o)
		}
	}
	if len(claims) == 0 {
		text := "In no measure can an outlet be told apart from the others on the same stories."
		if len(open.Measures)+len(bare.Measures) > 0 {
			text += " That is not evidence that they are alike."
		}
		rest = append(rest, text)
	}
	rest = append(rest, d.askedBefore(), uncorrected)
	return claims, others, rest
}

const uncorrected = "All figures are uncorrected: no human coder has checked the marks on this corpus. See Limitations."

// describedOnly is the verdict on what is not compared.
const describedOnly = "described only"

// described puts the rates of outlets that cannot be compared into sentences, of
// the first whole measure of each section before the others.
func (d *drafter) described() (claims []claim) {
	var later []claim
	places := map[string]bool{}
	for _, f := range d.families {
		if f.whole == nil || len(d.c.Rates) == 0 {
			continue
		}
		m := *f.whole
		var low, high *compare.Rate
		for _, o := range d.c.Outlets {
			if e, ok := d.rates[key{m.ID, o.Name}]; ok && !math.IsNaN(e.Value) && e.Denominator > 0 {
				if low == nil || e.Value < low.Value {
					low = &e
				}
				if high == nil || e.Value > high.Value {
					high = &e
				}
			}
		}
		if low == nil || high.Numerator == 0 {
			continue
		}
		c := claim{Measure: cap1(m.Name), Verdict: describedOnly, Section: slug(f.id), Evidence: d.evidenceOf(m.ID, high.Outlet)}
		write := func(e *compare.Rate) string {
			s := isolate(e.Outlet) + " has " + d.rate(m, e.Value)
			if e.Interval != nil {
				s += fmt.Sprintf(" (%s\u00a0CI %s to %s)", level(e.Interval.Level), d.rate(m, e.Interval.Low), d.rate(m, e.Interval.High))
			}
			return s
		}
		c.Sentence = cap1(m.Name) + ", " + unitOf(m) + ": " + write(high)
		if low.Outlet != high.Outlet {
			c.Sentence += "; " + write(low)
			c.Details = []string{fmt.Sprintf("The highest and the lowest of %s.", plural(len(d.c.Outlets), "outlet", "outlets"))}
		} else {
			c.Details = []string{plural(high.Articles, "article", "articles") + "."}
		}
		c.Sentence += "."
		if places[f.place()] {
			later = append(later, c)
		} else {
			places[f.place()] = true
			claims = append(claims, c)
		}
	}
	claims = append(claims, later...)
	return claims[:min(len(claims), mostClaims)]
}

// An outcome is the measures that came out alike.
type outcome struct {
	Heading  string
	Word     string // "inconclusive"
	Measures []string
	n        int
}

// Short says how many there are.
func (o outcome) Short() string { return fmt.Sprintf("%d %s", o.n, o.Word) }

// add names a measure; kinds of one thing stand together: "reporting words
// (doubt, contest)".
func (o *outcome) add(m compare.Metric) {
	o.n++
	stem, kind, ok := strings.Cut(m.Name, ": ")
	if n := len(o.Measures); ok && n > 0 && strings.HasPrefix(o.Measures[n-1], stem+" (") {
		o.Measures[n-1] = strings.TrimSuffix(o.Measures[n-1], ")") + ", " + kind + ")"
		return
	}
	if ok {
		stem += " (" + kind + ")"
	}
	o.Measures = append(o.Measures, stem)
}

// asked lists the metrics of a family that are claims of their own: the whole
// and what a study declares or, without a whole, all kinds.
func (f family) asked() (ms []compare.Metric) {
	if f.whole == nil {
		return f.kinds
	}
	ms = append(ms, *f.whole)
	for _, m := range f.kinds {
		if m.Declared {
			ms = append(ms, m)
		}
	}
	return ms
}

// claim puts the contrasts of one metric into a sentence: that of the outlet
// whose interval keeps farthest from the null, of those first that stand when
// adjusted.
func (d *drafter) claim(m compare.Metric) (c claim, stands bool) {
	c = claim{Measure: m.Name, Verdict: compare.Undefined}
	var best compare.Contrast
	var others []string
	var intervals, covering, alike int
	for _, e := range d.of(m) {
		switch e.Verdict {
		case compare.Differs, compare.DiffersLess:
			intervals++
			firm := d.stands(e)
			if best.Outlet == "" || firm && !stands || firm == stands && better(m, e, best) {
				c.Verdict, best, stands = e.Verdict, e, firm
			}
		case compare.Equivalent:
			intervals++
			covering++
			alike++
		case compare.Inconclusive:
			intervals++
			covering++
		}
	}
	if best.Outlet == "" {
		switch {
		case intervals == 0:
			c.Verdict = compare.NoInterval
		case alike == intervals:
			c.Verdict = compare.Equivalent
		default:
			c.Verdict = compare.Inconclusive
		}
		return c, false
	}
	for _, e := range d.of(m) {
		if apart(e) && e.Outlet != best.Outlet && len(d.c.Outlets) > 2 {
			others = append(others, isolate(e.Outlet)+" ("+d.value(m, e.Value)+")")
		}
	}
	c.Sentence = d.sentence(m, best)
	c.Notes = notes(best.Notes)
	c.Evidence = d.evidenceOf(m.ID, best.Outlet)
	if len(d.study().Metrics) > 0 {
		c.Mark = "exploratory"
		if best.Declared {
			c.Mark = "declared"
		}
	}
	if s := inWords(m, best); s != "" {
		c.Details = append(c.Details, s)
	}
	basis := fmt.Sprintf("%s, %s", plural(best.Stories, "story", "stories"), plural(best.Articles, "article", "articles"))
	if !math.IsNaN(best.P) && !math.IsNaN(best.Adjusted) {
		basis += fmt.Sprintf("; p\u00a0%s, adjusted %s", probability(best.P), probability(best.Adjusted))
	}
	c.Details = append(c.Details, basis+".")
	if !stands {
		c.Details = append(c.Details, "It does not stand when adjusted for the number of outlets.")
	}
	if len(others) > 3 {
		others = append(others[:3], fmt.Sprintf("%d more", len(others)-3))
	}
	if len(others) > 0 {
		c.Details = append(c.Details, "Also apart from the others: "+and(others)+".")
	}
	if covering > 0 {
		c.Details = append(c.Details, fmt.Sprintf("%d of %d intervals include %g.", covering, intervals, nullOf(m)))
	}
	if story, without, ok := turns(m, best); ok {
		c.Details = append(c.Details, fmt.Sprintf("It rests on one story: without “%s” it would be %s.", isolate(short(story)), d.value(m, without)))
	}
	return c, stands
}

// better reports whether a makes the better headline. Of the two mirror images
// that a pair of outlets gives, it is the one above the null.
func better(m compare.Metric, a, b compare.Contrast) bool {
	x, y := strength(m, a.Estimate), strength(m, b.Estimate)
	if math.Abs(x-y) < 1e-9 {
		return a.Value > nullOf(m) && b.Value <= nullOf(m)
	}
	return x > y
}

// of lists the contrasts of a metric with all others, by outlet.
func (d *drafter) of(m compare.Metric) (list []compare.Contrast) {
	for _, o := range d.c.Outlets {
		if e, ok := d.contrasts[key{m.ID, o.Name}]; ok {
			list = append(list, e)
		}
	}
	return list
}

// value writes a contrast of a metric.
func (d *drafter) value(m compare.Metric, v float64) string { return write(m, v, false) }

func write(m compare.Metric, v float64, clear bool) string {
	if m.Scale == "ratio" {
		return contrast(v, 1, clear)
	}
	return withSign(v, clear)
}

// estimate writes a contrast and its interval: "1.42 [1.18, 1.71]".
func (d *drafter) estimate(m compare.Metric, e compare.Estimate) string {
	if math.IsNaN(e.Value) {
		return none
	}
	clear := strength(m, e) > 0
	s := write(m, e.Value, clear)
	if e.Interval != nil {
		s += " " + bracketed(e.Interval, func(v float64) string { return write(m, v, clear) })
	}
	return s
}

// phrases say what a ratio means, in the words of the measure: outlet, ratio,
// reference.
var phrases = map[string]string{
	"quoted":          "%s gives sources %s times as large a share of its words as %s on the same stories",
	"quoted.direct":   "%s puts %s times as large a share of its sources’ words in quotation marks as %s on the same stories",
	"sources.loaded":  "The sources of %s use %s times as many loaded words as those of %s on the same stories",
	"sources.unnamed": "%s names nobody as the source of %s times as large a share of what it attributes as %s on the same stories",
	"tone.doubt":      "%s casts doubt by its reporting words, as “claimed” does, %s times as often as %s on the same stories",
	"tone.contest":    "%s uses heated reporting words, such as “blasted”, %s times as often as %s on the same stories",
	"tone.endorse":    "%s backs sources by its reporting words, as “pointed out” does, %s times as often as %s on the same stories",
	"tone.concede":    "%s lets sources concede, as “admitted” does, %s times as often as %s on the same stories",
	"agentless":       "%s tells %s times as large a share of harm without saying who did it as %s on the same stories",
	"passive":         "%s tells %s times as large a share of acts in the passive as %s on the same stories",
	"figures":         "%s says of %s times as large a share of victim figures whose they are as %s on the same stories",
}

// sentence puts a contrast that has an interval into plain words.
func (d *drafter) sentence(m compare.Metric, e compare.Contrast) string {
	outlet, reference := isolate(e.Outlet), d.reference(e)
	clear := strength(m, e.Estimate) > 0
	ci := fmt.Sprintf(" (%s\u00a0CI %s to %s).", level(e.Interval.Level), write(m, e.Interval.Low, clear), write(m, e.Interval.High, clear))
	value := write(m, e.Value, clear)
	switch {
	case m.ID == "portrayal":
		way := "more"
		if e.Value < 0 {
			way = "less"
		}
		return fmt.Sprintf("%s presents actors %s favourably than %s on the same stories: a difference of %s on a scale from %s",
			outlet, way, reference, value, "−1 to 1") + ci
	case m.Scale != "ratio":
		return fmt.Sprintf("On the same stories, %s of %s differ from those of %s by %s %s", m.Name, outlet, reference, value, unitOf(m)) + ci
	case phrases[m.ID] != "":
		return fmt.Sprintf(phrases[m.ID], outlet, value, reference) + ci
	case strings.HasPrefix(m.ID, "choice."):
		thing, side := kindName(m), ""
		if i := strings.LastIndex(thing, ", "); i >= 0 {
			thing, side = thing[:i], thing[i+2:]
		}
		return fmt.Sprintf("Of the terms for %s, %s takes those of the side “%s” %s times as often as %s on the same stories", thing, outlet, side, value, reference) + ci
	case m.Unit == "% of attributed text":
		return fmt.Sprintf("%s gives %s %s times as large a share of what it attributes as %s on the same stories", outlet, kindName(m), value, reference) + ci
	case strings.HasSuffix(m.Unit, "own-voice words"):
		return fmt.Sprintf("%s uses %s times as many %s in its own voice as %s on the same stories", outlet, value, m.Name, reference) + ci
	}
	return fmt.Sprintf("On the same stories, the rate of %s in %s is %s times that in %s", m.Name, outlet, value, reference) + ci
}

// reference names what an outlet is compared with.
func (d *drafter) reference(e compare.Contrast) string {
	if e.Reference != "" {
		return isolate(e.Reference)
	}
	if len(d.c.Outlets) == 2 {
		for _, o := range d.c.Outlets {
			if o.Name != e.Outlet {
				return isolate(o.Name)
			}
		}
	}
	return "the other outlets"
}

// inWords says what a rate ratio comes to in an article of ordinary length.
func inWords(m compare.Metric, e compare.Contrast) string {
	const length = 600
	if m.Scale != "ratio" || m.Per != 1000 || e.ReferenceDenominator == 0 {
		return ""
	}
	more := (e.Value - 1) * float64(e.ReferenceNumerator) / float64(e.ReferenceDenominator) * length
	if math.Abs(more) < 0.05 {
		return ""
	}
	way := "more"
	if more < 0 {
		way = "fewer"
	}
	return fmt.Sprintf("That is about %.1f %s %s.", math.Abs(more), way, strings.Replace(m.Unit, "1,000", fmt.Sprint(length), 1))
}

// short cuts a name for use within a sentence.
func short(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}
