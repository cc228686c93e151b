package language

import "strings"

// Read annotates an article. Excluded spans of the body, in order and not
// overlapping, are passed over as if they were not there. Any input is read,
// also what is not English or not UTF-8; it may hold no sentence at all.
func Read(title, body string, excluded []Span) *Document {
	d := &Document{Title: title, Body: body}
	d.read(Title, title, nil)
	d.read("", body, excluded)
	for s := range d.Sentences {
		d.grammar(s)
	}
	d.link()
	return d
}

func (d *Document) read(field, text string, excluded []Span) {
	var plains []plain
	for _, p := range paragraphs(text, excluded) {
		plains = append(plains, normalise(text, p[0], p[1]))
	}
	if len(plains) == 0 {
		return
	}
	for n, sentences := range proseSentences(plains) {
		for _, s := range sentences {
			d.sentence(field, n, &plains[n], s)
		}
	}
}

func (d *Document) sentence(field string, paragraph int, p *plain, at [2]int) {
	first := len(d.Tokens)
	for _, w := range proseWords(p.text[at[0]:at[1]]) {
		form := p.text[at[0]+w.start : at[0]+w.end]
		if tag := punctuation(form); tag != "" {
			w.tag = tag
		}
		lower := strings.ToLower(form)
		start, end := p.span(at[0]+w.start, at[0]+w.end)
		d.Tokens = append(d.Tokens, Token{
			Start: start, End: end,
			Word: form, Lower: lower, Lemma: lemma(lower, w.tag), Tag: w.tag,
			Head: -1, Relation: "root", Sentence: len(d.Sentences),
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
