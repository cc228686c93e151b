package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// An Explanation is one article with everything that was found in it, and why.
// It is the value that the article view shows: on a page (article_html.go) and in
// a terminal (article_text.go).
//
// Findings nest and overlap. Here the text is cut wherever one of them begins or
// ends, so that each piece lies wholly in whatever it lies in.
type Explanation struct {
	name       string   // the title, or what the article is called without one
	facts      []string // outlet, date, author
	date       string   // of publication
	url        string   // "" unless it leads to the web
	words      string   // how many there are, in whose voices
	paragraphs []paragraph
	entries    []entry // by kind in the order of kinds, then by place
	sentences  []sentence
}

// Kinds of entries, in the order in which they are listed.
const (
	kindLoaded = "loaded"
	kindSpeech = "speech"
	kindEvent  = "event"
	kindStance = "stance"
	kindActor  = "actor"
)

// An entry is one thing found, with the reason.
type entry struct {
	Kind   string
	Number int    // within its kind, from 1
	Words  string // in the article
	Short  string // what it is, in a few words
	Reason string // the whole reason
	At     []int  // numbers of the pieces at which it begins, one per place
}

// ID names an entry within a page.
func (e entry) ID() string { return fmt.Sprintf("%s-%d", e.Kind, e.Number) }

// A paragraph is a paragraph of the body or, if Title, the title.
type paragraph struct {
	Title bool
	Runs  []run
}

// A run is the words of a paragraph that one voice says without a break, or that
// are left out of the analysis.
type run struct {
	Voice    speaker
	Excluded string // why it is left out, "" when it is read
	Pieces   []piece
}

// A speaker is who speaks in a run. The zero speaker is the outlet.
type speaker struct {
	Entry  int    // of the attribution, from 1; 0 = the outlet
	Name   string // "Ana Ruiz"
	Manner string // "quoted", "reported", …
	Hue    int    // of its colour, from 0: one to a source, as far as colours go
	Again  bool   // it has spoken in this paragraph before
	source *entry // of the attribution
}

// A piece is text that lies in the same entries from end to end.
type piece struct {
	Number  int // within the article, from 1; 0 when it lies in none
	Text    string
	Roles   []string // of its entries, sorted: "loaded", "manner", "actor", "source", "cue", "event", "stance"
	Entries []*entry // what it lies in, the one that matters most first
	Begins  bool     // one of its entries begins here
	Ends    []*entry // those that end here
}

// A mark ties words to an entry.
type mark struct {
	language.Span
	role  string
	entry int
}

// A sentence is a sentence with what it says of actors and how it reads.
type sentence struct {
	Text       string
	Why        string  // what the probability consists of, "" when the record does not tell
	Bias       float64 // probability that a trained reader calls it biased
	Words      []string
	Portrayals []portrayal
}

// A portrayal is how a sentence presents an actor.
type portrayal struct {
	How     string // "Ana Ruiz: negative −0.5, antagonist"
	Why     string // what the polarity consists of, "" when the record does not tell
	neutral bool
}

// Explain lays out an article from its record and its body, which must be the
// one that the record was made from: where a span of the record does not lie in
// the body, it is an error.
func Explain(r *record.Record, body string) (*Explanation, error) {
	x := &explainer{Record: r, body: body, names: map[string]string{}, hues: map[string]int{}}
	for _, a := range r.Actors {
		x.names[a.ID] = cmp.Or(a.Name, a.ID)
	}
	x.loaded()
	x.speech()
	x.events()
	x.stances()
	x.actors()
	if err := x.check(); err != nil {
		return nil, err
	}
	e := &Explanation{name: cmp.Or(oneLine(r.Title), r.ID), words: x.wordCount(), date: r.Published, url: webAddress(r.URL)}
	for _, f := range []string{r.Outlet, r.Published, r.Author, r.Story} {
		if f != "" {
			e.facts = append(e.facts, f)
		}
	}
	if r.Wire != "" {
		e.facts = append(e.facts, "copy of "+r.Wire)
	}
	e.paragraphs = x.layOut()
	e.entries = x.entries
	e.sentences = x.sentences()
	return e, nil
}

// webAddress returns an address that a page may link to, "" for any other: a
// corpus may say anything.
func webAddress(url string) string {
	if strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://") {
		return url
	}
	return ""
}

// An explainer makes the Explanation of a record.
type explainer struct {
	*record.Record
	body    string
	names   map[string]string // of actors, by id
	entries []entry
	marks   []mark
	hues    map[string]int // of sources, by name
	voices  []int          // entry of each attribution
	pieces  int
}

// name names an actor by id.
func (x *explainer) name(id string) string { return cmp.Or(x.names[id], id) }

// field returns the text that a span lies in.
func (x *explainer) field(s language.Span) string {
	if s.In == language.Title {
		return x.Title
	}
	return x.body
}

