"""Does everything add up, which services run, how far behind they are: what `harmattan status` says.
And which sources are lost, as `harmattan sources list` does."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.desk.desk import desk_of


async def health(request: Request) -> Response:
    """The page; Elasticsearch may be away, which it then says."""
    desk = desk_of(request)
    seen, sources = await asyncio.gather(desk.watch.seen(), desk.sources.seen() if desk.sources else _nothing())
    return desk.page(
        request, "health.html", seen=seen, sources=sources, collects=desk.sources is not None,
        here=await desk.reading.here(),
    )


async def _nothing() -> None:
    return None


ROUTES = [Route("/health", health)]
