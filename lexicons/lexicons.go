// Package lexicons holds the data that slant reads articles with: loaded words,
// cues of reported speech, actors, predicates of events and stances. Every list
// is a YAML file in a folder of its language and kind (en/words, en/cues,
// en/actors, en/events, en/stances), one idea a file. A person who does not
// program can add an entry; each file's own examples are its tests.
//
// Nothing here knows what a list is used for.
package lexicons

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
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
func Decode(file string, src []byte, v any) error {
	err := yaml.UnmarshalWithOptions(src, v, yaml.Strict(), yaml.DisallowUnknownField())
	if err == nil {
		return nil
	}
	e := &Error{File: file, Msg: firstLine(err.Error())}
	var at yaml.Error
	if errors.As(err, &at) {
		e.Msg = at.GetMessage()
		if strings.HasPrefix(e.Msg, "unknown field") {
			e.Msg += "; correct or remove it"
		}
		if t := at.GetToken(); t != nil && t.Position != nil {
			e.Line = t.Position.Line
		}
	}
	return e
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
