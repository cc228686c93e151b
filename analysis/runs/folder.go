package runs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Folder is the folder of results of a run while it is being written. It is
// made beside its place and moved there when it is whole, so that a run that
// fails leaves nothing half-written behind.
type Folder struct {
	Path   string // where to write
	target string
	force  bool
}

// Create makes a Folder that will become target. It fails at once when target
// exists already, unless force is set, and when its parent cannot be written to.
func Create(target string, force bool) (*Folder, error) {
	target = filepath.Clean(target)
	switch info, err := os.Lstat(target); {
	case err == nil && !force:
		return nil, fmt.Errorf("%s exists already; choose another folder with -o, or replace it with --force", target)
	case err == nil && !info.IsDir():
		return nil, fmt.Errorf("%s is a file; -o needs a folder", target)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("cannot write to %s: %w", target, err)
	}
	parent, name := filepath.Split(target)
	if parent == "" {
		parent = "."
	}
	path, err := os.MkdirTemp(parent, "."+name+".partial-")
	if err != nil {
		return nil, fmt.Errorf("cannot write to %s: %w", target, bare(err))
	}
	// MkdirTemp makes folders for their owner alone; results are to be shared.
	if err := os.Chmod(path, 0o755); err != nil {
		os.RemoveAll(path)
		return nil, fmt.Errorf("cannot write to %s: %w", target, bare(err))
	}
	return &Folder{path, target, force}, nil
}

// Commit moves the folder to its place.
func (f *Folder) Commit() error {
	if f.force {
		// The old results go only once the new ones are in their place.
		old := f.Path + ".old"
		switch err := os.Rename(f.target, old); {
		case err == nil:
			defer os.RemoveAll(old)
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("cannot replace %s: %w", f.target, bare(err))
		}
		if err := os.Rename(f.Path, f.target); err != nil {
			return errors.Join(fmt.Errorf("cannot write to %s: %w", f.target, bare(err)), os.Rename(old, f.target))
		}
		return nil
	}
	if _, err := os.Lstat(f.target); err == nil {
		return fmt.Errorf("%s was made by somebody else during the run; the results are lost, run again with another -o", f.target)
	}
	if err := os.Rename(f.Path, f.target); err != nil {
		return fmt.Errorf("cannot write to %s: %w", f.target, bare(err))
	}
	return nil
}

// Failed is the error of a file in the folder, said of the folder that was asked
// for: the temporary one means nothing to the user.
func (f *Folder) Failed(err error) error {
	return fmt.Errorf("cannot write to %s: %w", f.target, bare(err))
}

// Discard removes what was written, unless it was committed.
func (f *Folder) Discard() { os.RemoveAll(f.Path) }

// bare is a file error without the path of the temporary folder, which says
// nothing to the user.
func bare(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
