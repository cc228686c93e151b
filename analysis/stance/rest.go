package stance

const (
	// plain is the sum of evidence over a text from which an actor plays a role
	// in it.
	plain = 0.2
	// outweighs is how many times the evidence for a role must be that for any other.
	outweighs = 1.2
	// share is how far the polarity of a sentence counts towards its actor's role
	// in the text, beside what is said and done for and against it.
	share = 0.5
)

// rest turns evidence into portrayals, and gives those that have no role by their
// own sentence the role that their actor plays in the others. Polarity and label
// stay those of the sentence. The list must be sorted: sums of floats depend on
// their order.
func rest(all []*entry) []Portrayal {
	out := make([]Portrayal, len(all))
	whole := map[string]*evidence{}
	for i, x := range all {
		out[i] = x.portrayal()
		sum := whole[x.actor]
		if sum == nil {
			sum = &evidence{}
			whole[x.actor] = sum
		}
		shown := share * out[i].Polarity
		sum.against += x.against + max(0, -shown)
		sum.favour += x.favour + max(0, shown)
		sum.suffers += x.suffers
	}
	for i, x := range all {
		if out[i].Role == NoRole {
			out[i].Role = whole[x.actor].overall()
			out[i].RoleOfText = out[i].Role != NoRole
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
