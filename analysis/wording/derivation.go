package wording

import "strings"

var derivations = Detector{
	Name: "derivation",
	Kind: WordChoice,
	Finds: "words whose form makes them loaded, whether a list has them or not: conscienceless, anti-worker, scandal-plagued, " +
		"hate-monger, pseudo-expert, self-serving; and relatives of listed words: thuggish, disgracefully",
	Category: "derivation",
	Conditions: "An affix or second part of the kind that builds verdicts, on a stem of three letters or more, in lower case, and not " +
		"one of the plain words that have it too (homeless, anti-tank, left-handed).",
	Source: "Written for slant; evaluative word formation in English: Bauer, Lieber and Plag (2013), chapters 18 and 21.",
	Limits: "Knows forms, not senses: a new plain word with such an affix is marked.",
	find:   derived,
}

// A form is a way in which loaded words are built.
type form struct {
	prefix, suffix string
	tag            string   // prefix of the Penn tag
	weight         float64  // how loaded
	plain          []string // words so built that are not loaded; * at an end stands for any letters
}

var forms = []form{
	{prefix: "anti", tag: "JJ", weight: 0.5, plain: strings.Fields(`anti-aircraft anti-tank antitank anti-trust antitrust antivir* anti-vir* antibiotic*
		anti-missile anti-submarine anti-inflammatory anti-doping anti-terror* antiterror* anti-corruption anti-fraud anti-money anti-ballistic
		anti-personnel anti-satellite anti-ship anti-drug anti-narcotics anti-smuggling anti-poverty anti-bribery anti-graft antique anticipa*
		antibacterial antimicrobial antiretroviral anti-retroviral anti-piracy anti-radiation anti-riot anti-theft anti-dumping anti-abortion antic*
		anti-discrimination anti-war antiwar anti-government antisocial anti-social anti-apartheid anti-drone anti-radar anti-malarial antimalarial
		anti-competitive anticompetitive antipodean antifungal antidepressant antioxidant antiquat*`)},
	{suffix: "ish", tag: "JJ", weight: 0.5, plain: strings.Fields(`british english irish turkish spanish danish polish swedish scottish finnish welsh jewish
		kurdish flemish amish bullish bearish stylish lavish reddish bluish greenish greyish grayish whitish yellowish brownish blackish longish
		smallish largish youngish newish yiddish cornish moorish fish fresh selfish
		abolish accomplish admonish astonish banish cherish demolish diminish distinguish embellish establish extinguish finish flourish furnish
		garnish nourish perish publish punish relinquish relish replenish skirmish tarnish vanish vanquish varnish`)},
	{prefix: "pseudo", weight: 0.7, plain: []string{"pseudonym*", "pseudo"}},
	{prefix: "hyper", tag: "JJ", weight: 0.5, plain: strings.Fields("hypersonic hypertensive hyperactive hypersensitive hyperbolic hyperlocal hyperlinked hyper")},
	{suffix: "monger", tag: "NN", weight: 0.9, plain: strings.Fields("fishmonger ironmonger cheesemonger costermonger")},
	{suffix: "mongering", weight: 0.9},
	{suffix: "phobic", tag: "JJ", weight: 0.6, plain: strings.Fields("claustrophobic agoraphobic hydrophobic arachnophobic")},
	{suffix: "phobe", tag: "NN", weight: 0.6, plain: strings.Fields("claustrophobe technophobe arachnophobe")},
	{suffix: "tard", weight: 0.9, plain: strings.Fields("mustard custard bastard leotard bustard retard")},
	{suffix: "ista", tag: "NN", weight: 0.5, plain: strings.Fields("barista vista ballista sandinista fashionista")},
	{suffix: "splain", weight: 0.8, plain: []string{"explain"}},
	{suffix: "splaining", weight: 0.8, plain: []string{"explaining"}},
	{suffix: "pocalypse", tag: "NN", weight: 0.7, plain: []string{"apocalypse"}},
	{suffix: "mageddon", tag: "NN", weight: 0.7, plain: []string{"armageddon"}},
	{suffix: "speak", tag: "NN", weight: 0.6},
}

// lacking are the nouns, for what a mind or character has, without which somebody
// is blamed for being: spineless, conscienceless. Without a cloud, a wire or a
// sleeve a thing is only as it is.
var lacking = set(strings.Fields(`aim backbone balls brain clue character charm compassion conscience courage decency dignity direction empathy fact
	feck gut grace ground guile heart honor honour hope humor humour imagination integrity joy law leader loyalty manner merci mercy merit mind
	moral passion pity plan point principle purpose reck remorse root rudder rule ruth scruple sense shame skill soul spine spirit substance tact
	talent taste thank thought truth use value vision wit worth base bottom god faith feckless heed care relent`))

