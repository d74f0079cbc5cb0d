"""The core of the enrich service: records of articles.normalized in, records of articles.enriched out. Pure."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from schemas.normalized import NormalizedArticle
from schemas.record import Batch, Handled, Record, Rejected, Send
from schemas.tags import Tags
from services.enrich.draft import Draft
from services.enrich.read.patterns import Compiled, compile_seeds
from services.enrich.read.reading import Reading, read
from services.enrich.read.seeds import SeedError
from services.enrich.read.seeds import read as read_seeds
from services.enrich.steps import STEPS
from services.pipeline import CRISIS, ENRICHED

__all__ = ["Compiled", "SeedError", "draft", "handle", "load", "tag"]


def load(seeds: Path) -> Compiled:
    """Read, check and compile every folder of seeds. Raises SeedError, one line that names file and line."""
    # All that is made here stays: to look through it for garbage meanwhile took a quarter of the time.
    collected = gc.isenabled()
    gc.disable()
    try:
        return compile_seeds(read_seeds(seeds))
    finally:
        if collected:
            gc.enable()


def tag(article: NormalizedArticle, crises: Compiled) -> Tags:
    """All tags of one article. Never fails on any text."""
    return Tags.model_validate_json(orjson.dumps(draft(article, crises)[0]))


def draft(article: NormalizedArticle, crises: Compiled) -> tuple[Draft, Reading]:
    """The tags as plain data, with the reading that they come from, for whoever asks why."""
    reading = read(article.content(), len(article.title), article.language, crises)
    reading.day = article.day
    tags = Draft()
    for step in STEPS:
        tags = step(article, reading, tags)
    return tags, reading


def handle(batch: Batch, crises: Compiled) -> Handled:
    """Tag a batch. A message that is no NormalizedArticle is rejected as `schema`; tombstones are passed over."""
    out = Handled()
    for record in batch:
        if not record.value:
            out.empty.append(record)
            continue
        try:
            article = NormalizedArticle.model_validate_json(record.value)
        except ValidationError as error:
            out.rejected.append(Rejected(record, "schema", _reason(error)))
            continue
        out.sends += _sends(record, article, crises)
    return out


def plain(tags: Draft) -> dict[str, Any]:
    """Tags as dicts, which are written three times as fast as objects."""
    return {
        "entities": [
            {
                "id": e.id,
                "name": e.name,
                "kind": e.kind,
                "mentions": [{"start": m.start, "end": m.end, "surface": m.surface} for m in e.mentions],
                "lat": e.lat,
                "lon": e.lon,
            }
            for e in tags.entities
        ],
        "coups": tags.coups,
        "crises": tags.crises,
        "topics": tags.topics,
        "alert": tags.alert,
    }


def _sends(record: Record, article: NormalizedArticle, crises: Compiled) -> list[Send]:
    """To each crisis that the article concerns, whose stories it must pass first; else straight on."""
    tags, reading = draft(article, crises)
    body = (record.value or b"").rstrip()
    if reading.cut:
        note = "names: more than can be read, the last are not tagged"
        body = article.model_copy(update={"notes": (*article.notes, note)}).model_dump_json().encode()
    # The object as it came and that of the tags become one where they meet: what was checked is not written anew,
    # and fields of a newer writer are carried on.
    value = body[:-1] + b"," + orjson.dumps(plain(tags))[1:]
    if concerned := [crisis.id for crisis in tags.crises if crisis.salience != "none"]:
        return [Send(CRISIS.name, crisis.encode(), value, record.headers) for crisis in concerned]
    return [
        Send(ENRICHED.name, record.key if record.key is not None else article.id.encode(), value, record.headers)
    ]


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}"[:200] if where else str(first["msg"])[:200]
