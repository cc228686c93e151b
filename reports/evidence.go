package reports

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf8"

	"slant/analysis/compare"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/voice"
	"slant/analysis/wording"
)

// Evidence is a finding where it stands: a keyword in context. It is drawn by
// lot so that nobody picks the examples of a report by hand.
type Evidence struct {
	Outlet   string
	Category string // as the metrics name it: "evaluation", "euphemism", …
	Article  string // id
	Title    string // of the article
	Date     string // of publication, "" when not known
	URL      string
	Left     string // what stands before it, "" when the text is not at hand
	Text     string
	Right    string
	Target   string // name of the actor that it is about, "" when none is meant
	Because  string // the reason for the mark
	Rule     string
}

// contextRunes is the length of the context on each side, in characters.
const contextRunes = 60

// A Sample draws, for every outlet and category, a number of findings in the
// outlet's own voice, of those that are counted: in the body and not negated. A
// finding's place in the lottery is a hash of the seed and of where it stands:
// neither the order of the records nor the number of other findings moves it,
// and the same place in a text that an outlet printed twice is drawn once. What
// is kept does not grow with the corpus.
type Sample struct {
	seed  uint64
	each  int
	drawn map[drawing][]ticket
}

type drawing struct{ outlet, category string }

type ticket struct {
	lot  uint64
	span language.Span
	Evidence
}

// NewSample returns an empty sample of at most each findings of every outlet and
// category.
func NewSample(seed uint64, each int) *Sample {
	return &Sample{seed, each, map[drawing][]ticket{}}
}

// Add puts the findings of a record into the lottery. The body of its article
// gives them their context; where it is "" or does not hold the finding, they
// have none.
func (s *Sample) Add(r *record.Record, body string) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Voice.Kind != voice.Outlet || f.Negated || f.In != "" {
			continue
		}
		d := drawing{cmp.Or(r.Outlet, compare.NoOutlet), categoryOf(f)}
		t := ticket{lot: lot(s.seed, r, f), span: f.Span}
		at, again := slices.BinarySearchFunc(s.drawn[d], t.lot, func(a ticket, lot uint64) int { return cmp.Compare(a.lot, lot) })
		if again && s.drawn[d][at].Article <= r.ID || !again && at >= s.each {
			continue
		}
		t.Evidence = Evidence{
			Outlet: d.outlet, Category: d.category, Article: r.ID, Title: r.Title, Date: r.Published, URL: r.URL,
			Text: f.Text, Target: targetName(r, f), Because: f.Because, Rule: f.Rule,
		}
		t.Left, t.Right = contextOf(body, f.Span, f.Text)
		if again {
			s.drawn[d][at] = t
			continue
		}
		all := slices.Insert(s.drawn[d], at, t)
		s.drawn[d] = all[:min(s.each, len(all))]
	}
}

// Evidence returns what was drawn, sorted by category, outlet, article and
// place.
func (s *Sample) Evidence() []Evidence {
	var all []ticket
	for _, ts := range s.drawn {
		all = append(all, ts...)
	}
	slices.SortFunc(all, func(a, b ticket) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Outlet, b.Outlet),
			cmp.Compare(a.Article, b.Article), a.span.Compare(b.span), cmp.Compare(a.Rule, b.Rule))
	})
	evidence := make([]Evidence, len(all))
	for i, t := range all {
		evidence[i] = t.Evidence
	}
	return evidence
}

// categoryOf names the kind of a finding as the metrics do: the category of its
// word list or, where it is more than a word list, its detector.
func categoryOf(f *wording.Finding) string {
	if f.Detector == "wordchoice" {
		return f.Category
	}
	return f.Detector
}

// lot gives a finding's place in the lottery.
func lot(seed uint64, r *record.Record, f *wording.Finding) uint64 {
	var b []byte
	b = binary.BigEndian.AppendUint64(b, seed)
	for _, s := range []string{r.Outlet, cmp.Or(r.DuplicateOf, r.ID), f.Detector, f.Category, f.Rule} {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	b = binary.BigEndian.AppendUint64(b, uint64(f.Start))
	b = binary.BigEndian.AppendUint64(b, uint64(f.End))
	sum := sha256.Sum256(b)
	return binary.BigEndian.Uint64(sum[:])
}

func targetName(r *record.Record, f *wording.Finding) string {
	if f.Target == nil || f.Target.Actor == "" {
		return ""
	}
	for _, a := range r.Actors {
		if a.ID == f.Target.Actor {
			return a.Name
		}
	}
	return f.Target.Actor
}

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
