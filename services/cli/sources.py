"""`harmattan sources`: what is watched for news."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from schemas.source import Source
    from services.collect.discover import Candidate

app = typer.Typer(no_args_is_help=True, help="Add, list, check and poll the sources of news.")


@app.command("add")
def add(
    address: Annotated[str, typer.Argument(metavar="URL|FOLDER|WARC", help="a site, a feed, a sitemap, a page")],
    name: Annotated[str | None, typer.Option(help="as it stands with each article; default: its title")] = None,
    language: Annotated[str | None, typer.Option(help="ISO 639 code, such as ha")] = None,
    country: Annotated[str | None, typer.Option(help="ISO 3166 code, such as NE")] = None,
    kind: Annotated[str | None, typer.Option(help="feed, sitemap, page, warc, folder; default: what is found")] = None,
    pace: Annotated[int | None, typer.Option(help="seconds between the first polls", min=30, max=604800)] = None,
    choose: Annotated[int | None, typer.Option(help="which of several, from 1, without being asked", min=1)] = None,
    id: Annotated[str | None, typer.Option(help="default: made of its address")] = None,
) -> None:
    """Watch a source; of a site, its feeds (or sitemaps) are found and you are asked which."""
    from services.cli import collecting

    settings, address = collecting.settings(), address.strip()
    code = collecting.code(language, typed=True)
    country = collecting.code(country, "country", typed=True)
    found = collecting.local(address, kind, settings) or _choose(
        collecting.discovered(address, settings, kind), kind, choose
    )
    source = collecting.defined(
        found, collecting.entries(settings), id=id, name=name and name[:200], language=code, country=country, pace=pace
    )
    collecting.write([source], settings)
    print(added(source, found))


@app.command("remove")
def remove(
    ids: Annotated[list[str], typer.Argument(metavar="ID…", help="as `harmattan sources list` has them")],
) -> None:
    """Watch sources no longer; also those of the seeds."""
    from services.cli import collecting

    settings = collecting.settings()
    chosen = [entry.source for entry in collecting.chosen(ids, settings)]
    collecting.write([source.model_copy(update={"removed": True}) for source in chosen], settings)
    print(f"no longer watching {', '.join(source.id for source in chosen)}")


@app.command("list")
def list_(json: Annotated[bool, typer.Option("--json", help="one JSON object a line")] = False) -> None:
    """Show all sources: last fetch, articles fed, what is wrong, next poll."""
    from services.cli import collecting

    collecting.show(collecting.entries(collecting.settings()), json)


@app.command("check")
def check(ids: Annotated[list[str] | None, typer.Argument(metavar="[ID|URL]…", help="default: all")] = None) -> None:
    """Ask sources once and say what they answer, without feeding anything; exit code 1 if one fails."""
    from services.cli import collecting, polling

    settings = collecting.settings()
    given = ids or []
    urls = [collecting.source({"id": f"url-{number}", "name": one[:200], "address": collecting.with_scheme(one)})
            for number, one in enumerate(given) if "://" in one]
    names = [one for one in given if "://" not in one]
    sources = urls + [entry.source for entry in (collecting.chosen(names, settings) if names or not given else [])]
    if polling.check(sources, settings):
        raise typer.Exit(1)


@app.command("run")
def run(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]…", help="default: all that are due")] = None,
    once: Annotated[bool, typer.Option("--once", help="poll each source once and end")] = False,
) -> None:
    """Poll sources from here, with progress, where no collect service runs."""
    from services.cli import collecting, polling

    if not once:
        raise Problem("say --once; what polls for ever is the service: make up, or python -m services.collect")
    polling.run_once(ids or [], collecting.settings())


@app.command("import")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="OPML of another reader, or a sources.yaml")],
) -> None:
    """Watch all feeds of a file."""
    from services.cli import collecting
    from services.collect.discover import make_id

    settings = collecting.settings()
    sources = collecting.of_file(path)
    known = {entry.source.id: entry.source.address for entry in collecting.entries(settings)}
    # an id that a person gave is meant; one that was made of the address may be another's
    new = [
        one.model_copy(update={"id": make_id(one.address, known)}) if one.id == make_id(one.address) else one
        for one in sources if one.address not in known.values()
    ]
    collecting.write(new, settings)
    print(imported(len(new), len(sources) - len(new)))


@app.command("export")
def export(
    path: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="default: standard output")] = None,
) -> None:
    """Write the feeds as OPML, which any feed reader takes."""
    from services.cli import collecting
    from services.collect import opml

    found = [entry.source for entry in collecting.entries(collecting.settings())]
    made = opml.write(found)
    if left := sorted(source.id for source in found if source.kind != "feed"):
        typer.echo(f"no feeds, so not in it: {', '.join(left)}", err=True)
    if path is None:
        typer.echo(made.decode(), nl=False)
        return
    try:
        path.write_bytes(made)
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror}") from None


def _items(count: int) -> str:
    return f"{count} item" if count == 1 else f"{count} items"


def added(source: Source, found: Candidate) -> str:
    """The line that says what is watched from now on."""
    now = f" ({_items(found.items)} now)"
    if source.kind in ("folder", "warc"):
        now = ""  # what is on this machine is read by the service
    elif found.away:
        now = f"; it is away now ({found.away}) and will be asked again by itself"
    return f"watching {source.id}: {source.kind} {source.address}{now}"


def imported(new: int, known: int) -> str:
    """The line that says what became of a file."""
    watching = f"watching {new or 'no'} more {'source' if new == 1 else 'sources'}"
    return f"{watching}; {known} of the file {'was' if known == 1 else 'were'} known" if known else watching


def _choose(candidates: Sequence[Candidate], kind: str | None, choice: int | None) -> Candidate:
    import sys

    fitting = [one for one in candidates if kind in (None, one.kind)]
    if not fitting:
        raise Problem(f"no {kind} there, but {', '.join(f'{one.kind} {one.address}' for one in candidates)}")
    feeds = [one for one in fitting if one.kind != "page"]
    if choice is None and len(feeds) <= 1:
        return (feeds or fitting)[0]
    if choice is None:
        for number, one in enumerate(fitting, 1):
            first = f": {one.titles[0][:60]}" if one.titles else ""
            print(f"{number}  {one.kind}  {one.address}  {one.title or ''}  ({_items(one.items)}{first})")
        if not sys.stdin.isatty():
            raise Problem("several can be watched; say which with --choose NUMBER")
        choice = typer.prompt("which", type=int, default=1)
    if not 1 <= choice <= len(fitting):
        raise Problem(f"--choose is a number from 1 to {len(fitting)}")
    return fitting[choice - 1]

