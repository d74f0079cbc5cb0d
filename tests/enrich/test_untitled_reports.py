"""Reports that come without a headline wake as others do, and essays without one do not."""

import pytest

from tests.enrich.conftest import Tagger

RECOMMENDED = [
    ("en",
     "An assembly of Niger's authorities has recommended that the same man rule for five years "
     "and that all of the parties go. Its sessions lasted for nearly one week of February in the "
     "capital. More than seven hundred people took part, among them preachers, chiefs and the members of the junta "
     "that toppled Bazoum in 2023. Former ministers and three presidents of other years were there too, and "
     "so were many judges."),
    ("ar",
     "أوصى مؤتمر وطني نظمته سلطات النيجر بفترة انتقالية تدوم خمس سنوات قابلة للتجديد وبحل جميع الأحزاب "
     "السياسية في البلاد. وبدأ المؤتمر في منتصف فبراير واستمر ستة أيام في العاصمة، وكان على جدول أعماله وضع "
     "القوانين الأساسية للدولة وخريطة الطريق للسلطة. وشارك فيه أكثر من سبعمائة شخص من بينهم علماء دين وشيوخ "
     "قبائل وأعضاء في المجلس العسكري الذي أطاح بالرئيس بازوم عام 2023. وكان من بين الحاضرين وزراء سابقون "
     "وثلاثة رؤساء سابقين للبلاد وعدد من القضاة والأساتذة."),
]  # fmt: skip
ESSAY = (
    "The coup in Niger is the story of elites who have lost their people, and of a continent in which there "
    "are still too many rulers and too few institutions. However one looks at it, the sanctions cannot be the "
    "whole answer, because those who need bread are not those who hold the guns. Perhaps the region must learn "
    "what the last decades have so often shown: that democracy is more than a ballot, and that no army can "
    "give what only a state can. Niger has become the mirror of all of them."
)


@pytest.mark.parametrize(("language", "text"), RECOMMENDED)
def test_what_a_conference_recommends_is_news_without_a_headline(language: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, published="2025-02-21", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


def test_two_sentences_in_the_place_of_a_headline_may_be_long(tagged: Tagger) -> None:
    text = (
        "سحب الجيش الأمريكي جميع قواته من القاعدة العسكرية التي تقع قرب مدينة أغاديز في شمال النيجر، وهو ما "
        "ينهي العلاقة الأمنية التي كانت بين واشنطن ونيامي على مدى سنوات كثيرة. وكانت البعثة تضم أكثر من ألف "
        "جندي في العاصمة وفي القاعدة الجوية، وكان آخرهم فيها حتى مساء يوم الأحد. ويأتي ذلك بعد أشهر من التفاوض "
        "مع المجلس العسكري الذي استولى على السلطة في انقلاب في يوليو 2023. ويتزايد في المنطقة كلها نفوذ دول "
        "أخرى تريد أن تحل محل الغرب في البلاد كما في جوارها وفي مناطق أبعد منها."
    )
    assert tagged(text, published="2024-08-05", language="ar").alert


def test_what_weighs_things_wakes_nobody_without_a_headline(tagged: Tagger) -> None:
    found = tagged(ESSAY, published="2023-08-16", language="en")
    assert (found.crises[0].salience, found.alert) == ("main", False)
