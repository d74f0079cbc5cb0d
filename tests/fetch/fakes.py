"""A network without a network: names from a table, connections that answer from a script and are remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from typing import Any

import httpcore

from services.fetch.allowed import IP, Allowed
from services.fetch.client import Client, Limits
from services.fetch.network import GuardedNetwork, GuardedTransport


class Stream(httpcore.AsyncNetworkStream):
    """Answers each request with the next of its answers."""

    def __init__(self, answers: list[bytes], sent: list[bytes]) -> None:
        self._answers, self._sent = answers, sent

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  # httpcore's
        return self._answers.pop(0) if self._answers else b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  # httpcore's
        self._sent.append(buffer)

    async def aclose(self) -> None:
        """Nothing to close."""

    async def start_tls(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        return self


class FakeNetwork(httpcore.AsyncNetworkBackend):
    """`connected` has every address that a packet would have gone to; `names` may answer differently each time."""

    def __init__(self, names: Mapping[str, list[list[str]]], answers: Mapping[str, bytes]) -> None:
        self.names = {name: [list(one) for one in found] for name, found in names.items()}
        self.answers, self.connected, self.sent = answers, list[str](), list[bytes]()
        self.resolved: list[str] = []

    async def resolve(self, host: str, port: int) -> list[IP]:  # noqa: ARG002  # a resolver's arguments
        self.resolved.append(host)
        found = self.names.get(host)
        if not found:
            raise OSError("name or service not known")
        return [ip_address(one) for one in (found.pop(0) if len(found) > 1 else found[0])]

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,  # noqa: ARG002  # all
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002  # are httpcore's
    ) -> httpcore.AsyncNetworkStream:
        self.connected.append(host)
        return Stream([self.answers[host]], self.sent)

    async def sleep(self, seconds: float) -> None:
        """No time passes."""


def client_on(network: FakeNetwork, allow: str = "", limits: Limits | None = None) -> Client:
    guarded = GuardedNetwork(Allowed.parse(allow), network.resolve, network)
    return Client(GuardedTransport(guarded), "Harmattan/1", limits=limits)


def response(status: int, body: bytes = b"", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} whatever", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
