package wording

import (
	"strings"

	"slant/analysis/clause"
	"slant/analysis/voice"
)

// warns are verbs whose object is told what its own acts will bring.
var warns = set(strings.Fields("warn caution accuse blame condemn criticise criticize denounce urge charge reproach rebuke chide"))

// engages are verbs whose phrase with a preposition is what their subject does.
var engages = set(strings.Fields("embark engage launch resort indulge persist continue participate lapse descend break burst go stoop turn"))

// opposes are verbs whose object is not their subject's: what is condemned or
// stopped is another's.
var opposes = set(strings.Fields(`condemn criticise criticize denounce reject oppose end stop fight expose deny slam blast attack dismiss combat resist
	prevent avoid fear see watch witness hear notice protest decry deplore survive escape face flee suffer endure report describe discuss investigate counter
	challenge question rebuke refute debunk quell call cite mention note quote address tackle confront handle manage weather calm defuse contain
	ease mitigate resolve solve settle discuss acknowledge lament regret mourn overcome withstand brave repel decline undo repair cure treat
	investigate probe study examine review monitor track cover uncover reveal detail recount recall remember ignore overlook forget fuel
	verify confirm downplay minimise minimize dispute doubt overcome exaggerate await anticipate expect predict`))

// act returns who does the act that the noun n names, from the clause that it
// stands in: "were kidnapped by X during a bloody offensive", "X launched a
// brutal crackdown", "warned X of a murderous response".
func (t targeter) act(n int, path string) *Target {
	d := t.d
	v, argument := verbOf(d, n)
	if v < 0 {
		return nil
	}
	// Of what somebody warns may be his own ("of a response"), of whose
	// consequences he warns is not.
	threat := argument == n && (d.Tokens[v].Lemma == "warn" || d.Tokens[v].Lemma == "caution")
	if warns[d.Tokens[v].Lemma] && !threat && d.Is(argument, "obl") && v != argument {
		if c := d.Child(argument, "case"); c >= 0 && (d.Tokens[c].Lower == "of" || d.Tokens[c].Lower == "for" || d.Tokens[c].Lower == "over") {
			if x := t.warned(v, argument, n, path); x != nil {
				return x
			}
		}
	}
	if naming[d.Tokens[v].Lemma] && argument == n {
		return nil // who calls something so does not do it
	}
	if outcries[d.Tokens[n].Lemma] && d.Tokens[v].Lemma == "face" {
		return t.make(t.whose(agentOf(d, v)), n, path+">faced")
	}
	// What is no act may still be what somebody does ("caused chaos"), but not
	// where it is at further remove ("spoke in the chaos").
	own := argument == n && (d.Is(n, "obj") && !opposes[d.Tokens[v].Lemma] || d.Is(n, "obl") && engages[d.Tokens[v].Lemma])
	if !t.sets.acts[d.Tokens[n].Lemma] && !own || t.label {
		return nil
	}
	if warns[d.Tokens[v].Lemma] && !threat {
		if x := t.warned(v, argument, n, path); x != nil {
			return x
		}
	}
	if d.Is(argument, "nsubj") || opposes[d.Tokens[v].Lemma] && d.Is(argument, "obj") {
		return nil
	}
	return t.make(t.whose(agentOf(d, v)), n, path+">agent")
}

// warned returns who is told or accused by the verb v of what the noun n names.
func (t targeter) warned(v, argument, n int, path string) *Target {
	if o := t.d.Child(v, "obj", "iobj", "nsubj:pass"); o >= 0 && o != argument {
		return t.make(t.actor(o), n, path+">warned")
	}
	if clause.Passive(t.d, v) { // "Poland, long accused of fraud"
		return t.make(t.whose(t.subject(v)), n, path+">warned")
	}
	return nil
}

