"""Somebody's webhook receiver on loopback: a real HTTP server that checks signatures, and misbehaves when told to."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Answer = Literal["ok", "lost", "hang"] | int


@dataclass
class Received:
    """One request."""

    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Receiver:
    """`answers` are given one after the other; then everything is taken. `lost`: taken, and no answer."""

    secret: bytes
    port: int = 0
    answers: list[Answer] = field(default_factory=list)
    more_headers: str = ""
    requests: list[Received] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook?token=abc123"

    def keys(self) -> list[str]:
        return [request.headers["idempotency-key"] for request in self.requests]

    def genuine(self, request: Received) -> bool:
        """The check as the README has it, but for the clock."""
        timestamp, given = request.headers["x-harmattan-timestamp"], request.headers["x-harmattan-signature"]
        wanted = hmac.new(self.secret, timestamp.encode() + b"." + request.body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(f"v1={wanted}", given)

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                lines = head.decode().split("\r\n")[1:-2]
                headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
                self.requests.append(Received(headers, await reader.readexactly(int(headers["content-length"]))))
                answer = self.answers.pop(0) if self.answers else "ok"
                if answer == "lost":
                    return
                if answer == "hang":
                    await asyncio.sleep(3600)
                status = 204 if answer == "ok" else answer
                writer.write(f"HTTP/1.1 {status} x\r\n{self.more_headers}content-length: 0\r\n\r\n".encode())
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def receiver(secret: str) -> AsyncIterator[Receiver]:
    """A receiver that listens until the end of the block."""
    one = Receiver(secret.encode())
    server = await asyncio.start_server(one.answer, "127.0.0.1", 0)
    one.port = server.sockets[0].getsockname()[1]
    try:
        yield one
    finally:
        server.close()
