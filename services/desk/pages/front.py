"""The front page: what was alerted, how much is said over time, where, and the newest that tells of a coup."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.search import AlertSearch, Search
from services.desk.asked import Asked
from services.desk.desk import desk_of
from services.desk.found import over_time, result
from services.desk.noticed import noticed

ALERTS, ARTICLES = 6, 6
ABOUT = "is:coup"


async def front(request: Request) -> Response:
    """The page."""
    desk = desk_of(request)
    found, alerts = await asyncio.gather(
        desk.archive.search(Search(q=ABOUT, sort="newest", size=ARTICLES)),
        desk.archive.alerts(AlertSearch(size=ALERTS)),
    )
    return desk.page(
        request, "front.html", articles=[result(hit) for hit in found.hits], total=found.total,
        over_time=over_time(found.timeline), map=desk.atlas.picture("region", found.places),
        alerts=[noticed(entry) for entry in alerts.alerts], alerted=alerts.total,
        asked=Asked(text=ABOUT), facets=found.facets,
        state=f"{alerts.total}-{alerts.alerts[0].alert.id}" if alerts.alerts else "0-",
    )


ROUTES = [Route("/", front)]
