"""Pairs of texts that are near copies, or only look so, from the wires beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "fr", "ar", "ha")

SITE = {
    "en": ["Sahel Courier — all rights reserved. Follow us on our channel for breaking news.", "With agencies"],
    "fr": ["Courrier du Sahel, tous droits réservés. Abonnez-vous à notre lettre du matin.", "Avec agences"],
    "ar": ["بريد الساحل، جميع الحقوق محفوظة. تابعونا على قناتنا لآخر الأخبار.", "وكالات"],
    "ha": ["Wasikar Sahel, ba a yarda a sake wallafawa ba. Ku biyo mu a shafinmu domin labarai.", "Tare da hukumomi"],
}
PLACE = {
    "en": "NIAMEY (Sahel Courier) –", "fr": "NIAMEY (Courrier du Sahel) –", "ar": "نيامي (بريد الساحل) -",
    "ha": "YAMAI (Wasikar Sahel) –",
}


@dataclass(frozen=True, slots=True)
class Text:
    """One of a pair."""

    title: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, how they were made, and what a reader says of them."""

    id: str
    one: Text
    two: Text
    copy: bool


def pairs(part: str) -> list[Pair]:
    """The pairs of the developed half (`dev`) or of the other (`held`): every second wire of each language."""
    found: list[Pair] = []
    for language in LANGUAGES:
        wires = yaml.safe_load((HERE / f"{language}.yaml").read_text("utf-8"))
        half = wires[0::2] if part == "dev" else wires[1::2]
        for wire in half:
            name = f"{language}-{wire['id']}"
            found += [Pair(f"{name}-{how}", one, two, True) for how, one, two in _copies(wire, language)]
            found += [Pair(f"{name}-{how}", one, two, False) for how, one, two in _others(wire, half, language)]
    return found


def _text(language: str, title: str, *paragraphs: str) -> Text:
    return Text(title, "\n\n".join(paragraphs), language)


def _copies(wire: dict[str, Any], language: str) -> Iterator[tuple[str, Text, Text]]:
    title, lead, body, background = wire["title"], wire["lead"], wire["body"], wire["background"]
    whole = _text(language, title, lead, *body, background)
    for number, other in enumerate(wire["other_titles"]):
        yield f"headline-{number}", whole, _text(language, other, lead, *body, background)
    yield "site", whole, _text(language, title, lead, *body, background, *SITE[language])
    yield "dateline", whole, _text(language, title, f"{PLACE[language]} {lead}", *body, background)
    yield "lead", whole, _text(language, title, wire["other_lead"], *body, background)
    other = wire["other_titles"][0]
    yield "lead-headline", whole, _text(language, other, wire["other_lead"], *body, background)
    yield "line", whole, _text(language, title, lead, body[0], wire["short"], *body[1:], background)
    yield "cut", whole, _text(language, title, lead, *body)
    yield "excerpt", whole, _text(language, title, lead, *body[:2])
    yield "order", whole, _text(language, other, lead, body[1], body[0], body[2], background)
    site, short_site = SITE[language]
    lead_elsewhere = f"{PLACE[language]} {wire['other_lead']}"
    yield "all", whole, _text(language, other, lead_elsewhere, *body, background, site, short_site)
    yield "two", _text(language, title, lead, *body, site), _text(language, other, lead, *body, short_site)


def _others(wire: dict[str, Any], half: list[dict[str, Any]], language: str) -> Iterator[tuple[str, Text, Text]]:
    title, lead, body, background = wire["title"], wire["lead"], wire["body"], wire["background"]
    whole = _text(language, title, lead, *body, background)
    report, neighbour = wire["report"], half[(half.index(wire) + 1) % len(half)]
    yield "background", whole, _text(language, report.split(".")[0], report, background)
    yield "background-short", _text(language, title, lead, body[0], background), _text(
        language, neighbour["title"], neighbour["lead"], background)
    yield "site-only", _text(language, title, lead, *SITE[language]), _text(
        language, neighbour["title"], neighbour["lead"], *SITE[language])
    yield "report", whole, _text(language, wire["other_titles"][1], report)
    yield "quoted", whole, _text(language, neighbour["title"], neighbour["lead"], *neighbour["body"], body[0])
    yield "short", _text(language, "", wire["short"]), _text(language, "", neighbour["short"])
    yield "short-long", _text(language, "", wire["short"]), whole
    yield "same-headline", _text(language, title, report), _text(language, title, lead, *body)
    yield "collection", _text(language, title, lead, *body, background), _text(
        language, neighbour["title"], neighbour["lead"], *neighbour["body"], wire["short"], lead)
    if "tomorrow" in wire:
        later = whole.text
        head = title
        for old, new in wire["tomorrow"].items():
            later, head = later.replace(old, new), head.replace(old, new)
        yield "tomorrow", whole, Text(head, later, language)
    else:
        yield "neighbour", whole, _text(language, neighbour["title"], neighbour["lead"], *neighbour["body"], background)
