"""Guards hold the president, and whether it is a coup is not clear: what happens is told, and a coup held possible."""

import pytest

from tests.enrich.conftest import Tagger, told_of

BOTH = {("niger-2023", "asserted"), ("niger-2023", "hypothetical")}
OPEN = [
    ("en", "Niger: guards hold the president",
     "Soldiers have sealed off the palace in Niamey and hold Bazoum. It was not clear whether this was a coup."),
    ("en", "Niger: guards seal off palace",
     "Guards hold Mohamed Bazoum in his palace. Whether the guards are trying to take power remains unclear."),
    ("en", "Coup in Niger? Guards hold the president", "Guards are holding Mohamed Bazoum in his palace."),
    ("fr", "Niger : la garde retient le président",
     "Des soldats bloquent la présidence à Niamey et retiennent Bazoum. On ignore s'il s'agit d'un coup d'Etat."),
    ("fr", "Niger : putsch ou saute d'humeur ?", "Des soldats de la garde présidentielle retiennent Mohamed Bazoum."),
    ("ar", "النيجر: الحرس يطوق القصر",
     "جنود من الحرس الرئاسي يطوقون القصر في نيامي ويحتجزون الرئيس بازوم. ولم يتضح ما إذا كان ذلك انقلابا."),
    ("ar", "هل يجري انقلاب في النيجر؟", "جنود من الحرس الرئاسي يحتجزون الرئيس بازوم في القصر."),
    ("ha", "Nijar: sojoji sun tsare shugaba",
     "Sojojin da ke tsaron fadar shugaban Nijar sun tsare shugaba Bazoum. Ba a sani ba ko juyin mulki ne."),
    ("ha", "Ko juyin mulki ne a Nijar?", "Sojojin da ke tsaron fadar shugaban Nijar sun tsare shugaba Bazoum."),
    ("en", "Niger: palace sealed off",
     "Soldiers of the guard sealed off the palace in Niamey. It remains to be seen whether it is a coup."),
    ("en", "Niger: palace sealed off", "Soldiers sealed off the palace in Niamey. Is this a coup? Nobody can tell."),
    ("fr", "Niger : la présidence bloquée",
     "Des militaires bloquent la présidence à Niamey. Nul ne sait encore si c'est un coup d'Etat."),
    ("fr", "Niger : la présidence bloquée",
     "Des militaires bloquent la présidence à Niamey. Est-ce un coup d'Etat ? La question reste posée."),
    ("ar", "النيجر: إغلاق القصر", "أغلق جنود القصر الرئاسي في نيامي. ومن السابق لأوانه القول إن كان ذلك انقلابا."),
    ("ar", "النيجر: إغلاق القصر", "أغلق جنود القصر الرئاسي في نيامي. فهل هو انقلاب؟"),
    ("ha", "Nijar: an rufe fadar shugaba",
     "Sojoji sun rufe fadar shugaban Nijar a Yamai. Ya yi wuri a ce ko juyin mulki ne."),
    ("ha", "Nijar: an rufe fadar shugaba",
     "Sojoji sun rufe fadar shugaban Nijar a Yamai. Shin juyin mulki ne ko bore?"),
]  # fmt: skip
KNOWN = [
    ("en", "Niger: guards hold the president",
     "Guards hold Mohamed Bazoum. It was not clear whether the coup had succeeded."),
    ("en", "Niger: guards hold the president", "Guards hold Mohamed Bazoum in a coup. Is the region tired of coups?"),
    ("fr", "Niger : la garde retient le président",
     "La garde retient Mohamed Bazoum. On ignore si le coup d'Etat a réussi."),
    ("ar", "النيجر: الحرس يحتجز الرئيس", "احتجز الحرس الرئيس بازوم. ولم يتضح ما إذا كان الانقلاب قد نجح."),
    ("ha", "Nijar: dogarai sun tsare shugaba",
     "Dogarai sun tsare shugaba Bazoum. Ba a sani ba ko juyin mulkin ya yi nasara."),
    ("en", "Niger: guards hold the president",
     "Guards hold Mohamed Bazoum. It was not clear whether those who led the coup had the army behind them."),
    ("en", "What does the coup in Niger mean for its neighbours?", "Guards are holding Mohamed Bazoum in his palace."),
    ("fr", "Niger : la garde retient le président",
     "Des soldats ont pris le pouvoir au Niger. On ignore si les auteurs du coup d'Etat ont l'appui de l'armée."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), OPEN)
def test_a_coup_that_is_not_clear_yet_is_held_possible_beside_what_happens(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title, published="2023-07-26", language=language)
    assert told_of(tags) == BOTH
    assert tags.alert


@pytest.mark.parametrize(("language", "title", "text"), KNOWN)
def test_what_else_is_unclear_about_a_coup_leaves_it_a_fact(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title, published="2023-07-26", language=language)) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(("language", "title", "text"), OPEN[:2])
def test_what_to_call_it_is_no_doubt_weeks_later(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert ("niger-2023", "hypothetical") not in told_of(
        tagged(text, title, published="2023-08-20", language=language)
    )
