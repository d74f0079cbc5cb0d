"""The pages that WebSub hubs ask for: the shell around services/collect/websub.py."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from services.collect import websub
from services.collect.posting import BROKEN, given_up

BODY_MAX = 10 * 1024 * 1024
BODY_WITHIN_S = 30.0


class Callbacks:
    """`poke(source id, host)` has the worker that owns a source poll it."""

    def __init__(self, secret: str, poke: Callable[[str, str], Awaitable[None]]) -> None:
        self._secret, self._poke = secret, poke

    async def confirm(self, request: web.Request) -> web.Response:
        """A hub asks whether it was us who asked."""
        place = request.match_info
        answer = websub.confirm(request.query, self._secret, place["source"], place["key"])
        return web.Response(status=404) if answer is None else web.Response(text=answer)

    async def told(self, request: web.Request) -> web.Response:
        """A hub tells of news. What is not signed as we agreed is answered the same and does nothing."""
        body = bytearray()
        try:
            async with asyncio.timeout(BODY_WITHIN_S):
                async for piece in request.content.iter_chunked(65536):
                    body += piece
                    if len(body) > BODY_MAX:
                        return web.Response(status=413)
        except TimeoutError:
            return web.Response(status=408)
        except BROKEN:
            return given_up(request, web.Response(status=400))
        source = request.match_info["source"]
        if websub.is_from_hub(bytes(body), request.headers.get("X-Hub-Signature", ""), self._secret, source):
            await self._poke(source, request.match_info["host"])
        return web.Response(status=202)
