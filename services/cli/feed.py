"""`harmattan feed`: articles from files or standard input onto articles.raw."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections

JSON_LINES = {".jsonl", ".ndjson", ".jsonlines"}
KNOWN = {".txt", ".json", *JSON_LINES}
# what PowerShell writes with ">"; UTF-32 first, whose little-endian mark begins with UTF-16's
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Fed:
    """One record to be fed, and where it was read."""

    value: bytes
    place: str


@dataclass(frozen=True, slots=True)
class NotAnArticle:
    """What cannot be fed: one line."""

    place: str
    reason: str


def command(
    paths: Annotated[
        list[str], typer.Argument(help="files, folders, web addresses, or - for standard input", metavar="PATH|URL|-…")
    ],
    no_alert: Annotated[
        bool, typer.Option("--no-alert", help="for the record: indexed and known to the stories, and alerts nobody")
    ] = False,
) -> None:
    """Feed articles: text in the seed's layout, JSON, JSON Lines, folders of these, a page or feed of the web."""
    from services.cli.connections import connections

    feed(paths, connections(), no_alert=no_alert)


def feed(paths: Iterable[str], settings: Connections, *, no_alert: bool = False) -> None:
    """Feeds all that the paths hold and prints the count. Raises Problem where something was not fed."""
    items = list(_read_all(paths))
    good = [item for item in items if isinstance(item, Fed)]
    bad = [item for item in items if isinstance(item, NotAnArticle)]
    acknowledged = _send(good, settings, no_alert) if good else 0
    for item in bad:
        print(f"harmattan: {item.place}: {item.reason}", file=sys.stderr)
    left_out = f", {len(bad)} not fed" if bad else ""
    print(f"{acknowledged} of {len(good)} articles acknowledged by the broker{left_out}")
    if acknowledged < len(good):
        raise Problem(f"{len(good) - acknowledged} articles were not acknowledged; feed again, nothing doubles")
    if bad or not good:
        no_articles = "1 input is no article" if len(bad) == 1 else f"{len(bad)} inputs are no articles"
        raise Problem(no_articles if bad else "nothing to feed: no articles found")


def _read_all(paths: Iterable[str]) -> Iterator[Fed | NotAnArticle]:
    for path in paths:
        if not path.strip():
            # else it would be the folder one stands in, with all below it
            raise Problem("an empty path; for the folder you are in say .")
        if path.strip().lower().startswith(("http://", "https://", "feed:")):
            yield from _fetched(path.strip())
            continue
        if path == "-":
            yield from _split(sys.stdin.buffer.read(), "standard input", guess=True)
            continue
        yield from _read_path(Path(path))


def _fetched(address: str) -> Iterator[Fed | NotAnArticle]:
    """The page at an address, or all articles of the feed there."""
    from services.cli import collecting, polling

    for number, value in enumerate(polling.fetch(address, collecting.settings())):
        yield from _checked(value, f"{address} [{number}]")


