package tokenise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// begins reports whether token i begins a sentence, given that it does not begin
// a paragraph.
func begins(text string, tokens []Token, i int) bool {
	t := tokens[i]
	if t.Gap == Line && bullet(text, tokens, i) {
		return true
	}
	// The mark that may end a sentence, before what closes after it.
	last, closed := i-1, 0
	for last >= 0 && closed < 3 && closes(word(text, tokens[last])) {
		if tokens[last].Gap != Joined && tokens[last+1].Gap == Joined {
			return false // it opens: a quotation or bracket begins there
		}
		last--
		closed++
	}
	if last < 0 || t.Gap == Joined && closes(word(text, t)) {
		return false
	}
	next := i
	for next < len(tokens)-1 && next-i < 2 && opens(word(text, tokens[next])) {
		next++
	}
	first := word(text, tokens[next])
	high := capitalised(first)
	end := word(text, tokens[last])
	kind := tokens[last].Kind
	switch mark := end[len(end)-1]; {
	case kind == Punctuation && (end == "." || mark == '?' || mark == '!'):
		switch {
		case t.Gap == Joined && closed == 0:
			return high && t.Kind == Word
		case t.Gap == Joined:
			return false
		case mark == '!' && last > 0 && closed == 0 && shouts[word(text, tokens[last-1])]:
			return false
		}
		return high || next == i && opens(word(text, t)) || mark == '.' && closed == 0 && t.Kind != Word && t.Kind != Punctuation
	case kind == Punctuation && (mark == '.' || end == "…"):
		return high && t.Gap != Joined
	case kind == Word && mark == '.':
		return high && t.Gap != Joined && abbreviationEnds(text, tokens, last, first)
	}
	return false
}

// shouts are names that end in an exclamation mark.
var shouts = map[string]bool{"Yahoo": true, "Jeopardy": true, "Yum": true}

// abbreviationEnds reports whether a sentence ends in the abbreviation at i, when
// the word after it is first, with a capital.
func abbreviationEnds(text string, tokens []Token, i int, first string) bool {
	if !in(starters, first) {
		return false
	}
	w := word(text, tokens[i])
	w = w[:len(w)-1]
	switch {
	case strings.Contains(w, "."): // U.S., a.m.
		return true
	case len(w) == 1:
		// an initial, unless it names one thing of a kind: "vitamin C."
		return i > 0 && tokens[i].Gap != Joined && tokens[i-1].Kind == Word && !capitalised(word(text, tokens[i-1]))
	}
	return !in(titles, w)
}

// bullet reports whether token i begins an item of a list.
func bullet(text string, tokens []Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].Gap == Joined && tokens[i].Kind != Number {
		return false
	}
	switch w := word(text, tokens[i]); w {
	case "-", "*", "•", "–", "—", "·", "+", ">", "●", "▪":
		return true
	default:
		next := word(text, tokens[i+1])
		return tokens[i].Kind == Number && tokens[i+1].Gap == Joined && (next == "." || next == ")")
	}
}

func word(text string, t Token) string { return text[t.Start:t.End] }

func closes(w string) bool {
	switch w {
	case `"`, "'", ")", "]", "''", "”", "’", "»":
		return true
	}
	return false
}

func opens(w string) bool {
	switch w {
	case `"`, "'", "(", "[", "``", "`", "“", "‘", "«":
		return true
	}
	return false
}

// capitalised reports whether a word begins with a capital or a digit.
func capitalised(w string) bool {
	if c := class[w[0]]; c&high == 0 {
		return c&(capital|digit) != 0
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}
