package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"slant/analysis/runs"
	"slant/lexicons"
)

func actorsCommand() *cobra.Command {
	var (
		r     reading
		least int
	)
	c := &cobra.Command{
		Use:   "actors CORPUS...",
		Short: "Propose an actor file: who a corpus names that no list holds",
		Long: `actors reads a corpus and proposes an actor file (YAML): persons, organisations,
groups and places that its articles name and that no list holds yet, with their
probable other names, how often they are mentioned, and up to three sentences
each. Edit it, then give it to --actors of the other commands.

The fields of an actor:
  id        lower-case words joined by hyphens, once in the file
  name      the usual name
  type      state, organisation, person, group or place
  part_of   id of the actor that it speaks or acts for, also a built-in one
  nation    id of the state that it comes from without speaking for it
  aliases   other names; demonyms and metonyms likewise
  roles     of a person: what news calls him again ("senator", "secretary of state")
  capital   a place that stands for it when it speaks or acts
  regex     Go regular expressions, for what a name cannot say`,
		Example: "  slant actors testdata/corpus --min 3 >actors.yaml",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := r.open(args, c.InOrStdin()); err != nil {
				return err
			}
			gazetteer, err := lexicons.Actors(lexicons.Builtin(), "en/actors")
			if err != nil {
				return err
			}
			lists := gazetteer.Lists
			for _, file := range r.options.ActorFiles {
				list, err := lexicons.ActorFile(file)
				if err != nil {
					return err
				}
				lists = append(lists, list)
			}
			p := newProposal(lists)
			err = r.scan(c.ErrOrStderr(), func(x runs.Result) error {
				p.add(x)
				return nil
			})
			if err != nil {
				return err
			}
			if err := p.write(c.OutOrStdout(), least); err != nil {
				return fmt.Errorf("cannot write the actor file: %w", err)
			}
			return r.verdict(c.ErrOrStderr())
		},
	}
	r.flags(c)
	c.Flags().IntVar(&least, "min", 2, "leave out actors with fewer mentions in all")
	return c
}
