package reports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/net/html"

	"slant/analysis/compare"
)

// files reads a report back from its folder.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// written gives the files of a report. Images, which take longer than all else
// and are tested in plots, are there by name only.
func written(t *testing.T, r *Report) map[string]string {
	t.Helper()
	outputs, err := outputs(r)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, o := range outputs {
		if strings.HasSuffix(o.name, ".png") {
			all[o.name] = ""
			continue
		}
		data, err := o.make()
		if err != nil {
			t.Fatal(err)
		}
		all[o.name] = string(data)
	}
	return all
}

// The report of a comparison by hand, byte for byte, as far as a person can read
// the difference: Markdown, tables, plots. UPDATE=1 rewrites it. Pages say the
// same as the Markdown and are held to their properties.
func TestGolden(t *testing.T) {
	got := written(t, odd())
	golden := filepath.Join("testdata", "odd")
	if os.Getenv("UPDATE") != "" {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		for name, data := range got {
			if !legible(name) {
				continue
			}
			path := filepath.Join(golden, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := files(t, golden)
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s was not written", name)
		}
	}
	for name, data := range got {
		if svg, ok := strings.CutSuffix(name, ".png"); ok && got[svg+".svg"] == "" {
			t.Errorf("%s has no SVG beside it", name)
		}
		if csv, ok := strings.CutSuffix(name, ".parquet"); ok && got[csv+".csv"] == "" {
			t.Errorf("%s has no CSV beside it", name)
		}
		if !legible(name) {
			continue
		}
		if data != want[name] {
			t.Errorf("%s differs from testdata/odd at byte %d (UPDATE=1 rewrites it)", name, firstDifference(data, want[name]))
		}
	}
}

func legible(name string) bool {
	switch path.Ext(name) {
	case ".md", ".csv", ".svg", ".json":
		return true
	}
	return false
}

func firstDifference(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func TestSameBytes(t *testing.T) {
	a, b := written(t, generated(t, 5, 20)), written(t, generated(t, 5, 20))
	if len(a) != len(b) {
		t.Errorf("%d files, then %d", len(a), len(b))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs when written again", name)
		}
	}
}

// ofAllSizes gives the files of reports of all that a report must cope with.
// They are written once for all tests.
func ofAllSizes(t *testing.T) map[string]map[string]string {
	t.Helper()
	if all := sizes.Load(); all != nil {
		return *all
	}
	all := map[string]map[string]string{}
	for name, r := range reportsOfAllSizes(t) {
		all[name] = written(t, r)
	}
	sizes.Store(&all)
	return all
}

var sizes atomic.Pointer[map[string]map[string]string]

func reportsOfAllSizes(t *testing.T) map[string]*Report {
	empty := &Report{Comparison: &compare.Comparison{}, Problems: []Problem{{File: "a.txt", Reason: "empty"}}}
	return map[string]*Report{
		"odd": odd(), "empty": empty, "one": generated(t, 1, 10), "two": generated(t, 2, 30), "few": generated(t, 3, 3), "five": generated(t, 5, 40), "sixty": generated(t, 60, 7),
	}
}

// void elements have no end tag.
var void = []string{"meta", "br", "hr", "img", "link", "input"}

func TestPageIsWellFormedAndSafe(t *testing.T) {
	for name, all := range ofAllSizes(t) {
		for file, page := range all {
			if strings.HasSuffix(file, ".html") {
				checkPage(t, name+": "+file, page, at(all, path.Dir(file)))
			}
		}
	}
}

// at gives the files as seen from a folder of the report.
func at(all map[string]string, dir string) map[string]string {
	if dir == "." {
		return all
	}
	seen := map[string]string{}
	for name, data := range all {
		if in, ok := strings.CutPrefix(name, dir+"/"); ok {
			seen[in] = data
		} else {
			seen["../"+name] = data
		}
	}
	return seen
}

var heading = regexp.MustCompile(`^h[1-6]$`)

// checkPage holds a page to what every page must be: well-formed, without
// script, with headings in order, and with links that lead to other files of
// the report, places in it or the web.
func checkPage(t *testing.T, name, page string, all map[string]string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(page))
	var open, headings []string
	ids, links := map[string]bool{}, []string{}
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		token := z.Token()
		switch kind {
		case html.StartTagToken, html.SelfClosingTagToken:
			if kind == html.StartTagToken && !slices.Contains(void, token.Data) {
				open = append(open, token.Data)
			}
			if token.Data == "script" || token.Data == "img" || token.Data == "iframe" {
				t.Errorf("%s: holds a <%s>", name, token.Data)
			}
			if heading.MatchString(token.Data) {
				headings = append(headings, token.Data)
			}
			for _, a := range token.Attr {
				switch {
				case a.Key == "id" && ids[a.Val]:
					t.Errorf("%s: id %q is used twice", name, a.Val)
				case a.Key == "id":
					ids[a.Val] = true
				case a.Key == "href":
					links = append(links, a.Val)
				case a.Key == "aria-describedby":
					for _, id := range strings.Fields(a.Val) {
						links = append(links, "#"+id)
					}
				case strings.HasPrefix(a.Key, "on"), a.Key == "src":
					t.Errorf("%s: attribute %s=%q", name, a.Key, a.Val)
				}
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("%s: </%s> closes %v", name, token.Data, open[max(0, len(open)-3):])
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%s: never closed: %v", name, open)
	}
	for i, h := range headings {
		if i == 0 && h != "h1" || i > 0 && (h == "h1" || h[1] > headings[i-1][1]+1) {
			t.Errorf("%s: %s follows %v", name, h, headings[:i])
			break
		}
	}
	for _, l := range links {
		file, id, _ := strings.Cut(l, "#")
		switch {
		case file == "":
			if !ids[id] {
				t.Errorf("%s: no target for %s", name, l)
			}
		case strings.HasPrefix(l, "https://example.org"), l == "tables/", l == "plots/", l == "evidence/":
		default:
			if data, ok := all[file]; !ok {
				t.Errorf("%s: link to %s, which was not written", name, l)
			} else if id != "" && !strings.Contains(data, ` id="`+id+`"`) {
				t.Errorf("%s: link to %s, where there is no such place", name, l)
			}
		}
	}
	for _, bad := range []string{"javascript:", "NaN", "Inf", "%!", "http://fonts", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("%s: page holds %q", name, bad)
		}
	}
}

