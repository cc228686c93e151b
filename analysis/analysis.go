// Package analysis measures bias and framing in news articles.
//
// Data flows one way, and each package imports only those to its left:
//
//	corpus ─► language ─► actors ─► voice ─► wording ─► events ─► stance ─► record
//	                                                                           │ one JSON line per article
//	              lexicons (data, embedded)     reports ◄─ compare ◄─ runs ◄───┘
//
//	corpus    reads articles and says what in them is no article.
//	language  sentences, words, tags and trees, at the bytes of the input.
//	actors    who is named, and which words mean whom.
//	voice     who is speaking at every word.
//	wording   which words are loaded, in whose voice, about whom.
//	events    who does what to whom, in which form.
//	stance    who stands where, and how each sentence presents its actors.
//	record    all of that, as one line of JSON; counts that merge in any order.
//	runs      carries a corpus through all of that, on several workers.
//	compare   what the records show about outlets, and how surely.
//	audit     how far human coders agree, to check slant by.
//	fit       the weights that are shipped, from labelled examples; for developers only.
//	reports   the comparison for people and for other programs.
//
// An [Analyzer] does the first line for one article and knows nothing of the
// others: that is what makes one machine and many give the same bytes.
package analysis

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"slant/analysis/actors"
	"slant/analysis/corpus"
	"slant/analysis/events"
	"slant/analysis/language"
	"slant/analysis/record"
	"slant/analysis/stance"
	"slant/analysis/voice"
	"slant/analysis/wording"
	"slant/lexicons"
)

// An Analyzer turns articles into records. It is safe for concurrent use.
type Analyzer struct {
	Lexicons []File // what it reads with, by name

	read    func(title, body string, excluded []language.Span) *language.Document
	actors  *actors.Finder
	voices  *voice.Reader
	words   *wording.Finder
	choices *wording.Chooser
	events  *events.Detector
	stances *stance.Detector
}

// A File is a lexicon or actor file that an Analyzer was made from.
type File struct {
	Name   string
	SHA256 string
}

// Options say what an Analyzer reads with. The zero Options are the defaults.
type Options struct {
	Lexicons   []string // the user's folders of lists, which lie over the built-in ones; see lexicons.With
	ActorFiles []string // the user's, which add to the built-in actors
	Annotator  string   // whose tokens, sentences and tags: "" or "slant", or "prose"
}

// Annotators are the values that Options.Annotator may have.
var Annotators = []string{"slant", "prose"}

// New makes an Analyzer from the built-in lexicons and what o names. A mistake
// in a file is a *lexicons.Error.
func New(o Options) (a *Analyzer, err error) {
	data, err := lexicons.With(o.Lexicons...)
	if err != nil {
		return nil, err
	}
	defer func() { err = lexicons.Located(data, err) }()
	a = &Analyzer{}
	switch o.Annotator {
	case "", "slant":
		a.read = language.Read
	case "prose":
		a.read = language.ReadProse
	default:
		return nil, fmt.Errorf("there is no annotator %q; choose one of %s", o.Annotator, strings.Join(Annotators, ", "))
	}

	gazetteer, err := lexicons.Actors(data, "en/actors")
	if err != nil {
		return nil, err
	}
	var own []*lexicons.ActorList
	for _, path := range o.ActorFiles {
		list, err := lexicons.ActorFile(path)
		if err != nil {
			return nil, err
		}
		own = append(own, list)
	}
	if a.actors, err = actors.NewFinder(gazetteer, own...); err != nil {
		return nil, err
	}

	cues, err := lexicons.Cues(data, "en/cues")
	if err != nil {
		return nil, err
	}
	a.voices = voice.NewReader(cues)

	words, sets, err := lexicons.Words(data, "en/words")
	if err != nil {
		return nil, err
	}
	a.words = wording.NewFinder(words, sets)
	terms, err := lexicons.Choices(data, "en/choices", sets)
	if err != nil {
		return nil, err
	}
	a.choices = wording.NewChooser(terms, sets)

	predicates, nouns, err := lexicons.Events(data, "en/events")
	if err != nil {
		return nil, err
	}
	conflicts, err := lexicons.Conflicts(data, "en/conflicts", gazetteer)
	if err != nil {
		return nil, err
	}
	a.events = events.NewDetector(predicates, nouns, conflicts...)

	attitudes, err := lexicons.Stances(data, "en/stances")
	if err != nil {
		return nil, err
	}
	a.stances = stance.NewDetector(attitudes)

	a.Lexicons, err = hashes(data, o.ActorFiles)
	return a, err
}

