package language

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"
)

// prose decodes its models each time unless it is given one: the tagger and
// the name finder are decoded once, when first asked for. Both are only read.
var (
	proseTagger = sync.OnceValue(func() *prose.Model {
		doc, _ := prose.NewDocument("", prose.WithSegmentation(false), prose.WithExtraction(false))
		return doc.Model
	})
	proseNames = sync.OnceValue(func() *prose.Model {
		doc, _ := prose.NewDocument("", prose.WithSegmentation(false))
		return doc.Model
	})
)

// run calls prose. Errors inside it are panics: they come back as nil, and the
// caller goes on without prose's reading of this text.
func run(text string, options ...prose.DocOpt) (doc *prose.Document) {
	defer func() {
		if recover() != nil {
			doc = nil
		}
	}()
	doc, err := prose.NewDocument(text, options...)
	if err != nil {
		return nil
	}
	return doc
}

// proseSentences returns the sentences of each paragraph as byte ranges of its
// plain text. prose builds its sentence model anew at each call, so all
// paragraphs go through one.
func proseSentences(paragraphs []plain) [][][2]int {
	var b strings.Builder
	for _, p := range paragraphs {
		b.WriteString(p.text)
		b.WriteString("\n\n")
	}
	text := b.String()
	var found [][2]int
	if doc := run(text, prose.WithTokenization(false), prose.WithTagging(false), prose.WithExtraction(false), prose.UsingModel(proseTagger())); doc != nil {
		at := 0
		for _, s := range doc.Sentences() {
			i := strings.Index(text[at:], s.Text) // prose gives no offsets, but never rewrites a sentence
			if i < 0 || s.Text == "" {
				continue
			}
			found = append(found, [2]int{at + i, at + i + len(s.Text)})
			at += i + len(s.Text)
		}
	}
	// prose does not see that a paragraph ends: cut what runs across.
	out := make([][][2]int, len(paragraphs))
	start := 0
	for n, p := range paragraphs {
		end := start + len(p.text)
		var sentences [][2]int
		for len(found) > 0 && found[0][0] < end {
			if found[0][1] <= end {
				sentences = append(sentences, [2]int{found[0][0] - start, found[0][1] - start})
				found = found[1:]
				continue
			}
			sentences = append(sentences, [2]int{found[0][0] - start, len(p.text)})
			found[0][0] = end + len("\n\n")
			if found[0][0] >= found[0][1] {
				found = found[1:]
			}
		}
		out[n] = whole(p.text, sentences)
		start = end + len("\n\n")
	}
	return out
}

// whole stretches sentences so that no visible character falls between them.
func whole(text string, sentences [][2]int) [][2]int {
	if len(sentences) == 0 {
		return [][2]int{{0, len(text)}}
	}
	end := len(text)
	for i := len(sentences) - 1; i >= 0; i-- {
		if strings.TrimSpace(text[sentences[i][1]:end]) != "" {
			sentences[i][1] = end
		}
		end = sentences[i][0]
	}
	if strings.TrimSpace(text[:end]) != "" {
		sentences[0][0] = 0
	}
	return sentences
}

// prose appends the sentences and tokens of a field as prose reads them.
func (d *Document) prose(field, text string, excluded []Span) {
	var plains []plain
	for _, p := range paragraphs(text, excluded) {
		plains = append(plains, normalise(text, p[0], p[1]))
	}
	if len(plains) == 0 {
		return
	}
	for n, sentences := range proseSentences(plains) {
		for _, s := range sentences {
			d.proseSentence(field, n, &plains[n], s)
		}
	}
}

func (d *Document) proseSentence(field string, paragraph int, p *plain, at [2]int) {
	first := len(d.Tokens)
	for _, w := range proseWords(p.text[at[0]:at[1]]) {
		form := p.text[at[0]+w.start : at[0]+w.end]
		if tag := punctuation(form); tag != "" {
			w.tag = tag
		}
		start, end := p.span(at[0]+w.start, at[0]+w.end)
		d.Tokens = append(d.Tokens, Token{
			Start: start, End: end, Word: form, Lower: strings.ToLower(form), Tag: w.tag, Sentence: len(d.Sentences),
		})
	}
	if len(d.Tokens) == first {
		return
	}
	d.Sentences = append(d.Sentences, Sentence{
		Span:      Span{d.Tokens[first].Start, d.Tokens[len(d.Tokens)-1].End, field},
		First:     first,
		Last:      len(d.Tokens),
		Paragraph: paragraph,
	})
}

// punctuation returns the Penn tag of a mark, "" for a word.
func punctuation(form string) string {
	switch form {
	case `"`, "'":
		return "''"
	case ",":
		return ","
	case ".", "!", "?":
		return "."
	case ":", ";", "—", "–", "-", "…", "...":
		return ":"
	case "(", "[":
		return "-LRB-"
	case ")", "]":
		return "-RRB-"
	case "•", "·", "*", "|", "/":
		return "NFP"
	}
	return ""
}

