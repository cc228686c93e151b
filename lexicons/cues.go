package lexicons

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
)

// CueKinds are the values that Cue.Kind may have.
var CueKinds = []string{"verb", "noun", "adjective", "phrase"}

// Tones are the values that Cue.Tone may have: what the outlet's choice of this
// cue says about the words that it reports.
//
//	neutral  that somebody says so, and no more
//	doubt    the outlet keeps away from it, or makes little of it: claim, boast
//	endorse  the outlet lets it stand as true: reveal, point out
//	contest  the outlet shows it as a blow in a fight: slam, hit out
//	concede  the source says it against its own interest: admit, backtrack
var Tones = []string{"neutral", "doubt", "endorse", "contest", "concede"}

// Constructions are the ways in which content can hang on a cue.
//
//	quote       quoted speech before, after or around the cue
//	clause      a that-clause or a bare clause: "said that …", "…, he said"
//	question    an embedded question: "asked whether", "did not say how many"
//	infinitive  a to-infinitive: "vowed to leave", "urged Israel to stop"
//	object      the object: "announced talks", "condemned the attacks"
//	predicate   the object with what is said of it: "called the deal a disaster"
//	as          the same with as: "described him as a thug"
//	raising     the subject of the passive with its infinitive: "they are said to be alive"
//	addressee   no content: the object is whom the words are told, "told reporters"
//	cue         the object is a noun cue whose source is the verb's subject:
//	            "made the claim that …", against "denied the claim that …"
//	findings    the object, a bare clause or what is said of the object, when the
//	            subject is a study or document: "a poll found two thirds in favour"
//	of, on, …   the object of that preposition, "warned of a crisis", with the object
//	            of the verb if that is not an addressee: "accused him of theft";
//	            by only for adjectives ("horrified by the raid"), since it brings
//	            the source of a verb or noun
var Constructions = append([]string{"quote", "clause", "question", "infinitive", "object", "predicate", "as", "raising", "addressee", "cue", "findings"},
	prepositions...)

var prepositions = []string{"about", "against", "at", "by", "for", "from", "in", "of", "on", "over", "to", "towards", "with"}

// A Cue is a word or phrase by which news says that somebody speaks, writes,
// thinks, feels or has found out.
//
// The source of a verb or adjective is its subject (or by-agent), that of a noun
// its possessor, and that of a phrase the noun phrase at its star.
type Cue struct {
	Lemma string // lower case: "say", "point out" for a verb with its particle or preposition, "as * put it" for a phrase
	Kind  string // one of CueKinds
	Tone  string // one of Tones

	// Rare tells that the word mostly means something else, so that only a
	// quotation, a clause, an "as" or a noun cue shows that it is a cue - and for a
	// noun its source too: add, go on; "her account of the night".
	Rare bool

	Rule  string    // how findings cite it: "en/neutral.yaml:say"
	Group *CueGroup // the entry that it stands in

	takes uint32 // one bit for each of Constructions
}

// Takes reports whether content, or what else the construction names, can hang
// on c in this construction, one of Constructions.
func (c *Cue) Takes(construction string) bool {
	i := slices.Index(Constructions, construction)
	return i >= 0 && c.takes&(1<<i) != 0
}

// A CueList is one file of cues: one tone and one idea.
type CueList struct {
	Tone   string     `yaml:"tone"`   // one of Tones, for all cues of the file
	About  string     `yaml:"about"`  // what the cues have in common, and why they have that tone
	Source string     `yaml:"source"` // where the entries come from
	Groups []CueGroup `yaml:"groups"`
}

// A CueGroup is a set of cues that are built alike.
type CueGroup struct {
	Words  []string `yaml:"words"`       // lemmas; in a phrase a star stands for the source, at its end when there is none
	Kind   string   `yaml:"kind"`        // one of CueKinds
	Takes  []string `yaml:"takes"`       // of Constructions
	Rare   bool     `yaml:"rare"`        // see Cue.Rare
	Not    []string `yaml:"not_with"`    // lemmas of objects, or sources of a phrase, with which it is no cue: slam a door, according to size
	Reason string   `yaml:"tone_reason"` // why this tone, when it is not plain from About
	Good   []string `yaml:"good"`        // sentences in which a word of the group is a cue
	Bad    []string `yaml:"bad"`         // sentences in which one stands and is none
}

// Cues reads the lists of cues of reported speech in folder, such as "en/cues",
// and returns the cues sorted by lemma, then kind. Every list needs a tone, what
// it is about and its source; every group its words, kind, constructions and a
// good sentence, and a bad one when its words are rarely cues; and a lemma
// stands once in each kind. The first mistake is an *Error with file and line.
//
// A phrase consists of words or lemmas, with a star for the source: "as * put
// it". "*'s" is the source as possessor: "in *'s words" matches "in the
// minister's words" and "in his words". A phrase without a star gets one at its
// end: "according to *".
func Cues(fsys fs.FS, folder string) ([]Cue, error) {
	lists, files, err := load[CueList](fsys, folder)
	if err != nil {
		return nil, err
	}
	var cues []Cue
	rules := map[string]string{} // by kind and lemma
	for _, file := range files {
		list := lists[file]
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		if err := list.check(file, src); err != nil {
			return nil, err
		}
		for i := range list.Groups {
			g := &list.Groups[i]
			var takes uint32
			for _, t := range g.Takes {
				takes |= 1 << slices.Index(Constructions, t)
			}
			for n, word := range g.Words {
				lemma := word
				if g.Kind == "phrase" && !strings.Contains(word, "*") {
					lemma += " *"
				}
				rule := path.Join(path.Dir(folder), path.Base(file)) + ":" + word
				if other, ok := rules[g.Kind+" "+lemma]; ok {
					return nil, &Error{file, lineOf(src, i, "words", n),
						fmt.Sprintf("the %s %q stands in the lexicon already, as %s; remove one of the two", g.Kind, word, other)}
				}
				rules[g.Kind+" "+lemma] = rule
				cues = append(cues, Cue{Lemma: lemma, Kind: g.Kind, Tone: list.Tone, Rare: g.Rare, Rule: rule, Group: g, takes: takes})
			}
		}
	}
	slices.SortFunc(cues, func(a, b Cue) int {
		return cmp.Or(strings.Compare(a.Lemma, b.Lemma), strings.Compare(a.Kind, b.Kind))
	})
	return cues, nil
}

