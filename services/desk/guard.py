"""Who may ask, and what a browser may do with the answer: headers, host names, the token. Plain ASGI around the app."""

from __future__ import annotations

import base64
import hashlib
import hmac
import ipaddress
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SESSION = "harmattan_session"
# Nothing inline, nothing from elsewhere, no frame, no form to another place.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # A publisher does not learn what the desk reads, nor what it searched for. Not no-referrer: with it a browser
    # sends our own forms as `Origin: null`, which they are refused for.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
# what tells a watchdog that the process lives, and what the sign-in page itself is made of
OPEN_PATHS = ("/healthz", "/readyz", "/sign-in")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that address to listen on."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def host_allowed(header: str, names: Iterable[str]) -> bool:
    """Whether a browser may have come here by that Host header.

    DNS rebinding lends a name of the attacker's to our address; so plain addresses pass, and names only if known.
    """
    name = _without_port(header.strip().lower())
    if name == "localhost" or name in {known.lower() for known in names}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def session_of(token: str) -> str:
    """What the cookie of a signed-in browser holds; the token cannot be had from it."""
    return hmac.new(token.encode(), b"harmattan desk session", hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compares in constant time."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


class SafeHeaders:
    """The headers above on every answer, whatever went wrong within."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self.app(scope, receive, with_headers)


class KnownHosts:
    """421 for a Host header that is none of ours."""

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self.app, self.names = app, tuple(names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not host_allowed(Headers(scope=scope).get("host", ""), self.names):
            words = "This desk does not answer to that host name; list it in HARMATTAN_DESK_NAMES.\n"
            await PlainTextResponse(words, 421)(scope, receive, send)
            return
        await self.app(scope, receive, send)


class SignedIn:
    """Only for those who know the token: by cookie for browsers, as bearer of programs, as password of feed readers."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app, self.token = app, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self.token or self._may(scope):
            await self.app(scope, receive, send)
        elif "text/html" in Headers(scope=scope).get("accept", "") and scope["method"] == "GET":
            await RedirectResponse("/sign-in", 303)(scope, receive, send)
        else:
            # a browser would ask for a name and a password in a window of its own: not for pages
            kind = "Basic" if scope["path"].startswith("/feeds/") else "Bearer"
            headers = {"www-authenticate": f'{kind} realm="harmattan"'}
            await PlainTextResponse("A token is wanted here.\n", 401, headers)(scope, receive, send)

    def _may(self, scope: Scope) -> bool:
        path: str = scope["path"]
        if path in OPEN_PATHS or path.startswith("/static/"):
            return True
        headers = Headers(scope=scope)
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and same(given.strip(), self.token):
            return True
        if kind.lower() == "basic" and same(password(given), self.token):
            return True
        return same(cookie(headers, SESSION), session_of(self.token))


def password(given: str) -> str:
    """The password of HTTP's basic credentials; empty where they cannot be read."""
    try:
        return base64.b64decode(given.strip(), validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def cookie(headers: Headers, name: str) -> str:
    """A cookie of the request; empty where there is none or they cannot be read."""
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""
