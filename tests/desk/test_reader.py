"""An article's page: what is quoted, and what is left for a second look."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from schemas.search import Piece
from services.desk.found import without_title
from services.desk.reader import SHOWN, around, reader
from services.search import hits
from tests.search.answers import DOCUMENT


@given(st.text(alphabet="ab \n", max_size=400), st.integers(0, 400), st.integers(0, 40))
def test_a_quote_holds_its_evidence_and_stays_on_its_line(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(len(text), start + length)
    first, last = around(text, start, end)
    assert 0 <= first <= start
    assert end <= last <= len(text)
    assert "\n" not in text[first:start] + text[end:last]


def test_a_long_text_is_shown_in_part_and_says_how_much_is_left() -> None:
    long = DOCUMENT | {"text": {"en": f"{DOCUMENT['title']}\n\n" + "word " * 30_000}}
    assert reader(hits.article(long)).left_out == 150_000 - SHOWN
    assert reader(hits.article(long), whole=True).left_out == 0


def test_a_text_without_a_headline_is_shown_whole() -> None:
    page = reader(hits.article(DOCUMENT | {"title": "", "text": {"en": "The palace is closed."}, "coups": []}))
    assert ["".join(piece.text for piece in line) for line in page.paragraphs] == ["The palace is closed."]


def test_a_passage_does_not_repeat_the_headline_above_it() -> None:
    passage = (Piece(text="Guards hold "), Piece(text="Bazoum", match=True), Piece(text="\n\nThe palace"))
    assert without_title(passage, "Guards hold Bazoum") == (Piece(text="The palace"),)
    assert without_title(passage, "Another") == passage
