package language

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"
)

func TestMain(m *testing.M) {
	if os.Getenv("UPDATE") != "" {
		os.Args = append(os.Args, "-rewrite")
	}
	os.Exit(m.Run())
}

// TestRead runs the cases of testdata. "tokens" prints one sentence a line with
// its tokens, "tree" one token a line with tag, lemma, relation and head; with
// the argument prose it is prose that reads.
func TestRead(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, file string) {
		datadriven.RunTest(t, file, func(t *testing.T, c *datadriven.TestData) string {
			read := Read
			if c.HasArg("prose") {
				read = ReadProse
			}
			d := read("", c.Input, nil)
			var b strings.Builder
			for _, s := range d.Sentences {
				for i := s.First; i < s.Last; i++ {
					tok := d.Tokens[i]
					if c.Cmd == "tokens" {
						fmt.Fprintf(&b, "%s|", tok.Word)
						continue
					}
					head := "root"
					if tok.Head >= 0 {
						head = d.Tokens[tok.Head].Word
					}
					fmt.Fprintf(&b, "%-14s %-5s %-14s %-10s %s\n", tok.Word, tok.Tag, tok.Lemma, tok.Relation, head)
				}
				b.WriteString("\n")
			}
			return strings.ReplaceAll(b.String(), "|\n", "\n")
		})
	})
}

// check holds a document to its contract.
func check(t *testing.T, d *Document, excluded []Span) {
	t.Helper()
	token := 0
	for n, s := range d.Sentences {
		if s.First != token || s.Last <= s.First {
			t.Fatalf("sentence %d has the tokens %d to %d after %d", n, s.First, s.Last, token)
		}
		end, roots := s.Start, 0
		for ; token < s.Last; token++ {
			k := d.Tokens[token]
			if k.Sentence != n || k.Start < end || k.End <= k.Start || k.End > s.End {
				t.Fatalf("token %d (%q) at %d:%d overlaps, is empty or leaves its sentence", token, k.Word, k.Start, k.End)
			}
			text := d.Text(d.Span(token, token))
			field := d.Body
			if s.In == Title {
				field = d.Title
			}
			if utf8.ValidString(field) && !utf8.ValidString(text) {
				t.Fatalf("token %q cuts a character", text)
			}
			if k.Word == "" || k.Tag == "" || k.Lemma == "" || k.Relation == "" {
				t.Fatalf("token %q has no word, tag, lemma or relation: %+v", text, k)
			}
			for _, x := range excluded {
				if s.In == "" && k.Start < x.End && x.Start < k.End {
					t.Fatalf("token %q lies in what is excluded", text)
				}
			}
			end = k.End
			if k.Head < 0 {
				roots++
			} else if k.Head < s.First || k.Head >= s.Last {
				t.Fatalf("token %q hangs from another sentence", text)
			}
			steps := 0
			for h := k.Head; h >= 0; h = d.Tokens[h].Head {
				if steps++; steps > s.Last-s.First {
					t.Fatalf("token %q hangs in a circle", text)
				}
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", n, roots)
		}
	}
	if token != len(d.Tokens) {
		t.Fatalf("%d tokens are in no sentence", len(d.Tokens)-token)
	}
}

func fuzz(f *testing.F, read func(title, body string, excluded []Span) *Document) {
	for _, s := range []string{
		"", " \n\n ", "“Don’t,” she said — ‘now’…", "U.S. troops aren't in St. Petersburg. 3.5m people; $5bn.", "a\u00adb\u200bc \u00a0x", "🙂🙂 #tag @user http://x.org/a?b=c,d", "''quoted''",
		"\xff\xfe\x00", "ALL CAPS HEADLINE", strings.Repeat("word ", 300), "«Non», dit-il. 日本語のテキスト。", "e-mail me@x.org; 6'2\" tall in the '90s",
	} {
		f.Add("A title", s, uint(0), uint(0))
	}
	f.Fuzz(func(t *testing.T, title, body string, start, length uint) {
		var excluded []Span
		if length > 0 && int(start%(1<<20)) < len(body) {
			s := int(start % (1 << 20))
			excluded = []Span{{Start: s, End: min(len(body), s+int(length%1000))}}
			for _, at := range []int{excluded[0].Start, excluded[0].End} {
				if at < len(body) && !utf8.RuneStart(body[at]) {
					excluded = nil
					break
				}
			}
			if excluded != nil && excluded[0].Start >= excluded[0].End {
				excluded = nil
			}
		}
		check(t, read(title, body, excluded), excluded)
	})
}

func FuzzRead(f *testing.F)      { fuzz(f, Read) }
func FuzzReadProse(f *testing.F) { fuzz(f, ReadProse) }

// TestProseRepeats holds prose to giving each occurrence of a word its own tag.
func TestProseRepeats(t *testing.T) {
	d := ReadProse("", "They plan to object to the plan, and the object of the plan is clear.", nil)
	got := map[string][]string{}
	for _, k := range d.Tokens {
		got[k.Lower] = append(got[k.Lower], k.Tag[:min(2, len(k.Tag))])
	}
	if want := "[VB NN]"; fmt.Sprint(got["object"]) != want {
		t.Errorf("object is tagged %v, want %s", got["object"], want)
	}
	if want := "[VB NN NN]"; fmt.Sprint(got["plan"]) != want {
		t.Errorf("plan is tagged %v, want %s", got["plan"], want)
	}
}

func TestNames(t *testing.T) {
	d := Read("", "The talks were led by Friederike Stolz in Berlin.", nil)
	var got []string
	for _, n := range d.Names(0) {
		got = append(got, n.Kind+" "+d.Text(d.Span(n.First, n.Last)))
	}
	if want := "[person Friederike Stolz place Berlin]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestRelationsMatchSubtypes(t *testing.T) {
	d := Read("", "The bridge was closed by the mayor.", nil)
	for i, k := range d.Tokens {
		if k.Word == "bridge" && (!d.Is(i, "nsubj") || d.Is(i, "nsubj:") || !d.Is(i, "nsubj:pass")) {
			t.Errorf("bridge is %s", k.Relation)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	body := strings.Repeat("The minister said on Monday that talks with the union would go on, although both sides had refused to give way. “We will not leave,” she added. ", 100)
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		Read("", body, nil)
	}
}
