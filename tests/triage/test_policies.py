"""Policies are data: the ones shipped can be read, a wrong one is one line that names file and field."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from schemas.delivery import DeliveryPolicy
from services.runtime.settings import SEEDS
from services.triage.policies import PolicyError, load


def written(folder: Path, text: str) -> Path:
    (folder / "mali-2020").mkdir()
    (folder / "mali-2020" / "delivery.yaml").write_text(text, "utf-8")
    return folder


def test_the_policies_that_are_shipped_can_be_read() -> None:
    assert load(SEEDS)["niger-2023"].zone == "Africa/Niamey"


def test_a_crisis_without_a_policy_has_none(tmp_path: Path) -> None:
    assert load(tmp_path) == {}


def test_an_empty_policy_delivers_at_once(tmp_path: Path) -> None:
    assert load(written(tmp_path, "# nothing yet\n")) == {"mali-2020": DeliveryPolicy()}


def test_times_may_be_written_without_quotes(tmp_path: Path) -> None:
    """YAML 1.1 reads 22:00 as the number 1320, and 06:00 as text."""
    text = "quiet_hours: [{from: 22:00, to: 06:00}]\nthrottle: [{by: rule, most: 3, within: 2h}]"
    found = load(written(tmp_path, text))
    [hours] = found["mali-2020"].quiet_hours
    assert (hours.begin, hours.end) == (time(22), time(6))
    assert found["mali-2020"].throttle[0].within == timedelta(hours=2)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("zone: Niamey", "zone: there is no such time zone"),
        ("zone: ../../etc/passwd", "zone: there is no such time zone"),
        ('quiet_hours: [{from: "25:00", to: "06:00"}]', "quiet_hours.0.from: hour must be in 0..23"),
        ('quiet_hours: [{from: "22h", to: "06:00"}]', 'quiet_hours.0.from: a time is written "22:00"'),
        ('quiet_hours: [{from: "22:00", to: "22:00"}]', "quiet_hours.0: from and to are the same"),
        ('quiet_hours: [{from: "22:00"}]', "quiet_hours.0.to: Field required"),
        ('quiet_hours: [{from: "1:00", to: "2:00", days: [someday]}]', "quiet_hours.0.days.0: Input should be 'mon'"),
        ("breaks_through: [urgent]", "breaks_through.0: Input should be 'high'"),
        ("digest: {every: week}", "digest.every: Input should be 'hour' or 'day'"),
        ("throttle: [{by: story, most: 0, within: 1h}]", "throttle.0.most: Input should be greater"),
        ("throttle: [{by: story, most: 1, within: soon}]", "throttle.0.within: a duration is a number and m, h or d"),
        ("throttle: [{by: story, most: 1, within: 99999d}]", "throttle.0.within: a duration is from 1m to 31d"),
        ("quite_hours: []", "quite_hours: there is no such setting"),
        ("- zone", "should be names with values"),
        ("zone: [", "while parsing"),
        ("zone: UTC\nbreaks_through: high", "mali-2020/delivery.yaml:2: breaks_through: should be a list"),
    ],
)
def test_a_wrong_policy_is_one_line_that_names_file_line_and_field(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(PolicyError) as caught:
        load(written(tmp_path, text))
    assert str(caught.value).startswith("mali-2020/delivery.yaml:")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
