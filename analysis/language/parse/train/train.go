// Package train fits the tagger and parser of package parse to treebanks. Only
// its developers run it, by cmd/trainparser.
package train

import (
	"fmt"
	"io"
	"math/rand"
	"slices"
	"sync"
	"time"

	"slant/analysis/language/conllu"
	"slant/analysis/language/parse"
)

// Options say how to train. Same options and same data give the same weights to
// the bit on one machine, whatever the number of processors.
type Options struct {
	Size      parse.Size
	Epochs    int
	Batch     int     // words in a batch
	Rate      float64 // of learning, at its highest
	Drop      float64 // share of cells dropped between layers
	DropInput float64 // share of embeddings dropped
	Vectors   int     // words that have a vector, at most
	Seed      int64
}

// Default returns the options that the shipped weights were trained with.
func Default() Options {
	return Options{
		Size:   parse.Size{Word: 64, Affix: 32, Shape: 16, Cells: 192, Layers: 3, TagLayer: 2, Arc: 128, Label: 128},
		Epochs: 20, Batch: 1000, Rate: 0.003, Drop: 0.3, DropInput: 0.15, Vectors: 50000, Seed: 4,
	}
}

// Teachers returns the options of the parsers that judge news for Default, the
// best first.
func Teachers() []Options {
	var all []Options
	for _, seed := range []int64{2, 3, 1} {
		o := Default()
		o.Seed, o.Epochs = seed, 24
		if seed == 1 {
			o.Size.Cells = 128
		}
		all = append(all, o)
	}
	return all
}

// News is unlabelled text that other parsers judge, to be learnt from beside
// treebanks: self-training.
type News struct {
	Parsers []*parse.Parser
	Texts   []string
	Words   int // to judge in all; each epoch learns from an equal part of them
}

// Train fits a model to the sentences and, unless nil, to news. After each epoch it writes a line to log
// and calls checkpoint, unless nil, with the model so far: the running mean of
// the weights, which is what is used. The model is valid during the call only.
func Train(sentences []conllu.Sentence, vectors *Vectors, news *News, o Options, log io.Writer, checkpoint func(epoch int, m *parse.Model) error) (*parse.Model, error) {
	o.Size.Vector = len(vectors.Values[0])
	v := newVocabulary(sentences, vectors, o.Vectors, o.Size)
	n := newNetwork(v.model, v.vectors, v.counts, o)
	a := &adam{params: n.params}
	var tapes [shards]*tape
	for s := range tapes {
		tapes[s] = newTape(s, o.Seed*100+int64(s))
	}
	rng := rand.New(rand.NewSource(o.Seed))
	words := 0
	for _, s := range sentences {
		words += len(s.Tokens)
	}
	start := time.Now()
	var judged []*example
	if news != nil {
		judged = v.judged(news, rand.New(rand.NewSource(o.Seed+1)))
		n := 0
		for _, e := range judged {
			n += len(e.words)
		}
		words += n / o.Epochs
		fmt.Fprintf(log, "%d sentences, %d words of news judged in %v\n", len(judged), n, time.Since(start).Round(time.Second))
	}
	steps := o.Epochs * (words/o.Batch + 1)
	fmt.Fprintf(log, "%d sentences, %d words; vocabulary %d, %d with vectors; %d tags, %d relations\n",
		len(sentences), words, v.model.Learnt, v.model.Both+len(v.model.Words)-v.model.Learnt, len(v.model.Tags), len(v.model.Relations))
	for epoch := 1; epoch <= o.Epochs; epoch++ {
		var total score
		examples := v.examples(vary(sentences, rng))
		examples = append(examples, judged[len(judged)*(epoch-1)/o.Epochs:len(judged)*epoch/o.Epochs]...)
		for _, batch := range batches(examples, o.Batch, rng) {
			total.add(n.learnBatch(&tapes, batch))
			a.step(rate(o.Rate, a.steps, steps))
			switch {
			case a.steps == warmUp:
				a.average(1)
			case a.steps > warmUp && a.steps%4 == 0:
				a.average(averageShare)
			}
		}
		share := func(n int) float64 { return 100 * float64(n) / float64(total.words) }
		fmt.Fprintf(log, "epoch %d, %v: loss %.3f, right arcs %.2f, relations %.2f, tags %.2f\n", epoch, time.Since(start).Round(time.Second),
			total.loss/float64(total.words), share(total.arcs), share(total.relations), share(total.tags))
		n.take()
		if checkpoint != nil {
			if err := checkpoint(epoch, v.model); err != nil {
				return nil, err
			}
		}
	}
	return v.model, nil
}

// averageShare is how far the mean of the weights moves every four steps.
const averageShare = 0.008

// warmUp is the number of steps in which the rate rises.
const warmUp = 300

// rate rises to its highest value, then falls in a line to zero.
func rate(highest float64, step, steps int) float32 {
	r := highest * max(0, 1-float64(step)/float64(steps))
	if step < warmUp {
		r *= float64(step+1) / warmUp
	}
	return float32(r)
}

// learnBatch learns from the shards of a batch side by side.
func (n *network) learnBatch(tapes *[shards]*tape, batch []*example) score {
	words := 0
	for _, e := range batch {
		words += len(e.words)
	}
	var parts [shards][]*example
	for i, e := range batch {
		parts[i%shards] = append(parts[i%shards], e)
	}
	var scores [shards]score
	var wait sync.WaitGroup
	for s, part := range parts {
		if len(part) > 0 {
			wait.Go(func() { scores[s] = n.learn(tapes[s], part, 1/float32(words)) })
		}
	}
	wait.Wait()
	var total score
	for _, s := range scores {
		total.add(s)
	}
	return total
}

// take copies the mean weights to the model.
func (n *network) take() {
	n.model.Weights = make([][]float32, len(n.params))
	for i, p := range n.params {
		n.model.Weights[i] = slices.Clone(p.mean)
	}
}
