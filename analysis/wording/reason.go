package wording

import (
	"fmt"
	"strings"
)

// because says in a sentence why a finding was made.
func (r *reading) because(x *Finding) string {
	d := r.d
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s", x.word, x.Category)
	if x.Polarity != 0 {
		b.WriteString(", " + signed(x.Polarity*x.Weight))
	}
	b.WriteString(")")
	if h := d.Tokens[x.Word].Head; h >= 0 && d.Is(x.Word, "amod", "advmod", "compound") {
		fmt.Fprintf(&b, " modifies %s", d.Tokens[h].Word)
	}
	if x.Negated {
		b.WriteString(", negated")
	}
	if x.Target != nil {
		name := r.index.Name(x.Target.Actor)
		if name == "" {
			name = x.Target.Actor
		}
		fmt.Fprintf(&b, "; about %s by way of %s (%s)", name, x.Target.Text, strings.ReplaceAll(x.Target.Path, ">", ", "))
	}
	return b.String()
}

func signed(v float64) string {
	return strings.Replace(fmt.Sprintf("%+.1f", v), "-", "−", 1)
}
