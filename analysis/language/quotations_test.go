package language

import (
	"fmt"
	"strings"
	"testing"
)

// What stands in quotation marks, and what only looks so. In the answer,
// quotations are parted by bars; > stands for one within the one before, + for
// one that goes on from the paragraph before, and … for one never closed.
func TestQuotations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`“We stay,” he said. “No one leaves.”`, `“We stay,” | “No one leaves.”`},
		{`"We stay," he said. "No one leaves."`, `"We stay," | "No one leaves."`},
		{`''We stay,'' he said.`, `''We stay,''`},
		{"``We stay,'' he said.", "``We stay,''"},
		{`„We stay,“ he said.`, `„We stay,“`},
		{`«We stay,» he said.`, `«We stay,»`},
		{`“He told me ‘run’ and I ran,” she said.`, `“He told me ‘run’ and I ran,” > ‘run’`},
		{`"He told me 'run' and I ran," she said.`, `"He told me 'run' and I ran," > 'run'`},
		{`"He said "run" and I ran," she said.`, `"He said "run" and I ran," > "run"`},
		{`‘I never saw it,’ the chairman insisted.`, `‘I never saw it,’`},
		{`'The workers' rights are safe,' he said.`, `'The workers' rights are safe,'`},
		{`The workers' paper and the miners' club closed in the '90s.`, ``},
		{`Rock 'n' roll came in the ’60s.`, ``},
		{`The 6'2" guard and the 5" pipe.`, ``},
		{`It's the O'Brien boys' car.`, ``},
		{`“Apparently not,“ he said. “He left.”`, `“Apparently not,“ | “He left.”`},
		{"“I have failed you.\n\n“I shall go,” he said.", "“I have failed you.… | +“I shall go,”"},
		{"He said: “I have failed you.\n\nThe crowd was silent.", "“I have failed you.…"},
		{`“It is over, he said. “We go home.”`, `“It is over, he said.… | “We go home.”`},
		{`It is over,” he said. “We go home.”`, `“We go home.”`},
		{`Joe “The Hammer” Novak saw “No Way Home”.`, `“The Hammer” | “No Way Home”`},
		{`“”`, ``},
		{`"`, ``},
		{`(“We stay”)—“we go”`, `“We stay” | “we go”`},
	} {
		d := &Document{Body: c.text}
		d.tokenise("", c.text, nil)
		var got []string
		for _, q := range quotations(d) {
			s := d.Text(d.Span(q.First, q.Last))
			if q.GoesOn {
				s = "+" + s
			}
			if q.Unclosed {
				s += "…"
			}
			if q.Outer >= 0 {
				got[q.Outer] += " > " + s
				continue
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// What is quoted whole has a tree of its own, which hangs from the sentence
// around it.
func TestQuotedTrees(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`“The vote was a fraud from start to finish,” election experts from the south wrote.`, "experts<wrote"},
		{`The experts wrote: “The vote was a fraud from start to finish.”`, "fraud<wrote"},
		{`He said the vote was “a fraud from start to finish”.`, "fraud<said"},
	} {
		d := Read("", c.text, nil)
		word, _, _ := strings.Cut(c.want, "<")
		found := ""
		for i, k := range d.Tokens {
			for h := k.Head; h >= 0; h = d.Tokens[h].Head {
				if h == i {
					t.Fatalf("%s: the tree goes round at %s", c.text, k.Word)
				}
			}
			if k.Word == word && k.Head >= 0 {
				found = fmt.Sprintf("%s<%s", k.Word, d.Tokens[k.Head].Word)
			}
		}
		if found != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, found, c.want)
		}
	}
}
