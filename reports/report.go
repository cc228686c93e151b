// Package reports shows a comparison: as one HTML page that needs nothing but
// itself, as Markdown, as CSV tables, as plots and as a manifest.
//
// A Report is the one value in the middle. Draft turns it into a document of
// sections, sentences, tables and figures; the writers (html.go, markdown.go)
// set that document and add nothing to it, so that they cannot contradict each
// other. The CSV tables and the manifest come from the Report itself.
//
// The same Report gives the same bytes.
package reports

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"slant/analysis/compare"
)

// A Report is what is known at the end of a run.
type Report struct {
	Title      string // "" for one made from the outlets
	Comparison *compare.Comparison
	Manifest   Manifest
	Problems   []Problem // by file, then line
	Drawn                // as Sample gives it
}

// A Problem is an article, or a line of input, that could not be read. The run
// went on without it.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`    // from 1, 0 when the whole file is meant
	Article string `json:"article"` // id, "" when it is not known
	Reason  string `json:"reason"`
}

// Write writes report.html, report.md, manifest.json, tables/*.csv, plots/*.svg
// and *.png, evidence/*.html and articles/*.html into dir, which must exist and hold none of them. It
// does not tidy up after an error: the caller writes to a new folder and renames
// it into place.
func Write(dir string, r *Report) error {
	if r.Comparison == nil {
		return errors.New("a report needs a comparison")
	}
	doc, d := draft(r)
	html, err := doc.html()
	if err != nil {
		return err
	}
	manifest, err := r.Manifest.json()
	if err != nil {
		return err
	}
	folders := []string{"tables", "plots"}
	if len(d.pages) > 0 {
		folders = append(folders, "evidence")
	}
	if len(d.articlePages) > 0 {
		folders = append(folders, "articles")
	}
	for _, f := range folders {
		if err := os.Mkdir(filepath.Join(dir, f), 0o777); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	if err := create(dir, "report.html", html); err != nil {
		return err
	}
	if err := create(dir, "report.md", doc.markdown()); err != nil {
		return err
	}
	if err := create(dir, "manifest.json", manifest); err != nil {
		return err
	}
	for _, t := range tables(r) {
		data, err := t.csv()
		if err != nil {
			return err
		}
		if err := create(dir, "tables/"+t.name+".csv", data); err != nil {
			return err
		}
		data, err = t.parquet()
		if err != nil {
			return err
		}
		if err := create(dir, "tables/"+t.name+".parquet", data); err != nil {
			return err
		}
	}
	for _, p := range d.pages {
		page, err := p.html(d)
		if err != nil {
			return err
		}
		if err := create(dir, p.file, page); err != nil {
			return err
		}
	}
	for _, k := range d.articleOrder {
		p := d.articlePages[k]
		page, err := p.HTML("../report.html")
		if err != nil {
			return err
		}
		if err := create(dir, p.file, page); err != nil {
			return err
		}
	}
	for _, f := range doc.figures() {
		image, err := f.PNG()
		if err != nil {
			return err
		}
		if err := create(dir, "plots/"+f.Name+".png", image); err != nil {
			return err
		}
		if err := create(dir, "plots/"+f.Name+".svg", f.SVG()); err != nil {
			return err
		}
	}
	return nil
}

// create writes a file that must not exist yet.
func create(dir, name string, data []byte) error {
	f, err := os.OpenFile(filepath.Join(dir, filepath.FromSlash(name)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}
