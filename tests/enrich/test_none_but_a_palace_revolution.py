"""A coup that somebody calls something else: not a coup but a palace revolution."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

BOTH = {("gabon-2023", "asserted"), ("gabon-2023", "negated")}


@pytest.mark.parametrize(
    "text",
    [
        "Ce n'est pas un coup d'Etat mais une révolution de palais, dit l'opposant. Le général a renversé Ali Bongo.",
        "Le général a renversé Ali Bongo au Gabon. Pas un coup d'Etat, mais une révolution de palais, dit l'opposant.",
        "General Oligui ousted Ali Bongo in Gabon. No coup but a palace revolution, says the opposition leader.",
        "أطاح الجنرال أوليغي بعلي بونغو في الغابون. ليس انقلابا بل ثورة قصر، يقول زعيم المعارضة.",
    ],
)
def test_what_is_called_a_palace_revolution_is_the_coup_that_is_told(text: str, tagged: Tagger) -> None:
    for published in (None, "2023-09-01"):
        assert told_of(tagged(text, published=published)) == BOTH


def test_what_is_called_so_in_another_country_is_none_of_it(tagged: Tagger) -> None:
    text = (
        "Le général Oligui a renversé Ali Bongo au Gabon. Au Togo, un ministre dit : pas de coup d'Etat, mais une "
        "affaire de famille."
    )
    assert ("gabon-2023", "negated") not in told_of(tagged(text, published=None))
