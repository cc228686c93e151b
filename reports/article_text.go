package reports

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text writes the article for a terminal of the given width, at least 40: who
// speaks in braces, numbers behind words that mean something, and under each
// paragraph the reasons by number. With colour the same is coloured too; nothing
// is said by colour alone.
func (e *Explanation) Text(w io.Writer, width int, colour bool) error {
	out := bufio.NewWriter(w)
	t := &textWriter{out: out, width: max(width, 40), colour: colour, numbers: map[*entry]int{}}
	t.line("", styleTitle, e.name)
	t.line("", styleQuiet, strings.Join(e.facts, " · "))
	t.line("", styleQuiet, e.words)
	for _, p := range e.paragraphs {
		if !p.Title || p.marked() {
			t.paragraph(p)
		}
	}
	if slices.ContainsFunc(e.entries, func(x entry) bool { return x.Kind == kindActor }) {
		t.heading("Actors")
	}
	for i := range e.entries {
		if a := &e.entries[i]; a.Kind == kindActor {
			t.line("  ", "", a.Words+": "+lower1(a.Reason))
		}
	}
	t.portrayals(e.sentences)
	t.sentences(e.sentences)
	return out.Flush()
}

// Styles of text: the parameters of the terminal's escape sequence.
const (
	styleTitle  = "1"
	styleQuiet  = "2"
	styleLoaded = "1;33"
	styleManner = "1;3"
	styleActor  = "4"
	styleCue    = "3;4"
)

// voiceStyles colour those who speak, in turn.
var voiceStyles = []string{"36", "32", "35", "34", "31", "96"}

type textWriter struct {
	out     *bufio.Writer
	width   int
	colour  bool
	numbers map[*entry]int // of the entries that have been numbered
	last    int
}

// A word is printed without a break.
type word struct {
	text  string
	style string
	glued bool // to the word before it
}

// line writes a text of one style, wrapped, with an indent.
func (t *textWriter) line(indent, style, text string) {
	var words []word
	for _, f := range strings.Fields(harmless(text)) {
		words = append(words, word{text: f, style: style})
	}
	t.wrap(indent, indent, words)
}

func (t *textWriter) heading(text string) {
	fmt.Fprintln(t.out)
	t.line("", styleTitle, text)
}

// paragraph writes a paragraph and the reasons for what is marked in it.
func (t *textWriter) paragraph(p paragraph) {
	var words []word
	var noted []*entry
	glue := false
	add := func(text, style string, glued bool) {
		words = append(words, word{text, style, glued && len(words) > 0})
	}
	number := func(e *entry) int {
		n, ok := t.numbers[e]
		if !ok {
			t.last++
			n = t.last
			t.numbers[e] = n
			noted = append(noted, e)
		}
		return n
	}
	// Entries about the same words share a number.
	shared := func(es []*entry) (n int) {
		for _, e := range es {
			switch e.Kind {
			case kindLoaded, kindEvent, kindStance:
				if n == 0 {
					n = number(e)
				} else if _, ok := t.numbers[e]; !ok {
					t.numbers[e] = n
					noted = append(noted, e)
				}
			}
		}
		return n
	}
	for _, r := range p.Runs {
		style := ""
		switch {
		case r.Excluded != "":
			style = styleQuiet
			add("{not counted, "+r.Excluded+":", style, false)
		case r.Voice.Entry > 0:
			style = voiceStyles[r.Voice.Hue%len(voiceStyles)]
			if r.Voice.Again {
				add("{"+harmless(r.Voice.Name)+":", style, glue)
			} else {
				add(fmt.Sprintf("{%s, %s [%d]:", harmless(r.Voice.Name), r.Voice.Manner, number(r.Voice.source)), style, glue)
			}
		}
		glue = glue && style == ""
		for _, piece := range r.Pieces {
			s := pieceStyle(piece, style)
			text := harmless(piece.Text)
			for i, f := range strings.Fields(text) {
				add(f, s, i == 0 && glue && !startsWithSpace(text))
			}
			glue = text == "" && glue || text != "" && !endsWithSpace(text)
			if n := shared(piece.Ends); n > 0 {
				add(fmt.Sprintf("[%d]", n), styleQuiet, true)
			}
		}
		if style != "" {
			add("}", style, true)
		}
	}
	if len(words) == 0 {
		return
	}
	fmt.Fprintln(t.out)
	t.wrap("", "", words)
	slices.SortStableFunc(noted, func(a, b *entry) int { return t.numbers[a] - t.numbers[b] })
	for _, e := range noted {
		text := e.Reason
		if e.Kind != kindSpeech {
			text = "“" + e.Quoted() + "”: " + text
		}
		head := fmt.Sprintf("  [%d] ", t.numbers[e])
		var note []word
		for _, f := range strings.Fields(harmless(text)) {
			note = append(note, word{text: f})
		}
		t.wrap(head, strings.Repeat(" ", len(head)), note)
	}
}

