package reports

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"slant/analysis/compare"
	"slant/analysis/record"
)

// goldenPlots are the figures of the sample corpus that are held byte for byte: one
// of every sort.
var goldenPlots = []string{
	"contrasts-loaded", "contrasts-loaded-kinds-1", "rates-loaded", "swarm-loaded", "words-liberty-beacon", "portrayals", "portrayal-bars-1",
	"voices", "stances", "curve-loaded",
}

// goldenRows is how many rows of a table are held, so that a person can read the
// difference; the number of the others is held too.
const goldenRows = 25

// TestGoldenCorpus holds the tables and figures of the sample corpus, as they come
// from the records in testdata/corpus: it is a test of the statistics and the
// report, which changes of the analysis leave alone. UPDATE=1 rewrites what is
// held: read the difference. The records are those of
//
//	slant scan testdata/corpus --jsonl - | gzip -n9 > reports/testdata/corpus/records.jsonl.gz
func TestGoldenCorpus(t *testing.T) {
	golden := filepath.Join("testdata", "corpus")
	got := map[string]string{}
	for name, data := range written(t, sampleCorpus(t, golden)) {
		stem, ext := strings.TrimSuffix(path.Base(name), path.Ext(name)), path.Ext(name)
		switch {
		case path.Dir(name) == "tables" && ext == ".csv":
			got[name] = firstRows(data)
		case path.Dir(name) == "plots" && ext == ".svg" && slices.Contains(goldenPlots, stem):
			got[name] = data
		}
	}
	if os.Getenv("UPDATE") != "" {
		for _, folder := range []string{"tables", "plots"} {
			if err := os.RemoveAll(filepath.Join(golden, folder)); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Join(golden, folder), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		for name, data := range got {
			if err := os.WriteFile(filepath.Join(golden, name), []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := files(t, golden)
	delete(want, "records.jsonl.gz")
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s was not written", name)
		}
	}
	for name := range got {
		if got[name] != want[name] {
			t.Errorf("%s differs from testdata/corpus (UPDATE=1 rewrites it):\n%s", name, firstChange(want[name], got[name]))
		}
	}
}

// sampleCorpus is the report of the records of the sample corpus.
func sampleCorpus(t *testing.T, dir string) *Report {
	t.Helper()
	bodies := map[string]string{}
	texts, err := filepath.Glob("../testdata/corpus/*.jsonl")
	if err != nil || len(texts) == 0 {
		t.Fatal("there is no sample corpus")
	}
	for _, file := range texts {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			var a struct{ ID, Text string }
			if err := json.Unmarshal([]byte(line), &a); err != nil {
				t.Fatal(err)
			}
			bodies[a.ID] = a.Text
		}
	}
	f, err := os.Open(filepath.Join(dir, "records.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	plain, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var articles compare.Corpus
	sample := NewSample(1, 3)
	for line, err := range record.Lines(plain, "records.jsonl.gz") {
		if err != nil {
			t.Fatal(err)
		}
		r, err := line.Record()
		if err != nil {
			t.Fatal(err)
		}
		articles.Add(compare.Count(r))
		sample.Add(r, bodies[r.ID])
	}
	c, err := articles.Compare(compare.Options{Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return &Report{Comparison: c, Drawn: sample.Drawn(c), Manifest: Manifest{Seed: 1}}
}

// firstRows keeps the first lines of a table.
func firstRows(csv string) string {
	lines := strings.SplitAfter(csv, "\n")
	if len(lines) <= goldenRows+2 {
		return csv
	}
	return strings.Join(lines[:goldenRows+1], "") + fmt.Sprintf("… %d more lines\n", len(lines)-goldenRows-2)
}

// firstChange shows the first line that differs.
func firstChange(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("line %d was  %.300s\nand is now %.300s", i+1, x, y)
		}
	}
	return ""
}
