package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// An Input is one file of a corpus.
type Input struct {
	Path   string // as opened; "-" is standard input
	Name   string // as messages, ids and the manifest cite it: relative to the folder that was named
	Outlet string // outlet of a text file: the folder that it lies in, below the folder that was named
	Format Format
}

// A Format is how a file holds articles.
type Format int

const (
	Text  Format = iota // one article, its first line the title
	JSONL               // one JSON object a line
)

// Find returns the files that paths name, in order of path, and what it passed
// over in folders because it is of no format that slant reads. A folder is
// searched with all below it for *.txt, *.jsonl and these with .gz; a file that
// is named itself is read as JSONL when its name or asJSONL says so, else as
// text. A path that does not exist is an error.
func Find(paths []string, asJSONL bool) (inputs []Input, passedOver []string, err error) {
	for _, p := range paths {
		if p == "-" {
			inputs = append(inputs, Input{Path: p, Name: "<stdin>", Format: JSONL})
			continue
		}
		info, err := os.Stat(p)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: there is no such file or folder; name a text file, a JSONL file, a folder of them, or - for standard input", p)
		}
		if !info.IsDir() {
			format, known := formatOf(p)
			if asJSONL {
				format = JSONL
			} else if !known {
				format = Text
			}
			inputs = append(inputs, Input{Path: p, Name: filepath.ToSlash(filepath.Base(p)), Format: format})
			continue
		}
		err = filepath.WalkDir(p, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				// A folder that cannot be opened is listed like a bad file:
				// reading it will fail with the reason.
				inputs = append(inputs, Input{Path: path, Name: relative(p, path), Format: Text})
				if entry != nil && entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if path != p && strings.HasPrefix(entry.Name(), ".") {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if entry.IsDir() {
				return nil
			}
			format, known := formatOf(path)
			if !known {
				passedOver = append(passedOver, relative(p, path))
				return nil
			}
			in := Input{Path: path, Name: relative(p, path), Format: format}
			if dir := filepath.Dir(path); format == Text && filepath.Clean(dir) != filepath.Clean(p) {
				in.Outlet = filepath.Base(dir)
			}
			inputs = append(inputs, in)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.Sort(passedOver)
	return inputs, passedOver, nil
}

func relative(root, path string) string {
	r, err := filepath.Rel(root, path)
	if err != nil {
		r = path
	}
	return filepath.ToSlash(r)
}

func formatOf(path string) (f Format, known bool) {
	switch filepath.Ext(strings.TrimSuffix(path, ".gz")) {
	case ".jsonl", ".ndjson":
		return JSONL, true
	case ".txt":
		return Text, true
	}
	return Text, false
}
