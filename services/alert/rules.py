"""Decides whether an enriched article alerts, and writes the alert. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from urllib.parse import urlsplit

from schemas.alert import Alert, AlertEntity
from schemas.enriched import EnrichedArticle
from schemas.rules import AlertRule, AlertRules
from schemas.tags import CoupTag
from services.alert.quote import headline, passage

Rules = Mapping[str, AlertRules]  # by crisis

MAX_ENTITIES = 12


def alerts(article: EnrichedArticle, rules: Rules) -> Iterable[Alert]:
    """At most one alert for each crisis: that of the first rule that holds."""
    for crisis in article.crises:
        known = rules.get(crisis.id)
        for rule in known.rules if known else ():
            if crisis.salience in rule.salience and holds(rule, article):
                yield _alert(article, rule, crisis.id, crisis.salience)
                break


def holds(rule: AlertRule, article: EnrichedArticle) -> bool:
    """Whether every condition of the rule but its salience holds for the article."""
    if rule.worth is not None and article.alert is not rule.worth:
        return False
    if rule.entities and not any(entity.id in rule.entities for entity in article.entities):
        return False
    if rule.languages and article.language not in rule.languages:
        return False
    if rule.sources and article.source not in rule.sources:
        return False
    wants_coup = rule.events or rule.types or rule.statuses
    return not wants_coup or any(_coup_fits(rule, coup) for coup in article.coups)


def alert_id(rule: str, crisis: str, article_id: str) -> str:
    """The same for every arrival of an article, so that a replay or a corrected text finds the alert sent."""
    return blake2b(f"{crisis}\0{rule}\0{article_id}".encode(), digest_size=16).hexdigest()


def _coup_fits(rule: AlertRule, coup: CoupTag) -> bool:
    return (
        (not rule.events or coup.event in rule.events)
        and (not rule.types or coup.type in rule.types)
        and (not rule.statuses or coup.status in rule.statuses)
    )


def _alert(article: EnrichedArticle, rule: AlertRule, crisis: str, salience: str) -> Alert:
    return Alert(
        # Of crisis and article, not of the rule that happened to be first: a corrected text may fit another rule,
        # and is still the same news.
        id=alert_id("article", crisis, article.id),
        rule=rule.id,
        crisis=crisis,
        salience=salience,
        severity=rule.severity,
        deliver=rule.deliver,
        article_id=article.id,
        trace_id=article.trace_id,
        origin=article.origin,
        headline=headline(article),
        quote=passage(article, crisis),
        language=article.language,
        entities=tuple(AlertEntity(id=e.id, name=e.name, kind=e.kind) for e in article.entities[:MAX_ENTITIES]),
        coups=article.coups,
        source=article.source,
        url=_link(article.url),
        published=article.published,
        received=article.received,
    )


def _link(url: str | None) -> str | None:
    """Only http(s) ever reaches a desk that may click on it."""
    if url is None:
        return None
    try:
        return url if urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
