package lexicons

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
)

// An Imported is a word list of a format that other tools read, as lists of slant:
// one for each category of it.
type Imported struct {
	Format string
	Lists  []ImportedList // by category
}

// An ImportedList is the words of one category.
type ImportedList struct {
	Category string
	Words    []ImportedWord // by word
}

// An ImportedWord is a word, with * at its end for all that begin so.
type ImportedWord struct {
	Word     string
	Polarity float64 // -1 to 1; 0 where the list has no numbers
}

// A format reads a list that was imported. It returns the categories of each word
// or an *Error.
type format struct {
	name, about string
	knows       func(file string, lines []string) bool // by name and first lines
	read        func(r *importer)
}

var formats = []format{
	{"liwc", "LIWC dictionary (.dic): categories between two lines of %, then words and numbers of categories",
		func(file string, l []string) bool { return strings.TrimSpace(l[0]) == "%" }, (*importer).liwc},
	{"quanteda", "quanteda dictionary in YAML: categories, which may have categories, with lists of words",
		func(file string, l []string) bool { return ext(file) == ".yaml" || ext(file) == ".yml" }, (*importer).quanteda},
	{"nrc", "NRC: word, emotion and 0 or 1, by tabs; or a table with a column for each emotion",
		func(file string, l []string) bool { return nrcLong(l[0]) || nrcWide(l[0]) }, (*importer).nrc},
	{"vader", "VADER: word, mean, deviation and ratings, by tabs",
		func(file string, l []string) bool {
			f := strings.Split(l[0], "\t")
			return len(f) == 4 && strings.HasPrefix(strings.TrimSpace(f[3]), "[")
		}, (*importer).scores},
	{"afinn", "AFINN: word and a number from -5 to 5, by a tab",
		func(file string, l []string) bool { return len(strings.Split(l[0], "\t")) == 2 }, (*importer).scores},
	{"csv", "CSV with a head line: word and, if you like, category and polarity (-1 to 1)",
		func(file string, l []string) bool { return strings.Contains(l[0], ",") || ext(file) == ".csv" }, (*importer).csv},
}

// Formats returns the names of the formats that Import reads, each with a
// description, in order.
func Formats() (names, about []string) {
	for _, f := range formats {
		names, about = append(names, f.name), append(about, f.about)
	}
	return names, about
}

// Import reads a word list in one of the formats of other tools. An empty format is
// guessed from the name of the file and its first line. A mistake is an *Error with
// the line and what to do.
func Import(file, formatName string, src []byte) (*Imported, error) {
	text := strings.TrimPrefix(strings.ReplaceAll(string(src), "\r\n", "\n"), "\ufeff")
	lines := strings.Split(text, "\n")
	names, _ := Formats()
	if strings.TrimSpace(text) == "" {
		return nil, &Error{file, 0, "the file is empty"}
	}
	for _, f := range formats {
		if f.name == formatName || formatName == "" && f.knows(file, lines) {
			r := &importer{file: file, lines: lines, text: text, words: map[string]map[string]float64{}}
			if f.read(r); r.err != nil {
				return nil, r.err
			}
			return r.imported(f.name)
		}
	}
	if formatName != "" {
		return nil, &Error{file, 0, fmt.Sprintf("there is no format %q; choose one of %s", formatName, strings.Join(names, ", "))}
	}
	return nil, &Error{file, 1, "the format cannot be told from the first line; name it with --format: " + strings.Join(names, ", ")}
}

func ext(file string) string { return strings.ToLower(path.Ext(file)) }

// An importer collects the words of a file by category.
type importer struct {
	file, text string
	lines      []string
	words      map[string]map[string]float64 // category, word, polarity
	err        error
}

func (r *importer) fail(line int, message string, args ...any) {
	if r.err == nil {
		r.err = &Error{r.file, line, fmt.Sprintf(message, args...)}
	}
}

