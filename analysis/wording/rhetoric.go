package wording

import "strings"

var rhetoric = Detector{
	Name:     "rhetoric",
	Kind:     WordChoice,
	Finds:    "adjectives that the grammar heightens: profoundly disappointing, so naive, exclamations",
	Category: "rhetoric",
	Conditions: "An adjective with an adverb of degree or manner in -ly, or with so and no consequence after it, or said in an " +
		"exclamation; not what adverbs of time, field and number stand with (newly elected, politically active).",
	Source: "Written for slant; degree modification as a sign of evaluation: Hunston (2011), Biber and Finegan (1989).",
	Limits: "The adjective itself is not judged, so the polarity is that of the set of good words, else unfavourable.",
	find:   heightened,
}

// plainDegrees are adverbs in -ly that say when, how much, in which field or how
// surely, and heighten nothing.
var plainDegrees = set(strings.Fields(`newly recently previously currently formerly politically economically financially socially legally medically
	technically physically mentally sexually racially ethnically culturally historically locally nationally globally internationally federally
	publicly privately nearly roughly approximately partly partially mostly largely mainly fully only early likely relatively comparatively
	slightly particularly especially increasingly highly generally usually typically normally directly specifically equally similarly differently
	severely seriously critically newly-elected democratically commercially statistically significantly potentially possibly probably environmentally
	constitutionally strategically really family friendly daily weekly monthly yearly freshly geographically academically scientifically clinically
	openly widely commonly jointly separately independently initially originally eventually finally already annually exclusively primarily otherwise
	readily easily freely closely densely sparsely heavily poorly badly fairly reasonably moderately mildly mutually naturally officially`))

// plainAfterSo are words that so makes a measure or an adverb of.
var plainAfterSo = set(strings.Fields("many much far long few little soon often called good sure"))

func heightened(r *reading, listed []Finding) (found []Finding) {
	d := r.d
	k := 0
	for _, s := range d.Sentences {
		shouts := d.Tokens[s.Last-1].Word == "!"
		for i := s.First; i < s.Last; i++ {
			t := &d.Tokens[i]
			for k < len(listed) && r.before(listed[k].Span.End, listed[k].In, i) {
				k++
			}
			if t.Tag != "JJ" || capital(d, i) || len(t.Word) < 4 || k < len(listed) && listed[k].Overlaps(d.Span(i, i)) {
				continue
			}
			first, rule := r.heightens(i)
			if rule == "" && shouts && d.Is(i, "root", "amod", "xcomp", "conj") && d.Child(i, "cop") >= 0 {
				rule = "exclamation"
			}
			if rule == "" {
				continue
			}
			polarity := -0.4
			if r.sets.good[t.Lemma] {
				polarity = 0.4
			}
			found = append(found, r.placed(Finding{
				Detector: WordChoice, Category: "rhetoric", Span: d.Span(first, i), Weight: 0.4, Polarity: polarity,
				Rule: "rhetoric:" + rule, Word: i, word: strings.ToLower(d.Text(d.Span(first, i))),
			}, first, i))
		}
	}
	return found
}

// heightens returns the first token and the name of what heightens the adjective
// i, "" when nothing does.
func (r *reading) heightens(i int) (int, string) {
	d := r.d
	if i == 0 {
		return i, ""
	}
	c := i - 1
	t := &d.Tokens[c]
	if t.Head != i || !d.Is(c, "advmod") || t.Sentence != d.Tokens[i].Sentence {
		return i, ""
	}
	switch {
	case t.Lower == "so" && !plainAfterSo[d.Tokens[i].Lower] && d.Child(i, "ccomp", "advcl") < 0:
		return c, "so"
	case t.Tag == "RB" && strings.HasSuffix(t.Lower, "ly") && !plainDegrees[t.Lower] && d.Is(i, "root", "xcomp", "conj"):
		return c, "degree"
	}
	return i, ""
}
