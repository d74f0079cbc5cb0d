"""How values are written, and where a browser may be sent."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.desk.wording import ago, cut, direction, moment, tongue, written

NOW = datetime(2023, 7, 27, 12, tzinfo=UTC)


def test_directions() -> None:
    assert [direction(code) for code in ("ar", "fr", "ha", "und", "\"><x")] == ["rtl", "ltr", "ltr", "auto", "auto"]


def test_only_a_language_code_becomes_a_lang() -> None:
    assert [tongue(code) for code in ("ar", "und", 'x" onload="', "english")] == ["ar", "", "", ""]


def test_moments() -> None:
    assert written(NOW, NOW) == "12:00"
    assert written(NOW - timedelta(days=1), NOW) == "26 Jul 2023, 12:00"
    spoken = [ago(NOW - timedelta(minutes=minutes), NOW) for minutes in (-5, 0, 5, 100, 6000)]
    assert spoken == ["", "just now", "5 min ago", "1 h ago", ""]
    assert moment("2023-07-27T13:00:00+01:00") == NOW
    assert [moment(text) for text in ("", None, "soon", "0001-01-01T00:00:00+14:00")] == [None] * 4


@given(st.text(max_size=50), st.integers(1, 40))
def test_cut_is_never_longer(text: str, most: int) -> None:
    assert len(cut(text, most)) <= most
