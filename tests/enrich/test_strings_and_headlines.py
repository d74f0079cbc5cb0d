"""One of a string of coups, states that are only counted, and attempts that an undated text dates elsewhere.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from services.enrich.text.fold import fold
from services.enrich.text.sentences import starts_of_sentences
from tests.enrich.conftest import Tagger, told_of

NIGER = ("niger-2023", "asserted")
OTHERS = ("unspecified", "historical")


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "رئيس النيجر المخلوع ما زال محتجزا", "أطيح به في واحد من انقلابات عديدة شهدتها غرب أفريقيا."),
        (
            "en",
            "Niger's deposed president held for nine months",
            "He was toppled in one of many coups that have wracked West Africa of late.",
        ),
        (
            "fr",
            "Le président déchu du Niger toujours détenu",
            "Il a été renversé par l'un des nombreux coups d'Etat qui secouent l'Afrique de l'Ouest.",
        ),
        (
            "ha",
            "Har yanzu ana tsare da hambararren shugaban Nijar",
            "An hambarar da shi a daya daga cikin jerin juyin mulkin da aka yi a yammacin Afirka.",
        ),
    ],
)
def test_one_of_a_string_of_coups_tells_the_others(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title, "2024-04-03", language)) == {NIGER, OTHERS}


def test_one_of_many_men_is_no_string_of_coups(tagged: Tagger) -> None:
    text = "He was toppled in a coup, and is one of many men whom soldiers hold."
    assert told_of(tagged(text, "Niger's deposed president is held", "2024-04-03", "en")) == {NIGER}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "آلاف المتظاهرين في النيجر",
            "أطاح جنود بالرئيس بازوم. وشهدت أربع دول من المجموعة انقلابا منذ 2020.",
        ),
        (
            "en",
            "Niger: thousands march",
            "Soldiers toppled President Bazoum. No fewer than four members of the bloc have had a putsch since 2020.",
        ),
        (
            "fr",
            "Niger : des milliers de manifestants",
            "Des soldats ont renversé Bazoum. Quatre membres de l'organisation ont connu un putsch depuis 2020.",
        ),
        (
            "ha",
            "Dubbai sun yi zanga-zanga a Nijar",
            "Sojoji sun hambarar da Bazoum. Kasashe hudu na kungiyar sun fuskanci juyin mulki tun 2020.",
        ),
    ],
)
def test_states_that_are_only_counted_are_others(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title, "2023-08-03", language)) == {NIGER, OTHERS}


def test_states_that_are_named_are_not_only_counted(tagged: Tagger) -> None:
    text = "Two members, Mali and Guinea, have had a putsch since 2021."
    told = told_of(tagged(text, "Niger: thousands march", "2023-08-03", "en"))
    assert ("guinea-2021", "historical") in told
    assert OTHERS not in told


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "إعدام ضباط بسبب محاولة انقلاب",
            "في 22 أبريل 1990 قاد رائد محاولة انقلاب فاشلة في نيجيريا.",
        ),
        (
            "en",
            "Officers shot for an attempted coup",
            "On 22 April 1990 men of Major Gideon Orkar tried to overthrow Nigeria's ruler in a coup attempt.",
        ),
        (
            "fr",
            "Des officiers fusillés pour une tentative de coup d'Etat",
            "Le 22 avril 1990, le commandant Gideon Orkar mena au Nigeria une tentative de coup d'Etat.",
        ),
        (
            "ha",
            "Jerin sojojin da aka kashe kan yunkurin juyin mulki",
            "A ranar 22 ga watan Afrilu 1990 sojoji karkashin Gideon Orkar suka yi yunkurin juyin mulki a Najeriya.",
        ),
    ],
)
def test_the_attempt_of_a_headline_is_the_one_told_below(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert told_of(tagged(text, title, None, language)) == {("nigeria-1990-attempt", "historical")}


def test_the_attempt_of_a_headline_in_another_country_is_not(tagged: Tagger) -> None:
    text = "On 22 April 1990 men of Major Gideon Orkar tried to overthrow Nigeria's ruler in a coup attempt."
    told = {event for event, _ in told_of(tagged(text, "Officers held for an attempted coup in Ghana", None, "en"))}
    assert "unspecified" in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The shooting in Guinea-Bissau's capital was an attempted coup, the president said on Saturday. "
            "What happened on December 1, 2023 was an attempted coup, he said.",
        ),
        (
            "fr",
            "Les tirs à Bissau étaient une tentative de coup d'Etat, a dit samedi le président de Guinée-Bissau. "
            "Les faits du 1er décembre 2023 sont une tentative de coup d'Etat, a-t-il dit.",
        ),
    ],
)
def test_a_full_date_tells_which_attempt_a_text_is_on(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, published=None, language=language))}
    assert told == {"guinea-bissau-2023-attempt"}


def test_a_paragraph_in_quotation_marks_is_a_sentence_of_its_own() -> None:
    key = fold('It was a revolution inside the palace.\n\n"He is a cousin," he said.').key
    assert key.index(b'"he') in starts_of_sentences(key, lambda _: False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "استولى العقيد راندريانيرينا على السلطة في مدغشقر. وقال: هذا ليس انقلابا."),
        ("en", 'Colonel Randrianirina seized power in Madagascar. "We were not conducting any coup at all," he said.'),
        ("fr", "Le colonel Randrianirina a pris le pouvoir à Madagascar. « Ceci n'est pas un coup d'Etat », dit-il."),
    ],
)
def test_who_did_it_denies_that_it_was_one(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-10-20", language=language))
    assert told == {("madagascar-2025", "asserted"), ("madagascar-2025", "negated")}
