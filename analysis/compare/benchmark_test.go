package compare

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"slant/analysis/record"
	"slant/analysis/voice"
)

// BenchmarkCompare compares corpora of twelve outlets with some fifty articles a
// story and 300,000 different words. Its figures are the seconds for taking the
// articles in, for the comparison, and the most memory that the process ever had.
//
//	go test ./analysis/compare -run XXX -bench Compare/articles=1000000 -benchtime 1x
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 200_000, 1_000_000} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			for b.Loop() {
				g := newNews(n, 12, n/50, 300_000)
				var articles Corpus
				var adding time.Duration
				for i := range n {
					row := g.row(i)
					start := time.Now()
					articles.Add(row)
					adding += time.Since(start)
				}
				normal := debug.SetGCPercent(50) // as slant does
				start, busy := time.Now(), processorTime()
				c, err := articles.Compare(Options{})
				if err != nil {
					b.Fatal(err)
				}
				debug.SetGCPercent(normal)
				b.ReportMetric(time.Since(start).Seconds(), "s-comparing")
				b.ReportMetric(processorTime()-busy, "cpu-s-comparing")
				b.ReportMetric(adding.Seconds(), "s-adding")
				b.ReportMetric(peak(), "MB-peak")
				b.ReportMetric(float64(len(c.Metrics)), "metrics")
				b.ReportMetric(float64(len(c.Contrasts)+len(c.Pairs)), "contrasts")
				b.ReportMetric(float64(len(articles.lemmata())), "words")
			}
		})
	}
}

// peak returns the most memory that the process ever had in use, in megabytes,
// where the system says.
func peak() float64 {
	status, _ := os.ReadFile("/proc/self/status")
	var kB float64
	if _, rest, ok := strings.Cut(string(status), "VmHWM:"); ok {
		_, _ = fmt.Sscan(rest, &kB)
	}
	return kB / 1000
}

// processorTime returns the seconds that the process has had of all processors,
// where the system says: on a machine with other work, the clock says too much.
func processorTime() (seconds float64) {
	stat, _ := os.ReadFile("/proc/self/stat")
	if f := strings.Fields(string(stat)); len(f) > 14 {
		for _, field := range f[13:15] {
			var ticks float64
			_, _ = fmt.Sscan(field, &ticks)
			seconds += ticks / 100
		}
	}
	return seconds
}

// News makes articles for benchmarks. Their words are drawn from texts that are
// made once, or making them would take longer than all else.
type news struct {
	outlets, stories int
	random           *rand.Rand
	words            []string
	texts            [][]int32 // words, each one time
	lemmas           record.Lemmas
}

func newNews(articles, outlets, stories, words int) *news {
	r := rand.New(rand.NewPCG(1, 1))
	g := &news{outlets: outlets, stories: stories, random: r}
	for i := range words {
		g.words = append(g.words, fmt.Sprintf("word%06d", i))
	}
	often := rand.NewZipf(r, 1.1, 2.7, uint64(words-1))
	for range min(articles, 40_000) {
		var text []int32
		for range 100 + r.IntN(300) {
			text = append(text, int32(often.Uint64()))
		}
		slices.Sort(text)
		g.texts = append(g.texts, slices.Clip(slices.Compact(text)))
	}
	return g
}

// row makes an article: some 250 own-voice words, ten loaded ones, five actors.
// Its words are gone with the next one.
func (g *news) row(i int) Row {
	r := g.random
	outlet := r.IntN(g.outlets)
	row := loadedRow(fmt.Sprint("outlet ", outlet), fmt.Sprint("story ", r.IntN(g.stories)), 0, 100+r.IntN(300))
	row.ID, row.Published = fmt.Sprint("article ", i), fmt.Sprintf("2026-%02d-%02dT10:00:00Z", 1+r.IntN(12), 1+r.IntN(28))
	row.Author = fmt.Sprint("author ", r.IntN(100))
	if r.IntN(10) == 0 {
		row.Wire = "AP"
	}
	t := &row.Tally
	t.Words.Direct, t.Words.Indirect = r.IntN(100), r.IntN(100)
	t.Words.Total += t.Words.Direct + t.Words.Indirect
	for range 10 {
		kind := []string{"emotion", "evaluation", "intensifier", "violence", "alarm", "dismissal", "polemic"}[r.IntN(7)]
		f := record.FindingCount{
			Detector: "wordchoice", Category: kind, Voice: []string{voice.Outlet, voice.Indirect, voice.Direct}[r.IntN(3)],
			Rule: fmt.Sprintf("en/%s.yaml:%d", kind, r.IntN(200)), Strong: r.IntN(3) == 0, Count: 1,
		}
		if r.IntN(3) == 0 {
			f.Target = fmt.Sprintf("actor %03d", r.IntN(20))
		}
		t.Findings = append(t.Findings, f)
	}
	for _, d := range []string{"hedge", "booster", "presupposition"} {
		t.Findings = append(t.Findings, record.FindingCount{Detector: d, Category: d, Voice: voice.Outlet, Rule: "en/" + d + ".yaml:" + d, Count: r.IntN(3)})
	}
	t.Attributions = record.Tones{Neutral: r.IntN(9), Doubt: r.IntN(3), Contest: r.IntN(2), Endorse: r.IntN(2), Concede: r.IntN(2)}
	t.Acts = record.Forms{Active: r.IntN(9), Passive: r.IntN(3), Agentless: r.IntN(3), Nominal: r.IntN(3)}
	t.Harm = record.Forms{Active: r.IntN(4), Agentless: r.IntN(3)}
	t.Figures = record.Figures{Given: 3, Attributed: r.IntN(4)}
	for j := range 5 {
		actor := fmt.Sprintf("actor %03d", j*200+r.IntN(200)>>r.IntN(8))
		t.Portrayals = append(t.Portrayals, record.PortrayalCount{Actor: actor, Negative: r.IntN(3), Neutral: 1, Positive: r.IntN(2)})
		t.Mentions = append(t.Mentions, record.MentionCount{Actor: actor, Name: actor, Type: "person", Mentions: 3, Articles: 1})
		t.Stances = append(t.Stances, record.StanceCount{Target: actor, Favourable: r.IntN(2), Unfavourable: r.IntN(2)})
		t.Sources = append(t.Sources, record.SourceCount{Actor: actor, Type: []string{"person", "state", "organisation"}[j%3], Attributions: 1, Length: 20 + r.IntN(200)})
	}
	for _, f := range []string{"economic", "morality", "security_and_defense"} {
		if r.IntN(4) == 0 {
			t.Frames = append(t.Frames, record.FrameCount{Frame: f, Articles: 1})
		}
	}
	g.lemmas = g.lemmas[:0]
	for _, w := range g.texts[r.IntN(len(g.texts))] {
		g.lemmas = append(g.lemmas, record.LemmaCount{Lemma: g.words[w], Count: 1 + r.IntN(8)/7})
	}
	row.Lemmas = append(g.lemmas, record.LemmaCount{Lemma: g.words[i%len(g.words)], Count: 1}) // every word occurs
	return row
}
