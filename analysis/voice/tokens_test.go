package voice

import (
	"testing"

	"pgregory.net/rapid"
)

// A tokenSet must hold what a plain set would after the same steps, in runs
// that are in order and do not touch.
func TestTokenSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var s tokenSet
		plain := map[int]bool{}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			first := rapid.IntRange(0, 40).Draw(t, "first")
			last := first + rapid.IntRange(0, 12).Draw(t, "more")
			step := rapid.SampledFrom([]string{"add", "add", "remove", "clip"}).Draw(t, "step")
			switch step {
			case "add":
				s.add(first, last)
			case "remove":
				s.remove(first, last)
			case "clip":
				s.clip(first, last)
			}
			for i := range 60 {
				within := first <= i && i <= last
				switch {
				case step == "add" && within:
					plain[i] = true
				case step == "remove" && within, step == "clip" && !within:
					delete(plain, i)
				}
			}
		}
		for i := range 60 {
			if s.has(i) != plain[i] {
				t.Fatalf("%v: has(%d) is %v", s, i, s.has(i))
			}
		}
		if s.size() != len(plain) {
			t.Fatalf("%v: size %d, want %d", s, s.size(), len(plain))
		}
		for i, r := range s {
			if r.first > r.last || i > 0 && r.first <= s[i-1].last+1 {
				t.Fatalf("%v: runs touch or are empty", s)
			}
		}
	})
}
