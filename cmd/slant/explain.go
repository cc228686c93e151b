package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"slant/analysis"
	"slant/analysis/corpus"
	"slant/reports"
)

func explainCommand() *cobra.Command {
	var (
		id, page string
		options  analysis.Options
		jsonl    bool
	)
	c := &cobra.Command{
		Use:   "explain ARTICLE",
		Short: "Show one article with everything that was found in it, and why",
		Long: `explain analyses one article and shows it marked: who speaks, which words are
loaded and about whom, who does what to whom, and the reason for every mark; which
sentences read as biased, which present an actor well or ill, and what that rests on.

ARTICLE is a text file (its first line is the title), a JSONL file, of which --id
names the article unless there is only one, or - for standard input, which may be
either. The marked text goes to standard output, in colour on a terminal, or with
--html to a page that opens from disk.`,
		Example: "  slant explain testdata/corpus/liberty-beacon.jsonl --id beacon-strike --html strike.html",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			article, err := oneArticle(args[0], id, jsonl, c.InOrStdin())
			if err != nil {
				return err
			}
			analyzer, err := analysis.New(options)
			if err != nil {
				return err
			}
			explanation, err := reports.Explain(analyzer.Analyze(article), article.Text)
			if err != nil {
				return err
			}
			if page == "" {
				width, colour := terminal(c.OutOrStdout())
				if err := explanation.Text(c.OutOrStdout(), width, colour); err != nil {
					return fmt.Errorf("cannot write the article: %w", err)
				}
				return nil
			}
			html, err := explanation.HTML("")
			if err != nil {
				return err
			}
			if err := renameio.WriteFile(page, html, 0o666); err != nil {
				return fmt.Errorf("cannot write to %s: %w", page, bare(err))
			}
			return nil
		},
	}
	c.Flags().StringVar(&id, "id", "", "id of the article, where there are several")
	c.Flags().StringVar(&page, "html", "", "file to write as a page instead")
	c.Flags().BoolVar(&jsonl, "jsonl", false, "read the file as JSONL, whatever its name")
	c.Flags().StringArrayVar(&options.Lexicons, "lexicon", nil, "folder of lists (words, choices, …) that lies over the built-in ones; may be repeated")
	c.Flags().StringArrayVar(&options.ActorFiles, "actors", nil, "actor file (YAML) that adds to the built-in actors; may be repeated")
	c.Flags().StringVar(&options.Annotator, "annotator", "slant", "who reads tokens, sentences and tags: slant, or prose for a second reading")
	return c
}

// oneArticle reads the article that is meant: the one of that id or, without an
// id, the only one.
func oneArticle(path, id string, jsonl bool, stdin io.Reader) (*corpus.Article, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder; name a file in it", path)
	}
	inputs, _, err := corpus.Find([]string{path}, jsonl)
	if err != nil {
		return nil, err
	}
	if path == "-" {
		b := bufio.NewReader(stdin)
		inputs[0].Format = formatOf(b, jsonl)
		stdin = b
	}
	reader := &corpus.Reader{Inputs: inputs, Stdin: stdin}
	var found *corpus.Article
	var others []string
	var firstBad error
	for a, err := range reader.Articles() {
		var bad *corpus.BadArticle
		switch {
		case errors.As(err, &bad) && bad.ID != "" && bad.ID == id:
			return nil, bad
		case err != nil:
			if firstBad == nil {
				firstBad = err
			}
		case id != "" && a.ID == id:
			return a, nil
		case id == "" && found == nil:
			found = a
			others = append(others, a.ID)
		case len(others) < 5:
			others = append(others, a.ID)
		default:
			others = append(others[:5], "…")
		}
	}
	switch {
	case found != nil && len(others) == 1:
		return found, nil
	case len(others) > 0 && id != "":
		return nil, fmt.Errorf("%s holds no article %q; it holds %s", path, id, strings.Join(others, ", "))
	case len(others) > 0:
		return nil, fmt.Errorf("%s holds several articles; name one with --id: %s", path, strings.Join(others, ", "))
	case firstBad != nil:
		return nil, firstBad
	}
	return nil, fmt.Errorf("%s holds no article", path)
}

// formatOf tells JSONL, plain or compressed, from a text by its beginning.
func formatOf(b *bufio.Reader, jsonl bool) corpus.Format {
	start, _ := b.Peek(512)
	start = bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\ufeff")), " \t\r\n")
	if jsonl || bytes.HasPrefix(start, []byte("{")) || bytes.HasPrefix(start, []byte{0x1f, 0x8b}) {
		return corpus.JSONL
	}
	return corpus.Text
}

// terminal gives the width to write in, and whether in colour: on a terminal
// only, and not where the user has asked for none (https://no-color.org).
func terminal(w io.Writer) (width int, colour bool) {
	const usual, widest = 80, 100
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return usual, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		width = usual
	}
	return min(width, widest), os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// bare is a file error without the path, which the message has already.
func bare(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
