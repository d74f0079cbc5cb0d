"""Which article alerts, and under which id."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from schemas.rules import AlertRule, AlertRules
from schemas.tags import CrisisTag
from services.alert.app import load_rules
from services.alert.rules import MAX_ENTITIES, Rules, alerts, holds
from services.runtime.settings import SEEDS, SettingsError
from tests.alert.articles import article


def rules(*given: dict[str, Any], crisis: str = "niger-2023") -> Rules:
    found = [{"id": f"rule-{number}", "says": "a test", **one} for number, one in enumerate(given)]
    return {crisis: AlertRules.model_validate({"rules": found})}


def rule(**conditions: Any) -> AlertRule:
    return AlertRule.model_validate({"id": "rule", "says": "a test", **conditions})


def test_an_article_on_the_crisis_that_is_worth_it_alerts_once() -> None:
    [alert] = alerts(article(), rules({}))
    assert (alert.rule, alert.crisis, alert.article_id) == ("rule-0", "niger-2023", "a" * 32)
    assert alert.headline == "Niger: soldiers on television"
    assert alert.quote == "Soldiers have removed President Bazoum from power, he said."
    assert [entity.id for entity in alert.entities] == ["mohamed-bazoum"]
    assert (alert.url, alert.source, alert.trace_id) == ("https://example.org/1", "Example Wire", "b" * 32)


def test_the_first_rule_that_holds_is_the_one() -> None:
    [alert] = alerts(article(), rules({"languages": ["fr"]}, {"severity": "high"}, {}))
    assert (alert.rule, alert.severity) == ("rule-1", "high")


@pytest.mark.parametrize(
    "fields",
    [
        {"alert": False},
        {"crises": (CrisisTag(id="niger-2023", salience="background"),)},
        {"crises": (CrisisTag(id="niger-2023", salience="none"),)},
        {"crises": (CrisisTag(id="gabon-2023", salience="main"),)},
        {"crises": ()},
    ],
)
def test_what_is_no_news_of_the_crisis_does_not_alert(fields: dict[str, Any]) -> None:
    assert list(alerts(article(**fields), rules({}))) == []


def test_an_article_on_two_crises_alerts_for_each() -> None:
    both = article(crises=(CrisisTag(id="niger-2023", salience="main"), CrisisTag(id="gabon-2023", salience="main")))
    found = list(alerts(both, {**rules({}), **rules({}, crisis="gabon-2023")}))
    assert [alert.crisis for alert in found] == ["niger-2023", "gabon-2023"]
    assert len({alert.id for alert in found}) == 2


def test_the_id_is_that_of_crisis_and_article_whatever_rule_text_or_date() -> None:
    [first] = alerts(article(), rules({}))
    [later] = alerts(article(title="Corrected", published="2023-07-28T00:00:00Z"), rules({"worth": None}, {}))
    [other] = alerts(article(id="d" * 32), rules({}))
    assert first.id == later.id != other.id
    assert len(first.id) == 32


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, True),
        ({"worth": False}, False),
        ({"worth": None}, True),
        ({"entities": ["mohamed-bazoum", "nobody"]}, True),
        ({"entities": ["nobody"]}, False),
        ({"languages": ["en", "fr"]}, True),
        ({"languages": ["fr"]}, False),
        ({"sources": ["Example Wire"]}, True),
        ({"sources": ["Another"]}, False),
        ({"events": ["niger-2023"]}, True),
        ({"events": ["mali-2020"]}, False),
        ({"types": ["realized"], "statuses": ["asserted"]}, True),
        ({"types": ["realized"], "statuses": ["negated"]}, False),
        ({"events": ["niger-2023"], "types": ["attempted"]}, False),
    ],
)
def test_every_condition_that_is_given_must_hold(conditions: dict[str, Any], expected: bool) -> None:
    assert holds(rule(**conditions), article()) is expected


def test_conditions_on_a_coup_must_hold_for_one_and_the_same_mention() -> None:
    [coup] = article().coups
    two = (coup, coup.model_copy(update={"event": "mali-2020", "status": "historical"}))
    assert not holds(rule(events=["niger-2023"], statuses=["historical"]), article(coups=two))
    assert holds(rule(events=["mali-2020"], statuses=["historical"]), article(coups=two))


def test_an_article_without_source_date_url_or_language_alerts() -> None:
    [alert] = alerts(article(source=None, published=None, url=None, language="und"), rules({}))
    assert (alert.source, alert.published, alert.url) == (None, None, None)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.org/x", "https://[::1", "data:text/html,x"])
def test_only_web_addresses_reach_a_desk_that_may_click(url: str) -> None:
    [alert] = alerts(article(url=url), rules({}))
    assert alert.url is None


def test_a_long_list_of_entities_is_cut() -> None:
    [entity] = article().entities
    many = tuple(entity.model_copy(update={"id": f"e{number}"}) for number in range(50))
    [alert] = alerts(article(entities=many), rules({}))
    assert len(alert.entities) == MAX_ENTITIES


def test_the_rules_of_every_crisis_are_read() -> None:
    assert set(load_rules(SEEDS)) == {path.parent.name for path in SEEDS.glob("*/alerts.yaml")} != set()


@pytest.mark.parametrize(
    "text", ["rules: [{id: x}]", "rules: [{id: x, says: y, salience: [huge]}]", "rules: [", "a: 1", "", "- 1"]
)
def test_rules_that_are_none_are_one_line_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "niger").mkdir()
    (tmp_path / "niger" / "alerts.yaml").write_text(text)
    with pytest.raises(SettingsError, match=r"niger/alerts\.yaml: ") as caught:
        load_rules(tmp_path)
    assert "\n" not in str(caught.value)
