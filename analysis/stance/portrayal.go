package stance

import (
	"slant/analysis/actors"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// Roles of a Portrayal.
const (
	Antagonist  = "antagonist"
	Protagonist = "protagonist"
	Innocent    = "innocent"
	NoRole      = "none"
)

const (
	// clear is the weight of evidence from which a sentence gives a role.
	clear = 0.15
	// pity is how far suffering counts as being shown in a good light.
	pity = 0.3
)

// Portrayals returns how each sentence presents each actor that it mentions, by
// name, description or pronoun, in order of the text. Whoever speaks in it, the
// sentence as a whole is judged, from the evidence that FeatureNames lists and by
// fitted weights. An actor whose sentence gives it no role has the role that it
// clearly plays in the rest of the text, or none.
func (det *Detector) Portrayals(d *language.Document, list []actors.Actor, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event, stances []Stance) []Portrayal {
	return rest(det.read(d, list, speakers, findings, acts, stances))
}

// Portrayals is Detector.Portrayals by loaded words, events and stances alone,
// without the plain words of a lexicon.
func Portrayals(d *language.Document, list []actors.Actor, findings []wording.Finding, acts []events.Event, stances []Stance) []Portrayal {
	return (&Detector{}).Portrayals(d, list, nil, findings, acts, stances)
}

// Evidence is what one sentence says about one actor, as FeatureNames names it.
type Evidence struct {
	Actor string
	language.Span
	Features []float64
}

// Silent reports whether nothing in the sentence speaks for or against the actor.
func (e Evidence) Silent() bool { return silent(e.Features) }

// Evidence returns what each portrayal that Portrayals returns is judged from,
// in the same order.
func (det *Detector) Evidence(d *language.Document, list []actors.Actor, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event, stances []Stance) []Evidence {
	var out []Evidence
	for _, e := range det.read(d, list, speakers, findings, acts, stances) {
		out = append(out, Evidence{e.actor, e.span, e.features[:]})
	}
	return out
}

// read returns the evidence of a document in order of the text.
func (det *Detector) read(d *language.Document, list []actors.Actor, speakers *voice.Speakers, findings []wording.Finding, acts []events.Event, stances []Stance) []*entry {
	b := newBook(d, list, speakers)
	b.colours(det.tonesOf(d, speakers, findings, acts, stances))
	b.findings(findings)
	b.events(acts)
	b.stances(stances)
	b.speeches(speakers)
	return b.close()
}

// portrayal turns evidence into polarity, label and role.
func (e *entry) portrayal() Portrayal {
	p := model().judge(&e.evidence)
	p.Actor, p.Span, p.Role = e.actor, e.span, e.role()
	return p
}

// role returns the role that the evidence of one sentence gives.
func (e *evidence) role() string {
	lean := e.favour + pity*e.suffers - e.against
	switch most := max(e.against, e.favour, e.suffers); {
	case most < clear/2:
	case e.suffers == most:
		return Innocent
	case e.against == most && lean <= -clear/2:
		return Antagonist
	case e.favour == most && lean >= clear:
		return Protagonist
	}
	return NoRole
}

// round6 rounds to six decimals, away from zero at halves.
func round6(x float64) float64 {
	if x < 0 {
		return -round(-x)
	}
	return round(x)
}
