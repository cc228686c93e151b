package lexicons

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// An Imported is a word list of a format that other tools read, as lists of slant:
// one for each category of it.
type Imported struct {
	Format  string
	Lists   []ImportedList // by category
	LeftOut []*Error       // entries that slant cannot look for, with why, in the order of the file
}

// An ImportedList is the words of one category.
type ImportedList struct {
	Category string
	Words    []ImportedWord // by word
}

// An ImportedWord is a word or phrase, with * at the end of a word for all that begin so.
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
	{"liwc", "LIWC dictionary: categories between two lines of %, then words and numbers of categories; or a table (.dicx)",
		func(file string, l []string) bool { return strings.TrimSpace(l[0]) == "%" || dicx(l[0]) }, (*importer).liwc},
	{"quanteda", "quanteda dictionary in YAML: categories, which may have categories, with lists of words",
		func(file string, l []string) bool { return ext(file) == ".yaml" || ext(file) == ".yml" }, (*importer).quanteda},
	{"nrc", "NRC: word, emotion and 0, 1 or how strong it is, by tabs; or a table with a column for each emotion",
		func(file string, l []string) bool {
			return nrcWide(l[0]) || slices.ContainsFunc(l[:min(2, len(l))], nrcLong)
		}, (*importer).nrc},
	{"vader", "VADER: word, mean, deviation and ratings, by tabs",
		func(file string, l []string) bool {
			f := strings.Split(l[0], "\t")
			return len(f) == 4 && strings.HasPrefix(strings.TrimSpace(f[3]), "[")
		}, (*importer).scores},
	{"afinn", "AFINN: word and a number from -5 to 5, by a tab",
		func(file string, l []string) bool { _, number, ok := scored(l[0]); return ok && isNumber(number) }, (*importer).scores},
	{"csv", "CSV with a head line: word and, if you like, category and polarity (-1 to 1, or positive and negative)",
		func(file string, l []string) bool {
			return strings.ContainsAny(l[0], ",;\t") || ext(file) == ".csv" || ext(file) == ".tsv"
		}, (*importer).csv},
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
	if err := checkText(file, src); err != nil {
		return nil, err
	}
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(string(src), "\ufeff"))
	names, _ := Formats()
	if strings.TrimSpace(text) == "" {
		return nil, &Error{file, 0, "the file is empty; name one that holds words"}
	}
	lines := strings.Split(text, "\n")
	first := slices.IndexFunc(lines, func(l string) bool { return strings.TrimSpace(l) != "" })
	for _, f := range formats {
		if f.name == formatName || formatName == "" && f.knows(file, lines[first:]) {
			r := &importer{file: file, lines: lines, first: first, text: text, words: map[string]map[string]float64{}}
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
	first      int                           // the first line that is not blank
	words      map[string]map[string]float64 // category, word, polarity
	leftOut    []*Error
	err        error
}

func (r *importer) fail(line int, message string, args ...any) {
	if r.err == nil {
		r.err = &Error{r.file, line, fmt.Sprintf(message, args...)}
	}
}

// leave notes an entry that is not taken in, and why.
func (r *importer) leave(line int, message string, args ...any) {
	e := Error{r.file, line, fmt.Sprintf(message, args...)}
	if n := len(r.leftOut); n == 0 || *r.leftOut[n-1] != e { // once, of however many categories it is
		r.leftOut = append(r.leftOut, &e)
	}
}

// add takes in a word, or notes why it is left out.
func (r *importer) add(line int, category, word string, polarity float64) {
	word = strings.Join(strings.Fields(strings.ToLower(strings.NewReplacer("_", " ", "’", "'").Replace(word))), " ")
	if wrong := foreign(word); wrong != "" {
		r.leave(line, "%q: %s", word, wrong)
		return
	}
	if _, wrong := Patterns(word, nil); wrong != "" {
		r.leave(line, "%q: %s", word, wrong)
		return
	}
	if r.words[category] == nil {
		r.words[category] = map[string]float64{}
	}
	if p, twice := r.words[category][word]; twice && p != polarity {
		r.leave(line, "%q stands there with another number already; the first counts", word)
		return
	}
	r.words[category][word] = polarity
}

// foreign returns why a word is none that slant looks for in texts.
func foreign(word string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'*"))
	switch {
	case !strings.ContainsFunc(word, unicode.IsLetter) || !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return "it is no word"
	case strings.ContainsAny(word, "?<>|:@$()[]{}") || strings.Contains(word, "..."):
		return "signs such as ? ( ) : < > are no part of words; write out what it stands for"
	}
	return ""
}

func (r *importer) imported(format string) (*Imported, error) {
	out := &Imported{Format: format, LeftOut: r.leftOut}
	for category, words := range r.words {
		l := ImportedList{Category: category}
		for w, p := range words {
			l.Words = append(l.Words, ImportedWord{w, p})
		}
		slices.SortFunc(l.Words, func(a, b ImportedWord) int { return strings.Compare(a.Word, b.Word) })
		out.Lists = append(out.Lists, l)
	}
	if len(out.Lists) == 0 && len(out.LeftOut) > 0 {
		return nil, out.LeftOut[0]
	}
	if len(out.Lists) == 0 {
		return nil, &Error{r.file, 0, "there are no words in it; name a file that holds some, or its format with --format"}
	}
	slices.SortFunc(out.Lists, func(a, b ImportedList) int { return strings.Compare(a.Category, b.Category) })
	return out, nil
}

// dicx reports whether a first line is that of a table of LIWC-22.
func dicx(first string) bool {
	return strings.HasPrefix(strings.ToLower(strings.Trim(first, "\" ")), "dicterm")
}

// conditional is a category of a word that LIWC gives it only beside others: (02 134)125/464.
var conditional = regexp.MustCompile(`[(<][^)>]*[)>]\d+(/\d+)?`)

// liwc reads a dictionary of LIWC.
func (r *importer) liwc() {
	if dicx(r.lines[r.first]) {
		r.columns(func(string) float64 { return 0 })
		return
	}
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
			if c := conditional.FindString(line); c != "" {
				r.leave(i+1, "%q of %q: categories that hang on the words beside it are not read; write out the phrase", c, f[0])
				f = strings.Fields(conditional.ReplaceAllString(line, " "))
			}
			n := len(f)
			for n > 1 && category[f[n-1]] != "" {
				n--
			}
			if n == len(f) && n > 1 {
				r.fail(i+1, "%q names no category of those above the second %%; correct its number or add the category", line)
			} else if n == len(f) && !conditional.MatchString(line) {
				r.fail(i+1, "%q has no category; write the number of one after it", line)
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
	if r.err = Decode(r.file, []byte(r.text), &tree, yaml.UseOrderedMap()); r.err != nil {
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
		r.leave(lineOfKey(r.lines, category), "the category %q has no words", category)
	case string:
		if category == "" {
			r.fail(1, "words need a category: write category: [word, …]")
			return
		}
		r.add(line([]byte(r.text), node), category, node, 0)
	default:
		word := fmt.Sprint(node)
		r.add(line([]byte(r.text), word), category, word, 0)
	}
}

// lineOfKey returns the number of the line on which the last part of a category stands.
func lineOfKey(lines []string, category string) int {
	key := category[strings.LastIndexByte(category, '.')+1:]
	return 1 + slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(strings.Trim(l, " -\"'"), key) })
}

