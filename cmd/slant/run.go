package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"slant/analysis"
	"slant/analysis/compare"
	"slant/analysis/corpus"
	"slant/analysis/record"
	"slant/analysis/runs"
	"slant/reports"
)

// examples is how many findings of each kind and outlet a report shows.
const examples = 3

func runCommand() *cobra.Command {
	var (
		r     reading
		out   string
		force bool
		seed  uint64
		title string
	)
	c := &cobra.Command{
		Use:   "run CORPUS... -o DIR",
		Short: "Analyse a corpus, compare its outlets and write a report",
		Long: `run analyses articles, compares the outlets that published them and writes a
folder: report.html (opens from disk), report.md, tables/*.csv, plots/*.svg and
*.png, records.jsonl (everything found, with evidence) and manifest.json (what the
run was made with and from).

A CORPUS is a text file (its first line is the title), a JSONL file with one
article a line (plain or gzip), a folder of these, or - for JSONL on standard
input. Text files in a folder below the one that is named belong to the outlet
that their folder is called. DIR is written whole or not at all.`,
		Example: "  slant run testdata/corpus -o report",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			stderr := c.ErrOrStderr()
			folder, err := runs.Create(out, force)
			if err != nil {
				return err
			}
			defer folder.Discard()
			if err := r.open(args, c.InOrStdin()); err != nil {
				return err
			}
			sample := reports.NewSample(seed, examples)
			rows, err := r.records(c, folder, sample)
			if err != nil {
				return err
			}
			comparison, err := compare.New(rows, compare.Options{Seed: seed})
			if err != nil {
				return err
			}
			report := &reports.Report{
				Title: title, Comparison: comparison, Evidence: sample.Evidence(),
				Manifest: manifest(r.analyzer.Lexicons, r.reader.Files, r.passedOver, r.bad, seed),
			}
			for _, b := range r.bad {
				report.Problems = append(report.Problems, reports.Problem{File: b.File, Line: b.Line, Article: b.ID, Reason: b.Reason})
			}
			if err := reports.Write(folder.Path, report); err != nil {
				return folder.Failed(err)
			}
			if err := folder.Commit(); err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %d articles, %d outlets\n", filepath.ToSlash(filepath.Join(out, "report.html")), len(rows), len(comparison.Outlets))
			return r.verdict(stderr)
		},
	}
	r.flags(c)
	c.Flags().StringVarP(&out, "out", "o", "", "folder to write, which must not exist")
	c.Flags().BoolVar(&force, "force", false, "replace the folder if it exists")
	c.Flags().Uint64Var(&seed, "seed", 1, "seed of the random numbers of tests and samples")
	c.Flags().StringVar(&title, "title", "", "title of the report")
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
	return c
}

// records analyses the corpus, writes records.jsonl and returns what the
// comparison needs of each article.
func (r *reading) records(c *cobra.Command, folder *runs.Folder, sample *reports.Sample) ([]compare.Row, error) {
	file, err := os.Create(filepath.Join(folder.Path, "records.jsonl"))
	if err != nil {
		return nil, folder.Failed(err)
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<16)
	var rows []compare.Row
	err = r.scan(c.ErrOrStderr(), func(x runs.Result) error {
		line, err := record.Marshal(x.Record)
		if err != nil {
			return fmt.Errorf("article %q: %w", x.Article.ID, err)
		}
		if _, err := out.Write(line); err != nil {
			return folder.Failed(err)
		}
		rows = append(rows, compare.Count(x.Record))
		sample.Add(x.Record, x.Article.Text)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := cmp.Or(out.Flush(), file.Close()); err != nil {
		return nil, folder.Failed(err)
	}
	return rows, nil
}

// manifest says what a run was made with and from.
func manifest(lexicons []analysis.File, files []corpus.File, passedOver []string, bad []*corpus.BadArticle, seed uint64) reports.Manifest {
	m := reports.Manifest{
		Version: release, Revision: revision(), GoVersion: runtime.Version(), Seed: seed,
		PassedOver: passedOver,
		Counts:     map[string]int{"files": len(files), "articles": 0, "bad": len(bad)},
	}
	for _, l := range lexicons {
		m.Lexicons = append(m.Lexicons, reports.Lexicon{File: l.Name, SHA256: l.SHA256})
	}
	for _, f := range files {
		m.Inputs = append(m.Inputs, reports.Input{File: f.Name, SHA256: f.SHA256, Articles: f.Articles})
		m.Counts["articles"] += f.Articles
	}
	for _, b := range bad {
		m.Bad = append(m.Bad, reports.Problem{File: b.File, Line: b.Line, Article: b.ID, Reason: b.Reason})
	}
	slices.Sort(m.PassedOver)
	return m
}
