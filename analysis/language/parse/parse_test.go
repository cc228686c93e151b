package parse_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"slant/analysis/language/parse"
)

func load(t testing.TB) *parse.Parser {
	t.Helper()
	p, err := parse.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// relations shows a tree as "dependent<relation<head" for the given words.
func relations(sentence []string, words []parse.Word) []string {
	var out []string
	for i, w := range words {
		head := "-"
		if w.Head >= 0 {
			head = sentence[w.Head]
		}
		out = append(out, sentence[i]+"<"+w.Relation+"<"+head)
	}
	return out
}

func TestGrammarThatSlantAsksFor(t *testing.T) {
	p := load(t)
	for _, c := range []struct{ sentence, want string }{
		{"The village was shelled by rebels on Monday .", "village<nsubj:pass<shelled was<aux:pass<shelled rebels<obl:agent<shelled by<case<rebels"},
		{"Officials said that the talks had failed .", "Officials<nsubj<said failed<ccomp<said that<mark<failed talks<nsubj<failed"},
		{"Israel's army chief resigned .", "chief<nsubj<resigned"},
		{"The minister , a former soldier , denied the brutal attack .", "minister<nsubj<denied soldier<appos<minister attack<obj<denied brutal<amod<attack"},
		{"Protesters who had gathered in Cairo were arrested .", "Protesters<nsubj:pass<arrested gathered<acl:relcl<Protesters Cairo<obl<gathered"},
		{"The president 's critics called him a liar .", "president<nmod:poss<critics critics<nsubj<called"},
	} {
		sentence := strings.Fields(c.sentence)
		got := relations(sentence, p.Parse([][]string{sentence})[0])
		for _, want := range strings.Fields(c.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%s\n  want %s\n  got  %s", c.sentence, want, strings.Join(got, " "))
			}
		}
	}
}

// check fails unless the words make one tree.
func check(t *testing.T, sentence []string, words []parse.Word) {
	t.Helper()
	if len(words) != len(sentence) {
		t.Fatalf("%d words for %d", len(words), len(sentence))
	}
	roots := 0
	for i, w := range words {
		if w.Head < 0 {
			roots++
		}
		if (w.Head < 0) != (w.Relation == "root") || w.Relation == "" || w.UPOS == "" || w.XPOS == "" {
			t.Errorf("word %d is %+v", i, w)
		}
		at := i
		for range words {
			if at < 0 {
				break
			}
			at = words[at].Head
		}
		if at >= 0 {
			t.Fatalf("word %d does not lead to the root", i)
		}
	}
	if len(words) > 0 && roots != 1 {
		t.Errorf("%d roots", roots)
	}
}

func TestEverySentenceHasOneTree(t *testing.T) {
	p := load(t)
	long := strings.Fields(strings.Repeat("he said that the army , which had left , came back ; ", 60))
	for _, sentence := range [][]string{
		{}, {"."}, {"!", "!", "?"}, {"Yes"}, {""}, {"\xff\xfe", "\x00"},
		strings.Fields("THE ARMY KILLED TEN CIVILIANS"),
		strings.Fields("Army Kills Ten , Says UN"),
		strings.Fields("( ( ( ) ) )"),
		strings.Fields(strings.Repeat("word ", 1000)),
		long,
	} {
		check(t, sentence, p.Parse([][]string{sentence})[0])
	}
	words := p.Parse([][]string{long})[0]
	joints := 0
	for _, w := range words {
		if w.Relation == "parataxis" {
			joints++
		}
	}
	if joints < len(long)/130 {
		t.Errorf("a sentence of %d words has %d parts joined by parataxis", len(long), joints)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("The army left . They came back .")
	f.Add("a ” b ’s \x80 don't ...")
	p := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		sentence := strings.Split(text, " ")
		check(t, sentence, p.Parse([][]string{sentence})[0])
	})
}

// A sentence has one tree, whatever it is parsed with, by whom and how often.
func TestParseDoesNotDependOnCompany(t *testing.T) {
	p := load(t)
	alone := make([]string, len(sample))
	for i, s := range sample {
		alone[i] = fmt.Sprint(p.Parse([][]string{s})[0])
	}
	var wait sync.WaitGroup
	for n := range 4 {
		wait.Go(func() {
			var sentences [][]string
			for range 10 * (n + 1) {
				sentences = append(sentences, sample...)
			}
			for i, words := range p.Parse(sentences) {
				if got := fmt.Sprint(words); got != alone[i%len(sample)] {
					t.Errorf("in company: %s\nalone: %s", got, alone[i%len(sample)])
					return
				}
			}
		})
	}
	wait.Wait()
}

func TestTagsAreThoseOfParse(t *testing.T) {
	p := load(t)
	tags, trees := p.Tags(sample), p.Parse(sample)
	for i := range sample {
		for j, w := range tags[i] {
			if w.Head != -1 || w.Relation != "" {
				t.Errorf("Tags gave a tree: %+v", w)
			}
			if w.XPOS != trees[i][j].XPOS || w.UPOS != trees[i][j].UPOS {
				t.Errorf("%q: Tags says %v, Parse %v", sample[i][j], w, trees[i][j])
			}
		}
	}
}

func TestReadRefusesDamage(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("slant parser 1\n"), []byte("slant parser 1\n\xff\xff\xff\xff1234")} {
		if _, err := parse.Read(data); err == nil {
			t.Errorf("Read(%q) gave no error", data)
		}
	}
}

func TestNormal(t *testing.T) {
	for form, want := range map[string]string{
		"Moscow": "moscow", "n’t": "n't", "”": `"`, "``": `"`, "’": "'", "1,200": "!NUM", "2023": "!YEAR", "3.5": "!NUM",
		"...": "...", "F-16": "f-16", "": "",
	} {
		if got := parse.Normal(form); got != want {
			t.Errorf("Normal(%q) = %q, want %q", form, got, want)
		}
	}
}
