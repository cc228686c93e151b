package record

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"

	"slant/analysis/actors"
)

// Marshal returns r as one line of JSON with its newline. Lists are sorted,
// never null, and numbers rounded to six decimals: the same record gives the
// same bytes.
func Marshal(r *Record) ([]byte, error) {
	r.settle()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // news is full of & and <
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// settle brings r into the form that is written.
func (r *Record) settle() {
	r.Schema = Schema
	list(&r.Excluded)
	list(&r.Sentences)
	list(&r.Actors)
	list(&r.Attributions)
	list(&r.Findings)
	list(&r.Choices)
	list(&r.Events)
	list(&r.Stances)
	list(&r.Portrayals)
	list(&r.Frames)
	for i := range r.Actors {
		list(&r.Actors[i].Mentions)
	}
	for i := range r.Sentences {
		round(&r.Sentences[i].Bias)
	}
	for i := range r.Findings {
		round(&r.Findings[i].Weight, &r.Findings[i].Polarity)
	}
	for i := range r.Stances {
		round(&r.Stances[i].Polarity, &r.Stances[i].Strength)
	}
	for i := range r.Portrayals {
		round(&r.Portrayals[i].Polarity)
	}
	for i := range r.Frames {
		round(&r.Frames[i].Score)
	}
	slices.SortStableFunc(r.Actors, func(a, b actors.Actor) int { return strings.Compare(a.ID, b.ID) })
}

func list[T any](l *[]T) {
	if *l == nil {
		*l = []T{}
	}
}

func round(numbers ...*float64) {
	for _, n := range numbers {
		*n = math.Round(*n*1e6) / 1e6
		if *n == 0 {
			*n = 0 // no negative zero
		}
	}
}

// A Line is a line of a JSONL stream that is to be a record.
type Line struct {
	File   string // for messages
	Number int    // from 1
	Text   []byte
}

// Lines returns the lines of a stream that are not blank. An error of the stream
// ends the sequence.
func Lines(src io.Reader, file string) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		b := bufio.NewReaderSize(src, 1<<16)
		for n := 1; ; n++ {
			text, err := b.ReadBytes('\n')
			if err != nil && err != io.EOF {
				yield(Line{}, fmt.Errorf("%s:%d: %w", file, n, err))
				return
			}
			if len(bytes.TrimSpace(text)) > 0 && !yield(Line{file, n, text}, nil) || err == io.EOF {
				return
			}
		}
	}
}

// Record reads the line. A line of another schema version or of no record at all
// is an error: records are written by slant and never edited.
func (l Line) Record() (*Record, error) {
	r, err := unmarshal(l.Text)
	if err != nil {
		return nil, fmt.Errorf("%s:%d: %w", l.File, l.Number, err)
	}
	return r, nil
}

func unmarshal(line []byte) (*Record, error) {
	r := new(Record)
	err := json.Unmarshal(line, r)
	if err == nil && r.Schema == Schema {
		return r, nil
	}
	var version struct {
		Schema string `json:"schema"`
	}
	if json.Unmarshal(line, &version) == nil && version.Schema != Schema {
		return nil, fmt.Errorf("this record has the schema %q and this slant reads %q; scan the corpus again with this version", version.Schema, Schema)
	}
	return nil, fmt.Errorf("this is no record of slant: %w", err)
}
