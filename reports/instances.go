package reports

import (
	"cmp"
	"fmt"
	"strings"

	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// An instance is one thing in a record that is in the numerator of a metric.
type instance struct {
	metric, actor string // actor: whom the metric is about, "" for everybody
	span          language.Span
	text          string // "" where only the article has it
	target, rule  string
	because       func() string // made only for what is drawn
	entry, role   string
}

// instances lists what a record holds in the numerators of metrics, as
// compare counts them: bodies only, and nothing that is negated.
func instances(r *record.Record) (all []instance) {
	names, types := map[string]string{}, map[string]string{}
	for _, a := range r.Actors {
		names[a.ID], types[a.ID] = a.Name, a.Type
	}
	name := func(id string) string {
		if n := names[id]; n != "" {
			return n
		}
		return id
	}
	add := func(x instance, metrics ...string) {
		for _, m := range metrics {
			x.metric = m
			all = append(all, x)
		}
	}
	about := func(x instance, stem, actor string) {
		if actor != "" {
			x.actor = actor
			add(x, stem+actor)
		}
	}

	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Negated || f.In != "" {
			continue
		}
		x := instance{span: f.Span, text: f.Text, rule: f.Rule, because: func() string { return f.Because }, entry: entryID(kindLoaded, i), role: kindLoaded}
		target := ""
		if f.Target != nil && f.Target.Actor != "" {
			target = f.Target.Actor
			x.target = name(target)
		}
		own := f.Voice.Kind == voice.Outlet
		switch {
		case subtle(f):
			x.role = "manner"
			if own {
				add(x, f.Detector)
			}
		case own:
			add(x, "loaded", "loaded."+categoryOf(f))
			about(x, "about.", target)
		case f.Voice.Kind == voice.Direct || f.Voice.Kind == voice.Indirect:
			add(x, "sources.loaded")
		}
	}

	for i := range r.Attributions {
		a := &r.Attributions[i]
		source, kind, actor := "nobody named", record.UnnamedSource, ""
		if a.Source != nil {
			source, kind = oneLine(a.Source.Text), record.UnknownSource
			if t := types[a.Source.Actor]; t != "" {
				actor, kind, source = a.Source.Actor, t, name(a.Source.Actor)
			}
		}
		said := func() string {
			s := "given to " + source
			if a.Cue != nil {
				s += fmt.Sprintf("; cue “%s” (%s)", oneLine(a.Cue.Text), toneWords[a.Cue.Tone])
			}
			return s
		}
		if a.Cue != nil && a.Cue.In == "" && a.Parent < 0 {
			switch a.Cue.Tone {
			case "doubt", "contest", "endorse", "concede":
				add(instance{span: a.Cue.Span, text: a.Cue.Text, rule: a.Cue.Rule, because: said, entry: entryID(kindSpeech, i), role: "cue"}, "tone."+a.Cue.Tone)
			}
		}
		if len(a.Content) == 0 || a.Content[0].In != "" {
			continue
		}
		x := instance{span: a.Content[0], because: said, entry: entryID(kindSpeech, i), role: "say"}
		add(x, "quoted", "sources."+kind)
		if a.Kind == voice.Direct {
			add(x, "quoted.direct")
		}
		about(x, "sources.of.", actor)
	}

	for i := range r.Events {
		e := &r.Events[i]
		if e.In != "" {
			continue
		}
		who := func(id string) string {
			if id == "" {
				return "nobody named"
			}
			return name(id)
		}
		x := instance{span: e.Span, because: func() string {
			return fmt.Sprintf("%s by %s to %s, %s", e.Class, who(e.Agent), who(e.Patient), formWords[e.Form])
		}, entry: entryID(kindEvent, i), role: kindEvent}
		if e.Count > 0 && e.FigureAttributed {
			add(x, "figures")
			about(x, "figures.of.", e.Patient)
		}
		if e.Voice.Kind != voice.Outlet || e.Fact != "asserted" {
			continue
		}
		unclaimed := e.Class == "harm" && (e.Form == events.Agentless || e.Form == events.Nominal && e.Agent == "")
		if unclaimed {
			about(x, "agentless.", e.Patient)
		}
		if e.Also { // the same act, counted already
			continue
		}
		if e.Class != "speech" && (e.Form == events.Passive || e.Form == events.Agentless) {
			add(x, "passive")
		}
		if e.Class != "speech" && e.Form == events.Agentless {
			add(x, "passive.agentless")
		}
		if unclaimed {
			add(x, "agentless")
			about(x, "agentless.by.", cmp.Or(e.Agent, e.Doer))
		}
		if e.Class == "harm" && (e.Form == events.Passive || e.Form == events.Agentless) {
			about(x, "passive.by.", cmp.Or(e.Agent, e.Doer))
		}
	}

	stances := 0
	for i := range r.Stances {
		s := &r.Stances[i]
		entry := ""
		if !followsFinding(r, s) { // the view of an article lists only the others
			entry = entryID(kindStance, stances)
			stances++
		}
		if s.In == "" && s.Source == stance.Outlet && s.Polarity != 0 {
			about(instance{span: s.Span, because: func() string { return leaning(s) + " " + name(s.Target) + ", by “" + oneLine(s.Cue) + "”" },
				target: name(s.Target), entry: entry, role: kindStance}, "stance.", s.Target)
		}
	}

	for i := range r.Portrayals {
		p := &r.Portrayals[i]
		if p.In != "" || p.Label != "negative" && p.Label != "positive" {
			continue
		}
		x := instance{span: p.Span, because: func() string { return "presents " + name(p.Actor) + " in a " + p.Label + " way" }, target: name(p.Actor), role: "sentence"}
		add(x, "portrayal")
		about(x, "portrayal.", p.Actor)
	}

	for i := range r.Choices {
		c := &r.Choices[i]
		if c.In == "" && c.Voice.Kind == voice.Outlet {
			add(instance{span: c.Span, text: c.Text, rule: c.Set + ":" + c.Term, because: func() string {
				return "a term of the side “" + c.Side + "” for " + strings.ReplaceAll(c.Set, "-", " ")
			}, role: "choice"}, "choice."+c.Set+"."+c.Side)
		}
	}

	for _, f := range r.Frames {
		add(instance{span: language.Span{In: language.Title, End: len(r.Title)}, text: r.Title, because: func() string { return fmt.Sprintf("score %.2f, %s", f.Score, plural(f.Hits, "cue", "cues")) },
			rule: f.Frame, role: "frame"}, "frame."+f.Frame)
	}
	return all
}

// entryID names what the view of an article lists as the i-th of its kind.
func entryID(kind string, i int) string { return entry{Kind: kind, Number: i + 1}.ID() }

// followsFinding reports whether a stance follows from a loaded word.
func followsFinding(r *record.Record, s *stance.Stance) bool {
	for i := range r.Findings {
		if follows(s, &r.Findings[i]) {
			return true
		}
	}
	return false
}

// categoryOf names the kind of a finding as the metrics do: the category of its
// word list or, where it is more than a word list, its detector.
func categoryOf(f *wording.Finding) string {
	if f.Detector == wording.WordChoice {
		return f.Category
	}
	return f.Detector
}