// check holds all spans against the text.
func (x *explainer) check() error {
	within := func(s language.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= len(x.field(s)) }
	for _, m := range x.marks {
		if w := x.entries[m.entry].Words; !within(m.Span) || m.role == kindLoaded && x.field(m.Span)[m.Start:m.End] != w {
			return fmt.Errorf("article %q: this is not the text that its record was made from: bytes %d to %d are not %q", x.ID, m.Start, m.End, w)
		}
	}
	for _, a := range x.Attributions {
		for _, c := range a.Content {
			if !within(c) {
				return fmt.Errorf("article %q: this is not the text that its record was made from: it has no bytes %d to %d", x.ID, c.Start, c.End)
			}
		}
	}
	for _, e := range x.Excluded {
		if !within(e.Span) {
			return fmt.Errorf("article %q: this is not the text that its record was made from: it has no bytes %d to %d", x.ID, e.Start, e.End)
		}
	}
	return nil
}

// add appends an entry and the words that belong to it.
func (x *explainer) add(e entry, marks ...mark) {
	e.Number = 1
	if n := len(x.entries); n > 0 && x.entries[n-1].Kind == e.Kind {
		e.Number = x.entries[n-1].Number + 1
	}
	for _, m := range marks {
		m.entry = len(x.entries)
		x.marks = append(x.marks, m)
	}
	x.entries = append(x.entries, e)
}

// text returns the words of a span, "" for one outside the text.
func (x *explainer) text(s language.Span) string {
	if t := x.field(s); s.Start >= 0 && s.Start <= s.End && s.End <= len(t) {
		return t[s.Start:s.End]
	}
	return ""
}

func (x *explainer) loaded() {
	for i := range x.Findings {
		f := &x.Findings[i]
		role := kindLoaded
		if subtle(f) {
			role = "manner"
		}
		short := described(f)
		reason := cap1(short)
		if f.Negated {
			reason += ", negated, so that it is not counted"
		}
		if f.Target != nil {
			reason += "; about " + isolate(x.name(f.Target.Actor))
			if f.Target.Text != "" && f.Target.Text != f.Text {
				reason += " by way of “" + oneLine(f.Target.Text) + "”"
			}
			if f.Target.Path != "" {
				reason += " (" + strings.ReplaceAll(f.Target.Path, ">", ", ") + ")"
			}
		}
		reason += "; " + x.inVoice(f.Voice)
		if s := x.stanceBy(f); s != nil {
			reason += "; it counts as a stance of " + x.side(s.Source) + " " + leaning(s) + " " + isolate(x.name(s.Target))
		}
		reason += "."
		if f.Rule != "" {
			reason += " Rule: " + f.Rule + "."
		}
		x.add(entry{Kind: kindLoaded, Words: f.Text, Short: short, Reason: reason}, mark{f.Span, role, 0})
	}
}

// subtle reports whether a finding is a manner of asserting rather than a loaded
// word.
func subtle(f *wording.Finding) bool {
	switch f.Detector {
	case wording.Hedge, wording.Booster, wording.Presupposition, wording.Reporting:
		return true
	}
	return false
}

// described says in a few words what a finding is: "loaded word: violence, −0.8".
func described(f *wording.Finding) string {
	kind := map[string]string{
		wording.WordChoice: "loaded word", wording.Label: "label", wording.Euphemism: "euphemism", wording.Metaphor: "metaphor",
		wording.ScareQuote: "words at arm’s length", wording.Hedge: "hedge", wording.Booster: "booster",
		wording.Presupposition: "presupposition", wording.Reporting: "reporting word",
	}[f.Detector]
	kind = cmp.Or(kind, f.Detector)
	if f.Category != "" && f.Category != f.Detector && f.Detector != wording.ScareQuote {
		kind += ": " + f.Category
	}
	if s := slope(f.Polarity * f.Weight); s != "" {
		kind += ", " + s
	}
	return kind
}

// slope writes a value between −1 and 1 with one decimal, "" when that is none.
func slope(v float64) string {
	s := strings.Replace(fmt.Sprintf("%+.1f", v), "-", "\u2212", 1)
	if strings.Trim(s, "+\u22120.") == "" {
		return ""
	}
	return s
}

// inVoice says in whose voice words stand.
func (x *explainer) inVoice(v voice.Voice) string {
	switch v.Kind {
	case voice.Direct, voice.Indirect:
		name := x.name(v.Actor)
		if name == "" && v.Attribution >= 0 && v.Attribution < len(x.Attributions) {
			name = x.sourceName(v.Attribution)
		}
		if v.Kind == voice.Direct {
			return "quoted from " + isolate(cmp.Or(name, "an unnamed source"))
		}
		return "reported from " + isolate(cmp.Or(name, "an unnamed source"))
	case voice.Unresolved:
		return "quoted, and it could not be found from whom"
	}
	return "in the outlet’s own voice"
}

