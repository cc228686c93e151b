package compare

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"time"

	"slant/lexicons"
)

// A Deviation is a field of a study that is not what it was when the study was
// locked.
type Deviation struct {
	Field   string // "margins"; "layout" when only comments or spacing changed
	Was, Is string
}

// lockSuffix is what the name of a lock has after that of its study.
const lockSuffix = ".lock"

const lockHead = "slant study lock 1\n"

// Lock writes down, in a file beside the study, what the study says on the given
// day. From then on changes are deviations, which reports show. It refuses to
// lock a study twice.
func (s *Study) Lock(day time.Time) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%slocked: %s\nsha256: %s\nstories: %s\n---\n", lockHead, day.Format(time.DateOnly), s.SHA256, s.StoriesSHA256)
	b.Write(s.src)
	f, err := os.OpenFile(s.File+lockSuffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is locked already, since %s; remove %s%s to begin anew", s.File, s.Locked, s.File, lockSuffix)
	} else if err != nil {
		return fmt.Errorf("cannot lock the study: %w", err)
	}
	_, err = f.Write(b.Bytes())
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("cannot lock the study: %w", err)
	}
	s.Locked = day.Format(time.DateOnly)
	return nil
}

// readLock finds out what has changed since the study was locked.
func (s *Study) readLock() error {
	path := s.File + lockSuffix
	lock, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return fmt.Errorf("cannot read the lock of the study: %w", err)
	}
	head, src, whole := strings.Cut(string(lock), "\n---\n")
	fields := map[string]string{}
	for line := range strings.Lines(strings.TrimPrefix(head, lockHead)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		fields[key] = strings.TrimSpace(value)
	}
	if !whole || !strings.HasPrefix(head, lockHead) || fields["sha256"] != hash([]byte(src)) || date(fields["locked"]) == "" {
		return &lexicons.Error{File: path, Msg: "the lock has been edited or is not whole; restore it, or remove it and lock the study anew"}
	}
	s.Locked = fields["locked"]
	if fields["stories"] != s.StoriesSHA256 {
		s.Deviations = append(s.Deviations, Deviation{"table of stories", fields["stories"], s.StoriesSHA256})
	}
	if fields["sha256"] == s.SHA256 {
		return nil
	}
	was, err := parseStudy(path, []byte(src))
	if err != nil {
		return fmt.Errorf("the study as it was locked cannot be read by this version: %w", err)
	}
	changed := false
	for i := range reflect.TypeFor[Study]().NumField() {
		f := reflect.TypeFor[Study]().Field(i)
		name := f.Tag.Get("yaml")
		if name == "" || name == "-" {
			continue
		}
		a, b := fmt.Sprintf("%+v", reflect.ValueOf(*was).Field(i)), fmt.Sprintf("%+v", reflect.ValueOf(*s).Field(i))
		if a != b {
			s.Deviations = append(s.Deviations, Deviation{name, a, b})
			changed = true
		}
	}
	if !changed {
		s.Deviations = append(s.Deviations, Deviation{"layout", fields["sha256"], s.SHA256})
	}
	return nil
}
