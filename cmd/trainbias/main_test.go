package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"slant/analysis/wording"
)

// labelled writes sentences of which those with loaded words are called biased,
// and lines that follow them, and returns the file.
func labelled(t *testing.T, sentences int, more ...string) string {
	t.Helper()
	var b strings.Builder
	for i := range sentences {
		who := []string{"mayor", "senator", "minister", "bishop", "governor"}[i/2%5]
		what := []string{"spoke to %d workers on Monday.", "brutally attacked %d helpless workers."}[i%2]
		fmt.Fprintf(&b, `{"text": "The %s %s", "biased": %t}`+"\n", who, fmt.Sprintf(what, i+2), i%2 == 1)
	}
	for _, line := range more {
		b.WriteString(line + "\n")
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
		t.Fatalf("trainbias %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, want, err.String())
	}
	return out.String(), err.String()
}

func TestTrain(t *testing.T) {
	path := labelled(t, 200)
	out := filepath.Join(t.TempDir(), "bias.json")
	told, _ := call(t, 0, "-o", out, path)
	for _, want := range []string{"200 sentences, ", "macro-F1 1.000, accuracy 1.000, AUC 1.000", "tenth  1: predicted 0.", "tenth 10: predicted "} {
		if !strings.Contains(told, want) {
			t.Errorf("no %q in\n%s", want, told)
		}
	}
	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var m wording.BiasModel
	if err := json.Unmarshal(written, &m); err != nil {
		t.Fatal(err)
	}
	for i, name := range wording.FeatureNames() {
		if i >= len(m.Weights) || m.Weights[i].Feature != name {
			t.Fatalf("the weight of %q is not number %d", name, i)
		}
		if m.Weights[i].Weight < 0 && name == "heaviest finding" {
			t.Errorf("loaded words count %v, though all such sentences are called biased", m.Weights[i].Weight)
		}
	}

	// The same input gives the same bytes, in a file and on standard output.
	again, _ := call(t, 0, path)
	if again != told+string(written) {
		t.Error("a second fit says something else")
	}
	weaker, _ := call(t, 0, "-ridge", "1000", path)
	if weaker == again {
		t.Error("the penalty changes nothing")
	}
}

func TestTrainRefuses(t *testing.T) {
	dir := t.TempDir()
	const proper = `a line should be like {"text": "one sentence", "biased": true}`
	for _, c := range []struct {
		name string
		path string
		want []string
	}{
		{"no file", filepath.Join(dir, "none.jsonl"), []string{"none.jsonl", "no such file"}},
		{"no JSON", labelled(t, 3, "The mayor spoke."), []string{"labelled.jsonl:4: ", "invalid character", proper}},
		{"no label", labelled(t, 1, `{"text": "The mayor spoke."}`), []string{"labelled.jsonl:2: text or biased is missing", proper}},
		{"no text", labelled(t, 0, `{"biased": true}`), []string{"labelled.jsonl:1: text or biased is missing", proper}},
		{"label of another kind", labelled(t, 0, `{"text": "The mayor spoke.", "biased": "yes"}`), []string{"labelled.jsonl:1: ", "biased", proper}},
		{"few", labelled(t, 20), []string{"labelled.jsonl: 20 sentences are too few to fit anything; give it some hundreds"}},
		{"one class", labelled(t, 0, strings.Repeat(`{"text": "The mayor spoke.", "biased": false}`+"\n", 199)+`{"text": "The mayor met workers.", "biased": false}`),
			[]string{"labelled.jsonl: none of ", " examples is biased; give it some of each kind"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := filepath.Join(dir, "bias.json")
			_, stderr := call(t, 1, "-o", out, c.path)
			for _, want := range append(c.want, "trainbias: ") {
				if !strings.Contains(stderr, want) {
					t.Errorf("no %q in %q", want, stderr)
				}
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("weights are written all the same")
			}
		})
	}
	if _, stderr := call(t, 1, "-o", filepath.Join(dir, "no/such/bias.json"), labelled(t, 100)); !strings.Contains(stderr, "no/such/bias.json") {
		t.Errorf("a folder that is not there: %q", stderr)
	}
	for _, args := range [][]string{{}, {"a", "b"}, {"-ridge", "strong", "a"}} {
		if _, stderr := call(t, 2, args...); stderr == "" {
			t.Errorf("%q is accepted without a word", args)
		}
	}
}
