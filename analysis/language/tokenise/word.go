package tokenise

import "strings"

// plain emits a word of ASCII letters, in two tokens where the treebanks have
// two: "can|not", "gon|na".
func (s *scanner) plain(i, j int) {
	w, cut := s.text[i:j], 0
	switch len(w) {
	case 4:
		if is(w, "dont") {
			cut = 2
		}
	case 5:
		switch small(w[0]) {
		case 'g':
			if is(w, "gonna") || is(w, "gotta") || is(w, "gimme") {
				cut = 3
			}
		case 'w':
			if is(w, "wanna") {
				cut = 3
			}
		case 'l':
			if is(w, "lemme") {
				cut = 3
			}
		case 'd':
			if is(w, "didnt") {
				cut = 3
			}
		}
	case 6:
		switch small(w[0]) {
		case 'c':
			if is(w, "cannot") {
				cut = 3
			}
		case 'd':
			if is(w, "doesnt") {
				cut = 4
			}
		}
	}
	if cut > 0 {
		s.emit(i, i+cut, Word)
	}
	s.emit(i+cut, j, Word)
}

// wordAt emits the word, number or address at i and returns its end. A word with
// a contraction gives two tokens.
func (s *scanner) wordAt(i, j int) int {
	text := s.text
	if end := address(text, i, j); end > 0 {
		s.emit(i, end, Address)
		return end
	}
	var letters, digits, dots int
	k := i
scan:
	for k < j {
		c := text[k]
		switch {
		case class[c]&letter != 0:
			letters++
			k++
			continue
		case class[c]&digit != 0:
			digits++
			k++
			continue
		case class[c]&high != 0:
			n, kind := look(text[k:j])
			switch {
			case kind == wordRune:
				letters++
				k += n
				continue
			case kind == invisible:
				k += n
				continue
			case kind == apostrophe && k > i:
				if end := s.contraction(i, k, k+n, j); end > 0 {
					return end
				}
				if letters > 0 && k+n < j && class[text[k+n]]&letter != 0 {
					k += n // O’Brien
					continue
				}
			}
			break scan
		}
		next := byte(0)
		if k+1 < j {
			next = text[k+1]
		}
		before := byte(0)
		if k > i {
			before = text[k-1]
		}
		inNumber := class[before]&digit != 0 && class[next]&digit != 0
		switch c {
		case '\'':
			if end := s.contraction(i, k, k+1, j); end > 0 {
				return end
			}
			if letters > 0 && class[next]&letter != 0 {
				k++ // O'Brien
				continue
			}
		case '.':
			if k+1 < j && s.wordRuneAt(k+1, j) {
				if letters > 2 && digits == 0 && dots == 0 && class[next]&capital != 0 && class[before]&letter != 0 && class[before]&capital == 0 {
					break scan // a space was forgotten: "end.The"
				}
				dots++
				k++
				continue
			}
			if k > i && abbreviation(text, i, k, j, letters, digits, dots) {
				k++
				letters = max(letters, 1)
				break scan
			}
		case ',':
			if inNumber && k+3 < j && class[text[k+2]]&digit != 0 && class[text[k+3]]&digit != 0 {
				k++
				continue
			}
		case ':', '/':
			if inNumber {
				k++
				continue
			}
		case '&':
			if k-i <= 2 && class[before]&capital != 0 && class[next]&capital != 0 {
				k++ // AT&T
				continue
			}
		case '-':
			if letters > 0 && k+1 < j && (class[next]&letter != 0 && prefixed(text[i:k]) || class[next]&digit != 0 && class[before]&capital != 0) {
				k++ // co-operate, F-16
				continue
			}
			if end := telephone(text[i:j], k-i); letters == 0 && end > 0 {
				digits += end
				k = i + end
				continue
			}
		case '_':
			if class[next]&(letter|digit) != 0 {
				k++
				continue
			}
		case '$':
			if k-i <= 3 && letters == k-i && class[text[i]]&capital != 0 && class[next]&digit != 0 {
				s.emit(i, k+1, Symbol) // US$
				return k + 1
			}
		}
		break
	}
	switch {
	case letters == k-i:
		s.plain(i, k)
	case digits > 0 && letters == 0:
		s.emit(i, k, Number)
	case letters == 2 && digits <= 4 && class[text[k-3]]&digit != 0 && (is(text[k-2:k], "pm") || is(text[k-2:k], "am")):
		s.emit(i, k-2, Number)
		s.emit(k-2, k, Word)
	default:
		s.emit(i, k, Word)
	}
	return k
}

// telephone returns the end of a telephone number that w begins with and whose
// first hyphen is at k, or 0: groups of three digits, then one of four.
func telephone(w string, k int) int {
	for group := k; group == 3; {
		n := 0
		for k+1+n < len(w) && class[w[k+1+n]]&digit != 0 {
			n++
		}
		k += 1 + n
		switch {
		case n == 4:
			return k
		case k == len(w) || w[k] != '-':
			return 0
		}
		group = n
	}
	return 0
}

// wordRuneAt reports whether a letter or digit stands at i.
func (s *scanner) wordRuneAt(i, j int) bool {
	if class[s.text[i]]&high == 0 {
		return class[s.text[i]]&(letter|digit) != 0
	}
	_, kind := look(s.text[i:j])
	return kind == wordRune
}

