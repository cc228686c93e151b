package compare

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"slant/analysis/record"
)

// A number of a reference file: JSON has no NaN and no infinity.
type number float64

func (n *number) UnmarshalJSON(b []byte) error {
	switch string(b) {
	case `"NaN"`, "null":
		*n = number(math.NaN())
	case `"+Inf"`:
		*n = number(math.Inf(1))
	case `"-Inf"`:
		*n = number(math.Inf(-1))
	default:
		return json.Unmarshal(b, (*float64)(n))
	}
	return nil
}

func floats(numbers []number) []float64 {
	f := make([]float64, len(numbers))
	for i, n := range numbers {
		f[i] = float64(n)
	}
	return f
}

func (g golden[T]) nearAll(t *testing.T, what string, got []float64, want []number) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d values of %s, want %d", g.ID, len(got), what, len(want))
		return
	}
	for i := range got {
		g.near(t, fmt.Sprintf("%s[%d]", what, i), got[i], float64(want[i]))
	}
}

type discoveryCase struct {
	Input    struct{ P []number }
	Expected struct{ BH, BY []number }
}

func TestGoldenFalseDiscovery(t *testing.T) {
	for _, g := range goldens[discoveryCase](t, "bh") {
		g.nearAll(t, "BH", FalseDiscovery(floats(g.Case.Input.P), false), g.Case.Expected.BH)
		g.nearAll(t, "BY", FalseDiscovery(floats(g.Case.Input.P), true), g.Case.Expected.BY)
	}
}

type keynessCase struct {
	Input    struct{ A, B, N1, N2 float64 }
	Expected struct {
		G2       number  `json:"G2_4cell"`
		LogRatio *number `json:"log_ratio"`
		BIC      *number
	}
}

func TestGoldenKeyness(t *testing.T) {
	for _, g := range goldens[keynessCase](t, "keyness") {
		in, want := g.Case.Input, g.Case.Expected
		g2 := likelihood(in.A, in.B, in.N1, in.N2)
		g.near(t, "G²", g2, float64(want.G2))
		if want.LogRatio != nil {
			g.near(t, "log ratio", logRatio(in.A, in.B, in.N1, in.N2), float64(*want.LogRatio))
		}
		if want.BIC != nil {
			g.near(t, "BIC", bayes(g2, in.N1, in.N2), float64(*want.BIC))
		}
	}
}

type oddsCase struct {
	Input    struct{ Y1, Y2, Prior []float64 }
	Expected struct {
		Delta, Z []number
		Variance []number `json:"var_approx"`
	}
}

func TestGoldenLogOdds(t *testing.T) {
	for _, g := range goldens[oddsCase](t, "fightin_words") {
		in := g.Case.Input
		add := func(x []float64) (s float64) {
			for _, v := range x {
				s += v
			}
			return s
		}
		var delta, z, variance []float64
		for i := range in.Y1 {
			d, v := logOdds(in.Y1[i], add(in.Y1), in.Y2[i], add(in.Y2), in.Prior[i], add(in.Prior))
			delta, z, variance = append(delta, d), append(z, v), append(variance, 1/(in.Y1[i]+in.Prior[i])+1/(in.Y2[i]+in.Prior[i]))
		}
		g.nearAll(t, "δ", delta, g.Case.Expected.Delta)
		g.nearAll(t, "z", z, g.Case.Expected.Z)
		for i, v := range variance { // z is δ by its standard error
			g.near(t, "variance", v, float64(g.Case.Expected.Variance[i]))
		}
	}
}

type dispersionCase struct {
	Input struct {
		Freq []int64 `json:"freq_in_part"`
		Size []int64 `json:"size_of_part"`
	}
	Expected struct{ DP, DPnorm float64 }
}

func TestGoldenDispersion(t *testing.T) {
	for _, g := range goldens[dispersionCase](t, "dispersion") {
		in := g.Case.Input
		d := deviation{least: slices.Min(in.Size)}
		for i := range in.Freq {
			d.total += in.Freq[i]
			d.size += in.Size[i]
		}
		for i, n := range in.Freq {
			if n > 0 {
				d.add(n, in.Size[i])
			}
		}
		dp, norm := d.dp()
		g.near(t, "DP", dp, g.Case.Expected.DP)
		g.near(t, "DPnorm", norm, g.Case.Expected.DPnorm)
	}
}

type effectCase struct {
	Input    struct{ X, Y []float64 }
	Expected struct {
		Delta  float64 `json:"cliffs_delta"`
		Hedges float64 `json:"hedges_g"`
	}
}

