package analysis

import (
	"os"
	"path/filepath"
	"testing"
)

// TestExamples runs what slant lexicon test runs on a folder of the user.
func TestExamples(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "words"), 0o777); err != nil {
		t.Fatal(err)
	}
	list := "detector: label\ncategory: person\ngroups:\n  - words: [quislet]\n    polarity: -1\n    weight: 0.9\n    good: [He is a quislet., He is a patriot.]\n    bad:\n      - The\n        quislets fled.\n"
	if err := os.WriteFile(filepath.Join(folder, "words", "own.yaml"), []byte(list), 0o666); err != nil {
		t.Fatal(err)
	}
	n, failures, err := Examples(Options{Lexicons: []string{folder}})
	if err != nil {
		t.Fatal(err)
	}
	if n < 800 {
		t.Errorf("%d examples, want those of the built-in lists as well", n)
	}
	want := []Failure{
		{filepath.Join(folder, "words", "own.yaml"), 7, "quislet", "He is a patriot.", true},
		{filepath.Join(folder, "words", "own.yaml"), 9, "quislet", "The quislets fled.", false},
	}
	if len(failures) != len(want) {
		t.Fatalf("failures %+v", failures)
	}
	for i, w := range want {
		if failures[i] != w {
			t.Errorf("got %+v, want %+v", failures[i], w)
		}
	}
}
