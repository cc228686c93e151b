package lexicons

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// words shows what was imported: "category: word word=0.5 …" for each list.
func words(x *Imported) string {
	var b strings.Builder
	for _, l := range x.Lists {
		fmt.Fprintf(&b, "%s:", l.Category)
		for _, w := range l.Words {
			fmt.Fprintf(&b, " %s", w.Word)
			if w.Polarity != 0 {
				fmt.Fprintf(&b, "=%g", w.Polarity)
			}
		}
		b.WriteString("; ")
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func TestImport(t *testing.T) {
	for _, c := range []struct{ file, format, src, want string }{
		{"a.dic", "liwc", "%\n1\tAnger\n2\tFear words\n%\nrage*\t1\nscared stiff\t2\nhorror\t1\t2\n", "Anger: horror rage*; Fear words: horror scared stiff"},
		{"a.yml", "quanteda", "emotion:\n  anger: [rage, 'wrath*']\n  fear:\n    - scared\nhedge: perhaps\n", "emotion.anger: rage wrath*; emotion.fear: scared; hedge: perhaps"},
		{"a.txt", "vader", "$:\t-1.5\t0.8\t[-1, -1, -3, -1]\nvile\t-4\t0.5\t[-4]\nfine\t1.0\t0.5\t[1]\n", "negative: vile=-1; positive: fine=0.25"},
		{"a.txt", "afinn", "vile\t-4\nno_fun\t-2\nfine\t2\nmeh\t0\n", "negative: no fun=-0.5 vile=-1; positive: fine=0.5"},
		{"a.txt", "nrc", "vile\tdisgust\t1\nvile\tjoy\t0\nfeast\tjoy\t1\n", "disgust: vile=-1; joy: feast=1"},
		{"a.txt", "nrc", "English Word\tAnger\tJoy\nvile\t1\t0\nfeast\t0\t1\n", "anger: vile=-1; joy: feast=1"},
		{"a.csv", "csv", "word,category,polarity\nvile,insult,-0.9\n\"far, far away\",,\nsham,insult,\n", "insult: sham vile=-0.9; words: far, far away"},
		{"a.csv", "csv", "\ufeffTerm\r\nsham\r\n", "words: sham"},
	} {
		for _, format := range []string{"", c.format} {
			x, err := Import(c.file, format, []byte(c.src))
			if err != nil {
				t.Errorf("%s as %q: %v", c.format, format, err)
			} else if got := words(x); got != c.want || x.Format != c.format {
				t.Errorf("%s as %q: got %s of %s, want %s", c.format, format, got, x.Format, c.want)
			}
		}
	}
}

func TestImportMistakes(t *testing.T) {
	for _, c := range []struct{ file, format, src, want string }{
		{"a.txt", "", "", "a.txt: the file is empty"},
		{"a.txt", "", "just words\n", "a.txt:1: the format cannot be told from the first line; name it with --format: liwc, quanteda, nrc, vader, afinn, csv"},
		{"a.txt", "xml", "x\n", `a.txt: there is no format "xml"; choose one of liwc, quanteda, nrc, vader, afinn, csv`},
		{"a.dic", "", "%\n1\tAnger\n%\nrage\t7\n", `a.dic:4: "rage\t7" names no category of those above the second %`},
		{"a.dic", "", "%\n1\n%\nrage\t1\n", `a.dic:2: "1": a category is a number and a name`},
		{"a.dic", "", "%\n1\tAnger\n", "a.dic:3: the second line with % alone is missing: it ends the categories"},
		{"a.yaml", "", "anger: [rage\n", `a.yaml:1: `},
		{"a.yaml", "", "anger: ['r*ge']\n", `a.yaml:1: "r*ge": a * may stand at the end of a word only; write out what it stands for`},
		{"a.txt", "afinn", "vile\tbad\n", `a.txt:1: "bad" is no number`},
		{"a.txt", "afinn", "vile\n", `a.txt:1: "vile": a line is a word and a number, by a tab`},
		{"a.txt", "nrc", "vile\tdisgust\t1\nfine\tjoy\n", `a.txt:2: "fine\tjoy": a line is a word, an emotion and 0 or 1, by tabs`},
		{"a.csv", "", "a,b\n1,2\n", "a.csv:1: no column is called word; give the table a first line such as word,category,polarity"},
		{"a.csv", "", "word,polarity\nvile,-5\n", `a.csv:2: "-5": a polarity is a number from -1 to 1`},
		{"a.csv", "", "word\n", "a.csv: there are no words in it"},
	} {
		_, err := Import(c.file, c.format, []byte(c.src))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.src, err, c.want)
		}
	}
}

