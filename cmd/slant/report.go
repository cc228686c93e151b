package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"slant/analysis/compare"
	"slant/analysis/corpus"
	"slant/analysis/record"
	"slant/analysis/runs"
	"slant/reports"
)

func reportCommand() *cobra.Command {
	var x comparing
	var workers int
	c := &cobra.Command{
		Use:   "report RECORDS... -o DIR",
		Short: "Compare outlets and write a report from records, without reading the articles again",
		Long: `report compares the outlets in the records that run or scan has written and writes
a report as run does. RECORDS is a records.jsonl, or the folder of a run. The
articles are not needed; examples are shown without the text around them.`,
		Example: "  slant report report -o report2 --seed 2",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := x.open(); err != nil {
				return err
			}
			folder, err := runs.Create(x.out, x.force)
			if err != nil {
				return err
			}
			defer folder.Discard()
			sample := reports.NewSample(x.seed, examples)
			articles := new(compare.Corpus)
			var files []corpus.File
			for _, path := range args {
				file, err := readRecords(path, workers, func(r *record.Record) { x.count(r, "", articles, sample) })
				if err != nil {
					return err
				}
				files = append(files, file)
			}
			m := manifest(files, nil)
			m.Seed, m.Lexicons = x.seed, madeWith(args)
			comparison, err := x.compare(articles, m.Lexicons, c.ErrOrStderr())
			if err != nil {
				return err
			}
			m.Study = x.studied(comparison)
			report := &reports.Report{Title: x.title, Comparison: comparison, Drawn: sample.Drawn(comparison), Manifest: m}
			if err := reports.Write(folder.Path, report); err != nil {
				return folder.Failed(err)
			}
			if err := folder.Commit(); err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %d articles, %d outlets\n", filepath.ToSlash(filepath.Join(x.out, "report.html")), articles.Len(), len(comparison.Outlets))
			return nil
		},
	}
	x.flags(c)
	c.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "records to read at a time")
	return c
}

// readRecords passes the records of a file, or of the folder of a run, to each.
func readRecords(path string, workers int, each func(*record.Record)) (corpus.File, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		path = filepath.Join(path, "records.jsonl")
	}
	f, err := os.Open(path)
	if err != nil {
		return corpus.File{}, fmt.Errorf("%s: there are no records there; name a records.jsonl or the folder of a run", path)
	}
	defer f.Close()
	sum := sha256.New()
	read := corpus.File{Name: filepath.Base(path)}
	err = runs.Records(io.TeeReader(f, sum), path, workers, func(r *record.Record) error {
		read.Articles++
		each(r)
		return nil
	})
	if err != nil {
		return read, err
	}
	read.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return read, nil
}

// madeWith returns the lexicons that all of the runs in the given folders were
// made with, nil when one does not say or they differ.
func madeWith(paths []string) []reports.Lexicon {
	var all []reports.Lexicon
	for i, path := range paths {
		var m reports.Manifest
		src, err := os.ReadFile(filepath.Join(path, "manifest.json"))
		if err != nil || json.Unmarshal(src, &m) != nil || i > 0 && !slices.Equal(all, m.Lexicons) {
			return nil
		}
		all = m.Lexicons
	}
	return all
}
