"""Roles of the small words beside a mention, which cue files hold too. No automaton looks for them."""

from __future__ import annotations

from typing import Literal

SmallWord = Literal[
    # small words beside a mention, looked for nowhere else; see services/enrich/words/phrases.py
    "talk",  # only said to be: AU rejects claims of a coup, coup rumours
    "any",  # any that may come: we will not accept a coup
    "could",  # what a coup could do it can do only if there was one
    "could-be",  # behind could: a coup could be under way, which says nothing of the kind
    "since",  # behind it the coup is when, why or who: fears of shortages after it; envoys meet the men who ejected him
    "unsure",  # behind it another thing is denied: diplomats were not sure who commands the coup
    "known-behind",  # and what was done with it says so: juyin mulkin da sojoji suka yi
    "known",  # what has an article is known to the reader (Arabic has one on every general word: it proves nothing)
    "ever",  # where none ever was, none that is known is denied: kasashen da ba a taba yin juyin mulki ba
    "they",  # at the beginning of a sentence: those of the one before, as soldiers who speak on television
    "one-more",  # behind a mention: not one coup more of its kind, which is none denied
    "beside",  # before a name that only says who someone is: an activist, adviser to the general, is arrested
    "naming",  # whoever finds that it was a coup, or will not call it one, speaks of one that there was
    "to-whom",  # between an attempt or plan and the coup stands against whom it is: yi wa shugaba
    "when",  # before what only says when something else was: since the fall of Bazoum, depuis le coup
    "whole",  # what is taken control of where power is seized: the country; not a city, a mine
    "averted",  # behind a word for failing: who failed to prevent a coup did not try one
    "elsewhere",  # before what happened in no country that is named: its neighbours, where soldiers have grabbed power
    "dismiss",  # what a ruler does to those who serve him, where the words stand before them
    "underling",  # who serves a ruler, so that to dismiss him is no coup
    "sacker",  # the ruler who does it
    "sack-stop",  # begins another clause between the two
    "premier",  # who is dismissed by a ruler, or overthrown by soldiers
    "standing",  # who is a candidate does not rule yet
    "speaker",  # behind the dash of a headline, or before "explains", who says it: elders, senators
    "first-person",  # in a headline that somebody signs: why we cannot go to war
    "asks-what",  # at the beginning of what a writer explains, whoever stands behind the dash: who is the general
    "what-said",  # behind somebody in a headline that tells what he did: what the president told his chiefs
    "things",  # "the things that", before who said them
    "things-said",  # that he said, told, made known
    "attack-on",  # before a country: an attack on the state, which its neighbours threaten, and no raid in it
    "attack-then",  # behind that country: no village and no soldiers of it
    "attack-us",  # the same, of those who say so: an attack on us
    "pulls-out",  # before the country that troops leave, of which it is told more than of where they go
    "aim",  # between a denial and a seizure: those who rule say what they did it not for
    "bid-to",  # between who is urged and to what: soldiers to oust him; sojoji su kifar da gwamnati
    "bid",  # somebody asks for a coup, which is none: those who urge soldiers to oust the president
    "stage",  # between that and the word for it
    "called-for",  # right before the word: calls for a coup
    "wished",  # the same, of one that is to be as in another country: we need a coup like Niger's
    "request",  # behind the word: a coup request
    "never",  # and before it, where it is denied
    "accounts",  # somebody explains: an explainer only where nobody of rank does
    "goods",  # what is held up at a border: lorries, cargo
    "held-up",
    "sufferers",  # who bears what others decide: traders, border towns
    "suffer",
    "many-rulers",  # whom a region's soldiers toppled: governments in West Africa
    "the-same",  # of another country than that of the coup told before: the same befell
    "same-done",  # the same in two parts: aka yi wa gwamnatinsa irin haka
    "same-like",
    "fell",  # begins what a junta got of several countries, and else nobody: sun fada hannun sojoji
    "matter",  # what a crisis consists of once it goes on: foreign troops, their bases, mines
    "foreign-troops",  # the same in two words, in either order
    "foreign",
    "uprooted",  # refugees and migrants, whom a delegation visits on any day
    "visitors",
    "critics",  # whom those who rule by a coup put into prison: journalists, activists, former ministers
    "put-away",  # and what is done to them
    "court",  # whose ruling it is, where a headline says that it must be made or whether something must be
    "to-rule",  # behind "must": what a court has to do
    "whether",
    "in-both",  # behind years in which soldiers took power: in the two countries
    "label-by",  # behind a label, before who wrote it: analysis by our editor
    "speech",  # what somebody of the crisis holds, be it on an anniversary
    "points",  # behind a number in a headline, what a piece goes through: 10 reasons
    "points-first",  # and before it: dalilai 5
    "allies-called",  # what states that act as one are called: Sahel states
    "does-together",  # what they do: launch, set up, recall, sign
    "decree",  # what who rules signs: an ordinance
    "signs-decree",  # and what is done with it: signed, issued
    "by-decree",  # or both in one: by decree
    "contrast",  # what begins another clause behind a comma: but, while
    "unclear",  # before "whether", what leaves it open: it is not clear
    "unclear-behind",  # and behind: whether it is a coup is unclear
    "asks-whether",  # how a headline begins that asks whether there is a coup: is it a coup?
    "or-else",  # and what else it may be: a coup or a fit of temper?
    "behind-bars",  # of whom soldiers who rule hold or try: in prison, before the judge
    "abducted",  # of apart: somebody was carried off
    "bid-and",  # what else they are asked to do: urged to topple him and take power
    "this-day",  # in the sentence of a coup that is news: today, yesterday
    "sent-home",  # migrants are by any state's day-to-day orders, as no envoy is: expels
    "sent-migrants",  # who they are
    "consular",  # of act: what a state has, or says nothing with, where one of its own is carried off abroad
    "served",  # before whom a coup drove out: what he was before he ruled
    "why-it-was",  # begins headlines of reports too, where the act is told below: dalilin da ya sa
    "how-it-went",  # begins headlines of reports too, where it is said how: yadda
    "what-drives",  # before what soldiers do, where it is asked what makes any do so
    "general-before",  # beside a coup that is none in particular: what coups do, or lead to, everywhere
    "general-behind",
    "hired",  # whose mutiny is no coup: soldiers who fight for pay
    "attack-planned",  # the same, of who is a party to the crisis: the bloc orders troops to prepare an attack
    "attack-feared",  # before an attack that has not come: the state itself may be meant
    "essay",  # what a headline says that only thinks about the coup, where nobody acts or speaks in it
    "essay-part",  # the same, only behind a colon or dash
    "life",  # in a headline that names somebody: what he is called, or from what to what he rose
    "label",  # before a colon, at the beginning of a headline: a piece that explains
    "turn",  # of what in a headline only an essay speaks: the decline of, with "turn-of" behind it
    "turn-of",
    "media",  # what a check finds to show something else: this video, with "untrue" behind it or "fake" before it
    "untrue",
    "fake",
    "check",  # a headline that checks what others claim, by itself
    "asks",  # the order of words that asks: peut-elle
    "experts",  # nobody in particular, whose views are no statement of the crisis
    "expert",  # who it is that a headline has speak, where the text below calls him no more: a researcher
    "unnamed",  # the same, and those who bear what others decide: residents say
    "unnamed-say",
    "has-said",  # in the lines of a report: a affirmé, told reporters
    "marches",  # what is told by "how" over pictures of it, where it is news: Yadda suka yi zanga-zanga
    "attributed",  # so ends a sentence that others reported: a channel has reported, rapporte l'agence
    "demands",  # who asks for a coup where Arabic glues "for" to it: طالب الجيش بانقلاب
    "to-understand",  # so a piece begins that explains, whatever it tells then: whoever wants to understand why
    "press",  # whose views a review gives: the newspaper, موقع
    "reviews",  # behind or before it: devotes its pages to, takes up, رأت
    "is-a",  # behind a name at the beginning of a text that says what it is, as encyclopaedias do
    "own-day",  # beside an anniversary that looks back to no coup: of independence
    "selon",  # before or behind such: according to experts
    "needs",  # who goes without and who helps: children, hunger, aid agencies
    "touched",  # what others' acts do something to: passengers, the economy
    "carriers",  # who changes routes: airlines
    "principle",  # what holds against coups of any time: tolérance zéro, a charter that forbids
    "byline",  # stands before the writer at the end of a headline
    "as-clause",  # begins what they bear: residents cry out as the frontier is shut
    "bears-on",  # what a coup does to supplies and trade: puts them in doubt
    "supplies",
    "governs",  # what whom the coup unseated did while he ruled: Bazoum opened a bridge
    "bygone",  # operations and heads of state abroad that were over before the crisis: Barkhane, President Obama
    "grounds",  # behind taking control of: what is held in a war and is not the state
    "happens",  # verbs of headlines that tell an event, beside those of the other roles
    "days",  # the days of the week and whom it has it from, by which news is known
    "matters",  # what tells an act or has somebody speak, and essays have too: an intervention, it leaves
    "checkers",  # the first lines of a check of claims: fact-checkers, who write it
    "muses",  # the turns of essays, of which news has few: ironically, it is no coincidence
    "to-foil",  # before a mention: what somebody sets out to undo is done, and was no attempt: to foil the coup
    "to-last",  # behind a mention: whether it lasts is all that is in doubt
    "if",  # behind a mention begins another clause: the coup, if talks fail
    "some",  # an article that no known one has: a coup would complicate things
    "about",  # between talk and what it is about: الأنباء عن انقلاب
    "takes-place",  # that there was a coup, between a denial and it: نفت حدوث محاولة انقلاب
    "carries-out",  # the same of who is said to stage it
    "whichever",  # behind that: any coup at all
    "can-do",  # the same: babu kwamandan da zai iya yi wa shugaba juyin mulki
    "others-failed",  # before what was done where others had failed
    "answers-no",  # ends the sentence behind one that asks whether there was one: the army says no
    "of-freedom",  # beside an anniversary that is none of a coup: independence
    "no-denial",  # right behind a denial: they denied access; condamne sans réserve
    "and-done",  # right behind a plan: and carried it out
    "unwanted",  # behind a mention: no coup will be tolerated
    "was-not",  # before a coup that something is denied of: لم يكن الانقلاب وليد صدفة
    "point",  # before a coup that is only not the point: the problem, as I see it, is not the coup but what made it
    "no-point",
    "sham",  # right before a coup that somebody says was none: a fake coup; and right behind it: انقلاب وهمي
    "sham-behind",
    "nth-point",  # before a name that a paragraph of an analysis is on: First, France: …
    "accuse",  # who is accused of having plotted "the coup"
    "contagion",  # before coups that are feared to spread
    "another",  # one more coup, where what stands before it says that there was one:
    "fears",  # right before a coup beside a siege, that is feared: fears of a coup
    "talks-of",  # between what somebody will do and coups: the leaders will discuss the recent coups
    "own-country",  # of whoever fears a coup: they dread one in their own countries
    "that-new",  # la Cédéao face au nouveau coup
    "made-it",  # before a coup that was made on a day: officers staged a coup
    "done-by",  # il revient au pouvoir à la suite d'un autre coup
    "done-one",
    "penalty",  # what others do to a country for its coup: sanctions, a closed border, power cut off
    "by-neighbours",  # who does it, beside those who are named: the neighbouring states
    "why",  # asks the reason of what there was: Pourquoi tant de coups d'Etat ?
    # whose a coup was; see services/enrich/words/whose.py
    "rank",  # between the word for driving out and a name: the ousted president, General X
    "has",  # between who is driven out and the word for it: had
    "been",  # been
    "done-against",  # before the ruler against whom it is: yi wa gwamnatin
    "done-to",  # ends a verb and says that it was done to a pronoun: الذي انقلب عليه
    "done-to-one",  # the same, of whom a name before it means: المقيم في توغو منذ الإطاحة به
    "makers",  # within a word for who rules, says that they made it: les putschistes, and not la junte
    "himself",  # behind a name says that it is he who made one: Deby, who himself came to power through the army
    "led",  # the end of a mention that says who led it: انقلاب قاده
    "led-by",  # between a junta and who led it
    "at-its-head",
    "kin",  # of whom the name behind it is not: led by the son of Idriss Déby
    "against",  # between a coup and whom it was against: juyin mulki kan gwamnatin Babangida
    "former",  # before a junta that rules no more
    "was",  # between a name and what was done to him: Damiba est démis
    "by-whom",  # behind a verb in a headline: Bashir ousted by the army
    "his-fall",  # his removal, in one word: قبل عزله
    "died",  # before the coup in which somebody was killed
    "slain",  # what befell a ruler who was killed in a coup: shot dead
    "we-are-no",  # before the name that coup makers disown: we are no putschists
    "slain-by",  # who did it, beside soldiers: his own guard
    "slain-then",  # before it, where it is told of whoever the sentence is of: ثم
    "on-his-death",  # before the name of a ruler, says that something came of his death: after the death of
    "when-he",  # the same in two parts, before it and behind: after Déby was killed
    "he-died",
    "answer",  # of a coup that answered one of the months before: a counter-coup
    "army-leaders",  # who rule only where the country is named that had a coup: Niger's military leaders
    "among-behind",  # behind countries of which coups are counted: eight since 2020, Niger's and Gabon's among them
    "months-earlier",  # behind a number of months by which a coup was before another: months prior
    "months-of",  # the same around the number: watanni tara kafin haka
    "months-before",
    "one-of-many",  # before several coups of which it is one: one of a string of coups
    "titled",  # of who heads a junta: its chief, the military ruler
    "they-all",  # between rulers in a row and what is told of each: who all seized power
    "title-of",  # between such a title and a name: the military ruler of that time, General X; X, then the chief
    "by-means",  # between who took power and the coup by which he did: lors d'un putsch
    "means-a",
    "once",  # before the title of who had it once
    "once-behind",
    "republic-of",  # between a title and a country: shugaban jamhuriyar
    "rules-behind",  # a title behind the name of who has it, and before a country: shugaban jamhuriyar
    "definite",  # before a coup that the reader knows of: the
    "that",  # before the one told last: that
    "first",  # behind such a word, and alone: the first coup
    # words that say when; see services/enrich/words/times.py. Before a year `#` is one, `@` a month, `%` a word
    "before-year",  # before a year that dates no coup: born in, between 1999 and
    "since-year",  # the same, where a word for the year may follow: tun shekarar, منذ عام
    "of-the-year",
    "since-month",  # the same, only before a month and its year: since April 2021
    "of-the-month",
    "treaty",  # what has a year of its own: une loi de 2015, des élections prévues en février 2022
    "treaty-of",  # between it and the year
    "no-treaty",  # no word between the two: l'accord rompu par …, après …
    "month",  # the names of months as they stand before a year
    "then-coup",  # behind a year that dates a coup after all: not since 1966, when …
    "a-year-after",  # before a coup whose year is one less than that told before: elected in 2011, a year after a coup
    "years-after",  # the same, behind their number: two years after a coup
    "after-years",  # or before it: بعد ثلاثة أعوام من انقلاب
    "elected",  # whom efforts to topple are against: the democratically elected government
    "efforts",  # before it, that it is tried: alarmed by efforts to overthrow
    "whose-fell",  # behind a country whose government was overthrown: Niger, whose government was overthrown
    "years-since",  # before one year or two, by which a coup is over a year past: منذ أزيد من سنة
    "more-than",
    "a-year",
    "held-long",  # what is done to whom a coup drove out, for longer than a year
    "long-time",  # so long: detained for a year and a half
    "last",  # before a month of the twelve before the text: last July
    "last-behind",  # behind it: en juillet dernier
    "ere",  # what was before a ruler began: days before he took the oath
    "oath",  # and what he began by
    "born",  # before a day on which nothing happened but that
    "part-of-month",  # before a month of these weeks: at the end of July
    "month-past",  # behind the month of a mention, where "last year" beside it is of something else
    "ago",  # behind a number of years: a coup four years ago
    "ago-before",  # before it: il y a quatre ans
    "came-to-power",  # how somebody came to power is a word on his life: who came to power in a military coup
    "carried",  # the same in two parts: the coup that brought Goita to power
    "to-power",
    "depose",  # says that he no longer rules, as a first day's siege does not
    # how a paragraph of a chronology begins; see services/enrich/pieces/chronology.py
    "entry-opens",  # before the day: le, ranar
    "entry-weekday",
    "entry-of",  # between a day and its month
    "entry-month",  # months as they stand there, where `month` has none of the language
    "mutiny",  # soldiers who rise, and no word that power was taken: ses gardes se sont retournés contre lui
    "coup-word",  # gives a coup its name, and does not say how far it went
    # what is done in a coup, to whom and what for; see services/enrich/words/deeds.py
    "control",  # taking control, which may be of a town or a road: iko
    "control-of",  # between it and what is controlled
    "over",  # what is taken, where the verb may stand far before it: على السلطة
    "takes",  # and that verb
    "takes-office",  # between a president who made no coup and the power that he takes over: Bazoum ya karbi mulki
    "from-civilians",  # from whom power is taken where no soldier is named: daga hannun farar hula, aux civils
    "border",  # what is shut and holds no ruler
    "plane",  # what is kept on the ground and is no ruler: jirgin
    "prison",  # behind a word for holding: in prison, where no ruler is besieged
    "who-are",  # between soldiers and what is done to them: sojojin da ke tsare
    "purpose",  # between a coup and what it was for: tentative de coup visant à renverser le président
    "purpose-far",  # the same, however far behind it: محاولة انقلاب تجري في البلاد، بهدف السيطرة على السلطة
    "self-coup",  # a sitting ruler's own, which is none
    "body-of",  # between a mandate that ends and whose it is, who is no ruler: fin au mandat de sa mission
    "body",
    "having",  # before a verb for overthrowing: who had overthrown president Kaboré
    "tried",  # the word for trying, within a mention or right before it
    "what-happened",  # what an attempt is said to have been: the situation in Niger is seen as an attempted coup
    "tried-another",  # one more attempt, right before its month and year: then another in March 2021
    "tried-alone",  # an attempt called no more, among coups: a failed one
    "tried-again",  # a further one in a sentence of its own: his men beat back another attempt
    "tried-seat",  # what soldiers tried: to storm the palace
    "swept",  # what soldiers did to a government in a known year, in everyday words: got rid of
    "sent",  # the same in two parts, whom it was done to between them: sent that cabinet home
    "sent-off",
    "swept-whom",  # to whom it was done
    "men-of",  # right before the year of a coup, who made it: the soldiers of 1996
    "unsettle",  # within the name of a plot: destabilise
    "escape",  # on top of a text, what such a plot was for: to flee
    "say-foiled",  # before it, where no word of "say" stands: le pouvoir dit avoir déjoué un complot
    "foiled",  # what who rules says he did to a coup or a plot
    "old-case",  # what is done with men held for a plot of a day that need not be told: tried, convicted, freed
    "tries",  # its leader tries something else: jagoran juyin mulkin na yin kokarin kawo karshen takunkumi
    "wanted",  # before what was only planned: suspected of wanting to topple the junta
    "in-order-to",  # the same, of a purpose: il a soudoyé un colonel pour prendre le pouvoir
    # small words between a mention and the countries and years beside it; see services/enrich/words/joints.py
    "plural",  # several coups, juntas
    "tail",  # may end a word for coup: d'Etat
    "link",  # between a mention and the country it happened in: the coup in neighbouring Mali
    "link-glued",  # the last of those may be glued to the country
    "link-before",  # between a country and a mention: Niger's latest coup
    "led",  # between a country and those who rule it: Niger has been ruled by a junta
    "led-under",  # behind it a word may stand before those who rule: under despotic military rule
    "where",  # begins what soldiers did in all countries before it: Mali and Guinea, where soldiers seized power
    "where-then",
    "likewise",  # before a country that is only named beside those of whom it is told: as are Mali and Guinea
    "likewise-then",
    "compared",  # before a coup that another is like, or came after: weeks after, على غرار
    "as-style",  # behind the country: a Niger-style coup
    "as-there",  # behind a coup that is denied, before those that it is not like: no takeover as in Mali
    "second",  # how many there were before it
    "third",
    "other-countries",  # that are counted and not named: soldiers took over in five other countries
    "other-states",  # the same before who rules them: three other states that soldiers rule
    "joined",  # between two countries that share one mention; months, days and how many there were among it
    "many-before",  # before a word that has no plural: a row of
    "many-behind",
    "region-in",  # coups in the whole of West Africa
    "region-of",
    "region",
    "many-states",  # of which each had one: six countries have known a coup
    "both-before",  # before what is told of a pair: both countries, ruled by juntas
    "not-done",  # before a row of countries that had no such thing: the bloc did not do so in
    "most",  # before coups, of which a country had more than others: Sudan has had the most coups
    "seen-as",  # before what only some call a coup: abin da wasu ke kallo a matsayin
    "exceeds",  # between coups and how many they are by now: wadanda suka haura 220
    "on-the-rise",  # before coups of which there are more and more: the rise of
    "including",  # before those that are named of a number of coups: eight since 2020, among them those in
    "lately",  # before coups of a region that are counted: in recent years
    "two-in",  # before a country, where coups are counted by country: two in, deux au
    "times-two",  # the same behind it, up to a bracket or a comma: in Mali (twice)
    "seen-since",  # behind a coup, before how many others its country had: had already seen four since independence
    "early",  # before a year, or last year, of which a country had two coups: the first of them
    "late",  # the same for the last of them
    "in-a-year",  # between these and the year: in, of
    "a-past-year",  # last year
    "such-states",  # behind coups that are counted, before some of the countries that had them: in countries like
    "piece",  # between coups and their number, in Hausa
    "day-of",  # behind a number that is a day of the month: 26 ga Yuli
    "resurging",  # between coups and their region: that have resurfaced in West Africa
    "region-saw",  # between a region and its coups: West Africa, which has seen eight takeovers
    "two",  # two coups of one country
    "two-behind",
    "counted",  # what a coup that is counted comes after is a coup too: a third one, after Mali
    "ordinal",  # the end of a number that counts: 3rd
    "after",
    "after-then",
    "the-three",  # of three countries that were named before
    "from-year",  # since which coups are counted
    "between-years",
    "ruled",  # behind a junta that several countries have: the junta-run states of the Sahel
    "ruled-states",
    "states",  # before it too: three states ruled by the military
    "these-states",  # the same by one word: kasashen uku da ke karkashin mulkin soji
    "these-two",  # the juntas of two countries that were named together before: gwamnatocin sojin kasashen biyu
    "they-too",  # a row of countries stands before it in the sentence: as they too are ruled by juntas
    "in-these",  # behind coups of countries named before it: recent coups in these countries
    "dual",  # two by its own form
    "last-of",  # before the one of several coups that is dated: four coups, the last of them in 2010
    "whom",  # between driving out and who is driven out: his government, his rank
    "attempts",  # several attempts at what a mention tells: محاولات أخرى للاستيلاء على السلطة
    "the",  # between a country and those who rule another one: in Bamako, the new rulers of Niamey
    "elided",  # the same, cut short: l
    "came",  # between a row of countries and the coup that came after it: بعد مالي وغينيا يأتي
    "lies",  # before countries between which another lies: no coup is told there
    "freed-from",  # before a country, of which another became independent: it says nothing of where a coup was
    "ruled-it",  # and behind one that ruled another: wadda Portugal ta yi wa mulkin mallaka
    "of-year",  # between a mention and its year: of, عام
    "each",  # behind two coups that several countries had
    "of-place",  # before a row of countries whose officers did something
    "previous-one",  # before a coup that is compared with the article's own, and whose country a comma may part from it
    "previous-behind",  # the same, behind it: le putsch précédent, au Niger
    "this-is-no",  # before a coup that is denied of what the text tells: this is no
    "but-one-of-its-own",  # behind a coup that is denied: what it is called instead
    "apparent",  # before a coup that only looks like one yet: an apparent coup
    "whether-in",  # before a row of countries in each of which the same was done: whether in Mali, Guinea or Chad
    "alike",  # behind such a row: in Mali and Guinea alike
    "from-place",  # the same, where it opens the sentence: from Mali to Guinea soldiers seized power
    "before-this",  # behind coups that were before the one of these days: before this week's
    "nth-time",  # before what is done once more: for the second time
    "turn-words",  # single words of a country's own clause in a row, which only says when: Guinea's president in 2021
    "turn-turn",  # the same, that it was its turn, or followed suit
    "turn-twice",  # and that there were two
    "turn-of",  # before the country, at the beginning of its clause: the president of
    "turn-joins",  # what begins it: then, while
    "turn-it",  # between the date and the country, where that is named last: en octobre, c'était à
    "several",  # before coups that are only counted: four, years of
    "times-behind",  # how often, behind what soldiers did: four times
    "hundreds",  # the same, of so many that none is told by itself: hundreds of
    "sort-of-coup",  # between such a number and the coups: attempted or successful
    "number-behind",  # behind them, how many there were: sun haura dari, dépassent la centaine
    "earlier-behind",  # behind coups of the past: na baya, السابقة
    "row-behind",  # behind coups that are a country's past: they run through its history
    "one-after",  # behind one: one coup after another, from one coup to the next
    "counted-coup",  # what a number stands before, and "and an attempt" behind
    "earlier",  # before coups of the past: previous
    "ever-since",  # behind coups that are counted over a country's whole past: since independence
    "series-of",  # before coups that are told as one row: a wave of
    "in-years",  # behind the number of a coup, the time in which it is counted: in three years
    "it-is",  # a sentence behind a coup begins by its number: it is the eighth since 2020
    "in-months",  # behind a second coup, the time that it is the second in: in eight months
    "it-then",  # and behind that number
    "among-states",  # before a mention: one of ten countries where soldiers took power
    "among-rulers",  # the same of whoever fell: his government is one of a string that was toppled
    "nth-behind",  # behind a coup, which number it has: the eighth, one of eight
    "row-of",  # before coups that are a country's past, whichever they were: a history of coups
    "others",  # before coups beside the one told, which somebody condemned: d'autres coups d'Etat
    "of-the-country",  # behind a junta: whose it is was named before it: la junte du pays
    "the-country-s",  # the same, before it
    "one-of",  # before what looks like a plural and means one: le pays, une tentative de coups d'Etat
    "its-leader",  # who rules and took power, where another coup was just foiled
    "this-one",  # before the number of an attempt that is the article's own: this was the third attempted coup
    "nth",
    "nth-state",  # what is counted is states and not coups: the fourth state to suffer one since 2020
    "he",  # a pronoun that does something, or has it done to it
    "him",  # the same behind what is done to it: soldiers ousted him
    "him-before",  # and before it: l'ont renverse
    "his",  # his overthrow
    "was-done",  # between "he" and what was done to him: was, had been
    "had-done",  # between "he" and what he did: had himself
    "brought-him",  # behind a coup that he came to power by, or made: that brought him to power
    "rose",  # who came to power: who had come
    "years-and",  # before the last of several years: in 2021, 2010, 1999 and 1996
]
