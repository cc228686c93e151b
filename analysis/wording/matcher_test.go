package wording

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"slant/analysis/actors"
	"slant/analysis/language"
	"slant/lexicons"
)

// matched returns the texts that an entry under conditions matches in a sentence.
func matched(t testing.TB, sentence, entry string, when lexicons.Conditions) []string {
	t.Helper()
	sets := map[string][]string{"ill": {"abuse", "scorn"}, "animal": {"fox", "owl"}}
	m := newMatcher[int](sets)
	if _, wrong := lexicons.Patterns(entry, sets); wrong != "" {
		t.Fatalf("%q: %s", entry, wrong)
	}
	m.add(entry, sets, &when, 0)
	d := language.Read("", sentence, nil)
	var texts []string
	for i := range d.Tokens {
		for _, x := range m.at(d, new(actors.Index), i) {
			texts = append(texts, d.Text(d.Span(x.first, x.last)))
		}
	}
	return texts
}

func TestMatcher(t *testing.T) {
	list := func(words ...string) []string { return words }
	for _, c := range []struct {
		sentence, entry string
		when            lexicons.Conditions
		want            string // texts matched, parted by " | "
	}{
		{"The regimes fell.", "regime", lexicons.Conditions{}, "regimes"},
		{"Two witch-hunts began.", "witch-hunt", lexicons.Conditions{}, "witch-hunts"},
		{"The pro-democracy protesters sang.", "pro-democracy protester", lexicons.Conditions{}, "pro-democracy protesters"},
		{"He threatened them, and the threats grew.", "threat*", lexicons.Conditions{}, "threatened | threats"},
		{"She poured scorn on the plan.", "pour $ill on", lexicons.Conditions{}, "poured scorn on"},
		{"She poured tea on the plan.", "pour $ill on", lexicons.Conditions{}, ""},
		{"They struck a heavy blow.", "strike the|a? heavy? blow", lexicons.Conditions{}, "struck a heavy blow"},
		{"They struck blow after blow.", "strike the|a? heavy? blow", lexicons.Conditions{}, "struck blow"},
		{"They struck a very heavy blow.", "strike ... blow", lexicons.Conditions{}, "struck a very heavy blow"},
		{"They struck a really very heavy and cruel blow.", "strike ... blow", lexicons.Conditions{}, ""},
		{"They struck a really very heavy and cruel blow.", "strike ...6 blow", lexicons.Conditions{}, "struck a really very heavy and cruel blow"},
		{"They struck. The blow was heavy.", "strike ... blow", lexicons.Conditions{}, ""},
		{"The men lined their own deep pockets.", "line obj:pocket", lexicons.Conditions{}, "lined their own deep pockets"},
		{"The men lined the street.", "line obj:pocket", lexicons.Conditions{}, ""},
		{"They cut many corners.", "cut * corner", lexicons.Conditions{}, "cut many corners"},
		{"The attack failed; they attack now.", "attack<NN>", lexicons.Conditions{}, "attack"},
		{"The brutal attack failed.", "brutal", lexicons.Conditions{Heads: list("attack")}, "brutal"},
		{"The brutal winter ended.", "brutal", lexicons.Conditions{Heads: list("attack")}, ""},
		{"The brutal winter ended.", "brutal", lexicons.Conditions{NotHeads: list("winter")}, ""},
		{"The party preys on fear.", "prey on", lexicons.Conditions{NotSubjects: list("$animal")}, "preys on"},
		{"The owl preys on mice.", "prey on", lexicons.Conditions{NotSubjects: list("$animal")}, ""},
		{"The owl preys on mice.", "prey on", lexicons.Conditions{Subjects: list("$animal")}, "preys on"},
		{"They shelled the town.", "shell", lexicons.Conditions{NotObjects: list("pea")}, "shelled"},
		{"They shelled peas.", "shell", lexicons.Conditions{NotObjects: list("pea")}, ""},
		{"They shelled peas.", "shell", lexicons.Conditions{Objects: list("pea")}, "shelled"},
		{"They marched in March.", "march", lexicons.Conditions{Tag: "NN", NotAfter: list("in")}, ""},
		{"The thugs fled from thugs.", "thug", lexicons.Conditions{Relations: list("nsubj")}, "thugs"},
	} {
		if got := strings.Join(matched(t, c.sentence, c.entry, c.when), " | "); got != c.want {
			t.Errorf("%q in %q: got %q, want %q", c.entry, c.sentence, got, c.want)
		}
	}
}

// BenchmarkMatcher times one pass over a text with so many entries: the time must
// not grow with them.
func BenchmarkMatcher(b *testing.B) {
	groups, sets, err := lexicons.Words(lexicons.Builtin(), "en/words")
	if err != nil {
		b.Fatal(err)
	}
	d := language.Read("", strings.Repeat("The minister’s reckless plan was a blind and murderous farce, critics said on Monday in Port Ellis. Officials met there to discuss the budget for the coming year. ", 100), nil)
	index := new(actors.Index)
	for _, times := range []int{1, 2, 4} {
		m := newMatcher[int](sets)
		n := 0
		for k := range times {
			for i := range groups {
				for _, w := range groups[i].Words {
					if k > 0 { // words that no text has
						w = fmt.Sprintf("x%d%s", k, strings.TrimLeft(w, "$"))
					}
					if _, wrong := lexicons.Patterns(w, sets); wrong == "" {
						m.add(w, sets, &groups[i].Conditions, n)
						n++
					}
				}
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var sink []int
			for b.Loop() {
				for i := range d.Tokens {
					for _, x := range m.at(d, index, i) {
						sink = append(sink[:0], x.says)
					}
				}
			}
			_ = slices.Max(sink)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Tokens)), "ns/token")
		})
	}
}
