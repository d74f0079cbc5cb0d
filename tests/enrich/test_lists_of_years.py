"""Lists of years: each paragraph tells the coup of the year that heads it. In words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

LISTS = [
    ("en", "Niger and its generals",
     "Soldiers hold Niger again.\n\n1974: Hamani Diori, in office since independence, loses it to Seyni Kountché.\n\n"
     "1996 - Ibrahim Baré Maïnassara puts an end to a quarrel of politicians.\n\n2010. Mamadou Tandja wanted a third "
     "term; Salou Djibo saw to it that he got none.\n\n2021: soldiers make an attempt on the palace, and are "
     "beaten back."),
    ("fr", "Le Niger et ses généraux",
     "Les militaires tiennent de nouveau le Niger.\n\n1974. Hamani Diori cède la place à Seyni Kountché.\n\n"
     "1996. Ibrahim Baré Maïnassara met tout le monde d'accord.\n\nEn 2010, Mamadou Tandja voulait rester ; Salou "
     "Djibo en décide autrement.\n\n2021. Des soldats tentent en vain d'entrer au palais."),
    ("ar", "النيجر وجنرالاتها",
     "العسكر يحكمون النيجر من جديد.\n\n1974: سيني كونتشي يحل محل حماني ديوري.\n\n1996: إبراهيم باري مايناسارا ينهي "
     "خلاف الساسة.\n\nفي 2010: أراد ممادو طانجا ولاية ثالثة فمنعه سالو جيبو.\n\n2021: محاولة فاشلة قام بها جنود."),
    ("ha", "Nijar da janar-janar",
     "Sojoji sun sake rike Nijar.\n\n1974 - Seyni Kountche ya maye gurbin Hamani Diori.\n\n1996 - Ibrahim Bare "
     "Mainassara ya shiga tsakani.\n\nA shekarar 2010: Salou Djibo ya hana Mamadou Tandja zarcewa.\n\n2021: "
     "sojoji sun yi yunkuri a fadar, ba su yi nasara ba."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), LISTS)
def test_each_year_of_a_list_tells_its_coup_and_nobody_is_woken(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published="2023-08-20", language=language)
    told = told_of(tags)
    assert {(f"niger-{year}", "historical") for year in ("1974", "1996", "2010", "2021-attempt")} <= told
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        # years that tell other things
        ("en", "Niger's beer", "1974: the brewery opens in Niger.\n\n1996: it sells to the Gulf.\n\n2010: it closes."),
        # two years are no list
        ("fr", "Mamadou Tandja", "1974 : Mamadou Tandja est officier.\n\nEn 2010, Mamadou Tandja a 72 ans au Niger."),
        # a year inside a paragraph heads none
        ("fr", "Tandja", "Au Niger, 1974, 1996 et 1999.\n\nNé en 1938, Tandja.\n\nMort, en 2020, Tandja repose à "
         "Niamey. Il avait, en 2010, Mamadou Tandja, 72 ans."),
    ],
)  # fmt: skip
def test_years_that_tell_no_coup_are_none(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2023-03-20", language=language).coups


def test_an_attempt_among_coups_of_a_list_needs_no_soldiers_beside_it(tagged: Tagger) -> None:
    text = (
        "April 1974: Seyni Kountché overthrows Hamani Diori.\n\nFebruary 2010: Mamadou Tandja meets Salou Djibo's men."
        "\n\nMarch 2021: an attempt on the eve of the oath comes to nothing."
    )
    told = {one.event for one in tagged(text, "Niger, year by year", "2023-08-20", "en").coups}
    assert told == {"niger-1974", "niger-2010", "niger-2021-attempt"}


def test_an_attempt_among_other_years_is_none_at_a_coup(tagged: Tagger) -> None:
    text = (
        "1974: the brewery opens.\n\n2010: the bridge is built.\n\n2021: an attempt at the record in the long jump "
        "comes to nothing. Niger has waited for it."
    )
    assert not tagged(text, "Niger, year by year", "2023-08-20", "en").coups


def test_a_headline_over_a_list_counts_none_beside_it(tagged: Tagger) -> None:
    _, _, text = LISTS[3]
    title = "Daga 1974 zuwa yau: juyin mulkin da aka yi a Nijar"
    tags = tagged(text, title=title, published="2023-08-20", language="ha")
    assert "unspecified" not in {one.event for one in tags.coups}
