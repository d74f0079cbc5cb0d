"""What is fed for the record alerts nobody, and what rules would have said, through the real broker and services."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.integration.articles import coup
from tests.integration.desk import Desk, own_word

pytestmark = pytest.mark.integration


def test_a_back_fill_alerts_nobody_and_rules_are_tried_out_on_what_came(desk: Desk, tmp_path: Path) -> None:
    filled, fresh = own_word(), own_word()
    (tmp_path / "old.json").write_text(json.dumps(coup(filled)))
    fed = desk.harmattan("feed", "--no-alert", str(tmp_path / "old.json"))
    assert fed.returncode == 0, fed.stderr
    desk.feed([coup(fresh)])
    [old], [new] = desk.wait_for(filled, 1), desk.wait_for(fresh, 1)
    desk.settle()
    assert old["alert"], "it is worth one"
    assert (len(desk.alerts(old["id"])), len(desk.alerts(new["id"]))) == (0, 1)

    (tmp_path / "rules.yaml").write_text("rules: [{id: tried-out, says: all of it, kind: any, copies: true}]")
    tried = desk.harmattan("rules", "test", "--since", "1h", "--rules", str(tmp_path / "rules.yaml"), "--all")
    assert tried.returncode == 0, tried.stderr
    said = tried.stdout.decode()
    assert said.startswith("niger-2023 · tried-out: ")
    assert fresh in said
    assert filled not in said
    as_json = desk.harmattan("rules", "test", "--since", "1h", "--rules", str(tmp_path / "rules.yaml"), "--json")
    assert [one for one in map(json.loads, as_json.stdout.splitlines()) if fresh in one["headline"]]
    assert len(desk.alerts(new["id"])) == 1, "nothing was sent"

    shipped = desk.harmattan("rules", "test", "--since", "1h")
    assert shipped.returncode == 0, shipped.stderr
    assert "niger-2023 · news-of-the-crisis: " in shipped.stdout.decode()
