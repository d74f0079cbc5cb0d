"""Which articles a rule is about. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.enriched import EnrichedArticle
from schemas.rules import AlertRule
from schemas.tags import CoupTag
from services.stories.words import words


def holds(rule: AlertRule, article: EnrichedArticle) -> bool:
    """Whether every condition of the rule but its salience holds for the article."""
    if rule.worth is not None and article.alert is not rule.worth:
        return False
    named = {entity.id for entity in article.entities}
    if (rule.entities and named.isdisjoint(rule.entities)) or (rule.places and named.isdisjoint(rule.places)):
        return False
    if rule.languages and article.language not in rule.languages:
        return False
    if rule.sources and article.source not in rule.sources:
        return False
    if (rule.events or rule.types or rule.statuses) and not any(_coup_fits(rule, coup) for coup in article.coups):
        return False
    return rule.query is None or _says(article, rule.query)


def _coup_fits(rule: AlertRule, coup: CoupTag) -> bool:
    return (
        (not rule.events or coup.event in rule.events)
        and (not rule.types or coup.type in rule.types)
        and (not rule.statuses or coup.status in rule.statuses)
    )


def _says(article: EnrichedArticle, query: str) -> bool:
    text = f" {' '.join(words(article.content()))} "
    return all(f" {part} " in text for part in _parts(query))


@lru_cache(maxsize=256)
def _parts(query: str) -> tuple[str, ...]:
    found = re.findall(r'"([^"]*)"|(\S+)', query)
    return tuple(folded for phrase, word in found if (folded := " ".join(words(phrase or word))))
