package events

import (
	"slices"
	"strings"

	"slant/lexicons"
)

// wars is the lexicon of conflicts, by what texts name.
type wars struct {
	conflicts []lexicons.Conflict
	of        map[string][]party         // actor
	soil      map[string]string          // lemma of a place, and whose it is
	called    map[string][]party         // lemma of who belongs to one side
	means     map[string][]party         // lemma of an attack that only one side makes
	attacks   map[string]lexicons.Attack // name in lower case
}

// A party is a side of a conflict, by its places in the lexicon.
type party struct{ conflict, side int }

func newWars(conflicts []lexicons.Conflict) *wars {
	w := &wars{conflicts, map[string][]party{}, map[string]string{}, map[string][]party{}, map[string][]party{}, map[string]lexicons.Attack{}}
	for c := range conflicts {
		for s, side := range conflicts[c].Sides {
			for _, id := range append([]string{side.People}, side.Forces...) {
				w.of[id] = append(w.of[id], party{c, s})
			}
			for _, l := range side.Soil {
				w.soil[l] = side.People
			}
			for _, l := range side.Called {
				w.called[l] = append(w.called[l], party{c, s})
			}
			for _, m := range side.Means {
				w.means[m] = append(w.means[m], party{c, s})
			}
		}
		for _, a := range conflicts[c].Attacks {
			for _, n := range a.Names {
				w.attacks[n] = a
			}
		}
	}
	return w
}

// against returns the peoples that the others in the conflicts of some parties
// are, each once.
func (w *wars) against(parties []party) []string {
	var out []string
	for _, p := range parties {
		for s, side := range w.conflicts[p.conflict].Sides {
			if s != p.side && !slices.Contains(out, side.People) {
				out = append(out, side.People)
			}
		}
	}
	return out
}

// people returns the id of the state, people or warring side that an actor
// belongs to: gaza and hamas to palestine, a place to its state, somebody to
// whom he acts for or comes from. It is "" when that is not known.
func (f *finder) people(id string) string {
	if id == "" {
		return ""
	}
	for _, up := range slices.Concat([]string{id}, f.index.Chain(id)) {
		if p := f.wars.of[up]; len(p) > 0 {
			return f.wars.conflicts[p[0].conflict].Sides[p[0].side].People
		}
		if f.index.Type(up) == "state" {
			return up
		}
	}
	if n := f.index.Nation(id); n != "" && n != id {
		return n
	}
	return ""
}

// opponent returns the people whom an actor fights: of those that the lexicon of
// conflicts knows the one that the text names nearest to token i, in its own
// sentence if it can. For an armed group, or armed men of a state, that have one
// enemy, the text need not name him; a state does harm to others too, so "" when
// it names none.
func (f *finder) opponent(id string, i int, armed bool) string {
	for _, up := range slices.Concat([]string{id}, f.index.Chain(id)) {
		if p := f.wars.of[up]; len(p) > 0 {
			if against := f.wars.against(p); len(against) == 1 && (armed || f.index.Type(up) != "state") {
				return against[0]
			} else {
				return f.nearest(against, i)
			}
		}
	}
	return ""
}

// fights reports whether two peoples stand against each other in a conflict.
func (f *finder) fights(a, b string) bool {
	return slices.Contains(f.wars.against(f.wars.of[a]), b)
}

// nearest returns the one of some peoples that is named nearest to token i, ""
// when none is.
func (f *finder) nearest(peoples []string, i int) string {
	best, least := "", 1<<30
	for j, p := range f.peopled() {
		if p == "" || !slices.Contains(peoples, p) {
			continue
		}
		far := max(i-j, j-i)
		if f.d.Tokens[j].Sentence != f.d.Tokens[i].Sentence {
			far += 1 << 20
		}
		if far < least {
			best, least = p, far
		}
	}
	return best
}

// peopled returns for each token the people of the actor named there.
func (f *finder) peopled() []string {
	if f.peoples == nil {
		f.peoples = make([]string, len(f.d.Tokens)+1)
		for i := range f.d.Tokens {
			if f.index.At(i) >= 0 && !f.leaning(i) {
				f.peoples[i] = f.people(f.index.Of(i, i))
			} else {
				f.peoples[i] = f.wars.soil[f.d.Tokens[i].Lemma]
			}
		}
	}
	return f.peoples
}

// leaning reports whether the name at token i only says for or against whom
// somebody is: "pro-Russian".
func (f *finder) leaning(i int) bool {
	if i > 1 && f.d.Tokens[i-1].Lower == "-" {
		i--
	}
	if i == 0 {
		return false
	}
	switch f.d.Tokens[i-1].Lower {
	case "pro", "anti", "pro-", "anti-":
		return true
	}
	return false
}

// enemies returns the two peoples of the conflict of which the text names most,
// none when it names none.
func (f *finder) enemies() []string {
	best, most := -1, 0
	for c := range f.wars.conflicts {
		named := 0
		for _, s := range f.wars.conflicts[c].Sides {
			if slices.Contains(f.peopled(), s.People) {
				named++
			}
		}
		if named > most {
			best, most = c, named
		}
	}
	if best < 0 {
		return nil
	}
	var out []string
	for _, s := range f.wars.conflicts[best].Sides {
		out = append(out, s.People)
	}
	return out
}

// live reports whether the text names one of the sides of a conflict.
func (f *finder) live(c int) bool {
	for _, p := range f.peopled() {
		if p == "" {
			continue
		}
		for _, s := range f.wars.conflicts[c].Sides {
			if s.People == p {
				return true
			}
		}
	}
	return false
}

// byMeans returns the people against whom an attack must be that in a conflict
// of the text only one side can make, "" when there is none. An attack is given
// by its lemma or the words of its noun.
func (f *finder) byMeans(words ...string) string {
	for _, w := range words {
		for _, p := range f.wars.means[w] {
			if f.live(p.conflict) {
				if against := f.wars.against([]party{p}); len(against) == 1 {
					return against[0]
				}
			}
		}
	}
	return ""
}

// attack returns the attack of the lexicon that tokens first to last name.
func (f *finder) attack(first, last int) (lexicons.Attack, bool) {
	for i := first; i <= last && len(f.wars.attacks) > 0; i++ {
		words := make([]string, 0, 3)
		for j := i; j <= last && j < i+3; j++ {
			words = append(words, strings.TrimSuffix(f.d.Tokens[j].Lower, "."))
			if a, ok := f.wars.attacks[strings.Join(words, " ")]; ok {
				return a, true
			}
		}
	}
	return lexicons.Attack{}, false
}
