"""Which articles a rule is about, and what each kind makes of them."""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from schemas.rules import AlertRule, AlertRules
from services.runtime.settings import SEEDS
from services.stories import rules as kinds
from services.stories.files import RuleFiles, RulesError, load
from services.stories.rules import KINDS
from services.stories.rules.conditions import holds
from services.stories.rules.kind import Kind
from tests.alert.articles import article


def rule(**conditions: Any) -> AlertRule:
    return AlertRule.model_validate({"id": "rule", "says": "a test", **conditions})


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, True),
        ({"worth": False}, False),
        ({"worth": None}, True),
        ({"entities": ["mohamed-bazoum", "nobody"]}, True),
        ({"entities": ["nobody"]}, False),
        ({"places": ["mohamed-bazoum"]}, True),
        ({"places": ["agadez"]}, False),
        ({"languages": ["en", "fr"]}, True),
        ({"languages": ["fr"]}, False),
        ({"sources": ["Example Wire"]}, True),
        ({"sources": ["Another"]}, False),
        ({"events": ["niger-2023"]}, True),
        ({"events": ["mali-2020"]}, False),
        ({"types": ["realized"], "statuses": ["asserted"]}, True),
        ({"types": ["realized"], "statuses": ["negated"]}, False),
        ({"events": ["niger-2023"], "types": ["attempted"]}, False),
        ({"query": "curfew BAZOUM"}, True),
        ({"query": '"removed president bazoum"'}, True),
        ({"query": '"bazoum removed"'}, False),
        ({"query": "few"}, False),
    ],
)
def test_every_condition_that_is_given_must_hold(conditions: dict[str, Any], expected: bool) -> None:
    assert holds(rule(**conditions), article()) is expected


def test_a_query_sees_through_accents_and_arabic_spellings() -> None:
    assert holds(rule(query="etat"), article(text="Un coup d’État a Niamey."))
    assert holds(rule(query="الإنقلاب"), article(text="الانقلاب في النيجر"))


def test_conditions_on_a_coup_must_hold_for_one_and_the_same_mention() -> None:
    [coup] = article().coups
    two = (coup, coup.model_copy(update={"event": "mali-2020", "status": "historical"}))
    assert not holds(rule(events=["niger-2023"], statuses=["historical"]), article(coups=two))
    assert holds(rule(events=["mali-2020"], statuses=["historical"]), article(coups=two))


def test_every_file_of_the_folder_is_a_registered_kind() -> None:
    found = set()
    for module in pkgutil.iter_modules(kinds.__path__):
        for one in vars(importlib.import_module(f"{kinds.__name__}.{module.name}")).values():
            if isinstance(one, Kind):
                found.add(one.name)
    kind = AlertRule.model_fields["kind"].annotation
    assert found == set(KINDS) == set(kind.__args__)  # type: ignore[union-attr]  # a Literal has them


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"kind": "frequency", "window": "5"}, "a time is a number"),
        ({"kind": "frequency", "window": "15d"}, "between 1m and 14d"),
        ({"kind": "any", "window": "1h"}, "has no window"),
        ({"count": 3}, "has no count"),
        ({"kind": "sometimes"}, "kind"),
        ({"wurst": 1}, "wurst"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        rule(**fields)


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(ValidationError, match="two rules are called a"):
        AlertRules.model_validate({"rules": [{"id": "a", "says": "x"}, {"id": "a", "says": "y"}]})


def test_the_rules_of_every_crisis_are_read() -> None:
    assert set(load(SEEDS)) == {path.parent.name for path in SEEDS.glob("*/alerts.yaml")} != set()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("rules: [{id: x}]", 1, "rules.0.says: Field required"),
        ("rules:\n  - id: x\n    says: y\n    salience: [huge]\n", 4, "'main', 'background' or 'none'"),
        ("rules:\n  - id: x\n    says: y\n    salience: main\n", 4, "rules.0.salience: should be a list"),
        ("rules:\n  - id: x\n    says: y\n    sevrity: high\n", 4, "rules.0.sevrity: there is no such setting"),
        ("rules:\n  - {id: x, says: y}\n  - id: z\n    says: y\n    count: 5\n", 3, "kind new-mention has no count"),
        ("rules:\n  - id: x\n    says: y\n    says: z\n", 4, "says stands twice"),
        ("rules:\n  - id: x\n    says: y\n    kind: flatline\n    window: 99999999999d\n", 5, "a time is a number"),
        ("rules:\n\t- id: x", 2, "while scanning"),
        ("rules: [", 2, "while parsing"),
        ("a: 1", 1, "rules: Field required"),
        ("", 1, "should be names with values"),
        ("- 1", 1, "should be names with values"),
        ("rules: 2023-02-30", 1, "not to be read"),
    ],
)
def test_rules_that_are_none_are_one_line_that_names_file_and_line(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    (tmp_path / "niger").mkdir()
    (tmp_path / "niger" / "alerts.yaml").write_text(text)
    with pytest.raises(RulesError) as caught:
        load(tmp_path)
    found = str(caught.value)
    assert f"{Path('niger', 'alerts.yaml')}:{line}: " in found
    assert says in found
    assert "\n" not in found


def test_rules_are_read_again_when_their_file_changes_and_a_bad_one_leaves_the_old(tmp_path: Path) -> None:
    file = tmp_path / "niger" / "alerts.yaml"
    file.parent.mkdir()

    def write(text: str, when: int) -> None:
        file.write_text(text)
        os.utime(file, (when, when))

    write("rules: [{id: one, says: x}]", 1)
    files = RuleFiles(tmp_path)
    assert files.refresh() is False
    write("rules: [{id: two, says: x}]", 2)
    assert files.refresh() is True
    assert [one.id for one in files.rules["niger"].rules] == ["two"]
    write("rules: [", 3)
    assert files.refresh() is False
    assert [one.id for one in files.rules["niger"].rules] == ["two"]
    write("rules: [{id: three, says: x}]", 4)
    assert files.refresh() is True
