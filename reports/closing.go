package reports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slant/analysis/compare"
)

const mostProblems = 100 // in the page; the CSV table has all

// robustness shows the contrasts whose interval keeps clear of the null without the story
// that they depend on most.
func (d *drafter) robustness() section {
	s := section{ID: "robustness", Heading: "Robustness"}
	t := &table{Caption: "Differences without their most influential story", CSV: "influence", Heads: []head{
		{Text: "Measure", Long: true}, {Text: "Outlet", Long: true}, {Text: "Against the others", Numbers: true}, {Text: "Without the story", Numbers: true}, {Text: "Story", Long: true}}}
	turned := 0
	for _, f := range d.families {
		ms := f.kinds
		if f.whole != nil {
			ms = append([]compare.Metric{*f.whole}, ms...)
		}
		for _, m := range ms {
			for _, e := range d.of(m) {
				if strength(m, e.Estimate) == 0 || len(e.Influence) == 0 {
					continue
				}
				if _, _, ok := turns(m, e); ok {
					turned++
				}
				if len(t.Rows) >= mostFoldedRow {
					t.More++
					continue
				}
				without := none
				if v := e.Influence[0].Without; !math.IsNaN(v) {
					without = d.value(m, v)
				}
				t.Rows = append(t.Rows, []cell{{Text: m.Name}, {Text: e.Outlet}, {Text: d.value(m, e.Value)}, {Text: without}, {Text: e.Influence[0].Story}})
			}
		}
	}
	if len(t.Rows) == 0 {
		return section{}
	}
	text := "Each difference that the intervals vouch for was estimated again without each of its stories. The table shows the story that changes it most."
	switch {
	case turned == 1:
		text += " One difference changes sides without a single story."
	case turned > 1:
		text += fmt.Sprintf(" %d differences change sides without a single story.", turned)
	default:
		text += " None changes sides without a single story."
	}
	s.text(text)
	s.table(t)
	return s
}

// evidence shows the sampled findings by category.
func (d *drafter) evidence() section {
	s := section{ID: "evidence", Heading: "Evidence"}
	if len(d.Evidence) == 0 {
		return section{}
	}
	s.text(fmt.Sprintf("Findings in the outlets' own voice, drawn by lot for each outlet and category (seed %d). Nobody picked them; judge the marks by them.", d.Manifest.Seed))
	var categories []string
	for _, e := range d.Evidence {
		if !slices.Contains(categories, e.Category) {
			categories = append(categories, e.Category)
		}
	}
	slices.Sort(categories)
	for _, c := range categories {
		sub := section{ID: "evidence-" + slug(c), Heading: cap1(cmp.Or(c, "other"))}
		var b block
		for _, e := range d.Evidence {
			if e.Category == c {
				b.Examples = append(b.Examples, exampleOf(e))
			}
		}
		sub.Blocks = append(sub.Blocks, b)
		s.add(sub)
	}
	return s
}

func exampleOf(e Evidence) example {
	source := []string{}
	for _, p := range []string{cmp.Or(e.Title, e.Article), e.Date} {
		if p != "" {
			source = append(source, p)
		}
	}
	remark := e.Because
	if remark == "" && e.Target != "" {
		remark = "about " + isolate(e.Target)
	}
	x := example{Outlet: e.Outlet, Left: e.Left, Text: e.Text, Right: e.Right, Source: strings.Join(source, ", "), Remark: remark}
	if strings.HasPrefix(e.URL, "https://") || strings.HasPrefix(e.URL, "http://") { // a corpus may say anything
		x.URL = e.URL
	}
	return x
}

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
