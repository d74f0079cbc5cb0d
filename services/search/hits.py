"""Documents and answers of Elasticsearch as every front page shows them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from schemas.alert import Alert
from schemas.search import (
    AlertEntry,
    Article,
    Coup,
    CoupMention,
    DeadEntry,
    Earlier,
    Hit,
    Mention,
    MentionSpan,
    Passage,
    Piece,
)
from schemas.story import Story
from services.article.link import link
from services.search.query import CLOSE, HISTORY_FIELDS, OPEN, TEXT_FIELDS

Source = Mapping[str, Any]


def hit(found: Mapping[str, Any]) -> Hit:
    """One entry of `hits.hits`."""
    source, highlight = found["_source"], found.get("highlight", {})
    title = source.get("title", "")
    headline = highlight.get("title", [title])[0]
    return Hit(
        id=source["id"],
        url=link(source.get("url")),
        title=title,
        headline=pieces(headline),
        published=source.get("published"),
        received=source.get("received"),
        language=source.get("language", "und"),
        source=source.get("source"),
        story=source.get("story", ()),
        entities=source.get("entity_names", ()),
        people=source.get("people", ()),
        organisations=source.get("organisations", ()),
        places=source.get("places", ()),
        coups=tuple(_coup(coup) for coup in source.get("coups", ())),
        crises=source.get("crisis_main", ()),
        alert=source.get("alert", False),
        superseded=source.get("superseded", False),
        score=found.get("_score"),
        passages=_passages(highlight, TEXT_FIELDS),
        older=_passages(highlight, HISTORY_FIELDS),
    )


def article(source: Source) -> Article:
    """A whole document of the index of articles."""
    fields = {name: source.get(name) for name in _AS_THEY_ARE}
    return Article(
        **fields,
        id=source["id"],
        url=link(source.get("url")),
        title=source.get("title", ""),
        content=next(iter(source.get("text", {}).values()), ""),
        language=source.get("language", "und"),
        story=source.get("story", ()),
        copy_of=source.get("copy_of", ()),
        mentions=tuple(_mention(mention) for mention in source.get("mentions", ())),
        coups=tuple(_coup_mention(coup) for coup in source.get("coups", ())),
        crisis_main=source.get("crisis_main", ()),
        crisis_background=source.get("crisis_background", ()),
        alert=source.get("alert", False),
        superseded=source.get("superseded", False),
        notes=source.get("notes", ()),
        history=tuple(_earlier(entry) for entry in source.get("history", ())),
    )


_AS_THEY_ARE = (
    "source", "published", "published_received", "published_note", "fetched", "received", "indexed", "trace_id",
)


def alert(source: Source) -> AlertEntry:
    """A document of the index of alerts."""
    delivery = {name: source.get(name, ()) for name in ("delivered", "pending", "failed")}
    return AlertEntry(alert=Alert.model_validate(source), indexed=source["indexed"], **delivery)


def story(source: Source) -> Story:
    """A document of the index of stories."""
    return Story.model_validate(source)


def letter(source: Source) -> DeadEntry:
    """A document of the index of dead letters."""
    return DeadEntry.model_validate(source)


def pieces(highlighted: str) -> Passage:
    """A highlighted passage, cut at its marks."""
    out: list[Piece] = []
    for part in highlighted.split(OPEN):
        match, closed, rest = part.partition(CLOSE)
        found = (Piece(text=match, match=bool(closed)), Piece(text=rest))
        out += [piece for piece in found if piece.text]
    return tuple(out)


def marked(passage: Passage, before: str, after: str) -> str:
    """A passage as text with marks around every match."""
    return "".join(f"{before}{piece.text}{after}" if piece.match else piece.text for piece in passage)


def _passages(highlight: Mapping[str, list[str]], fields: tuple[str, ...]) -> tuple[Passage, ...]:
    return tuple(pieces(passage) for field in fields for passage in highlight.get(field, ()))


def _coup(coup: Source) -> Coup:
    return Coup(event=coup["event"], type=coup["type"], status=coup["status"], evidence=coup["evidence"]["surface"])


def _coup_mention(coup: Source) -> CoupMention:
    evidence = coup["evidence"]
    return CoupMention(
        event=coup["event"], type=coup["type"], status=coup["status"], evidence=evidence["surface"],
        start=evidence["start"], end=evidence["end"], rule=coup.get("rule"),
    )


def _mention(mention: Source) -> Mention:
    spans = tuple(MentionSpan(start=start, end=end) for start, end in mention["spans"])
    return Mention(id=mention["id"], name=mention["name"], kind=mention["kind"], spans=spans)


def _earlier(entry: Source) -> Earlier:
    return Earlier(
        title=entry["title"], text=entry["text"], language=entry["language"], published=entry.get("published"),
        received=entry["received"], outcome=entry["outcome"],
    )
