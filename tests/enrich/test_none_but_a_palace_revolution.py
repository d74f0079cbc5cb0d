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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers took power in Niger. The general declared that it was not a coup."),
        ("fr", "Des militaires ont pris le pouvoir au Niger. Le général a déclaré que ce n'était pas un coup d'Etat."),
        ("ar", "استولى الجيش على السلطة في النيجر. واعتبر الجنرال أن ما جرى ليس انقلابا."),
        ("ha", "Sojoji sun kwace mulki a Nijar. Janar din ya bayyana abin da ya faru ba juyin mulki ba ne."),
    ],
)
def test_what_took_place_is_denied_where_it_is_found_to_be_no_coup(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, published="2023-08-02", language=language))
    assert told == {("niger-2023", "asserted"), ("niger-2023", "negated")}


def test_a_palace_revolution_that_is_no_coup_is_denied_alone(tagged: Tagger) -> None:
    text = "قال المعارض إن ما حدث في الغابون ثورة قصر وليس انقلابا."
    assert told_of(tagged(text, published="2023-09-01", language="ar")) == {("gabon-2023", "negated")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Washington did not call what happened in Niger a coup."),
        ("fr", "Washington n'a pas qualifié la prise de pouvoir au Niger de coup d'Etat."),
        ("ar", "رفضت واشنطن وصف ما جرى في النيجر بأنه انقلاب."),
        ("ha", "Amurka ba ta kira abin da ya faru a Nijar juyin mulki ba."),
    ],
)
def test_who_shuns_the_word_for_it_denies_no_coup(language: str, text: str, tagged: Tagger) -> None:
    assert ("niger-2023", "negated") not in told_of(tagged(text, published="2023-08-02", language=language))
