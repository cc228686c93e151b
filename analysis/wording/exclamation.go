package wording

import (
	"strings"

	"slant/analysis/language"
	"slant/analysis/voice"
)

var exclamation = Detector{
	Name:     "exclamation",
	Kind:     WordChoice,
	Finds:    "short exclamations of the outlet's own: Well played, minister! Shame on them! Wow!",
	Category: "rhetoric",
	Conditions: "A sentence of at most five words that closes with an exclamation mark, in the outlet's voice and in no quotation. Not what " +
		"speaks to the reader of the page (Sign up now! Happy New Year!), and no name that is spelt with the mark.",
	Source: "Written for slant; exclamations as signs of a writer's stance: Biber and Finegan (1989).",
	Limits: "Whether an exclamation praises or scorns is not read, so it has no polarity; longer sentences that close so are not found.",
	find:   exclaimed,
}

// longestExclamation is how many words still make one outcry; in longer sentences
// the mark adds to what is told.
const longestExclamation = 5

// addresses are the words that begin what a page says to its reader.
var addresses = set(strings.Fields(`apply buy call check click comment congratulations congrats contact donate download email enjoy enter explore find
	follow get greetings happy hello help hi hurry join learn like listen log merry order play please read register save see send share shop sign stay
	subscribe support tell thank thanks try tune update view visit vote watch welcome win write`))

func exclaimed(r *reading, _ []Finding) (found []Finding) {
	d := r.d
	for n := range d.Sentences {
		s := &d.Sentences[n]
		last := s.Last - 1
		if s.In == language.Title || strings.Trim(d.Tokens[last].Word, "!") != "" || r.speakers.At(s.First).Kind != voice.Outlet {
			continue
		}
		words, names, quoted := 0, 0, false
		for i := s.First; i < last; i++ {
			switch w := d.Tokens[i].Word; {
			case letters(w):
				words++
				if r.index.At(i) >= 0 {
					names++
				}
			case strings.ContainsAny(w, "\"“”"):
				quoted = true
			}
		}
		if words == names || words > longestExclamation || quoted || addresses[d.Tokens[s.First].Lemma] {
			continue
		}
		if last-1 > s.First && capital(d, last-1) && d.Tokens[last-2].Word != "," {
			continue // he works for Yahoo!
		}
		head := phraseHead(d, s.First, last-1)
		found = append(found, r.placed(Finding{
			Detector: WordChoice, Category: "rhetoric", Span: d.Span(s.First, last-1), Weight: 0.5,
			Rule: "exclamation:short", Word: head, word: strings.ToLower(d.Text(d.Span(s.First, last-1))),
		}, s.First, last-1))
	}
	return found
}
