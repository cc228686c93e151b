package actors

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/datadriven"

	"slant/analysis/language"
	"slant/lexicons"
)

func TestMain(m *testing.M) {
	if os.Getenv("UPDATE") == "1" {
		os.Args = append(os.Args, "-rewrite")
	}
	os.Exit(m.Run())
}

var gazetteer = sync.OnceValues(func() (*lexicons.Gazetteer, error) {
	return lexicons.Actors(lexicons.Builtin(), "en/actors")
})

func finder(t testing.TB, own ...*lexicons.ActorList) *Finder {
	t.Helper()
	g, err := gazetteer()
	if err != nil {
		t.Fatal(err)
	}
	f, err := NewFinder(g, own...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Each case is a text and the mentions that are found in it. Arguments: title=(…),
// given=(text,actor), names=no to go without the name finder, and of=(phrase) to
// print whom a phrase means. A case that starts with "wrong" gives a wrong
// answer that we live with; its comment says what would be right.
func TestCases(t *testing.T) {
	f := finder(t)
	own := finder(t, &lexicons.ActorList{File: "port-ellis.yaml", Actors: []lexicons.Actor{
		{ID: "dockers", Name: "Dockers' National Union", Type: "organisation", Aliases: []string{"quay men"}, Regex: []string{`pickets? at Gate [0-9]+`}},
		{ID: "quayside", Name: "Quayside", Type: "place", Capital: "", PartOf: "united-kingdom"},
		{ID: "the-harbour-board", Name: "Harbour Board", Type: "organisation", Metonyms: []string{"Moscow"}},
		{ID: "russia", Name: "Russia", Type: "state", Aliases: []string{"the Bear"}},
	}})
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			find := f
			if strings.HasSuffix(path, "own_list") {
				find = own
			}
			return show(t, find, d)
		})
	})
}

func show(t *testing.T, f *Finder, d *datadriven.TestData) string {
	if d.Cmd != "find" && d.Cmd != "wrong" {
		d.Fatalf(t, "unknown command %s", d.Cmd)
	}
	var title, phrase string
	var given []Given
	body := strings.TrimSpace(d.Input)
	asked := true
	for _, arg := range d.CmdArgs {
		switch arg.Key {
		case "title":
			title = strings.Join(arg.Vals, ",")
		case "given":
			at := strings.Index(body, arg.Vals[0])
			given = append(given, Given{at, at + len(arg.Vals[0]), arg.Vals[1]})
		case "of":
			phrase = strings.Join(arg.Vals, ", ")
		case "names":
			asked = false
		default:
			d.Fatalf(t, "unknown argument %s", arg.Key)
		}
	}
	doc := language.Read(title, body, nil)
	names := doc.Names
	if !asked {
		names = nil
	}
	found, index := f.Find(doc, given, names)
	check(t, doc, found, index)

	type line struct {
		Mention
		id string
	}
	var lines []line
	for _, a := range found {
		for _, m := range a.Mentions {
			lines = append(lines, line{m, a.ID})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.Span.Compare(b.Span) })
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "%s %s %q\n", l.id, l.Form, l.Text)
	}
	for _, a := range found {
		if e, ok := f.byID[a.ID]; ok && f.entries[e].PartOf == a.PartOf {
			continue
		}
		fmt.Fprintf(&b, "  %s: %s", a.ID, a.Type)
		if a.PartOf != "" {
			fmt.Fprintf(&b, " of %s", a.PartOf)
		}
		b.WriteByte('\n')
	}
	if phrase != "" {
		first, last := tokensOf(doc, phrase)
		fmt.Fprintf(&b, "%q means %s\n", phrase, orNobody(index.Of(first, last)))
	}
	if b.Len() == 0 {
		return "none\n"
	}
	return b.String()
}

func orNobody(id string) string {
	if id == "" {
		return "nobody"
	}
	return id
}

func tokensOf(doc *language.Document, phrase string) (first, last int) {
	at := strings.Index(doc.Body, phrase)
	first, last = -1, -1
	for i, tok := range doc.Tokens {
		if doc.In(i) == "" && tok.Start >= at && tok.End <= at+len(phrase) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// check is what must be true of every answer.
func check(t testing.TB, doc *language.Document, found []Actor, index *Index) {
	t.Helper()
	ids := map[string]bool{}
	for n, a := range found {
		if ids[a.ID] {
			t.Errorf("actor %s comes twice", a.ID)
		}
		ids[a.ID] = true
		if !slices.Contains(lexicons.ActorTypes, a.Type) {
			t.Errorf("actor %s has the type %q", a.ID, a.Type)
		}
		if len(a.Mentions) == 0 {
			t.Errorf("actor %s has no mention", a.ID)
			continue
		}
		if n > 0 && a.Mentions[0].Span.Compare(found[n-1].Mentions[0].Span) < 0 {
			t.Errorf("actor %s stands after %s, which is named later", a.ID, found[n-1].ID)
		}
		for k, m := range a.Mentions {
			field := doc.Body
			if m.In == language.Title {
				field = doc.Title
			}
			if m.Start < 0 || m.Start >= m.End || m.End > len(field) || field[m.Start:m.End] != m.Text {
				t.Errorf("%s: mention %d-%d is not %q", a.ID, m.Start, m.End, m.Text)
			}
			if k > 0 && m.Span.Compare(a.Mentions[k-1].Span) < 0 {
				t.Errorf("%s: mention %q is out of order", a.ID, m.Text)
			}
			if m.First >= 0 && index.At(m.First) < 0 {
				t.Errorf("%s: the index does not know %q", a.ID, m.Text)
			}
		}
		for _, up := range index.Chain(a.ID) {
			if up == a.ID {
				t.Errorf("actor %s is part of itself", a.ID)
			}
		}
	}
}
