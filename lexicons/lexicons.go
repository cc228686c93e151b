// Package lexicons holds the data that slant reads articles with: loaded words,
// cues of reported speech, actors, predicates of events and stances. Every list
// is a YAML file in a folder of its language and kind (en/words, en/cues,
// en/actors, en/events, en/stances), one idea a file. A person who does not
// program can add an entry; each file's own examples are its tests.
//
// Nothing here knows what a list is used for.
package lexicons

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
)

//go:embed all:en
var builtin embed.FS

// Builtin returns the lexicons that ship with slant.
func Builtin() fs.FS { return builtin }

// An Error is a mistake in a lexicon, actor or study file.
type Error struct {
	File string
	Line int    // 0 when the whole file is meant
	Msg  string // what is wrong, and what to do
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Msg)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg)
}

// load decodes every *.yaml file in folder, in order of name, each into a T.
// Unknown fields, wrong types and bad syntax are an *Error.
func load[T any](fsys fs.FS, folder string) (map[string]T, []string, error) {
	files, err := fs.Glob(fsys, path.Join(folder, "*.yaml"))
	if err != nil {
		return nil, nil, err
	}
	lists := make(map[string]T, len(files))
	decoded, err := inParallel(files, func(file string) (list T, err error) {
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return list, err
		}
		err = Decode(file, src, &list)
		return list, err
	})
	if err != nil {
		return nil, nil, err
	}
	for i, file := range files {
		lists[file] = decoded[i]
	}
	return lists, files, nil
}

// inParallel reads files, all at once: reading YAML is most of the time before the
// first article. It returns what read returns, in the order of the files, or the
// first error in that order.
func inParallel[T any](files []string, read func(file string) (T, error)) ([]T, error) {
	lists, errs := make([]T, len(files)), make([]error, len(files))
	var group sync.WaitGroup
	for i, file := range files {
		group.Go(func() { lists[i], errs[i] = read(file) })
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return lists, nil
}

// Decode reads one YAML file into v, strictly: an unknown field is an *Error
// that names file and line.
func Decode(file string, src []byte, v any, options ...yaml.DecodeOption) error {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if err := checkText(file, src); err != nil {
		return err
	}
	if err := checkSigns(file, src); err != nil {
		return err
	}
	documents, err := unmarshal(src, v, append(options, yaml.Strict(), yaml.DisallowUnknownField())...)
	switch {
	case errors.Is(err, io.EOF):
		return &Error{file, 0, "the file is empty; write a list into it or remove it"}
	case err == nil && documents > 1:
		return &Error{file, line(src, "---"), "a file is one list; put what stands after --- into a file of its own"}
	case err == nil:
		return nil
	}
	e := &Error{File: file, Msg: firstLine(err.Error())}
	var at yaml.Error
	if errors.As(err, &at) {
		e.Msg = at.GetMessage()
		if t := at.GetToken(); t != nil && t.Position != nil {
			e.Line = t.Position.Line
		}
	}
	for _, r := range remedies {
		if r.says.MatchString(e.Msg) {
			e.Msg = r.says.ReplaceAllString(e.Msg, r.remedy)
			return e
		}
	}
	e.Msg += "; correct the YAML there: words with signs such as : [ ] { } # stand in quotation marks"
	return e
}

// unmarshal reads the first of the documents of src into v and says how many there are,
// two at most. Where the reader of YAML gives up in a panic, that is an error.
func unmarshal(src []byte, v any, options ...yaml.DecodeOption) (documents int, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errors.New("this is no YAML that can be read")
		}
	}()
	in := yaml.NewDecoder(bytes.NewReader(src), options...)
	if err := in.Decode(v); err != nil {
		return 0, err
	}
	var rest any
	if err := in.Decode(&rest); err == nil && rest != nil {
		return 2, nil
	}
	return 1, nil
}

