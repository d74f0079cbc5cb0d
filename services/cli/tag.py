"""`harmattan tag`: JSON Lines in, one line of tags per line out. Needs no Kafka, no Elasticsearch, no network."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from schemas.normalized import NormalizedArticle
    from services.enrich.read.patterns import Compiled

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


_LONG_NUMBER = re.compile(rb"[0-9]{19}")


def command(
    explain: Annotated[bool, typer.Option("--explain", help="show a person why, in colour, instead of JSON")] = False,
    seeds: Annotated[Path, typer.Option(envvar="HARMATTAN_SEEDS", help="folder of the crises")] = SEEDS,
) -> None:
    """Tag articles given as JSON Lines ({"id", "title", "text", "published", "language"}) on standard input."""
    from services.enrich.enrich import SeedError, load

    try:
        crises = load(seeds)
    except SeedError as error:
        raise Problem(str(error)) from error
    received = datetime.now(UTC) + timedelta(days=1)  # a page may be dated in the zone of tomorrow
    succeeded = lines = 0
    for line in sys.stdin.buffer:
        if not line.strip():
            continue
        lines += 1
        succeeded += _one(line, crises, received, explain)
    if lines and not succeeded:
        raise typer.Exit(1)


def _one(line: bytes, crises: Compiled, received: datetime, explain: bool) -> bool:
    """Answer one line; True if it was an article."""
    try:
        request = read_request(line)
        article, changed = article_of(request, received)
    except ValueError as error:
        _write(dumps({"id": None, "error": " ".join(str(error).split())[:300]}))
        return False
    if explain:
        from services.cli.explain import explain as show

        show(article, crises)
    else:
        _write(dumps(answer(request.get("id"), article, crises, changed)))
    return True


def _write(line: bytes) -> None:
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def read_request(line: bytes) -> dict[str, Any]:
    """One line as an object, by the rules of articles.raw; raises ValueError that says what is wrong."""
    from services.article.decode import decode
    from services.article.problem import Problem as Unreadable

    decoded = decode(line)
    if isinstance(decoded, Unreadable):
        raise ValueError(f"{decoded.error}: {decoded.reason}")
    if len(decoded.items) != 1 or not isinstance(decoded.items[0], dict):
        raise ValueError("not an object with title and text")
    request = decoded.items[0]
    if _LONG_NUMBER.search(line):
        request = {**request, "id": _exact_id(line, request.get("id"))}
    return request


def _exact_id(line: bytes, read: object) -> object:
    """The id with all its digits: the fast parser rounds an integer beyond 64 bits."""
    import json

    try:
        return json.loads(line)["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return read


def article_of(request: dict[str, Any], received: datetime) -> tuple[NormalizedArticle, bool]:
    """The article as the ingest service would normalize it, and whether that changed title or text.

    Raises ValueError where there is neither title nor text, or a field has a type that means nothing.
    """
    from schemas.origin import Origin
    from services.article.normalize import normalize_article, read_raw
    from services.article.problem import Problem as Unreadable

    raw = read_raw({k: v for k, v in request.items() if k != "id"})
    if isinstance(raw, Unreadable):
        raise ValueError(f"{raw.error}: {raw.reason}")
    article = normalize_article(raw, received, Origin("tag", 0, 0))
    if isinstance(article, Unreadable):
        raise ValueError(f"{article.error}: {article.reason}")
    given = f"{raw.title}\n\n{raw.text or ''}" if raw.title else raw.text or ""
    return article, article.content() != given


def answer(identifier: Any, article: NormalizedArticle, crises: Compiled, changed: bool) -> dict[str, Any]:
    """The object that the command writes for one article."""
    from services.enrich.enrich import draft

    tags, _ = draft(article, crises)
    out: dict[str, Any] = {"id": identifier, "language": article.language}
    out["entities"] = [
        {"id": e.id, "name": e.name, "kind": e.kind, "mentions": [_span(m) for m in e.mentions]} for e in tags.entities
    ]
    out["coups"] = [
        {"event": c.event, "type": c.type, "status": c.status, "evidence": _span(c.evidence)} for c in tags.coups
    ]
    out["crises"] = [{"id": c.id, "salience": c.salience} for c in tags.crises]
    out["alert"] = tags.alert
    if changed:
        out["text"] = article.content()
    return out


def _span(mention: Any) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "surface": mention.surface}


def dumps(data: dict[str, Any]) -> bytes:
    """JSON of anything that came as JSON, big numbers included."""
    import json

    import orjson

    try:
        return orjson.dumps(data)
    except TypeError:
        return json.dumps(data, ensure_ascii=True).encode()
