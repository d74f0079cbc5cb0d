"""Mentions colour a text and never change it, however they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from services.desk.spans import Label, Piece, lines, pieces

texts = st.text(alphabet=st.sampled_from("ab \n<&\"'é𝒳ب\u202e"), max_size=60)
places, kinds = st.integers(0, 70), st.sampled_from(("person", "place", "coup"))
labels = st.lists(st.builds(Label, places, places, kinds, st.just("x")), max_size=8)


@given(texts, labels)
def test_the_pieces_joined_are_the_text(text: str, mentions: list[Label]) -> None:
    assert "".join(piece.text for piece in pieces(text, mentions)) == text


@given(texts, labels)
def test_every_character_has_the_kinds_of_the_mentions_over_it(text: str, mentions: list[Label]) -> None:
    seen = [set(piece.kinds) for piece in pieces(text, mentions) for _ in piece.text]
    assert seen == [{m.kind for m in mentions if m.start <= place < m.end} for place in range(len(text))]


@given(texts, labels)
def test_lines_are_the_paragraphs_with_the_same_colours(text: str, mentions: list[Label]) -> None:
    seen = [[(char, set(piece.kinds)) for piece in line for char in piece.text] for line in lines(text, mentions)]
    whole = [(char, {m.kind for m in mentions if m.start <= at < m.end}) for at, char in enumerate(text)]
    expected: list[list[tuple[str, set[str]]]] = [[]]
    for char, of in whole:
        if char == "\n":
            expected.append([])
        else:
            expected[-1].append((char, of))
    assert seen == [line for line in expected if "".join(char for char, _ in line).strip()]


def test_the_narrowest_of_nested_mentions_comes_first() -> None:
    found = pieces("the army of Niger", [Label(4, 17, "organisation", "army"), Label(12, 17, "place", "Niger")])
    assert found == (
        Piece("the "), Piece("army of ", ("organisation",), ("army",)),
        Piece("Niger", ("place", "organisation"), ("Niger", "army")),
    )


def test_spans_count_code_points_not_units() -> None:
    text = "𝒜𝒷 Niamey"
    [plain, place] = pieces(text, [Label(3, 9, "place", "Niamey")])
    assert (plain.text, place.text) == ("𝒜𝒷 ", "Niamey")
