package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/gzip"
)

// read returns one line for each article and each bad one.
func read(t *testing.T, stdin string, paths ...string) []string {
	t.Helper()
	inputs, _, err := Find(paths, false)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	r := &Reader{Inputs: inputs, Stdin: strings.NewReader(stdin)}
	for a, err := range r.Articles() {
		var bad *BadArticle
		switch {
		case errors.As(err, &bad):
			got = append(got, "bad: "+bad.Error())
		case err != nil:
			t.Fatalf("an error of another kind: %v", err)
		default:
			got = append(got, fmt.Sprintf("%s | %s | %s | %q", a.ID, a.Outlet, a.Title, a.Text))
		}
	}
	return got
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "b.txt", "Title\n\nText.")
	write(t, dir, "courier/a.txt", "\ufeff\nTitle A\nText A.")
	write(t, dir, "c.jsonl", `{"id":"c1","outlet":"C","text":"Text."}`+"\n\n"+`{"text":"Second."}`)
	write(t, dir, "notes.md", "not read")
	write(t, dir, ".hidden/x.txt", "not read")
	want := []string{
		`b.txt |  | Title | "Title\n\nText."`,
		`c1 | C |  | "Text."`,
		`c.jsonl:3 |  |  | "Second."`,
		`courier/a.txt | courier | Title A | "\ufeff\nTitle A\nText A."`,
	}
	if d := cmp.Diff(want, read(t, "", dir)); d != "" {
		t.Error(d)
	}
	_, passedOver, err := Find([]string{dir}, false)
	if err != nil || !cmp.Equal(passedOver, []string{"notes.md"}) {
		t.Errorf("passed over %q, %v", passedOver, err)
	}
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.txt", "Title\n\nOne line\nand \xff\xfe.")
	write(t, dir, "b.txt", " \n\n ")
	write(t, dir, "c.jsonl", strings.Join([]string{
		`["no", "object"]`,
		`{"id":"ok","text":"Good."}`,
		`{"id":"x","text":5}`,
		`{"id":"y","text":"Cut`,
		`{"id":"z","text":""}`,
		`{"id":"ok","text":"The id again."}`,
		`{"id":"de","text":"Guten Tag.","language":"de"}`,
		`{"id":"m","text":"Über","mentions":[{"start":1,"end":2,"actor":"a"}]}`,
		`{"id":"m","text":"Short","mentions":[{"start":0,"end":99,"actor":"a"}]}`,
		"{\"id\":\"u\",\"text\":\"\xff\"}",
		`{"id":"fine","text":"Unknown fields are passed over.","crawled":true}`,
	}, "\n"))
	want := []string{
		`bad: a.txt:4: is not valid UTF-8; convert the file, for instance with iconv -t UTF-8`,
		`bad: b.txt:1: article "b.txt": the text is empty`,
		`bad: c.jsonl:1: is no JSON object; each line must be one, with at least the field text`,
		`ok |  |  | "Good."`,
		`bad: c.jsonl:3: the field text must be a string, not number`,
		`bad: c.jsonl:4: is no valid JSON: unexpected end of JSON input`,
		`bad: c.jsonl:5: article "z": the text is empty`,
		`bad: c.jsonl:6: article "ok": the id was used before, at c.jsonl:2; give each article an id of its own`,
		`bad: c.jsonl:7: article "de": the language is given as "de"; slant reads English only`,
		`bad: c.jsonl:8: article "m": the mention of "a" at bytes 1 to 2 cuts a character; offsets are bytes of UTF-8, not characters`,
		`bad: c.jsonl:9: article "m": the mention of "a" at bytes 0 to 99 lies outside the text of 5 bytes`,
		`bad: c.jsonl:10: is not valid UTF-8; convert the file, for instance with iconv -t UTF-8`,
		`fine |  |  | "Unknown fields are passed over."`,
	}
	if d := cmp.Diff(want, read(t, "", dir)); d != "" {
		t.Error(d)
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "gone.txt")); err != nil {
		t.Skip("this file system has no symbolic links")
	}
	write(t, dir, "z.txt", "Title\nText.")
	want := []string{"bad: gone.txt: cannot be opened: no such file or directory", `z.txt |  | Title | "Title\nText."`}
	if d := cmp.Diff(want, read(t, "", dir)); d != "" {
		t.Error(d)
	}
}

func TestStdinAndGzip(t *testing.T) {
	want := []string{`a |  |  | "Text."`}
	line := `{"id":"a","text":"Text."}` + "\n"
	if d := cmp.Diff(want, read(t, line, "-")); d != "" {
		t.Error(d)
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	w.Write([]byte(line))
	w.Close()
	if d := cmp.Diff(want, read(t, z.String(), "-")); d != "" {
		t.Error(d)
	}
	dir := t.TempDir()
	write(t, dir, "a.jsonl.gz", z.String())
	if d := cmp.Diff(want, read(t, "", dir)); d != "" {
		t.Error(d)
	}
	write(t, dir, "a.jsonl.gz", z.String()[:len(z.String())-10])
	if got := read(t, "", dir); len(got) == 0 || !strings.HasPrefix(got[len(got)-1], "bad: a.jsonl.gz:") {
		t.Errorf("a truncated file gives %q", got)
	}
}

func TestMissingPath(t *testing.T) {
	_, _, err := Find([]string{"no/such/place"}, false)
	if err == nil || !strings.Contains(err.Error(), "no/such/place: there is no such file or folder") {
		t.Errorf("got %v", err)
	}
}
