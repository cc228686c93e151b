package record

import (
	"cmp"
	"slices"

	"slant/analysis/language"
	"slant/analysis/stance"
	"slant/analysis/voice"
)

// A Tally is what was counted in the bodies of some articles: one article's, or
// an outlet's, or a story's. It holds integers only, so tallies add up to the
// same whatever the order in which articles are added or tallies merged. The
// zero Tally is that of no article.
//
// Headlines are left out, for Words counts bodies only; but mentions of actors
// in headlines count.
type Tally struct {
	Articles     int
	Words        Words
	Findings     []FindingCount // sorted by detector, category, voice, rule, target, strength
	Choices      []ChoiceCount  // sorted by set, side, voice
	Attributions Tones          // those that the outlet makes, not sources citing sources
	Sources      []SourceCount  // sorted by actor, type
	Acts         Forms          // events but speech that the outlet asserts in its own voice
	Harm         Forms          // those of class harm
	Harmed       []HarmCount    // of Harm, those whose victim is known; sorted by actor
	Harming      []HarmCount    // of Harm, those of a known agent or doer; sorted by actor
	Figures      Figures
	FiguresOf    []FigureCount    // of Figures, those of victims who are known; sorted by actor
	Stances      []StanceCount    // of the outlet's own voice; sorted by target
	Portrayals   []PortrayalCount // sorted by actor
	Mentions     []MentionCount   // sorted by actor, name, type
	Frames       []FrameCount     // sorted by frame
}

// A FindingCount counts the findings of one kind. Negated findings ("was not
// brutal") are not counted.
type FindingCount struct {
	Detector, Category string
	Voice              string // voice.Outlet, voice.Direct, …
	Rule               string // the entry of a lexicon that fired
	Target             string // the actor that it is about, "" when none is meant
	Strong             bool   // of a weight of StrongWeight or more
	Count              int
}

// A ChoiceCount counts the terms of one side of a choice set.
type ChoiceCount struct {
	Set, Side string
	Voice     string // voice.Outlet, voice.Direct, …
	Count     int
}

// StrongWeight is the weight from which a loaded word counts as strong: the
// upper half of what the built-in lexicons use.
const StrongWeight = 0.6

// Types of sources that no actor has.
const (
	UnknownSource = "unknown" // named by words that mean no known actor: "officials", "a neighbour"
	UnnamedSource = "unnamed" // nobody is named
)

// A SourceCount counts what one source is given to say.
type SourceCount struct {
	Actor        string // id, "" when no actor is known
	Type         string // that of the actor, UnknownSource or UnnamedSource
	Attributions int
	Length       int // bytes of text attributed to it and to nobody that it cites
}

// A HarmCount counts in which forms the harm done to, or by, one actor is told.
// Harm that an actor does without being named as its agent is Agentless or
// NominalWithoutAgent: the text around it or the conflict tells who did it.
type HarmCount struct {
	Actor string
	Forms
}

// A StanceCount counts the stances towards one actor, whatever their strength.
type StanceCount struct {
	Target                   string
	Favourable, Unfavourable int
}

// A FrameCount counts the articles that carry one frame.
type FrameCount struct {
	Frame    string
	Articles int
}

// Tones counts attributions by the tone of the cue.
type Tones struct {
	Neutral, Doubt, Endorse, Contest, Concede int
	Bare                                      int // without a cue
}

// Cued returns the number of attributions that have a cue.
func (t Tones) Cued() int { return t.Neutral + t.Doubt + t.Endorse + t.Contest + t.Concede }

// Forms counts events by the form in which they are told.
type Forms struct {
	Active, Passive, Agentless, Nominal int
	NominalWithoutAgent                 int // of Nominal
}

// Total returns the number of events.
func (f Forms) Total() int { return f.Active + f.Passive + f.Agentless + f.Nominal }

// Figures counts figures of victims, whoever gives them.
type Figures struct {
	Given      int
	Attributed int // of Given: the article says whose figure it is
}

// A FigureCount counts the figures of the victims of one people or actor.
type FigureCount struct {
	Actor string
	Figures
}

// A PortrayalCount counts the sentences that present one actor.
type PortrayalCount struct {
	Actor                       string
	Negative, Neutral, Positive int
}

// A MentionCount counts where one actor is named.
type MentionCount struct {
	Actor, Name, Type string
	Mentions          int
	Articles          int
}

