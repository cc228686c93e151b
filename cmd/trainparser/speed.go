package main

import (
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"slant/analysis/language/lemma"
	"slant/analysis/language/parse"
	"slant/analysis/language/parse/train"
	"slant/analysis/language/tokenise"
)

func speedCommand() *cobra.Command {
	var weights string
	var articles int
	c := &cobra.Command{
		Use:   "speed NEWS",
		Short: "Measure speed and memory on articles, on one core",
		Long: `Read the articles of a file of JSON lines on one core: their bytes only, then their tokens and sentences, then
tags and lemmas, then trees as well. Ratios are times in relation to tokens and sentences.`,
		Example: `  trainparser speed outlet_panel.jsonl.gz`,
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
			start := time.Now()
			p, err := load(weights)
			if err != nil {
				return err
			}
			loaded := time.Since(start)
			texts, err := train.ReadNews(args[0])
			if err != nil {
				return err
			}
			texts = texts[:min(articles, len(texts))]
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)

			sum := byte(0)
			bytes := 0
			reading := timed(func() {
				for _, text := range texts {
					for i := range len(text) {
						sum += text[i]
					}
					bytes += len(text)
				}
			})
			words := 0
			tokenising := timed(func() {
				for _, text := range texts {
					words += len(tokenise.Text(text, nil).Tokens)
				}
			})
			tagging := timed(func() { annotate(texts, p.Tags) })
			parsing := timed(func() { annotate(texts, p.Parse) })
			runtime.ReadMemStats(&after)
			out := c.OutOrStdout()
			line := func(what string, took time.Duration) {
				fmt.Fprintf(out, "%s: %.0f words/s, ratio %.2f\n", what, float64(words)/took.Seconds(), took.Seconds()/tokenising.Seconds())
			}
			fmt.Fprintf(out, "%d articles, %d words, %d bytes (sum %d)\n", len(texts), words, bytes, sum)
			line("bytes", reading)
			line("tokens and sentences", tokenising)
			line("tags and lemmas", tagging)
			line("trees and lemmas", parsing)
			fmt.Fprintf(out, "parser loaded in %v\n", loaded.Round(100*time.Microsecond))
			fmt.Fprintf(out, "heap beyond the texts: %.0f MB at the end, obtained from the system: %.0f MB\n",
				float64(after.HeapAlloc-min(before.HeapAlloc, after.HeapAlloc))/1e6, float64(after.Sys-before.Sys)/1e6)
			return nil
		},
	}
	c.Flags().StringVar(&weights, "weights", "", "weights file to measure, in place of the one that slant carries")
	c.Flags().IntVar(&articles, "articles", 500, "articles to read, at most")
	return c
}

func timed(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

// annotate does what the language stage does with articles.
func annotate(texts []string, grammar func([][]string) [][]parse.Word) {
	for _, text := range texts {
		r := tokenise.Text(text, nil)
		forms := make([]string, len(r.Tokens))
		for i, t := range r.Tokens {
			forms[i] = tokenise.Form(text[t.Start:t.End])
		}
		sentences := make([][]string, len(r.Sentences))
		for i, s := range r.Sentences {
			sentences[i] = forms[s.First:s.Last]
		}
		for i, words := range grammar(sentences) {
			for j, w := range words {
				lemma.Of(strings.ToLower(sentences[i][j]), w.XPOS)
			}
		}
	}
}
