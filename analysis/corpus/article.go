// Package corpus reads news articles: from text files, folders of them and
// JSONL, plain or compressed. It says which parts of a text are no part of the
// article (teasers, bylines, boilerplate) and whose copy it is. Offsets stay
// true to the bytes of the input.
package corpus

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// An Article is one news article as it was read, before any analysis. Text is
// never empty, and is valid UTF-8 like all other fields.
type Article struct {
	ID        string    `json:"id"`
	Outlet    string    `json:"outlet"`
	Title     string    `json:"title"`
	Text      string    `json:"text"`
	Published string    `json:"published"`
	URL       string    `json:"url"`
	Author    string    `json:"author"`
	Language  string    `json:"language"`
	Story     string    `json:"story"`
	Mentions  []Mention `json:"mentions"`

	File string `json:"-"` // where it was read
	Line int    `json:"-"` // its line there, counted from 1
}

// A Mention is words of the text that the user has marked as an actor.
type Mention struct {
	Start int    `json:"start"` // bytes in Text, end exclusive
	End   int    `json:"end"`
	Actor string `json:"actor"`
}

// A BadArticle is an article that cannot be analysed. It stops nothing but
// itself: reading goes on after it.
type BadArticle struct {
	File   string
	Line   int    // 0 when the whole file is meant
	ID     string // "" when it is not known
	Reason string // what is wrong, and what to do
}

func (b *BadArticle) Error() string {
	at := b.File
	if b.Line > 0 {
		at = fmt.Sprintf("%s:%d", b.File, b.Line)
	}
	if b.ID != "" {
		return fmt.Sprintf("%s: article %q: %s", at, b.ID, b.Reason)
	}
	return fmt.Sprintf("%s: %s", at, b.Reason)
}

// check returns what makes a unfit for analysis, nil when nothing does.
func (a *Article) check() error {
	if strings.TrimSpace(a.Text) == "" {
		return errors.New("the text is empty")
	}
	if l := strings.ToLower(a.Language); l != "" && l != "en" && l != "eng" && l != "english" && !strings.HasPrefix(l, "en-") && !strings.HasPrefix(l, "en_") {
		return fmt.Errorf("the language is given as %q; slant reads English only", a.Language)
	}
	for _, m := range a.Mentions {
		switch {
		case m.Actor == "":
			return fmt.Errorf("the mention at bytes %d to %d names no actor", m.Start, m.End)
		case m.Start < 0 || m.Start >= m.End || m.End > len(a.Text):
			return fmt.Errorf("the mention of %q at bytes %d to %d lies outside the text of %d bytes", m.Actor, m.Start, m.End, len(a.Text))
		case !utf8.RuneStart(a.Text[m.Start]) || m.End < len(a.Text) && !utf8.RuneStart(a.Text[m.End]):
			return fmt.Errorf("the mention of %q at bytes %d to %d cuts a character; offsets are bytes of UTF-8, not characters", m.Actor, m.Start, m.End)
		}
	}
	return nil
}
