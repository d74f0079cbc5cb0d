"""A synthetic fortnight of the crisis, 26 July to 9 August 2023, with a known truth; the same for the same seed.

Every development has several wordings in each of four languages. From them come first reports, rewrites, near copies,
corrections, repeats and late arrivals, among other news that only looks like it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SETS = HERE.parent / "quality" / "stories" / "sets.yaml"
END = dt.datetime(2023, 8, 10, tzinfo=dt.UTC)
LANGUAGES = ("en", "fr", "ha", "ar")
SOURCES = {language: [f"{language.upper()} Example {number}" for number in range(1, 13)] for language in LANGUAGES}
SITE = {"en": "Follow us for more.", "fr": "Suivez-nous.", "ha": "Ku biyo mu.", "ar": "تابعونا."}
# of a hundred articles on a development, after its first
KINDS = {"rewrite": 34, "copy": 48, "correction": 6, "repeat": 6, "late": 6}


@dataclass(frozen=True, slots=True)
class Item:
    """One arrival. `truth` is its development, None for other news; `kind` is how it was made."""

    at: dt.datetime
    published: dt.datetime
    truth: str | None
    kind: str
    url: str
    title: str
    text: str
    language: str
    source: str


Wordings = dict[str, list[tuple[str, str]]]


def fortnight(count: int = 5_000, seed: int = 1) -> list[Item]:
    """About `count` arrivals in order of time."""
    rng = random.Random(seed)
    data = yaml.safe_load((HERE / "wordings.yaml").read_text("utf-8"))
    starts, wordings = _developments(data)
    each = round(count * 0.86 / len(starts))
    items = [item for name in starts for item in _development(name, starts[name], wordings[name], each, data, rng)]
    items += _others(count - len(items), data, rng)
    return sorted(items, key=lambda item: (item.at, item.url, item.text))


def _developments(data: dict[str, Any]) -> tuple[dict[str, dt.datetime], dict[str, Wordings]]:
    starts, wordings = {}, {}
    for one in yaml.safe_load(SETS.read_text("utf-8")):
        if one["id"] not in data["wordings"]:
            continue
        starts[one["id"]] = one["at"]
        found: Wordings = {language: [] for language in LANGUAGES}
        for hours, language, title, lead in one["articles"]:
            if hours < 4:  # later ones report what came of it
                found[language].append((title, lead))
        for language, (title, lead) in data["wordings"][one["id"]].items():
            found[language].append((title, lead))
        wordings[one["id"]] = found
    return starts, wordings


def _development(
    name: str, start: dt.datetime, wordings: Wordings, count: int, data: dict[str, Any], rng: random.Random
) -> Iterator[Item]:
    first = _written(name, start, wordings, data, rng, 0)
    told = [first]
    yield first
    moments = sorted(start + dt.timedelta(hours=min(60.0, rng.expovariate(1 / 9.0))) for _ in range(count - 1))
    for number, at in enumerate(moments, 1):
        kind = rng.choices(list(KINDS), list(KINDS.values()))[0]
        earlier = rng.choice(told)
        if kind == "rewrite":
            item = _written(name, at, wordings, data, rng, number)
            told.append(item)
        elif kind == "copy":
            item = _copy(earlier, at, wordings, rng, number)
        elif kind == "correction":
            item = _again(earlier, at, kind, text=earlier.text.replace(". ", ", it was said. ", 1))
        elif kind == "repeat":
            item = _again(earlier, at, kind)
        else:
            late = _written(name, at, wordings, data, rng, number)
            item = _again(late, min(at + dt.timedelta(hours=rng.randint(13, 40)), END), kind, published=at)
        yield item


def _written(
    name: str, at: dt.datetime, wordings: Wordings, data: dict[str, Any], rng: random.Random, number: int
) -> Item:
    language = rng.choices(LANGUAGES, (4, 4, 2, 2))[0]
    title, lead = rng.choice(wordings[language])
    frame = rng.choice(data["frames"][language])
    details = rng.sample(data["details"][language], rng.randint(3, 7))
    source = rng.choice(SOURCES[language])
    return Item(
        at, at - dt.timedelta(minutes=rng.randint(0, 40)), name, "first" if number == 0 else "rewrite",
        f"https://{language}.example/{name}/{number}", frame.format(title, day=at.day),
        f"{lead}\n\n{' '.join(details)}", language, source,
    )


def _copy(of: Item, at: dt.datetime, wordings: Wordings, rng: random.Random, number: int) -> Item:
    title, text = of.title, of.text
    how = rng.randint(0, 3)
    if how == 0:
        title = rng.choice(wordings[of.language])[0]
    elif how == 1:
        text = f"{text}\n\n{SITE[of.language]}"
    elif how == 2:
        text = text.rsplit(". ", 1)[0] + "."
    else:
        text = text.replace("\n\n", f"\n\n{SITE[of.language]} ", 1)
    source = rng.choice(SOURCES[of.language])
    url = f"https://copy.example/{of.truth}/{number}"
    published = at - dt.timedelta(minutes=rng.randint(0, 40))
    return Item(at, published, of.truth, "copy", url, title, text, of.language, source)


def _again(of: Item, at: dt.datetime, kind: str, **changed: Any) -> Item:
    fields = {name: getattr(of, name) for name in Item.__slots__}
    return Item(**{**fields, "at": at, "kind": kind, **changed})


def _others(count: int, data: dict[str, Any], rng: random.Random) -> Iterator[Item]:
    begin = dt.datetime(2023, 7, 26, tzinfo=dt.UTC)
    for number in range(count):
        language = rng.choices(LANGUAGES, (4, 3, 2, 2))[0]
        title, lead = rng.choice(data["other"][language])
        at = begin + dt.timedelta(seconds=rng.randint(0, int((END - begin).total_seconds())))
        text = f"{lead}\n\n{' '.join(rng.sample(data['details'][language], 4))}"
        yield Item(at, at, None, "other", f"https://other.example/{number}", title, text, language,
                   rng.choice(SOURCES[language]))
