"""WebSub (https://www.w3.org/TR/websub/): hubs tell of news, so that a source is polled at once. Pure.

Nothing of a subscription is kept but when it was asked for: the callback's own address proves that we asked, so any
worker can answer a hub. What a hub sends is only a hint to poll; its content is not trusted with more than that.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, urljoin

import httpx

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.routing import host_of
from services.fetch.answer import Answer

LEASE_S = 10 * 86_400
# asked again long before a lease ends, whatever the hub made of it
RENEWED_MS = 4 * 86_400_000
HASHES = ("sha256", "sha384", "sha512", "sha1")
PATH = "/websub/{host}/{source}/{key}"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What is asked of a hub."""

    hub: str
    form: Mapping[str, str]


def linked(answer: Answer, relation: str) -> str | None:
    """The address that the Link header of an answer has for a relation (RFC 8288)."""
    header = answer.header("link").encode("utf-8", "replace")
    for link in httpx.Response(answer.status, headers=[(b"link", header)]).links.values():
        relations = next((value for name, value in link.items() if name and name.lower() == "rel"), "")
        if relation in relations.lower().split():
            try:
                absolute = urljoin(answer.address, link["url"].strip())
            except ValueError:
                continue
            return absolute if absolute.startswith(("http://", "https://")) else None
    return None


def due(source: Source, state: SourceState, callback: str, secret: str, now: int) -> Subscription | None:
    """A subscription to ask for now; None without a hub, or where it was asked for lately.

    `callback` is where our pages are reached from outside, `secret` what only our workers know.
    """
    lately = state.subscribed is not None and 0 <= now - state.subscribed < RENEWED_MS
    if not (state.hub and callback and secret) or state.fails or lately:
        return None
    topic = state.topic or state.moved or source.address
    path = PATH.format(
        host=quote(host_of(source), safe=""), source=source.id, key=key(secret, source.id, topic)
    )
    return Subscription(state.hub, {
        "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback.rstrip("/") + path,
        "hub.secret": hub_secret(secret, source.id), "hub.lease_seconds": str(LEASE_S),
    })


def confirm(query: Mapping[str, str], secret: str, source_id: str, given: str) -> str | None:
    """What to answer a hub that asks whether we did ask; None where we did not."""
    if query.get("hub.mode") != "subscribe" or not secret:
        return None
    wanted = key(secret, source_id, query.get("hub.topic", ""))
    same = hmac.compare_digest(wanted.encode(), given.encode("utf-8", "replace"))
    return query.get("hub.challenge") if same else None


def is_from_hub(body: bytes, signature: str, secret: str, source_id: str) -> bool:
    """Whether the hub that we told the secret has sent this."""
    method, _, given = signature.partition("=")
    if method not in HASHES or not secret:
        return False
    wanted = hmac.new(hub_secret(secret, source_id).encode(), body, method).hexdigest()
    return hmac.compare_digest(wanted.encode(), given.strip().lower().encode("utf-8", "replace"))


def key(secret: str, source_id: str, topic: str) -> str:
    """The part of a callback's address that nobody can guess; it holds for one source and topic."""
    said = f"callback\n{source_id}\n{topic}".encode("utf-8", "replace")
    return hmac.new(secret.encode(), said, sha256).hexdigest()[:40]


def hub_secret(secret: str, source_id: str) -> str:
    """What a hub signs with; each source's own, so that no hub can speak for another."""
    return hmac.new(secret.encode(), f"hub\n{source_id}".encode(), sha256).hexdigest()
