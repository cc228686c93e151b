package reports

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

func TestTeX(t *testing.T) {
	for in, want := range map[string]string{
		"50 % & more_of {it} #1 $ ^ ~ \\": `50 \% \& more\_of \{it\} \#1 \$ \textasciicircum{} \textasciitilde{} \textbackslash{}`,
		"1.42 [1.18, −1.71]":              `1.42 {[}1.18, $-$1.71{]}`,
		"Łódź – “Ünï”":                    "Łódź -- ``Ünï''",
		"東 \u2068ا\u2069":                 `{[}U+6771{]} {[}U+0627{]}`,
		"<b>|\"x\"'`\x00":                 `\textless{}b\textgreater{}\textbar{}\textquotedbl{}x\textquotedbl{}\textquotesingle{}\textasciigrave{}`,
	} {
		if got := tex(in); got != want {
			t.Errorf("tex(%q) = %q, want %q", in, got, want)
		}
	}
}

// Tables with every odd name compile. SLANT_LATEX=required makes a missing
// pdflatex a failure, as in .ci/run.
func TestLaTeXCompiles(t *testing.T) {
	if _, err := exec.LookPath("pdflatex"); err != nil {
		if os.Getenv("SLANT_LATEX") == "required" {
			t.Fatal("no pdflatex is installed, and SLANT_LATEX=required; install texlive-latex-base")
		}
		t.Skip("no pdflatex is installed: tables are not compiled; install texlive-latex-base to do so")
	}
	dir := t.TempDir()
	for _, r := range []*Report{odd(), generated(t, 3, 12)} {
		run := filepath.Join(dir, outletName(len(r.Comparison.Outlets)))
		if err := os.Mkdir(run, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := Write(run, r); err != nil {
			t.Fatal(err)
		}
		c := exec.Command("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "tables.tex")
		c.Dir = filepath.Join(run, "latex")
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("pdflatex: %v\n%s", err, out[max(0, len(out)-3000):])
		}
	}
}