// No outlet is called biased or unbiased: that a sentence may read so is said of
// single sentences, in the view of an article.
func TestReportCallsNobodyBiased(t *testing.T) {
	for name, all := range ofAllSizes(t) {
		if strings.Contains(all["report.html"]+all["report.md"], "biased") {
			t.Errorf("%s: the report calls somebody biased", name)
		}
	}
}

func TestMarkdownShowsNamesAsTheyAre(t *testing.T) {
	for name, all := range ofAllSizes(t) {
		md := all["report.md"]
		if strings.Contains(md, "<") || strings.Contains(md, "NaN") || strings.Contains(md, "%!") {
			t.Errorf("%s: Markdown holds markup of a name or a number that is none", name)
		}
		for _, m := range regexp.MustCompile(`\]\(([^)]*)\)`).FindAllStringSubmatch(md, -1) {
			file, _, _ := strings.Cut(m[1], "#")
			if _, ok := all[file]; !ok {
				t.Errorf("%s: link to %s, which was not written", name, m[1])
			}
		}
		columns := 0
		for _, line := range strings.Split(md, "\n") {
			n := strings.Count(line, "|") - strings.Count(line, `\|`)
			if !strings.HasPrefix(line, "|") {
				columns = 0
				continue
			}
			if columns == 0 {
				columns = n
			}
			if n != columns {
				t.Errorf("%s: a row of %d cells in a table of %d: %.80s", name, n-1, columns-1, line)
			}
		}
		for _, m := range regexp.MustCompile(`\[\^(\d+)\]`).FindAllStringSubmatch(md, -1) {
			if !strings.Contains(md, "\n[^"+m[1]+"]: ") {
				t.Errorf("%s: note %s is cited and not there", name, m[1])
			}
		}
	}
}

func TestTablesAreRectangles(t *testing.T) {
	for name, all := range ofAllSizes(t) {
		for _, want := range []string{"outlets", "metrics", "rates", "contrasts", "pairs", "influence", "standings", "actors", "stories", "notes", "evidence", "problems"} {
			if _, ok := all["tables/"+want+".csv"]; !ok {
				t.Errorf("%s: no table %s", name, want)
			}
		}
		for file, data := range all {
			if !strings.HasSuffix(file, ".csv") {
				continue
			}
			rows, err := csv.NewReader(strings.NewReader(data)).ReadAll() // fails on ragged rows
			if err != nil || len(rows) == 0 {
				t.Errorf("%s: %s: %v", name, file, err)
			}
			if strings.Contains(data, "NaN") || strings.Contains(data, "Inf") {
				t.Errorf("%s: %s holds a number that is none", name, file)
			}
		}
	}
	rows, _ := csv.NewReader(strings.NewReader(ofAllSizes(t)["odd"]["tables/contrasts.csv"])).ReadAll()
	want := []string{"loaded", "ratio", `<script>alert("x")</script>`, "", "1.42", "1.18", "1.71", "0.95", "0.031", "0.031", "differs", "42", "10000", "61", "22000", "12", "8", "1", "", "no", "0", "1.3", "0", "0", "", "", "0", "0", "0", "0", "0", "", ""}
	if !slices.Equal(rows[1], want) {
		t.Errorf("contrasts.csv begins with %q, want %q", rows[1], want)
	}
}

