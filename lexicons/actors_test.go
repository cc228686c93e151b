package lexicons

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// Actors itself refuses a name that stands for two actors, so loading is the
// test of all entries.
func TestBuiltinActors(t *testing.T) {
	g, err := Actors(Builtin(), "en/actors")
	if err != nil {
		t.Fatal(err)
	}
	actors, names := 0, 0
	for _, l := range g.Lists {
		if l.About == "" || l.Source == "" {
			t.Errorf("%s: say in about and source what the list holds and where it comes from", l.File)
		}
		for i := range l.Actors {
			actors++
			names += len(l.Actors[i].Names())
			if l.Actors[i].Capital != "" {
				names++
			}
		}
	}
	t.Logf("%d actors with %d names in %d lists", actors, names, len(g.Lists))
	if names < 1500 {
		t.Errorf("%d names, want at least 1,500", names)
	}
	for _, set := range []string{"titles", "institutions", "given-names-female", "common-words"} {
		if len(g.Words[set]) == 0 {
			t.Errorf("no set %s", set)
		}
	}
	for set, words := range g.Words {
		for _, w := range words {
			if set != "generic-names" && set != "not-actors" && set != "members" && Fold(w) != w && strings.ToLower(w) != w {
				t.Errorf("sets/%s.yaml: %q must be in lower case", set, w)
			}
		}
	}
}

func TestActorFile(t *testing.T) {
	const head = "about: Port Ellis\nsource: a test\nactors:\n"
	for name, test := range map[string]struct{ src, want string }{
		"unknown field":    {"- {id: dnu, name: DNU, type: organisation, alias: [Dockers]}", `4: unknown field "alias"`},
		"no id":            {"- {name: Jane Doe, type: person}", `4: the actor "Jane Doe" has no id; write id: jane-doe`},
		"bad id":           {"- id: Jane Doe\n  name: Jane Doe\n  type: person", `4: the id "Jane Doe" must be`},
		"no name":          {"- {id: dnu, type: organisation}", "4: the actor dnu has no name"},
		"unknown type":     {"- id: dnu\n  name: DNU\n  type: union", `6: the actor dnu has the type "union"; write one of state`},
		"bad regex":        {"- id: dnu\n  name: DNU\n  type: group\n  regex:\n  - ok\n  - \"(\"", "9: the actor dnu has a bad regular expression"},
		"empty regex":      {"- {id: dnu, name: DNU, type: group, regex: [\"x*\"]}", "4: the regular expression \"x*\" of dnu matches nothing at all"},
		"name of two":      {"- {id: a, name: Dockers, type: group}\n- id: b\n  name: Union\n  type: group\n  aliases: [The union, dockers]", `8: "dockers" stands for a and for b`},
		"id twice":         {"- {id: a, name: Dockers, type: group}\n- {id: a, name: Union, type: group}", "5: a second actor has the id a"},
		"blank in a name":  {"- {id: a, name: Dockers, type: group, metonyms: [\" quay\"]}", "4: one of the metonyms of a"},
		"roles of a group": {"- {id: a, name: Dockers, type: group, roles: [senator]}", "4: the actor a is no person and has roles"},
		"part of itself":   {"- {id: a, name: Dockers, type: group, part_of: a}", "4: the actor a is part of itself"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "actors.yaml")
			if err := os.WriteFile(file, []byte(head+test.src+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := ActorFile(file)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if got := strings.TrimPrefix(err.Error(), file+":"); !strings.HasPrefix(got, test.want) {
				t.Errorf("got  %s\nwant %s…", got, test.want)
			}
		})
	}
}

func TestReferences(t *testing.T) {
	fsys := fstest.MapFS{
		"en/actors/a.yaml": {Data: []byte("actors:\n- {id: a, name: A, type: group, part_of: b}\n")},
		"en/actors/b.yaml": {Data: []byte("actors:\n- {id: b, name: B, type: group}\n- id: c\n  name: C\n  type: group\n  nation: d\n")},
	}
	_, err := Actors(fsys, "en/actors")
	if want := "en/actors/b.yaml:6: nation: d of c names nobody"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s…", err, want)
	}
	fsys["en/actors/b.yaml"].Data = []byte("actors:\n- {id: b, name: B, type: group, part_of: a}\n")
	_, err = Actors(fsys, "en/actors")
	if want := "en/actors/a.yaml:2: a is part of b, which in the end is part of a"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s…", err, want)
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Maria Zakharova":          "maria-zakharova",
		"U.S. Army":                "us-army",
		"Médecins Sans Frontières": "medecins-sans-frontieres",
		"Jarosław Kaczyński":       "jaroslaw-kaczynski",
		"Dockers’ National Union":  "dockers-national-union",
		" AT&T ":                   "at-t",
		"":                         "",
	} {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func BenchmarkActors(b *testing.B) {
	for b.Loop() {
		if _, err := Actors(Builtin(), "en/actors"); err != nil {
			b.Fatal(err)
		}
	}
}
