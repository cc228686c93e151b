package reports

import (
	"slices"
	"strings"
	"unicode/utf8"

	"slant/analysis/language"
)

// contextRunes is the length of the context on each side, in characters.
const contextRunes = 60

// longestQuote is the length of a quoted passage, in characters; longer ones lose
// their middle.
const longestQuote = 280

// contextOf gives what stands around a span of a text, on one line, cut between
// words. It gives nothing when the span does not hold want.
func contextOf(text string, s language.Span, want string) (left, right string) {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End || text[s.Start:s.End] != want {
		return "", ""
	}
	const reach = contextRunes * utf8.UTFMax * 2 // bytes; runs of spaces take their share
	before := text[max(0, s.Start-reach):s.Start]
	for len(before) > 0 && !utf8.RuneStart(before[0]) {
		before = before[1:]
	}
	after := text[s.End:min(len(text), s.End+reach)]
	for len(after) > 0 && s.End+len(after) < len(text) && !utf8.RuneStart(text[s.End+len(after)]) {
		after = after[:len(after)-1]
	}
	return lastRunes(oneLine(before)), firstRunes(oneLine(after))
}

// oneLine turns every run of white space into one space, at the ends too.
func oneLine(s string) string {
	line := strings.Join(strings.Fields(s), " ")
	if line == "" {
		return ""
	}
	if first, _ := utf8.DecodeRuneInString(s); strings.TrimSpace(string(first)) == "" {
		line = " " + line
	}
	if last, _ := utf8.DecodeLastRuneInString(s); strings.TrimSpace(string(last)) == "" {
		line += " "
	}
	return line
}

func lastRunes(s string) string {
	r := []rune(s)
	if len(r) <= contextRunes {
		return s
	}
	r = r[len(r)-contextRunes:]
	if i := slices.Index(r, ' '); i >= 0 && i < len(r)-1 {
		r = r[i+1:]
	}
	return "…" + string(r)
}

func firstRunes(s string) string {
	r := []rune(s)
	if len(r) <= contextRunes {
		return s
	}
	r = r[:contextRunes]
	for i := len(r) - 1; i > 0; i-- {
		if r[i] == ' ' {
			r = r[:i]
			break
		}
	}
	return string(r) + "…"
}

// middleCut shortens a passage to its two ends.
func middleCut(s string) string {
	r := []rune(s)
	if len(r) <= longestQuote {
		return s
	}
	return string(r[:longestQuote*2/3]) + " … " + string(r[len(r)-longestQuote/3:])
}
