package reports

import (
	"bytes"
	"fmt"
	"strings"
)

// markdown sets the document in Markdown with tables and footnotes as GitHub
// and Pandoc read them. Plots are links to the SVG files next to it.
func (d *document) markdown() []byte {
	w := &markdownWriter{}
	w.line("# " + inline(d.Title))
	w.line(inline(d.Subtitle))
	w.line("## In short")
	for _, c := range d.Claims {
		details := ""
		if len(c.Details) > 0 {
			details = " " + inline(strings.Join(c.Details, " "))
		}
		verdict := c.Verdict
		if c.Mark != "" {
			verdict += ", " + c.Mark
		}
		if c.Evidence != "" {
			details += " [Sentences](" + c.Evidence + ")"
		}
		w.line(fmt.Sprintf("- **%s** (%s). %s%s%s", inline(c.Measure), verdict, inline(c.Sentence), footnotes(c.Notes), details))
	}
	for _, o := range d.Others {
		w.line("- " + inline(o.Heading) + ": " + inline(and(o.Measures)) + ".")
	}
	for _, r := range d.Rest {
		w.line(inline(r))
	}
	w.sections(2, d.Sections)
	if len(d.Notes) > 0 {
		w.line("## Notes")
		for i, n := range d.Notes {
			w.line(fmt.Sprintf("[^%d]: %s", i+1, inline(n)))
		}
	}
	return w.b.Bytes()
}

type markdownWriter struct{ b bytes.Buffer }

// line writes a block and the empty line that ends it.
func (w *markdownWriter) line(s string) {
	if w.b.Len() > 0 {
		w.b.WriteByte('\n')
	}
	w.b.WriteString(s + "\n")
}

func (w *markdownWriter) sections(level int, sections []section) {
	for _, s := range sections {
		w.line(strings.Repeat("#", level) + " " + inline(s.Heading))
		for _, b := range s.Blocks {
			w.block(b)
		}
		w.sections(level+1, s.Sections)
	}
}

func (w *markdownWriter) block(b block) {
	if b.Text != "" {
		w.line(inline(b.Text))
	}
	if len(b.List) > 0 {
		items := make([]string, len(b.List))
		for i, s := range b.List {
			items[i] = "- " + inline(s)
		}
		w.line(strings.Join(items, "\n"))
	}
	if f := b.Figure; f != nil {
		w.line("**" + inline(f.Title) + "**")
		w.line(fmt.Sprintf("![%s](plots/%s.svg)", inline(f.Description), f.Name))
		w.line(inline(f.Caption))
	}
	if b.Table != nil {
		w.table(b.Table)
	}
}

func (w *markdownWriter) table(t *table) {
	w.line("**" + inline(t.Caption) + "**")
	var b strings.Builder
	for _, h := range t.Heads {
		b.WriteString("| " + inline(h.Text) + " ")
	}
	b.WriteString("|\n")
	for _, h := range t.Heads {
		if h.Numbers {
			b.WriteString("|---:")
		} else {
			b.WriteString("|:---")
		}
	}
	b.WriteString("|")
	for _, row := range t.Rows {
		b.WriteByte('\n')
		for _, c := range row {
			text := inline(c.Text)
			if c.Link != "" {
				text = "[" + text + "](" + c.Link + ")"
			}
			b.WriteString("| " + text + footnotes(c.Notes) + " ")
		}
		b.WriteString("|")
	}
	w.line(b.String())
	for _, n := range t.Notes {
		w.line("All rows: " + inline(n) + ".")
	}
	switch {
	case t.More > 0 && t.CSV != "":
		w.line(fmt.Sprintf("%s more rows are in [%s.csv](tables/%s.csv).", counted(t.More), t.CSV, t.CSV))
	case t.More > 0:
		w.line(fmt.Sprintf("%s more rows are in manifest.json.", counted(t.More)))
	case t.CSV != "":
		w.line(fmt.Sprintf("[%s.csv](tables/%s.csv)", t.CSV, t.CSV))
	}
}

func footnotes(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, "[^%d]", n)
	}
	return b.String()
}

// inline escapes a text so that Markdown shows it as it is, on one line. Angle
// brackets and ampersands become entities, which HTML around Markdown reads too.
func inline(s string) string { return strings.TrimSpace(inlineSpaced(s)) }

func inlineSpaced(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '$':
			b.WriteString(`\` + string(r))
		case '\n', '\r', '\t':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
