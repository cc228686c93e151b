package compare

import (
	"hash/fnv"

	"slant/analysis/record"
)

// A feature is something that an article has a number of. Metrics are sums of
// features over sums of features; what a feature does not need is left empty.
type feature struct {
	of       kind
	name     string // which: the voice of words, the category of a finding, a tone, a form, a label, a frame
	detector string // of a finding
	rule     string // of a finding: the entry of a lexicon
	voice    string // of a finding
	actor    string // whom it is about
	role     string // type of the actor
	strong   bool   // of a finding
}

// A kind is what a feature counts.
type kind uint8

const (
	ofArticles     kind = iota // always 1
	ofWords                    // by voice; "total" for all
	ofFindings                 // by category
	ofAttributions             // that the outlet makes, by tone; "bare" without a cue
	ofSources                  // that are cited, by type
	ofSpeech                   // bytes given to sources, by type
	ofActs                     // by form; "nominal" and "nominal without agent" are two forms
	ofHarm                     // by form
	ofHarmed                   // by form and victim
	ofHarming                  // by form and agent
	ofFigures                  // "given" and, of these, "attributed"; by whose victims they are, "" for all
	ofStances                  // "favourable" and "unfavourable", by target
	ofPortrayals               // by label and actor
	ofMentions                 // by actor; name is what it is called
	ofFrames                   // by frame
	ofChoices                  // by set, in role, and side, in name; by voice
)

// Names of features that metrics ask for.
const (
	allWords          = "total"
	excludedWords     = "excluded"
	bareAttribution   = "bare"
	active            = "active"
	passive           = "passive"
	agentless         = "agentless"
	nominal           = "nominal"
	nominalUnclaimed  = "nominal without agent"
	figureGiven       = "given"
	figureAttributed  = "attributed"
	favourable        = "favourable"
	unfavourable      = "unfavourable"
	positivePortrayal = "positive"
	neutralPortrayal  = "neutral"
	negativePortrayal = "negative"
)

// common are features that nearly every article has, in the order of
// commonCounts.
var common = func() []feature {
	list := []feature{{of: ofArticles}}
	add := func(of kind, names ...string) {
		for _, n := range names {
			list = append(list, feature{of: of, name: n})
		}
	}
	add(ofWords, allWords, "outlet", "direct", "indirect", "unresolved", excludedWords)
	add(ofAttributions, "neutral", "doubt", "endorse", "contest", "concede", bareAttribution)
	for _, of := range []kind{ofActs, ofHarm} {
		add(of, active, passive, agentless, nominal, nominalUnclaimed)
	}
	add(ofFigures, figureGiven, figureAttributed)
	return list
}()

// commonCounts returns how many of the common features t has.
func commonCounts(t *record.Tally) [25]int {
	w, a, b, h, f := t.Words, t.Attributions, t.Acts, t.Harm, t.Figures
	return [...]int{
		t.Articles,
		w.Total, w.Outlet, w.Direct, w.Indirect, w.Unresolved, w.Excluded,
		a.Neutral, a.Doubt, a.Endorse, a.Contest, a.Concede, a.Bare,
		b.Active, b.Passive, b.Agentless, b.Nominal - b.NominalWithoutAgent, b.NominalWithoutAgent,
		h.Active, h.Passive, h.Agentless, h.Nominal - h.NominalWithoutAgent, h.NominalWithoutAgent,
		f.Given, f.Attributed,
	}
}

// features passes what t counts besides the common features to do, each feature
// once.
func features(t *record.Tally, do func(f feature, n int)) {
	for _, f := range t.Findings {
		do(feature{of: ofFindings, name: f.Category, detector: f.Detector, rule: f.Rule, voice: f.Voice, actor: f.Target, strong: f.Strong}, f.Count)
	}
	for _, c := range t.Choices {
		do(feature{of: ofChoices, role: c.Set, name: c.Side, voice: c.Voice}, c.Count)
	}
	for _, s := range t.Sources {
		do(feature{of: ofSources, actor: s.Actor, role: s.Type}, s.Attributions)
		do(feature{of: ofSpeech, actor: s.Actor, role: s.Type}, s.Length)
	}
	for _, h := range t.Harmed {
		eachForm(feature{of: ofHarmed, actor: h.Actor}, h.Forms, do)
	}
	for _, h := range t.Harming {
		eachForm(feature{of: ofHarming, actor: h.Actor}, h.Forms, do)
	}
	for _, g := range t.FiguresOf {
		do(feature{of: ofFigures, actor: g.Actor, name: figureGiven}, g.Given)
		do(feature{of: ofFigures, actor: g.Actor, name: figureAttributed}, g.Attributed)
	}
	for _, s := range t.Stances {
		do(feature{of: ofStances, actor: s.Target, name: favourable}, s.Favourable)
		do(feature{of: ofStances, actor: s.Target, name: unfavourable}, s.Unfavourable)
	}
	for _, p := range t.Portrayals {
		do(feature{of: ofPortrayals, actor: p.Actor, name: negativePortrayal}, p.Negative)
		do(feature{of: ofPortrayals, actor: p.Actor, name: neutralPortrayal}, p.Neutral)
		do(feature{of: ofPortrayals, actor: p.Actor, name: positivePortrayal}, p.Positive)
	}
	for _, m := range t.Mentions {
		do(feature{of: ofMentions, actor: m.Actor, name: m.Name, role: m.Type}, m.Mentions)
	}
	for _, f := range t.Frames {
		do(feature{of: ofFrames, name: f.Frame}, f.Articles)
	}
}

// eachForm passes the number of events in each form to do.
func eachForm(f feature, n record.Forms, do func(feature, int)) {
	for _, form := range []struct {
		name  string
		count int
	}{{active, n.Active}, {passive, n.Passive}, {agentless, n.Agentless}, {nominal, n.Nominal - n.NominalWithoutAgent}, {nominalUnclaimed, n.NominalWithoutAgent}} {
		f.name = form.name
		do(f, form.count)
	}
}

// print returns a number that stands for f in fingerprints of articles.
func (f feature) print() uint64 {
	h := fnv.New64a()
	strong := byte(0)
	if f.strong {
		strong = 1
	}
	h.Write([]byte{byte(f.of), strong})
	for _, s := range []string{f.name, f.detector, f.rule, f.voice, f.actor, f.role} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum64()
}
