// Package parse gives the words of English sentences part-of-speech tags and
// dependency trees, in the terms of Universal Dependencies and the Penn
// Treebank.
//
// A word is described by what its form is: embeddings of the form, of its
// beginning, its endings and its look, and a vector learnt from unlabelled news.
// Layers of simple recurrent units (Lei and others, EMNLP 2018) carry the
// descriptions along the sentence in both directions. Tags are read off the
// second layer. At the top each word is matched with each other as its head by
// a biaffine form (Dozat and Manning, ICLR 2017) that also knows how far away
// the other is; the best tree is taken, and the relation is chosen from both
// ends of each arc.
//
// The weights are in weights/english.bin, with a licence of their own beside
// them. cmd/trainparser makes and measures them; docs/language.md has the
// figures.
package parse
