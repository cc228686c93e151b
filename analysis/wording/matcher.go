package wording

import (
	"strings"

	"slant/analysis/language"
	"slant/lexicons"
)

// An entry is a word or phrase of a group.
type entry struct {
	words []string
	group *lexicons.WordGroup
	rule  string
}

// A matcher finds entries in one pass over the tokens, whatever their number.
type matcher struct {
	first map[string][]*entry // by first word, the longest first
	sets  map[string]map[string]bool
}

func newMatcher(groups []lexicons.WordGroup, sets map[string][]string) *matcher {
	m := &matcher{first: map[string][]*entry{}, sets: map[string]map[string]bool{}}
	for name, words := range sets {
		m.sets[name] = set(words)
	}
	for i := range groups {
		g := &groups[i]
		for _, w := range g.Words {
			// Words are cut as the tokeniser cuts them: hyphens stand alone.
			e := &entry{strings.Fields(strings.ReplaceAll(w, "-", " - ")), g, g.File + ":" + w}
			at := m.first[e.words[0]]
			k := len(at)
			for k > 0 && len(at[k-1].words) < len(e.words) {
				k--
			}
			m.first[e.words[0]] = append(at[:k], append([]*entry{e}, at[k:]...)...)
		}
	}
	return m
}

func set(words []string) map[string]bool {
	s := make(map[string]bool, len(words))
	for _, w := range words {
		s[w] = true
	}
	return s
}

// at returns the longest entries that begin at token i and may stand there: one
// for each group of that length.
func (m *matcher) at(d *language.Document, i int) (found []*entry) {
	t := &d.Tokens[i]
	for _, key := range [2]string{t.Lemma, t.Lower} {
		for _, e := range m.first[key] {
			if len(found) > 0 && len(e.words) < len(found[0].words) {
				break
			}
			if m.matches(d, i, e) {
				found = append(found, e)
			}
		}
		if len(found) > 0 || t.Lemma == t.Lower {
			break
		}
	}
	return found
}

func (m *matcher) matches(d *language.Document, i int, e *entry) bool {
	last := i + len(e.words) - 1
	if last >= len(d.Tokens) || d.Tokens[last].Sentence != d.Tokens[i].Sentence {
		return false
	}
	for k, w := range e.words {
		if t := &d.Tokens[i+k]; t.Lemma != w && t.Lower != w {
			return false
		}
	}
	g := e.group
	if !fits(d.Tokens[last].Tag, g.Tag) {
		return false
	}
	if len(g.NotBefore) > 0 && last+1 < len(d.Tokens) && anyOf(g.NotBefore, &d.Tokens[last+1]) {
		return false
	}
	if len(g.NotAfter) > 0 && i > 0 && anyOf(g.NotAfter, &d.Tokens[i-1]) {
		return false
	}
	if len(g.Heads) == 0 && len(g.NotHeads) == 0 {
		return true
	}
	heads := headsOf(d, i, last)
	for _, h := range heads {
		if m.in(g.NotHeads, &d.Tokens[h]) {
			return false
		}
	}
	if len(g.Heads) == 0 {
		return true
	}
	for _, h := range heads {
		if m.in(g.Heads, &d.Tokens[h]) {
			return true
		}
	}
	return false
}

// fits reports whether a Penn tag is of the kind that a group asks for. An
// adjective may be tagged as the participle that it comes from.
func fits(tag, want string) bool {
	return want == "" || strings.HasPrefix(tag, want) || want == "JJ" && (tag == "VBN" || tag == "VBG")
}

func anyOf(words []string, t *language.Token) bool {
	for _, w := range words {
		if w == t.Lower || w == t.Lemma {
			return true
		}
	}
	return false
}

// in reports whether a token is among words, where $name stands for a set.
func (m *matcher) in(words []string, t *language.Token) bool {
	for _, w := range words {
		if name, ok := strings.CutPrefix(w, "$"); ok {
			if s := m.sets[name]; s[t.Lemma] || s[t.Lower] {
				return true
			}
		} else if w == t.Lemma || w == t.Lower {
			return true
		}
	}
	return false
}
