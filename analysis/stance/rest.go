package stance

const (
	// plain is the sum of evidence over a text from which an actor plays a role
	// in it.
	plain = 0.3
	// outweighs is how many times the evidence for a role must be that for any other.
	outweighs = 1.2
)

// rest turns evidence into portrayals, and gives those that have no role by their
// own sentence the role that their actor plays in the others. Polarity and label
// stay those of the sentence. The list must be sorted: sums of floats depend on
// their order.
func rest(all []*entry) []Portrayal {
	whole := map[string]*evidence{}
	for _, x := range all {
		sum := whole[x.actor]
		if sum == nil {
			sum = &evidence{}
			whole[x.actor] = sum
		}
		sum.against += x.against + max(0, -x.tone)/2
		sum.favour += x.favour + max(0, x.tone)/2
		sum.suffers += x.suffers
	}
	out := make([]Portrayal, len(all))
	for i, x := range all {
		out[i] = x.portrayal()
		if out[i].Role == NoRole {
			out[i].Role = whole[x.actor].overall()
		}
	}
	return out
}

// overall returns the role that the evidence of a whole text speaks for, none
// when it speaks for no one of them.
func (e *evidence) overall() string {
	switch {
	case e.against >= plain && e.against >= outweighs*max(e.favour, e.suffers):
		return Antagonist
	case e.suffers >= plain && e.suffers >= outweighs*max(e.favour, e.against):
		return Innocent
	case e.favour >= plain && e.favour >= outweighs*max(e.against, e.suffers):
		return Protagonist
	}
	return NoRole
}
