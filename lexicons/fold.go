package lexicons

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special are the Latin letters that no decomposition turns into plain ones.
var special = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th",
	"’", "'", "‘", "'", "ʼ", "'", "‑", "-", "‐", "-", "\u00ad", "")

// Fold returns s in lower case without accents, the form in which names are
// compared: "Élysée" and "Elysee" are one.
func Fold(s string) string {
	s = strings.ToLower(s)
	ascii := true
	for i := 0; i < len(s); i++ {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(special.Replace(s)))
}

// Slug returns the id that a name gives: its letters and digits, folded, with
// one hyphen for all else: "Maria Zakharova" gives "maria-zakharova". A name in
// a script that cannot be folded keeps its letters.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range Fold(name) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case r == '\'' || r == '.':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}
