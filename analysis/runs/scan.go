// Package runs carries a corpus through the analysis: all goroutines of a scan
// live here, and what comes out is in the order of the input, whatever their
// number.
package runs

import (
	"errors"
	"fmt"
	"iter"

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
	type read struct {
		article *corpus.Article
		bad     *corpus.BadArticle
	}
	items := func(yield func(read, error) bool) {
		for a, err := range articles {
			r := read{article: a}
			if errors.As(err, &r.bad) {
				err = nil
			}
			if !yield(r, err) {
				return
			}
		}
	}
	return inOrder(items, workers, func(r read) Result {
		if r.bad != nil {
			return Result{Article: r.article, Bad: r.bad}
		}
		return result(analyze, r.article)
	}, emit)
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
