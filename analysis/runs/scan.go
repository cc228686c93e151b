// Package runs carries a corpus through the analysis: all goroutines of a scan
// live here, and what comes out is in the order of the input, whatever their
// number.
package runs

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"slant/analysis/corpus"
	"slant/analysis/record"
)

// A Result is what became of one article: its record or, for a bad one, why it
// has none.
type Result struct {
	Article *corpus.Article // nil when it could not be read
	Record  *record.Record  // nil when the article is bad
	Bad     *corpus.BadArticle
}

// Scan analyses articles on the given number of workers, at least one, and
// passes each result to emit, in the order of the articles and from one
// goroutine. It stops at the first error of emit and returns it; articles must
// yield no error but *corpus.BadArticle.
func Scan(articles iter.Seq2[*corpus.Article, error], analyze func(*corpus.Article) *record.Record, workers int, emit func(Result) error) error {
	workers = max(workers, 1)
	type job struct {
		article *corpus.Article
		done    chan Result
		bad     *corpus.BadArticle
	}
	ctx, stop := context.WithCancel(context.Background())
	// Every job goes to queue in order and, if there is anything to do, to work:
	// the first says what to wait for next, the second is done in any order.
	queue := make(chan job, 4*workers)
	work := make(chan job, 4*workers)
	var readErr error
	var group sync.WaitGroup
	group.Go(func() {
		defer close(queue)
		defer close(work)
		for a, err := range articles {
			j := job{article: a}
			if err != nil && !errors.As(err, &j.bad) {
				readErr = err
				return
			}
			if j.bad == nil {
				j.done = make(chan Result, 1)
				select {
				case work <- j:
				case <-ctx.Done():
					return
				}
			}
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		group.Go(func() {
			for j := range work {
				j.done <- result(analyze, j.article)
			}
		})
	}
	err := func() error {
		for j := range queue {
			r := Result{Article: j.article, Bad: j.bad}
			if j.done != nil {
				r = <-j.done
			}
			if err := emit(r); err != nil {
				return err
			}
		}
		return nil
	}()
	stop()
	group.Wait()
	if err != nil {
		return err
	}
	return readErr
}

// result analyses one article. An article on which slant itself fails is bad like
// one that cannot be read: it must not take the rest of a corpus with it.
func result(analyze func(*corpus.Article) *record.Record, a *corpus.Article) (r Result) {
	defer func() {
		if p := recover(); p != nil {
			r = Result{Article: a, Bad: &corpus.BadArticle{File: a.File, Line: a.Line, ID: a.ID,
				Reason: fmt.Sprintf("slant itself failed on this article (%v); please report it with its text", p)}}
		}
	}()
	return Result{Article: a, Record: analyze(a)}
}
