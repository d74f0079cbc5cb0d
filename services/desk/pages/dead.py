"""Dead letters: records that could never become a document, why, and their bytes."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.search import LAST_HIT, MOST_HITS, DeadSearch
from services.desk.asked import page_number
from services.desk.buried import buried
from services.desk.desk import desk_of
from services.desk.found import last_page
from services.pipeline import DEAD_INDEX

SIZE = 50


async def letters(request: Request) -> Response:
    """One page of them, newest first."""
    desk = desk_of(request)
    page = page_number(request.query_params.get("page", ""), (LAST_HIT - MOST_HITS) // SIZE + 1)
    found = await desk.archive.dead(DeadSearch(size=SIZE, offset=(page - 1) * SIZE))
    return desk.page(
        request, "dead.html", letters=found.letters, total=found.total, page=page, last=last_page(found.total, SIZE)
    )


async def letter(request: Request) -> Response:
    """One of them, with its bytes."""
    desk = desk_of(request)
    query = {"query": {"term": {"id": request.path_params["id"][:512]}}, "size": 1}
    found = await desk.reading.sources(DEAD_INDEX, query)
    if not found:
        raise HTTPException(404, "There is no dead letter of that id, or no longer.")
    return desk.page(request, "letter.html", letter=buried(found[0]))


ROUTES = [Route("/dead", letters), Route("/dead/{id:str}", letter)]
