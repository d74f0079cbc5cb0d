"""In which language and with what capitals a passage is written, asked only where a name hangs on it."""

from __future__ import annotations

from services.enrich.reading import NameHit, Reading


def capitals_all(text: str) -> bool:
    """Is this passage written in capitals throughout?"""
    return text.isupper() and sum(map(str.isalpha, text)) > 4


def line_around(reading: Reading, hit: NameHit, reach: int = 40) -> str:
    """The text around a name, within its sentence."""
    start, end = reading.sentence(hit.start)
    first, last = reading.folded.span(max(start, hit.start - reach), min(end, hit.end + reach))
    return reading.text[first:last]


def is_word_of_text(hit: NameHit, reading: Reading) -> bool:
    """Is an acronym such as UN or AU only a French word here?

    In a line of capitals its own capitals prove nothing: then the words around it must be English.
    """
    surface = hit.use.surface or ""
    if len(surface) > 2 or surface not in _FRENCH_WORDS:
        return False
    if capitals_all(line_around(reading, hit)):
        start, end = reading.sentence(hit.start)
        passage = b" " + reading.key[start:end] + b" "
        return count_words("en", passage, reading) <= count_words("fr", passage, reading)
    return language_of(reading) == "fr"


def hausa_around(reading: Reading) -> bool:
    """May Hausa endings be seen through in this text?"""
    return language_of(reading) == "ha"


def language_of(reading: Reading) -> str:
    """The language by the small words of the text; what the feed or the guess said only where there are none."""
    counts = {language: count_words(language, reading.key[:3000], reading) for language in reading.crises.function_words}
    best = max(counts, key=lambda k: counts[k], default="und")
    return best if counts.get(best, 0) >= 2 else reading.language


def count_words(language: str, passage: bytes, reading: Reading) -> int:
    """How many small words of a language a passage has."""
    words = reading.crises.function_words.get(language)
    return len(words.findall(passage)) if words else 0


_FRENCH_WORDS = frozenset({"UN", "AU", "ON", "EU", "UA", "US"})