// hashes names the files that an Analyzer reads with, the built-in ones first.
func hashes(data fs.FS, actorFiles []string) ([]File, error) {
	var files []File
	add := func(name string, b []byte) {
		sum := sha256.Sum256(b)
		files = append(files, File{name, hex.EncodeToString(sum[:])})
	}
	err := fs.WalkDir(data, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		b, err := fs.ReadFile(data, path)
		if err == nil {
			add(path, b)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, path := range actorFiles {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		add(path, b)
	}
	return files, nil
}

// Analyze reads one article. It depends on nothing but the article and what the
// Analyzer was made from.
func (a *Analyzer) Analyze(article *corpus.Article) *record.Record {
	excluded, wire := corpus.Exclude(article)
	skip := make([]language.Span, len(excluded))
	for i, x := range excluded {
		skip[i] = x.Span
	}
	t := a.text(article.Title, article.Text, skip, given(article.Mentions))
	loaded, acts, stances := a.judged(t)

	return &record.Record{
		Schema: record.Schema, ID: article.ID, Outlet: article.Outlet, Title: article.Title,
		Published: article.Published, URL: article.URL, Author: article.Author, Story: article.Story,
		Language: "en", Wire: wire,
		Words:        record.CountWords(t.doc, t.speakers, excluded),
		Excluded:     excluded,
		Sentences:    record.Sentences(t.doc, loaded, t.speakers),
		Actors:       t.named,
		Attributions: t.speakers.Attributions,
		Findings:     loaded,
		Choices:      a.choices.Find(t.doc, t.index, t.speakers),
		Events:       acts,
		Stances:      stances,
		Portrayals:   a.stances.Portrayals(t.doc, t.named, t.speakers, loaded, acts, stances),
		Lemmas:       record.OwnLemmas(t.doc, t.speakers),
	}
}

// A text is an article that has been read up to who is speaking.
type text struct {
	doc      *language.Document
	named    []actors.Actor
	index    *actors.Index
	speakers *voice.Speakers
}

func (a *Analyzer) text(title, body string, excluded []language.Span, given []actors.Given) *text {
	t := &text{doc: a.read(title, body, excluded)}
	t.named, t.index = a.actors.Find(t.doc, given, t.doc.Names)
	t.speakers = a.voices.Read(t.doc, t.index)
	return t
}

// judged returns what is found in a text that depends on who speaks: its loaded
// words, its events, and the stances that come of both.
func (a *Analyzer) judged(t *text) ([]wording.Finding, []events.Event, []stance.Stance) {
	loaded := a.words.Find(t.doc, t.index, t.speakers)
	acts := a.events.Find(t.doc, t.index, t.speakers)
	return loaded, acts, a.stances.Find(t.doc, t.index, t.speakers, loaded, acts)
}

// given returns the mentions that an article marks, as package actors takes them.
func given(mentions []corpus.Mention) []actors.Given {
	out := make([]actors.Given, len(mentions))
	for i, m := range mentions {
		out[i] = actors.Given{Start: m.Start, End: m.End, Actor: m.Actor}
	}
	return out
}

// BiasFeatures returns the features from which wording.Bias judges a text of one
// sentence: those of its first.
func (a *Analyzer) BiasFeatures(sentence string) []float64 {
	t := a.text("", sentence, nil, nil)
	loaded := a.words.Find(t.doc, t.index, t.speakers)
	sum := make([]float64, len(wording.FeatureNames()))
	if len(t.doc.Sentences) > 0 {
		in, _ := wording.In(loaded, t.doc.Sentences[0].Span)
		copy(sum, wording.Features(t.doc, 0, in, t.speakers))
	}
	return sum
}

// Evidence returns what the portrayals of an article are judged from.
func (a *Analyzer) Evidence(article *corpus.Article) []stance.Evidence {
	t := a.text(article.Title, article.Text, nil, given(article.Mentions))
	loaded, acts, stances := a.judged(t)
	return a.stances.Evidence(t.doc, t.named, t.speakers, loaded, acts, stances)
}
