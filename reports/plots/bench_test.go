package plots

import "testing"

func BenchmarkPNG(b *testing.B) {
	f := figures()[0]
	for b.Loop() {
		if _, err := f.PNG(); err != nil {
			b.Fatal(err)
		}
	}
}
