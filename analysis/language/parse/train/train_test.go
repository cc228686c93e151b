package train

import (
	"bytes"
	"io"
	"math"
	"math/rand"
	"strings"
	"testing"

	"slant/analysis/language/conllu"
	"slant/analysis/language/parse"
)

// tree makes a sentence of lines "form upos xpos head relation".
func tree(lines string) conllu.Sentence {
	var s conllu.Sentence
	for line := range strings.Lines(lines) {
		w := strings.Fields(line)
		head := int(w[3][0]-'0') - 1
		s.Tokens = append(s.Tokens, conllu.Token{Form: w[0], UPOS: w[1], XPOS: w[2], Head: head, Relation: w[4]})
	}
	return s
}

func treebank() []conllu.Sentence {
	kinds := []conllu.Sentence{
		tree("Dogs NOUN NNS 2 nsubj\nbark VERB VBP 0 root\n. PUNCT . 2 punct"),
		tree("The DET DT 2 det\ncat NOUN NN 3 nsubj\nsleeps VERB VBZ 0 root\n. PUNCT . 3 punct"),
		tree("She PRON PRP 2 nsubj\nsaw VERB VBD 0 root\nred ADJ JJ 4 amod\ncars NOUN NNS 2 obj"),
	}
	var all []conllu.Sentence
	for range 40 {
		all = append(all, kinds...)
	}
	return all
}

func vectors() *Vectors {
	return &Vectors{Words: []string{"the", "dogs", "zebra"}, Values: [][]float32{{1, 0, 0, 1}, {0, 1, 0, 1}, {0, 1, 1, 0}}}
}

func small() Options {
	return Options{
		Size:   parse.Size{Word: 8, Affix: 8, Shape: 8, Cells: 16, Layers: 2, TagLayer: 1, Arc: 16, Label: 16},
		Epochs: 40, Batch: 30, Rate: 0.01, Vectors: 10, Seed: 1,
	}
}

func fit(t *testing.T, news *News, o Options) []byte {
	t.Helper()
	m, err := Train(treebank(), vectors(), news, o, io.Discard, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m.Encode()
}

func TestTrainLearnsItsTreebank(t *testing.T) {
	p, err := parse.Read(fit(t, nil, small()))
	if err != nil {
		t.Fatal(err)
	}
	wrong := 0
	for _, s := range treebank()[:3] {
		var forms []string
		for _, token := range s.Tokens {
			forms = append(forms, token.Form)
		}
		for i, w := range p.Parse([][]string{forms})[0] {
			want := s.Tokens[i]
			if w.Head != want.Head || w.Relation != want.Relation || w.XPOS != want.XPOS || w.UPOS != want.UPOS {
				t.Logf("%s: %+v, want %+v", want.Form, w, want)
				wrong++
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d words wrong of those that it was taught", wrong)
	}
}

func TestTrainGivesTheSameBytesTwice(t *testing.T) {
	o := small()
	o.Epochs, o.Drop, o.DropInput = 2, 0.3, 0.1
	p, err := parse.Read(fit(t, nil, o))
	if err != nil {
		t.Fatal(err)
	}
	news := &News{Parsers: []*parse.Parser{p, p}, Texts: []string{"Dogs bark at the cat. The cat sleeps in red cars."}, Words: 20}
	if !bytes.Equal(fit(t, news, o), fit(t, news, o)) {
		t.Error("two runs differ")
	}
}

// TestGradients compares gradients with differences of the loss.
func TestGradients(t *testing.T) {
	o := small()
	o.Size.Vector = 4
	v := newVocabulary(treebank(), vectors(), 10, o.Size)
	n := newNetwork(v.model, v.vectors, v.counts, o)
	for i := range n.counts {
		n.counts[i] = 1 << 30 // no word is made unknown by chance
	}
	batch := v.examples(treebank()[:3])
	tape := newTape(0, 1)
	loss := func() float64 {
		for _, p := range n.params {
			clear(p.grad[0])
		}
		return n.learn(tape, batch, 1).loss
	}
	rng := rand.New(rand.NewSource(2))
	for _, p := range n.params {
		if p.frozen {
			continue
		}
		loss()
		want := append([]float32(nil), p.grad[0]...)
		largest := 0
		for j, g := range want {
			if math.Abs(float64(g)) > math.Abs(float64(want[largest])) {
				largest = j
			}
		}
		for _, j := range []int{largest, rng.Intn(len(want))} {
			const step = 4e-3 // small beside the bends of the rectifier, large beside rounding
			value := p.value[j]
			p.value[j] = value + step
			up := loss()
			p.value[j] = value - step
			down := loss()
			p.value[j] = value
			got := (up - down) / (2 * step)
			if math.Abs(got-float64(want[j])) > 0.05*math.Abs(got)+0.02 {
				t.Errorf("table %q, value %d: gradient %v, difference %v", p.Name, j, want[j], got)
			}
		}
	}
}

func TestAgreeTakesTheMajority(t *testing.T) {
	word := func(head int, relation string) parse.Word {
		return parse.Word{UPOS: "X", XPOS: "X", Head: head, Relation: relation}
	}
	forms := []string{"a", "b", "c"}
	j := agree(forms, [][]parse.Word{
		{word(1, "nsubj"), word(-1, "root"), word(1, "obj")},
		{word(2, "det"), word(-1, "root"), word(1, "obl")},
		{word(1, "nsubj"), word(-1, "root"), word(1, "obl")},
	})
	for i, want := range []struct {
		head      int
		relation  string
		agreement float32
	}{{1, "nsubj", 2. / 3}, {-1, "root", 1}, {1, "obl", 2. / 3}} {
		got := j.Tokens[i]
		if got.Head != want.head || got.Relation != want.relation || math.Abs(float64(j.agreement[i]-want.agreement)) > 1e-6 {
			t.Errorf("word %d: %d %s %v, want %+v", i, got.Head, got.Relation, j.agreement[i], want)
		}
	}
}

func TestVaryKeepsTrees(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	all := treebank()
	changed := 0
	for i, s := range vary(all, rng) {
		for j, w := range s.Tokens {
			if w.Head != all[i].Tokens[j].Head || !strings.EqualFold(w.Form, all[i].Tokens[j].Form) {
				t.Fatalf("sentence %d: %+v", i, s.Tokens)
			}
			if w.Head >= len(s.Tokens) {
				t.Fatalf("head %d of %d", w.Head, len(s.Tokens))
			}
		}
		if len(s.Tokens) != len(all[i].Tokens) || s.Tokens[0].Form != all[i].Tokens[0].Form {
			changed++
		}
	}
	if changed == 0 {
		t.Error("nothing was varied")
	}
}
