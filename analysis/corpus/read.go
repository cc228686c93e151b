package corpus

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"iter"
	"os"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
)

// A Reader reads the articles of a corpus, file by file in order.
type Reader struct {
	Inputs []Input
	Stdin  io.Reader

	Files []File // what was read, complete when Articles has ended

	seen map[string]string // id -> where it was read
	done atomic.Int64      // bytes read so far
}

// Size returns the number of bytes that the files hold, -1 when standard input
// is among them.
func (r *Reader) Size() int64 {
	var size int64
	for _, in := range r.Inputs {
		if in.Path == "-" {
			return -1
		}
		if info, err := os.Stat(in.Path); err == nil {
			size += info.Size()
		}
	}
	return size
}

// Done returns the number of bytes read so far. It may be called at any time
// from any goroutine.
func (r *Reader) Done() int64 { return r.done.Load() }

// count counts bytes that are read.
func (r *Reader) count(b []byte) (int, error) {
	r.done.Add(int64(len(b)))
	return len(b), nil
}

type counter func([]byte) (int, error)

func (c counter) Write(b []byte) (int, error) { return c(b) }

// A File says what was read of one input.
type File struct {
	Name     string `json:"file"`
	SHA256   string `json:"sha256"` // of the bytes as they were read, "" when the file could not be
	Articles int    `json:"articles"`
	Bad      int    `json:"bad"`
}

// Articles returns all articles in order. What cannot be analysed comes as a
// *BadArticle, and reading goes on; there is no other error.
func (r *Reader) Articles() iter.Seq2[*Article, error] {
	r.seen = map[string]string{}
	r.Files = nil
	return func(yield func(*Article, error) bool) {
		for _, in := range r.Inputs {
			file := File{Name: in.Name}
			more := true
			count := func(a *Article, err error) bool {
				if a != nil {
					err = r.accept(a)
				}
				if err != nil {
					file.Bad++
					more = yield(nil, err)
				} else {
					file.Articles++
					more = yield(a, nil)
				}
				return more
			}
			file.SHA256 = r.read(in, count)
			r.Files = append(r.Files, file)
			if !more {
				return
			}
		}
	}
}

// accept holds a against the articles before it.
func (r *Reader) accept(a *Article) error {
	bad := func(reason string) error { return &BadArticle{a.File, a.Line, a.ID, reason} }
	if err := a.check(); err != nil {
		return bad(err.Error())
	}
	at := fmt.Sprintf("%s:%d", a.File, a.Line)
	if first, ok := r.seen[a.ID]; ok {
		return bad(fmt.Sprintf("the id was used before, at %s; give each article an id of its own", first))
	}
	r.seen[a.ID] = at
	return nil
}

// read yields what in holds, and returns the hash of its bytes.
func (r *Reader) read(in Input, yield func(*Article, error) bool) (sum string) {
	bad := func(line int, reason string) bool {
		return yield(nil, &BadArticle{File: in.Name, Line: line, Reason: reason})
	}
	var raw io.Reader = r.Stdin
	if in.Path != "-" {
		f, err := os.Open(in.Path)
		if err != nil {
			bad(0, "cannot be opened: "+cause(err))
			return ""
		}
		defer f.Close()
		raw = f
	}
	h := sha256.New()
	src, err := unpacked(io.TeeReader(raw, io.MultiWriter(h, counter(r.count))))
	if err != nil {
		bad(0, "cannot be read: "+cause(err))
		return ""
	}
	if in.Format == JSONL {
		if !readJSONL(src, in, yield, bad) {
			return ""
		}
		return finish(h, raw)
	}
	b, err := io.ReadAll(src)
	if err != nil {
		bad(0, "cannot be read: "+cause(err))
		return ""
	}
	yield(readText(b, in))
	return finish(h, raw)
}

// finish hashes what a decompressor left unread and returns the sum.
func finish(h hash.Hash, raw io.Reader) string {
	if _, err := io.Copy(h, raw); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
}

// unpacked returns r, decompressed when it begins as gzip does.
func unpacked(r io.Reader) (*bufio.Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	if magic, _ := b.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return b, nil
	}
	z, err := gzip.NewReader(b)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(z, 1<<16), nil
}

// readText reads an article whose first line is its title. Text holds all of
// the file, the title line too, so that offsets are those of the file.
func readText(b []byte, in Input) (*Article, error) {
	if !utf8.Valid(b) {
		return nil, &BadArticle{File: in.Name, Line: invalidLine(b), Reason: "is not valid UTF-8; convert the file, for instance with iconv -t UTF-8"}
	}
	text := string(b)
	title, _, _ := strings.Cut(strings.TrimLeft(strings.TrimPrefix(text, "\ufeff"), " \t\r\n"), "\n")
	return &Article{
		ID: in.Name, Outlet: in.Outlet, Title: strings.TrimSpace(title), Text: text,
		File: in.Name, Line: 1,
	}, nil
}

// invalidLine returns the line of the first byte of b that is not UTF-8.
func invalidLine(b []byte) int {
	line := 1
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if r == '\n' {
			line++
		}
		b = b[size:]
	}
	return line
}

func readJSONL(src *bufio.Reader, in Input, yield func(*Article, error) bool, bad func(int, string) bool) (whole bool) {
	for n := 1; ; n++ {
		line, err := src.ReadBytes('\n')
		if err != nil && err != io.EOF {
			bad(n, "cannot be read on from here: "+cause(err))
			return false
		}
		ended := err == io.EOF
		line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		if len(line) > 0 && !yield(decode(line, in.Name, n)) {
			return false
		}
		if ended {
			return true
		}
	}
}

// decode reads one line of JSONL. Fields that slant does not know are passed
// over: crawlers add their own.
func decode(line []byte, file string, n int) (*Article, error) {
	bad := func(reason string) (*Article, error) { return nil, &BadArticle{File: file, Line: n, Reason: reason} }
	if !utf8.Valid(line) {
		return bad("is not valid UTF-8; convert the file, for instance with iconv -t UTF-8")
	}
	if line[0] != '{' {
		return bad("is no JSON object; each line must be one, with at least the field text")
	}
	a := &Article{File: file, Line: n}
	if err := json.Unmarshal(line, a); err != nil {
		var wrong *json.UnmarshalTypeError
		if errors.As(err, &wrong) {
			return bad(fmt.Sprintf("the field %s must be %s, not %s", wrong.Field, kind(wrong), wrong.Value))
		}
		return bad("is no valid JSON: " + err.Error())
	}
	if a.ID == "" {
		a.ID = fmt.Sprintf("%s:%d", file, n)
	}
	return a, nil
}

func kind(e *json.UnmarshalTypeError) string {
	switch k := e.Type.Kind().String(); k {
	case "string":
		return "a string"
	case "int":
		return "a whole number"
	case "slice":
		return "a list"
	default:
		return "an object"
	}
}

// cause is the reason of a file error without the path, which the message has
// already.
func cause(err error) string {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}
