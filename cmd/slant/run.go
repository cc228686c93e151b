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
		r reading
		x comparing
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
			if err := x.open(); err != nil {
				return err
			}
			folder, err := runs.Create(x.out, x.force)
			if err != nil {
				return err
			}
			defer folder.Discard()
			if err := r.open(args, c.InOrStdin()); err != nil {
				return err
			}
			sample := reports.NewSample(x.seed, examples)
			articles, err := r.records(c, folder, &x, sample)
			if err != nil {
				return err
			}
			m := manifest(r.reader.Files, r.bad)
			m.Seed, m.PassedOver, m.Lexicons = x.seed, slices.Sorted(slices.Values(r.passedOver)), lexiconsOf(r.analyzer)
			comparison, err := x.compare(articles, m.Lexicons, stderr)
			if err != nil {
				return err
			}
			m.Study = x.studied(comparison)
			report := &reports.Report{Title: x.title, Comparison: comparison, Drawn: sample.Drawn(comparison), Manifest: m}
			for _, b := range r.bad {
				report.Problems = append(report.Problems, reports.Problem{File: b.File, Line: b.Line, Article: b.ID, Reason: b.Reason})
			}
			if err := reports.Write(folder.Path, report); err != nil {
				return folder.Failed(err)
			}
			if err := folder.Commit(); err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%s: %d articles, %d outlets\n", filepath.ToSlash(filepath.Join(x.out, "report.html")), articles.Len(), len(comparison.Outlets))
			return r.verdict(stderr)
		},
	}
	r.flags(c)
	x.flags(c)
	return c
}

// records analyses the corpus, writes records.jsonl and counts what the
// comparison needs of each article.
func (r *reading) records(c *cobra.Command, folder *runs.Folder, to *comparing, sample *reports.Sample) (*compare.Corpus, error) {
	file, err := os.Create(filepath.Join(folder.Path, "records.jsonl"))
	if err != nil {
		return nil, folder.Failed(err)
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<16)
	articles := new(compare.Corpus)
	err = r.scan(c.ErrOrStderr(), func(x runs.Result) error {
		line, err := record.Marshal(x.Record)
		if err != nil {
			return fmt.Errorf("article %q: %w", x.Article.ID, err)
		}
		if _, err := out.Write(line); err != nil {
			return folder.Failed(err)
		}
		to.count(x.Record, x.Article.Text, articles, sample)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := cmp.Or(out.Flush(), file.Close()); err != nil {
		return nil, folder.Failed(err)
	}
	return articles, nil
}

// manifest says what a run was made with and from.
func manifest(files []corpus.File, bad []*corpus.BadArticle) reports.Manifest {
	m := reports.Manifest{
		Version: release, Revision: revision(), GoVersion: runtime.Version(),
		Counts: map[string]int{"files": len(files), "articles": 0, "bad": len(bad)},
	}
	for _, f := range files {
		m.Inputs = append(m.Inputs, reports.Input{File: f.Name, SHA256: f.SHA256, Articles: f.Articles})
		m.Counts["articles"] += f.Articles
	}
	for _, b := range bad {
		m.Bad = append(m.Bad, reports.Problem{File: b.File, Line: b.Line, Article: b.ID, Reason: b.Reason})
	}
	return m
}

func lexiconsOf(a *analysis.Analyzer) []reports.Lexicon {
	var list []reports.Lexicon
	for _, l := range a.Lexicons {
		list = append(list, reports.Lexicon{File: l.Name, SHA256: l.SHA256})
	}
	return list
}
