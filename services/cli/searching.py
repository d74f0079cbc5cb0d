"""The archive and the saved searches for a command, or one line that says what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.search.archive import Archive
    from services.search.saved import Shelf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """What a command may ask."""

    archive: Archive
    shelf: Shelf


def searching(work: Callable[[Opened], Awaitable[T]]) -> T:
    """What `work` gives back. Whatever cannot be read or answered becomes a Problem."""
    import asyncio

    from services.cli.connections import connections
    from services.enrich.read.seeds import SeedError
    from services.runtime.settings import SettingsError
    from services.search.opening import opened
    from services.search.problem import NotAnsweredError, SearchProblemError

    settings = connections()

    async def ask() -> T:
        async with opened(settings, settings.seeds) as (archive, shelf):
            return await work(Opened(archive, shelf))

    try:
        return asyncio.run(ask())
    except (SearchProblemError, SeedError, SettingsError) as error:
        raise Problem(str(error)) from None
    except NotAnsweredError as error:
        raise Problem(f"{error} ({settings.elasticsearch_url})") from None
