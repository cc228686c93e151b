package clause_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// TestPassives reads the case files: a text, and for each passive in it the
// verb, who undergoes it and who does it, "-" where nobody is told.
func TestPassives(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, c *datadriven.TestData) string {
			d := language.Read("", c.Input, nil)
			word := func(i int) string {
				if i < 0 {
					return "-"
				}
				return d.Tokens[i].Word
			}
			var b strings.Builder
			for _, p := range clause.Passives(d) {
				fmt.Fprintf(&b, "%s: %s by %s\n", word(p.Verb), word(p.Patient), word(p.Agent))
			}
			if b.Len() == 0 {
				return "none"
			}
			return b.String()
		})
	})
}
