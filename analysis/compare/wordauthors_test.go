package compare

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"slant/analysis/record"
)

// lexicalCorpus draws a corpus of the scenario in which each of some words is
// used as loaded words are: as often as stories, outlets and authors have it, each
// word in its own way.
func (s scenario) lexicalCorpus(r *rand.Rand, words int) []Row {
	rows := s.corpus(r)
	effects := make([]map[string]float64, words)
	for w := range effects {
		effects[w] = map[string]float64{}
	}
	effect := func(w int, name string, sd float64) float64 {
		v, known := effects[w][name]
		if !known {
			v = r.NormFloat64() * sd
			effects[w][name] = v
		}
		return v
	}
	for i := range rows {
		row := &rows[i]
		row.ID = fmt.Sprint(i)
		author := fmt.Sprint(row.Outlet, " author ", r.IntN(s.authors))
		if s.signed {
			row.Author = author
		}
		left := row.Tally.Words.Outlet
		for w := range words {
			mean := s.rate / 1000 * float64(row.Tally.Words.Outlet) * distuv.Gamma{Alpha: 1 / s.articles, Beta: 1 / s.articles, Src: r}.Rand() *
				math.Exp(effect(w, row.Story, s.story)+effect(w, row.Story+" in "+row.Outlet, s.outletStory)+effect(w, author, s.author))
			if n := int(distuv.Poisson{Lambda: max(mean, 1e-12), Src: r}.Rand()); n > 0 {
				row.Lemmas = append(row.Lemmas, record.LemmaCount{Lemma: fmt.Sprintf("w%02d", w), Count: n})
				left -= n
			}
		}
		row.Lemmas = append(row.Lemmas, record.LemmaCount{Lemma: "and", Count: max(1, left)})
	}
	return rows
}

// falseWords returns the percentage of words with p up to 0.05 in corpora in
// which no word sets an outlet apart.
func (s scenario) falseWords(t *testing.T, corpora, words int) float64 {
	found, tested := make([]int, corpora), make([]int, corpora)
	inParallel(corpora, func(i int) {
		r := rand.New(rand.NewPCG(79, uint64(i)))
		c, err := New(s.lexicalCorpus(r, words), Options{Metrics: []string{"loaded"}, Tries: 99})
		if err != nil {
			t.Error(err)
			return
		}
		for _, list := range [][]Word{c.Words[1].More, c.Words[1].Less} {
			for _, w := range list {
				if w.Word != "and" {
					tested[i]++
					found[i] += is(w.P <= .05)
				}
			}
		}
	})
	all, far := 0, 0
	for i := range found {
		all, far = all+tested[i], far+found[i]
	}
	if all != corpora*words {
		t.Errorf("%d words tested", all)
	}
	return percent(far, all)
}

// TestAuthorsOfWordsKeepTheLevel draws corpora in which four people write all of
// an outlet, each with words of his own: who knows them must not take the habit
// of one for that of the outlet.
func TestAuthorsOfWordsKeepTheLevel(t *testing.T) {
	s := with("J", func(s *scenario) { s.author, s.authors = .3, 4 })
	unsigned := s.falseWords(t, 150, 40)
	s.signed = true
	signed := s.falseWords(t, 150, 40)
	t.Logf("%.1f %% of words with p <= .05 without bylines, %.1f %% with them", unsigned, signed)
	if unsigned < 9 || signed > 6 {
		t.Errorf("%.1f %% of words with p <= .05 without bylines, %.1f %% with them", unsigned, signed)
	}
}

