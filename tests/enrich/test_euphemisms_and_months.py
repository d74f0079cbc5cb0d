"""Other words for what soldiers do to a ruler, and coups that were so many months before another.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أخرج الجنود الرئيس بازوم من القصر في النيجر."),
        ("ar", "تحرك الحرس الرئاسي ضد الرئيس بازوم في النيجر."),
        ("en", "The guard stepped in to remove a president whom it no longer trusted, Mohamed Bazoum."),
        ("en", "The bloc condemned the axing of President Bazoum by the soldiers of Niger."),
        ("en", "The guards of Niger's president moved against him on 26 July."),
        ("en", "Mohamed Bazoum was sent packing by his own guard."),
        ("fr", "Au Niger, le président Bazoum a été mis à la porte par ses gardes."),
        ("fr", "L'armée est intervenue au Niger pour écarter le président."),
        ("ha", "Sojoji sun sallami shugaban Nijar daga mulki."),
        ("ha", "Sojoji sun kori shugaban Nijar daga fadarsa."),
    ],
)
def test_soldiers_drive_a_ruler_out_in_other_words(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-10-28", language=language)) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "تحرك الجيش ضد المهربين في النيجر."),
        ("en", "Flood victims in Niger thanked the army, which stepped in to help."),
        ("en", "The president of Benin defended the axing of his minister over the border with Niger."),
        ("en", "Nigeria's president moved against smugglers on the border with Niger."),
        ("fr", "Le président du Bénin a remercié l'armée pour son aide à la frontière du Niger."),
        ("ha", "Shugaban Benin ya sallami ministan tsaro kan iyakar Nijar."),
    ],
)
def test_the_same_words_of_others_tell_no_coup(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-10-28", language=language)) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أطاح غويتا بالرئيس الانتقالي في مالي. وكان انقلاب سابق، قبل تسعة أشهر، قد أبرزه."),
        ("en", "Goita toppled Mali's interim president. An earlier coup, nine months prior, had made his name."),
        ("en", "Goita toppled Mali's interim president. Nine months earlier soldiers had staged a coup too."),
        ("fr", "Goïta a renversé le président du Mali. Un premier putsch, neuf mois plus tôt, l'avait fait connaître."),
        ("ha", "Goita ya hambarar da shugaban Mali. Wani juyin mulki, watanni tara kafin haka, ya fito da shi."),
    ],
)
def test_a_coup_so_many_months_earlier_is_the_one_before(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2021-05-26", language=language))
    assert {event for event, _ in told} == {"mali-2021", "mali-2020"}


@pytest.mark.parametrize(
    "text",
    [
        "Goita toppled Mali's interim president in a coup. Nine months earlier the country had voted.",
        "Goita toppled Mali's interim president in a coup. Two months earlier he had flown to Paris.",
    ],
)
def test_months_before_a_coup_tell_no_other(tagged: Tagger, text: str) -> None:
    assert told_of(tagged(text, published="2021-05-26", language="en")) == {("mali-2021", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The presidents of Mali, Burkina Faso and Niger were toppled by soldiers."),
        ("fr", "Les présidents du Mali, du Burkina Faso et du Niger ont été renversés par des soldats."),
    ],
)
def test_a_row_of_countries_whose_rulers_fell_tells_each(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, published="2023-10-28", language=language))}
    assert told == {"mali-2020", "burkina-faso-2022-09", "niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Mali, Goita toppled the interim president in May 2021."),
        ("fr", "Au Mali, Goïta a renversé le président de transition en mai 2021."),
    ],
)
def test_a_ruler_who_toppled_another_did_not_fall(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2022-05-10", language=language)) == {("mali-2021", "asserted")}


def test_a_ruler_who_is_toppled_by_his_guard_fell(tagged: Tagger) -> None:
    tags = tagged("Officers went on television.", "Mali: Goita toppled by presidential guard", "2022-05-10", "en")
    assert "mali-2021" not in {event for event, _ in told_of(tags)}
