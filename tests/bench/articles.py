"""Articles to measure with: four languages, 3 to 4 KB, mostly about other things, as a real stream is.

Words are drawn by Zipf's law from lists of ours, with invented ones for the long tail, so that Elasticsearch meets
a vocabulary of a natural size. The sentences mean nothing and were written by nobody.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import orjson
import yaml

LANGUAGES = ("en", "fr", "ar", "ha")
SOURCES = 37

WORDS: dict[str, dict[str, str]] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
COMMON = {language: text.split() for language, text in WORDS["common"].items()}
SYLLABLES = {language: text.split() for language, text in WORDS["syllables"].items()}
CRISIS, PASSING = WORDS["crisis"], WORDS["passing"]
FIRST = datetime(2023, 8, 1, tzinfo=UTC)


def articles(count: int, seed: int = 1, sources: str = "Source") -> Iterator[bytes]:
    """`count` different articles as JSON, the same ones for the same seed; of SOURCES sources so named and numbered."""
    rng = random.Random(seed)
    vocabulary = {language: _vocabulary(language, rng) for language in LANGUAGES}
    for number in range(count):
        language = LANGUAGES[number % 4]
        source = {"source": f"{sources} {number % SOURCES}"}
        yield orjson.dumps(_article(number, language, vocabulary[language], rng) | source)


def _vocabulary(language: str, rng: random.Random) -> tuple[list[str], list[float]]:
    tail = ["".join(rng.choices(SYLLABLES[language], k=rng.randint(2, 4))) for _ in range(20_000)]
    words = COMMON[language] + tail
    weights, total = [], 0.0
    for rank in range(1, len(words) + 1):
        total += 1 / rank
        weights.append(total)
    return words, weights


Vocabulary = tuple[list[str], list[float]]


def _article(number: int, language: str, vocabulary: Vocabulary, rng: random.Random) -> dict[str, str]:
    words, weights = vocabulary
    # letters of Arabic and of Hausa's hooked kind take two bytes
    size = 3_000 + number % 1_000
    paragraphs: list[str] = []
    left = size - 350
    while left > 0:
        sentence = " ".join(rng.choices(words, cum_weights=weights, k=rng.randint(30, 60))) + "."
        paragraphs.append(sentence)
        left -= len(sentence.encode())
    title = " ".join(rng.choices(words, cum_weights=weights, k=8))
    kind = number // 4 % 20
    if kind == 0:
        title, paragraphs[0] = CRISIS[language][:90], CRISIS[language]
    elif kind == 1:
        paragraphs[len(paragraphs) // 2] = PASSING[language]
    return {
        "url": f"https://www.example.org/{language}/{number // 1000}/story-{number}.html?utm_source=feed",
        "title": title,
        "text": "\n\n".join(paragraphs),
        "published": (FIRST + timedelta(seconds=number)).isoformat(),
        "language": language,
    }
