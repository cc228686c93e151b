package compare

import (
	"crypto/sha256"
	_ "embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"slant/lexicons"
)

// A Study says what is to be compared, before the numbers are known. What it
// does not name is compared too and called exploratory. The zero Study names
// nothing and leaves nothing out.
type Study struct {
	Title     string          `yaml:"title"`
	Question  string          `yaml:"question"`  // what the study is to find out, in words
	Outlets   []string        `yaml:"outlets"`   // others are left out; none named: all
	Contrasts [][]string      `yaml:"contrasts"` // pairs of outlets to be compared with each other
	Period    Period          `yaml:"period"`
	Actors    []string        `yaml:"actors"`  // ids of those that get metrics of their own
	Pairs     [][]string      `yaml:"pairs"`   // pairs of actors: do outlets treat them differently?
	Metrics   []string        `yaml:"metrics"` // ids; "loaded.*" for all kinds
	Margins   []StudyMargin   `yaml:"margins"`
	Families  []StudyFamily   `yaml:"families"`
	Level     float64         `yaml:"level"` // of confidence; 0 means 0.95
	Seed      uint64          `yaml:"seed"`
	Lexicons  []StudyLexicon  `yaml:"lexicons"` // those that the study rests on
	Exclude   StudyExclusions `yaml:"exclude"`
	Stories   string          `yaml:"stories"` // CSV file that says what each article is about: id, story; relative to the study

	File          string      `yaml:"-"`
	SHA256        string      `yaml:"-"` // of the file
	StoriesSHA256 string      `yaml:"-"` // of the table of stories, "" without one
	Locked        string      `yaml:"-"` // day on which the study was locked, "" if it was not
	Deviations    []Deviation `yaml:"-"` // what has changed since then

	table    map[string]string // stories by id of the article
	excluded map[string]bool   // articles by id
	src      []byte
}

// A Period is the days From to To, both included; "" leaves an end open.
type Period struct {
	From string `yaml:"from"`
	To   string `yaml:"to"`
}

// A StudyMargin declares what is too small a difference to matter in a metric
// and its kinds: rate ratios or differences in the unit of the metric.
type StudyMargin struct {
	Metric  string  `yaml:"metric"`
	Low     float64 `yaml:"low"`
	High    float64 `yaml:"high"`
	Because string  `yaml:"because"`
}

// A StudyFamily is a set of tests that are adjusted for each other.
type StudyFamily struct {
	Name       string   `yaml:"name"`
	Metrics    []string `yaml:"metrics"`
	Contrasts  string   `yaml:"contrasts"`  // "others" (each outlet against the others, also when empty), "pairs" (the declared contrasts) or "all"
	Correction string   `yaml:"correction"` // maxT, BH or BY; empty for maxT up to 50 tests and BH above
}

// A StudyLexicon names a lexicon that the study rests on and, if given, what it
// must be.
type StudyLexicon struct {
	File   string `yaml:"file"`
	SHA256 string `yaml:"sha256"`
}

// StudyExclusions say which articles are left out.
type StudyExclusions struct {
	Articles []string `yaml:"articles"` // ids
	Wire     bool     `yaml:"wire"`     // all agency copy
	Because  string   `yaml:"because"`
}

// StudyExample is a study file with a comment on every field.
//
//go:embed study.yaml
var StudyExample string

// LoadStudy reads a study file, its table of stories and its lock. A mistake in
// either file is a *lexicons.Error.
func LoadStudy(path string) (*Study, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the study: %w", err)
	}
	s, err := parseStudy(path, src)
	if err != nil {
		return nil, err
	}
	if err := s.readStories(); err != nil {
		return nil, err
	}
	return s, s.readLock()
}

// Complete checks a study that was put together without a file and reads its
// table of stories, which is relative to the current folder.
func (s *Study) Complete() error {
	if err := s.check(); err != nil {
		return err
	}
	return s.readStories()
}

// parseStudy decodes and checks a study file.
func parseStudy(path string, src []byte) (*Study, error) {
	s := &Study{File: path, SHA256: hash(src), src: src}
	if err := lexicons.Decode(path, src, s); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return s, s.check()
}

func hash(src []byte) string {
	sum := sha256.Sum256(src)
	return hex.EncodeToString(sum[:])
}

// errorf returns an error about a word of the study file.
func (s *Study) errorf(word, format string, args ...any) error {
	if s.File == "" {
		return fmt.Errorf(format, args...)
	}
	return &lexicons.Error{File: s.File, Line: s.line(word), Msg: fmt.Sprintf(format, args...)}
}

