package train

import (
	"math"
	"math/rand"

	"slant/analysis/language/parse"
	"slant/analysis/language/parse/matrix"
)

// An example is a sentence as numbers: what the network sees and what it should
// say.
type example struct {
	words     []parse.Features
	heads     []int32   // 0 for the root, else the word's place counted from 1
	relations []int32   // index in Model.Relations
	tags      []int32   // index in Model.Tags
	weights   []float32 // how much each word counts, nil for fully
}

// weight returns how much word i counts.
func (e *example) weight(i int) float32 {
	if e.weights == nil {
		return 1
	}
	return e.weights[i]
}

// A network is the model in training.
type network struct {
	model  *parse.Model
	params []*param // as Model.Shapes
	counts []int    // occurrences in the treebanks of the words in the word table
	drop   float32
	input  float32 // share of embeddings that are dropped
}

// newNetwork sets the weights at random, those of the vectors to the values
// given.
func newNetwork(m *parse.Model, vectors []float32, counts []int, o Options) *network {
	n := &network{model: m, counts: counts, drop: float32(o.Drop), input: float32(o.DropInput)}
	rng := rand.New(rand.NewSource(o.Seed))
	width := func(in, out int) float64 { return math.Sqrt(2 / float64(in+out)) }
	for i, shape := range m.Shapes() {
		scale := 0.1
		switch {
		case i == parse.WordTable:
			scale = 0.05
		case i == parse.VectorTable:
			scale = 0
		case i == parse.InputTable:
			scale = 1 / math.Sqrt(float64(shape.Rows))
		case i == parse.ArcTable:
			scale = 0.3 * width(shape.Rows, shape.Columns)
		case i == parse.ArcDistances:
			scale = 0.01
		case shape.Kind == parse.Dense && shape.Columns == 6*m.Size.Cells:
			// each third of the columns is a layer of its own
			scale = 1.2 * width(shape.Rows, shape.Rows)
		case shape.Kind == parse.Dense:
			scale = width(shape.Rows, shape.Columns)
		case i == parse.InputBias, i == parse.TagBias, i == parse.RoleBias, i == parse.ArcBias, i == parse.LabelBias:
			scale = 0
		}
		n.params = append(n.params, newParam(shape, scale, rng.NormFloat64))
	}
	for l := range m.Size.Layers {
		_, _, bias := parse.LayerTables(l)
		d := m.Size.Cells
		for j := range n.params[bias].value {
			n.params[bias].value[j] = 0
			if j/d%2 == 1 {
				n.params[bias].value[j] = -0.5 // the output begins near the input
			}
		}
	}
	copy(n.params[parse.VectorTable].value, vectors)
	n.params[parse.VectorTable].frozen = true
	for _, p := range n.params {
		p.ready()
	}
	return n
}

// embed puts the descriptions of the words of a batch side by side.
func (n *network) embed(t *tape, batch []*example, words int) *mat {
	x := t.mat(words, n.model.Size.Input())
	offset := 0
	put := func(table int, id func(f *parse.Features) int32) {
		ids := make([]int32, 0, words)
		for _, e := range batch {
			for i := range e.words {
				row := id(&e.words[i])
				if t.rng.Float32() < n.input {
					row = -1
				}
				ids = append(ids, row)
			}
		}
		t.embed(n.params[table], ids, x, offset)
		offset += n.params[table].Columns
	}
	put(parse.WordTable, func(f *parse.Features) int32 {
		// Rare words are unknown now and then, to learn what that is like.
		if f.Word > 0 && t.rng.Float64() < 0.25/(0.25+float64(n.counts[f.Word])) {
			return 0
		}
		return f.Word
	})
	put(parse.Suffix2Table, func(f *parse.Features) int32 { return f.Suffix2 })
	put(parse.Suffix3Table, func(f *parse.Features) int32 { return f.Suffix3 })
	put(parse.Suffix4Table, func(f *parse.Features) int32 { return f.Suffix4 })
	put(parse.Prefix3Table, func(f *parse.Features) int32 { return f.Prefix3 })
	put(parse.ShapeTable, func(f *parse.Features) int32 { return f.Shape })
	put(parse.VectorTable, func(f *parse.Features) int32 { return f.Vector })
	return x
}

// A score counts what was right in training.
type score struct {
	words, arcs, relations, tags int
	loss                         float64
}

func (s *score) add(o score) {
	s.words += o.words
	s.arcs += o.arcs
	s.relations += o.relations
	s.tags += o.tags
	s.loss += o.loss
}

// tagWeight is how much the loss of a tag counts beside that of an arc or a
// relation.
const tagWeight = 0.5

