package runs

import (
	"io"

	"slant/analysis/record"
)

// Records reads the records of a JSONL stream on the given number of workers and
// passes each to emit, in order. It holds a few records at a time. It stops at
// the first line that is no record, and at the first error of emit. The name of
// the file is for messages.
func Records(src io.Reader, file string, workers int, emit func(*record.Record) error) error {
	type read struct {
		record *record.Record
		err    error
	}
	return inOrder(record.Lines(src, file), workers,
		func(l record.Line) read {
			r, err := l.Record()
			return read{r, err}
		},
		func(r read) error {
			if r.err != nil {
				return r.err
			}
			return emit(r.record)
		})
}
