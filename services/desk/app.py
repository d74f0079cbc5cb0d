"""The desk as an ASGI application."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from services.api import routes as api
from services.desk.desk import HERE, Desk, desk_of
from services.desk.guard import KnownHosts, SafeHeaders, SignedIn
from services.desk.measuring import DeskMetrics, Measured
from services.desk.pages import ROUTES
from services.search.problem import NotAnsweredError

log = structlog.get_logger("harmattan")


class Assets(StaticFiles):
    """Our few files; their addresses change with their content, so a browser may keep them."""

    def file_response(self, *arguments: Any, **named: Any) -> Response:
        response = super().file_response(*arguments, **named)
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response


def build(desk: Desk, names: Iterable[str] = (), metrics: DeskMetrics | None = None) -> ASGIApp:
    """The application. `names` are the host names it answers to beside localhost and addresses."""
    metrics = metrics or DeskMetrics()
    app = Starlette(
        routes=[
            *ROUTES, *api.routes(desk.archive, desk.shelf),
            Mount("/static", Assets(directory=HERE / "static"), name="static"),
        ],
        middleware=[
            Middleware(Measured, metrics),
            Middleware(KnownHosts, names),
            Middleware(SignedIn, desk.token),
        ],
        exception_handlers={
            HTTPException: _told, NotAnsweredError: _away, Exception: _bug,
        },
    )
    app.state.desk, app.state.metrics = desk, metrics
    # outside of everything, since Starlette answers a bug of ours outside of its middleware
    return SafeHeaders(app)


def _problem(request: Request, status: int, heading: str, words: str, reason: str = "") -> Response:
    return desk_of(request).page(request, "problem.html", status, heading=heading, words=words, reason=reason)


def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    words = error.detail if error.detail != phrase else "There is no such page."
    response = _problem(request, error.status_code, phrase, words)
    response.headers.update(error.headers or {})
    return response


def _away(request: Request, error: Exception) -> Response:
    log.warning("no answer", reason=str(error)[:300])
    return _problem(
        request, 503, "There is no answer from Elasticsearch",
        "The desk is well, but what it shows is in Elasticsearch, which is away, too busy, or still empty. "
        "Nothing is lost. Load this page again in a while; harmattan status says what is down.", str(error),
    )


def _bug(request: Request, error: Exception) -> Response:
    log.error("bug: a page failed", path=request.url.path, exc_info=error)
    return _problem(
        request, 500, "The desk has a fault", "This page could not be made. The log of the desk says why."
    )
