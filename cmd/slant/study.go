package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"slant/analysis/compare"
)

func studyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "study",
		Short: "Write down what is to be compared, before the numbers are known",
		Long: `A study file says which outlets, period, actors and metrics are compared, what is
too small a difference to matter, and which tests are adjusted for each other. A
report prints its hash and calls exploratory whatever the study does not declare.
Lock it before the first run: what changes afterwards is shown as a deviation.`,
		Example: "  slant study init study.yaml",
	}
	c.AddCommand(
		&cobra.Command{
			Use:     "init FILE",
			Short:   "Write an example with a comment on every field",
			Example: "  slant study init study.yaml",
			Args:    cobra.ExactArgs(1),
			RunE:    func(c *cobra.Command, args []string) error { return initStudy(args[0], c.OutOrStdout()) },
		},
		&cobra.Command{
			Use:     "check FILE",
			Short:   "Look for mistakes, and print the hash",
			Example: "  slant study check study.yaml",
			Args:    cobra.ExactArgs(1),
			RunE:    func(c *cobra.Command, args []string) error { return checkStudy(args[0], c.OutOrStdout()) },
		},
		&cobra.Command{
			Use:   "lock FILE",
			Short: "Write down what the study says today",
			Long: `lock writes FILE.lock: the day, the hash, and the study itself. Keep it beside the
study; publish it, or have somebody else keep a copy, to show that it was there
before the results.`,
			Example: "  slant study lock study.yaml",
			Args:    cobra.ExactArgs(1),
			RunE:    func(c *cobra.Command, args []string) error { return lockStudy(args[0], c.OutOrStdout()) },
		})
	return c
}

func initStudy(path string, stdout io.Writer) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already; choose another name", path)
	} else if err != nil {
		return fmt.Errorf("cannot write the study: %w", err)
	}
	_, err = f.WriteString(compare.StudyExample)
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cannot write the study: %w", err)
	}
	fmt.Fprintf(stdout, "%s: edit it, then run slant study check %s\n", path, path)
	return nil
}

func checkStudy(path string, stdout io.Writer) error {
	s, err := compare.LoadStudy(path)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: no mistakes\nsha256 %s\n", path, s.SHA256)
	if s.StoriesSHA256 != "" {
		fmt.Fprintf(stdout, "sha256 %s of %s\n", s.StoriesSHA256, s.Stories)
	}
	if s.Locked == "" {
		fmt.Fprintln(stdout, "not locked")
		return nil
	}
	fmt.Fprintf(stdout, "locked on %s\n", s.Locked)
	for _, d := range s.Deviations {
		fmt.Fprintf(stdout, "deviation: %s was %s, is %s\n", d.Field, d.Was, d.Is)
	}
	return nil
}

func lockStudy(path string, stdout io.Writer) error {
	s, err := compare.LoadStudy(path)
	if err != nil {
		return err
	}
	if err := s.Lock(time.Now()); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s.lock: locked on %s\nsha256 %s\n", path, s.Locked, s.SHA256)
	return nil
}
