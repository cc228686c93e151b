package lexicons

import (
	"testing"
	"testing/fstest"
)

// Whatever stands in a file that a user gives, reading it returns lists or an error.
func FuzzImport(f *testing.F) {
	for _, s := range []string{"%\n1\tAnger\n%\nrage*\t1\n", "a:\n  b: [x, y*]\n", "vile\tanger\t0.9\n", "word;polarity\nx;-0,5\n", "vile\t-4\n", "DicTerm,a\nx,X\n", "w\tanger\tjoy\nx\t1\t0\n", "A\t? 00\t.1"} {
		f.Add("a.txt", s)
		f.Add("a.yml", s)
	}
	f.Fuzz(func(t *testing.T, file, src string) {
		for _, format := range []string{"", "liwc", "quanteda", "nrc", "vader", "csv"} {
			x, err := Import(file, format, []byte(src))
			if err != nil {
				continue
			}
			for _, l := range x.Lists {
				if Slug(l.Category) == "" {
					continue // refused when it is written, for want of a name
				}
				list, err := l.YAML("wordchoice", "a", 0.5)
				if err != nil {
					t.Fatal(err)
				}
				if _, _, err := Words(fstest.MapFS{"en/words/a.yaml": {Data: list}}, "en/words"); err != nil {
					t.Errorf("%q as %s becomes a list that is not read: %v\n%s", src, format, err, list)
				}
			}
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("detector: hedge\ncategory: x\ngroups:\n  - words: [a|b<NN> obj:c, d ...2 e?]\n    weight: 1\n    heads: [$x, '@actor']\n")
	f.Fuzz(func(t *testing.T, src string) {
		_, _, _ = Words(fstest.MapFS{"en/words/a.yaml": {Data: []byte(src)}}, "en/words")
		_, _ = Choices(fstest.MapFS{"en/choices/a.yaml": {Data: []byte(src)}}, "en/choices", nil)
	})
}
