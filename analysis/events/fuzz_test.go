package events

import (
	"strings"
	"testing"
)

// FuzzFind finds events in whatever text there is: it does not fail, every span
// lies in the text, and what belongs together stands together.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "killed", "The dead.", "At least 14 dead in market blast",
		"Russian shelling killed nine people in Kherson, Ukraine said.",
		"\"They killed 20 of us,\" she said. By whom? By Hamas. In Gaza and Israel.",
		"Twelve were killed when Russia, which Ukraine says shelled Kharkiv, bombed, burned and left dead dozens of 1,2,3 people",
		"after an attack by by by killed of of",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 || strings.Count(text, "\n") > 50 {
			t.Skip("long texts make fuzzing slow")
		}
		d, found := find(t, nil, text)
		for i, e := range found {
			if e.Start < 0 || e.End > len(text) || e.Start >= e.End {
				t.Fatalf("span %d to %d outside the text of %d bytes", e.Start, e.End, len(text))
			}
			if !strings.Contains(d.Text(e.Span), d.Tokens[e.Predicate].Word) && e.Form != Nominal && !strings.ContainsAny(d.Text(e.Span), "’“”‘\u00ad") {
				t.Errorf("%q does not hold its predicate %q", d.Text(e.Span), d.Tokens[e.Predicate].Word)
			}
			if e.Also && (i == 0 || found[i-1].Predicate != e.Predicate) {
				t.Errorf("%q is told also, but of nothing before it", d.Text(e.Span))
			}
			if (e.PatientPath == "") != (e.Because == "") || e.PatientPath != "" && e.Patient == "" {
				t.Errorf("patient %q by %q because %q", e.Patient, e.PatientPath, e.Because)
			}
			if e.Doer != "" && e.Agent != "" {
				t.Errorf("agent %s and doer %s", e.Agent, e.Doer)
			}
			if e.Agent != "" && e.Agent == e.Patient {
				t.Errorf("%s does it to itself", e.Agent)
			}
		}
	})
}
