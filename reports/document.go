package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"slant/reports/plots"
)

// A document is a report in words, numbers and figures, before it is set in
// HTML or Markdown. Texts are plain.
type document struct {
	Title    string
	Subtitle string
	Claims   []claim
	Others   []outcome // what became of the measures that are no claims
	Rest     []string  // what holds for all, in a sentence each
	Sections []section
	Notes    []string // footnote 1 first
}

// A claim is one measure's answer in plain words.
type claim struct {
	Measure  string
	Sentence string
	Details  []string
	Verdict  string // compare.Differs, …
	Notes    []int  // footnotes, from 1
	Mark     string // "declared" or "exploratory", "" without a study
	Section  string
	Evidence string // address of its sentences, "" when there are none
}

// A section is a heading with what stands under it. One without blocks and
// sections is left out.
type section struct {
	ID       string
	Heading  string
	Blocks   []block
	Sections []section
}

// A block is one of a paragraph, a list, a table or a figure.
type block struct {
	Text   string
	List   []string
	Table  *table
	Figure *figure
}

// A figure is a plot with its caption, whose first sentence is the finding.
type figure struct {
	*plots.Figure
	Caption string
	Minor   bool // a detail, which a heavy page does without
	Linked  bool // it is, and leads to the file
}

// A table has named columns; the first names the row.
type table struct {
	Caption string
	Heads   []head
	Rows    [][]cell
	Folded  bool     // shown on demand where the medium can
	CSV     string   // name of the table that has all of it
	More    int      // rows that only the CSV table has
	Notes   []string // what holds for every row
}

type head struct {
	Text    string
	Numbers bool // the column holds numbers
	Long    bool // the column holds names or sentences, which may wrap
}

type cell struct {
	Text    string
	Notes   []int // footnotes, from 1
	Verdict bool
	Link    string // address of its evidence, "" when there is none
}

func (s *section) text(paragraphs ...string) {
	for _, p := range paragraphs {
		if p != "" {
			s.Blocks = append(s.Blocks, block{Text: p})
		}
	}
}

func (s *section) table(t *table) {
	if t != nil && len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, block{Table: t})
	}
}

func (s *section) figure(f *plots.Figure, caption string) {
	if f == nil {
		return
	}
	if f.Escapes() {
		caption += " The PNG of this figure writes letters that its font lacks as escapes; the SVG has them."
	}
	s.Blocks = append(s.Blocks, block{Figure: &figure{Figure: f, Caption: caption}})
}

// detail adds a figure that a heavy page does without.
func (s *section) detail(f *plots.Figure, caption string) {
	if f != nil {
		s.figure(f, caption)
		s.Blocks[len(s.Blocks)-1].Figure.Minor = true
	}
}

func (s *section) list(items []string) {
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, block{List: items})
	}
}

// add appends a subsection that holds something.
func (s *section) add(sub section) {
	if len(sub.Blocks) > 0 || len(sub.Sections) > 0 {
		s.Sections = append(s.Sections, sub)
	}
}

// figures lists the figures in the order in which they stand.
func (d *document) figures() (all []*plots.Figure) {
	var walk func([]section)
	walk = func(sections []section) {
		for _, s := range sections {
			for _, b := range s.Blocks {
				if b.Figure != nil {
					all = append(all, b.Figure.Figure)
				}
			}
			walk(s.Sections)
		}
	}
	walk(d.Sections)
	return all
}

// settleIDs makes the ids of sections and the names of figures unique, whatever
// the metrics and categories of a corpus are called.
func (d *document) settleIDs() {
	taken := map[string]bool{"": true, "top": true, "main": true, "notes": true}
	settle := func(id string) string {
		base := cmp.Or(id, "section")
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		taken[id] = true
		return id
	}
	var walk func([]section)
	walk = func(sections []section) {
		for i := range sections {
			sections[i].ID = settle(sections[i].ID)
			walk(sections[i].Sections)
		}
	}
	walk(d.Sections)
	for _, f := range d.figures() {
		f.Name = settle("figure-" + f.Name)[len("figure-"):]
	}
}

// hoistNotes writes what is noted in every row of a table once below it.
func (d *document) hoistNotes() {
	var walk func([]section)
	walk = func(sections []section) {
		for _, s := range sections {
			for _, b := range s.Blocks {
				if b.Table != nil {
					b.Table.hoist(d.Notes)
				}
			}
			walk(s.Sections)
		}
	}
	walk(d.Sections)
}

func (t *table) hoist(notes []string) {
	if len(t.Rows) < 3 {
		return
	}
	rows := map[int]int{} // in which a note is cited
	for _, row := range t.Rows {
		in := map[int]bool{}
		for _, c := range row {
			for _, n := range c.Notes {
				if !in[n] {
					in[n] = true
					rows[n]++
				}
			}
		}
	}
	for n, text := range notes {
		if rows[n+1] < len(t.Rows) {
			continue
		}
		t.Notes = append(t.Notes, text)
		for _, row := range t.Rows {
			for i := range row {
				row[i].Notes = slices.DeleteFunc(slices.Clone(row[i].Notes), func(k int) bool { return k == n+1 })
			}
		}
	}
}

// slug makes an id fit for file names and anchors.
func slug(id string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, id), "-")
}

// cap1 makes the first letter of a sentence a capital.
func cap1(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// and joins "a", "b and c", "d, e and f".
func and(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}
