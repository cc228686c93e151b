package reports

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"slant/analysis/compare"
	"slant/analysis/language"
	"slant/analysis/record"
)

// Evidence is something that a metric counts, where it stands: a keyword in
// context. It is drawn by lot so that nobody picks the examples of a report by
// hand.
type Evidence struct {
	Metric  string // id of the metric whose numerator it is in
	Outlet  string
	Article string // id
	Title   string // of the article
	Date    string // of publication, "" when not known
	URL     string
	Left    string // what stands before it, "" when the text is not at hand
	Text    string
	Right   string
	Target  string // name of the actor that it is about, "" when none is meant
	Because string // the reason for the mark
	Rule    string

	entry string // of the view of the article: "loaded-3"
	role  string // how that view marks it: "loaded", "cue", …
}

// A Sample draws what a report shows of single articles: for every outlet and
// metric a number of findings, whole articles to be shown marked, and scores of
// articles. A finding's place in the lottery is a hash of the seed and of where it
// stands: neither the order of the records nor the number of other findings moves
// it, and the same place in a text that an outlet printed twice is drawn once.
// What is kept does not grow with the corpus.
type Sample struct {
	seed     uint64
	each     int
	drawn    map[drawing][]ticket
	mentions map[string]int // of actors
	articles articleSample
	scores   scoreSample
	towards  towards
}

type drawing struct{ outlet, metric, actor string } // actor "" where the metric is about everybody

type ticket struct {
	lot  uint64
	span language.Span
	Evidence
}

// NewSample returns an empty sample of at most each findings of every outlet and
// metric.
func NewSample(seed uint64, each int) *Sample {
	return &Sample{seed: seed, each: each, drawn: map[drawing][]ticket{}, mentions: map[string]int{}}
}

// Drawn is what was drawn from the records of a corpus.
type Drawn struct {
	Evidence []Evidence // by metric, outlet, article and place
	Articles []Article  // to be shown marked; by outlet and id
	Scores   []Score    // of loaded words in articles; by outlet and value
	Towards  []Towards  // stances of actors towards actors; the most frequent first
}

// Add puts a record into the lottery, which keeps what it draws: the record must
// not be changed afterwards. The body of its article gives findings their context;
// where it is "" or does not hold the finding, they have none.
func (s *Sample) Add(r *record.Record, body string) {
	outlet := cmp.Or(r.Outlet, compare.NoOutlet)
	for _, a := range r.Actors {
		s.mentions[a.ID] += len(a.Mentions)
	}
	if r.DuplicateOf == "" {
		s.articles.add(s.seed, outlet, r, body)
		s.scores.add(s.seed, outlet, r)
		s.towards.add(r)
	}
	for _, x := range instances(r) {
		d := drawing{outlet, x.metric, x.actor}
		t := ticket{lot: lot(s.seed, r, x.metric, x.rule, x.span), span: x.span}
		at, again := slices.BinarySearchFunc(s.drawn[d], t.lot, func(a ticket, lot uint64) int { return cmp.Compare(a.lot, lot) })
		if again && s.drawn[d][at].Article <= r.ID || !again && at >= s.each {
			continue
		}
		t.Evidence = Evidence{
			Metric: x.metric, Outlet: outlet, Article: r.ID, Title: r.Title, Date: r.Published, URL: r.URL,
			Text: x.text, Target: x.target, Because: x.because(), Rule: x.rule, entry: x.entry, role: x.role,
		}
		if t.Text == "" && x.span.In == "" && x.span.Start >= 0 && x.span.Start <= x.span.End && x.span.End <= len(body) {
			t.Text = body[x.span.Start:x.span.End]
		}
		t.Left, t.Right = contextOf(body, x.span, t.Text)
		t.Text = middleCut(strings.TrimSpace(oneLine(t.Text)))
		if t.Text == "" {
			continue // records without articles hold no whole sentences
		}
		if again {
			s.drawn[d][at] = t
			continue
		}
		all := slices.Insert(s.drawn[d], at, t)
		s.drawn[d] = all[:min(s.each, len(all))]
	}
	if len(s.drawn) > mostDrawings {
		s.forget()
	}
}

// mostDrawings bounds the pairs of outlets and metrics of which findings are
// kept; keptActors are the actors that stay when there are more. A report shows
// a dozen at most.
const (
	mostDrawings = 40_000
	keptActors   = 150
)

// forget drops the findings about actors that are named least so far.
func (s *Sample) forget() {
	var ids []string
	for id := range s.mentions {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(s.mentions[b], s.mentions[a]), strings.Compare(a, b)) })
	kept := map[string]bool{"": true}
	for _, id := range ids[:min(keptActors, len(ids))] {
		kept[id] = true
	}
	for d := range s.drawn {
		if !kept[d.actor] {
			delete(s.drawn, d)
		}
	}
}

// Drawn returns what was drawn, as far as it is evidence for a metric of the
// comparison.
func (s *Sample) Drawn(c *compare.Comparison) Drawn {
	shown := map[string]bool{}
	for _, m := range c.Metrics {
		shown[m.ID] = true
	}
	var all []ticket
	for d, ts := range s.drawn {
		if shown[d.metric] {
			all = append(all, ts...)
		}
	}
	slices.SortFunc(all, func(a, b ticket) int {
		return cmp.Or(cmp.Compare(a.Metric, b.Metric), cmp.Compare(a.Outlet, b.Outlet),
			cmp.Compare(a.Article, b.Article), a.span.Compare(b.span), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.lot, b.lot))
	})
	drawn := Drawn{Articles: s.articles.list(), Scores: s.scores.list(), Towards: s.towards.list()}
	for _, t := range all {
		drawn.Evidence = append(drawn.Evidence, t.Evidence)
	}
	return drawn
}

// lot gives a finding's place in the lottery.
func lot(seed uint64, r *record.Record, metric, rule string, at language.Span) uint64 {
	return hashed(seed, at, r.Outlet, cmp.Or(r.DuplicateOf, r.ID), metric, rule)
}

// hashed turns strings into a number that nobody can foresee or choose.
func hashed(seed uint64, at language.Span, parts ...string) uint64 {
	var b []byte
	b = binary.BigEndian.AppendUint64(b, seed)
	for _, s := range parts {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	b = binary.BigEndian.AppendUint64(b, uint64(at.Start))
	b = binary.BigEndian.AppendUint64(b, uint64(at.End))
	sum := sha256.Sum256(b)
	return binary.BigEndian.Uint64(sum[:])
}
