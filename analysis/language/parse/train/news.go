package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math/rand"
	"os"
	"strings"
	"sync"

	"slant/analysis/language/conllu"
	"slant/analysis/language/parse"
	"slant/analysis/language/tokenise"
)

// ReadNews reads the texts of articles: one JSON object a line with a field
// "text", compressed with gzip if the name ends in .gz.
func ReadNews(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	var texts []string
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<26)
	for line := 1; in.Scan(); line++ {
		var article struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(in.Bytes(), &article); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
		texts = append(texts, article.Text)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return texts, nil
}

// A judged sentence has the tree that several parsers agreed on most, and for
// each word the share of parsers that gave it this head and relation.
type judged struct {
	conllu.Sentence
	agreement []float32
}

const (
	shortestJudged = 4
	longestJudged  = 60
)

// judge parses the sentences of texts, in random order of the texts, with all
// parsers until it has the given number of words, and calls use with each.
func judge(parsers []*parse.Parser, texts []string, words int, rng *rand.Rand, use func(judged)) {
	for _, at := range rng.Perm(len(texts)) {
		if words <= 0 {
			return
		}
		var sentences [][]string
		r := tokenise.Text(texts[at], nil)
		for _, s := range r.Sentences {
			if n := s.Last - s.First; n < shortestJudged || n > longestJudged {
				continue
			}
			var forms []string
			for _, t := range r.Tokens[s.First:s.Last] {
				forms = append(forms, tokenise.Form(texts[at][t.Start:t.End]))
			}
			sentences = append(sentences, forms)
			words -= len(forms)
		}
		opinions := make([][][]parse.Word, len(parsers))
		var wait sync.WaitGroup
		for i, p := range parsers {
			wait.Go(func() { opinions[i] = p.Parse(sentences) })
		}
		wait.Wait()
		for i, forms := range sentences {
			of := make([][]parse.Word, len(parsers))
			for k := range parsers {
				of[k] = opinions[k][i]
			}
			use(agree(forms, of))
		}
	}
}

// agree lets parsers vote (Sagae and Lavie, NAACL 2006): for the heads as one tree,
// then for relations among those who gave the head, and for tags. Where votes are
// equal the earlier parser counts more.
func agree(forms []string, opinions [][]parse.Word) judged {
	m := len(forms)
	votes := make([]float32, m*(m+1))
	for k, words := range opinions {
		for i, w := range words {
			votes[i*(m+1)+w.Head+1] += 1 - 0.01*float32(k)
		}
	}
	j := judged{agreement: make([]float32, m)}
	for i, head := range parse.BestTree(votes, m) {
		relations, tags := map[string]float32{}, map[parse.Tag]float32{}
		t := conllu.Token{Form: forms[i], Head: head}
		var tag parse.Tag
		for k, words := range opinions {
			w, weight := words[i], 1-0.01*float32(k)
			own := parse.Tag{UPOS: w.UPOS, XPOS: w.XPOS}
			if tags[own] += weight; tags[own] > tags[tag] || k == 0 {
				tag = own
			}
			if w.Head != head {
				continue
			}
			if relations[w.Relation] += weight; t.Relation == "" || relations[w.Relation] > relations[t.Relation] {
				t.Relation = w.Relation
			}
		}
		for _, words := range opinions {
			if words[i].Head == head && words[i].Relation == t.Relation {
				j.agreement[i] += 1 / float32(len(opinions))
			}
		}
		if t.Relation == "" {
			// nobody gave this head: it makes the tree whole, nothing is learnt of it
			t.Relation = opinions[0][i].Relation
		}
		t.UPOS, t.XPOS = tag.UPOS, tag.XPOS
		j.Tokens = append(j.Tokens, t)
	}
	return j
}
