package main

import (
	"bytes"
	"encoding/gob"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the command and returns what it printed.
func call(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	if got := run(args, &out, &err); got != want {
		t.Fatalf("trainparser %s: exit status %d, want %d\n%s", strings.Join(args, " "), got, want, err.String())
	}
	return out.String(), err.String()
}

func lines(t *testing.T, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains("\n"+text, "\n"+w+"\n") {
			t.Errorf("no line %q in\n%s", w, text)
		}
	}
}

func TestEval(t *testing.T) {
	out, _ := call(t, 0, "eval", "testdata/tiny.conllu")
	lines(t, out, "LAS 100.00", "UAS 100.00", "XPOS 100.00", "UPOS 100.00", "lemmas 100.00", "LAS with subtypes 100.00",
		"sentences F1 100.00", "tokens F1 100.00",
		"nsubj P 100.0 R 100.0 F1 100.0 n 1", "nsubj:pass P 100.0 R 100.0 F1 100.0 n 1", "punct P 100.0 R 100.0 F1 100.0 n 2")
}

func TestEvalOfWhatIsNotThere(t *testing.T) {
	_, err := call(t, 1, "eval", "testdata/none.conllu")
	if !strings.Contains(err, "testdata/none.conllu") {
		t.Errorf("error %q does not name the file", err)
	}
	_, err = call(t, 1, "eval", "--weights", "main.go", "testdata/tiny.conllu")
	if !strings.Contains(err, "main.go: not a weights file") {
		t.Errorf("error %q", err)
	}
}

func writeVectors(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := gob.NewEncoder(f)
	for _, v := range []any{[]string{"the", "army"}, [][]float32{{1, 0}, {0, 1}}} {
		if err := out.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTrainThenEvalAndSpeed(t *testing.T) {
	dir := t.TempDir()
	vectors, weights, news := filepath.Join(dir, "v.gob"), filepath.Join(dir, "w.bin"), filepath.Join(dir, "n.jsonl")
	writeVectors(t, vectors)
	_, log := call(t, 0, "train", "--vectors", vectors, "-o", weights, "--epochs", "2", "--cells", "16", "--layers", "2",
		"--arc", "16", "--label", "16", "--dev", "testdata/tiny.conllu", "testdata/tiny.conllu")
	for _, want := range []string{"2 sentences, 11 words", "epoch 2", "held out: LAS"} {
		if !strings.Contains(log, want) {
			t.Errorf("no %q in the log:\n%s", want, log)
		}
	}
	out, _ := call(t, 0, "eval", "--weights", weights, "testdata/tiny.conllu")
	if !strings.HasPrefix(out, "LAS ") {
		t.Errorf("eval printed\n%s", out)
	}
	if err := os.WriteFile(news, []byte(`{"text": "The army left. It came back."}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, _ = call(t, 0, "speed", "--weights", weights, news)
	for _, want := range []string{"1 articles, 8 words", "bytes: ", "tokens and sentences: ", "trees and lemmas: ", "parser loaded in "} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}
