package parse

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
)

// The weights file holds a line that names the format; the length of a header
// (four bytes, the least first, as all numbers) and the header in JSON; then the
// tables in the order of Model.Shapes; then a checksum (CRC-32, IEEE) of all
// before it. A plain table is its float32 values; the others are their scales
// as float32, one for each row or column, and their values as int8.
const magic = "slant parser 1\n"

type header struct {
	Size         Size
	Tags         []Tag
	Relations    []string
	Both, Learnt int
	Words        string // separated by newlines
}

// Encode returns the model in the form that Read takes, its tables rounded to
// one part in 127 of the largest value of their row or column.
func (m *Model) Encode() []byte {
	h, err := json.Marshal(header{m.Size, m.Tags, m.Relations, m.Both, m.Learnt, strings.Join(m.Words, "\n")})
	if err != nil {
		panic(err) // strings and numbers can always be written
	}
	out := []byte(magic)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(h)))
	out = append(out, h...)
	for i, shape := range m.Shapes() {
		values := m.Weights[i]
		if shape.Kind == Plain {
			out = appendFloats(out, values)
			continue
		}
		scales := make([]float32, shape.scales())
		for j, v := range values {
			s := &scales[shape.scale(j)]
			*s = max(*s, v/127, -v/127)
		}
		out = appendFloats(out, scales)
		for j, v := range values {
			q := 0.0
			if s := scales[shape.scale(j)]; s > 0 {
				q = math.Round(float64(v / s))
			}
			out = append(out, byte(int8(max(-127, min(127, q)))))
		}
	}
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(out))
}

// scales returns the number of scales of a table.
func (s Shape) scales() int {
	if s.Kind == Embedding {
		return s.Rows
	}
	return s.Columns
}

// scale returns which scale value i of a table has.
func (s Shape) scale(i int) int {
	if s.Kind == Embedding {
		return i / s.Columns
	}
	return i % s.Columns
}

func appendFloats(out []byte, values []float32) []byte {
	for _, v := range values {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
	}
	return out
}

// A table is a table of weights as it is stored. One of scales and floats is nil.
type table struct {
	Shape
	floats []float32
	scales []float32
	values []byte // int8; part of the file
}

// row copies row i of a table of embeddings to out.
func (t *table) row(i int32, out []float32) {
	scale := t.scales[i]
	for j, v := range t.values[int(i)*t.Columns : (int(i)+1)*t.Columns] {
		out[j] = float32(int8(v)) * scale
	}
}

// decode reads what Encode wrote. The tables refer to data.
func decode(data []byte) (*Model, []table, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, nil, errors.New("not a weights file of this version")
	}
	if len(rest) < 8 {
		return nil, nil, errors.New("weights file is cut off")
	}
	end := len(data) - 4
	if crc32.ChecksumIEEE(data[:end]) != binary.LittleEndian.Uint32(data[end:]) {
		return nil, nil, errors.New("weights file is damaged: wrong checksum")
	}
	rest = rest[:len(rest)-4]
	n := int(binary.LittleEndian.Uint32(rest))
	rest = rest[4:]
	if n > len(rest) {
		return nil, nil, errors.New("weights file is cut off")
	}
	var h header
	if err := json.Unmarshal(rest[:n], &h); err != nil {
		return nil, nil, fmt.Errorf("header of weights file: %w", err)
	}
	rest = rest[n:]
	m := &Model{Size: h.Size, Tags: h.Tags, Relations: h.Relations, Words: strings.Split(h.Words, "\n"), Both: h.Both, Learnt: h.Learnt}
	var tables []table
	for _, shape := range m.Shapes() {
		t := table{Shape: shape}
		size := shape.Rows * shape.Columns
		floats := size
		if shape.Kind != Plain {
			floats = shape.scales()
		}
		if size < 0 || len(rest) < 4*floats {
			return nil, nil, fmt.Errorf("weights file is cut off in table %q", shape.Name)
		}
		numbers := make([]float32, floats)
		for i := range numbers {
			numbers[i] = math.Float32frombits(binary.LittleEndian.Uint32(rest[4*i:]))
		}
		rest = rest[4*floats:]
		if shape.Kind == Plain {
			t.floats = numbers
		} else {
			if len(rest) < size {
				return nil, nil, fmt.Errorf("weights file is cut off in table %q", shape.Name)
			}
			t.scales, t.values, rest = numbers, rest[:size], rest[size:]
		}
		tables = append(tables, t)
	}
	if len(rest) > 0 {
		return nil, nil, fmt.Errorf("%d bytes too many in weights file", len(rest))
	}
	return m, tables, nil
}