def _read_path(path: Path) -> Iterator[Fed | NotAnArticle]:
    try:
        is_folder = path.is_dir()
    except OSError as error:  # a name that no file system takes
        raise Problem(f"{str(path)[:80]} cannot be read: {error.strerror}") from None
    if is_folder:
        for file in sorted(one for one in path.rglob("*") if one.is_file() and _suffix(one) in KNOWN):
            yield from _read_path(file)
        return
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        scheme = ":/" in str(path) and str(path).partition(":/")[0].isalpha()
        what = "no http or https address, and no such file" if scheme else "no such file or folder"
        raise Problem(f"{what}: {path}") from None
    except OSError as error:
        raise Problem(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:  # a zero byte in its name
        raise Problem(f"{path!r} cannot be read: {error}") from None
    if _suffix(path) in JSON_LINES:
        yield from _lines(_narrow(content), str(path))
    else:
        yield from _split(content, str(path), guess=_suffix(path) not in {".txt"})


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _narrow(content: bytes) -> bytes:
    """Marked UTF-16 and UTF-32 as UTF-8, in which lines and brackets can be looked for."""
    for bom, name in _WIDE:
        if content.startswith(bom):
            try:
                return content.decode(name).encode()
            except UnicodeError:
                break
    return content


def _split(content: bytes, place: str, guess: bool) -> Iterator[Fed | NotAnArticle]:
    """One record, a list's items, or lines of JSON. `guess` is for content whose name does not say what it is."""
    start = _narrow(content).removeprefix(b"\xef\xbb\xbf").lstrip()
    if guess and start[:1] == b"[":
        yield from _list(start, place)
    elif guess and start[:1] == b"{" and _is_lines(start):
        yield from _lines(start, place)
    else:
        yield from _checked(content, place)


def _is_lines(content: bytes) -> bool:
    import orjson

    first, _, rest = content.partition(b"\n")
    try:
        orjson.loads(first)
    except orjson.JSONDecodeError:
        return False
    return bool(rest.strip())


def _lines(content: bytes, place: str) -> Iterator[Fed | NotAnArticle]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if line.strip():
            yield from _checked(line, f"{place}:{number}")


def _list(content: bytes, place: str) -> Iterator[Fed | NotAnArticle]:
    import orjson

    try:
        items = orjson.loads(content)
    except orjson.JSONDecodeError:
        # ingest takes more than the strict reader does: NaN beside a text, half a character in it
        yield from _each(content, place)
        return
    for number, item in enumerate(items):
        yield from _checked(_written(item), f"{place}[{number}]")


def _each(value: bytes, place: str) -> Iterator[Fed | NotAnArticle]:
    """Every article of what holds several, as a record of its own."""
    from services.article.decode import Decoded, decode
    from services.article.problem import Problem as Unreadable

    decoded = decode(value)
    if not isinstance(decoded, Decoded):
        yield NotAnArticle(place, decoded.reason)
        return
    for number, item in enumerate(decoded.items):
        at = f"{place}[{number}]"
        yield NotAnArticle(at, item.reason) if isinstance(item, Unreadable) else _one(_written(item), at)[0]


def _written(item: object) -> bytes:
    return json.dumps(item, ensure_ascii=False).encode()


def _checked(value: bytes, place: str) -> Iterator[Fed | NotAnArticle]:
    """The record, if the ingest service will read an article in it; if it will read several, these."""
    found, articles = _one(value, place)
    if articles > 1:
        yield from _each(value, place)
    else:
        yield found


def _one(value: bytes, place: str) -> tuple[Fed | NotAnArticle, int]:
    """What becomes of a record, and how many articles, good and bad, it holds: the service's own code decides."""
    from schemas.record import Record
    from services.article.normalize import handle

    handled = handle([Record("articles.raw", 0, 0, 0, None, value)], "feed")
    count = len(handled.sends) + len(handled.rejected)
    if handled.rejected:
        return NotAnArticle(place, handled.rejected[0].reason), count
    return Fed(value, place) if handled.sends else NotAnArticle(place, "empty"), count


def _send(items: list[Fed], settings: Connections, no_alert: bool) -> int:
    """Sends and returns how many the broker acknowledged."""
    from kafka import KafkaProducer
    from kafka.errors import KafkaError
    from rich.console import Console
    from rich.progress import Progress

    from schemas.record import NO_ALERT_HEADER
    from services.pipeline import RAW
    from services.runtime import links, topics

    headers = [(NO_ALERT_HEADER, b"1")] if no_alert else []
    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        topics.ensure(client, settings.replication, (RAW,))
        topics.check_topics(client, "WRITE", (RAW,))
    finally:
        client.close()
    producer = KafkaProducer(
        **links.kafka_python(settings), acks="all", linger_ms=20, batch_size=256 * 1024,
        max_request_size=RAW.max_message_bytes,
    )
    acknowledged = 0
    console = Console(stderr=True)
    with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
        task = progress.add_task("feeding", total=len(items))
        futures = []
        for item in items:
            try:
                futures.append((item, producer.send(RAW.name, item.value, headers=headers)))
            except KafkaError as error:
                print(f"harmattan: {item.place}: {error}", file=sys.stderr)
        for item, future in futures:
            try:
                future.get(timeout=60)
                acknowledged += 1
            except KafkaError as error:
                print(f"harmattan: {item.place}: not acknowledged: {error}", file=sys.stderr)
            progress.advance(task)
    producer.close()
    return acknowledged
