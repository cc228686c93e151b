package reports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slant/analysis/wording"
)

// mainParts is how many parts of a probability are told: the largest.
const mainParts = 5

// consists tells what the probability of a sentence's bias is made of, in
// log-odds: "any sentence −1.2, labels +0.9, …"; "" when nothing is known of it.
func consists(parts []wording.Part) string {
	if len(parts) == 0 {
		return ""
	}
	size := func(p wording.Part) float64 { return math.Abs(p.Share) }
	largest := slices.Clone(parts)
	slices.SortStableFunc(largest, func(a, b wording.Part) int { return cmp.Compare(size(b), size(a)) })
	rest := 0.0
	var told []string
	for i, p := range largest {
		if i >= mainParts {
			rest += p.Share
			continue
		}
		told = append(told, fmt.Sprintf("%s %s", p.Name, logOdds(p.Share)))
	}
	if len(largest) > mainParts {
		told = append(told, "the rest "+logOdds(rest))
	}
	return strings.Join(told, ", ")
}

func logOdds(v float64) string {
	return strings.Replace(fmt.Sprintf("%+.1f", v), "-", "−", 1)
}
