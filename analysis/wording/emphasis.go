package wording

import (
	"strings"

	"slant/analysis/language"
)

var emphasis = Detector{
	Name:     "emphasis",
	Kind:     WordChoice,
	Finds:    "plain words in capitals for emphasis: they want ALL of it, and NOW",
	Category: "rhetoric",
	Conditions: "One to four words in capitals in a sentence that is not in capitals itself. Each is a word of grammar, or the text has it " +
		"in small letters too; else it may be an abbreviation.",
	Source: "Written for slant; capitals as a mark of emphasis: Biber and Finegan (1989), on stance.",
	Limits: "A word that the text has in capitals only is not found.",
	find:   shouted,
}

// grammatical are words that stand in capitals only for emphasis.
var grammatical = set(strings.Fields(`a all always an and any anything are be been but by can cannot did do does done even ever every everyone everything
	for from had has have he her his how if is its just least less many more most much must my never no nobody none not nothing now of off on once
	one only our out over really she should so some still such than that the their them then there these they this those to too under up very was
	we were what when where which why will with without would yes you your`))

// longestShout is how many words in capitals together are still emphasis within
// a sentence.
const longestShout = 4

func shouted(r *reading, listed []Finding) (found []Finding) {
	d := r.d
	var small map[string]bool
	for _, s := range d.Sentences {
		words, loud := 0, 0
		for i := s.First; i < s.Last; i++ {
			if w := d.Tokens[i].Word; len(w) > 1 && letters(w) {
				words++
				if w == strings.ToUpper(w) {
					loud++
				}
			}
		}
		if loud == 0 || loud*3 > words || s.In == language.Title {
			continue
		}
		if small == nil {
			small = smallWords(d)
		}
		for i := s.First; i < s.Last; i++ {
			last := i
			for last < s.Last && r.emphatic(last, small) {
				last++
			}
			if last < s.Last && d.Tokens[last].Word == "(" {
				i = max(i, last-1)
				continue // "Ann Lee … MORE (R-Va.)": what a page has left between name and party
			}
			if n := last - i; n > 0 && n <= longestShout && !furniture(d, s, i, last) && !overlapsAny(listed, d.Span(i, last-1)) {
				found = append(found, r.placed(Finding{
					Detector: WordChoice, Category: "rhetoric", Span: d.Span(i, last-1), Weight: 0.4, Polarity: -0.2,
					Rule: "emphasis:capitals", Word: last - 1, word: strings.ToLower(d.Text(d.Span(i, last-1))),
				}, i, last-1))
			}
			i = max(i, last-1)
		}
	}
	return found
}

// furniture reports whether the words in capitals from first until last are what a page
// has left in the text: part of a longer line in capitals ("FRIDAY'S MOST CLICKED"),
// what stands before a headline ("JUST WATCHED The mayor resigns", "STORY: …"), the MORE of a link, or
// of a name ("the CLASS Act").
func furniture(d *language.Document, s language.Sentence, first, last int) bool {
	loud := func(i int) bool {
		w := ""
		if i >= s.First && i < s.Last {
			w = d.Tokens[i].Word
		}
		return len(w) > 3 && letters(w) && w == strings.ToUpper(w)
	}
	return first == s.First && last < s.Last && (last > first+1 && capital(d, last) || d.Tokens[last].Word == ":") || loud(first-1) || loud(last) || last == first+1 &&
		(d.Tokens[first].Word == "MORE" || first > s.First && last < s.Last && !grammatical[d.Tokens[first].Lower] && capital(d, last))
}

// smallWords returns the words that a document has in small letters.
func smallWords(d *language.Document) map[string]bool {
	small := map[string]bool{}
	for i := range d.Tokens {
		if w := d.Tokens[i].Word; w == d.Tokens[i].Lower {
			small[w] = true
		}
	}
	return small
}

func (r *reading) emphatic(i int, small map[string]bool) bool {
	t := &r.d.Tokens[i]
	if len(t.Word) < 2 || !letters(t.Word) || t.Word != strings.ToUpper(t.Word) || r.index.At(i) >= 0 {
		return false
	}
	switch t.Word {
	case "IT", "US", "WHO", "AM", "PM", "OR", "IN", "ME", "OK", "MA", "PA", "CO", "HI", "AI", "AIDS":
		return false // abbreviations too
	}
	return grammatical[t.Lower] || len(t.Word) > 3 && small[t.Lower]
}
