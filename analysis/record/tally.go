package record

import (
	"cmp"
	"slices"

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
	Findings     []FindingCount // sorted by detector, category, voice
	Attributions Tones          // those that the outlet makes, not sources citing sources
	Acts         Forms          // events that the outlet asserts in its own voice
	Harm         Forms          // those of class harm
	Figures      Figures
	Portrayals   []PortrayalCount // sorted by actor
	Mentions     []MentionCount   // sorted by actor, name, type
}

// A FindingCount counts the findings of one kind. Negated findings ("was not
// brutal") are not counted.
type FindingCount struct {
	Detector, Category string
	Voice              string // voice.Outlet, voice.Direct, …
	Count              int
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
			u.Findings = append(u.Findings, FindingCount{f.Detector, f.Category, f.Voice.Kind, 1})
		}
	}
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
			if e.FigureAttributed {
				u.Figures.Attributed++
			}
		}
		if e.Voice.Kind == voice.Outlet && e.Fact == "asserted" {
			u.Acts.add(e.Form, e.Agent)
			if e.Class == "harm" {
				u.Harm.add(e.Form, e.Agent)
			}
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
	t.Merge(&u)
}

// Merge adds what u counted. It leaves u as it is and keeps none of its memory.
func (t *Tally) Merge(u *Tally) {
	t.Articles += u.Articles
	t.Words.add(u.Words)
	t.Attributions.merge(u.Attributions)
	t.Acts.merge(u.Acts)
	t.Harm.merge(u.Harm)
	t.Figures.Given += u.Figures.Given
	t.Figures.Attributed += u.Figures.Attributed
	t.Findings = fold(t.Findings, u.Findings, FindingCount.compare, func(a *FindingCount, b FindingCount) { a.Count += b.Count })
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
	return cmp.Or(cmp.Compare(c.Detector, d.Detector), cmp.Compare(c.Category, d.Category), cmp.Compare(c.Voice, d.Voice))
}

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
