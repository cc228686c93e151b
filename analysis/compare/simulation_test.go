package compare

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// A scenario says how corpora come about. In all of them outlets are free to
// cover a story or not, and write 1 + Poisson(more) articles of some 490 words
// when they do; loaded words are counts whose mean varies as the fields say.
type scenario struct {
	name    string
	stories int
	more    float64
	rate    float64 // loaded words per 1,000
	// Standard deviations on the log scale, but for articles the variance of a gamma factor.
	articles, story, outletStory, author float64
	authors                              int       // per outlet
	choosy                               float64   // above 0: outlet 1 prefers stories in which everybody is heated, outlet 0 avoids them
	skewed                               bool      // story sizes vary strongly
	outlets                              []float64 // rate ratio of each; outlet 1 is compared with all others
}

var base = scenario{stories: 40, more: 1, rate: 8, articles: .5, story: .6, outletStory: .3, authors: 12, outlets: []float64{1, 1}}

func with(name string, change func(*scenario)) scenario {
	s := base
	s.name = name
	change(&s)
	return s
}

// scenarios are those of the evidence table of docs/statistics.md; the first four
// are the test's. In all but the last the outlet and its reference are alike.
var scenarios = []scenario{
	with("B  articles vary", func(s *scenario) { s.story, s.outletStory = 0, 0 }),
	with("D  stories vary, and outlets by story", func(s *scenario) {}),
	with("F  like D, 10 stories", func(s *scenario) { s.stories, s.more = 10, 2 }),
	with("K  like D, outlets choose stories", func(s *scenario) { s.choosy = 2 }),
	with("C  stories vary alike for all", func(s *scenario) { s.outletStory = 0 }),
	with("E  like D, 12 authors an outlet vary", func(s *scenario) { s.author = .3 }),
	with("J  like E, 4 authors an outlet", func(s *scenario) { s.author, s.authors = .3, 4 }),
	with("G  like D, 25 stories of very unequal size", func(s *scenario) { s.stories, s.more, s.skewed = 25, 2, true }),
	with("L  like D, 100 stories", func(s *scenario) { s.stories = 100 }),
	with("H  like D, rare word", func(s *scenario) { s.rate = .4 }),
	with("M  like D, against 4 outlets alike", func(s *scenario) { s.outlets = []float64{1, 1, 1, 1, 1} }),
	with("N  like D, against 4 outlets that differ", func(s *scenario) { s.outlets = []float64{.5, 1, .8, 1.2, 1.5} }),
	with("O  like N, 10 stories", func(s *scenario) { s.stories, s.more, s.outlets = 10, 2, []float64{.5, 1, .8, 1.2, 1.5} }),
	with("P  like D, rate ratio 1.3", func(s *scenario) { s.outlets = []float64{1, 1.3} }),
}

// corpus draws one corpus.
func (s scenario) corpus(r *rand.Rand) []Row {
	authors := make([][]float64, len(s.outlets))
	for o := range authors {
		for range s.authors {
			authors[o] = append(authors[o], r.NormFloat64()*s.author)
		}
	}
	// Lognormal factors have mean 1, so that s.rate is the mean rate.
	centre := -(s.story*s.story + s.outletStory*s.outletStory + s.author*s.author) / 2
	var rows []Row
	for story := range s.stories {
		heat, size := r.NormFloat64()*s.story, 1.0
		if s.skewed {
			size = math.Exp(.8 * r.NormFloat64())
		}
		for o, ratio := range s.outlets {
			covers := .8
			if s.choosy > 0 {
				covers = 1 / (1 + math.Exp(-(.8 + s.choosy*heat*float64(2*o-1))))
			}
			if r.Float64() > covers {
				continue
			}
			angle := r.NormFloat64() * s.outletStory
			for range 1 + int(distuv.Poisson{Lambda: s.more * size, Src: r}.Rand()) {
				words := math.Round(min(2500, max(120, math.Exp(6.2+.5*r.NormFloat64()))))
				mean := s.rate / 1000 * words * ratio * math.Exp(centre+heat+angle+authors[o][r.IntN(s.authors)])
				mean *= distuv.Gamma{Alpha: 1 / s.articles, Beta: 1 / s.articles, Src: r}.Rand()
				n := distuv.Poisson{Lambda: max(mean, 1e-12), Src: r}.Rand()
				rows = append(rows, loadedRow(fmt.Sprint(o), fmt.Sprintf("%03d", story), int(n), int(words)))
			}
		}
	}
	return rows
}

