package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"slant/analysis"
	"slant/lexicons"
)

func lexiconCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "lexicon",
		Short: "Look into the lists of words, test your own, bring in those of other tools",
		Long: `Lists of words are YAML files, one idea a file, in folders for what they are about.
Those that slant has are part of the program; a folder of your own, given with
--lexicon to run, scan and explain, lies over them: a file in it is added, or takes
the place of one of the same name.`,
		Example: "  slant lexicon show murderous",
	}
	c.AddCommand(lexiconListCommand(), lexiconShowCommand(), lexiconTestCommand(), lexiconImportCommand())
	return c
}

func lexiconFlag(c *cobra.Command, folders *[]string) *cobra.Command {
	c.Flags().StringArrayVar(folders, "lexicon", nil, "folder of lists that lies over the built-in ones; may be repeated")
	return c
}

func lexiconListCommand() *cobra.Command {
	var folders []string
	return lexiconFlag(&cobra.Command{
		Use:     "list",
		Short:   "Print the lists of loaded words and choice sets, with their numbers of entries",
		Example: "  slant lexicon list --lexicon my-lists",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			all, err := lexicons.With(folders...)
			if err != nil {
				return err
			}
			return lexicons.Located(all, listLexicons(all, c.OutOrStdout()))
		},
	}, &folders)
}

func listLexicons(all fs.FS, out io.Writer) error {
	groups, sets, err := lexicons.Words(all, "en/words")
	if err != nil {
		return err
	}
	terms, err := lexicons.Choices(all, "en/choices", sets)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "list\tdetector\tcategory\tentries")
	entries := map[string]int{}
	var files []string
	row := map[string]string{}
	add := func(file, detector, category string, n int) {
		if entries[file] == 0 {
			files = append(files, file)
		}
		entries[file] += n
		row[file] = detector + "\t" + category
	}
	for _, g := range groups {
		add(strings.Replace(g.File, "en/", "words/", 1), g.List.Detector, g.List.Category, len(g.Words))
	}
	for _, g := range terms {
		add(strings.Replace(g.Set.File, "en/", "choices/", 1), "choices", strings.TrimSuffix(strings.TrimPrefix(g.Set.File, "en/"), ".yaml"), len(g.Terms))
	}
	total := 0
	for _, f := range files {
		fmt.Fprintf(t, "%s\t%s\t%d\n", f, row[f], entries[f])
		total += entries[f]
	}
	fmt.Fprintf(t, "%d lists\t\t\t%d\n", len(files), total)
	return t.Flush()
}

func lexiconShowCommand() *cobra.Command {
	var folders []string
	return lexiconFlag(&cobra.Command{
		Use:   "show WORD|LIST",
		Short: "Print the entries that hold a word, or a whole list",
		Long: `show prints every group of loaded words and every side of a choice set that holds a
word, with its conditions and its examples; or the source of a list that is named
as lexicon list names it: a start for one of your own.`,
		Example: "  slant lexicon show words/condemnation.yaml >my-lists/words/condemnation.yaml",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			all, err := lexicons.With(folders...)
			if err != nil {
				return err
			}
			if strings.HasSuffix(args[0], ".yaml") {
				src, err := fs.ReadFile(all, "en/"+filepath.ToSlash(args[0]))
				if err != nil {
					return fmt.Errorf("there is no list %s; slant lexicon list prints their names", args[0])
				}
				_, err = c.OutOrStdout().Write(src)
				return err
			}
			return lexicons.Located(all, showWord(all, strings.ToLower(args[0]), c.OutOrStdout()))
		},
	}, &folders)
}

// showWord prints the groups that hold a word as one of the words of an entry.
func showWord(all fs.FS, word string, out io.Writer) error {
	groups, sets, err := lexicons.Words(all, "en/words")
	if err != nil {
		return err
	}
	terms, err := lexicons.Choices(all, "en/choices", sets)
	if err != nil {
		return err
	}
	holds := func(entries []string) []string {
		return slices.DeleteFunc(slices.Clone(entries), func(e string) bool {
			return e != word && !slices.Contains(strings.FieldsFunc(e, func(r rune) bool { return strings.ContainsRune(" -|?:", r) }), word)
		})
	}
	shown := 0
	for _, g := range groups {
		if in := holds(g.Words); len(in) > 0 {
			shown++
			fmt.Fprintf(out, "%s: %s\n  %s, %s; polarity %+.1f, weight %.1f\n", strings.Replace(g.File, "en/", "words/", 1), strings.Join(in, ", "), g.List.Detector, g.List.Category, g.Polarity, g.Weight)
			showConditions(out, &g.Conditions, g.Reason, g.Good, g.Bad)
		}
	}
	for _, g := range terms {
		if in := holds(g.Terms); len(in) > 0 {
			shown++
			fmt.Fprintf(out, "%s: %s\n  side %s of the set %s: %s\n", strings.Replace(g.Set.File, "en/", "choices/", 1), strings.Join(in, ", "), g.Side, g.Set.Name, g.Set.About)
			showConditions(out, &g.Conditions, "", g.Good, g.Bad)
		}
	}
	if shown == 0 {
		return fmt.Errorf("no list holds %q; entries are dictionary forms, such as regime for regimes", word)
	}
	return nil
}

