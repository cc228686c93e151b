package compare

import (
	"slices"
	"strings"

	"slant/analysis/record"
	"slant/analysis/voice"
)

// Scales of contrasts.
const (
	Ratio      = "ratio"      // rate ratios: 1 is no difference
	Difference = "difference" // differences: 0 is no difference
)

// A measure is a metric with how it is counted: how often each feature counts
// in the numerator and in the denominator, -1, 0 or 1.
type measure struct {
	Metric
	share       bool // what the numerator counts is part of what the denominator counts
	bounded     bool // on the difference scale: from -1 to 1
	detail      bool // a kind of another metric: specifications and weeks are left to that one
	byVoice     bool // sources' words could count too
	byStrength  bool // weak words could be left out
	over, under func(f feature, r reading) int
}

// A reading is one defensible way to count words. The zero reading is that of
// the report.
type reading struct {
	quoted bool // count sources' words with the outlet's
	strong bool // count strongly loaded words only
}

// measures returns every metric, in the order of a report. kinds are the kinds
// of loaded words, frames the frames and choices the choice sets that the corpus
// has, all sorted; actors are those that get metrics of their own.
func measures(kinds, frames []string, choices []choiceSet, actors []Actor) []measure {
	ms := []measure{perOwnWord("loaded", "loaded words",
		"Loaded words and phrases in the outlet's own voice, of every kind but hedges, boosters, presupposition and reporting verbs.", loaded)}
	for _, k := range kinds {
		m := perOwnWord("loaded."+k, "loaded words: "+k, "Loaded words and phrases of the kind "+k+" in the outlet's own voice.",
			func(f feature) bool { return loaded(f) && kindOf(f) == k })
		m.detail = true
		ms = append(ms, m)
	}
	for _, a := range actors {
		ms = append(ms, measure{Metric: Metric{ID: "about." + a.ID, Name: "loaded words about actors: " + a.Name, Unit: "per 100 mentions", Per: 100, Scale: Ratio, Actor: a.ID,
			Description: "Loaded words and phrases in the outlet's own voice that are about " + a.Name + ", over all mentions of it."},
			byVoice: true, byStrength: true,
			over: func(f feature, r reading) int {
				return is(f.of == ofFindings && f.actor == a.ID && loaded(f) && r.counts(f))
			},
			under: mentions(a.ID)})
	}
	ms = append(ms,
		perOwnWord("hedge", "hedges", "Words that hedge what the outlet says in its own voice, such as reportedly.", by("hedge")),
		perOwnWord("booster", "boosters", "Words that press what the outlet says in its own voice, such as clearly.", by("booster")),
		perOwnWord("presupposition", "presupposing words",
			"Words by which the outlet takes something for granted in its own voice, such as finally or failed to.", by("presupposition")),
		shareOf("quoted", "words in sources' voices", "% of words",
			"Words given to sources, in quotation marks or in the outlet's words, over all words of the article.",
			words(voice.Direct, voice.Indirect), words(allWords)),
		shareOf("quoted.direct", "words in quotation marks", "% of source words",
			"Words given to sources in quotation marks, over all words given to sources.",
			words(voice.Direct), words(voice.Direct, voice.Indirect)),
		measure{Metric: Metric{ID: "sources.loaded", Name: "loaded words of sources", Unit: "per 1,000 source words", Per: 1000, Scale: Ratio,
			Description: "Loaded words and phrases in the voices of sources, over the words given to sources."},
			byStrength: true,
			over: func(f feature, r reading) int {
				return is(f.of == ofFindings && loaded(f) && (f.voice == voice.Direct || f.voice == voice.Indirect) && (f.strong || !r.strong))
			},
			under: words(voice.Direct, voice.Indirect)})
	for _, t := range []struct{ id, name string }{
		{"state", "states"}, {"organisation", "organisations"}, {"person", "persons"}, {"group", "groups"}, {"place", "places"},
		{record.UnknownSource, "sources whom slant does not know"}, {record.UnnamedSource, "nobody named"},
	} {
		ms = append(ms, shareOf("sources."+t.id, "text given to sources: "+t.name, "% of attributed text",
			"Text attributed to "+t.name+", by length, over all text attributed to somebody.",
			func(f feature, _ reading) int { return is(f.of == ofSpeech && f.role == t.id) }, speech))
	}
	for _, a := range actors {
		m := shareOf("sources.of."+a.ID, "text given to sources: "+a.Name, "% of attributed text",
			"Text attributed to "+a.Name+", by length, over all text attributed to somebody.",
			func(f feature, _ reading) int { return is(f.of == ofSpeech && f.actor == a.ID) }, speech)
		m.Actor = a.ID
		ms = append(ms, m)
	}
	ms = append(ms,
		tone("doubt", "such as claimed"),
		tone("contest", "such as blasted"),
		tone("endorse", "such as pointed out"),
		tone("concede", "such as admitted"),
		shareOf("agentless", "harm told without agent", "% of harm events",
			"Harm that the outlet asserts in its own voice without saying who did it, over all harm that it asserts.",
			forms(ofHarm, "", agentless, nominalUnclaimed), forms(ofHarm, "")))
	for _, a := range actors {
		m := shareOf("agentless."+a.ID, "harm told without agent: to "+a.Name, "% of harm events",
			"Harm to "+a.Name+" that the outlet asserts in its own voice without saying who did it, over all harm to it that the outlet asserts.",
			forms(ofHarmed, a.ID, agentless, nominalUnclaimed), forms(ofHarmed, a.ID))
		m.Actor = a.ID
		ms = append(ms, m)
	}
	for _, a := range actors {
		m := shareOf("agentless.by."+a.ID, "harm told without agent: by "+a.Name, "% of harm events",
			"Harm by "+a.Name+" that the outlet asserts in its own voice without naming it as the agent, over all harm by it; who did it is then told by the words around, or is the only enemy of the victims whom the article names.",
			forms(ofHarming, a.ID, agentless, nominalUnclaimed), forms(ofHarming, a.ID))
		m.Actor = a.ID
		ms = append(ms, m)
	}
	ms = append(ms,
		shareOf("passive", "passives", "% of acts told by verbs",
			"Acts that the outlet asserts in its own voice in the passive or without a place for the agent, over all that it tells by verbs.",
			forms(ofActs, "", passive, agentless), forms(ofActs, "", active, passive, agentless)),
		shareOf("passive.agentless", "passives without agent", "% of passives",
			"Acts that the outlet asserts in its own voice without a place for the agent, over all that it tells in the passive.",
			forms(ofActs, "", agentless), forms(ofActs, "", passive, agentless)))
	for _, a := range actors {
		m := shareOf("passive.by."+a.ID, "passives: harm by "+a.Name, "% of harm told by verbs",
			"Harm by "+a.Name+" that the outlet asserts in its own voice in the passive or without a place for the agent, over all harm by it that is told by verbs.",
			forms(ofHarming, a.ID, passive, agentless), forms(ofHarming, a.ID, active, passive, agentless))
		m.Actor = a.ID
		ms = append(ms, m)
	}
	ms = append(ms,
		shareOf("figures", "victim figures attributed", "% of figures",
			"Figures of victims of which the article says whose they are, over all figures of victims.",
			forms(ofFigures, "", figureAttributed), forms(ofFigures, "", figureGiven)))
	for _, a := range actors {
		m := shareOf("figures.of."+a.ID, "victim figures attributed: "+a.Name, "% of figures",
			"Figures of victims of "+a.Name+" of which the article says whose figures they are, over all figures of its victims.",
			forms(ofFigures, a.ID, figureAttributed), forms(ofFigures, a.ID, figureGiven))
		m.Actor = a.ID
		ms = append(ms, m)
	}
	ms = append(ms, portrayal("portrayal", "mean portrayal", "an actor", func(feature) bool { return true }))
	for _, a := range actors {
		m := portrayal("portrayal."+a.ID, "mean portrayal: "+a.Name, a.Name, func(f feature) bool { return f.actor == a.ID })
		m.Actor = a.ID
		ms = append(ms, m)
	}
	for _, a := range actors {
		ms = append(ms, measure{Metric: Metric{ID: "stance." + a.ID, Name: "outlet's stance: " + a.Name, Unit: "per mention", Per: 1, Scale: Difference, Actor: a.ID,
			Description: "Stances in favour of " + a.Name + " in the outlet's own voice minus those against it, over all mentions of it."},
			over: func(f feature, _ reading) int {
				if f.of != ofStances || f.actor != a.ID {
					return 0
				}
				return is(f.name == favourable) - is(f.name == unfavourable)
			},
			under: mentions(a.ID)})
	}
	for _, c := range choices {
		ms = append(ms, c.measures()...)
	}
	for _, frame := range frames {
		ms = append(ms, shareOf("frame."+frame, "frames: "+strings.ReplaceAll(frame, "_", " "), "% of articles",
			"Articles that carry the frame "+strings.ReplaceAll(frame, "_", " ")+", over all articles.",
			func(f feature, _ reading) int { return is(f.of == ofFrames && f.name == frame) },
			func(f feature, _ reading) int { return is(f.of == ofArticles) }))
	}
	return ms
}

