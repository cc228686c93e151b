package main

import (
	"bufio"
	"fmt"

	"github.com/spf13/cobra"

	"slant/analysis/record"
	"slant/analysis/runs"
)

func scanCommand() *cobra.Command {
	var r reading
	c := &cobra.Command{
		Use:   "scan CORPUS...",
		Short: "Analyse articles and print one record (JSON) for each, in input order",
		Long: `scan analyses articles and prints one record for each on standard output, as one
line of JSON, in the order of the input. docs/record.md describes the record.

A CORPUS is a text file (its first line is the title), a JSONL file with one
article a line (plain or gzip), a folder of these, or - for JSONL on standard
input.`,
		Example: "  slant scan --jsonl - <articles.jsonl >records.jsonl",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := r.open(args, c.InOrStdin()); err != nil {
				return err
			}
			out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
			err := r.scan(c.ErrOrStderr(), func(x runs.Result) error {
				line, err := record.Marshal(x.Record)
				if err != nil {
					return fmt.Errorf("article %q: %w", x.Article.ID, err)
				}
				if _, err := out.Write(line); err != nil {
					return fmt.Errorf("cannot write records: %w", err)
				}
				return nil
			})
			if err != nil {
				return err
			}
			if err := out.Flush(); err != nil {
				return fmt.Errorf("cannot write records: %w", err)
			}
			return r.verdict(c.ErrOrStderr())
		},
	}
	r.flags(c)
	return c
}
