package tokenise

import (
	"unicode"
	"unicode/utf8"
)

// Classes of bytes.
const (
	white = 1 << iota
	letter
	capital
	digit
	high // not ASCII
)

var class = func() (c [256]uint8) {
	for _, b := range " \t\n\r\v\f" {
		c[b] = white
	}
	for b := 'a'; b <= 'z'; b++ {
		c[b] = letter
	}
	for b := 'A'; b <= 'Z'; b++ {
		c[b] = letter | capital
	}
	for b := '0'; b <= '9'; b++ {
		c[b] = digit
	}
	for b := 128; b < 256; b++ {
		c[b] = high
	}
	return c
}()

// highSpace returns the length of the white space beyond ASCII that text begins
// with, or 0. The zero-width space and the byte order mark count as white space.
func highSpace(text string) int {
	switch text[0] {
	case 0xC2:
		if len(text) > 1 && (text[1] == 0xA0 || text[1] == 0x85) {
			return 2
		}
	case 0xE1, 0xE2, 0xE3, 0xEF:
		switch r, n := utf8.DecodeRuneInString(text); {
		case r >= 0x2000 && r <= 0x200B, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000, r == 0x1680, r == 0xFEFF:
			return n
		}
	}
	return 0
}

// What a character beyond ASCII is to a tokeniser.
type runeKind uint8

const (
	mark       runeKind = iota // a token of its own
	wordRune                   // letter, digit or combining mark
	apostrophe                 // may be a quotation mark as well
	invisible                  // soft hyphen, joiners, direction marks
	picture                    // emoji and other symbols
	currency
)

// look returns the length and the kind of the character that text begins with.
func look(text string) (int, runeKind) {
	r, n := utf8.DecodeRuneInString(text)
	switch {
	case r == utf8.RuneError && n <= 1:
		return 1, mark
	case r == '’' || r == 'ʼ':
		return n, apostrophe
	case isInvisible(r):
		return n, invisible
	case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r):
		return n, wordRune
	case unicode.Is(unicode.Sc, r):
		return n, currency
	case unicode.Is(unicode.So, r) || r >= 0x1F3FB && r <= 0x1F3FF:
		return n, picture
	}
	return n, mark
}

// isInvisible reports whether a character changes how its neighbours look or
// break, and is not seen itself.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x034F, r >= 0x200C && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r >= 0xFE00 && r <= 0xFE0F:
		return true
	}
	return false
}

// picture1 returns the length of the emoji that text begins with: a character,
// its variants and skin tones, and what is joined to it; or a flag of two letters.
func picture1(text string) int {
	regional := func(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }
	first, n := utf8.DecodeRuneInString(text)
	joined, second := false, regional(first)
	for n < len(text) {
		r, k := utf8.DecodeRuneInString(text[n:])
		switch {
		case r == 0x200D:
			joined = true
		case isInvisible(r), r == 0x20E3, r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
		case second && regional(r):
			second = false
		case joined && unicode.Is(unicode.So, r):
			joined = false
		default:
			return n
		}
		n += k
	}
	return n
}

// small returns an ASCII letter in lower case.
func small(c byte) byte {
	if class[c]&capital != 0 {
		return c + 'a' - 'A'
	}
	return c
}

// is reports whether text is word, which is ASCII in lower case, in any case.
func is(text, word string) bool {
	if len(text) != len(word) {
		return false
	}
	for i := range len(text) {
		if small(text[i]) != word[i] {
			return false
		}
	}
	return true
}

// in reports whether text, of any case, is in a set of short words in lower case.
func in(set map[string]bool, text string) bool {
	var buffer [8]byte
	if len(text) > len(buffer) {
		return false
	}
	for i := range len(text) {
		buffer[i] = small(text[i])
	}
	return set[string(buffer[:len(text)])]
}

// set returns the words of a list.
func set(words ...string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}