// line returns the number of the first line that holds word outside comments, 0
// for none.
func (s *Study) line(word string) int {
	if word == "" {
		return 0
	}
	for n, l := range strings.Split(string(s.src), "\n") {
		code, _, _ := strings.Cut(" "+l, " #")
		for rest := code; ; {
			i := strings.Index(rest, word)
			if i < 0 {
				break
			}
			if !partOfWord(rest, i-1) && !partOfWord(rest, i+len(word)) {
				return n + 1
			}
			rest = rest[i+len(word):]
		}
	}
	return 0
}

func partOfWord(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= '0' && s[i] <= '9' || s[i] == '-' || s[i] == '.')
}

// check looks for what makes no sense, and makes the study ready for use.
func (s *Study) check() error {
	for _, day := range []string{s.Period.From, s.Period.To} {
		if day != "" && (date(day) == "" || len(day) != len("2006-01-02")) {
			return s.errorf(day, "%q is no day; write it like 2024-01-31", day)
		}
	}
	if s.Period.From != "" && s.Period.To != "" && s.Period.From > s.Period.To {
		return s.errorf(s.Period.From, "the period ends before it begins; swap from and to")
	}
	for _, l := range []struct {
		field string
		list  []string
	}{{"outlets", s.Outlets}, {"actors", s.Actors}, {"metrics", s.Metrics}, {"articles", s.Exclude.Articles}} {
		for i, x := range l.list {
			if x == "" {
				return s.errorf(l.field, "one of the %s is empty; remove it", l.field)
			}
			if slices.Contains(l.list[:i], x) {
				return s.errorf(x, "%q stands twice among the %s; remove one", x, l.field)
			}
		}
	}
	if len(s.Outlets) == 1 {
		return s.errorf(s.Outlets[0], "one outlet cannot be compared with itself; name others, or none for all")
	}
	for _, c := range s.Contrasts {
		if err := s.pair(c, "contrasts", "outlets"); err != nil {
			return err
		}
		for _, name := range c {
			if len(s.Outlets) > 0 && !slices.Contains(s.Outlets, name) {
				return s.errorf(name, "the contrast names %q, which is none of the outlets; add it to outlets or correct it", name)
			}
		}
	}
	for _, c := range s.Pairs {
		if err := s.pair(c, "pairs", "actors"); err != nil {
			return err
		}
	}
	for _, m := range s.Metrics {
		if err := s.metric(m); err != nil {
			return err
		}
	}
	for _, m := range s.Margins {
		if err := s.metric(m.Metric); err != nil {
			return err
		}
		stem, _, _ := strings.Cut(m.Metric, ".")
		ratio := stem != "portrayal" && stem != "stance"
		switch {
		case m.Because == "":
			return s.errorf(m.Metric, "the margin of %s has no reason; write because: and say why a smaller difference would not matter", m.Metric)
		case ratio && !(m.Low > 0 && m.Low < 1 && m.High > 1):
			return s.errorf(m.Metric, "the margin of %s is a rate ratio from low, between 0 and 1, to high, above 1; write for example low: 0.8 and high: 1.25", m.Metric)
		case !ratio && !(m.Low < 0 && m.High > 0):
			return s.errorf(m.Metric, "the margin of %s is a difference from low, below 0, to high, above 0; write for example low: -0.1 and high: 0.1", m.Metric)
		}
	}
	for i, f := range s.Families {
		switch {
		case f.Name == "":
			return s.errorf("families", "family %d has no name; write name: and what its tests have in common", i+1)
		case slices.ContainsFunc(s.Families[:i], func(g StudyFamily) bool { return g.Name == f.Name }):
			return s.errorf(f.Name, "two families are called %q; give one another name", f.Name)
		case len(f.Metrics) == 0:
			return s.errorf(f.Name, "the family %q has no metrics; write metrics: and list them", f.Name)
		case !slices.Contains([]string{"", "others", "pairs", "all"}, f.Contrasts):
			return s.errorf(f.Contrasts, "contrasts of the family %q are %q; write others, pairs or all", f.Name, f.Contrasts)
		case !slices.Contains([]string{"", MaxT, BH, BY}, f.Correction):
			return s.errorf(f.Correction, "the correction of the family %q is %q; write maxT, BH or BY", f.Name, f.Correction)
		case f.Contrasts == "pairs" && len(s.Contrasts) == 0:
			return s.errorf(f.Name, "the family %q holds pairs, but the study declares no contrasts; add contrasts:", f.Name)
		}
		for _, m := range f.Metrics {
			if err := s.metric(m); err != nil {
				return err
			}
		}
	}
	if s.Level != 0 && !(s.Level > 0.5 && s.Level < 1) {
		return s.errorf("level", "a level of %v is not between 0.5 and 1; write for example 0.95", s.Level)
	}
	for _, l := range s.Lexicons {
		if l.File == "" {
			return s.errorf("lexicons", "a lexicon has no file; write file: en/words/praise.yaml, as slant lexicon list shows it")
		}
		if b, err := hex.DecodeString(l.SHA256); err != nil || len(b) != 0 && len(b) != sha256.Size {
			return s.errorf(l.SHA256, "%q is no SHA-256; write the 64 digits that the manifest of a run shows, or leave sha256 out", l.SHA256)
		}
	}
	if (len(s.Exclude.Articles) > 0 || s.Exclude.Wire) && s.Exclude.Because == "" {
		return s.errorf("exclude", "the exclusions have no reason; write because: and say why these articles do not count")
	}
	s.excluded = map[string]bool{}
	for _, id := range s.Exclude.Articles {
		s.excluded[id] = true
	}
	return nil
}

