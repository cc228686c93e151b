package reports

import (
	"bytes"
	"fmt"
	"reflect"
	"strconv"

	"github.com/parquet-go/parquet-go"
)

// parquet writes a table with typed columns: strings, 64-bit integers and
// doubles, the last two null where they are not defined.
func (t *dataTable) parquet() ([]byte, error) {
	fields := make([]reflect.StructField, len(t.columns))
	for i, c := range t.columns {
		f := reflect.StructField{Name: fmt.Sprintf("C%d", i), Tag: reflect.StructTag(fmt.Sprintf(`parquet:%q`, c.name))}
		switch c.kind {
		case count:
			f.Type = reflect.TypeFor[*int64]()
		case number:
			f.Type = reflect.TypeFor[*float64]()
		default:
			f.Type = reflect.TypeFor[string]()
		}
		fields[i] = f
	}
	row := reflect.StructOf(fields)
	var b bytes.Buffer
	w := parquet.NewWriter(&b, parquet.SchemaOf(reflect.New(row).Interface()), parquet.Compression(&parquet.Snappy), parquet.CreatedBy("slant", "1", ""))
	for _, fields := range t.rows {
		v := reflect.New(row).Elem()
		for i, s := range fields {
			if err := set(v.Field(i), t.columns[i].kind, s); err != nil {
				return nil, fmt.Errorf("writing %s.parquet: column %s: %w", t.name, t.columns[i].name, err)
			}
		}
		if err := w.Write(v.Interface()); err != nil {
			return nil, fmt.Errorf("writing %s.parquet: %w", t.name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("writing %s.parquet: %w", t.name, err)
	}
	return b.Bytes(), nil
}

func set(v reflect.Value, k kind, s string) error {
	switch {
	case k == text:
		v.SetString(s)
	case s == "":
	case k == count:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return err
		}
		v.Set(reflect.ValueOf(&n))
	default:
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return err
		}
		v.Set(reflect.ValueOf(&x))
	}
	return nil
}
