"""The automaton takes whatever is no letter for a space; what it finds is still compared with the text."""

import pytest

from services.enrich.enrich import Compiled
from services.enrich.read.patterns import DFA_BYTES
from services.enrich.read.reading import read


@pytest.mark.parametrize("between", ["\n\n", "/", ".", ",", "(", " / "])
def test_two_words_with_more_than_a_space_between_them_are_no_name_of_two_words(
    crises: Compiled, between: str
) -> None:
    reading = read(f"They flew to Burkina{between}Faso is a word.", 0, "en", crises)
    assert all(hit.end - hit.start <= len("Burkina") for hit in reading.names)


@pytest.mark.parametrize("text", ["Niamey", "Niamey.", "(Niamey)", "“Niamey”", "Niamey\n\nNiamey", "/Niamey/"])
def test_a_name_is_found_at_the_edges_of_a_text_and_between_marks(crises: Compiled, text: str) -> None:
    reading = read(text, 0, "en", crises)
    found = [text[hit.start : hit.end] for hit in reading.names]
    assert found == ["Niamey"] * text.count("Niamey")


@pytest.mark.parametrize("text", ["Niameyan", "preNiamey", "éNiamey", "Niameyé"])
def test_a_name_inside_a_longer_word_is_none(crises: Compiled, text: str) -> None:
    assert not read(text, 0, "en", crises).names


def test_the_seeds_as_they_ship_leave_room_for_the_quicker_automaton(crises: Compiled) -> None:
    """Past DFA_BYTES an article costs half as much again; alternatives multiply out without being seen."""
    assert sum(len(pattern.key) for pattern in crises.patterns) < 0.97 * DFA_BYTES
