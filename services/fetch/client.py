"""GET, as a stranger should be asked: guarded at every hop, bounded in size and time, one at a time for each host."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
from base64 import b64encode
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urljoin

import httpx

from services.fetch.answer import Answer, ends_whole
from services.fetch.decoding import Decoder, TooLargeError
from services.fetch.hosts import Hosts
from services.fetch.media import is_media, is_media_type
from services.fetch.network import ForbiddenAddressError

REDIRECTS = frozenset((301, 302, 303, 307, 308))
PERMANENT = frozenset((301, 308))
KEPT_HEADERS = frozenset((
    "etag", "last-modified", "retry-after", "content-type", "cache-control", "date", "link", "location",
))
HEADER_MAX = 2000
# of these each one counts; of the others, said twice, the first
LISTED_HEADERS = frozenset(("link", "cache-control"))
_BYTES = re.compile(r"bytearray\(b(.*)\)")
# an address -> one line, or None
Forbids = Callable[[str], Awaitable[str | None]]
# seconds for each step of a request; for the whole there is Limits.seconds
TIMEOUTS: dict[str, float | None] = {"connect": 10.0, "read": 20.0, "write": 10.0, "pool": None}


@dataclass(frozen=True, slots=True)
class Limits:
    """Of one request with all its redirects: bytes of the plain body, seconds, hops.

    `begin`: of a longer body its begin is enough, where otherwise there is none. `text`: of sound, film, pictures and
    documents no body is read.
    """

    body: int = 10 * 1024 * 1024
    seconds: float = 30.0
    redirects: int = 5
    begin: bool = False
    text: bool = False


class Client:
    """`get` never raises for what the other side does: that is in the Answer."""

    def __init__(
        self, transport: httpx.AsyncBaseTransport, agent: str, hosts: Hosts | None = None, limits: Limits | None = None
    ) -> None:
        self.limits, self._hosts = limits or Limits(), hosts or Hosts(0.0)
        # httpx's transport without its client: no cookies, no proxies, no redirects but those that are checked here
        self._transport = transport
        self._headers = {"User-Agent": agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"}

    async def close(self) -> None:
        """Closes its connections."""
        await self._transport.aclose()

    async def get(
        self, address: str, headers: Mapping[str, str] | None = None, limits: Limits | None = None,
        pause_s: float = 0.0, forbids: Forbids | None = None,
    ) -> Answer:
        """`headers` (conditions) go to the first address and to those it moves to; a password in it only to its own.

        `forbids` says of each address that a redirect leads to why it is not to be asked for, if it is not.
        """
        return await self.ask("GET", address, headers, limits, pause_s, forbids=forbids)

    async def ask(
        self, method: str, address: str, headers: Mapping[str, str] | None = None, limits: Limits | None = None,
        pause_s: float = 0.0, form: Mapping[str, str] | None = None, forbids: Forbids | None = None,
    ) -> Answer:
        """As `get`, with another method; `form` is the body of a POST, which follows no redirect."""
        limits = limits or self.limits
        moved, permanent, here, passed = None, True, address, [address]
        for _ in range(limits.redirects + 1):
            answer = await self._one(method, here, address, headers or {}, limits, pause_s, form)
            if answer.status not in REDIRECTS or not answer.header("location") or form is not None:
                return Answer(
                    answer.address, answer.status, answer.headers, answer.body, answer.cut, moved, answer.problem,
                    answer.silent,
                )
            try:
                here = _next(here, answer.header("location"))
            except (ValueError, httpx.InvalidURL) as error:
                return Answer(here, answer.status, problem=f"redirects to no address: {str(error)[:100]}")
            if forbids and (reason := await forbids(here)):
                return Answer(here, answer.status, problem=reason)
            permanent = permanent and answer.status in PERMANENT
            moved = here if permanent else moved
            passed.append(here)
        circle = ", in a circle: it may want a cookie" if len(set(passed)) < len(passed) else ""
        return Answer(address, answer.status, problem=f"more than {limits.redirects} redirects{circle}")

    async def _one(
        self, method: str, here: str, asked: str, headers: Mapping[str, str], limits: Limits, pause_s: float,
        form: Mapping[str, str] | None,
    ) -> Answer:
        try:
            url = _checked(here)
            given = {**self._headers, **headers}
            if url.userinfo and _origin(url) == _origin(httpx.URL(asked)):
                given["Authorization"] = _basic(url)
            url = url.copy_with(userinfo=b"")
            async with self._hosts.turn(url.host, pause_s), asyncio.timeout(limits.seconds):
                request = httpx.Request(
                    method, url, headers=given, data=dict(form) if form else None, extensions={"timeout": TIMEOUTS}
                )
                response = await self._sent(request)
                try:
                    return await _read(here, response, limits)
                finally:
                    await response.aclose()
        except TimeoutError:
            return Answer(here, problem=f"no whole answer within {limits.seconds:.0f} s", silent=True)
        except ForbiddenAddressError as error:
            return Answer(here, problem=str(error))
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            return Answer(here, problem=str(error)[:200] or "no address")
        except TooLargeError as error:
            return Answer(here, problem=str(error))
        except httpx.RemoteProtocolError as error:
            return Answer(here, problem=_no_http(error), silent=True)
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, OSError) as error:
            return Answer(here, problem=_reason(error), silent=not _nowhere(error))


    async def _sent(self, request: httpx.Request) -> httpx.Response:
        """Again on a connection of its own, where one that was kept from before turns out to be closed."""
        while True:
            opened: list[str] = []
            request.extensions["trace"] = partial(_note_opened, opened)
            try:
                return await self._transport.handle_async_request(request)
            except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
                if opened or request.method != "GET":
                    raise


async def _note_opened(opened: list[str], event: str, _: Mapping[str, object]) -> None:
    if event == "connection.connect_tcp.started":
        opened.append(event)


def _reason(error: Exception) -> str:
    if isinstance(error, httpx.ReadTimeout):
        return f"the server fell silent for {TIMEOUTS['read']:.0f} s"
    if isinstance(error, httpx.ConnectTimeout):
        return str(error) or f"no connection within {TIMEOUTS['connect']:.0f} s"
    return f"{type(error).__name__}: {error}"[:200].rstrip(": ")


def _no_http(error: httpx.RemoteProtocolError) -> str:
    said = _BYTES.sub(r"\1", str(error))
    if "disconnected" in said:
        return "the server hung up without an answer"
    return f"the answer is no proper HTTP: {said}"[:200]


def _nowhere(error: BaseException | None) -> bool:
    """Whether there is no host of that name, so that waiting will not help."""
    while error is not None:
        if isinstance(error, socket.gaierror):
            return error.errno != socket.EAI_AGAIN
        if isinstance(error, UnicodeError):  # a name that none can be
            return True
        error = error.__cause__ or error.__context__
    return False


async def _read(here: str, response: httpx.Response, limits: Limits) -> Answer:
    headers = {
        name: _value(response.headers, name)[:HEADER_MAX] for name in KEPT_HEADERS if name in response.headers
    }
    status = response.status_code
    if status in REDIRECTS or status == 304 or status >= 400:
        return Answer(here, status, headers)
    if limits.text and is_media_type(headers.get("content-type", "")):
        return Answer(here, status, headers)
    decoder = Decoder(response.headers.get("content-encoding", ""), limits.body)
    cut, first, lost = False, True, "the connection was closed before the body came"
    silent: httpx.ReadTimeout | None = None
    try:
        async for piece in response.aiter_raw():
            decoder.take(piece)
            if first and limits.text and is_media(piece):
                break
            first = False
    except TooLargeError:
        if not limits.begin:
            raise
        cut = True
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        # closed before it had sent what it promised
        cut = True
        if "illegal chunk" in str(error):
            lost = "the body is not in chunks, as the head of the answer says"
    except httpx.ReadTimeout as error:
        silent = error
    body, broken = decoder.end()
    # a server may neither say how long its body is nor hang up behind it
    if silent and not ends_whole(body):
        raise silent
    if cut and not body:
        return Answer(here, status, headers, problem=lost)
    return Answer(here, status, headers, body, cut or broken)


def _value(headers: httpx.Headers, name: str) -> str:
    return headers[name] if name in LISTED_HEADERS else headers.get_list(name)[0]


def _checked(address: str) -> httpx.URL:
    scheme = address.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise ValueError(f"only http and https addresses are asked, not {scheme[:20]}")
    url = httpx.URL(address)
    if not url.host:
        raise ValueError("the address has no host")
    if url.port is not None and not 0 < url.port < 65536:
        raise ValueError(f"there is no port {url.port}")
    return url


def _next(here: str, location: str) -> str:
    """Where a redirect leads; a password that it brings along is its own idea and left out."""
    target = _checked(urljoin(here, location.strip()))
    same = _origin(target) == _origin(httpx.URL(here))
    return str(target.copy_with(userinfo=httpx.URL(here).userinfo if same else b"", fragment=None))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _basic(url: httpx.URL) -> str:
    return "Basic " + b64encode(f"{url.username}:{url.password}".encode()).decode()
