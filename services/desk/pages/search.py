"""Search: box, facets, time line, results."""

from __future__ import annotations

import asyncio

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.desk.asked import Asked, asked, of
from services.desk.desk import Desk, desk_of
from services.desk.found import results
from services.search.problem import NotAnsweredError, SearchProblemError


async def search(request: Request) -> Response:
    """A page of results; 400 with the reason for a question that cannot be read."""
    desk = desk_of(request)
    wanted = asked(request.query_params.multi_items())
    problem, found, saved = None, None, list[tuple[str, str]]()
    try:
        found, saved = await asyncio.gather(desk.archive.search(wanted.search()), _saved(desk, wanted))
    except SearchProblemError as error:
        problem = str(error)
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{first['loc'][0]} cannot be {first['input']!r:.80}: {first['msg'].lower()}"
    return desk.page(
        request, "search.html", 400 if problem else 200, found=results(wanted, found), problem=problem,
        saved=saved,
    )


async def _saved(desk: Desk, wanted: Asked) -> list[tuple[str, str]]:
    """Name and address of each saved search; none where a question was asked, or where they cannot be had."""
    if wanted.narrowed:
        return []
    try:
        page = await desk.shelf.all()
    except NotAnsweredError:
        return []
    return [(one.name, of(one.search).address()) for one in page.searches]


ROUTES = [Route("/search", search)]
