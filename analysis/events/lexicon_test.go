package events

import (
	"slices"
	"testing"

	"slant/lexicons"
)

// TestExamples reads the example sentences of the lexicon, each with its own
// group alone.
func TestExamples(t *testing.T) {
	groups, sets, err := lexicons.Events(lexicons.Builtin(), "en/events")
	if err != nil {
		t.Fatal(err)
	}
	sentences, missed := 0, 0
	for i := range groups {
		g := &groups[i]
		det := NewDetector(groups[i:i+1], sets)
		for _, s := range slices.Concat(g.Good, g.Bad) {
			sentences++
			_, found := find(t, det, s)
			if good := slices.Contains(g.Good, s); good != (len(found) > 0) {
				missed++
				t.Errorf("%s: %q: fires %v, want %v: %+v", g.Rule, s, len(found) > 0, good, found)
			}
		}
	}
	t.Logf("%d sentences in %d groups, %d wrong", sentences, len(groups), missed)
}
