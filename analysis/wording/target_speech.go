package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

// bySpeech returns whom the words of a source are about that do not themselves
// tie a finding to anybody: whom he is said to speak of or to.
func (r *reading) bySpeech(x *Finding) *Target {
	n := x.Voice.Attribution
	if x.Voice.Kind == voice.Outlet || n < 0 || x.Category == "intensifier" || r.denotes(x) && r.d.Child(x.Word, "cop") < 0 {
		return nil
	}
	c := r.speakers.Attributions[n].Cue
	if c != nil {
		if found := r.spokenOf(x, c.First); found != nil {
			return found
		}
	}
	switch s := r.pronounOf(x); {
	case second[s] && c != nil:
		return r.spokenTo(x, c.First)
	case third[s]:
		return r.attacked(x)
	}
	return nil
}

// spokenOf returns whom a cue says that its speaker speaks of: "\"It is a
// farce,\" she said of Poland's plan".
func (r *reading) spokenOf(x *Finding, cue int) *Target {
	o := clause.Oblique(r.d, cue, "of", "about")
	if a := r.whose(o); a != "" && a != x.Voice.Actor && o > cue && o-cue < 12 && !r.within(x.Word, o) {
		return r.make(a, o, "clause>spoken of")
	}
	return nil
}

// spokenTo returns whom a cue says that its speaker speaks to.
func (r *reading) spokenTo(x *Finding, cue int) *Target {
	o := r.d.Child(cue, "iobj", "obj")
	if o < 0 || r.whose(o) == "" {
		o = clause.Oblique(r.d, cue, "to", "at")
	}
	if a := r.whose(o); a != "" && a != x.Voice.Actor && !r.within(x.Word, o) {
		return r.make(a, o, "clause>spoken to")
	}
	return nil
}

// within reports whether token i belongs to the phrase of head o.
func (r *reading) within(i, o int) bool {
	if o < 0 {
		return false
	}
	first, last := r.d.Subtree(o)
	return first <= i && i <= last
}

// byRemark returns who made the remark that a finding judges, where only an
// article points back to it: "Price said he would go. The remark was shameful."
func (r *reading) byRemark(x *Finding) *Target {
	n := x.Word
	if h := r.d.Tokens[n].Head; r.d.Is(n, "amod") {
		n = h
	} else if !clause.IsNoun(r.d, n) || r.d.Child(n, "cop") >= 0 {
		n = r.subject(n)
	}
	return r.madeBefore(n, x)
}

// madeBefore returns the last source before the noun n, other than the one who
// speaks here, where n is a definite noun for what somebody has said; else nil.
func (r *reading) madeBefore(n int, x *Finding) *Target {
	const reach = 4 // sentences
	d := r.d
	if n < 0 || !sayings[d.Tokens[n].Lemma] || d.Child(n, "nmod:poss") >= 0 || clause.Oblique(d, n, "of", "by", "from") >= 0 {
		return nil
	}
	if c := d.Child(n, "det", "det:predet", "amod"); c < 0 || !definite[d.Tokens[c].Lower] {
		return nil
	}
	start, found := d.Sentences[d.Tokens[n].Sentence].Start, ""
	latest := -1
	for i := range r.speakers.Attributions {
		s := r.speakers.Attributions[i].Source
		if s == nil || s.Actor == "" || s.In != x.In || s.Start >= start || s.Start < latest || s.Actor == x.Voice.Actor && x.Voice.Kind != voice.Outlet {
			continue
		}
		found, latest = s.Actor, s.Start
	}
	if found == "" {
		return nil
	}
	for s := d.Tokens[n].Sentence; s >= 0 && s >= d.Tokens[n].Sentence-reach && d.Sentences[s].In == x.In; s-- {
		if d.Sentences[s].Start <= latest {
			return r.make(found, n, "clause>said before")
		}
	}
	return nil
}

var (
	sayings  = set(strings.Fields("remark comment statement tweet tirade rant outburst quip joke"))
	definite = set([]string{"the", "this", "that", "these", "those", "such"})
)

// Pronouns by which the words of a source name whom they are about, "" for none.
var (
	second = set([]string{"you", "your", "yourself", "yours"})
	third  = set([]string{"", "it", "this", "that", "he", "she", "his", "her", "its", "they", "their", "these", "those"})
)

// pronounOf returns the pronoun that owns the phrase of a finding or is the
// subject of its clause, in small letters; "" where it has no subject at all,
// and the subject itself where that is no pronoun.
func (r *reading) pronounOf(x *Finding) string {
	d := r.d
	for p, steps := x.Word, 0; p >= 0 && steps < 6; p, steps = d.Tokens[p].Head, steps+1 {
		if p != x.Word && d.Tokens[p].Sentence != d.Tokens[x.Word].Sentence || r.speakers.At(p).Attribution != x.Voice.Attribution {
			break
		}
		if s := d.Child(p, "nmod:poss", "nsubj", "nsubj:pass", "csubj"); s >= 0 && s != x.Word {
			return d.Tokens[s].Lower
		}
	}
	return ""
}

// attacked returns whom the speaker of a finding is said to attack, praise or
// describe, in the sentence of his words or shortly before: "Doe mocked Price.
// \"What a farce!\" she said."
func (r *reading) attacked(x *Finding) *Target {
	const reach, long = 2, 8 // sentences of the outlet's, and of all
	d := r.d
	at := d.Tokens[x.Word].Sentence
	told := 0
	for n := at; n >= 0 && n > at-long && told <= reach && d.Sentences[n].In == x.In; n-- {
		if r.speakers.At(d.Sentences[n].First).Kind == voice.Outlet || n == at {
			told++
		}
		for v := d.Sentences[n].First; v < d.Sentences[n].Last; v++ {
			if !clause.IsVerb(d, v) || !r.remarks(v) || r.speakers.At(v).Kind != voice.Outlet {
				continue
			}
			if s := agentOf(d, v); s < 0 || r.whose(s) != x.Voice.Actor || x.Voice.Actor == "" {
				continue
			}
			o := clause.Object(d, v)
			if o < 0 {
				o = clause.Oblique(d, v, "at", "on", "against", "about", "of", "into")
			}
			if a := r.whose(o); a != "" && a != x.Voice.Actor && r.index.Type(a) != "place" && !r.within(x.Word, o) {
				return r.make(a, o, "clause>spoken of")
			}
		}
	}
	return nil
}

// remarks reports whether the verb v says that somebody speaks of somebody else.
func (r *reading) remarks(v int) bool {
	return r.attacks[v] || remarks[r.d.Tokens[v].Lemma]
}

var remarks = set(strings.Fields(`accuse admonish applaud assail attack bash belittle berate blame blast castigate censure chide commend compare condemn
	criticise criticize decry defend denounce deride describe dismiss disparage excoriate hail impugn insult joke lambast lambaste lampoon laud mock
	praise rap rebuke reprimand ridicule roast scold scorn skewer slam slate smear target taunt tease thrash trash upbraid vilify`))