// TestGoldenEffects puts the values of each case into articles of two outlets
// on one story, to test Cliff's delta on the way that reports take.
func TestGoldenEffects(t *testing.T) {
	for _, g := range goldens[effectCase](t, "effect_sizes") {
		in := g.Case.Input
		g.near(t, "g", hedges(momentsOf(in.X), momentsOf(in.Y)), g.Case.Expected.Hedges)
		var rows []Row
		for i, x := range in.X {
			rows = append(rows, loadedRow("X", "s", int(math.Round(1000*x)), 1e6+i))
		}
		for _, y := range in.Y {
			rows = append(rows, loadedRow("Y", "s", int(math.Round(1000*y)), 1e6))
		}
		for i := range rows { // rates that are the same stay the same
			rows[i].Tally.Words = record.Words{Total: 1e6, Outlet: 1e6}
		}
		c := compareRows(t, rows, Options{})
		g.near(t, "δ", find(t, c.Contrasts, "loaded", "X").Delta.Value, g.Case.Expected.Delta)
		g.near(t, "δ of the other", find(t, c.Contrasts, "loaded", "Y").Delta.Value, -g.Case.Expected.Delta)
	}
}

type togetherCase struct {
	Input struct {
		X     [][]float64
		Group []int
	}
	Expected struct {
		T    []number
		Ways int      `json:"n_perm"`
		Raw  []number `json:"raw_p"`
		Adj  []number `json:"adj_p"`
	}
}

// TestGoldenStepDown enumerates the groupings of the file, whose statistic is
// Welch's t.
func TestGoldenStepDown(t *testing.T) {
	welch := func(x []float64, group []int) float64 {
		var n, mean, variance [2]float64
		for i, v := range x {
			n[group[i]]++
			mean[group[i]] += v
		}
		for k := range mean {
			mean[k] /= n[k]
		}
		for i, v := range x {
			d := v - mean[group[i]]
			variance[group[i]] += d * d / (n[group[i]] - 1)
		}
		return (mean[1] - mean[0]) / math.Sqrt(variance[0]/n[0]+variance[1]/n[1])
	}
	for _, g := range goldens[togetherCase](t, "westfall_young") {
		in := g.Case.Input
		size := 0
		for _, k := range in.Group {
			size += k
		}
		observed, under := make([]float64, len(in.X)), make([][]float64, len(in.X))
		for ways := range 1 << len(in.Group) {
			group, ones := make([]int, len(in.Group)), 0
			for i := range group {
				group[i] = ways >> i & 1
				ones += group[i]
			}
			if ones != size {
				continue
			}
			for i, x := range in.X {
				under[i] = append(under[i], welch(x, group))
			}
		}
		for i, x := range in.X {
			observed[i] = welch(x, in.Group)
		}
		var alone []float64
		for i := range observed {
			alone = append(alone, stepDown(observed[i:i+1], under[i:i+1], true)[0])
		}
		if len(under[0]) != g.Case.Expected.Ways {
			t.Errorf("%s: %d ways, want %d", g.ID, len(under[0]), g.Case.Expected.Ways)
		}
		g.nearAll(t, "t", observed, g.Case.Expected.T)
		g.nearAll(t, "p", alone, g.Case.Expected.Raw)
		g.nearAll(t, "adjusted p", stepDown(observed, under, true), g.Case.Expected.Adj)
	}
}

type blocksCase struct {
	Input struct {
		Kind   string
		X, Y   []float64
		Strata []struct{ A, B []blockValue }
	}
	Expected struct {
		P    float64 `json:"p_two_sided"`
		Ways int     `json:"n_perm"`
	}
}

// A blockValue is a number, or a count in so many words.
type blockValue struct{ Count, Words float64 }

func (v *blockValue) UnmarshalJSON(b []byte) error {
	if b[0] != '{' {
		return json.Unmarshal(b, &v.Count)
	}
	type plain blockValue
	return json.Unmarshal(b, (*plain)(v))
}

