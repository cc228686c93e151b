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
