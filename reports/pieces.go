package reports

import (
	"cmp"
	"regexp"
	"slices"

	"slant/analysis/language"
)

// A stretch of text between two blank lines.
var blankLine = regexp.MustCompile(`\n[ \t\r]*\n\s*`)

// layOut cuts the title and the body into paragraphs, these into runs of one
// voice, and these into pieces that lie in the same marks.
func (x *explainer) layOut() (paragraphs []paragraph) {
	if x.Title != "" {
		paragraphs = append(paragraphs, x.paragraph(language.Span{End: len(x.Title), In: language.Title}))
	}
	at := 0
	for _, gap := range append(blankLine.FindAllStringIndex(x.body, -1), []int{len(x.body), len(x.body)}) {
		if p := x.paragraph(language.Span{Start: at, End: gap[0]}); len(p.Runs) > 0 {
			paragraphs = append(paragraphs, p)
		}
		at = gap[1]
	}
	return paragraphs
}

// paragraph lays out one paragraph.
func (x *explainer) paragraph(s language.Span) paragraph {
	p := paragraph{Title: s.In == language.Title}
	text := x.field(s)
	var marks []mark
	cuts := []int{s.Start, s.End}
	cut := func(t language.Span) bool {
		if !t.Overlaps(s) {
			return false
		}
		cuts = append(cuts, max(t.Start, s.Start), min(t.End, s.End))
		return true
	}
	for _, m := range x.marks {
		if cut(m.Span) {
			marks = append(marks, m)
		}
	}
	for _, a := range x.Attributions {
		for _, c := range a.Content {
			cut(c)
		}
	}
	for _, e := range x.Excluded {
		cut(e.Span)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	spoken := map[int]bool{}
	for i, from := range cuts[:len(cuts)-1] {
		to := cuts[i+1]
		here := language.Span{Start: from, End: to, In: s.In}
		v, excluded := x.speaker(here), x.excludedAt(here)
		if excluded != "" {
			v = speaker{}
		}
		n := len(p.Runs)
		if n == 0 || p.Runs[n-1].Voice.Entry != v.Entry || p.Runs[n-1].Excluded != excluded {
			v.Again = spoken[v.Entry]
			spoken[v.Entry] = true
			p.Runs = append(p.Runs, run{Voice: v, Excluded: excluded})
			n++
		}
		p.Runs[n-1].Pieces = append(p.Runs[n-1].Pieces, x.piece(here, text[from:to], marks))
	}
	return p
}

// speaker finds who says what lies in a span that no attribution cuts: the
// innermost attribution that holds it.
func (x *explainer) speaker(s language.Span) speaker {
	best, depth := -1, -1
	for i, a := range x.Attributions {
		for _, c := range a.Content {
			if d := x.depth(i); c.Contains(s) && d >= depth {
				best, depth = i, d
			}
		}
	}
	if best < 0 {
		return speaker{}
	}
	e, name := &x.entries[x.voices[best]], x.sourceName(best)
	return speaker{
		source: e,
		Entry:  x.voices[best] + 1, Name: name, Hue: x.hues[name],
		Manner: e.Short[len(isolate(name))+len(", "):],
	}
}

// depth counts the attributions that an attribution sits in.
func (x *explainer) depth(i int) (n int) {
	for ; n <= len(x.Attributions) && x.Attributions[i].Parent >= 0 && x.Attributions[i].Parent < len(x.Attributions); n++ {
		i = x.Attributions[i].Parent
	}
	return n
}

func (x *explainer) excludedAt(s language.Span) string {
	for _, e := range x.Excluded {
		if e.Contains(s) {
			return e.Reason
		}
	}
	return ""
}

// weights put the roles of a piece in the order of what matters most.
var weights = map[string]int{kindLoaded: 0, "manner": 1, "cue": 2, "source": 3, kindStance: 4, kindActor: 5, kindEvent: 6}

func (x *explainer) piece(s language.Span, text string, marks []mark) piece {
	p := piece{Text: text}
	var over []mark
	for _, m := range marks {
		if m.Contains(s) {
			over = append(over, m)
		}
	}
	if len(over) == 0 {
		return p
	}
	slices.SortStableFunc(over, func(a, b mark) int {
		return cmp.Or(weights[a.role]-weights[b.role], a.End-a.Start-b.End+b.Start)
	})
	x.pieces++
	p.Number = x.pieces
	for _, m := range over {
		p.Roles = append(p.Roles, m.role)
		e := &x.entries[m.entry]
		if !slices.Contains(p.Entries, e) {
			p.Entries = append(p.Entries, e)
		}
		if m.Start == s.Start {
			p.Begins = true
			e.At = append(e.At, p.Number)
		}
		if m.End == s.End {
			p.Ends = append(p.Ends, e)
		}
	}
	slices.Sort(p.Roles)
	p.Roles = slices.Compact(p.Roles)
	return p
}
