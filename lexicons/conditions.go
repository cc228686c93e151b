package lexicons

import (
	"fmt"
	"slices"
	"strings"
)

// Conditions say where a word of a list counts. Each condition that is given
// must hold. Where one lists words, these are lemmas or forms in lower case;
// $name stands for the words of the set of that name, @actor for any mention of
// an actor.
type Conditions struct {
	Tag         string   `yaml:"tag"`          // prefix of the Penn tag that the word, of a phrase the last, must have: JJ, NN, VB, RB; "" = any
	Relations   []string `yaml:"relations"`    // Universal Dependencies relations in which the word must stand to its head: obj, nsubj
	Heads       []string `yaml:"heads"`        // only of these: what the word modifies, is said of, governs or is made of
	NotHeads    []string `yaml:"not_heads"`    // never of these: literal uses and terms
	Subjects    []string `yaml:"subjects"`     // only when one of these does or is what the verb or predicate says
	NotSubjects []string `yaml:"not_subjects"` // never when one of these does
	Objects     []string `yaml:"objects"`      // only when the verb does it to one of these
	NotObjects  []string `yaml:"not_objects"`  // never when it does it to one of these: to shell peas
	NotBefore   []string `yaml:"not_before"`   // never when the next word is one of these
	NotAfter    []string `yaml:"not_after"`    // never when the word before is one of these
}

// check returns the field of c in which something is wrong, as its list writes it
// (not_heads[2]), and what; both are "" when nothing is.
func (c *Conditions) check(sets map[string][]string) (field, wrong string) {
	if wrong := checkTag(c.Tag); wrong != "" {
		return "tag", wrong
	}
	for i, r := range c.Relations {
		if wrong := checkRelation(r); wrong != "" {
			return fmt.Sprintf("relations[%d]", i), wrong
		}
	}
	for _, list := range []struct {
		field string
		words []string
	}{
		{"heads", c.Heads}, {"not_heads", c.NotHeads}, {"subjects", c.Subjects}, {"not_subjects", c.NotSubjects},
		{"objects", c.Objects}, {"not_objects", c.NotObjects}, {"not_before", c.NotBefore}, {"not_after", c.NotAfter},
	} {
		for i, w := range list.words {
			wrong := checkWord(w, sets)
			if wrong == "" && strings.ContainsRune(w, ' ') {
				wrong = "a condition asks about one word of the text; write the word that decides"
			}
			if wrong != "" {
				return fmt.Sprintf("%s[%d]", list.field, i), fmt.Sprintf("%q: %s", w, wrong)
			}
		}
	}
	return "", ""
}

// tags are those of the Penn Treebank that words have.
var tags = strings.Fields("CC CD DT EX FW IN JJ JJR JJS LS MD NN NNS NNP NNPS PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB")

// checkTag returns what is wrong with a prefix of a tag.
func checkTag(tag string) string {
	if slices.ContainsFunc(tags, func(t string) bool { return strings.HasPrefix(t, tag) }) {
		return ""
	}
	return fmt.Sprintf("there is no tag %s; write NN for nouns, JJ for adjectives, RB for adverbs, VB for verbs, or another of the Penn Treebank", tag)
}

// relations are those of Universal Dependencies, without subtypes.
var relations = strings.Fields(`acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse
	dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp`)

// checkRelation returns what is wrong with the name of a relation.
func checkRelation(r string) string {
	if name, _, _ := strings.Cut(r, ":"); slices.Contains(relations, name) {
		return ""
	}
	return fmt.Sprintf("there is no relation %q; write obj for an object, nsubj for a subject, amod, nmod, obl or another of Universal Dependencies", r)
}

// MinPrefix is how many letters of a word that stands for all that begin so must
// be written out.
const MinPrefix = 3

// Any is the word by which conditions and patterns mean a mention of any actor.
const Any = "@actor"

// checkWord returns what is wrong with one word of a condition or pattern.
func checkWord(w string, sets map[string][]string) string {
	if name, ok := strings.CutPrefix(w, "$"); ok {
		if sets[name] == nil {
			return "there is no set " + name + "; add " + name + ".yaml to the folder sets, or correct the name"
		}
		return ""
	}
	if strings.HasPrefix(w, "@") && w != Any {
		return "there is no " + w + "; write " + Any + " for a mention of an actor"
	}
	if w == "" {
		return "a word is missing in it"
	}
	if w != strings.ToLower(w) {
		return "it must be in lower case"
	}
	stem := strings.TrimSuffix(w, "*")
	if stem != w && stem != "" && len(stem) < MinPrefix {
		return w + " stands for too much: write at least three letters before the *"
	}
	if strings.Contains(stem, "*") {
		return "a * may stand at the end of a word only; write out what it stands for"
	}
	return ""
}

// A Pattern is a phrase that a list describes word by word: see Element.
type Pattern []Element