// add takes in a word. What slant's patterns would take for a sign is refused.
func (r *importer) add(line int, category, word string, polarity float64) {
	word = strings.Join(strings.Fields(strings.ToLower(strings.ReplaceAll(word, "_", " "))), " ")
	if strings.HasPrefix(word, "*") || strings.Count(word, "*") > 1 || strings.Contains(strings.TrimSuffix(word, "*"), "*") {
		r.fail(line, "%q: a * may stand at the end of a word only; write out what it stands for", word)
		return
	}
	if _, wrong := Patterns(word, nil); wrong != "" {
		if plain(word) {
			r.fail(line, "%q: %s", word, wrong)
		}
		return // emoticons and the like are no words
	}
	if r.words[category] == nil {
		r.words[category] = map[string]float64{}
	}
	r.words[category][word] = polarity
}

// plain reports whether a word has a letter first.
func plain(word string) bool { return word != "" && word[0] >= 'a' && word[0] <= 'z' }

func (r *importer) imported(format string) (*Imported, error) {
	out := &Imported{Format: format}
	for category, words := range r.words {
		l := ImportedList{Category: category}
		for w, p := range words {
			if plain(w) {
				l.Words = append(l.Words, ImportedWord{w, p})
			}
		}
		slices.SortFunc(l.Words, func(a, b ImportedWord) int { return strings.Compare(a.Word, b.Word) })
		if len(l.Words) > 0 {
			out.Lists = append(out.Lists, l)
		}
	}
	if len(out.Lists) == 0 {
		return nil, &Error{r.file, 0, "there are no words in it"}
	}
	slices.SortFunc(out.Lists, func(a, b ImportedList) int { return strings.Compare(a.Category, b.Category) })
	return out, nil
}

// liwc reads a dictionary of LIWC.
func (r *importer) liwc() {
	category := map[string]string{}
	part := 0
	for i, line := range r.lines {
		f := strings.Fields(line)
		switch {
		case len(f) == 0:
		case f[0] == "%":
			part++
		case part == 1 && len(f) < 2:
			r.fail(i+1, "%q: a category is a number and a name", line)
		case part == 1:
			category[f[0]] = strings.Join(f[1:], " ")
		case part < 2:
			r.fail(i+1, "categories begin after a line with %% alone")
		default:
			n := len(f)
			for n > 1 && category[f[n-1]] != "" {
				n--
			}
			if n == len(f) {
				r.fail(i+1, "%q names no category of those above the second %%", line)
			}
			for _, c := range f[n:] {
				r.add(i+1, category[c], strings.Join(f[:n], " "), 0)
			}
		}
	}
	if part < 2 {
		r.fail(len(r.lines), "the second line with %% alone is missing: it ends the categories")
	}
}

// quanteda reads nested categories with lists of words.
func (r *importer) quanteda() {
	var tree yaml.MapSlice
	if err := yaml.UnmarshalWithOptions([]byte(r.text), &tree, yaml.UseOrderedMap()); err != nil {
		r.err = Decode(r.file, []byte(r.text), &tree)
		r.fail(0, "%s", firstLine(err.Error()))
		return
	}
	r.branch("", tree)
}

func (r *importer) branch(category string, node any) {
	switch node := node.(type) {
	case yaml.MapSlice:
		for _, item := range node {
			name := fmt.Sprint(item.Key)
			if category != "" {
				name = category + "." + name
			}
			r.branch(name, item.Value)
		}
	case []any:
		for _, w := range node {
			r.branch(category, w)
		}
	case nil:
	case string:
		if category == "" {
			r.fail(1, "words need a category: write category: [word, …]")
			return
		}
		r.add(line([]byte(r.text), node), category, node, 0)
	default:
		r.add(0, category, fmt.Sprint(node), 0)
	}
}

func nrcLong(first string) bool {
	f := strings.Split(strings.TrimSpace(first), "\t")
	return len(f) == 3 && (f[2] == "0" || f[2] == "1")
}

func nrcWide(first string) bool {
	l := strings.ToLower(first)
	return strings.Contains(l, "anger") && strings.Contains(l, "joy") && strings.Contains(l, "\t")
}

