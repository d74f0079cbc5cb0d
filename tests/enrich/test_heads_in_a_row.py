"""Heads of juntas in a row, whose military leaders, and surnames that others bear.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ALL_THREE = {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "التقى القادة العسكريون الثلاثة تياني وغويتا وتراوري في نيامي."),
        ("ar", "وقع القادة العسكريون لمالي وبوركينا فاسو والنيجر المعاهدة."),
        ("en", "The coup leaders Tchiani, Goïta and Traoré met in Niamey."),
        ("en", "Tchiani, Goïta and Traoré met in Niamey. The bloc had asked the three military rulers to go."),
        ("en", "General Tiani, Colonel Goita and Captain Traore, who all seized power in coups, met on Monday."),
        ("en", "The military leaders of Mali, Burkina Faso and Niger signed the treaty."),
        ("fr", "Tiani, Goïta et Traoré, tous trois arrivés au pouvoir par un coup d'Etat, quittent la Cédéao."),
        ("fr", "Les putschistes Abdourahamane Tiani, Assimi Goïta et Ibrahim Traoré se sont vus lundi."),
        ("ha", "Shugabannin mulkin soji Abdourahamane Tchiani, Assimi Goita da Ibrahim Traore sun gana a Yamai."),
    ],
)
def test_heads_of_juntas_in_a_row_have_a_coup_each(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-02-05", language=language)) == ALL_THREE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger's junta received an envoy of Goïta, and wrote to Traoré."),
        ("fr", "La junte du Niger a reçu un envoyé de Goïta, puis écrit à Traoré."),
    ],
)
def test_whom_a_junta_writes_to_is_no_row(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-02-05", language=language)) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    ["Niger's military leaders have sent the envoy home.", "The country's military leaders sent Niger's envoy back."],
)
def test_military_leaders_are_those_of_the_country_named(tagged: Tagger, text: str) -> None:
    assert told_of(tagged(text, published="2023-10-05", language="en")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    ["The bloc's military leaders met in Accra over Niger.", "Nigerian military leaders spoke of Niger."],
)
def test_who_leads_an_army_elsewhere_is_no_junta(tagged: Tagger, text: str) -> None:
    assert told_of(tagged(text, "Niger: talks", "2023-10-05", "en")) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Niamey a trader, Adama Traoré, sells rice. Since the coup in Niger prices rise, Traoré says."),
        ("fr", "A Niamey, au Niger, le jeune Adama Traoré vend du riz. Depuis le putsch, dit Traoré, tout monte."),
    ],
)
def test_a_surname_that_another_bears_is_no_ruler(tagged: Tagger, language: str, text: str) -> None:
    assert {event for event, _ in told_of(tagged(text, published="2023-10-05", language=language))} == {"niger-2023"}


def test_a_rank_tells_the_ruler_from_his_namesake(tagged: Tagger) -> None:
    text = "The singer Rokia Traoré sang for Captain Traoré of Burkina Faso, who had seized power."
    assert told_of(tagged(text, published="2023-02-05", language="en")) == {("burkina-faso-2022-09", "asserted")}
