"""Where an article says that there was a coup: by a word for it, or one that may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from services.enrich.find.acts import ruler_named
from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import CueHit, Reading
from services.enrich.read.script import language_of


def coups_said(reading: Reading) -> Iterator[Candidate]:
    """The military staged a coup d'etat. / Sojoji sun yi juyin mulki."""
    for hit in reading.cue("coup"):
        politics = reading.in_sentence(hit.start, "soldiers", "ruler", "seat") or _before_a_country(reading, hit)
        if not politics and (_is_of_other_matters(reading, hit) or _is_title(reading, hit)):
            continue
        if _is_epithet(reading, hit) or _is_principle(reading, hit):
            continue
        yield Candidate(hit.start, hit.end, "coup")


def _is_principle(reading: Reading, hit: CueHit) -> bool:
    """Is it what somebody holds of all of them? The union rejects unconstitutional changes of government.

    But not: the unconstitutional changes of government in Mali and Guinea, nor that of these weeks, nor their rise.
    """
    key = reading.key
    if not _UNLAWFUL.match(key, hit.start, hit.end):
        return False
    if reading.crises.joints.on_the_rise.search(key, max(0, hit.start - RISE), hit.start):
        return False
    if any(c in reading.eventful for _, _, c in reading.countries_in(hit.end, hit.end + BEHIND)):
        return False
    before = max(0, hit.start - 16)
    several = _SEVERAL.search(key, hit.start, hit.end) and not _THESE.search(key, before, hit.start)
    return bool(several) or bool(reading.crises.phrases.any.search(key, before, hit.start))


# So near behind stand the countries whose coups are meant.
BEHIND = 24
# So near before them stands that there are more and more.
RISE = 24
_UNLAWFUL = re.compile(rb"(?:un|anti|in)constitution|change(?:ment)?s? (?:anti|in)constitution")
_SEVERAL = re.compile(rb"change(?:ment)?s\b")
_THESE = re.compile(rb"(?:^| )(?:the|these|those|two|three|latest|ces|deux|trois|derniers) (?:[a-z]+ )?$")


def _is_of_other_matters(reading: Reading, hit: CueHit) -> bool:
    """Does the sentence speak of a board or a match, or the text, and of no soldier or country with coups at all?"""
    if reading.in_sentence(hit.start, "notcoup"):
        return True
    others = reading.cue("notcoup")
    if reading.eventful or not others or reading.has("soldiers", "seat"):
        return False
    return len(others) > 2 or not reading.has("ruler")  # every club has a president


_TITLE_BEFORE = re.compile(rb"\" ?(?:the |le |la |les |un |une |a |l )?$")
_TITLE_BEHIND = re.compile(rb" ?[,.]?\"")


def _is_title(reading: Reading, hit: CueHit) -> bool:
    """Is it the whole of what stands in quotes, where no country is spoken of? The best film was "The Putsch"."""
    return not reading.eventful and _is_quoted(reading, hit)


def _is_quoted(reading: Reading, hit: CueHit) -> bool:
    if not _TITLE_BEFORE.search(reading.key, max(0, hit.start - 6), hit.start):
        return False
    return bool(_TITLE_BEHIND.match(reading.key, hit.end))


def _is_epithet(reading: Reading, hit: CueHit) -> bool:
    """The opposition called the delay a coup: no soldier stirs in the text, it is a word for something else."""
    if "epithet" not in reading.cues or reading.has("soldiers", "junta", "ousted", "seize", "attempt", "plot"):
        return False
    called = next((h for h in reading.cues_in("epithet", hit.start - CALLED, hit.start) if h.end <= hit.start), None)
    return called is not None and not _names_one(reading, called.start, hit.end)


def _names_one(reading: Reading, start: int, end: int) -> bool:
    """Is what is called a coup something in a country that had one lately? Not yet called the events in Niger a coup.

    n'ont pas qualifié de coup d'État les événements au Niger; but not: the opposition in Mali calls the delay a coup.
    In the weeks after one it is that which is called so: Madagascar: Paris dénonce un coup d'État.
    """
    first, last = reading.sentence(start)
    end = min(last, end + CALLED)
    if any(c in reading.fresh for _, _, c in reading.countries_in(first, end)):
        return True
    return any(c in reading.eventful for _, _, c in reading.countries_in(start, end))


