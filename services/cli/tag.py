"""`harmattan tag`: JSON Lines in, one line of tags per line out. Needs no Kafka, no Elasticsearch, no network."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from schemas.normalized import NormalizedArticle
    from services.enrich.patterns import Compiled

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FIELDS = ("title", "text", "published", "language", "url", "source")


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
    received = datetime.now(UTC)
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
    import orjson

    try:
        request = read_request(line)
        article, changed = article_of(request, received)
    except ValueError as error:
        _write(orjson.dumps({"id": None, "error": " ".join(str(error).split())[:300]}))
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
    """One line as an object; raises ValueError with one line that says what is wrong."""
    import json

    import orjson

    try:
        data = orjson.loads(line)
    except orjson.JSONDecodeError:
        try:  # the slow path reads half surrogates and a BOM, as the topic's decoder does
            data = json.loads(line.decode("utf-8-sig", "strict"))
        except (UnicodeDecodeError, RecursionError, ValueError) as error:
            raise ValueError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise ValueError("not an object with title and text")
    return data


def article_of(request: dict[str, Any], received: datetime) -> tuple[NormalizedArticle, bool]:
    """The normalized article of a request, and whether normalisation changed what the request had.

    Raises ValueError where there is neither title nor text.
    """
    for name in ("title", "text"):
        if request.get(name) is not None and not isinstance(request[name], str):
            raise ValueError(f"{name} is not a text")
    title, text = request.get("title") or "", request.get("text") or ""
    if not (title.strip() or text.strip()):
        raise ValueError("neither title nor text")
    article = normalize({k: v for k in FIELDS if (v := request.get(k)) is not None}, received)
    given = f"{title}\n\n{text}" if title else text
    return article, article.content() != given


def normalize(raw: dict[str, Any], received: datetime) -> NormalizedArticle:
    """The article as the ingest service would write it."""
    from pydantic import TypeAdapter, ValidationError

    from schemas.normalized import NormalizedArticle

    published = None
    if raw.get("published"):
        try:
            published = TypeAdapter(datetime).validate_python(raw["published"])
            published = published if published.tzinfo else published.replace(tzinfo=UTC)
        except ValidationError:
            published = None
    return NormalizedArticle(
        id="0" * 32, trace_id="tag", origin="tag-0-0-0", title=raw.get("title", ""), text=raw.get("text", ""),
        language=str(raw.get("language") or "und")[:2].lower(), published=published, received=received, version=0, content_hash="0" * 32,
    )


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
