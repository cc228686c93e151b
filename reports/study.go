package reports

import (
	"fmt"
	"strings"

	"slant/analysis/compare"
)

// study returns the study of the comparison, an empty one when there was none.
func (d *drafter) study() *compare.Study {
	if s := d.c.Options.Study; s != nil {
		return s
	}
	return &compare.Study{}
}

// askedBefore says whether it was known beforehand what would be asked.
func (d *drafter) askedBefore() string {
	s := d.study()
	switch {
	case len(s.Metrics) == 0:
		return "No study declared beforehand what is to be compared: everything here is exploratory."
	case s.Locked == "":
		return "What the study declares is marked so; everything else is exploratory. The study was not locked before the run."
	case len(d.c.Deviations) > 0:
		return fmt.Sprintf("What the study declares is marked so; everything else is exploratory. The study was locked on %s and has changed since: see The study.", s.Locked)
	}
	return fmt.Sprintf("What the study declares is marked so; everything else is exploratory. The study was locked on %s and has not changed since.", s.Locked)
}

// studied shows what was declared, and what has changed since.
func (d *drafter) studied() section {
	s := d.study()
	sec := section{ID: "study", Heading: "The study"}
	if s.SHA256 == "" && len(s.Metrics) == 0 {
		return sec
	}
	sec.text(s.Question)
	t := &table{Caption: "What the study declares", Heads: []head{{Text: "What"}, {Text: "Declared", Long: true}}}
	line := func(what string, values ...string) {
		if v := strings.Join(values, ", "); v != "" {
			t.Rows = append(t.Rows, []cell{{Text: what}, {Text: v}})
		}
	}
	line("Outlets", s.Outlets...)
	line("Pairs of outlets", versus(s.Contrasts)...)
	if s.Period != (compare.Period{}) {
		line("Period", "from "+s.Period.From+" to "+s.Period.To)
	}
	line("Actors", s.Actors...)
	line("Pairs of actors", versus(s.Pairs)...)
	line("Metrics", s.Metrics...)
	for _, m := range s.Margins {
		v := fmt.Sprintf("%g to %g", m.Low, m.High)
		if m.Because != "" {
			v += " (" + m.Because + ")"
		}
		line("Margin of "+m.Metric, v)
	}
	for _, f := range s.Families {
		line("Family "+f.Name, f.Metrics...)
	}
	line("Left out", s.Exclude.Articles...)
	if s.Exclude.Wire {
		line("Left out", "agency copy")
	}
	line("Because", s.Exclude.Because)
	line("Table of stories", s.Stories)
	if f := d.Manifest.Study; f != nil {
		line("File", f.File)
	}
	line("SHA-256", s.SHA256)
	line("SHA-256 of the table of stories", s.StoriesSHA256)
	line("Locked on", s.Locked)
	sec.table(t)
	changes := &table{Caption: "Deviations from the study as it was locked", Heads: []head{{Text: "What", Long: true}, {Text: "Was", Long: true}, {Text: "Is", Long: true}}}
	for _, v := range d.c.Deviations {
		changes.Rows = append(changes.Rows, []cell{{Text: v.Field}, {Text: v.Was}, {Text: v.Is}})
	}
	sec.table(changes)
	if len(d.c.Missing) > 0 {
		sec.text("What was asked for and is not there:")
		sec.list(d.c.Missing)
	}
	return sec
}

func versus(pairs [][]string) (list []string) {
	for _, p := range pairs {
		list = append(list, strings.Join(p, " against "))
	}
	return list
}
