"""Small words between a mention and the countries and years beside it, as patterns: soldiers seized power in
neighbouring Mali in 2020, and twice in Burkina Faso. As with all shapes, only where there is a mention is anything
searched for them; the words are the cue files', what may follow what stands here."""

from __future__ import annotations

from dataclasses import dataclass

from services.enrich.words.shapes import Pattern, Shapes, plain, shape, single


@dataclass(frozen=True, slots=True)
class Joints(Shapes):
    """What each says is told beside its role in schemas/small_words.py."""

    # single words of clauses that only say when and that it followed; see services/enrich/which/turns.py
    turn_words: frozenset[bytes] = single("turn-words")
    turn_turn: frozenset[bytes] = single("turn-turn")
    turn_twice: frozenset[bytes] = single("turn-twice")
    turn_of: frozenset[bytes] = single("turn-of")
    turn_joins: frozenset[bytes] = single("turn-joins")
    # in October it was Madagascar; en octobre, c'était à Madagascar
    # four coups before this week's; avant celui de mercredi
    before_this: Pattern = shape(rb"{BEGINS}{before-this} ?[.,;:)\x01\x02]")
    # for the second time in nine months
    nth_time: Pattern = shape(rb"{CLAUSE}{nth-time}{ENDS}")
    turn_it: Pattern = shape(rb"{BEGINS}{turn-it}(?: |$)")
    plural: Pattern = shape(rb"{plural}(?: {tail})?$")
    link: Pattern = shape(rb"^(?: (?:{link}|{YEAR})){0,5} ?{link-glued}?\"?$")
    link_before: Pattern = shape(rb"^(?: s)?(?: {link-before}){0,2} ?$")
    # a word may stand between: under despotic military rule
    led: Pattern = shape(rb"^,?(?: {led}){0,8} (?:{led}|{led-under} [a-z]+) $")
    where: Pattern = shape(rb"^,? {where}(?: {where-then}){0,6} $")
    # Mali and Guinea have recently experienced a coup
    saw: Pattern = shape(rb"^,?(?: (?!not |never |yet |pas |jamais )[a-z]+){0,2} {region-saw}(?: [a-z]+){0,2} $")
    # the armies of Mali and Guinea also toppled their rulers
    did: Pattern = shape(rb"^,?(?: {alike},?)?(?: (?:who|qui))?(?: {where-then}){0,3} $")
    likewise: Pattern = shape(rb"{BEGINS}{likewise}(?: {likewise-then})* ?$")
    # but not: the premier of Niger visits Chad, يزور رئيس وزراء النيجر تشاد
    joined: Pattern = shape(rb"^(?! $)(?:[ ,/()0-9\x02-]|{whole:joined}){1,40}$")
    # soldiers took power in Gabon, weeks after those of Niger
    compared: Pattern = shape(rb"{CLAUSE}{compared}(?: {TOKEN}){0,8} ?$")
    # no takeover as in Mali and Guinea
    as_style: Pattern = shape(rb" {as-style}{ENDS}")
    as_there: Pattern = shape(rb"{CLAUSE}{as-there}(?: {TOKEN}){0,3} ?$")
    # the third coup in as many years, after those in Mali and Guinea
    second: Pattern = shape(rb"{WORD}{second}{ENDS}")
    third: Pattern = shape(rb"{WORD}{third}{ENDS}")
    # soldiers have taken over in five other countries
    other_countries: Pattern = shape(rb" (?:{TOKEN} )?{other-countries}{ENDS}")
    # three other nations of the region also ruled by mutinous soldiers
    other_states: Pattern = shape(rb"{WORD}{other-states}(?: {TOKEN}){0,10} $")
    many_before: Pattern = shape(rb"(?:^|[ \x01\x02\"]){many-before} $")
    many_behind: Pattern = shape(rb" {many-behind}(?![a-z])")
    of_a_region: Pattern = shape(rb"(?: {tail})?(?: {resurging})? {region-in}(?: {region-of})? ?{region}{ENDS}")
    # the rise of unconstitutional changes
    on_the_rise: Pattern = shape(rb"{CLAUSE}{on-the-rise} $")
    # the bloc did not do so in Mali
    not_done: Pattern = shape(rb"{WORD}{not-done}{ENDS}")
    # Sudan has had the most coups; Sudan ce ta fi yawan juyin mulki
    most: Pattern = shape(rb"{WORD}{most} (?:[a-z-]+ )?$")
    # the rise of coups; عودة الانقلابات
    rising: Pattern = shape(rb"{CLAUSE}{AND}(?:{LI}|{BI})?{on-the-rise} ")
    # eight coups since 2020, among them those in Niger and Gabon
    including: Pattern = shape(rb"{WORD}{AND}{including}{ENDS}")
    among_behind: Pattern = shape(rb"{WORD}{AND}{among-behind}(?= ?[.,;:)\x01\x02]|$)")
    # in recent years there have been several coups in the region
    lately: Pattern = shape(rb"{WORD}{AND}{lately}{ENDS}")
    # a coup in a country that had already seen four since independence
    seen_since: Pattern = shape(rb"{WORD}{AND}{seen-since}(?: {TOKEN})? {several},? {ever-since}")
    # nine coups since 2020 in countries like Mali and Niger
    such_states: Pattern = shape(rb" (?:{TOKEN} ){0,3}{such-states} ")
    # what some see as a coup
    seen_as: Pattern = shape(rb"{CLAUSE}{AND}{seen-as} \"?$")
    resurging: Pattern = shape(rb" {resurging}{ENDS}")
    region_saw: Pattern = shape(rb"{WORD}{region},? {region-saw}(?: [^ ]+){0,2} $")
    # six countries of the region have known a coup
    many_saw: Pattern = shape(rb"(?<![a-z]){many-states}(?: [a-z]+){0,5},? {region-saw}(?: [^ ]+){0,2} $")
    # a word may stand between: two military coups
    # six countries have fallen to soldiers
    many_states: Pattern = shape(rb"(?<![a-z]){many-states}(?![a-z])")
    # but not: bandits fell into the hands of soldiers
    fell: Pattern = shape(rb"{fell}\b")
    # how soldiers toppled governments in West Africa
    many_rulers: Pattern = shape(rb"(?: [a-z]+){0,2} ?{many-rulers} {region-in}(?: {region-of})? ?{region}{ENDS}")
    # the same befell Nigeria; aka yi wa gwamnatin Balewa irin haka
    the_same: Pattern = shape(rb"[ \x01\"](?:{the-same}|{same-done}(?: [^ ,.;\x01]+){0,4} {same-like}){ENDS}")
    two_before: Pattern = shape(rb"{CLAUSE}{two} (?:[a-z]+ )?$")
    # ya jagoranci juyin mulki a kasar mai fama da rikici har sau biyu
    two_behind: Pattern = shape(rb"(?:(?: [a-z]+){1,8} har)? {two-behind}\b")
    counted: Pattern = shape(rb"\b[0-9]+ ?{ordinal}\b|{whole:counted}")
    after: Pattern = shape(rb"(?:^|[ ,(\x01\x02]){after}(?: {after-then})* ?$")
    the_three: Pattern = shape(rb"{whole:the-three}")
    from_year: Pattern = shape(rb"{whole:from-year} (20[0-9][0-9])\b")
    between_years: Pattern = shape(rb"{whole:between-years} (20[0-9][0-9])\b")
    # a word may stand between: junta-run Sahel states
    ruled_states: Pattern = shape(rb"(?:[- ]{ruled})?(?: [a-z]+)? ({states}|{ruled-states})\b")
    states_ruled: Pattern = shape(rb"{WORD}({states})(?:,? [a-z\x80-\xff]+){0,3} $")
    states_end: Pattern = shape(rb" ({states})$")
    these_states: Pattern = shape(rb"(?<![a-z]){these-states}(?![a-z])")
    these_two: Pattern = shape(rb"(?<![a-z]){these-two}(?![a-z])")
    # both countries, ruled by juntas; but not: the junta thanked both countries
    both_before: Pattern = shape(rb"(?<![a-z]){both-before}(?![a-z])")
    they_too: Pattern = shape(rb"(?<![a-z]){they-too}(?![a-z])")
    # recent coups d'Etat in these countries
    in_these: Pattern = shape(rb"(?: {tail})?(?: [^ ,.;\x01]+)? {in-these}(?![a-z])")
    dual: Pattern = shape(rb"{dual}")
    # the last of which was in February 2010; dont le dernier en date remonte a 2012
    last_of: Pattern = shape(rb"{BEGINS}{last-of}(?: [^ .\x01]+){0,7} ({YEAR})\b")
    # toppled the elected government of president Shagari
    whom: Pattern = shape(rb"^ ?(?:{whom}\.? ?){0,7}$")
    # soldiers ousted him
    him_behind: Pattern = shape(rb" {him}(?: |[,.;:)]|$)")
    # he was himself ousted; les militaires l'ont renverse; his own overthrow
    him_before: Pattern = shape(rb"{CLAUSE}(?:{him-before}|{his}|{he}(?: {was-done}){1,2}(?: [a-z]+){0,4}) $")
    # the putsch that brought him to power
    brought_him: Pattern = shape(rb" {brought-him}{ENDS}")
    # the general, who came to power in a coup
    rose: Pattern = shape(rb" {rose}\b")
    # he had himself seized power
    he_before: Pattern = shape(rb"{CLAUSE}{he}(?: {had-done}){0,3} $")
    # several further attempts to seize power: وعدة محاولات أخرى للاستيلاء على السلطة
    attempts: Pattern = shape(rb"{attempts}(?: {TOKEN})? $")
    # in Bamako, the new rulers of Niamey
    article: Pattern = shape(rb", (?:{the}|{elided}) ")
    # after Mali and Guinea, a coup in Niger: what may stand between such a row and the coup
    came: Pattern = shape(rb"(?:,(?: [^ ,.\x01]+){0,6} ?| {came}(?: [^ ,.\x01]+){0,3} ?)$")
    # plain ends and beginnings: they are asked of every country that is named
    freed_from: tuple[bytes, ...] = plain("freed-from", behind=b" ")
    # it lies between Senegal and Guinea
    lies: tuple[bytes, ...] = plain("lies", behind=b" ")
    ruled_it: tuple[bytes, ...] = plain("ruled-it", before=b" ")
    # the coup of 1990
    of_year: Pattern = shape(rb" (?:{of-year} )?{YEAR}")
    # coups in the region, with two in Mali; in Mali (twice)
    two_in: Pattern = shape(rb"{CLAUSE}{two-in} (?:{where-then} )?$")
    twice_behind: Pattern = shape(rb" ?\(? ?{times-two}(?= ?[).,;\x01\x02]|$)")
    # two coups each
    each: Pattern = shape(rb" {each}\b")
    # the officers of Mali and Guinea
    of_place: Pattern = shape(rb"{CLAUSE}{of-place} $")
    # the most recent takeover, in Niger; le putsch précédent, au Niger
    previous_one: Pattern = shape(rb"{CLAUSE}{previous-one}(?: {TOKEN}){0,2} $")
    previous_behind: Pattern = shape(rb" {previous-behind}(?=,)")
    # an apparent coup; ce qui ressemble à un coup d'Etat
    apparent: Pattern = shape(rb"{CLAUSE}{apparent}(?: {TOKEN}){0,2} $")
    # not a coup but a palace revolution
    but_one_of_its_own: Pattern = shape(rb"(?: {tail})?,? {but-one-of-its-own}{ENDS}")
    # this is not a coup
    this_is_no: Pattern = shape(rb"{CLAUSE}{this-is-no}(?: {TOKEN})? \"?$")
    # soldiers took power by force in 2020 and 2022 in the two countries
    in_both: Pattern = shape(rb"(?: {TOKEN}){0,4} {YEAR}(?: {TOKEN})? {YEAR},? {in-both}{ENDS}")
    # only Mali's coup in 2020, but six in 2021
    contrast: Pattern = shape(rb", {contrast}{ENDS}")
    # it was not clear whether this was a coup; whether it is a coup is unclear; a coup or a fit of temper?
    unclear_whether: Pattern = shape(
        rb"{CLAUSE}{AND}{unclear}(?: {TOKEN}){0,6} {whether}(?: {TOKEN}| \"[^ ]+){0,7} ?\"?$"
    )
    whether: Pattern = shape(rb"{CLAUSE}{whether}(?: {TOKEN}| \"[^ ]+){0,7} ?\"?$")
    unclear_behind: Pattern = shape(rb"\"?(?: {TOKEN}){0,5} {unclear-behind}{ENDS}")
    asks_whether: Pattern = shape(rb"{CLAUSE}{AND}{asks-whether}{ENDS}")
    or_else: Pattern = shape(rb" {or-else} ")
    # whether in Mali, Guinea or Chad
    whether_in: Pattern = shape(rb"{CLAUSE}{whether-in} $")
    # From Mali to Guinea soldiers have ousted presidents; but not: trucks go from Mali to Guinea
    from_place: Pattern = shape(rb"[ \x01\"]*{from-place} ")
    # Mali and Guinea have seen the coup
    the_row: Pattern = shape(rb" {the} ")
    # Niger's military leaders
    army_leaders: Pattern = shape(rb"{army-leaders}{ENDS}")
    # the counter-coup of July 1966
    answer: Pattern = shape(rb"{WORD}{answer}{ENDS}")
    # this was the third attempted coup
    this_one: Pattern = shape(rb"(?:^|[ \x01\x02\"]){this-one} (?:[a-z]+ )?(?:{nth}|[0-9]+ ?{ordinal})(?: [a-z]+)? $")
    # four military coups; plusieurs autres coups
    several: Pattern = shape(rb"{CLAUSE}{BI}?{several} (?:[a-z-]+ ){0,2}$")
    # soldiers have seized power four times
    times_behind: Pattern = shape(rb" {times-behind}{ENDS}")
    # more than a hundred coups; 106 coups; 486 attempted or successful ones
    hundreds: Pattern = shape(rb"{CLAUSE}(?:{hundreds} (?:[a-z-]+ ){0,2}|[0-9]{2,3} (?:{sort-of-coup} ){0,4})$")
    # coups, failed ones among them, number over a hundred
    number_behind: Pattern = shape(
        rb"(?:,? [^ .;,\x01\x02]+){0,9},? (?:{number-behind}|{exceeds} [0-9]{2,3})(?![a-z0-9])"
    )
    # juyin mulki guda 214; but not: juyin mulkin 26 ga Yuli
    pieces: Pattern = shape(rb"(?: {piece})? [0-9]{2,3}(?![a-z0-9]| {day-of} )")
    one_after: Pattern = shape(rb" {one-after}{ENDS}")
    # coups run through the country's history
    row_behind: Pattern = shape(rb"(?: {tail})? {row-behind}{ENDS}")
    earlier: Pattern = shape(rb"{CLAUSE}{earlier} (?:[a-z-]+ )?$")
    earlier_behind: Pattern = shape(rb"(?: {tail})?,? {earlier-behind}{ENDS}")
    # 45 انقلابا ومحاولة انقلاب: what is counted is both, each in the singular
    counted_with: Pattern = shape(rb"[0-9]+ {counted-coup} ?$")
    # three successful coups since independence; plusieurs coups depuis son independance
    ever_since: Pattern = shape(rb"(?: {tail})?(?:,? [a-z\x80-\xff-]+){0,9},? {ever-since}")
    ever_since_before: Pattern = shape(rb"{CLAUSE}{ever-since}{ENDS}")
    its_leader: Pattern = shape(rb"{CLAUSE}{its-leader}\b")
    # une tentative de coups d'Etat
    one_of: Pattern = shape(rb"{CLAUSE}{one-of} $")
    # a long history of military coups; d'autres coups d'Etat
    row_of: Pattern = shape(rb"{CLAUSE}{row-of} (?:(?:{TOKEN} ){1,4}{turn-joins} )?(?:[a-z-]+ )?$")
    others: Pattern = shape(rb"{CLAUSE}{others} (?:[a-z-]+ )?$")
    # la junte du pays, the country's new rulers
    of_the_country: Pattern = shape(rb" {of-the-country}(?![a-z0-9\x80-\xff])")
    the_countrys: Pattern = shape(rb"{CLAUSE}{the-country-s} (?:[a-z]+ )?$")
    # Niger is the fourth state to suffer a coup since 2020: of each state one is meant
    nth_state: Pattern = shape(rb"{WORD}{nth-state}{ENDS}")
    # the eighth coup; but not: the third attempted coup
    nth_before: Pattern = shape(rb"{CLAUSE}{nth} $")
    # the coup in Niger is the fifth; a coup, one of eight; الانقلاب هو الثامن
    nth_behind: Pattern = shape(rb"(?:,? {TOKEN}){0,5},? {nth-behind}{ENDS}")
    # It is the eighth since 2020; but not: it is the eighth summit since 2020
    nth_next: Pattern = shape(rb"[ \x01\"]*{it-is} {nth-behind}(?=,? {it-then}{ENDS})")
    # an earlier coup, nine months prior; watanni tara kafin haka
    months_earlier: Pattern = shape(
        rb"{WORD}(?:({TOKEN}) {months-earlier}|{months-of} ({TOKEN}) {months-before}){ENDS}"
    )
    # one of many coups that wracked the region
    one_of_many: Pattern = shape(rb"{WORD}{one-of-many} (?:[a-z-]+ )?$")
    it_is: Pattern = shape(rb"[ \x01\"]*{AND}{it-is} ")
    # the second in eight months
    in_months: Pattern = shape(rb" {in-months}{ENDS}")
    # one of ten countries of Africa where soldiers have seized power
    among_states: Pattern = shape(rb"{WORD}{among-states}(?: {TOKEN})?,?(?: {TOKEN}){0,5} $")
    # the fourth member state (of 15) to see a takeover since 2020
    nth_state_before: Pattern = shape(rb"{WORD}{nth-state},?(?: {TOKEN}){0,8} $")
    # his government is one of a row that was toppled in the Sahel
    among_rulers: Pattern = shape(rb"{WORD}{among-rulers}(?: {TOKEN}){0,3} $")
    series_of: Pattern = shape(rb"{WORD}{series-of}{ENDS}")
    # in three years; since independence
    in_years: Pattern = shape(rb"[ \x01]{AND}(?:{in-years}|{ever-since}){ENDS}")
    # in 2020 and 2022; since August 2020 and September 2022; 1996 و1999
    years: Pattern = shape(
        rb"(?:{YEAR}(?:(?:,|,? {years-and}) (?:[a-z]{3,9} )?|,? {WA}(?:[\x80-\xff]{3,9} )?)){1,8}{YEAR}"
    )

