"""Words decide; where there are none, nothing is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article.language import detect, read_languages
from services.article.language_codes import declared_code

ENGLISH = "The officers told reporters that they had closed the airport because of what was happening in the capital."
FRENCH = "Les officiers ont dit aux journalistes que l’aéroport était fermé après ce qui s’est passé dans la capitale."
HAUSA = "Hafsoshin sun ce sun rufe filin jirgin sama saboda abin da ya faru a babban birnin kasar."
ARABIC = "قال الضباط للصحفيين إن المطار أغلق بعد ما حدث في العاصمة"
GENERALS = "Abdourahamane Tchiani, Salifou Mody, Moussa Salaou Barmou, Mohamed Toumba, Amadou Abdramane, Ahmed Sidian"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"), (FRENCH, "fr"), (HAUSA, "ha"), (ARABIC, "ar"),
        (FRENCH.upper(), "fr"),
        ("Maafisa hao waliwaambia waandishi kwamba uwanja wa ndege umefungwa kwa sababu ya hali katika mji huo", "sw"),
        ("Los oficiales dijeron que el aeropuerto está cerrado por lo que pasó en la capital", "es"),
        ("Os oficiais disseram que o aeroporto está fechado por causa do que aconteceu na capital", "pt"),
        ("Die Offiziere sagten, der Flughafen ist wegen der Lage in der Hauptstadt nicht offen", "de"),
        ("Gli ufficiali hanno detto che il aeroporto è chiuso per quello che è successo nella capitale", "it"),
        ("Subaylar başkentte olanlar için havaalanı kapalı olarak kalacak ve bu bir önlem dedi", "tr"),
        ("Àwọn ọ̀gá ológun sọ pé àwọn ti ti pápákọ̀ òfurufú nítorí ohun tó ṣẹlẹ̀ ní olú ìlú náà", "yo"),
        ("افسران به خبرنگاران گفتند که فرودگاه این شهر برای مدتی بسته شده است", "fa"),
        ("افسران نے صحافیوں کو بتایا ہے کہ ہوائی اڈہ بند کر دیا گیا ہے اور شہر میں امن ہے", "ur"),
        ("军官们告诉记者机场因为首都发生的事情已经关闭", "zh"),
        ("Důstojníci řekli novinářům, že letiště je zavřené kvůli tomu, co se stalo v hlavním městě. " * 4, "cs"),
    ],
)  # fmt: skip
def test_prose_is_known(text: str, language: str) -> None:
    assert detect("", text) == language


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Officers say the airport is closed", "en"),
        ("Julián Álvarez and Rodrigo Hernández sign for the season", "en"),
        ("Niger : l'aéroport fermé par les militaires", "fr"),
        ("Sojoji sun rufe filin jirgin sama na Yamai", "ha"),
        ("إغلاق المطار في العاصمة", "ar"),
        ("Envoy told to leave the capital within two days", "en"),
        ("Market prices jump since the border's closing", "en"),
        ("Niger : le fleuve coupé à la frontière pendant trois jours", "fr"),
        ("L'ambassadeur prié de quitter la ville", "fr"),
        ("Coup d'État au Niger", "fr"),
        ("Kotu ta saki hafsoshi uku a jihar", "ha"),
        ("Farashin shinkafa ya tashi a kasuwannin arewa", "ha"),
        ("محاولة جديدة لحل أزمة مالي", "ar"),
        ("وفد من إيكواس يصل نيامي", "ar"),
    ],
)
def test_a_headline_is_enough(title: str, language: str) -> None:
    assert detect(title, "") == language


@pytest.mark.parametrize(
    "text",
    ["", "Bazoum", "Mohamed Bazoum", "Niger coup", "coup d'État", "انقلاب النيجر", "کودتا نیجر", "محمد بازوم",
     GENERALS, GENERALS * 6, "12:30 — 5 %", "😀"],
)  # fmt: skip
def test_what_is_too_short_to_tell_is_unknown(text: str) -> None:
    assert detect("", text) == "und"
    assert detect(text, "") == "und"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("fra", "fr"), ("fre", "fr"), ("fr_NE", "fr"), ("FR-fr", "fr"), ("Français", "fr"), ("fr-FR;q=0.8", "fr"),
     ("ara", "ar"), ("ar-SA", "ar"), ("العربية", "ar"), ("hau", "ha"), ("ha_Latn_NE", "ha"),
     ("Hausa", "ha"), ("eng", "en"), ("en-GB", "en"),
     ("swa", "sw"), ("x-default", None), ("unknown", None), ("", None), ("12", None), ("und", None)],
)  # fmt: skip
def test_declared_tags_become_codes(declared: str, code: str | None) -> None:
    assert declared_code(declared) == code


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("fr_NE", FRENCH, "fr"),
        ("en", FRENCH, "fr"),
        ("en-US", HAUSA, "ha"),
        ("fr", ARABIC, "ar"),
        ("ha", ENGLISH, "en"),
        ("fr", "Bazoum", "fr"),
        ("ha", GENERALS, "ha"),
        ("ar", GENERALS, "und"),
        ("en", "محمد بازوم", "und"),
        ("fr", "أعلن العسكريون في بيان متلفز الإطاحة بالرئيس وإغلاق الحدود", "ar"),
        ("ar", "نيجر", "ar"),
        ("en", "Le général prend la tête des armées", "fr"),
        ("fr", "Envoy told to leave within two days", "en"),
        ("en", "Kotu ta saki hafsoshi uku", "ha"),
        ("kr", "Envoy and general", "kr"),
        ("fr", "نيجر", "und"),
        ("klingon", FRENCH, "fr"),
        (None, FRENCH, "fr"),
        (None, "Bazoum", "und"),
    ],
)
def test_a_declared_language_holds_unless_contradicted(declared: str | None, text: str, language: str) -> None:
    assert read_languages(declared, "", text).text == language


def test_neither_a_loan_word_nor_a_genitive_makes_english_french() -> None:
    assert detect("The coup d’état and the guard explained", "") == "en"
    assert detect("Niger’s guard and Mali’s: who commands them since the coup", "") == "en"


def test_a_lost_declaration_is_noted_and_kept() -> None:
    found = read_languages("en", "", FRENCH)
    assert (found.declared, len(found.notes)) == ("en", 1)
    assert read_languages("klingon", "", FRENCH).declared == "klingon"
    assert read_languages("f\x00r", "", "Bazoum") == ("fr", "fr", ())


@given(st.text(), st.text(max_size=8))
def test_detecting_never_raises(text: str, declared: str) -> None:
    assert len(read_languages(declared, text[:10], text).text) in (2, 3)
