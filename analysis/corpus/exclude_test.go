package corpus

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestExclude runs the cases of testdata/exclude: a text, with title and author
// as arguments, and what is left out of it. UPDATE=1 rewrites what is expected.
func TestExclude(t *testing.T) {
	datadriven.RunTest(t, "testdata/exclude", func(t *testing.T, c *datadriven.TestData) string {
		a := &Article{Text: c.Input}
		for _, arg := range c.CmdArgs {
			value := strings.ReplaceAll(strings.Join(arg.Vals, " "), "_", " ")
			switch arg.Key {
			case "title":
				a.Title = value
			case "author":
				a.Author = value
			}
		}
		excluded, wire := Exclude(a)
		var b strings.Builder
		end := 0
		for _, x := range excluded {
			if x.Start < end || x.End > len(a.Text) || x.Start >= x.End {
				t.Fatalf("%s: the span %v is out of order or of range", c.Pos, x.Span)
			}
			end = x.End
			fmt.Fprintf(&b, "%s: %s\n", x.Reason, a.Text[x.Start:x.End])
		}
		if wire != "" {
			fmt.Fprintf(&b, "wire: %s\n", wire)
		}
		if b.Len() == 0 {
			return "none"
		}
		return b.String()
	})
}

func FuzzExclude(f *testing.F) {
	for _, s := range []string{"T\n\nBy Ann Lee\nPARIS (AFP) — Text.\n• Also read: More\n", "", "\n\n", "PARIS —", "By \xff"} {
		f.Add("T", s)
	}
	f.Fuzz(func(t *testing.T, title, text string) {
		excluded, _ := Exclude(&Article{Title: title, Text: text})
		end := 0
		for _, x := range excluded {
			if x.Start < end || x.Start >= x.End || x.End > len(text) {
				t.Fatalf("the span %v is out of order or of range in %q", x.Span, text)
			}
			end = x.End
		}
	})
}

func TestMain(m *testing.M) {
	if os.Getenv("UPDATE") != "" {
		os.Args = append(os.Args, "-rewrite")
	}
	os.Exit(m.Run())
}
