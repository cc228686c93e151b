package events

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

// TestCases reads the case files: a text, and a line for each event in it.
//
//	form class/lemma "span" agent > patient by path, count, fact, voice
//
// The path stands where the patient is known otherwise than by its own words,
// "also" where it is a further patient of the act before. An agent in brackets is
// not stated: it is the doer to whom the rest of the text points.
// What is not stated is "-"; a count of 0, an asserted fact and the outlet's
// voice are not shown. "figure of a source" says that the count is attributed.
// Cases marked "find wrong" have an answer that is not the right one.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, c *datadriven.TestData) string {
			if c.Cmd != "find" {
				c.Fatalf(t, "unknown command %q; write find", c.Cmd)
			}
			d, found := find(t, nil, c.Input)
			var b strings.Builder
			for _, e := range found {
				fmt.Fprintf(&b, "%s %s/%s %q %s > %s", e.Form, e.Class, e.Lemma, d.Text(e.Span), agentOf(&e), orNone(e.Patient))
				if e.PatientPath != "" {
					b.WriteString(" by " + e.PatientPath)
				}
				if e.Also {
					b.WriteString(" also")
				}
				if e.Count > 0 {
					fmt.Fprintf(&b, ", %d", e.Count)
				}
				if e.FigureAttributed {
					b.WriteString(", figure of a source")
				}
				if e.Fact != "asserted" {
					b.WriteString(", " + e.Fact)
				}
				if e.Voice.Kind != "outlet" {
					b.WriteString(", " + e.Voice.Kind)
				}
				b.WriteByte('\n')
			}
			if b.Len() == 0 {
				return "none"
			}
			return b.String()
		})
	})
}

func orNone(id string) string {
	if id == "" {
		return "-"
	}
	return id
}

func agentOf(e *Event) string {
	if e.Agent == "" && e.Doer != "" {
		return "(" + e.Doer + ")"
	}
	return orNone(e.Agent)
}
