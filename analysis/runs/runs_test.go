package runs

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"slant/analysis/corpus"
	"slant/analysis/record"
)

// numbered yields n articles, every seventh of them bad.
func numbered(n int) iter.Seq2[*corpus.Article, error] {
	return func(yield func(*corpus.Article, error) bool) {
		for i := range n {
			if i%7 == 6 {
				if !yield(nil, &corpus.BadArticle{File: "f", Line: i}) {
					return
				}
				continue
			}
			if !yield(&corpus.Article{ID: fmt.Sprint(i)}, nil) {
				return
			}
		}
	}
}

func TestScanKeepsOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 3, 8} {
		var got []string
		err := Scan(numbered(200), func(a *corpus.Article) *record.Record {
			if len(a.ID)%2 == 1 {
				time.Sleep(100 * time.Microsecond) // let others overtake
			}
			return &record.Record{ID: a.ID}
		}, workers, func(r Result) error {
			switch {
			case r.Bad != nil:
				got = append(got, fmt.Sprint(r.Bad.Line))
			case r.Record.ID != r.Article.ID:
				t.Errorf("the record of %s came with the article %s", r.Record.ID, r.Article.ID)
			default:
				got = append(got, r.Record.ID)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, id := range got {
			if id != fmt.Sprint(i) {
				t.Fatalf("%d workers: %s at place %d", workers, id, i)
			}
		}
		if len(got) != 200 {
			t.Errorf("%d workers: %d results", workers, len(got))
		}
	}
}

func TestScanStopsAtError(t *testing.T) {
	before := runtime.NumGoroutine()
	stop := errors.New("the disk is full")
	n := 0
	err := Scan(numbered(100000), func(a *corpus.Article) *record.Record { return &record.Record{ID: a.ID} }, 4, func(Result) error {
		if n++; n == 10 {
			return stop
		}
		return nil
	})
	if !errors.Is(err, stop) || n != 10 {
		t.Errorf("got %v after %d results", err, n)
	}
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines were left behind", runtime.NumGoroutine()-before)
}

func TestScanReturnsReadError(t *testing.T) {
	broken := errors.New("the reader is broken")
	err := Scan(func(yield func(*corpus.Article, error) bool) {
		yield(&corpus.Article{ID: "a"}, nil)
		yield(nil, broken)
	}, func(a *corpus.Article) *record.Record { return &record.Record{} }, 2, func(Result) error { return nil })
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

// TestScanSurvivesFailure holds a scan to go on after an article on which the
// analysis itself fails, and to say which it was.
func TestScanSurvivesFailure(t *testing.T) {
	var got []string
	articles := func(yield func(*corpus.Article, error) bool) {
		for i, id := range []string{"a", "b", "c"} {
			if !yield(&corpus.Article{ID: id, File: "in.jsonl", Line: i + 1}, nil) {
				return
			}
		}
	}
	err := Scan(articles, func(a *corpus.Article) *record.Record {
		if a.ID == "b" {
			panic("index out of range")
		}
		return &record.Record{ID: a.ID}
	}, 2, func(r Result) error {
		if r.Bad != nil {
			got = append(got, r.Bad.Error())
		} else {
			got = append(got, r.Record.ID)
		}
		return nil
	})
	want := []string{"a", `in.jsonl:2: article "b": slant itself failed on this article (index out of range); please report it with its text`, "c"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestFolder(t *testing.T) {
	parent := t.TempDir()
	target := filepath.Join(parent, "report")
	write := func(force bool, content string) error {
		f, err := Create(target, force)
		if err != nil {
			return err
		}
		defer f.Discard()
		if _, err := os.Stat(filepath.Join(target, content)); err == nil {
			t.Error("the folder is there before it is committed")
		}
		if err := os.WriteFile(filepath.Join(f.Path, content), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		return f.Commit()
	}
	if err := write(false, "first"); err != nil {
		t.Fatal(err)
	}
	if err := write(false, "second"); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("an existing folder gives %v", err)
	}
	if err := write(true, "third"); err != nil {
		t.Fatal(err)
	}
	if f, err := Create(target, true); err != nil {
		t.Fatal(err)
	} else {
		f.Discard() // a run that failed
	}
	left, err := os.ReadDir(parent)
	if err != nil || len(left) != 1 || left[0].Name() != "report" {
		t.Errorf("left behind: %v, %v", left, err)
	}
	inside, err := os.ReadDir(target)
	if err != nil || len(inside) != 1 || inside[0].Name() != "third" {
		t.Errorf("the folder holds %v, %v", inside, err)
	}
	if _, err := Create(filepath.Join(parent, "no", "such"), false); err == nil || strings.Contains(err.Error(), "partial") {
		t.Errorf("a missing parent gives %v", err)
	}
}

func TestRecordsKeepOrder(t *testing.T) {
	var src strings.Builder
	for i := range 300 {
		line, err := record.Marshal(&record.Record{ID: fmt.Sprint(i)})
		if err != nil {
			t.Fatal(err)
		}
		src.Write(line)
	}
	for _, workers := range []int{0, 1, 8} {
		n := 0
		err := Records(strings.NewReader(src.String()+"no record\n"+src.String()), "f", workers, func(r *record.Record) error {
			if r.ID != fmt.Sprint(n) {
				t.Fatalf("%s at place %d", r.ID, n)
			}
			n++
			return nil
		})
		if err == nil || !strings.HasPrefix(err.Error(), "f:301: this is no record of slant") || n != 300 {
			t.Errorf("%d records, then %v", n, err)
		}
		full := errors.New("full")
		err = Records(strings.NewReader(src.String()), "f", workers, func(*record.Record) error { return full })
		if err != full {
			t.Errorf("%v, want the error of emit", err)
		}
	}
}