// learn adds to the gradients those of the loss on a batch, times weight.
func (n *network) learn(t *tape, batch []*example, weight float32) score {
	t.reset()
	size, p := n.model.Size, n.params
	bounds := []int{0}
	for _, e := range batch {
		bounds = append(bounds, bounds[len(bounds)-1]+len(e.words))
	}
	words := bounds[len(batch)]
	s := score{words: words}

	h := t.rectify(t.linear(n.embed(t, batch, words), p[parse.InputTable], p[parse.InputBias]))
	var tags *mat
	for l := range size.Layers {
		input, gates, bias := parse.LayerTables(l)
		u := t.linear(t.drop(h, bounds, n.drop), p[input], nil)
		h = t.recur(u, h, p[gates], p[bias], bounds)
		if l == size.TagLayer-1 {
			tags = t.linear(t.drop(h, bounds, n.drop), p[parse.TagTable], p[parse.TagBias])
		}
	}
	roles := t.linear(t.drop(h, bounds, n.drop), p[parse.RoleTable], p[parse.RoleBias])
	arcs := t.drop(t.rectify(roles.columns(0, 2*size.Arc)), bounds, n.drop)
	query := t.linear(arcs.columns(0, size.Arc), p[parse.ArcTable], p[parse.ArcBias])
	distances := t.linear(query, p[parse.ArcDistances], nil)
	for i, e := range batch {
		n.learnArcs(t, e, bounds[i], query, arcs.columns(size.Arc, 2*size.Arc), distances, weight, &s)
	}
	pairs := n.pair(t, batch, bounds, roles.columns(2*size.Arc, roles.c))
	labels := t.linear(t.drop(t.rectify(pairs), bounds, n.drop), p[parse.LabelTable], p[parse.LabelBias])
	for i, e := range batch {
		for j := range e.words {
			at, weight := bounds[i]+j, weight*e.weight(j)
			loss, right := crossEntropy(labels.row(at), int(e.relations[j]), weight, labels.grad(at))
			s.loss += loss
			if right {
				s.relations++
			}
			loss, right = crossEntropy(tags.row(at), int(e.tags[j]), tagWeight*weight, tags.grad(at))
			s.loss += tagWeight * loss
			if right {
				s.tags++
			}
		}
	}
	t.backward()
	return s
}

// learnArcs matches the words of the sentence whose first word is row first
// with their heads.
func (n *network) learnArcs(t *tape, e *example, first int, query, heads, distances *mat, weight float32, s *score) {
	a, m := n.model.Size.Arc, len(e.words)
	root := n.params[parse.ArcRoot]
	scores := t.mat(m, m+1)
	keys := t.mat(m+1, a)
	copy(keys.row(0), root.value)
	for j := range m {
		copy(keys.row(j+1), heads.row(first+j))
	}
	t.space.Gemm(false, true, m, m+1, a, query.value[first*query.stride:], query.stride, keys.value, a, scores.value, m+1)
	for i := range m {
		row, far := scores.row(i), distances.row(first+i)
		for j := range m {
			row[j+1] += far[parse.Distance(i, j)]
		}
		row[i+1] = -1e9
		loss, right := crossEntropy(row, int(e.heads[i]), weight*e.weight(i), scores.grad(i))
		s.loss += loss
		if right {
			s.arcs++
		}
	}
	t.onBack(func() {
		for i := range m {
			change, far := scores.grad(i), distances.grad(first+i)
			change[i+1] = 0
			for j := range m {
				far[parse.Distance(i, j)] += change[j+1]
			}
		}
		t.space.Gemm(false, false, m, a, m+1, scores.change, m+1, keys.value, a, query.change[first*query.stride:], query.stride)
		t.space.Gemm(true, false, m+1, a, m, scores.change, m+1, query.value[first*query.stride:], query.stride, keys.change, a)
		matrix.Axpy(1, keys.grad(0), root.grad[t.shard])
		for j := range m {
			matrix.Axpy(1, keys.grad(j+1), heads.grad(first+j))
		}
	})
}

// pair adds what each word is as a dependent to what its right head is as a head
// and to where that stands.
func (n *network) pair(t *tape, batch []*example, bounds []int, labels *mat) *mat {
	l := n.model.Size.Label
	root, distances := n.params[parse.LabelRoot], n.params[parse.LabelDistances]
	sum := t.mat(labels.r, l)
	each := func(f func(at int, head, distance int)) {
		for i, e := range batch {
			for j, h := range e.heads {
				if h == 0 {
					f(bounds[i]+j, -1, 0)
				} else {
					f(bounds[i]+j, bounds[i]+int(h)-1, parse.Distance(j, int(h)-1))
				}
			}
		}
	}
	each(func(at, head, distance int) {
		out := sum.row(at)
		copy(out, labels.row(at)[:l])
		if head < 0 {
			matrix.Axpy(1, root.value, out)
			return
		}
		matrix.Axpy(1, labels.row(head)[l:], out)
		matrix.Axpy(1, distances.value[distance*l:(distance+1)*l], out)
	})
	t.onBack(func() {
		each(func(at, head, distance int) {
			from := sum.grad(at)
			matrix.Axpy(1, from, labels.grad(at)[:l])
			if head < 0 {
				matrix.Axpy(1, from, root.grad[t.shard])
				return
			}
			matrix.Axpy(1, from, labels.grad(head)[l:])
			matrix.Axpy(1, from, distances.grad[t.shard][distance*l:(distance+1)*l])
		})
	})
	return sum
}
