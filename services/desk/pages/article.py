"""One article: its text with the mentions coloured, and everything that is known of it."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.desk.desk import desk_of
from services.desk.reader import reader
from services.pipeline import ALERTS_INDEX, ARRIVALS_INDEX

MOST_ARRIVALS = 20


async def article(request: Request) -> Response:
    """The page; 404 for an id that is none of ours."""
    desk, id_ = desk_of(request), request.path_params["id"]
    of_it = {"term": {"article_id": id_[:64]}}
    found, arrived, alerted = await asyncio.gather(
        desk.archive.article(id_),
        desk.reading.sources(ARRIVALS_INDEX, {"query": of_it, "size": MOST_ARRIVALS, "sort": [{"received": "desc"}]}),
        desk.reading.sources(ALERTS_INDEX, {"query": of_it, "size": 5, "_source": ["id", "rule"]}),
    )
    if found is None:
        raise HTTPException(404, "There is no article of that id, or no longer.")
    return desk.page(
        request, "article.html", reader=reader(found, whole="whole" in request.query_params),
        arrivals=arrived, alerts=alerted,
    )


ROUTES = [Route("/article/{id:str}", article)]
