package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"slant/analysis/language/parse"
)

func evalCommand() *cobra.Command {
	var weights string
	c := &cobra.Command{
		Use:   "eval TREEBANK...",
		Short: "Measure tagger and parser on treebanks, one figure a line",
		Long: `Measure trees and tags for the words of the treebanks, and sentences and tokens for their plain text.
LAS compares heads and relations without subtypes, as the CoNLL shared tasks do; "LAS with subtypes" and
the figures by relation compare them with subtypes.`,
		Example: `  trainparser eval en_ewt-ud-dev.conllu.gz`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			p, err := load(weights)
			if err != nil {
				return err
			}
			sentences, err := readAll(paths)
			if err != nil {
				return err
			}
			out := c.OutOrStdout()
			s := measureTrees(p, sentences)
			fmt.Fprintf(out, "LAS %.2f\n", s.las())
			fmt.Fprintf(out, "UAS %.2f\n", s.uas())
			fmt.Fprintf(out, "XPOS %.2f\n", s.xpos())
			fmt.Fprintf(out, "UPOS %.2f\n", s.upos())
			fmt.Fprintf(out, "lemmas %.2f\n", s.lemma())
			fmt.Fprintf(out, "LAS with subtypes %.2f\n", s.full())
			r := measureRaw(sentences)
			fmt.Fprintf(out, "sentences F1 %.2f\n", r.sentences.f1())
			fmt.Fprintf(out, "tokens F1 %.2f\n", r.tokens.f1())
			for _, h := range s.relations {
				fmt.Fprintf(out, "%s P %.1f R %.1f F1 %.1f n %d\n", h.relation, h.precision(), h.recall(), h.f1(), h.gold)
			}
			return nil
		},
	}
	c.Flags().StringVar(&weights, "weights", "", "weights file to measure, in place of the one that slant carries")
	return c
}

// load reads a weights file, or the one that slant carries when path is empty.
func load(path string) (*parse.Parser, error) {
	if path == "" {
		return parse.Load()
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	p, err := parse.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}