// checkSigns returns as an *Error where src uses what no list needs: tags, anchors and
// aliases, which words that begin with ! & or * are taken for.
func checkSigns(file string, src []byte) error {
	for _, t := range lexer.Tokenize(string(src)) {
		switch t.Type {
		case token.TagType, token.AnchorType, token.AliasType, token.MergeKeyType:
			return &Error{file, t.Position.Line, fmt.Sprintf("%q begins with a sign that means something else in YAML; write words with such signs in quotation marks", t.Value)}
		}
	}
	return nil
}

// remedies say in the words of those who write lists what the reader of YAML says in
// those of programmers, and what to do.
var remedies = []struct {
	says   *regexp.Regexp
	remedy string
}{
	{regexp.MustCompile(`^unknown field ("[^"]*").*`), "unknown field $1; correct or remove it"},
	{regexp.MustCompile(`^.* where sequence is expected$`), "a list is wanted here: write [word, word]"},
	{regexp.MustCompile(`^.* where mapping is expected$`), "fields are wanted here: write name: value"},
	{regexp.MustCompile(`^cannot unmarshal \S+.* of type (float64|int)$`), "a number is wanted here"},
	{regexp.MustCompile(`^cannot unmarshal \S+.* of type bool$`), "true or false is wanted here"},
	{regexp.MustCompile(`^cannot unmarshal \S+.* of type string$`), "a word is wanted here, not a list or fields"},
	{regexp.MustCompile(`^mapping key ("[^"]*") already defined at \[(\d+):\d+\]$`), "$1 stands on line $2 already; remove one"},
	{regexp.MustCompile(`^found character '\t'.*`), "a tab cannot indent; use spaces"},
	{regexp.MustCompile(`^(',' or '\]' must be specified|sequence end token '\]' not found)$`), "a list that begins with [ has no ] at its end, or no comma between its words"},
}

// checkText returns what is wrong with the bytes of a file as an *Error.
func checkText(file string, src []byte) error {
	if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
		return &Error{file, 0, "the file is in UTF-16; save it as UTF-8"}
	}
	for n, l := range bytes.Split(src, []byte("\n")) {
		if !utf8.Valid(l) {
			return &Error{file, n + 1, fmt.Sprintf("%q is not in UTF-8; save the file as UTF-8", bytes.TrimSpace(l))}
		}
	}
	return nil
}

// lineAt returns the number of the line of src at which a path such as
// $.groups[2].words stands; 0 when there is none.
func lineAt(src []byte, yamlPath string) int {
	p, err := yaml.PathString(yamlPath)
	if err != nil {
		return 0
	}
	node, err := p.ReadNode(bytes.NewReader(bytes.TrimPrefix(src, []byte("\ufeff"))))
	if err != nil || node.GetToken() == nil || node.GetToken().Position == nil {
		return 0
	}
	return node.GetToken().Position.Line
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// line returns the number of the first line of src that holds word as a whole
// entry, for messages about an entry of a decoded file; 0 when there is none.
func line(src []byte, word string) int {
	for n, l := range strings.Split(string(src), "\n") {
		if i := strings.Index(l, word); i >= 0 && !letter(l, i-1) && !letter(l, i+len(word)) {
			return n + 1
		}
	}
	return 0
}

func letter(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] == '-')
}

// LineOf returns the number of the line of src on which a sentence begins, however
// the lines of it are broken; 0 when it is not there as written.
func LineOf(src []byte, sentence string) int {
	var words []string
	var at []int
	for n, l := range strings.Split(string(src), "\n") {
		for _, w := range strings.Fields(l) {
			words, at = append(words, w), append(at, n+1)
		}
	}
	wanted := strings.Fields(sentence)
	for i := 0; i+len(wanted) <= len(words); i++ {
		if strings.Contains(strings.Join(words[i:i+len(wanted)], " "), strings.Join(wanted, " ")) {
			return at[i]
		}
	}
	return 0
}
