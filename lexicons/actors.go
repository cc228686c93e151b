package lexicons

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
)

// ActorTypes are the values that Actor.Type may have.
var ActorTypes = []string{"state", "organisation", "person", "group", "place"}

// An Actor is an entry of a list of actors: somebody with all the names by
// which news calls them.
type Actor struct {
	ID       string   `yaml:"id"`       // lower case, words joined by hyphens: "united-states"
	Name     string   `yaml:"name"`     // the usual name, which is matched too
	Type     string   `yaml:"type"`     // one of ActorTypes
	PartOf   string   `yaml:"part_of"`  // id of the actor that it speaks or acts for, or that it lies in; "" when none
	Nation   string   `yaml:"nation"`   // id of the state that it comes from without speaking for it: a company, a newspaper, an armed group
	Aliases  []string `yaml:"aliases"`  // other names of the same actor: "USA", "GOP"
	Demonyms []string `yaml:"demonyms"` // adjectives and people: "Russian", "Russians"
	Metonyms []string `yaml:"metonyms"` // what stands for it: "Kremlin", "Downing Street"
	Capital  string   `yaml:"capital"`  // a place that stands for it when it speaks or acts: "Moscow"
	Roles    []string `yaml:"roles"`    // of a person, what news calls him once it has named him: "senator", "secretary of state"
	Regex    []string `yaml:"regex"`    // Go regular expressions over the text, for what a name cannot say
}

// Names returns every name that a means whatever stands around it: all but its
// capital and its regular expressions.
func (a *Actor) Names() []string {
	return slices.Concat([]string{a.Name}, a.Aliases, a.Demonyms, a.Metonyms)
}

// An ActorList is one file of actors. In no two entries of a list does the same
// name stand.
type ActorList struct {
	About  string  `yaml:"about"`  // which actors are in it
	Source string  `yaml:"source"` // where its entries come from
	Actors []Actor `yaml:"actors"`

	File string `yaml:"-"` // path of the file
	src  []byte
}

// Kind names what the list's actors have in common, by the name of its file:
// "companies" for en/actors/companies.yaml.
func (l *ActorList) Kind() string { return strings.TrimSuffix(path.Base(l.File), path.Ext(l.File)) }

// Errorf returns an *Error about the given field of entry i of the list, which
// it finds in the file.
func (l *ActorList) Errorf(i int, field, format string, args ...any) *Error {
	return &Error{l.File, l.line(i, field), fmt.Sprintf(format, args...)}
}

// line returns the line of a field of entry i, such as "aliases[2]", or that of
// the entry when it has no such field.
func (l *ActorList) line(i int, field string) int {
	file, err := parser.ParseBytes(l.src, 0)
	if err != nil {
		return 0
	}
	entry := fmt.Sprintf("$.actors[%d]", i)
	for _, at := range []string{entry + "." + field, entry} {
		p, err := yaml.PathString(at)
		if err != nil {
			continue
		}
		if node, err := p.FilterFile(file); err == nil && node != nil && node.GetToken() != nil {
			return node.GetToken().Position.Line
		}
	}
	return 0
}

// A Gazetteer is a folder of lists of actors, with the words by which a text
// itself says who somebody is: titles, nouns for institutions, given names.
type Gazetteer struct {
	Lists []*ActorList
	Words map[string][]string // by name of the file in the folder "sets"
}

// Actors reads the gazetteer in folder, such as "en/actors": its lists, in
// order of their names, and the sets of words in its folder "sets". No name may
// stand for two actors of different entries, and every part_of and nation must
// be the id of an entry; the first mistake is an *Error.
func Actors(fsys fs.FS, folder string) (*Gazetteer, error) {
	files, err := fs.Glob(fsys, path.Join(folder, "*.yaml"))
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{}
	g.Lists, err = inParallel(files, func(file string) (*ActorList, error) {
		src, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, err
		}
		return actorList(file, src)
	})
	if err != nil {
		return nil, err
	}
	if err := CheckActors(g.Lists...); err != nil {
		return nil, err
	}
	g.Words, err = sets(fsys, path.Join(folder, "sets"))
	return g, err
}

// ActorFile reads a user's list of actors. Its part_of and nation may name
// actors of other lists, so whoever joins the lists checks them with
// CheckReferences. A mistake in the file is an *Error.
func ActorFile(file string) (*ActorList, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	list, err := actorList(file, src)
	if err != nil {
		return nil, err
	}
	return list, checkNames(list)
}

