package compare

import (
	"slices"
	"testing"

	"slant/analysis/record"
)

// choiceCorpus makes a corpus of one article for each list of counts.
func choiceCorpus(articles ...[]record.ChoiceCount) *Corpus {
	c := new(Corpus)
	for i, counts := range articles {
		c.Add(Row{ID: string(rune('a' + i)), Outlet: "O", Tally: record.Tally{Articles: 1, Choices: counts}})
	}
	return c
}

func TestChoices(t *testing.T) {
	c := choiceCorpus(
		[]record.ChoiceCount{{Set: "war", Side: "neutral", Voice: "outlet", Count: 3}, {Set: "war", Side: "russia", Voice: "outlet", Count: 1}, {Set: "gas", Side: "industry", Voice: "outlet", Count: 9}},
		[]record.ChoiceCount{{Set: "war", Side: "ukraine", Voice: "direct", Count: 4}, {Set: "gas", Side: "campaigners", Voice: "direct", Count: 1}, {Set: "tax", Side: "left", Voice: "outlet", Count: 2}, {Set: "tax", Side: "right", Voice: "outlet", Count: 2}},
	)
	// Of gas the outlet takes one side only, of war ukraine is a source's.
	var ids []string
	for _, set := range c.choices(Options{Study: &Study{}}) {
		for _, m := range set.measures() {
			ids = append(ids, m.ID)
		}
	}
	if want := []string{"choice.tax.left", "choice.war.russia"}; !slices.Equal(ids, want) {
		t.Errorf("metrics %v, want %v", ids, want)
	}
	m := (&choiceSet{"war", []string{"neutral", "russia"}}).measures()[0]
	count := func(r reading) (over, under int) {
		for i := range c.list {
			f := &c.list[i]
			f.each(func(_, n int32) {
				over += m.over(f.feature, r) * int(n)
				under += m.under(f.feature, r) * int(n)
			})
		}
		return over, under
	}
	if over, under := count(reading{}); over != 1 || under != 4 {
		t.Errorf("in the outlet's voice %d of %d, want 1 of 4", over, under)
	}
	if over, under := count(reading{quoted: true}); over != 1 || under != 8 {
		t.Errorf("in all voices %d of %d, want 1 of 8", over, under)
	}
}

// TestChoicesThatAreNamed has more sets than a report compares by itself.
func TestChoicesThatAreNamed(t *testing.T) {
	var counts []record.ChoiceCount
	for i := range mostChoices + 2 {
		set := "set" + string(rune('a'+i))
		counts = append(counts, record.ChoiceCount{Set: set, Side: "left", Voice: "outlet", Count: 99 - i}, record.ChoiceCount{Set: set, Side: "right", Voice: "outlet", Count: 99 - i})
	}
	c := choiceCorpus(counts)
	for _, test := range []struct {
		o    Options
		want int
	}{
		{Options{Study: &Study{}}, mostChoices},
		{Options{Study: &Study{Metrics: []string{"loaded", "choice.seta.left", "choice.setn.right"}}}, mostChoices + 1},
		{Options{Study: &Study{}, Metrics: []string{"choice.setn.right", "loaded"}}, 1},
		{Options{Study: &Study{}, Metrics: []string{"choice.*"}}, mostChoices + 2},
		{Options{Study: &Study{}, Metrics: []string{"loaded"}}, 0},
	} {
		if got := c.choices(test.o); len(got) != test.want {
			t.Errorf("%v, %v: %d sets, want %d", test.o.Metrics, test.o.Study.Metrics, len(got), test.want)
		}
	}
}
