"""A firm that says how it fares is no news of the crisis, what others have reported is; and guards hold a ruler."""

import pytest

from tests.enrich.conftest import Tagger, entries_of

BUSINESS = [
    ("en", "Uranium project has support of Niger's government, says GoviEx",
     "The cabinet of Niger goes on supporting the project, its chief executive said with the results of the quarter."),
    ("fr", "GoviEx confirme que son projet d'uranium au Niger va bien",
     "Le projet d'uranium au Niger va bien, a dit le directeur avec les résultats du trimestre."),
]  # fmt: skip
WEIGHED = (
    "They go from a place that is close to the capital to another that is far from it and more of their own. It "
    "is from there that they could once more see what so many others cannot, though perhaps not so often as they "
    "would need to. How many there are is not clear, because some have left and others may still have to. What is "
    "known is only that those who can stay will stay, however long that is, since it would be a failure to go, "
    "and their interests are still the same. Whether that is what the people want is another question, and one "
    "that should be asked more."
)
HELD = [
    ("en", "Mine goes on in Niger",
     "President Mohamed Bazoum was put under house arrest by presidential guards on 26 July."),
    ("fr", "La mine continue au Niger",
     "Le président Bazoum a été placé en résidence surveillée par sa garde le 26 juillet."),
    ("ar", "المنجم يواصل العمل في النيجر",
     "وضع الحرس الرئاسي الرئيس محمد بازوم قيد الإقامة الجبرية في 26 يوليو."),
    ("ha", "Ana ci gaba da aikin ma'adinai a Nijar",
     "Dogarawa sun yi wa shugaba Mohamed Bazoum daurin talala ranar 26 ga Yuli."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), BUSINESS)
def test_a_firm_that_says_how_it_fares_wakes_nobody(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title, published="2024-08-14", language=language).alert


def test_what_is_done_to_a_firm_is_news_though_it_says_so(tagged: Tagger) -> None:
    text = "The company said on Thursday that it had been told to leave."
    assert tagged(text, "Niger withdraws uranium permit, says GoviEx", published="2024-07-04", language="en").alert


def test_what_others_have_reported_is_a_report_however_it_goes_on(tagged: Tagger) -> None:
    told = "Troops of the United States are changing places within Niger, a news channel has reported.\n" + WEIGHED
    held = "Troops of the United States are changing places within Niger, which is no surprise.\n" + WEIGHED
    found = [tagged(text, published="2023-09-08", language="en") for text in (told, held)]
    assert [one.crises[0].salience for one in found] == ["main", "main"]
    assert [one.alert for one in found] == [True, False]


@pytest.mark.parametrize(("language", "title", "text"), HELD)
def test_guards_who_hold_a_ruler_in_his_house_tell_the_coup(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, title, published="2023-08-11", language=language)
    assert {(event, status) for event, _, status in entries_of(found)} == {("niger-2023", "asserted")}


def test_a_judge_who_does_so_tells_none(tagged: Tagger) -> None:
    text = "The former president of Niger, Mahamane Ousmane, was put under house arrest by a judge on Monday."
    assert not entries_of(tagged(text, "Niger: ex-president held", published="2021-03-01", language="en"))
