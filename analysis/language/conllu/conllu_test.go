package conllu

import (
	"strings"
	"testing"
)

const good = `# newdoc id = d
# sent_id = s1
# newpar
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
3.1	you	you	PRON	PRP	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = s2
# text = Yes
1	Yes	yes	INTJ	UH	_	0	root	_	_
`

func TestRead(t *testing.T) {
	s, err := Read(strings.NewReader(good))
	if err != nil {
		t.Fatal(err)
	}
	if len(s) != 2 || !s[0].NewDoc || !s[0].NewPar || s[0].ID != "s1" || s[0].Text != "Don't go." || s[1].NewDoc {
		t.Fatalf("sentences: %+v", s)
	}
	words := s[0].Tokens
	if len(words) != 4 || words[0].Surface != "Don't" || words[0].SurfaceWords != 2 || words[1].Surface != "" {
		t.Fatalf("words: %+v", words)
	}
	if words[0].SpaceAfter || !words[1].SpaceAfter || words[2].SpaceAfter {
		t.Errorf("spaces after: %v %v %v, want only the second", words[0].SpaceAfter, words[1].SpaceAfter, words[2].SpaceAfter)
	}
	if words[0].Head != 2 || words[2].Head != -1 || words[1].Lemma != "not" || words[1].Relation != "advmod" {
		t.Errorf("tree: %+v", words)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"1\ta\tb\n":                              "1: 3 columns",
		"# x\n2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n": "2: word number",
		"1\ta\ta\tX\tX\t_\tq\troot\t_\t_\n":      "1: bad head",
		"1\ta\ta\tX\tX\t_\t5\tdep\t_\t_\n\n":     "2: word 1",
		"2-1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n":       "1: bad range",
	} {
		_, err := Read(strings.NewReader(text))
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(good)
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, s := range s {
			for i, w := range s.Tokens {
				if w.Head >= len(s.Tokens) || w.Head < -1 {
					t.Errorf("word %d has head %d of %d", i, w.Head, len(s.Tokens))
				}
			}
		}
	})
}
