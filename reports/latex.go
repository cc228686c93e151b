package reports

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// latex sets the tables of the document for LaTeX, a file each and tables.tex,
// which shows all of them and says what a document needs. They are what the page
// shows, with footnotes below each table; they use booktabs and longtable and
// compile with pdflatex.
func (d *document) latex() (files []latexFile) {
	var all []string
	taken := map[string]bool{"tables": true}
	var walk func([]section)
	walk = func(sections []section) {
		for _, s := range sections {
			if s.ID == "run" { // files and hashes are for the manifest
				continue
			}
			for _, b := range s.Blocks {
				if b.Table == nil || len(b.Table.Heads) > mostLatexColumns {
					continue
				}
				name := unique(taken, cut(slug(b.Table.Caption), 60), "table")
				all = append(all, name)
				files = append(files, latexFile{name + ".tex", b.Table.latex(name, d.Notes)})
			}
			walk(s.Sections)
		}
	}
	walk(d.Sections)
	if len(all) == 0 {
		return nil
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%% All tables of the report. In a document of your own, load the packages below and\n%% \\input a table. Letters that pdflatex's usual fonts lack stand as code points.\n")
	b.WriteString("\\documentclass[10pt]{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n\\usepackage[a4paper,landscape,margin=15mm]{geometry}\n")
	b.WriteString("\\usepackage{array}\n\\usepackage{booktabs}\n\\usepackage{longtable}\n\\begin{document}\n\\small\n")
	fmt.Fprintf(&b, "\\section*{%s}\n%s\n\n", tex(d.Title), tex(d.Subtitle))
	for _, name := range all {
		fmt.Fprintf(&b, "\\input{%s}\n", name)
	}
	b.WriteString("\\end{document}\n")
	return append(files, latexFile{"tables.tex", b.Bytes()})
}

// A latexFile is a file in the folder latex.
type latexFile struct {
	name string
	data []byte
}

// mostLatexColumns fit on a page; wider tables are left to CSV.
const mostLatexColumns = 14

// latex sets one table with its caption, label and notes.
func (t *table) latex(label string, notes []string) []byte {
	var b bytes.Buffer
	var columns strings.Builder
	long := 0
	for _, h := range t.Heads {
		if h.Long {
			long++
		}
	}
	width := 0.9
	if long > 0 {
		width = min(0.3, 0.55/float64(long))
	}
	for _, h := range t.Heads {
		switch {
		case h.Numbers:
			columns.WriteByte('r')
		case h.Long:
			fmt.Fprintf(&columns, `>{\raggedright\arraybackslash}p{%.2f\linewidth}`, width)
		default:
			columns.WriteByte('l')
		}
	}
	fmt.Fprintf(&b, "\\begin{longtable}{@{}%s@{}}\n\\caption{%s}\\label{tab:%s}\\\\\n\\toprule\n", columns.String(), tex(t.Caption), label)
	for i, h := range t.Heads {
		if i > 0 {
			b.WriteString(" & ")
		}
		if !h.Numbers && !h.Long {
			b.WriteString(tex(h.Text))
			continue
		}
		fmt.Fprintf(&b, "%s", headLines(h))
	}
	b.WriteString(" \\\\\n\\midrule\n\\endfirsthead\n\\toprule\n\\endhead\n\\bottomrule\n\\endfoot\n")
	var cites []int
	for _, row := range t.Rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString(" & ")
			}
			b.WriteString(tex(c.Text))
			if len(c.Notes) > 0 {
				var marks []string
				for _, n := range c.Notes {
					marks = append(marks, fmt.Sprint(n))
				}
				fmt.Fprintf(&b, "\\textsuperscript{%s}", strings.Join(marks, ","))
				cites = append(cites, c.Notes...)
			}
		}
		b.WriteString(" \\\\\n")
	}
	b.WriteString("\\end{longtable}\n")
	var below []string
	for _, n := range t.Notes {
		below = append(below, "All rows: "+tex(n)+".")
	}
	said := map[int]bool{}
	for _, n := range cites {
		if !said[n] && n > 0 && n <= len(notes) {
			said[n] = true
			below = append(below, fmt.Sprintf("\\textsuperscript{%d} %s.", n, tex(strings.TrimSuffix(notes[n-1], "."))))
		}
	}
	if t.More > 0 {
		below = append(below, fmt.Sprintf("%s more rows are in the CSV table.", tex(counted(t.More))))
	}
	if len(below) > 0 {
		fmt.Fprintf(&b, "{\\footnotesize\\noindent %s\\par}\n", strings.Join(below, " "))
	}
	return b.Bytes()
}

// headLines breaks the head of a column of numbers before a bracket, to keep the
// column narrow.
func headLines(h head) string {
	text := tex(h.Text)
	if i := strings.Index(text, "{[}"); i > 0 && h.Numbers {
		return fmt.Sprintf(`\shortstack[r]{%s\\%s}`, strings.TrimSpace(text[:i]), text[i:])
	}
	return text
}

// texLetters are characters that LaTeX writes in its own way.
var texLetters = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '$': `\$`, '&': `\&`, '#': `\#`, '%': `\%`, '_': `\_`, '^': `\textasciicircum{}`, '~': `\textasciitilde{}`,
	'[': `{[}`, ']': `{]}`, '<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '"': `\textquotedbl{}`, '`': `\textasciigrave{}`, '\'': `\textquotesingle{}`,
	'−': `$-$`, '–': `--`, '—': `---`, '’': `'`, '‘': "`", '“': "``", '”': `''`, '…': `\ldots{}`, '·': `\textperiodcentered{}`, '×': `$\times$`, '\u00a0': `~`,
	'€': `\texteuro{}`, '£': `\textsterling{}`, '←': `$\leftarrow$`, '→': `$\rightarrow$`, '\u2068': "", '\u2069': "", '\n': " ", '\t': " ", '\r': " ",
}

// tex escapes a text. Latin letters stand as they are; what T1 fonts lack becomes
// its code point, so that nothing is dropped in silence.
func tex(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		t, known := texLetters[r]
		switch {
		case known:
			b.WriteString(t)
		case r >= ' ' && r < 0x7F, r >= 0xC0 && r <= 0xFF && r != '×' && r != '÷', latin(r):
			b.WriteRune(r)
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
		default:
			fmt.Fprintf(&b, "{[}U+%04X{]}", r)
		}
	}
	return b.String()
}

// latin reports whether r is a letter beyond Latin-1 that T1 fonts have.
func latin(r rune) bool {
	return strings.ContainsRune("ĂăĄąĆćČčĎďĐđĘęĚěĞğİıĹĺĽľŁłŃńŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽž", r)
}
