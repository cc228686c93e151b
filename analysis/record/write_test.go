package record_test

import (
	"encoding/json"
	"strings"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/record"
	"slant/analysis/wording"
)

func TestMarshal(t *testing.T) {
	line, err := record.Marshal(&record.Record{
		ID: "a", Title: "A & B <c>", Actors: []actors.Actor{{ID: "b"}, {ID: "a"}},
		Findings: []wording.Finding{{Weight: 0.1 + 0.2, Polarity: -0.00000001}},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := string(line)
	for _, want := range []string{
		`{"schema":"slant/1","id":"a"`, `"title":"A & B <c>"`, `"events":[]`, `"frames":[]`, `"excluded":[]`, `"weight":0.3,"polarity":0,`,
		`"actors":[{"id":"a","name":"","type":"","part_of":"","mentions":[]},{"id":"b"`, "}\n",
	} {
		if !strings.Contains(s, want) {
			t.Errorf("%s is not in %s", want, s)
		}
	}
	if strings.Contains(s, "null,") && !strings.Contains(s, `"target":null`) {
		t.Errorf("a list is null in %s", s)
	}
	// What is read back is written as the same bytes.
	n := 0
	for l, err := range record.Lines(strings.NewReader(s+"\n"+s), "f") {
		if err != nil {
			t.Fatal(err)
		}
		n++
		r, err := l.Record()
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := record.Marshal(r); string(again) != s {
			t.Errorf("%s became %s", s, again)
		}
	}
	if n != 2 {
		t.Errorf("%d records, want 2", n)
	}
}

func TestReadRefuses(t *testing.T) {
	good, _ := json.Marshal(map[string]string{"schema": record.Schema})
	for input, want := range map[string]string{
		`{"schema":"slant/9"}`:           `f:1: this record has the schema "slant/9" and this slant reads "slant/1"; scan the corpus again with this version`,
		string(good) + "\n{\"id\":\"a\"": "f:2: this is no record of slant: unexpected end of JSON input",
		`{"text":"an article"}`:          `f:1: this record has the schema ""`,
	} {
		var got error
		n := 0
		for l, err := range record.Lines(strings.NewReader(input), "f") {
			if n++; err != nil {
				t.Fatal(err)
			}
			_, got = l.Record()
		}
		if got == nil || !strings.HasPrefix(got.Error(), want) {
			t.Errorf("%q gives %v after %d records, want %s", input, got, n, want)
		}
	}
}
