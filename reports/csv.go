package reports

import (
	"bytes"
	"encoding/csv"
	"fmt"
)

// csv writes a table with a line of heads.
func (t *dataTable) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	heads := make([]string, len(t.columns))
	for i, c := range t.columns {
		heads[i] = c.name
	}
	if err := w.WriteAll(append([][]string{heads}, t.rows...)); err != nil {
		return nil, fmt.Errorf("writing %s.csv: %w", t.name, err)
	}
	return b.Bytes(), nil
}
