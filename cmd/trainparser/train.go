package main

import (
	"fmt"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"slant/analysis/language/conllu"
	"slant/analysis/language/parse"
	"slant/analysis/language/parse/train"
)

func trainCommand() *cobra.Command {
	var (
		o            = train.Default()
		vectors, out string
		dev          []string
		every        int
	)
	c := &cobra.Command{
		Use:   "train TREEBANK...",
		Short: "Fit weights to treebanks (.conllu, .conllu.gz) and word vectors",
		Example: `  trainparser train --vectors vectors-64.gob --dev en_ewt-ud-dev.conllu.gz \
    -o analysis/language/parse/weights/english.bin \
    en_ewt-ud-train.conllu.gz en_gum_permissive-ud-train.conllu.gz`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			sentences, err := readAll(paths)
			if err != nil {
				return err
			}
			v, err := train.ReadVectors(vectors)
			if err != nil {
				return err
			}
			held, err := readAll(dev)
			if err != nil {
				return err
			}
			_, err = train.Train(sentences, v, o, c.ErrOrStderr(), func(epoch int, m *parse.Model) error {
				if epoch%every != 0 && epoch != o.Epochs {
					return nil
				}
				data := m.Encode()
				if err := renameio.WriteFile(out, data, 0o644); err != nil {
					return err
				}
				if len(held) == 0 {
					return nil
				}
				p, err := parse.Read(data)
				if err != nil {
					return err
				}
				s := measureTrees(p, held)
				fmt.Fprintf(c.ErrOrStderr(), "  held out: LAS %.2f, UAS %.2f, XPOS %.2f, UPOS %.2f; %d bytes\n", s.las(), s.uas(), s.xpos(), s.upos(), len(data))
				return nil
			})
			return err
		},
	}
	f := c.Flags()
	f.StringVar(&vectors, "vectors", "", "word vectors: a gob of the words and a gob of their vectors")
	f.StringVarP(&out, "output", "o", "", "weights file to write")
	f.StringSliceVar(&dev, "dev", nil, "treebanks held out, to measure on while training")
	f.IntVar(&every, "every", 1, "write weights, and measure, after every so many epochs")
	f.IntVar(&o.Epochs, "epochs", o.Epochs, "passes over the treebanks")
	f.IntVar(&o.Batch, "batch", o.Batch, "words in a batch")
	f.Float64Var(&o.Rate, "rate", o.Rate, "highest rate of learning")
	f.Float64Var(&o.Drop, "drop", o.Drop, "share of cells dropped between layers")
	f.Float64Var(&o.DropInput, "drop-input", o.DropInput, "share of embeddings dropped")
	f.IntVar(&o.Vectors, "vector-words", o.Vectors, "words that have a vector, at most")
	f.Int64Var(&o.Seed, "seed", o.Seed, "seed of all random choices")
	f.IntVar(&o.Size.Cells, "cells", o.Size.Cells, "recurrent cells in each direction, a multiple of 16")
	f.IntVar(&o.Size.Layers, "layers", o.Size.Layers, "recurrent layers")
	f.IntVar(&o.Size.TagLayer, "tag-layer", o.Size.TagLayer, "recurrent layers that the tagger reads through")
	f.IntVar(&o.Size.Arc, "arc", o.Size.Arc, "width of the space in which words are matched with heads, a multiple of 16")
	f.IntVar(&o.Size.Label, "label", o.Size.Label, "width of the space in which relations are chosen, a multiple of 16")
	for _, name := range []string{"vectors", "output"} {
		if err := c.MarkFlagRequired(name); err != nil {
			panic(err) // the flag was defined above
		}
	}
	return c
}

// readAll reads treebanks one after the other.
func readAll(paths []string) ([]conllu.Sentence, error) {
	var all []conllu.Sentence
	for _, path := range paths {
		s, err := conllu.ReadFile(path)
		if err != nil {
			return nil, err
		}
		all = append(all, s...)
	}
	return all, nil
}
