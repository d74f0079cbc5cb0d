"""`harmattan index status|migrate|drop|expire`: the versions of the indexes, and how one takes the place of another."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from services.cli.problem import Problem
from services.cli.tables import console

if TYPE_CHECKING:
    from services.elastic.migrate import Migrated
    from services.elastic.server import Server
    from services.runtime.settings import Connections

app = typer.Typer(help="The versions of the indexes.", no_args_is_help=True)
T = TypeVar("T")

_NAMES_HELP = "such as articles or alerts; all where none is named"
Names = Annotated[list[str] | None, typer.Argument(metavar="[INDEX]…", help=_NAMES_HELP)]


@app.command()
def status() -> None:
    """Show which index stands behind each alias, and the old versions that are kept."""
    from rich.table import Table

    table = Table("alias", "index", "documents", "MB", "shards", "replicas", "writes")
    for row in _run(_rows):
        table.add_row(*row)
    console().print(table)


@app.command()
def migrate(
    names: Names = None,
    shards: Annotated[int | None, typer.Option(min=1, max=64, help="else HARMATTAN_SHARDS")] = None,
    replicas: Annotated[int | None, typer.Option(min=0, max=5, help="else HARMATTAN_REPLICAS")] = None,
    drop_old: Annotated[bool, typer.Option("--drop-old", help="delete the old version at the end")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="after one that was killed")] = False,
) -> None:
    """Build a new version of indexes with this program's mapping, copy, catch up and switch, while all goes on."""

    async def work(server: Server, settings: Connections) -> None:
        from services.elastic.mapping import IndexSettings
        from services.elastic.migrate import migrate as put_in_place

        chosen = IndexSettings(
            settings.shards if shards is None else shards,
            settings.replicas if replicas is None else replicas,
            settings.refresh,
        )
        for name in _aliases(names):
            done = await put_in_place(server, name, chosen, drop_old=drop_old, restart=restart, say=_say)
            print(_sentence(done))

    _run(work)


@app.command()
def drop(names: Names = None) -> None:
    """Delete the old versions that migrations kept."""

    async def work(server: Server, _: Connections) -> None:
        from services.elastic.migrate import current, old_versions
        from services.elastic.migrate import drop as delete

        dropped = []
        for name in _aliases(names):
            newest = await current(server, name)
            # one that is higher than the present one is being made
            dropped += [index for index in await old_versions(server, name) if index < newest]
        for index in dropped:
            await delete(server, index)
        print(f"dropped {', '.join(dropped)}" if dropped else "there is no old version")

    _run(work)


@app.command("expire")
def delete_old() -> None:
    """Delete documents that are older than HARMATTAN_KEEP_… says, as the index service does every hour."""

    async def work(server: Server, settings: Connections) -> None:
        from datetime import UTC, datetime

        from services.elastic.bulk import Patience
        from services.elastic.expire import expire, keeps

        kept = keeps(settings)
        for index, keep in kept.items():
            print(f"{index.name}: {await expire(server, index, keep, datetime.now(UTC), Patience()):,} deleted")
        if not kept:
            print("every index keeps its documents for ever; see HARMATTAN_KEEP_ARTICLES in deploy/env.example")

    _run(work)


def _aliases(names: list[str] | None) -> list[str]:
    from services.pipeline import INDEXES

    known = {index.name.removeprefix("harmattan-"): index.name for index in INDEXES}
    for name in names or ():
        if name.removeprefix("harmattan-") not in known:
            raise Problem(f"there is no index {name}; there are {', '.join(known)}")
    return [known[name.removeprefix("harmattan-")] for name in dict.fromkeys(names or known)]


def _run(work: Callable[[Server, Connections], Awaitable[T]]) -> T:
    """Runs it against the Elasticsearch of the settings; ended by a signal, it mends what it was in the middle of."""
    import asyncio
    import signal

    from services.cli.connections import connections
    from services.elastic.client import async_client
    from services.elastic.migrate import MigrateError
    from services.elastic.server import ElasticsearchServer
    from services.runtime.settings import SettingsError

    settings = connections()

    async def main() -> T:
        task = asyncio.current_task()
        assert task is not None
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        async with async_client(settings) as client:
            return await work(ElasticsearchServer(client, timeout=600), settings)

    try:
        return asyncio.run(main())
    except (MigrateError, SettingsError) as error:
        raise Problem(str(error)) from None
    except (KeyboardInterrupt, asyncio.CancelledError):
        raise Problem("broken off; every alias stands for the index that it stood for") from None


async def _rows(server: Server, _: Connections) -> list[tuple[str, ...]]:
    return await versions(server, _aliases(None))


async def versions(server: Server, aliases: list[str]) -> list[tuple[str, ...]]:
    """A row of text for every index that is, or was, behind one of them."""
    from services.elastic.migrate import current, old_versions

    rows: list[tuple[str, ...]] = []
    for alias in aliases:
        newest = await current(server, alias)
        for index in sorted({newest, *await old_versions(server, alias)}, reverse=True):
            rows.append(_row(alias if index == newest else "", index, await _look(server, index)))
    return rows


async def _look(server: Server, index: str) -> tuple[int, float, dict[str, Any]]:
    """Its documents, megabytes and settings."""
    count = await server.send("GET", f"/{index}/_count")
    stats = await server.send("GET", f"/{index}/_stats/store")
    settings = await server.send("GET", f"/{index}/_settings?flat_settings=true")
    size = stats.body["indices"][index]["primaries"]["store"]["size_in_bytes"]
    return count.body["count"], size / 1e6, settings.body[index]["settings"]


def _row(alias: str, index: str, found: tuple[int, float, dict[str, Any]]) -> tuple[str, ...]:
    documents, megabytes, settings = found
    return (
        alias, index, f"{documents:,}", f"{megabytes:,.1f}",
        settings["index.number_of_shards"], settings["index.number_of_replicas"],
        "closed" if settings.get("index.blocks.write") == "true" else "open",
    )


def _say(sentence: str) -> None:
    import sys

    print(sentence, file=sys.stderr)


def _sentence(done: Migrated) -> str:
    kept = "dropped" if done.dropped else "kept (harmattan index drop)"
    return (
        f"{done.new} has taken the place of {done.old}: {done.documents:,} documents, "
        f"{done.caught_up:,} caught up with, writers waited {done.writers_waited_s:.1f} s; the old version is {kept}"
    )
