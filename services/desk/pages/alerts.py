"""Alerts, newest first; new ones come in by themselves where the browser runs our script, by reload where not."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from schemas.search import LAST_HIT, MOST_HITS, Alerts, AlertSearch
from services.desk.asked import page_number
from services.desk.desk import desk_of
from services.desk.found import last_page
from services.desk.noticed import noticed
from services.desk.pages import triage

SIZE = 30


async def alerts(request: Request) -> Response:
    """One page of them."""
    desk = desk_of(request)
    page = page_number(request.query_params.get("page", ""), (LAST_HIT - MOST_HITS) // SIZE + 1)
    found = await desk.archive.alerts(AlertSearch(size=SIZE, offset=(page - 1) * SIZE))
    handled = await triage.handled(request, [entry.alert.id for entry in found.alerts])
    return desk.page(
        request, "alerts.html", handled=handled, known_as=triage.name_of(request),
        alerts=[noticed(entry) for entry in found.alerts], total=found.total, page=page,
        last=last_page(found.total, SIZE), state=_state(found) if page == 1 else "",
    )


async def pulse(request: Request) -> Response:
    """The state of the alerts, which changes with every new one: what an open page asks every few seconds."""
    found = await desk_of(request).archive.alerts(AlertSearch(size=1))
    return JSONResponse({"state": _state(found), "total": found.total})


def _state(found: Alerts) -> str:
    """Not by the time: an alert can be found a moment later than its time says."""
    return f"{found.total}-{found.alerts[0].alert.id}" if found.alerts else "0-"


ROUTES = [Route("/alerts", alerts), Route("/alerts/pulse", pulse)]
