package tokenise

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// show writes a reading with a bar between tokens, a slash between sentences and
// a double slash between paragraphs.
func show(text string, r Reading) string {
	var out strings.Builder
	for i, s := range r.Sentences {
		switch {
		case i == 0:
		case s.Paragraph != r.Sentences[i-1].Paragraph:
			out.WriteString(" // ")
		default:
			out.WriteString(" / ")
		}
		for j, t := range r.Tokens[s.First:s.Last] {
			if j > 0 {
				out.WriteString("|")
			}
			out.WriteString(text[t.Start:t.End])
		}
	}
	return out.String()
}

func TestText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Don't panic, he can't.", "Do|n't|panic|,|he|ca|n't|."},
		{"It’s Russia’s war; they’ll say so.", "It|’s|Russia|’s|war|;|they|’ll|say|so|."},
		{"The U.S. and the U.K. agreed. He left the U.S. The talks failed.", "The|U.S.|and|the|U.K.|agreed|. / He|left|the|U.S. / The|talks|failed|."},
		{"Mr. J. R. Smith Jr. met Sen. Lee at 5 p.m. on Nov. 3.", "Mr.|J.|R.|Smith|Jr.|met|Sen.|Lee|at|5|p.m.|on|Nov.|3|."},
		{"“We won.” He smiled.", "“|We|won|.|” / He|smiled|."},
		{"\"Did we win?\" she asked. \"Yes!\" he said.", "\"|Did|we|win|?|\"|she|asked|. / \"|Yes|!|\"|he|said|."},
		{"He left. ''We stay,'' she said.", "He|left|. / ''|We|stay|,|''|she|said|."},
		{"He said: \"No.\" \"Why?\" she asked.", "He|said|:|\"|No|.|\" / \"|Why|?|\"|she|asked|."},
		{"MOSCOW (AFP) - Russia said on Tuesday... Then it stopped.", "MOSCOW|(|AFP|)|- / Russia|said|on|Tuesday|... / Then|it|stopped|."},
		{"KYIV, Ukraine, Nov. 3 (Reuters) — “We won,” he said.", "KYIV|,|Ukraine|,|Nov.|3|(|Reuters|)|— / “|We|won|,|”|he|said|."},
		{"The Moscow - London route closed.", "The|Moscow|-|London|route|closed|."},
		{"2. The ministry denied it. iPhone sales rose. :) Good.", "2|.|The|ministry|denied|it|. / iPhone|sales|rose|.|:) / Good|."},
		{"A well-known co-founder flew an F-16.", "A|well|-|known|co-founder|flew|an|F-16|."},
		{"See https://example.org/a?b=c. Mail a.b@example.com, or visit example.com/x!", "See|https://example.org/a?b=c|. / Mail|a.b@example.com|,|or|visit|example.com/x|!"},
		{"It cost $1,200.50, or 15%—about €3m, in the '90s.", "It|cost|$|1,200.50|,|or|15|%|—|about|€|3m|,|in|the|'90s|."},
		{"At 10pm, 5 km away, No. 10 said no. Why?", "At|10|pm|,|5|km|away|,|No.|10|said|no|. / Why|?"},
		{"Headline without a stop\nFirst line of the story. It goes on.", "Headline|without|a|stop // First|line|of|the|story|. / It|goes|on|."},
		{"These lines were\nbroken to a\nwidth, as in\nmail.\n\nNext.", "These|lines|were|broken|to|a|width|,|as|in|mail|. // Next|."},
		{"Fine 👍🏽👩‍👩‍👧 🇺🇦 now", "Fine|👍🏽|👩‍👩‍👧|🇺🇦|now"},
		{"O’Brien of AT&T cannot say #MeToo to @name", "O’Brien|of|AT&T|can|not|say|#MeToo|to|@name"},
		{"soft\u00adhyphen non\u00a0breaking zero\u200bwidth\ufeff", "soft\u00adhyphen|non|breaking|zero|width"},
		{"Call 713-646-3393 or 555-1234, 1939-1945, at 7:30PM.", "Call|713-646-3393|or|555-1234|,|1939|-|1945|,|at|7:30|PM|."},
		{"If I win . . . everything ends. He said . . . It is.", "If|I|win|.|.|.|everything|ends|. / He|said|.|.|. / It|is|."},
		{"He took vitamin C. The study ended.The next began.", "He|took|vitamin|C. / The|study|ended|. / The|next|began|."},
		{"Is it true?! (Yes.) It is.", "Is|it|true|?! / (|Yes|.|) / It|is|."},
		{"Zwölf Jahre in São Paulo", "Zwölf|Jahre|in|São|Paulo"},
		{"", ""},
		{" \n\t", ""},
	} {
		if got := show(c.text, Text(c.text, nil)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestTextLeavesOutWhatIsExcluded(t *testing.T) {
	text := "One two. Also read: three. Four five."
	from := strings.Index(text, "Also")
	to := strings.Index(text, " Four")
	if got, want := show(text, Text(text, [][2]int{{from, to}})), "One|two|. // Four|five|."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestForm(t *testing.T) {
	for text, want := range map[string]string{
		"’s": "'s", "n’t": "n't", "“": `"`, "”": `"`, "soft\u00adhyphen": "softhyphen", "…": "...", "plain": "plain",
		"\u00ad": "\u00ad", "Zoë": "Zoë",
	} {
		if got := Form(text); got != want {
			t.Errorf("Form(%q) = %q, want %q", text, got, want)
		}
	}
}

// invariants fails unless the reading covers the text with tokens in order.
func invariants(t *testing.T, text string, excluded [][2]int, r Reading) {
	t.Helper()
	at := 0
	for i, token := range r.Tokens {
		if token.Start < at || token.End <= token.Start || token.End > len(text) {
			t.Fatalf("token %d of %q is %v, after byte %d", i, text, token, at)
		}
		if len(excluded) == 0 {
			for _, c := range text[at:token.Start] {
				if !unicode.IsSpace(c) && c != 0x200B && c != 0xFEFF {
					t.Fatalf("%q of %q is in no token", text[at:token.Start], text)
				}
			}
		}
		if (token.Start == at && i > 0) != (token.Gap == Joined) && len(excluded) == 0 {
			t.Fatalf("token %d of %q begins at %d after %d with gap %d", i, text, token.Start, at, token.Gap)
		}
		if Form(text[token.Start:token.End]) == "" {
			t.Fatalf("token %d of %q has an empty form", i, text)
		}
		at = token.End
	}
	next, paragraph := 0, 0
	for _, s := range r.Sentences {
		if s.First != next || s.Last <= s.First || s.Paragraph < paragraph || s.Paragraph > paragraph+1 {
			t.Fatalf("sentence %v after token %d, paragraph %d", s, next, paragraph)
		}
		next, paragraph = s.Last, s.Paragraph
	}
	if next != len(r.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(r.Tokens))
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"Don't. “Yes,” he’d say… U.S. 👩‍👩‍👧 a@b.co http://x.y/’z\u200b\u00ad", "\xf0\x9f\x98 \xe2\x80", "'s 's'", "..5.5.", "$US$5", "’", "1,000,", "\u00ad\u00ad",
	} {
		f.Add(s, 3, 5)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		invariants(t, text, nil, Text(text, nil))
		if from < 0 || to < from {
			return
		}
		excluded := [][2]int{{from, to}}
		r := Text(text, excluded)
		invariants(t, text, excluded, r)
		for _, token := range r.Tokens {
			if token.Start < to && token.End > from {
				t.Fatalf("token %v of %q lies in %v", token, text, excluded)
			}
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat("The minister said on Tuesday that the \"deal\" wasn't final, and U.S. officials agreed. ", 200)
	b.SetBytes(int64(len(text)))
	n := 0
	for b.Loop() {
		n = len(Text(text, nil).Tokens)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	if n == 0 {
		b.Fatal(fmt.Errorf("no tokens"))
	}
}
