package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// browserPath finds a browser. Where there is none the test is skipped, unless
// SLANT_BROWSER=required, as in .ci/run.
func browserPath(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless_shell"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("SLANT_BROWSER") == "required" {
		t.Fatal("no browser is installed, and SLANT_BROWSER=required; install chromium")
	}
	t.Skip("no browser is installed: pages are not looked at; install chromium to do so")
	return ""
}

// A window is a tab of a browser that notes every address that is asked for.
type window struct {
	*testing.T
	context.Context
	asked func() []string
	axe   string // source of axe-core, "" when it is not at hand
}

func open(t *testing.T) *window {
	path := browserPath(t)
	// As root, in a container, Chromium runs without its sandbox only; it opens our own pages.
	ctx, end := chromedp.NewContext(context.Background(), chromedp.WithAllocatorOptions(chromedp.ExecPath(path), chromedp.NoSandbox))
	t.Cleanup(end)
	var lock sync.Mutex
	var asked []string
	err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			lock.Lock()
			asked = append(asked, e.Request.URL)
			lock.Unlock()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, timeout := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(timeout)
	w := &window{T: t, Context: ctx, asked: func() []string {
		lock.Lock()
		defer lock.Unlock()
		return append([]string(nil), asked...)
	}}
	if file := os.Getenv("SLANT_AXE"); file != "" {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		w.axe = string(source)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return w
}

func (w *window) do(actions ...chromedp.Action[chromedp.Void]) {
	w.Helper()
	if err := chromedp.Do(w.Context, actions...); err != nil {
		w.Fatal(err)
	}
}

// ask evaluates JavaScript, a promise too.
func ask[T any](w *window, script string) T {
	w.Helper()
	answer, err := chromedp.Run(w.Context, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		w.Fatal(err)
	}
	return answer
}

// follow clicks a link and waits for the page that it leads to.
func (w *window) follow(link, there string) {
	w.Helper()
	w.click(link)
	w.do(chromedp.WaitReady(there))
}

// click clicks where the first such element is.
func (w *window) click(element string) {
	w.Helper()
	at := ask[[]float64](w, fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: "center"}); const r = e.getClientRects()[0];
		return [r.x + r.width / 2, r.y + r.height / 2] })()`, element))
	w.do(chromedp.MouseClickXY(at[0], at[1]))
}

func (w *window) size(width, height int64) { w.do(chromedp.EmulateViewport(width, height)) }

// address of the page that is open.
func (w *window) address() string { return ask[string](w, "location.href") }

// accessible holds the page to axe-core's rules, contrast among them, and to its
// width.
func (w *window) accessible(name string) {
	w.Helper()
	if over := ask[int](w, "document.documentElement.scrollWidth - document.documentElement.clientWidth"); over > 0 {
		w.Errorf("%s: the page is %d pixels wider than the window", name, over)
	}
	if w.axe == "" {
		w.Logf("%s: contrast and alternative texts are not checked: SLANT_AXE does not name axe.min.js", name)
		return
	}
	began := time.Now()
	defer func() { w.Logf("%s: axe took %v", name, time.Since(began).Round(time.Millisecond)) }()
	w.do(chromedp.Evaluate[chromedp.Void](w.axe))
	result := ask[string](w, `axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations.map(v =>
		({id: v.id, help: v.help, where: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0] || {message: ""}).message)}))))`)
	var violations []struct {
		ID, Help string
		Where    []string
	}
	if err := json.Unmarshal([]byte(result), &violations); err != nil {
		w.Fatal(err)
	}
	for _, v := range violations {
		w.Errorf("%s: %s: %s: %s", name, v.ID, v.Help, strings.Join(v.Where, "\n\t"))
	}
}

// TestReportInBrowser opens the report of the sample corpus as a reader does.
func TestReportInBrowser(t *testing.T) {
	browserPath(t)
	dir := filepath.Join(t.TempDir(), "report")
	var stdout, stderr bytes.Buffer
	if code := run([]string{"run", "../../testdata/corpus", "-o", dir}, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("exit %d: %s", code, stderr.String())
	}
	w := open(t)
	report := (&url.URL{Scheme: "file", Path: filepath.Join(dir, "report.html")}).String()
	w.size(1280, 900)
	w.do(chromedp.Navigate(report), chromedp.WaitReady("footer"))

	// The page is whole by itself.
	for _, address := range w.asked() {
		if address != report && !strings.HasPrefix(address, "data:") {
			t.Errorf("the report asks for %s", address)
		}
	}

	// Everything can be read, in both colours, at both widths, with the tables open.
	w.do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("details").forEach(d => d.open = true)`))
	w.accessible("report")
	const ground = `getComputedStyle(document.body).backgroundColor`
	light := ask[string](w, ground)
	w.click("#scheme-dark")
	dark := ask[string](w, ground)
	if light != "rgb(255, 255, 255)" || dark == light {
		t.Errorf("the page is %s, and %s when dark", light, dark)
	}
	if ink := ask[string](w, `getComputedStyle(document.querySelector("figure svg text")).fill`); ink == "rgb(34, 34, 34)" {
		t.Error("text in figures stays dark on a dark page")
	}
	w.accessible("dark report")
	w.click("#scheme-light")
	w.size(390, 844)
	w.accessible("report on a phone")
	w.size(1280, 900)

	// From a claim to its sentences, and on to the article in which one stands.
	w.follow(`.claims a[href^="evidence/"]`, "main mark")
	if at := w.address(); !strings.Contains(at, "/evidence/") || !strings.Contains(at, "#outlet-") {
		t.Errorf("the claim leads to %s", at)
	}
	w.accessible("evidence")
	const article = `section:has(h2:target) a[href^="../articles/"]`
	hash := ask[string](w, "document.querySelector('"+article+`').getAttribute("href").split("#")[1] || ""`)
	w.follow(article, "article")
	target := ask[string](w, `document.querySelector(":target").className`)
	if hash == "" || !strings.Contains(target, "w") {
		t.Errorf("#%s leads to %q, which is no mark", hash, target)
	}
	w.accessible("article")
	w.click("#scheme-dark")
	w.accessible("dark article")

	w.marks()

	// Back to the report.
	w.follow(".back a", "#summary")
	if at := w.address(); !strings.HasPrefix(at, report) {
		t.Errorf("the article leads back to %s", at)
	}
}