// nrc reads emotions of words, one a line or one a column.
func (r *importer) nrc() {
	if nrcWide(r.lines[0]) {
		heads := strings.Split(r.lines[0], "\t")
		for i, line := range r.lines[1:] {
			f := strings.Split(line, "\t")
			if strings.TrimSpace(line) == "" {
				continue
			}
			if len(f) != len(heads) {
				r.fail(i+2, "there are %d columns, and %d in the first line", len(f), len(heads))
				return
			}
			for k := 1; k < len(f); k++ {
				if strings.TrimSpace(f[k]) == "1" {
					r.add(i+2, strings.ToLower(strings.TrimSpace(heads[k])), f[0], polarityOf(heads[k]))
				}
			}
		}
		return
	}
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if !nrcLong(line) {
			r.fail(i+1, "%q: a line is a word, an emotion and 0 or 1, by tabs", line)
			return
		}
		if f := strings.Split(line, "\t"); strings.TrimSpace(f[2]) == "1" {
			r.add(i+1, strings.ToLower(f[1]), f[0], polarityOf(f[1]))
		}
	}
}

// polarityOf returns what an emotion says of whatever rouses it.
func polarityOf(emotion string) float64 {
	switch strings.ToLower(strings.TrimSpace(emotion)) {
	case "positive", "joy", "trust":
		return 1
	case "negative", "anger", "disgust", "fear", "sadness":
		return -1
	}
	return 0
}

// scores reads a number for each word. The largest of the list becomes 1.
func (r *importer) scores() {
	type scored struct {
		line int
		word string
		n    float64
	}
	var all []scored
	most := 0.0
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 2 {
			r.fail(i+1, "%q: a line is a word and a number, by a tab", line)
			return
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(f[1]), 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			r.fail(i+1, "%q is no number", f[1])
			return
		}
		all = append(all, scored{i + 1, f[0], n})
		most = max(most, math.Abs(n))
	}
	for _, s := range all {
		category := "positive"
		if s.n < 0 {
			category = "negative"
		}
		if s.n != 0 {
			r.add(s.line, category, s.word, math.Round(s.n/most*100)/100)
		}
	}
}

// csv reads a table with a head line.
func (r *importer) csv() {
	table := csv.NewReader(strings.NewReader(r.text))
	table.FieldsPerRecord = -1
	rows, err := table.ReadAll()
	if err != nil {
		r.fail(0, "%v", err)
		return
	}
	column := func(names ...string) int {
		return slices.IndexFunc(rows[0], func(h string) bool { return slices.Contains(names, strings.ToLower(strings.TrimSpace(h))) })
	}
	word, category, polarity := column("word", "term", "lemma", "token", "phrase"), column("category", "label", "class"), column("polarity", "sentiment", "score", "valence")
	if word < 0 {
		r.fail(1, "no column is called word; give the table a first line such as word,category,polarity")
		return
	}
	for i, row := range rows[1:] {
		at := func(k int) string {
			if k < 0 || k >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[k])
		}
		p := 0.0
		if s := at(polarity); s != "" {
			if p, err = strconv.ParseFloat(s, 64); err != nil || !(p >= -1 && p <= 1) {
				r.fail(i+2, "%q: a polarity is a number from -1 to 1", s)
				return
			}
		}
		if at(word) != "" {
			r.add(i+2, cmp.Or(at(category), "words"), at(word), p)
		}
	}
}

// YAML returns the list as slant reads it: a group for each polarity, of the
// detector and weight given. It has no examples yet.
func (l *ImportedList) YAML(detector, source string, weight float64) ([]byte, error) {
	groups := map[float64][]string{}
	for _, w := range l.Words {
		groups[w.Polarity] = append(groups[w.Polarity], w.Word)
	}
	type group struct {
		Words    []string `yaml:"words,flow"`
		Polarity float64  `yaml:"polarity"`
		Weight   float64  `yaml:"weight"`
		Good     []string `yaml:"good,flow"`
		Bad      []string `yaml:"bad,flow"`
	}
	out := struct {
		Detector string  `yaml:"detector"`
		Category string  `yaml:"category"`
		About    string  `yaml:"about"`
		Source   string  `yaml:"source"`
		Groups   []group `yaml:"groups"`
	}{Detector: detector, Category: l.Category, About: "Words of the category " + l.Category + " of " + source + ".", Source: source}
	for p, words := range groups {
		out.Groups = append(out.Groups, group{words, p, weight, []string{}, []string{}})
	}
	slices.SortFunc(out.Groups, func(a, b group) int { return cmp.Compare(a.Polarity, b.Polarity) })
	return yaml.Marshal(out)
}
