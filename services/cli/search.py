"""`harmattan search`: articles found, for a person with the passages that matched, for a program as JSON or CSV."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from rich.text import Text

    from schemas.search import Count, Found, Hit, Passage, Search
    from services.cli.searching import Opened

Many = list[str] | None
_DATE_HELP = "2023-07-26, '26 July 2023', 'août 2023', 2d, 6h, yesterday"


def command(
    query: Annotated[str, typer.Argument(
        help='words; "a phrase"; AND, OR, NOT, -not; (…); source:BBC, entity:Tiani, status:negated; since yesterday'
    )] = "",
    entity: Annotated[Many, typer.Option(help="id or name, in any known spelling; repeat for or")] = None,
    place: Annotated[Many, typer.Option(help="as --entity, places only")] = None,
    since: Annotated[str | None, typer.Option(help=f"published from then on: {_DATE_HELP}")] = None,
    until: Annotated[str | None, typer.Option(help=f"published until then: {_DATE_HELP}")] = None,
    language: Annotated[Many, typer.Option(help="en, fr, ha, ar, …; und where too short to tell")] = None,
    source: Annotated[Many, typer.Option(help="as the article declares it, else its host; bbc*")] = None,
    event: Annotated[Many, typer.Option(help="coup mentioned, such as niger-2023")] = None,
    status: Annotated[Many, typer.Option(help="asserted, negated, hypothetical, future or historical")] = None,
    story: Annotated[Many, typer.Option(help="story id")] = None,
    sort: Annotated[str | None, typer.Option(help="newest or best; best where there are words")] = None,
    size: Annotated[int, typer.Option(help="how many, 1 to 1000")] = 10,
    facets: Annotated[bool, typer.Option("--facets", help="also who, where, which source, how many a day")] = False,
    save: Annotated[str | None, typer.Option(metavar="NAME", help="keep this search under a name")] = None,
    saved: Annotated[str | None, typer.Option(metavar="NAME", help="the search of that name; with more, both")] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="one line an article, for a spreadsheet")] = False,
) -> None:
    """Search the articles. Accents, Arabic forms and hooked letters need not be typed."""
    from typing import get_args

    from schemas.search import MOST_HITS, Search, Sort
    from schemas.tags import CoupStatus
    from services.cli.searching import searching

    _one_of("--sort", [sort] if sort else (), get_args(Sort))
    _one_of("--status", status or (), get_args(CoupStatus))
    if not 1 <= size <= MOST_HITS:
        raise Problem(f"--size {size} is not between 1 and {MOST_HITS}")
    if json and csv:
        raise Problem("--json or --csv, not both")
    search = _search(Search, {
        "q": query, "entity": entity, "place": place, "since": since, "until": until, "language": language,
        "source": source, "event": event, "status": status, "story": story, "sort": sort, "size": size,
    })
    found = searching(lambda desk: _asked(desk, search, saved, save, counts=facets))
    if csv:
        _print_csv(found)
    elif json:
        _print_json(found, facets)
    else:
        _print(found)


def _one_of(option: str, values: Sequence[str], allowed: Collection[str]) -> None:
    for value in values:
        if value not in allowed:
            raise Problem(f"{option} {value} is none of {', '.join(allowed)}")


def _search(model: type[Search], values: dict[str, Any]) -> Search:
    from pydantic import ValidationError

    try:
        return model.model_validate({name: value for name, value in values.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        raise Problem(f"{first['loc'][0]}: {first['msg'].lower()}") from None


async def _asked(desk: Opened, search: Search, saved: str | None, save: str | None, *, counts: bool) -> Found:
    """The saved search if one is named, kept under a name if one is given, run."""
    if saved:
        kept = await desk.shelf.get(saved)
        if kept is None:
            raise Problem(f"there is no saved search {saved}; see: harmattan saved list")
        given = search.model_dump(exclude_defaults=True, exclude={"q"})
        both = " ".join(f"({text})" for text in (kept.search.q, search.q) if text)
        search = kept.search.model_copy(update={**given, "q": both})
    if save:
        await desk.shelf.save(save, search)
    return await desk.archive.search(search, counts=counts)


def _print_json(found: Found, facets: bool) -> None:
    import sys

    import orjson

    from services.search.hits import marked

    for hit in found.hits:
        line = hit.model_dump(mode="json", exclude={"passages", "older", "headline"})
        line["highlights"] = [marked(passage, "<em>", "</em>") for passage in hit.passages + hit.older]
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    if facets:
        last = found.model_dump(mode="json", include={"total", "facets", "timeline", "places"})
        sys.stdout.buffer.write(orjson.dumps(last) + b"\n")
    sys.stdout.buffer.flush()


_COLUMNS = ("published", "source", "language", "title", "url", "people", "organisations", "places", "coups", "id")


def _print_csv(found: Found) -> None:
    import csv
    import sys

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for hit in found.hits:
        writer.writerow([_cell(value) for value in (
            hit.published.isoformat() if hit.published else "", hit.source or "", hit.language, hit.title,
            hit.url or "", "; ".join(hit.people), "; ".join(hit.organisations), "; ".join(hit.places),
            "; ".join(f"{coup.event} {coup.type} {coup.status}" for coup in hit.coups), hit.id,
        )])
    sys.stdout.flush()


def _cell(value: str) -> str:
    """A spreadsheet takes what begins with one of these for a formula, and runs it."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _print(found: Found) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    for hit in found.hits:
        console.print(_text(hit), soft_wrap=True)
    if found.near:
        console.print("Near: with most of the words, not all\n", style="bold")
    for hit in found.near:
        console.print(_text(hit), soft_wrap=True)
    if found.facets and found.timeline:
        for name, counts in found.facets:
            console.print(_facet(name, counts), soft_wrap=True)
        per = " ".join(f"{bucket.start:%Y-%m-%d}: {bucket.count}" for bucket in found.timeline.buckets if bucket.count)
        console.print(f"per {found.timeline.interval}: {per}\n", soft_wrap=True, markup=False)
    shown = len(found.hits)
    near = f", {len(found.near)} near" if found.near else ""
    console.print(f"{found.total} found" + (f", {shown} shown" if shown < found.total else near), style="dim")


