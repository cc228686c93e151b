package main

import (
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"slant/analysis"
	"slant/analysis/corpus"
	"slant/analysis/runs"
)

// reading is how a command reads a corpus: the flags that run and scan share,
// and what they make of them.
type reading struct {
	jsonl     bool
	strict    bool
	keepGoing bool
	workers   int
	options   analysis.Options

	analyzer   *analysis.Analyzer
	reader     *corpus.Reader
	passedOver []string
	bad        []*corpus.BadArticle
}

func (r *reading) flags(c *cobra.Command) {
	f := c.Flags()
	f.BoolVar(&r.jsonl, "jsonl", false, "read every file as JSONL, whatever its name")
	f.BoolVar(&r.strict, "strict", false, "exit with 1 when an article is bad")
	f.BoolVar(&r.keepGoing, "keep-going", true, "report bad articles as warnings and analyse the rest")
	f.IntVar(&r.workers, "workers", runtime.GOMAXPROCS(0), "articles to analyse at a time")
	f.StringArrayVar(&r.options.Lexicons, "lexicon", nil, "folder of lists (words, choices, …) that lies over the built-in ones; may be repeated")
	f.StringArrayVar(&r.options.ActorFiles, "actors", nil, "actor file (YAML) that adds to the built-in actors; may be repeated")
	f.StringVar(&r.options.Annotator, "annotator", "slant", "who reads tokens, sentences and tags: slant, or prose for a second reading")
	c.MarkFlagsMutuallyExclusive("strict", "keep-going")
}

// open finds the corpus and prepares the analysis.
func (r *reading) open(paths []string, stdin io.Reader) error {
	if r.workers < 1 {
		return fmt.Errorf("--workers %d: at least one is needed", r.workers)
	}
	inputs, passedOver, err := corpus.Find(paths, r.jsonl)
	if err != nil {
		return err
	}
	r.reader = &corpus.Reader{Inputs: inputs, Stdin: stdin}
	r.passedOver = passedOver
	r.analyzer, err = analysis.New(r.options)
	return err
}

// scan analyses the corpus and passes each good result to emit in order; bad
// articles become warnings on stderr and are kept in r.bad.
func (r *reading) scan(stderr io.Writer, emit func(runs.Result) error) error {
	show, finish := r.progress(stderr)
	defer finish()
	done := 0
	return runs.Scan(r.reader.Articles(), r.analyzer.Analyze, r.workers, func(x runs.Result) error {
		done++
		show(done)
		if x.Bad != nil {
			finish()
			r.bad = append(r.bad, x.Bad)
			fmt.Fprintf(stderr, "slant: warning: %v\n", x.Bad)
			return nil
		}
		return emit(x)
	})
}

// verdict is the error that bad articles are under --strict.
func (r *reading) verdict(stderr io.Writer) error {
	if !r.strict && r.keepGoing || len(r.bad) == 0 {
		return nil
	}
	fmt.Fprintf(stderr, "slant: %d of the articles could not be analysed; mend or remove them, or run without --strict\n", len(r.bad))
	return errReported
}

// progress returns what shows how many articles are done, on a terminal only,
// and what clears it.
func (r *reading) progress(stderr io.Writer) (show func(int), finish func()) {
	file, ok := stderr.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return func(int) {}, func() {}
	}
	bar := progressbar.NewOptions64(r.reader.Size(),
		progressbar.OptionSetWriter(stderr),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100_000_000),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true),
	)
	show = func(done int) {
		bar.Describe(fmt.Sprintf("%d articles", done))
		_ = bar.Set64(r.reader.Done()) // a terminal that is gone is no reason to stop
	}
	return show, func() { _ = bar.Clear() }
}
