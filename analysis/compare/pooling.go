package compare

import "math"

// fewestPooled is the number of outlets from which what they have in common can
// be told from chance.
const fewestPooled = 5

// A Pooling holds the contrasts of all outlets in one metric together: how far
// outlets differ at all, and where each then most likely lies. Outlets of which
// little is known are drawn towards the middle. Rank outlets by these values,
// never by the raw ones.
type Pooling struct {
	Metric     string
	Outlets    int
	Mean       float64  // of the outlets, in the unit of the contrasts
	Interval   Interval // of the mean, by Hartung and Knapp
	Spread     float64  // standard deviation between outlets; on the log scale for ratios
	Prediction Interval // where a further outlet would lie
	Shrunk     []Shrunk // by outlet
}

// A Shrunk is a contrast drawn towards the mean of all.
type Shrunk struct {
	Outlet   string
	Value    float64
	Interval Interval
}

// pool pools contrasts that have a standard error. nil when they are too few.
func (c *counting) pool(contrasts []Contrast) *Pooling {
	var y, v []float64
	var names []string
	_, l, per := c.scale()
	for _, e := range contrasts {
		if e.Interval != nil {
			names = append(names, e.Outlet)
			y = append(y, l.to(e.Value/per))
			v = append(v, (e.SE/per)*(e.SE/per))
		}
	}
	if len(y) < fewestPooled {
		return nil
	}
	r := randomEffects(y, v)
	around := func(centre, half float64) Interval {
		return Interval{l.from(centre-half) * per, l.from(centre+half) * per, c.o.Level}
	}
	t := studentQuantile((1+c.o.Level)/2, float64(len(y)-1))
	z := studentQuantile((1+c.o.Level)/2, math.Inf(1))
	p := &Pooling{
		Metric: c.ID, Outlets: len(y), Mean: l.from(r.mean) * per, Spread: math.Sqrt(r.between),
		Interval:   around(r.mean, t*r.hartungKnapp),
		Prediction: around(r.mean, t*math.Sqrt(r.between+r.hartungKnapp*r.hartungKnapp)),
	}
	for i, name := range names {
		p.Shrunk = append(p.Shrunk, Shrunk{name, l.from(r.shrunk[i]) * per, around(r.shrunk[i], z*r.shrunkSE[i])})
	}
	return p
}

// A randomEffect is what several estimates have in common.
type randomEffect struct {
	mean, se         float64
	between          float64 // variance between the true values (τ²)
	hartungKnapp     float64 // standard error of the mean that knows that τ² was estimated
	shrunk, shrunkSE []float64
}

// randomEffects fits y ~ N(μ, τ² + v) by restricted maximum likelihood, found by
// Fisher scoring, and predicts the true values (BLUP). Viechtbauer 2005 (J.
// Educational and Behavioral Statistics 30:261); Hartung and Knapp 2001
// (Statistics in Medicine 20:1771); IntHout, Ioannidis and Borm 2014.
func randomEffects(y, v []float64) randomEffect {
	k := float64(len(y))
	var r randomEffect
	// Start from the method of moments without weights.
	var mean, variance, within float64
	for i := range y {
		mean += y[i] / k
		within += v[i] / k
	}
	for i := range y {
		variance += (y[i] - mean) * (y[i] - mean) / (k - 1)
	}
	r.between = max(0, variance-within)
	var w, squares float64
	weigh := func() {
		w, r.mean = 0, 0
		for i := range y {
			w += 1 / (v[i] + r.between)
			r.mean += y[i] / (v[i] + r.between)
		}
		r.mean /= w
	}
	for range 1000 {
		weigh()
		var w2, w3, q float64
		for i := range y {
			u := 1 / (v[i] + r.between)
			w2 += u * u
			w3 += u * u * u
			q += u * u * (y[i] - r.mean) * (y[i] - r.mean)
		}
		trace := w - w2/w // of the projection that takes the mean out
		information := w2 - 2*w3/w + w2*w2/(w*w)
		next := max(0, r.between+(q-trace)/information)
		if math.Abs(next-r.between) <= 1e-12*(r.between+1e-12) {
			break
		}
		r.between = next
	}
	weigh()
	r.se = math.Sqrt(1 / w)
	for i := range y {
		squares += (y[i] - r.mean) * (y[i] - r.mean) / (v[i] + r.between)
	}
	r.hartungKnapp = math.Sqrt(squares / (k - 1) / w)
	for i := range y {
		pull := v[i] / (v[i] + r.between) // towards the mean
		r.shrunk = append(r.shrunk, pull*r.mean+(1-pull)*y[i])
		r.shrunkSE = append(r.shrunkSE, math.Sqrt((1-pull)*v[i]+pull*pull*r.se*r.se))
	}
	return r
}
