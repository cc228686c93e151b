package lemma

import "testing"

func TestOf(t *testing.T) {
	for _, c := range []struct{ form, xpos, want string }{
		{"were", "VBD", "be"}, {"'s", "VBZ", "be"}, {"'ve", "VBP", "have"}, {"said", "VBD", "say"}, {"shot", "VBN", "shoot"},
		{"kidnapped", "VBN", "kidnap"}, {"killed", "VBN", "kill"}, {"stopped", "VBD", "stop"}, {"making", "VBG", "make"},
		{"dying", "VBG", "die"}, {"died", "VBD", "die"}, {"denied", "VBD", "deny"}, {"denies", "VBZ", "deny"}, {"lies", "VBZ", "lie"},
		{"watches", "VBZ", "watch"}, {"goes", "VBZ", "go"}, {"claiming", "VBG", "claim"}, {"condemned", "VBD", "condemn"},
		{"criticised", "VBD", "criticise"}, {"attacked", "VBN", "attack"}, {"accused", "VBN", "accuse"}, {"urged", "VBD", "urge"},
		{"alleging", "VBG", "allege"}, {"shelled", "VBN", "shell"}, {"travelled", "VBD", "travel"}, {"agreed", "VBD", "agree"},
		{"needed", "VBD", "need"}, {"hoping", "VBG", "hope"}, {"provoked", "VBN", "provoke"}, {"massacred", "VBN", "massacre"},
		{"wounded", "VBN", "wound"}, {"found", "VBD", "find"}, {"seized", "VBN", "seize"}, {"besieged", "VBN", "besiege"},
		{"invading", "VBG", "invade"}, {"retaliated", "VBD", "retaliate"}, {"occupying", "VBG", "occupy"}, {"warning", "VBG", "warn"},
		{"men", "NNS", "man"}, {"women", "NNS", "woman"}, {"children", "NNS", "child"}, {"countries", "NNS", "country"},
		{"crises", "NNS", "crisis"}, {"attacks", "NNS", "attack"}, {"casualties", "NNS", "casualty"}, {"forces", "NNS", "force"},
		{"houses", "NNS", "house"}, {"buses", "NNS", "bus"}, {"heroes", "NNS", "hero"}, {"wives", "NNS", "wife"}, {"people", "NNS", "people"},
		{"states", "NNPS", "state"}, {"gunmen", "NNS", "gunman"}, {"regimes", "NNS", "regime"}, {"clashes", "NNS", "clash"},
		{"worse", "JJR", "bad"}, {"better", "RBR", "well"}, {"best", "JJS", "good"}, {"larger", "JJR", "large"}, {"biggest", "JJS", "big"},
		{"deadliest", "JJS", "deadly"}, {"highest", "JJS", "high"}, {"safer", "JJR", "safe"},
		{"n't", "RB", "not"}, {"ca", "MD", "can"}, {"wo", "MD", "will"}, {"'ll", "MD", "will"}, {"them", "PRP", "they"},
		{"these", "DT", "this"}, {"an", "DT", "a"}, {"'", "POS", "'s"}, {"quickly", "RB", "quickly"}, {"s", "NNS", "s"}, {"", "VBD", ""},
		{"ed", "VBD", "ed"}, {"ing", "VBG", "ing"},
	} {
		if got := Of(c.form, c.xpos); got != c.want {
			t.Errorf("Of(%q, %s) = %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("bed", "VBD")
	f.Add("é", "NNS")
	f.Fuzz(func(t *testing.T, form, xpos string) {
		for _, tag := range []string{xpos, "NNS", "VBZ", "VBD", "VBG", "JJR", "JJS"} {
			if form != "" && Of(form, tag) == "" {
				t.Errorf("%q has no lemma as %s", form, tag)
			}
		}
	})
}
