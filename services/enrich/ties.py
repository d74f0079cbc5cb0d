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
    rb"(?:coups|putschs|putsches|takeovers|juntas|juntes|"
    + b"|".join(fold_name(w) for w in ("انقلابات", "انقلابين", "انقلابان"))
    + rb"|juye juyen mulki)(?: d.etat| militaires)?$"
)
_CLAUSE_END = re.compile(rb"[;\x01\x02]")


def _arabic(words: str) -> bytes:
    return b"|".join(fold_name(word) for word in words.split())


# What may stand between a word for coup and the country it happened in: small words of four languages only.
_LINK = re.compile(
    rb"^(?: (?:in|of|by|attempt|leaders?|that|military|junta|s|au|en|du|de|la|le|les|militaires?|d|l|a|na|ta|da|kasar|"
    rb"countries|states|nations|neighbours|neighbors|pays|etats|led|run|ruled|"
    rb"jamhuriyar|neighbou?ring|voisin|the|this|last|year|week|month|(?:19|20)[0-9][0-9]|"
    + _arabic("في دولة جمهورية العسكري العسكرية الأخير الأخيرة الذي التي شهدته شهدتها وقع")
    + b"|"
    + _arabic("جارة جارتها الرئيس رئيس على")
    + rb")){0,5} ?(?:"
    + _arabic("ب ل و في")
    + rb")?$"
)
_LINK_BEFORE = re.compile(
    rb"^(?: s)?(?: (?:military|militaire|s|latest|recent|new|ta|na|officers?|soldiers|army)){0,2} ?$"
)
# What may stand between two countries that share one mention; years and how many there were among it.
_JOINED = re.compile(
    rb"^(?:[ ,/()0-9\x02-]|\b(?:and|et|ou|or|da|kuma|then|puis|sannan|in|au|en|a|the|le|la|l|aux|also|more|recently|"
    rb"twice|two|deux|fois|sau biyu|both|later|"
    + _arabic("ثم عامي عام في مرتين")
    + rb")\b|"
    + fold_name("و")
    + rb"){1,40}$"
)


class Tie(NamedTuple):
    """A country and the years that the text gives its coups there; none if it gives none."""

    country: str
    years: list[int]


def is_plural(candidate: Candidate, reading: Reading) -> bool:
    """Are several coups spoken of at once?"""
    return bool(_PLURAL.search(reading.key, candidate.start, candidate.end))


_TWO_BEFORE = re.compile(rb"(?:^| )(?:two|deux|both|2) (?:[a-z]+ )?$")
_TWO_BEHIND = (b" sau biyu", b" har sau biyu", b" biyu ")


def counts_two(candidate: Candidate, reading: Reading) -> bool:
    """Two coups of one country: il a dirigé deux coups d'Etat, juyin mulki sau biyu."""
    if candidate.rule not in ("coup", "maybe"):
        return False
    key = reading.key
    if key.startswith(_TWO_BEHIND, candidate.end):
        return True
    return is_plural(candidate, reading) and bool(
        _TWO_BEFORE.search(key, max(0, candidate.start - 20), candidate.start)
    )


def tied_countries(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries that the wording ties to the mention, in order.

    Niger coup | coup in Niger | coups in Mali (2020 and 2021), Burkina Faso and Guinea.
    """
    inside = reading.countries_in(start, end)
    if not inside:
        return []
    key = reading.key
    tied: list[Tie] = []
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
    for s, e, country in reversed([p for p in inside if p[1] <= candidate.start]):
        if not (_JOINED if place < candidate.start else _LINK_BEFORE).match(key[e:place]):
            break
        own = years_behind(candidate, reading, end) if place == candidate.start else []
        tied.append(Tie(country, own))
        place = s
    return tied


def following_countries(candidate: Candidate, reading: Reading, end: int) -> list[Tie]:
    """Countries behind a plural, however they are joined to it: coups have struck neighbouring Mali and Guinea."""
    after = reading.countries_in(candidate.end, end)
    ends = [*(s for s, _, _ in after[1:]), end][: len(after)]
    return [Tie(country, _years(reading, e, stop)) for (_, e, country), stop in zip(after, ends, strict=True)]


# What a coup that is counted comes after is a coup too: a third one, after Mali. | a month after that of Niger
_COUNTED = re.compile(
    rb"(?:\b(?:[0-9]+ ?(?:st|nd|rd|th|e|eme)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|"
    rb"deuxieme|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dernier|derniere|"
    rb"na biyu|na uku|na hudu|na biyar|na shida|na bakwai|na takwas|"
    rb"(?:after|following|like|recalls|echoes) (?:that|those|the one|the ones) (?:of|in)|celui|ceux)\b|"
    + _arabic("الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع ثاني ثالث رابع خامس سادس سابع ثامن تاسع")
    + rb")"
)
_AFTER = re.compile(
    rb"(?:^|[ (])(?:after|following|apres|bayan|celui|ceux|that of|that in|those of|those in|the one in|the ones in|"
    + _arabic("بعد")
    + rb")(?: (?:the|le|la|les|l|du|de|au|en|celui|ceux|those in|ones in|that in|that of|those of|na|ta))* ?$"
)


def _counts(reading: Reading, start: int, end: int) -> bool:
    """Are coups counted in this sentence? Looked for once, since every mention in it asks."""
    known = reading.counting.get(start)
    if known is None:
        known = reading.counting[start] = bool(_COUNTED.search(reading.key, start, end))
    return known


def counted_with(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The countries that a coup comes after where coups are counted: the second this summer, after Niger."""
    inside = [p for p in reading.countries_in(start, end) if not candidate.start <= p[0] < candidate.end]
    ties: list[Tie] = []
    place = start
    for s, e, country in inside:
        if ties and not _JOINED.match(reading.key[place:s]):
            break
        if country in reading.eventful and (ties or _AFTER.search(reading.key, max(start, s - 24), s)):
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
    """The countries of the headline, if it names several: Niger and Mali leave the bloc. It had punished the coups."""
    named = dict.fromkeys(c for s, _, c in reading.countries if s < head and c in reading.eventful)
    return [Tie(country, []) for country in named] if len(named) > 1 else []


def enumerated_next(reading: Reading, end: int) -> list[Tie]:
    """The contagion of coups. After Mali, Guinea and Niger, Gabon has fallen."""
    if end >= len(reading.key):
        return []
    _, stop = reading.sentence(end)
    named = [c for _, _, c in reading.countries_in(end, stop) if c in reading.eventful]
    countries = list(dict.fromkeys(named))
    return [Tie(c, []) for c in countries] if len(countries) >= 3 else []


_SINCE_YEAR = re.compile(
    rb"(?:\b(?:since|depuis|depuis l annee|tun|tun daga|tun a|tun shekarar)|"
    + _arabic("منذ")
    + rb")(?: (?:"
    + _arabic("عام العام سنة")
    + rb"))? (20[0-9][0-9])\b"
)


def since_year(reading: Reading, start: int, end: int) -> int | None:
    """The year from which on a sentence counts coups: Mali and Burkina Faso have seen coups since 2020."""
    found = _SINCE_YEAR.search(reading.key, start, end)
    return int(found.group(1)) if found else None


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
    return reading.years_in(start, stop.start() if stop else limit)
