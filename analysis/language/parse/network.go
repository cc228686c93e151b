package parse

import (
	"slices"
	"sync"

	"slant/analysis/language/parse/matrix"
)

// A Parser gives words their tags and sentences their trees. It may be used by
// several goroutines at once.
type Parser struct {
	model  *Model
	words  *words
	tables []table // embeddings in use; others were unpacked

	input     matrix.Rounded
	inputBias []float32
	layers    []layer
	tag       matrix.Rounded
	tagBias   []float32
	role      matrix.Rounded
	roleBias  []float32
	arc       matrix.Rounded
	arcBias   []float32
	arcFar    matrix.Rounded
	arcRoot   []float32
	labelFar  []float32
	labelRoot []float32
	label     matrix.Rounded
	labelBias []float32

	seen    cache
	scratch sync.Pool
}

// A layer is one recurrent layer.
type layer struct {
	input       matrix.Rounded
	gates, bias []float32
}

// Read returns the parser in a weights file. The parser refers to data, which
// must not change.
func Read(data []byte) (*Parser, error) {
	m, t, err := decode(data)
	if err != nil {
		return nil, err
	}
	panels := func(i int) matrix.Rounded {
		return matrix.PackRounded(t[i].values, t[i].scales, t[i].Rows, t[i].Columns)
	}
	p := &Parser{
		model: m, words: newWords(m.Words, m.Both, m.Learnt), tables: t,
		input: panels(InputTable), inputBias: t[InputBias].floats,
		tag: panels(TagTable), tagBias: t[TagBias].floats,
		role: panels(RoleTable), roleBias: t[RoleBias].floats,
		arc: panels(ArcTable), arcBias: t[ArcBias].floats,
		arcFar: panels(ArcDistances), arcRoot: t[ArcRoot].floats,
		labelFar: t[LabelDistances].floats, labelRoot: t[LabelRoot].floats,
		label: panels(LabelTable), labelBias: t[LabelBias].floats,
	}
	for i := range m.Size.Layers {
		input, gates, bias := LayerTables(i)
		p.layers = append(p.layers, layer{panels(input), t[gates].floats, t[bias].floats})
	}
	p.scratch.New = func() any { return new(scratch) }
	return p, nil
}

// A batch is a run of sentences that goes through the network together.
type batch struct {
	forms  []string
	bounds []int // where each sentence begins in forms, and their end
}

// A scratch holds the values of one batch. Each of its matrices has a row for
// each word and is padded as package matrix wants it.
type scratch struct {
	batch
	rounded      matrix.RoundedRows
	x, h, u      []float32 // layer input, output and activations
	tags         []float32
	roles        []float32
	query, far   []float32
	scores       []float32 // of one sentence
	pairs        []float32
	labels       []float32
	description  []float32 // of words met for the first time
	missing      []int     // where they stand
	tag          []int32
	head         []int // in the sentence, -1 for the root
	relation     []int32
	tree         tree
	newX, newU   []float32
	missingForms map[string]int
}

func grow(b *[]float32, n int) []float32 {
	*b = slices.Grow((*b)[:0], n)[:n]
	return *b
}

// run fills tag and, when trees are wanted, head and relation.
func (p *Parser) run(s *scratch, trees bool) {
	var (
		n      = len(s.forms)
		padded = matrix.PadRows(n)
		cells  = p.model.Size.Cells
		both   = 2 * cells
	)
	x, h, u := grow(&s.x, padded*both), grow(&s.h, padded*both), grow(&s.u, padded*6*cells)
	p.describe(s)
	memory := make([]float32, cells)
	for l := range p.layers {
		layer := &p.layers[l]
		if l > 0 {
			s.rounded.Set(n, both, x, both)
			layer.input.Mul(&s.rounded, u, 6*cells)
		}
		for i := 0; i+1 < len(s.bounds); i++ {
			first, end := s.bounds[i], s.bounds[i+1]
			clear(memory)
			for w := first; w < end; w++ {
				matrix.Recur(u[w*6*cells:], x[w*both:], layer.gates, layer.bias, memory, h[w*both:])
			}
			clear(memory)
			for w := end - 1; w >= first; w-- {
				matrix.Recur(u[w*6*cells+3*cells:], x[w*both+cells:], layer.gates[both:], layer.bias[both:], memory, h[w*both+cells:])
			}
		}
		x, h = h, x
		if l == p.model.Size.TagLayer-1 {
			p.tagWords(s, x, n, padded)
			if !trees {
				return
			}
		}
	}
	p.attach(s, x, n, padded)
	p.relate(s, n, padded)
}

// describe sets x to the input of the first layer and u to its activations,
// both of which depend on the form of a word only and are kept for the next time.
func (p *Parser) describe(s *scratch) {
	cells := p.model.Size.Cells
	both := 2 * cells
	s.missing = s.missing[:0]
	for i, form := range s.forms {
		e := p.seen.find(form)
		if e == nil {
			s.missing = append(s.missing, i)
			continue
		}
		copy(s.x[i*both:(i+1)*both], e.values)
		copy(s.u[i*6*cells:(i+1)*6*cells], e.values[both:])
	}
	if len(s.missing) == 0 {
		return
	}
	// One row for each form, however often it is missing.
	if s.missingForms == nil {
		s.missingForms = map[string]int{}
	}
	clear(s.missingForms)
	var forms []string
	for _, i := range s.missing {
		if _, ok := s.missingForms[s.forms[i]]; !ok {
			s.missingForms[s.forms[i]] = len(forms)
			forms = append(forms, s.forms[i])
		}
	}
	n := len(forms)
	padded, width := matrix.PadRows(n), p.model.Size.Input()
	in := grow(&s.description, padded*width)
	clear(in)
	for i, form := range forms {
		p.lookUp(form, in[i*width:(i+1)*width])
	}
	x, u := grow(&s.newX, padded*both), grow(&s.newU, padded*6*cells)
	s.rounded.Set(n, width, in, width)
	p.input.Mul(&s.rounded, x, both)
	for i := range n {
		rectify(x[i*both:(i+1)*both], p.inputBias)
	}
	s.rounded.Set(n, both, x, both)
	p.layers[0].input.Mul(&s.rounded, u, 6*cells)
	for i, form := range forms {
		p.seen.keep(form, x[i*both:(i+1)*both], u[i*6*cells:(i+1)*6*cells])
	}
	for _, i := range s.missing {
		j := s.missingForms[s.forms[i]]
		copy(s.x[i*both:(i+1)*both], x[j*both:])
		copy(s.u[i*6*cells:(i+1)*6*cells], u[j*6*cells:])
	}
}