// check checks what a file says by itself.
func (l *CueList) check(file string, src []byte) error {
	switch {
	case !slices.Contains(Tones, l.Tone):
		return &Error{file, line(src, "tone"), fmt.Sprintf("the tone is %q; write one of %s", l.Tone, strings.Join(Tones, ", "))}
	case l.About == "" || l.Source == "":
		return &Error{file, 0, "a list of cues needs about and source at its top; say what its cues have in common and where they come from"}
	case len(l.Groups) == 0:
		return &Error{file, 0, "the list has no groups; add one or remove the file"}
	}
	for i := range l.Groups {
		g := &l.Groups[i]
		fail := func(field string, n int, format string, args ...any) error {
			return &Error{file, lineOf(src, i, field, n), fmt.Sprintf(format, args...)}
		}
		if len(g.Words) == 0 {
			return fail("words", 0, "a group has no words; write words: [ … ] or remove the group")
		}
		if !slices.Contains(CueKinds, g.Kind) {
			return fail("kind", -1, "the group of %q has the kind %q; write one of %s", g.Words[0], g.Kind, strings.Join(CueKinds, ", "))
		}
		for n, word := range g.Not {
			if badCue(word, "verb") != "" || strings.Contains(word, " ") {
				return fail("not_with", n, "%q must be one word in lower case; write the lemma so", word)
			}
		}
		for n, word := range g.Words {
			if msg := badCue(word, g.Kind); msg != "" {
				return fail("words", n, "%q %s", word, msg)
			}
		}
		if len(g.Takes) == 0 {
			return fail("takes", 0, "the group of %q takes nothing; write takes: [ … ] with some of %s", g.Words[0], strings.Join(Constructions, ", "))
		}
		for n, t := range g.Takes {
			if !slices.Contains(Constructions, t) {
				return fail("takes", n, "there is no construction %q; write one of %s", t, strings.Join(Constructions, ", "))
			}
			if t == "by" && g.Kind != "adjective" {
				return fail("takes", n, "by brings the source of a %s, not its content; remove it", g.Kind)
			}
			if slices.Contains(g.Takes[:n], t) {
				return fail("takes", n, "the construction %s stands twice; remove one", t)
			}
		}
		shows := func(t string) bool { return t == "quote" || t == "clause" || t == "as" || t == "cue" }
		if g.Rare && !slices.ContainsFunc(g.Takes, shows) {
			return fail("rare", -1, "the group of %q is rare but takes none of quote, clause, as and cue, so it would hardly ever count; add one or remove rare", g.Words[0])
		}
		if len(g.Good) == 0 {
			return fail("good", 0, "the group of %q has no example; write good: [ a sentence in which a word of it is a cue ]", g.Words[0])
		}
		if g.Rare && len(g.Bad) == 0 {
			return fail("bad", 0, "the group of %q is rare; write bad: [ a sentence in which a word of it is no cue ]", g.Words[0])
		}
	}
	return nil
}

// badCue says what is wrong with a word of a kind, "" when it is as it should be.
func badCue(word, kind string) string {
	parts := strings.Fields(word)
	stars := strings.Count(word, "*")
	switch {
	case word == "" || word != strings.ToLower(word) || strings.Join(parts, " ") != word:
		return "must be in lower case with single spaces; write the lemma so"
	case kind != "phrase" && stars > 0:
		return "has a star, which only a phrase can have; write kind: phrase or leave it out"
	case kind != "phrase" && len(parts) > 2:
		return "has more than two words; write kind: phrase or shorten it"
	case stars > 1:
		return "has two stars; leave one, where the source stands"
	case stars == 1 && !slices.Contains(parts, "*") && !slices.Contains(parts, "*'s"):
		return "has a star within a word; write * or *'s as a word of its own"
	}
	return ""
}

// lineOf returns the line of entry n of a field of group i, or as near to it as
// the file has anything; n is -1 for a field that is no list.
func lineOf(src []byte, i int, field string, n int) int {
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return 0
	}
	group := fmt.Sprintf("$.groups[%d]", i)
	for _, at := range []string{fmt.Sprintf("%s.%s[%d]", group, field, n), group + "." + field, group + ".words[0]", group} {
		p, err := yaml.PathString(at)
		if err != nil {
			continue
		}
		if node, err := p.FilterFile(file); err == nil && node != nil && node.GetToken() != nil {
			return node.GetToken().Position.Line
		}
	}
	return 0
}
