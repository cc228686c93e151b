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
		{"a.dic", "liwc", "\ufeff%\r\n1\tfunction (Function Words)\r\n\t2\tpronoun (Pronouns)\r\n%\r\nvile*\t1\t\r\n", "function (Function Words): vile*"},
		{"a.dic", "liwc", "%\n1 Anger\n%\nkind of 1\ntax* cut*\t1\n", "Anger: kind of tax* cut*"},
		{"a.dic", "liwc", "%\n464 Like\n31 Anger\n%\nlike\t(02 134)125/464\t31\n", "Anger: like"},
		{"a.dicx", "liwc", "DicTerm,anger,fear\nrage*,X,\nhorror,X,X\n", "anger: horror rage*; fear: horror"},
		{"a.yml", "quanteda", "people: [the people, tax* cut*, no, true]\n", "people: no tax* cut* the people true"},
		{"a.txt", "nrc", "\n\nvile\tdisgust\t1\n", "disgust: vile=-1"},
		{"a.txt", "nrc", "term\tscore\tAffectDimension\nvile\t0.914\tanger\nfine\t0\tjoy\n", "anger: vile=-0.91"},
		{"a.txt", "nrc", "vile\tanger\t0.914\nfeast\tjoy\t0.5\n", "anger: vile=-0.91; joy: feast=0.5"},
		{"a.txt", "nrc", "English Word\tAnger\tJoy\tFrench Word\nvile\t1\t0\tvil\n", "anger: vile=-1"},
		{"a.txt", "vader", "'til\t0.5\t1\t[1]\n1st\t1.0\t.5\t[1]\nlmao\t2\t1\t[2]\n", "positive: 'til=0.25 1st=0.5 lmao=1"},
		{"a.txt", "afinn", "can't stand\t-3\nnaïve\t-2\néclat\t2\n", "negative: can't stand=-1 naïve=-0.67; positive: éclat=0.67"},
		{"a.txt", "afinn", "vile -4\nnot good -2\n", "negative: not good=-0.5 vile=-1"},
		{"a.csv", "csv", "\"\",\"word\",\"sentiment\"\n\"1\",\"vile\",\"negative\"\n\"2\",\"fine, fair\",\"positive\"\n", "negative: vile=-1; positive: fine, fair=1"},
		{"a.csv", "csv", "Word;Category;Polarity\nvile;bad;-0,5\n", "bad: vile=-0.5"},
		{"a.tsv", "csv", "word\tcategory\nvile\tbad\n", "bad: vile"},
		{"a.csv", "csv", "word,category\rvile,bad\rsham,bad\r", "bad: sham vile"},
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
		{"a.txt", "nrc", "vile\tdisgust\t1\nfine\tjoy\n", `a.txt:2: "fine\tjoy": a line is a word, an emotion and a number from 0 to 1, by tabs`},
		{"a.csv", "", "a,b\n1,2\n", "a.csv:1: no column is called word; give the table a first line such as word,category,polarity"},
		{"a.csv", "", "word,polarity\nvile,-5\n", `a.csv:2: "-5": a polarity is a number from -1 to 1`},
		{"a.csv", "", "word\n", "a.csv: there are no words in it"},
		{"a.csv", "", "word,category\n\"fine\nday\",x\n\"v\"ile,bad\n", `a.csv:4: extraneous or missing " in quoted-field; write a cell that has`},
		{"a.csv", "", "word,polarity\n\"fine\nday\",1\nvile,-5\n", `a.csv:4: "-5": a polarity is a number from -1 to 1`},
		{"a.csv", "", "\xff\xfew\x00", "a.csv: the file is in UTF-16; save it as UTF-8"},
		{"a.csv", "", "word\nna\xefve\n", `a.csv:2: "na\xefve" is not in UTF-8; save the file as UTF-8`},
		{"a.dic", "", "%\n1\tAnger\n%\nrage\n", `a.dic:4: "rage" has no category; write the number of one after it`},
	} {
		_, err := Import(c.file, c.format, []byte(c.src))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.src, err, c.want)
		}
	}
}