# So near stands who calls something a coup.
CALLED = 40


def coups_perhaps(reading: Reading) -> Iterator[Candidate]:
    """The coup in Niger drew condemnation; but not: signing the striker was a coup for the club."""
    hits = reading.cue("maybe")
    if hits and language_of(reading) == "fr":
        yield from _bare_in_french(reading, hits)
        return
    eventful = any(c in reading.crises.by_country for _, _, c in reading.countries)
    # The club's president is ousted, the coach goes: no soldier, no country.
    of_clubs = not eventful and len(reading.cue("notcoup")) > 1 and not reading.has("soldiers")
    sure = reading.has("coup", "junta", "ousted") and not of_clubs
    politics = reading.has("ruler", "soldiers", "seat")
    other = reading.has("notcoup")
    for hit in hits:
        near = reading.in_sentence(hit.start, "soldiers", "ruler", "junta", "seat") or _before_a_country(reading, hit)
        near = near or _is_dated(reading, hit) or _of_known_countries(reading, hit)
        if not near and (reading.in_sentence(hit.start, "notcoup") or _is_title(reading, hit)):
            continue
        if _is_epithet(reading, hit):
            continue
        if sure or near or (not other and (eventful or politics or _is_doubted(reading, hit))):
            yield Candidate(hit.start, hit.end, "maybe")


def _of_known_countries(reading: Reading, hit: CueHit) -> bool:
    """Are coups told, of a region or a country that had one lately? Coups in the Sahel, the last in Niger."""
    if not reading.key.endswith(b"coups", hit.start, hit.end):
        return False
    if reading.crises.joints.of_a_region.match(reading.key, hit.end):
        return True
    return any(c in reading.eventful for _, _, c in reading.countries_in(*reading.sentence(hit.start)))


def _is_dated(reading: Reading, hit: CueHit) -> bool:
    """Does a year stand right beside it, and does the text name a country? A film on the August 1953 coup in Iran."""
    if not reading.years_in(max(0, hit.start - 6), hit.end + 18):
        return False
    return any(c in reading.crises.by_country for _, _, c in reading.countries)


def _is_doubted(reading: Reading, hit: CueHit) -> bool:
    return any(h.end <= hit.start <= h.end + 12 for h in reading.cue("negate", "hypothetical"))


_THE = re.compile(rb"(?:^| )(?:le|ce|ces|les|leur|son|dernier|nouveau|recent) $")
_NO_COUP = re.compile(rb"(?: d | d\x27| de | du )")


def _bare_in_french(reading: Reading, hits: list[CueHit]) -> Iterator[Candidate]:
    """Au Niger aussi, le coup etait venu de la garde; but not: un coup dur, nor where no coup d'Etat is told."""
    sure = reading.has("coup", "junta", "ousted", "seize", "overthrow")
    for hit in hits:
        if reading.key[hit.start : hit.start + 4] != b"coup" or _NO_COUP.match(reading.key, hit.end):
            continue
        if _is_quoted(reading, hit):
            continue
        # les coups pleuvent: several are blows, unless they are told of a country
        several = reading.key[hit.start : hit.end].endswith(b"s")
        definite = not several and bool(_THE.search(reading.key, max(0, hit.start - 10), hit.start))
        politics = reading.in_sentence(hit.start, "soldiers", "ruler", "junta", "seat")
        placed = _before_a_country(reading, hit)
        # tombés lors de précédents coups
        earlier = reading.crises.joints.earlier.search(reading.key, max(0, hit.start - 16), hit.start)
        definite = definite or (several and bool(earlier))
        if (placed and (sure or politics)) or (definite and (sure or politics or ruler_named(reading, hit.start))):
            yield Candidate(hit.start, hit.end, "maybe")


_IN = re.compile(rb" (?:in|of|au|en|du|de|a|da|na|ta|[\x80-\x9f]+) ?")


def _before_a_country(reading: Reading, hit: CueHit) -> bool:
    """coup in Niger; but not: a coup for the Lagos club"""
    if not _IN.match(reading.key, hit.end):
        return False
    return any(c in reading.crises.by_country for _, _, c in reading.countries_in(hit.end, hit.end + 10))
