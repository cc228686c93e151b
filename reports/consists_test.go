package reports

import (
	"testing"

	"slant/analysis/stance"
	"slant/analysis/wording"
)

func TestConsists(t *testing.T) {
	parts := ofBias([]wording.Part{
		{Name: wording.Base, Share: -1}, {Name: "names", Share: 0.11}, {Name: "labels", Share: 0.9}, {Name: "length", Share: -0.5},
		{Name: "numbers", Share: -0.3}, {Name: "adverbs", Share: 0.2}, {Name: "short", Share: 0.1},
	})
	want := "any sentence −1.0, labels +0.9, length −0.5, numbers −0.3, adverbs +0.2, the rest +0.2"
	if got := consists(parts, 5); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := consists(nil, 5); got != "" {
		t.Errorf("got %q for a record that does not tell", got)
	}
	presented := ofPortrayal([]stance.Part{
		{What: stance.Base, Share: 0.424}, {Word: "let\n down", What: "says what the actor does", Share: -2.27}, {What: "in a question", Share: -0.02}, {What: "in the title", Share: 0.01},
	})
	want = "“let down” (says what the actor does) −2.3, any sentence +0.4, in a question 0.0, the rest 0.0"
	if got := consists(presented, 3); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