// An outcome is what slant says of many corpora of a scenario.
type outcome struct {
	corpora, articles int
	intervals         int // corpora with an interval: six stories or more in common
	away              int // of those, intervals without 1
	significant       int // of those, p up to .05
	rates, missed     int // intervals of outlet 1's own rate, and those without the true one
}

// simulate compares n corpora, each with random numbers of its own.
func (s scenario) simulate(t *testing.T, number uint64, n int) outcome {
	each := make([]outcome, n)
	inParallel(n, func(i int) {
		r := rand.New(rand.NewPCG(number, uint64(i)))
		rows := s.corpus(r)
		c, err := New(rows, Options{Seed: uint64(i), Tries: 999})
		if err != nil {
			t.Error(err)
		}
		o := &each[i]
		o.articles = len(rows)
		for _, e := range c.Contrasts {
			if e.Metric == "loaded" && e.Outlet == "1" && e.Interval != nil {
				o.intervals++
				if e.Interval.Low > 1 || e.Interval.High < 1 {
					o.away++
				}
				if e.P <= .05 {
					o.significant++
				}
			}
		}
		for _, e := range c.Rates {
			if e.Metric == "loaded" && e.Outlet == "1" && e.Interval != nil {
				o.rates++
				if truth := s.rate * s.outlets[1]; e.Interval.Low > truth || e.Interval.High < truth {
					o.missed++
				}
			}
		}
	})
	all := outcome{corpora: n}
	for _, o := range each {
		all.articles += o.articles
		all.intervals += o.intervals
		all.away += o.away
		all.significant += o.significant
		all.rates += o.rates
		all.missed += o.missed
	}
	return all
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(whole) }

// TestSimulation draws corpora of outlets that are alike and counts how often
// slant says that they differ. That must be about one time in twenty: an error
// here is one that no reference value shows.
//
// SIMULATE=4000 prints the evidence table of docs/statistics.md.
func TestSimulation(t *testing.T) {
	test, n := scenarios[:4], 1000
	if long := os.Getenv("SIMULATE"); long != "" {
		var err error
		if n, err = strconv.Atoi(long); err != nil {
			t.Fatal("SIMULATE must be a number of corpora: ", err)
		}
		test = scenarios
	}
	for i, s := range test {
		o := s.simulate(t, uint64(i), n)
		interval, flips := percent(o.away, o.intervals), percent(o.significant, o.intervals)
		if os.Getenv("SIMULATE") != "" {
			missed := fmt.Sprintf("%.1f", percent(o.missed, o.rates))
			if s.choosy > 0 {
				missed = "–" // what an outlet that chooses heated stories writes has another mean
			}
			fmt.Printf("| %s | %d | %.0f | %.1f | %.1f | %s |\n", s.name, o.articles/n, percent(o.intervals, n), interval, flips, missed)
			continue
		}
		t.Logf("%s: %d intervals, %.1f %% without 1, %.1f %% with p <= .05", s.name, o.intervals, interval, flips)
		if o.intervals < n/4 {
			t.Errorf("%s: only %d of %d corpora have an interval", s.name, o.intervals, n)
		}
		if interval < 2 || interval > 10 {
			t.Errorf("%s: %.1f %% of intervals exclude the truth; from 2 to 10 are allowed", s.name, interval)
		}
		if flips < 2 || flips > 10 {
			t.Errorf("%s: the test rejects %.1f %% of the time; from 2 to 10 are allowed", s.name, flips)
		}
	}
}
