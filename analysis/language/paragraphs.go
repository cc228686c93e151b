package language

import "strings"

// paragraphs returns the stretches of text between line breaks and excluded
// spans that hold anything. Where a text has blank lines, those part its
// paragraphs and a single break is only the end of a line; else every break
// parts.
func paragraphs(text string, excluded []Span) [][2]int {
	parts := func(i int) int { // length of a paragraph break at i, 0 when there is none
		n := lineBreak(text, i)
		return n
	}
	if hasBlankLine(text) {
		parts = func(i int) int { return blankLine(text, i) }
	}
	var out [][2]int
	add := func(start, end int) {
		for start < end && isBlank(text[start]) {
			start++
		}
		for start < end && isBlank(text[end-1]) {
			end--
		}
		if start < end {
			out = append(out, [2]int{start, end})
		}
	}
	start := 0
	for i := 0; i < len(text); {
		if len(excluded) > 0 && i >= excluded[0].Start {
			add(start, i)
			i = max(i, excluded[0].End)
			start, excluded = i, excluded[1:]
			continue
		}
		if n := parts(i); n > 0 {
			add(start, i)
			i += n
			start = i
			continue
		}
		i++
	}
	add(start, len(text))
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }

func lineBreak(text string, i int) int {
	switch {
	case text[i] == '\n':
		return 1
	case strings.HasPrefix(text[i:], "\u2028"), strings.HasPrefix(text[i:], "\u2029"):
		return 3
	}
	return 0
}

// blankLine returns the length of the white space at i when it holds at least
// two line breaks, else 0.
func blankLine(text string, i int) int {
	if text[i] != '\n' {
		return 0
	}
	j, breaks := i, 0
	for j < len(text) && isBlank(text[j]) {
		if text[j] == '\n' {
			breaks++
		}
		j++
	}
	if breaks < 2 {
		return 0
	}
	return j - i
}

func hasBlankLine(text string) bool {
	for i := range len(text) {
		if text[i] == '\n' && blankLine(text, i) > 0 {
			return true
		}
	}
	return false
}
