"""POST /articles: the shell around services/collect/intake.py."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import orjson
from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from schemas.record import Send
from services.collect import intake
from services.collect.intake import Refusal

ACKNOWLEDGED_WITHIN_S = 10.0
BODY_WITHIN_S = 30.0
# Bytes that are not packed as they say, chunks that are none, a sender that hung up.
BROKEN = (web.RequestPayloadError, HttpProcessingError, ConnectionError)


class Posting:
    """Answers when the broker has acknowledged. Where it does not, or too much waits for it, says when to try again."""

    def __init__(
        self, write: Callable[[Sequence[Send]], Awaitable[None]], token: str, now: Callable[[], int],
        count: Callable[[int], None],
    ) -> None:
        self._write, self._token, self._now, self._count = write, token, now, count
        self._waiting = 0

    async def __call__(self, request: web.Request) -> web.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        if refusal := intake.admit(headers, request.remote, self._token):
            return _refused(refusal, **({"WWW-Authenticate": "Bearer"} if refusal.status == 401 else {}))
        size = request.content_length if request.content_length is not None else intake.REQUEST_MAX
        if size > intake.REQUEST_MAX:
            return _refused(Refusal(413, f"more than {intake.REQUEST_MAX // 1024**2} MiB; send it in parts"))
        if self._waiting + size > intake.WAITING_MAX:
            return _refused(Refusal(429, "too much is waiting for the broker"), Retry_After="2")
        self._waiting += size
        try:
            return await self._take(request)
        finally:
            self._waiting -= size

    async def _take(self, request: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(BODY_WITHIN_S):
                body = await _body(request)
        except TimeoutError:
            return _refused(Refusal(408, "the body did not come in time"))
        except BROKEN:
            return given_up(request, _refused(Refusal(400, "the body broke off, or is not what its headers say")))
        taken = Refusal(413, "too large; send it in parts") if body is None else intake.read(body, self._now())
        if isinstance(taken, Refusal):
            return _refused(taken)
        sends = [one.send for one in taken if one.send]
        try:
            async with asyncio.timeout(ACKNOWLEDGED_WITHIN_S):
                await self._write(sends)
        except TimeoutError:
            return _refused(Refusal(503, "the broker does not answer; post again, nothing doubles"), Retry_After="5")
        self._count(len(sends))
        found = {
            "accepted": len(sends), "rejected": len(taken) - len(sends), "articles": [one.as_json() for one in taken],
        }
        return _json(200 if sends else 422, found)


async def _body(request: web.Request) -> bytes | None:
    parts, size = [], 0
    async for piece in request.content.iter_chunked(65536):
        size += len(piece)
        if size > intake.REQUEST_MAX:
            return None
        parts.append(piece)
    return b"".join(parts)


def given_up(request: web.Request, response: web.Response) -> web.Response:
    """The answer to a body that is broken, of which aiohttp would read on and log a bug; the last of its connection."""
    request.content.feed_eof()
    response.force_close()
    return response


def _refused(refusal: Refusal, **headers: str) -> web.Response:
    return _json(refusal.status, {"reason": refusal.reason}, **headers)


def _json(status: int, found: Any, **headers: str) -> web.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return web.Response(body=orjson.dumps(found), status=status, content_type="application/json", headers=named)
