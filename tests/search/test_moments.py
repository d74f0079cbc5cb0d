"""Dates as an analyst types them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.search.moments import MomentError, beginning, end

NOW = datetime(2023, 8, 3, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(("text", "first", "last"), [
    ("2023-07-26", "2023-07-26T00:00:00+00:00", "2023-07-26T23:59:59.999000+00:00"),
    ("2023-07", "2023-07-01T00:00:00+00:00", "2023-07-31T23:59:59.999000+00:00"),
    ("2023", "2023-01-01T00:00:00+00:00", "2023-12-31T23:59:59.999000+00:00"),
    ("2023-07-26T10:00", "2023-07-26T10:00:00+00:00", "2023-07-26T10:00:00+00:00"),
    ("2023-07-26T10:00+01:00", "2023-07-26T10:00:00+01:00", "2023-07-26T10:00:00+01:00"),
    ("2d", "2023-08-01T12:30:00+00:00", "2023-08-01T12:30:00+00:00"),
    ("6h", "2023-08-03T06:30:00+00:00", "2023-08-03T06:30:00+00:00"),
    ("Yesterday", "2023-08-02T00:00:00+00:00", "2023-08-02T23:59:59.999000+00:00"),
    ("today", "2023-08-03T00:00:00+00:00", "2023-08-03T23:59:59.999000+00:00"),
])
def test_a_date_has_a_first_and_a_last_moment(text: str, first: str, last: str) -> None:
    assert (beginning(text, NOW).isoformat(), end(text, NOW).isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-02-30", "999999d", "0000", "31/02/2023", "-2d"])
def test_what_is_no_date_is_told_in_one_line(text: str) -> None:
    with pytest.raises(MomentError, match=r"^cannot read the date .*yesterday$"):
        beginning(text, NOW)
