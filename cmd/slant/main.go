// Slant analyses bias and framing in English news.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// errReported ends a command whose failure has been told already.
var errReported = errors.New("reported")

// run executes one command line and returns its exit code: 0 when it worked, 1
// when it did not, 2 when the command line is wrong.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:   "slant",
		Short: "Analyse bias and framing in English news corpora",
		Long: `slant reads news articles and says, with evidence and honest uncertainty, which
words are loaded, in whose voice and about whom; who is quoted and how; who does
what to whom; and how outlets differ on the same stories.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	wrongUse := false
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		wrongUse = true
		return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
	})
	root.AddCommand(runCommand(), scanCommand(), reportCommand(), explainCommand(), studyCommand(), lexiconCommand(), actorsCommand())
	err := root.Execute()
	switch {
	case err == nil:
		return 0
	case !errors.Is(err, errReported):
		fmt.Fprintf(stderr, "slant: %v\n", err)
	}
	if wrongUse {
		return 2
	}
	return 1
}
