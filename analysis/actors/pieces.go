package actors

import (
	"strings"
	"unicode/utf8"

	"slant/analysis/language"
	"slant/lexicons"
)

// A piece is a part of a token in which names are matched. Hyphens and
// apostrophes part pieces and belong to none, so that "Guinea-Bissau",
// "pro-Russian" and "the US's" are read alike however a tokeniser cuts them.
type piece struct {
	token      int
	start, end int    // bytes in the field of its sentence
	word       string // as written
	key        string // folded, without a full stop at its end
}

// parts reports whether a character parts pieces.
func parts(r rune) bool {
	switch r {
	case '-', '–', '‐', '‑', '/', '\'', '’', '‘', '_':
		return true
	}
	return false
}

// alone reports whether a character is a piece of its own.
func alone(r rune) bool { return r == ',' || r == '&' || r == '+' || r == '(' || r == ')' || r == '"' }

// cut calls yield with the start and end of every piece of s.
func cut(s string, yield func(start, end int)) {
	start := 0
	for i, r := range s {
		if !parts(r) && !alone(r) {
			continue
		}
		if start < i {
			yield(start, i)
		}
		start = i + utf8.RuneLen(r)
		if alone(r) {
			yield(i, start)
		}
	}
	if start < len(s) {
		yield(start, len(s))
	}
}

// plain reports whether s is one piece, which nearly every token is.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '.') {
			return false
		}
	}
	return true
}

// pieces returns the pieces of a document in order. An apostrophe or hyphen
// that is a token of its own gives none when it is joined to the word before.
func pieces(d *language.Document) []piece {
	out := make([]piece, 0, len(d.Tokens))
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if plain(t.Word) && len(t.Word) == t.End-t.Start {
			out = append(out, piece{i, t.Start, t.End, t.Word, strings.TrimRight(t.Lower, ".")})
			continue
		}
		raw := d.Text(language.Span{Start: t.Start, End: t.End, In: d.In(i)})
		any := false
		cut(raw, func(start, end int) {
			any = true
			out = append(out, piece{i, t.Start + start, t.Start + end, raw[start:end], key(raw[start:end])})
		})
		if !any && (i == 0 || d.Tokens[i-1].End != t.Start || d.In(i-1) != d.In(i)) {
			out = append(out, piece{i, t.Start, t.End, raw, raw})
		}
	}
	return out
}

// key returns the form in which pieces are compared.
func key(word string) string { return strings.TrimRight(lexicons.Fold(word), ".") }

// split returns the pieces of a name, as written and as keys.
func split(name string) (words, keys []string) {
	for _, field := range strings.Fields(name) {
		cut(field, func(start, end int) {
			words = append(words, field[start:end])
			keys = append(keys, key(field[start:end]))
		})
	}
	return words, keys
}

// A node is a step in the trie of all names.
type node struct {
	next map[string]*node
	name *name
}

// A name is one name of one actor.
type name struct {
	entry   int      // index in Finder.entries; blocked for a phrase that means nobody
	form    string   // name, alias, metonym or demonym
	words   []string // as the list writes it
	exact   bool     // it is made of ordinary words: capitals must be as written
	generic bool     // many states have an institution of this name
	capital int      // entry that the name's place is the capital of, or -1
}

const blocked = -1

func (n *node) add(keys []string, nm *name) {
	for _, k := range keys {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[k] == nil {
			n.next[k] = &node{}
		}
		n = n.next[k]
	}
	n.name = nm
}

// find returns the node at the end of keys, or nil.
func (n *node) find(keys []string) *node {
	for _, k := range keys {
		if n = n.next[k]; n == nil {
			return nil
		}
	}
	return n
}
