package record

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"slant/analysis/language"
	"slant/analysis/voice"
)

// Lemmas are the words that the outlet says in its own voice, in their
// dictionary form, each once and sorted: what tables of words are made of. In
// JSON they are an object of counts: {"bridge":2,"the":7}.
type Lemmas []LemmaCount

// A LemmaCount counts one word of an article, in its dictionary form.
type LemmaCount struct {
	Lemma string
	Count int
}

// OwnLemmas counts the words that the outlet says in its own voice in d's body.
// Numbers are left out.
func OwnLemmas(d *language.Document, speakers *voice.Speakers) Lemmas {
	var counts []LemmaCount
	for i, t := range d.Tokens {
		if d.In(i) == "" && countable(t.Word) && strings.IndexFunc(t.Lemma, unicode.IsLetter) >= 0 && speakers.At(i).Kind == voice.Outlet {
			counts = append(counts, LemmaCount{t.Lemma, 1})
		}
	}
	return fold(nil, counts, func(a, b LemmaCount) int { return cmp.Compare(a.Lemma, b.Lemma) },
		func(a *LemmaCount, b LemmaCount) { a.Count += b.Count })
}

// MarshalJSON implements [json.Marshaler].
func (l Lemmas) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, w := range l {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(w.Lemma)
		if err != nil {
			return nil, err
		}
		b = append(append(b, name...), ':')
		b = strconv.AppendInt(b, int64(w.Count), 10)
	}
	return append(b, '}'), nil
}

// UnmarshalJSON implements [json.Unmarshaler].
func (l *Lemmas) UnmarshalJSON(src []byte) error {
	if bytes.Equal(src, []byte("null")) {
		return nil
	}
	var counts map[string]int
	if err := json.Unmarshal(src, &counts); err != nil {
		return fmt.Errorf("lemmas: %w", err)
	}
	*l = make(Lemmas, 0, len(counts))
	for w, n := range counts {
		*l = append(*l, LemmaCount{w, n})
	}
	slices.SortFunc(*l, func(a, b LemmaCount) int { return cmp.Compare(a.Lemma, b.Lemma) })
	return nil
}
