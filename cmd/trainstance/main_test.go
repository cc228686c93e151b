package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slant/analysis/stance"
)

// line is an article of one sentence about somebody whom it marks, with a label.
func line(id int, name, sentence string, label int) string {
	return fmt.Sprintf(`{"id": "a%d", "text": "%s %s", "mentions": [{"start": 0, "end": %d, "actor": "%s", "label": %d}]}`,
		id, name, sentence, len(name), strings.ToLower(name), label)
}

// articles writes articles whose labels are those of their words, and lines that
// follow them, and returns the file.
func articles(t *testing.T, n int, more ...string) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		name := []string{"Ruiz", "Okafor", "Lindqvist", "Marchetti"}[i/3%4]
		what := []string{"failed again on Monday.", "spoke to voters on Monday.", "rescued forty workers."}[i%3]
		b.WriteString(line(i, name, what, i%3-1) + "\n")
	}
	for _, l := range more {
		b.WriteString(l + "\n")
	}
	path := filepath.Join(t.TempDir(), "labelled.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// call runs the command and returns what it printed.
func call(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	if got := run(args, &out, &err); got != want {
		t.Fatalf("trainstance %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, want, err.String())
	}
	return out.String(), err.String()
}

func TestTrain(t *testing.T) {
	path := articles(t, 600)
	out := filepath.Join(t.TempDir(), "evidence.json")
	told, _ := call(t, 0, "-o", out, path)
	for _, want := range []string{"ridge 1: log loss 0.", "ridge 100: log loss ", "600 portrayals, ", "macro-F1 1.000; F1 of negative 1.000, neutral 1.000, positive 1.000"} {
		if !strings.Contains(told, want) {
			t.Errorf("no %q in\n%s", want, told)
		}
	}
	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var m stance.Model
	if err := json.Unmarshal(written, &m); err != nil {
		t.Fatal(err)
	}
	for i, name := range stance.FeatureNames() {
		if i >= len(m.Weights) || m.Weights[i].Feature != name {
			t.Fatalf("the weight of %q is not number %d", name, i)
		}
		if w := m.Weights[i]; name == "tone of what it does, bad" && w.Negative <= w.Positive {
			t.Errorf("bad deeds count %v for a negative portrayal and %v for a positive one", w.Negative, w.Positive)
		}
	}

	// The same input gives the same bytes, in a file and on standard output.
	if again, _ := call(t, 0, path); again != told+string(written) {
		t.Error("a second fit says something else")
	}
	// A mention without a label is none.
	none := `{"id": "b", "text": "Ruiz slept.", "mentions": [{"start": 0, "end": 4, "actor": "ruiz"}]}`
	if other, _ := call(t, 0, articles(t, 600, none)); other != told+string(written) {
		t.Error("a mention without a label counts")
	}
}

func TestTrainRefuses(t *testing.T) {
	dir := t.TempDir()
	const like = "a line should be like " + proper
	for _, c := range []struct {
		name string
		path string
		want []string
	}{
		{"no file", filepath.Join(dir, "none.jsonl"), []string{"none.jsonl", "no such file"}},
		{"no JSON", articles(t, 3, "Ruiz lied."), []string{"labelled.jsonl:4: ", "invalid character", like}},
		{"no id", articles(t, 1, `{"text": "Ruiz lied."}`), []string{"labelled.jsonl:2: id or text is missing", like}},
		{"no actor", articles(t, 0, line(1, "", "Nobody lied.", -1)), []string{"labelled.jsonl:1: a mention has no actor", like}},
		{"mention outside", articles(t, 0, strings.Replace(line(1, "Ruiz", "lied.", -1), `"end": 4`, `"end": 40`, 1)),
			[]string{"labelled.jsonl:1: the mention of ruiz is at bytes 0 to 40 of a text of 10", like}},
		{"label of no class", articles(t, 6, line(7, "Ruiz", "lied.", 2)), []string{"labelled.jsonl:7: the label of ruiz is 2, not -1, 0 or 1", like}},
		{"few", articles(t, 30), []string{"labelled.jsonl: 30 labelled portrayals are too few to fit anything; give it some thousands"}},
		{"two classes", articles(t, 0, strings.ReplaceAll(contents(t, articles(t, 600)), `"label": 1`, `"label": 0`)),
			[]string{"labelled.jsonl: none of ", " examples is positive; give it some of each kind"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := filepath.Join(dir, "evidence.json")
			_, stderr := call(t, 1, "-o", out, c.path)
			for _, want := range append(c.want, "trainstance: ") {
				if !strings.Contains(stderr, want) {
					t.Errorf("no %q in %q", want, stderr)
				}
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("weights are written all the same")
			}
		})
	}
	for _, args := range [][]string{{}, {"a", "b"}, {"-ridge", "1", "a"}} {
		if _, stderr := call(t, 2, args...); !strings.Contains(stderr, "usage: trainstance") {
			t.Errorf("%q: %q", args, stderr)
		}
	}
}

func contents(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}
