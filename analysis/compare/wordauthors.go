package compare

import (
	"math"
	"math/bits"
)

// A wrote is how many words of which author stand where: what the words of a
// panel need to be compared without one author.
type wrote struct {
	cellOf []int32 // by telling
	size   []int64 // by telling: its words
	partOf []int32 // by number in the corpus: the part that an article belongs to, -1 for none
	words  []int32 // by part
}

// wrote counts the words of authors. words are those of each cell; nil when
// authors are not taken into account.
func (x *lexis) wrote(words []int64, tells []int32) *wrote {
	if x.by.authors == nil {
		return nil
	}
	a := &wrote{cellOf: make([]int32, len(x.outletOf)), size: make([]int64, len(x.outletOf)), partOf: make([]int32, len(x.articles)), words: make([]int32, len(x.by.who))}
	for cell, t := range tells {
		if t >= 0 {
			a.cellOf[t], a.size[t] = int32(cell), words[cell]
		}
	}
	parts := make([]int32, len(x.order)) // by place
	start := int32(0)
	for part, end := range x.by.ends {
		for _, at := range x.by.places[start:end] {
			parts[at] = int32(part)
		}
		start = end
	}
	for i, at := range x.position {
		if a.partOf[i] = -1; at >= 0 && x.article[i] > 0 {
			a.partOf[i] = parts[at]
			a.words[parts[at]] += x.article[i]
		}
	}
	return a
}

// A bylineWorker takes authors out of one word after another in the same memory.
type bylineWorker struct {
	counts     []int32     // uses of the word by part; all 0 between words
	remainders []remainder // by author; of those touched
	touched    []int32     // authors
	without    []float64
}

func (x *lexis) newBylineWorker() *bylineWorker {
	return &bylineWorker{counts: make([]int32, len(x.by.who)), remainders: make([]remainder, len(x.by.authors))}
}

// fit estimates the rate ratio of a word that was not taken yet. Where bylines
// are there it takes the larger of the two standard errors, as contrasts do. A
// word that one side would not have without one of the authors is that author's:
// its standard error is infinite.
func (w *wordWorker) fit(l *lemma, outlet int) fit {
	w.take(l)
	t := &w.told[outlet]
	f := t.fit(w.o)
	if w.authors == nil || math.IsNaN(f.se) {
		return f
	}
	if w.byline == nil {
		w.byline = w.newBylineWorker()
	}
	without := w.withoutAuthors(outlet, t)
	if free := len(without) - 2; len(without) >= fewestAuthors && free >= 1 {
		se, ok := cv3(without, f.y, f.link)
		if !ok {
			se = math.Inf(1)
		}
		f.se, f.df = max(f.se, se), min(f.df, float64(free))
	}
	return f
}

// withoutAuthors returns the ratio of the word that was taken last without each
// of the authors who wrote about its stories; NaN where there is none. What it
// returns is gone with the next call.
func (w *wordWorker) withoutAuthors(outlet int, t *told) []float64 {
	b := w.byline
	for _, h := range w.heard {
		if at := w.tells[h.article]; at.telling >= 0 {
			w.counts[at.telling].count += h.count
			b.counts[w.authors.partOf[h.article]] += h.count
			w.stories[at.story>>6] |= 1 << (at.story & 63)
		}
	}
	whole := remainder{over: t.over, under: t.under, num: float64(t.count), ref: float64(t.allCount - t.count), touched: true}
	for i, some := range w.stories {
		for ; some != 0; some &= some - 1 {
			w.leaveAuthors(int32(i<<6+bits.TrailingZeros64(some)), outlet, whole)
		}
		w.stories[i] = 0
	}
	b.without = b.without[:0]
	for _, who := range b.touched {
		v, r := math.NaN(), b.remainders[who]
		if r.num > 0 && r.ref > 0 { // the sums may keep dust
			v = r.over / r.under
		}
		b.without = append(b.without, v)
		b.remainders[who] = remainder{}
	}
	b.touched = b.touched[:0]
	return b.without
}

// leaveAuthors takes each author of a story out of it, if the outlet tells it.
func (w *wordWorker) leaveAuthors(story int32, outlet int, whole remainder) {
	b := w.byline
	first, end := w.first[story], w.first[story+1]
	mine := int32(-1)
	var uses, words int64 // of all
	for t := first; t < end; t++ {
		uses += int64(w.counts[t].count)
		words += w.authors.size[t]
		if int(w.outletOf[t]) == outlet {
			mine = t
		}
	}
	var num, den, ref, per float64
	var before wordTerm
	if mine >= 0 {
		n := int64(w.counts[mine].count)
		num, den, ref, per = float64(n), float64(w.authors.size[mine]), float64(uses-n), float64(words-w.authors.size[mine])
		before = wordTerm{num * (1 - w.share[mine]), ref * w.share[mine]}
	}
	for t := first; t < end; t++ {
		w.counts[t] = used{}
		cell := w.authors.cellOf[t]
		for part := w.by.first[cell]; part < w.by.first[cell+1]; part++ {
			count, size := float64(b.counts[part]), float64(w.authors.words[part])
			if b.counts[part] = 0; mine < 0 || size == 0 {
				continue
			}
			who := w.by.who[part]
			r := &b.remainders[who]
			if !r.touched {
				*r = whole
				b.touched = append(b.touched, who)
			}
			r.over -= before.over
			r.under -= before.under
			n, d, o, p := num, den, ref, per
			if t == mine {
				r.num -= count
				n -= count
				d -= size
			} else {
				r.ref -= count
				o -= count
				p -= size
			}
			if d <= 0 || p <= 0 { // the story is no longer one of both sides
				r.num -= n
				r.ref -= o
				continue
			}
			r.over += float64(n*p) / (d + p)
			r.under += float64(o*d) / (d + p)
		}
	}
}
