"""What is posted to /articles: one article, a list of them, or JSON Lines. Pure."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

import orjson

from schemas.record import Handled, Record, Send
from services.article.decode import MAX_ITEMS, decode
from services.article.normalize import handle
from services.article.problem import Problem
from services.pipeline import RAW

# Of one request, and of all that wait for the broker at once.
REQUEST_MAX = 16 * 1024 * 1024
WAITING_MAX = 64 * 1024 * 1024
BROWSER = ("origin", "sec-fetch-site", "forwarded", "x-forwarded-for")
OWN_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Taken:
    """What one element of a request is: a record to write and the id of its article, or why it is none."""

    send: Send | None = None
    id: str | None = None
    error: str | None = None
    reason: str | None = None

    def as_json(self) -> dict[str, str]:
        """For the answer."""
        if self.id is not None:
            return {"id": self.id}
        return {"error": self.error or "", "reason": self.reason or ""}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that is not looked at: HTTP status and one line."""

    status: int
    reason: str


def admit(headers: Mapping[str, str], remote: str | None, token: str) -> Refusal | None:
    """Whoever knows the token; without one, programs on this machine, but no web page that its browser shows.

    `headers` have lower-case names.
    """
    if token:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        given = given.strip() if scheme.lower() == "bearer" else scheme
        if hmac.compare_digest(given.encode("utf-8", "replace"), token.encode()):
            return None
        return Refusal(401, "Authorization: Bearer with the token of HARMATTAN_COLLECT_TOKEN is wanted")
    host = headers.get("host", "").strip()
    name = host[1 : host.find("]")] if host.startswith("[") else host.partition(":")[0]
    if not _is_loopback(remote) or name.lower() not in OWN_NAMES or any(one in headers for one in BROWSER):
        return Refusal(403, "only this machine may post; set HARMATTAN_COLLECT_TOKEN to let others")
    return None


def _is_loopback(remote: str | None) -> bool:
    try:
        return remote is not None and ip_address(remote.partition("%")[0]).is_loopback
    except ValueError:
        return False


def read(body: bytes, received: int) -> list[Taken] | Refusal:
    """Each article of the body, judged as the ingest service will judge it. `received` is in ms since the epoch."""
    values = _elements(body)
    if isinstance(values, Refusal):
        return values
    if not values:
        return Refusal(400, "no article in it")
    found: list[Taken] = []
    for value in values if len(values) <= MAX_ITEMS else ():
        found += _taken(value, received)
    if (count := max(len(values), len(found))) > MAX_ITEMS:
        return Refusal(413, f"{count} articles; {MAX_ITEMS} is the limit for one request")
    return found


def _elements(body: bytes) -> list[bytes] | Refusal:
    text = body.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        parsed = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        several = len(lines) > 1 and text[:1] == b"{"
        if several and lines[0].rstrip().endswith(b"}"):
            return lines
        if found := _borne(text):
            return found
        return lines if several else Refusal(400, f"neither JSON nor JSON Lines: {str(error)[:150]}")
    except RecursionError:
        return Refusal(400, "nested too deep")
    if isinstance(parsed, list):
        return [orjson.dumps(one) for one in parsed]
    return [text]


def _borne(text: bytes) -> list[bytes]:
    """What the ingest service bears and orjson does not: half characters, NaN, other encodings, RFC 7464."""
    decoded = decode(text)
    if isinstance(decoded, Problem) or not any(isinstance(one, dict) for one in decoded.items):
        return []
    return [_written(None if isinstance(one, Problem) else one) for one in decoded.items]


def _written(item: object) -> bytes:
    """As JSON; with escapes, in which other letters are three times as long, only where halves of some need them."""
    try:
        return orjson.dumps(item)
    except orjson.JSONEncodeError:
        return json.dumps(item).encode()


def _taken(value: bytes, received: int) -> list[Taken]:
    """What one element is; of an envelope with several articles, what each of these is."""
    if value[:1] != b"{":
        return [Taken(error="not_an_article", reason="not a JSON object")]
    handled = _handled(value, received)
    if len(handled.sends) + len(handled.rejected) == 1:
        return [_one(handled, value)]
    decoded = decode(value)
    if isinstance(decoded, Problem) or not decoded.items:
        return [Taken(error="not_an_article", reason="empty")]
    found: list[Taken] = []
    for item in decoded.items:
        if isinstance(item, Problem):
            found.append(Taken(error=item.error, reason=item.reason))
            continue
        written = _written(item)
        found.append(_one(_handled(written, received), written))
    return found


def _handled(value: bytes, received: int) -> Handled:
    return handle([Record(RAW.name, 0, 0, received, None, value)], "post")


def _one(handled: Handled, value: bytes) -> Taken:
    if len(value) > RAW.max_message_bytes - 1024:
        return Taken(error="too_large", reason=f"an article of {len(value):,} bytes; 4 MiB is the limit")
    if handled.rejected:
        return Taken(error=handled.rejected[0].error, reason=handled.rejected[0].reason)
    if len(handled.sends) != 1:
        return Taken(error="not_an_article", reason="empty, or several in one")
    found = handled.sends[0].key
    return Taken(Send(RAW.name, found, value), found.decode())