// nrcLong reports whether a line is a word, an emotion and 0, 1 or how strong it is, in
// the order of any of the editions.
func nrcLong(line string) bool {
	_, _, _, ok := nrcFields(line)
	return ok
}

func nrcFields(line string) (word, emotion string, strength float64, ok bool) {
	f := strings.Split(strings.TrimSpace(line), "\t")
	if len(f) != 3 {
		return "", "", 0, false
	}
	word, emotion, number := f[0], f[1], f[2]
	if isNumber(emotion) && !isNumber(number) {
		emotion, number = number, emotion
	}
	strength, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	return word, strings.ToLower(strings.TrimSpace(emotion)), strength, err == nil && strength >= 0 && strength <= 1
}

func isNumber(s string) bool {
	_, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil
}

func nrcWide(first string) bool {
	l := strings.ToLower(first)
	return strings.Contains(l, "anger") && strings.Contains(l, "joy") && strings.Contains(l, "\t")
}

// nrc reads emotions of words, one a line or one a column.
func (r *importer) nrc() {
	if nrcWide(r.lines[r.first]) {
		r.columns(polarityOf)
		return
	}
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		word, emotion, strength, ok := nrcFields(line)
		if !ok {
			if i == r.first && len(strings.Split(line, "\t")) == 3 {
				continue // names of the columns
			}
			r.fail(i+1, "%q: a line is a word, an emotion and a number from 0 to 1, by tabs", line)
			return
		}
		if strength > 0 {
			r.add(i+1, emotion, word, math.Round(polarityOf(emotion)*strength*100)/100)
		}
	}
}

