package reports

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
)

//go:embed report.html.tmpl
var pageSource string

//go:embed base.css
var baseStyle string // of every page

//go:embed report.css
var reportStyle string

var page = template.Must(template.New("report").Funcs(template.FuncMap{
	"sub":     func(level int, s []section) nested { return nested{level, s} },
	"down":    func(level int) int { return level + 1 },
	"count":   func(t *table) int { return len(t.Rows) + t.More },
	"grouped": counted,
	"slug":    slug,
}).Parse(pageSource))

// nested is sections with the level of their headings.
type nested struct {
	Level    int
	Sections []section
}

// html sets the document as one page that needs no other file: styles and plots
// are within it, and it runs no script. The links to tables and images next to
// it work where those files are.
func (d *document) html() ([]byte, error) {
	var b bytes.Buffer
	err := page.Execute(&b, struct {
		*document
		Style template.CSS
	}{d, template.CSS(baseStyle + reportStyle)})
	if err != nil {
		return nil, fmt.Errorf("writing report.html: %w", err)
	}
	return b.Bytes(), nil
}

// Drawing gives the plot for use within the page. Every text in it was escaped
// when it was drawn.
func (f *figure) Drawing() template.HTML {
	return template.HTML(strings.TrimSpace(string(f.SVG())))
}
