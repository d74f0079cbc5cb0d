"""An undated text on a ruler of long ago is none of the crisis; in Arabic a noun says too that a president fell."""

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "دعت إيكواس إلى قمة طارئة بشأن النيجر. وكان رئيس النيجر مامادو طانجا قد عدل الدستور وحل البرلمان."),
        ("fr", "La Cédéao tient un sommet sur le Niger. Le président Mamadou Tandja a dissous le parlement."),
        ("ha", "ECOWAS ta kira taron gaggawa kan Nijar. Shugaban Nijar Mamadou Tandja ya rusa majalisa."),
    ],
)
def test_a_ruler_of_its_country_of_long_ago_dates_a_text_before_the_crisis(
    language: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, published=None, language=language)
    assert (found.crises[0].salience, found.alert) == ("none", False)


@pytest.mark.parametrize(
    "text",
    [
        # who had ruled is named beside those of the crisis
        "La Cédéao tient un sommet sur le Niger. Le président Tandja fut renversé avant Bazoum, que la junte "
        "détient.",
        "La Cédéao tient un sommet sur le Niger et exige la libération de Bazoum.",
    ],
)
def test_who_is_of_the_crisis_keeps_it_there(text: str, tagged: Tagger) -> None:
    assert tagged(text, published=None, language="fr").crises[0].salience == "main"


@pytest.mark.parametrize(
    "text",
    [
        "أوقفت سلطات النيجر الجديدة تصدير اليورانيوم. وتسببت الإطاحة بالرئيس الأسبوع الماضي في احتجاجات.",
        "تبدأ فرنسا إجلاء رعاياها من النيجر بعد أن أدت الإطاحة بالرئيس إلى احتجاجات.",
    ],
)
def test_the_toppling_of_the_president_is_the_coup(text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, published="2023-08-01", language="ar")) == {("niger-2023", "asserted")}


def test_a_plan_to_topple_the_president_is_none(tagged: Tagger) -> None:
    text = "نفى قائد جيش تشاد وجود خطة للإطاحة بالرئيس."
    assert ("chad-2021", "asserted") not in told_of(tagged(text, published="2023-08-01", language="ar"))
