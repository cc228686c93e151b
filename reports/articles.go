package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
)

// An Article is one that a report shows whole, marked as slant explain does.
type Article struct {
	Outlet string
	Record *record.Record
	Body   string
}

const (
	mostArticles = 200 // shown whole, shared out equally among outlets
	mostScores   = 120 // articles of an outlet
	fewestWords  = 50  // in its own voice: the rate of a shorter article says nothing
	mostTowards  = 100_000
)

// An articleSample draws articles by lot, as many of each outlet.
type articleSample struct {
	drawn map[string][]articleTicket // by outlet, the lowest lot first
}

type articleTicket struct {
	lot uint64
	Article
}

func (s *articleSample) add(seed uint64, outlet string, r *record.Record, body string) {
	if body == "" {
		return
	}
	if s.drawn == nil {
		s.drawn = map[string][]articleTicket{}
	}
	list := s.drawn[outlet]
	known := len(s.drawn)
	if list == nil {
		known++
	}
	quota := max(1, mostArticles/known)
	t := articleTicket{hashed(seed, language.Span{}, "article", r.Outlet, r.ID), Article{outlet, r, body}}
	at, _ := slices.BinarySearchFunc(list, t, func(a, b articleTicket) int {
		return cmp.Or(cmp.Compare(a.lot, b.lot), strings.Compare(a.Record.ID, b.Record.ID))
	})
	if at >= quota {
		return
	}
	list = slices.Insert(list, at, t)
	s.drawn[outlet] = list
	if quota = max(1, mostArticles/len(s.drawn)); quota < len(list) {
		for o, l := range s.drawn { // a new outlet leaves fewer for the others
			if len(l) > quota {
				clear(l[quota:])
				s.drawn[o] = l[:quota]
			}
		}
	}
}

// list gives what was drawn by outlet and id; outlets beyond the bound have none.
func (s *articleSample) list() []Article {
	var all []Article
	for _, l := range s.drawn {
		for _, t := range l[:min(len(l), max(1, mostArticles/len(s.drawn)))] {
			all = append(all, t.Article)
		}
	}
	slices.SortFunc(all, func(a, b Article) int {
		return cmp.Or(strings.Compare(a.Outlet, b.Outlet), strings.Compare(a.Record.ID, b.Record.ID))
	})
	return all[:min(len(all), mostArticles)]
}

// A Score is how loaded one article is in its own voice.
type Score struct {
	Outlet        string
	Loaded, Words int // loaded words and all words in the outlet's own voice
}

type scoreSample struct {
	drawn map[string][]scoreTicket
}

type scoreTicket struct {
	lot uint64
	Score
}

func (s *scoreSample) add(seed uint64, outlet string, r *record.Record) {
	if r.Words.Outlet < fewestWords {
		return
	}
	if s.drawn == nil {
		s.drawn = map[string][]scoreTicket{}
	}
	t := scoreTicket{lot: hashed(seed, language.Span{}, "score", r.Outlet, r.ID)}
	list := s.drawn[outlet]
	at, _ := slices.BinarySearchFunc(list, t.lot, func(a scoreTicket, lot uint64) int { return cmp.Compare(a.lot, lot) })
	if at >= mostScores {
		return
	}
	t.Score = Score{Outlet: outlet, Words: r.Words.Outlet}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.In == "" && !f.Negated && f.Voice.Kind == voice.Outlet && !subtle(f) {
			t.Loaded++
		}
	}
	list = slices.Insert(list, at, t)
	s.drawn[outlet] = list[:min(mostScores, len(list))]
}

func (s *scoreSample) list() []Score {
	var all []Score
	for _, l := range s.drawn {
		for _, t := range l {
			all = append(all, t.Score)
		}
	}
	slices.SortFunc(all, func(a, b Score) int {
		return cmp.Or(strings.Compare(a.Outlet, b.Outlet), cmp.Compare(a.Loaded*b.Words, b.Loaded*a.Words), cmp.Compare(a.Words, b.Words))
	})
	return all
}

// Towards counts the stances of one actor towards another, as all outlets
// together tell them.
type Towards struct {
	Source, Target           string // ids
	SourceName, TargetName   string
	Favourable, Unfavourable int
}

type towards struct {
	counts map[[2]string]*Towards
}

func (t *towards) add(r *record.Record) {
	names := map[string]string{}
	for _, a := range r.Actors {
		names[a.ID] = a.Name
	}
	for i := range r.Stances {
		s := &r.Stances[i]
		if s.In != "" || s.Source == stance.Outlet || s.Source == "" || s.Target == "" || s.Polarity == 0 {
			continue
		}
		if t.counts == nil {
			t.counts = map[[2]string]*Towards{}
		}
		k := [2]string{s.Source, s.Target}
		c := t.counts[k]
		if c == nil {
			c = &Towards{s.Source, s.Target, cmp.Or(names[s.Source], s.Source), cmp.Or(names[s.Target], s.Target), 0, 0}
			t.counts[k] = c
		}
		if s.Polarity > 0 {
			c.Favourable++
		} else {
			c.Unfavourable++
		}
	}
	for least := 1; len(t.counts) > mostTowards; least++ { // the rarest are in no figure
		for k, c := range t.counts {
			if c.Favourable+c.Unfavourable <= least {
				delete(t.counts, k)
			}
		}
	}
}

// mostListed bounds the table of stances of actors towards actors.
const mostListed = 1000

func (t *towards) list() []Towards {
	var all []Towards
	for _, c := range t.counts {
		all = append(all, *c)
	}
	slices.SortFunc(all, func(a, b Towards) int {
		return cmp.Or(cmp.Compare(b.Favourable+b.Unfavourable, a.Favourable+a.Unfavourable), strings.Compare(a.Source, b.Source), strings.Compare(a.Target, b.Target))
	})
	return all[:min(len(all), mostListed)]
}

// An articlePage is the page of an article that is shown whole.
type articlePage struct {
	file string // below the report: "articles/a1.html"
	*Explanation
}

// articlePages lays out the articles of a report; key is outlet and id. Articles
// whose records do not fit their texts have none.
func articlePages(list []Article) (pages map[[2]string]articlePage, order [][2]string) {
	pages = map[[2]string]articlePage{}
	taken := map[string]bool{}
	for _, a := range list {
		e, err := Explain(a.Record, a.Body)
		if err != nil {
			continue
		}
		k := [2]string{a.Outlet, a.Record.ID}
		if _, twice := pages[k]; twice {
			continue
		}
		pages[k] = articlePage{"articles/" + unique(taken, cut(slug(a.Record.ID), 60), "article") + ".html", e}
		order = append(order, k)
	}
	return pages, order
}

// unique gives a name that is not taken, and takes it.
func unique(taken map[string]bool, name, otherwise string) string {
	base := cmp.Or(name, otherwise)
	name = base
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	taken[name] = true
	return name
}

func cut(s string, n int) string { return s[:min(len(s), n)] }

// place gives the address of a mark within the page, "" where there is none.
func (p articlePage) place(entry string) string {
	for i := range p.entries {
		if e := &p.entries[i]; e.ID() == entry {
			if len(e.At) > 0 {
				return fmt.Sprintf("#w%d", e.At[0])
			}
			return "#" + entry
		}
	}
	return ""
}
