package lexicons

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Kinds are the folders of a lexicon: what its lists are about.
var Kinds = []string{"actors", "choices", "conflicts", "cues", "events", "stances", "words"}

// With returns the built-in lexicons with those of the user's folders over them,
// later folders over earlier ones. A folder holds folders of the names in Kinds. A
// file in them is added; one that is called like a file below it takes its place.
// An empty list (groups: []) takes a file away.
func With(folders ...string) (fs.FS, error) {
	all := Builtin()
	for _, folder := range folders {
		own := os.DirFS(folder)
		if err := checkFolder(own, folder); err != nil {
			return nil, err
		}
		all = overlay{moved{own, folder}, all}
	}
	return all, nil
}

// checkFolder returns what in a user's folder would be passed over in silence.
func checkFolder(own fs.FS, folder string) error {
	entries, err := fs.ReadDir(own, ".")
	if err != nil {
		return &Error{folder, 0, "there is no such folder of lexicons; name one that holds " + strings.Join(Kinds, ", ") + ", or some of them"}
	}
	found := false
	for _, e := range entries {
		switch name := e.Name(); {
		case strings.HasPrefix(name, "."):
		case !e.IsDir() && strings.HasSuffix(name, ".yaml"), e.IsDir() && !slices.Contains(Kinds, name):
			return &Error{path.Join(folder, name), 0, "lists lie in a folder for what they are about: " + strings.Join(Kinds, ", ") + "; move or rename this"}
		case e.IsDir():
			found = true
			if err := checkKind(own, folder, name); err != nil {
				return err
			}
		}
	}
	if !found {
		return &Error{folder, 0, "this folder holds no lexicons; put lists into folders called " + strings.Join(Kinds, ", ")}
	}
	return nil
}

func checkKind(own fs.FS, folder, kind string) error {
	return fs.WalkDir(own, kind, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("%s: %w", path.Join(folder, name), err)
		case e.IsDir() && name != kind && name != kind+"/sets":
			return &Error{path.Join(folder, name), 0, "the folder " + kind + " has no folder of this name; move its lists up, or sets of words to " + kind + "/sets"}
		case !e.IsDir() && !strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(path.Base(name), "."):
			return &Error{path.Join(folder, name), 0, "lists are YAML files that end in .yaml; rename this, or turn it into one with slant lexicon import"}
		}
		return nil
	})
}

// moved is a file system whose root has moved to the folder en, where lists in
// English lie.
type moved struct {
	fs.FS
	folder string
}

func (m moved) Open(name string) (fs.File, error) {
	if rest, ok := strings.CutPrefix(name, "en/"); ok {
		return m.FS.Open(rest)
	}
	if name == "en" {
		return m.FS.Open(".")
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// An overlay is two file systems, of which the upper one hides files of the lower.
type overlay struct {
	upper moved
	lower fs.FS
}

func (o overlay) Open(name string) (fs.File, error) {
	if f, err := o.upper.Open(name); err == nil {
		if info, err := f.Stat(); err == nil && !info.IsDir() {
			return f, nil
		}
		_ = f.Close() // read only
	}
	if f, err := o.lower.Open(name); err == nil {
		return f, nil
	}
	return o.upper.Open(name)
}

// Located returns err with the file that an *Error in lists of all, made by With,
// names as the user knows it: in his folder, if it is his.
func Located(all fs.FS, err error) error {
	e := (*Error)(nil)
	if !errors.As(err, &e) {
		return err
	}
	for {
		o, ok := all.(overlay)
		if !ok {
			return err
		}
		if info, statErr := fs.Stat(o.upper, e.File); statErr == nil && !info.IsDir() {
			return &Error{path.Join(o.upper.folder, strings.TrimPrefix(e.File, "en/")), e.Line, e.Msg}
		}
		all = o.lower
	}
}

// ReadDir lists the files of both, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	above, errAbove := fs.ReadDir(o.upper, name)
	below, errBelow := fs.ReadDir(o.lower, name)
	if errAbove != nil && errBelow != nil {
		return nil, errBelow
	}
	for _, e := range below {
		if !slices.ContainsFunc(above, func(a fs.DirEntry) bool { return a.Name() == e.Name() }) {
			above = append(above, e)
		}
	}
	slices.SortFunc(above, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return above, nil
}
