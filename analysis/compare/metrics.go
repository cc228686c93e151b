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

// A measure is a metric with how it is counted.
type measure struct {
	Metric
	share bool // what the numerator counts is part of what the denominator counts
	count func(*record.Tally) (num, den int)
}

// measures returns every metric, in the order of a report. kinds are the kinds
// of loaded words that the corpus has, sorted.
func measures(kinds []string) []measure {
	ms := []measure{
		perOwnWord("loaded", "loaded words",
			"Loaded words and phrases in the outlet's own voice, of every kind but hedges, boosters, presupposition and reporting verbs.", loaded),
	}
	for _, kind := range kinds {
		ms = append(ms, perOwnWord("loaded."+kind, "loaded words: "+kind,
			"Loaded words and phrases of the kind "+kind+" in the outlet's own voice.",
			func(f record.FindingCount) bool { return loaded(f) && kindOf(f) == kind }))
	}
	return append(ms,
		perOwnWord("hedge", "hedges",
			"Words that hedge what the outlet says in its own voice, such as reportedly.", by("hedge")),
		perOwnWord("booster", "boosters",
			"Words that press what the outlet says in its own voice, such as clearly.", by("booster")),
		perOwnWord("presupposition", "presupposing words",
			"Words by which the outlet takes something for granted in its own voice, such as finally or failed to.", by("presupposition")),
		measure{Metric{"quoted", "words in sources' voices", "% of words", 100, Ratio,
			"Words given to sources, in quotation marks or in the outlet's words, over all words of the article."}, true,
			func(t *record.Tally) (int, int) { return t.Words.Direct + t.Words.Indirect, t.Words.Total }},
		measure{Metric{"quoted.direct", "words in quotation marks", "% of source words", 100, Ratio,
			"Words given to sources in quotation marks, over all words given to sources."}, true,
			func(t *record.Tally) (int, int) { return t.Words.Direct, t.Words.Direct + t.Words.Indirect }},
		measure{Metric{"sources.loaded", "loaded words of sources", "per 1,000 source words", 1000, Ratio,
			"Loaded words and phrases in the voices of sources, over the words given to sources."}, false,
			func(t *record.Tally) (int, int) {
				return findings(t, loaded, voice.Direct, voice.Indirect), t.Words.Direct + t.Words.Indirect
			}},
		tone("doubt", "such as claimed", func(t record.Tones) int { return t.Doubt }),
		tone("contest", "such as blasted", func(t record.Tones) int { return t.Contest }),
		tone("endorse", "such as pointed out", func(t record.Tones) int { return t.Endorse }),
		tone("concede", "such as admitted", func(t record.Tones) int { return t.Concede }),
		measure{Metric{"agentless", "harm told without agent", "% of harm events", 100, Ratio,
			"Harm that the outlet asserts in its own voice without saying who did it, over all harm that it asserts."}, true,
			func(t *record.Tally) (int, int) { return t.Harm.Agentless + t.Harm.NominalWithoutAgent, t.Harm.Total() }},
		measure{Metric{"passive", "passives", "% of acts told by verbs", 100, Ratio,
			"Acts that the outlet asserts in its own voice in the passive or without a place for the agent, over all that it tells by verbs."}, true,
			func(t *record.Tally) (int, int) {
				return t.Acts.Passive + t.Acts.Agentless, t.Acts.Active + t.Acts.Passive + t.Acts.Agentless
			}},
		measure{Metric{"figures", "victim figures attributed", "% of figures", 100, Ratio,
			"Figures of victims of which the article says whose they are, over all figures of victims."}, true,
			func(t *record.Tally) (int, int) { return t.Figures.Attributed, t.Figures.Given }},
		measure{Metric{"portrayal", "mean portrayal", "from -1 to 1", 1, Difference,
			"Sentences that present an actor favourably minus those that present one unfavourably, over all that present one."}, false,
			func(t *record.Tally) (num, den int) {
				for _, p := range t.Portrayals {
					num += p.Positive - p.Negative
					den += p.Negative + p.Neutral + p.Positive
				}
				return num, den
			}},
	)
}

func perOwnWord(id, name, description string, match func(record.FindingCount) bool) measure {
	return measure{Metric{id, name, "per 1,000 own-voice words", 1000, Ratio, description}, false,
		func(t *record.Tally) (int, int) { return findings(t, match, voice.Outlet), t.Words.Outlet }}
}

func tone(tone, example string, count func(record.Tones) int) measure {
	return measure{Metric{"tone." + tone, "reporting words: " + tone, "% of attributions", 100, Ratio,
		"Attributions whose cue has the tone " + tone + ", " + example + ", over all that the outlet makes with a cue."}, true,
		func(t *record.Tally) (int, int) { return count(t.Attributions), t.Attributions.Cued() }}
}

// findings counts what matches in the given voices.
func findings(t *record.Tally, match func(record.FindingCount) bool, voices ...string) (n int) {
	for _, f := range t.Findings {
		if match(f) && slices.Contains(voices, f.Voice) {
			n += f.Count
		}
	}
	return n
}

func by(detector string) func(record.FindingCount) bool {
	return func(f record.FindingCount) bool { return f.Detector == detector }
}

// loaded reports whether a finding is loaded rather than a manner of asserting.
func loaded(f record.FindingCount) bool {
	switch f.Detector {
	case "hedge", "booster", "presupposition", "reporting":
		return false
	}
	return true
}

// kindOf names what kind of loaded word a finding is: the category of its word
// list, or the detector where that is more than a word list.
func kindOf(f record.FindingCount) string {
	if f.Detector == "wordchoice" {
		return f.Category
	}
	return f.Detector
}

// kinds returns the kinds of loaded words in t that somebody uses in the
// outlet's own voice, sorted.
func kinds(t *record.Tally) []string {
	var ks []string
	for _, f := range t.Findings {
		if loaded(f) && f.Voice == voice.Outlet {
			ks = append(ks, kindOf(f))
		}
	}
	slices.SortFunc(ks, strings.Compare)
	return slices.Compact(ks)
}
