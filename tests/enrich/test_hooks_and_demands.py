"""Hausa typed without hooked letters, a coup that is demanded, and an Arabic "perhaps" that doubts none."""

import pytest

from services.enrich.text.fold import fold
from services.enrich.text.hooks import with_hooks
from tests.enrich.conftest import Tagger, entries_of, surfaces, told_of

TYPED = (
    "Qungiyar ECOWAS ta yi tir da sojojin da suka hamvarar da Bazoum a qasar Nijar. Waxanda suka yi haka sun ce "
    "Vladimir Putin da Qatar ba su da hannu a ciki."
)


def test_hausa_letters_typed_for_others_are_read_for_them(tagged: Tagger) -> None:
    found = tagged(TYPED, "Sojojin Nijar sun ki sauraron qungiyar", published="2023-07-28", language="ha")
    assert ("niger-2023", "asserted") in told_of(found)
    assert found.alert


def test_their_places_and_the_names_that_have_them_stay(tagged: Tagger) -> None:
    key = with_hooks(fold(TYPED)).key
    assert len(key) == len(fold(TYPED).key)
    assert key.startswith(b"kungiyar ecowas")
    assert all(name in key for name in (b"vladimir putin", b"qatar"))
    assert surfaces(tagged(TYPED, published="2023-07-28", language="ha"), "niger") == ["Nijar"]


@pytest.mark.parametrize("text", ["Xi Jinping ya gana da Victoria Nuland a Qatar.", "An rubuta qasar Nijar haka."])
def test_one_such_word_is_no_way_of_typing(text: str) -> None:
    assert with_hooks(fold(text)).key == fold(text).key


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "الجيش يحذر شبانا يرفعون أعلام روسيا",
         "طالب متظاهرون في كانو الجيش بانقلاب كما في النيجر. وقال الجيش الاثنين إنه لن يسمح بذلك."),
        ("ha", "Sojoji sun gargadi masu daga tutar Rasha",
         "Masu zanga-zanga a Kano sun nemi sojoji su yi juyin mulki kamar a Nijar. Rundunar ta ce ba za ta yarda ba."),
    ],
)  # fmt: skip
def test_a_coup_that_is_demanded_as_in_niger_is_no_news_of_it(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, title, published="2024-08-05", language=language)
    assert told_of(found) == {("unspecified", "hypothetical"), ("niger-2023", "historical")}
    assert not found.alert


def test_an_end_of_the_coup_that_is_demanded_is(tagged: Tagger) -> None:
    text = "طالب متظاهرون في نيامي الجيش بإنهاء الانقلاب في النيجر وإعادة الرئيس بازوم."
    assert told_of(tagged(text, published="2023-07-28", language="ar")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize("most", ["أهم", "أبرز", "أخطر"])
def test_what_is_perhaps_the_most_about_a_coup_does_not_doubt_it(most: str, tagged: Tagger) -> None:
    text = f"ربما {most} ما في الانقلاب في النيجر أنه جاء بعد ثلاثة مثله. وطرد المجلس العسكري السفير الفرنسي الجمعة."
    found = tagged(text, published="2023-08-25", language="ar")
    assert {status for _, _, status in entries_of(found)} == {"asserted"}
