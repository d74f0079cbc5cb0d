"""What machines ask: is it alive, is it ready, how does it do."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.desk.desk import desk_of
from services.pipeline import DESK


async def alive(_: Request) -> Response:
    """The process answers."""
    return JSONResponse({"service": DESK.name, "alive": True})


async def ready(request: Request) -> Response:
    """Elasticsearch answers too, so there are pages to see."""
    waits = None if await desk_of(request).reading.here() else "Elasticsearch does not answer"
    return JSONResponse({"ready": waits is None, "waits_for": waits}, 503 if waits else 200)


async def metrics(request: Request) -> Response:
    """For Prometheus."""
    return Response(request.app.state.metrics.render(), media_type="text/plain; version=0.0.4")


ROUTES = [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
