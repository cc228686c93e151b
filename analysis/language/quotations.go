package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Quotation is a stretch of text in quotation marks, from token First to Last,
// the marks included where there are any. It lies in one paragraph.
type Quotation struct {
	First, Last int
	Words       int  // words in it
	Outer       int  // index of the quotation that it stands in, -1 when in none
	Unclosed    bool // its paragraph ends, or another quotation begins, before it is closed
	GoesOn      bool // printed as the rest of the quotation before it, which a paragraph's end broke off
}

// Has reports whether q holds token i.
func (q Quotation) Has(i int) bool { return q.First <= i && i <= q.Last }

// marks of quotation, by what they do where they stand.
const (
	noMark       = iota
	opens        // “ « and " before a word
	closes       // ” » and " after one
	either       // " in between
	opensSingle  // ‘ and ' before a word, unless it is an apostrophe
	closesSingle // ’ and ' after one, unless it is an apostrophe
)

// longestSingle is how many tokens a quotation in single marks can hold. What
// closes farther away is an apostrophe.
const longestSingle = 120

// mark says what token i does. Shape decides, but a mark that is printed the
// wrong way round goes by the spaces beside it, as a straight one does.
func mark(d *Document, i int) int {
	t := d.Tokens[i]
	if t.Word != `"` && t.Word != "'" && t.Word != "`" {
		return noMark
	}
	left := !touches(d, i-1) || strings.ContainsAny(d.Tokens[i-1].Word, "([—–-/\"'")
	right := !touches(d, i)
	if !right {
		next, _ := utf8.DecodeRuneInString(d.Tokens[i+1].Word)
		right = strings.ContainsRune(".,;:!?)]…—–-\"'", next)
	}
	r, _ := utf8.DecodeRuneInString(d.Text(d.Span(i, i)))
	switch {
	case t.Word == `"` && left && !right:
		return opens
	case t.Word == `"` && right && !left:
		return closes
	case r == '“' || r == '„' || r == '«' || r == '‟':
		return opens
	case r == '”' || r == '»':
		return closes
	case t.Word == `"`:
		return either
	case r == '’':
		return closesSingle
	case startsWord(d, i):
		return opensSingle
	case r != '‘' && r != '‚' && r != '`':
		return closesSingle
	}
	return noMark
}

// quotations finds what stands in quotation marks, in order of where it begins.
//
// It reads paragraph by paragraph. A quotation that is open where a paragraph
// ends goes on if the next begins with a mark, as newspapers print speech of
// several paragraphs; else it ends there, so that one lost mark cannot turn the
// rest of an article round. Within a quotation others may stand, in single
// marks or, when the closing marks say so, in double ones again.
func quotations(d *Document) []Quotation {
	m := marks{d: d, open: -1}
	for first := 0; first < len(d.Tokens); {
		last := first
		for last+1 < len(d.Tokens) && !d.BeginsParagraph(last+1) {
			last++
		}
		m.paragraph(first, last)
		first = last + 1
	}
	slices.SortStableFunc(m.found, func(a, b Quotation) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.Last - a.Last
	})
	return m.nest()
}

// marks is the machine that reads quotation marks.
type marks struct {
	d        *Document
	found    []Quotation
	open     int  // first token of the quotation that is open, -1 when none is
	goesOn   bool // it is the rest of the one before
	unclosed bool // the paragraph before ended within a quotation
}

func (m *marks) end(last int, unclosed bool) {
	m.add(Quotation{First: m.open, Last: last, Unclosed: unclosed, GoesOn: m.goesOn})
	m.open, m.goesOn = -1, false
}

func (m *marks) add(q Quotation) {
	for i := q.First; i <= q.Last; i++ {
		if m.d.Tokens[i].IsWord() {
			q.Words++
		}
	}
	if q.Words > 0 {
		m.found = append(m.found, q)
	}
}

