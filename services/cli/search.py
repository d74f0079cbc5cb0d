"""`harmattan search`: articles found, for a person with the passage that matched, for a program as JSON Lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from rich.text import Text

    from services.search.hits import Found, Hit
    from services.search.query import Question, Sort

Many = list[str] | None
_DATE_HELP = "2023-07-26, 2023-07, 2d, 6h, 1w, today, yesterday"


def command(
    query: Annotated[str, typer.Argument(help='words that must all be there; "a phrase"; -not this')] = "",
    entity: Annotated[Many, typer.Option(help="id or name, in any spelling of the article; repeat for or")] = None,
    since: Annotated[str | None, typer.Option(help=f"published from then on: {_DATE_HELP}")] = None,
    until: Annotated[str | None, typer.Option(help=f"published until then: {_DATE_HELP}")] = None,
    language: Annotated[Many, typer.Option(help="en, fr, ha, ar, …; und where too short to tell")] = None,
    source: Annotated[Many, typer.Option(help="as the article declares it, else its host")] = None,
    event: Annotated[Many, typer.Option(help="coup mentioned, such as niger-2023")] = None,
    status: Annotated[Many, typer.Option(help="asserted, negated, hypothetical, future or historical")] = None,
    sort: Annotated[str | None, typer.Option(help="newest or best; best where there are words")] = None,
    size: Annotated[int, typer.Option(help="how many, 1 to 1000")] = 10,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines")] = False,
) -> None:
    """Search the articles. Accents, Arabic forms and hooked letters need not be typed."""
    from services.cli.connections import connections
    from services.search.query import MOST_HITS, SORTS, STATUSES, Question

    sort = sort or ("best" if query.strip() else "newest")
    _one_of("--sort", [sort], SORTS)
    _one_of("--status", status or (), STATUSES)
    if not 1 <= size <= MOST_HITS:
        raise Problem(f"--size {size} is not between 1 and {MOST_HITS}")
    question = Question(
        query, tuple(entity or ()), since, until, tuple(language or ()), tuple(source or ()), tuple(event or ()),
        tuple(status or ()), cast("Sort", sort), size,
    )
    found = _ask(connections().elasticsearch_url, question)
    if json:
        _print_json(found)
    else:
        _print(found)


def _one_of(option: str, values: Sequence[str], allowed: Collection[str]) -> None:
    for value in values:
        if value not in allowed:
            raise Problem(f"{option} {value} is none of {', '.join(allowed)}")


def _ask(url: str, question: Question) -> Found:
    from services.cli.elastic import elasticsearch
    from services.search.client import search

    with elasticsearch(url) as client:
        try:
            return search(client, question)
        except ValueError as error:
            raise Problem(str(error)) from None


def _print_json(found: Found) -> None:
    import sys
    from dataclasses import asdict

    import orjson

    from services.search.hits import marked

    for hit in found.hits:
        line: dict[str, Any] = asdict(hit)
        del line["passages"], line["older"]
        line["highlights"] = [marked(passage, "<em>", "</em>") for passage in hit.passages + hit.older]
        sys.stdout.buffer.write(orjson.dumps(line) + b"\n")
    sys.stdout.buffer.flush()


def _print(found: Found) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    for hit in found.hits:
        console.print(_text(hit), soft_wrap=True)
    shown = len(found.hits)
    console.print(f"{found.total} found" + (f", {shown} shown" if shown < found.total else ""), style="dim")


def _text(hit: Hit) -> Text:
    """Built as styled text, never as markup: an article may hold [brackets]."""
    from rich.text import Text

    when = (hit.published or "").replace("T", " ")[:16] or "no date"
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


def _passage(passage: str) -> Text:
    from rich.text import Text

    from services.search.query import CLOSE, OPEN

    text = Text()
    for part in _printable(passage).split(OPEN):
        match, closed, rest = part.partition(CLOSE)
        text.append(match, style="bold yellow" if closed else "").append(rest)
    return text


def _printable(text: str) -> str:
    """In one line, without signs that would steer the terminal; direction is left to it."""
    return "".join(sign for sign in " ".join(text.split()) if not ("\x7f" <= sign < "\xa0" or sign < " "))
