package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"slant": main})
}

// TestScripts runs what a user can type: testdata/script/*.txtar.
func TestScripts(t *testing.T) {
	corpus, err := filepath.Abs("../../testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"compress": compress},
		Setup: func(e *testscript.Env) error {
			e.Setenv("CORPUS", corpus)
			return nil
		},
	})
}

// compress is the command of scripts that packs a file as FILE.gz: a machine with
// nothing but Go has no gzip.
func compress(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: compress FILE")
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+".gz"), packed.Bytes(), 0o666))
}

// TestSameBytes runs the main job on the sample corpus with one worker and with
// eight, twice each: every file must come out the same.
func TestSameBytes(t *testing.T) {
	var want map[string]string
	for _, workers := range []string{"1", "8", "1", "8"} {
		dir := filepath.Join(t.TempDir(), "report")
		var stdout, stderr bytes.Buffer
		args := []string{"run", "../../testdata/corpus", "-o", dir, "--workers", workers}
		if code := run(args, strings.NewReader(""), &stdout, &stderr); code != 0 {
			t.Fatalf("slant %s: exit %d: %s", strings.Join(args, " "), code, stderr.String())
		}
		got := files(t, dir)
		if want == nil {
			want = got
			for _, name := range []string{"report.html", "report.md", "records.jsonl", "manifest.json"} {
				if want[name] == "" {
					t.Errorf("%s is missing or empty", name)
				}
			}
			continue
		}
		if d := cmp.Diff(names(want), names(got)); d != "" {
			t.Fatalf("with %s workers other files come out: %s", workers, d)
		}
		for _, name := range names(want) {
			if want[name] != got[name] {
				t.Errorf("%s differs with %s workers", name, workers)
			}
		}
	}
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		out[filepath.ToSlash(name)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func names(files map[string]string) []string {
	var out []string
	for name := range files {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
