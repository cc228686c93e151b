package language

import (
	"strings"

	"slant/analysis/language/lemma"
	"slant/analysis/language/parse"
)

// A part is what is parsed at once: a sentence, or what one quotes whole. In the
// sentence around a quotation a placeholder stands for it, so that neither
// disturbs the other's tree: in “The vote was a fraud from start to finish,”
// election experts wrote, nothing but the comma tells where the speech ends.
type part struct {
	tokens []int    // of the document; for a placeholder -1 - the index of the part that it stands for
	words  []string // as the parser reads them
}

// placeholder is the word that stands for a quotation.
const placeholder = "this"

// parts cuts the sentences into their parts, what is quoted before the sentence
// that quotes it.
func (d *Document) parts() []part {
	var out []part
	n := 0 // the first quotation that may reach into the sentence
	for _, s := range d.Sentences {
		last := s.Last - 1
		for n < len(d.Quotations) && d.Quotations[n].Last < s.First {
			n++
		}
		var around part
		i := s.First
		for _, q := range d.Quotations[n:] {
			if q.First > last {
				break
			}
			first, end, ok := d.quotedWhole(q, s)
			if !ok || first < i {
				continue
			}
			for ; i < first; i++ {
				around.take(d, i)
			}
			var inner part
			for ; i <= end; i++ {
				inner.take(d, i)
			}
			around.tokens = append(around.tokens, -1-len(out))
			around.words = append(around.words, placeholder)
			out = append(out, inner)
		}
		for ; i <= last; i++ {
			around.take(d, i)
		}
		out = append(out, around)
	}
	return out
}

func (p *part) take(d *Document, i int) {
	p.tokens = append(p.tokens, i)
	p.words = append(p.words, d.Tokens[i].Word)
}

// quotedWhole returns the words of sentence s that stand in q, without marks and
// without the comma at their end, and whether they can stand by themselves: they
// begin and end as a sentence does, and s says more than they.
func (d *Document) quotedWhole(q Quotation, s Sentence) (first, end int, ok bool) {
	first, end = max(q.First+1, s.First), min(q.Last-1, s.Last-1)
	if q.Outer >= 0 || q.Unclosed || q.Last >= s.Last || end-first < 2 || first == s.First && q.Last >= s.Last-2 {
		return 0, 0, false
	}
	if c := d.Tokens[first].Word[0]; c >= 'a' && c <= 'z' && first != s.First {
		return 0, 0, false
	}
	if d.Tokens[end].Word == "," {
		return first, end - 1, true
	}
	return first, end, strings.ContainsAny(d.Tokens[end].Word, ".?!…—")
}

// read gives the tokens of p what the parser says of them and returns the root
// of its tree. What is said of a placeholder goes for the root of the part that
// it stands for, which has been read before.
func (d *Document) read(p part, tree []parse.Word, roots []int, tagged bool) (root int) {
	at := func(k int) int { // the token of word k
		if i := p.tokens[k]; i >= 0 {
			return i
		}
		return roots[-1-p.tokens[k]]
	}
	for k, w := range tree {
		t := &d.Tokens[at(k)]
		t.Head, t.Relation = -1, w.Relation
		if w.Head >= 0 {
			t.Head = at(w.Head)
		} else {
			root = at(k)
		}
		if p.tokens[k] < 0 {
			if t.Relation == "obj" || t.Relation == "nsubj" {
				t.Relation = "ccomp" // what is said is a clause, not a thing
			}
			continue
		}
		if !tagged {
			t.Tag = w.XPOS
		}
		t.Lemma = lemma.Of(t.Lower, t.Tag)
	}
	return root
}