// pair checks that two different things are named.
func (s *Study) pair(p []string, field, of string) error {
	if len(p) != 2 || p[0] == "" || p[1] == "" || p[0] == p[1] {
		return s.errorf(field, "one of the %s is %q; write two different %s, like [A, B]", field, p, of)
	}
	return nil
}

// metric checks that a metric may exist. Which kinds of loaded words and frames
// there are is up to the corpus; actors are those of the study.
func (s *Study) metric(id string) error {
	switch {
	case id == "":
		return s.errorf("metric", "a metric is empty; write its id, such as loaded or agentless")
	case mayBeMetric(id, func(actor string) bool { return slices.Contains(s.Actors, actor) }):
		return nil
	}
	return s.errorf(id, "there is no metric %s; the table metrics.csv of any report lists them, and metrics of an actor need it among actors", id)
}

// CheckMetric fails when no corpus can have a metric of that name.
func CheckMetric(id string) error {
	if mayBeMetric(id, func(string) bool { return true }) {
		return nil
	}
	return fmt.Errorf("there is no metric %q; the table metrics.csv of any report lists them", id)
}

func mayBeMetric(id string, actor func(id string) bool) bool {
	if set, ok := strings.CutPrefix(id, "choice."); ok {
		return set != "" // which sets there are is up to the lexicons
	}
	for _, m := range measures([]string{"*"}, []string{"*"}, nil, []Actor{{ID: "*"}}) {
		if family, ok := strings.CutSuffix(id, ".*"); m.ID == id || ok && strings.HasPrefix(m.ID, family+".") {
			return true
		}
		stem, _ := strings.CutSuffix(m.ID, "*")
		if name, ok := strings.CutPrefix(id, stem); ok && stem != m.ID && name != "" && (m.Actor == "" || actor(name)) {
			return true
		}
	}
	return false
}

// readStories reads the table of stories, if there is one.
func (s *Study) readStories() error {
	if s.Stories == "" {
		return nil
	}
	path := filepath.Join(filepath.Dir(s.File), filepath.FromSlash(s.Stories))
	if filepath.IsAbs(s.Stories) {
		path = s.Stories
	}
	src, err := os.ReadFile(path)
	if err != nil {
		return s.errorf(s.Stories, "the table of stories %s cannot be read (%v); correct stories: or put it there", s.Stories, errors.Unwrap(err))
	}
	s.StoriesSHA256 = hash(src)
	s.table = map[string]string{}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(src), "\ufeff")))
	r.FieldsPerRecord = -1
	for {
		row, err := r.Read()
		if err == io.EOF {
			return nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return &lexicons.Error{File: path, Line: bad.Line, Msg: fmt.Sprintf("this is no CSV: %v", bad.Err)}
		} else if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		n, _ := r.FieldPos(0)
		switch {
		case n == 1 && len(row) == 2 && row[0] == "id" && row[1] == "story": // a heading
		case len(row) != 2:
			return &lexicons.Error{File: path, Line: n, Msg: fmt.Sprintf("%d columns; a line is the id of an article and its story", len(row))}
		case row[0] == "":
			return &lexicons.Error{File: path, Line: n, Msg: "the id is empty; write that of the article"}
		default:
			if was, twice := s.table[row[0]]; twice && was != row[1] {
				return &lexicons.Error{File: path, Line: n, Msg: fmt.Sprintf("the article %q is about %q and about %q; leave it one story", row[0], was, row[1])}
			}
			s.table[row[0]] = row[1]
		}
	}
}