// An Element is one place of a pattern. As lists write it:
//
//	scorn        the lemma or form
//	scorn|abuse  either
//	$ill         a word of the set
//	@actor       a mention of an actor
//	*            any word
//	<NN>         any word with a Penn tag that begins so; fall<NN> that word with it
//	the?         there or not
//	...          up to three words between; ...6 up to six
//	obj:scorn    not the next word, but one that depends on the first in this relation
//	threat*      any word that begins so
//
// A hyphen is a word of its own, as in texts: witch-hunt is witch - hunt. Where
// texts keep a prefix with its word, so does the pattern: see Patterns.
type Element struct {
	Words    []string // alternatives; nil: any word
	Tag      string   // prefix of the Penn tag, "" = any
	Relation string   // to the first word; "" for what stands in its place
	Optional bool
	Gap      int // how many words may stand before it that the pattern does not name
}

// gapWords is how many words ... stands for.
const gapWords = 3

// maxGap keeps matching short, whatever a list says.
const maxGap = 10

// Patterns reads a word, phrase or pattern of a list: one pattern, or two when it
// has a hyphen, by which texts are cut in places (climate - friendly) and not in
// others (pro-democracy). It returns what is wrong with it, "" when nothing is.
func Patterns(text string, sets map[string][]string) (ps []Pattern, wrong string) {
	for _, cut := range []func(string) []string{hyphens, func(field string) []string { return []string{field} }} {
		p, wrong := pattern(text, sets, cut)
		if wrong != "" {
			return nil, wrong
		}
		if len(ps) == 0 || len(p) < len(ps[0]) {
			ps = append(ps, p)
		}
	}
	return ps, ""
}

func pattern(text string, sets map[string][]string, cut func(string) []string) (p Pattern, wrong string) {
	gap := 0
	for _, field := range strings.Fields(text) {
		if n, ok := strings.CutPrefix(field, "..."); ok {
			if gap = gapOf(n); gap < 0 || len(p) == 0 {
				return nil, "... stands between words, with at most 10 after it: ...6"
			}
			continue
		}
		for k, part := range cut(field) {
			e, wrong := element(part, sets)
			if wrong != "" {
				return nil, wrong
			}
			if k == 0 {
				e.Gap, gap = gap, 0
			}
			p = append(p, e)
		}
	}
	switch {
	case len(p) == 0:
		return nil, "it has no words"
	case gap > 0:
		return nil, "... stands between words"
	case len(p[0].Words) == 0 || p[0].Optional || p[0].Relation != "" || p[0].Words[0] == Any:
		return nil, "it must begin with a word, with alternatives or with a $set: by these it is found"
	}
	return p, ""
}

// hyphens cuts a field as the tokeniser cuts words: hyphens, commas, 's and n't stand
// alone.
func hyphens(field string) []string {
	if strings.ContainsAny(field, "<:$|") {
		return []string{field}
	}
	field = strings.NewReplacer("-", " - ", ",", " , ", "’", "'").Replace(field)
	var parts []string
	for _, part := range strings.Fields(field) {
		at := len(part)
		if i := strings.LastIndexByte(part, '\''); i > 0 {
			if at = i; strings.HasSuffix(part, "n't") && i > 1 {
				at = i - 1
			}
		}
		parts = append(parts, part[:at])
		if at < len(part) {
			parts = append(parts, part[at:])
		}
	}
	return parts
}

func gapOf(digits string) int {
	if digits == "" {
		return gapWords
	}
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' || n > maxGap {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	if n > maxGap {
		return -1
	}
	return n
}

func element(field string, sets map[string][]string) (e Element, wrong string) {
	if body, ok := strings.CutSuffix(field, "?"); ok && body != "" {
		field, e.Optional = body, true
	}
	if relation, words, ok := strings.Cut(field, ":"); ok && relation != "" && words != "" {
		e.Relation, field = relation, words
		if e.Optional {
			return e, "what depends on the first word cannot be optional"
		}
		if wrong := checkRelation(relation); wrong != "" {
			return e, wrong
		}
	}
	if body, tag, ok := strings.Cut(field, "<"); ok {
		if !strings.HasSuffix(tag, ">") {
			return e, "a tag is written between < and >"
		}
		field, e.Tag = body, strings.TrimSuffix(tag, ">")
		if wrong := checkTag(e.Tag); wrong != "" {
			return e, wrong
		}
	}
	if field == "" || field == "*" {
		return e, ""
	}
	for _, w := range strings.Split(field, "|") {
		if wrong := checkWord(w, sets); wrong != "" {
			return e, wrong
		}
		if name, ok := strings.CutPrefix(w, "$"); ok {
			e.Words = append(e.Words, sets[name]...)
			continue
		}
		e.Words = append(e.Words, w)
	}
	slices.Sort(e.Words)
	return e, ""
}
