package reports

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"slant/analysis/compare"
	"slant/analysis/voice"
)

// methods says how the numbers were made, from the same values that the tables
// show.
func (d *drafter) methods() section {
	s := section{ID: "methods", Heading: "Methods"}
	f := d.c.Flow
	if f.Read == 0 {
		return section{}
	}
	own := 0
	for _, o := range d.c.Outlets {
		own += o.Words[voice.Outlet]
	}
	var p strings.Builder
	period := ""
	if from, to := d.period(); from != "" {
		period = fmt.Sprintf(" from %s to %s", from, to)
	}
	fmt.Fprintf(&p, "The corpus holds %s of %s%s, with %s in the outlets' own voice.", plural(f.Read-f.Duplicates, "article", "articles"),
		plural(len(d.c.Outlets), "outlet", "outlets"), period, plural(own, "word", "words"))
	p.WriteString(" Every word has a voice: the outlet's, or that of a source to whom it is attributed in quotation marks or in the outlet's words. Headlines, bylines, teasers and other text around the article are not counted.")
	s.text(p.String())

	p.Reset()
	l := level(d.level())
	fmt.Fprintf(&p, "A rate is the sum of counts over the sum of words (or sentences, events, …) of all articles of an outlet. Its %s interval leaves out one story at a time (jackknife, CV3; MacKinnon, Nielsen and Webb 2023); an article without a story counts as a story of its own.", l)
	s.text(p.String())

	if d.comparing() {
		p.Reset()
		fmt.Fprintf(&p, "Outlets are compared on the %s only, so that a choice of events does not pass for a choice of words. Contrasts are Mantel-Haenszel rate ratios (for mean portrayals: differences) stratified by story (Greenland and Robins 1985); their %s intervals leave out one story at a time, with quantiles of Student's t for one degree of freedom fewer than stories.",
			plural(f.Stories, "story that at least two outlets cover", "stories that at least two outlets cover"), l)
		if n := d.c.Options.MinStories; n > 0 {
			fmt.Fprintf(&p, " With fewer than %d stories no interval is given.", n)
		}
		if n := f.Authors; n > 0 {
			fmt.Fprintf(&p, " %s of the articles name their author; where an interval that leaves out one author at a time is wider, it is given instead (%s).", share(f.Bylines, f.Read), plural(n, "author", "authors"))
		}
		p.WriteString(" Single words are no independent observations: tests that treat them so would reject far too often.")
		s.text(p.String())

		p.Reset()
		p.WriteString("The p-value comes from flipping the sign of whole stories: all ways where these are few enough to try")
		if n := d.c.Options.Tries; n > 0 {
			fmt.Fprintf(&p, ", otherwise %s random ones (seed %d)", counted(n), d.c.Options.Seed)
		}
		p.WriteString(". ")
		p.WriteString(d.familyWords())
		s.text(p.String())

		s.text("The verdict comes from the interval and the margin, which says what is too small a difference to matter: " + d.margins() + ". “Differs”: the interval does not include 1 (for differences: 0). “Equivalent”: two one-sided tests put the value within the margin. “Differs, within the margin”: the interval does not include 1 and lies within the margin. “Inconclusive”: neither; outlets may be alike, and they may differ by more than the margin. “Detectable” is what would have been found with a probability of 80\u00a0%.")
		if len(d.c.Poolings) > 0 {
			s.text("With five outlets or more, the estimates of all are also taken together in a model of random effects (REML; Hartung and Knapp 2001); each is then drawn towards the middle as far as little is known of it.")
		}
	}
	return s
}

// familyWords says how p-values are adjusted.
func (d *drafter) familyWords() string {
	byMaxT, others := 0, map[string]int{}
	for _, f := range d.c.Families {
		if f.Tests == 0 {
			continue
		}
		if f.Correction == compare.MaxT {
			byMaxT++
		} else {
			others[f.Correction]++
		}
	}
	if byMaxT+len(others) == 0 {
		return "It is not adjusted for the number of comparisons."
	}
	text := "Adjusted p-values hold for a family of tests: "
	if len(d.study().Families) > 0 {
		text += "those that the study declares, and otherwise "
	}
	text += "the contrasts of one measure. Families of up to 50 tests are adjusted by the largest of all statistics under the same flips (Westfall and Young 1993)"
	if len(others) > 0 {
		text += ", larger ones by the rate of false discoveries (Benjamini and Hochberg 1995)"
	}
	return text + "."
}

