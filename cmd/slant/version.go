package main

import "runtime/debug"

// release is the version of slant, as records and reports cite it.
const release = "0.1.0"

func version() string {
	if r := revision(); r != "" {
		return release + " (" + r + ")"
	}
	return release
}

// revision returns the revision of the source that slant was built from, "" when
// the build does not say.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	rev, changed := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			rev = s.Value[:min(12, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				changed = "+changes"
			}
		}
	}
	if rev == "" {
		return ""
	}
	return rev + changed
}
