package wording

import "slant/analysis/voice"

var presuppositions = Detector{
	Name:     "presupposition",
	Kind:     Presupposition,
	Finds:    "words that take for granted what a reader may doubt: finally answered, failed to act, yet another",
	Category: "of the lists",
	Conditions: "In the outlet's own voice and about an actor, whose act is then held to have been due, tried or unwanted. Particles of " +
		"expectation (even, still) weigh too little to count by themselves.",
	Source: "Written for slant; the classes follow Karttunen (1971) and Levinson (1983).",
	Limits: "Presupposition by definite descriptions and factive nouns is left out.",
	role: func(_ *reading, x *Finding) bool {
		return x.Voice.Kind == voice.Outlet && x.Target != nil && x.Weight >= 0.4
	},
}
