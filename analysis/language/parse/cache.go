package parse

import (
	"strings"
	"sync/atomic"
)

// cacheSize is the number of words whose first values are kept, a power of two.
// 6,000 forms make 93 in 100 words of news; each takes four kilobytes.
const cacheSize = 8192

// probes is the number of places that a form may be kept in.
const probes = 4

// A cache keeps what the network makes of a word before it sees its neighbours.
// Readers and writers need no lock: an entry never changes, only its place is
// taken by another.
type cache struct {
	places [cacheSize]atomic.Pointer[entry]
	turn   atomic.Uint32
}

type entry struct {
	form   string
	values []float32 // input of the first layer, then its activations
}

func place(form string, probe int) int {
	return (int(uint32(hash('c', form))) + probe) & (cacheSize - 1)
}

// find returns the entry of a form, or nil.
func (c *cache) find(form string) *entry {
	first := place(form, 0)
	for i := range probes {
		e := c.places[(first+i)&(cacheSize-1)].Load()
		if e == nil {
			return nil
		}
		if e.form == form {
			return e
		}
	}
	return nil
}

// keep stores the values of a form, in the place of another when all are taken.
func (c *cache) keep(form string, x, u []float32) {
	if len(form) > 40 {
		return // addresses do not come twice
	}
	values := make([]float32, 0, len(x)+len(u))
	e := &entry{strings.Clone(form), append(append(values, x...), u...)}
	first := place(form, 0)
	for i := range probes {
		if c.places[(first+i)&(cacheSize-1)].CompareAndSwap(nil, e) {
			return
		}
	}
	c.places[(first+int(c.turn.Add(1)%probes))&(cacheSize-1)].Store(e)
}
