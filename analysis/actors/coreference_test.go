package actors

import (
	"flag"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"slant/analysis/language"
	"slant/analysis/language/conllu"
)

var coreference = flag.String("coreference", os.Getenv("SLANT_COREFERENCE"), "file in CoNLL-U with coreference as GUM has it (Entity=), such as en_gum-ud-train.conllu.gz")

// TestCoreference compares whom pronouns are tied to with the entities that
// people have coded. A pronoun counts when its entity is one that slant knows as
// an actor by some name; the entities of an actor are those that at least a third
// of its names stand for, so "Russian troops … they" is right only where the
// coders have not told the troops from Russia: precision is a lower bound. It
// prints the figures by pronoun; it holds nothing.
func TestCoreference(t *testing.T) {
	if *coreference == "" {
		t.Skip("no coded text: give its file with -coreference or in SLANT_COREFERENCE")
	}
	sentences, err := conllu.ReadFile(*coreference)
	if err != nil {
		t.Fatal(err)
	}
	f := finder(t)
	tallies := map[string]*tally{"he or she": {}, "it": {}, "they": {}}
	for len(sentences) > 0 {
		n := 1
		for n < len(sentences) && !sentences[n].NewDoc {
			n++
		}
		c := codedText(sentences[:n])
		c.compare(f, tallies)
		sentences = sentences[n:]
	}
	for _, k := range slices.Sorted(maps.Keys(tallies)) {
		x := tallies[k]
		t.Logf("%-9s precision %.3f of %d, recall %.3f of %d", k, float64(x.right)/float64(max(1, x.given)), x.given, float64(x.right)/float64(max(1, x.known)), x.known)
	}
}

// A tally counts pronouns.
type tally struct{ known, given, right int }

// A coded text is a document of a corpus with its mentions of entities.
type coded struct {
	text     string
	mentions []codedMention
	pronouns [][2]int
}

type codedMention struct {
	start, end int
	entity     string
}

var entityMark = regexp.MustCompile(`\((\d+)(?:\[[^\]]*\])?-[a-z]+[^()]*(\)?)|(\d+)(?:\[\d+/\d+\])?\)`)

// codedText puts the sentences of a document together. The places of mentions
// are bytes of the text.
func codedText(sentences []conllu.Sentence) *coded {
	c := &coded{}
	open := map[string][]int{} // starts of mentions that are not closed, by entity
	var text strings.Builder
	for i := range sentences {
		s := &sentences[i]
		if i > 0 && s.NewPar {
			text.WriteString("\n\n")
		} else if i > 0 {
			text.WriteByte(' ')
		}
		base := text.Len()
		text.WriteString(s.Text)
		at := 0
		for k := range s.Tokens {
			t := &s.Tokens[k]
			if j := strings.Index(s.Text[at:], t.Form); j >= 0 && j < 4 {
				at += j // words that are written as one with others may be spelt otherwise
			}
			start, end := base+at, base+min(at+len(t.Form), len(s.Text))
			at = end - base
			if strings.HasPrefix(t.XPOS, "PRP") {
				c.pronouns = append(c.pronouns, [2]int{start, end})
			}
			_, marks, _ := strings.Cut(t.Misc, "Entity=")
			marks, _, _ = strings.Cut(marks, "|")
			for _, m := range entityMark.FindAllStringSubmatch(marks, -1) {
				switch entity := m[1]; {
				case entity != "" && m[2] != "":
					c.mentions = append(c.mentions, codedMention{start, end, entity})
				case entity != "":
					open[entity] = append(open[entity], start)
				default:
					entity = m[3]
					if n := len(open[entity]); n > 0 {
						c.mentions = append(c.mentions, codedMention{open[entity][n-1], end, entity})
						open[entity] = open[entity][:n-1]
					}
				}
			}
		}
	}
	c.text = text.String()
	return c
}

// entity returns the entity of the smallest mention that covers a span, "" for none.
func (c *coded) entity(start, end int) string {
	best := codedMention{}
	for _, m := range c.mentions {
		if m.start <= start && end <= m.end && (best.entity == "" || m.end-m.start < best.end-best.start) {
			best = m
		}
	}
	return best.entity
}

// compare counts the pronouns of a text.
func (c *coded) compare(f *Finder, tallies map[string]*tally) {
	d := language.Read("", c.text, nil)
	found, _ := f.Find(d, nil, d.Names)
	meant := map[[2]int]string{}        // actors of pronouns
	own := map[string]map[string]bool{} // entities of actors
	known := map[string]bool{}          // entities that are actors
	for _, a := range found {
		votes, all := map[string]int{}, 0
		for _, m := range a.Mentions {
			switch m.Form {
			case "pronoun":
				meant[[2]int{m.Start, m.End}] = a.ID
			case "description":
			default:
				if e := c.entity(m.Start, m.End); e != "" {
					votes[e]++
					all++
				}
			}
		}
		own[a.ID] = map[string]bool{}
		for e, n := range votes {
			if n*3 >= all {
				own[a.ID][e], known[e] = true, true
			}
		}
	}
	exact := map[[2]int]string{}
	for _, m := range c.mentions {
		exact[[2]int{m.start, m.end}] = m.entity
	}
	for _, p := range c.pronouns {
		kind := pronounKinds[strings.ToLower(c.text[p[0]:p[1]])]
		if kind == "" {
			continue
		}
		entity, actor := exact[p], meant[p]
		x := tallies[kind]
		if known[entity] {
			x.known++
		}
		if actor != "" {
			x.given++
		}
		if actor != "" && own[actor][entity] {
			x.right++
		}
	}
}

var pronounKinds = map[string]string{
	"he": "he or she", "him": "he or she", "his": "he or she", "himself": "he or she", "she": "he or she", "her": "he or she", "hers": "he or she",
	"herself": "he or she", "they": "they", "them": "they", "their": "they", "themselves": "they", "it": "it", "its": "it", "itself": "it",
}
