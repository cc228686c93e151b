package stance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestCases reads the case files: a text, and what is found in it.
//
// After find stand its stances: source, polarity times strength, target, cue.
// After because stand their reasons, after present its portrayals: actor, label,
// role, polarity; after weigh what their polarities consist of. Cases marked
// "wrong" behind that have an answer that is not the right one.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, c *datadriven.TestData) string {
			_, stances, portrayals := find(t, nil, c.Input)
			var b strings.Builder
			switch c.Cmd {
			case "find":
				for _, s := range stances {
					fmt.Fprintf(&b, "%s %+.2f %s %q\n", s.Source, s.Polarity*s.Strength, s.Target, s.Cue)
				}
			case "because":
				for _, s := range stances {
					fmt.Fprintln(&b, s.Because)
				}
			case "present":
				for _, p := range portrayals {
					fmt.Fprintf(&b, "%s %s %s %+.2f\n", p.Actor, p.Label, p.Role, p.Polarity)
				}
			case "weigh":
				for _, p := range portrayals {
					for _, x := range p.Parts {
						fmt.Fprintf(&b, "%s %+.2f %q %s\n", p.Actor, x.Share, x.Word, x.What)
					}
				}
			default:
				c.Fatalf(t, "unknown command %q; write find, wrong, because, present or weigh", c.Cmd)
			}
			if b.Len() == 0 {
				return "none"
			}
			return b.String()
		})
	})
}