// predicate returns what a predicate is said of: its subject, the object of the
// verb that says it ("consider Hamas a terrorist group"), or who does what the
// clause after it tells ("it is shameful that X …").
func (t targeter) predicate(w int) *Target {
	d := t.d
	if s := d.Child(w, "nsubj"); s >= 0 || d.Is(w, "acl:relcl") {
		if s >= 0 && (d.Child(w, "expl") >= 0 || d.Tokens[s].Lower == "it" || d.Tokens[s].Lower == "this") {
			if x := t.extraposed(w); x != nil {
				return x
			}
		}
		return t.make(t.whose(t.subject(w)), w, "predicate")
	}
	if x := t.extraposed(w); x != nil {
		return x
	}
	h := d.Tokens[w].Head
	if h < 0 {
		return nil
	}
	if p := d.Tokens[h].Head; d.Is(w, "obj", "xcomp") && d.Is(h, "acl:relcl") && d.Is(p, "obj") && p >= 0 && d.Tokens[p].Head >= 0 && naming[d.Tokens[d.Tokens[p].Head].Lemma] {
		return t.make(t.whose(p), w, "predicate") // "called the man who beat her a liar", of which the tree says that she is one
	}
	if d.Is(w, "xcomp", "advcl", "obl", "obj", "ccomp") {
		o := d.Child(h, "obj", "iobj")
		if o < 0 && naming[d.Tokens[h].Lemma] {
			o = clause.FirstPhrase(d, h) // which the tree may take for what it is called
		}
		if o >= 0 && o < w {
			if a := t.whose(o); a != "" || d.Is(w, "xcomp", "obj") {
				return t.make(a, w, "predicate")
			}
		}
	}
	switch {
	case d.Is(w, "xcomp"), d.Is(w, "obl", "advcl", "obj") && clause.Passive(d, h):
		return t.make(t.whose(t.subject(h)), w, "predicate")
	case d.Is(w, "conj") && d.Tokens[h].Tag != "" && (strings.HasPrefix(d.Tokens[h].Tag, "J") || clause.IsNoun(d, h) || clause.IsVerb(d, h)):
		return t.make(t.whose(t.subject(h)), w, "predicate")
	case d.Is(w, "advcl", "acl", "parataxis"): // "Furious at the vote, X …"
		if clause.IsNoun(d, h) && d.Child(h, "cop") < 0 {
			return t.make(t.whose(h), w, "predicate")
		}
		return t.make(t.whose(t.subject(h)), w, "predicate")
	}
	return nil
}

// subject returns the head of the subject of a predicate; of "in what seemed a
// desperate move" that of the verb around it, after a comma that of the main one.
func (t targeter) subject(w int) int {
	d := t.d
	s := clause.Subject(d, w)
	if s < 0 || d.Tokens[s].Lower != "what" {
		return s
	}
	v, _ := verbOf(d, s)
	if v < 0 {
		return s
	}
	if s > 1 && d.Tokens[s-1].Lower == "in" && d.Tokens[s-2].Lower == "," {
		for d.Is(v, "advcl", "acl", "xcomp", "obl", "nmod") {
			up, _ := verbOf(d, v)
			if up < 0 {
				break
			}
			v = up
		}
	}
	return agentOf(d, v)
}

// said returns whom a phrase with "as", or with "like" after some verbs, is said of, and whether it is one: the
// object of its verb ("described Poland as a bully", "referred to it as"), the
// noun before it, or else the subject.
func (t targeter) said(n int) (*Target, bool) {
	d := t.d
	h, c := d.Tokens[n].Head, d.Child(n, "case", "mark")
	if h < 0 || c < 0 || !d.Is(n, "obl", "nmod", "advcl") || d.Tokens[c].Lower != "as" && !(d.Tokens[c].Lower == "like" && likens[d.Tokens[h].Lemma]) {
		return nil, false
	}
	if clause.IsNoun(d, h) && d.Is(n, "nmod") {
		return t.make(t.whose(h), n, "predicate"), true
	}
	o := d.Child(h, "obj", "nsubj:pass")
	if o < 0 && spoken[d.Tokens[h].Lemma] {
		o = clause.Oblique(d, h, "to", "of", "about", "on", "upon")
	}
	if o < 0 && (clause.Passive(d, h) || becomes[d.Tokens[h].Lemma] || likens[d.Tokens[h].Lemma]) {
		o = t.subject(h) // "Seen as a bully, X …", "who has emerged as a bully"
		return t.make(t.whose(o), n, "predicate"), true
	}
	if o >= 0 && o < n {
		return t.make(t.whose(o), n, "predicate"), true
	}
	return nil, false
}

