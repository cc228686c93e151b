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
	"path"
	"path/filepath"
	"runtime"
	"sync"

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

// Write writes report.html, report.md, manifest.json, tables/*.csv and
// *.parquet, latex/*.tex, plots/*.svg and *.png, evidence/*.html and
// articles/*.html into dir, which must exist and hold none of them. It does not
// tidy up after an error: the caller writes to a new folder and renames it into
// place.
func Write(dir string, r *Report) error {
	all, err := outputs(r)
	if err != nil {
		return err
	}
	for _, o := range all {
		if err := os.MkdirAll(filepath.Join(dir, path.Dir(o.name)), 0o777); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
	}
	// Compressing images takes longer than everything else.
	errs := make([]error, len(all))
	work := make(chan int)
	var done sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		done.Go(func() {
			for i := range work {
				data, err := all[i].make()
				if err == nil {
					err = create(dir, all[i].name, data)
				}
				errs[i] = err
			}
		})
	}
	for i := range all {
		work <- i
	}
	close(work)
	done.Wait()
	return errors.Join(errs...)
}

// An output is a file of a report.
type output struct {
	name string // below its folder, with slashes
	make func() ([]byte, error)
}

// outputs lists the files of a report.
func outputs(r *Report) ([]output, error) {
	if r.Comparison == nil {
		return nil, errors.New("a report needs a comparison")
	}
	doc, d := draft(r)
	all := []output{
		{"report.html", doc.html},
		{"report.md", func() ([]byte, error) { return doc.markdown(), nil }},
		{"manifest.json", r.Manifest.json},
	}
	for _, t := range tables(r) {
		all = append(all, output{"tables/" + t.name + ".csv", t.csv}, output{"tables/" + t.name + ".parquet", t.parquet})
	}
	for _, f := range doc.latex() {
		all = append(all, output{"latex/" + f.name, func() ([]byte, error) { return f.data, nil }})
	}
	for _, p := range d.pages {
		all = append(all, output{p.file, func() ([]byte, error) { return p.html(d) }})
	}
	for _, k := range d.articleOrder {
		p := d.articlePages[k]
		all = append(all, output{p.file, func() ([]byte, error) { return p.HTML("../report.html") }})
	}
	for _, f := range doc.figures() {
		all = append(all, output{"plots/" + f.Name + ".png", f.PNG}, output{"plots/" + f.Name + ".svg", func() ([]byte, error) { return f.SVG(), nil }})
	}
	return all, nil
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