// TestGoldenBlocks deals single values, which the file has where slant has
// blocks.
func TestGoldenBlocks(t *testing.T) {
	n := 0
	for _, g := range goldens[blocksCase](t, "permutation_exact") {
		deal := func(value func(blockValue) float64, centred bool) (strata [][]block) {
			in := g.Case.Input.Strata
			if g.Case.Input.Kind == "two_sample_mean" {
				in = make([]struct{ A, B []blockValue }, 1)
				for _, x := range g.Case.Input.X {
					in[0].A = append(in[0].A, blockValue{Count: x})
				}
				for _, y := range g.Case.Input.Y {
					in[0].B = append(in[0].B, blockValue{Count: y})
				}
			}
			for _, s := range in {
				var mean float64
				for _, v := range slices.Concat(s.A, s.B) {
					mean += value(v) / float64(len(s.A)+len(s.B))
				}
				if !centred {
					mean = 0
				}
				var blocks []block
				for _, v := range s.A {
					blocks = append(blocks, block{0, value(v) - mean})
				}
				for _, v := range s.B {
					blocks = append(blocks, block{1, value(v) - mean})
				}
				strata = append(strata, blocks)
			}
			return strata
		}
		count := func(v blockValue) float64 { return v.Count }
		switch g.Case.Input.Kind {
		case "two_sample_mean", "stratified":
			n++
			strata := deal(count, true)
			if ways := arrangements(strata); ways != g.Case.Expected.Ways {
				t.Errorf("%s: %d ways, want %d", g.ID, ways, g.Case.Expected.Ways)
			}
			p, exact := permuteBlocks(strata, 2, stream(1, "test"), 99)
			if !exact {
				t.Errorf("%s: not all ways were tried", g.ID)
			}
			g.near(t, "p", p, g.Case.Expected.P)
		case "stratified_rate_ratio": // the statistic of the file is another: the crude log rate ratio
			n++
			list := func(value func(blockValue) float64) (sums [][2]float64) {
				everyArrangement(deal(value, false), 2, func(s []float64) { sums = append(sums, [2]float64(s)) })
				return sums
			}
			counts, words := list(count), list(func(v blockValue) float64 { return v.Words })
			ratio := func(counts, words [2]float64) float64 {
				return math.Abs(math.Log(counts[0] / words[0] / (counts[1] / words[1])))
			}
			var c, w [2]float64
			for _, s := range g.Case.Input.Strata {
				for k, side := range [][]blockValue{s.A, s.B} {
					for _, v := range side {
						c[k] += v.Count
						w[k] += v.Words
					}
				}
			}
			far := 0
			for i := range counts {
				far += is(ratio(counts[i], words[i]) >= ratio(c, w)-1e-9)
			}
			if len(counts) != g.Case.Expected.Ways {
				t.Errorf("%s: %d ways, want %d", g.ID, len(counts), g.Case.Expected.Ways)
			}
			g.near(t, "p", float64(far)/float64(len(counts)), g.Case.Expected.P)
		}
	}
	if n != 6 {
		t.Errorf("%d cases, want 6", n)
	}
}

type clusterCase struct {
	Input struct {
		Data struct {
			Outlet, Story, Author []string
			Words, Count          []int
		}
	}
	Expected struct {
		Beta      []float64
		Stories   []string    `json:"stories_order"`
		Jackknife [][]float64 `json:"jackknife_CV3_centered_at_beta"`
		Without   [][]float64 `json:"leave_one_story_out_beta"`
	}
}

// TestGoldenClusters checks the jackknife of corpus rates: a Poisson regression
// on outlets alone has the logarithms of their rates as coefficients.
func TestGoldenClusters(t *testing.T) {
	n := 0
	for _, g := range goldens[clusterCase](t, "quasipoisson_cluster") {
		want := g.Case.Expected
		if want.Jackknife == nil {
			continue
		}
		n++
		in := g.Case.Input.Data
		for k, outlet := range []string{"A", "B", "C"} {
			rate := func(of, without string) float64 {
				var num, den float64
				for i := range in.Count {
					if in.Outlet[i] == of && in.Story[i] != without {
						num += float64(in.Count[i])
						den += float64(in.Words[i]) / 1000
					}
				}
				return num / den
			}
			beta := func(without string) float64 {
				if outlet == "A" {
					return rate("A", without)
				}
				return rate(outlet, without) / rate("A", without)
			}
			var without []float64
			for i, s := range want.Stories {
				without = append(without, beta(s))
				g.near(t, "β without "+s, math.Log(beta(s)), want.Without[i][k])
			}
			g.near(t, "β", math.Log(beta("")), want.Beta[k])
			se, ok := cv3(without, math.Log(beta("")), logLink)
			if !ok {
				t.Errorf("%s: no standard error", g.ID)
			}
			g.near(t, "variance", se*se, want.Jackknife[k][k])
		}
	}
	if n != 1 {
		t.Errorf("%d cases, want 1", n)
	}
}

