"""What the commands about sources do: ask, poll, write and show them."""

from __future__ import annotations

import asyncio
import json as jsonlib
import logging
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import structlog
from pydantic import ValidationError

from schemas.source import Source
from schemas.source_state import SourceState
from services.cli.problem import Problem
from services.cli.tables import console
from services.collect import opml, site_words
from services.collect.discover import AwayError, Candidate, NothingThereError, as_meant, discover, make_id
from services.collect.item import MAX_ITEMS
from services.collect.local import is_local
from services.collect.outside import outside
from services.collect.poll import MAX_PAGES, Article, current, revived
from services.collect.poller import Outside, poll_source
from services.collect.reader import Reader
from services.collect.routing import route
from services.pipeline import COLLECT, RAW, SOURCE_STATES, SOURCES
from services.runtime import links, topics
from services.runtime.settings import CollectSettings, SettingsError, read
from services.runtime.writer import partition_of
from services.sources import seeds
from services.sources.catalogue import Entry, catalogue

AT_ONCE = 8
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


def code(language: str | None) -> str | None:
    """The ISO code of what a feed says its language is; None where that is nonsense."""
    found = (language or "").replace("_", "-").partition("-")[0].lower()
    return found if found.isascii() and found.isalpha() and len(found) in (2, 3) else None


def typed_code(value: str | None, option: str, letters: tuple[int, ...]) -> str | None:
    """A code that a person gave. Raises Problem where it is none: it would stand with every article."""
    found = (value or "").strip().replace("_", "-").partition("-")[0]
    if value is not None and not (found.isascii() and found.isalpha() and len(found) in letters):
        raise Problem(f"{option} is a code of {' or '.join(map(str, letters))} letters, not {value!r}")
    return found or None


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
        async with _outside(settings) as open_:
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
    _ensure(settings)
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
    _send(settings, messages)


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


def check(sources: Sequence[Source], settings: CollectSettings) -> int:
    """Asks each once and prints what came; returns how many fail."""
    from rich.console import Console
    from rich.markup import escape

    console = Console()

    async def nothing(_: Sequence[Article]) -> None:
        """Feeds nothing."""

    async def look(one: Source, open_: Outside) -> bool:
        # pages are left alone: this is about the source
        after = await poll_source(
            one.model_copy(update={"full_text": False}), current(one, None, open_.pace), open_, nothing
        )
        mark = "[red]✗[/red]" if after.fails or after.retired else "[green]✓[/green]"
        more = f": {after.problem}" if after.problem else ""
        name = one.name if one.id.startswith("url-") else one.id
        items = "1 item" if len(after.items) == 1 else f"{len(after.items)} items"
        console.print(f"{mark} {escape(f'{name}  {items}{more}')}", highlight=False, soft_wrap=True)
        return bool(after.fails or after.retired)

    return sum(asyncio.run(_each(sources, settings, look)))


def run_once(ids: Sequence[str], settings: CollectSettings) -> None:
    """Polls each due source once, feeds what is new, keeps the states. Raises Problem where the service does it."""
    from rich.console import Console
    from rich.progress import Progress

    _ensure(settings)
    if _workers(settings):
        raise Problem("the collect service runs and polls by itself; see `harmattan sources list`")
    now = _now()
    found = chosen(ids, settings)
    due = [one for one in found if ids or not one.state or (not one.state.retired and (one.state.next or 0) <= now)]
    states = {one.source.id: one.state for one in due}
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("polling", total=len(due))

        async def poll(one: Source, open_: Outside) -> SourceState:
            async def feed(articles: Sequence[Article]) -> None:
                sends = [(RAW.name, article.key, article.value, None) for article in articles]
                await asyncio.to_thread(_send, settings, sends)

            after, more = current(one, states[one.id], open_.pace), True
            while more:
                after = await poll_source(one, after, open_, feed)
                value = after.model_dump_json(exclude_none=True).encode()
                await asyncio.to_thread(_send, settings, [(SOURCE_STATES.name, one.id.encode(), value, one)])
                # a folder or an archive is read to its end
                more = is_local(one) and not after.fails and after.next == after.polled
            progress.advance(task)
            if after.problem:
                console.print(f"{one.id}: {after.problem}", highlight=False, markup=False, soft_wrap=True)
            return after

        after = asyncio.run(_each([one.source for one in due], settings, poll))
    before = sum(state.fed for state in states.values() if state)
    failed = sum(1 for one in after if one.fails)
    print(f"{len(due)} of {len(found)} sources polled, {sum(one.fed for one in after) - before} articles fed, "
          f"{failed} failed")


def fetch(address: str, settings: CollectSettings) -> list[bytes]:
    """The articles at an address: of a feed or sitemap all, else the page's. Raises Problem."""
    async def look() -> list[bytes]:
        articles: list[Article] = []

        async def keep(found: Sequence[Article]) -> None:
            articles.extend(found)

        async with _outside(settings) as open_:
            best = (await discover(address, open_))[0]
            # of a page that names feeds the page itself was asked for
            asked = best.address if best.asked else with_scheme(address)
            found = source({
                "id": make_id(asked), "name": best.name, "kind": best.kind if best.asked else "page", "address": asked,
            })
            after = current(found, None, open_.pace)
            for _ in range(MAX_ITEMS // MAX_PAGES):
                before = len(articles)
                after = await poll_source(found, after, open_, keep)
                # of so many there may be more whose pages were left for the next time
                if len(articles) - before < MAX_PAGES:
                    break
        if not articles:
            other = "" if best.asked else f"; what it names can be fed: {best.address}"
            raise Problem(f"{address}: {after.problem or 'no article there'}{other}")
        return [article.value for article in articles]

    try:
        return asyncio.run(look())
    except NothingThereError as error:
        raise Problem(str(error)) from None


def show(found: Sequence[Entry], json: bool) -> None:
    """A table, or JSON Lines."""
    now = _now()
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
async def _outside(settings: CollectSettings) -> AsyncIterator[Outside]:
    try:
        site_words.read_from(settings.seeds)
    except site_words.SeedFileError as error:
        raise Problem(str(error)) from None
    reader = Reader(seeds=settings.seeds)
    made = outside(settings, reader, _now)
    try:
        yield made
    finally:
        await made.client.close()
        reader.close()


async def _each(
    sources: Sequence[Source], settings: CollectSettings, work: Callable[[Source, Outside], Awaitable[Any]]
) -> list[Any]:
    slots = asyncio.Semaphore(AT_ONCE)
    async with _outside(settings) as made:
        async def one(found: Source) -> Any:
            async with slots:
                return await work(found, made)

        return list(await asyncio.gather(*map(one, sources)))


def _ensure(settings: CollectSettings) -> None:
    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        topics.ensure(client, settings.replication, (RAW, SOURCES, SOURCE_STATES))
    finally:
        client.close()


def _workers(settings: CollectSettings) -> int:
    from kafka.errors import KafkaError

    from services.runtime.rewind import workers

    client = topics.admin(settings, timeout_s=5.0)
    try:
        return workers(client, COLLECT)
    except KafkaError as error:
        raise Problem(f"Kafka at {settings.kafka_bootstrap} does not say who polls: {error}") from None
    finally:
        client.close()


def _send(settings: CollectSettings, messages: Sequence[tuple[str, bytes, bytes, Source | None]]) -> None:
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


def _now() -> int:
    return int(time.time() * 1000)

