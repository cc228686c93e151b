package audit

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// A golden is one case of a file of testdata/golden.
type golden[T any] struct {
	ID   string
	Case T
	near func(t *testing.T, what string, got, want float64)
}

func goldens[T any](t *testing.T, name string) []golden[T] {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("..", "..", "testdata", "golden", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Relative float64 `json:"tolerance_rel"`
		Absolute float64 `json:"tolerance_abs"`
		Cases    []json.RawMessage
	}
	if err := json.Unmarshal(src, &file); err != nil {
		t.Fatal(err)
	}
	var cases []golden[T]
	for _, raw := range file.Cases {
		var g golden[T]
		var id struct{ ID string }
		if err := json.Unmarshal(raw, &id); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &g.Case); err != nil {
			t.Fatalf("%s: %s: %v", name, id.ID, err)
		}
		g.ID = id.ID
		g.near = func(t *testing.T, what string, got, want float64) {
			t.Helper()
			if math.IsNaN(got) != math.IsNaN(want) || math.Abs(got-want) > file.Absolute+file.Relative*math.Abs(want) {
				t.Errorf("%s: %s = %v, want %v", id.ID, what, got, want)
			}
		}
		cases = append(cases, g)
	}
	return cases
}

// A number of a reference file: JSON has no NaN.
type number float64

func (n *number) UnmarshalJSON(b []byte) error {
	if s := string(b); s == `"NaN"` || s == "null" {
		*n = number(math.NaN())
		return nil
	}
	return json.Unmarshal(b, (*float64)(n))
}

type proportionCase struct {
	Input struct {
		K, N, K1, N1, K2, N2 int
		Conf                 float64
	}
	Expected struct{ Wilson, Newcombe []float64 }
}

func TestGoldenProportions(t *testing.T) {
	n := 0
	for _, g := range goldens[proportionCase](t, "proportions") {
		in, want := g.Case.Input, g.Case.Expected.Wilson
		i := Interval{}
		if want != nil {
			i = Wilson(in.K, in.N, in.Conf)
		} else {
			want, i = g.Case.Expected.Newcombe, Newcombe(in.K1, in.N1, in.K2, in.N2, in.Conf)
		}
		g.near(t, "low end", i.Low, want[0])
		g.near(t, "high end", i.High, want[1])
		n++
	}
	if n != 13 {
		t.Errorf("%d cases, want 13", n)
	}
}

type agreementCase struct {
	Input struct {
		Codes [][]number `json:"coders_by_units"`
	}
	Expected struct{ Nominal, Ordinal, Interval, Ratio *number }
}

func TestGoldenAlpha(t *testing.T) {
	n := 0
	for _, g := range goldens[agreementCase](t, "krippendorff") {
		codes := make([][]float64, len(g.Case.Input.Codes))
		for i, c := range g.Case.Input.Codes {
			for _, v := range c {
				codes[i] = append(codes[i], float64(v))
			}
		}
		for m, want := range map[Measurement]*number{
			Nominal: g.Case.Expected.Nominal, Ordinal: g.Case.Expected.Ordinal, Metrical: g.Case.Expected.Interval, Relative: g.Case.Expected.Ratio,
		} {
			if want != nil {
				g.near(t, fmt.Sprint("α ", m), Alpha(codes, m), float64(*want))
				n++
			}
		}
	}
	if n != 22 {
		t.Errorf("%d values, want 22", n)
	}
}
