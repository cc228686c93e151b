//go:build unix

package analysis

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"slant/analysis/corpus"
)

// A text that says one thing over and over is no article, but a corpus may hold
// one: what stages do to each word must not grow with the text. At 100 kB each
// takes under a second where nothing else runs:
//
//	MONOTONOUS=100000 go test ./analysis -run Monotonous -v
//
// Time is the processor's, and the limit leaves room, since tests run on busy
// machines.
func TestMonotonousTextsTakeLittleTime(t *testing.T) {
	size := 40_000
	if s := os.Getenv("MONOTONOUS"); s != "" {
		var err error
		if size, err = strconv.Atoi(s); err != nil {
			t.Fatalf("MONOTONOUS is a number of bytes: %v", err)
		}
	}
	limit := 4 * time.Second * time.Duration(size) / 100_000
	data, err := os.ReadFile(filepath.Join("testdata", "monotonous.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a := analyzer(t)
	unescape := strings.NewReplacer(`\n`, "\n", `\s`, " ", `\z`, "\u200b", `\u`, "\u00a0")
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		phrase := unescape.Replace(strings.TrimSuffix(line, "\n"))
		body := strings.Repeat(phrase, size/len(phrase))
		start := processorTime(t)
		r := a.Analyze(&corpus.Article{ID: "a", Outlet: "o", Text: body})
		took := processorTime(t) - start
		t.Logf("%-32q %v", phrase, took.Round(time.Millisecond))
		if took > limit {
			t.Errorf("%d bytes of %q take %v, more than %v", len(body), phrase, took, limit)
		}
		if w := r.Words; w.Total != w.Outlet+w.Direct+w.Indirect+w.Unresolved {
			t.Errorf("%q: the words do not add up: %+v", phrase, w)
		}
	}
}

// processorTime returns how long this process has computed.
func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