// marks goes through an article with the Tab key: every mark shows its reason, and
// leads to it.
func (w *window) marks() {
	w.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#show-stance").focus()`))
	const here = `(() => { const a = document.activeElement, tip = a.querySelector(".tip");
		return JSON.stringify({mark: a.classList.contains("w"), href: a.getAttribute("href") || "", shown: tip ? getComputedStyle(tip).display : "",
			reason: (a.getAttribute("aria-describedby") || "").split(" ").filter(i => i && !document.getElementById(i)).length}) })()`
	var at struct {
		Mark        bool
		Href, Shown string
		Reason      int
	}
	seen := 0
	for i := range 40 {
		w.do(chromedp.KeyEvent("\t"))
		if err := json.Unmarshal([]byte(ask[string](w, here)), &at); err != nil {
			w.Fatal(err)
		}
		if !at.Mark {
			continue
		}
		seen++
		if at.Shown == "none" || at.Reason > 0 {
			w.Errorf("after %d tabs: the mark shows %q and lacks %d reasons", i+1, at.Shown, at.Reason)
		}
	}
	if seen < 20 {
		w.Errorf("40 tabs reach %d marks", seen)
	}
	w.do(chromedp.KeyEvent("\r"))
	if !ask[bool](w, fmt.Sprintf(`document.querySelector(":target").id === %q.slice(1)`, at.Href)) {
		w.Errorf("the Enter key does not lead to %s", at.Href)
	}
}
