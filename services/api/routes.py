"""The routes that the desk mounts. Every wrong request is one sentence, never a traceback."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from importlib.metadata import version

import orjson
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.search import SAVED_NAME, AlertSearch, Asked, Complaint, SavedSearches, Search
from services.api import atom, openapi
from services.api.asked import BadRequestError, asked
from services.api.endpoints import ENDPOINTS, Endpoint
from services.search.archive import Archive
from services.search.problem import NotAnsweredError, SearchProblemError, SyntaxProblem
from services.search.saved import Shelf

Answering = Callable[[Request], Awaitable[Response]]
JSON = "application/json"
# A feed without a word of what it is about says at least this much.
_EVERYTHING = "all articles"


def routes(archive: Archive, shelf: Shelf) -> list[Route]:
    """/api/… and /feeds/…, for any Starlette application; `shelf` has the saved searches."""
    made = [Route(one.path, _polite(_answering(archive, one)), methods=["GET"], name=one.path) for one in ENDPOINTS]
    description = orjson.dumps(openapi.document(version("harmattan"), _FEEDS))
    return [
        *made,
        Route("/api/openapi.json", lambda _: Response(description, media_type=JSON), methods=["GET"]),
        Route("/feeds/alerts.atom", _polite(_alerts(archive)), methods=["GET"], name="alerts.atom"),
        Route("/feeds/search.atom", _polite(_found(archive)), methods=["GET"], name="search.atom"),
        Route("/api/saved", _polite(_saved(shelf)), methods=["GET"], name="saved"),
        Route("/feeds/saved/{name}.atom", _polite(_saved_found(archive, shelf)), methods=["GET"], name="saved.atom"),
    ]


def _answering(archive: Archive, endpoint: Endpoint) -> Answering:
    async def answer(request: Request) -> Response:
        question: BaseModel | str = (
            asked(endpoint.asked, request.query_params.multi_items()) if endpoint.asked else request.path_params["id"]
        )
        found = await endpoint.ask(archive, question)
        if found is None:
            return _complaint(404, f"there is none of the id {str(question)[:64]}")
        return Response(found.model_dump_json(), media_type=JSON)

    return answer


def _alerts(archive: Archive) -> Answering:
    async def answer(request: Request) -> Response:
        page = await archive.alerts(asked(AlertSearch, request.query_params.multi_items()))
        return _feed("Harmattan: alerts", request, [atom.of_alert(alert) for alert in page.alerts])

    return answer


def _found(archive: Archive) -> Answering:
    async def answer(request: Request) -> Response:
        search = asked(Search, request.query_params.multi_items())
        # a reader of feeds wants what is new, whatever suits the words best
        found = await archive.search(search.model_copy(update={"sort": search.sort or "newest"}), counts=False)
        title = f"Harmattan: {search.q or request.url.query or _EVERYTHING}"
        return _feed(title, request, [atom.of_hit(hit) for hit in found.hits])

    return answer


def _saved(shelf: Shelf) -> Answering:
    async def answer(request: Request) -> Response:
        asked(Asked, request.query_params.multi_items())
        page = await shelf.all()
        return Response(page.model_dump_json(), media_type=JSON)

    return answer


def _saved_found(archive: Archive, shelf: Shelf) -> Answering:
    async def answer(request: Request) -> Response:
        asked(Asked, request.query_params.multi_items())
        name = request.path_params["name"]
        saved = await shelf.get(name)
        if saved is None:
            return _complaint(404, f"there is no saved search {name[:64]}")
        found = await archive.search(saved.search.model_copy(update={"sort": "newest"}), counts=False)
        return _feed(f"Harmattan: {saved.name}", request, [atom.of_hit(hit) for hit in found.hits])

    return answer


def _feed(title: str, request: Request, entries: list[atom.Entry]) -> Response:
    return Response(atom.feed(title, str(request.url), entries, datetime.now(UTC)), media_type=atom.TYPE)


def _polite(answering: Answering) -> Answering:
    """What a person can mend is 400, what time will mend is 503."""

    async def answer(request: Request) -> Response:
        try:
            return await answering(request)
        except SyntaxProblem as problem:
            return _complaint(400, str(problem), problem.position)
        except (BadRequestError, SearchProblemError) as problem:
            return _complaint(400, str(problem))
        except NotAnsweredError as problem:
            return _complaint(503, str(problem))

    return answer


def _complaint(status: int, sentence: str, position: int | None = None) -> Response:
    body = Complaint(error=sentence, position=position).model_dump_json(exclude_none=True)
    return Response(body, status_code=status, media_type=JSON)


def _feed_item(path: str, summary: str, name: str, model: type[BaseModel]) -> openapi.Json:
    content = {atom.TYPE: {"schema": {"type": "string"}}}
    return {"path": path, "get": {
        "summary": summary, "operationId": name, "parameters": openapi.parameters(model),
        "responses": openapi.answers(content, (400, 503)),
    }}


_FEEDS = (
    {"path": "/api/saved", "get": {
        "summary": "Saved searches by name", "operationId": "saved", "parameters": [],
        "responses": openapi.answers(openapi.json_of(SavedSearches), (400, 503)),
    }},
    {"path": "/feeds/saved/{name}.atom", "get": {
        "summary": "What a saved search finds as Atom, newest first", "operationId": "savedFeed",
        "parameters": [{
            "name": "name", "in": "path", "required": True, "schema": {"type": "string", "pattern": SAVED_NAME},
        }],
        "responses": openapi.answers({atom.TYPE: {"schema": {"type": "string"}}}, (400, 404, 503)),
    }},
    _feed_item("/feeds/alerts.atom", "Alerts as Atom", "alertsFeed", AlertSearch),
    _feed_item("/feeds/search.atom", "What a search finds as Atom, newest first", "searchFeed", Search),
)
