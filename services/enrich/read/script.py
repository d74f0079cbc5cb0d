"""In which language and with what capitals a passage is written, asked only where a name hangs on it."""

from __future__ import annotations

from services.enrich.read.reading import LONGEST, NameHit, Reading
from services.enrich.text.fold import fold_name

# Acronyms that are words in French when a headline is all in capitals.
FRENCH_WORDS = frozenset({"UN", "AU", "ON", "EU", "US"})


def capitals_all(text: str) -> bool:
    """Is this passage written in capitals throughout?"""
    return text.isupper() and sum(map(str.isalpha, text)) > 4


def line_around(reading: Reading, hit: NameHit, reach: int = 40) -> str:
    """The text around a name, within its sentence."""
    start, end = reading.sentence(hit.start)
    first, last = reading.folded.span(max(start, hit.start - reach), min(end, hit.end + reach, len(reading.key) - 1))
    return reading.text[first:last]


def is_word_of_text(hit: NameHit, reading: Reading) -> bool:
    """Is an acronym such as UN or AU only a French word here?

    In a line of capitals its own capitals prove nothing: then the words around it must be English.
    """
    if hit.use.surface not in FRENCH_WORDS:
        return False
    if capitals_all(line_around(reading, hit)):
        start, end = reading.sentence(hit.start)
        passage = reading.key[start:end]
        return count_words("en", passage, reading) <= count_words("fr", passage, reading)
    return language_of(reading) == "fr"


def hausa_around(reading: Reading) -> bool:
    """May Hausa endings be seen through in this text?"""
    return language_of(reading) == "ha"


def language_of(reading: Reading) -> str:
    """The language by the small words of the text; what the feed or the guess said only where there are too few."""
    if reading.small_words is None:
        words = set(reading.key[:800].split())
        counts = {language: len(known & words) for language, known in reading.crises.function_words.items()}
        best = max(counts, key=lambda k: counts[k], default="und")
        reading.small_words = best if counts.get(best, 0) >= 2 else reading.language
    return reading.small_words


def count_words(language: str, passage: bytes, reading: Reading) -> int:
    """How many different small words of a language a passage has."""
    known = reading.crises.function_words.get(language, frozenset())
    return len(known.intersection(passage.split()))


_BEFORE_A_NAME = ("title", "ruler", "soldiers")


def of_another(hit: NameHit, reading: Reading) -> bool:
    """Is a surname behind a given name that is not known with it? Razak Issoufou is not the former president.

    Only told in running text: in a headline whose words all have capitals nothing follows from one.
    """
    if _is_given_name(hit, reading):
        return True
    before = reading.key.rfind(b" ", 0, max(0, hit.start - 1)) + 1
    word = reading.key[before : hit.start - 1]
    sentence = reading.sentence(hit.start)[0]
    if hit.start < 2 or before <= sentence + 1 or not word.isalpha() or reading.key[hit.start - 1] != 0x20:
        return False
    first, _ = reading.folded.span(before, hit.start)
    if not reading.text[first].isupper() or capitals_all(line_around(reading, hit)):
        return False
    if any(before < t.end for role in _BEFORE_A_NAME for t in reading.cues_in(role, before - LONGEST, before + 1)):
        return False
    words = line_around(reading, hit, 60).split()
    small = sum(w[0].islower() and len(w) > 3 for w in words)
    return small >= 1 and not reading.inside_a_name(before)


def _is_given_name(hit: NameHit, reading: Reading) -> bool:
    """Does another surname follow, in French? Le lieutenant Abdramane Barry is no colonel-major Abdramane.

    English writes its weekdays with a capital: Tinubu Thursday told.
    """
    key = reading.key
    behind = hit.end + 1
    stop = key.find(b" ", behind)
    word = key[behind : stop if stop >= 0 else len(key)].rstrip(b".,:;!?)\"")
    if key[hit.end] != 0x20 or len(word) < 3 or not word.isalpha() or reading.language not in ("fr", "und"):
        return False
    first, _ = reading.folded.span(behind, behind + 1)
    around = line_around(reading, hit, 60)
    if not reading.text[first].isupper() or capitals_all(around) or language_of(reading) != "fr":
        return False
    if word in fold_name(reading.crises.entities[hit.use.entity].name).split() or reading.inside_a_name(behind):
        return False
    return sum(w[0].islower() and len(w) > 3 for w in around.split()) >= 2