def _facet(name: str, counts: tuple[Count, ...]) -> Text:
    from rich.text import Text

    return Text.assemble(
        (f"{name}: ", "bold"), ", ".join(f"{_printable(one.value)} {one.count}" for one in counts) or "none"
    )


def _text(hit: Hit) -> Text:
    """Built as styled text, never as markup: an article may hold [brackets]."""
    from rich.text import Text

    when = f"{hit.published:%Y-%m-%d %H:%M}" if hit.published else "no date"
    text = Text()
    text.append(_printable(hit.title) or "(no title)", style="bold")
    text.append(f"\n  {when} · {_printable(hit.source or 'no source')} · {hit.language}", style="dim")
    if hit.superseded:
        text.append(" · replaced by a newer text", style="dim")
    for passage in hit.passages[:2]:
        text.append("\n  ").append_text(_passage(passage))
    for passage in hit.older[:1]:
        text.append("\n  in an earlier text: ", style="dim").append_text(_passage(passage))
    for coup in hit.coups:
        text.append(f"\n  {coup.event} {coup.status}: ", style="red").append(_printable(coup.evidence), style="italic")
    if hit.entities:
        text.append("\n  " + ", ".join(hit.entities[:12]), style="cyan")
    return text.append(f"\n  {_printable(hit.url or hit.id)}\n", style="blue")


def _passage(passage: Passage) -> Text:
    from rich.text import Text

    text = Text()
    for piece in passage:
        text.append(_flat(piece.text), style="bold yellow" if piece.match else "")
    return text


def _flat(text: str) -> str:
    """In one line, without signs that would steer the terminal; direction is left to it."""
    kept = (" " if sign in "\n\r\t" else sign for sign in text)
    return "".join(sign for sign in kept if not ("\x7f" <= sign < "\xa0" or sign < " "))


def _printable(text: str) -> str:
    return " ".join(_flat(text).split())
