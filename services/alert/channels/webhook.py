"""A webhook of the reader's own: a notice as JSON, signed, at an address that is asked once and followed nowhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC
from email.utils import parsedate_to_datetime
from hashlib import blake2b
from typing import Self
from urllib.parse import urlsplit

import httpx
import orjson

from services.alert.channels.channel import Channel, Delivery, NotDeliveredError
from services.alert.links import Links
from services.alert.signature import ATTEMPT, DELIVERY, IDEMPOTENCY, SIGNATURE, TIMESTAMP, signature
from services.alert.text import NO_LINKS, notice_text, title
from services.runtime.settings import AlertSettings, SettingsError

# the whole attempt ends within the lease of a delivery
TIMEOUT = httpx.Timeout(10.0, connect=5.0)
SHORTEST_SECRET = 16
LONGEST_WAIT_S = 3600.0


class Webhook(Channel):
    """One http(s) address. Any answer of 2xx is a delivery; a redirect is none, and is not followed.

    Its name is host and a digest, since the path may hold a token.
    """

    def __init__(
        self, url: str, secret: str, links: Links = NO_LINKS, *, client: httpx.AsyncClient | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._url, self._secret, self._links, self._clock = _checked(url), secret.encode(), links, clock
        if len(secret) < SHORTEST_SECRET:
            raise SettingsError(
                f"HARMATTAN_WEBHOOK_SECRET: webhooks need a secret of at least {SHORTEST_SECRET} characters"
            )
        self.name = f"webhook-{self._url.host}-{blake2b(url.encode(), digest_size=4).hexdigest()}"
        self._client = client or httpx.AsyncClient(timeout=TIMEOUT, follow_redirects=False)

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:
        links, secret = Links(settings.desk_url, settings.kibana_url), settings.webhook_secret.get_secret_value()
        return [cls(url, secret, links) for url in settings.webhook_urls.get_secret_value().split()]

    async def deliver(self, delivery: Delivery) -> None:
        body, timestamp = _body(delivery, self._links), str(int(self._clock()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "harmattan",
            TIMESTAMP: timestamp,
            SIGNATURE: signature(self._secret, timestamp, body),
            DELIVERY: delivery.id,
            ATTEMPT: str(delivery.attempt),
            IDEMPOTENCY: delivery.notice.id,
        }
        try:
            # the answer's body is not read: it may be endless
            async with self._client.stream("POST", self._url, content=body, headers=headers) as answer:
                status, wait = answer.status_code, answer.headers.get("Retry-After", "").strip()
        # only the kind of error is told, since its text may hold the address
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NotDeliveredError(f"{self.name} failed with {type(error).__name__}") from error
        if not 200 <= status < 300:
            raise NotDeliveredError(f"{self.name} answered {status}", _seconds(wait, self._clock()))


def _seconds(wait: str, now: float) -> float:
    """How long Retry-After asks to wait, in seconds or as a date; 0 where it says neither."""
    if wait.isascii() and wait.isdigit():
        return min(float(wait), LONGEST_WAIT_S)
    try:
        until = parsedate_to_datetime(wait)
    except (ValueError, TypeError, OverflowError):
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max(0.0, until.timestamp() - now), LONGEST_WAIT_S)


def _body(delivery: Delivery, links: Links) -> bytes:
    """The notice, with the same title and text that the other channels get."""
    notice = delivery.notice
    return orjson.dumps({
        **notice.model_dump(mode="json"), "title": title(notice), "text": notice_text(notice, links),
    })


def _checked(url: str) -> httpx.URL:
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname:
            return httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        pass
    raise SettingsError("HARMATTAN_WEBHOOK_URLS: one of them is no http(s) address")
