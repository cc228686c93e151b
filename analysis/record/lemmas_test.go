package record_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/voice"
	"slant/lexicons"
)

func TestOwnLemmas(t *testing.T) {
	cues, err := lexicons.Cues(lexicons.Builtin(), "en/cues")
	if err != nil {
		t.Fatal(err)
	}
	d := language.Read("Dockers strike", "Dockers walked out in 2023. Two dockers walked home. “We are cheated,” the union said.", nil)
	got := record.OwnLemmas(d, voice.NewReader(cues).Read(d, new(actors.Index)))
	want := record.Lemmas{
		{"docker", 2}, {"home", 1}, {"in", 1}, {"out", 1}, {"say", 1}, {"the", 1}, {"two", 1}, {"union", 1}, {"walk", 2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	line, err := record.Marshal(&record.Record{Lemmas: got[:2]})
	if err != nil || !strings.Contains(string(line), `"lemmas":{"docker":2,"home":1}`) {
		t.Errorf("%s, %v", line, err)
	}
	r, err := record.Line{Text: line}.Record()
	if err != nil || !cmp.Equal(r.Lemmas, got[:2]) {
		t.Errorf("%v, %v", r, err)
	}
}
