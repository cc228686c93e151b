// Package conllu reads dependency treebanks in the CoNLL-U format of Universal
// Dependencies (https://universaldependencies.org/format.html).
package conllu

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A Token is a syntactic word of a treebank.
type Token struct {
	Form, Lemma string
	UPOS, XPOS  string
	Features    string // morphological features, "_" for none
	Head        int    // index in the sentence of the word it depends on, -1 for the root
	Relation    string // relation to Head with subtype: "nsubj:pass"
	SpaceAfter  bool   // whether white space follows it in the text
	Misc        string // the last column as it is, "_" for none

	// Surface is the text of the multiword token that begins here, such as
	// "don't" for "do" and "n't", and SurfaceWords the number of its words. They
	// are "" and 0 on other words.
	Surface      string
	SurfaceWords int
}

// A Sentence is a tree with the text it was made from.
type Sentence struct {
	ID     string
	Text   string
	NewDoc bool // first sentence of a document
	NewPar bool // first sentence of a paragraph
	Tokens []Token
}

// ReadFile reads a treebank from a file, which may be compressed with gzip
// (name ending in .gz).
func ReadFile(path string) ([]Sentence, error) {
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
	sentences, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s:%w", path, err)
	}
	return sentences, nil
}

// Read reads sentences to the end of r. Empty nodes (8.1) of the enhanced
// graph are passed over. An error names the line.
func Read(r io.Reader) ([]Sentence, error) {
	var (
		sentences []Sentence
		s         Sentence
		surface   string // of the multiword token that begins with the next word
		words     int    // that it has
		last      int    // id of its last word, 0 when no multiword token is open
		spaced    bool   // whether white space follows it
		line      int
	)
	finish := func() error {
		for i, t := range s.Tokens {
			if t.Head >= len(s.Tokens) {
				return fmt.Errorf("%d: word %d of the sentence that ends here has no head", line, i+1)
			}
		}
		if len(s.Tokens) > 0 {
			sentences = append(sentences, s)
		}
		s, last = Sentence{}, 0
		return nil
	}
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<24)
	for in.Scan() {
		line++
		text := strings.TrimSuffix(in.Text(), "\r")
		if text == "" {
			if err := finish(); err != nil {
				return nil, err
			}
			continue
		}
		if text[0] == '#' {
			s.comment(text)
			continue
		}
		column := strings.Split(text, "\t")
		if len(column) != 10 {
			return nil, fmt.Errorf("%d: %d columns, want 10", line, len(column))
		}
		id := column[0]
		if strings.Contains(id, ".") {
			continue
		}
		after := !strings.Contains(column[9], "SpaceAfter=No")
		if from, to, ok := strings.Cut(id, "-"); ok {
			a, err1 := strconv.Atoi(from)
			b, err2 := strconv.Atoi(to)
			if err1 != nil || err2 != nil || b < a {
				return nil, fmt.Errorf("%d: bad range of words %q", line, id)
			}
			surface, words, last, spaced = column[1], b-a+1, b, after
			continue
		}
		n, err := strconv.Atoi(id)
		if err != nil || n != len(s.Tokens)+1 {
			return nil, fmt.Errorf("%d: word number %q, want %d", line, id, len(s.Tokens)+1)
		}
		head, err := strconv.Atoi(column[6])
		if err != nil || head < 0 {
			return nil, fmt.Errorf("%d: bad head %q", line, column[6])
		}
		t := Token{
			Form: column[1], Lemma: column[2], UPOS: column[3], XPOS: column[4], Features: column[5],
			Head: head - 1, Relation: column[7], SpaceAfter: after, Misc: column[9],
			Surface: surface, SurfaceWords: words,
		}
		surface, words = "", 0
		if n <= last {
			t.SpaceAfter = n == last && spaced
		}
		s.Tokens = append(s.Tokens, t)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("%d: %w", line, err)
	}
	if err := finish(); err != nil {
		return nil, err
	}
	return sentences, nil
}

// comment takes what a comment line says of the sentence.
func (s *Sentence) comment(line string) {
	switch {
	case strings.HasPrefix(line, "# sent_id = "):
		s.ID = line[len("# sent_id = "):]
	case strings.HasPrefix(line, "# text = "):
		s.Text = line[len("# text = "):]
	case strings.HasPrefix(line, "# newpar"):
		s.NewPar = true
	case strings.HasPrefix(line, "# newdoc"):
		s.NewDoc = true
	}
}
