package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"slant/analysis/compare"
	"slant/analysis/record"
	"slant/reports"
)

// comparing is what a command compares and how: the flags that run and report
// share, and what they make of them.
type comparing struct {
	out   string
	force bool
	title string

	study   string
	outlets []string
	metrics []string
	from    string
	to      string
	stories string
	level   float64
	seed    uint64

	options compare.Options
}

func (x *comparing) flags(c *cobra.Command) {
	f := c.Flags()
	f.StringVarP(&x.out, "out", "o", "", "folder to write, which must not exist")
	f.BoolVar(&x.force, "force", false, "replace the folder if it exists")
	f.StringVar(&x.title, "title", "", "title of the report")
	f.StringVar(&x.study, "study", "", "study file (YAML) that says what is compared; see slant study --help")
	f.StringSliceVar(&x.outlets, "outlets", nil, "compare only these outlets, separated by commas")
	f.StringSliceVar(&x.metrics, "metrics", nil, "compare only these metrics, separated by commas; loaded.* for all kinds")
	f.StringVar(&x.from, "from", "", "first day of publication, like 2024-01-31")
	f.StringVar(&x.to, "to", "", "last day of publication")
	f.StringVar(&x.stories, "stories", "", "table (CSV: id, story) that says what each article is about")
	f.Float64Var(&x.level, "level", 0.95, "level of confidence of intervals")
	f.Uint64Var(&x.seed, "seed", 1, "seed of the random numbers of tests and samples")
	for _, name := range []string{"outlets", "metrics", "from", "to", "stories", "level", "seed"} {
		c.MarkFlagsMutuallyExclusive("study", name) // a study says all of it, and its hash vouches for it
	}
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
}

// open checks what is to be compared, before any article is read.
func (x *comparing) open() error {
	if x.study != "" {
		s, err := compare.LoadStudy(x.study)
		if err != nil {
			return err
		}
		x.seed = cmp.Or(s.Seed, 1)
		x.options = compare.Options{Study: s, Seed: x.seed}
		x.title = cmp.Or(x.title, s.Title)
		return nil
	}
	s := &compare.Study{Outlets: x.outlets, Period: compare.Period{From: x.from, To: x.to}, Stories: x.stories}
	if err := s.Complete(); err != nil {
		return err
	}
	for _, m := range x.metrics {
		if err := compare.CheckMetric(m); err != nil {
			return err
		}
	}
	if !(x.level > 0.5 && x.level < 1) {
		return fmt.Errorf("--level %v is not between 0.5 and 1; write for example 0.95", x.level)
	}
	x.options = compare.Options{Study: s, Level: x.level, Seed: x.seed, Metrics: x.metrics}
	return nil
}

// count adds what the comparison needs of an article, and offers its findings as
// examples if it is one that the study is about.
func (x *comparing) count(r *record.Record, text string, articles *compare.Corpus, sample *reports.Sample) {
	row := compare.Count(r)
	articles.Add(row)
	if x.options.Study.Takes(&row) {
		sample.Add(r, text)
	}
}

// compare compares the articles; what was asked for and is not there becomes a
// warning.
func (x *comparing) compare(articles *compare.Corpus, lexicons []reports.Lexicon, stderr io.Writer) (*compare.Comparison, error) {
	if lexicons != nil {
		x.options.Lexicons = map[string]string{}
		for _, l := range lexicons {
			x.options.Lexicons[l.File] = l.SHA256
		}
	}
	if os.Getenv("GOGC") == "" {
		// What is in memory by now stays: collecting twice as often costs little and
		// keeps a million articles below 2 GB.
		defer debug.SetGCPercent(debug.SetGCPercent(50))
	}
	c, err := articles.Compare(x.options)
	if err != nil {
		return nil, err
	}
	for _, m := range c.Missing {
		fmt.Fprintf(stderr, "slant: warning: %s\n", m)
	}
	return c, nil
}

// studied is what the manifest says of the study; nil without one.
func (x *comparing) studied(c *compare.Comparison) *reports.Study {
	s := x.options.Study
	if s.File == "" {
		return nil
	}
	list := &reports.Study{File: x.study, SHA256: s.SHA256, StoriesSHA256: s.StoriesSHA256, Locked: s.Locked}
	for _, d := range c.Deviations {
		list.Deviations = append(list.Deviations, strings.Join([]string{d.Field, "was", d.Was + ",", "is", d.Is}, " "))
	}
	return list
}
