package reports

import (
	"testing"

	"slant/analysis/wording"
)

func TestConsists(t *testing.T) {
	parts := []wording.Part{
		{Name: wording.Base, Share: -1}, {Name: "names", Share: 0.11}, {Name: "labels", Share: 0.9}, {Name: "length", Share: -0.5},
		{Name: "numbers", Share: -0.3}, {Name: "adverbs", Share: 0.2}, {Name: "short", Share: 0.1},
	}
	want := "any sentence −1.0, labels +0.9, length −0.5, numbers −0.3, adverbs +0.2, the rest +0.2"
	if got := consists(parts); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := consists(nil); got != "" {
		t.Errorf("got %q for a record that does not tell", got)
	}
}
