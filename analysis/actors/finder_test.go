package actors

import (
	"errors"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"slant/analysis/language"
	"slant/lexicons"
)

const talks = "Russian diplomat Vera Sokolova met Hamas leaders in Moscow. Sokolova said Moscow would help, and she thanked the Palestinian movement."

// The index of an article that nobody has read knows nobody and breaks nothing.
func TestZeroIndex(t *testing.T) {
	var x Index
	if x.At(0) != -1 || x.Of(0, 3) != "" || x.Type("russia") != "" || x.Chain("russia") != nil {
		t.Error("the zero index knows somebody")
	}
}

func TestIndex(t *testing.T) {
	doc := language.Read("", talks, nil)
	found, index := finder(t).Find(doc, nil, nil)
	for phrase, want := range map[string]string{
		"Russian diplomat Vera Sokolova": "vera-sokolova",
		"Moscow would":                   "russia",
		"in Moscow":                      "moscow",
		"the Palestinian movement":       "hamas",
		"she":                            "vera-sokolova",
	} {
		first, last := tokensOf(doc, phrase)
		if got := index.Of(first, last); got != want {
			t.Errorf("%q means %q, want %q", phrase, got, want)
		}
	}
	for i := range doc.Tokens {
		if n := index.At(i); n >= len(found) {
			t.Fatalf("At(%d) = %d of %d actors", i, n, len(found))
		}
	}
	if diff := cmp.Diff([]string{"irgc", "iran"}, index.Chain("quds-force")); diff != "" {
		t.Error("chain of the Quds Force: ", diff)
	}
	if diff := cmp.Diff([]string{"russia"}, index.Chain("vera-sokolova")); diff != "" {
		t.Error("chain of a person of the text: ", diff)
	}
	if got := index.Type("moscow") + " " + index.Type("iran") + " " + index.Type("nobody"); got != "place state " {
		t.Errorf("types %q", got)
	}
}

// The name finder is slow: sentences in which every name is known must not ask it.
func TestNamesAskedRarely(t *testing.T) {
	doc := language.Read("Moscow talks", talks+" He left. Nobody in Wexcombe knew Quarl Vestrin, and later Vestrin was gone.", nil)
	var asked []int
	finder(t).Find(doc, nil, func(s int) []language.Name {
		asked = append(asked, s)
		return nil
	})
	if diff := cmp.Diff([]int{len(doc.Sentences) - 1}, asked); diff != "" {
		t.Error(diff)
	}
}

func TestConcurrentUse(t *testing.T) {
	f := finder(t)
	doc := language.Read("", talks, nil)
	want, _ := f.Find(doc, nil, nil)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				if got, _ := f.Find(doc, nil, nil); !cmp.Equal(want, got) {
					t.Error("the same document gave another answer")
				}
			}
		})
	}
	wait.Wait()
}

func TestOwnListNamesNobody(t *testing.T) {
	g, err := gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	_, err = NewFinder(g, &lexicons.ActorList{File: "own.yaml", Actors: []lexicons.Actor{{ID: "a", Name: "A", Type: "group", PartOf: "atlantis"}}})
	var e *lexicons.Error
	if !errors.As(err, &e) || e.File != "own.yaml" {
		t.Errorf("got %v, want an *Error about own.yaml", err)
	}
}

func FuzzFind(f *testing.F) {
	find := finder(f)
	f.Add("Talks in Moscow", talks, 0, 7)
	f.Add("", "“The U.S.-led (R-Ohio) – al-Qaeda’s” O'Brien, 45, of the The, said", 3, 9)
	f.Add("THE", "Mr. Mr Mr's the the of of - - ' ' Dr Union of and Union (ABC) (", 1, 60)
	f.Add("", "İstanbul'un Élysée\u00a0Palace\u00adﬁ ŁÓDŹ 北京", 0, 200)
	f.Fuzz(func(t *testing.T, title, body string, start, end int) {
		if !utf8.ValidString(title) || !utf8.ValidString(body) || len(body) > 4000 {
			t.Skip("articles are valid UTF-8; long ones make fuzzing slow")
		}
		doc := language.Read(title, body, nil)
		given := []Given{{start, end, "someone"}, {start, end + 2, "russia"}}
		found, index := find.Find(doc, given, nil)
		check(t, doc, found, index)
		for i := range doc.Tokens {
			index.Of(max(0, i-3), i)
		}
	})
}