// sourceName names the source of an attribution.
func (x *explainer) sourceName(i int) string {
	a := x.Attributions[i]
	switch {
	case a.Source == nil && a.Cue == nil:
		return "speaker not found"
	case a.Source == nil:
		return "unnamed source"
	case a.Source.Actor != "":
		return x.name(a.Source.Actor)
	}
	return short(strings.TrimSpace(oneLine(a.Source.Text)))
}

func (x *explainer) speech() {
	x.voices = make([]int, len(x.Attributions))
	for i, a := range x.Attributions {
		name := x.sourceName(i)
		manner := map[string]string{voice.Direct: "quoted", voice.Indirect: "reported", voice.Mixed: "partly quoted"}[a.Kind]
		e := entry{Kind: kindSpeech, Short: isolate(name) + ", " + manner}
		var marks []mark
		if a.Source != nil {
			marks = append(marks, mark{a.Source.Span, "source", 0})
			if a.Source.Actor != "" && !strings.EqualFold(a.Source.Text, name) {
				e.Reason = "The source “" + oneLine(a.Source.Text) + "” is " + isolate(name)
			} else {
				e.Reason = "The source is " + isolate(name)
			}
		} else {
			e.Reason = "No source is named"
		}
		switch {
		case a.Cue != nil:
			marks = append(marks, mark{a.Cue.Span, "cue", 0})
			e.Reason += fmt.Sprintf("; cue “%s” (%s)", oneLine(a.Cue.Text), toneWords[a.Cue.Tone])
		case a.Inherited:
			e.Reason += ", the last speaker, for the quotation has no cue of its own"
		default:
			e.Reason += ", and the quotation has no cue"
		}
		if a.Parent >= 0 && a.Parent < len(x.Attributions) {
			e.Reason += "; told by " + isolate(x.sourceName(a.Parent))
		}
		e.Reason += "."
		var content []string
		for _, c := range a.Content {
			content = append(content, oneLine(x.text(c)))
		}
		e.Words = strings.Join(content, " … ")
		if _, seen := x.hues[name]; !seen {
			x.hues[name] = len(x.hues)
		}
		x.voices[i] = len(x.entries)
		x.add(e, marks...)
	}
}

// toneWords say what the tone of a cue does.
var toneWords = map[string]string{
	"neutral": "neutral", "doubt": "casts doubt", "endorse": "backs the source", "contest": "heated", "concede": "concedes", "": "no tone",
}

func (x *explainer) events() {
	for _, ev := range x.Events {
		kind := cmp.Or(ev.Kind, ev.Class)
		parts := []string{ev.Class}
		if kind != ev.Class {
			parts[0] += " (" + kind + ")"
		}
		who := func(id, none string) string {
			if id == "" {
				return none
			}
			return isolate(x.name(id))
		}
		parts = append(parts, "by "+who(ev.Agent, "nobody named"), "to "+who(ev.Patient, "nobody named"))
		e := entry{Kind: kindEvent, Words: x.text(ev.Span), Short: parts[0] + ", " + formWords[ev.Form]}
		e.Reason = cap1(strings.Join(parts, " ")) + ", told " + cmp.Or(formWords[ev.Form], ev.Form)
		e.Reason += factWords[ev.Fact]
		if ev.Count > 0 {
			e.Reason += fmt.Sprintf("; %s", plural(ev.Count, "victim", "victims"))
			if ev.FigureAttributed {
				e.Reason += ", a figure that the article attributes"
			} else {
				e.Reason += ", a figure of which the article does not say whose it is"
			}
		}
		e.Reason += "; " + x.inVoice(ev.Voice) + "."
		x.add(e, mark{ev.Span, kindEvent, 0})
	}
}

// factWords say whether an event is told as one that took place.
var factWords = map[string]string{
	"negated": ", as one that did not happen", "possible": ", as possible", "future": ", as yet to come", "denied": ", as denied",
}

var formWords = map[string]string{
	"active": "in the active", "passive": "in the passive", "agentless": "without a place for the agent", "nominal": "as a noun",
}

// stances adds those that a word of stance says. The others follow from loaded
// words, which say so themselves.
func (x *explainer) stances() {
	for i := range x.Record.Stances {
		s := &x.Record.Stances[i]
		if slices.ContainsFunc(x.Findings, func(f wording.Finding) bool { return follows(s, &f) }) {
			continue
		}
		short := "stance of " + x.side(s.Source) + " " + leaning(s) + " " + isolate(x.name(s.Target))
		reason := fmt.Sprintf("%s stands %s %s by “%s”", cap1(x.side(s.Source)), leaning(s), isolate(x.name(s.Target)), oneLine(s.Cue))
		if v := slope(s.Polarity * s.Strength); v != "" {
			reason += " (" + v + ")"
		}
		x.add(entry{Kind: kindStance, Words: x.text(s.Span), Short: short, Reason: reason + "."}, mark{s.Span, kindStance, 0})
	}
}

