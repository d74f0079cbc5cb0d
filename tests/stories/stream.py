"""Articles of a crisis as records, and a worker that follows them, dies, and is restored from what it wrote."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any

import orjson

from schemas.alert import Alert
from schemas.decision import Decision
from schemas.enriched import EnrichedArticle
from schemas.normalized import NormalizedArticle
from schemas.record import NO_ALERT_HEADER, Record
from schemas.rules import AlertRules
from services.enrich.enrich import Compiled, tag
from services.pipeline import CRISIS, DECISIONS, DUE, ENRICHED
from services.stories.core import Partition, Told, handle
from services.stories.rules import Rules

START = datetime(2023, 7, 27, tzinfo=UTC)


def digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def enriched(
    crises: Compiled, title: str, text: str, *, language: str = "en", at: datetime = START, url: str | None = None,
    source: str | None = "Example Wire", published: datetime | str | None = "at", origin: int = 0,
) -> EnrichedArticle:
    """An article as enrich would tag it."""
    key = url or f"{title}\n{text}"
    article = NormalizedArticle(
        id=digest(key), trace_id=digest(f"{key}{origin}"), origin=f"s-0-{origin}-0", url=url, title=title, text=text,
        language=language, source=source, published=at if published == "at" else published,
        received=at, version=int(at.timestamp() * 1000), content_hash=digest(f"{title}\n{text}"),
    )
    return tagged(crises, article)


def tagged(crises: Compiled, article: NormalizedArticle) -> EnrichedArticle:
    """A normalized article as enrich would send it on."""
    return EnrichedArticle.model_validate({**article.model_dump(), **tag(article, crises).model_dump()})


def rules(*given: dict[str, Any], crisis: str = "niger-2023") -> Rules:
    found = [{"id": f"rule-{number}", "says": "a test", **one} for number, one in enumerate(given or ({},))]
    return {crisis: AlertRules.model_validate({"rules": found})}


class Worker:
    """One worker on one partition; what it wrote stays when it dies."""

    def __init__(self, by: Rules | None = None) -> None:
        self.rules = by if by is not None else rules()
        self.partition = Partition()
        self.records: list[Record] = []
        self.decisions: list[bytes] = []
        self.due: list[Alert] = []
        self.enriched: list[dict[str, Any]] = []

    def feed(self, *articles: EnrichedArticle, quiet: bool = False, crisis: str = "niger-2023") -> list[Alert]:
        """Appends the articles to the topic and follows them; returns the alerts that are due."""
        headers = ((NO_ALERT_HEADER, b"1"),) if quiet else ()
        begin = len(self.records)
        for one in articles:
            value = one.model_dump_json(exclude={"stories"}).encode()
            self.records.append(Record(CRISIS.name, 0, len(self.records), 0, crisis.encode(), value, headers))
        return self.follow(self.records[begin:])

    def follow(self, records: list[Record], *, forget_decisions: int = 0) -> list[Alert]:
        """Decides; of the decisions, the last `forget_decisions` are lost as by a kill before they were written."""
        told: Told = handle(records, self.partition, self.rules)
        assert not told.handled.rejected
        due = [Alert.model_validate_json(one.value) for one in told.handled.sends if one.topic == DUE.name]
        self.due += due
        self.enriched += [orjson.loads(one.value) for one in told.handled.sends if one.topic == ENRICHED.name]
        assert all(one.topic == DECISIONS.name for one in told.decisions)
        self.decisions += [one.value for one in told.decisions[: len(told.decisions) - forget_decisions]]
        return due

    def restart(self) -> None:
        """Lose the memory and read the decisions."""
        self.partition = Partition()
        for value in self.decisions:
            self.partition.apply(Decision.model_validate_json(value))

    def keys(self) -> Counter[str]:
        """How often each alert became due."""
        return Counter(one.id for one in self.due)

    def story(self, article: EnrichedArticle) -> str:
        """The story that was said of it last."""
        found = [one["stories"][0]["story"] for one in self.enriched if one["id"] == article.id]
        return str(found[-1])


def minutes(count: float) -> datetime:
    """So long after the start."""
    return START + timedelta(minutes=count)
