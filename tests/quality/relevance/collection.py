"""What the questions are asked of: the labelled texts, every article of the sets of stories, and their wordings.

Some 500 short articles of ours in four languages, half of them on the crisis, the others on what only looks like it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
import yaml

from schemas.record import Record
from services.article.normalize import handle as ingest
from services.enrich.enrich import handle as enrich
from services.enrich.enrich import load
from services.index.reading import read_article
from services.pipeline import NORMALIZED
from tests.fortnight import generate
from tests.quality.measure import LANGUAGES, SEEDS, labels

PARTS = ("dev", "held", "opened")
# The series of texts (en-d01, fr-h20, …) that were judged. What is labelled later would be an answer without a grade.
_JUDGED = re.compile(r"[a-z]{2}-[dhkb]\d\d")
NOW_MS = 1_700_000_000_000


@dataclass(frozen=True, slots=True)
class Item:
    """One article; `id` is what questions.yaml calls it."""

    id: str
    language: str
    title: str
    text: str
    published: str | None


def items() -> list[Item]:
    """All of them, in the same order each time."""
    return [*_labelled(), *_of_developments(), *_others()]


def documents(found: list[Item]) -> dict[str, dict[str, Any]]:
    """What the pipeline makes of them for the index: item's id -> document."""
    crises = load(SEEDS)
    out = {}
    for number, item in enumerate(found):
        article = {
            "url": f"https://www.example.org/{item.id}", "title": item.title, "text": item.text,
            "language": item.language, "source": f"Example {number % 9}",
        }
        if item.published:
            article["published"] = item.published
        [sent] = ingest([Record("articles.raw", 0, number, NOW_MS, None, orjson.dumps(article))], "relevance").sends
        [tagged, *_] = enrich([Record(NORMALIZED.name, 0, 0, 0, sent.key, sent.value, sent.headers)], crises).sends
        out[item.id] = read_article(tagged.value, "2026-01-01T00:00:00Z")[1]
    return out


def _labelled() -> Iterator[Item]:
    for language in LANGUAGES:
        for part in PARTS:
            for label in filter(lambda one: _JUDGED.fullmatch(one.id), labels(language, part)):
                yield Item(label.id, language, label.title, label.text, label.published)


def _of_developments() -> Iterator[Item]:
    """`palace.en.0` is the first article of the set `palace` if that is English, `palace.en.more` its other wording."""
    wordings = yaml.safe_load((generate.HERE / "wordings.yaml").read_text("utf-8"))["wordings"]
    for one in yaml.safe_load(generate.SETS.read_text("utf-8")):
        for number, (hours, language, title, lead) in enumerate(one["articles"]):
            at = one["at"] + dt.timedelta(hours=hours)
            yield Item(f"{one['id']}.{language}.{number}", language, title, lead, at.isoformat())
        for language, (title, lead) in wordings.get(one["id"], {}).items():
            at = one["at"] + dt.timedelta(hours=9)
            yield Item(f"{one['id']}.{language}.more", language, title, lead, at.isoformat())


def _others() -> Iterator[Item]:
    others = yaml.safe_load((generate.HERE / "wordings.yaml").read_text("utf-8"))["other"]
    for language, listed in others.items():
        for number, (title, lead) in enumerate(listed):
            yield Item(f"other.{language}.{number}", language, title, lead, f"2023-08-0{number + 1}T08:00:00Z")
