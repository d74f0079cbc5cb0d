"""Connections that only go where they may: the name is resolved, every address checked, a checked one connected to.

TLS still sees the name, so certificates are checked as ever. A second look at the name (DNS re-binding) never happens.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable
from ipaddress import ip_address
from typing import Any

import httpcore
import httpx

from services.fetch.allowed import IP, Allowed, as_number, first_forbidden

Resolve = Callable[[str, int], Awaitable[list[IP]]]
CONNECTIONS = 100


class ForbiddenAddressError(httpx.ConnectError):
    """The address is one that no request may go to; nothing was sent."""


async def resolve(host: str, port: int) -> list[IP]:
    """Every address of a name, as the system's resolver has them."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in found))


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
                return await self._inner.connect_tcp(str(ip), port, timeout, local_address, socket_options)
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
