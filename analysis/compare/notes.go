package compare

import "fmt"

// What is said about numbers that a reader should not take at face value.
const (
	noteLone      = "articles without a story count as a story each"
	noteHeavy     = "one story carries more than a quarter of the weight"
	noteOne       = "without one of the stories nothing would be left to count: no interval"
	noteSame      = "the same in every story: no interval"
	noteNothing   = "nothing to count in: not defined"
	noteZero      = "none found: 0 has no interval"
	noteAll       = "found wherever possible: 100 % has no interval"
	noteNone      = "none found on either side: the ratio is not defined"
	noteReference = "none found in the reference: the ratio is not defined"
	noteUnmatched = "no story in common with another outlet: no comparison"

	noteFewAuthors = "too few authors to take them into account"
	noteOneAuthor  = "one author wrote all that counts: authors are not taken into account"
	noteUnsigned   = "articles without a byline count as an author each"
	noteIncomplete = "too few stories in which both sides present both actors: all stories count"
	noteUnadjusted = "does not stand when adjusted for its family of tests"
	noteEntry      = "rests on one entry of a lexicon: without %s the interval covers 1"
)

func noteFew(o Options) string {
	return fmt.Sprintf("a %g %% interval needs at least %d stories", 100*o.Level, o.MinStories)
}

func noteLeast(p float64) string {
	return fmt.Sprintf("so few stories differ that p could not be below %.3g", p)
}

// A notebook numbers notes by first use.
type notebook struct {
	notes []string
	index map[string]int
}

// cite returns the numbers of notes.
func (b *notebook) cite(notes []string) []int {
	var cited []int
	for _, n := range notes {
		i, ok := b.index[n]
		if !ok {
			i = len(b.notes)
			b.notes = append(b.notes, n)
			if b.index == nil {
				b.index = map[string]int{}
			}
			b.index[n] = i
		}
		cited = append(cited, i)
	}
	return cited
}

// read returns the notes of those numbers.
func (b *notebook) read(numbers []int) []string {
	var notes []string
	for _, i := range numbers {
		notes = append(notes, b.notes[i])
	}
	return notes
}
