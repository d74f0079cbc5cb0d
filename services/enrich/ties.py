"""Which countries and years the wording ties to a mention of a coup."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from services.enrich.candidates import Candidate
from services.enrich.fold import fold_name
from services.enrich.reading import Reading

# How far a year behind a mention can date it.
YEAR_REACH: Final = 60

_PLURAL = re.compile(
    rb"(?:coups|putschs|putsches|takeovers|juntas|juntes|latest ones|most recent ones|regimes|"
    + b"|".join(fold_name(w) for w in ("انقلابات", "انقلابين", "انقلابان"))
    + rb"|(?:"
    + b"|".join(fold_name(w) for w in ("مجالس", "أنظمة", "حكومات"))
    + rb") (?:"
    + b"|".join(fold_name(w) for w in ("عسكرية", "العسكرية"))
    + rb")"
    + rb"|juye juyen mulkin?)(?: d.etat| militaires)?$"
)
_CLAUSE_END = re.compile(rb"[;\x01\x02]")


def _arabic(words: str) -> bytes:
    return b"|".join(fold_name(word) for word in words.split())


# What may stand between a word for coup and the country it happened in: small words of four languages only.
_LINK = re.compile(
    rb"^(?: (?:each|apiece|similaires?|semblables?|comparables?|analogues?|similar|comparable|"
    rb"in|of|by|attempt|leaders?|that|military|junta|s|au|en|du|de|la|le|les|militaires?|d|l|a|na|ta|da|kasar|"
    rb"countries|states|nations|neighbours|neighbors|governments?|regimes?|pays|etats|led|run|ruled|"
    rb"soja|soji|kasashe|kasashen|makwabciya|makwabciyar|makwabciyarta|makwabta|makwabtan|makwabtanta|wasu|irin su|"
    rb"watau|wato|arewa|cikin|jamhuriyar|neighbou?ring|voisin|both|the|this|last|year|week|month|(?:19|20)[0-9][0-9]|"
    + _arabic("في دولة جمهورية العسكري العسكرية الأخير الأخيرة الذي التي شهدته شهدتها وقع")
    + b"|"
    + _arabic("جارة جارتها الرئيس رئيس على بالطريقة نفسها كلا كل من أيضا")
    + rb")){0,5} ?(?:"
    + _arabic("ب ل و في")
    + rb")?$"
)
_LINK_BEFORE = re.compile(
    rb"^(?: s)?(?: (?:military|militaire|s|latest|recent|new|ta|na|officers?|soldiers|army|ma|aka yi|an yi|aka samu|"
    rb"sojoji sun|sojoji suka)){0,2} ?$"
)
# Between a country and those who rule it: Niger has been ruled by a junta, le Mali est dirige par une junte.
_LED = re.compile(
    rb"^,?(?: (?:which|is|are|was|were|has|have|had|been|now|also|both|all|still|ruled|run|led|governed|under|by|a|the|"
    rb"its|their|military|qui|est|sont|etait|etaient|dirige|diriges|dirigee|gouverne|gouvernes|par|une|des|la|les|"
    rb"deux|toutes|tous)){1,9} $"
)
# Between several countries and what soldiers did in all of them: Mali and Burkina Faso, where soldiers seized power.
_WHERE = re.compile(
    rb"^,? (?:where|which|both of which|all of which|ou|qui|dont)(?: (?:the|both|all|also|have|has|had|l|les|la|des|"
    rb"ont|military|army|armies|soldiers|officers|generals|junior|senior|too|seen|suffered|recently|lately|militaires|"
    rb"armee|soldats|officiers|connu|aussi)){0,6} $|"
    # kasashen Mali da Burkina Faso, inda sojoji suka kwace mulki
    rb"^,? (?:inda|wadanda|wanda|da)(?: (?:sojoji|sojojin|soja|soji|hafsoshi|suka|ma|su ma|duk|dukkansu|aka|taba|yi|"
    rb"sha|fuskanci|gudanar da|yi musu|kwanan nan|baya bayan nan)){0,6} $"
)
# Who is only named beside those of whom it is told: as are Mali and Guinea, وكذلك مالي
_LIKEWISE = re.compile(
    rb"(?:^| )(?:as (?:are|is|have|has|were|was)|so (?:are|is|have|has)|as (?:it was|was the case|is the case|in)|"
    rb"as they (?:are|have|had|did|were)(?: (?:of late|recently|lately|earlier|done|before|already)){0,2} in|"
    rb"comme (?:le|la|au|en|c est le cas au|c est le cas en|l ont fait)|"
    rb"(?:haka ma|haka kuma|haka nan|kamar yadda (?:aka yi|ya faru|ta faru|yake|suke)|kamar dai|bayan abin da ya faru|"
    rb"sai kuma|kazalika|(?:irin )?abubuwan da suka faru a)"
    rb"(?: (?:a|na|ta|kasar|kasashe|kasashen|cikin|makwabta|irin su|irinsu))*|"
    + _arabic("كذلك وكذلك ومثلها")
    + rb"|"
    + b"|".join(fold_name(w) for w in ("كما في", "كما هو الحال في", "كما حدث في", "كما حصل في", "كما جرى في"))
    + rb")(?: (?:the|neighbou?ring|le|la|les|voisin|"
    + fold_name("الحال في")
    + rb"|"
    + fold_name("في")
    + rb"))* ?$"
)
# What may stand between two countries that share one mention; years and how many there were among it.
_JOINED = re.compile(
    rb"^(?:[ ,/()0-9\x02-]|\b(?:and|et|ou|or|da|kuma|then|puis|sannan|haka ma|haka nan|haka|har ma|ma|ita ma|su ma|sai|"
    rb"kazalika|watau|wato|kwanan nan|baya bayan nan|bayan nan|kasar|kasashen|jamhuriyar|makwabtanta|makwabciyarta|"
    rb"bara|bana|shekarar|shekara ta|na|ta|watan|janairun?|fabrairun?|maris|afrilun?|mayun?|yunin?|yulin?|agustan?|"
    rb"satumba[nr]?|oktoba[nr]?|nuwamba[nr]?|disamba[nr]?|in|au|en|a|the|le|la|l|aux|also|more|recently|"
    rb"du|de|des|d|twice|two|deux|fois|sau biyu|both|later|last|this|month|year|week|since|early|late|ago|weeks|"
    rb"months|before|"
    rb"january|february|march|april|may|june|july|august|september|october|november|december|"
    rb"monday|tuesday|wednesday|thursday|friday|saturday|sunday|on)\b|"
    + _arabic("ثم عامي عام في مرتين كلا من كل يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر")
    + rb"|"
    + _arabic("أكتوبر نوفمبر ديسمبر")
    + rb"|"
    + fold_name("و")
    + rb"){1,40}$"
)


class Tie(NamedTuple):
    """A country and the years that the text gives its coups there; none if it gives none."""

    country: str
    years: list[int]


# Behind a junta that several countries have: junta-led nations such as Mali, the junta-run states of the Sahel.
_RULED_STATES = re.compile(
    rb"(?:[- ](?:led|run|ruled|governed|backed))?(?: [a-z]+)? (?:countries|states|nations|neighbou?rs|regimes|"
    rb"governments|trio)\b"
)

# Before it: three states ruled by the military, the neighbours that have a military government
_STATES_RULED = re.compile(rb"\b(?:countries|states|nations|neighbou?rs)(?: [a-z]+){0,3} $")

_STATES = re.compile(rb" (?:countries|states|nations|neighbou?rs)$")


# Hausa has no plural of its word for coup: what stands around it says that there were several.
_MANY_BEFORE = re.compile(
    rb"(?:^| )(?:jerin|yawan|yawaitar|guguwar|annobar|karuwar|(?:sha )?fama da|sha) (?:yawan )?$"
)
_MANY_BEHIND = re.compile(
    rb" (?:(?:na soji|na soja|soji|soja) )?(?:da dama|barkatai|iri iri|daban daban|a jere|a wasu kasashe|a kasashen|"
    rb"a kasashe|a cikin kasashe|da aka (?:yi|gani|samu) a (?:kasashen|kasashe|(?:wasu|wannan|"
    rb"wadannan) kasashe))(?![a-z])"
)
# Those who rule several states at once, in Hausa: kasashen uku da ke karkashin mulkin soji
_THESE_STATES = re.compile(
    rb"(?<![a-z])(?:(?:wadannan|wannan) kasashe(?: uku)?|kasashen? ukun?|dukkan kasashen)(?![a-z])"
)


def is_plural(candidate: Candidate, reading: Reading) -> bool:
    """Are several coups, or the juntas of several countries, spoken of at once?

    Coups in Mali and Niger | yankin ya sha fama da juyin mulki | juyin mulki a kasashen Mali da Nijar
    """
    if candidate.rule == "junta":
        key, before = reading.key, max(0, candidate.start - 40)
        if _RULED_STATES.match(key, candidate.end) or _STATES_RULED.search(key, before, candidate.start):
            return True
        if _STATES.search(key, candidate.start, candidate.end):
            return True
        start, end = reading.sentence(candidate.start)
        if _THESE_STATES.search(key, max(start, candidate.start - 90), min(end, candidate.end + 40)):
            return True
    if _PLURAL.search(reading.key, candidate.start, candidate.end):
        return True
    if candidate.rule != "coup" or reading.key[candidate.start : candidate.start + 5] != b"juyin":
        return False
    return bool(_MANY_BEHIND.match(reading.key, candidate.end)) or bool(
        _MANY_BEFORE.search(reading.key, max(0, candidate.start - 24), candidate.start)
    )


_REGION = re.compile(
    rb"(?: militaires| d.etat)? (?:en|dans|au|sur|in|across|on)"
    rb"(?: (?:l|la|le|toute l|the|west|central|southern|sub-saharan|l ouest de l))?"
    rb" ?(?:afrique|africa|sahel|continent|region|sous-region)\b"
)


def is_of_a_region(candidate: Candidate, reading: Reading) -> bool:
    """Are coups of a whole region told, and no country beside it? La prolifération des coups d'Etat en Afrique."""
    if candidate.rule != "coup" or not is_plural(candidate, reading):
        return False
    if not _REGION.match(reading.key, candidate.end):
        return False
    start, end = reading.sentence(candidate.start)
    following = reading.sentence(end)[1] if end < len(reading.key) else end
    return not any(c in reading.eventful for _, _, c in reading.countries_in(start, following))


