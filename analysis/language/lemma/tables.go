package lemma

import "strings"

// pairs reads lines of a lemma and its forms.
func pairs(text string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		for _, form := range words[min(1, len(words)):] {
			table[form] = words[0]
		}
	}
	return table
}

func words(text string) map[string]bool {
	table := map[string]bool{}
	for _, w := range strings.Fields(text) {
		table[w] = true
	}
	return table
}

// verbs are the irregular forms of verbs, the auxiliaries' short forms among
// them. A form of two verbs is given to the more frequent one in news.
var verbs = pairs(`
be am is are was were been being 's 're 'm s re m r
have has had having 've 'd ve
do does did done doing
arise arose arisen
awake awoke awoken
bear bore borne born
beat beat beaten
become became become
begin began begun
bend bent
bet bet
bid bade bidden bid
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
broadcast broadcast
build built
burn burnt
burst burst
buy bought
cast cast
catch caught
choose chose chosen
cling clung
come came come
cost cost
creep crept
cut cut
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled fleeing
fling flung
fly flew flown
forbid forbade forbidden
forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got gotten
give gave given
go goes went gone going gon
grind ground
grow grew grown
hang hung
hear heard
hide hid hidden
hit hit
hold held
hurt hurt
input input
keep kept
kneel knelt
know knew known
lay laid
lead led
lean leant
leap leapt
learn learnt
leave left
lend lent
let let
lie lain lying
light lit
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
misunderstand misunderstood
mow mown
offset offset
overcome overcame
overhear overheard
override overrode overridden
oversee oversaw overseen
oversleep overslept
overtake overtook overtaken
overthrow overthrew overthrown
overrun overran
partake partook
pay paid
plead pled
prove proven
put put
quit quit
read read
rebuild rebuilt
redo redid redone
repay repaid
resell resold
rethink rethought
retell retold
rewrite rewrote rewritten
rid rid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen seeing
seek sought
sell sold
send sent
set set
sew sewn
shake shook shaken
shed shed
shine shone
shoot shot
show shown
shrink shrank shrunk
shut shut
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
slide slid
sling slung
slit slit
smell smelt
sow sown
speak spoke spoken
speed sped
spell spelt
spend spent
spill spilt
spin spun
spit spat
split split
spoil spoilt
spread spread
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stink stank stunk
stride strode
strike struck stricken
string strung
strive strove striven
swear swore sworn
sweep swept
swell swollen
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
thrust thrust
tread trod trodden
undergo underwent undergone undergoes
understand understood
undertake undertook undertaken
undo undid undone undoes
unwind unwound
uphold upheld
upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept
wet wet
win won
wind wound
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
singe singed singeing
dye dyed dyeing
age aging ageing
bias biased biasing
focus focuses focused focusing focussed focussing
program programmed programming
handicap handicapped
kidnap kidnapped kidnaped kidnapping kidnaping
worship worshipped worshipping
eye eyed eyeing
die dying
tie tying
vie vying
agree agreeing
free freeing
guarantee guaranteeing
disagree disagreed disagreeing
oversee overseeing
foresee foreseeing
referee refereeing
be bein
`)

