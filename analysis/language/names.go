package language

// A Name is the name of a person or place that prose's name finder sees in a
// sentence.
type Name struct {
	First, Last int    // its tokens, inclusive
	Kind        string // person or place
}
