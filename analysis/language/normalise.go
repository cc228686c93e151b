package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A plain text is a stretch of an article with straight quotes, plain spaces
// and dashes that stand alone; from and to give, for every byte of it, where in
// the article the character that it stands for begins and ends.
type plain struct {
	text     string
	from, to []int
}

// replacements of characters that news writes in several ways. An empty string
// drops the character: soft hyphens and zero-width marks are no part of a word.
var replacements = map[rune]string{
	'“': `"`, '”': `"`, '„': `"`, '‟': `"`, '«': `"`, '»': `"`, '″': `"`,
	'‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", 'ʼ': "'", '`': "'",
	'—': " — ", '–': "–", '―': " — ", '‐': "-", '‑': "-", '…': " … ",
	'\u00ad': "", '\u200b': "", '\u200c': "", '\u200d': "", '\u2060': "", '\ufeff': "",
}

// normalise returns text[start:end] in plain form.
func normalise(text string, start, end int) plain {
	var p plain
	var b strings.Builder
	b.Grow(end - start)
	p.from = make([]int, 0, end-start+1)
	p.to = make([]int, 0, end-start+1)
	write := func(s string, from, to int) {
		b.WriteString(s)
		for range len(s) {
			p.from = append(p.from, from)
			p.to = append(p.to, to)
		}
	}
	for i := start; i < end; {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:end])
		}
		switch s, ok := replacements[r]; {
		case (r == '\'' || r == '`') && i+1 < end && rune(text[i+1]) == r:
			// Two single marks stand for a double one in plain-text wires.
			size = 2
			write(`"`, i, i+2)
		case ok && len(s) > 2 && s[0] == ' ':
			// The spaces that set a dash apart stand for no character.
			write(" ", i, i)
			write(s[1:len(s)-1], i, i+size)
			write(" ", i+size, i+size)
		case ok:
			write(s, i, i+size)
		case unicode.IsSpace(r):
			write(" ", i, i+size)
		default:
			write(text[i:i+size], i, i+size)
		}
		i += size
	}
	p.text = b.String()
	return p
}

// span returns where the bytes i to j-1 of p stand in the article.
func (p *plain) span(i, j int) (start, end int) { return p.from[i], p.to[j-1] }
