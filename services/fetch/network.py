"""Connections that only go where they may: the name is resolved, every address checked, a checked one connected to.

TLS still sees the name, so certificates are checked as ever. A second look at the name (DNS re-binding) never happens.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from services.fetch.allowed import IP, Allowed, as_number, first_forbidden
from services.fetch.head import HEAD_MAX, end_of_head, is_interim, mended, without_slop

Resolve = Callable[[str, int], Awaitable[list[IP]]]
CONNECTIONS = 100


class ForbiddenAddressError(httpx.ConnectError):
    """The address is one that no request may go to; nothing was sent."""


async def resolve(host: str, port: int) -> list[IP]:
    """Every address of a name, as the system's resolver has them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in found))


class MendingStream(httpcore.AsyncNetworkStream):
    """A connection on which the heads of answers come in the form that the parser takes (services/fetch/head.py).

    One request at a time goes over it, as HTTP/1.1 without pipelining has it: behind a request stands a head.
    """

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner, self._before_head = inner, False
        self._held, self._ready = bytearray(), b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._before_head and not self._ready:
            self._ready = await self._head(max_bytes, timeout)
        elif not self._ready:
            return await self._inner.read(max_bytes, timeout)
        data, self._ready = self._ready[:max_bytes], self._ready[max_bytes:]
        return data

    async def _head(self, max_bytes: int, timeout: float | None) -> bytes:
        """The next head, and of the answer's own what came with it; where there is none, what came instead."""
        held, looked = self._held, 0
        while (end := end_of_head(held, looked)) is None:
            looked = len(held)
            data = b"" if looked > HEAD_MAX else await self._inner.read(max_bytes, timeout)
            if not data:
                self._before_head, self._held = False, bytearray()
                return bytes(held)
            held += data if held else without_slop(data)
        head, rest = bytes(held[:end]), bytes(held[end:])
        self._before_head = is_interim(head)
        self._held = bytearray(without_slop(rest)) if self._before_head else bytearray()
        return mended(head) if self._before_head else mended(head) + rest

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._before_head = True
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return MendingStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects with `inner`, to numbers only."""

    def __init__(
        self, allowed: Allowed, resolve: Resolve = resolve, inner: httpcore.AsyncNetworkBackend | None = None
    ) -> None:
        self._allowed, self._resolve = allowed, resolve
        self._inner = inner or httpcore.AnyIOBackend()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        ips = await self._checked(host, port, timeout)
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for ip in ips:
            try:
                stream = await self._inner.connect_tcp(str(ip), port, timeout, local_address, socket_options)
                return MendingStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    async def _checked(self, host: str, port: int, timeout: float | None) -> list[IP]:
        number = as_number(host)
        try:
            ips = [number] if number else await asyncio.wait_for(self._resolve(host, port), timeout)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from error
        except (OSError, UnicodeError, ValueError) as error:
            raise httpcore.ConnectError(f"{host} is not known: {error}") from error
        if forbidden := first_forbidden(host, ips, self._allowed):
            # not one of httpcore's, so that it goes through httpx as it is
            named = "" if str(forbidden) == host else f"{forbidden}, "
            raise ForbiddenAddressError(f"{host} is {named}not a public address")
        return ips

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        raise ForbiddenAddressError("no request goes to a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport on a guarded network."""

    def __init__(self, network: httpcore.AsyncNetworkBackend) -> None:
        super().__init__(trust_env=False)
        # httpx has no argument for the network of its pool; the pool itself takes one
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), max_connections=CONNECTIONS,
            max_keepalive_connections=CONNECTIONS // 2, keepalive_expiry=15.0, network_backend=network,
        )
