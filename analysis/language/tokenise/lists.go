package tokenise

// topLevel are ends of domain names, and of file names that are treated alike.
var topLevel = set("com", "org", "net", "gov", "edu", "co", "uk", "html", "htm", "pdf", "doc", "xls", "jpg", "info", "tv",
	"us", "ca", "au", "de", "io", "ru", "fr", "eu", "ua", "il", "news", "int")

// prefixes stay with the word that a hyphen ties them to.
var prefixes = set("e", "re", "non", "pre", "post", "co", "anti", "pro", "ex", "semi", "sub", "mid", "multi", "mini", "un",
	"over", "super", "inter", "intra", "neo", "proto", "ultra", "de", "socio", "psycho", "uh", "oh", "mm", "bi", "tri", "pseudo",
	"counter", "cross", "trans", "under")

// titles are abbreviations after which the sentence goes on with a name.
var titles = set("mr", "mrs", "ms", "dr", "st", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "cmdr", "adm", "maj",
	"cpl", "pvt", "rev", "hon", "prof", "pres", "supt", "reps", "sens", "govs", "det", "insp", "atty", "asst", "messrs", "mme",
	"mlle", "vs", "fig", "figs", "vol", "pp", "cf", "viz", "brig", "ven", "fr", "ft", "mt", "no", "nos", "approx", "sec", "amb")

// abbreviations carry a full stop.
var abbreviations = func() map[string]bool {
	s := set("jr", "sr", "inc", "corp", "co", "ltd", "llc", "bros", "etc", "ave", "blvd", "rd", "jan", "feb", "mar", "apr", "jun",
		"jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "ala",
		"ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "md", "mich", "minn", "miss", "mo",
		"mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "mass", "al", "ed", "eds",
		"est", "dept", "div", "assn", "univ", "ca", "op", "bldg", "esq", "plc", "pty", "intl", "govt", "natl")
	for w := range titles {
		s[w] = true
	}
	return s
}()

// smallAbbreviations are abbreviations in small letters too; the others are
// words then.
var smallAbbreviations = set("etc", "vs", "al", "inc", "corp", "ltd", "approx", "est", "ca", "cf", "pp", "vol", "dept", "govt")

// starters are words that, with a capital, begin a sentence rather than go on in
// a name.
var starters = set("the", "he", "she", "it", "they", "we", "i", "but", "and", "in", "a", "an", "this", "that", "these", "those",
	"if", "when", "while", "as", "at", "on", "for", "however", "his", "her", "their", "its", "our", "there", "you", "so", "some",
	"many", "most", "what", "why", "how", "who", "after", "before", "since", "because", "although", "though", "now", "then", "no",
	"not", "yet", "or", "of", "to", "by", "with", "from", "my", "your", "even", "also", "one", "is", "are", "do", "did", "here",
	"such", "last", "earlier", "later", "both", "all", "more", "each", "under", "during", "where", "another", "other", "asked",
	"it's", "he's", "instead", "over", "among", "once", "until", "just", "only", "still", "officials", "police")
