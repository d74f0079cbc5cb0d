"""The chart of counts over time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.desk.chart import HEIGHT, ORDER, WIDTH, Count, ceiling, chart

DAY = timedelta(days=1)
FIRST = datetime(2023, 7, 26, tzinfo=UTC)
counts = st.lists(st.dictionaries(st.sampled_from(ORDER), st.integers(0, 10**7)), min_size=1, max_size=80)


def days(*by_status: dict[str, int]) -> list[Count]:
    return [Count(FIRST + number * DAY, one) for number, one in enumerate(by_status)]


@given(counts)
def test_every_bar_stands_within_the_picture(numbers: list[dict[str, int]]) -> None:
    drawn = chart(days(*numbers), DAY)
    assert (drawn is None) == (not any(sum(one.values()) for one in numbers))
    for column in drawn.columns if drawn else ():
        for bar in column.bars:
            assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
            assert -1.5 * len(ORDER) <= bar.y <= bar.y + bar.height <= HEIGHT


def test_a_taller_bar_is_more_articles() -> None:
    drawn = chart(days({"asserted": 10}, {"asserted": 5, "negated": 5}), DAY)
    assert drawn
    [first], second = (column.bars for column in drawn.columns)
    assert abs(first.height - sum(bar.height for bar in second)) < 0.2
    assert [bar.status for bar in second] == ["asserted", "negated"]


def test_a_column_says_its_numbers_and_leads_to_its_days() -> None:
    drawn = chart(days({"asserted": 1200, "historical": 1}), timedelta(days=7))
    assert drawn
    [column] = drawn.columns
    assert column.says == "from 26 Jul 2023: 1,200 asserted, 1 historical"
    assert (column.since, column.until) == ("2023-07-26", "2023-08-01")


def test_an_hour_leads_to_its_minutes() -> None:
    drawn = chart(days({"asserted": 1}), timedelta(hours=1))
    assert drawn
    assert (drawn.columns[0].since, drawn.columns[0].until) == ("2023-07-26T00:00", "2023-07-26T00:59")


@given(st.integers(1, 10**9))
def test_the_axis_ends_at_a_round_number_not_far_above(highest: int) -> None:
    assert highest <= ceiling(highest) < max(2, highest * 2.6)
    assert str(ceiling(highest))[0] in "125"