// lacks returns the rule of an adjective in -less that blames.
func lacks(lower, tag string) string {
	if stem, ok := strings.CutSuffix(lower, "less"); ok && tag == "JJ" && lacking[stem] {
		return "-less"
	}
	return ""
}

// seconds are second parts of compounds with a hyphen that tell what somebody is
// full of, lives on or does to others.
var seconds = set(strings.Fields(`fuelled fueled obsessed crazed addled ridden riddled infested soaked drenched stained plagued loving hating bashing
	baiting mongering peddling spewing spouting hungry mad crazy grabbing brained headed fisted mouthed faced witted thumping clutching wringing
	licking kissing curdling stealing sucking gouging busting shattering twisting warping destroying killing crushing choking gobbling guzzling
	whipped washed blinded starved tinged laced shaming smearing flinging throwing slinging pandering shilling coddling enabling worshipping
	worshiping craving denying deluded serving righteous congratulatory aggrandizing aggrandising absorbed important satisfied pitying inflicted`))

// haters are second parts of compounds that name somebody by what he is said to
// love, hate or serve: "a dictator-lover".
var haters = set(strings.Fields("lover hater basher baiter monger peddler pusher grabber worshipper worshiper denier enabler licker kisser spewer clutcher wringer"))

// plainFirsts are first parts that make of such a compound a plain word:
// left-handed, two-faced coin, time-saving.
var plainFirsts = set(strings.Fields("left right short open clear brown blue black white red bare four two level even fresh cool single double record cost time tax life non sugar pain bug animal dog cat bird music food nature art book wine sun peace freedom fun " +
	"long longer longest currently"))

func derived(r *reading, listed []Finding) (found []Finding) {
	d := r.d
	k := 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for k < len(listed) && r.before(listed[k].Span.End, listed[k].In, i) {
			k++
		}
		if k < len(listed) && listed[k].Overlaps(d.Span(i, i)) || capital(d, i) || len(t.Lower) < 6 {
			continue
		}
		first, rule, weight := i, "", 0.0
		if i >= 2 && d.Tokens[i-1].Word == "-" && d.Tokens[i-1].Start == d.Tokens[i-2].End && d.Tokens[i-1].Sentence == t.Sentence {
			if (seconds[t.Lower] || haters[t.Lemma]) && !plainFirsts[d.Tokens[i-2].Lower] && (!capital(d, i-2) || r.index.At(i-2) >= 0) {
				first, rule, weight = i-2, "-"+t.Lower, 0.6
			}
		}
		if rule == "" {
			rule, weight = formOf(t.Lower, t.Lemma, t.Tag)
		}
		if rule == "" {
			rule, weight = lacks(t.Lower, t.Tag), 0.5
		}
		x := Finding{
			Detector: WordChoice, Category: "derivation", Weight: weight, Polarity: -0.6,
			Rule: "derivation:" + rule, Word: i, word: d.Tokens[i].Lower,
		}
		switch k, ok := r.kin[t.Lower]; {
		case first < i:
			x.word = d.Tokens[first].Lower + "-" + x.word
		case rule != "":
		case ok && strings.HasPrefix(t.Tag, k.tag):
			x.Weight, x.Polarity, x.Rule = k.group.Weight, k.group.Polarity, k.group.File+":"+k.word
			x.word += ", from " + k.word
		default:
			continue
		}
		last := i
		if rule != "anti-" { // who is against what says something of its noun, but does not judge it
			first, last = r.extent(first, i, i, x.Weight, x.Polarity)
		}
		x.Span = d.Span(first, last)
		found = append(found, r.placed(x, first, i))
	}
	return found
}

// before reports whether what ends at a byte of a field lies before token i.
func (r *reading) before(end int, in string, i int) bool {
	if field := r.d.In(i); field != in {
		return field == ""
	}
	return end <= r.d.Tokens[i].Start
}

// formOf returns the form that a word is built by and its weight, "" when it is
// built by none.
func formOf(lower, lemma, tag string) (string, float64) {
	for n := range forms {
		f := &forms[n]
		word := lower
		if f.tag == "NN" {
			word = lemma
		}
		if !strings.HasPrefix(word, f.prefix) || !strings.HasSuffix(word, f.suffix) || len(word) < len(f.prefix)+len(f.suffix)+3 || !strings.HasPrefix(tag, f.tag) || f.isPlain(word) {
			continue
		}
		if f.prefix != "" {
			return f.prefix + "-", f.weight
		}
		return "-" + f.suffix, f.weight
	}
	return "", 0
}

func (f *form) isPlain(word string) bool {
	for _, p := range f.plain {
		if stem, any := strings.CutSuffix(p, "*"); word == p || any && strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}
