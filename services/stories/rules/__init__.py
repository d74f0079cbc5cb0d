"""Rules: one file per kind, one line here registers it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schemas.rules import AlertRule, AlertRules
from services.stories.novelty import New
from services.stories.rules import any_article, flatline, frequency, new_mention, new_term, spike
from services.stories.rules.conditions import holds
from services.stories.rules.kind import Case, Kind

KINDS: dict[str, Kind] = {
    one.KIND.name: one.KIND for one in (new_mention, any_article, frequency, spike, flatline, new_term)
}

Rules = Mapping[str, AlertRules]  # by crisis


def matching(rules: AlertRules, case: Case) -> list[AlertRule]:
    """The rules whose conditions hold. A flatline is about those articles that do not come: any one may show it."""
    return [
        rule for rule in rules.rules
        if rule.kind == "flatline" or (case.decision.salience in rule.salience and holds(rule, case.article))
    ]


def fired(found: list[AlertRule], case: Case) -> Iterator[tuple[AlertRule, New]]:
    """The first rule on stories and articles that has something to say, and every counting one."""
    single = False
    for rule in found:
        kind = KINDS[rule.kind]
        if single and not kind.counts:
            continue
        if new := kind.judge(rule, case):
            single = single or not kind.counts
            yield rule, new