func TestManifest(t *testing.T) {
	data, err := Manifest{}.json()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("null")) {
		t.Errorf("an empty manifest holds null: %s", data)
	}
	var m Manifest
	if err := json.Unmarshal([]byte(ofAllSizes(t)["odd"]["manifest.json"]), &m); err != nil || m.Inputs[0].Articles != 64 || m.Seed != 7 {
		t.Errorf("manifest does not come back: %+v, %v", m, err)
	}
}

func TestWriteKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, odd()); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, odd()); err == nil {
		t.Error("a report was overwritten")
	}
	if err := Write(t.TempDir(), &Report{}); err == nil {
		t.Error("a report of nothing was written")
	}
}

func TestWhatIsSaid(t *testing.T) {
	for _, c := range []struct {
		name        string
		report      *Report
		says, hides []string
	}{
		{"nothing", &Report{Comparison: &compare.Comparison{}}, []string{"No article was read"}, []string{"Word choice", "Methods", "Actors"}},
		{"one outlet", generated(t, 1, 10), []string{"There is one outlet", "in its own voice"}, []string{"the others", "Robustness", "Mantel"}},
		{"two outlets", generated(t, 2, 40), []string{"uses 1.", "times as many loaded words in its own voice as Beta Times on the same stories (95\u00a0%\u00a0CI", "Mantel-Haenszel"}, []string{"than the other outlets"}},
		{"few stories", generated(t, 3, 3), []string{"too little for an interval", "no interval"}, []string{"equivalent, within"}},
		{"five outlets", generated(t, 5, 40), []string{"differs", "as the other outlets on the same stories", "Also apart from the others"}, nil},
		{"turned by one story", odd(), []string{"It rests on one story: without “a | b” it would be 0.97.", "1 article has no word", "2 articles repeat", "Fewer than ten articles"}, nil},
	} {
		page := html.UnescapeString(written(t, c.report)["report.html"])
		for _, s := range c.says {
			if !strings.Contains(page, s) {
				t.Errorf("%s: page does not say %q", c.name, s)
			}
		}
		for _, s := range c.hides {
			if strings.Contains(page, s) {
				t.Errorf("%s: page says %q", c.name, s)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{three(0), "0"}, {three(1.2345), "1.23"}, {three(12.345), "12.3"}, {three(123.45), "123"}, {three(12345), "12,300"}, {three(0.012345), "0.0123"},
		{three(-4.5), "−4.50"}, {three(math.NaN()), "–"}, {three(999.6), "1,000"}, {three(1e-9), "0.000000"},
		{contrast(1.4249, 1, true), "1.42"}, {contrast(1.0051, 1, true), "1.01"}, {contrast(1.003, 1, true), "1.003"}, {contrast(1.0002, 1, true), "1.0002"}, {contrast(1.003, 1, false), "1.00"}, {contrast(1, 1, false), "1.00"}, {contrast(0.71, 1, false), "0.71"}, {contrast(0.0712, 1, false), "0.071"}, {contrast(0, 1, false), "0.00"},
		{contrast(12.34, 1, true), "12.3"}, {contrast(1234, 1, true), "1,230"}, {signed(0.05), "+0.05"}, {signed(-0.4), "−0.40"}, {signed(0), "0.00"}, {signed(-0.0001), "0.00"}, {signed(0.001), "0.00"}, {withSign(0.001, true), "+0.001"},
		{counted(1234567), "1,234,567"}, {counted(999), "999"}, {counted(-1000), "−1,000"}, {share(1, 3), "33\u00a0%"}, {share(0, 0), "–"},
		{probability(0.0004), "<\u00a00.001"}, {probability(0.0312), "0.031"}, {probability(0.5), "0.50"}, {probability(math.NaN()), "–"},
		{six(1.0 / 3), "0.333333"}, {six(math.Inf(1)), ""}, {six(math.Copysign(0, -1)), "0"}, {level(0.95), "95\u00a0%"}, {level(0.995), "99.5\u00a0%"},
		{plural(1, "story", "stories"), "1 story"}, {plural(1200, "story", "stories"), "1,200 stories"},
		{and(nil), ""}, {and([]string{"a"}), "a"}, {and([]string{"a", "b", "c"}), "a, b and c"},
		{slug("loaded.Ümläut X"), "loaded--ml-ut-x"}, {cap1("über"), "Über"}, {cap1(""), ""},
		{isolate("abc"), "abc"}, {isolate("قصة"), "\u2068قصة\u2069"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
