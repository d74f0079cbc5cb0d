"""Documents for a desk to show: as the services would have written them, and some as an enemy would want them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from services.index.documents import document
from tests.index.articles import digest, message

NOW = datetime(2023, 8, 20, 12, tzinfo=UTC)
FIRST = datetime(2023, 7, 26, 6, tzinfo=UTC)
PEOPLE = (("mohamed-bazoum", "Mohamed Bazoum"), ("abdourahamane-tchiani", "Abdourahamane Tchiani"),
          ("bola-tinubu", "Bola Tinubu"), ("sylvain-itte", "Sylvain Itté"))
ORGANISATIONS = (("ecowas", "Economic Community of West African States"), ("african-union", "African Union"),
                 ("cnsp", "National Council for the Safeguard of the Homeland"))
PLACES = (("niger", "Niger", 17.61, 8.08), ("niamey", "Niamey", 13.51, 2.11), ("agadez", "Agadez", 16.97, 7.99),
          ("nigeria", "Nigeria", 9.08, 8.68), ("benin", "Benin", 9.31, 2.32), ("mali", "Mali", 17.57, -4.0),
          ("zinder", "Zinder", 13.81, 8.99), ("dosso", "Dosso", 13.05, 3.19), ("diffa", "Diffa", 13.32, 12.61))
STATUSES = ("asserted",) * 6 + ("historical", "hypothetical", "negated", "future")
SENTENCES = {
    "en": "{who} spoke of the coup in {where}, said {what}.",
    "fr": "{who} a parlé du coup d’État à {where}, selon {what}.",
    "ar": "تحدث {who} عن الانقلاب في {where}، وفق {what}.",
    "ha": "{who} ya yi magana game da juyin mulki a {where}, in ji {what}.",
}
COUP = {"en": "coup", "fr": "coup d’État", "ar": "الانقلاب", "ha": "juyin mulki"}
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
OVERRIDE = "\u202egpj.exe\u2066 \u202d"


def articles(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """`count` sources of the index of articles."""
    rng = random.Random(seed)
    for number in range(count):
        yield document(_article(rng, number), NOW.isoformat())


def _article(rng: random.Random, number: int) -> dict[str, Any]:
    language = rng.choice(("en", "en", "fr", "fr", "ar", "ha"))
    who, what, where = rng.choice(PEOPLE), rng.choice(ORGANISATIONS), rng.choice(PLACES[: 1 + number % len(PLACES)])
    sentence = SENTENCES[language].format(who=who[1], where=where[1], what=what[1])
    title = sentence.rstrip(".")
    filler = "\n\n".join(" ".join(f"w{int(rng.paretovariate(0.7)) % 20_000}" for _ in range(60)) for _ in range(4))
    text = f"{sentence} {sentence}\n\n{filler}"
    content = f"{title}\n\n{text}"
    entities = [
        {"id": id_, "name": name, "kind": kind, "mentions": _spans(content, name), **more}
        for kind, (id_, name), more in (
            ("person", who, {}), ("organisation", what, {}), ("place", where[:2], {"lat": where[2], "lon": where[3]}),
        )
    ]
    coups = [
        {"event": "niger-2023", "type": "realized", "status": rng.choice(STATUSES), "rule": "coup",
         "evidence": _spans(content, COUP[language])[0]}
    ] if number % 4 == 0 else []
    published = FIRST + timedelta(seconds=rng.random() ** 2 * 25 * 86_400)
    return message(
        f"https://example.org/{number}", text, offset=number, title=title, language=language,
        source=f"Example Wire {number % 30}", published=published.isoformat(), published_note="ok",
        received=(published + timedelta(minutes=5)).isoformat(), entities=entities, coups=coups, alert=bool(coups),
        crises=[{"id": "niger-2023", "salience": "main" if coups else "background"}],
    )


def _spans(content: str, words: str) -> list[dict[str, Any]]:
    found, start = [], content.find(words)
    while start >= 0:
        found.append({"start": start, "end": start + len(words), "surface": words})
        start = content.find(words, start + 1)
    return found


def hostile() -> list[dict[str, Any]]:
    """Articles that try to run, to lead away, to turn the page around, to be too long and too wide."""
    bad = [
        message("https://example.org/h1", f"Niamey {SCRIPT}", offset=900_001, title=SCRIPT, source=SCRIPT),
        message("https://example.org/h2", f"Niamey {OVERRIDE}", offset=900_002, title=OVERRIDE, source=OVERRIDE),
        message("https://example.org/h3", "Niamey " + "x" * 5_000, offset=900_003, title="W" * 900),
        message("https://example.org/h4", ("Niamey and Agadez. " * 40 + "\n") * 1_400, offset=900_004, title="Long"),
    ]
    spans = _spans(f"Long\n\n{bad[3]['text']}", "Niamey")
    bad[3]["entities"] = [{"id": "niamey", "name": "Niamey", "kind": "place", "mentions": spans[::30]}]
    bad[0]["url"] = "javascript:alert(1)"
    made = [document(one | {"published": NOW.isoformat(), "alert": True}, NOW.isoformat()) for one in bad]
    made[0]["history"] = [{
        "title": SCRIPT, "text": SCRIPT, "language": "en", "received": FIRST.isoformat(), "version": 1, "origin": "o",
        "content_hash": digest(SCRIPT), "outcome": "revised",
    }]
    return made


def alert(source: dict[str, Any], number: int) -> dict[str, Any]:
    """The alert that an article gave."""
    return {
        "schema_version": "1.0", "id": digest(f"alert {number}"), "rule": "news-of-the-crisis", "crisis": "niger-2023",
        "salience": "main", "severity": "high" if number == 0 else "normal", "article_id": source["id"],
        "trace_id": source["trace_id"], "origin": source["origin"], "headline": source["title"] or "Untitled",
        "quote": source["title"], "language": source["language"], "coups": source.get("coups", []),
        "entities": _named(source),
        "source": source.get("source"), "url": "https://example.org/source", "received": source["received"],
        "indexed": (NOW - timedelta(minutes=7 * number)).isoformat(), "why": "A new story of the crisis",
        "story": digest("story"), "delivered": ["console"], "pending": [], "failed": [], "attempts": 1,
    }


def _named(source: dict[str, Any]) -> list[dict[str, Any]]:
    return [{name: mention[name] for name in ("id", "name", "kind")} for mention in source.get("mentions", ())]


def story(source: dict[str, Any]) -> dict[str, Any]:
    """The one story that there is."""
    return {
        "id": digest("story"), "crisis": "niger-2023", "version": 3, "salience": "main", "headline": source["title"],
        "language": source["language"], "article_id": source["id"], "first_seen": FIRST.isoformat(),
        "last_seen": NOW.isoformat(), "articles": 12, "copies": 4, "sources": ["Example Wire 1", "Example Wire 2"],
        "languages": ["en", "fr"], "events": ["niger-2023"], "statuses": ["niger-2023:asserted"], "alerts": 2,
        "entities": _named(source),
    }


def letters() -> list[dict[str, Any]]:
    """Dead letters, one of them with a script in it."""
    values = {"not_json": "eyJ0aXRsZSI6", "no_text": "PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="}
    return [
        {"id": f"articles.raw-{number}-7-0", "topic": "articles.raw", "partition": number, "offset": 7,
         "service": "ingest", "error": error, "reason": f"it cannot be read {SCRIPT}", "failed": NOW.isoformat(),
         "timestamp": FIRST.isoformat(), "value": value}
        for number, (error, value) in enumerate(values.items())
    ]
