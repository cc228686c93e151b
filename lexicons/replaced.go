package lexicons

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"
)

// layer returns how many folders of the user lie below the one that a file of all,
// made by With, is from, itself included; 0 for a built-in file.
func layer(all fs.FS, file string) int {
	var folders []overlay // the last that was given first
	for o, ok := all.(overlay); ok; o, ok = o.lower.(overlay) {
		folders = append(folders, o)
	}
	for i, o := range folders {
		if info, err := fs.Stat(o.upper, file); err == nil && !info.IsDir() {
			return len(folders) - i
		}
	}
	return 0
}

// replaced returns groups without the entries that lists of folders above theirs hold
// too, or take away (without): the user's word on a word is the last. lists are those
// of files. A word that is taken away and stands nowhere is an *Error.
func replaced(fsys fs.FS, files []string, lists map[string]WordList, groups []WordGroup) ([]WordGroup, error) {
	layers := map[string]int{} // by file
	held := map[string]int{}   // the lowest layer that holds an entry
	above := map[string]int{}  // the highest that holds it or takes it away
	for _, file := range files {
		n := layer(fsys, file)
		layers[path.Base(file)] = n
		for _, g := range lists[file].Groups {
			for _, w := range g.Words {
				if low, ok := held[w]; !ok || n < low {
					held[w] = n
				}
				above[w] = max(above[w], n)
			}
		}
		for _, w := range lists[file].Without {
			above[w] = max(above[w], n)
		}
	}
	for _, file := range files {
		for i, w := range lists[file].Without {
			if low, ok := held[w]; !ok || low >= layers[path.Base(file)] {
				src, _ := fs.ReadFile(fsys, file)
				return nil, &Error{file, lineAt(src, fmt.Sprintf("$.without[%d]", i)), fmt.Sprintf("no list below this one holds %q; write an entry as slant lexicon show prints it, or remove this", w)}
			}
		}
	}
	if err := twice(fsys, files, lists, layers); err != nil {
		return nil, err
	}
	kept := groups[:0]
	for _, g := range groups {
		n := layers[path.Base(g.File)]
		words := slices.DeleteFunc(slices.Clone(g.Words), func(w string) bool { return above[w] > n })
		if len(words) < len(g.Words) {
			g.Words, g.Good = words, nil // its sentences may be about the words that are gone
		}
		if len(words) > 0 {
			kept = append(kept, g)
		}
	}
	return kept, nil
}

// twice returns an entry that two groups of one folder hold under the same conditions
// as an *Error: what it says would hang on the order of the lists.
func twice(fsys fs.FS, files []string, lists map[string]WordList, layers map[string]int) error {
	type place struct {
		file  string
		group *WordGroup
	}
	seen := map[string][]place{}
	for _, file := range files {
		for i := range lists[file].Groups {
			g := &lists[file].Groups[i]
			for k, w := range g.Words {
				for _, other := range seen[w] {
					if other.group != g && layers[path.Base(other.file)] == layers[path.Base(file)] && reflect.DeepEqual(other.group.Conditions, g.Conditions) {
						src, _ := fs.ReadFile(fsys, file)
						return &Error{file, lineAt(src, fmt.Sprintf("$.groups[%d].words[%d]", i, k)), fmt.Sprintf("%q stands in another group of %s under the same conditions; remove one or tell them apart", w, path.Base(other.file))}
					}
				}
				seen[w] = append(seen[w], place{file, g})
			}
		}
	}
	return nil
}