// actorList decodes a list and checks what each entry says by itself.
func actorList(file string, src []byte) (*ActorList, error) {
	list := &ActorList{File: file, src: src}
	if err := Decode(file, src, list); err != nil {
		return nil, err
	}
	for i := range list.Actors {
		a := &list.Actors[i]
		switch {
		case a.ID == "":
			return nil, list.Errorf(i, "", "the actor %q has no id; write id: %s", a.Name, cmp.Or(Slug(a.Name), "its-name"))
		case a.ID != Slug(a.ID):
			return nil, list.Errorf(i, "id", "the id %q must be lower-case words joined by hyphens; write %q", a.ID, Slug(a.ID))
		case a.Name == "":
			return nil, list.Errorf(i, "id", "the actor %s has no name; write the name that a report should show", a.ID)
		case !slices.Contains(ActorTypes, a.Type):
			return nil, list.Errorf(i, "type", "the actor %s has the type %q; write one of %s", a.ID, a.Type, strings.Join(ActorTypes, ", "))
		case a.PartOf == a.ID || a.Nation == a.ID:
			return nil, list.Errorf(i, "part_of", "the actor %s is part of itself; remove that line", a.ID)
		case len(a.Roles) > 0 && a.Type != "person":
			return nil, list.Errorf(i, "roles", "the actor %s is no person and has roles; only persons are called again by what they are", a.ID)
		}
		for n, expr := range a.Regex {
			if re, err := regexp.Compile(expr); err != nil {
				return nil, list.Errorf(i, fmt.Sprintf("regex[%d]", n), "the actor %s has a bad regular expression: %v; correct it, or put a \\ before a mark that is meant as such", a.ID, err)
			} else if re.MatchString("") {
				return nil, list.Errorf(i, fmt.Sprintf("regex[%d]", n), "the regular expression %q of %s matches nothing at all; make a part of it obligatory", expr, a.ID)
			}
		}
		for n, names := range [][]string{a.Aliases, a.Demonyms, a.Metonyms} {
			if slices.ContainsFunc(names, func(s string) bool { return strings.TrimSpace(s) != s || s == "" }) {
				field := []string{"aliases", "demonyms", "metonyms"}[n]
				return nil, list.Errorf(i, field, "one of the %s of %s is empty or begins or ends with a space; remove it", field, a.ID)
			}
		}
	}
	return list, nil
}

// CheckActors checks lists that are used together with equal right: an id and a
// name stand once, and references meet somebody. The first mistake is an *Error.
func CheckActors(lists ...*ActorList) error {
	if err := checkNames(lists...); err != nil {
		return err
	}
	return CheckReferences(lists...)
}

// CheckReferences checks that every part_of and nation is the id of an actor of
// one of the lists and that nobody is in the end part of himself. The first
// mistake is an *Error.
func CheckReferences(lists ...*ActorList) error {
	partOf := map[string]string{}
	for _, l := range lists {
		for _, a := range l.Actors {
			partOf[a.ID] = a.PartOf
		}
	}
	for _, l := range lists {
		for i, a := range l.Actors {
			for _, ref := range []struct{ field, id string }{{"part_of", a.PartOf}, {"nation", a.Nation}} {
				if _, ok := partOf[ref.id]; !ok && ref.id != "" {
					return l.Errorf(i, ref.field, "%s: %s of %s names nobody; add an actor with the id %s or correct it", ref.field, ref.id, a.ID, ref.id)
				}
			}
			for up, steps := a.PartOf, 0; up != ""; up = partOf[up] {
				if steps++; steps > len(partOf) {
					return l.Errorf(i, "part_of", "%s is part of %s, which in the end is part of %s; break the circle", a.ID, a.PartOf, a.ID)
				}
			}
		}
	}
	return nil
}

// checkNames checks that no id and no name stands for two actors. A capital may
// be the name of a place too.
func checkNames(lists ...*ActorList) error {
	ids, names, capitals := map[string]bool{}, map[string]string{}, map[string]string{}
	for _, l := range lists {
		for i := range l.Actors {
			a := &l.Actors[i]
			if ids[a.ID] {
				return l.Errorf(i, "id", "a second actor has the id %s; join the two or give this one another id", a.ID)
			}
			ids[a.ID] = true
			fields := []struct {
				name  string
				words []string
			}{{"name", []string{a.Name}}, {"aliases", a.Aliases}, {"demonyms", a.Demonyms}, {"metonyms", a.Metonyms}}
			for _, f := range fields {
				for n, word := range f.words {
					at := f.name
					if f.name != "name" {
						at = fmt.Sprintf("%s[%d]", f.name, n)
					}
					key := Fold(word)
					if other, ok := names[key]; ok && other == a.ID {
						return l.Errorf(i, at, "%q stands twice among the names of %s (capitals and accents do not count); remove one", word, a.ID)
					} else if ok {
						return l.Errorf(i, at, "%q stands for %s and for %s; leave it to one of them", word, other, a.ID)
					}
					names[key] = a.ID
				}
			}
			if a.Capital != "" {
				if other, ok := capitals[Fold(a.Capital)]; ok {
					return l.Errorf(i, "capital", "%q is the capital of %s and of %s; leave it to one of them", a.Capital, other, a.ID)
				}
				capitals[Fold(a.Capital)] = a.ID
			}
		}
	}
	return nil
}

// Quote writes a name as it can stand in an actor file, also within a list.
func Quote(name string) string {
	b, err := yaml.MarshalWithOptions([]string{name}, yaml.Flow(true))
	if err != nil {
		return strconv.Quote(name)
	}
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(b)), "["), "]")
}
