"""Places that the articles found speak of, on outlines that need no tile server."""

from __future__ import annotations

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.search import PlaceCount
from services.desk.asked import asked
from services.desk.desk import desk_of
from services.desk.map import VIEWS
from services.search.problem import SearchProblemError


async def places(request: Request) -> Response:
    """The map of a search; 400 with the reason for a question that cannot be read."""
    desk = desk_of(request)
    wanted = asked(request.query_params.multi_items())
    view = VIEWS.get(request.query_params.get("view", ""), VIEWS["region"])
    problem, total = None, 0
    counts: tuple[PlaceCount, ...] = ()
    try:
        total, counts = await desk.archive.places(wanted.search())
    except (SearchProblemError, ValidationError) as error:
        problem = str(error)
    return desk.page(
        request, "map.html", 400 if problem else 200, asked=wanted, problem=problem, total=total,
        map=desk.atlas.picture(view.name, counts), places=counts, views=VIEWS.values(),
    )


ROUTES = [Route("/map", places)]
