"""A coup behind an attack, of a neighbour or told in passing, and who is arrested on its day; all in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of
from tests.enrich.test_real_arabic import entries

NIGER, MALI = ("niger-2023", "asserted"), ("mali-2020", "historical")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "قتل ثلاثة جنود في كمين شمال بوركينا فاسو. ويأتي الهجوم بعد أسبوعين من انقلاب قاده إبراهيم تراوري."),
        ("en", "Three men died in an ambush in Burkina Faso. It comes two weeks after a coup led by Ibrahim Traoré."),
        ("fr", "Burkina Faso : une embuscade a fait trois morts. Elle survient après le putsch d'Ibrahim Traoré."),
        ("ha", "An kashe sojoji uku a kwanton bauna a Burkina Faso. Ya zo bayan juyin mulkin da Ibrahim Traore ya yi."),
    ],
)
def test_behind_an_attack_a_coup_is_background(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2022-10-15", language=language)) == {("burkina-faso-2022-09", "historical")}


def test_an_attack_below_a_headline_on_the_coup_leaves_it_the_subject(tagged: Tagger) -> None:
    found = tagged("An ambush had killed men.", "Burkina Faso: Traoré seizes power in a coup", "2022-10-02", "en")
    assert ("burkina-faso-2022-09", "asserted") in told_of(found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ar",
            "نقل ألمان من النيجر بعد الانقلاب. وتريد برلين رحلات إلى نيامي لسحب جنودها من مالي المجاورة التي "
            "يحكمها هي أيضا مجلس عسكري.",
        ),
        (
            "fr",
            "Des Allemands ont quitté le Niger après le putsch. Berlin retire ses soldats du Mali voisin, "
            "également dirigé par une junte.",
        ),
    ],
)
def test_a_neighbour_that_soldiers_rule_too_has_its_coup(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-03", language=language)) == {NIGER, MALI}


def test_coups_in_those_lands_are_of_all_that_are_named(tagged: Tagger) -> None:
    text = (
        "طردت سلطات بوركينا فاسو ثلاثة دبلوماسيين. وكانت فرنسا خرجت من النيجر بعد إخراجها من مالي وبوركينا فاسو، "
        "بعد انقلابات عسكرية في تلك البلاد."
    )
    assert {event for event, _, _ in entries(tagged, text, "2024-04-20")} == {
        "niger-2023",
        "mali-2020",
        "burkina-faso-2022-09",
    }


def test_a_country_is_one_of_ten_also_behind_a_comma(tagged: Tagger) -> None:
    text = "تصوت غينيا الأحد. وغينيا واحدة من عشر دول أفريقية، استولى فيها الجنود على السلطة منذ عام 2020."
    assert ("unspecified", "realized", "historical") in entries(tagged, text, "2025-12-24")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "اعتقل ضباط في مالي الاثنين رئيس البلاد، بعد تعديل حكومي عُزل بموجبه وزيرا الدفاع والأمن."),
        ("fr", "Au Mali, des officiers ont arrêté lundi le président et le Premier ministre."),
        ("fr", "Mali : le président a été arrêté par des soldats et conduit au camp de Kati."),
    ],
)
def test_a_president_whom_officers_arrest_is_not_deposed_yet(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, published="2021-05-24", language=language)
    assert [(coup.event, coup.type) for coup in tags.coups] == [("mali-2021", "attempted")]


def test_the_president_of_an_assembly_is_no_ruler(tagged: Tagger) -> None:
    text = "Au Mali, des gendarmes et des soldats ont arrêté le président de l'Assemblée lundi."
    assert told_of(tagged(text, published="2021-05-24", language="fr")) == set()


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "النيجر.. فرار سجناء قرب نيامي", "وتواجه النيجر، التي أطيح بحكومتها المنتخبة العام الماضي، هجمات."),
        ("en", "Niger: inmates flee prison", "Niger, whose elected government was overthrown last year, faces raids."),
        (
            "fr",
            "Niger : des détenus fuient une prison",
            "Le Niger, dont le gouvernement élu a été renversé l'an dernier, fait face à des raids.",
        ),
        ("ha", "Nijar: Fursunoni sun tsere", "Nijar, wadda aka hambarar da gwamnatinta bara, na fama da hare-hare."),
    ],
)
def test_a_country_whose_government_fell_is_told_in_passing(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title, "2024-07-12", language)
    assert (told_of(tags), tags.alert) == ({("niger-2023", "historical")}, False)


def test_a_government_of_no_such_country_fell_otherwise(tagged: Tagger) -> None:
    text = "Senegal, whose government was overthrown at the polls, faces raids."
    assert told_of(tagged(text, "Senegal: inmates flee prison", "2024-07-12", "en")) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "المشكلة، في رأيي، ليست في الانقلاب في النيجر بل في ما صنعه."),
        ("en", "The problem, in my view, is not the coup in Niger but what made it."),
        ("fr", "Le problème, à mon avis, n'est pas le coup d'Etat au Niger mais ce qui l'a causé."),
    ],
)
def test_what_is_not_the_point_in_somebodys_view_is_not_denied(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-09", language=language)) == {NIGER}