// margins lists the margins of the metrics, each once.
func (d *drafter) margins() string {
	var list []string
	for _, m := range d.c.Metrics {
		what := "a ratio"
		if m.Scale != compare.Ratio {
			what = "a difference"
		}
		if m.Margin == (compare.Margin{}) {
			continue
		}
		text := fmt.Sprintf("%s from %s to %s", what, minus(fmt.Sprintf("%g", m.Margin.Low)), minus(fmt.Sprintf("%g", m.Margin.High)))
		if m.Margin.Because != "" {
			text += " for " + m.Name + " (" + m.Margin.Because + ")"
		} else {
			text += " by convention"
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return strings.Join(list, "; ")
}

// comparing reports whether there are contrasts to speak of.
func (d *drafter) comparing() bool {
	for _, e := range d.c.Contrasts {
		if !math.IsNaN(e.Value) {
			return true
		}
	}
	return false
}

// limitations lists what this corpus and this run cannot show.
func (d *drafter) limitations() section {
	s := section{ID: "limitations", Heading: "Limitations"}
	f := d.c.Flow
	if f.Read == 0 {
		return section{}
	}
	items := []string{
		"The figures count what slant's lexicons and rules find. They have not been checked by human coders on this corpus, and errors may differ between outlets: the estimates are uncorrected. Look at the evidence.",
		"A difference in wording says neither why an outlet words things so nor which outlet is right.",
	}
	if d.comparing() {
		if n := f.Matched + f.Unmatched; n > 0 && f.Unmatched > 0 {
			items = append(items, fmt.Sprintf("%s of the articles are in no story that another outlet covers. Which stories an outlet chooses is not part of the comparison.", share(f.Unmatched, n)))
		}
		var intervals, refused int
		for _, e := range d.c.Contrasts {
			switch {
			case e.Interval != nil:
				intervals++
			case !math.IsNaN(e.Value):
				refused++
			}
		}
		if intervals > 1 {
			chance := float64(intervals) * (1 - d.level())
			about := fmt.Sprintf("about %.0f", chance)
			if chance < 1.5 {
				about = "about one"
			}
			items = append(items, fmt.Sprintf("There are %d intervals against the other outlets. Were all outlets alike, %s of them would still miss 1 (for differences: 0) by chance. What was not asked before the data were seen is exploratory.", intervals, about))
		}
		if refused > 0 {
			items = append(items, plural(refused, "contrast has", "contrasts have")+" no interval, for the reasons in the notes.")
		}
	}
	words, unresolved, wire, undated := 0, 0, 0, 0
	for _, o := range d.c.Outlets {
		words += spoken(o)
		unresolved += o.Words[voice.Unresolved]
		wire += o.Wire
		if o.First == "" {
			undated++
		}
	}
	if unresolved > 0 {
		items = append(items, fmt.Sprintf("%s of the words stand in quotation marks without a source that could be found. They belong to nobody's voice here.", atLeastOne(unresolved, words)))
	}
	if wire > 0 {
		items = append(items, plural(wire, "article is", "articles are")+" recognised as agency copy. Its words were chosen by the agency; the outlet chose to print them.")
	}
	if undated > 0 {
		items = append(items, plural(undated, "outlet has", "outlets have")+" no dated article, so that its period is not known.")
	}
	if n := len(d.Problems); n > 0 {
		items = append(items, plural(n, "article or line", "articles or lines")+" could not be read.")
	}
	if thin := d.thin(); len(thin) > 0 {
		items = append(items, "Fewer than ten articles: "+and(thin)+".")
	}
	items = append(items, "Irony, images, layout and placement are not read.")
	s.list(items)
	return s
}

// thin names outlets with few articles.
func (d *drafter) thin() (names []string) {
	var thin []compare.Outlet
	for _, o := range d.c.Outlets {
		if o.Articles < 10 {
			thin = append(thin, o)
		}
	}
	for i, o := range thin {
		if i == 5 && len(thin) > 6 {
			return append(names, fmt.Sprintf("%d more outlets", len(thin)-i))
		}
		names = append(names, isolate(short(o.Name)))
	}
	return names
}

// atLeastOne writes a share that is not rounded down to nothing.
func atLeastOne(part, whole int) string {
	if part*200 < whole {
		return "Less than 1\u00a0%"
	}
	return share(part, whole)
}
