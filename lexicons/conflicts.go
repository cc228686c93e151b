package lexicons

import (
	"fmt"
	"io/fs"
)

// A Conflict is a war or a long armed conflict: who fights whom, and who
// belongs to each side. It tells whose people are the victims of an act of
// which only the other side is named.
type Conflict struct {
	Name    string   `yaml:"name"`    // what it is called
	Sides   []Side   `yaml:"sides"`   // two or more, each against all others
	Attacks []Attack `yaml:"attacks"` // those that are named by their day or a name of their own
}

// An Attack is a known act of a conflict, for texts that only name it: "since
// the 9/11 attacks".
type Attack struct {
	Names []string `yaml:"names"` // a day or name in lower case: "7 october", "september 11"
	By    string   `yaml:"by"`    // id of who did it
	On    string   `yaml:"on"`    // id of whose people were its victims
}

// A Side is one of those who fight in a conflict.
type Side struct {
	People string   `yaml:"people"` // id of the actor whose people its victims are: a state, people or group
	Forces []string `yaml:"forces"` // ids of those who fight for it beside what belongs to People
	Soil   []string `yaml:"soil"`   // lemmas of places that lie only on its side: kibbutz
	Called []string `yaml:"called"` // lemmas that in this conflict mean people of this side only: settler, hostage
	Means  []string `yaml:"means"`  // lemmas of attacks, in lower case, that in this conflict only this side makes: it alone has aircraft
}

type conflictList struct {
	About     string     `yaml:"about"`
	Source    string     `yaml:"source"`
	Conflicts []Conflict `yaml:"conflicts"`
}

// Conflicts reads the lists of conflicts in folder, such as "en/conflicts".
// Every id must be that of an actor of g; the first mistake is an *Error.
func Conflicts(fsys fs.FS, folder string, g *Gazetteer) ([]Conflict, error) {
	lists, files, err := load[conflictList](fsys, folder)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, l := range g.Lists {
		for _, a := range l.Actors {
			known[a.ID] = true
		}
	}
	var all []Conflict
	for _, file := range files {
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		if l := lists[file]; l.About == "" || l.Source == "" {
			return nil, &Error{file, 0, "a list of conflicts needs about and source at its top"}
		}
		for _, c := range lists[file].Conflicts {
			if err := c.check(file, src, known); err != nil {
				return nil, err
			}
			all = append(all, c)
		}
	}
	return all, nil
}

func (c *Conflict) check(file string, src []byte, known map[string]bool) error {
	if c.Name == "" || len(c.Sides) < 2 {
		return &Error{file, line(src, c.Name), fmt.Sprintf("the conflict %q needs a name and at least two sides", c.Name)}
	}
	stands := map[string]bool{}
	for _, s := range c.Sides {
		for _, id := range append([]string{s.People}, s.Forces...) {
			switch {
			case !known[id]:
				return &Error{file, line(src, id), fmt.Sprintf("%q in %s names no actor; add it to the lists of actors or correct it", id, c.Name)}
			case stands[id]:
				return &Error{file, line(src, id), fmt.Sprintf("%q stands twice in %s; leave it on one side", id, c.Name)}
			}
			stands[id] = true
		}
	}
	for _, a := range c.Attacks {
		for _, id := range []string{a.By, a.On} {
			if !stands[id] {
				return &Error{file, line(src, id), fmt.Sprintf("%q of an attack belongs to no side of %s; name one of its sides", id, c.Name)}
			}
		}
	}
	return nil
}