type shrinkageCase struct {
	Input    struct{ Yi, Vi []float64 }
	Expected struct {
		REML struct {
			Mu, SE, Tau2 float64
			BLUP         []number
			BLUPSE       []number `json:"blup_se"`
		}
		HartungKnapp struct {
			SE float64
			CI []float64
		} `json:"REML_knha"`
	}
}

func TestGoldenShrinkage(t *testing.T) {
	for _, g := range goldens[shrinkageCase](t, "shrinkage") {
		in, want := g.Case.Input, g.Case.Expected
		if in.Yi == nil {
			continue // gamma-Poisson rates, which slant does not shrink
		}
		r := randomEffects(in.Yi, in.Vi)
		g.near(t, "μ", r.mean, want.REML.Mu)
		g.near(t, "its standard error", r.se, want.REML.SE)
		g.near(t, "τ²", r.between, want.REML.Tau2)
		g.nearAll(t, "BLUP", r.shrunk, want.REML.BLUP)
		g.nearAll(t, "its standard error", r.shrunkSE, want.REML.BLUPSE)
		g.near(t, "Hartung-Knapp", r.hartungKnapp, want.HartungKnapp.SE)
		half := studentQuantile(.975, float64(len(in.Yi)-1)) * r.hartungKnapp
		g.near(t, "low end", r.mean-half, want.HartungKnapp.CI[0])
		g.near(t, "high end", r.mean+half, want.HartungKnapp.CI[1])
	}
}

type storiesCase struct {
	Expected struct {
		Y            []float64 `json:"per_story_log_rr"`
		V            []float64 `json:"per_story_var"`
		HartungKnapp struct {
			SE, LB, UB float64
		} `json:"REML_HartungKnapp"`
		REML struct{ B, SE, Tau2 float64 }
		BLUP []number `json:"REML_blup"`
	}
}

// TestGoldenNoSpread pools estimates between which there is no variance.
func TestGoldenNoSpread(t *testing.T) {
	for _, g := range goldens[storiesCase](t, "stratified_rate_ratio") {
		want := g.Case.Expected
		r := randomEffects(want.Y, want.V)
		g.near(t, "μ", r.mean, want.REML.B)
		g.near(t, "standard error", r.se, want.REML.SE)
		g.near(t, "τ²", r.between, want.REML.Tau2)
		g.nearAll(t, "BLUP", r.shrunk, want.BLUP)
		g.near(t, "Hartung-Knapp", r.hartungKnapp, want.HartungKnapp.SE)
		half := studentQuantile(.975, float64(len(want.Y)-1)) * r.hartungKnapp
		g.near(t, "low end", r.mean-half, want.HartungKnapp.LB)
		g.near(t, "high end", r.mean+half, want.HartungKnapp.UB)
	}
}

type manneredCase struct {
	Input struct {
		Data struct {
			Story, Outlet, Actor []string
			Stance               []float64
		}
	}
	Expected struct {
		DiD float64
		CR3 [][]float64
	}
}

// TestGoldenInteraction checks the difference in differences and its jackknife,
// which for a linear model is CR3 times (K−1)/K.
func TestGoldenInteraction(t *testing.T) {
	n := 0
	for _, g := range goldens[manneredCase](t, "mixed_did") {
		in, want := g.Case.Input.Data, g.Case.Expected
		if in.Stance == nil {
			continue
		}
		n++
		names := slices.Compact(slices.Sorted(slices.Values(in.Story)))
		cells := make([][4]cellSum, len(names))
		for i, v := range in.Stance {
			at, _ := slices.BinarySearch(names, in.Story[i])
			c := &cells[at][2*is(in.Outlet[i] == "A")+is(in.Actor[i] == "X")]
			c.num += v
			c.den++
		}
		var stories []int32
		for i := range names {
			stories = append(stories, int32(i))
		}
		o, _ := Options{}.fill()
		e, _ := jackknifed(Estimate{}, stories, differences(cells), nil, o, newFlips(len(stories), 99, 1), new(notebook))
		g.near(t, "difference in differences", e.Value, want.DiD)
		k := float64(len(stories))
		half := studentQuantile(.975, k-1) * math.Sqrt((k-1)/k*want.CR3[3][3])
		g.near(t, "half the interval", (e.Interval.High-e.Interval.Low)/2, half)
	}
	if n != 1 {
		t.Errorf("%d cases, want 1", n)
	}
}

