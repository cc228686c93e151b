package main

import (
	"strings"
	"unicode"

	"slant/analysis/language/conllu"
	"slant/analysis/language/tokenise"
)

// A rawScore compares sentences and tokens found in plain text with those of a
// treebank.
type rawScore struct{ sentences, tokens hit }

// measureRaw puts the sentences of each document together to a text, a blank line
// between paragraphs, and reads that. Ranges are counted in characters that are
// not white space. Words that are not written as such ("du" for "de le") count
// as the one token that is written.
func measureRaw(sentences []conllu.Sentence) rawScore {
	type span struct{ start, end int }
	var score rawScore
	compare := func(gold, found map[span]bool, h *hit) {
		h.gold += len(gold)
		h.found += len(found)
		for s := range found {
			if gold[s] {
				h.both++
			}
		}
	}
	for len(sentences) > 0 {
		n := 1
		for n < len(sentences) && !sentences[n].NewDoc {
			n++
		}
		var text strings.Builder
		goldTokens, goldSentences := map[span]bool{}, map[span]bool{}
		at := 0
		for i, s := range sentences[:n] {
			switch {
			case i == 0:
			case s.NewPar:
				text.WriteString("\n\n")
			default:
				text.WriteString(" ")
			}
			text.WriteString(s.Text)
			start := at
			for _, form := range written(s) {
				goldTokens[span{at, at + visible(form)}] = true
				at += visible(form)
			}
			goldSentences[span{start, at}] = true
			at = start + visible(s.Text)
		}
		sentences = sentences[n:]

		tokens, found := map[span]bool{}, map[span]bool{}
		r := tokenise.Text(text.String(), nil)
		at = 0
		for _, s := range r.Sentences {
			start := at
			for _, t := range r.Tokens[s.First:s.Last] {
				length := visible(text.String()[t.Start:t.End])
				tokens[span{at, at + length}] = true
				at += length
			}
			found[span{start, at}] = true
		}
		compare(goldTokens, tokens, &score.tokens)
		compare(goldSentences, found, &score.sentences)
	}
	return score
}

// written returns the tokens of a sentence as they stand in the text.
func written(s conllu.Sentence) []string {
	var forms []string
	for i := 0; i < len(s.Tokens); i++ {
		t := s.Tokens[i]
		if t.SurfaceWords > 0 {
			parts := ""
			for _, p := range s.Tokens[i : i+t.SurfaceWords] {
				parts += p.Form
			}
			if parts != t.Surface {
				forms = append(forms, t.Surface)
				i += t.SurfaceWords - 1
				continue
			}
		}
		forms = append(forms, t.Form)
	}
	return forms
}

func visible(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