// Add counts one more article.
func (t *Tally) Add(r *Record) {
	u := Tally{Articles: 1, Words: r.Words}
	for _, f := range r.Findings {
		if f.In == "" && !f.Negated {
			c := FindingCount{Detector: f.Detector, Category: f.Category, Voice: f.Voice.Kind, Rule: f.Rule, Strong: f.Weight >= StrongWeight, Count: 1}
			if f.Target != nil {
				c.Target = f.Target.Actor
			}
			u.Findings = append(u.Findings, c)
		}
	}
	for _, c := range r.Choices {
		if c.In == "" {
			u.Choices = append(u.Choices, ChoiceCount{c.Set, c.Side, c.Voice.Kind, 1})
		}
	}
	u.Sources = sources(r)
	for _, a := range r.Attributions {
		switch {
		case a.Parent >= 0: // the cue is not the outlet's word, but a source's
		case a.Cue == nil:
			u.Attributions.Bare++
		case a.Cue.In == "":
			u.Attributions.add(a.Cue.Tone)
		}
	}
	for _, e := range r.Events {
		if e.In != "" {
			continue
		}
		if e.Count > 0 {
			u.Figures.Given++
			c := FigureCount{e.Patient, Figures{Given: 1}}
			if e.FigureAttributed {
				u.Figures.Attributed++
				c.Attributed = 1
			}
			if c.Actor != "" {
				u.FiguresOf = append(u.FiguresOf, c)
			}
		}
		if e.Voice.Kind == voice.Outlet && e.Fact == "asserted" {
			if !e.Also && e.Class != "speech" {
				u.Acts.add(e.Form, e.Agent)
			}
			if e.Class == "harm" {
				if !e.Also {
					u.Harm.add(e.Form, e.Agent)
					if by := cmp.Or(e.Agent, e.Doer); by != "" {
						h := HarmCount{Actor: by}
						h.add(e.Form, e.Agent)
						u.Harming = append(u.Harming, h)
					}
				}
				if e.Patient != "" {
					h := HarmCount{Actor: e.Patient}
					h.add(e.Form, e.Agent)
					u.Harmed = append(u.Harmed, h)
				}
			}
		}
	}
	for _, s := range r.Stances {
		if s.In != "" || s.Source != stance.Outlet {
			continue
		}
		switch c := (StanceCount{Target: s.Target}); {
		case s.Polarity > 0:
			c.Favourable = 1
			u.Stances = append(u.Stances, c)
		case s.Polarity < 0:
			c.Unfavourable = 1
			u.Stances = append(u.Stances, c)
		}
	}
	for _, p := range r.Portrayals {
		if p.In != "" {
			continue
		}
		c := PortrayalCount{Actor: p.Actor}
		switch p.Label {
		case "negative":
			c.Negative = 1
		case "neutral":
			c.Neutral = 1
		case "positive":
			c.Positive = 1
		default:
			continue
		}
		u.Portrayals = append(u.Portrayals, c)
	}
	for _, a := range r.Actors {
		if len(a.Mentions) > 0 {
			u.Mentions = append(u.Mentions, MentionCount{a.ID, a.Name, a.Type, len(a.Mentions), 1})
		}
	}
	for _, f := range r.Frames {
		u.Frames = append(u.Frames, FrameCount{f.Frame, 1})
	}
	t.Merge(&u)
}

// sources counts what each source of an article's body is given to say. Where
// a source cites another, the words are those of the one who is cited.
func sources(r *Record) []SourceCount {
	types := map[string]string{}
	for _, a := range r.Actors {
		types[a.ID] = a.Type
	}
	counts := make([]SourceCount, 0, len(r.Attributions))
	for i, a := range r.Attributions {
		length := 0
		for _, s := range a.Content {
			if s.In == "" {
				length += s.End - s.Start
			}
		}
		for _, b := range r.Attributions {
			if b.Parent == i {
				length -= overlap(a.Content, b.Content)
			}
		}
		c := SourceCount{Type: UnnamedSource, Attributions: 1, Length: max(0, length)}
		if a.Source != nil {
			c.Type = UnknownSource
			if t := types[a.Source.Actor]; t != "" {
				c.Actor, c.Type = a.Source.Actor, t
			}
		}
		if c.Length > 0 {
			counts = append(counts, c)
		}
	}
	return counts
}

// overlap returns how many bytes of the body lie in both a and b.
func overlap(a, b []language.Span) (n int) {
	for _, s := range a {
		for _, t := range b {
			if s.In == "" && t.In == "" {
				n += max(0, min(s.End, t.End)-max(s.Start, t.Start))
			}
		}
	}
	return n
}

// Merge adds what u counted. It leaves u as it is and keeps none of its memory.
func (t *Tally) Merge(u *Tally) {
	t.Articles += u.Articles
	t.Words.add(u.Words)
	t.Attributions.merge(u.Attributions)
	t.Acts.merge(u.Acts)
	t.Harm.merge(u.Harm)
	t.Figures.merge(u.Figures)
	t.Findings = fold(t.Findings, u.Findings, FindingCount.compare, func(a *FindingCount, b FindingCount) { a.Count += b.Count })
	t.Choices = fold(t.Choices, u.Choices, ChoiceCount.compare, func(a *ChoiceCount, b ChoiceCount) { a.Count += b.Count })
	t.Sources = fold(t.Sources, u.Sources, SourceCount.compare, (*SourceCount).add)
	t.Harmed = fold(t.Harmed, u.Harmed, HarmCount.compare, func(a *HarmCount, b HarmCount) { a.merge(b.Forms) })
	t.Harming = fold(t.Harming, u.Harming, HarmCount.compare, func(a *HarmCount, b HarmCount) { a.merge(b.Forms) })
	t.FiguresOf = fold(t.FiguresOf, u.FiguresOf, FigureCount.compare, func(a *FigureCount, b FigureCount) { a.merge(b.Figures) })
	t.Stances = fold(t.Stances, u.Stances, StanceCount.compare, (*StanceCount).add)
	t.Frames = fold(t.Frames, u.Frames, FrameCount.compare, func(a *FrameCount, b FrameCount) { a.Articles += b.Articles })
	t.Portrayals = fold(t.Portrayals, u.Portrayals, PortrayalCount.compare, (*PortrayalCount).add)
	t.Mentions = fold(t.Mentions, u.Mentions, MentionCount.compare, (*MentionCount).add)
}

