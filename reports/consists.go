package reports

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"slant/analysis/stance"
	"slant/analysis/wording"
)

// How many parts of a probability are told: the largest.
const (
	partsOfBias      = 5
	partsOfPortrayal = 3 // a sentence may have many
)

// A portion is one of the things that a probability is made of.
type portion struct {
	name  string
	share float64 // of the log-odds
}

// ofBias returns the parts of a sentence's bias.
func ofBias(parts []wording.Part) (list []portion) {
	for _, p := range parts {
		list = append(list, portion{p.Name, p.Share})
	}
	return list
}

// ofPortrayal returns the parts of a portrayal's polarity, words in quotation
// marks with what they are to the actor.
func ofPortrayal(parts []stance.Part) (list []portion) {
	for _, p := range parts {
		name := p.What
		if p.Word != "" {
			name = "“" + short(oneLine(p.Word)) + "” (" + p.What + ")"
		}
		list = append(list, portion{name, p.Share})
	}
	return list
}

// consists tells the most parts that a probability is made of, in log-odds: "any
// sentence −1.2, labels +0.9, …"; "" when nothing is known of it.
func consists(parts []portion, most int) string {
	if len(parts) == 0 {
		return ""
	}
	size := func(p portion) float64 { return math.Abs(p.share) }
	largest := slices.Clone(parts)
	slices.SortStableFunc(largest, func(a, b portion) int { return cmp.Compare(size(b), size(a)) })
	rest := 0.0
	var told []string
	for i, p := range largest {
		if i >= most {
			rest += p.share
			continue
		}
		told = append(told, fmt.Sprintf("%s %s", p.name, logOdds(p.share)))
	}
	if len(largest) > most {
		told = append(told, "the rest "+logOdds(rest))
	}
	return strings.Join(told, ", ")
}

func logOdds(v float64) string {
	return cmp.Or(slope(v), "0.0")
}
