package events

import (
	"strconv"
	"strings"

	"slant/analysis/clause"
	"slant/analysis/language"
)

// A patient is one of those to whom an event is done.
type patient struct {
	victim
	count int
}

// patients returns to whom x is done, as its words say. Coordinated patients
// that are different actors stand apart; others are one, and their numbers are
// summed. There is always one, be it empty.
func (f *finder) patients(x *occurrence) []patient {
	if x.patient < 0 {
		return []patient{{}}
	}
	var out []patient
	for _, h := range clause.Coordinated(f.d, x.patient) {
		p := patient{victim{actor: f.ownActor(h)}, f.count(x, h)}
		known := false
		for k := range out {
			if out[k].actor == p.actor || out[k].actor == "" || p.actor == "" {
				if out[k].actor == "" {
					out[k].actor = p.actor
				}
				out[k].count += p.count
				known = true
				break
			}
		}
		if !known {
			out = append(out, p)
		}
	}
	return out
}

// suffer completes the patients of x, whose words name nobody, by whose people
// they must be.
func (f *finder) suffer(x *occurrence) {
	x.patients = f.patients(x)
	if len(x.patients) == 1 && x.patients[0].actor == "" && x.list.Located && (x.patient < 0 || f.isPeople(x, x.patient)) {
		count := x.patients[0].count
		for k, v := range f.whose(x, f.agentOf(x)) {
			if k == 0 {
				x.patients = nil
			}
			if k > 0 {
				count = 0 // of all of them
			}
			x.patients = append(x.patients, patient{v, count})
		}
	}
	for _, p := range x.patients {
		x.victims = append(x.victims, p.victim)
	}
}

// ownActor returns the actor that the phrase of head h means by itself, without
// those coordinated with it.
func (f *finder) ownActor(h int) string {
	d := f.d
	if clause.IsNoun(d, h) && f.nominal(h) != nil {
		return ""
	}
	first, last := clause.NounPhrase(d, h)
	if id := f.index.Of(first, last); id != "" {
		return id
	}
	for _, c := range d.Children(h) {
		if p := d.Child(c, "case"); d.Is(c, "appos") || d.Is(c, "nmod") && p >= 0 && partOf(d.Tokens[p].Lower) {
			if id := f.actor(c, 1); id != "" {
				return id
			}
		}
	}
	return ""
}

// isPeople reports whether the patient of head h is people and not things.
func (f *finder) isPeople(x *occurrence, h int) bool {
	t := &f.d.Tokens[h]
	return f.sets["person"].words[t.Lemma] || f.sets["armed"].words[t.Lemma] || t.Tag == "CD" || t.Tag == "NNPS" || t.Tag == "PRP" && t.Lower != "it"
}

// count returns the number of people in the phrase of head h, 0 when it gives
// no figure or counts things.
func (f *finder) count(x *occurrence, h int) int {
	d := f.d
	if !x.list.Counted && !f.isPeople(x, h) {
		return 0
	}
	if d.Tokens[h].Tag == "CD" {
		return number(d, h)
	}
	for _, c := range d.Children(h) {
		if d.Is(c, "nummod") && d.Tokens[c].Tag == "CD" {
			return number(d, c)
		}
	}
	// "two dozen people", "a dozen of them", and trees that hang the figure elsewhere.
	first, _ := clause.NounPhrase(d, h)
	for i := first; i < h; i++ {
		if d.Tokens[i].Tag == "CD" && !strings.Contains(d.Tokens[i].Lower, "-") {
			return number(d, i)
		}
	}
	if d.Tokens[h].Lower == "dozen" || h > first && d.Tokens[h-1].Lower == "dozen" {
		return 12
	}
	return 0
}

var figures = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var scales = map[string]int{"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}

// number reads the figure around token i, the words of one number: "1.2
// million", "two dozen", "7,000", "twenty-three". It returns 0 for what is no
// count of people: per cent, years of age, ordinals.
func number(d *language.Document, i int) int {
	first, last := i, i
	inside := func(j int) bool {
		return j >= 0 && j < len(d.Tokens) && d.Tokens[j].Sentence == d.Tokens[i].Sentence
	}
	figure := func(j int) bool { return inside(j) && (d.Tokens[j].Tag == "CD" || scales[d.Tokens[j].Lower] > 0) }
	part := func(j int) bool {
		return figure(j) || inside(j) && d.Tokens[j].Lower == "-" && figure(j-1) && figure(j+1)
	}
	for part(first - 1) {
		first--
	}
	for part(last + 1) {
		last++
	}
	if last+1 < len(d.Tokens) {
		switch d.Tokens[last+1].Lower {
		case "%", "percent", "per", "pc":
			return 0
		}
	}
	total := 0.0
	if inside(first-2) && d.Tokens[first-2].Lower == "half" && d.Tokens[first-1].Lower == "a" {
		total = 0.5
	}
	for j := first; j <= last; j++ {
		if d.Tokens[j].Lower == "-" {
			continue
		}
		v, ok := value(d.Tokens[j].Lower)
		switch s := scales[d.Tokens[j].Lower]; {
		case s > 0 && total > 0:
			total *= float64(s)
		case s > 0:
			total = float64(s)
		case !ok:
			return 0
		default:
			total += v
		}
	}
	if total < 0 || total > 1e10 {
		return 0
	}
	return int(total + 0.5)
}

// value reads one word of a number.
func value(s string) (float64, bool) {
	if v, ok := figures[s]; ok {
		return float64(v), true
	}
	if tens, ones, ok := strings.Cut(s, "-"); ok {
		if figures[tens] >= 20 && figures[ones] > 0 && figures[ones] < 10 {
			return float64(figures[tens] + figures[ones]), true
		}
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	return v, err == nil && v >= 0
}
