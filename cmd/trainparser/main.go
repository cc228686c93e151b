// Command trainparser fits the tagger and parser that slant carries to treebanks
// in CoNLL-U, and measures them. Only developers of slant run it.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:           "trainparser",
		Short:         "Fit the tagger and parser to treebanks, and measure them",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.AddCommand(trainCommand(), evalCommand(), speedCommand())
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	if err := root.Execute(); err != nil {
		fmt.Fprintln(stderr, "trainparser:", err)
		return 1
	}
	return 0
}
