package compare

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"slant/analysis/record"
	"slant/analysis/voice"
)

func BenchmarkNew(b *testing.B) {
	rows := benchmarkRows(100_000, 12)
	for b.Loop() {
		c, err := New(rows, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(c.Contrasts)+len(c.Pairs)), "contrasts")
	}
}

// benchmarkRows makes articles about stories that some ten of them share.
func benchmarkRows(n, outlets int) []Row {
	r := rand.New(rand.NewPCG(1, 1))
	rows := make([]Row, n)
	for i := range rows {
		row := loadedRow(fmt.Sprint("outlet ", r.IntN(outlets)), fmt.Sprint("story ", r.IntN(n/10)), 0, 100+r.IntN(900))
		row.ID = fmt.Sprint(i)
		t := &row.Tally
		t.Words.Direct, t.Words.Indirect = r.IntN(200), r.IntN(200)
		t.Words.Total += t.Words.Direct + t.Words.Indirect
		for _, kind := range []string{"emotion", "evaluation", "intensifier", "violence"} {
			for _, v := range []string{voice.Indirect, voice.Outlet} {
				t.Findings = append(t.Findings, record.FindingCount{Detector: "wordchoice", Category: kind, Voice: v, Count: r.IntN(4)})
			}
		}
		t.Attributions = record.Tones{Neutral: r.IntN(9), Doubt: r.IntN(3), Contest: r.IntN(2), Endorse: r.IntN(2)}
		t.Acts = record.Forms{Active: r.IntN(9), Passive: r.IntN(3), Agentless: r.IntN(3), Nominal: r.IntN(3)}
		t.Harm = record.Forms{Active: r.IntN(4), Agentless: r.IntN(3)}
		t.Figures = record.Figures{Given: 3, Attributed: r.IntN(4)}
		for j := range 5 {
			actor := fmt.Sprintf("actor %03d", j*200+r.IntN(200))
			t.Portrayals = append(t.Portrayals, record.PortrayalCount{Actor: actor, Negative: r.IntN(3), Neutral: 1, Positive: r.IntN(2)})
			t.Mentions = append(t.Mentions, record.MentionCount{Actor: actor, Name: actor, Type: "person", Mentions: 3, Articles: 1})
		}
		rows[i] = row
	}
	return rows
}