// columns reads a table with a column for each category: a cell that is 1 or X puts
// the word of its line into it.
func (r *importer) columns(polarity func(category string) float64) {
	rows, at, ok := r.table()
	if !ok {
		return
	}
	heads := rows[0]
	for i, row := range rows[1:] {
		if len(row) != len(heads) {
			r.fail(at[i+1], "there are %d columns, and %d in the first line; make them the same", len(row), len(heads))
			return
		}
		for k := 1; k < len(row); k++ {
			head, cell := strings.ToLower(strings.TrimSpace(heads[k])), strings.ToLower(strings.TrimSpace(row[k]))
			if cell == "1" || cell == "x" {
				r.add(at[i+1], head, row[0], polarity(head))
			}
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

// scored cuts a line into a word or phrase and its number: by a tab or, without one, by
// the last space.
func scored(line string) (word, number string, ok bool) {
	if f := strings.Split(line, "\t"); len(f) > 1 {
		return f[0], strings.TrimSpace(f[1]), true
	}
	line = strings.TrimSpace(line)
	if i := strings.LastIndexByte(line, ' '); i > 0 && !strings.Contains(line, ",") {
		return line[:i], line[i+1:], true
	}
	return line, "", false
}

// scores reads a number for each word. The largest of the list becomes 1.
func (r *importer) scores() {
	type word struct {
		line int
		text string
		n    float64
	}
	var all []word
	most := 0.0
	for i, line := range r.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		w, number, ok := scored(line)
		if !ok {
			r.fail(i+1, "%q: a line is a word and a number, by a tab", line)
			return
		}
		n, err := strconv.ParseFloat(number, 64)
		if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
			r.fail(i+1, "%q is no number; write a word and a number, by a tab", number)
			return
		}
		all = append(all, word{i + 1, w, n})
		most = max(most, math.Abs(n))
	}
	for _, s := range all {
		switch {
		case s.n < 0:
			r.add(s.line, "negative", s.text, math.Round(s.n/most*100)/100)
		case s.n > 0:
			r.add(s.line, "positive", s.text, math.Round(s.n/most*100)/100)
		default:
			r.leave(s.line, "%q has the number 0: it is not loaded", s.text)
		}
	}
}

// table reads rows of cells, by commas, or by semicolons or tabs if the first line has
// more of them, with the line on which each row begins. It reports whether it could.
func (r *importer) table() (rows [][]string, at []int, ok bool) {
	in := csv.NewReader(strings.NewReader(r.text))
	in.FieldsPerRecord = -1
	for _, c := range ";\t" {
		if strings.Count(r.lines[r.first], string(c)) > strings.Count(r.lines[r.first], string(in.Comma)) {
			in.Comma = c
		}
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, at, len(rows) > 0
		}
		if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
			r.fail(wrong.Line, "%v; write a cell that has quotation marks within quotation marks, and double those inside", wrong.Err)
			return nil, nil, false
		} else if err != nil {
			r.fail(0, "%v; correct the table", err)
			return nil, nil, false
		}
		n, _ := in.FieldPos(0)
		rows, at = append(rows, row), append(at, n)
	}
}

// csv reads a table with a head line.
func (r *importer) csv() {
	rows, lineOf, ok := r.table()
	if !ok {
		return
	}
	column := func(names ...string) int {
		return slices.IndexFunc(rows[0], func(h string) bool { return slices.Contains(names, strings.ToLower(strings.TrimSpace(h))) })
	}
	word, category, polarity := column("word", "words", "term", "lemma", "token", "phrase", "entry"), column("category", "label", "class", "emotion", "dimension"), column("polarity", "sentiment", "score", "valence")
	if word < 0 {
		r.fail(r.first+1, "no column is called word; give the table a first line such as word,category,polarity")
		return
	}
	for k, name := range rows[0] {
		if k != word && k != category && k != polarity && strings.TrimSpace(name) != "" {
			r.leave(lineOf[0], "the column %q is not read; call it category or polarity if it is one", strings.TrimSpace(name))
		}
	}
	for i, row := range rows[1:] {
		at := func(k int) string {
			if k < 0 || k >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[k])
		}
		n := lineOf[i+1]
		p, c := 0.0, cmp.Or(at(category), "words")
		s := strings.ToLower(at(polarity))
		if decimal := strings.Replace(s, ",", ".", 1); isNumber(decimal) {
			s = decimal // as tables with semicolons write numbers
		}
		if isNumber(s) || s != "" && in(rows[1:], polarity, isNumber) {
			var err error
			if p, err = strconv.ParseFloat(s, 64); err != nil || !(p >= -1 && p <= 1) {
				r.fail(n, "%q: a polarity is a number from -1 to 1; divide the column by its largest number", s)
				return
			}
		} else if s != "" {
			p, c = polarityOf(s), cmp.Or(at(category), s)
		}
		if at(word) == "" {
			r.leave(n, "there is no word in this line")
			continue
		}
		r.add(n, c, at(word), p)
	}
}

// in reports whether a cell of a column is as asked.
func in(rows [][]string, column int, asked func(string) bool) bool {
	return slices.ContainsFunc(rows, func(row []string) bool { return column < len(row) && asked(row[column]) })
}

// YAML returns the list as slant reads it: a group for each polarity, of the
// detector and weight given. It has no examples yet.
func (l *ImportedList) YAML(detector, source string, weight float64) ([]byte, error) {
	// A name that begins with a sign would be one to the reader of YAML.
	named := func(s string) string {
		return strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	category, source := named(l.Category), cmp.Or(named(source), "a word list")
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
	}{Detector: detector, Category: category, About: "Words of the category " + category + " of " + source + ".", Source: source}
	for p, words := range groups {
		out.Groups = append(out.Groups, group{words, p, weight, []string{}, []string{}})
	}
	slices.SortFunc(out.Groups, func(a, b group) int { return cmp.Compare(a.Polarity, b.Polarity) })
	return yaml.Marshal(out)
}