// fold returns the counts of a and b, sorted, those with one key added up.
func fold[T any](a, b []T, compare func(T, T) int, add func(*T, T)) []T {
	if len(b) == 0 {
		return a
	}
	all := slices.Concat(a, b)
	slices.SortFunc(all, compare)
	n := 0
	for _, c := range all[1:] {
		if compare(all[n], c) == 0 {
			add(&all[n], c)
			continue
		}
		n++
		all[n] = c
	}
	return all[:n+1]
}

func (w *Words) add(v Words) {
	w.Total += v.Total
	w.Outlet += v.Outlet
	w.Direct += v.Direct
	w.Indirect += v.Indirect
	w.Unresolved += v.Unresolved
	w.Excluded += v.Excluded
}

func (t *Tones) add(tone string) {
	switch tone {
	case "doubt":
		t.Doubt++
	case "endorse":
		t.Endorse++
	case "contest":
		t.Contest++
	case "concede":
		t.Concede++
	default:
		t.Neutral++
	}
}

func (t *Tones) merge(u Tones) {
	t.Neutral += u.Neutral
	t.Doubt += u.Doubt
	t.Endorse += u.Endorse
	t.Contest += u.Contest
	t.Concede += u.Concede
	t.Bare += u.Bare
}

func (f *Forms) add(form, agent string) {
	switch form {
	case "active":
		f.Active++
	case "passive":
		f.Passive++
	case "agentless":
		f.Agentless++
	case "nominal":
		f.Nominal++
		if agent == "" {
			f.NominalWithoutAgent++
		}
	}
}

func (f *Forms) merge(g Forms) {
	f.Active += g.Active
	f.Passive += g.Passive
	f.Agentless += g.Agentless
	f.Nominal += g.Nominal
	f.NominalWithoutAgent += g.NominalWithoutAgent
}

func (c FindingCount) compare(d FindingCount) int {
	return cmp.Or(cmp.Compare(c.Detector, d.Detector), cmp.Compare(c.Category, d.Category), cmp.Compare(c.Voice, d.Voice),
		cmp.Compare(c.Rule, d.Rule), cmp.Compare(c.Target, d.Target), compareBools(c.Strong, d.Strong))
}

func (c ChoiceCount) compare(d ChoiceCount) int {
	return cmp.Or(cmp.Compare(c.Set, d.Set), cmp.Compare(c.Side, d.Side), cmp.Compare(c.Voice, d.Voice))
}

func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (c SourceCount) compare(d SourceCount) int {
	return cmp.Or(cmp.Compare(c.Actor, d.Actor), cmp.Compare(c.Type, d.Type))
}

func (c *SourceCount) add(d SourceCount) {
	c.Attributions += d.Attributions
	c.Length += d.Length
}

func (c HarmCount) compare(d HarmCount) int { return cmp.Compare(c.Actor, d.Actor) }

func (c FigureCount) compare(d FigureCount) int { return cmp.Compare(c.Actor, d.Actor) }

func (f *Figures) merge(g Figures) {
	f.Given += g.Given
	f.Attributed += g.Attributed
}

func (c StanceCount) compare(d StanceCount) int { return cmp.Compare(c.Target, d.Target) }

func (c *StanceCount) add(d StanceCount) {
	c.Favourable += d.Favourable
	c.Unfavourable += d.Unfavourable
}

func (c FrameCount) compare(d FrameCount) int { return cmp.Compare(c.Frame, d.Frame) }

func (c PortrayalCount) compare(d PortrayalCount) int { return cmp.Compare(c.Actor, d.Actor) }

func (c *PortrayalCount) add(d PortrayalCount) {
	c.Negative += d.Negative
	c.Neutral += d.Neutral
	c.Positive += d.Positive
}

func (c MentionCount) compare(d MentionCount) int {
	return cmp.Or(cmp.Compare(c.Actor, d.Actor), cmp.Compare(c.Name, d.Name), cmp.Compare(c.Type, d.Type))
}

func (c *MentionCount) add(d MentionCount) {
	c.Mentions += d.Mentions
	c.Articles += d.Articles
}
