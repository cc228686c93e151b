package corpus

import (
	"regexp"
	"strings"
	"unicode"

	"slant/analysis/language"
)

// An Excluded is a stretch of the body that is not part of the article.
type Excluded struct {
	language.Span
	Reason string `json:"reason"` // title, byline, dateline, teaser, credit, newsletter, notice or footer
}

// furniture is what newsrooms and their websites print around an article: whole
// lines, each recognised by how it begins, or by all of it.
var furniture = []struct {
	reason string
	line   *regexp.Regexp
	head   bool // only among the first lines of a text
}{
	{"teaser", regexp.MustCompile(`(?i)^(also read|read also|also see|see also|read more|read next|read on|more from|more on this|more on|related|related stor(y|ies)|related articles?|recommended|don't miss|must read|most read|up next|watch|watch now|listen|in pictures|in depth|explainer|live|live updates|analysis|opinion|from the archive)\s*[:>»|]`), false},
	{"teaser", regexp.MustCompile(`(?i)^(read more|read also|more stories|more news|related|related stor(y|ies)|related articles?|related topics|recommended( for you)?|most (read|viewed|popular)|trending( now)?|keep reading|continue reading|story continues( below)?( advertisement)?|article continues below( advertisement)?|click here( to .*)?|click here for .*|share (this|on) .*|share this|see more|show more|load more comments|view comments|skip to .*)[.… ]*$`), false},
	{"advertisement", regexp.MustCompile(`(?i)^(advertisement|advertisements|advert|ad|sponsored|sponsored content|paid content|promoted|promoted stories|story continues below advertisement|scroll to continue)[.: -]*$`), false},
	{"newsletter", regexp.MustCompile(`(?i)^(sign up|subscribe|register|get|join) (now |here |today )?(to|for|our|the|free)\b.{0,160}\b(newsletters?|inbox|alerts?|emails?|e-mails?|briefing|app|podcast|channel)\b`), false},
	{"newsletter", regexp.MustCompile(`(?i)^(our )?newsletters?\s*:`), false},
	{"newsletter", regexp.MustCompile(`(?i)^.{0,260}\b(sign up|subscribe|register|join) (here|now|today|free|for free|from [£$€]\S+( a (week|month|year))?)[.!→ ]*$`), false},
	{"newsletter", regexp.MustCompile(`(?i)^(follow|like|find|join) (us|the .{1,40}) on (facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|threads|bluesky)\b`), false},
	{"newsletter", regexp.MustCompile(`(?i)^(enjoying this article|support (our|independent) journalism|become a (member|subscriber|supporter)|already a subscriber|log in|sign in)\b`), false},
	{"credit", regexp.MustCompile(`(?i)^\(?(photo(graph)?|picture|image|file photo|handout photo|photo credit|image credit|image source|picture credit|credit|illustration|video|graphic|photo by|picture by|image by)( caption)?\s*(:|by|©|courtesy)\s*\S.{0,160}$`), false},
	{"credit", regexp.MustCompile(`(?i)^.{0,200}[(/|–-] ?(ap photo|afp photo|reuters photo|getty images|epa|shutterstock|alamy|via getty images|via ap|via reuters|afp via getty images)(/[^)]{0,60})?\)?\.?$`), false},
	{"footer", regexp.MustCompile(`(?i)^\(?((additional )?(reporting|writing|editing|compiled|translation|edited|written) by\b.{0,240}|with (reporting|material|additional reporting|input|files) (by|from)\b.{0,160})\)?$`), false},
	{"footer", regexp.MustCompile(`(?i)^(the )?(associated press|reuters|agence france-presse|afp|ap|press association|bloomberg|upi|[a-z. ]{3,60}) (also )?contributed (reporting )?to this (report|story|article)\b.{0,80}$`), false},
	{"footer", regexp.MustCompile(`(?i)^(copyright\b|©|\(c\) ?\d{4}|all rights reserved|this (article|story|report) (was|is) (originally |first )?(published|produced|provided|republished|distributed)\b|this material may not be published|our standards:)`), false},
	{"footer", regexp.MustCompile(`(?i)^(correction|clarification|editor's note|this (article|story) (has been|was) (updated|corrected|amended))\b[: ].{0,300}$`), false},
	{"notice", regexp.MustCompile(`(?i)^(last )?(updated|published|posted|modified|first published)( on| at)?\s*:?\s+(\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).{0,60}$`), true},
	{"footer", regexp.MustCompile(`(?i)^by \p{L}.{2,60}[.;] (additional )?(reporting|writing|editing) by .{2,160}$`), false},
	{"byline", regexp.MustCompile(`(?i)^(staff( and agencies)?|agencies|[a-z -]{0,40}\b(correspondent|editor|reporter|writer|staff))( in [a-z ]{2,40}| at large)?$`), true},
	{"notice", regexp.MustCompile(`^[_*=~—–#-]{3,}$`), false},
	{"notice", regexp.MustCompile(`(?i)^\d+ (min(ute)?s? read|comments?|shares?)$`), false},
}

