"""Coups that French articles on other subjects pass in half a sentence; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_coups import told


def events(tagged: Tagger, text: str, published: str = "2024-11-20", title: str = "") -> set[str]:
    return {e for e, _ in told(tagged, text, published=published, title=title)}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("La BAD prête 80 millions au Niger. Le pays est gouverné par des militaires depuis 2023.", "niger-2023"),
        ("L'Unicef vaccine au Niger. Depuis l'arrivée au pouvoir des militaires, l'aide a chuté.", "niger-2023"),
        ("L'usine ferme. Au Niger, l'irruption de l'armée sur la scène politique a gelé les crédits.", "niger-2023"),
        ("Le riz monte au Niger. La frontière est close depuis le départ forcé de Mohamed Bazoum.", "niger-2023"),
        ("Le riz monte au Niger depuis les événements du 26 juillet 2023.", "niger-2023"),
        ("Le Bénin et le Niger sont brouillés depuis la rupture de l'ordre constitutionnel à Niamey.", "niger-2023"),
        ("Au Gabon, le général-président a inauguré un pont à Port-Gentil.", "gabon-2023"),
        ("La grève continue au Mali. Goïta, porté à la tête du pays par l'armée, n'a rien dit.", "mali-2020"),
        ("La grève continue au Mali. Le colonel Goïta, qui a pris les rênes du pays, n'a rien dit.", "mali-2020"),
        ("La CPI fête ses vingt ans. Omar el-Béchir, déchu en 2019, y est attendu pour le Soudan.", "sudan-2019"),
        ("Bokassa s'était emparé du pouvoir en 1965 en Centrafrique.", "central-african-republic-1965"),
        ("Le musée montre le fauteuil d'un président du Niger, balayé par l'armée en 1974.", "niger-1974"),
    ],
)
def test_a_coup_passed_in_half_a_sentence_is_told(text: str, event: str, tagged: Tagger) -> None:
    assert events(tagged, text) == {event}


@pytest.mark.parametrize(
    "text",
    [
        "L'arrivée des militaires pour le défilé a bloqué la rue au Niger.",
        "La rupture du jeûne se fait à 19 heures à Niamey, au Niger.",
        "Le roi du ring, battu en 2019, est revenu au Soudan.",
        "Les événements du 26 juillet au stade de Bamako, au Mali, ont fait trois blessés.",
        "Le parti a pris le pouvoir en 2016 au Bénin, au soir du vote.",
        "Au Niger, l'enquête est dirigée par un général à la retraite.",
    ],
)
def test_words_like_it_that_tell_none(text: str, tagged: Tagger) -> None:
    assert not events(tagged, text)


def test_the_regimes_of_three_countries_are_all_meant(tagged: Tagger) -> None:
    text = "Lomé s'étonne de la décision des régimes militaires du Burkina Faso, du Mali et du Niger."
    assert events(tagged, text) == {"burkina-faso-2022-09", "mali-2020", "niger-2023"}
    text = "Lomé s'inquiète des régimes militaires du Burkina Faso qui s'installent depuis 2020."
    assert events(tagged, text) == {"burkina-faso-2022-09"}


def test_the_brain_of_a_coup_is_that_of_whom_it_drove_out(tagged: Tagger) -> None:
    text = "Au Burkina Faso, Damiba, cerveau du coup d'État contre Roch Kaboré, vit au Togo."
    assert events(tagged, text) == {"burkina-faso-2022-01"}


def test_a_quoted_rumour_of_a_coup_that_is_denied_made_none(tagged: Tagger) -> None:
    title = "Rumeur de « coup d'État au Togo » : c'est faux"
    text = "Une rumeur de « coup d'État au Togo » a couru. Des comptes annoncent un « coup d'État au Togo »."
    assert told(tagged, text, published="2025-10-13", title=title) == {("unspecified", "negated")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Au Niger, Niamey encerclée par les eaux", "Les autorités militaires, arrivées par un coup d'État, comptent."),
        ("Niger : mise en service d'un oléoduc", "Le Premier ministre nommé par la junte l'a vu au Niger."),
    ],
)
def test_floods_and_ribbons_wake_nobody(title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2024-08-22", language="fr").alert


def test_coups_of_a_whole_region_are_those_of_no_one_country(tagged: Tagger) -> None:
    text = "Le ministre burkinabè répond. Accra déplore la prolifération des coups d'État en Afrique de l'Ouest."
    assert told(tagged, text, published="2023-03-21") == {("unspecified", "historical")}
    text = "Au Burkina Faso, les coups d'État ont ruiné l'école."
    assert "unspecified" not in events(tagged, text, published="2023-03-21")


def test_what_a_plot_aimed_at_was_not_done(tagged: Tagger) -> None:
    text = "Au Burkina Faso, le complot d'officiers avait pour but de prendre le pouvoir. Dix sont arrêtés."
    assert told(tagged, text, published="2024-08-06") == {("unspecified", "asserted")}


def test_a_quotation_that_begins_behind_a_no_is_not_denied(tagged: Tagger) -> None:
    text = "À Antananarivo, Madagascar, les soldats ont dit sans détour « prendre le pouvoir », mardi."
    assert told(tagged, text, published="2025-10-14") == {("madagascar-2025", "asserted")}


def test_the_year_of_the_junta_that_is_plotted_against_makes_no_plot_old(tagged: Tagger) -> None:
    text = (
        "Au Mali, des militaires sont arrêtés, qui auraient voulu renverser la junte au pouvoir depuis le coup de "
        "force de 2021. On parle d'une tentative de déstabilisation des institutions."
    )
    got = told(tagged, text, published="2025-08-11")
    assert got == {("mali-2025-attempt", "asserted"), ("mali-2021", "historical")}


def test_another_coup_that_took_place_is_none_that_is_feared(tagged: Tagger) -> None:
    text = "En Gambie, Jammeh prit le pouvoir en 1994. Onze soldats furent accusés d'avoir mené un autre coup d'État."
    assert "hypothetical" not in {s for _, s in told(tagged, text, published="2019-10-17")}
    text = "En Gambie, l'armée redoute un autre coup d'État."
    assert {s for _, s in told(tagged, text, published="2019-10-17")} == {"hypothetical"}


def test_a_writer_who_asks_in_the_first_lines_wakes_nobody(tagged: Tagger) -> None:
    title = "Immunité de Mohamed Bazoum : une partie serrée"
    text = "Que décidera la Cour ? La question est sur toutes les lèvres à Niamey, au Niger."
    assert not tagged(text, title=title, published="2024-05-28", language="fr").alert
    text = "La Cour d'État du Niger a fixé l'audience au 7 juin, a annoncé son avocat."
    assert tagged(text, title=title, published="2024-05-28", language="fr").alert


@pytest.mark.parametrize(
    ("text", "published", "event"),
    [
        ("Le CNRD a cédé, selon un cadre du parti d'Alpha Condé en Guinée.", "2022-05-21", "guinea-2021"),
        ("Au Gabon, le CTRI a nommé soixante-dix sénateurs.", "2023-10-12", "gabon-2023"),
        ("Au Bénin, un « Comité militaire pour la refondation » a parlé.", "2025-12-07", "benin-2025-attempt"),
        ("Damiba vit à Lomé, loin du Burkina Faso, depuis sa chute en septembre 2022.", "2026-01-22", None),
    ],
)
def test_the_bodies_of_other_juntas_name_their_coup(
    text: str, published: str, event: str | None, tagged: Tagger
) -> None:
    assert events(tagged, text, published=published) == {event or "burkina-faso-2022-09"}
    assert not {e.id for e in tagged(text, published=published).entities} & {"cnrd-guinea", "ctri-gabon", "cmr-benin"}


def test_similar_seizures_elsewhere_are_those_of_the_countries_named(tagged: Tagger) -> None:
    text = (
        "En Guinée, le bloc condamne le coup d'État du colonel Doumbouya. Il fait suite à des prises de pouvoir "
        "similaires au Mali et au Tchad."
    )
    assert events(tagged, text, published="2021-09-17") == {"guinea-2021", "mali-2021", "chad-2021"}