type equivalenceCase struct {
	Input struct {
		X, Y      []float64
		Low, High float64
		LogRR     *float64 `json:"log_rr"`
		SE        float64
		Bounds    []float64 `json:"bounds_rr"`
	}
	Expected struct {
		P     float64   `json:"p_tost"`
		CI    []float64 `json:"ci90_rr"`
		Welch struct {
			P  float64 `json:"p_tost"`
			DF float64
		}
		Pooled struct {
			P float64 `json:"p_tost"`
		}
		Paired struct {
			P float64 `json:"p_tost"`
		} `json:"paired_first_min_n"`
	}
}

func TestGoldenEquivalence(t *testing.T) {
	for _, g := range goldens[equivalenceCase](t, "tost") {
		in, want := g.Case.Input, g.Case.Expected
		if in.LogRR != nil {
			g.near(t, "p", equivalence(*in.LogRR, in.SE, math.Inf(1), math.Log(in.Bounds[0]), math.Log(in.Bounds[1])), want.P)
			f := fit{link: logLink, y: *in.LogRR, se: in.SE, df: math.Inf(1)}
			i := f.interval(.90)
			g.near(t, "low end", i.Low, want.CI[0])
			g.near(t, "high end", i.High, want.CI[1])
			continue
		}
		mean := func(x []float64) (m, v float64) {
			for _, a := range x {
				m += a / float64(len(x))
			}
			for _, a := range x {
				v += (a - m) * (a - m)
			}
			return m, v
		}
		mx, vx := mean(in.X)
		my, vy := mean(in.Y)
		n, m := float64(len(in.X)), float64(len(in.Y))
		a, b := vx/(n-1)/n, vy/(m-1)/m
		g.near(t, "Welch", equivalence(mx-my, math.Sqrt(a+b), want.Welch.DF, in.Low, in.High), want.Welch.P)
		pooled := math.Sqrt((vx + vy) / (n + m - 2) * (1/n + 1/m))
		g.near(t, "pooled", equivalence(mx-my, pooled, n+m-2, in.Low, in.High), want.Pooled.P)
		differences := make([]float64, min(len(in.X), len(in.Y)))
		for i := range differences {
			differences[i] = in.X[i] - in.Y[i]
		}
		d, vd := mean(differences)
		k := float64(len(differences))
		g.near(t, "paired", equivalence(d, math.Sqrt(vd/(k-1)/k), k-1, in.Low, in.High), want.Paired.P)
	}
}

type detectableCase struct {
	Input struct {
		Kind  string
		SE    float64 `json:"se_log_rr"`
		Alpha float64
		Power float64
	}
	Expected struct {
		Log   float64 `json:"mde_log"`
		Above float64 `json:"mde_rr"`
		Below float64 `json:"mde_rr_below"`
	}
}

func TestGoldenDetectable(t *testing.T) {
	n := 0
	for _, g := range goldens[detectableCase](t, "power_mde") {
		if in := g.Case.Input; in.Kind == "mde_rate_ratio" {
			d := detectable(in.SE, math.Inf(1), 1-in.Alpha, in.Power)
			g.near(t, "log ratio", d, g.Case.Expected.Log)
			g.near(t, "ratio", math.Exp(d), g.Case.Expected.Above)
			g.near(t, "ratio below 1", math.Exp(-d), g.Case.Expected.Below)
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d cases, want 3", n)
	}
}

type tailCase struct {
	Input struct {
		F     string
		X, DF float64
		P     float64
	}
	Expected struct{ V float64 }
}

func TestGoldenTails(t *testing.T) {
	n := 0
	for _, g := range goldens[tailCase](t, "special_functions") {
		in := g.Case.Input
		var got float64
		switch {
		case in.F == "norm_sf":
			got = studentTail(in.X, math.Inf(1))
		case in.F == "t_sf":
			got = studentTail(in.X, in.DF)
		case strings.HasPrefix(in.F, "norm_quantile"):
			got = studentQuantile(in.P, math.Inf(1))
		default:
			continue
		}
		n++
		// The absolute tolerance of the file would let tails pass that are 0.
		if want := g.Case.Expected.V; math.Abs(got-want) > 1e-10*math.Abs(want) {
			t.Errorf("%s: %v, want %v", g.ID, got, want)
		}
	}
	if n != 20 {
		t.Errorf("%d cases, want 20", n)
	}
}

func momentsOf(values []float64) (m moments) {
	for _, v := range values {
		m.add(moments{1, v, 0})
	}
	return m
}
