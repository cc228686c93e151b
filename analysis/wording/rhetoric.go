package wording

import "strings"

var rhetoric = Detector{
	Name:     "rhetoric",
	Kind:     WordChoice,
	Finds:    "adjectives that the grammar heightens: profoundly disappointing, so naive, exclamations",
	Category: "rhetoric",
	Conditions: "An adjective with an adverb that judges (painfully slow); one with an adverb that heightens it (deeply troubling, " +
		"not deeply rooted); one with so and no consequence after it, or said in an exclamation.",
	Source: "Written for slant; degree modification as a sign of evaluation: Hunston (2011), Biber and Finegan (1989).",
	Limits: "The adjective itself is not judged, so the polarity is that of the set of good words, else unfavourable.",
	find:   heightened,
}

// judgingDegrees are adverbs that say what the writer thinks of how much it is:
// outrageously high, painfully slow.
var judgingDegrees = set(strings.Fields(`absurdly alarmingly amazingly appallingly astonishingly astoundingly awfully bafflingly bizarrely blatantly
	blindingly brazenly breathtakingly brilliantly brutally comically criminally dangerously dazzlingly delightfully disgracefully disgustingly
	disturbingly dreadfully eerily embarrassingly fanatically flagrantly frighteningly frustratingly glaringly gloriously grossly grotesquely
	hopelessly horribly horrifyingly hysterically impossibly incredibly inexcusably infuriatingly insanely insufferably intolerably irredeemably
	laughably ludicrously maddeningly magnificently mind-numbingly mindlessly miserably monstrously nauseatingly needlessly notoriously obscenely
	oddly outrageously painfully patently pathetically perversely pitifully pointlessly preposterously rabidly refreshingly ridiculously savagely
	scandalously shamefully shamelessly shockingly sickeningly slavishly spectacularly staggeringly stunningly stupidly suspiciously terribly
	terrifyingly tragically unacceptably unbelievably unforgivably unspeakably viciously wickedly wildly woefully wonderfully worryingly`))

// heighteners are adverbs that only heighten: they make much of an adjective
// (deeply unpopular), unless that is a measure or a fact (deeply rooted).
var heighteners = set(strings.Fields(`absolutely abundantly acutely altogether astronomically bitterly categorically completely deeply desperately
	downright emphatically enormously entirely exceedingly exceptionally excessively extraordinarily extremely fiercely fundamentally genuinely
	hugely immeasurably immensely indescribably infinitely inherently intensely intrinsically massively overly overwhelmingly perfectly positively
	profoundly purely remarkably simply sorely supremely thoroughly totally tremendously truly uniquely unusually utterly vastly violently wholly`))

// measured are adjectives that such adverbs only measure or make sure of.
var measured = set(strings.Fields(`different new same separate similar possible impossible clear sure certain free full empty open closed legal illegal
	dependent independent rooted aware common rare true right accurate honest cold hot warm dry wet high low long short large small early late close
	far involved focused committed based related connected divided popular populated responsible voluntary automatic available absent
	complete identical consistent compatible relevant ready`))

// plainAfterSo are words that so makes a measure or an adverb of.
var plainAfterSo = set(strings.Fields("many much far long few little soon often called good sure"))

func heightened(r *reading, listed []Finding) (found []Finding) {
	d := r.d
	k := 0
	for _, s := range d.Sentences {
		shouts := d.Tokens[s.Last-1].Word == "!"
		for i := s.First; i < s.Last; i++ {
			t := &d.Tokens[i]
			for k < len(listed) && r.before(listed[k].Span.End, listed[k].In, i) {
				k++
			}
			if t.Tag != "JJ" || capital(d, i) || len(t.Word) < 4 || k < len(listed) && listed[k].Overlaps(d.Span(i, i)) {
				continue
			}
			first, rule := r.heightens(i)
			if rule == "" && shouts && d.Is(i, "root", "amod", "xcomp", "conj") && d.Child(i, "cop") >= 0 {
				rule = "exclamation"
			}
			if rule == "" {
				continue
			}
			polarity := -0.4
			if r.sets.good[t.Lemma] {
				polarity = 0.4
			}
			found = append(found, r.placed(Finding{
				Detector: WordChoice, Category: "rhetoric", Span: d.Span(first, i), Weight: 0.4, Polarity: polarity,
				Rule: "rhetoric:" + rule, Word: i, word: strings.ToLower(d.Text(d.Span(first, i))),
			}, first, i))
		}
	}
	return found
}

// heightens returns the first token and the name of what heightens the adjective
// i, "" when nothing does.
func (r *reading) heightens(i int) (int, string) {
	d := r.d
	if i == 0 {
		return i, ""
	}
	c := i - 1
	t := &d.Tokens[c]
	if t.Head != i || !d.Is(c, "advmod") || t.Sentence != d.Tokens[i].Sentence {
		return i, ""
	}
	switch {
	case t.Lower == "so" && !plainAfterSo[d.Tokens[i].Lower] && d.Child(i, "ccomp", "advcl") < 0:
		return c, "so"
	case t.Tag == "RB" && d.Is(i, "root", "xcomp", "conj", "ccomp", "advcl", "acl") && (judgingDegrees[t.Lower] || heighteners[t.Lower] && !measured[d.Tokens[i].Lemma]):
		return c, "degree"
	}
	return i, ""
}
