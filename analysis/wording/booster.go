package wording

import (
	"strings"

	"slant/analysis/voice"
)

var boosters = Detector{
	Name:     "booster",
	Kind:     Booster,
	Finds:    "words that close the question: obviously, of course, it is no accident that",
	Category: "of the lists",
	Conditions: "In the outlet's own voice, and either opening a clause, which they then put beyond doubt, or beside another loaded word, " +
		"which they strengthen.",
	Source: "Written for slant; boosters as a class: Hyland (1998, 2005).",
	Limits: "In the middle of a clause a booster is more often a filler, and is passed over.",
	role: func(r *reading, x *Finding) bool {
		return x.Voice.Kind == voice.Outlet && (r.opens(x) || r.beside(x))
	},
}

// opens reports whether a finding stands first in its sentence or right after a
// comma that ends what stands before, with a comma behind it.
func (r *reading) opens(x *Finding) bool {
	d := r.d
	s := d.Sentences[d.Tokens[x.Word].Sentence]
	return x.Start == s.Start
}

// beside reports whether a finding modifies a word that the lists hold for
// loaded.
func (r *reading) beside(x *Finding) bool {
	d := r.d
	h := d.Tokens[x.Word].Head
	if h < 0 || !d.Is(x.Word, "advmod", "amod") || h-x.Word > 2 || x.Word > h {
		return false
	}
	for _, m := range r.words.at(d, r.index, h) {
		if m.says.Polarity != 0 && !strings.HasPrefix(d.Tokens[h].Tag, "VB") {
			return true
		}
	}
	return false
}