// A word is a token within a plain text.
type word struct {
	start, end int
	tag        string
}

// proseWords returns the tokens of one plain sentence with their tags. Where
// prose drops characters, they come back as a token of their own.
func proseWords(text string) []word {
	doc := run(text, prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(proseTagger()))
	var words []word
	at := 0
	fill := func(end int) { // what prose dropped between at and end
		for _, f := range fieldsAt(text, at, end) {
			words = append(words, word{f[0], f[1], tagAlone(text[f[0]:f[1]])})
		}
	}
	if doc != nil {
		for _, t := range doc.Tokens() {
			i := strings.Index(text[at:], t.Text)
			if i < 0 {
				continue
			}
			fill(at + i)
			words = append(words, word{at + i, at + i + len(t.Text), t.Tag})
			at += i + len(t.Text)
		}
	}
	fill(len(text))
	retagRepeats(text, words)
	return splitHyphens(text, words)
}

// splitHyphens cuts compounds at their hyphens, as the lexicons and the parser
// expect them: "long-standing" is three tokens.
func splitHyphens(text string, words []word) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		start := w.start
		for i := w.start + 1; i < w.end-1; i++ {
			if text[i] == '-' && isLetter(text[i-1:]) && isLetter(text[i+1:]) {
				out = append(out, word{start, i, w.tag}, word{i, i + 1, "HYPH"})
				start = i + 1
			}
		}
		out = append(out, word{start, w.end, w.tag})
	}
	return out
}

// retagRepeats mends the tags of words that occur more than once in a sentence.
// prose gives all of them the tag of the last; each earlier one is read again
// in the text that ends where the next one begins, where it is the last.
func retagRepeats(text string, words []word) {
	next := map[string]int{} // start of the following occurrence
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		form := text[w.start:w.end]
		cut, repeated := next[form]
		next[form] = w.start
		if !repeated || oneTag[strings.ToLower(form)] || !isLetter(form) {
			continue
		}
		doc := run(text[:cut], prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(proseTagger()))
		if doc == nil {
			continue
		}
		tokens := doc.Tokens()
		for j := len(tokens) - 1; j >= 0; j-- {
			if tokens[j].Text == form {
				words[i].tag = tokens[j].Tag
				break
			}
		}
	}
}

// oneTag lists frequent words that have the same tag wherever they stand.
var oneTag = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "and": true, "to": true, "in": true, "at": true,
	"from": true, "with": true, "for": true, "it": true, "he": true, "his": true, "its": true,
	"they": true, "their": true, "was": true, "were": true, "is": true, "are": true, "be": true,
}

func isLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// fieldsAt returns the runs of visible characters of text between start and end.
func fieldsAt(text string, start, end int) [][2]int {
	var out [][2]int
	for i := start; i < end; {
		if text[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < end && text[j] != ' ' {
			j++
		}
		out = append(out, [2]int{i, j})
		i = j
	}
	return out
}

// tagAlone is the tag of a token that prose has not seen.
func tagAlone(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsDigit(r):
		return "CD"
	case unicode.IsUpper(r):
		return "NNP"
	case unicode.IsLetter(r):
		return "NN"
	}
	return "SYM"
}

// Names returns the persons and places that prose's name finder sees in
// sentence s. It is slow (about 10,000 words a second): ask only where a name
// is expected that nothing else knows.
func (d *Document) Names(s int) []Name {
	sentence := d.Sentences[s]
	if sentence.First == sentence.Last {
		return nil
	}
	var b strings.Builder
	starts := make([]int, 0, sentence.Last-sentence.First) // of each token in what prose reads
	for i := sentence.First; i < sentence.Last; i++ {
		if i > sentence.First && d.Tokens[i].Start > d.Tokens[i-1].End {
			b.WriteByte(' ')
		}
		starts = append(starts, b.Len())
		b.WriteString(d.Tokens[i].Word)
	}
	text := b.String()
	doc := run(text, prose.WithSegmentation(false), prose.UsingModel(proseNames()))
	if doc == nil {
		return nil
	}
	var names []Name
	at, token := 0, 0
	for _, e := range doc.Entities() {
		i := strings.Index(text[at:], e.Text)
		if i < 0 || e.Text == "" {
			continue
		}
		start, end := at+i, at+i+len(e.Text)
		at = end
		for token < len(starts) && starts[token] < start {
			token++
		}
		last := token
		for last+1 < len(starts) && starts[last+1] < end {
			last++
		}
		if token == len(starts) {
			break
		}
		kind := "person"
		if e.Label == "GPE" {
			kind = "place"
		}
		names = append(names, Name{sentence.First + token, sentence.First + last, kind})
	}
	return names
}
