package stance

import (
	"slices"
	"testing"

	"slant/lexicons"
)

// TestExamples reads the example sentences of the lexicon, each with its own
// group alone.
func TestExamples(t *testing.T) {
	groups, err := lexicons.Stances(lexicons.Builtin(), "en/stances")
	if err != nil {
		t.Fatal(err)
	}
	sentences, missed := 0, 0
	for i := range groups {
		g := &groups[i]
		det := NewDetector(groups[i : i+1])
		for _, s := range slices.Concat(g.Good, g.Bad) {
			sentences++
			d, found, _ := find(t, det, s)
			fires := slices.ContainsFunc(found, func(x Stance) bool { return x.Explicit })
			if g.Construction == "tone" {
				fires = len(det.tonesOf(d, nil, nil, nil, nil)) > 0
			}
			if good := slices.Contains(g.Good, s); good != fires {
				missed++
				t.Errorf("%s: %q: fires %v, want %v: %+v", g.Rule, s, fires, good, found)
			}
		}
	}
	t.Logf("%d sentences in %d groups, %d wrong", sentences, len(groups), missed)
}