// TestWordsWithoutAuthors compares the quick way to leave an author out of a word
// with that of leaving his articles out of the corpus.
func TestWordsWithoutAuthors(t *testing.T) {
	s := with("J'", func(s *scenario) { s.author, s.authors, s.stories, s.signed = .3, 5, 14, true })
	rows := s.lexicalCorpus(rand.New(rand.NewPCG(80, 1)), 6)
	o, _ := Options{}.fill()
	table := compareRows(t, rows, o).Words[1]
	for _, w := range slices.Concat(table.More, table.Less) {
		whole, stories := wordContrast(rows, w.Word, func(Row) bool { return true })
		f := jackknife(stories, logLink, o)
		var without []float64
		for _, outlet := range []string{"0", "1"} {
			for a := range s.authors {
				v, _ := wordContrast(rows, w.Word, func(r Row) bool { return r.Outlet != outlet || r.Author != fmt.Sprint(outlet, " author ", a) })
				without = append(without, v)
			}
		}
		se, ok := cv3(without, math.Log(whole), logLink)
		f.se, f.df = max(f.se, se), min(f.df, float64(len(without)-2))
		i := f.interval(o.Level)
		for _, x := range [][2]float64{{w.Ratio, whole}, {w.Interval.Low, i.Low}, {w.Interval.High, i.High}, {w.P, f.p()}} {
			if !ok || math.Abs(x[0]-x[1]) > 1e-9 {
				t.Errorf("%s: %v, by the other way %v", w.Word, x[0], x[1])
			}
		}
	}
}

// wordContrast returns the rate ratio of a word in outlet 1, and what each story
// adds to it, from those rows that are taken.
func wordContrast(rows []Row, word string, takes func(Row) bool) (ratio float64, terms []term) {
	strata := map[string]*stratum{}
	for _, r := range rows {
		if !takes(r) {
			continue
		}
		if strata[r.Story] == nil {
			strata[r.Story] = new(stratum)
		}
		st := strata[r.Story]
		for _, l := range r.Lemmas {
			n := int64(l.Count) * int64(is(l.Lemma == word))
			if r.Outlet == "1" {
				st.num, st.den = st.num+n, st.den+int64(l.Count)
			} else {
				st.ref, st.per = st.ref+n, st.per+int64(l.Count)
			}
		}
	}
	var over, under float64
	for _, name := range slices.Sorted(maps.Keys(strata)) {
		if st := strata[name]; st.den > 0 && st.per > 0 && st.num+st.ref > 0 {
			terms = append(terms, st.ratioTerm())
			over += terms[len(terms)-1].over
			under += terms[len(terms)-1].under
		}
	}
	return over / under, terms
}

// TestFewWordsNeedTheirAuthors compares what is found when authors are taken out
// of those words only that stories tell apart with what is found when they are
// taken out of all.
func TestFewWordsNeedTheirAuthors(t *testing.T) {
	s := with("J'", func(s *scenario) { s.author, s.authors, s.signed, s.outletStory = .3, 6, true, .6 })
	found, lost := 0, 0
	for i := range 40 {
		rows := s.lexicalCorpus(rand.New(rand.NewPCG(81, uint64(i))), 30)
		for k := range rows {
			for l := range rows[k].Lemmas {
				if w := &rows[k].Lemmas[l]; rows[k].Outlet == "1" && w.Lemma < "w10" {
					w.Count *= 1 + i%6
				}
			}
		}
		var c Corpus
		for _, r := range rows {
			c.Add(r)
		}
		o, _ := Options{Words: 2}.fill()
		x := c.arrange(o.Study).newLexis(o)
		w := x.newWorker()
		byStories, byBoth := map[string]float64{}, map[string]float64{}
		var names []string
		var p, both []float64
		for _, l := range x.lemmata {
			w.take(l)
			names, p = append(names, l.word), append(p, w.told[1].fit(o).p())
			both = append(both, w.fit(l, 1).p())
		}
		for k, q := range FalseDiscovery(p, false) {
			byStories[names[k]] = q
		}
		for k, q := range FalseDiscovery(both, false) {
			byBoth[names[k]] = q
		}
		table := x.tables()[1]
		for _, word := range slices.Concat(table.More, table.Less) {
			q := byBoth[word.Word]
			if (q <= .05) != (word.Q <= .05) || q <= .05 && math.Abs(q-word.Q) > 1e-12 {
				t.Errorf("%s: q is %v, of all words %v", word.Word, word.Q, q)
			}
			found += is(q <= .05)
			lost += is(q > .05 && byStories[word.Word] <= .05)
		}
	}
	if found < 10 || lost < 10 {
		t.Errorf("of the words listed %d are found, %d are lost as one author's: too few to tell", found, lost)
	}
}
