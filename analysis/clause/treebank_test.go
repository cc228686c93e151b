package clause_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"slant/analysis/clause"
	"slant/analysis/language"
	"slant/analysis/language/conllu"
)

var treebank = flag.String("treebank", os.Getenv("SLANT_TREEBANK"), "file of a treebank in CoNLL-U, such as en_ewt-ud-dev.conllu.gz")

// floors are the least precision and recall that the passives of a treebank may
// be read with.
const floor = 0.90

// TestTreebankPassives compares the passives that are read from raw sentences,
// with the tags and trees that slant makes itself, with those of a treebank that
// people have coded: nsubj:pass is the patient, obl:agent the agent, and a verb
// with aux:pass or nsubj:pass but without obl:agent has the agentless form. Of a
// clause whose subject is only implied the treebank has no patient; nor has the
// count here.
func TestTreebankPassives(t *testing.T) {
	if *treebank == "" {
		t.Skip("no treebank: give its file with -treebank or in SLANT_TREEBANK")
	}
	sentences, err := conllu.ReadFile(*treebank)
	if err != nil {
		t.Fatal(err)
	}
	scores := map[string]*score{"agent": {}, "patient": {}, "agentless": {}}
	for _, s := range sentences {
		d := language.Read("", s.Text, nil)
		want, got := coded(&s), read(d, offsets(&s))
		for kind, sc := range scores {
			sc.add(t, kind, s.Text, want[kind], got[kind])
		}
	}
	for _, kind := range []string{"agent", "patient", "agentless"} {
		sc := scores[kind]
		t.Logf("%-9s precision %.3f recall %.3f of %d", kind, sc.precision(), sc.recall(), sc.right+sc.missed)
		if sc.precision() < floor || sc.recall() < floor {
			t.Errorf("%s: precision %.3f, recall %.3f, want at least %.2f each", kind, sc.precision(), sc.recall(), floor)
		}
	}
}

// A relation is a verb and its argument by their places in the treebank's
// sentence; the argument of a form is -1.
type relation struct{ verb, argument int }

// coded returns the relations that the treebank has.
func coded(s *conllu.Sentence) map[string]map[relation]bool {
	out := map[string]map[relation]bool{"agent": {}, "patient": {}, "agentless": {}}
	passive, agent := map[int]bool{}, map[int]bool{}
	for i, t := range s.Tokens {
		switch t.Relation {
		case "nsubj:pass":
			out["patient"][relation{t.Head, i}] = true
			passive[t.Head] = true
		case "aux:pass", "csubj:pass":
			passive[t.Head] = true
		case "obl:agent":
			out["agent"][relation{t.Head, i}] = true
			agent[t.Head] = true
		}
	}
	for v := range passive {
		if !agent[v] {
			out["agentless"][relation{v, -1}] = true
		}
	}
	return out
}

// read returns the relations that slant reads, in the places of the treebank;
// what it has no place for has one of its own below -1.
func read(d *language.Document, place map[int]int) map[string]map[relation]bool {
	at := func(i int) int {
		if p, ok := place[d.Tokens[i].Start]; ok {
			return p
		}
		return -2 - i
	}
	out := map[string]map[relation]bool{"agent": {}, "patient": {}, "agentless": {}}
	for _, p := range clause.Passives(d) {
		if p.Subject >= 0 {
			out["patient"][relation{at(p.Verb), at(p.Subject)}] = true
		}
		if p.Agent >= 0 {
			out["agent"][relation{at(p.Verb), at(p.Agent)}] = true
		} else if p.Auxiliary || p.Subject >= 0 {
			out["agentless"][relation{at(p.Verb), -1}] = true
		}
	}
	return out
}

// offsets returns the place of each word of a sentence by the byte of its text
// at which it begins.
func offsets(s *conllu.Sentence) map[int]int {
	place := map[int]int{}
	pos := 0
	for i := 0; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		n := max(1, t.SurfaceWords)
		surface := t.Form
		if t.SurfaceWords > 0 {
			surface = t.Surface
		}
		start := strings.Index(s.Text[pos:], surface)
		if start < 0 {
			return place
		}
		start += pos
		inside := start
		for k := i; k < i+n; k++ {
			place[inside] = k
			inside += len(s.Tokens[k].Form)
		}
		pos = start + len(surface)
		i += n - 1
	}
	return place
}

type score struct{ right, wrong, missed int }

func (s *score) precision() float64 { return float64(s.right) / float64(max(1, s.right+s.wrong)) }
func (s *score) recall() float64    { return float64(s.right) / float64(max(1, s.right+s.missed)) }

func (s *score) add(t *testing.T, kind, text string, want, got map[relation]bool) {
	for r := range got {
		if want[r] {
			s.right++
		} else {
			s.wrong++
			if testing.Verbose() && os.Getenv("SLANT_MISSES") != "" {
				fmt.Printf("%s wrong %v: %s\n", kind, r, text)
			}
		}
	}
	for r := range want {
		if !got[r] {
			s.missed++
			if testing.Verbose() && os.Getenv("SLANT_MISSES") != "" {
				fmt.Printf("%s missed %v: %s\n", kind, r, text)
			}
		}
	}
}
