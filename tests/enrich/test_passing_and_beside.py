"""Coups told in passing, in lists and beside other news, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

Told = set[tuple[str, str, str]]


def _told(tagged: Tagger, language: str, day: str | None, text: str, title: str = "") -> Told:
    tags = tagged(text, title=title, published=day, language=language)
    return {(one.event, one.type, one.status) for one in tags.coups}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani rules Niger. The problem is not the coup itself but the hunger that made it."),
        ("en", "General Tchiani rules Niger. The question is not so much the coup as who pays for it."),
        ("fr", "Le général Tchiani dirige le Niger. Le problème n'est pas tant le putsch que la misère."),
        ("ar", "الجنرال تياني يحكم النيجر. المشكلة ليست في الانقلاب ذاته، بل في الفقر الذي صنعه."),
        ("ha", "Janar Tchiani ne ke mulkin Nijar. Matsalar ba juyin mulkin ba ce, talaucin da ya jawo shi ne."),
    ],
)
def test_a_coup_that_is_not_the_point_is_not_denied(tagged: Tagger, language: str, text: str) -> None:
    assert ("niger-2023", "realized", "asserted") in _told(tagged, language, "2023-08-09", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Tchiani rules Niger. The problem is that it was not a coup, says his spokesman."),
        ("fr", "Le général Tchiani dirige le Niger. Ce n'est pas un coup d'État, dit son porte-parole."),
        ("ar", "الجنرال تياني يحكم النيجر. ليس ما جرى انقلابا، قال المتحدث باسمه."),
        ("ha", "Janar Tchiani ne ke mulkin Nijar. Ba juyin mulki ba ne, in ji kakakinsa."),
    ],
)
def test_a_coup_that_is_said_to_be_none_stays_denied(tagged: Tagger, language: str, text: str) -> None:
    assert ("niger-2023", "realized", "negated") in _told(tagged, language, "2023-08-09", text)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Guinea-Bissau: junta names a general",
         "The junta has named a general. The opposition says that Embalo staged a fake coup to stay in power."),
        ("fr", "Guinée-Bissau : la junte nomme un général",
         "La junte a nommé un général. L'opposition accuse Embalo d'avoir monté un « faux coup d'État »."),
        ("fr", "Guinée-Bissau : la junte nomme un général",
         "La junte a nommé un général. Pour l'opposition, ce putsch n'est qu'une mise en scène."),
        ("ar", "غينيا بيساو: المجلس العسكري يعين جنرالا",
         "عين المجلس العسكري جنرالا. واتهمت المعارضة إمبالو بتدبير انقلاب وهمي للبقاء في السلطة."),
        ("ha", "Guinea-Bissau: gwamnatin soja ta nada janar",
         "Gwamnatin soja ta nada janar. 'Yan adawa sun ce juyin mulkin bogi ne Embalo ya shirya."),
    ],
)
def test_a_coup_that_somebody_calls_a_sham_is_denied_beside_the_one_told(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    told = _told(tagged, language, "2025-11-28", text, title)
    assert {("guinea-bissau-2025", "realized", s) for s in ("asserted", "negated")} <= told


def test_fake_news_of_a_coup_is_no_sham_coup(tagged: Tagger) -> None:
    told = _told(tagged, "en", "2025-11-28", "The junta that took power in Bissau in the coup warned of fake news.")
    assert ("guinea-bissau-2025", "realized", "negated") not in told
