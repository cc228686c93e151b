package reports

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strings"
)

//go:embed article.html.tmpl
var articleSource string

//go:embed marks.css
var marksStyle string // how marks look wherever there are any

//go:embed article.css
var articleStyle string

// hues is the number of colours for voices in article.css. They come again when
// an article has more sources: the name is always there.
const hues = 6

var articleTemplate = template.Must(template.New("article").Funcs(template.FuncMap{
	"hue":     func(s speaker) int { return s.Hue % hues },
	"inc":     func(n int) int { return n + 1 },
	"percent": func(p float64) string { return fmt.Sprintf("%.0f", p*100) },
}).Parse(articleSource))

// HTML returns the article as a page of its own, which needs no other file and
// runs no script. back is the address of the page to return to, "" for none.
func (e *Explanation) HTML(back string) ([]byte, error) {
	data := struct {
		Style     template.CSS
		Back      string
		Name      string
		Facts     []string
		URL       string
		Words     string
		Headline  []run
		Body      []paragraph
		Listings  []listing
		Sentences []sentence
	}{Style: template.CSS(baseStyle + marksStyle + articleStyle), Back: back, Name: e.name, Facts: e.facts, URL: e.url, Words: e.words,
		Body: e.paragraphs, Listings: e.listings(), Sentences: e.sentences}
	if len(e.paragraphs) > 0 && e.paragraphs[0].Title {
		data.Headline, data.Body = e.paragraphs[0].Runs, e.paragraphs[1:]
	}
	var b bytes.Buffer
	if err := articleTemplate.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("writing the page of %q: %w", e.name, err)
	}
	return b.Bytes(), nil
}

// A listing is the entries of one kind under their heading.
type listing struct {
	ID, Heading, Lead string
	Entries           []entry
}

// listings gives the entries by kind.
func (e *Explanation) listings() (all []listing) {
	for _, l := range []listing{
		{ID: kindLoaded, Heading: "Loaded words", Lead: "What it is; how loaded it is, from −1 (against whom it is about) to 1 (in favour); whom it is about, by which way through the grammar; in whose voice."},
		{ID: kindSpeech, Heading: "Who says what"},
		{ID: kindEvent, Heading: "Who does what to whom"},
		{ID: kindStance, Heading: "Who stands how towards whom"},
		{ID: kindActor, Heading: "Actors"},
	} {
		for _, x := range e.entries {
			if x.Kind == l.ID {
				l.Entries = append(l.Entries, x)
			}
		}
		if len(l.Entries) > 0 {
			all = append(all, l)
		}
	}
	return all
}

// Href gives the entry that a piece leads to.
func (p piece) Href() string { return "#" + p.Entries[0].ID() }

// Reasons gives the ids of the reasons for the marks of a piece.
func (p piece) Reasons() string {
	ids := make([]string, len(p.Entries))
	for i, e := range p.Entries {
		ids[i] = "why-" + e.ID()
	}
	return strings.Join(ids, " ")
}

// Tips gives what a piece is, in few words each.
func (p piece) Tips() (tips []string) {
	for _, e := range p.Entries {
		if s := cap1(e.Short); !slices.Contains(tips, s) {
			tips = append(tips, s)
		}
	}
	return tips
}

// Blank reports whether a piece is nothing but space, which can be no link.
func (p piece) Blank() bool { return strings.TrimSpace(p.Text) == "" }

// Class gives the roles of a piece.
func (p piece) Class() string { return strings.Join(p.Roles, " ") }

// Places gives the pieces to which an entry leads back, a few of them.
func (e entry) Places() []int { return e.At[:min(len(e.At), 12)] }

// Quoted gives the words of an entry, cut when they are many.
func (e entry) Quoted() string {
	words := strings.TrimSpace(oneLine(e.Words))
	if r := []rune(words); len(r) > 160 {
		return string(r[:150]) + " …"
	}
	return words
}