var nouns = pairs(`
man men
woman women
child children
tooth teeth
foot feet
goose geese
mouse mice
louse lice
ox oxen
wife wives
life lives
knife knives
wolf wolves
shelf shelves
half halves
self selves
leaf leaves
loaf loaves
thief thieves
calf calves
elf elves
scarf scarves
hoof hooves
wharf wharves
sheaf sheaves
dwarf dwarves
crisis crises
analysis analyses
thesis theses
hypothesis hypotheses
basis bases
oasis oases
diagnosis diagnoses
parenthesis parentheses
emphasis emphases
axis axes
synopsis synopses
prognosis prognoses
phenomenon phenomena
bacterium bacteria
curriculum curricula
stratum strata
nucleus nuclei
stimulus stimuli
alumnus alumni
fungus fungi
cactus cacti
radius radii
syllabus syllabi
larva larvae
alga algae
formula formulae
vertebra vertebrae
appendix appendices
index indices
matrix matrices
vertex vertices
bus buses
gas gases
lens lenses
virus viruses
bonus bonuses
campus campuses
status statuses
census censuses
canvas canvases
atlas atlases
iris irises
plus pluses
alias aliases
bias biases
house houses
horse horses
movie movies
cookie cookies
zombie zombies
calorie calories
rookie rookies
pie pies
tie ties
lie lies
die dies
necktie neckties
prairie prairies
brownie brownies
selfie selfies
hippie hippies
junkie junkies
newbie newbies
goalie goalies
genie genies
birdie birdies
eerie eeries
indie indies
hoodie hoodies
foodie foodies
smoothie smoothies
freebie freebies
doggie doggies
sortie sorties
boogie boogies
shoe shoes
toe toes
foe foes
woe woes
hoe hoes
canoe canoes
oboe oboes
ache aches
headache headaches
cache caches
niche niches
avalanche avalanches
moustache moustaches
psyche psyches
people people peoples
series series
species species
means means
news news
politics politics
headquarters headquarters
mathematics mathematics
economics economics
physics physics
ethics ethics
athletics athletics
tactic tactics
sheep sheep
fish fish
deer deer
aircraft aircraft
spacecraft spacecraft
police police
cattle cattle
media media
data data
criterion criteria
quiz quizzes
whiz whizzes
proof proofs
passerby passersby
attorney-general attorneys-general
penny pence
die dice
person persons
thanks thanks
barracks barracks
gallows gallows
crossroads crossroads
clothes clothes
troops troops
whereabouts whereabouts
proceedings proceedings
pants pants
jeans jeans
surroundings surroundings
regards regards
savings savings
remains remains
belongings belongings
outskirts outskirts
trousers trousers
scissors scissors
budgie budgies
pinkie pinkies
money monies
texas texas
athens athens
brussels brussels
naples naples
wales wales
paris paris
hamas hamas
reuters reuters
`)

// modals and pronouns are given the lemmas of the treebanks.
var modals = pairs(`
will 'll wo
would 'd
can ca
shall sha
`)

var pronouns = pairs(`
i me
he him
she her
we us
they them 'em
you u ya
this these
that those
a an
my mine
your yours
our ours
their theirs
`)

var adverbs = pairs(`
not n't nt n’t
`)

var comparisons = pairs(`
bad worse worst
far farther farthest further furthest
little lesser
late later latest last
more more
most most
less less
least least
upper upper
inner inner
outer outer
other other
former former
latter latter
utmost utmost
foremost foremost
early earlier earliest
free freer freest
`)

// silent are adjectives, without their last letter, that end in e.
var silent = words(`larg clos saf nic lat wid strang simpl fin rar pur sur brav wis whit rud rip pal tam bas crud loos vagu
	sever sincer gentl humbl nobl abl subtl littl fierc scarc dens tens intens hug cut lam sor blu tru
	ampl feebl idl polit acut matur obscur secur remot handsom awesom dir extrem coars hoars spars terse
	ters squar stal blith lith suav grav brac`)

// doubled are stems that end in a double letter themselves.
var doubled = words(`add boycott butt ebb egg err inn mitt odd purr`)

// kept are verbs that do not end in e although by losesE they would.
var kept = words(`accustom alias ballot begin bias bus calendar canvas chat collar combat debut develop diagram envelop focus
	format gallop gas murmur panic picnic pilot pivot preach program quiz reach spur trim victim wallop`)

// bare are verbs, without their last letter, that end in e although by losesE they
// would not.
var bare = words(`ach adher ador agre arrang ascrib aveng bar bath becom bit blockad bor breath brib cach caf cano challeng chang
	cit clon cloth com compet compil complet conced condon conven cring delet delineat deplor describ di downgrad
	dup dy evad exchang excit exhal exil expedit explor extradit ey fad fil finess fring ging grad guarante guid
	hast hing hon ideat ignit ignor imbib imped incit infring inhal inscrib interfer interven invad invit li loath
	loung mil mor nauseat ow parad past permeat persuad phon pil pip plung postpon preced prescrib prob profil prun
	psych rang reced reconcil reveng scal schem scor seced seeth sever shad sho smil sooth spong star ston stor
	styl subscrib supersed swip syring tast teeth them ti til ting ton trad tun unit upgrad vi wad wast welcom wip
	wreath writ writh zon`)

// keptLL are verbs that end in a double l themselves.
var keptLL = words(`appall ball bankroll befall bill call chill cull drill dull dwell enroll enthrall fall fill forestall fulfill
	full grill gull hull install instill kill lull mill mull null poll pull quell roll scroll sell shell skill
	skull smell spell spill stall stroll tell thrill till toll troll wall well will yell`)
