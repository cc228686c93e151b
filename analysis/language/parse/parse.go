package parse

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed weights/english.bin
var english []byte

// Load returns the parser for English that the program carries, made at the
// first call.
var Load = sync.OnceValues(func() (*Parser, error) { return Read(english) })

// A Word is what grammar says of one word of a sentence.
type Word struct {
	UPOS     string // universal part of speech
	XPOS     string // Penn Treebank tag
	Head     int    // index in the sentence of the word it depends on, -1 for the root
	Relation string // Universal Dependencies relation to Head, with subtype: "nsubj:pass"
}

const (
	// batchWords is the number of words that go through the network together, so
	// that the values of a layer stay in the second-level cache.
	batchWords = 240
	// longest is the number of words of the longest sentence that is parsed as one.
	longest = 120
)

// Parse returns the tags and the tree of each sentence, given its words. Every
// sentence with words has one root. Time is bounded: a sentence of more than
// 120 words is parsed in parts that end at its punctuation, and the roots of the
// later parts depend on that of the first as parataxis.
func (p *Parser) Parse(sentences [][]string) [][]Word { return p.each(sentences, true) }

// Tags returns the tags only, in less time: heads are -1, relations empty.
func (p *Parser) Tags(sentences [][]string) [][]Word { return p.each(sentences, false) }

func (p *Parser) each(sentences [][]string, trees bool) [][]Word {
	total := 0
	for _, s := range sentences {
		total += len(s)
	}
	words := make([]Word, 0, total)
	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	s.forms, s.bounds = s.forms[:0], append(s.bounds[:0], 0)
	flush := func() {
		if len(s.forms) > 0 {
			p.run(s, trees)
			for i, tag := range s.tag {
				t := p.model.Tags[tag]
				w := Word{t.UPOS, t.XPOS, -1, ""}
				if trees {
					w.Head, w.Relation = s.head[i], p.relation(s, i)
				}
				words = append(words, w)
			}
		}
		s.forms, s.bounds = s.forms[:0], s.bounds[:1]
	}
	var joined []joint
	for i, sentence := range sentences {
		for start := 0; start < len(sentence); {
			end := cut(sentence, start)
			if len(s.forms) > 0 && len(s.forms)+end-start > batchWords {
				flush()
			}
			if end-start < len(sentence) {
				joined = append(joined, joint{i, start, end})
			}
			s.forms = append(s.forms, sentence[start:end]...)
			s.bounds = append(s.bounds, len(s.forms))
			start = end
		}
	}
	flush()
	clear(s.forms[:cap(s.forms)]) // let go of the text

	out := make([][]Word, len(sentences))
	for i, sentence := range sentences {
		out[i], words = words[:len(sentence):len(sentence)], words[len(sentence):]
	}
	if trees {
		join(out, joined)
	}
	return out
}

// relation returns the relation of word i of a batch. Only the root is "root".
func (p *Parser) relation(s *scratch, i int) string {
	r := p.model.Relations[s.relation[i]]
	switch {
	case s.head[i] < 0:
		return "root"
	case r == "root":
		return "dep"
	}
	return r
}

// cut returns the end of the part of a sentence that begins at start: the whole
// rest if that is not too long, else after the last mark that may end a clause
// in the second half of the longest part, else there.
func cut(sentence []string, start int) int {
	if len(sentence)-start <= longest {
		return len(sentence)
	}
	for _, marks := range [][]string{{";", ":", ".", "!", "?", "...", "…", "—", "–", "--"}, {",", "-", ")", "\""}} {
		for end := start + longest; end > start+longest/2; end-- {
			if slices.Contains(marks, sentence[end-1]) {
				return end
			}
		}
	}
	return start + longest
}

// A joint is a part of a sentence that was parsed by itself.
type joint struct{ sentence, start, end int }

// join makes one tree of the parts of each sentence.
func join(sentences [][]Word, parts []joint) {
	root := 0
	for _, part := range parts {
		words := sentences[part.sentence]
		for i := part.start; i < part.end; i++ {
			w := &words[i]
			switch {
			case w.Head >= 0:
				w.Head += part.start
			case part.start == 0:
				root = i
			default:
				w.Head, w.Relation = root, "parataxis"
			}
		}
	}
}
