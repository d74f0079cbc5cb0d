"""An alert as a person reads it."""

from __future__ import annotations

import pytest

from services.alert.text import PHONE_MAX, as_text, phone_line
from tests.alert.articles import an_alert


def test_it_says_what_where_who_and_how_one_knows() -> None:
    text = as_text(an_alert(severity="high", published="2023-07-26T22:00:00Z"))
    for part in (
        "ALERT niger-2023 · news · HIGH",
        "Niger: soldiers on television",
        "“Soldiers have removed President Bazoum from power, he said.”",
        "coup: niger-2023, realized, asserted — “coup”",
        "people: Mohamed Bazoum",
        "places: Niger",
        "source: Example Wire · language: en · published: 2023-07-26 22:00 UTC",
        "link: https://example.org/1",
        f"article {'a' * 32} · trace {'b' * 32}",
    ):
        assert part in text.splitlines()


def test_what_is_not_known_is_said_or_left_out() -> None:
    text = as_text(an_alert(source=None, url=None, published=None, entities=[], coups=[]))
    assert "source: not named · language: en · published: not known" in text
    for absent in ("link:", "people:", "places:", "organisations:", "coup:", "None"):
        assert absent not in text


def test_arabic_keeps_its_own_direction() -> None:
    text = as_text(an_alert(language="ar", headline="انقلاب في النيجر", quote="أعلن الجنود"))
    assert "\u2068انقلاب في النيجر\u2069" in text
    assert "“\u2068أعلن الجنود\u2069”" in text


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("length", [10, 100, 119, 120, 121, 200])
@pytest.mark.parametrize("source", [None, "Example Wire"])
def test_a_lock_screen_shows_all_of_its_line(language: str, length: int, source: str | None) -> None:
    line = phone_line(an_alert(language=language, headline="x" * length, source=source))
    assert len(line) <= PHONE_MAX
    assert ("Example Wire" in line) is (source is not None)


def test_a_source_as_long_as_a_novel_leaves_room_for_the_news() -> None:
    line = phone_line(an_alert(source="s" * 1000))
    assert len(line) <= PHONE_MAX
    assert line.startswith("Niger")
