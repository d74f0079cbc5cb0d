"""Coups told from one to the next; who tries to come back, and a captive who is charged with a plot."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of

FIVE = {"mali-2020", "guinea-2021", "burkina-faso-2022-09", "niger-2023", "gabon-2023"}


@pytest.mark.parametrize(
    "text",
    [
        "Mali, Guinée, Burkina Faso, Niger, puis Gabon : d'un putsch à l'autre",
        "Mali, Guinea, Burkina Faso, Niger and Gabon: from one coup to the next",
        "مالي وغينيا وبوركينا فاسو والنيجر والغابون: من انقلاب إلى آخر",
        "Mali, Guinea, Burkina Faso, Nijar da Gabon: daga juyin mulki zuwa wani",
    ],
)
def test_from_one_coup_to_the_next_each_of_a_row_is_told(text: str, tagged: Tagger) -> None:
    for published in (None, "2023-10-02"):
        tags = tagged("Un ordre nouveau se met en place.", text, published=published)
        assert {event for event, _ in told_of(tags)} == FIVE
        assert not tags.alert


def test_one_coup_behind_a_row_is_of_one_country(tagged: Tagger) -> None:
    text = "Mali, Burkina Faso, Niger : le putsch de trop"
    assert told_of(tagged(text, published="2023-08-02")) == {("niger-2023", "asserted")}


def test_a_life_of_one_old_coup_tells_none_of_these_years(tagged: Tagger) -> None:
    text = (
        "La nuit du 4 août 1983 fut agitée à Ouagadougou. L'homme qui proclame le troisième putsch est connu : le "
        "capitaine Thomas Sankara. Son ami le capitaine Blaise Compaoré menait l'assaut."
    )
    assert "burkina-faso-2022-09" not in {event for event, _ in told_of(tagged(text, published=None))}


def test_a_year_far_from_a_coup_does_not_keep_it_from_its_day(tagged: Tagger) -> None:
    text = "Le coup d'Etat du 17 septembre au Burkina Faso rappelle que rien n'est acquis depuis le vote libre de 1990."
    assert told_of(tagged(text, published=None)) == {("burkina-faso-2015-attempt", "historical")}


def test_a_new_wave_of_coups_is_not_feared_but_told(tagged: Tagger) -> None:
    for text in ("L'espoir cède devant une vague nouvelle de putschs.", "L'espoir cède devant une vague de putschs."):
        assert told_of(tagged(text, published=None)) == {("unspecified", "historical")}


def test_a_plot_that_a_captive_president_is_charged_with_is_none(tagged: Tagger) -> None:
    text = (
        "La junte peut faire juger le président par le Tribunal militaire, pour complot contre la sûreté de l'Etat. "
        "Mohamed Bazoum est détenu depuis le coup d'Etat du 26 juillet 2023."
    )
    assert told_of(tagged(text, published="2024-06-14")) == {("niger-2023", "asserted")}
    men = "Au Mali, des officiers sont jugés par le tribunal militaire pour complot contre la sûreté de l'Etat."
    assert ("unspecified", "asserted") in told_of(tagged(men, published="2024-06-14"))


def test_who_tries_to_come_back_by_a_putsch_has_only_tried(tagged: Tagger) -> None:
    for text in (
        "Les hommes de l'ancien régime du Burkina Faso viennent de tenter de revenir au pouvoir par un putsch.",
        "Men of Burkina Faso's former regime have tried to come back by a coup.",
    ):
        assert entries_of(tagged(text, published="2015-10-01")) == {
            ("burkina-faso-2015-attempt", "attempted", "asserted")
        }
