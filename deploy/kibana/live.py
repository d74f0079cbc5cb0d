"""Groups 6 to 8 on a real Elasticsearch: the shell that asks; what to ask and what is wrong with it is in `checks/`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deploy.kibana.checks import fields, lines, questions
from deploy.kibana.checks import rule as rules
from deploy.kibana.checks.finding import Finding, Parsed
from deploy.kibana.checks.uses import uses

Ask = Callable[[str, str, dict[str, Any] | None], dict[str, Any]]
"""Method, path, body; the decoded answer. Raises for a status that is none of success."""


def check(text: str, rule: Parsed, ask: Ask, prefix: str = "", since: str = "now-1d") -> list[Finding]:
    """What Elasticsearch has against the objects and the rule, over documents in every index.

    `prefix` stands before each alias, for tests; `since` is from when on the rule must find an alert.
    """
    objects, _ = lines.parse(text)
    used, asked = uses(objects), questions.asked(objects)
    caps = {alias: ask("GET", f"/{prefix}{alias}/_field_caps?fields=*", None)["fields"]
            for alias in sorted({use.alias for use in used})}
    found = fields.check(used, caps)
    for one in asked:
        found += _question(one, ask, f"/{prefix}{one.alias}")
    return [*found, *rules.check(rule), *_rule(rule, ask, prefix, since)]


def _question(one: questions.Asked, ask: Ask, index: str) -> list[Finding]:
    if one.kql:
        validated = ask("POST", f"{index}/_validate/query?explain=true", {"query": {"kql": {"query": one.kql}}})
        if refused := questions.not_read(one, validated):
            return refused
    return one.wrong(ask("POST", f"{index}/_search", one.body()))


def _rule(rule: Parsed, ask: Ask, prefix: str, since: str) -> list[Finding]:
    if rules.check(rule):
        return []  # said already
    index = ",".join(f"{prefix}{name}" for name in rule["params"]["index"])
    return rules.wrong(ask("POST", f"/{index}/_search", rules.body(rule, since)))
