package compare

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"slant/analysis/record"
)

// wordRows makes articles of three outlets on twelve stories, in which every
// word is as likely everywhere but those that more says.
func wordRows(more func(word, outlet, story int) int) []Row {
	r := rand.New(rand.NewPCG(3, 4))
	var rows []Row
	for story := range 12 {
		for outlet := range 3 {
			for range 2 {
				row := loadedRow(fmt.Sprint(outlet), fmt.Sprintf("s%02d", story), 1, 100)
				row.ID = fmt.Sprint(len(rows))
				for word := range 40 {
					if n := r.IntN(4) + more(word, outlet, story); n > 0 {
						row.Lemmas = append(row.Lemmas, record.LemmaCount{Lemma: fmt.Sprintf("w%02d", word), Count: n})
					}
				}
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// TestWordsThatSetApart plants one word that an outlet uses everywhere and one
// that it uses much in a single story: the second must not pass for a habit.
func TestWordsThatSetApart(t *testing.T) {
	c := compareRows(t, wordRows(func(word, outlet, story int) int {
		switch {
		case outlet == 1 && word == 7:
			return 3
		case outlet == 1 && word == 8 && story == 5:
			return 60
		case outlet == 2 && word == 9:
			return -1 // in some articles none
		}
		return 0
	}), Options{})
	if len(c.Words) != 3 {
		t.Fatalf("%d tables", len(c.Words))
	}
	table := c.Words[1]
	if table.Tested != 40 || table.Outlet != "1" {
		t.Errorf("%d words of %s looked at", table.Tested, table.Outlet)
	}
	word := func(name string) Word {
		i := slices.IndexFunc(table.More, func(w Word) bool { return w.Word == name })
		if i < 0 {
			t.Fatalf("%s is not among the words that %s has more", name, table.Outlet)
		}
		return table.More[i]
	}
	habit, once := word("w07"), word("w08")
	if habit.Q > .01 || habit.Interval == nil || habit.Interval.Low < 1.5 || habit.NormDP > .3 {
		t.Errorf("a habit: %+v", habit)
	}
	if once.Q < .05 || once.NormDP < .6 || once.Z < 5 {
		t.Errorf("a single story: %+v", once)
	}
}

// TestWordsHaveTheJackknifeOfContrasts compares the shorter way of words with
// the way of everything else.
func TestWordsHaveTheJackknifeOfContrasts(t *testing.T) {
	rows := wordRows(func(int, int, int) int { return 0 })
	c := compareRows(t, rows, Options{})
	for _, table := range c.Words {
		for _, w := range slices.Concat(table.More, table.Less) {
			strata := map[string]*stratum{}
			var names []string
			for _, r := range rows {
				st := strata[r.Story]
				if st == nil {
					st = new(stratum)
					strata[r.Story] = st
					names = append(names, r.Story)
				}
				for _, l := range r.Lemmas {
					n := int64(l.Count) * int64(is(l.Lemma == w.Word))
					if r.Outlet == table.Outlet {
						st.num, st.den = st.num+n, st.den+int64(l.Count)
					} else {
						st.ref, st.per = st.ref+n, st.per+int64(l.Count)
					}
				}
			}
			var terms []term
			for _, name := range names {
				terms = append(terms, strata[name].ratioTerm())
			}
			o, _ := Options{}.fill()
			f := jackknife(terms, logLink, o)
			i := f.interval(o.Level)
			for _, x := range [][2]float64{{w.Ratio, f.value}, {w.Interval.Low, i.Low}, {w.Interval.High, i.High}, {w.P, f.p()}} {
				if math.Abs(x[0]-x[1]) > 1e-9 {
					t.Errorf("%s of %s: %v, by the other way %v", w.Word, table.Outlet, x[0], x[1])
				}
			}
		}
	}
}

// TestRareWordsAreLeftOut has words in too few articles or stories of a side.
func TestRareWordsAreLeftOut(t *testing.T) {
	rows := wordRows(func(word, outlet, story int) int {
		if word == 1 && outlet == 0 && story > 1 || word == 2 && story > 1 { // two stories, four articles a side
			return -9
		}
		return 0
	})
	for _, table := range compareRows(t, rows, Options{}).Words {
		if want := 40 - 1 - is(table.Outlet == "0"); table.Tested != want {
			t.Errorf("%s: %d words looked at, want %d", table.Outlet, table.Tested, want)
		}
	}
}

// TestWordsWaitTheirTurn adds more words than may wait.
func TestWordsWaitTheirTurn(t *testing.T) {
	var c Corpus
	const articles, words = 500, 300
	for range articles {
		r := loadedRow("A", "s", 1, 100)
		for w := range words {
			r.Lemmas = append(r.Lemmas, record.LemmaCount{Lemma: fmt.Sprint("word", w), Count: 1 + w})
		}
		c.Add(r)
	}
	all := c.lemmata()
	if articles*words < mostPending || len(all) != words {
		t.Errorf("%d words of %d", len(all), words)
	}
	for _, l := range all {
		next := int32(0)
		l.each(func(article, count int32) {
			if fmt.Sprint("word", count-1) != l.word || article != next {
				t.Fatalf("%s: %d times in article %d, after %d", l.word, count, article, next)
			}
			next++
		})
		if next != articles {
			t.Errorf("%s is in %d articles", l.word, next)
		}
	}
}

// TestSmallLogarithms compares a quick logarithm with a slow one.
func TestSmallLogarithms(t *testing.T) {
	for a := .0; a < 1; a += .01 {
		for b := 1e-9; b < .9; b *= 1.1 {
			x := (b*7 - a*3) / (7 * (3 - b))
			if got, want := logWithout(a, 7, b, 3), math.Log1p(x); math.Abs(got-want) > 1e-15*math.Abs(want)+1e-16 {
				t.Fatalf("without %v of 7 and %v of 3: %v, want %v", a, b, got, want)
			}
		}
	}
	if got := logWithout(.7, .7, .1, .3); !math.IsInf(got, -1) {
		t.Errorf("without anything: %v", got)
	}
}

// TestPostings reads what was written, by both ways.
func TestPostings(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var p postings
	var want []posting
	article := int32(0)
	for range 10_000 {
		article += int32(r.Uint32() >> (14 + r.IntN(18)))
		count := 1 + int32(r.Uint32()>>(2+r.IntN(30)))
		if article < 0 {
			break
		}
		p.add(article, count)
		want = append(want, posting{article, count})
	}
	var got []posting
	p.each(func(article, count int32) { got = append(got, posting{article, count}) })
	if !slices.Equal(got, want) || !slices.Equal(p.read(nil), want) || len(want) < 100 {
		t.Errorf("of %d postings some came back as others", len(want))
	}
}