var (
	bylineForm = regexp.MustCompile(`^(?:By|BY|by|From|Words by|Written by|Story by) +(?:\p{Lu}[\p{L}.'’-]+|[a-z]{2,3})(?:,? +(?:and +)?(?:\p{Lu}[\p{L}.'’-]*|in|for|at|of|the|de|van|von|al|bin|and|[a-z]+ (?:correspondent|editor|reporter|writer)|correspondent|editor|reporter|writer|staff|agencies)){0,14}[.,;|]?(?: *[|–—-] *.{0,60})?$`)
	// A dateline: place in capitals, perhaps with country and date, perhaps the
	// agency in brackets, and a dash; or place and agency in brackets alone.
	datelineForm = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu}.'’-]+(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,5}(?:,? +(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z.]* +\d{1,2})? *(?:\(([\p{L} .-]{2,30})\))? *(?:—|–|--|-) +|\p{Lu}[\p{L}.'’-]+(?:[ ,]+\p{Lu}[\p{L}.'’-]+){0,4} *\((AP|AFP|Reuters|UPI|PA|DPA|dpa|EFE|ANSA|TASS|Xinhua|Kyodo|IANS|PTI|CNN|Bloomberg|Interfax|Ukrinform|Anadolu|AA|Yonhap|CP|AAP|NNA)\) *(?:—|–|--|-)? *)`)
)

// agencies maps the names under which agencies sign to the name in a record.
var agencies = map[string]string{
	"ap": "AP", "associated press": "AP", "the associated press": "AP",
	"afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP",
	"reuters": "Reuters", "thomson reuters": "Reuters", "upi": "UPI", "united press international": "UPI",
	"pa": "PA", "pa media": "PA", "press association": "PA", "dpa": "dpa", "efe": "EFE", "ansa": "ANSA",
	"tass": "TASS", "xinhua": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap",
	"ians": "IANS", "pti": "PTI", "interfax": "Interfax", "ukrinform": "Ukrinform", "anadolu": "Anadolu", "aa": "Anadolu",
	"bloomberg": "Bloomberg", "canadian press": "The Canadian Press", "the canadian press": "The Canadian Press", "cp": "The Canadian Press",
	"aap": "AAP", "australian associated press": "AAP", "nna": "NNA", "bernama": "Bernama", "ap news": "AP",
}

// pollHead is the line that opens a poll within a text, formLine a line of the
// form below it, with which web pages take votes and addresses.
var (
	pollHead = regexp.MustCompile(`(?i)^(take|vote in|answer|complete) (our|the|this|today's|a) (new |online |quick |reader |readers' )?(poll|survey|quiz)\s*(:|-|–|—|!|$)`)
	formLine = regexp.MustCompile(`(?i)(^(e-?mail|name|first name|last name|phone|comments?|post ?code|zip code)( address)?\s*\*$|\bfield\b.{0,40}\b(should|must) be left (blank|empty|unchanged)\.?$` +
		`|^(by )?(completing|submitting|signing) .{0,30}\b(poll|form|survey|up)\b.{0,120}$|^you (may|can) (opt[ -]?out|unsubscribe) at any ?time\.?$` +
		`|^you (also )?agree to (this site's|our|the) .{0,60}(privacy|terms)\b.{0,40}$)`)
)

// pollLines is within how many lines after its heading the form of a poll ends.
const pollLines = 16

// pollEnd returns where the form of a poll ends whose heading ends at a byte of
// text: at its last line, or with the heading when no form follows.
func pollEnd(text string, heading int) int {
	end := heading
	for at, n := heading, 0; at < len(text) && n < pollLines; n++ {
		lo, hi := at, len(text)
		if i := strings.IndexByte(text[lo:], '\n'); i >= 0 {
			hi = lo + i
		}
		at = hi + 1
		if lo, hi = trimmed(text, lo, hi); lo < hi && formLine.MatchString(apostrophes.Replace(text[lo:hi])) {
			end = hi
		}
	}
	return end
}

// headLines is how far into a text a line counts as standing at its head.
const headLines = 6

// Exclude returns the stretches of a's text that are not part of the article,
// in order and not overlapping, and the agency whose copy it is, "" when none
// is recognised by dateline, byline, author or footer.
func Exclude(a *Article) (excluded []Excluded, wire string) {
	title := comparable(a.Title)
	if title == comparable(a.Text) {
		title = "" // a text that only repeats its title is all that there is
	}
	sign := func(name string) {
		if agency := agencies[strings.ToLower(strings.TrimSpace(name))]; agency != "" && wire == "" {
			wire = agency
		}
	}
	add := func(start, end int, reason string) {
		excluded = append(excluded, Excluded{language.Span{Start: start, End: end}, reason})
	}
	sign(strings.TrimPrefix(a.Author, "By "))
	n, body := 0, false // lines with anything on them so far; whether the article has begun
	poll := 0           // where the poll ends that the text is in or has passed
	for start := 0; start < len(a.Text); {
		end := len(a.Text)
		if i := strings.IndexByte(a.Text[start:], '\n'); i >= 0 {
			end = start + i
		}
		lo, hi := trimmed(a.Text, start, end)
		start = end + 1
		if lo == hi {
			continue
		}
		line := a.Text[lo:hi]
		n++
		plain := apostrophes.Replace(line)
		if bullet := strings.TrimLeft(plain, "•·*–—-►▶> \t"); bullet != "" {
			plain = bullet
		}
		if pollHead.MatchString(plain) {
			poll = pollEnd(a.Text, hi)
		}
		switch reason := lineReason(plain, n <= headLines && !body, a.Author); {
		case lo < poll:
			add(lo, hi, "teaser")
		case formLine.MatchString(plain):
			add(lo, hi, "newsletter")
		case n <= headLines && title != "" && comparable(line) == title:
			add(lo, hi, "title")
		case reason != "":
			add(lo, hi, reason)
			switch reason {
			case "byline":
				sign(strings.TrimPrefix(plain, "By "))
			case "footer":
				signFooter(plain, sign)
			}
		default:
			body = true
			if n > headLines+2 {
				continue
			}
			if m := datelineForm.FindStringSubmatchIndex(line); m != nil {
				add(lo, lo+len(strings.TrimRight(line[:m[1]], " ")), "dateline")
				for g := 2; g < len(m); g += 2 {
					if m[g] >= 0 {
						sign(line[m[g]:m[g+1]])
					}
				}
			}
		}
	}
	return excluded, wire
}

var apostrophes = strings.NewReplacer("’", "'", "‘", "'", "\u00a0", " ")

// lineReason returns why a line is no part of the article, "" when it is one.
// Long lines are prose, whatever they begin with.
func lineReason(line string, head bool, author string) string {
	if len(line) > 400 {
		return ""
	}
	if head && len(line) < 160 {
		if bylineForm.MatchString(line) || author != "" && comparable(line) == comparable(author) {
			return "byline"
		}
	}
	for _, f := range furniture {
		if (head || !f.head) && f.line.MatchString(line) {
			if f.reason == "advertisement" {
				return "teaser"
			}
			return f.reason
		}
	}
	return ""
}

// signFooter passes the names of agencies in a footer to sign.
func signFooter(line string, sign func(string)) {
	lower := strings.ToLower(line)
	for _, name := range []string{"associated press", "reuters", "agence france-presse", "afp", "press association"} {
		// "with material from AFP" is an agency's share, not its copy.
		if strings.Contains(lower, name) && !strings.Contains(lower, "contributed") && !strings.HasPrefix(strings.TrimLeft(lower, "("), "with ") {
			sign(name)
		}
	}
}

// comparable reduces a line to its letters and digits, for lines that are the
// same but for typography.
func comparable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// trimmed returns start and end moved inwards over white space.
func trimmed(text string, start, end int) (int, int) {
	s := text[start:end]
	left := strings.TrimLeftFunc(s, unicode.IsSpace)
	start += len(s) - len(left)
	return start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))
}
