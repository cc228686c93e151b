package language

import "strings"

var irregular = map[string]string{
	"said": "say", "says": "say", "told": "tell", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be", "am": "be", "'s": "be", "'re": "be",
	"has": "have", "had": "have", "did": "do", "does": "do", "done": "do", "made": "make", "left": "leave", "went": "go", "gone": "go", "took": "take", "taken": "take",
	"held": "hold", "led": "lead", "shot": "shoot", "killed": "kill", "hit": "hit", "fought": "fight", "struck": "strike", "broke": "break", "broken": "break",
	"wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak", "gave": "give", "given": "give", "came": "come", "saw": "see", "seen": "see",
	"thought": "think", "felt": "feel", "found": "find", "knew": "know", "known": "know", "met": "meet", "began": "begin", "children": "child", "women": "woman", "men": "man", "n't": "not",
}

func lemma(lower, tag string) string {
	if l, ok := irregular[lower]; ok && (tag == "" || tag[0] == 'V' || tag[0] == 'N' || tag == "RB") {
		return l
	}
	switch tag {
	case "NNS", "VBZ":
		switch {
		case strings.HasSuffix(lower, "ies") && len(lower) > 4:
			return lower[:len(lower)-3] + "y"
		case strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "shes"), strings.HasSuffix(lower, "ches"), strings.HasSuffix(lower, "xes"):
			return lower[:len(lower)-2]
		case strings.HasSuffix(lower, "s") && !strings.HasSuffix(lower, "ss"):
			return lower[:len(lower)-1]
		}
	case "VBD", "VBN":
		if strings.HasSuffix(lower, "ied") {
			return lower[:len(lower)-3] + "y"
		}
		if strings.HasSuffix(lower, "ed") {
			return stem(lower[:len(lower)-2])
		}
	case "VBG":
		if strings.HasSuffix(lower, "ing") && len(lower) > 5 {
			return stem(lower[:len(lower)-3])
		}
	}
	return lower
}

func stem(s string) string {
	n := len(s)
	if n > 3 && s[n-1] == s[n-2] && !strings.ContainsRune("lsz", rune(s[n-1])) {
		return s[:n-1]
	}
	if n > 2 && strings.ContainsRune("cgsuvz", rune(s[n-1])) || strings.HasSuffix(s, "at") || strings.HasSuffix(s, "ir") {
		return s + "e"
	}
	return s
}
