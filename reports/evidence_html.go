package reports

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"strings"

	"slant/analysis/compare"
)

//go:embed evidence.html.tmpl
var evidenceSource string

//go:embed evidence.css
var evidenceStyle string

var evidenceTmpl = template.Must(template.New("evidence").Parse(evidenceSource))

// An evidencePage shows the sentences of one metric, outlet by outlet.
type evidencePage struct {
	file    string // below the report: "evidence/loaded.html"
	metric  compare.Metric
	Outlets []evidenceOf
}

type evidenceOf struct {
	ID, Name string
	Examples []example
}

// An example is a finding in its context.
type example struct {
	Role              string // how the view of an article marks it
	Left, Text, Right string
	Source            string // title and date of the article
	URL               string
	Page              string // address of the marked article, "" when it is not shown whole
	Remark            string // target and reason
}

// evidencePages lays out the evidence of a report by metric.
func (d *drafter) evidencePages() (pages []evidencePage) {
	taken := map[string]bool{"index": true}
	at := map[string]int{}
	ids := map[string]string{}
	for i, o := range d.c.Outlets {
		ids[o.Name] = fmt.Sprintf("outlet-%d", i+1)
	}
	for _, m := range d.c.Metrics {
		for _, e := range d.Evidence {
			if e.Metric != m.ID || ids[e.Outlet] == "" {
				continue
			}
			i, ok := at[m.ID]
			if !ok {
				i = len(pages)
				at[m.ID] = i
				pages = append(pages, evidencePage{file: "evidence/" + unique(taken, cut(slug(m.ID), 80), "metric") + ".html", metric: m})
			}
			p := &pages[i]
			if n := len(p.Outlets); n == 0 || p.Outlets[n-1].Name != e.Outlet {
				p.Outlets = append(p.Outlets, evidenceOf{ID: ids[e.Outlet], Name: e.Outlet})
				d.evidences[key{m.ID, e.Outlet}] = p.file + "#" + ids[e.Outlet]
			}
			o := &p.Outlets[len(p.Outlets)-1]
			o.Examples = append(o.Examples, d.exampleOf(e))
		}
	}
	return pages
}

func (d *drafter) exampleOf(e Evidence) example {
	source := []string{}
	for _, p := range []string{cmp.Or(short(oneLine(e.Title)), e.Article), e.Date} {
		if p != "" {
			source = append(source, p)
		}
	}
	remark := e.Because
	if remark == "" && e.Target != "" {
		remark = "about " + isolate(e.Target)
	}
	x := example{Role: e.role, Left: e.Left, Text: e.Text, Right: e.Right, Source: strings.Join(source, ", "), Remark: remark, URL: webAddress(e.URL)}
	if p, ok := d.articlePages[[2]string{e.Outlet, e.Article}]; ok {
		x.Page = "../" + p.file + p.place(e.entry)
	}
	return x
}

// html sets the page. It needs no other file.
func (p *evidencePage) html(d *drafter) ([]byte, error) {
	var b bytes.Buffer
	m := p.metric
	err := evidenceTmpl.Execute(&b, struct {
		Style                     template.CSS
		Heading, Description, Lot string
		Back                      string
		Outlets                   []evidenceOf
	}{template.CSS(baseStyle + marksStyle + evidenceStyle), cap1(m.Name), m.Description,
		fmt.Sprintf("Drawn by lot for each outlet (seed %d). Nobody picked them; judge the marks by them.", d.Manifest.Seed),
		"../report.html#" + d.homes[m.ID], p.Outlets})
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", p.file, err)
	}
	return b.Bytes(), nil
}

// evidenceOf gives the address of the sentences of a metric and outlet, "" when
// there are none.
func (d *drafter) evidenceOf(metric, outlet string) string { return d.evidences[key{metric, outlet}] }

// evidence lists the pages of sentences and the articles that are shown whole.
func (d *drafter) evidence(pages []evidencePage) section {
	s := section{ID: "evidence", Heading: "Evidence"}
	if len(pages)+len(d.articleOrder) == 0 {
		return section{}
	}
	s.text(fmt.Sprintf("Counts in the tables lead to the sentences behind them: a few for each outlet and measure, drawn by lot (seed %d). Nobody picked them.", d.Manifest.Seed))
	t := &table{Caption: "Sentences by measure", Folded: true, CSV: "evidence", Heads: []head{{Text: "Measure", Long: true}, {Text: "Outlets", Numbers: true}, {Text: "Sentences", Numbers: true}}}
	for _, p := range pages {
		n := 0
		for _, o := range p.Outlets {
			n += len(o.Examples)
		}
		t.Rows = append(t.Rows, []cell{{Text: cap1(p.metric.Name), Link: p.file}, {Text: counted(len(p.Outlets))}, {Text: counted(n)}})
	}
	s.table(t)
	a := &table{Caption: "Articles shown whole, with every mark and its reason", Folded: true, Heads: []head{{Text: "Article", Long: true}, {Text: "Outlet", Long: true}, {Text: "Date"}}}
	for _, k := range d.articleOrder {
		p := d.articlePages[k]
		a.Rows = append(a.Rows, []cell{{Text: short(p.name), Link: p.file}, {Text: k[0]}, {Text: cmp.Or(p.date, none)}})
	}
	s.table(a)
	return s
}
