"""Several alerts as one notice: what quiet hours or a snooze held, and digests. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from schemas.alert import Alert
from schemas.notice import Mention, Notice, NoticeKind

LISTED = 50
HEADLINE_MAX = 200


@dataclass(frozen=True, slots=True)
class Background:
    """What a digest tells besides its alerts: mentions, how many more there are, and what the throttles kept."""

    mentions: tuple[Mention, ...] = ()
    more: int = 0
    throttled: int = 0


NOTHING = Background()


def bundle_id(kind: NoticeKind, crisis: str, moment: datetime, number: int) -> str:
    """The same for every worker that comes to release the same alerts at the same moment."""
    return blake2b(f"{kind}\0{crisis}\0{moment.isoformat()}\0{number}".encode(), digest_size=16).hexdigest()


def bundle(
    key: str, kind: NoticeKind, crisis: str, alerts: Sequence[Alert], now: datetime, background: Background = NOTHING
) -> Notice:
    """The notice, the most urgent and then the oldest alert first."""
    ordered = sorted(alerts, key=lambda alert: (alert.severity != "high", alert.received, alert.id))
    return Notice(
        id=key, kind=kind, crisis=crisis, created=now, alerts=tuple(ordered[:LISTED]),
        mentions=background.mentions, more=max(0, len(ordered) - LISTED) + background.more,
        throttled=background.throttled,
    )


def document(notice: Notice, alert_ids: Iterable[str], until: datetime) -> dict[str, Any]:
    """What a bundle holds, so that it is made once: kept beside the deliveries, for no channel."""
    return {
        "notice": notice.id,
        "kind": notice.kind,
        "crisis": notice.crisis,
        "state": "made",
        "alert_ids": list(alert_ids),
        "article_ids": [mention.article_id for mention in notice.mentions],
        "created": notice.created.isoformat(),
        "until": until.isoformat(),
        "body": notice.model_dump(mode="json", exclude_none=True),
    }


def mention(article: dict[str, Any]) -> Mention:
    """Of the source of an article's document; where it has no title, its first line."""
    text = article.get("title") or next(iter((article.get("text") or {}).values()), "")
    lines = (" ".join(line.split()) for line in text.splitlines())
    headline = next((line for line in lines if line), "without a title")
    url = article.get("url")
    return Mention(
        article_id=article["id"], headline=headline[:HEADLINE_MAX], language=article.get("language") or "und",
        source=article.get("source"), published=article.get("published"),
        url=url if url and url.startswith(("http://", "https://")) else None,
    )
