"""Plots told without a word for coup, and what is none; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of


def kinds(tagged: Tagger, text: str, published: str, title: str = "") -> set[tuple[str, str, str]]:
    tags = tagged(text, title=title, published=published, language="fr")
    return entries_of(tags)


MALI = ("mali-2025-attempt", "alleged", "asserted")


@pytest.mark.parametrize(
    ("text", "plot"),
    [
        ("À Bamako, trente militaires ont été interpellés pour « tentative de déstabilisation ». Rien de plus.", MALI),
        ("Mali : deux colonels sont aux arrêts. On leur reproche un complot contre la sûreté de l'État.", MALI),
        ("Le Mali annonce l'arrestation d'officiers. Ils cherchaient à déstabiliser les institutions.", MALI),
        ("Complot déjoué : des sous-officiers togolais ont été écroués.",
         ("togo-2025-attempt", "conspiracy", "asserted")),
        ("Au Tchad, un général a été arrêté, soupçonné d'un projet de déstabilisation du régime.",
         ("chad-2025-attempt", "conspiracy", "asserted")),
        ("Au Mali, des soldats ont été arrêtés, soupçonnés de vouloir renverser la junte.", MALI),
        # of what year need not be told in court
        ("Des officiers congolais jugés pour un complot contre le chef de l'État ont nié à Kinshasa.",
         ("unspecified", "conspiracy", "asserted")),
    ],
)
def test_soldiers_held_for_destabilising_the_state_plotted(
    text: str, plot: tuple[str, str, str], tagged: Tagger
) -> None:
    assert plot in kinds(tagged, text, "2025-08-14")


@pytest.mark.parametrize(
    "text",
    [
        "Le général Tiani accuse la France de vouloir déstabiliser le pays. Paris dément.",
        "L'armée a tué dix jihadistes qui voulaient déstabiliser le pays, selon le colonel.",
        "Un complot contre le sélectionneur ? Le capitaine des Éléphants n'y croit pas.",
        "La spéculation est une tentative de déstabilisation du franc, estime la banque.",
        "Un opposant a été arrêté pour complot contre l'État, après un tract.",
        "Les soldats de la paix aident un pays que les milices cherchent à déstabiliser.",
    ],
)
def test_no_soldiers_held_no_plot(text: str, tagged: Tagger) -> None:
    assert not kinds(tagged, text, "2025-08-14")


def test_a_plot_beside_the_attempt_of_these_days_is_that_attempt(tagged: Tagger) -> None:
    text = "Au Bénin, des militaires ont été arrêtés après la tentative de déstabilisation de dimanche."
    assert kinds(tagged, text, "2025-12-09") == {("benin-2025-attempt", "attempted", "asserted")}


def test_a_ruler_who_toppled_a_junta_did_so(tagged: Tagger) -> None:
    text = "Au Burkina Faso, le capitaine Traoré a renversé la junte de Damiba en septembre."
    assert ("burkina-faso-2022-09", "realized", "asserted") in kinds(tagged, text, "2022-10-20")


def test_a_year_still_to_come_makes_no_coup_of_the_next_sentence(tagged: Tagger) -> None:
    text = (
        "La Banque prévoit une croissance de 6 % au Niger d'ici 2026. Beaucoup voyaient le Niger sombrer après le coup "
        "d'État et la rupture avec ses partenaires. Le général Tiani gouverne depuis juillet 2023."
    )
    assert {e for e, _, _ in kinds(tagged, text, "2025-07-10")} == {"niger-2023"}


def test_who_toppled_another_was_not_toppled_himself(tagged: Tagger) -> None:
    text = "Mali : les sanctions tombent. En Guinée, en septembre, Mamady Doumbouya a renversé Alpha Condé."
    assert {e for e, _, _ in kinds(tagged, text, "2022-07-06")} == {"guinea-2021"}


def test_posts_that_claim_a_coup_which_is_denied_deny_it_too(tagged: Tagger) -> None:
    title = "Lomé dément les rumeurs de coup d'État"
    text = "Des messages prétendent qu'un coup d'État aurait eu lieu au Togo. Le ministère parle de mensonge."
    assert kinds(tagged, text, "2025-05-22", title) == {("unspecified", "alleged", "negated")}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # no other coup is on trial below
        (
            "Le Burkina Faso juge onze soldats pour le putsch manqué de septembre 2015. L'accusé aurait "
            "payé deux putschistes. Le putsch avait tourné court.",
            {"burkina-faso-2015-attempt"},
        ),
        # who took power, and by what
        (
            "Thomas Sankara du Burkina Faso, tué dans la cour, avait à 33 ans pris le pouvoir lors d'un putsch.",
            {"burkina-faso-1983"},
        ),
    ],
)
def test_the_coup_that_the_lead_tells_is_meant_below(text: str, events: set[str], tagged: Tagger) -> None:
    assert {e for e, _, _ in kinds(tagged, text, "2019-09-03")} == events


def test_coup_makers_are_those_who_rule_where_no_attempt_is_told(tagged: Tagger) -> None:
    text = "Au Mali, la Cédéao reste ferme contre les putschistes. La junte a fixé une date pour le scrutin."
    assert {e for e, _, _ in kinds(tagged, text, "2022-07-06")} == {"mali-2020"}


def test_no_junta_came_of_a_coup_that_failed(tagged: Tagger) -> None:
    text = "Au Niger, le chef de la junte, le général Tiani, a accusé la France et le Bénin d'avoir payé l'attaque."
    assert {e for e, _, _ in kinds(tagged, text, "2026-01-30")} == {"niger-2023"}


def test_the_coup_makers_of_an_attempt_of_these_days_are_its_own(tagged: Tagger) -> None:
    title = "Burkina Faso : une tentative de putsch déjouée"
    text = "Quatre officiers sont aux arrêts. Parmi les apprentis putschistes, deux commandaient une unité."
    assert {e for e, _, _ in kinds(tagged, text, "2023-10-01", title)} == {"burkina-faso-2023-attempt"}


def test_a_given_name_before_another_surname_is_somebody_else(tagged: Tagger) -> None:
    text = "Au Niger, après le coup d'État, le lieutenant Abdramane Barry a fui vers Abidjan avec deux complices."
    tags = tagged(text, published="2023-09-22", language="fr")
    assert "amadou-abdramane" not in {e.id for e in tags.entities}
    text = "Au Niger, après le coup d'État, le colonel-major Abdramane a lu un texte à la télévision."
    tags = tagged(text, published="2023-09-22", language="fr")
    assert "amadou-abdramane" in {e.id for e in tags.entities}