// marked reports whether there is anything to say of a paragraph.
func (p paragraph) marked() bool {
	for _, r := range p.Runs {
		if r.Voice.Entry > 0 || slices.ContainsFunc(r.Pieces, func(x piece) bool { return x.Number > 0 }) {
			return true
		}
	}
	return false
}

// pieceStyle gives the style of a piece in a voice: that of the mark that
// matters most.
func pieceStyle(p piece, voice string) string {
	own := ""
	switch {
	case slices.Contains(p.Roles, kindLoaded):
		return styleLoaded
	case slices.Contains(p.Roles, "manner"):
		own = styleManner
	case slices.Contains(p.Roles, "cue"):
		own = styleCue
	case slices.Contains(p.Roles, kindActor), slices.Contains(p.Roles, "source"):
		own = styleActor
	}
	return strings.Trim(voice+";"+own, ";")
}

// sentences lists the sentences that read as biased rather than not.
func (t *textWriter) sentences(all []sentence) {
	list := slices.DeleteFunc(slices.Clone(all), func(s sentence) bool { return s.Bias < 0.5 })
	if len(list) == 0 {
		return
	}
	t.heading("Sentences that a trained reader is more likely than not to call biased")
	for _, s := range list {
		t.line("  ", "", fmt.Sprintf("%.2f  %s", s.Bias, s.Text))
		t.line("        ", styleQuiet, strings.Join(s.Words, ", "))
		if s.Why != "" {
			t.line("        ", styleQuiet, "log-odds: "+s.Why)
		}
	}
}

// portrayals lists how sentences present actors, other than neutrally.
func (t *textWriter) portrayals(all []sentence) {
	headed := false
	for _, s := range all {
		list := slices.DeleteFunc(slices.Clone(s.Portrayals), func(p portrayal) bool { return p.neutral })
		if len(list) == 0 {
			continue
		}
		if !headed {
			t.heading("Sentences that present an actor well or ill")
			headed = true
		}
		t.line("  ", "", s.Text)
		for _, p := range list {
			t.line("        ", "", p.How)
			if p.Why != "" {
				t.line("          ", styleQuiet, "log-odds of good against bad: "+p.Why)
			}
		}
	}
}

// wrap writes words in lines of the width.
func (t *textWriter) wrap(first, indent string, words []word) {
	if len(words) == 0 {
		return
	}
	at := utf8.RuneCountInString(first)
	t.out.WriteString(first)
	fresh := true
	for i, w := range words {
		n := utf8.RuneCountInString(w.text)
		whole := n // with all that is glued to it
		for _, next := range words[i+1:] {
			if !next.glued {
				break
			}
			whole += utf8.RuneCountInString(next.text)
		}
		if !w.glued && !fresh {
			if at+1+whole > t.width {
				t.out.WriteString("\n" + indent)
				at = utf8.RuneCountInString(indent)
			} else {
				t.out.WriteByte(' ')
				at++
			}
		}
		if t.colour && w.style != "" {
			fmt.Fprintf(t.out, "\x1b[%sm%s\x1b[0m", w.style, w.text)
		} else {
			t.out.WriteString(w.text)
		}
		at += n
		fresh = false
	}
	t.out.WriteByte('\n')
}

// harmless takes from a text what a terminal would obey.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case r == '\u2068', r == '\u2069': // isolates, for pages
			return -1
		}
		return r
	}, s)
}

func startsWithSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

func endsWithSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// lower1 makes the first letter of a text small.
func lower1(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
