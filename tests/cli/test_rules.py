"""`harmattan rules test`: what a person may have typed wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Harmattan
from tests.cli.test_exit_codes import is_one_line_and_2


@pytest.mark.parametrize("since", ["yesterday", "0d", "31d", "7", "-1d", "99999999999d", ""])
def test_a_time_that_is_none(harmattan: Harmattan, since: str) -> None:
    ended = harmattan("rules", "test", "--since", since)
    is_one_line_and_2(ended)
    assert "7d" in ended.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("rules: [{id: one, says: x, kind: sometimes}]", "rules.0.kind"),
        ("rules: [{id: one, says: x, count: 3}]", "has no count"),
        ("rules: [", "rules.yaml"),
        ("rules: [{id: one, says: x}, {id: one, says: y}]", "two rules are called one"),
        ("rules:\n  - id: one\n    says: x\n    salience: main", "rules.yaml:4: rules.0.salience: should be a list"),
        ("rules: [{id: one, says: x, entities: [bazoum, bazom]}]", "rule one: the gazetteer has no "),
    ],
)
def test_rules_that_cannot_be_used(harmattan: Harmattan, tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "rules.yaml").write_text(content)
    ended = harmattan("rules", "test", "--rules", str(tmp_path / "rules.yaml"))
    is_one_line_and_2(ended)
    assert says in ended.err


def test_a_file_of_rules_that_is_not_there(harmattan: Harmattan, tmp_path: Path) -> None:
    is_one_line_and_2(harmattan("rules", "test", "--rules", str(tmp_path / "none.yaml")))


def test_a_crisis_that_is_none(harmattan: Harmattan) -> None:
    ended = harmattan("rules", "test", "--crisis", "atlantis-2023")
    is_one_line_and_2(ended)
    assert "niger-2023" in ended.err


def test_a_broker_that_is_away(harmattan: Harmattan) -> None:
    ended = harmattan("rules", "test")
    is_one_line_and_2(ended)
    assert "no Kafka answers" in ended.err
