"""The small parts of a page."""

from __future__ import annotations

from datetime import UTC, datetime

from schemas.search import Piece
from services.desk.written import NO_DATE, passage, time

WHEN = datetime(2023, 7, 26, 9, 5, 7, 120_000, tzinfo=UTC)


def test_a_moment_is_short_and_has_all_of_itself_for_machines() -> None:
    assert time(WHEN, datetime(2023, 8, 1, tzinfo=UTC)) == (
        '<time datetime="2023-07-26T09:05:07.120000+00:00" title="2023-07-26 09:05:07 UTC">26 Jul 2023, 09:05</time>'
    )
    assert ">09:05<" in time(WHEN, WHEN)
    assert time(None, WHEN) == NO_DATE


def test_a_passage_has_its_matches_marked_and_adds_no_element() -> None:
    pieces = (Piece(text="<b>the "), Piece(text="coup & <i>", match=True), Piece(text='"'))
    assert passage(pieces) == "&lt;b&gt;the <mark>coup &amp; &lt;i&gt;</mark>&#34;"
