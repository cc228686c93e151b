package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"slant/analysis/runs"
	"slant/lexicons"
)

// A proposal is the actors of a corpus that no list holds, for a person to edit
// into an actor file.
type proposal struct {
	known map[string]bool   // ids that lists hold
	names map[string]string // folded name -> id, of lists and then of the proposal itself
	found map[string]*proposed
}

// A proposed actor is one with all that the articles say of it.
type proposed struct {
	actor    lexicons.Actor
	mentions int
	articles int
	names    map[string]int // how often by which name or alias
	examples []string
}

// examplesEach is how many sentences are shown of an actor, each of another
// article.
const examplesEach = 3

func newProposal(lists []*lexicons.ActorList) *proposal {
	p := &proposal{known: map[string]bool{}, names: map[string]string{}, found: map[string]*proposed{}}
	for _, l := range lists {
		for i := range l.Actors {
			p.known[l.Actors[i].ID] = true
			for _, name := range l.Actors[i].Names() {
				p.names[lexicons.Fold(name)] = l.Actors[i].ID
			}
		}
	}
	return p
}

// add counts what one article says.
func (p *proposal) add(x runs.Result) {
	for _, a := range x.Record.Actors {
		if p.known[a.ID] {
			continue
		}
		a.ID = lexicons.Slug(a.ID) // the user may mark mentions with any id
		if a.ID == "" {
			continue
		}
		f := p.found[a.ID]
		if f == nil {
			f = &proposed{actor: lexicons.Actor{ID: a.ID, Name: a.Name, Type: a.Type}, names: map[string]int{}}
			p.found[a.ID] = f
		}
		f.articles++
		f.actor.PartOf = cmp.Or(f.actor.PartOf, a.PartOf)
		shown := false
		for _, m := range a.Mentions {
			f.mentions++
			if m.Form != "name" && m.Form != "alias" {
				continue
			}
			f.names[strings.Join(strings.Fields(m.Text), " ")]++
			if !shown && len(f.examples) < examplesEach {
				if s := example(x, m.Start, m.End, m.In); s != "" {
					f.examples, shown = append(f.examples, s), true
				}
			}
		}
	}
}

// example returns the sentence around bytes start to end of a field in one line, at most 160 letters
// long, with the id of its article.
func example(x runs.Result, start, end int, in string) string {
	for _, s := range x.Record.Sentences {
		if s.In != in || start < s.Start || end > s.End {
			continue
		}
		text := x.Article.Text
		if in != "" {
			text = x.Article.Title
		}
		text = strings.Join(strings.Fields(text[s.Start:s.End]), " ")
		if r := []rune(text); len(r) > 160 {
			text = strings.TrimRight(string(r[:160]), " ") + " …"
		}
		return fmt.Sprintf("%s (%s)", text, x.Record.ID)
	}
	return ""
}

// chosen returns the actors with at least so many mentions, those with most
// first.
func (p *proposal) chosen(least int) []*proposed {
	var out []*proposed
	for _, f := range p.found {
		if f.mentions >= least && len(f.names) > 0 {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b *proposed) int {
		return cmp.Or(cmp.Compare(b.mentions, a.mentions), strings.Compare(a.actor.ID, b.actor.ID))
	})
	return out
}

// write prints the chosen actors as an actor file. Names that are somebody else's already are shown but not proposed, so
// that the file can be used as it is.
func (p *proposal) write(w io.Writer, least int) error {
	out := bufio.NewWriter(w)
	chosen := p.chosen(least)
	fmt.Fprintf(out, "about: Actors of this corpus that no list holds, the most frequent first. Correct, join and remove before use.\n")
	fmt.Fprintf(out, "source: Proposed by slant actors.\n")
	if len(chosen) == 0 {
		fmt.Fprintf(out, "actors: []\n")
		return out.Flush()
	}
	ids := map[string]bool{}
	for _, f := range chosen {
		if _, taken := p.names[lexicons.Fold(f.actor.Name)]; !taken {
			p.names[lexicons.Fold(f.actor.Name)] = f.actor.ID
			ids[f.actor.ID] = true
		}
	}
	fmt.Fprintf(out, "actors:\n")
	for _, f := range chosen {
		if owner := p.names[lexicons.Fold(f.actor.Name)]; owner != f.actor.ID {
			fmt.Fprintf(out, "\n# %s: left out, since the actor %s has that name; %d mentions in %d articles\n", oneLine(f.actor.Name), owner, f.mentions, f.articles)
			continue
		}
		aliases, others := p.aliases(f)
		fmt.Fprintf(out, "\n# %d mentions in %d articles\n", f.mentions, f.articles)
		for _, e := range f.examples {
			fmt.Fprintf(out, "#   %s\n", e)
		}
		if len(others) > 0 {
			fmt.Fprintf(out, "# also called %s\n", strings.Join(others, ", "))
		}
		fmt.Fprintf(out, "- id: %s\n  name: %s\n  type: %s\n", f.actor.ID, lexicons.Quote(oneLine(f.actor.Name)), f.actor.Type)
		if up := f.actor.PartOf; up != f.actor.ID && (p.known[up] || ids[up] && p.found[up].actor.PartOf == "") {
			fmt.Fprintf(out, "  part_of: %s\n", up)
		}
		if len(aliases) > 0 {
			fmt.Fprintf(out, "  aliases: [%s]\n", strings.Join(aliases, ", "))
		}
	}
	return out.Flush()
}

// aliases returns the other names of an actor, those that can stand in the file
// and those that cannot: names of somebody else, and last names, which slant
// reads without being told, and only after the full name.
func (p *proposal) aliases(f *proposed) (aliases, others []string) {
	var names []string
	for name := range f.names {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(f.names[b], f.names[a]), strings.Compare(a, b))
	})
	for _, name := range names {
		key := lexicons.Fold(name)
		owner, taken := p.names[key]
		switch {
		case taken && owner == f.actor.ID:
		case taken || f.actor.Type == "person" && !strings.Contains(name, " "):
			others = append(others, fmt.Sprintf("%s (%d)", oneLine(name), f.names[name]))
		default:
			p.names[key] = f.actor.ID
			aliases = append(aliases, lexicons.Quote(oneLine(name)))
		}
	}
	return aliases, others
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