// What slant cannot look for is named with its line, and the rest is taken in.
func TestImportLeavesOut(t *testing.T) {
	for _, c := range []struct{ file, src, want, left string }{
		{"a.dic", "%\n1 Anger\n2 Bad\n%\nrage\t1\nr*ge\t1\t2\n*rag*\t1\nwe*\t1\n(:)\t1\n", "Anger: rage",
			`a.dic:6: "r*ge": a * may stand at the end of a word only; write out what it stands for | a.dic:7: "*rag*": a * may stand at the end of a word only; write out what it stands for | ` +
				`a.dic:8: "we*": we* stands for too much: write at least three letters before the * | a.dic:9: "(:)": it is no word`},
		{"a.dic", "%\n464 Like\n31 Anger\n%\nlike\t(02 134)125/464\t31\n", "Anger: like",
			`a.dic:5: "(02 134)125/464" of "like": categories that hang on the words beside it are not read; write out the phrase`},
		{"a.yml", "a: ['colo?r', vile]\nb:\n  c:\n", "a: vile",
			`a.yml:1: "colo?r": signs such as ? ( ) : < > are no part of words; write out what it stands for | a.yml:3: the category "b.c" has no words`},
		{"a.txt", "$:\t-1.5\t0.8\t[-1]\n:-D\t2\t1\t[2]\nvile\t-2\t0.5\t[-2]\nvile\t-1\t0.5\t[-1]\n", "negative: vile=-1",
			`a.txt:1: "$:": it is no word | a.txt:2: ":-d": it is no word | a.txt:4: "vile" stands there with another number already; the first counts`},
		{"a.csv", "Entry,Positiv,Negativ\nvile,,Negativ\n,x,\n", "words: vile",
			`a.csv:1: the column "Positiv" is not read; call it category or polarity if it is one | a.csv:1: the column "Negativ" is not read; call it category or polarity if it is one | a.csv:3: there is no word in this line`},
	} {
		x, err := Import(c.file, "", []byte(c.src))
		if err != nil {
			t.Errorf("%q: %v", c.src, err)
			continue
		}
		var left []string
		for _, e := range x.LeftOut {
			left = append(left, e.Error())
		}
		if got := words(x); got != c.want || strings.Join(left, " | ") != c.left {
			t.Errorf("%q:\n got %s, left out %s\nwant %s, left out %s", c.src, got, strings.Join(left, " | "), c.want, c.left)
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
	const list = "detector: label\ncategory: person\ngroups: [{words: [quislet], polarity: -1, weight: 1}]\n"
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
	if n, _ := count(make(map[string]string{"words/own.yaml": list}), make(map[string]string{"words/own.yaml": strings.Replace(list, "quislet", "quislet, stoogelet", 1)})); n != all+2 {
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

// An entry of the user takes the place of the same one below it, and without takes
// entries away; the rest of a built-in list stays.
func TestReplaced(t *testing.T) {
	folder := func(src string) string {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "words"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "words", "own.yaml"), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	of := func(word string, folders ...string) (string, error) {
		all, err := With(folders...)
		if err != nil {
			t.Fatal(err)
		}
		groups, _, err := Words(all, "en/words")
		var found []string
		for _, g := range groups {
			for _, w := range g.Words {
				if w == word {
					found = append(found, fmt.Sprint(g.File, " ", g.Polarity))
				}
			}
		}
		return strings.Join(found, ", "), Located(all, err)
	}
	mine := folder("detector: wordchoice\ncategory: mine\ngroups: [{words: [murderous], polarity: 0.1, weight: 0.5}]\n")
	none := folder("detector: wordchoice\ncategory: mine\nwithout: [murderous]\ngroups: []\n")
	for _, c := range []struct {
		word, want string
		folders    []string
	}{
		{"murderous", "en/bad-acts.yaml -0.9", nil},
		{"murderous", "en/own.yaml 0.1", []string{mine}},
		{"murderous", "", []string{none}},
		{"murderous", "", []string{mine, none}},
		{"barbaric", "en/condemnation.yaml -1", []string{none}},
	} {
		if got, err := of(c.word, c.folders...); err != nil || got != c.want {
			t.Errorf("%s with %d folders stands in %q (%v), want %q", c.word, len(c.folders), got, err, c.want)
		}
	}
	wrong := folder("detector: wordchoice\ncategory: mine\nwithout:\n  - murderos\ngroups: []\n")
	want := filepath.Join(wrong, "words", "own.yaml") + `:4: no list below this one holds "murderos"; write an entry`
	if _, err := of("murderous", wrong); err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
}
