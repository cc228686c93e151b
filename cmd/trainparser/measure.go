package main

import (
	"cmp"
	"slices"
	"strings"

	"slant/analysis/language/conllu"
	"slant/analysis/language/lemma"
	"slant/analysis/language/parse"
	"slant/analysis/language/tokenise"
)

// A hit counts one relation.
type hit struct {
	relation          string
	gold, found, both int // both: right head and right relation
}

func (h hit) precision() float64 { return percent(h.both, h.found) }
func (h hit) recall() float64    { return percent(h.both, h.gold) }
func (h hit) f1() float64        { return percent(2*h.both, h.found+h.gold) }

// A treeScore compares trees with those of a treebank, whose words were given.
type treeScore struct {
	words, heads, labelled, bare int
	rightUPOS, rightXPOS, lemmas int
	lemmata                      int   // words that have a lemma in the treebank
	relations                    []hit // by name
}

func (s treeScore) uas() float64  { return percent(s.heads, s.words) }
func (s treeScore) las() float64  { return percent(s.bare, s.words) }
func (s treeScore) xpos() float64 { return percent(s.rightXPOS, s.words) }
func (s treeScore) upos() float64 { return percent(s.rightUPOS, s.words) }

// lemma returns the share of right lemmas, without regard to capitals, by the
// tags found.
func (s treeScore) lemma() float64 { return percent(s.lemmas, s.lemmata) }

// full returns the share of words with right head and right relation, subtype
// included. las leaves subtypes out, as the CoNLL shared tasks did.
func (s treeScore) full() float64 { return percent(s.labelled, s.words) }

func percent(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return 100 * float64(n) / float64(of)
}

// measureTrees parses the words of a treebank and compares.
func measureTrees(p *parse.Parser, sentences []conllu.Sentence) treeScore {
	forms := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, t := range s.Tokens {
			forms[i] = append(forms[i], t.Form)
		}
	}
	var score treeScore
	relations := map[string]*hit{}
	count := func(r string) *hit {
		if relations[r] == nil {
			relations[r] = &hit{relation: r}
		}
		return relations[r]
	}
	for i, words := range p.Parse(forms) {
		for j, w := range words {
			t := sentences[i].Tokens[j]
			score.words++
			if w.UPOS == t.UPOS {
				score.rightUPOS++
			}
			if w.XPOS == t.XPOS {
				score.rightXPOS++
			}
			if t.Lemma != "_" {
				score.lemmata++
				if lemma.Of(strings.ToLower(tokenise.Form(t.Form)), w.XPOS) == strings.ToLower(t.Lemma) {
					score.lemmas++
				}
			}
			gold, found := count(t.Relation), count(w.Relation)
			gold.gold++
			found.found++
			if w.Head != t.Head {
				continue
			}
			score.heads++
			if universal(w.Relation) == universal(t.Relation) {
				score.bare++
			}
			if w.Relation == t.Relation {
				score.labelled++
				gold.both++
			}
		}
	}
	for _, h := range relations {
		score.relations = append(score.relations, *h)
	}
	slices.SortFunc(score.relations, func(a, b hit) int { return cmp.Compare(a.relation, b.relation) })
	return score
}

// universal returns a relation without its subtype.
func universal(relation string) string {
	r, _, _ := strings.Cut(relation, ":")
	return r
}