// likens are verbs that say with "like" what somebody is taken for or does as.
var likens = set(strings.Fields("view see treat regard portray depict paint cast act behave sound look seem feel talk rule"))

// becomes are verbs that say with "as" what their subject is.
var becomes = set(strings.Fields("emerge serve act come rise function pose return masquerade double pass work remain resurface reappear rank count qualify end start begin"))

// naming are verbs that say what their object is called.
var naming = set(strings.Fields("call name brand label dub deem consider declare pronounce nickname"))

// spoken are verbs that say with a preposition of whom they speak, and with "as" what.
var spoken = set(strings.Fields("refer speak think look talk write"))

// extraposed returns who does what the clause after a predicate tells: "it was
// cowardly of X to leave", "it is a disgrace that X left".
func (t targeter) extraposed(w int) *Target {
	d := t.d
	c := clause.Oblique(d, w, "of")
	if c < 0 && clause.IsNoun(d, w) { // "a success for X"; but what is "unacceptable for X" is not X's
		c = clause.Oblique(d, w, "for")
	}
	if c > w && !t.undergone(w) {
		if a := t.actor(c); a != "" {
			return t.make(a, w, "predicate>of")
		}
	}
	for _, c := range d.Children(w) {
		if c > w && d.Is(c, "csubj", "ccomp", "advcl", "xcomp") && clause.IsVerb(d, c) {
			if s := d.Child(c, "nsubj"); s >= 0 {
				if a := t.whose(s); a != "" {
					return t.make(a, w, "predicate>agent")
				}
			}
		}
	}
	return nil
}

// byClause returns whom a finding is about that grammar ties to nobody: the
// subject of its clause, when the word stands after it in what the subject is
// said to do or be. What somebody does against, sees or hears is not his.
func (r *reading) byClause(x *Finding) *Target {
	d := r.d
	switch x.Detector {
	case Hedge, Booster, Presupposition, Reporting:
		return nil
	}
	if x.Category == "scare quotes" || r.denotes(x) {
		return nil
	}
	for p, steps := x.Word, 0; p >= 0 && steps < 3; p, steps = d.Tokens[p].Head, steps+1 {
		if s := d.Child(p, "nsubj"); s >= 0 && s < x.Word && pointing[d.Tokens[s].Lower] {
			return r.topic(x)
		}
		if d.Tokens[p].Head < 0 && p != x.Word && clause.IsNoun(d, p) && d.Child(p, "nsubj", "cop") < 0 {
			return r.topic(x) // a sentence without a verb: "A disgraceful farce."
		}
		if !d.Is(p, "amod", "advmod", "compound", "conj", "nmod") {
			break
		}
	}
	v, argument := verbOf(d, x.Word)
	if v < 0 || d.Child(v, "obj") >= 0 && d.Is(argument, "xcomp") || d.Is(argument, "nsubj", "csubj", "obl:agent", "acl", "advcl", "parataxis", "ccomp") || opposes[d.Tokens[v].Lemma] || warns[d.Tokens[v].Lemma] {
		return nil
	}
	for p := x.Word; p != argument; p = d.Tokens[p].Head {
		if c := d.Child(p, "case"); c >= 0 && d.Tokens[c].Lower != "of" && !manner[d.Tokens[c].Lower] {
			return nil // "fell, due to protests against the injustice"
		}
	}
	if d.Is(argument, "obl") {
		c := d.Child(argument, "case")
		if c >= 0 && d.Tokens[c].Lower == "for" {
			return r.blamed(v, x) // "was fired for a reckless raid"
		}
		if c >= 0 && !manner[d.Tokens[c].Lower] {
			return nil // "struck back after the slaughter"
		}
	}
	s := agentOf(d, v)
	if s < 0 {
		s = clause.Subject(d, v)
	}
	if o := d.Child(v, "obj"); o >= 0 && o < x.Word && portrays[d.Tokens[v].Lemma] {
		s = o // "cast him as a Democrat in name only"
	}
	if s < 0 || s >= x.Word && !(d.Is(argument, "obl") && s < v) {
		return nil // "Through reckless errors, X …" is about X all the same
	}
	if pointing[d.Tokens[s].Lower] && r.mention(s) == "" {
		return r.topic(x)
	}
	a := r.whose(s)
	if a == "" || x.Voice.Kind != voice.Outlet && a == x.Voice.Actor {
		return nil
	}
	switch r.index.Type(a) {
	case "place", "":
		return nil
	}
	return r.make(a, v, "clause>subject")
}