// perOwnWord counts findings over the words among which they could stand.
func perOwnWord(id, name, description string, match func(feature) bool) measure {
	return measure{Metric: Metric{ID: id, Name: name, Unit: "per 1,000 own-voice words", Per: 1000, Scale: Ratio, Description: description},
		byVoice: true, byStrength: true,
		over: func(f feature, r reading) int { return is(f.of == ofFindings && match(f) && r.counts(f)) },
		under: func(f feature, r reading) int {
			if r.quoted {
				return words(allWords)(f, r)
			}
			return words(voice.Outlet)(f, r)
		}}
}

func shareOf(id, name, unit, description string, over, under func(feature, reading) int) measure {
	return measure{Metric: Metric{ID: id, Name: name, Unit: unit, Per: 100, Scale: Ratio, Description: description},
		share: true, over: over, under: under}
}

func tone(tone, example string) measure {
	return shareOf("tone."+tone, "reporting words: "+tone, "% of attributions",
		"Attributions whose cue has the tone "+tone+", "+example+", over all that the outlet makes with a cue.",
		func(f feature, _ reading) int { return is(f.of == ofAttributions && f.name == tone) },
		func(f feature, _ reading) int { return is(f.of == ofAttributions && f.name != bareAttribution) })
}

func portrayal(id, name, whom string, match func(feature) bool) measure {
	return measure{Metric: Metric{ID: id, Name: name, Unit: "from -1 to 1", Per: 1, Scale: Difference,
		Description: "Sentences that present " + whom + " favourably minus those that present it unfavourably, over all that present it."},
		bounded: true,
		over: func(f feature, _ reading) int {
			if f.of != ofPortrayals || !match(f) {
				return 0
			}
			return is(f.name == positivePortrayal) - is(f.name == negativePortrayal)
		},
		under: func(f feature, _ reading) int { return is(f.of == ofPortrayals && match(f)) }}
}

