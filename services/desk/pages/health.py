"""Does everything add up, which services run, how far behind they are: what `harmattan status` says."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.desk.desk import desk_of


async def health(request: Request) -> Response:
    """The page; Elasticsearch may be away, which it then says."""
    desk = desk_of(request)
    seen = await desk.watch.seen()
    return desk.page(request, "health.html", seen=seen, here=await desk.reading.here())


ROUTES = [Route("/health", health)]
