package analysis

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"slant/analysis/events"
	"slant/analysis/stance"
	"slant/analysis/wording"
	"slant/lexicons"
)

// A Failure is an example sentence of a list that does not hold.
type Failure struct {
	File     string // "en/words/condemnation.yaml", or as the user knows it in his folder
	Line     int    // of the sentence; 0 when it is not found there
	Group    string // its first word
	Sentence string
	Good     bool // whether the group should have been found in it
}

// Examples reads the example sentences of all lists of words, choice sets, events
// and stances that o names, each with its own group alone. It returns how many
// there are and those that do not hold, in the order of the lists. Examples of
// choice sets are read with all sets, as the longest term counts.
func Examples(o Options) (n int, failures []Failure, err error) {
	a, err := New(o)
	if err != nil {
		return 0, nil, err
	}
	data, err := lexicons.With(o.Lexicons...)
	if err != nil {
		return 0, nil, err
	}
	check := func(file, group string, good, bad []string, found func(*text) bool) {
		for i, s := range slices.Concat(good, bad) {
			n++
			if wanted := i < len(good); found(a.text("", s, nil, nil)) != wanted {
				src, _ := fs.ReadFile(data, file) // it was read before
				at := &lexicons.Error{File: file, Line: lexicons.LineOf(src, s)}
				errors.As(lexicons.Located(data, at), &at)
				failures = append(failures, Failure{at.File, at.Line, group, s, wanted})
			}
		}
	}

	words, sets, err := lexicons.Words(data, "en/words")
	if err != nil {
		return 0, nil, err
	}
	for i := range words {
		g := &words[i]
		check(in("words", g.File), g.Words[0], g.Good, g.Bad, func(t *text) bool { return wording.Fires(g, sets, t.doc, t.index) })
	}
	terms, err := lexicons.Choices(data, "en/choices", sets)
	if err != nil {
		return 0, nil, err
	}
	for i := range terms {
		g := &terms[i]
		check(in("choices", g.Set.File), g.Terms[0], g.Good, g.Bad, func(t *text) bool {
			return slices.ContainsFunc(a.choices.Find(t.doc, t.index, t.speakers), func(c wording.Choice) bool { return c.Set == g.Set.Name && c.Side == g.Side })
		})
	}
	predicates, nouns, err := lexicons.Events(data, "en/events")
	if err != nil {
		return 0, nil, err
	}
	for i := range predicates {
		g := &predicates[i]
		d := events.NewDetector(predicates[i:i+1], nouns)
		check(in("events", g.Rule), g.Rule, g.Good, g.Bad, func(t *text) bool { return len(d.Find(t.doc, t.index, t.speakers)) > 0 })
	}
	attitudes, err := lexicons.Stances(data, "en/stances")
	if err != nil {
		return 0, nil, err
	}
	for i := range attitudes {
		g := &attitudes[i]
		d := stance.NewDetector(attitudes[i : i+1])
		check(in("stances", g.Rule), g.Rule, g.Good, g.Bad, func(t *text) bool { return a.fires(d, g, t) })
	}
	return n, failures, nil
}

// fires reports whether a group of stances says anything of a text; what somebody
// means to do is a stance by the events that slant knows.
func (a *Analyzer) fires(d *stance.Detector, g *lexicons.StanceGroup, t *text) bool {
	found := d.Find(t.doc, t.index, t.speakers, nil, a.events.Find(t.doc, t.index, t.speakers))
	if g.Construction == "tone" {
		return slices.ContainsFunc(d.Evidence(t.doc, t.named, t.speakers, nil, nil, found), func(e stance.Evidence) bool { return !e.Silent() })
	}
	return slices.ContainsFunc(found, func(s stance.Stance) bool { return s.Explicit })
}

// in returns where a list lies, from how rules cite it: "en/condemnation.yaml".
func in(kind, file string) string {
	file, _, _ = strings.Cut(file, ":")
	return strings.Replace(file, "en/", "en/"+kind+"/", 1)
}
