package wording_test

import (
	"os"
	"reflect"
	"testing"

	"slant/analysis/wording"
)

// TestDocumentation holds every detector to its documentation, its file and its
// file of cases.
func TestDocumentation(t *testing.T) {
	last := ""
	for _, d := range wording.Detectors() {
		if d.Name <= last {
			t.Errorf("%s stands after %s", d.Name, last)
		}
		last = d.Name
		v := reflect.ValueOf(d)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && len(v.Field(i).String()) < 4 {
				t.Errorf("%s: nothing said about %s", d.Name, f.Name)
			}
		}
		for _, file := range []string{d.Name + ".go", "testdata/" + d.Name} {
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s: %v", d.Name, err)
			}
		}
	}
}
