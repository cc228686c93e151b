// Package fit fits the weights that slant ships from examples that readers have
// labelled: logistic regressions on features, judged by cross-validation. Only the
// programs for developers of slant use it.
package fit

import (
	"bufio"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
)

// An Example is what readers said of something that has features.
type Example struct {
	Features []float64 // with a constant 1 at their end
	Class    int       // index in Regression.Classes
	Part     int       // of the cross-validation, from 0
}

// Part returns the part, of so many, that a text or an id belongs to.
func Part(id string, parts int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(parts))
}

// longest is the length in bytes that a line may have.
const longest = 1 << 24

// Lines calls do with each line of a JSONL file. What is wrong with a line is told
// with file, number and a line as it should be.
func Lines(path, proper string, do func(line []byte) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, longest)
	n := 0
	for lines.Scan() {
		n++
		if err := do(lines.Bytes()); err != nil {
			return fmt.Errorf("%s:%d: %w; a line should be like %s", path, n, err, proper)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s:%d: %w", path, n+1, err)
	}
	return nil
}

// Round keeps three decimals of a weight.
func Round(v float64) float64 { return math.Round(v*1000) / 1000 }

// Write writes a model to a file, or to stdout when path is empty.
func Write(path string, model any, stdout io.Writer) error {
	b, err := json.MarshalIndent(model, "", "\t")
	if err != nil {
		return err
	}
	b = append(b, '\n')
	if path == "" {
		_, err = stdout.Write(b)
		return err
	}
	return os.WriteFile(path, b, 0o644)
}