// contraction emits the word from i to k-1 and the clitic whose apostrophe
// stands from k to after-1, and returns the end, or 0 if there is no clitic.
func (s *scanner) contraction(i, k, after, j int) int {
	end := after
	for end < j && class[s.text[end]]&letter != 0 {
		end++
	}
	if end < j {
		if class[s.text[end]]&digit != 0 {
			return 0
		}
		if class[s.text[end]]&high != 0 {
			if _, kind := look(s.text[end:j]); kind == wordRune {
				return 0
			}
		}
	}
	cut := k
	switch c := s.text[after:end]; len(c) {
	case 1:
		switch small(c[0]) {
		case 's', 'd', 'm':
		case 't':
			if k-i < 2 || small(s.text[k-1]) != 'n' {
				return 0
			}
			cut = k - 1
		default:
			return 0
		}
	case 2:
		if !is(c, "re") && !is(c, "ve") && !is(c, "ll") {
			return 0
		}
	default:
		return 0
	}
	s.emit(i, cut, Word)
	s.emit(cut, end, Word)
	return end
}

// clipped returns the end of a word that begins with the apostrophe from i to
// after-1, or 0: a clitic that stands alone, 'em, 'til, '90s. first says that
// nothing stands before it.
func (s *scanner) clipped(i, after, j int, first bool) int {
	k := after
	for k < j && class[s.text[k]]&(letter|digit) != 0 {
		k++
	}
	if k < j && class[s.text[k]]&high != 0 {
		if _, kind := look(s.text[k:j]); kind == wordRune {
			return 0
		}
	}
	w := s.text[after:k]
	if w == "" {
		return 0
	}
	if class[w[0]]&digit != 0 {
		if len(w) >= 2 && class[w[1]]&digit != 0 && (len(w) == 2 || len(w) == 3 && w[2] == 's') {
			return k
		}
		return 0
	}
	if !first {
		switch {
		case is(w, "s"), is(w, "d"), is(w, "m"), is(w, "t"), is(w, "re"), is(w, "ve"), is(w, "ll"):
			return k
		}
	}
	switch {
	case first && is(w, "s") && k == j, first && w == "n" && k < j,
		is(w, "em"), is(w, "til"), is(w, "tis"), is(w, "cuz"), is(w, "cos"), is(w, "twas"), is(w, "bout"), is(w, "cause"):
		return k
	}
	return 0
}

// address returns the end of a web or mail address at i, or 0.
func address(text string, i, j int) int {
	w := text[i:j]
	end := len(w)
	for end > 0 && strings.IndexByte(".,;:!?)]\"'>", w[end-1]) >= 0 {
		end--
	}
	switch {
	case len(w) > 8 && (is(w[:7], "http://") || is(w[:8], "https://")), len(w) > 4 && is(w[:4], "www."):
		// a quotation mark beyond ASCII does not belong to it
		if k := strings.IndexAny(w[:end], "”’“»<>\""); k > 0 {
			end = k
		}
		return i + end
	}
	if at := strings.IndexByte(w, '@'); at > 0 && mail(w[:end], at) {
		return i + end
	}
	// a domain: letters, digits, dots, hyphens, then a path
	k, dot := 0, -1
	for k < end && (class[w[k]]&(letter|digit) != 0 || w[k] == '.' || w[k] == '-') {
		if w[k] == '.' {
			dot = k
		}
		k++
	}
	if dot > 0 && in(topLevel, w[dot+1:k]) && (k == end || w[k] == '/') && class[w[dot-1]]&(letter|digit) != 0 {
		return i + end
	}
	return 0
}

func mail(w string, at int) bool {
	dot := -1
	for k := range len(w) {
		switch c := w[k]; {
		case k == at:
		case c == '.':
			dot = k
		case class[c]&(letter|digit) == 0 && c != '-' && c != '_' && c != '+':
			return false
		}
	}
	return dot > at+1 && dot < len(w)-1
}

// prefixed reports whether a word that a hyphen follows ends in a prefix, which
// the treebanks do not cut off.
func prefixed(w string) bool { return in(prefixes, w[strings.LastIndexByte(w, '-')+1:]) }

// abbreviation reports whether the full stop at k belongs to the word from i.
func abbreviation(text string, i, k, j, letters, digits, dots int) bool {
	w := text[i:k]
	switch {
	case digits > 0:
		return false
	case len(w) == 1:
		return class[w[0]]&capital != 0 && w[0] != 'I' // an initial
	case dots > 0:
		// U.S., a.m., Ph.D.: no more than two letters between full stops
		for part := range strings.SplitSeq(w, ".") {
			if len(part) > 2 {
				return false
			}
		}
		return true
	case !in(abbreviations, w):
		return false
	case is(w, "no"), is(w, "nos"):
		// "No. 10", but "No. It is not."
		rest := strings.TrimLeft(text[k+1:min(len(text), k+4)], " \u00a0")
		return rest != "" && class[rest[0]]&digit != 0
	}
	return class[w[0]]&capital != 0 || in(smallAbbreviations, w)
}