// words counts words in the given voices.
func words(voices ...string) func(feature, reading) int {
	return func(f feature, _ reading) int { return is(f.of == ofWords && slices.Contains(voices, f.name)) }
}

// forms counts events of an actor in the given forms, in any if none is given.
func forms(of kind, actor string, names ...string) func(feature, reading) int {
	return func(f feature, _ reading) int {
		return is(f.of == of && f.actor == actor && (len(names) == 0 || slices.Contains(names, f.name)))
	}
}

func mentions(actor string) func(feature, reading) int {
	return func(f feature, _ reading) int { return is(f.of == ofMentions && f.actor == actor) }
}

func speech(f feature, _ reading) int { return is(f.of == ofSpeech) }

// counts reports whether a finding stands in a voice and has a weight that are
// to be counted.
func (r reading) counts(f feature) bool {
	return (r.quoted || f.voice == voice.Outlet) && (f.strong || !r.strong)
}

func is(b bool) int {
	if b {
		return 1
	}
	return 0
}

func by(detector string) func(feature) bool {
	return func(f feature) bool { return f.detector == detector }
}

// loaded reports whether a finding is loaded rather than a manner of asserting.
func loaded(f feature) bool {
	switch f.detector {
	case "hedge", "booster", "presupposition", "reporting":
		return false
	}
	return true
}

// kindOf names what kind of loaded word a finding is: the category of its word
// list, or the detector where that is more than a word list.
func kindOf(f feature) string {
	if f.detector == "wordchoice" {
		return f.name
	}
	return f.detector
}

// kinds returns the kinds of loaded words that somebody uses in the outlet's
// own voice, sorted.
func (c *Corpus) kinds() []string {
	var ks []string
	for i := range c.list {
		if f := c.list[i].feature; f.of == ofFindings && loaded(f) && f.voice == voice.Outlet {
			ks = append(ks, kindOf(f))
		}
	}
	slices.Sort(ks)
	return slices.Compact(ks)
}

// frames returns the frames that some article carries, sorted.
func (c *Corpus) frames() []string {
	var fs []string
	for i := range c.list {
		if f := c.list[i].feature; f.of == ofFrames {
			fs = append(fs, f.name)
		}
	}
	slices.Sort(fs)
	return slices.Compact(fs)
}

// A Counted is one article's numerator and denominator in one metric.
type Counted struct {
	Metric                 string
	Numerator, Denominator int64
}

// Counts returns the article's counts in every metric, in the order of a report;
// kinds of loaded words and frames that it does not have, and metrics of choice
// sets and of single actors, are left out.
func (r *Row) Counts() []Counted {
	var one Corpus
	one.Add(Row{Tally: r.Tally})
	var all []Counted
	for _, m := range measures(one.kinds(), one.frames(), nil, nil) {
		c := Counted{Metric: m.ID}
		for i := range one.list {
			f := &one.list[i]
			f.each(func(_, n int32) {
				c.Numerator += int64(m.over(f.feature, reading{})) * int64(n)
				c.Denominator += int64(m.under(f.feature, reading{})) * int64(n)
			})
		}
		all = append(all, c)
	}
	return all
}
