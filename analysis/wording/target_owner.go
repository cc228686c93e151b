package wording

import (
	"strings"

	"slant/analysis/clause"
)

// belongs returns whose the noun n is by the words that hang from it: its
// possessor, the actor that it is named after, who does it, or whom it hits.
func (t targeter) belongs(n int, path string) *Target {
	d := t.d
	for _, c := range d.Children(n) {
		switch {
		case d.Is(c, "nmod:poss"):
			if a := t.actor(c); a != "" {
				return t.make(a, n, path+">possessor")
			}
		case d.Is(c, "compound", "amod", "flat", "appos"):
			if a := t.mention(c); a != "" && !(t.undergone(n) && d.Is(c, "compound") && !t.acts(a)) && !t.topicOf(c, n) {
				return t.make(a, n, path+">agent")
			}
		}
	}
	if c := clause.Oblique(d, n, "by", "from", "among", "within"); c >= 0 {
		if a := t.actor(c); a != "" {
			return t.make(a, n, path+">agent")
		}
	}
	if c := clause.Oblique(d, n, "of", "like"); c >= 0 && (!t.undergone(n) || clause.Oblique(d, n, "like") == c) {
		if a := t.actor(c); a != "" {
			return t.make(a, n, path+">of")
		}
	}
	if outcries[d.Tokens[n].Lemma] || indefinite[d.Tokens[n].Lower] {
		if c := clause.Oblique(d, n, "over", "about", "at", "against", "around", "toward", "towards"); c >= 0 {
			if a := t.whose(c); a != "" {
				return t.make(a, n, path+">over")
			}
		}
	}
	if setbacks[d.Tokens[n].Lemma] {
		if c := clause.Oblique(d, n, "to", "for"); c >= 0 {
			if a := t.actor(c); a != "" {
				return t.make(a, n, path+">hits")
			}
		}
	}
	for _, c := range d.Children(n) {
		if c < n || !d.Is(c, "acl") || !clause.IsVerb(d, c) {
			continue
		}
		s := -1
		switch {
		case clause.Passive(d, c): // "a budget authored by X"
			s = clause.Agent(d, c)
		default: // "the chaos that X has caused"
			if s = d.Child(c, "nsubj"); s >= 0 && (opposes[d.Tokens[c].Lemma] && d.Tokens[n].Lemma != "way" || clause.Relative(d, s) || d.Tokens[s].Lower == "what" || s > c) {
				s = -1
			}
		}
		if s >= 0 && t.actor(s) != "" {
			return t.make(t.actor(s), n, path+">agent")
		}
	}
	return nil
}

// undergone reports whether what follows the noun n after "of" is whom its act is
// done to ("the bombing of Aleppo", "her defence of Poland"), not whose it is ("the
// decision of Poland").
func (t targeter) undergone(n int) bool {
	return harms[t.d.Tokens[n].Lemma] || treatments[t.d.Tokens[n].Lemma]
}

// acts reports whether an actor that harm is named after is more likely who does
// it ("the IDF shelling") than whom or where it hits ("the Aleppo massacre", "the
// Aho murder").
func (t targeter) acts(actor string) bool {
	switch t.index.Type(actor) {
	case "organisation", "group":
		return true
	}
	return false
}

// treatments are nouns for what is done or said to or about whoever follows "of".
var treatments = set(strings.Fields(`defence defense support criticism praise condemnation denunciation endorsement rejection dismissal portrayal depiction
	description characterization characterisation caricature critique ridicule mockery embrace pursuit prosecution scrutiny surveillance coverage
	investigation analysis assessment interpretation misreading dissection retelling exposé evocation celebration glorification condescension rebuke`))

// harms are nouns for harm done to somebody.
var harms = set(strings.Fields(`genocide massacre slaughter murder butchery persecution humiliation killing bombing shelling destruction invasion
	occupation demonization demonisation vilification oppression repression betrayal abuse torture exploitation punishment defeat overthrow sacking
	attack assault bombardment raid siege blockade arrest assassination kidnapping abduction rape theft looting expulsion deportation eviction
	conquest annexation execution beating stabbing shooting poisoning imprisonment detention harassment bullying intimidation murder lynching
	breach violation infringement infraction defiance flouting desecration contravention dismantling demolition plunder pillage rout crushing purge jailing silencing smearing targeting scapegoating treatment mistreatment`))

// indefinite are words for what somebody has about him: "something sinister about X".
var indefinite = set([]string{"something", "anything", "nothing", "everything", "much", "little"})

// outcries are nouns for what many feel or say about what another does.
var outcries = set(strings.Fields(`outrage outcry uproar furore furor fury anger rage storm firestorm scandal controversy backlash criticism condemnation row
	hysteria panic alarm fear dismay disgust revulsion resentment hatred hostility anguish frustration shock horror indignation furor unease`))

// texts are nouns for what somebody writes or says.
var texts = set(strings.Fields(`tweet post message statement speech letter email note memo article column essay editorial op-ed book video advert ad
	broadcast lawsuit suit complaint petition motion filing indictment brief interview rant tirade lecture sermon remark comment reply response report blog thread diatribe monologue manifesto release`))

// setbacks are nouns for what is bad for whom it is said to fall to.
var setbacks = set(strings.Fields("blow setback defeat embarrassment humiliation rebuke disaster loss rebuff snub insult slap boost victory win triumph reversal comedown"))

// topicOf reports whether the name c before a noun for something told says what
// that is about: "the Polish drought story" is no story of Poland's.
func (t targeter) topicOf(c, n int) bool {
	if !told[t.d.Tokens[n].Lemma] {
		return false
	}
	for _, o := range t.d.Children(n) {
		if o > c && o < n && t.d.Is(o, "compound") && t.mention(o) == "" {
			return true
		}
	}
	return false
}

// told are nouns for what is claimed, told or looked into.
var told = set(strings.Fields("claim allegation accusation charge theory narrative probe investigation inquiry enquiry hoax scandal story report rumour rumor"))
