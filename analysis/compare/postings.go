package compare

import "encoding/binary"

// Postings say which articles have how many of something: for each article, in
// order, its distance from the one before and a count, in one to three bytes for
// most. A million articles of some sixty features and some hundred and fifty
// words each fit into memory that way.
type postings struct {
	bytes []byte
	last  int32 // article
	n     int32 // articles
}

// add appends an article, which must not come before one that is there, with a
// count above 0.
func (p *postings) add(article, count int32) {
	small := min(count-1, 3) // 3 says that the count follows
	p.bytes = binary.AppendUvarint(p.bytes, uint64(article-p.last)<<2|uint64(small))
	if small == 3 {
		p.bytes = binary.AppendUvarint(p.bytes, uint64(count-4))
	}
	p.last = article
	p.n++
}

// each passes every article and its count to do, in the order of the articles.
func (p *postings) each(do func(article, count int32)) {
	article := int32(0)
	for b := p.bytes; len(b) > 0; {
		v, k := uint64(b[0]), 1
		if v >= 0x80 {
			v, k = binary.Uvarint(b)
		}
		b = b[k:]
		count := int32(v&3) + 1
		if count == 4 {
			v, k := binary.Uvarint(b)
			b = b[k:]
			count += int32(v)
		}
		article += int32(v >> 2)
		do(article, count)
	}
}
