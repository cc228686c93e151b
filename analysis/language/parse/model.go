package parse

import "fmt"

// A Tag is what the tagger gives a word: a universal part of speech and a Penn
// Treebank tag.
type Tag struct{ UPOS, XPOS string }

// Size says how large the parts of the network are.
type Size struct {
	Word, Affix, Shape, Vector int // embeddings
	Cells                      int // recurrent cells in each direction
	Layers                     int // recurrent layers
	TagLayer                   int // number of layers that the tagger reads through
	Arc, Label                 int // space in which words are matched with heads, relations chosen
}

// Input returns the width of a word's description.
func (s Size) Input() int { return s.Word + 4*s.Affix + s.Shape + s.Vector }

// A Model is a tagger and parser with its vocabulary and its weights as numbers,
// as training leaves it. Encode gives the form that Read takes.
type Model struct {
	Size      Size
	Tags      []Tag
	Relations []string
	// Words are normal forms: those of the treebanks that have a vector, then
	// those of the treebanks that have none, then those with a vector only.
	Words  []string
	Both   int // number of the first kind
	Learnt int // number of the first and second kinds
	// Weights holds the values of each table of Shapes, by rows.
	Weights [][]float32
}

// A Shape describes one table of weights.
type Shape struct {
	Name          string
	Rows, Columns int
	Kind          Kind
}

// Kind says how a table is used, and so how it is stored.
type Kind byte

const (
	Plain     Kind = iota // vectors: stored as float32
	Embedding             // one row at a time: int8, one scale for each row
	Dense                 // multiplied: int8, one scale for each column
)

// Indices of tables in Shapes. The recurrent layers follow, three tables each.
const (
	WordTable = iota
	VectorTable
	Suffix2Table
	Suffix3Table
	Suffix4Table
	Prefix3Table
	ShapeTable
	InputTable
	InputBias
	TagTable
	TagBias
	RoleTable // columns: as dependent and as head for the arc, then for the label
	RoleBias
	ArcTable
	ArcBias
	ArcDistances
	ArcRoot
	LabelDistances
	LabelRoot
	LabelTable
	LabelBias
	firstLayer
)

// LayerTables returns the indices of the tables of recurrent layer i: weights of
// the input, weights of the memory in the gates, biases of the gates.
func LayerTables(i int) (input, gates, bias int) {
	return firstLayer + 3*i, firstLayer + 3*i + 1, firstLayer + 3*i + 2
}

// Shapes lists the tables of weights in the order in which they are stored.
func (m *Model) Shapes() []Shape {
	s := m.Size
	both := 2 * s.Cells
	shapes := []Shape{
		WordTable:      {"word", 1 + m.Learnt, s.Word, Embedding},
		VectorTable:    {"vector", m.Both + len(m.Words) - m.Learnt, s.Vector, Embedding},
		Suffix2Table:   {"suffix2", affixRows, s.Affix, Embedding},
		Suffix3Table:   {"suffix3", affixRows, s.Affix, Embedding},
		Suffix4Table:   {"suffix4", affixRows, s.Affix, Embedding},
		Prefix3Table:   {"prefix3", affixRows, s.Affix, Embedding},
		ShapeTable:     {"shape", shapeRows, s.Shape, Embedding},
		InputTable:     {"input", s.Input(), both, Dense},
		InputBias:      {"input bias", 1, both, Plain},
		TagTable:       {"tag", both, len(m.Tags), Dense},
		TagBias:        {"tag bias", 1, len(m.Tags), Plain},
		RoleTable:      {"role", both, 2*s.Arc + 2*s.Label, Dense},
		RoleBias:       {"role bias", 1, 2*s.Arc + 2*s.Label, Plain},
		ArcTable:       {"arc", s.Arc, s.Arc, Dense},
		ArcBias:        {"arc bias", 1, s.Arc, Plain},
		ArcDistances:   {"arc distance", s.Arc, Distances, Dense},
		ArcRoot:        {"arc root", 1, s.Arc, Plain},
		LabelDistances: {"label distance", Distances, s.Label, Plain},
		LabelRoot:      {"label root", 1, s.Label, Plain},
		LabelTable:     {"label", s.Label, len(m.Relations), Dense},
		LabelBias:      {"label bias", 1, len(m.Relations), Plain},
	}
	for i := range s.Layers {
		shapes = append(shapes,
			Shape{fmt.Sprintf("recurrent %d", i), both, 6 * s.Cells, Dense},
			Shape{fmt.Sprintf("recurrent %d gates", i), 1, 4 * s.Cells, Plain},
			Shape{fmt.Sprintf("recurrent %d bias", i), 1, 4 * s.Cells, Plain})
	}
	return shapes
}

// words finds the rows of normal forms.
type words struct {
	forms        []string
	both, learnt int
	slots        []int32 // open addressing: index in forms plus 1, 0 for none
}

func newWords(forms []string, both, learnt int) *words {
	size := 1
	for size < 2*len(forms)+2 {
		size *= 2
	}
	w := &words{forms: forms, both: both, learnt: learnt, slots: make([]int32, size)}
	for i, form := range forms {
		at := w.slot(form)
		for w.slots[at] != 0 {
			at = (at + 1) & (size - 1)
		}
		w.slots[at] = int32(i + 1)
	}
	return w
}

func (w *words) slot(form string) int {
	return int(uint32(hash('w', form))*2654435769>>4) & (len(w.slots) - 1)
}

// rows returns the row of a normal form in the table of words, 0 when it has
// none, and in the table of vectors, -1 when it has none.
func (w *words) rows(normal string) (word, vector int32) {
	for at := w.slot(normal); w.slots[at] != 0; at = (at + 1) & (len(w.slots) - 1) {
		i := int(w.slots[at] - 1)
		if w.forms[i] != normal {
			continue
		}
		switch {
		case i < w.both:
			return int32(i + 1), int32(i)
		case i < w.learnt:
			return int32(i + 1), -1
		}
		return 0, int32(i - w.learnt + w.both)
	}
	return 0, -1
}

// Featurer returns the function that describes word forms in the terms of the
// model's tables.
func (m *Model) Featurer() func(form string) Features {
	return newWords(m.Words, m.Both, m.Learnt).features
}
