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

// A posting is an article and a count.
type posting struct{ article, count int32 }

// read returns every article and its count, in the order of the articles, in
// list, whatever was in it. Where there are many, it is faster to have them first
// and to look up what they are about then.
func (p *postings) read(list []posting) []posting {
	if list = list[:0]; cap(list) < int(p.n) {
		list = make([]posting, 0, p.n)
	}
	article := int32(0)
	for b := p.bytes; len(b) > 0; {
		v, k := uint64(b[0]), 1
		if v >= 0x80 {
			if b[1] < 0x80 {
				v, k = v&0x7f|uint64(b[1])<<7, 2
			} else {
				v, k = binary.Uvarint(b)
			}
		}
		b = b[k:]
		count := int32(v&3) + 1
		if count == 4 {
			v, k := binary.Uvarint(b)
			b = b[k:]
			count += int32(v)
		}
		article += int32(v >> 2)
		list = append(list, posting{article, count})
	}
	return list
}

// each passes every article and its count to do, in the order of the articles.
func (p *postings) each(do func(article, count int32)) {
	for _, q := range p.read(nil) {
		do(q.article, q.count)
	}
}
