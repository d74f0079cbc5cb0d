"""Small words beside a mention, as patterns. They stand in every sentence, so no automaton looks for them: only where a
mention hangs on one are the bytes around it searched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.enrich.words.shapes import Pattern, Shapes, shape

# who may stand between a verb of dismissal and whom it is done to
_DOER: Final = rb"(?: (?!{WA}|(?:{since}|{sack-stop}) ){TOKEN})"


@dataclass(frozen=True, slots=True)
class Phrases(Shapes):
    """What each says is told beside its role in schemas/small_words.py."""

    talk: Pattern = shape(rb"{BEGINS}{talk}(?![a-z])")
    # one word may stand between: any further coup, un nouveau coup
    any: Pattern = shape(rb"(?:^|[ \"]){any}(?: [^ ]+)? $")
    could_do: Pattern = shape(rb"{could} (?!{could-be}{ENDS})")
    since: Pattern = shape(rb"{BEGINS}{since}(?: |$)")
    unsure: Pattern = shape(rb"{BEGINS}{unsure}(?: |$)")
    known: Pattern = shape(rb"{BEGINS}{known} $")
    known_behind: Pattern = shape(rb" {known-behind}{ENDS}")
    they: Pattern = shape(rb"[ \x01\"]*{they}{ENDS}")
    ever: Pattern = shape(rb"{BEGINS}{ever}(?: [^ ]+){0,3} ?$")
    one_more: Pattern = shape(rb" {one-more}\b")
    # adviser to Niger's leader; conseiller du général
    beside: Pattern = shape(rb"{BEGINS}{beside}(?: [^ ]+){0,3} ?$")
    if_: Pattern = shape(rb"{if}\b")
    happens: Pattern = shape(rb"{WORD}{happens}{ENDS}")
    days: Pattern = shape(rb"{WORD}{days}{ENDS}")
    expert: Pattern = shape(rb"{WORD}{expert}{ENDS}")
    to_foil: Pattern = shape(rb"{to-foil} $")
    matters: Pattern = shape(rb"{matters}")
    checkers: Pattern = shape(rb"{WORD}{checkers}{ENDS}")
    muses: Pattern = shape(rb"{WORD}{muses}{ENDS}")
    # if the coup against him succeeds
    to_last: Pattern = shape(rb"(?: (?:against|contre) [^ ,.]+)? {to-last}{ENDS}")
    # concluded that what took place was a coup; stopped short of calling it one
    naming: Pattern = shape(rb"{BEGINS}{naming}(?: [^ ]+){0,7} ?$")
    # its neighbours, where soldiers have grabbed power
    # they fear that it happens in their own countries
    own_country: Pattern = shape(rb"{WORD}{own-country}{ENDS}")
    # the leaders will discuss the recent coups
    talks_of: Pattern = shape(rb"{WORD}{talks-of}{ENDS}")
    # Two years after the coup: Tiani's address to the nation
    speech: Pattern = shape(rb"{CLAUSE}{speech}{ENDS}")
    # 10 reasons; dalilai 5
    so_many_points: Pattern = shape(rb"[ \"]*(?:[0-9]{1,2} (?:[a-z-]+ )?{points}|{points-first} [0-9]{1,2}){ENDS}")
    # Sahel states launch a passport
    allies_called: Pattern = shape(rb"{CLAUSE}{allies-called}{ENDS}")
    does_together: Pattern = shape(rb"{CLAUSE}{AND}{does-together}{ENDS}")
    # General Tiani has signed an ordinance; by a decree signed on Monday; by decree
    decree: Pattern = shape(
        rb"{CLAUSE}{AND}"
        rb"(?:{signs-decree}(?: {TOKEN}){0,7} {decree}|{decree}(?: {TOKEN}){0,7} {signs-decree}|{by-decree}){ENDS}"
    )
    # the standoff raised fears of a coup
    fears: Pattern = shape(rb"{WORD}{fears}{ENDS}")
    elsewhere: Pattern = shape(rb"{BEGINS}{elsewhere},?(?: [^ ]+){0,4} ?$")
    # an yi yunkurin yi wa shugaba Tinubu juyin mulki
    to_whom: Pattern = shape(rb"^ {to-whom}(?: |$)")
    # the candidate of his party; dan takarar PNDS
    bygone: Pattern = shape(rb"(?:^|[ \x01\x02\"(]){bygone}{ENDS}")
    # Bazoum Mohamed ya kaddamar da gada
    governs: Pattern = shape(rb"(?: {TOKEN})? {governs}(?![a-z])")
    standing: Pattern = shape(rb"(?:^|[ \x01\x02]){standing}(?![a-z])")
    # they took control of the airport: sun kwace iko da filin jirgin sama
    grounds: Pattern = shape(rb"(?: {TOKEN}){0,2} {grounds}\b")
    # took control of the oil-rich country; but not: of the city in the north of the country
    whole: Pattern = shape(rb"^ of (?:(?!in |on |at |near |from )[a-z-]+ ){0,5}{whole}\b")
    # the bloc failed to prevent the coup
    averted: Pattern = shape(rb"^ {averted}(?: |$)")
    # أقال الرئيس تينوبو قادة الجيش; but not: عزل قائد الجيش الرئيس
    dismissed: Pattern = shape(
        rb"{AND}{dismiss}(?:" + _DOER + rb"{0,9},? {BI}?{underling}{ENDS}"
        rb"(?!(?: {TOKEN}){0,5} {sacker} )|(?= {sacker} )" + _DOER + rb"{1,7} {premier}{ENDS})"
    )
    # why we cannot go to war – senators
    speaker: Pattern = shape(rb"{WORD}{speaker}{ENDS}")
    first_person: Pattern = shape(rb"{WORD}{first-person}{ENDS}")
    # who is the general – head of the junta
    asks_what: Pattern = shape(rb"{asks-what}{ENDS}")
    # explains why he left
    accounts: Pattern = shape(rb"{WORD}{accounts}{ENDS}")
    # those who urge soldiers to oust the president, to stage a coup
    bid_to: Pattern = shape(
        rb"{WORD}{AND}{bid}(?: {TOKEN}){0,5} {bid-to}(?:(?: {TOKEN}){1,6} {bid-and}(?: {bid-to})?)? $"
    )
    # suna zuga sojoji su yi wa Tinubu juyin mulki
    bid_to_stage: Pattern = shape(
        rb"{WORD}{bid}(?: {TOKEN}){0,5} {bid-to} (?:{stage}(?: [a-z]+)?|{to-whom}(?: {TOKEN}){0,4}) $"
    )
    # young people call for a coup; rejette les appels au putsch
    called_for: Pattern = shape(rb"{WORD}{AND}{open:called-for} $")
    # the country needs a coup, the army should take over: of those that are to be as elsewhere
    wished: Pattern = shape(rb"{WORD}{AND}{wished}(?: {stage})?(?: {some})? $")
    # the army never had any coup request
    request: Pattern = shape(rb" {request}{ENDS}")
    never: Pattern = shape(rb"{WORD}{never}{ENDS}")
    # it is not our ambition to seize power
    aim: Pattern = shape(rb"{WORD}{aim}(?: [^ ,;.\"\x01\x02]+){0,4} $")
    # an attack on Niger would be war; but not: gunmen attack Niger village
    attack_on: Pattern = shape(rb"{attack-on} ")
    attack_then: Pattern = shape(rb" ?(?:[,.:;?!\"\x01\x02]|{attack-then}{ENDS}|$)")
    # the threat of an attack, fearing attack
    attack_feared: Pattern = shape(rb"{WORD}{attack-feared} (?:an? |any )?$")
    # the bloc orders troops to prepare an attack
    attack_planned: Pattern = shape(rb"{WORD}{attack-planned} $")
    # Prigozhin led a mutiny in June
    hired: Pattern = shape(rb"{WORD}{hired}{ENDS}")
    # an activist in prison is heard by a judge
    behind_bars: Pattern = shape(rb"{WORD}{behind-bars}{ENDS}")
    # the last American soldiers have left; journalists were taken to prison
    matter: Pattern = shape(
        rb"{WORD}{AND}(?:{matter}|{foreign-troops}(?: {TOKEN})? {foreign}"
        rb"|{foreign}(?: {TOKEN})? {foreign-troops}){ENDS}"
    )
    critics: Pattern = shape(rb"{WORD}{AND}{critics}{ENDS}")
    put_away: Pattern = shape(rb"{WORD}{AND}{put-away}{ENDS}")
    # a court must rule on it, and says whether an immunity must be lifted
    court: Pattern = shape(rb"{WORD}{AND}{AL}?{court}{ENDS}")
    to_rule: Pattern = shape(rb" {to-rule}{ENDS}")
    whether: Pattern = shape(rb"[ \"]{whether}{ENDS}")
    # a delegation visits refugee camps
    uprooted: Pattern = shape(rb"{WORD}{AND}{LI}?{uprooted}{ENDS}")
    visitors: Pattern = shape(rb"{WORD}{visitors}{ENDS}")
    # yadda ganawar ta kasance, over a report
    how_it_went: Pattern = shape(rb"{how-it-went}{ENDS}")
    # yadda suka yi zanga-zanga, over pictures of it
    marches: Pattern = shape(rb"{WORD}{marches}{ENDS}")
    # kidnapped is a tourist, her embassy says
    abducted: Pattern = shape(rb"{abducted}")
    # today soldiers took power in Guinea-Bissau, too
    this_day: Pattern = shape(rb"{CLAUSE}{AND}{this-day}{ENDS}")
    # Algeria expels migrants; hundreds of migrants deported
    sent_home: Pattern = shape(
        rb"{WORD}(?:{sent-home}(?: {TOKEN}){0,5} {LI}?{sent-migrants}"
        rb"|{sent-migrants}(?: {TOKEN}){0,3} {sent-home}){ENDS}"
    )
    consular: Pattern = shape(rb"{consular}{ENDS}")
    # dalilin da ya sa ECOWAS ta janye takunkumi, over a report
    why_it_was: Pattern = shape(rb"{why-it-was}{ENDS}")
    # what makes soldiers take power
    what_drives: Pattern = shape(rb"{BEGINS}{what-drives} $")
    # rashin adalci ke haifar da juyin mulki; juyin mulki na mayar da kasashe baya
    general_before: Pattern = shape(rb"{BEGINS}{general-before} $")
    general_behind: Pattern = shape(rb" {general-behind}{ENDS}")
    # Analysis: the bloc is running out of time
    label: Pattern = shape(rb"{label} ?[:|\x02]")
    # l'analyse de nos experts; analysis by our editor
    label_by: Pattern = shape(rb"[ \"]*(?:l |the |our )?{label} {label-by} ")
    # from guarding the president to toppling him
    life: Pattern = shape(rb"{WORD}{life}{ENDS}")
    # matters arising; and its implications
    essay: Pattern = shape(
        rb"(?:{WORD}{essay}|[:|\x02] {essay-part}|{WORD}{turn} (?:of|de|d|du|des)(?: [^ :]+){0,2} {turn-of}"
        rb"){ENDS}"
    )
    # this video does not show soldiers of Niger; old footage; fact or fiction
    checks: Pattern = shape(
        rb"{WORD}(?:{media}(?: [^ :]+){0,9}:? {untrue}|{fake}(?: [^ :]+){0,2} {media}|{check}){ENDS}"
    )
    # la Cedeao peut-elle intervenir
    asks: Pattern = shape(rb"{WORD}{asks}{ENDS}")
    # experts fear for the pipeline; in doubt: analysts
    experts: Pattern = shape(rb"{WORD}{experts}(?: {unnamed-say}{ENDS}|[ .]*$)")
    # what somebody said on a day, and not what analysts say any day: a affirmé l'ambassadeur
    has_said: Pattern = shape(rb"{WORD}{has-said}{ENDS}")
    # …, a channel has reported. | …, rapporte l'agence
    attributed: Pattern = shape(rb",(?: {TOKEN}){0,5} {attributed}(?: {TOKEN}){0,5}[ .\"\x01]*$")
    # طالب متظاهرون الجيش بانقلاب, without what is glued to the coup
    demands: Pattern = shape(rb"{WORD}{AND}{demands}(?: {TOKEN}){1,6} $")
    # whoever wants to understand why the envoy stays
    to_understand: Pattern = shape(rb"[ \x01\"]*{to-understand}{ENDS}")
    # the newspaper takes up what the coup has cost; تناول موقع
    reviews: Pattern = shape(rb"{WORD}(?:{press}(?: {TOKEN}){0,5}? {reviews}|{AND}{reviews} {press}){ENDS}")
    # SORAZ (founded in 2011) is a refinery; SORAZ matatar mai ce da
    is_a: Pattern = shape(rb"(?: ?\([^)]{0,60}\))?(?: ?,[^,.]{1,60},)?(?: {TOKEN}){0,3}? {is-a}{ENDS}")
    # the anniversary of independence
    own_day: Pattern = shape(rb"{WORD}{AND}{LI}?{own-day}{ENDS}")
    # la junte seduit, explique l'analyste
    selon: Pattern = shape(rb"{WORD}{selon}{ENDS}")
    # sanctions hurt us, residents say
    unnamed: Pattern = shape(rb"{WORD}{unnamed}(?: (?:of|in|on) [^ ]+)?(?: {unnamed-say}{ENDS}|[ .]*$)")
    needs: Pattern = shape(rb"{WORD}{needs}{ENDS}")
    touched: Pattern = shape(rb"{WORD}{touched}{ENDS}")
    # Niger : Air France allonge ses vols
    carriers: Pattern = shape(rb"(?:[^:\x02]*[:\x02] )?{carriers}{ENDS}")
    # its principle is to reject any coups
    principle: Pattern = shape(rb"{WORD}{principle}(?: [^ ,;.:\x01\x02]+){0,8} $")
    # Chad escorts troops that withdraw from Niger
    pulls_out: Pattern = shape(rb"{WORD}{pulls-out} $")
    attack_us: Pattern = shape(rb"{attack-us}{ENDS}")
    # what the president told his security chiefs
    tells_what: Pattern = shape(rb"([^ ]+)((?: [^ \x01\x02]+){1,5}) {what-said}{ENDS}")
    # abubuwan da shugaban ya fada: what the president said
    things_said: Pattern = shape(rb"{things}((?: [^ \x01\x02?]+){1,5}) {things-said}{ENDS}")
    # residents cry out as the frontier is shut
    as_clause: Pattern = shape(rb" {as-clause} ")
    # the drums of war, by Azu Okon
    byline: Pattern = shape(rb"[,)|\x02] ?{byline}((?: [^ ,;:\x01\x02\"]+){2,5})[ .\x01]*$")
    # lorries stuck at the border; the coup puts supplies of fuel in doubt
    suffers: Pattern = shape(
        rb"{WORD}(?:{goods}(?: [^ \x01\x02]+){0,3} {held-up}|{sufferers}(?: [^ \x01\x02]+){0,2} {suffer}"
        rb"|{bears-on}(?: [^ \x01\x02]+){0,7} {supplies}){ENDS}"
    )
    # since the fall of Bazoum; she came a year before the army unseated him
    when: Pattern = shape(rb"(?:^|[ \x01\x02]){when}(?: [^ ]+){0,4} ?$")
    some: Pattern = shape(rb"(?:^|[ \"]){some} $")
    # الأنباء المتداولة عن وقوع انقلاب
    about: Pattern = shape(rb" {about}(?: (?:{takes-place}|{carries-out}|{whichever})){0,2} $")
    # نفت حكومة البلاد حدوث أي محاولة انقلاب
    took_place: Pattern = shape(rb" {takes-place}(?: {whichever})? $")
    can_do: Pattern = shape(rb" {can-do}(?: |$)")
    others_failed: Pattern = shape(rb"{WORD}{others-failed}{ENDS}")
    # 60 years of independence
    of_freedom: Pattern = shape(rb"{WORD}{AND}(?:{LI}|{BI}|{AL})*{of-freedom}")
    # Was there a coup? The army says no.
    answers_no: Pattern = shape(rb"[ \x01\"]*{AND}(?:{TOKEN} ){0,4}{answers-no}\"? ?(?:[.!\x01]|$)")
    no_denial: Pattern = shape(rb" {no-denial}{ENDS}")
    # the beginnings of words will do: et exécuté, et exécutèrent
    and_done: Pattern = shape(rb" {and-done}")
    unwanted: Pattern = shape(rb" {unwanted}{ENDS}")
    was_not: Pattern = shape(rb"{was-not} $")
    # a fake military coup; juyin mulkin bogi
    sham: Pattern = shape(rb"{WORD}{sham} \"?$")
    sham_behind: Pattern = shape(rb"\"? {sham-behind}{ENDS}")
    # the problem, as I see it, is not the coup
    no_point: Pattern = shape(rb"{WORD}{point}(?:, ?[^,;.\x01]{1,28},)? {no-point} \"?$")
    # First, France:
    nth_point: Pattern = shape(rb"(?:^|[.!?:\x01\x02] ?){nth-point}[,:]? (?:the |la |le |les |l )?$")
    accuse: Pattern = shape(rb"{accuse} ")
    contagion: Pattern = shape(rb"{contagion} ")
    done_again: Pattern = shape(rb" (?:{that-new}|{done-by}(?: {done-one})?) {another} $")
    why: Pattern = shape(rb"{WORD}{why}{ENDS}")
    # the bloc closed its borders; Arabic glues and before it
    penalty: Pattern = shape(rb"(?<![a-z]){penalty}{ENDS}")
    neighbours: Pattern = shape(rb"(?<![a-z]){by-neighbours}{ENDS}")