// lookUp writes the embeddings of a form to out, which holds zeros.
func (p *Parser) lookUp(form string, out []float32) {
	f := p.words.features(form)
	offset := 0
	put := func(table int, row int32) {
		t := &p.tables[table]
		if row >= 0 {
			t.row(row, out[offset:offset+t.Columns])
		}
		offset += t.Columns
	}
	put(WordTable, f.Word)
	put(Suffix2Table, f.Suffix2)
	put(Suffix3Table, f.Suffix3)
	put(Suffix4Table, f.Suffix4)
	put(Prefix3Table, f.Prefix3)
	put(ShapeTable, f.Shape)
	put(VectorTable, f.Vector)
}

// rectify adds bias to x and makes negative values small.
func rectify(x, bias []float32) {
	for i, b := range bias {
		v := x[i] + b
		x[i] = max(v, 0.1*v)
	}
}

// best returns the index of the highest score with its bias.
func best(scores, bias []float32) int32 {
	at, top := 0, scores[0]+bias[0]
	for i, b := range bias {
		if v := scores[i] + b; v > top {
			at, top = i, v
		}
	}
	return int32(at)
}

func (p *Parser) tagWords(s *scratch, x []float32, n, padded int) {
	width := p.tag.Width()
	scores := grow(&s.tags, padded*width)
	s.rounded.Set(n, 2*p.model.Size.Cells, x, 2*p.model.Size.Cells)
	p.tag.Mul(&s.rounded, scores, width)
	s.tag = s.tag[:0]
	for i := range n {
		s.tag = append(s.tag, best(scores[i*width:], p.tagBias))
	}
}

// attach finds the trees.
func (p *Parser) attach(s *scratch, x []float32, n, padded int) {
	a := p.model.Size.Arc
	width := p.role.Width()
	roles := grow(&s.roles, padded*width)
	s.rounded.Set(n, 2*p.model.Size.Cells, x, 2*p.model.Size.Cells)
	p.role.Mul(&s.rounded, roles, width)
	for i := range n {
		rectify(roles[i*width:], p.roleBias[:2*a])
		for j, b := range p.roleBias[2*a:] {
			roles[i*width+2*a+j] += b
		}
	}
	query := grow(&s.query, padded*p.arc.Width())
	strideQ := p.arc.Width()
	s.rounded.Set(n, a, roles, width)
	p.arc.Mul(&s.rounded, query, strideQ)
	for i := range n {
		for j, b := range p.arcBias {
			query[i*strideQ+j] += b
		}
	}
	strideF := p.arcFar.Width()
	far := grow(&s.far, padded*strideF)
	s.rounded.Set(n, a, query, strideQ)
	p.arcFar.Mul(&s.rounded, far, strideF)
	s.head = s.head[:0]
	for b := 0; b+1 < len(s.bounds); b++ {
		first, m := s.bounds[b], s.bounds[b+1]-s.bounds[b]
		scores := grow(&s.scores, m*(m+1))
		for i := range m {
			q := query[(first+i)*strideQ:][:a]
			f := far[(first+i)*strideF:]
			row := scores[i*(m+1) : (i+1)*(m+1)]
			row[0] = matrix.Dot(q, p.arcRoot)
			for j := range m {
				row[j+1] = matrix.Dot(q, roles[(first+j)*width+a:]) + f[Distance(i, j)]
			}
		}
		s.head = append(s.head, s.tree.heads(scores, m)...)
	}
}

// relate chooses the relation of each word to its head.
func (p *Parser) relate(s *scratch, n, padded int) {
	a, l := p.model.Size.Arc, p.model.Size.Label
	width := p.role.Width()
	pairs := grow(&s.pairs, padded*l)
	for b := 0; b+1 < len(s.bounds); b++ {
		first := s.bounds[b]
		for i := first; i < s.bounds[b+1]; i++ {
			dependent := s.roles[i*width+2*a:][:l]
			head, distance := p.labelRoot, []float32(nil)
			if h := s.head[i]; h >= 0 {
				head = s.roles[(first+h)*width+2*a+l:][:l]
				distance = p.labelFar[Distance(i-first, h)*l:][:l]
			}
			out := pairs[i*l : (i+1)*l]
			if distance == nil {
				for j, v := range dependent {
					v += head[j]
					out[j] = max(v, 0.1*v)
				}
				continue
			}
			for j, v := range dependent {
				v += head[j] + distance[j]
				out[j] = max(v, 0.1*v)
			}
		}
	}
	stride := p.label.Width()
	labels := grow(&s.labels, padded*stride)
	s.rounded.Set(n, l, pairs, l)
	p.label.Mul(&s.rounded, labels, stride)
	s.relation = s.relation[:0]
	for i := range n {
		s.relation = append(s.relation, best(labels[i*stride:], p.labelBias))
	}
}