// denotes reports whether a finding is a noun for persons or groups: whom it
// means, grammar says or nothing.
func (r *reading) denotes(x *Finding) bool {
	return x.Detector == Label && clause.IsNoun(r.d, x.Word) && !r.sets.acts[r.d.Tokens[x.Word].Lemma]
}

// blamed returns who does what the verb v blames or rewards somebody for: its
// object, or the subject of a passive and of verbs of answering for it.
func (r *reading) blamed(v int, x *Finding) *Target {
	d := r.d
	o := d.Child(v, "obj", "nsubj:pass")
	if o < 0 && answers[d.Tokens[v].Lemma] {
		o = clause.Subject(d, v)
	}
	if o < 0 || o >= x.Word {
		return nil
	}
	a := r.whose(o)
	if kind := r.index.Type(a); kind == "place" || kind == "" || x.Voice.Kind != voice.Outlet && a == x.Voice.Actor {
		return nil
	}
	return r.make(a, v, "clause>blamed")
}

// answers are verbs whose subject has done what stands after "for".
var answers = set(strings.Fields("apologise apologize atone answer pay come resign quit"))

// manner are the prepositions of what belongs to what somebody does or is.
var manner = set(strings.Fields("in with by through into as via without to from on like under out"))

// portrays are verbs that say of their object what stands after it.
var portrays = set(strings.Fields("cast portray paint depict brand label dub present frame"))

// pointing are subjects that take up what the sentence before was about.
var pointing = set([]string{"it", "this", "that"})

// speaks reports whether token i is, or stands in, the source of something said.
func (r *reading) speaks(i int) bool {
	t := &r.d.Tokens[i]
	for _, a := range r.speakers.Attributions {
		if a.Source != nil && a.Source.Start <= t.Start && t.End <= a.Source.End && a.Source.In == r.d.In(i) {
			return true
		}
	}
	return false
}

// topic returns whom "it", "this" or a remark without a verb takes up. In the
// words of a source that is the nearest subject, or whose it is, in what he said
// before; in those of the outlet the main subject of the sentence before.
func (r *reading) topic(x *Finding) *Target {
	const reach, long = 3, 8 // sentences with a subject of their own, and all
	if x.Category == "intensifier" {
		return nil // great or small it may be without being anybody's
	}
	d := r.d
	at := d.Tokens[x.Word].Sentence
	for n, seen := at-1, 0; n >= 0 && n >= at-long && seen < reach && d.Sentences[n].In == x.In; n-- {
		own := 0
		for i := d.Sentences[n].First; i < d.Sentences[n].Last; i++ {
			if !d.Is(i, "nsubj") || pointing[d.Tokens[i].Lower] || r.speaks(i) {
				continue
			}
			own = 1
			v := r.speakers.At(i)
			if v.Kind == voice.Outlet != (x.Voice.Kind == voice.Outlet) || v.Actor != x.Voice.Actor {
				continue
			}
			if h := d.Tokens[i].Head; v.Kind == voice.Outlet && h >= 0 && d.Tokens[h].Head >= 0 {
				continue
			}
			a := r.whose(i)
			if a == "" {
				if found := r.madeBefore(i, x); found != nil {
					return found
				}
			}
			if a == "" || r.index.Type(a) == "place" || a == x.Voice.Actor && x.Voice.Kind != voice.Outlet {
				continue
			}
			return r.make(a, i, "clause>topic")
		}
		if seen += own; x.Voice.Kind == voice.Outlet {
			break
		}
	}
	return nil
}
