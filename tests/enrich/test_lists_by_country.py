"""Lists of coups by country of which an item only says when, and a second coup told in the sentence of a first one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ITEM_LISTS = [
    ("en", "Coups since 2020: a list",
     "GUINEA, 2021: Officers topple Alpha Conde in September.\n\nSUDAN, 2021: On October 25 the general sends his "
     "partners home.\n\nMALI, 2020: Officers topple Ibrahim Boubacar Keita in August."),
    ("fr", "Les coups d'Etat depuis 2020",
     "Guinée, 2021 : des officiers renversent Alpha Condé en septembre.\n\nSoudan, 2021 : le 25 octobre, le général "
     "renvoie ses partenaires.\n\nMali, 2020 : des officiers renversent Ibrahim Boubacar Keïta en août."),
    ("ar", "الانقلابات منذ 2020",
     "- غينيا: في سبتمبر 2021 أطاح ضباط بالرئيس ألفا كوندي.\n\n- السودان: في أكتوبر 2021 صرف القائد شركاءه.\n\n"
     "- مالي: أطاح ضباط بالرئيس إبراهيم بوبكر كيتا في أغسطس 2020."),
    ("ha", "Juyin mulki tun 2020",
     "Guinea: a watan Satumban 2021 sojoji suka hambarar da Alpha Conde.\n\nSudan: a watan Oktoban 2021 janar ya kori "
     "abokansa.\n\nMali: a watan Agustan 2020 sojoji suka hambarar da Ibrahim Boubacar Keita."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), ITEM_LISTS)
def test_an_item_of_a_list_of_coups_tells_that_of_its_month(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-06-01", language=language)
    assert {"guinea-2021", "sudan-2021", "mali-2020"} <= {event for event, _ in told_of(tags)}


def test_an_item_of_another_month_tells_none(tagged: Tagger) -> None:
    text = ITEM_LISTS[0][2].replace("October 25", "July 11")
    assert "sudan-2021" not in {event for event, _ in told_of(tagged(text, title="A list", published="2023-06-01"))}


def test_a_list_of_something_else_tells_none(tagged: Tagger) -> None:
    text = (
        "GUINEA, 2021: A bridge opens in September.\n\nSUDAN, 2021: On October 25 a dam is finished.\n\n"
        "MALI, 2020: Officers topple Ibrahim Boubacar Keita in August."
    )
    found = {event for event, _ in told_of(tagged(text, title="What changed", published="2023-06-01"))}
    assert not {"guinea-2021", "sudan-2021"} & found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officers toppled Ibrahim Boubacar Keita in August 2020, then sent the civilians home in May 2021."),
        ("fr", "Des officiers ont renversé Ibrahim Boubacar Keïta en août 2020, puis renvoyé les civils en mai 2021."),
        ("ar", "أطاح ضباط بالرئيس إبراهيم بوبكر كيتا في أغسطس 2020، ثم صرفوا القادة المدنيين في مايو 2021."),
        ("ha", "Sojoji suka hambarar da Ibrahim Boubacar Keita a watan Agustan 2020, sannan suka "
               "sallami shugabannin farar hula a watan Mayun 2021."),
    ],
)  # fmt: skip
def test_the_second_coup_of_a_country_is_told_by_its_month(tagged: Tagger, language: str, text: str) -> None:
    title = {"ar": "مالي"}.get(language, "Mali")
    tags = tagged(text, title=title, published="2023-06-01", language=language)
    assert {event for event, _ in told_of(tags)} == {"mali-2020", "mali-2021"}


def test_a_vote_of_another_month_is_no_second_coup(tagged: Tagger) -> None:
    text = "Officers toppled Ibrahim Boubacar Keita in August 2020, then called a vote in June 2021."
    tags = tagged(text, title="Mali", published="2023-06-01", language="en")
    assert {event for event, _ in told_of(tags)} == {"mali-2020"}
