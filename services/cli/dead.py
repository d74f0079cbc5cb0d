"""`harmattan dead list|show|replay`: records that could never succeed, and a second chance for them."""

from __future__ import annotations

import base64
import json as jsonlib
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from services.cli.problem import Problem

app = typer.Typer(help="Dead letters: what could not become a document, and why.", no_args_is_help=True)


@app.command("list")
def list_letters(
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    size: Annotated[int, typer.Option(help="how many of the newest", min=1, max=10_000)] = 50,
    empty: Annotated[bool, typer.Option("--empty", help="also tombstones and blank values")] = False,
) -> None:
    """List dead letters, newest first."""
    from services.pipeline import DEAD_INDEX
    from services.runtime.dead_letters import EMPTY

    query: dict[str, Any] = {"match_all": {}} if empty else {"bool": {"must_not": {"term": {"error": EMPTY}}}}
    with _client() as client:
        client.indices.refresh(index=DEAD_INDEX.name)
        hits = client.search(index=DEAD_INDEX.name, size=size, query=query, sort=[{"failed": "desc"}])["hits"]["hits"]
    if json:
        for hit in hits:
            print(jsonlib.dumps(hit["_source"], ensure_ascii=False))
        return
    from rich.console import Console
    from rich.table import Table

    table = Table("id", "failed", "service", "error", "reason", title=f"{len(hits)} dead letters")
    for hit in hits:
        letter = hit["_source"]
        mark = " (replayed)" if "replayed" in letter else ""
        reason = letter["reason"][:120] + mark
        table.add_row(letter["id"], letter["failed"][:19], letter["service"], letter["error"], reason)
    Console().print(table)


@app.command()
def show(letter_id: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Show one dead letter with its original bytes."""
    [hit] = _find([letter_id])
    letter = hit["_source"]
    value = _bytes(letter.get("value"))
    for name in ("id", "topic", "partition", "offset", "timestamp", "service", "error", "reason", "trace_id", "failed"):
        print(f"{name:>10}: {letter.get(name, '-')}")
    print(f"{'key':>10}: {_bytes(letter.get('key'))!r}")
    shown = value[:2000] if value is not None else None
    print(f"{'value':>10}: {shown!r}" + (f" … {len(value)} bytes" if value is not None and len(value) > 2000 else ""))


@app.command()
def replay(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]…")] = None,
    everything: Annotated[bool, typer.Option("--all", help="every dead letter that was not replayed yet")] = False,
) -> None:
    """Write dead letters to their topic again, as they came; for when the cause is mended."""
    if bool(ids) == everything:
        raise Problem("name the dead letters to replay, or --all (see: harmattan dead list)")
    hits = _find(ids) if ids else _waiting()
    if not hits:
        print("nothing to replay")
        return
    _resend([hit["_source"] for hit in hits])
    _mark(hits)
    print(f"{len(hits)} dead letters replayed")


def _client() -> Any:
    from services.cli.connections import connections
    from services.cli.elastic import elasticsearch

    return elasticsearch(connections())


def _find(ids: list[str]) -> list[Any]:
    from services.pipeline import DEAD_INDEX

    with _client() as client:
        client.indices.refresh(index=DEAD_INDEX.name)
        hits = list(client.search(index=DEAD_INDEX.name, size=len(ids), query={"terms": {"id": ids}})["hits"]["hits"])
    missing = set(ids) - {hit["_source"]["id"] for hit in hits}
    if missing:
        raise Problem(f"no dead letter {min(missing)}; see: harmattan dead list")
    return hits


def _waiting() -> list[Any]:
    from elasticsearch.helpers import scan

    from services.pipeline import DEAD_INDEX
    from services.runtime.dead_letters import EMPTY

    done = [{"exists": {"field": "replayed"}}, {"term": {"error": EMPTY}}]
    with _client() as client:
        client.indices.refresh(index=DEAD_INDEX.name)
        return list(scan(client, index=DEAD_INDEX.name, query={"query": {"bool": {"must_not": done}}}))


def _resend(letters: list[dict[str, Any]]) -> None:
    from kafka import KafkaProducer
    from kafka.errors import KafkaError

    from services.cli.connections import connections
    from services.pipeline import TOPICS
    from services.runtime import links

    settings = connections()
    try:
        links.check(settings)
        producer = KafkaProducer(
            **links.kafka_python(settings), acks="all",
            max_request_size=max(topic.max_message_bytes for topic in TOPICS),
        )
        futures = [
            producer.send(
                letter["topic"], key=_bytes(letter.get("key")), value=_bytes(letter.get("value")),
                headers=[(name, _bytes(value) or b"") for name, value in letter.get("headers", [])],
            )
            for letter in letters
        ]
        for future in futures:
            future.get(timeout=60)
        producer.close()
    except KafkaError as error:
        kind = type(error).__name__
        raise Problem(f"Kafka at {settings.kafka_bootstrap} did not take them all ({kind}); replay again") from None


def _mark(hits: list[Any]) -> None:
    """From articles.raw a replay is a new record, so the letter stays counted; from an inner topic it is the same
    article again, whose letter must go or it would be counted twice."""
    from elasticsearch.helpers import bulk

    from services.pipeline import DEAD_INDEX, RAW

    now = datetime.now(UTC).isoformat()

    def action(hit: Any) -> dict[str, Any]:
        place = {"_index": DEAD_INDEX.name, "_id": hit["_id"]}
        if hit["_source"]["topic"] == RAW.name:
            return {**place, "_op_type": "update", "doc": {"replayed": now}}
        return {**place, "_op_type": "delete"}

    with _client() as client:
        bulk(client, (action(hit) for hit in hits), refresh=True)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
