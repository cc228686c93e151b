// Package tokenise cuts a text into paragraphs, sentences and tokens. It
// follows the conventions of the English treebanks of Universal Dependencies:
// "don't" is two tokens, "well-known" three, "U.S." one.
//
// Every token and sentence is a range of bytes of the text as it was given,
// whatever that holds; nothing is rewritten. Word gives the form in which the
// parser wants to see a token.
package tokenise

import "unicode/utf8"

// A Kind says what a token looks like.
type Kind uint8

const (
	Word        Kind = iota // letters, perhaps with digits
	Number                  // digits, perhaps with separators
	Punctuation             // marks
	Symbol                  // $, %, emoji, handles
	Address                 // web and mail addresses
)

// A Gap says what stands before a token.
type Gap uint8

const (
	Joined    Gap = iota // nothing: it touches the token before
	Space                // white space in a line
	Line                 // the end of a line
	Paragraph            // the end of a paragraph, or the beginning of the text
)

// A Token is the bytes Start to End-1 of the text. Tokens are in order, do not
// overlap and are never empty; between them stands white space only.
type Token struct {
	Start, End int
	Kind       Kind
	Gap        Gap
}

// A Sentence is the tokens First to Last-1, of which there is at least one.
type Sentence struct {
	First, Last int
	Paragraph   int // number of its paragraph, counted from 0
}

// A Reading is a text in sentences and tokens.
type Reading struct {
	Tokens    []Token
	Sentences []Sentence
}

// Text reads a text. The excluded ranges of bytes, ordered and not overlapping,
// give no tokens and end the paragraph before them.
func Text(text string, excluded [][2]int) Reading {
	s := scanner{text: text, wrapped: wrapped(text), tokens: make([]Token, 0, len(text)/5+8)}
	at := 0
	for _, e := range excluded {
		s.scan(at, min(max(at, e[0]), len(text)))
		at = min(max(at, e[1]), len(text))
	}
	s.scan(at, len(text))
	r := Reading{Tokens: s.tokens, Sentences: make([]Sentence, 0, len(s.tokens)/20+4)}
	paragraph := -1
	for i, t := range r.Tokens {
		if t.Gap == Paragraph {
			paragraph++
		}
		n := len(r.Sentences)
		if n == 0 || t.Gap == Paragraph || begins(text, r.Tokens, r.Sentences[n-1].First, i) {
			r.Sentences = append(r.Sentences, Sentence{First: i, Paragraph: paragraph})
		}
		r.Sentences[len(r.Sentences)-1].Last = i + 1
	}
	return r
}

// wrapped reports whether the lines of a text were broken to a width, so that
// the end of a line says nothing: often a line goes on in small letters.
func wrapped(text string) bool {
	ends, goOn := 0, 0
	for i := 1; i+1 < len(text); i++ {
		if text[i] != '\n' || class[text[i-1]]&white != 0 || text[i+1] == '\n' || text[i+1] == '\r' {
			continue
		}
		ends++
		if c := class[text[i-1]]; (c&(letter|digit) != 0 || text[i-1] == ',') && class[text[i+1]]&letter != 0 && class[text[i+1]]&capital == 0 {
			goOn++
		}
	}
	return goOn*4 > ends
}

// A scanner cuts text into tokens.
type scanner struct {
	text    string
	end     int // of the part that is scanned
	wrapped bool
	gap     Gap // before the next token
	tokens  []Token
}

func (s *scanner) emit(start, end int, kind Kind) {
	s.tokens = append(s.tokens, Token{start, end, kind, s.gap})
	s.gap = Joined
}

// scan reads the bytes from start to end-1 as paragraphs of their own.
func (s *scanner) scan(start, end int) {
	s.gap, s.end = Paragraph, end
	for i := start; i < end; {
		if n := s.space(i); n > 0 {
			i += n
			continue
		}
		// Most words are plain letters before a space or a comma.
		if class[s.text[i]]&letter != 0 {
			j := i + 1
			for j < end && class[s.text[j]]&letter != 0 {
				j++
			}
			if j == end || class[s.text[j]]&white != 0 {
				s.plain(i, j)
				i = j
				continue
			}
			if c := s.text[j]; (c == ',' || c == ';' || c == '?' || c == '!' || c == ':') && (j+1 == end || class[s.text[j+1]]&white != 0) {
				s.plain(i, j)
				s.emit(j, j+1, Punctuation)
				i = j + 1
				continue
			}
		}
		j := i + 1
		for j < end && class[s.text[j]]&white == 0 && (class[s.text[j]]&high == 0 || highSpace(s.text[j:end]) == 0) {
			j++
		}
		s.chunk(i, j)
		i = j
	}
}

