package voice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"slant/analysis/language"
)

// A quotation is a stretch of text in quotation marks.
type quotation struct {
	first, last int // tokens from mark to mark, inclusive; the marks too where there are any
	words       int // words between the marks
	unclosed    bool
}

// inside reports whether q holds token i.
func (q quotation) inside(i int) bool { return q.first <= i && i <= q.last }

// marks of quotation, by what they can do.
const (
	noMark = iota
	opening
	closing
	straight       // opens or closes
	openingSingle  // opens, unless it is an apostrophe
	closingSingle  // closes, unless it is an apostrophe
	straightSingle // either, or an apostrophe
)

func markOf(d *language.Document, i int) int {
	t := d.Tokens[i]
	if t.Word != `"` && t.Word != "'" {
		return noMark
	}
	r, _ := utf8.DecodeRuneInString(d.Text(d.Span(i, i)))
	switch r {
	case '“', '„', '«', '‟':
		return opening
	case '”', '»':
		return closing
	case '‘', '‚', '`':
		if t.Word == `"` {
			return straight
		}
		return openingSingle
	case '’':
		return closingSingle
	case '"', '″':
		return straight
	}
	if t.Word == `"` {
		return straight
	}
	return straightSingle
}

// quotations finds what stands in quotation marks, paragraph by paragraph. A
// quotation that is open where a paragraph ends goes on if the next begins with
// an opening mark, as newspapers print speech of several paragraphs; else it
// ends there, so that one lost mark cannot turn the rest of an article round.
func quotations(d *language.Document) []quotation {
	var out []quotation
	open := -1 // first token of the quotation that is open
	end := func(last int, unclosed bool) {
		q := quotation{first: open, last: last, unclosed: unclosed}
		for i := open; i <= last; i++ {
			if isWord(d.Tokens[i]) {
				q.words++
			}
		}
		if q.words > 0 {
			out = append(out, q)
		}
		open = -1
	}
	for i := 0; i < len(d.Tokens); i++ {
		begins := i == 0 || newParagraph(d, i)
		mark := markOf(d, i)
		if begins && open >= 0 {
			goesOn := (mark == opening || mark == straight) && d.In(i) == d.In(open)
			if !goesOn {
				end(i-1, true)
			} else {
				// The same speech, printed with a mark at each paragraph: a
				// quotation of its own, so that offsets stay simple.
				end(i-1, false)
				open = i
				continue
			}
		}
		switch mark {
		case opening:
			if open >= 0 {
				end(i-1, true)
			}
			open = i
		case closing:
			if open >= 0 {
				end(i, false)
			}
		case straight:
			switch {
			case open >= 0:
				end(i, false)
			case afterDigit(d, i): // inches and seconds: 6'2"
			default:
				open = i
			}
		case openingSingle, straightSingle:
			if open >= 0 || !startsWord(d, i) {
				continue
			}
			if last := singleEnd(d, i); last > 0 {
				open = i
				end(last, false)
				i = last
			}
		}
	}
	if open >= 0 {
		end(len(d.Tokens)-1, true)
	}
	return out
}

func isWord(t language.Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Word)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || len(t.Word) > 1 && r == '\'' || r == '$' && len(t.Word) > 1
}

func newParagraph(d *language.Document, i int) bool {
	a, b := d.Sentences[d.Tokens[i-1].Sentence], d.Sentences[d.Tokens[i].Sentence]
	return a.In != b.In || a.Paragraph != b.Paragraph
}

// touches reports whether tokens i and i+1 stand without a space between them.
func touches(d *language.Document, i int) bool {
	return i >= 0 && i+1 < len(d.Tokens) && d.In(i) == d.In(i+1) && d.Tokens[i].End == d.Tokens[i+1].Start
}

func afterDigit(d *language.Document, i int) bool {
	if !touches(d, i-1) {
		return false
	}
	w := d.Tokens[i-1].Word
	return w[len(w)-1] >= '0' && w[len(w)-1] <= '9'
}

// startsWord reports whether the mark at i stands before a word and after a
// space, which an apostrophe does only in decades and clipped words.
func startsWord(d *language.Document, i int) bool {
	if touches(d, i-1) && !strings.ContainsAny(d.Tokens[i-1].Word, "([—–-\"") {
		return false
	}
	if !touches(d, i) {
		return false
	}
	c := d.Tokens[i+1].Word[0]
	return c < '0' || c > '9' || len(d.Tokens[i+1].Word) != 3 // '90s
}

// singleEnd returns the token that closes the single mark at i, 0 when none
// does within the paragraph: the first mark after a word or a stop that is no
// apostrophe of a plural possessive (workers' rights).
func singleEnd(d *language.Document, i int) int {
	fallback := 0
	for j := i + 2; j < len(d.Tokens) && !newParagraph(d, j); j++ {
		switch markOf(d, j) {
		case opening, closing, straight:
			return fallback
		case closingSingle, straightSingle:
			if !touches(d, j-1) || touches(d, j) && isWord(d.Tokens[j+1]) {
				continue
			}
			before := d.Tokens[j-1].Word
			possessive := strings.HasSuffix(before, "s") && j+1 < len(d.Tokens) && isWord(d.Tokens[j+1]) && d.Tokens[j].Tag == "POS"
			if !possessive {
				return j
			}
			if fallback == 0 {
				fallback = j
			}
		}
	}
	return fallback
}
