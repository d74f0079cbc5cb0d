"""What polls sources from the command line: checks them, polls them once, fetches what is at an address."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from schemas.source import Source
from schemas.source_state import SourceState
from services.cli.collecting import chosen, ensure, now_ms, reach, send, source, with_scheme, workers
from services.cli.problem import Problem
from services.cli.tables import console
from services.collect.discover import NothingThereError, discover, make_id
from services.collect.item import MAX_ITEMS
from services.collect.local import is_local
from services.collect.poll import MAX_PAGES, Article, current
from services.collect.poller import Outside, poll_source
from services.pipeline import RAW, SOURCE_STATES
from services.runtime.settings import CollectSettings

AT_ONCE = 8


def check(sources: Sequence[Source], settings: CollectSettings) -> int:
    """Asks each once and prints what came; returns how many fail."""
    from rich.markup import escape

    out = console()

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
        out.print(f"{mark} {escape(f'{name}  {items}{more}')}", highlight=False, soft_wrap=True)
        return bool(after.fails or after.retired)

    return sum(asyncio.run(_each(sources, settings, look)))


def run_once(ids: Sequence[str], settings: CollectSettings) -> None:
    """Polls each due source once, feeds what is new, keeps the states. Raises Problem where the service does it."""
    from rich.console import Console
    from rich.progress import Progress

    ensure(settings)
    if workers(settings):
        raise Problem("the collect service runs and polls by itself; see `harmattan sources list`")
    now = now_ms()
    found = chosen(ids, settings)
    due = [one for one in found if ids or not one.state or (not one.state.retired and (one.state.next or 0) <= now)]
    states = {one.source.id: one.state for one in due}
    err = Console(stderr=True)
    with Progress(console=err, disable=not err.is_terminal, transient=True) as progress:
        task = progress.add_task("polling", total=len(due))

        async def poll(one: Source, open_: Outside) -> SourceState:
            async def feed(articles: Sequence[Article]) -> None:
                sends = [(RAW.name, article.key, article.value, None) for article in articles]
                await asyncio.to_thread(send, settings, sends)

            after, more = current(one, states[one.id], open_.pace), True
            while more:
                after = await poll_source(one, after, open_, feed)
                value = after.model_dump_json(exclude_none=True).encode()
                await asyncio.to_thread(send, settings, [(SOURCE_STATES.name, one.id.encode(), value, one)])
                # a folder or an archive is read to its end
                more = is_local(one) and not after.fails and after.next == after.polled
            progress.advance(task)
            if after.problem:
                err.print(f"{one.id}: {after.problem}", highlight=False, markup=False, soft_wrap=True)
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

        async with reach(settings) as open_:
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


async def _each(
    sources: Sequence[Source], settings: CollectSettings, work: Callable[[Source, Outside], Awaitable[Any]]
) -> list[Any]:
    slots = asyncio.Semaphore(AT_ONCE)
    async with reach(settings) as made:
        async def one(found: Source) -> Any:
            async with slots:
                return await work(found, made)

        return list(await asyncio.gather(*map(one, sources)))
