"""Undated texts: last year's coup with its month, a coup that only looks like one, and "this is no coup"."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

TRIAL = ("sierra-leone-2023-attempt", "asserted")
TAKEN = ("madagascar-2025", "asserted")
DENIED = ("madagascar-2025", "negated")


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Sierra Leone: former president charged over failed coup",
            "The former president has been charged over last year's failed coup attempt. It occurred last November.",
        ),
        (
            "fr",
            "Sierra Leone : ouverture du procès",
            "Le procès de la tentative de coup d'Etat de l'an dernier s'ouvre lundi. Elle date de novembre dernier.",
        ),
        (
            "ar",
            "سيراليون: اتهام الرئيس السابق",
            "وجهت إلى الرئيس السابق تهمة المشاركة في محاولة الانقلاب الفاشلة العام الماضي. ووقعت في نوفمبر الماضي.",
        ),
        (
            "ha",
            "Saliyo: an tuhumi tsohon shugaba",
            "An tuhumi tsohon shugaban da yunkurin juyin mulki da bai yi nasara ba a bara. Ya faru a watan Nuwamban da "
            "ya gabata.",
        ),
    ],
)
def test_last_years_of_a_month_that_was_the_last_is_of_these_twelve_months(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert told_of(tagged(text, title=title, published=None, language=language)) == {TRIAL}


def test_last_years_without_its_month_may_be_older(tagged: Tagger) -> None:
    text = "The general who seized power in Niger in a coup last year named ministers on Monday."
    told = told_of(tagged(text, title="Niger: ruler names ministers", published=None, language="en"))
    assert told == {("niger-2023", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Colonel Randrianirina seized power in Madagascar. "This is not a coup," he told journalists.'),
        (
            "en",
            "Colonel Randrianirina seized power in Madagascar. "
            'An older coup of 2009 had made Rajoelina president there. "This is not a coup," the colonel said.',
        ),
        ("fr", "Le colonel Randrianirina a pris le pouvoir à Madagascar. Ceci n'est pas un coup d'Etat, a-t-il dit."),
        ("ar", "استولى العقيد راندريانيرينا على السلطة في مدغشقر. وقال: هذا ليس انقلابا."),
    ],
)
def test_this_is_no_coup_denies_the_one_that_was_told(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published=None, language=language))
    assert told - {("madagascar-2009", "historical")} == {TAKEN, DENIED}


def test_this_is_no_coup_of_another_country_denies_none_that_is_known(tagged: Tagger) -> None:
    text = 'Soldiers seized power in Madagascar. "This is not a coup in Ghana," a minister said in Accra of a drill.'
    assert DENIED not in told_of(tagged(text, published=None, language="en"))


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "Madagascar's President Andry Rajoelina left after an apparent coup, an opponent said on Monday. "
            "An attempt to seize power was under way, his office said.",
            "attempted",
        ),
        (
            "fr",
            "Le président de Madagascar Andry Rajoelina est parti après ce qui ressemble à un coup d'Etat, dit un "
            "opposant. Une tentative de prise du pouvoir est en cours, dit la présidence.",
            "attempted",
        ),
        (
            "ar",
            "غادر رئيس مدغشقر أندري راجولينا البلاد بعد ما يبدو أنه انقلاب، وقال مكتبه إن محاولة للاستيلاء على "
            "السلطة جارية.",
            "attempted",
        ),
        (
            "en",
            "Madagascar's President Andry Rajoelina left after a coup, an opponent said. The soldiers seized power.",
            "realized",
        ),
    ],
)
def test_what_only_looks_like_a_coup_is_an_attempt_in_a_text_without_a_date(
    tagged: Tagger, language: str, text: str, kind: str
) -> None:
    tags = tagged(text, published=None, language=language)
    assert {(coup.event, coup.type) for coup in tags.coups} == {("madagascar-2025", kind)}


def test_rumours_of_a_coup_that_are_denied_in_french_are_denied(tagged: Tagger) -> None:
    text, title = "L'armée de Côte d'Ivoire a parlé vendredi.", "Les rumeurs de coup d'Etat démenties"
    told = told_of(tagged(text, title=title, published="2025-10-25", language="fr"))
    assert told == {("unspecified", "negated")}
