package tokenise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// begins reports whether token i begins a sentence, given that it does not begin
// a paragraph and that the sentence so far begins with token first.
func begins(text string, tokens []Token, first, i int) bool {
	t := tokens[i]
	switch {
	case t.Gap == Line && bullet(text, tokens, i), t.Kind == Address && tokens[i-1].Kind == Address && t.Gap != Joined:
		return true
	case tokens[first].Gap == Paragraph && dateline(text, tokens[first:i+1]):
		return true
	case i-first == 2 && tokens[first].Kind == Number && tokens[i-1].Gap == Joined && tokens[first].End-tokens[first].Start <= 2:
		return false // the number of an item: "2. The ministry"
	}
	// The mark that may end a sentence, before what closes after it.
	last, closed := i-1, 0
	for last >= 0 && closed < 3 && (closes(word(text, tokens[last])) || feels(tokens[last].Kind, word(text, tokens[last]))) {
		if tokens[last].Kind == Punctuation && tokens[last].Gap != Joined && tokens[last+1].Gap == Joined {
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
	follower := word(text, tokens[next])
	high := capitalised(follower)
	end := word(text, tokens[last])
	kind := tokens[last].Kind
	switch mark := end[len(end)-1]; {
	case end == "." && last > 0 && tokens[last].Gap == Space && word(text, tokens[last-1]) == ".":
		return high && t.Gap != Joined // ". . ."
	case kind == Punctuation && (end == "." || mark == '?' || mark == '!'):
		switch {
		case t.Gap == Joined && closed == 0:
			return high && t.Kind == Word
		case t.Gap == Joined:
			return false
		case mark == '!' && last > 0 && closed == 0 && shouts[word(text, tokens[last-1])]:
			return false
		}
		// Hardly ever does a sentence go on in small letters after such a mark,
		// unless a quotation ends there.
		return high || next == i && opens(word(text, t)) || closed == 0 && (t.Kind == Word || t.Kind == Address)
	case kind == Punctuation && (mark == '.' || end == "…"):
		return high && t.Gap != Joined
	case kind == Word && mark == '.':
		return high && t.Gap != Joined && abbreviationEnds(text, tokens, last, follower)
	}
	return false
}

// shouts are names that end in an exclamation mark.
var shouts = map[string]bool{"Yahoo": true, "Jeopardy": true, "Yum": true}

// abbreviationEnds reports whether a sentence ends in the abbreviation at i, when
// the word after it is next, with a capital.
func abbreviationEnds(text string, tokens []Token, i int, next string) bool {
	if !in(starters, next) {
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

// dateline reports whether the tokens of a paragraph but the last are a dateline,
// "MOSCOW, Nov. 3 (Reuters) —", and the last begins the news: names with capitals,
// numbers, commas and brackets up to a dash.
func dateline(text string, tokens []Token) bool {
	n := len(tokens)
	if n < 3 || n > 16 || !capitalised(word(text, tokens[n-1])) && !opens(word(text, tokens[n-1])) {
		return false
	}
	switch word(text, tokens[n-2]) {
	case "-", "–", "—", "--":
	default:
		return false
	}
	if tokens[n-2].Gap == Joined && tokens[n-1].Gap == Joined {
		return false // a compound: "Trans-Siberian"
	}
	sure := false // capitals only, a comma or an agency: no headline, no list
	for i, t := range tokens[:n-2] {
		switch w := word(text, t); {
		case w == "(" || w == ",":
			sure = sure || i > 0
		case w == ")" || w == "/" || w == ".":
		case t.Kind == Number:
		case t.Kind != Word || !capitalised(w):
			return false
		case i == 0 && len(w) > 2 && w == strings.ToUpper(w) && w != "I":
			sure = true
		}
	}
	return sure && tokens[0].Kind == Word
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

// feels reports whether a token is an emoticon or emoji, which stands after the
// mark that ends its sentence.
func feels(kind Kind, w string) bool {
	return kind == Symbol && (w[0] == ':' || w[0] == ';' || w[0] >= 0xF0)
}

func opens(w string) bool {
	switch w {
	case `"`, "'", "''", "(", "[", "``", "`", "“", "‘", "«":
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