func showConditions(out io.Writer, c *lexicons.Conditions, reason string, good, bad []string) {
	line := func(name string, words ...string) {
		if words = slices.DeleteFunc(words, func(w string) bool { return w == "" }); len(words) > 0 {
			fmt.Fprintf(out, "  %s: %s\n", name, strings.Join(words, ", "))
		}
	}
	line("tag", c.Tag)
	line("relations", c.Relations...)
	line("heads", c.Heads...)
	line("not heads", c.NotHeads...)
	line("subjects", c.Subjects...)
	line("not subjects", c.NotSubjects...)
	line("objects", c.Objects...)
	line("not objects", c.NotObjects...)
	line("not before", c.NotBefore...)
	line("not after", c.NotAfter...)
	line("reason", reason)
	for _, s := range good {
		line("good", s)
	}
	for _, s := range bad {
		line("bad", s)
	}
}

func lexiconTestCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "test [FOLDER...]",
		Short: "Read the example sentences of all lists, those of your folders included",
		Long: `test reads the good and bad example sentences of the lists of words, choice sets,
events and stances, and prints those that do not hold. It exits with 1 when there are
any.`,
		Example: "  slant lexicon test my-lists",
		RunE: func(c *cobra.Command, folders []string) error {
			n, failures, err := analysis.Examples(analysis.Options{Lexicons: folders})
			if err != nil {
				return err
			}
			for _, f := range failures {
				should := "should be found in"
				if !f.Good {
					should = "should not be found in"
				}
				at := strings.TrimPrefix(f.File, "en/")
				if f.Line > 0 {
					at += ":" + strconv.Itoa(f.Line)
				}
				fmt.Fprintf(c.OutOrStdout(), "%s: the group of %q %s: %s\n", at, f.Group, should, f.Sentence)
			}
			if len(failures) > 0 {
				fmt.Fprintln(c.OutOrStdout(), "Correct the words or conditions of these groups, or the sentences.")
			}
			fmt.Fprintf(c.OutOrStdout(), "%d examples, %d wrong\n", n, len(failures))
			if len(failures) > 0 {
				return errReported
			}
			return nil
		},
	}
}

func lexiconImportCommand() *cobra.Command {
	var (
		format, out, detector string
		weight                float64
	)
	names, about := lexicons.Formats()
	var formats strings.Builder
	for i := range names {
		fmt.Fprintf(&formats, "  %-9s %s\n", names[i], about[i])
	}
	c := &cobra.Command{
		Use:   "import FILE -o FOLDER",
		Short: "Turn a word list of another tool into lists of slant",
		Long: `import reads a word list and writes a list of slant for each of its categories into
FOLDER/words, ready to edit: give groups conditions and examples, since a bare list
of words is seldom right in the news. Lists that are there already are kept. Entries
that slant cannot look for, such as emoticons, are left out and named with their lines.

Formats, told from the file unless --format names one:
` + formats.String(),
		Example: "  slant lexicon import anger.dic -o my-lists",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if !slices.Contains(lexicons.Detectors, detector) {
				return fmt.Errorf("there is no detector %q; name one of %s with --detector", detector, strings.Join(lexicons.Detectors, ", "))
			}
			if !(weight > 0 && weight <= 1) {
				return fmt.Errorf("the weight %g is not above 0 and up to 1; correct --weight", weight)
			}
			src, err := os.ReadFile(args[0])
			if err != nil {
				return fmt.Errorf("cannot read the word list: %w", err)
			}
			x, err := lexicons.Import(args[0], format, src)
			if err != nil {
				return err
			}
			folder := filepath.Join(out, "words")
			if err := os.MkdirAll(folder, 0o777); err != nil {
				return fmt.Errorf("cannot write to %s: %w", out, err)
			}
			// Look at all names first: nothing is written unless all can be.
			paths := make([]string, len(x.Lists))
			for i, l := range x.Lists {
				name := lexicons.Slug(strings.ReplaceAll(l.Category, ".", " "))
				if name == "" {
					return fmt.Errorf("%s: the category %q has no letter to name a list by; rename it", args[0], l.Category)
				}
				paths[i] = filepath.Join(folder, name+".yaml")
				if k := slices.Index(paths[:i], paths[i]); k >= 0 {
					return fmt.Errorf("%s: the categories %q and %q would share the list %s; rename one", args[0], x.Lists[k].Category, l.Category, name+".yaml")
				}
				if _, err := os.Stat(paths[i]); !errors.Is(err, fs.ErrNotExist) {
					return fmt.Errorf("%s exists already; remove it or choose another folder with -o", paths[i])
				}
			}
			for i, l := range x.Lists {
				list, err := l.YAML(detector, filepath.Base(args[0]), weight)
				if err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
				if err := renameio.WriteFile(paths[i], list, 0o644); err != nil {
					return fmt.Errorf("cannot write the list: %w", err)
				}
				fmt.Fprintf(c.OutOrStdout(), "%s: %d words (%s)\n", filepath.ToSlash(paths[i]), len(l.Words), x.Format)
			}
			for _, left := range x.LeftOut {
				fmt.Fprintf(c.ErrOrStderr(), "left out: %v\n", left)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVarP(&out, "out", "o", "", "folder of lists to write to")
	f.StringVar(&format, "format", "", "format of the file: "+strings.Join(names, ", "))
	f.StringVar(&detector, "detector", "wordchoice", "detector of the lists")
	f.Float64Var(&weight, "weight", 0.5, "weight of the words, above 0 and up to 1")
	_ = c.MarkFlagRequired("out") // fails only for a flag that is not there
	return c
}