// paragraph reads the marks of one paragraph.
func (m *marks) paragraph(first, last int) {
	d := m.d
	broken := m.unclosed && first > 0 && d.In(first) == d.In(first-1)
	for i := first; i <= last; i++ {
		switch mark(d, i) {
		case opens:
			switch {
			case m.open < 0:
				m.open, m.goesOn = i, broken && i == first
			case m.nestsAt(i, last):
				inner := i
				for i++; mark(d, i) != closes; {
					i++
				}
				m.add(Quotation{First: inner, Last: i})
			default:
				m.end(i-1, true)
				m.open = i
			}
		case closes:
			if m.open >= 0 {
				m.end(i, false)
			}
		case either:
			switch {
			case m.open >= 0:
				m.end(i, false)
			case i > first && digitBefore(d, i): // inches and seconds: 6'2"
			default:
				m.open, m.goesOn = i, broken && i == first
			}
		case opensSingle:
			if end := m.single(i, last); end > 0 {
				m.add(Quotation{First: i, Last: end})
				i = end
			}
		}
	}
	m.unclosed = m.open >= 0
	if m.open >= 0 {
		m.end(last, true)
	}
}

// nestsAt reports whether the mark at i opens a quotation within the open one:
// the next two double marks of the paragraph both close.
func (m *marks) nestsAt(i, last int) bool {
	closed := 0
	for j := i + 1; j <= min(last, i+longestSingle); j++ {
		switch mark(m.d, j) {
		case opens, either:
			return false
		case closes:
			if closed++; closed == 2 {
				return true
			}
		}
	}
	return false
}

// single returns the token that closes the single mark at i, 0 when none does:
// the first mark after a word or a stop that is no apostrophe of a plural
// possessive (workers' rights).
func (m *marks) single(i, last int) int {
	d := m.d
	fallback := 0
	for j := i + 2; j <= min(last, i+longestSingle); j++ {
		switch mark(d, j) {
		case opens, closes, either:
			return fallback
		case closesSingle:
			if !touches(d, j-1) || touches(d, j) && d.Tokens[j+1].IsWord() {
				continue
			}
			possessive := strings.HasSuffix(d.Tokens[j-1].Word, "s") && j < last && d.Tokens[j+1].IsWord()
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

// nest says of each quotation which other it stands in. One that crosses the
// end of another is left out.
func (m *marks) nest() []Quotation {
	out := m.found[:0]
	var stack []int
	for _, q := range m.found {
		for len(stack) > 0 && out[stack[len(stack)-1]].Last < q.First {
			stack = stack[:len(stack)-1]
		}
		q.Outer = -1
		if n := len(stack); n > 0 {
			if q.Outer = stack[n-1]; q.Last > out[q.Outer].Last {
				continue
			}
		}
		stack = append(stack, len(out))
		out = append(out, q)
	}
	return out
}

// IsWord reports whether t is a word or number rather than a mark.
func (t Token) IsWord() bool {
	r, _ := utf8.DecodeRuneInString(t.Word)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || len(t.Word) > 1 && (r == '\'' || r == '$')
}

// BeginsParagraph reports whether token i is the first of its paragraph.
func (d *Document) BeginsParagraph(i int) bool {
	if i == 0 {
		return true
	}
	a, b := d.Sentences[d.Tokens[i-1].Sentence], d.Sentences[d.Tokens[i].Sentence]
	return a.In != b.In || a.Paragraph != b.Paragraph
}

// touches reports whether tokens i and i+1 stand without a space between them.
func touches(d *Document, i int) bool {
	return i >= 0 && i+1 < len(d.Tokens) && d.In(i) == d.In(i+1) && d.Tokens[i].End == d.Tokens[i+1].Start
}

func digitBefore(d *Document, i int) bool {
	if !touches(d, i-1) {
		return false
	}
	w := d.Tokens[i-1].Word
	return w[len(w)-1] >= '0' && w[len(w)-1] <= '9'
}

// startsWord reports whether the single mark at i stands before a word and after
// a space, which an apostrophe does only in decades and clipped words.
func startsWord(d *Document, i int) bool {
	if touches(d, i-1) && !strings.ContainsAny(d.Tokens[i-1].Word, "([—–-\"") || !touches(d, i) {
		return false
	}
	next := d.Tokens[i+1].Word
	return next[0] < '0' || next[0] > '9' || len(next) != 3 // '90s
}
