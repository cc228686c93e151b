package parse

import "strings"

// Features are the rows of the embedding tables that describe a word form.
type Features struct {
	Word    int32 // 0 for a form that the treebanks do not hold
	Vector  int32 // -1 for a form without a vector
	Suffix2 int32
	Suffix3 int32
	Suffix4 int32
	Prefix3 int32
	Shape   int32
}

const (
	affixRows = 4096 // rows of each table of prefixes or suffixes
	shapeRows = 1024
)

// Normal returns the form under which a word is looked up: straight quotes,
// lower case, and one form for all numbers and one for all years.
func Normal(form string) string {
	form = straight(form)
	number := false
	for i := range len(form) {
		switch c := form[i]; {
		case c >= '0' && c <= '9':
			number = true
		case c != ',' && c != '.' && c != ':' && c != '/' && c != '-':
			return strings.ToLower(form)
		}
	}
	switch {
	case number && len(form) == 4:
		return "!YEAR"
	case number:
		return "!NUM"
	}
	return form
}

// straight replaces typographic quotation marks by those that the treebanks
// have.
func straight(form string) string {
	plain := true
	for i := range len(form) {
		if c := form[i]; c == 0xE2 || c == '`' || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return form
	}
	switch form {
	case "``", "''", "“", "”", "„", "‟":
		return `"`
	case "`", "‘", "‛":
		return "'"
	}
	return strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`).Replace(form)
}

// features describes a word form.
func (w *words) features(form string) Features {
	normal := Normal(form)
	f := Features{
		Suffix2: hash('2', normal[max(0, len(normal)-2):]) % affixRows,
		Suffix3: hash('3', normal[max(0, len(normal)-3):]) % affixRows,
		Suffix4: hash('4', normal[max(0, len(normal)-4):]) % affixRows,
		Prefix3: hash('p', normal[:min(3, len(normal))]) % affixRows,
		Shape:   shape(form),
	}
	f.Word, f.Vector = w.rows(normal)
	return f
}

// hash returns a number that is not negative (FNV-1a, its halves mixed).
func hash(kind byte, s string) int32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	h ^= h >> 15
	return int32(h &^ (1 << 31))
}

// shape returns the row for the look of a form: capitals, small letters,
// digits, other characters, runs of more than two counted as two.
func shape(form string) int32 {
	var (
		h    = uint32(2166136261)
		last rune
		run  int
	)
	for _, r := range form {
		switch {
		case r >= 'A' && r <= 'Z':
			r = 'X'
		case r >= 'a' && r <= 'z':
			r = 'x'
		case r >= '0' && r <= '9':
			r = 'd'
		case r >= 128:
			r = 'o'
		}
		if r == last {
			run++
		} else {
			last, run = r, 1
		}
		if run <= 2 {
			h = (h ^ uint32(r)) * 16777619
		}
	}
	h ^= h >> 15
	return int32(h % shapeRows)
}

// Distances is the number of classes of Distance.
const Distances = 18

// Distance returns the class of the way from a word to its head: left or right,
// and how far.
func Distance(dependent, head int) int {
	d, side := head-dependent, 0
	if d < 0 {
		d, side = -d, Distances/2
	}
	switch {
	case d <= 4:
		return side + max(d, 1) - 1
	case d <= 6:
		return side + 4
	case d <= 9:
		return side + 5
	case d <= 14:
		return side + 6
	case d <= 24:
		return side + 7
	}
	return side + 8
}
