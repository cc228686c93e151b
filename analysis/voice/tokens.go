package voice

import (
	"slices"
	"sort"
)

// A run is the tokens from first to last, inclusive. Its first is -1 when it
// holds none.
type run struct{ first, last int }

var noRun = run{-1, -1}

func (r run) has(i int) bool { return r.first <= i && i <= r.last }

// overlaps reports whether r and s share a token.
func (r run) overlaps(s run) bool { return r.first <= s.last && s.first <= r.last }

// A tokenSet is a set of tokens, as runs in order with a gap between any two.
type tokenSet []run

// add puts the tokens from first to last into the set.
func (s *tokenSet) add(first, last int) {
	i := sort.Search(len(*s), func(i int) bool { return (*s)[i].last >= first-1 })
	j := i
	for ; j < len(*s) && (*s)[j].first <= last+1; j++ {
		first, last = min(first, (*s)[j].first), max(last, (*s)[j].last)
	}
	*s = slices.Replace(*s, i, j, run{first, last})
}

// remove takes the tokens from first to last out of the set.
func (s *tokenSet) remove(first, last int) {
	i := sort.Search(len(*s), func(i int) bool { return (*s)[i].last >= first })
	var left [2]run
	keep := left[:0]
	j := i
	for ; j < len(*s) && (*s)[j].first <= last; j++ {
		if r := (*s)[j]; r.first < first {
			keep = append(keep, run{r.first, first - 1})
		}
		if r := (*s)[j]; r.last > last {
			keep = append(keep, run{last + 1, r.last})
		}
	}
	*s = slices.Replace(*s, i, j, keep...)
}

// clip takes all tokens out of the set but those from first to last.
func (s *tokenSet) clip(first, last int) {
	if len(*s) > 0 {
		s.remove(min((*s)[0].first, first), first-1)
	}
	if n := len(*s); n > 0 {
		s.remove(last+1, max((*s)[n-1].last, last))
	}
}

func (s tokenSet) has(i int) bool {
	k := sort.Search(len(s), func(k int) bool { return s[k].last >= i })
	return k < len(s) && s[k].first <= i
}

// first returns the lowest token of a set that is not empty.
func (s tokenSet) first() int { return s[0].first }

// last returns the highest token of a set, -1 when it is empty.
func (s tokenSet) last() int {
	if len(s) == 0 {
		return -1
	}
	return s[len(s)-1].last
}

// size returns how many tokens the set holds.
func (s tokenSet) size() (n int) {
	for _, r := range s {
		n += r.last - r.first + 1
	}
	return n
}
