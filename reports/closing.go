package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

const mostProblems = 100 // in the page; the CSV table has all

// problems lists what could not be read.
func (d *drafter) problems() section {
	s := section{ID: "problems", Heading: "Problems"}
	if len(d.Problems) == 0 {
		return section{}
	}
	s.text("These could not be read. The run went on without them, so they are in no number above.")
	t := &table{Caption: "Articles that could not be read", CSV: "problems", Heads: []head{{Text: "File", Long: true}, {Text: "Line", Numbers: true}, {Text: "Article", Long: true}, {Text: "Reason", Long: true}}}
	for i, p := range d.Problems {
		if i == mostProblems {
			t.More = len(d.Problems) - i
			break
		}
		line := none
		if p.Line > 0 {
			line = counted(p.Line)
		}
		t.Rows = append(t.Rows, []cell{{Text: p.File}, {Text: line}, {Text: cmp.Or(p.Article, none)}, {Text: p.Reason}})
	}
	s.table(t)
	return s
}

// run shows the manifest.
func (d *drafter) run() section {
	s := section{ID: "run", Heading: "This run"}
	m := d.Manifest
	t := &table{Caption: "How to repeat it", Heads: []head{{Text: "What"}, {Text: "Value", Long: true}}}
	line := func(what, value string) {
		if value != "" {
			t.Rows = append(t.Rows, []cell{{Text: what}, {Text: value}})
		}
	}
	line("slant", m.Version)
	line("Revision", m.Revision)
	line("Go", m.GoVersion)
	line("Command", strings.Join(m.Command, " "))
	line("Seed", fmt.Sprint(m.Seed))
	if s := m.Study; s != nil {
		line("Study", s.File)
		line("SHA-256 of the study", s.SHA256)
		line("SHA-256 of its table of stories", s.StoriesSHA256)
		line("Study locked on", cmp.Or(s.Locked, "never"))
		for _, d := range s.Deviations {
			line("Deviation from the study", d)
		}
	}
	var kinds []string
	for k := range m.Counts {
		kinds = append(kinds, k)
	}
	slices.Sort(kinds)
	for _, k := range kinds {
		line("Articles "+k, counted(m.Counts[k]))
	}
	s.table(t)

	files := &table{Caption: "Files of the corpus", Folded: true, Heads: []head{{Text: "File", Long: true}, {Text: "Articles", Numbers: true}, {Text: "SHA-256", Long: true}}}
	for i, f := range m.Inputs {
		if i == mostProblems {
			files.More = len(m.Inputs) - i
			break
		}
		files.Rows = append(files.Rows, []cell{{Text: f.File}, {Text: counted(f.Articles)}, {Text: f.SHA256}})
	}
	s.table(files)
	passed := &table{Caption: "Files of the corpus that are of no format that slant reads", Folded: true, Heads: []head{{Text: "File", Long: true}}}
	for i, f := range m.PassedOver {
		if i == mostProblems {
			passed.More = len(m.PassedOver) - i
			break
		}
		passed.Rows = append(passed.Rows, []cell{{Text: f}})
	}
	s.table(passed)
	lexicons := &table{Caption: "Lexicons", Folded: true, Heads: []head{{Text: "File", Long: true}, {Text: "SHA-256", Long: true}}}
	for _, f := range m.Lexicons {
		lexicons.Rows = append(lexicons.Rows, []cell{{Text: f.File}, {Text: f.SHA256}})
	}
	s.table(lexicons)
	return s
}
