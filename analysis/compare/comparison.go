// Package compare turns records into rates, intervals and contrasts between
// outlets. It states its assumptions and picks the statistics; callers do not.
// What it doubts it attaches to the number as notes, which belong in the report.
//
// A Corpus keeps of each record what can be counted, as integers; Compare groups
// that by outlet and story and compares. Every metric is a numerator and a
// denominator per article (metrics.go), and every estimate a ratio of two sums
// over stories with a delete-one-story jackknife (ratio.go), so that one tested
// way leads to every number. A Study says beforehand what is to be compared.
// docs/statistics.md gives the reasons and what the methods were measured to do.
//
// It is the only package that imports gonum/stat.
package compare

// A Comparison is what the records of a corpus show about its outlets. Every
// list is sorted: outlets and actors by name, metrics in their declared order.
type Comparison struct {
	Options   Options // as used, with what was left open filled in
	Flow      Flow
	Outlets   []Outlet
	Metrics   []Metric   // those that the corpus has anything of
	Rates     []Rate     // by metric, then outlet: description of all articles, matched or not
	Contrasts []Contrast // by metric, then outlet: each outlet against the others on the same stories
	Pairs     []Contrast // by metric, then outlet, then reference: every two outlets with a story in common, once
	Omnibus   []Omnibus  // by metric: whether any outlets differ; with three outlets or more
	Poolings  []Pooling  // by metric: all outlets together; with five outlets or more
	Trends    []Trend    // by metric, outlet, week
	Families  []Family   // sets of tests that are adjusted for each other, declared ones first

	Stances      []Standing    // by actor, then outlet: how outlets present actors in their own voice
	Interactions []Interaction // by declared pair of actors, then outlet
	Residuals    []Residual    // by actor, then outlet: of the actors that have metrics of their own
	Words        []WordTable   // by outlet; nil when nobody counted words or no story is shared

	Actors  []Actor  // most mentioned first
	Stories []Story  // by name
	Notes   []string // footnotes; Estimate.Notes are indices into it

	Deviations []Deviation // from the study as it was locked, and from the lexicons that it names
	Missing    []string    // what was asked for and is not in the corpus, in words
}

// Flow counts articles on their way into the comparison.
// Read = Excluded + Duplicates + Matched + Unmatched.
type Flow struct {
	Read       int // records
	Excluded   int // left out because the study says so
	Duplicates int // repeat another article of the same outlet: left out of all that follows
	Empty      int // without a word in the outlet's own voice
	Matched    int // in a story that at least two outlets cover
	Unmatched  int // all others
	Stories    int // stories covered by at least two outlets
	Bylines    int // articles that name their author
	Authors    int // authors that intervals take into account, agencies and unsigned articles included; 0 when too few articles are signed
}

// An Outlet is described by what it published.
type Outlet struct {
	Name     string
	Articles int
	Stories  int    // stories that it covers, whoever else does
	First    string // dates of its first and last article, "" when none is dated
	Last     string
	Words    map[string]int // words in each voice: outlet, direct, indirect, unresolved; and excluded
	Length   Quartiles      // words of an article, in whatever voice
	Wire     int            // articles recognised as an agency's copy
}

// Quartiles are the points below which a quarter, a half and three quarters lie.
// NaN when there is nothing.
type Quartiles struct {
	First, Median, Third float64
}

// A Metric is a ratio of two counts of each article.
type Metric struct {
	ID          string  // "loaded", "loaded.evaluation", "quoted", …
	Name        string  // "loaded words"
	Unit        string  // "per 1,000 own-voice words"
	Per         float64 // 1000, 100 or 1: what a rate is multiplied with for printing
	Scale       string  // "ratio" (contrasts are rate ratios) or "difference"
	Description string  // one sentence: what is counted, over what
	Actor       string  // whom it is about, "" for everybody
	Margin      Margin  // what is too small a difference to matter
	Declared    bool    // a study names it; what a study does not name is exploratory
}

// An Interval is a confidence interval.
type Interval struct {
	Low, High float64
	Level     float64 // 0.95
}

// An Estimate is a number with its uncertainty and what it rests on. None of its
// floats is ever infinite.
type Estimate struct {
	Value       float64   // NaN when it is not defined
	Interval    *Interval // nil when refused: the notes say why
	Numerator   int64
	Denominator int64
	Articles    int
	Stories     int
	Heaviest    float64 // share of the weight that the heaviest story carries; NaN without any
	Effective   float64 // how many stories of the same weight would tell as much as these; NaN without any
	Notes       []int   // indices into Comparison.Notes, in the order of their cause
}

// A Rate is one outlet's rate in one metric, multiplied with Metric.Per.
type Rate struct {
	Metric, Outlet string
	Estimate
	WithoutWire *Estimate // without agency copy; nil when there is none in the corpus
	WithQuoted  *Estimate // with sources' words, over all words; nil where that is no question
}

// A Contrast compares an outlet with a reference on the stories that both
// cover. The value is a rate ratio or, on the difference scale, a difference
// multiplied with Metric.Per.
type Contrast struct {
	Metric, Outlet string
	Reference      string // "" = all other outlets
	Estimate
	ReferenceNumerator   int64
	ReferenceDenominator int64
	SE, DF               float64 // standard error, on the log scale for ratios, and its degrees of freedom; NaN without an interval

	P           float64 // two-sided, of the sign-flip test and, with bylines, of the interval if that is larger; NaN when there is no test
	Least       float64 // the smallest P that the stories could give; NaN when there is no test
	Adjusted    float64 // P adjusted for the family; NaN when there is no test
	Family      string  // Family.Name
	Declared    bool    // a study declares the metric and, for a pair, the pair; false: exploratory
	Verdict     string  // Differs, DiffersLess, Equivalent, Inconclusive, NoInterval or Undefined
	Equivalence float64 // p of two one-sided tests against the margin; NaN without an interval
	Detectable  float64 // ratio above 1, or difference above 0, that would be found with a probability of 80 %; NaN without an interval

	Delta  Dominance // Cliff's delta; of contrasts against all others only
	Hedges float64   // standardised mean difference of articles, on the difference scale; NaN on the other

	WithoutWire *Estimate // as in Rate
	WithQuoted  *Estimate
	Curve       *Curve // of contrasts against all others; nil when there is one way to count only

	Influence []Influence // one per story, the most influential first; the first 100 where there are more
	ByAuthor  []LeftOut   // likewise by author, the first 20; nil when authors are not taken into account
	ByEntry   []LeftOut   // likewise by entry of a lexicon; of contrasts against all others only
}

// An Influence is the estimate without one story.
type Influence struct {
	Story   string
	Without float64 // NaN when it is not defined without the story
}

// A Standing counts how the sentences of an outlet present an actor.
type Standing struct {
	Actor, Outlet               string // ids as in Actor.ID and Outlet.Name
	Negative, Neutral, Positive int
	Mean                        Estimate // positive minus negative over all three, -1 to 1
}

// An Actor is someone whom the corpus names.
type Actor struct {
	ID, Name, Type string
	Mentions       int
	Articles       int
}

// A Story is an event that articles are about.
type Story struct {
	Name     string
	Articles int
	Outlets  []string
}