// stanceBy returns the stance that follows from a loaded word, nil for none.
func (x *explainer) stanceBy(f *wording.Finding) *stance.Stance {
	for i := range x.Record.Stances {
		if s := &x.Record.Stances[i]; follows(s, f) {
			return s
		}
	}
	return nil
}

// follows reports whether a stance follows from a loaded word.
func follows(s *stance.Stance, f *wording.Finding) bool {
	return s.Span == f.Span && f.Target != nil && s.Target == f.Target.Actor && s.Because == f.Because
}

// side names the source of a stance.
func (x *explainer) side(source string) string {
	if source == stance.Outlet {
		return "the outlet"
	}
	return isolate(x.name(source))
}

func leaning(s *stance.Stance) string {
	switch {
	case s.Polarity > 0:
		return "in favour of"
	case s.Polarity < 0:
		return "against"
	}
	return "towards"
}

func (x *explainer) actors() {
	list := slices.Clone(x.Actors)
	slices.SortStableFunc(list, func(a, b actors.Actor) int { return len(b.Mentions) - len(a.Mentions) })
	for _, a := range list {
		e := entry{Kind: kindActor, Words: cmp.Or(a.Name, a.ID), Short: isolate(cmp.Or(a.Name, a.ID)) + " (" + a.Type + ")"}
		e.Reason = cap1(a.Type)
		if a.PartOf != "" {
			e.Reason += ", for " + isolate(x.name(a.PartOf))
		}
		forms := map[string]int{}
		var marks []mark
		for _, m := range a.Mentions {
			forms[m.Form]++
			marks = append(marks, mark{m.Span, kindActor, 0})
		}
		var kinds []string
		for f := range forms {
			kinds = append(kinds, f)
		}
		slices.SortFunc(kinds, func(a, b string) int { return cmp.Or(forms[b]-forms[a], strings.Compare(a, b)) })
		for i, f := range kinds {
			kinds[i] = fmt.Sprintf("%s %d", f, forms[f])
		}
		e.Reason += "; " + plural(len(a.Mentions), "mention", "mentions")
		if len(kinds) > 0 {
			e.Reason += ": " + strings.Join(kinds, ", ")
		}
		x.add(e, marks...)
		x.entries[len(x.entries)-1].Reason += "."
	}
}

// wordCount says how long the article is and in whose voices.
func (x *explainer) wordCount() string {
	w := x.Record.Words
	if w.Total == 0 {
		return "No words were counted."
	}
	parts := []string{share(w.Outlet, w.Total) + " in the outlet’s own voice"}
	for _, p := range []struct {
		n    int
		name string
	}{{w.Direct, "quoted"}, {w.Indirect, "reported"}, {w.Unresolved, "quoted from speakers who were not found"}} {
		if p.n > 0 {
			parts = append(parts, atLeastOne(p.n, w.Total)+" "+p.name)
		}
	}
	s := plural(w.Total, "word", "words") + ": " + and(parts) + "."
	if w.Excluded > 0 {
		s += " " + plural(w.Excluded, "word is", "words are") + " left out: bylines, teasers and other text around the article."
	}
	return s
}

// sentences says of each sentence how it reads and whom it presents how.
func (x *explainer) sentences() (list []sentence) {
	findings := x.Findings
	for _, s := range x.Record.Sentences {
		line := sentence{Text: strings.TrimSpace(oneLine(x.text(s.Span))), Bias: s.Bias, Why: consists(ofBias(s.Parts), partsOfBias)}
		var in []wording.Finding
		in, findings = wording.In(findings, s.Span)
		for i := range in {
			line.Words = append(line.Words, "“"+oneLine(in[i].Text)+"”")
		}
		for _, p := range x.Portrayals {
			if p.Span != s.Span {
				continue
			}
			how := isolate(x.name(p.Actor)) + ": " + p.Label
			switch v := slope(p.Polarity); {
			case p.Label == "neutral":
			case v != "":
				how += " " + v
			default: // the label goes by sentences picked for saying something, the polarity by running news
				how += " (only just)"
			}
			if p.Role != "" && p.Role != stance.NoRole {
				how += ", " + p.Role
				if p.RoleOfText {
					how += " by the whole article"
				}
			}
			line.Portrayals = append(line.Portrayals, portrayal{how, consists(ofPortrayal(p.Parts), partsOfPortrayal), p.Label == "neutral"})
		}
		list = append(list, line)
	}
	return list
}