// space returns the length of the white space at i, or 0, and notes the gap.
func (s *scanner) space(i int) int {
	c := s.text[i]
	switch {
	case c == '\n':
		switch {
		case s.gap == Paragraph:
		case s.gap == Line || !s.wrapped:
			s.gap = Paragraph
		default:
			s.gap = Line
		}
		return 1
	case class[c]&white != 0:
		s.gap = max(s.gap, Space)
		return 1
	case class[c]&high != 0:
		n := highSpace(s.text[i:s.end])
		if n > 0 {
			s.gap = max(s.gap, Space)
		}
		return n
	}
	return 0
}

// chunk cuts the bytes from i to j-1, which hold no white space.
func (s *scanner) chunk(i, j int) {
	start := i
	for i < j {
		c := s.text[i]
		switch {
		case class[c]&(letter|digit) != 0:
			i = s.wordAt(i, j)
		case class[c]&high != 0:
			i = s.highAt(i, j, start)
		default:
			i = s.markAt(i, j, start)
		}
	}
}

// markAt emits the token at i, an ASCII mark or a word that begins with one, and
// returns its end.
func (s *scanner) markAt(i, j, start int) int {
	text := s.text
	switch c := text[i]; c {
	case '.':
		k := run(text, i, j)
		if k == i+1 && k < j && class[text[k]]&digit != 0 && (i == start || class[text[i-1]]&(letter|digit) == 0) {
			return s.wordAt(i, j) // .5
		}
		s.emit(i, k, Punctuation)
		return k
	case '-', '=', '*', '_', '~', '+', '<', '>', '|':
		k := run(text, i, j)
		s.emit(i, k, Punctuation)
		return k
	case '!', '?':
		k := i
		for k < j && (text[k] == '!' || text[k] == '?') {
			k++
		}
		s.emit(i, k, Punctuation)
		return k
	case '\'', '`':
		if c == '\'' {
			if k := s.clipped(i, i+1, j, i == start); k > 0 {
				s.emit(i, k, Word)
				return k
			}
		}
		k := i + 1
		if k < j && text[k] == c {
			k++
		}
		s.emit(i, k, Punctuation)
		return k
	case ':', ';':
		if k := smiley(text[i:j]); k > 0 && i == start {
			s.emit(i, i+k, Symbol)
			return i + k
		}
	case '$', '%', '&':
		s.emit(i, i+1, Symbol)
		return i + 1
	case '#', '@':
		// a tag or a name in social media
		k := i + 1
		for k < j && (class[text[k]]&(letter|digit) != 0 || text[k] == '_') {
			k++
		}
		if i == start && k > i+1 && (c == '@' || class[text[i+1]]&letter != 0) {
			s.emit(i, k, Symbol)
			return k
		}
		s.emit(i, i+1, Symbol)
		return i + 1
	}
	s.emit(i, i+1, Punctuation)
	return i + 1
}

// run returns the end of the run of the byte at i.
func run(text string, i, j int) int {
	k := i + 1
	for k < j && text[k] == text[i] {
		k++
	}
	return k
}

// smiley returns the length of an emoticon that is all of text, or 0.
func smiley(text string) int {
	if n := len(text); n == 2 || n == 3 && text[1] == '-' {
		switch text[n-1] {
		case ')', '(', 'D', 'P':
			return n
		}
	}
	return 0
}

// highAt emits the token at i, which does not begin with ASCII, and returns its
// end.
func (s *scanner) highAt(i, j, start int) int {
	n, kind := look(s.text[i:j])
	switch kind {
	case wordRune, invisible:
		return s.wordAt(i, j)
	case apostrophe:
		if k := s.clipped(i, i+n, j, i == start); k > 0 {
			s.emit(i, k, Word)
			return k
		}
	case picture:
		k := i + picture1(s.text[i:j])
		s.emit(i, k, Symbol)
		return k
	case currency:
		s.emit(i, i+n, Symbol)
		return i + n
	}
	s.emit(i, i+n, Punctuation)
	return i + n
}

// Form returns a token's text in the form that the parser was taught: with
// straight quotation marks and without soft hyphens and other characters that
// are not seen. It allocates only where it must change something.
func Form(text string) string {
	if text == "''" || text == "``" {
		return `"`
	}
	for i := range len(text) {
		if class[text[i]]&high != 0 {
			return form(text)
		}
	}
	return text
}

func form(text string) string {
	out := make([]byte, 0, len(text))
	changed := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '’' || r == '‘' || r == '‛' || r == 'ʼ' || r == '′':
			out, changed = append(out, '\''), true
		case r == '“' || r == '”' || r == '„' || r == '‟' || r == '«' || r == '»' || r == '″':
			out, changed = append(out, '"'), true
		case r == '‐' || r == '‑':
			out, changed = append(out, '-'), true
		case r == '…':
			out, changed = append(out, "..."...), true
		case isInvisible(r) && len(text) > n:
			changed = true
		default:
			out = append(out, text[i:i+n]...)
		}
		i += n
	}
	if !changed || len(out) == 0 {
		return text
	}
	return string(out)
}
