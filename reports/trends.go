package reports

import (
	"fmt"
	"math"
	"slices"
	"time"

	"slant/analysis/compare"
	"slant/reports/plots"
)

const (
	mostPanels = 12  // outlets of a series
	mostSeries = 4   // figures; the CSV table has all metrics
	mostWeeks  = 160 // longer series are drawn from their last weeks
	fewWeeks   = 3   // fewer make no series

	leastFilled = 40 // per cent of the weeks that have a value
)

// trends shows how rates run from week to week.
func (d *drafter) trends() section {
	s := section{ID: "time", Heading: "From week to week"}
	by := map[key][]compare.Trend{}
	var metrics []string
	for _, t := range d.c.Trends {
		k := key{t.Metric, t.Outlet}
		by[k] = append(by[k], t)
		if !slices.Contains(metrics, t.Metric) {
			metrics = append(metrics, t.Metric)
		}
	}
	for _, id := range metrics {
		m := d.metric(id)
		if len(s.Blocks) == mostSeries {
			break
		}
		if m.Declared || id == "loaded" || id == "quoted" || id == "portrayal" || id == "agentless" {
			s.detail(d.series(m, by))
		}
	}
	if len(s.Blocks) == 0 {
		return section{}
	}
	s.Blocks = append([]block{{Text: "Weeks differ in what happens. A rise or fall that all outlets share says more about the events than about an outlet. trends.csv has all measures."}}, s.Blocks...)
	return s
}

func (d *drafter) series(m compare.Metric, by map[key][]compare.Trend) (*plots.Figure, string) {
	var outlets []string
	first, last := "", ""
	for _, o := range d.shownOutlets(m) {
		list := by[key{m.ID, o}]
		if len(list) < fewWeeks || len(outlets) == mostPanels {
			continue
		}
		outlets = append(outlets, o)
		if first == "" || list[0].Week < first {
			first = list[0].Week
		}
		last = max(last, list[len(list)-1].Week)
	}
	weeks := weeksBetween(first, last)
	if len(outlets) == 0 || len(weeks) < fewWeeks {
		return nil, ""
	}
	cut := ""
	if n := len(weeks); n > mostWeeks {
		weeks = weeks[n-mostWeeks:]
		cut = fmt.Sprintf(" The last %d of %d weeks.", mostWeeks, n)
	}
	filled := 0
	for _, o := range outlets {
		filled += len(by[key{m.ID, o}])
	}
	if filled*100 < leastFilled*len(weeks)*len(outlets) {
		return nil, "" // more gaps than line
	}
	f := plots.Series{Axis: plots.Rates, Title: m.Name + ", " + unitOf(m), Times: weeks, Event: -1}
	if m.Scale != compare.Ratio {
		f.Axis = plots.Differences
	}
	at := map[string]int{}
	for i, w := range weeks {
		at[w] = i
	}
	low, high := math.Inf(1), math.Inf(-1)
	var lowest, highest compare.Trend
	for _, o := range outlets {
		p := plots.SeriesPanel{Label: o, Values: make([]plots.SeriesValue, len(weeks))}
		for i := range p.Values {
			p.Values[i] = plots.SeriesValue{Value: math.NaN(), Low: math.NaN(), High: math.NaN()}
		}
		for _, t := range by[key{m.ID, o}] {
			i, ok := at[t.Week]
			if !ok || math.IsNaN(t.Value) {
				continue
			}
			v := plots.SeriesValue{Value: t.Value, Low: math.NaN(), High: math.NaN()}
			if t.Interval != nil {
				v.Low, v.High = t.Interval.Low, t.Interval.High
			}
			p.Values[i] = v
			if t.Value < low {
				low, lowest = t.Value, t
			}
			if t.Value > high {
				high, highest = t.Value, t
			}
		}
		f.Panels = append(f.Panels, p)
	}
	if math.IsInf(low, 0) {
		return nil, ""
	}
	title := fmt.Sprintf("%s: from %s (%s, %s) to %s (%s, %s)", cap1(m.Name),
		d.rate(m, low), isolate(short(lowest.Outlet)), lowest.Week, d.rate(m, high), isolate(short(highest.Outlet)), highest.Week)
	more := ""
	if n := len(d.c.Outlets); n > len(outlets) {
		more = fmt.Sprintf(" %d of %d outlets.", len(outlets), n)
	}
	return f.Draw("weeks-"+slug(m.ID), title, "Time series, a small panel for each outlet. "+title+". trends.csv has all values."),
		fmt.Sprintf("%s by week (ISO 8601), all articles of an outlet. Band or bar: %s; a gap: nothing to count.%s%s", cap1(m.Name), d.ciName(), more, cut)
}

// weeksBetween lists the ISO weeks from one to another, both included.
func weeksBetween(first, last string) (weeks []string) {
	var year, week int
	if _, err := fmt.Sscanf(first, "%d-W%d", &year, &week); err != nil {
		return nil
	}
	day := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC) // always in week 1
	day = day.AddDate(0, 0, 7*(week-1))
	for range 60 * 53 {
		y, w := day.ISOWeek()
		name := fmt.Sprintf("%04d-W%02d", y, w)
		if name > last {
			break
		}
		weeks = append(weeks, name)
		day = day.AddDate(0, 0, 7)
	}
	return weeks
}
