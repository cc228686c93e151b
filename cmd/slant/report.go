package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"slant/analysis/compare"
	"slant/analysis/corpus"
	"slant/analysis/record"
	"slant/analysis/runs"
	"slant/reports"
)

func reportCommand() *cobra.Command {
	var (
		out   string
		force bool
		seed  uint64
		title string
	)
	c := &cobra.Command{
		Use:   "report RECORDS... -o DIR",
		Short: "Compare outlets and write a report from records, without reading the articles again",
		Long: `report compares the outlets in the records that run or scan has written and writes
a report as run does. RECORDS is a records.jsonl, or the folder of a run. The
articles are not needed; examples are shown without the text around them.`,
		Example: "  slant report report -o report2 --seed 2",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			folder, err := runs.Create(out, force)
			if err != nil {
				return err
			}
			defer folder.Discard()
			sample := reports.NewSample(seed, examples)
			var rows []compare.Row
			var files []corpus.File
			for _, path := range args {
				file, err := readRecords(path, func(r *record.Record) {
					rows = append(rows, compare.Count(r))
					sample.Add(r, "")
				})
				if err != nil {
					return err
				}
				files = append(files, file)
			}
			comparison, err := compare.New(rows, compare.Options{Seed: seed})
			if err != nil {
				return err
			}
			report := &reports.Report{
				Title: title, Comparison: comparison, Evidence: sample.Evidence(),
				Manifest: manifest(nil, files, nil, nil, seed),
			}
			if err := reports.Write(folder.Path, report); err != nil {
				return folder.Failed(err)
			}
			if err := folder.Commit(); err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %d articles, %d outlets\n", filepath.ToSlash(filepath.Join(out, "report.html")), len(rows), len(comparison.Outlets))
			return nil
		},
	}
	c.Flags().StringVarP(&out, "out", "o", "", "folder to write, which must not exist")
	c.Flags().BoolVar(&force, "force", false, "replace the folder if it exists")
	c.Flags().Uint64Var(&seed, "seed", 1, "seed of the random numbers of tests and samples")
	c.Flags().StringVar(&title, "title", "", "title of the report")
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
	return c
}

// readRecords passes the records of a file, or of the folder of a run, to each.
func readRecords(path string, each func(*record.Record)) (corpus.File, error) {
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
	for r, err := range record.Read(io.TeeReader(f, sum), path) {
		if err != nil {
			return read, err
		}
		read.Articles++
		each(r)
	}
	read.SHA256 = hex.EncodeToString(sum.Sum(nil))
	return read, nil
}
