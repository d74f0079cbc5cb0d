"""Pieces by points, who has no part in a coup, and two countries' coups of two years."""

import pytest

from tests.enrich.conftest import Tagger, told_of

POINTS = [
    ("en", "France plotted the coup in Niger: 10 benefits", "Here is what France may gain from it."),
    ("fr", "Coup d'Etat au Niger : 10 avantages pour la France", "Voici ce que Paris y gagne."),
    ("ar", "انقلاب النيجر: 10 فوائد لفرنسا", "احتمال ضعيف لكنه مطروح. ماذا ستستفيد فرنسا؟"),
    ("ha", "Juyin mulkin Nijar: Alfanu 10 ga Faransa", "Ga abubuwan da Faransa za ta amfana."),
]  # fmt: skip
PARTS = [
    ("en", "Russia has no hand in the coup in Niger, the Kremlin said."),
    ("fr", "L'Algérie n'a rien à voir avec le coup d'Etat au Niger, dit son ministre."),
    ("ar", "لا دخل للجزائر في هذا الانقلاب، قال الوزير عن النيجر."),
    ("ha", "Aljeriya ta ce babu ruwanta da juyin mulkin da aka yi a Nijar."),
]
BOTH = [
    ("en", "Mali and Burkina Faso send delegation to Niger",
     "Governments were set up in Burkina Faso and Mali after the military took power by force in 2020 and 2022 in the "
     "two countries."),
    ("fr", "Le Mali et le Burkina Faso envoient une délégation au Niger",
     "Au Mali et au Burkina Faso, les militaires ont pris le pouvoir en 2020 et 2022 dans les deux pays."),
    ("ha", "Mali da Burkina Faso sun tura tawaga Nijar",
     "Mali da Burkina Faso na karkashin sojoji da suka kwace mulki a 2020 da 2022 a kasashen biyu."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), POINTS)
def test_a_piece_that_goes_through_so_many_points_wakes_nobody(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title, published="2023-08-08", language=language).alert


def test_so_many_soldiers_in_a_headline_are_no_points(tagged: Tagger) -> None:
    text = "The junta of Niger expelled ten envoys on Monday."
    assert tagged(text, "Niger: 10 envoys expelled by the junta", published="2023-08-30", language="en").alert


@pytest.mark.parametrize(("language", "text"), PARTS)
def test_who_has_no_part_in_a_coup_does_not_deny_it(language: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, "Niger", published="2023-08-08", language=language)
    assert told_of(tags) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(("language", "title", "text"), BOTH)
def test_two_years_in_two_countries_are_one_coup_each(language: str, title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title, published="2023-08-07", language=language))
    assert {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")} <= told


def test_a_year_of_others_coups_is_no_attempt_at_home(tagged: Tagger) -> None:
    text = (
        "General Modi landed in Bamako. He is number 2 of the junta of Niger. These two Sahelian countries, also "
        "held by juntas after the 2021 and 2022 coups, declared their solidarity."
    )
    told = told_of(tagged(text, "General Modi is received in Mali and Burkina", published="2023-08-07", language="en"))
    assert "niger-2021-attempt" not in {event for event, _ in told}