// What was imported is read back as a list of words.
func TestImportedIsRead(t *testing.T) {
	x, err := Import("a.csv", "", []byte("word,category,polarity\nvile,insult,-0.9\nsham*,insult,-0.5\nfar-fetched,insult,-0.5\n"))
	if err != nil {
		t.Fatal(err)
	}
	src, err := x.Lists[0].YAML("wordchoice", "a.csv", 0.5)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "words"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "words", "insult.yaml"), src, 0o666); err != nil {
		t.Fatal(err)
	}
	all, err := With(folder)
	if err != nil {
		t.Fatal(err)
	}
	groups, _, err := Words(all, "en/words")
	if err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	var got []string
	for _, g := range groups {
		if g.File == "en/insult.yaml" {
			got = append(got, fmt.Sprint(g.Polarity, g.Words))
		}
	}
	if want := "-0.9 [vile] -0.5 [far-fetched sham*]"; strings.Join(got, " ") != want {
		t.Errorf("read back %v, want %s", got, want)
	}
}

func TestWith(t *testing.T) {
	make := func(files map[string]string) string {
		folder := t.TempDir()
		for name, src := range files {
			path := filepath.Join(folder, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(src), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		return folder
	}
	const list = "detector: label\ncategory: person\ngroups: [{words: [quisling], polarity: -1, weight: 1}]\n"
	count := func(folders ...string) (n, hedges int) {
		all, err := With(folders...)
		if err != nil {
			t.Fatal(err)
		}
		groups, _, err := Words(all, "en/words")
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range groups {
			n += len(g.Words)
			if g.File == "en/hedges.yaml" {
				hedges += len(g.Words)
			}
		}
		return n, hedges
	}
	all, hedges := count()
	if n, _ := count(make(map[string]string{"words/own.yaml": list})); n != all+1 {
		t.Errorf("%d words with one more of the user's, want %d", n, all+1)
	}
	if n, _ := count(make(map[string]string{"words/hedges.yaml": list})); n != all-hedges+1 {
		t.Errorf("%d words with a list replaced, want %d", n, all-hedges+1)
	}
	if n, _ := count(make(map[string]string{"words/hedges.yaml": "detector: hedge\ncategory: hedge\ngroups: []\n"})); n != all-hedges {
		t.Errorf("%d words with a list taken away, want %d", n, all-hedges)
	}
	if n, _ := count(make(map[string]string{"words/own.yaml": list}), make(map[string]string{"words/own.yaml": strings.Replace(list, "quisling", "quisling, stooge", 1)})); n != all+2 {
		t.Errorf("%d words with two folders, want %d: the later lies over the earlier", n, all+2)
	}
	for _, c := range []struct {
		files map[string]string
		want  string
	}{
		{map[string]string{"readme.txt": ""}, ": this folder holds no lexicons; put lists into folders called actors, choices, "},
		{map[string]string{"own.yaml": list}, "/own.yaml: lists lie in a folder for what they are about: actors, "},
		{map[string]string{"wordz/own.yaml": list}, "/wordz: lists lie in a folder for what they are about: actors, "},
		{map[string]string{"words/own.yml": list}, "/words/own.yml: lists are YAML files that end in .yaml; "},
		{map[string]string{"words/more/own.yaml": list}, "/words/more: the folder words has no folder of this name; "},
	} {
		folder := make(c.files)
		if _, err := With(folder); err == nil || !strings.HasPrefix(err.Error(), filepath.ToSlash(folder)+c.want) {
			t.Errorf("%v: got %v, want %s", c.files, err, c.want)
		}
	}
	if _, err := With("nowhere"); err == nil || !strings.HasPrefix(err.Error(), "nowhere: there is no such folder of lexicons; ") {
		t.Errorf("a missing folder gives %v", err)
	}
}
