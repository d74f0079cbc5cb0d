"""Spans of time in words, in English and French."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from services.search.parse import parse
from services.search.spans import whole
from services.search.tree import All, Span, Word, words

NOW = datetime(2023, 8, 3, 12, 30, tzinfo=UTC)  # a Thursday


def shown(span: Span) -> tuple[str, str]:
    def end(moment: datetime | None) -> str:
        return f"{moment:%Y-%m-%d %H:%M}" if moment else ""

    return end(span.since), end(span.until)


@pytest.mark.parametrize(("text", "since", "until"), [
    ("since yesterday", "2023-08-02 00:00", ""),
    ("depuis hier", "2023-08-02 00:00", ""),
    ("26 July to 3 August 2023", "2023-07-26 00:00", "2023-08-03 23:59"),
    ("from 26 July to 3 August 2023", "2023-07-26 00:00", "2023-08-03 23:59"),
    ("du 26 juillet au 3 août 2023", "2023-07-26 00:00", "2023-08-03 23:59"),
    ("26 to 28 July 2023", "2023-07-26 00:00", "2023-07-28 23:59"),
    ("26-28 July", "2023-07-26 00:00", "2023-07-28 23:59"),
    ("du 26 au 28 juillet", "2023-07-26 00:00", "2023-07-28 23:59"),
    ("du 1er au 3 août", "2023-08-01 00:00", "2023-08-03 23:59"),
    ("between July 26, 2023 and August 3, 2023", "2023-07-26 00:00", "2023-08-03 23:59"),
    ("entre le 26 juillet et le 3 août 2023", "2023-07-26 00:00", "2023-08-03 23:59"),
    ("28 December to 3 January 2023", "2022-12-28 00:00", "2023-01-03 23:59"),
    ("2023-07-26 to 2023-07-28", "2023-07-26 00:00", "2023-07-28 23:59"),
    ("since 26 July", "2023-07-26 00:00", ""),
    ("since 26 December", "2022-12-26 00:00", ""),  # the last one that there was
    ("until 26 July 2023", "", "2023-07-26 23:59"),
    ("jusqu’au 26 juillet 2023", "", "2023-07-26 23:59"),
    ("before 26 July 2023", "", "2023-07-25 23:59"),
    ("avant le 26 juillet 2023", "", "2023-07-25 23:59"),
    ("après le 26 juillet 2023", "2023-07-27 00:00", ""),
    ("à partir du 26 juillet", "2023-07-26 00:00", ""),
    ("last 3 days", "2023-07-31 12:30", ""),
    ("the past week", "2023-07-27 12:30", ""),
    ("les 3 derniers jours", "2023-07-31 12:30", ""),
    ("la semaine dernière", "2023-07-27 12:30", ""),
    ("this month", "2023-08-01 00:00", ""),
    ("cette semaine", "2023-07-31 00:00", ""),
    ("in July 2023", "2023-07-01 00:00", "2023-07-31 23:59"),
    ("en juillet 2023", "2023-07-01 00:00", "2023-07-31 23:59"),
    ("in 2022", "2022-01-01 00:00", "2022-12-31 23:59"),
    ("on 26 July 2023", "2023-07-26 00:00", "2023-07-26 23:59"),
    ("le 26 juillet 2023", "2023-07-26 00:00", "2023-07-26 23:59"),
    ("on Monday", "2023-07-31 00:00", "2023-07-31 23:59"),
    ("since last Thursday", "2023-07-27 00:00", ""),
    ("since 2 days ago", "2023-08-01 12:30", ""),
    ("depuis il y a 2 jours", "2023-08-01 12:30", ""),
    ("since 26/07/2023", "2023-07-26 00:00", ""),
    ("yesterday", "2023-08-02 00:00", "2023-08-02 23:59"),
    ("hier", "2023-08-02 00:00", "2023-08-02 23:59"),
    ("since the 26th of July", "2023-07-26 00:00", ""),
])
def test_a_span_in_words(text: str, since: str, until: str) -> None:
    assert shown(whole(text, NOW)) == (since, until)
    tree = parse(f"Bazoum {text}", NOW)
    assert isinstance(tree, All)
    assert tree.of[0] == Word("Bazoum")
    assert [shown(one) for one in tree.of[1:] if isinstance(one, Span)] == [(since, until)]
    assert len(tree.of) == 2


@pytest.mark.parametrize("text", [
    "from Niger to Mali", "since the coup", "26 July 2023", "between Bazoum and Tchiani", "de mars",
    "the last president", "before the palace", "in Niamey", "le président", "du pouvoir au peuple", "last stand",
    "until", "since", "31 to 28 February 2023", "may to", "in May", '"since yesterday"',
])
def test_what_is_no_span_stays_words(text: str) -> None:
    assert len(words(parse(text, NOW))) == (1 if text.startswith('"') else len(text.split()))
