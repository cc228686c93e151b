package train

import (
	"cmp"
	"encoding/gob"
	"fmt"
	"math/rand"
	"os"
	"slices"
	"strings"

	"slant/analysis/language/conllu"
	"slant/analysis/language/parse"
)

// Vectors are word vectors learnt from unlabelled text, for normal forms in the
// order of their frequency.
type Vectors struct {
	Words  []string
	Values [][]float32
}

// ReadVectors reads two gob values, a list of words and a list of vectors.
func ReadVectors(path string) (*Vectors, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var v Vectors
	in := gob.NewDecoder(f)
	if err := in.Decode(&v.Words); err != nil {
		return nil, fmt.Errorf("%s: words: %w", path, err)
	}
	if err := in.Decode(&v.Values); err != nil {
		return nil, fmt.Errorf("%s: vectors: %w", path, err)
	}
	if len(v.Words) == 0 || len(v.Words) != len(v.Values) {
		return nil, fmt.Errorf("%s: %d words and %d vectors", path, len(v.Words), len(v.Values))
	}
	for i, x := range v.Values {
		if len(x) != len(v.Values[0]) {
			return nil, fmt.Errorf("%s: the vector of %q has %d numbers, the first %d", path, v.Words[i], len(x), len(v.Values[0]))
		}
	}
	return &v, nil
}

// A vocabulary is a model without weights, and what training needs to know of
// its words.
type vocabulary struct {
	model   *parse.Model
	counts  []int     // by row of the word table
	vectors []float32 // rows of the vector table
}

// newVocabulary lists tags, relations and words. A word is learnt when the
// treebanks have it twice; at most limit words have vectors, those of the
// treebanks first, then the most frequent.
func newVocabulary(sentences []conllu.Sentence, vectors *Vectors, limit int, size parse.Size) *vocabulary {
	count := map[string]int{}
	tags := map[parse.Tag]bool{}
	relations := map[string]bool{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			count[parse.Normal(t.Form)]++
			tags[parse.Tag{UPOS: t.UPOS, XPOS: t.XPOS}] = true
			relations[t.Relation] = true
		}
	}
	m := &parse.Model{Size: size}
	for t := range tags {
		m.Tags = append(m.Tags, t)
	}
	slices.SortFunc(m.Tags, func(a, b parse.Tag) int {
		return cmp.Or(strings.Compare(a.UPOS, b.UPOS), strings.Compare(a.XPOS, b.XPOS))
	})
	for r := range relations {
		m.Relations = append(m.Relations, r)
	}
	slices.Sort(m.Relations)

	vector := map[string][]float32{}
	var only []string
	for i, w := range vectors.Words {
		if count[w] > 0 {
			vector[w] = vectors.Values[i]
		}
	}
	for i, w := range vectors.Words {
		if strings.Contains(w, "\n") {
			continue
		}
		if count[w] == 0 && len(vector) < limit {
			vector[w] = vectors.Values[i]
		}
		if count[w] < 2 && vector[w] != nil {
			only = append(only, w)
		}
	}
	var both, learnt []string
	for w, n := range count {
		switch {
		case n < 2:
		case vector[w] != nil:
			both = append(both, w)
		default:
			learnt = append(learnt, w)
		}
	}
	slices.Sort(both)
	slices.Sort(learnt)
	m.Words = slices.Concat(both, learnt, only)
	m.Both, m.Learnt = len(both), len(both)+len(learnt)

	v := &vocabulary{model: m, counts: []int{0}}
	for _, w := range m.Words[:m.Learnt] {
		v.counts = append(v.counts, count[w])
	}
	for i, w := range m.Words {
		if i < m.Both || i >= m.Learnt {
			v.vectors = append(v.vectors, vector[w]...)
		}
	}
	return v
}

// examples turns sentences into numbers. Words, tags and relations that the
// vocabulary lacks cannot occur: it was made of the same sentences.
func (v *vocabulary) examples(sentences []conllu.Sentence) []*example {
	turn := v.exampler()
	var out []*example
	for _, s := range sentences {
		out = append(out, turn(s))
	}
	return out
}

// exampler returns the function that turns a sentence into numbers.
func (v *vocabulary) exampler() func(s conllu.Sentence) *example {
	features := v.model.Featurer()
	tags := map[parse.Tag]int32{}
	for i, t := range v.model.Tags {
		tags[t] = int32(i)
	}
	relations := map[string]int32{}
	for i, r := range v.model.Relations {
		relations[r] = int32(i)
	}
	return func(s conllu.Sentence) *example {
		e := &example{}
		for _, t := range s.Tokens {
			e.words = append(e.words, features(t.Form))
			e.heads = append(e.heads, int32(t.Head+1))
			e.relations = append(e.relations, relations[t.Relation])
			e.tags = append(e.tags, tags[parse.Tag{UPOS: t.UPOS, XPOS: t.XPOS}])
		}
		return e
	}
}

// judged turns news that parsers judged into numbers.
func (v *vocabulary) judged(n *News, rng *rand.Rand) []*example {
	turn := v.exampler()
	var out []*example
	judge(n.Parsers, n.Texts, n.Words, rng, func(j judged) {
		e := turn(vary([]conllu.Sentence{j.Sentence}, rng)[0])
		e.weights = j.agreement
		out = append(out, e)
	})
	return out
}

// vary returns the sentences with a few of them written as news writes now and
// then and web text seldom: all in capitals, as a headline with capitals on its
// words, without the mark at the end.
func vary(sentences []conllu.Sentence, rng *rand.Rand) []conllu.Sentence {
	out := make([]conllu.Sentence, len(sentences))
	for i, s := range sentences {
		out[i] = s
		switch n := rng.Intn(100); {
		case n < 2:
			out[i].Tokens = rewrite(s.Tokens, strings.ToUpper)
		case n < 6:
			out[i].Tokens = rewrite(s.Tokens, headline)
		case n < 10:
			last := len(s.Tokens) - 1
			if last > 1 && s.Tokens[last].UPOS == "PUNCT" && !slices.ContainsFunc(s.Tokens, func(t conllu.Token) bool { return t.Head == last }) {
				out[i].Tokens = s.Tokens[:last]
			}
		}
	}
	return out
}

func rewrite(tokens []conllu.Token, form func(string) string) []conllu.Token {
	out := slices.Clone(tokens)
	for i := range out {
		out[i].Form = form(out[i].Form)
	}
	return out
}

// headline gives a word the capital that it has in a headline, where short
// grammatical words have none.
func headline(form string) string {
	switch form {
	case "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "as", "by", "'s", "n't", "with", "but":
		return form
	}
	if c := form[0]; c >= 'a' && c <= 'z' {
		return string(c-'a'+'A') + form[1:]
	}
	return form
}

// batches puts the examples in random order into batches of about the given
// number of words; sentences of similar length are together.
func batches(examples []*example, words int, rng *rand.Rand) [][]*example {
	examples = slices.Clone(examples)
	rng.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
	var out [][]*example
	for pool := range slices.Chunk(examples, 2000) {
		slices.SortStableFunc(pool, func(a, b *example) int { return len(a.words) - len(b.words) })
		var batch []*example
		n := 0
		for _, e := range pool {
			batch = append(batch, e)
			if n += len(e.words); n >= words {
				out = append(out, batch)
				batch, n = nil, 0
			}
		}
		if len(batch) > 0 {
			out = append(out, batch)
		}
	}
	rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
