package matrix

// The kernels in plain Go.

func blockGeneric(k int, a []float32, strideA int, b, c []float32, strideC int, add bool) {
	for i := range Rows {
		var sum [Columns]float32
		for l, x := range a[i*strideA : i*strideA+k] {
			row := (*[Columns]float32)(b[l*Columns:])
			for j := range sum {
				sum[j] = x*row[j] + sum[j]
			}
		}
		out := c[i*strideC : i*strideC+Columns]
		if add {
			for j := range out {
				out[j] = sum[j] + out[j]
			}
		} else {
			copy(out, sum[:])
		}
	}
}

func axpyGeneric(a float32, x, y []float32) {
	for i, v := range x {
		y[i] = a*v + y[i]
	}
}

// dotGeneric keeps sixteen sums and adds them as the vector form does. The
// conversions keep the compiler from fusing multiplication and addition.
func dotGeneric(x, y []float32) float32 {
	var sum [16]float32
	for i := 0; i+16 <= len(x); i += 16 {
		for j := range sum {
			sum[j] += float32(x[i+j] * y[i+j])
		}
	}
	for n := 8; n > 0; n /= 2 {
		for j := range n {
			sum[j] += sum[j+n]
		}
	}
	return sum[0]
}

func recurGeneric(u, x, v, b, c, h []float32) {
	d := len(c)
	candidate, forget, reset := u[:d], u[d:2*d], u[2*d:3*d]
	for i := range c {
		f := forget[i] + b[i]
		f = gate(float32(v[i]*c[i]) + f)
		r := reset[i] + b[d+i]
		r = gate(float32(v[d+i]*c[i]) + r)
		m := float32(f*(c[i]-candidate[i])) + candidate[i]
		c[i] = m
		h[i] = float32(r*(m-x[i])) + x[i]
	}
}

// gate is a sigmoid without an exponential: (1 + z/(1+|z|)) / 2.
func gate(z float32) float32 {
	z /= max(z, -z) + 1
	return float32(0.5*z) + 0.5
}
