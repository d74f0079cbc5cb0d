"""What the commands about sources do: find, write and show them."""

from __future__ import annotations

import asyncio
import json as jsonlib
import logging
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import structlog
from pydantic import ValidationError

from schemas.source import Source
from services.cli.problem import Problem
from services.cli.tables import console
from services.collect import opml, site_words
from services.collect.discover import AwayError, Candidate, NothingThereError, as_meant, discover, make_id
from services.collect.outside import outside
from services.collect.poll import revived
from services.collect.poller import Outside
from services.collect.reader import Reader
from services.collect.routing import route
from services.pipeline import COLLECT, RAW, SOURCE_STATES, SOURCES
from services.runtime import links, topics
from services.runtime.settings import CollectSettings, SettingsError, read
from services.runtime.writer import partition_of
from services.sources import seeds
from services.sources.catalogue import Entry, catalogue

ARCHIVES = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")


def settings() -> CollectSettings:
    """From the environment. Raises Problem for a wrong value. From here on no log is mixed into what is printed."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    # it says what it tries again; what fails in the end is said by the command
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    try:
        return read(CollectSettings)
    except SettingsError as error:
        raise Problem(str(error)) from None


def source(fields: dict[str, Any]) -> Source:
    """A source of what a person gave. Raises Problem."""
    try:
        return Source.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise Problem(f"{'.'.join(map(str, first['loc']))}={repr(first.get('input'))[:100]}: {first['msg']}") from None


def with_scheme(typed: str) -> str:
    """A web address as it was meant, of which only `feed:` may have stood in the place of its scheme."""
    address = as_meant(typed)
    return address if "://" in address else f"https://{address}"


# Of how many letters each code is, and how they are written.
CODES: Final[dict[str, tuple[tuple[int, ...], Callable[[str], str]]]] = {
    "language": ((2, 3), str.lower),
    "country": ((2,), str.upper),
}


def code(value: str | None, of: str = "language", *, typed: bool = False) -> str | None:
    """The ISO code of a language or country; None where a feed says nonsense.

    Raises Problem where a person `typed` it: it would stand with every article.
    """
    letters, written = CODES[of]
    found = (value or "").strip().replace("_", "-").partition("-")[0]
    if found.isascii() and found.isalpha() and len(found) in letters:
        return written(found)
    if typed and value is not None:
        raise Problem(f"--{of} is a code of {' or '.join(map(str, letters))} letters, not {value!r}")
    return None


def local(address: str, kind: str | None, settings: CollectSettings) -> Candidate | None:
    """A folder or an archive on this machine; None where the address is none. Raises Problem where it may not be."""
    if not address.strip():
        # else it would be the folder one stands in
        raise Problem("an empty address; for the folder you are in say .")
    path = Path(address)
    is_path = kind in ("folder", "warc") or address.startswith(("/", "./", "../", "~")) or path.exists()
    if "://" in address or not is_path:
        return None
    path = path.resolve()
    if not path.exists():
        raise Problem(f"there is no {path}")
    roots = [Path(one).resolve() for one in settings.folders.split(":") if one]
    if path.is_file() and kind != "warc" and not path.name.endswith(ARCHIVES):
        raise Problem(f"{path} is neither a folder nor a web archive; `harmattan feed` takes single files")
    if not any(path.is_relative_to(root) for root in roots):
        raise Problem(f"{path} is in no folder of HARMATTAN_COLLECT_FOLDERS, here and for the service")
    return Candidate("folder" if path.is_dir() else "warc", str(path), path.name, None, 0, ())


def discovered(address: str, settings: CollectSettings, kind: str | None = None) -> list[Candidate]:
    """What can be watched there, or could be if it were not away. Raises Problem."""
    async def look() -> list[Candidate]:
        async with reach(settings) as open_:
            return await discover(address, open_)

    try:
        return asyncio.run(look())
    except AwayError as away:
        if (guess := kind or away.kind) is None:
            raise Problem(
                f"{away}; ask again later, or say what it is (--kind feed, sitemap, page) to watch it from now on"
            ) from None
        fields = {"id": "a", "name": "a", "kind": guess, "address": away.address}
        title = urlsplit(away.address).hostname
        return [Candidate(source(fields).kind, away.address, title, None, 0, (), asked=True, away=away.reason)]
    except NothingThereError as error:
        raise Problem(str(error)) from None


def entries(settings: CollectSettings, *, removed: bool = False) -> list[Entry]:
    """All sources, as `catalogue` has them. Raises Problem where the broker is away or the seeds are broken."""
    ensure(settings)
    try:
        return asyncio.run(catalogue(settings, removed=removed))
    except seeds.SeedError as error:
        raise Problem(str(error)) from None


def chosen(ids: Sequence[str], settings: CollectSettings) -> list[Entry]:
    """Those of the ids; all where none is given."""
    found = {entry.source.id: entry for entry in entries(settings)}
    if unknown := [one for one in ids if one not in found]:
        raise Problem(f"there is no source {unknown[0]}; see `harmattan sources list`")
    return [found[one] for one in ids] if ids else list(found.values())


def write(sources: Sequence[Source], settings: CollectSettings) -> None:
    """Puts definitions on their topic. Raises Problem where one has the id of a source of another host."""
    known = entries(settings, removed=True) if sources else []
    check_ids(sources, known)
    states = {entry.source.id: entry.state for entry in known if entry.state and entry.state.retired}
    messages: list[tuple[str, bytes, bytes, Source | None]] = []
    for one in sources:
        if (state := states.get(one.id)) and not one.removed:
            value = revived(state).model_dump_json(exclude_none=True).encode()
            messages.append((SOURCE_STATES.name, one.id.encode(), value, one))
        messages.append((SOURCES.name, one.id.encode(), one.model_dump_json().encode(), one))
    send(settings, messages)


def check_ids(sources: Sequence[Source], known: Sequence[Entry]) -> None:
    """Raises Problem where one has the id of a source of another host: it lies in another partition, as would both."""
    addresses = {entry.source.id: entry.source for entry in known}
    for one in sources:
        if (old := addresses.get(one.id)) and route(old) != route(one):
            raise Problem(f"{one.id} is the id of {old.address}; give {one.address} another one")


def of_file(path: Path) -> list[Source]:
    """The sources of an OPML or YAML file. Raises Problem."""
    try:
        if path.suffix in (".yaml", ".yml"):
            return seeds.read(path)
        found = opml.read(path.read_bytes())
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror}") from None
    except (opml.OpmlError, seeds.SeedError) as error:
        raise Problem(str(error)) from None
    if not found:
        raise Problem(f"{path}: there is no feed in it")
    sources: dict[str, Source] = {}
    for one in found:
        made = make_id(one.address, sources)
        sources[made] = source({
            "id": made, "name": one.name, "address": one.address, "language": code(one.language),
        })
    return list(sources.values())


def defined(found: Candidate, watched: Sequence[Entry], **said: str | int | None) -> Source:
    """What was found as a source with what a person said of it; the rest is as it was, where it is watched already."""
    known = {entry.source.id: entry.source for entry in watched}
    old = next((one for one in known.values() if one.address == found.address and said["id"] in (None, one.id)), None)
    fields: dict[str, Any] = {
        "id": make_id(found.address, {one: has.address for one, has in known.items()}), "name": found.name,
        "language": code(found.language),
    } if old is None else old.model_dump()
    given = {name: value for name, value in said.items() if value not in (None, "")}
    return source({**fields, **given, "kind": found.kind, "address": found.address})


def show(found: Sequence[Entry], json: bool) -> None:
    """A table, or JSON Lines."""
    now = now_ms()
    if json:
        for entry in found:
            hidden = {"items", "id", "address", "schema_version"}
            known = entry.state.model_dump(exclude=hidden) if entry.state else {}
            line = {**entry.source.model_dump(), "health": entry.health(now), **known}
            print(jsonlib.dumps(line, ensure_ascii=False))
        return
    from rich.markup import escape
    from rich.table import Column, Table

    # by its id a person names a source to the other commands, so it is never cut short
    longest = max((len(one.source.id) + 2 for one in found), default=0)
    id_ = Column("source", overflow="fold", min_width=min(24, longest))
    table = Table(id_, "kind", "language", "last fetch", "fed", "health", "next", "problem", title="sources")
    colours = {"healthy": "green", "failing": "yellow", "silent": "yellow", "down": "red", "retired": "red"}
    for entry in found:
        state, health = entry.state, entry.health(now)
        unchecked = "" if entry.source.checked else " ?"
        table.add_row(
            entry.source.id + unchecked, entry.source.kind, entry.source.language or "",
            _ago(state.polled if state else None, now),
            str(state.fed) if state else "", f"[{colours.get(health, 'white')}]{health}[/]",
            _ahead(state.next if state else None, now), escape(state.problem or "") if state else "",
        )
    console().print(table)
    if any(not entry.source.checked for entry in found):
        print("? its address was not seen in a public document")


def _ago(then: int | None, now: int) -> str:
    return "never" if then is None else f"{_span(now - then)} ago"


def _ahead(then: int | None, now: int) -> str:
    return "" if then is None else "now" if then <= now else f"in {_span(then - now)}"


def _span(milliseconds: int) -> str:
    seconds = max(0, milliseconds) // 1000
    for size, name in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {name}"
    return f"{seconds} s"


@asynccontextmanager
async def reach(settings: CollectSettings) -> AsyncIterator[Outside]:
    """What asks servers and reads pages, until the block ends. Raises Problem where the seeds are broken."""
    try:
        site_words.read_from(settings.seeds)
    except site_words.SeedFileError as error:
        raise Problem(str(error)) from None
    reader = Reader(seeds=settings.seeds)
    made = outside(settings, reader, now_ms)
    try:
        yield made
    finally:
        await made.client.close()
        reader.close()


def ensure(settings: CollectSettings) -> None:
    """Makes the topics that are missing. Raises Problem where the broker is away."""
    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        topics.ensure(client, settings.replication, (RAW, SOURCES, SOURCE_STATES))
    finally:
        client.close()


def workers(settings: CollectSettings) -> int:
    """How many processes of the collect service poll. Raises Problem where Kafka does not say."""
    from kafka.errors import KafkaError

    from services.runtime import rewind

    client = topics.admin(settings, timeout_s=5.0)
    try:
        return rewind.workers(client, COLLECT)
    except KafkaError as error:
        raise Problem(f"Kafka at {settings.kafka_bootstrap} does not say who polls: {error}") from None
    finally:
        client.close()


def send(settings: CollectSettings, messages: Sequence[tuple[str, bytes, bytes, Source | None]]) -> None:
    """Topic, key, value; and the source by which the partition is chosen. Raises Problem where one is not taken."""
    from kafka import KafkaProducer
    from kafka.errors import KafkaError

    producer = KafkaProducer(**links.kafka_python(settings), acks="all", max_request_size=RAW.max_message_bytes)
    try:
        futures = [
            producer.send(topic, value, key=key, partition=_partition(by)) for topic, key, value, by in messages
        ]
        for future in futures:
            future.get(timeout=30)
    except KafkaError as error:
        raise Problem(f"Kafka did not take it: {error}") from None
    finally:
        producer.close()


def _partition(source: Source | None) -> int | None:
    return partition_of(route(source), SOURCES.partitions) if source else None


def now_ms() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)