_TWO_BEFORE = re.compile(rb"(?:^| )(?:two|deux|both|2) (?:[a-z]+ )?$")
_DUAL = re.compile(b"|".join(fold_name(w) for w in ("انقلابين", "انقلابان")))
TWO_BEHIND: Final = (b" sau biyu", b" har sau biyu", b" biyu ")


def counts_two(candidate: Candidate, reading: Reading, *, plural: bool) -> bool:
    """Two coups of one country: il a dirigé deux coups d'Etat, juyin mulki sau biyu. `plural`: as `is_plural` says."""
    if candidate.rule not in ("coup", "maybe"):
        return False
    key = reading.key
    if key.startswith(TWO_BEHIND, candidate.end) or _DUAL.search(key, candidate.start, candidate.end):
        return True
    return plural and bool(_TWO_BEFORE.search(key, max(0, candidate.start - 20), candidate.start))


def tied_countries(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries that the wording ties to the mention, in order.

    Niger coup | coup in Niger | coups in Mali (2020 and 2021), Burkina Faso and Guinea.
    """
    inside = reading.countries_in(start, end)
    if not inside:
        return []
    key = reading.key
    # the mention itself names it: حاكم النيجر
    within = [c for s, _, c in inside if candidate.start <= s < candidate.end]
    tied: list[Tie] = [Tie(within[0], years_behind(candidate, reading, end))] if within else []
    place = candidate.end
    after = [p for p in inside if p[0] >= candidate.end]
    for number, (s, e, country) in enumerate(after):
        if not (_JOINED if tied else _LINK).match(key[place:s]):
            break
        following = after[number + 1][0] if number + 1 < len(after) else end
        between = reading.years_in(candidate.end, s) if not tied else []
        tied.append(Tie(country, _years(reading, e, min(following, end)) or between))
        place = e
    place = candidate.start
    for s, e, country in reversed([p for p in inside if p[1] <= candidate.start and not within]):
        if not (_JOINED.match(key[e:place]) if place < candidate.start else _leads_to(candidate, key, e)):
            break
        own = years_behind(candidate, reading, end) if place == candidate.start else []
        tied.append(Tie(country, own))
        place = s
    return tied + named_beside(candidate, reading, end) if tied else tied


# Before an Arabic mention: and
_AND = fold_name("و")


def _leads_to(candidate: Candidate, key: bytes, end: int) -> bool:
    """Do the words between a country and the mention tie the two? But not: the war in Sudan وانقلاب of another."""
    gap = key[end : candidate.start]
    if key[candidate.start : candidate.start + 1] == _AND:
        return False
    if _LINK_BEFORE.match(gap) or _WHERE.match(gap):
        return True
    return candidate.rule in ("junta", "junta-name") and bool(_LED.match(gap))


def named_beside(candidate: Candidate, reading: Reading, end: int) -> list[Tie]:
    """Countries behind a mention of which the same is told: Niger has been ruled by a junta, as are Mali and Guinea."""
    ties: list[Tie] = []
    place = candidate.end
    behind = reading.countries_in(candidate.end, end)
    for number, (s, e, country) in enumerate(behind):
        if ties and not _JOINED.match(reading.key[place:s]):
            break
        if country in reading.eventful and (ties or _LIKEWISE.search(reading.key, max(0, s - 44), s)):
            following = behind[number + 1][0] if number + 1 < len(behind) else end
            ties.append(Tie(country, reading.years_in(e, min(following, e + OWN_YEAR))))
        place = e
    return ties


# So near behind a country named beside others stands a year of its own: sai kuma Mali a shekarar 2020.
OWN_YEAR: Final = 20


def following_countries(candidate: Candidate, reading: Reading, end: int) -> list[Tie]:
    """Countries behind a plural, however they are joined to it: coups have struck neighbouring Mali and Guinea."""
    after = reading.countries_in(candidate.end, end)
    ends = [*(s for s, _, _ in after[1:]), end][: len(after)]
    ties = [Tie(country, _years(reading, e, stop)) for (_, e, country), stop in zip(after, ends, strict=True)]
    if ties and not ties[0].years:  # the coups of 2020 and 2021 that brought Goita to power
        ties[0] = ties[0]._replace(years=_years(reading, candidate.end, after[0][0]))
    return ties


# What a coup that is counted comes after is a coup too: a third one, after Mali. | a month after that of Niger
_COUNTED = re.compile(
    rb"(?:\b(?:[0-9]+ ?(?:st|nd|rd|th|e|eme)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|"
    rb"deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dernier|derniere|"
    rb"(?:na|ta) (?:biyu|uku|hudu|biyar|shida|bakwai|takwas|tara|goma)|"
    rb"(?:after|following|like|recalls|echoes) (?:that|those|the one|the ones) (?:of|in)|celui|ceux)\b|"
    + _arabic("الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع ثاني ثالث رابع خامس سادس سابع ثامن تاسع")
    + rb")"
)
_AFTER = re.compile(
    rb"(?:^|[ (])(?:after|following|apres|bayan|celui|ceux|that of|that in|those of|those in|the one in|the ones in|"
    + _arabic("بعد")
    + rb")(?: (?:wadanda|wanda|wadda|irin|abin|da|ya|aka|faru|gani|yi|samu|a|kasar|kasashen|juyin|mulkin?|"
    rb"the|le|la|les|l|du|de|au|en|celui|ceux|those in|ones in|that in|that of|those of|na|ta))* ?$"
)


def _counts(reading: Reading, start: int, end: int) -> bool:
    """Are coups counted in this sentence? Looked for once, since every mention in it asks."""
    known = reading.counting.get(start)
    if known is None:
        known = reading.counting[start] = bool(_COUNTED.search(reading.key, start, end))
    return known


def is_counted(candidate: Candidate, reading: Reading) -> bool:
    """Is its number said right behind? Another coup, the fifth in three years."""
    return bool(_COUNTED.search(reading.key, candidate.end, candidate.end + NUMBERED))


# So near behind it stands the number of a coup.
NUMBERED: Final = 18


def counted_with(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The countries that a coup comes after where coups are counted: the second this summer, after Niger."""
    inside = [p for p in reading.countries_in(start, end) if not candidate.start <= p[0] < candidate.end]
    ties: list[Tie] = []
    place = start
    for s, e, country in inside:
        if ties and not _JOINED.match(reading.key[place:s]):
            break
        if country in reading.eventful and (ties or _AFTER.search(reading.key, max(start, s - 40), s)):
            ties.append(Tie(country, []))
        place = e
    # asked last, since it reads the whole sentence
    return ties if ties and _counts(reading, start, end) else []


def nearest_countries(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries that a plural is told of, behind it or in a row before it, whichever stand nearer.

    Coups have struck Mali and Guinea | Mali and Guinea, which have had coups, will help Niger.
    """
    behind = [t for t in following_countries(candidate, reading, end) if t.country in reading.eventful or t.years]
    before = enumerated_before(candidate, reading, start)
    if not behind or not before:
        return behind or before
    gap = reading.key[candidate.end : reading.countries_in(candidate.end, end)[0][0]]
    near = candidate.start - reading.countries_in(start, candidate.start)[-1][1] < len(gap)
    return before if near or b"," in gap else behind


def enumerated_before(candidate: Candidate, reading: Reading, start: int) -> list[Tie]:
    """Two or more countries in a row before a plural: Mali and Burkina Faso have seen coups."""
    row: list[tuple[int, int, str]] = []
    for place in reversed([p for p in reading.countries_in(start, candidate.start) if p[2] in reading.eventful]):
        if row and not _JOINED.match(reading.key[place[1] : row[-1][0]]):
            break
        row.append(place)
    return [Tie(country, []) for country in dict.fromkeys(c for _, _, c in reversed(row))] if len(row) > 1 else []


def enumerated_in_head(reading: Reading, head: int) -> list[Tie]:
    """The countries of the headline, if it names several: Niger and Mali leave the bloc. It had punished the coups.

    Else those of the first sentence that names three: Three states quit. Niger, Mali and Burkina Faso say that …
    """
    named = dict.fromkeys(c for s, _, c in reading.countries if s < head and c in reading.eventful)
    if len(named) > 1:
        return [Tie(country, []) for country in named]
    first = next((s for s, _, _ in reading.countries if s >= head), None)
    if first is None:
        return []
    opening = dict.fromkeys(c for _, _, c in reading.countries_in(*reading.sentence(first)) if c in reading.eventful)
    return [Tie(country, []) for country in opening] if len(opening) > 2 else []


_THE_THREE = re.compile(
    rb"\b(?:the three|all three|the trio|les trois|kasashen uku|kasashe uku|kasashe ukun|(?:wadannan|"
    rb"wannan) kasashe)\b|"
    + b"|".join(fold_name(w) for w in ("الدول الثلاث", "البلدان الثلاثة", "العواصم الثلاث"))
)


def of_all_three(reading: Reading, start: int, end: int) -> bool:
    """Does a sentence speak of three countries that were named before it? The three, all suspended after coups."""
    return bool(_THE_THREE.search(reading.key, start, end))


def enumerated_next(reading: Reading, end: int) -> list[Tie]:
    """The contagion of coups. After Mali, Guinea and Niger, Gabon has fallen."""
    if end >= len(reading.key):
        return []
    _, stop = reading.sentence(end)
    named = [c for _, _, c in reading.countries_in(end, stop) if c in reading.eventful]
    countries = list(dict.fromkeys(named))
    return [Tie(c, []) for c in countries] if len(countries) >= 3 else []


_SINCE_YEAR = re.compile(
    rb"(?:\b(?:since|depuis|depuis l annee|tun(?: daga| a)?(?: shekarar| shekara ta)?)|"
    + _arabic("منذ")
    + rb")(?: (?:"
    + _arabic("عام العام سنة عامي")
    + rb"))? (20[0-9][0-9])\b"
)


_BETWEEN_YEARS = re.compile(
    rb"(?:\b(?:between|entre|daga)|" + _arabic("بين") + rb")(?: (?:" + _arabic("عامي") + rb"))? (20[0-9][0-9])\b"
)


def since_year(reading: Reading, start: int, end: int) -> int | None:
    """The year from which on a sentence counts coups: Mali and Burkina Faso have seen coups since 2020."""
    found = _SINCE_YEAR.search(reading.key, start, end)
    return int(found.group(1)) if found else None


def counted_from(candidate: Candidate, reading: Reading, start: int, end: int) -> int | None:
    """The same, where coups are counted between two years too. Juntas of these years are those that rule now."""
    # president since 2012, he saw the coups since 2020
    year = since_year(reading, candidate.end, end) or since_year(reading, start, end)
    if year is None and candidate.rule in ("coup", "maybe"):
        found = _BETWEEN_YEARS.search(reading.key, start, end)
        year = int(found.group(1)) if found else None
    return year


def years_behind(candidate: Candidate, reading: Reading, end: int) -> list[int]:
    """Years in the clause behind a mention, up to the next country: the coup in 2010."""
    following = reading.countries_in(candidate.end, end)
    return _years(reading, candidate.end, following[0][0] if following else end)


def years_before(candidate: Candidate, reading: Reading, start: int) -> list[int]:
    """A year just before a mention: the 2010 coup; In 2010 soldiers toppled."""
    return reading.years_in(max(start, candidate.start - 24), candidate.start)


def _years(reading: Reading, start: int, end: int) -> list[int]:
    limit = min(end, start + YEAR_REACH)
    stop = _CLAUSE_END.search(reading.key, start, limit)
    if stop is None and limit < end and reading.years_in(start, limit):
        listed = _LISTED.search(reading.key, start, end)  # in 2021, 2010, 1999 and 1996
        limit = max(limit, listed.end()) if listed and listed.start() < limit else limit
    return reading.years_in(start, stop.start() if stop else limit)


_LISTED = re.compile(rb"(?:(?:19|20)[0-9][0-9](?:, and |, | and | et | da )){1,8}(?:19|20)[0-9][0-9]")
