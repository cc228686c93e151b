package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

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
		news         string
		newsWords    int
		dev          []string
		every        int
	)
	c := &cobra.Command{
		Use:   "train TREEBANK...",
		Short: "Fit weights to treebanks (.conllu, .conllu.gz), word vectors and unlabelled news",
		Long: `Fit weights to treebanks and word vectors. With --news, teachers are trained first, to OUTPUT.teacher1 and so on;
one that is there already is used as it is. The trees that most of them give to the news are learnt beside the
treebanks.`,
		Example: `  trainparser train --vectors vectors-64.gob --news outlet_panel.jsonl.gz --dev en_ewt-ud-dev.conllu.gz \
    -o analysis/language/parse/weights/english.bin \
    en_ewt-ud-train.conllu.gz en_gum_permissive-ud-train.conllu.gz`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			log := c.ErrOrStderr()
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
			// fit trains with o and keeps the weights at path.
			fit := func(path string, n *train.News, o train.Options) error {
				_, err := train.Train(sentences, v, n, o, log, func(epoch int, m *parse.Model) error {
					if epoch%every != 0 && epoch != o.Epochs {
						return nil
					}
					data := m.Encode()
					file := path
					if epoch < o.Epochs {
						file += ".unfinished"
					}
					if err := renameio.WriteFile(file, data, 0o644); err != nil {
						return err
					}
					return report(log, data, held)
				})
				return err
			}
			if news == "" {
				return fit(out, nil, o)
			}
			texts, err := train.ReadNews(news)
			if err != nil {
				return err
			}
			n := &train.News{Texts: texts, Words: newsWords * o.Epochs}
			for i, teacher := range train.Teachers() {
				path := fmt.Sprintf("%s.teacher%d", out, i+1)
				if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
					if err := fit(path, nil, teacher); err != nil {
						return err
					}
				}
				p, err := load(path)
				if err != nil {
					return err
				}
				n.Parsers = append(n.Parsers, p)
			}
			return fit(out, n, o)
		},
	}
	f := c.Flags()
	f.StringVar(&vectors, "vectors", "", "word vectors: a gob of the words and a gob of their vectors")
	f.StringVarP(&out, "output", "o", "", "weights file to write")
	f.StringVar(&news, "news", "", "unlabelled articles to learn from as well: JSON lines with a field \"text\"")
	f.IntVar(&newsWords, "news-words", 300000, "words of news in an epoch")
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

// report writes how weights do on a treebank held out.
func report(log io.Writer, data []byte, held []conllu.Sentence) error {
	if len(held) == 0 {
		return nil
	}
	p, err := parse.Read(data)
	if err != nil {
		return err
	}
	s := measureTrees(p, held)
	_, err = fmt.Fprintf(log, "  held out: LAS %.2f, UAS %.2f, XPOS %.2f, UPOS %.2f; %d bytes\n", s.las(), s.uas(), s.xpos(), s.upos(), len(data))
	return err
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
